"""predictions.csv: one row for each readable radiograph of a measured manifest; written and read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from forensix.validation.metrics import Prediction

COLUMNS = ("subject", "part", "sex", "logit", "log10_lr", "outcome", "bone_age_months", "estimated_months")
FURTHER_COLUMNS = ("age_low", "age_high", "log10_lr_unbounded", "typicality", "reason", "age_years", "readings", "file")
"""`readings`: the logit of each reading (as is, mirrored), joined by semicolons; `file`: the radiograph's name."""


def as_csv(predictions: Iterable[Prediction]) -> str:
    """The whole file; numbers with six significant digits, so what is read back differs in the seventh."""
    whole = io.StringIO()
    table = csv.writer(whole, lineterminator="\n")
    table.writerow(COLUMNS + FURTHER_COLUMNS)
    for prediction in predictions:
        table.writerow([_cell(getattr(prediction, name)) for name in COLUMNS + FURTHER_COLUMNS])
    return whole.getvalue()


def read(path: Path) -> tuple[Prediction, ...]:
    """The predictions of a file that `as_csv` wrote, now or in an earlier version that had fewer columns."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Prediction, ...]:
    """The predictions in the text of such a file.

    Raises
    ------
    ValueError
        It is no such file.
    """
    rows = csv.DictReader(io.StringIO(text))
    if not set(COLUMNS) <= set(rows.fieldnames or ()):
        raise ValueError(f"predictions need the columns {', '.join(COLUMNS)}")
    return tuple(_prediction(row) for row in rows)


def _prediction(row: dict[str, str]) -> Prediction:
    ratio = float(row["log10_lr"])
    unbounded = _number(row.get("log10_lr_unbounded"))
    return Prediction(
        subject=row["subject"],
        part=row["part"],
        sex=row["sex"],
        logit=float(row["logit"]),
        log10_lr=ratio,
        log10_lr_unbounded=ratio if unbounded is None else unbounded,
        outcome=row["outcome"],
        bone_age_months=_number(row["bone_age_months"]),
        estimated_months=_number(row["estimated_months"]),
        age_low=_number(row.get("age_low")),
        age_high=_number(row.get("age_high")),
        typicality=_number(row.get("typicality")),
        reason=row.get("reason") or "",
        age_years=_number(row.get("age_years")),
        readings=tuple(float(value) for value in (row.get("readings") or "").split(";") if value),
        file=row.get("file") or "",
    )


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return ";".join(f"{one:.6g}" for one in value)
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else value
