"""A radiograph's gist in 576 numbers: where it is bright, and where fine to coarse detail is brighter or darker than around it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from forensix.domain.view import Pixels, percentile_window, present

SIDE, GRID = 128, 8
BLURS = (1.5, 3.0, 6.0, 12.0)  # standard deviations in pixels of the squashed picture

Gist = NDArray[np.float64]
"""(576,): the picture on an 8 x 8 grid, then for each of four bands the root of its mean positive and mean negative part."""


def gist(pixels: Pixels) -> Gist:
    """Of the percentile-windowed picture, squashed to a square as the networks see it."""
    shown = cv2.resize(present(pixels, percentile_window(pixels)), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    steps = [shown, *(cv2.GaussianBlur(shown, (0, 0), sigma) for sigma in BLURS)]
    parts = [_on_grid(shown)]
    for fine, coarse in pairwise(steps):
        band = fine - coarse
        parts += [np.sqrt(_on_grid(np.maximum(band, 0.0))), np.sqrt(_on_grid(np.maximum(-band, 0.0)))]
    return np.concatenate([part.ravel() for part in parts]).astype(np.float64)


def mirrored(seen: Gist) -> Gist:
    """The gist of the picture turned over left to right."""
    return np.asarray(seen.reshape(-1, GRID, GRID)[:, :, ::-1].reshape(seen.shape))


def _on_grid(values: Any) -> NDArray[np.float32]:
    return np.asarray(cv2.resize(values, (GRID, GRID), interpolation=cv2.INTER_AREA))
