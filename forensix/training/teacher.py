"""Distillation: what a finished bundle answers is taught beside what the manifest says."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from forensix.inference.model_card import ModelCard
from forensix.inference.network import build
from forensix.training.data import AgeScale


class Teacher:
    """A bundle's network, answering for pictures as the student sees them.

    Parameters
    ----------
    folder : Path
        The bundle.
    age : AgeScale
        The student's scale of ages.

    Raises
    ------
    ModelRejected
        The bundle is incomplete or altered.
    """

    def __init__(self, folder: Path, age: AgeScale) -> None:
        self.card = ModelCard.load(folder, evaluated=False)
        self.network, self.age = build(self.card), age

    def to(self, device: torch.device) -> None:
        """Answer there."""
        self.network.to(device)

    @torch.no_grad()
    def answers(self, pictures: Tensor) -> dict[str, Tensor]:
        """Calibrated log odds of male ("sex") and scaled age ("age", where the bundle has it) for gray values 0..1 (n, 1, size, size)."""
        size = (self.card.preprocess.size, self.card.preprocess.size)
        given = functional.interpolate(pictures, size=size, mode="bilinear", antialias=True) if pictures.shape[2:] != size else pictures
        outputs = self.network((given - self.card.preprocess.mean) / self.card.preprocess.sd).float()
        columns = dict(zip(self.card.outputs, outputs.unbind(1), strict=True))
        found = {"sex": self.card.calibration.a * columns["sex"] + self.card.calibration.b}
        if self.card.age is not None:
            months = (self.card.age.mean + self.card.age.sd * columns["age"] - self.card.age.bias).clamp_min(0.0)
            found["age"] = (months - self.age.mean) / self.age.sd
        return found
