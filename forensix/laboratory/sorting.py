"""Sorting: a delivery that holds several cases; each file's case is named by the file, or by the folder that it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from forensix.domain.case import Case, Side
from forensix.domain.delivery import Delivery
from forensix.domain.errors import CaseConflict
from forensix.imaging.sources import Source
from forensix.laboratory.acts import Progress, silent
from forensix.laboratory.intake import Given, Intake, Received, ReceivedItem


class Sorting(Intake):
    """The verbs `receive_sorted` and, for one file, `receive_sorted_one`."""

    def receive_sorted(
        self,
        delivery: Delivery,
        paths: Sequence[Path],
        *,
        specimen: str = "",
        side: Side | str = "",
        view: str = "",
        condition: str = "",
        progress: Progress = silent,
    ) -> Received:
        """Take a delivery into custody, each file into its own case, which is opened when the file has turned out to be a radiograph.

        The rest is as for `receive`. A file whose case cannot be told from others, belongs to another incident, or has a number against
        the incident's scheme is refused, and the rest goes on.

        Raises
        ------
        CaseConflict
            No incident is named.
        """
        if not delivery.incident.strip():
            raise CaseConflict("Cases of a delivery belong to an incident.", "Name the incident with --incident.", "incident")
        found = self.given(paths)
        mixed = delivery.mixed((source.name, source.path) for source in found)
        items = []
        for position, source in enumerate(found):
            progress(f"receiving {source.name}", position / len(found))
            said = {"specimen": specimen, "side": side, "view": view, "condition": condition}
            items.append(self.receive_sorted_one(delivery, source, mixed, **said))
        progress("received", 1.0)
        return Received.of(items)

    def receive_sorted_one(
        self,
        delivery: Delivery,
        source: Source,
        mixed: frozenset[str],
        *,
        specimen: str = "",
        side: Side | str = "",
        view: str = "",
        condition: str = "",
    ) -> ReceivedItem:
        """Take one file of a delivery into the case that it names; `mixed` is what `Delivery.mixed` says of all of them."""
        number = delivery.number(source.name, source.path)

        def opened() -> Case:
            if number in mixed:
                raise CaseConflict(
                    f"More than one {delivery.each.value} of this delivery would be case {number}, and they may be different bodies.",
                    "Give them one after the other, each into a case that you name.",
                    number,
                )
            return self.open_case(
                number, incident=delivery.incident, kind=delivery.kind, agency=delivery.agency, requester=delivery.requester
            )

        given = Given(specimen, Side(side) if side else None, view, condition)
        return self.receive_one(None if number in mixed else self._known(number, delivery.incident), source, given, opened)

    def _known(self, number: str, incident: str) -> Case | None:
        """The case of that number under that incident, if it is open."""
        incidents = {each.id for each in self.casebook.incidents() if each.name == incident}
        return next((case for case in self.casebook.cases() if case.number == number and case.incident_id in incidents), None)
