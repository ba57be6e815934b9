"""Which subjects train, validate, calibrate and test: a fixed function of the manifest, by subject, stratified by sex and age band."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from forensix.validation.manifest import Row

SHARES: tuple[tuple[str, float], ...] = (("train", 0.80), ("validation", 0.04), ("calibration", 0.08), ("test", 0.08))
SPLIT_SEED = "forensix.split.1"


def split(rows: Sequence[Row], shares: Sequence[tuple[str, float]] = SHARES) -> dict[str, str]:
    """The part of each subject.

    Within each stratum (sex, age band of the subject's first radiograph) the subjects are ordered by a hash of the seed and
    their name, and cut at the shares: neither the order of the manifest nor a random generator has a say, so every recipe
    with the same shares has the same parts, and what comes last in one order comes last in the other.
    """
    strata: dict[tuple[str, str], list[str]] = {}
    seen: set[str] = set()
    for row in sorted(rows, key=lambda row: (row.subject, row.path.name)):
        if row.subject not in seen:
            seen.add(row.subject)
            strata.setdefault((row.sex, row.band or ""), []).append(row.subject)
    parts: dict[str, str] = {}
    for subjects in strata.values():
        parts.update(_cut(sorted(subjects, key=_order), shares))
    return parts


def write(parts: Mapping[str, str], path: Path) -> None:
    """Write the split as CSV: subject, part."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("subject", "part"))
        table.writerows(sorted(parts.items()))


def _order(subject: str) -> str:
    return hashlib.sha256(f"{SPLIT_SEED}|{subject}".encode()).hexdigest()


def _cut(subjects: Sequence[str], shares: Sequence[tuple[str, float]]) -> dict[str, str]:
    parts: dict[str, str] = {}
    reached, begin = 0.0, 0
    for part, share in shares:
        reached += share
        end = round(reached * len(subjects))
        parts.update(dict.fromkeys(subjects[begin:end], part))
        begin = end
    return parts
