"""How often each heatmap method passes each check, on the model's test hands and on made-up ones: the table of docs/reference/heatmaps.md.

FORENSIX_DATA=FOLDER uv run python benchmarks/heatmap_quality.py models/hand-sex-age-resnet50 [--hands 50] [--methods grad_cam ...]

The direction explained is the one that the ratio favours, at the last layer; hands are read as left. About five minutes on two idle
cores; without FORENSIX_DATA made-up hands only. HiResCAM is left out unless named: at the last layer of a network with mean pooling it
is Grad-CAM.
"""

from __future__ import annotations

import argparse
import csv
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from forensix.domain.case import Acquisition, Side
from forensix.domain.examination import Saliency
from forensix.domain.view import Pixels, percentile_window
from forensix.imaging import phantom, read
from forensix.inference import saliency
from forensix.inference.estimator import Estimator
from forensix.inference.explaining import Question
from forensix.inference.heatmap_checks import correlation, hand_area
from forensix.inference.preprocess import prepare
from forensix.validation.manifest import read as read_manifest

KINDS = ("shift", "random_map", "random_network", "outside_hand")
FORWARD = ("grad_cam", "grad_cam_plus_plus", "hires_cam", "layer_cam", "eigen_cam")


def hands(estimator: Estimator, made_up: int, count: int) -> Iterator[tuple[str, list[Pixels]]]:
    yield "made-up", [phantom.hand(seed, size=(800, 600)) for seed in range(100, 100 + made_up)]
    if not os.environ.get("FORENSIX_DATA"):
        return
    with (estimator.card.folder / "split.csv").open(encoding="utf-8", newline="") as file:
        test = {row["subject"] for row in csv.DictReader(file) if row["part"] == "test"}
    manifest = read_manifest(Path(os.environ["FORENSIX_DATA"]) / "hand-radiographs" / "labels.csv")
    rows = [row for row in manifest.rows if row.subject in test]
    chosen = np.random.default_rng(20261121).choice(len(rows), min(count, len(rows)), replace=False)
    yield "test", [read(rows[index].path.read_bytes())[1] for index in sorted(chosen)]


def explained(estimator: Estimator, pixels: Pixels, method: str) -> Saliency:
    favoured = "male" if estimator.card.calibration.log10_lr(estimator.logits_of(pixels)["sex"]) > 0 else "female"
    return estimator.explain(pixels, Acquisition(), side=Side.LEFT, asked=Question(method, favoured, checked=True))


def interval(passed: int, whole: int) -> str:
    """Clopper-Pearson, 95 %."""
    low = 0.0 if passed == 0 else beta.ppf(0.025, passed, whole - passed + 1)
    high = 1.0 if passed == whole else beta.ppf(0.975, passed + 1, whole - passed)
    return f"{passed}/{whole} ({100 * low:.0f}-{100 * high:.0f} %)"


def rows(hands_: str, method: str, maps: list[Saliency]) -> str:
    shown = [one for one in maps if one.map is not None]
    cells = [hands_, method, f"{len(maps) - len(shown)}"]
    for kind in KINDS:
        found = [check for one in shown for check in one.checks if check.kind == kind and check.passed is not None]
        values = [check.value for check in found if check.value is not None]
        passed = sum(check.passed is True for check in found)
        cells.append(f"{interval(passed, len(found))}; {np.median(values):.2f}" if found else "not measured")
    return f"| {' | '.join(cells)} |"


def resemblance(estimator: Estimator, given: list[Pixels], maps: list[Saliency]) -> str:
    """What a map could be without any network: how it correlates with the hand's outline and with the mean of all maps."""
    kept = [(pixels, one.map) for pixels, one in zip(given, maps, strict=True) if one.map is not None]
    mean = np.mean([map_ for _, map_ in kept], axis=0)
    outline = [correlation(map_, _coarse(hand_area(_seen(estimator, pixels)), map_.shape)) for pixels, map_ in kept]
    others = [correlation(map_, (mean * len(kept) - map_) / (len(kept) - 1)) for _, map_ in kept]
    return f"with the hand's area {np.median(outline):.2f}, with the mean of the other hands' maps {np.median(others):.2f}"


def _seen(estimator: Estimator, pixels: Pixels) -> NDArray[np.float32]:
    return np.asarray(prepare(pixels, percentile_window(pixels), estimator.card.preprocess)[0])


def _coarse(area: np.ndarray, grid: tuple[int, ...]) -> np.ndarray:
    rows_, columns = (np.array_split(np.arange(n), cells) for n, cells in zip(area.shape, grid, strict=True))
    return np.array([[area[np.ix_(row, column)].mean() for column in columns] for row in rows_])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("model", type=Path)
    asked.add_argument("--hands", type=int, default=50)
    asked.add_argument("--made-up", type=int, default=8)
    asked.add_argument("--slow-hands", type=int, default=4, help="for Score-CAM and occlusion")
    usual = [name for name in saliency.names() if name != "hires_cam"]
    asked.add_argument("--methods", nargs="+", default=usual, choices=saliency.names())
    given = asked.parse_args()
    estimator = Estimator.load(given.model, evaluated=False)
    print(f"{estimator.card.name}, weights {estimator.card.weights_sha256[:12]}, layer {list(estimator.layers().items())[-1]}")
    print("Passed of those measured (95 % interval); median value.\n")
    print("| hands | method | no map | shift | random map | random network | outside the hand |\n|---|---|---|---|---|---|---|")
    said = []
    for name, pixels in hands(estimator, given.made_up, given.hands):
        for method in given.methods:
            some = pixels if method in FORWARD else pixels[: given.slow_hands]
            maps = [explained(estimator, one, method) for one in some]
            print(rows(name, method, maps), flush=True)
            said.append(f"{name}, {method}: correlates {resemblance(estimator, some, maps)} (medians, n = {len(some)})")
    print("\n" + "\n".join(said))


if __name__ == "__main__":
    main()
