"""The views of one radiograph that make up a reading: turned and enlarged a little, as the training pictures were.

A network that has learnt from pictures turned, shifted and enlarged by chance answers each of them a little differently, and has never
seen the picture as it is, which no interpolation has softened. What the mean over a few views, fixed in the card, is worth: measured by
`benchmarks/views.py`, told in `docs/decisions/0019-views-of-a-reading.md`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class View:
    """One view: turned by so many degrees about the middle of the picture, then made so many times as large."""

    degrees: float = 0.0
    enlarged: float = 1.0

    def __post_init__(self) -> None:
        if not (abs(self.degrees) <= 45.0 and 0.5 <= self.enlarged <= 2.0):
            raise ValueError("a view is turned by at most 45 degrees and made 0.5 to 2 times as large")

    def of(self, pictures: Tensor, outside: float) -> Tensor:
        """The view of prepared pictures (n, 1, rows, columns); `outside` is the value of what comes in from beyond the edge."""
        if self == View():
            return pictures
        return self._moved(pictures - outside, self.degrees, self.enlarged, "zeros") + outside

    def undone(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        """A map (rows, columns) of this view, laid back over the picture; what the view did not show is continued from its edge."""
        if self == View():
            return raw
        given = torch.from_numpy(np.ascontiguousarray(raw, dtype=np.float32))[None, None]
        return np.asarray(self._moved(given, -self.degrees, 1.0 / self.enlarged, "border")[0, 0].numpy(), dtype=np.float32)

    @staticmethod
    def _moved(pictures: Tensor, degrees: float, enlarged: float, padding: str) -> Tensor:
        angle = math.radians(degrees)
        cos, sin = math.cos(angle) / enlarged, math.sin(angle) / enlarged
        matrix = torch.tensor([[cos, -sin, 0.0], [sin, cos, 0.0]], dtype=pictures.dtype, device=pictures.device)
        grid = functional.affine_grid(matrix.expand(len(pictures), 2, 3), list(pictures.shape), align_corners=False)
        return functional.grid_sample(pictures, grid, mode="bilinear", padding_mode=padding, align_corners=False)


AS_IS = (View(),)
"""The one view of a card that names none."""
