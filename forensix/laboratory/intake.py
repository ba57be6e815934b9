"""Intake: cases are opened and radiographs received into custody; the file is kept before it is read, and read before its row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from forensix.domain.case import Acquisition, Case, CaseKind, Incident, Radiograph, Side, Specimen
from forensix.domain.errors import CaseConflict, ForensixError, UnsuitableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging import phantom, quality, sources
from forensix.laboratory import previews
from forensix.laboratory.acts import Acts, Progress, new_id, now, silent
from forensix.laboratory.looking import hash_of
from forensix.laboratory.numbering import check_number

TWINS_NAMED = 3


@dataclass(frozen=True, slots=True)
class ReceivedItem:
    """One file that was given: `status` received, duplicate or refused; reason and remedy are sentences; `case` a number or ""."""

    path: str
    status: str
    sha256: str
    reason: str = ""
    remedy: str = ""
    radiograph: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of every file that was given: given = received + duplicates + refused."""

    given: int
    received: int
    duplicates: int
    refused: int
    items: tuple[ReceivedItem, ...]

    @classmethod
    def of(cls, items: Sequence[ReceivedItem]) -> Received:
        """The items with their counts."""
        count = [item.status for item in items].count
        return cls(len(items), count("received"), count("duplicate"), count("refused"), tuple(items))


@dataclass(frozen=True, slots=True)
class Given:
    """What was said of the files when they were given; "" and None: nothing."""

    specimen: str
    side: Side | None
    view: str
    condition: str


class Intake(Acts):
    """The verbs `open_case` and `receive`."""

    def open_case(self, number: str, *, incident: str, kind: CaseKind | str = CaseKind.PM, agency: str = "", requester: str = "") -> Case:
        """Open a case under an incident, which is made if it is new.

        Raises
        ------
        CaseConflict
            The incident has no name; the number is empty, already taken, or does not follow the incident's number scheme.
        """
        if not incident.strip():
            raise CaseConflict("A case needs its incident.", "Name the disaster or the enquiry that it belongs to.", number)
        check_number(self.casebook, incident, number)
        known = [each for each in self.casebook.incidents() if each.name == incident]
        parent = known[0] if known else Incident(new_id(), incident, agency or self.settings.agency)
        case = Case(new_id(), parent.id, number, CaseKind(kind), requester, now())
        self.casebook.open_case(parent, case, self.act("open_case"))
        return case

    def receive(
        self,
        case: str,
        paths: Iterable[Path],
        *,
        specimen: str = "",
        side: Side | str = "",
        view: str = "",
        condition: str = "",
        progress: Progress = silent,
    ) -> Received:
        """Take files, folders, zips and DICOMDIRs into custody; a bad file is refused with its reason and the rest goes on.

        `condition` is the specimen's; it is written where the specimen is new, and otherwise left for a correction.
        """
        into = self.casebook.case(case)
        found = list(sources.find(paths))
        items = []
        for position, source in enumerate(found):
            progress(f"receiving {source.name}", position / len(found))
            items.append(self.receive_one(into, source, Given(specimen, Side(side) if side else None, view, condition)))
        progress("received", 1.0)
        return Received.of(items)

    def given(self, paths: Iterable[Path]) -> tuple[sources.Source, ...]:
        """The single files under `paths`, also those that cannot be read: each for `receive_given`."""
        return tuple(sources.find(paths))

    def receive_given(
        self, case: str, source: sources.Source, *, specimen: str = "", side: Side | str = "", view: str = "", condition: str = ""
    ) -> ReceivedItem:
        """Take one file that `given` found into custody, or refuse it with its reason; the rest as for `receive`."""
        given = Given(specimen, Side(side) if side else None, view, condition)
        return self.receive_one(self.casebook.case(case), source, given)

    def receive_one(
        self, case: Case | None, source: sources.Source, given: Given, opened: Callable[[], Case] | None = None
    ) -> ReceivedItem:
        """Take one file into `case`, or into the one that `opened` opens once the file has turned out to be a radiograph."""
        sha256 = ""
        try:
            data = source.load()
            sha256 = hashlib.sha256(data).hexdigest()
            missing = not self.casebook.evidence.holds(sha256)
            self.casebook.evidence.admit(data)
            known = self._already_known(case, sha256)
            if known is not None:
                return self._duplicate(case, known, source, sha256, restored=missing)
            acquisition, pixels = self.quarantine.read(data, source.name)
            self._fits_the_casebook(acquisition)
            into = opened() if case is None and opened is not None else case
            assert into is not None
        except ForensixError as error:
            act = self.act("receive", remedy=error.remedy)
            self.casebook.refused(case.id if case else None, source.path, sha256, error.message, act)
            return ReceivedItem(source.path, "refused", sha256, error.message, error.remedy, case=case.number if case else "")
        return self._into_custody(into, source, sha256, acquisition, pixels, given)

    def _fits_the_casebook(self, acquisition: Acquisition) -> None:
        """A synthetic casebook, where estimates mean nothing, cannot hold a real case."""
        if self.casebook.synthetic and not phantom.is_made_up(acquisition):
            raise UnsuitableRadiograph(
                "This casebook is synthetic: it holds made-up radiographs only, and this file is not one.",
                "Receive it into an ordinary casebook.",
            )

    def _already_known(self, case: Case | None, sha256: str) -> tuple[Case, Radiograph] | None:
        """The radiograph that these bytes already are, this case's own first."""
        known = self.casebook.with_sha256(sha256)
        return next((pair for pair in known if case is not None and pair[0].id == case.id), known[0] if known else None)

    def _duplicate(
        self, case: Case | None, known: tuple[Case, Radiograph], source: sources.Source, sha256: str, *, restored: bool
    ) -> ReceivedItem:
        """The same bytes again; where the original had been lost, they have taken its place."""
        holder, radiograph = known
        said = {"original": "was missing; stored again"} if restored else {}
        self.casebook.duplicate(case.id if case else None, radiograph, source.path, self.act("receive", **said))
        if case is not None and holder.id == case.id:
            reason, remedy = f"The same file was already received as {radiograph.file_name}.", "Nothing to do."
        else:
            reason = f"The same file is already in case {holder.number} as {radiograph.file_name}."
            remedy = "One radiograph cannot show two bodies: find out to which case it belongs."
            if case is not None:
                remedy += (
                    f" If to {case.number}: Work, Correct there, or `forensix correct radiograph {radiograph.id[:8]} "
                    f"--set case={case.number} --reason TEXT`."
                )
        if restored:
            reason += " Its original was missing and has been stored again."
        return ReceivedItem(source.path, "duplicate", sha256, reason, remedy, radiograph.id, holder.number)

    def _into_custody(
        self,
        case: Case,
        source: sources.Source,
        sha256: str,
        acquisition: Acquisition,
        pixels: Pixels,
        given: Given,
    ) -> ReceivedItem:
        chosen = given.side or acquisition.declared_side
        findings = quality.assess(pixels, acquisition)
        specimen = self._specimen(case, given, chosen)
        pixels_sha256 = hash_of(pixels)
        twins = self.casebook.with_pixels_sha256(pixels_sha256)
        radiograph = Radiograph(
            id=new_id(),
            specimen_id=specimen.id,
            sha256=sha256,
            pixels_sha256=pixels_sha256,
            file_name=source.name,
            acquisition=acquisition,
            received_at=now(),
            side=chosen,
            view=given.view or acquisition.view,
            quality=tuple(finding.kind for finding in findings),
        )
        looked = self.glances.get(sha256)
        said = {"because": f"looked at before, with its estimate, in a quick look at {looked}"} if looked else {}
        act = self.act("receive", path=source.path, given_side=given.side or "", given_view=given.view, **said)
        try:
            self.casebook.receive(specimen, radiograph, act)
        except CaseConflict:  # another process took the same bytes into the case while they were being read
            known = self._already_known(case, sha256)
            if known is None:
                raise
            return self._duplicate(case, known, source, sha256, restored=False)
        previews.keep(self.casebook, radiograph, acquisition, pixels)
        reasons = [*_same_pixels(case, twins), *(finding.sentence for finding in findings)]
        remedies = " ".join(finding.remedy for finding in findings)
        return ReceivedItem(source.path, "received", sha256, " ".join(reasons), remedies, radiograph.id, case.number)

    def _specimen(self, case: Case, given: Given, side: Side) -> Specimen:
        wanted = given.specimen or ("hand" if side is Side.UNKNOWN else f"{side.value} hand")
        for specimen in self.casebook.specimens(case.id):
            if specimen.label == wanted:
                return specimen
        return Specimen(new_id(), case.id, wanted, "hand", side, given.condition)


def _same_pixels(case: Case, twins: Sequence[tuple[Case, Radiograph]]) -> list[str]:
    """A sentence for each of the first radiographs that show the same, another case's before this one's, and one for the rest."""
    ordered = sorted(twins, key=lambda twin: twin[0].id == case.id)
    said = [f"It shows the same pixels as {twin.file_name} in case {holder.number}." for holder, twin in ordered[:TWINS_NAMED]]
    if rest := len(ordered) - len(said):
        said.append(f"Further radiographs that show the same pixels: {rest}.")
    return said
