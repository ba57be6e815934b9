"""Starting weights: what a given layer did before, it does in the network; and no earlier stage has met who is measured on."""

from __future__ import annotations

import json
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
from forensix.training.start import IMAGENET_MEAN, IMAGENET_SD, require_unseen, start_from
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


@pytest.mark.parametrize("kind", ["run", "bundle"])
def test_an_earlier_stage_that_learnt_from_test_subjects_is_refused(kind: str, tmp_path: Path) -> None:
    rows = tuple(Row(Path(f"{i}.png"), str(i), ("male", "female")[i % 2], 100.0) for i in range(200))  # type: ignore[arg-type]
    data = Manifest(tmp_path / "labels.csv", "a" * 64, rows, ())
    ours = parts.split(rows, load("hand_dual_inception_v3_se").shares)
    parts.write(parts.split(rows), tmp_path / "split.csv")
    if kind == "run":
        (tmp_path / "training.json").write_text(json.dumps({"data_sha256": data.sha256}), encoding="utf-8")
    else:
        (tmp_path / "card.toml").write_text(f'[training]\ndata_sha256 = "{data.sha256}"\n', encoding="utf-8")
    require_unseen(tmp_path, ours, data)  # its tenths for calibration and test lie behind the four fifths that the other trains on
    turned = {subject: {"train": "test", "test": "train"}.get(part, part) for subject, part in ours.items()}
    with pytest.raises(RecipeRejected, match="of the test part"):
        require_unseen(tmp_path, turned, data)
    require_unseen(tmp_path, turned, Manifest(data.path, "b" * 64, rows, ()))
