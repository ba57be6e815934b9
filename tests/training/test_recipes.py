"""Every recipe's network in the program: a bundle of it is accepted, estimates, and explains itself."""

from __future__ import annotations

import importlib
from pathlib import Path

import numpy as np
import pytest

from forensix.domain.case import Acquisition, Side
from forensix.inference.estimator import Estimator
from forensix.training.data import recompressed
from forensix.training.recipe import Augmentation, Recipe, RecipeRejected, adapted, load, names
from tests.support.tiny_bundle import Built, known_hand, tiny_bundle

PAPERS = {
    "densenet121_fine_tune",
    "efficientnet_b0_joint",
    "hand_dual_inception_v3_se",
    "hand_sex_efficientnet_b0",
    "hand_sex_inception_v3",
    "hand_sex_resnet18",
    "hand_sex_resnet50",
    "roi_retrieval",
    "sequential_cnn",
}


def built_of(recipe: Recipe) -> Built:
    size = 112 if recipe.backbone == "inception_v3" else 64
    return Built(recipe.backbone, recipe.backbone_options, recipe.outputs, size, recipe.name)


# The default suite takes one recipe of each small kind; the rest take a minute more and are marked.
QUICK = ("hand_sex_age_resnet50", "hand_sex_efficientnet_b0", "hand_sex_resnet18", "sequential_cnn")
EACH = [pytest.param(name, marks=() if name in QUICK else pytest.mark.long) for name in names()]


@pytest.mark.parametrize("name", EACH)
def test_a_bundle_of_every_recipe_estimates_and_gives_a_heatmap(name: str, tmp_path: Path) -> None:
    recipe = load(name)
    folder = tiny_bundle(tmp_path, name=name.replace("_", "-"), built=built_of(recipe), hands=12)
    estimator = Estimator.load(folder, "cpu")
    estimator.self_test(known_hand)
    pixels = known_hand(3, (320, 240))
    examined = estimator.examine(
        pixels, Acquisition(), side=Side.LEFT, findings=(), synthetic=False, prior_male=0.5, threshold=0.95, saliency="grad_cam"
    )
    assert examined.sex.readings and np.isfinite(examined.sex.logit)
    assert (examined.age is not None) == ("age" in recipe.outputs)
    assert examined.saliency is not None and min(examined.saliency.grid) > 1
    if "age" not in recipe.outputs:
        assert (examined.sex.outcome.value, examined.sex.reason) == ("not_evaluated", "outside_validation")


def test_the_papers_recipes_are_there_and_say_what_is_left_open() -> None:
    assert set(names()) >= PAPERS
    for name in PAPERS:
        said = " ".join(str(importlib.import_module(f"forensix.training.recipes.{name}").__doc__).split())
        assert "The paper (" in said and "eft open" in said, name


def test_settings_are_typed_like_what_they_replace() -> None:
    changed = adapted(
        load("sequential_cnn"), size=64, epochs=2, settings=("batch=32", "new_rate=0.01", "augmentation.rotation=5", "balanced=true")
    )
    assert (changed.batch, changed.new_rate, changed.augmentation.rotation, changed.balanced) == (32, 0.01, 5.0, True)
    assert changed.sizes == ((0.0, 64),) and changed.epochs == 2
    assert changed.optimiser == "sgd"


def test_sizes_can_be_set_by_share_of_the_schedule() -> None:
    assert adapted(load("sequential_cnn"), settings=("sizes=0:192,0.5:256",)).sizes == ((0.0, 192), (0.5, 256))


@pytest.mark.parametrize(
    "setting",
    ["colour=red", "batch=many", "batch=0", "augmentation.colour=1", "optimiser=adam", "balanced=perhaps", "outputs=sex", "batch"],
)
def test_a_setting_that_cannot_be_is_refused(setting: str) -> None:
    with pytest.raises(RecipeRejected, match="cannot be changed"):
        adapted(load("sequential_cnn"), settings=(setting,))


@pytest.mark.parametrize(
    "shares", [(("train", 0.7), ("test", 0.3)), (("train", 0.7), ("validation", 0.1), ("calibration", 0.1), ("test", 0.2))]
)
def test_shares_are_of_all_parts_and_sum_to_one(shares: tuple[tuple[str, float], ...]) -> None:
    with pytest.raises(ValueError, match="shares"):
        Recipe(name="x", backbone="resnet18", outputs=("sex",), sizes=((0.0, 64),), epochs=1, shares=shares)


def test_a_faint_lossy_copy_loses_more_and_keeps_its_brightness() -> None:
    picture = np.random.default_rng(3).integers(60, 200, (64, 64)).astype(np.uint8)
    quality = (60, 60)

    def lost(faint: float) -> float:
        copies = [recompressed(picture, Augmentation(quality=quality, faint=faint), np.random.default_rng(seed)) for seed in range(40)]
        assert abs(float(np.mean(copies)) - picture.mean()) < 2.0
        return float(np.mean([np.abs(copy.astype(float) - picture).mean() for copy in copies]))

    assert lost(0.1) > 1.05 * lost(1.0)
