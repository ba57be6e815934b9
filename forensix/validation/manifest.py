"""Manifests: a CSV that names radiographs with known sex and skeletal age; read, checked, and every fault listed."""

from __future__ import annotations

import csv
import hashlib
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from forensix.domain.errors import ForensixError

REQUIRED = ("path", "subject", "sex")
SEXES: Mapping[str, Literal["male", "female"]] = {"M": "male", "F": "female"}
SIDES = ("", "left", "right", "unknown")
HIGHEST_AGE_MONTHS = 1440.0
HIGHEST_AGE_YEARS = 120.0

BANDS: tuple[tuple[str, float, float], ...] = (
    ("0-5", 0.0, 60.0),
    ("5-10", 60.0, 120.0),
    ("10-14", 120.0, 168.0),
    ("14-17", 168.0, 204.0),
    ("17+", 204.0, math.inf),
)
"""Name, first month, end of the bands of true bone age, [first, end)."""


class ManifestRejected(ForensixError):
    """A manifest has faults; `faults` lists them all, one sentence each."""

    kind = "manifest_rejected"

    def __init__(self, message: str, remedy: str = "", subject: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, remedy, subject)
        self.faults = faults

    def __reduce__(self) -> tuple[type[ManifestRejected], tuple[str, str, str, tuple[str, ...]]]:  # type: ignore[override]
        """Survive the way back from a child process."""
        return type(self), (self.message, self.remedy, self.subject, self.faults)


@dataclass(frozen=True, slots=True)
class Row:
    """One radiograph of a manifest.

    Parameters
    ----------
    path : Path
        Resolved against the manifest's folder.
    bone_age_months : float or None
        Skeletal age; None where the manifest is silent.
    side : {"left", "right", "unknown"}
        An empty side is unknown.
    age_years : float or None
        Age in years of life; None where the manifest is silent.
    """

    path: Path
    subject: str
    sex: Literal["male", "female"]
    bone_age_months: float | None
    side: str = "unknown"
    age_years: float | None = None

    @property
    def band(self) -> str | None:
        """The name of the row's age band; None without an age."""
        return None if self.bone_age_months is None else band_of(self.bone_age_months)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says: sound rows in file order, all faults, the hash of the file, and the rows left out: (path, why)."""

    path: Path
    sha256: str
    rows: tuple[Row, ...]
    faults: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...] = ()

    def require_sound(self) -> None:
        """Raise ManifestRejected with all faults if there is any."""
        if self.faults:
            count = f"{len(self.faults)} faults" if len(self.faults) > 1 else "a fault"
            shown = "\n".join((f"the manifest has {count}:", *(f"- {fault}" for fault in self.faults)))
            raise ManifestRejected(f"{shown}\n", "Mend the manifest and run again.", str(self.path), self.faults)


def band_of(months: float) -> str:
    """The name of the age band that `months` lies in."""
    return next(name for name, low, high in BANDS if low <= months < high)


def read(path: Path) -> Manifest:
    """Read a manifest and check every row.

    A row with a fault is left out of `rows` and named in `faults` with its line number: missing files, unknown sexes,
    impossible ages, unknown sides, a subject of two sexes, a path listed twice.

    Raises
    ------
    ManifestRejected
        The file cannot be read as a manifest at all.
    """
    try:
        content = path.read_bytes()
        lines = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestRejected(
            f"the manifest {path.name} cannot be read: {error}", "Give a CSV file in UTF-8.", str(path), (str(error),)
        ) from error
    missing = [name for name in REQUIRED if not lines or name not in lines[0]]
    if missing:
        fault = f"no rows, or no column {', '.join(missing)}"
        raise ManifestRejected(f"the manifest has {fault}", "See the manifest's columns in the documentation.", str(path), (fault,))
    checked = [(number, line["path"] or "", *_check(line, path.parent)) for number, line in enumerate(lines, start=2)]
    faults = [f"line {number}: {fault}" for number, _, _, found in checked for fault in found]
    rows = [row for _, _, row, _ in checked if row is not None]
    left_out = tuple((name, "; ".join(found)) for _, name, row, found in checked if row is None)
    return Manifest(path, hashlib.sha256(content).hexdigest(), tuple(rows), (*faults, *_faults_between(rows)), left_out)


def read_parts(path: Path) -> dict[str, str]:
    """Which part (train, validation, calibration, test) each subject of a split file is in."""
    with path.open(encoding="utf-8", newline="") as file:
        return {line["subject"]: line["part"] for line in csv.DictReader(file)}


def _check(line: dict[str, str | None], folder: Path) -> tuple[Row | None, list[str]]:
    value = {key: (text or "").strip() for key, text in line.items() if isinstance(key, str) and not isinstance(text, list)}
    faults = []
    file = folder / value["path"]
    if not value["path"] or not file.is_file():
        faults.append(f"no file {value['path']!r}")
    if not value["subject"]:
        faults.append("no subject")
    if value["sex"] not in SEXES:
        faults.append(f"sex is M or F, not {value['sex']!r}")
    if value.get("side", "") not in SIDES:
        faults.append(f"side is left, right, unknown or empty, not {value['side']!r}")
    months, bone_age_faults = _age(value.get("bone_age_months", ""), "bone age", "months", HIGHEST_AGE_MONTHS)
    years, age_faults = _age(value.get("age_years", ""), "age", "years", HIGHEST_AGE_YEARS)
    faults += bone_age_faults + age_faults
    if faults:
        return None, faults
    return Row(file, value["subject"], SEXES[value["sex"]], months, value.get("side", "") or "unknown", years), []


def _age(text: str, what: str, unit: str, highest: float) -> tuple[float | None, list[str]]:
    if not text:
        return None, []
    try:
        number = float(text)
    except ValueError:
        return None, [f"{what} is a number of {unit}, not {text!r}"]
    if not 0 <= number <= highest:
        return None, [f"{what} {text} {unit} is impossible"]
    return number, []


def _faults_between(rows: list[Row]) -> list[str]:
    sexes: dict[str, set[str]] = {}
    for row in rows:
        sexes.setdefault(row.subject, set()).add(row.sex)
    faults = [f"subject {subject} has two sexes" for subject, found in sexes.items() if len(found) > 1]
    paths = Counter(row.path for row in rows)
    return faults + [f"{path.name} is listed {count} times" for path, count in paths.items() if count > 1]
