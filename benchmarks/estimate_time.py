"""How long from pixels to an estimate with its heatmap: median over made-up radiographs.

uv run python benchmarks/estimate_time.py models/hand-sex-age-resnet50 --rows 2000 --columns 1500 --times 20
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from forensix.domain.case import Acquisition, Side
from forensix.imaging.phantom import hand
from forensix.inference.estimator import Estimator


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("model", type=Path)
    asked.add_argument("--rows", type=int, default=2000)
    asked.add_argument("--columns", type=int, default=1500)
    asked.add_argument("--times", type=int, default=20)
    asked.add_argument("--threads", type=int, default=1)
    asked.add_argument("--device", default="auto")
    asked.add_argument("--saliency", default="grad_cam")
    given = asked.parse_args()
    began = time.perf_counter()
    estimator = Estimator.load(given.model, given.device, given.threads, evaluated=False)
    print(f"model {estimator.card.name}, {estimator.card.preprocess.size} px, loaded in {time.perf_counter() - began:.2f} s")
    pixels = hand(1, size=(given.rows, given.columns))
    for side in (Side.LEFT, Side.UNKNOWN):
        print(f"side {side}: {measured(estimator, pixels, side, given)}")


def measured(estimator: Estimator, pixels: object, side: Side, given: argparse.Namespace) -> str:
    taken = []
    for _ in range(given.times + 2):
        began = time.perf_counter()
        examined = estimator.examine(
            pixels,  # type: ignore[arg-type]
            Acquisition(),
            side=side,
            findings=(),
            synthetic=True,
            prior_male=0.5,
            threshold=0.95,
            saliency=given.saliency,
        )
        taken.append(time.perf_counter() - began)
    kept = taken[2:]  # the first runs warm the processor's libraries
    return (
        f"median {statistics.median(kept):.3f} s, fastest {min(kept):.3f} s, slowest {max(kept):.3f} s, n = {len(kept)}, "
        f"{given.rows} x {given.columns}, {examined.recipe.threads} threads, {examined.recipe.device}, {given.saliency}"
    )


if __name__ == "__main__":
    main()
