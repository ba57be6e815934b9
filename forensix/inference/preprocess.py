"""Pixels to the network's tensor, as the card says: the same function trains, validates and predicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from forensix.domain.view import VOI, Pixels, present
from forensix.inference.views import View

PREPROCESS_VERSION, VIEWS_VERSION = "1", "2"
"""Of how the network's picture is made; and where the network is shown several views of it in each reading."""
WINDOW_RULE = "first VOI of the file, else percentiles 0.5 to 99.5"
RESIZE = "PIL bilinear"

Squashed = NDArray[np.float32]
"""(squash_size, squash_size), 0 black to 1 white: what the eye sees, squashed to a square without keeping its aspect ratio."""


@dataclass(frozen=True, slots=True)
class Preprocess:
    """The card's `[preprocess]` table.

    Parameters
    ----------
    size : int
        Rows and columns of the network's input.
    mean, sd : float
        Subtracted from and divided into the presented gray value (0..1).
    squash_size : int
        Every radiograph is first squashed to this square, because the training radiographs come that way.
    views : tuple of View
        What the network is shown in each reading, whose outputs are their mean; none is the picture as it is.
    version, squash, resize, window, channels
        What this version of forensix does; a card that asks for anything else is not understood. The version is "2" with views.

    Raises
    ------
    ValueError
        A value that this version does not do.
    """

    size: int
    mean: float
    sd: float
    version: str = PREPROCESS_VERSION
    squash: bool = True
    squash_size: int = 299
    resize: str = RESIZE
    window: str = WINDOW_RULE
    channels: int = 1
    views: tuple[View, ...] = ()

    def __post_init__(self) -> None:
        known = (VIEWS_VERSION if self.views else PREPROCESS_VERSION, True, RESIZE, WINDOW_RULE, 1)
        if (self.version, self.squash, self.resize, self.window, self.channels) != known:
            raise ValueError(f"this version of forensix preprocesses as {known} only")
        if self.size < 1 or self.squash_size < 1 or not self.sd > 0 or not np.isfinite(self.mean):
            raise ValueError("preprocess needs sizes of 1 or more, a finite mean and sd > 0")

    @classmethod
    def from_card(cls, table: Mapping[str, object]) -> Preprocess:
        """Read the card's table; unknown and missing keys are refused (ValueError), so no card is half understood."""
        try:
            views = tuple(View(**view) for view in table.get("views", ()))  # type: ignore[attr-defined]
            return cls(**{**table, "views": views})  # type: ignore[arg-type]
        except (TypeError, AttributeError) as error:
            raise ValueError(f"[preprocess] does not have the keys of schema 1: {error}") from error

    def to_card(self) -> dict[str, object]:
        """The table as it stands in the card; without views it has no word of them."""
        table = asdict(self)
        return table if self.views else {key: value for key, value in table.items() if key != "views"}


def squash(pixels: Pixels, voi: VOI, preprocess: Preprocess) -> Squashed:
    """The presented radiograph, squashed to the square that the training radiographs have.

    Rows and columns are stretched independently and nothing is cropped, so a heatmap's whole area lies over the whole radiograph.
    """
    return _resize(present(pixels, voi), preprocess.squash_size)


def fit(squashed: Squashed, preprocess: Preprocess) -> NDArray[np.float32]:
    """The squashed radiograph at the network's size, (size, size), still 0..1."""
    return _resize(squashed, preprocess.size)


def prepare(pixels: Pixels, voi: VOI, preprocess: Preprocess, *, mirrored: bool = False) -> NDArray[np.float32]:
    """The network's input, (1, size, size) float32, normalised; `mirrored` swaps left and right."""
    fitted = fit(squash(pixels, voi, preprocess), preprocess)
    normalised = (fitted - np.float32(preprocess.mean)) / np.float32(preprocess.sd)
    return np.ascontiguousarray((normalised[:, ::-1] if mirrored else normalised)[np.newaxis], dtype=np.float32)


def _resize(image: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    if image.shape == (size, size):
        return image
    resized = Image.fromarray(np.ascontiguousarray(image, dtype=np.float32)).resize((size, size), Image.Resampling.BILINEAR)
    return np.asarray(resized, dtype=np.float32)
