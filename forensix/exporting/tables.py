"""Rows of a case or incident as CSV or JSON, for disaster-victim systems that read tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from forensix.domain.errors import CaseConflict
from forensix.domain.visible import cell

COLUMNS = (
    "number",
    "kind",
    "incident",
    "specimen",
    "element",
    "side",
    "file_name",
    "sha256",
    "estimate",
    "log10_lr",
    "probability_male",
    "prior_male",
    "bone_age_months",
    "bone_age_low",
    "bone_age_high",
    "model",
    "outcome",
    "examiner",
    "concluded_at",
    "report_version",
    "report_sha256",
)
"""`estimate` is the network's outcome, or "covered"; `outcome` is the examiner's conclusion; ages in months with the 95 % interval."""


def written(rows: Sequence[dict[str, Any]], out: Path) -> bytes:
    """`rows` as a file's content, by the suffix of `out`: .csv or .json.

    Raises
    ------
    CaseConflict
        Another suffix.
    """
    writers = {".csv": as_csv, ".json": as_json}
    if out.suffix.lower() not in writers:
        raise CaseConflict(
            f"Tables are written as .csv or .json, not {out.suffix or 'without a suffix'}.", "Name the file with one of them.", str(out)
        )
    return writers[out.suffix.lower()](rows).encode()


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """CSV with `COLUMNS`; line breaks inside a field become spaces, and text that a spreadsheet would run as a formula is quoted with '."""
    sheet = io.StringIO()
    table = csv.DictWriter(sheet, COLUMNS, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: cell(row.get(name)) for name in COLUMNS})
    return sheet.getvalue()


def as_json(rows: Sequence[dict[str, Any]]) -> str:
    return json.dumps([{name: row.get(name) for name in COLUMNS} for row in rows], ensure_ascii=False, indent=2, allow_nan=False) + "\n"
