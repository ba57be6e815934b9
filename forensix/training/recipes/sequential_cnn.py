"""Five convolutions and three full layers from random values: sex alone.

forensix train sequential_cnn --data MANIFEST --out FOLDER

The paper (Xue et al., NLM: spine radiographs): 227 pixels; 96 filters of 7 x 7 at stride 2, then 3 x 3; local response
normalisation; 4,096, 4,096 and 2; half dropped out; Gaussian start; SGD with momentum, L2 5e-4, rate 0.001 cut three times,
batches of 10, 60 epochs, 80:10:10; accuracy 0.889 on 1,027 cervical spines. Left open: filters of convolutions two to five,
momentum (0.9 here), when and how far the rate is cut (here to a tenth after 40, 70 and 90 % of the schedule), augmentation (none
here), whether the split is by subject (here it is; 80:4:8:8). One output with a sigmoid stands for their two with a softmax.
Their settings come from a randomised search: `--search`.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="sequential_cnn",
    backbone="sequential_cnn",
    outputs=("sex",),
    sizes=((0.0, 227),),
    epochs=60,
    batch=10,
    optimiser="sgd",
    schedule="three_cuts",
    new_rate=1e-3,
    old_rate=1e-3,
    weight_decay=5e-4,
    averaging=0.0,
    augmentation=Augmentation(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
)
