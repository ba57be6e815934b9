"""InceptionV3 with a squeeze-and-excitation block and two more convolutions: sex and skeletal age.

forensix train hand_dual_inception_v3_se --data MANIFEST --out FOLDER --start inception_v3_google.pth

The paper (Rayed, Amasya, Sezdi, J Imaging Inform Med 2025, doi:10.1007/s10278-025-01623-2): 14,048 hands of the RSNA 2017
challenge, 7:2:1 into training, validation and test; mean absolute error 3.1 (months, it seems), mean squared error about 25, ICC
0.997; accuracy of sex 95 %, AUC 0.97, kappa 0.898. Left open in the abstract, which is what was at hand: sizes of the block and
the convolutions, where they stand, input size, augmentation, optimiser, epochs, whether the split is by subject. Chosen here:
block and convolutions behind the last inception block, 256 filters, 299 pixels, AdamW. The paper calibrates nothing: of its two
tenths for validation one is the calibration part here. An error of 3.1 months lies below what two readers of skeletal age differ
by.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="hand_dual_inception_v3_se",
    backbone="inception_v3",
    backbone_options={"top": "se"},
    outputs=("sex", "age"),
    sizes=((0.0, 299),),
    epochs=40,
    batch=32,
    shares=(("train", 0.70), ("validation", 0.10), ("calibration", 0.10), ("test", 0.10)),
    augmentation=Augmentation(),
)
