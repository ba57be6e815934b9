"""LayerCAM (Jiang 2021): the layer's channels times the positive part of the gradient, place by place; fits finer layers too."""

from __future__ import annotations

from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target
from forensix.inference.saliency._through_library import raw_map


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """Through the gradient: any network."""
    return raw_map("LayerCAM", model, layer, batch, target)
