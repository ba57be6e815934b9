"""Numbering: the scheme of an incident's case numbers, set by an act, and held against every number that is given."""

from __future__ import annotations

from collections.abc import Sequence

from forensix.casebook.casebook import Casebook
from forensix.domain.errors import CaseConflict
from forensix.domain.numbering import LEGEND, NumberScheme
from forensix.laboratory.acts import Acts

KIND = "numbering_set"


class Numbering(Acts):
    """The verb `set_number_scheme`."""

    def set_number_scheme(self, incident: str, masks: Sequence[str]) -> tuple[str, ...]:
        """Set the scheme that the case numbers of an incident follow from now on; the incident may be yet to come.

        Returns
        -------
        tuple of str
            Numbers of this incident's cases that do not follow it; they stay as they are.

        Raises
        ------
        CaseConflict
            No incident is named, or a mask is none.
        """
        act, scheme = self.act("set_number_scheme"), NumberScheme(tuple(masks))
        if not incident.strip():
            raise CaseConflict("A number scheme belongs to an incident.", "Name the incident.", "incident")
        self.casebook.noted(KIND, act, incident=incident, masks=list(scheme.masks))
        known = [each.id for each in self.casebook.incidents() if each.name == incident]
        numbers = [case.number for case in self.casebook.cases() if case.incident_id in known]
        return tuple(number for number in numbers if not scheme.fits(number))


def scheme_of(casebook: Casebook, incident: str) -> NumberScheme:
    """The scheme of an incident, by its name; without one any number fits."""
    masks = [event.details["masks"] for event in casebook.events() if event.kind == KIND and event.details["incident"] == incident]
    return NumberScheme(tuple(masks[-1])) if masks else NumberScheme()


def check_number(casebook: Casebook, incident: str, number: str) -> None:
    """See that a case number follows the scheme of its incident.

    Raises
    ------
    CaseConflict
        Naming the scheme.
    """
    scheme = scheme_of(casebook, incident)
    if not scheme.fits(number):
        raise CaseConflict(
            f"{number} does not follow the number scheme of {incident}: {scheme} ({LEGEND}).",
            "Type it as the scheme has it, or change that: Casebook, Number scheme, or `forensix case scheme INCIDENT MASK`.",
            number,
        )
