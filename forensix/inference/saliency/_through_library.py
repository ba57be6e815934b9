"""The raw map of a method of the grad-cam library, before it cuts, scales and enlarges."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target


def raw_map(method: str, model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """Run the library's class called `method` up to its raw map, (rows, columns).

    Its `with` block swallows IndexError and its call scales away the peak; so hooks are set and released here, and the raw
    map is asked for before scaling. Parameters get no gradient, only the picture does: that is what carries it to the layer.
    """
    import pytorch_grad_cam  # here, because it takes seconds and the default method needs nothing of it

    cam = getattr(pytorch_grad_cam, method)(model, [layer])
    try:
        with torch.enable_grad():
            outputs = cam.activations_and_grads(batch.clone().requires_grad_(True))
            torch.autograd.backward(target(outputs[0]))
        seen = cam.activations_and_grads.activations[0].detach().cpu().numpy()
        gradient = cam.activations_and_grads.gradients[0].detach().cpu().numpy()
        raw = np.asarray(cam.get_cam_image(batch, layer, [target], seen, gradient, eigen_smooth=False)[0], dtype=np.float32)
    finally:
        cam.activations_and_grads.release()
    return raw, float(raw.max())
