"""Blind first, surface by surface: what the first examiner thought and what the network said is nowhere before the second has observed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict
from forensix.domain.examination import ObservedSex
from forensix.domain.sight import AFTER_SEEING
from forensix.gui.app import open_window
from forensix.gui.comparing import title_of
from forensix.gui.correct_dialog import CorrectDialog
from forensix.gui.main_window import MainWindow
from forensix.gui.report_dialog import VerifiedDialog
from forensix.gui.review_step import ReviewDialog
from forensix.imaging import phantom
from forensix.laboratory import Laboratory, review_checklist
from forensix.settings import Settings
from tests.support.patience import PATIENCE_MS, PATIENCE_S

ANNA, BEN = Examiner("", "Anna Examiner"), Examiner("", "Ben Reviewer", Role.EXAMINER)
CANARY = "canary-"
FEATURES, BASIS, AGAIN = CANARY + "features", CANARY + "basis", CANARY + "reason"
TOLD = ("times more probable", "stay male", "Likelihood of")


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> Settings:
    desk = tmp_path_factory.mktemp("desk")
    return replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18", device="cpu")


@pytest.fixture(scope="module")
def concluded(chosen: Settings) -> Path:
    """Two hands; Anna has observed, examined, examined again and concluded both, with words that can be searched for."""
    desk = chosen.casebook.parent
    folder = desk / "radiographs"
    folder.mkdir(parents=True)
    for seed in (21, 22):
        told = {"PatientName": f"{CANARY}name", "PatientSex": "M", "ImageComments": f"{CANARY}comment"}
        (folder / f"hand-{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, size=(640, 480)), **told))
    book = Casebook.create(desk / "casebook", act=Act(actor=ANNA))
    with Laboratory(book, chosen, ANNA) as laboratory:
        laboratory.open_case("PM-0001", incident="Made-up incident")
        laboratory.receive("PM-0001", [folder])
        laboratory.examine("PM-0001")
        laboratory.examine("PM-0001", again=AGAIN)
        for item in book.radiographs():
            laboratory.observe(item.id, "male", FEATURES, CANARY + "certainty")
            laboratory.reveal(item.id)
            laboratory.conclude(book.examinations(item.id)[-1].id, "male", BASIS)
    return book.folder


@pytest.fixture
def book(concluded: Path, desk: Path) -> Casebook:
    shutil.copytree(concluded, desk / "casebook")
    return Casebook.open(desk / "casebook")


@pytest.fixture
def window(book: Casebook, chosen: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(chosen)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    window.doors.open_folder(book.folder, examiner=BEN)
    qtbot.waitUntil(lambda: window.session.ready, timeout=PATIENCE_MS)
    idle(window, qtbot)
    yield window
    window.panel.show_row(None, ())
    assert window.session.close(PATIENCE_S)


def idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.bench.operations(), timeout=PATIENCE_MS)
    QApplication.processEvents()


def cells(view: QAbstractItemView) -> Iterator[str]:
    """Whatever a table, list or tree could show, tooltips too, of every role that is text."""
    model = view.model()
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            for column in range(model.columnCount(parent)):
                index = model.index(row, column, parent)
                waiting.append(index)
                for role in Qt.ItemDataRole:
                    held = model.data(index, role)
                    if isinstance(held, str):
                        yield held


def texts(top: QWidget) -> str:
    """All text that a widget and everything in it could show or say: visible or not, tooltips, descriptions, titles, tables."""
    found = []
    for part in (top, *top.findChildren(QWidget)):
        found += [
            part.toolTip(),
            part.statusTip(),
            part.whatsThis(),
            part.accessibleName(),
            part.accessibleDescription(),
            part.windowTitle(),
        ]
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QPlainTextEdit):
            found.append(part.toPlainText())
        elif isinstance(part, QComboBox):
            found += [part.itemText(at) for at in range(part.count())]
        elif isinstance(part, QAbstractItemView):
            found += list(cells(part))
    for action in top.findChildren(QAction):
        found += [action.text(), action.toolTip()]
    return "\n".join(found)


def leaks(window: MainWindow) -> list[str]:
    said = texts(window)
    return [word for word in (CANARY, *TOLD) if word in said]


def go_through_tabs(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    for at in range(window.right.count()):
        window.right.setCurrentIndex(at)
        idle(window, qtbot)
        yield window.right.tabText(at)


def observe(window: MainWindow, qtbot: QtBot) -> None:
    window.panel.observation.outcome.setCurrentIndex(1)
    window.panel.observation.lock.click()
    idle(window, qtbot)


def test_no_surface_tells_before_the_second_observation(window: MainWindow, book: Casebook, tmp_path: Path, qtbot: QtBot) -> None:
    for name in go_through_tabs(window, qtbot):
        assert leaks(window) == [], name
    assert "concluded" in texts(window.right.custody)
    assert window.column.view.heatmap is None
    assert not window.panel.report.sign_button.isEnabled()
    assert "covered" in window.panel.review.said.text()
    window.list.search.setText("male")
    idle(window, qtbot)
    assert window.list.current() is None
    window.list.search.setText("")
    with Laboratory(book, window.session.settings, BEN) as laboratory:
        with pytest.raises(CaseConflict, match="covered until your own observation"):
            laboratory.draft("PM-0001")
        laboratory.export("PM-0001", tmp_path / "table.json")
    exported = (tmp_path / "table.json").read_text(encoding="utf-8")
    assert CANARY not in exported
    assert {row["estimate"] for row in json.loads(exported)} == {"covered"}


def test_own_observations_uncover_the_rest_and_the_review_is_recorded(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    window.right.setCurrentWidget(window.panel)
    observe(window, qtbot)
    assert BASIS in window.panel.review.said.text()
    assert not window.panel.review.review_button.isVisibleTo(window.panel)
    assert not window.panel.report.sign_button.isEnabled()
    window.list.step(1)
    idle(window, qtbot)
    observe(window, qtbot)
    assert window.panel.report.sign_button.isEnabled()
    window.panel.review.review_button.click()
    dialog = window.panel.findChild(ReviewDialog)
    assert dialog is not None
    assert not dialog.lock.isEnabled()
    for item in dialog.reviewing.items:
        dialog.answers[item.name].setCurrentIndex(1)
    assert not dialog.lock.isEnabled(), "neither agreement nor dissent is preset"
    dialog.verdict.setCurrentIndex(dialog.verdict.findData(False))
    assert not dialog.lock.isEnabled()
    dialog.text.setPlainText("The picture does not say so.")
    dialog.lock.click()
    idle(window, qtbot)
    case = book.case("PM-0001")
    assert [(one.agrees, one.text) for one in book.reviews(case.id)] == [(False, "The picture does not say so.")]
    assert "dissents" in window.panel.review.said.text()
    custody = next(text for text in go_through_tabs(window, qtbot) if text == "Custody")
    assert custody
    assert "dissents" in texts(window.right.custody)


def test_what_is_typed_stays_with_its_radiograph_and_its_examiner(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    form = window.panel.observation
    form.outcome.setCurrentIndex(1)
    form.features.setPlainText("Ben's first words")
    window.list.step(1)
    idle(window, qtbot)
    assert form.features.toPlainText() == ""
    assert window.panel.begun(), "closing would lose it"
    window.session.sign_in(Examiner("", "Carla Examiner"))
    idle(window, qtbot)
    window.list.step(-1)
    idle(window, qtbot)
    assert form.features.toPlainText() == ""
    window.session.sign_in(BEN)
    idle(window, qtbot)
    assert form.draft() == (1, "Ben's first words", "")
    form.lock.click()
    form.locked.emit(ObservedSex.MALE, "twice", "")
    assert not form.isEnabled(), "held until it is settled"
    window.list.step(1)
    idle(window, qtbot)
    assert not window.panel.begun()
    assert window.panel.notice.isHidden()
    locked = [one.features for item in book.radiographs() for one in book.observations(item.id) if one.features != FEATURES]
    assert locked == ["Ben's first words"]


def test_the_keyboard_goes_on_with_the_work(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panel.go_on()
    assert window.panel.observation.outcome.hasFocus()
    observe(window, qtbot)
    idle(window, qtbot)
    assert window.panel.estimate.reveal_button.hasFocus()
    window.panel.reveal()
    idle(window, qtbot)
    assert window.panel.conclusion.outcome.hasFocus()


def test_a_conclusion_without_an_observation_says_so(desk: Path, chosen: Settings, concluded: Path) -> None:
    open_book = Casebook.create(desk / "open", act=Act(actor=ANNA), blind_first=False)
    with Laboratory(open_book, chosen, ANNA) as laboratory:
        laboratory.open_case("1", incident="x")
        laboratory.receive("1", [chosen.casebook.parent / "radiographs" / "hand-21.dcm"])
        laboratory.examine("1")
        item = open_book.radiographs()[0]
        run = open_book.examinations(item.id)[-1].id
        assert laboratory.conclude(run, "male", "the estimate").basis == f"the estimate ({AFTER_SEEING})"
        laboratory.observe(item.id)
        assert laboratory.conclude(run, "male", "own eyes").basis == "own eyes"


def test_side_is_put_right_with_its_reason(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    row = window.list.current()
    assert row is not None
    window.receiving.ask_correct()
    dialog = window.findChild(CorrectDialog)
    assert dialog is not None
    dialog.side.setCurrentIndex(dialog.side.findData("right"))
    assert not dialog.correct.isEnabled()
    assert "reason" in dialog.missing.text()
    dialog.condition.setCurrentText("burnt")
    dialog.requester.setText("Coroner")
    dialog.agency.setText("Institute")
    dialog.reason.setText("the marker was read")
    dialog.correct.click()
    idle(window, qtbot)
    case = book.case("PM-0001")
    assert (case.requester, book.incidents()[0].agency, book.specimens(case.id)[0].condition) == ("Coroner", "Institute", "burnt")
    assert book.radiograph(row.radiograph.id).side.value == "right"
    assert [one.reason for one in book.corrections(row.radiograph.id)] == ["the marker was read"]
    assert "RIGHT" in window.column.header.text()


def test_case_and_casebook_are_verified_from_the_window_failed_first(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    original = book.evidence.path(book.radiographs()[0].sha256)
    original.chmod(0o644)
    original.write_bytes(b"altered")
    for verify in (window.receiving.verify_case, window.receiving.verify_all):
        verify()
        qtbot.waitUntil(lambda: window.findChild(VerifiedDialog) is not None, timeout=PATIENCE_MS)
        dialog = window.findChild(VerifiedDialog)
        assert dialog is not None
        assert "refuses" in dialog.verdict.text()
        assert dialog.findings.toPlainText().startswith("\N{HEAVY BALLOT X}")
        dialog.accept()
        idle(window, qtbot)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def asked(window: MainWindow) -> ReviewDialog:
    """The dialog of the review, opened by its button."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.panel.review.review_button.click()
    dialog = window.panel.findChild(ReviewDialog)
    assert dialog is not None
    return dialog


def primary(window: MainWindow) -> list[str]:
    """The buttons after the observation that can be pressed and look like the next thing to do."""
    panel = window.panel
    steps = (panel.estimate.reveal_button, panel.review.review_button, panel.report.sign_button, panel.report.countersign_button)
    buttons = [one for one in steps if one.isVisible() and one.isEnabled()]
    return [one.text().replace("&", "").split(" ")[0] for one in buttons if one.objectName() == "primary"]


def test_a_review_is_kept_over_escape_until_it_is_recorded_and_then_the_report_is_next(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    observe(window, qtbot)
    window.list.step(1)
    idle(window, qtbot)
    observe(window, qtbot)
    assert primary(window) == ["Reveal"]
    window.panel.reveal()
    idle(window, qtbot)
    assert primary(window) == ["Review"]
    dialog = asked(window)
    dialog.reject()
    assert not window.panel.begun(), "nothing was answered"

    dialog = asked(window)
    first, second = (item.name for item in dialog.reviewing.items[:2])
    dialog.answers[first].setCurrentIndex(1)
    dialog.answers[second].setCurrentIndex(2)
    dialog.verdict.setCurrentIndex(dialog.verdict.findData(False))
    dialog.text.setPlainText("half a sen")
    left = dialog.draft()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.panel.begun(), "closing would lose it"
    window.list.step(-1)
    idle(window, qtbot)
    dialog = asked(window)
    assert dialog.draft() == left

    for item in dialog.reviewing.items:
        dialog.answers[item.name].setCurrentIndex(1)
    with monkeypatch.context() as broken:
        broken.setattr(Laboratory, "review", refuse)
        dialog.lock.click()
        idle(window, qtbot)
    dialog = asked(window)
    assert len(dialog.given()) == len(dialog.reviewing.items), "what was refused can be tried again"
    dialog.lock.click()
    idle(window, qtbot)
    assert not window.panel.begun()
    assert primary(window) == [], "who concluded signs"
    assert "that was Anna Examiner, not Ben Reviewer" in window.panel.report.not_issued.text()
    assert window.panel.report.sign_button is window.panel._sought, "who is next is in sight"
    assert asked(window).draft() is None


def refuse(*about: object, **more: object) -> None:
    raise CaseConflict("It is not recorded.", "Try again.", "review")


def test_who_may_review_is_led_to_the_review_and_from_there_to_the_report(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    for by in (1, -1):
        observe(window, qtbot)
        window.panel.reveal()
        idle(window, qtbot)
        window.list.step(by)
        idle(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panel.go_on()
    assert window.panel.review.review_button.hasFocus()
    with Laboratory(book, window.session.settings, BEN) as laboratory:
        laboratory.review("PM-0001", agrees=False, text="why", checklist={item.name: True for item in review_checklist.shipped()})
    window.look_again()
    idle(window, qtbot)
    window.panel.go_on()
    assert window.panel.report.sign_button.hasFocus()


def test_both_sides_of_a_comparison_are_called_alike(window: MainWindow, qtbot: QtBot) -> None:
    one, other = window.list.model.rows
    window.comparing.open(other)
    idle(window, qtbot)
    stage = window.column.stage
    assert (stage.title.text(), stage.other_title.text()) == (title_of(one), title_of(other))
    stage.leave()


def test_a_role_is_told_before_what_it_does_not_do(window: MainWindow, book: Casebook, qtbot: QtBot) -> None:
    panel = window.panel
    window.session.sign_in(Examiner("", "Rita Reviewer", Role.REVIEWER))
    idle(window, qtbot)
    assert not panel.observation.form.isHidden() and panel.conclusion.form.isHidden() and not panel.conclusion.not_hers.isHidden()
    window.session.sign_in(Examiner("", "Otto Auditor", Role.AUDITOR))
    idle(window, qtbot)
    assert panel.observation.form.isHidden() and not panel.observation.not_hers.isHidden()
    assert panel._waiting(panel.standing) is panel.report.sign_button
    window.session.sign_in(ANNA)
    idle(window, qtbot)
    assert panel.conclusion.not_hers.isHidden() and not panel.observation.said.isHidden()
