"""What the question into which case files go says of the case, the incident and the agency that are known already."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from forensix.domain.case import Case, CaseKind, Incident
from forensix.gui.receive_dialog import ReceiveDialog

FLOOD, FIRE = Incident("f", "Flood", "Flood agency"), Incident("g", "Fire")
CASES = [
    Case("a", FLOOD.id, "PM-1", CaseKind.PM, "", datetime.now(UTC)),
    Case("b", FIRE.id, "AM-1", CaseKind.AM, "", datetime.now(UTC)),
]


def asked(qtbot: QtBot, agency: str = "") -> ReceiveDialog:
    dialog = ReceiveDialog([Path("a.dcm")], CASES, [FLOOD, FIRE], None, agency=agency)
    qtbot.addWidget(dialog)
    dialog.case.setCurrentText("PM-2")
    dialog.incident.setCurrentText("Storm")
    return dialog


def test_the_agency_that_is_printed_where_none_is_typed_is_named(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    assert dialog.agency.isEnabled()
    assert dialog.agency.placeholderText() == "none set: printed as “not stated”"
    assert asked(qtbot, "Institute").agency.placeholderText() == "Institute, as in the settings"


def test_of_a_known_incident_its_own_agency_is_said(qtbot: QtBot) -> None:
    dialog = asked(qtbot, "Institute")
    dialog.agency.setText("typed before")
    dialog.incident.setCurrentText("Flood")
    assert not dialog.agency.isEnabled()
    assert (dialog.agency.text(), dialog.agency.placeholderText()) == ("", "Flood agency")
    dialog.incident.setCurrentText("Fire")
    assert dialog.agency.placeholderText() == "none: printed as “not stated”"


def test_of_a_case_that_is_open_its_incident_and_kind_stand_there(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    dialog.case.setCurrentText("AM-1")
    assert dialog.incident.currentText() == "Fire"
    assert dialog.kind.currentData() == CaseKind.AM
    assert not dialog.incident.isEnabled()
    assert dialog.chosen().incident == ""
