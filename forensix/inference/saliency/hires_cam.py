"""HiResCAM (Draelos 2020): the layer's channels times the gradient place by place; shows only places that the output used."""

from __future__ import annotations

from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target
from forensix.inference.saliency._through_library import raw_map


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """Through the gradient: any network."""
    return raw_map("HiResCAM", model, layer, batch, target)
