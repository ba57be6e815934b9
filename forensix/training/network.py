"""The network as Lightning trains it: losses, rates, schedule."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from typing import Any

import lightning
import torch
from lightning.pytorch.callbacks import Callback
from torch import Tensor, nn
from torch.nn import functional

from forensix.inference import backbones
from forensix.training.data import AgeScale, augment
from forensix.training.recipe import CUTS, Recipe
from forensix.training.teacher import Teacher

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
    teacher : Teacher, optional
        Its answers are taught beside the manifest's, with the recipe's `teacher_weight`.
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
        teacher: Teacher | None = None,
    ) -> None:
        super().__init__()
        self.recipe, self.given, self.age, self.teacher = recipe, given, age, teacher
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
        """Chance is drawn, and the teacher answers, where the pictures are; Lightning's hook."""
        self.random = torch.Generator(self.device).manual_seed(self.recipe.seed + self.global_rank)
        if self.teacher:
            self.teacher.to(self.device)

    def on_train_batch_start(self, batch: Batch, batch_idx: int) -> None:
        """Lightning sets training mode after each validation; the frozen parts' norms keep their statistics. Lightning's hook."""
        for part in self.frozen:
            part.eval()

    def training_step(self, batch: Batch, _: int) -> Tensor:
        """One step; Lightning's hook."""
        pictures, sex, age, weight = batch
        varied = augment(pictures.float() / 255.0, self.recipe.augmentation, self.random)
        answers = self._run[0](self.normalise(varied))
        found = self.losses(answers, sex, age, weight)
        for name, value in found.items():
            self.log(f"train_{name}", value, prog_bar=False)
        total = self.total(found)
        if self.teacher:
            taught = self.total(self.losses_beside(answers, self.teacher.answers(varied), weight))
            self.log("train_teacher", taught)
            total = (1.0 - self.recipe.teacher_weight) * total + self.recipe.teacher_weight * taught
        self.log("rate", self.trainer.optimizers[0].param_groups[0]["lr"])
        return total

    def losses_beside(self, answers: Tensor, taught: dict[str, Tensor], weight: Tensor | None = None) -> dict[str, Tensor]:
        """The same losses against a teacher's answers: its probability of male, and its age."""
        age = taught.get("age", torch.full_like(taught["sex"], math.nan))
        return self.losses(answers, torch.sigmoid(taught["sex"]), age, weight)

    def total(self, found: dict[str, Tensor]) -> Tensor:
        """The losses as one number."""
        return torch.stack([value * (self.recipe.age_weight if name == "age" else 1.0) for name, value in found.items()]).sum()

    def validation_step(self, batch: Batch, _: int) -> None:
        """The mean of both readings, as an unknown side is read; Lightning's hook."""
        pictures, sex, age, _weight = batch
        normal = self.normalise(pictures.float() / 255.0)
        answers = (self.network(normal).float() + self.network(normal.flip(3)).float()) / 2
        self._seen.append((answers, sex, age))

    def on_validation_epoch_end(self) -> None:
        """Area under the curve and age error of the validation part, from all devices; Lightning's hook."""
        answers, sex, age = (self._from_everywhere(torch.cat(parts)) for parts in zip(*self._seen, strict=True))
        self._seen.clear()
        found = self.losses(answers, sex, age)
        for name, value in found.items():
            self._tell(f"validation_{name}", value)
        self._tell("validation_loss", self.total(found))
        columns = dict(zip(self.recipe.outputs, answers.unbind(1), strict=True))
        if "sex" in columns:
            self._tell("validation_auc", area_under_curve(columns["sex"], sex))
            self._tell("validation_accuracy", ((columns["sex"] > 0) == (sex > 0.5)).float().mean())
        if "age" in columns:
            self._tell("validation_mad_months", torch.nanmean((columns["age"] - age).abs()) * self.age.sd)

    def _from_everywhere(self, part: Tensor) -> Tensor:
        """Every device's share, one after the other; some radiographs are there twice where they do not divide evenly."""
        if self.trainer.world_size == 1:
            return part
        gathered: Tensor = self.all_gather(part)  # type: ignore[assignment]
        return gathered.flatten(0, 1)

    def _tell(self, name: str, value: Tensor) -> None:
        self.log(name, value, sync_dist=self.trainer.world_size > 1)

    def configure_optimizers(self) -> torch.optim.Optimizer:
        """The recipe's optimiser in four groups: new or given, decayed or not (norms and biases are not); Lightning's hook."""
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
        if self.recipe.optimiser == "sgd":
            return torch.optim.SGD(options, momentum=self.recipe.momentum)
        return torch.optim.AdamW(options)


class OneCycle(Callback):
    """The recipe's schedule of rates, which ends with the epochs or the minutes, whichever comes first.

    The place in the schedule is the larger of the share of steps and the share of minutes: on a busy machine the run still
    ends in time, fully annealed. What was spent before an interruption counts. Where several processes train together the
    first one's clock counts, looked at every `AGREED_STEPS`.
    """

    AGREED_STEPS = 20

    def __init__(self, recipe: Recipe, steps: int, minutes: float | None, progress: Callable[[str, float], None]) -> None:
        self.recipe, self.steps, self.minutes, self.progress = recipe, steps, minutes, progress
        self.spent = 0.0
        self._own = 0.0
        self._last = 0.0

    def share(self, step: int) -> float:
        """How far the schedule is, 0..1."""
        by_time = self.spent / (60.0 * self.minutes) if self.minutes else 0.0
        return min(1.0, max(step / max(1, self.steps), by_time))

    def factor(self, share: float) -> float:
        """What the peak rates are multiplied by."""
        if self.recipe.schedule == "three_cuts":
            return float(0.1 ** sum(share >= cut for cut in CUTS))
        if self.recipe.schedule == "decay":
            return float(0.01**share)
        if share < self.recipe.warm_up:
            return 0.04 + 0.96 * (1 - math.cos(math.pi * share / self.recipe.warm_up)) / 2
        return 1e-4 + (1 + math.cos(math.pi * (share - self.recipe.warm_up) / (1 - self.recipe.warm_up))) / 2

    def on_train_start(self, trainer: lightning.Trainer, pl_module: lightning.LightningModule) -> None:
        """Start the clock."""
        self._last, self._own = time.monotonic(), self.spent

    def on_train_batch_start(self, trainer: lightning.Trainer, pl_module: lightning.LightningModule, batch: Any, batch_idx: int) -> None:
        """Set the rates; stop at the end of the schedule."""
        now = time.monotonic()
        self._own, self._last = self._own + now - self._last, now
        if trainer.world_size == 1:
            self.spent = self._own
        elif trainer.global_step % self.AGREED_STEPS == 0:
            self.spent = trainer.strategy.broadcast(self._own)
        share = self.share(trainer.global_step)
        for group in trainer.optimizers[0].param_groups:
            group["lr"] = group["peak"] * self.factor(share)
        if trainer.is_global_zero:
            self.progress("training", share)
        if share >= 1.0:
            trainer.should_stop = True

    def state_dict(self) -> dict[str, float]:
        """What a checkpoint keeps."""
        return {"spent": self.spent}

    def load_state_dict(self, state_dict: dict[str, float]) -> None:
        """Take up where the checkpoint was."""
        self.spent = state_dict["spent"]


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
