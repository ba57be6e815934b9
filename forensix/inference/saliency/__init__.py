"""Heatmap methods: one file each, found by its name.

A file defines ``explain(model, layer, batch, target) -> (map, peak)``: the raw map of one radiograph (batch of 1) at the layer's
grid, (rows, columns) float32, signed and unscaled, positive where the picture speaks for the target; and its largest value. A
file whose map follows from the forward pass alone, where the network ends in global pooling and one linear layer, may also
define ``explain_seen(seen, weights) -> (map, peak)`` from what the layer gave and the target's weights. A file whose map does
not depend on the target says ``FOLLOWS_TARGET = False``.
"""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from forensix.domain.errors import ModelRejected

RawMap = tuple[NDArray[np.float32], float]
FLAT = 1e-6
"""A map that varies by less than this share of its peak shows nothing."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is explained: one of the network's outputs, `sign` 1 for its rising and -1 for its falling."""

    output: int
    sign: int = 1

    def __call__(self, outputs: Tensor) -> Tensor:
        """The number whose gradient is taken, of one radiograph's outputs (outputs,)."""
        return outputs[self.output] * self.sign


class Method(Protocol):
    """What a file in this folder defines."""

    def explain(self, model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
        """The raw map and its peak."""


def names() -> tuple[str, ...]:
    """All methods that this version knows."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def load(name: str) -> Method:
    """The method called `name`; hyphens are read as underscores.

    Raises
    ------
    ModelRejected
        No such file in this folder.
    """
    wanted = name.replace("-", "_")
    if wanted not in names():
        raise ModelRejected(f"No heatmap method is called {name!r}.", f"Choose one of: {', '.join(names())}.", name)
    return cast(Method, importlib.import_module(f"{__name__}.{wanted}"))


def follows_target(name: str) -> bool:
    """Whether the method called `name` gives another map for another output."""
    return bool(getattr(load(name), "FOLLOWS_TARGET", True))


def layer_output(model: nn.Module, layer: nn.Module, batch: Tensor) -> Tensor:
    """What `layer` gives for a batch, (radiographs, channels, rows, columns)."""
    found: list[Tensor] = []
    hook = layer.register_forward_hook(lambda _module, _inputs, output: found.append(output))
    try:
        model(batch)
    finally:
        hook.remove()
    return found[0]


def flattened(batch: Tensor, cells: Sequence[tuple[int, int]], grid: tuple[int, int], margin: float = 0.0) -> Tensor:
    """One picture (1, 1, height, width) whose `cells` of a grid (rows, columns) each hold nothing but their mean.

    Parameters
    ----------
    margin : float
        By how much of a cell the patch is larger on each side.
    """
    changed = batch.clone()
    for cell in cells:
        rows, columns = (_span(place, n, size, margin) for place, n, size in zip(cell, grid, batch.shape[2:], strict=True))
        changed[:, :, rows, columns] = batch[:, :, rows, columns].mean(dim=(2, 3), keepdim=True)
    return changed


def _span(place: int, cells: int, size: int, margin: float) -> slice:
    """The pixels of one cell along one side; both edges are rounded outwards, so that the mirrored picture has the mirrored cells."""
    wider = math.ceil(margin * size / cells)
    return slice(max(0, place * size // cells - wider), min(size, -(-(place + 1) * size // cells) + wider))


def scaled(raw: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """The map that is shown: what is negative cut off, then stretched to 0..1; None (no map) where it is flat or not finite."""
    if not np.isfinite(raw).all():
        return None
    positive = np.maximum(raw, 0.0)
    low, high = float(positive.min()), float(positive.max())
    if high - low <= FLAT * high:
        return None
    stretched: NDArray[np.float32] = ((positive - low) / (high - low)).astype(np.float32)
    return stretched
