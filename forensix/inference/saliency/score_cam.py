"""Score-CAM (Wang 2020): the layer's channels, weighted by the output when the picture is seen through each channel alone.

Own lines, because the library's class prints a progress bar for each map and reads the picture once for each of up to 2,048
channels. As in Faster-ScoreCAM only the channels that vary most over the picture are read: 64, all of them where there are fewer.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target, layer_output

CHANNELS = 64
AT_ONCE = 8


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """From forward passes alone: any network."""
    with torch.inference_mode():
        seen = layer_output(model, layer, batch)[0]
        chosen = seen[torch.topk(seen.flatten(1).std(dim=1), min(CHANNELS, len(seen))).indices]
        masks = nn.functional.interpolate(chosen[:, None], size=batch.shape[2:], mode="bilinear", align_corners=False)
        low, high = masks.amin(dim=(2, 3), keepdim=True), masks.amax(dim=(2, 3), keepdim=True)
        through = batch * (masks - low) / (high - low).clamp_min(torch.finfo(masks.dtype).tiny)
        scores = torch.stack([target(one) for part in torch.split(through, AT_ONCE) for one in model(part)])
        raw = (torch.softmax(scores, dim=0)[:, None, None] * chosen).sum(dim=0).float().cpu().numpy()
    return raw, float(raw.max())
