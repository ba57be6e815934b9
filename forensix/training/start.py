"""Starting weights: a bundle, a safetensors file, or torchvision's own file, laid into a network for gray pictures."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from forensix.inference import backbones
from forensix.training.recipe import Recipe, RecipeRejected
from forensix.validation.learnt import TRAIN, Learnt
from forensix.validation.manifest import Manifest

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_SD = (0.229, 0.224, 0.225)
"""The normalisation that torchvision's weights were trained with, per colour; a network's file may name another as COLOUR."""

PICKLED = (".pth", ".pt")
OLD_DENSE = re.compile(r"(denselayer\d+\.(?:norm|conv))\.([12])\.")
NOTHING = torch.zeros(0)
MEASURED = ("calibration", "test")


def start_from(network: nn.Module, file: Path, recipe: Recipe, pictures: Tensor = NOTHING) -> set[str]:
    """Load the layers that `file` holds; the names of the loaded parameters.

    Parameters
    ----------
    file : Path
        A safetensors file, a torchvision .pth (read without running what a pickle may hold), or a folder with weights.safetensors.
    pictures : Tensor (n, 1, size, size), optional
        Normalised radiographs: where the file has norms folded into convolutions, they get these pictures' statistics.

    A first convolution for three colours is summed into one for gray with the colours' normalisation folded in: what a gray
    picture repeated three times gave, this gives, but for a constant per filter that goes into the norm's running mean.

    Raises
    ------
    RecipeRejected
        The file cannot be read or does not fit the network.
    """
    weights = _read(file)
    backbone = backbones.load(recipe.backbone)
    fold_gray(weights, recipe, backbone.STEM, getattr(backbone, "COLOUR", (IMAGENET_MEAN, IMAGENET_SD)))
    own = network.state_dict()
    fitting = {name: value for name, value in weights.items() if name in own and own[name].shape == value.shape}
    if not fitting:
        raise RecipeRejected(f"{file.name} holds no layer of {recipe.backbone}", "Give weights of the same network.", str(file))
    network.load_state_dict(fitting, strict=False)
    return set(fitting) | _unfold(network, weights, own, pictures, file)


def _read(file: Path) -> dict[str, Tensor]:
    path = file / "weights.safetensors" if file.is_dir() else file
    try:
        found = torch.load(path, map_location="cpu", weights_only=True) if path.suffix in PICKLED else load_file(path)
        return {OLD_DENSE.sub(r"\1\2.", name): value.float() for name, value in found.items()}
    except (OSError, SafetensorError, pickle.UnpicklingError, RuntimeError, AttributeError) as error:
        remedy = "Give a safetensors file, torchvision's .pth file, or a folder that holds weights.safetensors."
        raise RecipeRejected(f"No starting weights can be read from {path.name}: {error}", remedy, str(path)) from error


def fold_gray(
    weights: dict[str, Tensor],
    recipe: Recipe,
    stem: tuple[str, ...] = ("conv1", "bn1"),
    colour: tuple[tuple[float, ...], tuple[float, ...]] = (IMAGENET_MEAN, IMAGENET_SD),
) -> None:
    """Sum a colour stem (first convolution, and the norm after it) into a gray one, in place; a gray one stays as it is."""
    name = f"{stem[0]}.weight"
    if name not in weights or weights[name].shape[1] != 3:
        return
    coloured = weights[name]
    mean, sd = (torch.tensor(values).view(1, 3, 1, 1) for values in colour)
    weights[name] = recipe.sd * (coloured / sd).sum(1, keepdim=True)
    constant = (coloured / sd * (recipe.mean - mean)).sum((1, 2, 3))
    if f"{stem[0]}.bias" in weights:
        weights[f"{stem[0]}.bias"] = weights[f"{stem[0]}.bias"] + constant
    elif len(stem) > 1 and f"{stem[1]}.running_mean" in weights:
        weights[f"{stem[1]}.running_mean"] = weights[f"{stem[1]}.running_mean"] - constant


def _unfold(network: nn.Module, weights: Mapping[str, Tensor], own: Mapping[str, Tensor], pictures: Tensor, file: Path) -> set[str]:
    """Give norms that were folded into a convolution's bias the statistics of `pictures`, so that the layer's function stays the same."""
    folded = {
        _norm_after(name.removesuffix(".bias")): weights[name]
        for name in weights
        if name.endswith(".bias") and name not in own and name.replace(".bias", ".weight") in weights
    }
    norms = [(norm, network.get_submodule(norm), bias) for norm, bias in folded.items() if f"{norm}.running_mean" in own]
    if not norms:
        return set()
    if not len(pictures):
        raise RecipeRejected(f"{file.name} has its norms folded in", "Such weights need the training part's radiographs.", str(file))
    handles = [norm.register_forward_pre_hook(_takes_statistics(bias)) for _, norm, bias in norms]
    trained = network.training
    network.eval()
    with torch.no_grad():
        network(pictures)
    network.train(trained)
    for handle in handles:
        handle.remove()
    return {f"{name}.{part}" for name, _, _ in norms for part in ("weight", "bias")}


def _norm_after(convolution: str) -> str:
    return re.sub(r"downsample\.0$", "downsample.1", re.sub(r"conv(\d)$", r"bn\1", convolution))


def _takes_statistics(bias: Tensor) -> Any:
    def take(norm: nn.Module, given: tuple[Tensor, ...]) -> None:
        assert isinstance(norm, nn.BatchNorm2d) and norm.running_mean is not None and norm.running_var is not None
        mean, variance = given[0].mean((0, 2, 3)), given[0].var((0, 2, 3))
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(torch.sqrt(variance + norm.eps))
        norm.bias.copy_(mean + bias)

    return take


def learnt_by(data: Manifest, assigned: Mapping[str, str], earlier: Iterable[Path] = ()) -> Learnt:
    """What a run's weights will have learnt from: its training part, and what its earlier stages and its teacher learnt from.

    A recipe with other shares may validate on what was learnt from; what it shows while it trains is then too good, what its bundle
    says is not.

    Raises
    ------
    RecipeRejected
        Of something earlier, or of the same file under two names, this run would calibrate or test on what is learnt from.
    """
    measured = [row for row in data.rows if assigned[row.subject] in MEASURED]
    learnt = Learnt.from_rows(row for row in data.rows if assigned[row.subject] == TRAIN)
    twice = "files that are trained on stand in the manifest under other subjects too"
    _refuse(learnt.met(measured), assigned, twice, "Give each person one name and each file one row.", data.path)
    for folder in earlier:
        before = Learnt.of(folder)
        remedy = "Start from what was trained with the same shares, or from other weights; give other persons other names (site-17)."
        _refuse(before.met(measured), assigned, f"{folder.name} was trained on subjects that this run measures on", remedy, folder)
        learnt |= before
    return learnt


def _refuse(met: Iterable[str], assigned: Mapping[str, str], what: str, remedy: str, subject: Path) -> None:
    parts = [assigned[subject] for subject in met]
    if parts:
        counts = ", ".join(f"{parts.count(part)} of the {part} part" for part in sorted(set(parts)))
        raise RecipeRejected(f"{what}: {counts}", remedy, str(subject))
