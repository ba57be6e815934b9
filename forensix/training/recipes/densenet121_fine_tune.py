"""DenseNet-121 fine-tuned from ImageNet: sex alone.

forensix train densenet121_fine_tune --data MANIFEST --out FOLDER --start densenet121-a639ec97.pth

The paper (Xue et al., NLM: spine radiographs): 224 pixels; the last layer replaced by one of two outputs; SGD, rate 0.001
decaying, momentum 0.9, batches of 4, 60 epochs, 80:10:10; accuracy 0.99 on 1,027 cervical and 0.98 on 768 lumbar spines. Left
open: how the rate decays (here exponentially, to a hundredth), dropout's share (none here), augmentation (none here), whether the
split is by subject (here it is; 80:4:8:8). One output with a sigmoid stands for their two with a softmax. The weights are
torchvision's file, which the user supplies; without it, `--teacher BUNDLE` learns from a finished model.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="densenet121_fine_tune",
    backbone="densenet121",
    outputs=("sex",),
    sizes=((0.0, 224),),
    epochs=60,
    batch=4,
    optimiser="sgd",
    schedule="decay",
    new_rate=1e-3,
    old_rate=1e-3,
    weight_decay=0.0,
    averaging=0.0,
    augmentation=Augmentation(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
)
