"""What is wrong with this picture, by rules that were measured: docs/reference/quality-gate.md has the figures and what they cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray

from forensix.domain.case import Acquisition
from forensix.domain.view import Pixels
from forensix.imaging.gist import gist

FLAT = 0.02
"""Range between the 0.5 and 99.5 percentiles, of the declared range, below which nothing shows; the flattest of 2,000 hands: 0.086."""
STRUCTURE = 0.4
"""Share of the contrast that stays when each 1/37 of the sides is averaged; the lowest of 2,000 hands: 0.65, noise: 0.1."""
BURNT = 0.10
"""Share of pixels at the top of the declared range; 1 of 1,000 hands has 0.05, the highest of 2,000: 0.155."""
KINDS = ("inverted", "rotated", "sideways", "two", "cut_off")
RULES = "quality_rules.npz"

SENTENCES = {
    "inverted": (
        "The picture does not look like a hand with bright bones; it seems to be inverted.",
        "Export it with bones bright, and receive it again.",
    ),
    "rotated": (
        "The picture does not look like one hand, fingers up; it seems to be upside down.",
        "Turn it so that the fingers point up, and receive it again.",
    ),
    "sideways": (
        "The picture does not look like one hand, fingers up; it seems to lie on its side, or to be another part of the body.",
        "Turn it so that the fingers point up, and receive it again.",
    ),
    "two": (
        "The picture does not look like one hand; it seems to show two.",
        "Cut it to one hand, and receive each as a file of its own.",
    ),
    "cut_off": (
        "The picture does not look like a whole hand; some of it seems to be cut off, or it is another part of the body.",
        "Use a radiograph that shows the whole hand with the wrist.",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about a picture; `blocks` means that no estimate is given for it."""

    kind: str
    sentence: str
    remedy: str
    blocks: bool


def assess(pixels: Pixels, acquisition: Acquisition) -> tuple[Finding, ...]:
    """The findings, those that block first; none for a picture that looks like one hand, fingers up, of either side."""
    if empty := _empty(pixels):
        return (empty,)
    found = [*_posture(pixels), *_burnt(pixels), *_declared(acquisition)]
    return tuple(sorted(found, key=lambda finding: not finding.blocks))


def _empty(pixels: Pixels) -> Finding | None:
    low, high = (float(value) for value in np.percentile(pixels, (0.5, 99.5)))
    if high - low < FLAT:
        sentence = "The picture is blank: nearly every pixel has the same value."
        return Finding("blank", sentence, "Check that the right file was chosen and that the exposure was made.", True)
    coarse = cv2.resize(pixels, (37, 37), interpolation=cv2.INTER_AREA)
    if float(coarse.std()) < STRUCTURE * float(pixels.std()):
        return Finding("noise", "The picture shows noise and no structure.", "Check that the right file was chosen.", True)
    return None


def _posture(pixels: Pixels) -> list[Finding]:
    """Five linear rules on the picture's gist, each with a threshold to warn and one to block; five more give the finding its name."""
    rules, seen = _rules(), gist(pixels)
    scores = rules["slopes"] @ seen + rules["offsets"]
    if not (scores > rules["warn"]).any():
        return []
    kind = KINDS[int(np.argmax(rules["name_slopes"] @ seen + rules["name_offsets"]))]
    sentence, remedy = SENTENCES[kind]
    return [Finding(kind, sentence, remedy, bool((scores > rules["block"]).any()))]


def _rules() -> dict[str, NDArray[np.float64]]:
    """Slopes (5, 576), offsets, blocking and warning thresholds, and the naming, as `benchmarks/quality_gate.py --fit` wrote them."""
    with np.load(BytesIO(files("forensix.imaging").joinpath(RULES).read_bytes()), allow_pickle=False) as rules:
        return {name: np.asarray(rules[name], dtype=np.float64) for name in rules.files}


def _burnt(pixels: Pixels) -> list[Finding]:
    share = float((pixels >= 0.998).mean())
    if share < BURNT:
        return []
    sentence = f"{100 * share:.0f} % of the picture is clipped to full white; detail is lost there."
    return [Finding("clipped", sentence, "Export it with its full range, or use a radiograph with less exposure.", False)]


def _declared(acquisition: Acquisition) -> list[Finding]:
    part = acquisition.body_part.strip().upper()
    if not part or any(word in part for word in ("HAND", "FINGER", "WRIST", "THUMB", "EXTREMITY", "ARM", "CARP")):
        return []
    return [Finding("body_part", f"The header says that this is not a hand but: {part}.", "Check that the right file was chosen.", False)]
