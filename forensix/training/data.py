"""Training radiographs: decoded once into a squashed cache, then served from memory at the size the schedule asks for."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional
from torch.utils.data import Dataset

from forensix.domain.view import Pixels, percentile_window
from forensix.inference.preprocess import PREPROCESS_VERSION, Preprocess, fit, squash
from forensix.training.recipe import Augmentation
from forensix.validation.manifest import Manifest, Row

Progress = Callable[[str, float], None]
Cache = NDArray[np.uint8]
"""(radiographs, squash_size, squash_size): presented and squashed, 255 white, in the manifest's order."""


def decode(path: Path) -> Pixels:
    """An 8-bit picture file as `Pixels`; training reads lossy copies, the evidence path has its own importers."""
    with Image.open(path) as image:
        return np.asarray(image.convert("L"), dtype=np.float32) / np.float32(255.0)


def squashed_cache(manifest: Manifest, preprocess: Preprocess, folder: Path, progress: Progress) -> Cache:
    """The manifest's radiographs, presented and squashed, as a read-only memory map; made on first use."""
    key = hashlib.sha256(f"{manifest.sha256}|{PREPROCESS_VERSION}|{preprocess.squash_size}".encode()).hexdigest()[:16]
    path = folder / f"squashed-{key}.npy"
    if not path.exists():
        _fill(path, manifest.rows, preprocess, progress)
    cache: Cache = np.load(path, mmap_mode="r")
    return cache


def _fill(path: Path, rows: Sequence[Row], preprocess: Preprocess, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished.npy")
    side = preprocess.squash_size
    cache = open_memmap(unfinished, mode="w+", dtype=np.uint8, shape=(len(rows), side, side))
    for index, row in enumerate(rows):
        pixels = decode(row.path)
        cache[index] = np.rint(squash(pixels, percentile_window(pixels), preprocess) * 255.0).astype(np.uint8)
        if index % 200 == 0:
            progress("decoding", index / len(rows))
    cache.flush()
    del cache
    unfinished.replace(path)


@dataclass(frozen=True, slots=True)
class AgeScale:
    """Months to the network's age output and back."""

    mean: float
    sd: float

    @classmethod
    def of(cls, rows: Sequence[Row]) -> AgeScale:
        """The scale of the training rows; where no age is known, one that changes nothing."""
        ages = [row.bone_age_months for row in rows if row.bone_age_months is not None]
        return cls(float(np.mean(ages)), float(np.std(ages)) or 1.0) if ages else cls(0.0, 1.0)


class Radiographs(Dataset[tuple[Tensor, Tensor, Tensor]]):
    """Radiographs of one part at one size, held in memory: (1, size, size) uint8, sex (1 male), scaled age (NaN if unknown)."""

    def __init__(self, cache: Cache, rows: Sequence[Row], chosen: Sequence[int], preprocess: Preprocess, age: AgeScale) -> None:
        self.pictures = torch.empty((len(chosen), 1, preprocess.size, preprocess.size), dtype=torch.uint8)
        for place, index in enumerate(chosen):
            fitted = fit(cache[index].astype(np.float32), preprocess)
            self.pictures[place, 0] = torch.from_numpy(np.rint(fitted).astype(np.uint8))
        months = [rows[index].bone_age_months for index in chosen]
        self.sex = torch.tensor([float(rows[index].sex == "male") for index in chosen])
        self.age = torch.tensor([math.nan if value is None else (value - age.mean) / age.sd for value in months])

    def __len__(self) -> int:
        return len(self.sex)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor, Tensor]:
        return self.pictures[index], self.sex[index], self.age[index]

    def __getitems__(self, indices: list[int]) -> tuple[Tensor, Tensor, Tensor]:
        """A whole batch at once: torch's loader asks for it where it exists, and `collate_fn` then has nothing to do."""
        return self.pictures[indices], self.sex[indices], self.age[indices]


def augment(pictures: Tensor, how: Augmentation, random: torch.Generator) -> Tensor:
    """Vary a batch (n, 1, size, size) of gray values 0..1; what turns in from outside is black, as unexposed film is."""
    count = len(pictures)

    def uniform(low: float, high: float) -> Tensor:
        return torch.empty(count, device=pictures.device).uniform_(low, high, generator=random)

    angle = torch.deg2rad(uniform(-how.rotation, how.rotation))
    zoom = 1.0 + uniform(-how.scale, how.scale)
    flip = torch.where(uniform(0.0, 1.0) < how.mirror, -1.0, 1.0)
    cos, sin = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    across, down = 2 * uniform(-how.shift, how.shift), 2 * uniform(-how.shift, how.shift)
    rows = [torch.stack((flip * cos, -sin, across), 1), torch.stack((flip * sin, cos, down), 1)]
    grid = functional.affine_grid(torch.stack(rows, 1), list(pictures.shape), align_corners=False)
    turned = functional.grid_sample(pictures, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    gamma = torch.exp(uniform(-how.gamma, how.gamma)).view(-1, 1, 1, 1)
    contrast = (1.0 + uniform(-how.contrast, how.contrast)).view(-1, 1, 1, 1)
    offset = uniform(-how.brightness, how.brightness).view(-1, 1, 1, 1)
    return (turned.clamp_min(1e-4).pow(gamma) * contrast + offset).clamp(0.0, 1.0)
