"""Screening: many files become a table of estimates, without a casebook; one row to each file found, good or refused."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from PIL import Image

from forensix.domain import view
from forensix.domain.errors import CaseConflict, ForensixError
from forensix.domain.view import Pixels
from forensix.domain.visible import cell
from forensix.imaging import quality, sources
from forensix.imaging.quarantine import Quarantine

if TYPE_CHECKING:
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
) -> Iterator[dict[str, Any]]:
    """One row (`COLUMNS`) to each file found under `paths`, in path order; a heatmap PNG each under `heatmaps`."""
    found = sorted(sources.find(paths), key=lambda source: source.path)
    with Quarantine() as quarantine:
        for position, source in enumerate(found):
            progress(f"screening {source.name}", position / len(found))
            yield _row(source, quarantine, estimator, rule, heatmaps)
    progress("screened", 1.0)


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
    enlarged = view.enlarge(examined.saliency.map, pixels.shape)
    Image.fromarray(view.blend(view.present(pixels, voi), enlarged)).save(file)


def check(out: Path) -> None:
    """See, before the work, that the table can be written when it is done.

    Raises
    ------
    CaseConflict
        A suffix that no table has, a folder of this name, or no Parquet writer.
    OSError
        The folder cannot be written.
    """
    if out.suffix.lower() not in WRITERS or out.is_dir():
        raise CaseConflict("A screening is written as .csv, .jsonl or .parquet.", "Name the file with one of them.", str(out))
    if out.suffix.lower() == ".parquet" and not all(map(find_spec, ("pandas", "pyarrow"))):
        raise CaseConflict("Parquet needs pandas and pyarrow, which are not installed.", "Write .csv or .jsonl instead.", str(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=out.parent):
        pass


def write(rows: Sequence[dict[str, Any]], out: Path) -> None:
    """Write the table by the suffix of `out`, the whole file or nothing of it."""
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        unfinished.write_bytes(WRITERS[out.suffix.lower()](rows))
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _as_csv(rows: Sequence[dict[str, Any]]) -> bytes:
    sheet = io.StringIO()
    table = csv.DictWriter(sheet, COLUMNS, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: cell(value) for name, value in row.items()})
    return sheet.getvalue().encode()


def _as_jsonl(rows: Sequence[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, allow_nan=False) + "\n" for row in rows).encode()


def _as_parquet(rows: Sequence[dict[str, Any]]) -> bytes:
    import pandas

    return bytes(pandas.DataFrame(list(rows), columns=list(COLUMNS)).to_parquet())


WRITERS = {".csv": _as_csv, ".jsonl": _as_jsonl, ".parquet": _as_parquet}
