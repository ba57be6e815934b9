"""Screening: many files become a table of estimates, without a casebook; one row to each file found, good or refused."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from forensix.domain import view
from forensix.domain.errors import CaseConflict, ForensixError
from forensix.domain.view import Pixels
from forensix.imaging import quality, sources
from forensix.imaging.quarantine import Quarantine
from forensix.inference.estimator import Estimator, Examined

COLUMNS = (
    "path",
    "sha256",
    "status",
    "reason",
    "outcome",
    "forced_choice",
    "log10_lr",
    "probability_male",
    "bone_age_months",
    "bone_age_low",
    "bone_age_high",
    "typicality",
    "limitations",
    "model",
    "weights_sha256",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """The decision rule of a screening: prior probability of male, posterior needed, saliency method."""

    prior_male: float
    threshold: float
    saliency: str


def screen(
    paths: Sequence[Path],
    estimator: Estimator,
    rule: Rule,
    *,
    heatmaps: Path | None = None,
    progress: Callable[[str, float], None],
) -> list[dict[str, Any]]:
    """One row (`COLUMNS`) to each file found under `paths`, in path order; a heatmap PNG each under `heatmaps`."""
    found = sorted(sources.find(paths), key=lambda source: source.path)
    rows = []
    with Quarantine() as quarantine:
        for position, source in enumerate(found):
            progress(f"screening {source.name}", position / len(found))
            rows.append(_row(source, quarantine, estimator, rule, heatmaps))
    progress("screened", 1.0)
    return rows


def _row(source: sources.Source, quarantine: Quarantine, estimator: Estimator, rule: Rule, heatmaps: Path | None) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | {"path": source.path, "sha256": ""}
    try:
        data = source.load()
        row["sha256"] = hashlib.sha256(data).hexdigest()
        acquisition, pixels = quarantine.read(data, source.name)
        examined = estimator.examine(
            pixels,
            acquisition,
            side=acquisition.declared_side,
            findings=quality.assess(pixels, acquisition),
            synthetic=False,
            prior_male=rule.prior_male,
            threshold=rule.threshold,
            saliency=rule.saliency,
        )
    except ForensixError as error:
        return row | {"status": "refused", "reason": f"{error.message} {error.remedy}".strip()}
    if heatmaps is not None:
        _write_heatmap(heatmaps / f"{row['sha256']}.png", pixels, view.first_voi(pixels, acquisition.windows), examined)
    return row | {"status": "examined", "reason": examined.sex.reason} | _columns(examined)


def _columns(examined: Examined) -> dict[str, Any]:
    sex, age = examined.sex, examined.age
    return {
        "outcome": sex.outcome.value,
        "forced_choice": sex.forced_choice,
        "log10_lr": sex.log10_lr,
        "probability_male": sex.probability_male,
        "bone_age_months": age.months if age else None,
        "bone_age_low": age.low if age else None,
        "bone_age_high": age.high if age else None,
        "typicality": sex.typicality,
        "limitations": " | ".join(limitation.sentence for limitation in sex.limitations),
        "model": sex.model,
        "weights_sha256": examined.recipe.weights_sha256,
    }


def _write_heatmap(file: Path, pixels: Pixels, voi: view.VOI, examined: Examined) -> None:
    """The overlay at the radiograph's own resolution; no file where there is no map."""
    if examined.saliency is None or examined.saliency.map is None:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    enlarged = view.enlarge(examined.saliency.map, pixels.shape)
    Image.fromarray(view.blend(view.present(pixels, voi), enlarged)).save(file)


def write(rows: Sequence[dict[str, Any]], out: Path) -> None:
    """Write the table by the suffix of `out`: .csv, .jsonl, or .parquet where pandas and pyarrow are installed.

    Raises
    ------
    CaseConflict
        Another suffix, or no Parquet writer.
    """
    suffix = out.suffix.lower()
    out.parent.mkdir(parents=True, exist_ok=True)
    if suffix == ".csv":
        out.write_text(_as_csv(rows), encoding="utf-8", newline="")
    elif suffix == ".jsonl":
        out.write_text("".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows), encoding="utf-8")
    elif suffix == ".parquet":
        _write_parquet(rows, out)
    else:
        raise CaseConflict("A screening is written as .csv, .jsonl or .parquet.", "Name the file with one of them.", str(out))


def _as_csv(rows: Sequence[dict[str, Any]]) -> str:
    sheet = io.StringIO()
    table = csv.DictWriter(sheet, COLUMNS, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: " ".join(value.splitlines()) if isinstance(value, str) else value for name, value in row.items()})
    return sheet.getvalue()


def _write_parquet(rows: Sequence[dict[str, Any]], out: Path) -> None:
    try:
        import pandas
        import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: F401
    except ImportError as error:
        raise CaseConflict(
            "Parquet needs pandas and pyarrow, which are not installed.", "Write .csv or .jsonl instead.", str(out)
        ) from error
    pandas.DataFrame(list(rows), columns=list(COLUMNS)).to_parquet(out)
