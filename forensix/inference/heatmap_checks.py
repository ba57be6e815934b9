"""How far a heatmap can be trusted: four checks, each against a limit that stands in resources/heatmap_checks.toml.

A coarse map of a network that is not understood is easily believed. So it is asked whether the map stays when the picture is moved a
little; whether what it marks matters to the output more than places chosen at random do; whether it is gone when the network's
weights are dealt again at random (Adebayo 2018: some methods draw the picture's edges whatever the network learned); and how much of
it lies beside the hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from forensix.domain.examination import SaliencyCheck
from forensix.domain.view import enlarge
from forensix.inference.preprocess import Squashed
from forensix.inference.saliency import flattened
from forensix.settings import resources

Prepared = NDArray[np.float32]
"""(1, size, size), normalised, as the network reads it."""
Raw = NDArray[np.float32]
"""(rows, columns), signed and unscaled."""
LEAST_HAND, MOST_HAND = 0.05, 0.95
"""Shares of the picture between which what was found can be a hand."""
SEED = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the checks ask of the network about one radiograph, one method and one output.

    Parameters
    ----------
    raw, raw_of_random : callable
        The raw map of a prepared picture, by the network and by the one whose weights were dealt at random.
    output : callable
        What is explained, of prepared pictures (n, 1, size, size).
    """

    raw: Callable[[Prepared], Raw]
    raw_of_random: Callable[[Prepared], Raw]
    output: Callable[[NDArray[np.float32]], NDArray[np.float32]]


def limits() -> dict[str, dict[str, float]]:
    """The checks' settings and limits, by kind."""
    tables = tomllib.loads((resources() / "heatmap_checks.toml").read_text(encoding="utf-8"))
    return {kind: table for kind, table in tables.items() if isinstance(table, dict)}


def checks(prepared: Prepared, raw: Raw, asked: Asked, step: Callable[[str], None]) -> tuple[SaliencyCheck, ...]:
    """All four, of a map that is one (see `saliency.scaled`); `step` is told of each, and may raise `Cancelled`."""
    held = limits()
    each = {
        "shift": partial(_shift, prepared, raw, asked),
        "random_map": partial(_random_map, prepared, raw, asked),
        "random_network": partial(_random_network, prepared, raw, asked),
        "outside_hand": partial(_outside_hand, prepared, raw),
    }
    made = []
    for kind, check in each.items():
        step(kind)
        made.append(check(held[kind]))
    return tuple(made)


def _shift(prepared: Prepared, raw: Raw, asked: Asked, held: dict[str, float]) -> SaliencyCheck:
    by = max(1, round(held["moved"] * prepared.shape[1]))
    first = _over(raw, prepared)[by:-by, by:-by]
    found = []
    for down, across in ((by, 0), (-by, 0), (0, by), (0, -by)):
        again = _over(asked.raw(moved(prepared, down, across)), prepared)
        found.append(correlation(first, np.roll(again, (-down, -across), axis=(0, 1))[by:-by, by:-by]))
    value = min(found)
    return _check(
        "shift",
        value,
        held["limit"],
        value >= held["limit"],
        f"Moved by {by} pixels of the network's {prepared.shape[1]}, up, down, left and right, the map correlates with itself {value:.2f} "
        f"at the least; {held['limit']:g} is asked for.",
    )


def _random_map(prepared: Prepared, raw: Raw, asked: Asked, held: dict[str, float]) -> SaliencyCheck:
    """Flattening the strongest cells, against as many cells of the same grid chosen at random."""
    rows, columns = raw.shape
    count, draws = max(1, round(held["cells"] * raw.size)), int(held["draws"])
    random = np.random.RandomState(np.random.MT19937(SEED))
    strongest = np.argsort(-raw, axis=None, kind="stable")[:count]
    chosen = [strongest, *(random.permutation(raw.size)[:count] for _ in range(draws))]
    whole = torch.from_numpy(prepared)[None]
    pictures = [whole, *(flattened(whole, [divmod(int(cell), columns) for cell in cells], (rows, columns)) for cells in chosen)]
    given = asked.output(torch.cat(pictures).numpy())
    falls = given[0] - given[1:]
    value = float(np.mean(falls[1:] >= falls[0]))
    passed = bool(falls[0] > 0 and value <= held["limit"])
    return _check(
        "random_map",
        value,
        held["limit"],
        passed,
        f"Without the {count} strongest of {raw.size} cells the output {_moves(falls[0])}; {round(value * draws)} of {draws} choices of "
        f"as many cells at random lower it as much; at the most {int(held['limit'] * draws)} may.",
    )


def _random_network(prepared: Prepared, raw: Raw, asked: Asked, held: dict[str, float]) -> SaliencyCheck:
    dealt = asked.raw_of_random(prepared)
    value = abs(correlation(raw, dealt)) if np.isfinite(dealt).all() else 0.0
    return _check(
        "random_network",
        value,
        held["limit"],
        value <= held["limit"],
        f"With the map of a network whose weights were dealt again at random it correlates {value:.2f}, either way; at the most "
        f"{held['limit']:g} is allowed: a map that does not change shows the picture, not what was learned.",
    )


def _outside_hand(prepared: Prepared, raw: Raw, held: dict[str, float]) -> SaliencyCheck:
    hand = hand_area(prepared[0])
    if not LEAST_HAND <= hand.mean() <= MOST_HAND:
        sentence = "How much of the map lies beside the hand was not measured: the hand was not found by its brightness."
        return SaliencyCheck("outside_hand", None, held["limit"], None, sentence)
    over = _over(raw, prepared)
    outside, without = float(over[~hand].sum() / over.sum()), float(1.0 - hand.mean())
    value = outside / without
    return _check(
        "outside_hand",
        value,
        held["limit"],
        value <= held["limit"],
        f"{100 * outside:.0f} % of the map lies beside the hand, where an even map would have {100 * without:.0f} %; at the most "
        f"{100 * held['limit'] * without:.0f} % may.",
    )


def _check(kind: str, value: float, limit: float, passed: bool, sentence: str) -> SaliencyCheck:
    return SaliencyCheck(kind, float(value), float(limit), bool(passed), sentence)


def _moves(fall: float) -> str:
    return f"falls by {fall:.2g}" if fall > 0 else f"does not fall (it rises by {-fall:.2g})"


def moved(prepared: Prepared, down: int, across: int) -> Prepared:
    """The picture moved by whole pixels, its edge continued where nothing is."""
    by = max(abs(down), abs(across))
    wide = np.pad(prepared, ((0, 0), (by, by), (by, by)), mode="edge")
    rows, columns = prepared.shape[1:]
    return np.ascontiguousarray(wide[:, by - down : by - down + rows, by - across : by - across + columns])


def correlation(first: NDArray[Any], second: NDArray[Any]) -> float:
    """Pearson's, of two maps of one shape; 0 where one of them is flat."""
    one, other = (np.asarray(each, dtype=np.float64) - float(np.mean(each)) for each in (first, second))
    size = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum() / size) if size > 0.0 and np.isfinite(size) else 0.0


def hand_area(picture: Squashed) -> NDArray[np.bool_]:
    """Where the hand is, (size, size): the largest bright part by Otsu's threshold, its holes filled, widened by 1/40 for soft parts."""
    low, high = np.percentile(picture, (1, 99))
    gray = np.rint(np.clip((picture - low) / max(float(high - low), 1e-6), 0.0, 1.0) * 255.0).astype(np.uint8)
    smooth = cv2.GaussianBlur(gray, (0, 0), picture.shape[0] / 80)
    _, bright = cv2.threshold(smooth, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    count, parts, sizes, _ = cv2.connectedComponentsWithStats(bright, connectivity=8)
    if count < 2:
        return np.zeros(picture.shape, dtype=bool)
    largest = (parts == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    outlines, _ = cv2.findContours(largest, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = cv2.drawContours(np.zeros_like(largest), outlines, -1, 1, cv2.FILLED)
    side = 2 * round(picture.shape[0] / 40) + 1
    return np.asarray(cv2.dilate(filled, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))), dtype=bool)


def _over(raw: Raw, prepared: Prepared) -> NDArray[np.float32]:
    """What of the map is shown, stretched over the picture."""
    return enlarge(np.maximum(raw, 0.0).astype(np.float32), (prepared.shape[1], prepared.shape[2]), "bilinear")
