"""Write three sample reports from made-up radiographs, signed and verified: a plain one, an indeterminate one, one with dissent.

uv run python docs/make_reports.py FOLDER [--page Letter]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory import Laboratory, review_checklist
from forensix.settings import Settings

PASSPHRASE = "made up for the samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """What one sample report is made from."""

    name: str
    number: str
    incident: str
    agency: str
    place: str
    requester: str
    condition: str
    examiner: Examiner
    reviewer: Examiner
    hands: Sequence[tuple[int, bool, float, bool]]
    """Of each hand: seed, male, age in months, right."""
    features: str
    basis: str
    dissent: str = ""
    again: str = ""
    scheme: str = ""
    concluded: str = ""
    """The examiner's outcome on every hand; "" is that of the estimate."""


PLAIN = Sample(
    "plain",
    "PM-2026-0042",
    "Made-up landslide, Anywhere",
    "Institute of Forensic Anthropology, Exampletown",
    "Mobile mortuary 2, Exampletown",
    "Coroner of Exampletown",
    "complete, soft tissue present, not burnt",
    Examiner("", "Dr Ada Example", Role.EXAMINER, "forensic anthropologist"),
    Examiner("", "Dr Ben Muster", Role.REVIEWER, "forensic radiologist"),
    [(31, True, 150.0, False)],
    "Epiphyses of the phalanges open; metacarpals broad at the base.",
    "The estimate and its ratio were weighed with my own observation, which gave no direction of its own.",
    scheme="PM-####-####",
)
INDETERMINATE = replace(
    PLAIN,
    name="indeterminate",
    number="PM-2026-0043",
    place="",
    condition="",
    requester="",
    hands=[(11, True, 162.0, False), (13, True, 102.0, True), (14, False, 186.0, False)],
    features="",
    basis="My own observation gives no direction, and I do not rest an opinion on the estimate alone.",
    concluded="indeterminate",
    again="a second run, to show that it gives the same",
)
DISSENT = replace(
    PLAIN,
    name="dissent",
    number="PM-٢٠٢٦-0044",
    incident="حادث مُتخيَّل – A & B <ferry>",
    agency="معهد الطب الشرعي",
    place="محطة ميدانية ٣",
    requester="النيابة العامة: محمد عبد الله الأحمد",
    examiner=Examiner("", "د. ليلى حسن المصري", Role.EXAMINER, "أنثروبولوجيا شرعية"),
    reviewer=Examiner("", "王小明 (Wang Xiaoming)", Role.REVIEWER, "forensic anthropologist"),
    hands=[(31, True, 150.0, False), (12, False, 138.0, False)],
    scheme="",
    dissent="Item 2 shows open growth plates only; I see no basis for any direction, and would have called it indeterminate.",
)


def make(sample: Sample, folder: Path, page: str) -> Path:
    """One casebook under `folder` and its report; the report's path."""
    book = folder / sample.name / "casebook"
    casebook = Casebook.create(book, act=Act(actor=sample.examiner), blind_first=True, synthetic=True)
    authority = SiteAuthority.create(book, "Sample site", PASSPHRASE)
    keys = {
        person.name: authority.issue(person.name, person.role, person.qualification, PASSPHRASE)
        for person in (sample.examiner, sample.reviewer)
    }
    chosen = replace(settings.defaults(), casebook=book, device="cpu", page=page, place=sample.place)
    with Laboratory(casebook, chosen, sample.examiner) as laboratory:
        _examine(laboratory, sample, folder / sample.name / "radiographs")
    if sample.name != "indeterminate":
        with Laboratory(casebook, chosen, sample.reviewer) as second:
            for radiograph in casebook.radiographs():
                second.observe(radiograph.id, "cannot_be_told", "seen before the estimate")
            answers = {item.name: not (sample.dissent and item.name == "conclusion_follows") for item in review_checklist.shipped()}
            second.review(sample.number, agrees=not sample.dissent, text=sample.dissent, checklist=answers)
    return _issue(casebook, chosen, sample, keys)


def _examine(laboratory: Laboratory, sample: Sample, folder: Path) -> None:
    folder.mkdir(parents=True)
    laboratory.compare_clock("made-up radio clock", 0.4, 0.5)
    if sample.scheme:
        laboratory.set_number_scheme(sample.incident, [sample.scheme])
    laboratory.open_case(sample.number, incident=sample.incident, agency=sample.agency, requester=sample.requester)
    for number, (seed, male, months, right) in enumerate(sample.hands, 1):
        file = folder / f"hand-{number}.dcm"
        pixels = phantom.hand(seed, male=male, age_months=months, right=right)
        file.write_bytes(phantom.dicom(pixels, laterality="R" if right else "L"))
        laboratory.receive(sample.number, [file], specimen=f"H{number}", condition=sample.condition)
    for radiograph in laboratory.casebook.radiographs():
        laboratory.observe(radiograph.id, "cannot_be_told", sample.features, "low" if sample.features else "")
    laboratory.examine(sample.number)
    if sample.again:
        laboratory.examine(sample.number, again=sample.again)
    for radiograph in laboratory.casebook.radiographs():
        seen = laboratory.reveal(radiograph.id)
        laboratory.conclude(seen.id, sample.concluded or seen.sex.outcome, sample.basis)


def _issue(casebook: Casebook, chosen: Settings, sample: Sample, keys: dict[str, Path]) -> Path:
    with Laboratory(casebook, chosen, sample.examiner) as laboratory:
        began = time.perf_counter()
        issued = laboratory.issue_report(sample.number, keys[sample.examiner.name], PASSPHRASE)
        took = time.perf_counter() - began
    if sample.dissent:
        with Laboratory(casebook, chosen, sample.reviewer) as second:
            issued = second.countersign(issued.path, keys[sample.reviewer.name], PASSPHRASE)
    with Laboratory(casebook, chosen, sample.examiner) as laboratory:
        accepted = laboratory.verify_report(issued.path).accepted
    verdict = "accepted" if accepted else "REJECTED"
    print(f"{sample.name}: {took:.1f} s to issue, {issued.path.stat().st_size} bytes, {verdict}")
    return issued.path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", choices=("A4", "Letter"), default="A4")
    given = parser.parse_args()
    for sample in (PLAIN, INDETERMINATE, DISSENT):
        made = make(sample, given.folder, given.page)
        (given.folder / f"{sample.name}.pdf").write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
