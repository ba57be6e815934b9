"""Training radiographs: decoded once into a squashed cache, then served from memory at the size the schedule asks for."""

from __future__ import annotations

import hashlib
import io
import math
import os
import time
from collections import Counter
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
from forensix.imaging import segments
from forensix.inference.preprocess import PREPROCESS_VERSION, Preprocess, fit, squash
from forensix.training.recipe import Augmentation
from forensix.validation.alterations import without_background, without_borders, without_markers
from forensix.validation.manifest import Manifest, Row

Progress = Callable[[str, float], None]
Item = tuple[Tensor, Tensor, Tensor, Tensor]
Cache = NDArray[np.uint8]
"""(radiographs, squash_size, squash_size): presented and squashed, 255 white, in the manifest's order."""


def decode(path: Path) -> Pixels:
    """An 8-bit picture file as `Pixels`; training reads lossy copies, the evidence path has its own importers."""
    with Image.open(path) as image:
        return np.asarray(image.convert("L"), dtype=np.float32) / np.float32(255.0)


def squashed_cache(manifest: Manifest, preprocess: Preprocess, folder: Path, progress: Progress) -> Cache:
    """The manifest's radiographs, presented and squashed, as a read-only memory map; made on first use, by a machine's first process."""
    key = hashlib.sha256(f"{manifest.sha256}|{PREPROCESS_VERSION}|{preprocess.squash_size}".encode()).hexdigest()[:16]
    path = folder / f"squashed-{key}.npy"
    while not path.exists() and int(os.environ.get("LOCAL_RANK", "0")):
        time.sleep(1.0)  # the first process decodes for all of its machine
    if not path.exists():
        _fill(path, manifest.rows, preprocess, progress)
    cache: Cache = np.load(path, mmap_mode="r")
    return cache


def _fill(path: Path, rows: Sequence[Row], preprocess: Preprocess, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".unfinished-{os.getpid()}.npy")
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


class Radiographs(Dataset[Item]):
    """Radiographs of one part at one size, held in memory.

    An item is (1, size, size) uint8, sex (1 male), scaled age (NaN if unknown), weight in the loss of sex. `how` is the
    recipe's augmentation for a training part: what masks and lossy copies do happens here, the rest on the device in `augment`.
    """

    def __init__(
        self,
        cache: Cache,
        rows: Sequence[Row],
        chosen: Sequence[int],
        preprocess: Preprocess,
        age: AgeScale,
        *,
        how: Augmentation | None = None,
        balanced: bool = False,
        seed: int = 0,
    ) -> None:
        self.how, self.random = how, np.random.default_rng(seed)
        self.pictures = torch.empty((len(chosen), 1, preprocess.size, preprocess.size), dtype=torch.uint8)
        for place, index in enumerate(chosen):
            fitted = fit(cache[index].astype(np.float32), preprocess)
            self.pictures[place, 0] = torch.from_numpy(np.rint(fitted).astype(np.uint8))
        months = [rows[index].bone_age_months for index in chosen]
        self.sex = torch.tensor([float(rows[index].sex == "male") for index in chosen])
        self.age = torch.tensor([math.nan if value is None else (value - age.mean) / age.sd for value in months])
        self.weight = torch.tensor(evened([rows[index] for index in chosen])) if balanced else torch.ones(len(chosen))

    def __len__(self) -> int:
        return len(self.sex)

    def __getitem__(self, index: int) -> Item:
        picture, sex, age, weight = self.__getitems__([index])
        return picture[0], sex[0], age[0], weight[0]

    def __getitems__(self, indices: list[int]) -> Item:
        """A whole batch at once: torch's loader asks for it where it exists, and `collate_fn` then has nothing to do."""
        pictures = self.pictures[indices]
        if self.how and self.how.masked:
            for place in np.flatnonzero(self.random.random(len(indices)) < self.how.masked):
                pictures[place, 0] = torch.from_numpy(masked(pictures[place, 0].numpy(), self.random))
        if self.how and self.how.recompression:
            for place in np.flatnonzero(self.random.random(len(indices)) < self.how.recompression):
                pictures[place, 0] = torch.from_numpy(recompressed(pictures[place, 0].numpy(), self.how, self.random))
        return pictures, self.sex[indices], self.age[indices], self.weight[indices]


def masked(picture: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Gray values (rows, columns) with markers, borders or all that lies beside the hand masked; as they are where no hand is found."""
    shown = picture.astype(np.float32) / np.float32(255.0)
    parts = segments.find(shown)
    if parts is None:
        return picture
    mask = (without_markers, without_borders, without_background)[int(random.integers(3))]
    return np.asarray(np.rint(mask(shown, parts) * 255.0), dtype=np.uint8)


def recompressed(picture: NDArray[np.uint8], how: Augmentation, random: np.random.Generator) -> NDArray[np.uint8]:
    """A lossy copy of gray values (rows, columns): JPEG or WebP, of drawn quality, made in a drawn share of the gray range."""
    copy = io.BytesIO()
    quality = int(random.integers(how.quality[0], how.quality[1] + 1))
    share = random.uniform(how.faint, 1.0)
    faint = Image.fromarray(np.rint(picture * share).astype(np.uint8))
    if random.random() < 0.5:
        faint.save(copy, "JPEG", quality=quality)
    else:
        faint.save(copy, "WEBP", quality=quality, method=1)
    with Image.open(copy) as image:
        return np.rint(np.asarray(image.convert("L")) / share).clip(0, 255).astype(np.uint8)


def evened(rows: Sequence[Row]) -> list[float]:
    """Weights with mean 1 that give both sexes the same sum within each year of skeletal age; 0.25 to 4, 1 where age is unknown."""
    years = [None if row.bone_age_months is None else int(row.bone_age_months // 12) for row in rows]
    count = Counter((year, row.sex) for year, row in zip(years, rows, strict=True))
    both = Counter(years)
    raw = [
        1.0 if year is None else min(4.0, max(0.25, both[year] / (2.0 * count[year, row.sex])))
        for year, row in zip(years, rows, strict=True)
    ]
    mean = sum(raw) / len(raw) if raw else 1.0
    return [value / mean for value in raw]


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
    exposed = (turned.clamp_min(1e-4).pow(gamma) * contrast + offset).clamp(0.0, 1.0)
    if how.sharpness:
        mixed = uniform(-how.sharpness, how.sharpness).view(-1, 1, 1, 1)
        exposed = exposed + mixed * (functional.avg_pool2d(exposed, 3, stride=1, padding=1, count_include_pad=False) - exposed)
    if how.noise:
        grain = torch.empty_like(exposed).normal_(generator=random)
        exposed = exposed + uniform(0.0, how.noise).view(-1, 1, 1, 1) * grain
    if how.strips:
        exposed = exposed * _strips(exposed, uniform(0.0, 1.0) < how.strips, uniform(0.0, how.depth), uniform(0.0, 4.0))
    return exposed.clamp(0.0, 1.0)


def _strips(pictures: Tensor, given: Tensor, depth: Tensor, border: Tensor) -> Tensor:
    """1 where a picture stays, 0 in a strip of `depth` along one of its four borders, for those that are `given` one."""
    place = torch.linspace(0.0, 1.0, pictures.shape[-1], device=pictures.device)
    line = torch.where((border.long() % 2 == 0).view(-1, 1), place, 1.0 - place)
    kept = ((line >= depth.view(-1, 1)) | ~given.view(-1, 1)).to(pictures.dtype)
    across = (border.long() < 2).view(-1, 1, 1, 1)
    return torch.where(across, kept.view(len(pictures), 1, 1, -1), kept.view(len(pictures), 1, -1, 1))
