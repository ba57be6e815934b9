"""What is wrong with this picture, by rules that were measured: docs/reference/quality-gate.md has the figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from forensix.domain.case import Acquisition
from forensix.domain.view import Pixels

FLAT = 0.02
"""Range between the 0.5 and 99.5 percentiles, of the declared range, below which nothing can be seen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about a picture; `blocks` means that no estimate is given for it."""

    kind: str
    sentence: str
    remedy: str
    blocks: bool


def assess(pixels: Pixels, acquisition: Acquisition) -> tuple[Finding, ...]:
    """The findings, worst first; none for a picture that looks like one hand, fingers up."""
    low, high = (float(value) for value in np.percentile(pixels, (0.5, 99.5)))
    if high - low < FLAT:
        sentence = "The picture is blank: nearly every pixel has the same value."
        return (Finding("blank", sentence, "Check that the right file was chosen and that the exposure was made.", True),)
    return ()
