"""ResNet-50 that gives sex and skeletal age together; the default that ships.

forensix train hand_sex_age_resnet50 --data MANIFEST --out FOLDER --start resnet50-imagenet-to-layer3.safetensors
"""

from forensix.inference.views import View
from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="hand_sex_age_resnet50",
    backbone="resnet50",
    backbone_options={"stride": "1x1"},
    outputs=("sex", "age"),
    sizes=((0.0, 128), (0.40, 160), (0.75, 192)),
    epochs=24,
    averaging=0.995,
    balanced=True,
    augmentation=Augmentation(noise=0.04, sharpness=0.7, recompression=0.4, faint=0.15, strips=0.3, masked=0.25),
    views=(View(degrees=3.0), View(degrees=-3.0), View(enlarged=0.94)),
)
