"""EfficientNet-B0 with a top of its own: sex and skeletal age together, from mixed sources.

forensix train efficientnet_b0_joint --data MANIFEST --out FOLDER --start efficientnet_b0_rwightman.pth

The paper (Solomou, Kazakov 2021, doi:10.1109/ISRITI54043.2021.9702796: chest radiographs): features of EfficientNet-B0 as
ImageNet left them, a custom trainable top that gives sex and age together, several public sources in one set. No number is in the
abstract, which is what was at hand; left open besides: the top's size (256 here), losses, optimiser, epochs. With given weights
only the top is trained, as in the paper; from random values everything is. Mixed sources are one manifest; there is only one
source of hands here, so that part is not reproduced.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="efficientnet_b0_joint",
    backbone="efficientnet_b0",
    backbone_options={"top": "256"},
    outputs=("sex", "age"),
    sizes=((0.0, 224),),
    epochs=40,
    batch=32,
    frozen=("features",),
    augmentation=Augmentation(),
)
