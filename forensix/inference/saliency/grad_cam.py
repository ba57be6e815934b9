"""Grad-CAM (Selvaraju 2017): the layer's channels, weighted by the mean gradient of the target with respect to each."""

from __future__ import annotations

import numpy as np
from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target
from forensix.inference.saliency._through_library import raw_map


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """Through the gradient: any network."""
    return raw_map("GradCAM", model, layer, batch, target)


def explain_seen(seen: Tensor, weights: Tensor) -> RawMap:
    """From the forward pass alone, for global average pooling and one linear layer.

    There the gradient of the output with respect to each place of a channel is the channel's weight over the number of places,
    so its mean is the same, and the raw map sums to the output less its bias.

    Parameters
    ----------
    seen : Tensor (1, channels, rows, columns)
        What the layer gave.
    weights : Tensor (channels,)
        Of the target's row in the linear layer, times the target's sign.
    """
    _, _, rows, columns = seen.shape
    raw = ((seen[0] * weights[:, None, None]).sum(0) / (rows * columns)).cpu().numpy().astype(np.float32)
    return raw, float(raw.max())
