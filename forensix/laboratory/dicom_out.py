"""DICOM out: de-identified originals, estimates as structured reports, heatmaps as secondary captures; each recorded in custody."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from forensix import __version__
from forensix.casebook.evidence import write_durably
from forensix.domain.case import Case, Radiograph
from forensix.domain.errors import CaseConflict, UnsuitableRadiograph
from forensix.domain.plain import plain
from forensix.exporting.exhibit import Exhibit
from forensix.laboratory.acts import Progress, silent
from forensix.laboratory.looking import Looking
from forensix.laboratory.outgoing import whole_or_none
from forensix.settings import resources


class Form(StrEnum):
    """What of a case leaves as DICOM."""

    ORIGINAL = "original"
    SR = "sr"
    OVERLAY = "overlay"


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file that was written; `radiograph` is the id of the radiograph that it is of."""

    path: Path
    radiograph: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A radiograph of the case that was not exported, and why."""

    radiograph: str
    file_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The answer: what was written, the list of changes beside de-identified originals, and what was left out."""

    form: str
    files: tuple[SentFile, ...]
    changes: Path | None
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    item: Radiograph
    data: bytes
    listed: dict[str, Any]


class DicomOut(Looking):
    """The verb `export_dicom`."""

    def export_dicom(
        self, case: str, out: Path, form: Form | str = Form.ORIGINAL, *, burned_in_checked: bool = False, progress: Progress = silent
    ) -> Sent:
        """Write a case's radiographs as DICOM: one as `out`, several as `out` with -1, -2 and so on before its suffix.

        Parameters
        ----------
        form
            `original`: de-identified copies, with the list of changes beside them as `.changes.json`; the originals are not touched.
            `sr`, `overlay`: only of radiographs whose estimate the actor may see.
        burned_in_checked
            The actor has looked at every radiograph and found nothing written in the picture that tells whose it is; needed for
            `original`, and recorded in custody under her name.

        Raises
        ------
        CaseConflict
            Nothing can be exported, a file is there already, or the tick is missing.
        EvidenceAltered
            An original no longer has its hash.
        CasebookUnavailable
            A file cannot be written; none is left then.
        """
        wanted, into = Form(form), self.casebook.case(case)
        act = self.act("export")
        if wanted is Form.ORIGINAL and not burned_in_checked:
            raise CaseConflict(
                "Names can be written in the picture itself, where no program looks for them.",
                "Look at every radiograph of the case; if nothing in a picture tells whose it is, say so with --burned-in-checked.",
                into.number,
            )
        made, left_out = self._made(into, wanted, progress)
        if not made:
            why = " ".join(sorted({each.reason for each in left_out})) or "It holds no radiograph."
            raise CaseConflict(f"Nothing of case {into.number} can be exported as {wanted.value}. {why}", "Settle that first.", into.number)
        names = _names(out, len(made))
        changes = out.with_suffix(".changes.json") if wanted is Form.ORIGINAL else None
        listed = {name.name: each.listed for name, each in zip(names, made, strict=True)}
        hashes = [hashlib.sha256(each.data).hexdigest() for each in made]
        with _all_or_none([*names, *([changes] if changes else [])]) as unfinished:
            for target, each in zip(unfinished, made, strict=False):
                write_durably(target, each.data)
            if changes:
                write_durably(unfinished[-1], _list_of(listed))
            act = self.act(
                "export",
                form=wanted.value,
                files=dict(zip((name.name for name in names), hashes, strict=True)),
                originals=[each.item.sha256 for each in made],
                burned_in_checked=burned_in_checked,
            )
            self.casebook.exported(out.name, act, case_id=into.id)
        progress("exported", 1.0)
        files = tuple(SentFile(name, each.item.id, sha256) for name, each, sha256 in zip(names, made, hashes, strict=True))
        return Sent(wanted.value, files, changes, tuple(left_out))

    def _made(self, case: Case, form: Form, progress: Progress) -> tuple[list[_Made], list[LeftOut]]:
        """Every radiograph of the case as that form, and those that cannot be."""
        makers: dict[Form, Callable[[], Callable[[Case, Radiograph], _Made]]] = {
            Form.ORIGINAL: self._deidentifying,
            Form.SR: lambda: self._as_report,
            Form.OVERLAY: lambda: self._as_overlay,
        }
        make, items = makers[form](), self.casebook.radiographs(case.id)
        made, left_out = [], []
        for position, item in enumerate(items):
            progress(f"exporting {item.file_name}", position / len(items))
            try:
                made.append(make(case, item))
            except (CaseConflict, UnsuitableRadiograph) as error:
                left_out.append(LeftOut(item.id, item.file_name, error.message))
        return made, left_out

    def _deidentifying(self) -> Callable[[Case, Radiograph], _Made]:
        from forensix.exporting import deidentify

        profile = deidentify.Profile()

        def one(case: Case, item: Radiograph) -> _Made:
            original = self.casebook.evidence.open(item.sha256)
            if not deidentify.is_dicom(original):
                raise CaseConflict(f"{item.file_name} is no DICOM file, so it has no header to be cleaned.", subject=item.file_name)
            copy = profile.apply(original)
            return _Made(item, copy.data, {"burned_in_as_declared": copy.burned_in, "changes": plain(copy.changes)})

        return one

    def _as_overlay(self, case: Case, item: Radiograph) -> _Made:
        from forensix.exporting import dicom_overlay

        return _Made(item, _bytes(dicom_overlay.overlay(self._exhibit(case, item), resources() / "fonts")), {})

    def _as_report(self, case: Case, item: Radiograph) -> _Made:
        from forensix.exporting import dicom_overlay, dicom_report

        exhibit = self._exhibit(case, item)
        overlay = dicom_overlay.overlay(exhibit, resources() / "fonts") if exhibit.source() is None else None
        return _Made(item, _bytes(dicom_report.structured_report(exhibit, overlay)), {})

    def _exhibit(self, case: Case, item: Radiograph) -> Exhibit:
        """The estimate that the last conclusion is on, else the last one.

        Raises
        ------
        CaseConflict
            There is none, or the actor may not see it yet.
        """
        runs = self.casebook.examinations(item.id)
        if not runs:
            raise CaseConflict(f"{item.file_name} has not been examined.", "Examine it first.", item.id)
        if not self.sight(item.id).visible:
            raise CaseConflict(f"The estimate of {item.file_name} is covered until you have observed it.", "Observe first.", item.id)
        conclusions = self.casebook.conclusions(item.id)
        last = conclusions[-1] if conclusions else None
        people = {person.id: person for person in self.casebook.examiners()}
        return Exhibit(
            casebook_id=self.casebook.id,
            synthetic=self.casebook.synthetic,
            program=f"forensix {__version__}",
            incident=next(each for each in self.casebook.incidents() if each.id == case.incident_id),
            case=case,
            radiograph=item,
            pixels=self.pixels(item.id),
            original=self.casebook.evidence.open(item.sha256),
            examination=next((run for run in runs if last is not None and run.id == last.examination_id), runs[-1]),
            conclusion=last,
            concluded_by=people.get(last.examiner_id) if last else None,
        )


def _names(out: Path, count: int) -> list[Path]:
    return [out] if count == 1 else [out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, count + 1)]


def _list_of(listed: dict[str, Any]) -> bytes:
    """What was changed in each copy; no old value stands in it."""
    from forensix.exporting import deidentify

    about = {
        "schema": "forensix.changes.1",
        "method": deidentify.METHOD,
        "pixels": deidentify.UNTOUCHED,
        "burned_in_checked_by_a_person": True,
    }
    return (json.dumps({**about, "files": listed}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _bytes(dataset: Any) -> bytes:
    target = BytesIO()
    dataset.save_as(target, enforce_file_format=True)
    return target.getvalue()


@contextlib.contextmanager
def _all_or_none(targets: list[Path]) -> Iterator[list[Path]]:
    with contextlib.ExitStack() as open_files:
        yield [open_files.enter_context(whole_or_none(target)) for target in targets]
