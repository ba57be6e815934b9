"""Every recipe, end to end, at a small stated budget: FORENSIX_DATA=FOLDER python benchmarks/recipes_at_small_budget.py OUT [RECIPE ...].

Each is trained on the same 3,000 subjects for a few minutes at a reduced size, ends in a bundle and is evaluated on its test part. That
shows that the road works; what a network is worth these numbers do not show. Nothing of it is kept in the repository but the table that
`python docs/make_recipes.py OUT` makes. FORENSIX_WEIGHTS names the folder of the starting weights.
"""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

SUBJECTS = 3000
TEACHER = "hand_sex_age_resnet50"
STARTS = Path(os.environ.get("FORENSIX_WEIGHTS", "."))
MINUTES = {TEACHER: "5"}
QUICK = ("--set", "averaging=0.9")
"""The recipes average over hundreds of steps, more than so small a budget has."""


def manifest(data: Path, out: Path) -> Path:
    """A fixed choice of the source's subjects, by a hash of their names."""
    source = data / "hand-radiographs" / "labels.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: hashlib.sha256(row["subject"].encode()).hexdigest())[:SUBJECTS]
    path = out / "labels.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0], lineterminator="\n")
        table.writeheader()
        table.writerows({**row, "path": str(source.parent / row["path"])} for row in rows)
    return path


def options(out: Path) -> dict[str, list[str]]:
    """What each recipe is given: a reduced size, and starting weights or a teacher where there are any."""
    taught = ["--teacher", str(out / TEACHER / "bundle" / TEACHER.replace("_", "-"))]
    resnet50 = ["--start", str(STARTS / "resnet50-imagenet-to-layer3.safetensors")]
    resnet18 = ["--start", str(STARTS / "resnet18-imagenet-to-layer3-folded.safetensors")]
    densenet169 = ["--start", str(STARTS / "densenet169-imagenet-features.safetensors")]
    return {
        TEACHER: ["--size", "80", *QUICK, *resnet50],
        "hand_sex_resnet18": ["--size", "64", *QUICK, *resnet18],
        "sequential_cnn": ["--size", "64"],
        "hand_sex_efficientnet_b0": ["--size", "64", *QUICK, *taught],
        "densenet121_fine_tune": ["--size", "64", *taught],
        "roi_retrieval": ["--size", "88"],
        "hand_sex_resnet50": ["--size", "64", *QUICK, *resnet50],
        "efficientnet_b0_joint": ["--size", "64", *QUICK, *taught],
        "hand_sex_inception_v3": ["--size", "112", *QUICK, *taught],
        "hand_dual_inception_v3_se": ["--size", "112", *QUICK, *taught],
        "hand_sex_age_densenet169": ["--size", "64", *QUICK, *densenet169],
    }


def run(recipe: str, given: list[str], data: Path, out: Path) -> int:
    """Train one recipe to its bundle; what it said is in OUT/RECIPE.log."""
    folder = out / recipe
    folder.mkdir(exist_ok=True)
    for cache in out.glob("*/squashed-*.npy"):
        if not (folder / cache.name).exists():
            (folder / cache.name).hardlink_to(cache)
    command = [sys.executable, "-m", "forensix", "train", recipe, "--data", str(data), "--out", str(folder)]
    with (out / f"{recipe}.log").open("w", encoding="utf-8") as log:
        extra = ["--minutes", MINUTES.get(recipe, "2"), "--source", "rsna_2017", "--device", "cpu"]
        return subprocess.run([*command, *given, *extra], stdout=log, stderr=subprocess.STDOUT, check=False).returncode


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    data = manifest(Path(os.environ["FORENSIX_DATA"]), out)
    chosen = options(out)
    for recipe in sys.argv[2:] or chosen:
        began = time.time()
        code = run(recipe, chosen[recipe], data, out)
        print(f"{recipe}: exit code {code}, {(time.time() - began) / 60:.1f} minutes", flush=True)


if __name__ == "__main__":
    main()
