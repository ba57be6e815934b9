"""Starting weights: a bundle, a safetensors file, or torchvision's own file, laid into a network for gray pictures."""

from __future__ import annotations

import json
import pickle
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from forensix.inference import backbones
from forensix.training.recipe import Recipe, RecipeRejected
from forensix.validation.manifest import Manifest, read_parts

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


def require_unseen(earlier: Path, assigned: Mapping[str, str], data: Manifest) -> None:
    """Refuse an earlier stage or a teacher that learnt from a subject that this run calibrates or tests on.

    Only where it was trained on the same manifest: another manifest's subject 17 is another person. A recipe with other shares may
    validate on such subjects; what it shows while it trains is then too good, what its bundle says is not.

    Raises
    ------
    RecipeRejected
        Naming how many subjects of which parts.
    """
    if not (earlier / "split.csv").is_file() or _data_of(earlier) != data.sha256:
        return
    learnt = {subject for subject, part in read_parts(earlier / "split.csv").items() if part == "train"}
    parts = [assigned[subject] for subject in learnt if assigned.get(subject) in MEASURED]
    if parts:
        counts = ", ".join(f"{parts.count(part)} of the {part} part" for part in sorted(set(parts)))
        remedy = "Start from a model that was trained with the same shares, or from other weights."
        raise RecipeRejected(f"{earlier.name} was trained on subjects that this run measures on: {counts}", remedy, str(earlier))


def _data_of(folder: Path) -> str:
    if (folder / "training.json").is_file():
        return str(json.loads((folder / "training.json").read_text(encoding="utf-8")).get("data_sha256"))
    if (folder / "card.toml").is_file():
        return str(tomllib.loads((folder / "card.toml").read_text(encoding="utf-8")).get("training", {}).get("data_sha256"))
    return ""
