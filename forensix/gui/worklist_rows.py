"""The worklist as who works now may see it, read from the casebook on the bench."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from forensix.gui.worklist_model import EmptyCase, Row, searchable

if TYPE_CHECKING:
    from forensix.casebook import LatestRun
    from forensix.casebook.casebook import Casebook
    from forensix.laboratory import Laboratory

Worklist = tuple[list[Row], list[EmptyCase]]
"""The radiographs, and the cases without one."""


def rows_of(laboratory: Laboratory) -> Worklist:
    """The worklist as who works now may see it; on the bench."""
    casebook = laboratory.casebook
    rows = _rows(casebook, laboratory.worklist_estimates(), casebook.observed_by(laboratory.own_ids))
    return rows, _empty_of(casebook, rows, lambda radiograph_id: laboratory.sight(radiograph_id).visible)


def covered_rows_of(casebook: Casebook) -> Worklist:
    """The worklist while nobody works: every estimate is covered."""
    rows = _rows(casebook, {}, frozenset())
    return rows, _empty_of(casebook, rows, lambda radiograph_id: False)


def _rows(casebook: Casebook, estimates: dict[str, LatestRun], observed: frozenset[str]) -> list[Row]:
    names = {incident.id: incident.name for incident in casebook.incidents()}
    made = []
    for case, specimen, radiograph, state in casebook.worklist():
        known, by_me = estimates.get(radiograph.id), radiograph.id in observed
        row = Row(case, specimen, radiograph, str(state), names.get(case.incident_id, ""), known, observed=by_me)
        made.append(replace(row, searched=searchable(row)))
    return made


def _empty_of(casebook: Casebook, rows: list[Row], seen: Callable[[str], bool]) -> list[EmptyCase]:
    """The cases that have no row; `seen` says whether who works may see the estimate of a radiograph."""
    held = {row.case.id for row in rows}
    names = {incident.id: incident.name for incident in casebook.incidents()}
    made = []
    for case in (case for case in casebook.cases() if case.id not in held):
        withdrawn = casebook.withdrawals(case.id)
        gone = tuple((each.radiograph.file_name, each.number) for each in withdrawn)
        row = EmptyCase(case, names.get(case.incident_id, ""), gone, not all(seen(each.radiograph.id) for each in withdrawn))
        made.append(replace(row, searched=searchable(row)))
    return made
