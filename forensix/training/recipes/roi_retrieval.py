"""The sequential network on a region found by retrieval from marked radiographs: sex alone.

python -m forensix.training.regions --data MANIFEST --out MARKS.csv
forensix train roi_retrieval --data MANIFEST --out FOLDER --marks MARKS.csv

The paper (Xue et al., NLM: spine radiographs): as `sequential_cnn`; each radiograph is compared by PHOG and Euclidean distance
with 136 that have a marked region, and a square of fixed size around the retrieved centre is what the network sees; accuracy
0.890, "almost the same". Its marks are not public. Here they are a CSV of square boxes (path,x,y,size in pixels of the file),
drawn by whoever knows the region; the first command boxes the hand by a rule, for a try or to be corrected, and without --marks
the same rule is used. Only the training part is marked. The square has three quarters of the picture's side (theirs: 1400 of 1462
x 1755 pixels); 300 pixels make it 224. Left open: levels and bins of the PHOG, and what is done at the border; see the network's file.
"""

from forensix.training.recipe import Augmentation, Recipe

RECIPE = Recipe(
    name="roi_retrieval",
    backbone="roi_sequential_cnn",
    backbone_options={"marked": "136"},
    marked=136,
    outputs=("sex",),
    sizes=((0.0, 300),),
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
