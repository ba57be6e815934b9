"""DenseNet-169 that gives sex and skeletal age together: a teacher, started from a whole ImageNet backbone.

forensix train hand_sex_age_densenet169 --data MANIFEST --out FOLDER --start densenet169-imagenet-features.safetensors

No paper: settings as `hand_sex_age_resnet50`. Its bundle can teach networks that no starting weights are at hand for: `--teacher
BUNDLE`.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="hand_sex_age_densenet169",
    backbone="densenet169",
    outputs=("sex", "age"),
    sizes=((0.0, 128), (0.40, 160), (0.75, 192)),
    epochs=24,
    averaging=0.995,
    balanced=True,
    augmentation=Augmentation(noise=0.04, sharpness=0.7, recompression=0.3, strips=0.3),
)
