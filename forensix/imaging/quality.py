"""What is wrong with this picture, by rules that were measured: docs/reference/quality-gate.md has the figures and what they cannot see."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray

from forensix.domain.case import Acquisition
from forensix.domain.view import Pixels, first_voi
from forensix.imaging.gist import Gist, gist, mirrored
from forensix.imaging.quality_measures import Measures, measure

FLAT = 0.02
"""Range between the 0.5 and 99.5 percentiles, of the declared range, below which nothing shows; the flattest of 2,000 hands: 0.086."""
STRUCTURE = 0.4
"""Share of the contrast that stays when each 1/37 of the sides is averaged; the lowest of 2,000 hands: 0.65, noise: 0.1."""
BURNT, WHITE = 0.10, 0.25
"""Share of pixels at the window's top from which it warns and blocks; 1 of 1,000 hands has 0.05, the highest of 2,000: 0.155."""
SUNK, DROWNED = 0.75, 0.95
"""Share at the window's bottom from which it warns and blocks; the highest of 1,143 hands: 0.87, and no hand takes less than 0.08."""
TOUCHING, CUT, WIDEST = 0.04, 0.10, 0.60
"""Share of the upper border that the hand touches, to warn and to block; of 589 hands 1 % touch more than 0.04. What is wider than the
last is no hand: the bright edge of a field ran into it."""
BESIDE, LOST = 0.03, 0.12
"""Share of the hand's length over which its fingers or palm run into the left or right border, to warn and to block; of 286 hands 4 have
more than the first, most by the thumb's tip, and one, which lies on its side, more than the second."""
SOFT, BLURRED = 1.18, 1.145
"""Steepness of edges at 1 pixel to that at 2, to warn and to block; the lowest of 589 hands: 1.16."""
FAINT, FOLDED = 1.10, 1.05
"""Strength of bright lines to dark ones, to warn and to block; the lowest of 589 hands: 0.99, and 99 in 100 above 1.20."""
JUMPY, TORN = 0.004, 0.006
"""Share of neighbours far apart in gray, to warn and to block; the highest of 589 hands: 0.0044."""
FLAT_TOP, ABRUPT, THIN = 0.03, 0.09, 0.5
"""How far the hand's grays reach above its brightest 3 %: below the first they are clipped, to the second folded over; one of 618 hands is
below the second, and clipped. It blocks where less than the third of that brightest lies in patches."""
KINDS = ("inverted", "rotated", "sideways", "two", "cut_off")
RULES = "quality_rules.npz"
GATE = ("quality.py", "quality_measures.py", "gist.py", "segments.py", RULES)
"""The gate's own program text and fitted rules; libraries, and how a window is applied (`domain/view.py`), are not in it."""

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
CUTS = {
    "wrist": (
        "The picture does not look like a hand with its whole palm and wrist; some of it seems to be cut off at the wrist.",
        "Use a radiograph that shows the whole hand with the wrist.",
    ),
    "side": (
        "The picture does not look like a whole hand; some of it seems to be cut off at a side.",
        "Use a radiograph that shows the whole hand with the thumb and the little finger.",
    ),
}
MEASURED = {
    "beside": (
        "The hand runs into the picture's left or right border over {0:.0f} % of its length; some of it seems to be cut off there.",
        "Use a radiograph that shows the whole hand with the thumb and the little finger.",
    ),
    "touching": (
        "The hand reaches the picture's upper border over {0:.0f} % of its width; fingertips seem to be cut off.",
        "Use a radiograph that shows the whole hand with the fingertips.",
    ),
    "unsharp": (
        "The hand is not sharp: the edges of its bones are blurred, and detail finer than about a hundredth of the picture is not there.",
        "Use a sharper radiograph, or the original file in the place of an enlarged copy.",
    ),
    "folded": (
        "The hand's grays seem to be folded over or drowned in noise: dark lines in it are as strong as bright ones, or neighbours jump.",
        "Export it again with its whole range of grays, and receive it again.",
    ),
    "ended": (
        "The hand's brightest grays end abruptly, as where they were folded over or cut off; parts of its bones may have been turned dark.",
        "Export it again with its whole range of grays, and receive it again.",
    ),
    "plateau": (
        "The brightest parts of the hand are all of one gray; detail of its bones is lost there.",
        "Export it with its full range, or use a radiograph with less exposure.",
    ),
    "white": (
        "{0:.0f} % of the picture is clipped to full white; detail is lost there.",
        "Export it with its full range, or use a radiograph with less exposure.",
    ),
    "black": (
        "{0:.0f} % of the picture is clipped to full black; detail of the hand may be lost there.",
        "Check its window, and export it with its full range.",
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
    measured = measure(pixels, first_voi(pixels, acquisition.windows))
    posture = _posture(pixels)
    hand = [] if any(finding.blocks for finding in posture) else _hand(measured)
    said = {finding.kind for finding in hand}
    found = [*(finding for finding in posture if finding.kind not in said), *hand, *_clipped(measured), *_declared(acquisition)]
    return tuple(sorted(found, key=lambda finding: not finding.blocks))


@cache
def version() -> str:
    """SHA-256 of the gate as it stands (`GATE`): another one may find something else in the same picture."""
    whole = hashlib.sha256()
    for name in GATE:
        whole.update(files("forensix.imaging").joinpath(name).read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()


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
    cut = _cut(rules, seen)
    if not (scores > rules["warn"]).any():
        return cut
    kind = KINDS[int(np.argmax(rules["name_slopes"] @ seen + rules["name_offsets"]))]
    sentence, remedy = SENTENCES[kind]
    found = Finding(kind, sentence, remedy, bool((scores > rules["block"]).any()))
    return cut if cut and cut[0].blocks and not found.blocks else [found]


def _cut(rules: dict[str, NDArray[np.float64]], seen: Gist) -> list[Finding]:
    """Two linear rules more: for the wrist, and for the left, which is tried on the mirrored gist too."""
    scores = np.maximum(rules["cut_slopes"] @ seen, rules["cut_slopes"] @ mirrored(seen)) + rules["cut_offsets"]
    if not (scores > rules["cut_warn"]).any():
        return []
    sentence, remedy = CUTS["wrist" if int(np.argmax(scores - rules["cut_warn"])) == 0 else "side"]
    return [Finding("cut_off", sentence, remedy, bool((scores > rules["cut_block"]).any()))]


def _rules() -> dict[str, NDArray[np.float64]]:
    """Slopes (5, 576), offsets, blocking and warning thresholds, and the naming, as `benchmarks/quality_gate.py --fit` wrote them; the same
    for the two cuts, slopes (2, 576), by `--fit-cuts`.
    """
    with np.load(BytesIO(files("forensix.imaging").joinpath(RULES).read_bytes()), allow_pickle=False) as rules:
        return {name: np.asarray(rules[name], dtype=np.float64) for name in rules.files}


def _hand(measured: Measures) -> list[Finding]:
    """What the hand itself shows, where one stands out; of a picture that is blocked for its posture it would say the wrong thing."""
    found: list[Finding] = []
    if measured.above is None or measured.above > WIDEST:
        return found
    beside = measured.beside or 0.0
    if beside >= LOST or (beside >= BESIDE and measured.above < TOUCHING):
        found.append(_finding("cut_off", "beside", beside, beside >= LOST))
    elif measured.above >= TOUCHING:
        found.append(_finding("cut_off", "touching", measured.above, measured.above >= CUT))
    if measured.sharpness is not None and measured.sharpness < SOFT:
        found.append(_finding("unsharp", "unsharp", measured.sharpness, measured.sharpness < BLURRED))
    return [*found, *_folded(measured)]


def _folded(measured: Measures) -> list[Finding]:
    ridges = FAINT if measured.ridges is None else measured.ridges
    jumps, summit = measured.jumps or 0.0, measured.summit or 0.0
    lines = ridges < FOLDED or jumps > TORN
    if FLAT_TOP <= summit < ABRUPT and not lines:
        return [_finding("folded", "ended", summit, measured.patches is not None and measured.patches < THIN)]
    return [_finding("folded", "folded", jumps, lines)] if ridges < FAINT or jumps > JUMPY else []


def _clipped(measured: Measures) -> list[Finding]:
    if measured.white >= BURNT:
        return [_finding("clipped", "white", measured.white, measured.white >= WHITE)]
    if measured.black < SUNK and measured.summit is not None and measured.summit < FLAT_TOP and (measured.above or 0.0) <= WIDEST:
        return [_finding("clipped", "plateau", measured.summit, False)]
    return [_finding("clipped", "black", measured.black, measured.black >= DROWNED)] if measured.black >= SUNK else []


def _finding(kind: str, words: str, share: float, blocks: bool) -> Finding:
    sentence, remedy = MEASURED[words]
    return Finding(kind, sentence.format(100 * share), remedy, blocks)


def _declared(acquisition: Acquisition) -> list[Finding]:
    part = acquisition.body_part.strip().upper()
    if not part or any(word in part for word in ("HAND", "FINGER", "WRIST", "THUMB", "EXTREMITY", "ARM", "CARP")):
        return []
    return [Finding("body_part", f"The header says that this is not a hand but: {part}.", "Check that the right file was chosen.", False)]
