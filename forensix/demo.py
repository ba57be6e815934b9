"""The demonstration: the main job on made-up radiographs, from nothing to a verified signed report."""

from __future__ import annotations

import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.acts import Progress, silent
from forensix.settings import Settings

NUMBER = "PM-0001"


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One radiograph of the demonstration: who is drawn, and in which form it is written."""

    file: str
    seed: int
    male: bool
    age_months: float
    right: bool = False


HANDS = (
    MadeUp("left-hand-1.dcm", 11, male=True, age_months=162),
    MadeUp("left-hand-2.dcm", 12, male=False, age_months=138),
    MadeUp("right-hand.dcm", 13, male=True, age_months=102, right=True),
    MadeUp("left-hand-3.png", 14, male=False, age_months=186),
)
BLANK = "blank.dcm"
EXAMINER = "Demonstration Examiner"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demonstration left: the casebook, the case, the one PDF under its folder, and whether it verifies."""

    casebook: Path
    case: str
    report: Path
    verified: bool
    lines: tuple[str, ...]


def run(folder: Path | None, settings: Settings, *, progress: Progress = silent) -> Shown:
    """Do the whole job in `folder` (a new temporary one if None).

    Raises
    ------
    CaseConflict
        The folder already holds a casebook.
    """
    place = folder or Path(tempfile.mkdtemp(prefix="forensix-demo-"))
    book = place / "casebook"
    if (book / "casebook.db").exists():
        raise CaseConflict(f"{place} already holds a demonstration.", "Name another folder.", str(place))
    radiographs = _draw(place / "radiographs")
    examiner = Examiner("", EXAMINER, Role.EXAMINER, "made up for the demonstration")
    casebook = Casebook.create(book, act=Act(actor=examiner), blind_first=True, synthetic=True)
    passphrase = secrets.token_urlsafe(12)
    identity = SiteAuthority.create(book, "Demonstration site", passphrase).issue(
        EXAMINER, Role.EXAMINER, examiner.qualification, passphrase
    )
    (place / "passphrase.txt").write_text(passphrase + "\n", encoding="utf-8")
    with Laboratory(casebook, settings, examiner) as laboratory:
        said = _work(laboratory, radiographs, progress)
        issued = laboratory.issue_report(NUMBER, identity, passphrase, progress)
        verified = laboratory.verify_report(issued.path)
    lines = (
        "SYNTHETIC: made-up radiographs; the estimates mean nothing and show only how the work goes.",
        f"Casebook  {book}",
        *said,
        f"Report    {issued.path}",
        f"Identity  {identity} (its passphrase is in {place / 'passphrase.txt'})",
        f"Verified  {'accepted' if verified.accepted else 'NOT ACCEPTED'}, {len(verified.findings)} findings",
    )
    return Shown(book, NUMBER, issued.path, verified.accepted, lines)


def _draw(folder: Path) -> list[Path]:
    """Made-up hands of both sexes and several ages as DICOM DX and PNG, and a blank exposure, which must not be evaluated."""
    folder.mkdir(parents=True, exist_ok=True)
    for made_up in HANDS:
        pixels = phantom.hand(made_up.seed, male=made_up.male, age_months=made_up.age_months, right=made_up.right)
        side = "R" if made_up.right else "L"
        as_png = made_up.file.endswith(".png")
        (folder / made_up.file).write_bytes(phantom.png(pixels) if as_png else phantom.dicom(pixels, laterality=side))
    blank = np.full((800, 600), 0.1, np.float32)
    (folder / BLANK).write_bytes(phantom.dicom(blank, laterality="L"))
    return [*(folder / made_up.file for made_up in HANDS), folder / BLANK]


def _work(laboratory: Laboratory, radiographs: list[Path], progress: Progress) -> list[str]:
    """Case, intake, observation, examination, reveal, conclusion; a line for each radiograph."""
    laboratory.open_case(NUMBER, incident="Demonstration incident", agency="Demonstration agency", requester="Demonstration requester")
    received = laboratory.receive(NUMBER, radiographs, progress=progress)
    for item in received.items:
        laboratory.observe(item.radiograph, "cannot_be_told", "made-up radiograph; nothing to see", "not applicable")
    laboratory.examine(NUMBER, progress=progress)
    lines = []
    for item in received.items:
        seen = laboratory.reveal(item.radiograph)
        laboratory.conclude(
            seen.id, seen.sex.outcome, "Demonstration: follows the estimate on a made-up radiograph; not an opinion on anybody."
        )
        words = seen.sex.outcome.value.replace("_", " ")
        lines.append(f"Estimate  {Path(item.path).name}: {words}, log10 likelihood ratio {seen.sex.log10_lr:+.2f} (male over female)")
    return lines
