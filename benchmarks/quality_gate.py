"""Measures the quality gate on real radiographs, and with --fit makes its coefficients anew.

    python benchmarks/quality_gate.py DATA [--limit N]          the figures of docs/reference/quality-gate.md, on the test part
    python benchmarks/quality_gate.py DATA --fit OUT.npz        least-squares rules from the fit part, thresholds from the threshold part
    python benchmarks/quality_gate.py DATA --fit-cuts OUT.npz   two more rules into that file: cut off at the wrist, cut off at a side
    python benchmarks/quality_gate.py DATA --measures           what outline and grays measure on hands of the threshold part

DATA holds hand-radiographs/images/, fullres/ and dicom/. The parts are drawn by the subject's SHA-256:
40 % fit, 30 % threshold, 30 % test.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from spoilings import SPOILINGS, UNSPOILED

from forensix import imaging
from forensix.domain.case import Acquisition
from forensix.domain.errors import ForensixError
from forensix.domain.view import Pixels, percentile_window
from forensix.imaging.gist import gist, mirrored
from forensix.imaging.quality import KINDS, assess
from forensix.imaging.quality_measures import Measures
from forensix.imaging.quality_measures import measure as measure_one

Random = np.random.RandomState
Change = Callable[[Pixels, Pixels, Random], Pixels]
RIDGE = 0.01
MADE_BAD = 1000
"""Of how many radiographs of the test part the bad pictures are made."""
MADE_SPOILED = 40
BESIDE = (
    UNSPOILED,
    "an eighth of the hand cut off at the fingertips",
    "a third at the fingertips",
    "an eighth at the left",
    "an eighth at the right",
    "blurred, sigma 2",
    "moved across by 8 of 299 pixels",
    "highest bit lost (wraps at 1/2)",
    "wraps at 3/4",
    "upper half turned over (solarised at 1/2)",
    "upper quarter turned over (solarised at 3/4)",
    "upper half of the grays clipped",
    "lower half of the grays clipped",
)
"""What `--measures` holds beside good hands."""
AT_WRIST = ("a quarter at the wrist", "a third at the wrist")
AT_LEFT, AT_RIGHT = (("an eighth at the " + side, "a quarter at the " + side) for side in ("left", "right"))
CUTS = {"wrist": (AT_WRIST, AT_WRIST), "side": (AT_LEFT, AT_RIGHT)}
"""What a rule for each place is fitted on: spoilings whose gist is taken as it is, and those whose gist is mirrored."""
BLOCK_RATE, WARN_RATE = 0.001, 0.007  # of good radiographs, for each rule


def turned(pixels: Pixels, random: Random, most: float = 20.0) -> Pixels:
    """Turned by up to `most` degrees, zoomed, and its contrast bent."""
    rows, columns = pixels.shape
    how = cv2.getRotationMatrix2D((columns / 2, rows / 2), random.uniform(-most, most), random.uniform(0.85, 1.1))
    moved = cv2.warpAffine(pixels, how, (columns, rows), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.clip(moved, 0, 1) ** random.uniform(0.7, 1.4), dtype=np.float32)


def side_by_side(pixels: Pixels, other: Pixels, random: Random) -> Pixels:
    other = np.asarray(cv2.resize(other, pixels.shape[::-1], interpolation=cv2.INTER_AREA), dtype=np.float32)
    pair = [pixels, other[:, ::-1]] if random.random_sample() < 0.7 else [pixels, other]
    return np.hstack(pair if random.random_sample() < 0.5 else pair[::-1])


GOOD: dict[str, Change] = {
    "as it is": lambda pixels, other, random: pixels,
    "mirrored": lambda pixels, other, random: pixels[:, ::-1],
    "turned up to 20 degrees, zoomed, contrast bent": lambda pixels, other, random: turned(pixels, random),
}
BAD: dict[str, tuple[str, Change]] = {
    "inverted": ("inverted", lambda pixels, other, random: 1 - pixels),
    "inverted, turned": ("inverted", lambda pixels, other, random: 1 - turned(pixels, random)),
    "upside down": ("rotated", lambda pixels, other, random: pixels[::-1, ::-1]),
    "upside down, turned": ("rotated", lambda pixels, other, random: turned(pixels[::-1, ::-1], random)),
    "a quarter turn right": ("sideways", lambda pixels, other, random: np.rot90(pixels, -1)),
    "a quarter turn left": ("sideways", lambda pixels, other, random: np.rot90(pixels)),
    "two hands side by side": ("two", side_by_side),
    "left half": ("cut_off", lambda pixels, other, random: pixels[:, : pixels.shape[1] // 2]),
    "right half": ("cut_off", lambda pixels, other, random: pixels[:, pixels.shape[1] // 2 :]),
    "upper half": ("cut_off", lambda pixels, other, random: pixels[: pixels.shape[0] // 2]),
    "lower half": ("cut_off", lambda pixels, other, random: pixels[pixels.shape[0] // 2 :]),
}
SLIGHT: dict[str, Change] = {
    "upper third missing": lambda pixels, other, random: pixels[pixels.shape[0] // 3 :],
    "lower third missing": lambda pixels, other, random: pixels[: -(pixels.shape[0] // 3)],
    "left third missing": lambda pixels, other, random: pixels[:, pixels.shape[1] // 3 :],
    "right third missing": lambda pixels, other, random: pixels[:, : -(pixels.shape[1] // 3)],
    "blurred (sigma 4 of 299 pixels)": lambda pixels, other, random: np.asarray(cv2.GaussianBlur(pixels, (0, 0), 4), dtype=np.float32),
}
EMPTY: dict[str, Change] = {
    "blank": lambda pixels, other, random: np.full_like(pixels, random.random_sample()),
    "blank with noise of 1 %": lambda pixels, other, random: np.clip(0.5 + 0.01 * random.standard_normal(pixels.shape), 0, 1).astype(
        np.float32
    ),
    "noise": lambda pixels, other, random: random.random_sample(pixels.shape).astype(np.float32),
    "a ramp": lambda pixels, other, random: np.tile(np.linspace(0, 1, pixels.shape[1], dtype=np.float32), (pixels.shape[0], 1)),
}


def part_of(path: Path) -> str:
    drawn = hashlib.sha256(path.stem.encode()).digest()[0] / 256
    return "fit" if drawn < 0.4 else "threshold" if drawn < 0.7 else "test"


def hands(data: Path, part: str, limit: int | None = None) -> Iterator[tuple[Pixels, Pixels]]:
    """Each radiograph of a part with the one before it."""
    paths = [path for path in sorted((data / "hand-radiographs" / "images").iterdir()) if part_of(path) == part][:limit]
    before = imaging.read(paths[-1].read_bytes())[1]
    for path in paths:
        pixels = imaging.read(path.read_bytes())[1]
        yield pixels, before
        before = pixels


def fit(data: Path, out: Path, limit: int | None) -> None:
    random = Random(0)
    good: list[NDArray[np.float32]] = []
    bad: dict[str, list[NDArray[np.float32]]] = {kind: [] for kind in KINDS}
    for pixels, other in hands(data, "fit", limit):
        good += [gist(np.ascontiguousarray(change(pixels, other, random))).astype(np.float32) for change in GOOD.values()]
        for kind, change in BAD.values():
            bad[kind].append(gist(np.ascontiguousarray(change(pixels, other, random))).astype(np.float32))
    right = np.array(good, np.float64)
    mean, spread = right.mean(axis=0), right.std(axis=0) + 1e-3
    weights = np.stack([least_squares((right - mean) / spread, (np.array(bad[kind], np.float64) - mean) / spread) for kind in KINDS])
    slopes, offsets = weights[:, :-1] / spread, weights[:, -1] - (weights[:, :-1] / spread) @ mean
    scores, random = [], Random(1)
    for pixels, other in hands(data, "threshold", limit):
        scores += [slopes @ gist(np.ascontiguousarray(change(pixels, other, random))) + offsets for change in GOOD.values()]
    block, warn = (np.quantile(np.array(scores), 1 - rate, axis=0) for rate in (BLOCK_RATE, WARN_RATE))
    names, name_offsets = naming({kind: (np.array(rows, np.float64) - mean) / spread for kind, rows in bad.items()}, mean, spread)
    np.savez(
        out,
        slopes=slopes.astype(np.float32),
        offsets=offsets,
        block=block,
        warn=warn,
        name_slopes=names.astype(np.float32),
        name_offsets=name_offsets,
    )
    print(f"fitted on {len(good)} good pictures; thresholds from {len(scores)}; block {block.round(3)}, warn {warn.round(3)}")


def fit_cuts(data: Path, out: Path, limit: int | None) -> None:
    """Rules for a hand cut off at the wrist and, on this and on the mirrored gist, at its left; from every second hand of the fit part."""
    random = Random(0)
    good: list[NDArray[np.float64]] = []
    bad: dict[str, list[NDArray[np.float64]]] = {place: [] for place in CUTS}
    for pixels, _ in islice(hands(data, "fit", limit), 0, None, 2):
        good += both_ways([gist(pixels), gist(turned(pixels, random))])
        for place, (as_it_is, turned_over) in CUTS.items():
            bad[place] += [gist(np.ascontiguousarray(SPOILINGS[name](pixels, random))) for name in as_it_is]
            bad[place] += [mirrored(gist(np.ascontiguousarray(SPOILINGS[name](pixels, random)))) for name in turned_over]
    right = np.array(good)
    mean, spread = right.mean(axis=0), right.std(axis=0) + 1e-3
    weights = np.stack([least_squares((right - mean) / spread, (np.array(bad[place]) - mean) / spread) for place in CUTS])
    slopes, offsets = weights[:, :-1] / spread, weights[:, -1] - (weights[:, :-1] / spread) @ mean
    scores, random = [], Random(1)
    for pixels, _ in hands(data, "threshold", limit):
        scores += [slopes @ seen + offsets for seen in both_ways([gist(pixels), gist(turned(pixels, random))])]
    block, warn = (np.quantile(np.array(scores), 1 - rate, axis=0) for rate in (BLOCK_RATE, WARN_RATE))
    with np.load(out) as rules:
        others = {name: rules[name] for name in rules.files}
    np.savez(out, **{**others, "cut_slopes": slopes.astype(np.float32), "cut_offsets": offsets, "cut_block": block, "cut_warn": warn})
    print(f"fitted on {len(good)} good pictures; thresholds from {len(scores)}; block {block.round(3)}, warn {warn.round(3)}")


def both_ways(seen: list[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    return [*seen, *(mirrored(one) for one in seen)]


def least_squares(good: NDArray[np.float64], bad: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ridge regression to -1 (good) and +1 (bad), each kind with half of the weight; the last coefficient is the constant."""
    rows = np.c_[np.concatenate([good, bad]), np.ones(len(good) + len(bad))]
    target = np.r_[-np.ones(len(good)), np.ones(len(bad))]
    weight = np.r_[np.full(len(good), 0.5 / len(good)), np.full(len(bad), 0.5 / len(bad))]
    weighted = (rows * weight[:, None]).T
    return np.asarray(np.linalg.solve(weighted @ rows + RIDGE * np.eye(rows.shape[1]), weighted @ target))


def naming(
    bad: dict[str, NDArray[np.float64]], mean: NDArray[np.float64], spread: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each kind against the other four: what a picture is called once a rule has found it bad."""
    weights = np.stack([least_squares(np.concatenate([bad[other] for other in KINDS if other != kind]), bad[kind]) for kind in KINDS])
    slopes = weights[:, :-1] / spread
    return slopes, weights[:, -1] - slopes @ mean


def measured(data: Path, limit: int | None) -> None:
    """The extremes of each measure on good hands, and on the first `MADE_SPOILED` of them spoiled: between them the thresholds were set."""
    seen: dict[str, list[Measures]] = {name: [] for name in BESIDE}
    for number, (pixels, _) in enumerate(hands(data, "threshold", limit)):
        for name in BESIDE if number < MADE_SPOILED else (UNSPOILED,):
            spoiled = np.ascontiguousarray(SPOILINGS[name](pixels, Random(number)), dtype=np.float32)
            seen[name].append(measure_one(spoiled, percentile_window(spoiled)))
    print("| measure | picture | n | lowest | 1 % | median | 99 % | highest |\n|---|---|---|---|---|---|---|---|")
    for field in ("above", "beside", "sharpness", "ridges", "jumps", "summit", "white", "black"):
        for name, given in seen.items():
            values = [value for one in given if (value := getattr(one, field)) is not None]
            cells = " | ".join(f"{value:.4f}" for value in np.quantile(values, (0, 0.01, 0.5, 0.99, 1))) if values else "– | " * 4 + "–"
            print(f"| {field} | {name} | {len(values)} | {cells} |")


class Count:
    def __init__(self) -> None:
        self.n = self.blocked = self.warned = 0

    def add(self, pixels: Pixels, kinds: dict[str, int]) -> None:
        found = assess(np.ascontiguousarray(pixels), Acquisition())
        self.n += 1
        self.blocked += any(finding.blocks for finding in found)
        self.warned += bool(found) and not any(finding.blocks for finding in found)
        for finding in found:
            kinds[f"{finding.kind}{' (blocks)' if finding.blocks else ''}"] = (
                kinds.get(f"{finding.kind}{' (blocks)' if finding.blocks else ''}", 0) + 1
            )


def interval(k: int, n: int) -> str:
    """k of n in per cent with its Clopper-Pearson interval."""
    from scipy.stats import beta

    low = 0.0 if k == 0 else float(beta.ppf(0.025, k, n - k + 1))
    high = 1.0 if k == n else float(beta.ppf(0.975, k + 1, n - k))
    return f"{100 * k / n:.2f} % [{100 * low:.2f}, {100 * high:.2f}]"


def measure(data: Path, limit: int | None) -> None:
    random = Random(2)
    changes = {**GOOD, **{name: change for name, (_, change) in BAD.items()}, **SLIGHT, **EMPTY}
    counts = {name: Count() for name in changes}
    kinds: dict[str, dict[str, int]] = {name: {} for name in changes}
    for number, (pixels, other) in enumerate(hands(data, "test", limit)):
        for name, change in changes.items():
            if number >= MADE_BAD and name not in GOOD:
                continue
            counts[name].add(change(pixels, other, random), kinds[name])
    print("| picture | n | blocked | warned only | findings |\n|---|---|---|---|---|")
    for name, count in counts.items():
        said = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds[name].items(), key=lambda item: -item[1])[:4])
        print(f"| {name} | {count.n} | {interval(count.blocked, count.n)} | {interval(count.warned, count.n)} | {said} |")
    print("\n| file | findings |\n|---|---|")
    for path in [*sorted((data / "fullres").glob("*.png")), *sorted((data / "dicom").iterdir())]:
        try:
            acquisition, pixels = imaging.read(path.read_bytes(), path.name)
            said = ", ".join(f"{finding.kind}{' (blocks)' if finding.blocks else ''}" for finding in assess(pixels, acquisition)) or "none"
        except ForensixError as error:
            said = f"not read: {error.message}"
        print(f"| {path.name} | {said} |")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the quality gate.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--fit", type=Path, metavar="OUT.npz")
    parser.add_argument("--fit-cuts", type=Path, metavar="OUT.npz")
    parser.add_argument("--measures", action="store_true")
    parser.add_argument("--limit", type=int)
    asked = parser.parse_args()
    if asked.fit:
        fit(asked.data, asked.fit, asked.limit)
    elif asked.fit_cuts:
        fit_cuts(asked.data, asked.fit_cuts, asked.limit)
    elif asked.measures:
        measured(asked.data, asked.limit)
    else:
        measure(asked.data, asked.limit)


if __name__ == "__main__":
    main()
