"""Starting weights, schedule, augmentation and losses of the training network."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import nn
from torchvision.models import resnet18

from forensix.imaging import phantom
from forensix.inference import backbones
from forensix.inference.calibration import Calibration, posterior
from forensix.inference.preprocess import Preprocess
from forensix.training.data import AgeScale, Radiographs, augment, masked, squashed_cache
from forensix.training.network import OneCycle, SexAndAge, area_under_curve, build
from forensix.training.recipe import Augmentation, Recipe, RecipeRejected
from forensix.training.recipe import load as load_recipe
from forensix.training.recipe import names as recipe_names
from forensix.training.start import IMAGENET_MEAN, IMAGENET_SD, start_from
from forensix.validation.calibrate import calibrate_sex
from forensix.validation.manifest import read as read_manifest

SMALL = Recipe(name="small", backbone="resnet18", outputs=("sex", "age"), sizes=((0.0, 32), (0.5, 64)), epochs=2, batch=8)


def test_a_gray_stem_gives_what_the_colour_stem_gave_on_gray(tmp_path: Path) -> None:
    torch.manual_seed(0)
    colour = resnet18(weights=None)
    nn.init.uniform_(colour.bn1.running_mean, -1, 1)
    save_file({key: value.contiguous() for key, value in colour.state_dict().items()}, tmp_path / "start.safetensors")
    network = build(SMALL)
    given = start_from(network, tmp_path / "start.safetensors", SMALL)
    gray = torch.rand(2, 1, 64, 64)
    mean, sd = (torch.tensor(values).view(1, 3, 1, 1) for values in (IMAGENET_MEAN, IMAGENET_SD))
    colour.eval()
    network.eval()
    expected = colour.bn1(colour.conv1((gray.expand(-1, 3, -1, -1) - mean) / sd))
    found = network.bn1(network.conv1((gray - SMALL.mean) / SMALL.sd))
    # At the border the padding stands for another gray value than before; inside both are the same.
    assert torch.allclose(found[..., 4:-4, 4:-4], expected[..., 4:-4, 4:-4], atol=1e-4)
    assert "layer4.1.conv2.weight" in given
    assert "fc.weight" not in given


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    save_file({"nothing": torch.zeros(3)}, tmp_path / "start.safetensors")
    with pytest.raises(RecipeRejected, match="no layer"):
        start_from(build(SMALL), tmp_path / "start.safetensors", SMALL)


def test_starting_weights_that_are_missing_or_no_safetensors_are_refused(tmp_path: Path) -> None:
    (tmp_path / "start.safetensors").write_bytes(b"a pickle, perhaps")
    for path in (tmp_path / "start.safetensors", tmp_path / "gone.safetensors", tmp_path):
        with pytest.raises(RecipeRejected, match="can be read"):
            start_from(build(SMALL), path, SMALL)


def test_new_layers_learn_faster_and_norms_are_not_decayed() -> None:
    network = build(SMALL)
    module = SexAndAge(SMALL, network, {"conv1.weight", "bn1.weight"}, AgeScale(100.0, 40.0))
    groups = {(group["lr"], group["weight_decay"]): group["params"] for group in module.configure_optimizers().param_groups}
    assert len(groups[SMALL.old_rate, SMALL.weight_decay]) == 1
    assert any(parameter is network.fc.weight for parameter in groups[SMALL.new_rate, SMALL.weight_decay])
    assert all(parameter.ndim == 1 for (_, decay), members in groups.items() if decay == 0.0 for parameter in members)


def test_frozen_parts_are_not_trained() -> None:
    network = build(SMALL)
    module = SexAndAge(SMALL, network, set(), AgeScale(100.0, 40.0), frozen=("conv1", "bn1", "layer1"))
    module.train()
    module.on_train_batch_start((torch.zeros(0),) * 3, 0)
    assert not network.layer1[0].bn1.training
    assert network.layer2[0].bn1.training
    trained = {id(parameter) for group in module.configure_optimizers().param_groups for parameter in group["params"]}
    assert id(network.conv1.weight) not in trained
    assert id(network.layer2[0].conv1.weight) in trained


def test_the_schedule_ends_with_steps_or_minutes_whichever_comes_first() -> None:
    cycle = OneCycle(SMALL, 100, 10.0, lambda step, share: None)
    assert cycle.share(50) == 0.5
    cycle.spent = 9 * 60.0
    assert cycle.share(50) == pytest.approx(0.9)
    cycle.spent = 11 * 60.0
    assert cycle.share(50) == 1.0
    again = OneCycle(SMALL, 100, 10.0, lambda step, share: None)
    again.load_state_dict(cycle.state_dict())
    assert again.share(0) == 1.0


def test_rates_rise_once_and_fall_once() -> None:
    cycle = OneCycle(SMALL, 100, None, lambda step, share: None)
    factors = [cycle.factor(step / 200) for step in range(201)]
    top = factors.index(max(factors))
    assert max(factors) == pytest.approx(1.0, abs=0.01)
    assert factors[: top + 1] == sorted(factors[: top + 1])
    assert factors[top:] == sorted(factors[top:], reverse=True)
    assert factors[-1] < 0.001


def test_male_is_the_positive_sex_from_the_manifest_to_the_outcome(tmp_path: Path) -> None:
    """Two made-up hands, M and F: what is taught, what a calibration makes of it, and what a prior does."""
    for name in ("m", "f"):
        Image.new("L", (20, 20)).save(tmp_path / f"{name}.png")
    (tmp_path / "labels.csv").write_text("path,subject,sex,bone_age_months\nm.png,1,M,100\nf.png,2,F,100\n", encoding="utf-8")
    data, preprocess = read_manifest(tmp_path / "labels.csv"), Preprocess(size=32, mean=0.4, sd=0.2)
    cache = squashed_cache(data, preprocess, tmp_path, lambda step, share: None)
    taught = Radiographs(cache, data.rows, [0, 1], preprocess, AgeScale.of(data.rows)).sex
    module, unknown = SexAndAge(SMALL, build(SMALL), set(), AgeScale(100.0, 40.0)), torch.tensor([math.nan, math.nan])
    right, wrong = (module.losses(torch.tensor([[at, 0.0], [-at, 0.0]]), taught, unknown)["sex"] for at in (3.0, -3.0))
    assert right < wrong
    logits = np.concatenate([np.linspace(-1, 3, 300), np.linspace(-3, 1, 100)])  # three males to one female
    calibration = Calibration(**calibrate_sex(logits, np.arange(400) < 300))
    assert calibration.log10_lr(3.0) > 0 > calibration.log10_lr(-3.0)
    assert calibration.log10_lr(0.0) == pytest.approx(0.0, abs=0.05)  # the part's own three to one is not in the ratio
    assert posterior(calibration.log10_lr(0.0), 0.25) == pytest.approx(0.25, abs=0.03)


def test_an_unknown_age_teaches_nothing_but_sex() -> None:
    module = SexAndAge(SMALL, build(SMALL), set(), AgeScale(100.0, 40.0))
    answers = torch.tensor([[0.3, 1.0], [-0.2, 5.0]])
    sex, unknown = torch.tensor([1.0, 0.0]), torch.tensor([math.nan, math.nan])
    assert set(module.losses(answers, sex, unknown)) == {"sex"}
    half = module.losses(answers, sex, torch.tensor([1.0, math.nan]))
    assert half["age"].item() == 0.0


def test_augmentation_keeps_range_and_shape_and_none_changes_nothing() -> None:
    random = torch.Generator().manual_seed(0)
    pictures = torch.rand(6, 1, 40, 40)
    varied = augment(pictures, Augmentation(), random)
    assert varied.shape == pictures.shape
    assert 0.0 <= float(varied.min()) <= float(varied.max()) <= 1.0
    assert not torch.allclose(varied, pictures, atol=0.1)
    still = augment(pictures, Augmentation(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), random)
    assert torch.allclose(still, pictures, atol=2e-4)
    mirrored = augment(pictures, Augmentation(0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0), random)
    assert torch.allclose(mirrored, pictures.flip(3), atol=2e-4)


def test_masking_takes_the_marker_away_and_leaves_the_hand() -> None:
    hand = phantom.hand(5, size=(224, 224))
    shown = np.rint(20 + 200 * (hand - hand.min()) / (hand.max() - hand.min())).astype(np.uint8)
    shown[12:34, 12:28] = 255
    random = np.random.default_rng(1)
    drawn = [masked(shown, random) for _ in range(12)]
    bones = (shown > 150) & (np.arange(224)[:, None] > 40)
    assert all(np.array_equal(one[bones], shown[bones]) for one in drawn)
    assert {bool(one[15:30, 15:25].min() < 60) for one in drawn} == {True, False}, "borders masked leave a marker in the field"
    blank = np.full((224, 224), 90, dtype=np.uint8)
    assert np.array_equal(masked(blank, random), blank)


def test_area_under_curve_counts_ties_half() -> None:
    assert area_under_curve(torch.tensor([0.0, 1.0, 1.0, 2.0]), torch.tensor([0.0, 0.0, 1.0, 1.0])) == pytest.approx(0.875)


@pytest.mark.parametrize("name", recipe_names())
def test_every_recipe_builds_its_network_and_is_headed_by_its_command(name: str) -> None:
    recipe = load_recipe(name)
    assert recipe.name == name
    module = backbones.load(recipe.backbone)
    network = module.build(recipe.outputs, **recipe.backbone_options).eval()
    assert network(torch.zeros(1, 1, 128, 128)).shape == (1, len(recipe.outputs))
    source = Path(str(__import__(f"forensix.training.recipes.{name}", fromlist=["x"]).__file__)).read_text(encoding="utf-8")
    assert f"forensix train {name} --data" in source


def test_an_unknown_recipe_names_the_known_ones() -> None:
    with pytest.raises(RecipeRejected) as rejected:
        load_recipe("no-such-recipe")
    assert "hand_sex_age_resnet50" in rejected.value.remedy


@pytest.mark.parametrize("sizes", [(), ((0.1, 64),), ((0.0, 64), (0.0, 96)), ((0.0, 64), (1.0, 96))])
def test_sizes_cover_the_schedule(sizes: tuple[tuple[float, int], ...]) -> None:
    with pytest.raises(ValueError, match="sizes"):
        Recipe(name="x", backbone="resnet18", outputs=("sex",), sizes=sizes, epochs=1)
