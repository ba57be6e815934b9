"""Gathering: everything in the casebook that a report on a case rests on, as facts."""

from __future__ import annotations

import hashlib
import ssl
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix import __version__
from forensix.domain.case import Acquisition, Case, Radiograph, Specimen, Withdrawal
from forensix.domain.clock import COMPARED
from forensix.domain.custody import CustodyEvent
from forensix.domain.errors import CaseConflict, ModelRejected
from forensix.domain.examination import Conclusion
from forensix.domain.report import ExaminedItem, Replaced, Report, ReportFacts
from forensix.laboratory.acts import new_id, now, silent
from forensix.laboratory.explaining import Explaining
from forensix.laboratory.numbering import scheme_of
from forensix.laboratory.signing_order import same_name
from forensix.settings import PACKAGE

if TYPE_CHECKING:
    from forensix.casebook.act import Act

FAILURES = frozenset({"refused", "examination_failed"})


class Gathering(Explaining):
    """What `draft` and `issue_report` compose from."""

    def _facts(self, case: Case, act: Act | None = None) -> ReportFacts:
        """The facts as they stand; `act` is under which heatmaps that were not checked yet are checked, None leaves them."""
        unchecked = () if act is None else self._check_heatmaps(case, act)
        specimens = {each.id: each for each in self.casebook.specimens(case.id)}
        radiographs = self.casebook.radiographs(case.id)
        concluded = [(each, self.casebook.conclusions(each.id)) for each in radiographs]
        items = tuple(self._item(specimens[each.specimen_id], each, made) for each, made in concluded if made)
        if not items:
            raise self._nothing_to_report(case)
        events = self.casebook.events(case.id)
        versions = self.casebook.reports(case.id)
        report = Report(new_id(), case.id, len(versions) + 1, "", versions[-1].id if versions else None, now())
        incident = next(each for each in self.casebook.incidents() if each.id == case.incident_id)
        return ReportFacts(
            report=report,
            incident=incident,
            case=case,
            examiner=self.actor,
            items=items,
            not_concluded=tuple((specimens[each.specimen_id], each) for each, made in concluded if not made),
            withdrawn=tuple(map(_without_header, self.casebook.withdrawals(case.id))),
            reviews=tuple(self.casebook.reviews(case.id)),
            model_cards={name: self.networks.card_tables(name) for name in {item.examination.recipe.model for item in items}},
            custody=tuple(events),
            chain_head=self.casebook.head(),
            blind_first=self.casebook.blind_first,
            synthetic=self.casebook.synthetic,
            casebook_id=self.casebook.id,
            program_version=__version__,
            commit=f"source SHA-256 {source_sha256()}",
            failures=(*(_failure(event.kind, event.details) for event in events if event.kind in FAILURES), *unchecked),
            people={person.id: person for person in self.casebook.examiners()},
            evidence=self._evidence(items),
            place=self.settings.place,
            utc_offset_minutes=_utc_offset_minutes(report.issued_at or now()),
            replaced=self._replaced(case, versions[-1], events) if versions else None,
            trust_roots=_fingerprints(self.casebook.folder / "trust"),
            site_records=self._site_records(items),
            number_scheme=scheme_of(self.casebook, incident.name).masks,
            clock_comparisons=_comparisons(self.casebook.events(), events[0].sequence),
        )

    def _nothing_to_report(self, case: Case) -> CaseConflict:
        """Why no report can be issued; where its conclusions went with withdrawn radiographs, that too."""
        message, remedy = f"Case {case.number} has no conclusion to report.", "Conclude at least one radiograph first."
        gone = [each for each in self.casebook.withdrawals(case.id) if self.casebook.conclusions(each.radiograph.id)]
        versions = self.casebook.reports(case.id)
        if gone:
            named = ", ".join(f"{each.radiograph.file_name} (now in case {each.number})" for each in gone)
            message += f" What it was concluded on was withdrawn: {named}."
        if gone and versions:
            remedy = (
                f"Version {versions[-1].version} of its report stays as issued and does not hold: tell everybody who has it. A new version "
                "needs a radiograph of this case that is concluded."
            )
        return CaseConflict(message, remedy, case.number)

    def _check_heatmaps(self, case: Case, act: Act) -> tuple[str, ...]:
        """Check the heatmaps that are going to be printed and were not checked yet; a sentence for each that cannot be."""
        failures = []
        for radiograph in self.casebook.radiographs(case.id):
            for conclusion in self.casebook.conclusions(radiograph.id)[-1:]:
                try:
                    self._check(self.casebook.examination(conclusion.examination_id), act, silent)
                except ModelRejected as error:
                    failures.append(f"heatmap not checked: {radiograph.file_name} {error.message}")
        return tuple(failures)

    def _item(self, specimen: Specimen, radiograph: Radiograph, conclusions: list[Conclusion]) -> ExaminedItem:
        conclusion = conclusions[-1]
        observations = self.casebook.observations(radiograph.id)
        people = {person.id: person.name for person in self.casebook.examiners()}
        concluded_by = people[conclusion.examiner_id]
        own = [each for each in observations if same_name(people[each.examiner_id], concluded_by)]
        runs = self.casebook.examinations(radiograph.id)
        return ExaminedItem(
            specimen=specimen,
            radiograph=radiograph,
            pixels=self.pixels(radiograph.id),
            observation=own[0] if own else None,
            examination=self.casebook.examination(conclusion.examination_id),
            earlier_examinations=tuple(run for run in runs if run.id != conclusion.examination_id),
            conclusion=conclusion,
            other_observations=tuple(each for each in observations if each not in own),
            earlier_conclusions=tuple(conclusions[:-1]),
        )

    def _evidence(self, items: tuple[ExaminedItem, ...]) -> dict[str, Any]:
        """For each model what its predictions on test hands show at the rule under which its items were examined."""
        from forensix.reporting import evidence

        rules = {item.examination.recipe.model: (item.examination.sex.threshold, item.examination.sex.prior_male) for item in items}
        scales = {name: evidence.Scale.of(self.networks.card_tables(name).get("calibration") or {}) for name in rules}
        found = {name: evidence.of_predictions(self.networks.predictions(name), *rule, scales[name]) for name, rule in rules.items()}
        return {name: shown for name, shown in found.items() if shown is not None}

    def _site_records(self, items: tuple[ExaminedItem, ...]) -> dict[str, dict[str, Any]]:
        """The site records that the items' runs were made under."""
        runs = [run for item in items for run in (item.examination, *item.earlier_examinations)]
        named = sorted({run.recipe.site_record_sha256 for run in runs} - {""})
        return {sha256: self.casebook.site_record(sha256).content for sha256 in named}

    def _replaced(self, case: Case, report: Report, events: list[CustodyEvent]) -> Replaced:
        """The version before, with the hashes that pin it."""
        issued = next(event for event in events if event.kind == "issued" and event.details.get("report") == report.id)
        return Replaced(
            report_id=report.id,
            number=case.number,
            version=report.version,
            record_sha256=report.record_sha256,
            file_sha256=self.casebook.signatures(report.id)[-1].file_sha256,
            issued_at=report.issued_at or datetime.fromisoformat(issued.at),
            chain_sequence=issued.sequence,
        )


def _without_header(withdrawn: Withdrawal) -> Withdrawal:
    """As a report on its former case may tell it: what the file's header says is of another person."""
    return replace(withdrawn, radiograph=replace(withdrawn.radiograph, acquisition=Acquisition()))


def _comparisons(events: list[CustodyEvent], opened: int) -> tuple[CustodyEvent, ...]:
    """Comparisons of the clock: the last before the case was opened, and all since."""
    made = [event for event in events if event.kind == COMPARED]
    before = [event for event in made if event.sequence < opened]
    return (*before[-1:], *made[len(before) :])


def _failure(kind: str, details: dict[str, object]) -> str:
    about = details.get("file_name") or details.get("radiograph") or ""
    return f"{kind.replace('_', ' ')}: {about} {details.get('because', '')}".strip()


def _utc_offset_minutes(moment: datetime) -> int:
    """Of this computer's local time at a moment."""
    offset = moment.astimezone().utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)


def _fingerprints(trust: Path) -> tuple[str, ...]:
    """SHA-256 of each root certificate of the site, by which a reader recognises it."""
    roots = (ssl.PEM_cert_to_DER_cert(file.read_text(encoding="ascii")) for file in sorted(trust.glob("root*.pem")))
    return tuple(hashlib.sha256(root).hexdigest() for root in roots)


def source_sha256() -> str:
    """SHA-256 over the program's own source files, names and content in order: says exactly which code ran, with or without git."""
    whole = hashlib.sha256()
    for file in sorted(PACKAGE.rglob("*.py")):
        whole.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
