"""Networks: one file each, found by its name in the card.

A file defines ``build(outputs, **options) -> nn.Module``, ``saliency_layer(model)`` (the last layer with a place on the
radiograph) and ``head(model)`` (the linear layer after global average pooling, one row per output, or None where the
network ends otherwise: then the map does not follow from the forward pass alone). ``STEM`` names the first convolution and, where
there is one, the norm after it: given weights for three colours are folded there into weights for gray. It may define
``finer_layers(model) -> tuple`` too: layers before the last one, the finest grid first, whose heatmaps can be asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from typing import Protocol, cast

from torch import nn


class Backbone(Protocol):
    """What a file in this folder defines."""

    STEM: tuple[str, ...]

    def build(self, outputs: Sequence[str], **options: str) -> nn.Module:
        """An untrained network from one gray channel to one number for each of `outputs`."""

    def saliency_layer(self, model: nn.Module) -> nn.Module:
        """The layer whose output the heatmap explains."""

    def head(self, model: nn.Module) -> nn.Linear | None:
        """The one linear layer after global average pooling."""


def names() -> tuple[str, ...]:
    """All networks that this version knows."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def load(name: str) -> Backbone:
    """The network called `name`.

    Raises
    ------
    ValueError
        No such file in this folder.
    """
    if name not in names():
        raise ValueError(f"no network is called {name!r}; known are {', '.join(names())}")
    return cast(Backbone, importlib.import_module(f"{__name__}.{name}"))
