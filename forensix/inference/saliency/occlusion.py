"""Occlusion (Zeiler 2014): how much the output falls when a patch of the picture is flattened to its own mean; no gradient, no layer.

Own lines, because the library has no such method. The layer gives the grid of the map and nothing else; each patch is half as large
again as a cell, so that neighbours overlap. Flattening keeps the patch's brightness: a gray square would be a thing of its own.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from forensix.inference.saliency import RawMap, Target, flattened, layer_output

MARGIN = 0.25
"""Of a cell, on each of its sides."""
AT_ONCE = 8


def explain(model: nn.Module, layer: nn.Module, batch: Tensor, target: Target) -> RawMap:
    """From forward passes alone: any network."""
    with torch.inference_mode():
        rows, columns = layer_output(model, layer, batch).shape[2:]
        cells = [(row, column) for row in range(rows) for column in range(columns)]
        whole = target(model(batch)[0])
        falls = [
            whole - target(one)
            for start in range(0, len(cells), AT_ONCE)
            for one in model(torch.cat([flattened(batch, [cell], (rows, columns), MARGIN) for cell in cells[start : start + AT_ONCE]]))
        ]
        raw = torch.stack(falls).reshape(rows, columns).float().cpu().numpy()
    return raw, float(raw.max())
