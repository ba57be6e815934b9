"""The network as Lightning trains it: starting weights, losses, rates, schedule."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import lightning
import torch
from lightning.pytorch.callbacks import Callback
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from forensix.inference import backbones
from forensix.training.data import AgeScale, augment
from forensix.training.recipe import Recipe, RecipeRejected

# The normalisation that the ImageNet weights were trained with, per colour.
IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_SD = (0.229, 0.224, 0.225)

Batch = tuple[Tensor, Tensor, Tensor, Tensor]
"""Pictures, sex (1 male), scaled age (NaN unknown), weight in the loss of sex."""


class SexAndAge(lightning.LightningModule):
    """A backbone with the outputs of its recipe, trained on uint8 pictures, sex (1 male) and scaled age (NaN unknown).

    Parameters
    ----------
    given : set of str
        Names of the parameters that start from given weights; the others learn at the recipe's `new_rate`.
    frozen : tuple of str
        Children of the network that are not trained, their norms included.
    compiled : bool
        Train through torch.compile (needs a C++ compiler; faster).
    """

    def __init__(
        self,
        recipe: Recipe,
        network: nn.Module,
        given: set[str],
        age: AgeScale,
        *,
        frozen: tuple[str, ...] = (),
        compiled: bool = False,
    ) -> None:
        super().__init__()
        self.recipe, self.given, self.age = recipe, given, age
        self.network = network
        # Kept out of the module tree, so that the state dict keeps torchvision's names.
        self._run: list[Callable[[Tensor], Tensor]] = [torch.compile(network) if compiled else network]
        self.frozen = [network.get_submodule(name) for name in frozen]
        for part in self.frozen:
            part.requires_grad_(False)
        self.random = torch.Generator().manual_seed(recipe.seed)
        self._seen: list[tuple[Tensor, Tensor, Tensor]] = []

    def normalise(self, pictures: Tensor) -> Tensor:
        """Gray values 0..1 as the network wants them."""
        return ((pictures - self.recipe.mean) / self.recipe.sd).contiguous(memory_format=torch.channels_last)

    def losses(self, answers: Tensor, sex: Tensor, age: Tensor, weight: Tensor | None = None) -> dict[str, Tensor]:
        """Weighted cross-entropy of sex and smooth-L1 of scaled age, straight beyond a tenth, for the outputs that the recipe has."""
        found = {}
        columns = dict(zip(self.recipe.outputs, answers.float().unbind(1), strict=True))
        if "sex" in columns:
            found["sex"] = functional.binary_cross_entropy_with_logits(columns["sex"], sex, weight)
        known = ~torch.isnan(age)
        if "age" in columns and bool(known.any()):
            found["age"] = functional.smooth_l1_loss(columns["age"][known], age[known], beta=0.1)
        return found

    def on_fit_start(self) -> None:
        """Chance is drawn where the pictures are; Lightning's hook."""
        self.random = torch.Generator(self.device).manual_seed(self.recipe.seed + self.global_rank)

    def on_train_batch_start(self, batch: Batch, batch_idx: int) -> None:
        """Lightning sets training mode after each validation; the frozen parts' norms keep their statistics. Lightning's hook."""
        for part in self.frozen:
            part.eval()

    def training_step(self, batch: Batch, _: int) -> Tensor:
        """One step; Lightning's hook."""
        pictures, sex, age, weight = batch
        varied = augment(pictures.float() / 255.0, self.recipe.augmentation, self.random)
        found = self.losses(self._run[0](self.normalise(varied)), sex, age, weight)
        for name, value in found.items():
            self.log(f"train_{name}", value, prog_bar=False)
        total = sum((value * (self.recipe.age_weight if name == "age" else 1.0) for name, value in found.items()), torch.zeros(()))
        self.log("rate", self.trainer.optimizers[0].param_groups[0]["lr"])
        return total

    def validation_step(self, batch: Batch, _: int) -> None:
        """The mean of both readings, as an unknown side is read; Lightning's hook."""
        pictures, sex, age, _weight = batch
        normal = self.normalise(pictures.float() / 255.0)
        answers = (self.network(normal).float() + self.network(normal.flip(3)).float()) / 2
        self._seen.append((answers.cpu(), sex.cpu(), age.cpu()))

    def on_validation_epoch_end(self) -> None:
        """Area under the curve and age error of the validation part; Lightning's hook."""
        answers, sex, age = (torch.cat(parts) for parts in zip(*self._seen, strict=True))
        self._seen.clear()
        for name, value in self.losses(answers, sex, age).items():
            self.log(f"validation_{name}", value)
        columns = dict(zip(self.recipe.outputs, answers.unbind(1), strict=True))
        if "sex" in columns:
            self.log("validation_auc", area_under_curve(columns["sex"], sex))
            self.log("validation_accuracy", ((columns["sex"] > 0) == (sex > 0.5)).float().mean())
        if "age" in columns:
            self.log("validation_mad_months", torch.nanmean((columns["age"] - age).abs()) * self.age.sd)

    def configure_optimizers(self) -> torch.optim.Optimizer:
        """AdamW in four groups: new or given, decayed or not (norms and biases are not); Lightning's hook."""
        groups: dict[tuple[float, float], list[nn.Parameter]] = {}
        for name, parameter in self.network.named_parameters():
            if not parameter.requires_grad:
                continue
            rate = self.recipe.old_rate if name in self.given else self.recipe.new_rate
            decay = self.recipe.weight_decay if parameter.ndim > 1 else 0.0
            groups.setdefault((rate, decay), []).append(parameter)
        options: list[dict[str, Any]] = [
            {"params": members, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), members in groups.items()
        ]
        return torch.optim.AdamW(options)


class OneCycle(Callback):
    """Rates rise and fall once over the schedule, which ends with the epochs or the minutes, whichever comes first.

    The place in the schedule is the larger of the share of steps and the share of minutes: on a busy machine the run still
    ends in time, fully annealed. What was spent before an interruption counts.
    """

    def __init__(self, recipe: Recipe, steps: int, minutes: float | None, progress: Callable[[str, float], None]) -> None:
        self.recipe, self.steps, self.minutes, self.progress = recipe, steps, minutes, progress
        self.spent = 0.0
        self._last = 0.0

    def share(self, step: int) -> float:
        """How far the schedule is, 0..1."""
        by_time = self.spent / (60.0 * self.minutes) if self.minutes else 0.0
        return min(1.0, max(step / self.steps, by_time))

    def factor(self, share: float) -> float:
        """What the peak rates are multiplied by."""
        if share < self.recipe.warm_up:
            return 0.04 + 0.96 * (1 - math.cos(math.pi * share / self.recipe.warm_up)) / 2
        return 1e-4 + (1 + math.cos(math.pi * (share - self.recipe.warm_up) / (1 - self.recipe.warm_up))) / 2

    def on_train_start(self, trainer: lightning.Trainer, pl_module: lightning.LightningModule) -> None:
        """Start the clock."""
        self._last = time.monotonic()

    def on_train_batch_start(self, trainer: lightning.Trainer, pl_module: lightning.LightningModule, batch: Any, batch_idx: int) -> None:
        """Set the rates; stop at the end of the schedule."""
        now = time.monotonic()
        self.spent, self._last = self.spent + now - self._last, now
        share = self.share(trainer.global_step)
        for group in trainer.optimizers[0].param_groups:
            group["lr"] = group["peak"] * self.factor(share)
        self.progress("training", share)
        if share >= 1.0:
            trainer.should_stop = True

    def state_dict(self) -> dict[str, float]:
        """What a checkpoint keeps."""
        return {"spent": self.spent}

    def load_state_dict(self, state_dict: dict[str, float]) -> None:
        """Take up where the checkpoint was."""
        self.spent = state_dict["spent"]


def start_from(network: nn.Module, file: Path, recipe: Recipe) -> set[str]:
    """Load the layers that `file` (safetensors, or a bundle's folder) holds; the names of the loaded parameters.

    A first convolution for three colours is summed into one for gray with the ImageNet normalisation folded in: what a gray
    picture repeated three times gave, this gives, but for a constant per filter that goes into the norm's running mean.

    Raises
    ------
    RecipeRejected
        The file cannot be read or does not fit the network.
    """
    path = file / "weights.safetensors" if file.is_dir() else file
    try:
        weights = {name: value.float() for name, value in load_file(path).items()}
    except (OSError, SafetensorError) as error:
        remedy = "Give a safetensors file, or a folder that holds weights.safetensors."
        raise RecipeRejected(f"No starting weights can be read from {path.name}: {error}", remedy, str(path)) from error
    own = network.state_dict()
    if "conv1.weight" in weights and weights["conv1.weight"].shape[1] == 3:
        fold_gray(weights, recipe)
    fitting = {name: value for name, value in weights.items() if name in own and own[name].shape == value.shape}
    if not fitting:
        raise RecipeRejected(f"{path.name} holds no layer of {recipe.backbone}", "Give weights of the same network.", str(path))
    network.load_state_dict(fitting, strict=False)
    return set(fitting)


def fold_gray(weights: dict[str, Tensor], recipe: Recipe) -> None:
    """Sum a colour stem (conv1, bn1) into a gray one, in place."""
    colour = weights["conv1.weight"]
    mean, sd = (torch.tensor(values).view(1, 3, 1, 1) for values in (IMAGENET_MEAN, IMAGENET_SD))
    weights["conv1.weight"] = recipe.sd * (colour / sd).sum(1, keepdim=True)
    constant = (colour * (recipe.mean - mean) / sd).sum((1, 2, 3))
    weights["bn1.running_mean"] = weights["bn1.running_mean"] - constant


def build(recipe: Recipe) -> nn.Module:
    """The recipe's untrained network, its random start fixed by the recipe's seed."""
    torch.manual_seed(recipe.seed)
    network = backbones.load(recipe.backbone).build(recipe.outputs, **recipe.backbone_options)
    return network.to(memory_format=torch.channels_last)


def area_under_curve(scores: Tensor, truth: Tensor) -> Tensor:
    """Share of (male, female) pairs in the right order, ties half."""
    difference = scores[truth > 0.5].unsqueeze(1) - scores[truth <= 0.5].unsqueeze(0)
    return ((difference > 0).float() + 0.5 * (difference == 0).float()).mean()


def network_weights(checkpoint: Mapping[str, Any]) -> dict[str, Tensor]:
    """The network's tensors of a Lightning checkpoint, under torchvision's names."""
    prefix = "network."
    return {name.removeprefix(prefix): value for name, value in checkpoint["state_dict"].items() if name.startswith(prefix)}
