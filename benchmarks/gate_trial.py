"""What gets through the gates to an outcome: hands spoiled in known ways, and pictures of no hand, each tried from gate to outcome.

    FORENSIX_DATA=FOLDER uv run python benchmarks/gate_trial.py models/NAME [--hands N] [--page docs/reference/quality-gate.md]

FORENSIX_DATA holds hand-radiographs/labels.csv, the manifest that the model was trained on: hands come from its test part, but for those
that the quality gate was fitted on. Without it made-up hands and drawings only. --page writes the tables between the page's marks. Hands
are read as left; what the quality gate stops is not shown to the network, which could not change the outcome. About three minutes on two
idle cores.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from quality_gate import part_of
from spoilings import DRAWINGS, SPOILINGS, Random

from forensix import imaging
from forensix.domain.case import Acquisition, Side
from forensix.domain.view import Pixels
from forensix.imaging import phantom, quality
from forensix.inference.estimator import Estimator
from forensix.validation.manifest import Row, read_parts
from forensix.validation.manifest import read as read_manifest
from forensix.validation.metrics import proportion

BEGIN, END = "<!-- trial:begin -->", "<!-- trial:end -->"
HANDS, MADE_UP = 30, 4
SEXES = ("male", "female")
WARNING = ("quality", "typicality")
MEASURED = {"clipped", "cut_off", "folded", "unsharp"}
"""Kinds that stand in the table of false alarms even where there was none."""
HEAD = (
    "| what was shown | n | got male or female (share, 95 %) | of them the other sex | of them with no warning "
    "| indeterminate | not evaluated: quality | atypical | outside the range | no number |\n" + "|---" * 10 + "|"
)


@dataclass(frozen=True, slots=True)
class Hand:
    """A picture, and the sex that is recorded for it: "male", "female", or "" where there is none."""

    pixels: Pixels
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """What one picture got: an outcome, why it is no sex, and whether quality or typicality warned."""

    outcome: str
    reason: str
    warned: bool
    other_sex: bool


def attempt(estimator: Estimator, pixels: Pixels, sex: str) -> Tried:
    pixels = np.ascontiguousarray(pixels, dtype=np.float32)
    findings = quality.assess(pixels, Acquisition())
    if any(finding.blocks for finding in findings):
        return Tried("not_evaluated", "quality", True, False)
    rule = estimator.card.decision
    found = estimator.examine(
        pixels,
        Acquisition(),
        side=Side.LEFT,
        findings=findings,
        synthetic=False,
        prior_male=rule.prior,
        threshold=rule.threshold,
    ).sex
    warned = any(limitation.kind in WARNING for limitation in found.limitations)
    outcome = found.outcome.value
    return Tried(outcome, found.reason, warned, bool(sex) and outcome in SEXES and outcome != sex)


def unseen(model: Path) -> list[Row]:
    """Radiographs of the model's test part that the gate was not fitted on either; none without FORENSIX_DATA."""
    if not os.environ.get("FORENSIX_DATA"):
        print("left out: the radiographs, since FORENSIX_DATA is not set", file=sys.stderr)
        return []
    parts = read_parts(model / "split.csv")
    manifest = read_manifest(Path(os.environ["FORENSIX_DATA"]) / "hand-radiographs" / "labels.csv")
    return [row for row in manifest.rows if parts.get(row.subject) == "test" and part_of(row.path) == "test"]


def some(rows: list[Row], count: int) -> list[Hand]:
    chosen = np.random.default_rng(20261121).choice(len(rows), min(count, len(rows)), replace=False)
    return [Hand(imaging.read(rows[index].path.read_bytes())[1], rows[index].sex) for index in sorted(chosen)]


def false_alarms(rows: list[Row]) -> list[str]:
    """What the quality gate alone says of hands as they are."""
    if not rows:
        return []
    given = [quality.assess(imaging.read(row.path.read_bytes())[1], Acquisition()) for row in rows]
    print(*(f"{row.subject}: {found}" for row, found in zip(rows, given, strict=True) if found), sep="\n", flush=True)
    lines = []
    for name, of in (("any finding", None), *((kind, kind) for kind in sorted(MEASURED | {one.kind for found in given for one in found}))):
        said = [[one for one in found if of in (None, one.kind)] for found in given]
        blocked = sum(any(one.blocks for one in found) for found in said)
        lines.append(f"| {name} | {len(rows)} | {share(blocked, len(rows))} | {share(sum(map(bool, said)) - blocked, len(rows))} |")
    return [
        "**Hands as they are, quality gate alone: its false alarms**",
        "",
        "| finding | n | blocks | warns only |\n|---|---|---|---|",
        *lines,
        "",
    ]


def share(hits: int, n: int) -> str:
    """A count with its share and 95 % interval."""
    found = proportion(hits, n)
    assert found is not None
    return f"{hits} ({100 * found['value']:.1f} %, {100 * found['low']:.1f} to {100 * found['high']:.1f})"


def kinds(hands: list[Hand], drawn: int) -> Iterator[tuple[str, Iterator[Hand]]]:
    """Each kind with its pictures, made when they are called for."""
    for name, spoil in SPOILINGS.items():
        yield name, (Hand(spoil(hand.pixels, Random(seed)), hand.sex) for seed, hand in enumerate(hands))
    for name, draw in DRAWINGS.items():
        yield name, (Hand(draw(Random(seed))) for seed in range(drawn))


def row(name: str, tried: list[Tried]) -> str:
    """One kind as a row of the table."""
    decided = [one for one in tried if one.outcome in SEXES]
    reasons = Counter(one.reason for one in tried if one.outcome == "not_evaluated")
    cells = (
        name,
        len(tried),
        share(len(decided), len(tried)),
        sum(one.other_sex for one in decided),
        sum(not one.warned for one in decided),
        sum(one.outcome == "indeterminate" for one in tried),
        *(reasons[reason] for reason in ("quality", "atypical", "outside_validation", "no_result")),
    )
    return f"| {' | '.join(map(str, cells))} |"


def table(estimator: Estimator, title: str, hands: list[Hand], drawn: int) -> list[str]:
    rows = []
    for name, pictures in kinds(hands, drawn):
        tried = [attempt(estimator, hand.pixels, hand.sex) for hand in pictures]
        if tried:
            rows.append(row(name, tried))
            print(rows[-1], flush=True)
    return [f"**{title}**", "", HEAD, *rows, ""] if rows else []


def written(page: str, block: list[str]) -> str:
    """The page with the tables between its marks."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{chr(10).join(block)}\n{END}{rest.split(END)[1]}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Try the gates.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--hands", type=int, default=HANDS, metavar="N", help="of the model's test part")
    parser.add_argument("--made-up", type=int, default=MADE_UP, metavar="N", help="hands, and of each kind of drawing twice as many")
    parser.add_argument("--page", type=Path, metavar="FILE.md")
    given = parser.parse_args()
    estimator = Estimator.load(given.model, "cpu", 1, evaluated=False)
    made_up = [Hand(phantom.hand(seed, size=(800, 600))) for seed in range(100, 100 + given.made_up)]
    rows = unseen(given.model)
    command = f"benchmarks/gate_trial.py models/{given.model.name} --hands {given.hands} --made-up {given.made_up}"
    block = [
        f"`FORENSIX_DATA=FOLDER uv run python {command} --page docs/reference/quality-gate.md`, weights "
        f"{estimator.card.weights_sha256[:12]}…, {datetime.date.today():%Y-%m-%d}; shares with 95 % Clopper-Pearson intervals.",
        "",
        *false_alarms(rows),
        *table(estimator, "Radiographs of the test part", some(rows, given.hands), 0),
        *table(estimator, "Made-up hands, and drawings of no hand", made_up, 2 * given.made_up),
    ]
    if given.page:
        given.page.write_text(written(given.page.read_text(encoding="utf-8"), block), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
