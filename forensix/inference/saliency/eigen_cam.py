"""EigenCAM (Muhammad 2020): the strongest pattern of the layer's channels; it explains no output, whatever is asked for."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target, layer_output

FOLLOWS_TARGET = False


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """From the forward pass alone; the pattern's sign, which the decomposition leaves open, is that of the layer's mean response."""
    from pytorch_grad_cam.utils.svd_on_activations import get_2d_projection  # here, because it takes seconds

    with torch.inference_mode():
        seen = layer_output(model, layer, batch).float().cpu().numpy()
    raw = np.asarray(get_2d_projection(seen)[0], dtype=np.float32)
    response = seen[0].mean(axis=0)
    if float(np.sum((response - response.mean()) * raw)) < 0.0:
        raw = -raw
    return raw, float(raw.max())
