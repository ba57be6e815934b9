"""Every recipe, end to end, at a small stated budget: FORENSIX_DATA=FOLDER python benchmarks/recipes_at_small_budget.py OUT [RECIPE ...].

Each is trained on the same 1,600 subjects of 9 to 15 years for five minutes at a reduced size, ends in a bundle and is evaluated on its
test part. That shows that the road works; what a network is worth these numbers do not show. Nothing of it is kept in the repository but
the table that `python docs/make_recipes.py OUT` makes. FORENSIX_WEIGHTS names the folder of the starting weights.
"""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from forensix.training.recipe import load
from forensix.training.split import SHARES, split
from forensix.validation.manifest import read, read_parts

SUBJECTS = 1600
MONTHS = (108.0, 180.0)
MODEL = Path(__file__).parents[1] / "models" / "hand-sex-age-resnet50"
STARTS = Path(os.environ.get("FORENSIX_WEIGHTS", "."))
SHORT = ("--minutes", "5")
QUICK = ("--set", "averaging=0.9")
"""The recipes average over hundreds of steps, more than so small a budget has."""


def manifest(data: Path, path: Path, shares: Sequence[tuple[str, float]]) -> Path:
    """A fixed choice of the source's subjects, of whom none is measured on that the model which some start from was trained on."""
    source = data / "hand-radiographs" / "labels.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if MONTHS[0] <= float(row["bone_age_months"]) < MONTHS[1]]
    rows = sorted(rows, key=lambda row: hashlib.sha256(row["subject"].encode()).hexdigest())[:SUBJECTS]
    trained = {subject for subject, part in read_parts(MODEL / "split.csv").items() if part == "train"}
    while True:
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, rows[0], lineterminator="\n")
            table.writeheader()
            table.writerows({**row, "path": str(source.parent / Path(row["path"]))} for row in rows)
        met = {subject for subject, part in split(read(path).rows, shares).items() if part in ("calibration", "test")} & trained
        if not met:
            return path
        rows = [row for row in rows if row["subject"] not in met]


def options() -> dict[str, list[str]]:
    """What each recipe is given: minutes, a reduced size, and starting weights or the model that ships to start from or to learn from."""
    resnet18 = ["--start", str(STARTS / "resnet18-imagenet-to-layer3-folded.safetensors")]
    densenet169 = ["--start", str(STARTS / "densenet169-imagenet-features.safetensors")]
    model, taught = ["--start", str(MODEL)], ["--teacher", str(MODEL)]
    return {
        "hand_sex_resnet18": [*SHORT, "--size", "80", *QUICK, *resnet18],
        "hand_sex_age_resnet50": [*SHORT, "--size", "112", *QUICK, *model],
        "hand_sex_resnet50": [*SHORT, "--size", "112", *QUICK, *model],
        "sequential_cnn": [*SHORT, "--size", "64"],
        "roi_retrieval": [*SHORT, "--size", "88"],
        "hand_sex_efficientnet_b0": [*SHORT, "--size", "64", *QUICK, *taught],
        "densenet121_fine_tune": [*SHORT, "--size", "64", *taught],
        "hand_sex_inception_v3": [*SHORT, "--size", "112", *QUICK, *taught],
        "efficientnet_b0_joint": [*SHORT, "--size", "64", *QUICK, *taught],
        "hand_dual_inception_v3_se": [*SHORT, "--size", "112", *QUICK, *taught],
        "hand_sex_age_densenet169": [*SHORT, "--size", "64", *QUICK, *densenet169],
    }


def run(recipe: str, given: list[str], data: Path, out: Path) -> int:
    """Train one recipe to its bundle; what it said is in OUT/RECIPE.log."""
    folder = out / recipe
    folder.mkdir(exist_ok=True)
    for cache in out.glob("*/squashed-????????????????.npy"):
        if not (folder / cache.name).exists():
            (folder / cache.name).hardlink_to(cache)
    command = [sys.executable, "-m", "forensix", "train", recipe, "--data", str(data), "--out", str(folder)]
    with (out / f"{recipe}.log").open("w", encoding="utf-8") as log:
        extra = ["--source", "rsna_2017", "--device", "cpu"]
        return subprocess.run([*command, *given, *extra], stdout=log, stderr=subprocess.STDOUT, check=False).returncode


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    chosen = options()
    for recipe in sys.argv[2:] or chosen:
        began, shares = time.time(), load(recipe).shares
        data = out / ("labels.csv" if shares == SHARES else f"labels-of-{recipe}.csv")
        if not data.exists():
            manifest(Path(os.environ["FORENSIX_DATA"]), data, shares)
        code = run(recipe, chosen[recipe], data, out)
        print(f"{recipe}: exit code {code}, {(time.time() - began) / 60:.1f} minutes", flush=True)


if __name__ == "__main__":
    main()
