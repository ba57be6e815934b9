"""ResNet-50: sex alone, as four networks were compared on adult left hands.

forensix train hand_sex_resnet50 --data MANIFEST --out FOLDER --start resnet50-imagenet-to-layer3.safetensors

The paper (Ulubaba et al., BMC Med Imaging 2025, doi:10.1186/s12880-025-01809-8): 470 left hands of adults of 18 to 65 years;
random rotation, horizontal flip, brightness; four networks compared. ResNet-50 was the best: accuracy 93.2, precision 92.4,
recall 93.3, F1 92.5 %. Left open in the abstract, which is what was at hand: input size, split, optimiser, rates, batch, epochs,
how far the pictures were turned and brightened. Chosen here: 224 pixels, AdamW, 60 epochs at most, 15 degrees, brightness by a
tenth; no shift, zoom or contrast, which the paper does not name.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="hand_sex_resnet50",
    backbone="resnet50",
    backbone_options={"stride": "1x1"},
    outputs=("sex",),
    sizes=((0.0, 224),),
    epochs=60,
    batch=32,
    patience=10,
    augmentation=Augmentation(rotation=15.0, scale=0.0, shift=0.0, mirror=0.5, brightness=0.10, contrast=0.0, gamma=0.0),
)
