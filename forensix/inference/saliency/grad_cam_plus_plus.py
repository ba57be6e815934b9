"""Grad-CAM++ (Chattopadhay 2018): as Grad-CAM, with second and third order weights of the positive gradients."""

from __future__ import annotations

from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target
from forensix.inference.saliency._through_library import raw_map


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """Through the gradient: any network."""
    return raw_map("GradCAMPlusPlus", model, layer, batch, target)
