"""The sequential network on a region found by retrieval (Xue et al., as `sequential_cnn`); the retrieval is part of the network.

The picture's pyramid histogram of oriented gradients (PHOG) is compared with those of marked pictures; the nearest one's marked centre is
the centre of a square of fixed size that is cut out, never scaled, because relative size carries sex. Marked histograms and centres are
tensors of the weights, so a bundle needs no further file, and a radiograph is read whole by whoever uses it. What the convolutions saw is
laid back into the whole picture's grid (`placed`): a heatmap lies where it belongs, and outside the square it is empty.

Left open in the paper: levels and bins of PHOG (here four pyramid levels, 8 bins over 180 degrees, weighed by the gradient's size, without
an edge detector), and what is done at the border (here the square is moved inside).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from forensix.inference.backbones.sequential_cnn import STRIDE, convolutions, full_layers, gaussian

STEM = ("features.conv1",)
BINS, LEVELS = 8, 4
FEATURES = BINS * sum(4**level for level in range(LEVELS))
SHARE = 0.75
"""Side of the square over the picture's side."""


class Retrieving(nn.Module):
    """The network; `remember` gives it the marked pictures before it is trained.

    Parameters
    ----------
    marked : int
        How many marked pictures it can hold.
    """

    marked_histograms: Tensor
    marked_centres: Tensor

    def __init__(self, outputs: int, marked: int) -> None:
        super().__init__()
        self.features, self.placed, self.classifier = convolutions(), nn.Identity(), full_layers(outputs)
        gaussian(self)
        # A row that holds no marked picture is far from every histogram; the first row's centre is the picture's.
        self.register_buffer("marked_histograms", torch.full((marked, FEATURES), 10.0))
        self.register_buffer("marked_centres", torch.full((marked, 2), 0.5))

    def remember(self, pictures: Tensor, centres: Tensor) -> None:
        """Take pictures (n, 1, size, size) and their regions' centres (n, 2) as shares of rows and columns.

        Raises
        ------
        ValueError
            None, or more than it can hold.
        """
        if not 0 < len(pictures) <= len(self.marked_histograms):
            raise ValueError(f"{len(pictures)} marked pictures, and room for 1 to {len(self.marked_histograms)}")
        self.marked_histograms[: len(pictures)] = phog(pictures)
        self.marked_centres[: len(pictures)] = centres

    def forward(self, pictures: Tensor) -> Tensor:
        """Pictures (n, 1, size, size) to (n, outputs)."""
        cells = math.ceil(pictures.shape[-1] / STRIDE)
        side = max(1, round(SHARE * cells))
        corners = self.corners(pictures, cells, side)
        squares = [
            picture[:, i * STRIDE : (i + side) * STRIDE, j * STRIDE : (j + side) * STRIDE]
            for picture, (i, j) in zip(pictures, corners, strict=True)
        ]
        shape = (side * STRIDE, side * STRIDE)
        padded = [functional.pad(square, (0, shape[1] - square.shape[2], 0, shape[0] - square.shape[1])) for square in squares]
        seen = self.features(torch.stack(padded))
        whole = seen.new_zeros(len(seen), seen.shape[1], cells, cells)
        placed = self.placed(torch.stack([_laid(canvas, part, i, j) for canvas, part, (i, j) in zip(whole, seen, corners, strict=True)]))
        regions = torch.stack([canvas[:, i : i + side, j : j + side] for canvas, (i, j) in zip(placed, corners, strict=True)])
        answers: Tensor = self.classifier(regions)
        return answers

    def corners(self, pictures: Tensor, cells: int, side: int) -> list[list[int]]:
        """First row and column of each picture's square, in cells."""
        with torch.no_grad():
            nearest = torch.cdist(phog(pictures.float()), self.marked_histograms.float()).argmin(1)
            first = (self.marked_centres.float()[nearest] * cells - side / 2).round().clamp(0, cells - side)
        corners: list[list[int]] = first.long().tolist()
        return corners


def _laid(canvas: Tensor, part: Tensor, row: int, column: int) -> Tensor:
    rows, columns = canvas.shape[1] - row - part.shape[1], canvas.shape[2] - column - part.shape[2]
    return functional.pad(part, (column, columns, row, rows))


def phog(pictures: Tensor) -> Tensor:
    """Pyramid histograms of oriented gradients (n, FEATURES) of pictures (n, 1, rows, columns); each sums to 1, a blank one to 0."""
    with torch.autocast(pictures.device.type, enabled=False):
        padded = functional.pad(pictures.float(), (1, 1, 1, 1), mode="replicate")
        across = (padded[:, 0, 1:-1, 2:] - padded[:, 0, 1:-1, :-2]) / 2
        down = (padded[:, 0, 2:, 1:-1] - padded[:, 0, :-2, 1:-1]) / 2
        size = torch.hypot(across, down)
        bins = ((torch.atan2(down, across) % math.pi) / math.pi * BINS).long().clamp(0, BINS - 1)
        layers = functional.one_hot(bins, BINS).permute(0, 3, 1, 2) * size.unsqueeze(1)
        found = torch.cat([functional.adaptive_avg_pool2d(layers, 2**level).flatten(1) / 4**level for level in range(LEVELS)], 1)
    return found / found.sum(1, keepdim=True).clamp_min(1e-12)


def build(outputs: Sequence[str], *, marked: str = "136") -> nn.Module:
    """An untrained network that gives one number for each of `outputs`, with room for so many marked pictures."""
    if not marked.isdigit() or not int(marked):
        raise ValueError(f"marked is a number of pictures, not {marked!r}")
    return Retrieving(len(outputs), int(marked))


def saliency_layer(model: nn.Module) -> nn.Module:
    """The last convolution, laid back into the whole picture's grid."""
    return model.get_submodule("placed")


def head(model: nn.Module) -> None:
    """Three full layers follow the last one with a place: the map does not follow from the forward pass alone."""
