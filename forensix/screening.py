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
from forensix.domain.visible import cell, one_line
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
    """The decision rule of a screening: prior probability of male, posterior needed, saliency method, whether heatmaps are wanted."""

    prior_male: float
    threshold: float
    saliency: str
    drawn: bool = False


def screen(
    paths: Sequence[Path],
    estimator: Estimator,
    rule: Rule,
    *,
    heatmaps: Path | None = None,
    progress: Callable[[str, float], None],
) -> Iterator[dict[str, Any]]:
    """One row (`COLUMNS`) to each file found under `paths`, in path order; a heatmap PNG each under `heatmaps`."""
    found = found_under(paths)
    with Quarantine() as quarantine:
        for position, source in enumerate(found):
            progress(f"screening {source.name}", position / len(found))
            row, data = taken(source)
            yield row if data is None else row | finished(row, examined(data, source.name, quarantine, estimator, rule), heatmaps)
    progress("screened", 1.0)


def found_under(paths: Sequence[Path]) -> list[sources.Source]:
    """The files under `paths`, in path order."""
    return sorted(sources.find(paths), key=lambda source: source.path)


def taken(source: sources.Source) -> tuple[dict[str, Any], bytes | None]:
    """A file's row with its path and hash, and its bytes; where it cannot be read the row is a whole one, without bytes."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | {"path": source.path, "sha256": ""}
    try:
        data = source.load()
    except ForensixError as error:
        return row | _refused(error), None
    return row | {"sha256": hashlib.sha256(data).hexdigest()}, data


def examined(data: bytes, name: str, quarantine: Quarantine, estimator: Estimator, rule: Rule) -> tuple[dict[str, Any], bytes]:
    """The columns that one file's bytes give, and its heatmap as PNG: b"" where it is refused, has no map, or none is wanted."""
    try:
        acquisition, pixels = quarantine.read(data, name)
        found = estimator.examine(
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
        return _refused(error), b""
    columns = {"status": "examined", "reason": found.sex.reason} | _columns(found)
    return columns, _heatmap(pixels, view.first_voi(pixels, acquisition.windows), found) if rule.drawn else b""


def finished(row: dict[str, Any], made: tuple[dict[str, Any], bytes], heatmaps: Path | None) -> dict[str, Any]:
    """The columns to add to a row, after its heatmap is written under `heatmaps`."""
    columns, heatmap = made
    if heatmap and heatmaps is not None:
        (heatmaps / f"{row['sha256']}.png").write_bytes(heatmap)
    return columns


def _refused(error: ForensixError) -> dict[str, Any]:
    return {"status": "refused", "reason": f"{error.message} {error.remedy}".strip()}


def _columns(found: Examined) -> dict[str, Any]:
    sex, age = found.sex, found.age
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
        "weights_sha256": found.recipe.weights_sha256,
    }


def _heatmap(pixels: Pixels, voi: view.VOI, found: Examined) -> bytes:
    """The overlay at the radiograph's own resolution; nothing where there is no map."""
    if found.saliency is None or found.saliency.map is None:
        return b""
    drawn = io.BytesIO()
    Image.fromarray(view.blend(view.present(pixels, voi), view.enlarge(found.saliency.map, pixels.shape))).save(drawn, "PNG")
    return drawn.getvalue()


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
    """Write the table by the suffix of `out`, the whole file or nothing of it.

    Raises
    ------
    OSError
        It cannot be written; names `out`.
    """
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        unfinished.write_bytes(WRITERS[out.suffix.lower()](rows))
        unfinished.replace(out)
    except OSError as error:  # a full disk names no file
        raise OSError(error.errno, error.strerror, str(out)) from error
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
    return "".join(json.dumps(_in_one_line(row), allow_nan=False) + "\n" for row in rows).encode()


def _as_parquet(rows: Sequence[dict[str, Any]]) -> bytes:
    import pandas

    return bytes(pandas.DataFrame(list(map(_in_one_line, rows)), columns=list(COLUMNS)).to_parquet())


def _in_one_line(row: dict[str, Any]) -> dict[str, Any]:
    """No line break in any field: a file's name can hold one."""
    return {name: one_line(value) if isinstance(value, str) else value for name, value in row.items()}


WRITERS = {".csv": _as_csv, ".jsonl": _as_jsonl, ".parquet": _as_parquet}
