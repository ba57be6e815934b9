"""A saliency map made ready to be laid over the radiograph, as blocks or smoothed between them; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensix.domain.examination import Saliency
from forensix.domain.view import ViewRecipe, colour, colour_bar, enlarge

LONGEST_SIDE = 512
COLOUR_MAP: str = ViewRecipe("").colour_map


@dataclass(frozen=True, slots=True)
class Heat:
    """Colours (rows, columns, 3) uint8 that cover the whole radiograph: `blocks` at the network's own grid, `smooth` enlarged."""

    blocks: NDArray[np.uint8]
    smooth: NDArray[np.uint8]


def heat_of(saliency: Saliency | None, rows: int, columns: int) -> Heat | None:
    """The colours of a map over a radiograph of `rows` and `columns`; None where there is no map."""
    if saliency is None or saliency.map is None:
        return None
    shrink = LONGEST_SIDE / max(rows, columns, 1)
    size = (max(1, round(rows * shrink)), max(1, round(columns * shrink))) if rows and columns else (LONGEST_SIDE, LONGEST_SIDE)
    return Heat(
        np.ascontiguousarray(colour(saliency.map, COLOUR_MAP)),
        np.ascontiguousarray(colour(enlarge(saliency.map, size, "bilinear"), COLOUR_MAP)),
    )


def legend() -> NDArray[np.uint8]:
    """The colour bar from none (left) to the map's peak (right)."""
    return colour_bar(COLOUR_MAP, (10, 70))
