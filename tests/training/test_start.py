"""Starting weights: what a given layer did before, it does in the network; and no earlier stage has met who is measured on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval
from torchvision.models import densenet121, efficientnet_b0, inception_v3, resnet18

from forensix.inference import backbones
from forensix.training import split as parts
from forensix.training.network import build
from forensix.training.recipe import Recipe, RecipeRejected, load
from forensix.training.start import IMAGENET_MEAN, IMAGENET_SD, learnt_by, start_from
from forensix.validation.learnt import Learnt
from forensix.validation.manifest import Manifest, Row

SMALL = Recipe(name="small", backbone="resnet18", outputs=("sex",), sizes=((0.0, 64),), epochs=1)


def normal(gray: Tensor, mean: tuple[float, ...], sd: tuple[float, ...]) -> Tensor:
    values, widths = (torch.tensor(given).view(1, 3, 1, 1) for given in (mean, sd))
    return (gray.expand(-1, 3, -1, -1) - values) / widths


def unsettle(network: nn.Module) -> None:
    """Statistics and scales as a trained network has them: none is 0 or 1."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.running_mean, -0.2, 0.2)
            nn.init.uniform_(module.running_var, 0.5, 2.0)
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.2, 0.2)


def folded(network: nn.Module) -> dict[str, Tensor]:
    """The network's tensors with each norm folded into the convolution before it."""
    network.eval()
    found = {"fc.weight": network.fc.weight, "fc.bias": network.fc.bias}
    pairs = {
        name: name.replace("conv", "bn") for name, module in network.named_modules() if "conv" in name and isinstance(module, nn.Conv2d)
    }
    pairs |= {name: name[:-1] + "1" for name, module in network.named_modules() if name.endswith("downsample.0")}
    for convolution, norm in pairs.items():
        fused = fuse_conv_bn_eval(network.get_submodule(convolution), network.get_submodule(norm))
        found |= {f"{convolution}.weight": fused.weight, f"{convolution}.bias": fused.bias}
    return {name: value.detach().clone().contiguous() for name, value in found.items()}


def test_norms_that_were_folded_in_are_unfolded_and_the_function_stays(tmp_path: Path) -> None:
    torch.manual_seed(0)
    colour = resnet18(weights=None)
    unsettle(colour)
    save_file(folded(colour), tmp_path / "folded.safetensors")
    network, gray = build(SMALL), torch.rand(8, 1, 64, 64)
    pictures = (gray - SMALL.mean) / SMALL.sd
    given = start_from(network, tmp_path / "folded.safetensors", SMALL, pictures)
    assert {"bn1.weight", "layer3.1.bn2.bias", "layer4.0.downsample.1.weight", "conv1.weight"} <= given
    seen = [
        model.layer4(model.layer3(model.layer2(model.layer1(model.maxpool(model.relu(model.bn1(model.conv1(x))))))))
        for model, x in ((colour.eval(), normal(gray, IMAGENET_MEAN, IMAGENET_SD)), (network.eval(), pictures))
    ]
    inside = abs(seen[0] - seen[1])[:, :, 1:, 1:].mean() / abs(seen[0]).mean()
    assert inside < 0.1  # the padding at the border stands for another gray value
    norm = network.layer2[0].bn1
    assert not torch.allclose(norm.running_mean, torch.zeros(()))
    with pytest.raises(RecipeRejected, match="norms folded in"):
        start_from(build(SMALL), tmp_path / "folded.safetensors", SMALL)


@pytest.mark.parametrize(
    ("name", "model", "colour"),
    [
        ("densenet121_fine_tune", densenet121, (IMAGENET_MEAN, IMAGENET_SD)),
        ("hand_sex_efficientnet_b0", efficientnet_b0, (IMAGENET_MEAN, IMAGENET_SD)),
        ("hand_sex_inception_v3", lambda **none: inception_v3(**none, init_weights=False, aux_logits=True), ((0.5,) * 3, (0.5,) * 3)),
    ],
)
def test_torchvision_s_file_fits_every_layer_but_the_head(
    name: str, model: object, colour: tuple[tuple[float, ...], ...], tmp_path: Path
) -> None:
    torch.manual_seed(0)
    original: nn.Module = model(weights=None)  # type: ignore[operator]
    unsettle(original)
    torch.save(original.state_dict(), tmp_path / "torchvision.pth")
    recipe = load(name)
    network = build(recipe)
    given = start_from(network, tmp_path / "torchvision.pth", recipe)
    left_out = {key for key in network.state_dict() if key not in given}
    assert left_out and all(key.startswith(("fc.", "classifier.")) for key in left_out)
    gray, stem = torch.rand(1, 1, 96, 96), 4
    before, after = (dict(net.eval().named_modules()) for net in (original, network))
    layers = backbones.load(recipe.backbone).STEM
    x, y = normal(gray, *colour), (gray - recipe.mean) / recipe.sd
    for layer in layers:
        x, y = before[layer](x), after[layer](y)
    assert torch.allclose(x[..., stem:-stem, stem:-stem], y[..., stem:-stem, stem:-stem], atol=1e-3)


def test_the_old_names_of_densenet_s_layers_are_understood(tmp_path: Path) -> None:
    state = {
        key.replace(".norm1.", ".norm.1.").replace(".conv2.", ".conv.2."): value
        for key, value in densenet121(weights=None).state_dict().items()
    }
    torch.save(state, tmp_path / "old.pth")
    given = start_from(build(load("densenet121_fine_tune")), tmp_path / "old.pth", load("densenet121_fine_tune"))
    assert {"features.denseblock1.denselayer1.norm1.weight", "features.denseblock4.denselayer16.conv2.weight"} <= given


def test_a_pickle_that_would_run_code_is_not_opened(tmp_path: Path) -> None:
    class Runs:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return print, ("run",)

    torch.save({"conv1.weight": Runs()}, tmp_path / "bad.pth")
    with pytest.raises(RecipeRejected, match="can be read"):
        start_from(build(SMALL), tmp_path / "bad.pth", SMALL)


@pytest.fixture
def data(tmp_path: Path) -> Manifest:
    """Two hundred subjects, each with a file of its own."""
    for index in range(200):
        (tmp_path / f"{index}.png").write_bytes(f"radiograph {index}".encode())
    rows = tuple(Row(tmp_path / f"{i}.png", str(i), ("male", "female")[i % 2], 100.0) for i in range(200))  # type: ignore[arg-type]
    return Manifest(tmp_path / "labels.csv", "a" * 64, rows, ())


def changed(data: Manifest, prefix: str) -> Manifest:
    """Another manifest of the same files, with other names."""
    named = [replace(row, subject=f"{prefix}{row.subject}") for row in data.rows]
    return Manifest(data.path, "b" * 64, tuple(named), ())


def turned(data: Manifest) -> dict[str, str]:
    """Parts in which training and test have changed places."""
    other = {"train": "test", "test": "train"}
    return {subject: other.get(part, part) for subject, part in parts.split(data.rows).items()}


def test_an_earlier_stage_that_learnt_from_test_subjects_is_refused_by_their_names(data: Manifest, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier"
    earlier.mkdir()
    parts.write(parts.split(data.rows), earlier / "split.csv")  # all that a bundle of an earlier version has
    (earlier / "weights.safetensors").touch()
    tenths = parts.split(data.rows, load("hand_dual_inception_v3_se").shares)
    learnt_by(data, tenths, [earlier])  # its tenths for calibration and test lie behind the four fifths that the other trains on
    for start in (earlier, earlier / "weights.safetensors"):
        with pytest.raises(RecipeRejected, match=r"trained on subjects that this run measures on: 160 of the test part"):
            learnt_by(data, turned(data), [start])
    with pytest.raises(RecipeRejected, match="of the test part"):
        learnt_by(changed(data, prefix=""), turned(data), [earlier])
    others = changed(data, prefix="site-")
    learnt_by(others, turned(others), [earlier])


def test_a_file_that_any_stage_learnt_from_is_known_by_whatever_name(data: Manifest, tmp_path: Path) -> None:
    first, second, others = tmp_path / "first", tmp_path / "second", changed(data, prefix="site-")
    first.mkdir()
    second.mkdir()
    learnt_by(data, parts.split(data.rows)).write(first)
    few = replace(others, rows=tuple(row for row in others.rows if parts.split(others.rows)[row.subject] != "train"))
    assigned = dict.fromkeys((row.subject for row in few.rows), "train")
    learnt = learnt_by(few, assigned, [first])
    assert len(learnt.subjects) == 160 + len(few.rows)
    name_alone = Learnt(frozenset({(min(learnt.subjects), "")}))
    (learnt | name_alone).write(second)  # a further stage, on another manifest
    assert Learnt.of(second) == learnt
    again = changed(data, prefix="again-")
    with pytest.raises(RecipeRejected, match="second was trained on subjects that this run measures on"):
        learnt_by(again, turned(again), [second])


def test_a_file_under_two_names_is_in_two_parts_and_refused(data: Manifest) -> None:
    assigned = parts.split(data.rows)
    trained, tested = (next(row for row in data.rows if assigned[row.subject] == part) for part in ("train", "test"))
    tested.path.write_bytes(trained.path.read_bytes())
    with pytest.raises(RecipeRejected, match="under other subjects too: 1 of the test part"):
        learnt_by(data, assigned)
