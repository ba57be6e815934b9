"""States in which the work cannot go on as usual: each is brought about by real means, and has a screen with a way out."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.casebook import connection
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner
from forensix.gui.app import open_window
from forensix.gui.last_run import LastRun, RunMark, kept_by
from forensix.gui.main_window import MainWindow
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.settings import Settings
from tests.support.patience import PATIENCE_MS, PATIENCE_S, PROCESS_S

ANNA = Examiner("", "Anna Examiner")
HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from forensix.gui.last_run import RunMark
mark = RunMark(Path(sys.argv[1]))
assert mark.begin() is None
mark.catch_faults()
mark.note(Path(sys.argv[2]))
os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.fixture
def chosen(desk: Path, tiny_models: Path) -> Settings:
    return replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18", device="cpu")


@pytest.fixture
def book(desk: Path) -> Path:
    return Casebook.create(desk / "casebook", act=Act(actor=ANNA)).folder


@pytest.fixture
def window(qtbot: QtBot, chosen: Settings) -> Iterator[MainWindow]:
    window = open_window(chosen)
    qtbot.addWidget(window)
    window.show()
    yield window
    assert window.session.close(PATIENCE_S)


def until_shown(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.states.shown, timeout=PATIENCE_MS)
    return window.states.screen.title.text()


def enter(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    window.doors.open_folder(folder, examiner=ANNA)
    qtbot.waitUntil(lambda: window.session.ready and not window.session.bench.operations(), timeout=PATIENCE_MS)


def press(window: MainWindow, words: str) -> None:
    buttons = window.states.screen.findChildren(QPushButton)
    next(one for one in buttons if one.text().replace("&", "").startswith(words)).click()


def test_no_casebook_at_the_start(window: MainWindow, desk: Path, qtbot: QtBot) -> None:
    window.doors.open_folder(desk)
    assert until_shown(window, qtbot) == "The casebook is not there"
    assert str(desk) in window.states.screen.happened.text()
    press(window, "Copy")
    assert "put the folder back" in QGuiApplication.clipboard().text()
    press(window, "First page")
    assert window.pages.currentWidget() is window.first_start


def test_casebook_moved_away_while_open_and_put_back(book: Path, window: MainWindow, desk: Path, qtbot: QtBot) -> None:
    enter(window, book, qtbot)
    shutil.move(book, desk / "elsewhere")
    window.look_again()
    assert until_shown(window, qtbot) == "The casebook is not there"
    press(window, "Try again")
    qtbot.waitUntil(lambda: not window.session.bench.operations(), timeout=PATIENCE_MS)
    assert window.states.shown
    shutil.move(desk / "elsewhere", book)
    press(window, "Try again")
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.work, timeout=PATIENCE_MS)
    assert window.session.examiner == ANNA


def test_the_light_says_saved_only_while_the_casebook_is_there(book: Path, window: MainWindow, desk: Path, qtbot: QtBot) -> None:
    enter(window, book, qtbot)
    light = window.status.saved
    qtbot.waitUntil(lambda: (light.text(), light.objectName()) == ("\N{BLACK CIRCLE} saved", "saved"), timeout=PATIENCE_MS)
    shutil.move(book, desk / "elsewhere")
    gone = "\N{WHITE CIRCLE} the casebook is not there"
    qtbot.waitUntil(lambda: (light.text(), light.objectName()) == (gone, "faint"), timeout=PATIENCE_MS)
    window.look_again()
    until_shown(window, qtbot)
    window.status.follow()
    assert light.text() == gone
    shutil.move(desk / "elsewhere", book)
    qtbot.waitUntil(lambda: "saved" in light.text(), timeout=PATIENCE_MS)


def test_another_folder_that_is_none_does_not_stop_the_work(book: Path, window: MainWindow, desk: Path, qtbot: QtBot) -> None:
    enter(window, book, qtbot)
    window.doors.open_folder(desk / "nothing")
    qtbot.waitUntil(lambda: window.list.notice.isVisible(), timeout=PATIENCE_MS)
    assert not window.states.shown


def test_casebook_of_a_newer_program(book: Path, window: MainWindow, qtbot: QtBot) -> None:
    with connection.writing(book / "casebook.db") as database:
        database.execute("PRAGMA user_version = 99")
    window.doors.open_folder(book)
    assert until_shown(window, qtbot) == "The casebook is of a newer forensix"
    assert "newer version" in window.states.screen.to_do.text()


def test_casebook_that_is_damaged(book: Path, window: MainWindow, qtbot: QtBot) -> None:
    (book / "casebook.db").write_bytes(b"not a database, but long enough to be read as one" * 100)
    window.doors.open_folder(book)
    assert until_shown(window, qtbot) == "The casebook cannot be read"
    assert "backup" in window.states.screen.to_do.text()


def test_casebook_held_by_another_program(book: Path, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(window, book, qtbot)
    monkeypatch.setitem(connection.connect.__kwdefaults__, "seconds", 0.1)
    command = [sys.executable, "-c", HOLD, str(book / "casebook.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        window.session.act(window, lambda laboratory, progress: laboratory.open_case("1", incident="x"), lambda answer: None, title="open")
        assert until_shown(window, qtbot) == "Another program holds the casebook"
        holder.communicate("")
    press(window, "Try again")
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.work, timeout=PATIENCE_MS)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes; made only where this user may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None:
        pytest.skip("no mount here")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, timeout=PROCESS_S)
    if made.returncode:
        pytest.skip("this user may not mount a disk")
    yield place
    subprocess.run([unmount, str(place)], check=True, timeout=PROCESS_S)


def test_disk_without_room_for_the_database(small_disk: Path, window: MainWindow, qtbot: QtBot) -> None:
    book = Casebook.create(small_disk / "casebook", act=Act(actor=ANNA))
    enter(window, book.folder, qtbot)
    free = shutil.disk_usage(small_disk).free
    (small_disk / "filler").write_bytes(bytes(free - 8192))
    many = "words " * 20_000
    window.session.act(window, lambda laboratory, progress: laboratory.open_case("1", incident=many), lambda answer: None, title="open")
    assert until_shown(window, qtbot) == "The disk is full"
    (small_disk / "filler").unlink()
    press(window, "Go on")
    assert window.pages.currentWidget() is window.work
    assert book.verify() == [] or all(finding.result != "failed" for finding in book.verify())


def test_no_room_for_a_file_is_said_with_the_file(book: Path, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    enter(window, book, qtbot)
    file = tmp_path / "hand.dcm"
    file.write_bytes(phantom.dicom(phantom.hand(1, size=(320, 240))))
    assert window.session.casebook is not None
    window.session.casebook.evidence.reserve_bytes = 2**60
    answers: list[object] = []
    window.session.act(
        window,
        lambda laboratory, progress: (laboratory.open_case("1", incident="x"), laboratory.receive("1", [file]))[1],
        answers.append,
        title="receiving",
    )
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    assert "too full" in answers[0].items[0].reason  # type: ignore[attr-defined]


def test_altered_model_is_refused_and_the_work_goes_on(book: Path, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    models = tmp_path / "models"
    shutil.copytree(window.session.settings.added_models, models)
    weights = models / "tiny-resnet18" / "weights.safetensors"
    held = bytearray(weights.read_bytes())
    held[-1] ^= 1
    weights.write_bytes(held)
    window.session.adopt(replace(window.session.settings, added_models=models))
    enter(window, book, qtbot)
    window.warm_up()
    assert until_shown(window, qtbot) == "The model is refused"
    assert "received, looked at, observed" in window.states.screen.kept.text()
    press(window, "Go on")
    window.right.go_to(window.right.model)
    qtbot.waitUntil(lambda: window.right.model.notice.isVisible(), timeout=PATIENCE_MS)
    assert window.right.model.measured.text() == ""


def test_gpu_that_does_not_answer(book: Path, window: MainWindow, qtbot: QtBot) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this computer has a GPU")
    window.session.adopt(replace(window.session.settings, device="cuda"))
    enter(window, book, qtbot)
    window.warm_up()
    assert until_shown(window, qtbot) == "No GPU answers"
    press(window, "Go on")
    assert window.pages.currentWidget() is window.work
    window.warm_up()
    qtbot.waitUntil(lambda: not window.session.bench.operations(), timeout=PATIENCE_MS)
    assert not window.states.shown


def test_crash_at_the_last_start_is_found_and_what_was_kept_is_said(book: Path, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    state = tmp_path / "state"
    died = subprocess.run([sys.executable, "-c", KILLED, str(state), str(book)], capture_output=True, timeout=PROCESS_S)
    assert died.returncode == -signal.SIGSEGV
    mark = RunMark(state)
    last = mark.begin()
    assert last is not None
    assert last.casebook == book
    assert "Segmentation fault" in last.fault
    window.states.say_last_run(last)
    assert until_shown(window, qtbot) == "forensix was not closed the last time"
    qtbot.waitUntil(lambda: "casebook made" in window.states.screen.kept.text(), timeout=PATIENCE_MS)
    assert "The custody chain is whole; its acts: 1." in window.states.screen.kept.text()
    window.states.leave()
    assert window.focusWidget() is window.list.table, "the keyboard goes on with the list"
    mark.end()
    again = RunMark(state)
    assert again.begin() is None
    again.end()


def test_nothing_is_done_to_a_radiograph_behind_a_screen_and_what_was_done_meanwhile_is_read_after_it(
    book: Path, window: MainWindow, qtbot: QtBot
) -> None:
    enter(window, book, qtbot)
    conclude, stop = (next(one for one in window.actions() if one.shortcut().toString() == key) for key in ("Ctrl+Return", "Esc"))
    assert conclude.isEnabled()
    window.states.say_device("cuda", "cpu")
    assert until_shown(window, qtbot) == "No GPU answers"
    assert not conclude.isEnabled() and stop.isEnabled()
    casebook = window.session.casebook
    assert casebook is not None
    with Laboratory(casebook, window.session.settings, ANNA) as laboratory:
        laboratory.open_case("PM-1", incident="Made-up incident")
    press(window, "Go on")
    assert conclude.isEnabled()
    qtbot.waitUntil(lambda: [row.case.number for row in window.list.model.empty] == ["PM-1"], timeout=PATIENCE_MS)


@pytest.fixture
def refused(chosen: Settings, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window whose settings file has a value out of range, after a run that was not closed."""
    file = tmp_path / "settings.toml"
    file.write_text('place = "Tent 3"\nthreshold = 1.5\n', encoding="utf-8")
    window = open_window(chosen, settings_file=file)
    qtbot.addWidget(window)
    window.states.say_last_run(LastRun("?", None, ""))
    window.adopting.look_for_refusal()
    window.show()
    yield window
    assert window.session.close(PATIENCE_S)


def test_refused_settings_are_mended_and_the_old_file_is_kept(refused: MainWindow, book: Path, tmp_path: Path, qtbot: QtBot) -> None:
    screen = refused.states.screen
    assert screen.title.text() == "The settings file cannot be used"
    assert str(tmp_path / "settings.toml") in screen.happened.text()
    assert "Line 2" in screen.happened.text()
    assert screen.details.toPlainText() == "2: threshold = 1.5"
    enter(refused, book, qtbot)
    assert refused.states.shown, "opening a casebook does not hide it"
    press(refused, "Mend it")
    assert screen.title.text() == "forensix was not closed the last time", "what else is to be said comes after it"
    press(refused, "Go on")
    assert refused.pages.currentWidget() is refused.work
    qtbot.waitUntil(lambda: refused.session.settings.place == "Tent 3", timeout=PATIENCE_MS)
    assert settings.load(tmp_path / "settings.toml").place == "Tent 3"
    assert "1.5" in (tmp_path / "settings.refused-1.toml").read_text(encoding="utf-8")
    assert "settings.refused-1.toml" in refused.list.notice.text.text()


def test_refused_settings_are_never_written_over(refused: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    press(refused, "Leave it")
    press(refused, "Go on")
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8").endswith("1.5\n")
    refused.adopting.change_theme()
    qtbot.waitUntil(lambda: not refused.session.bench.operations(), timeout=PATIENCE_MS)
    assert settings.load(tmp_path / "settings.toml").theme == "light"
    assert "1.5" in (tmp_path / "settings.refused-1.toml").read_text(encoding="utf-8")


def test_a_second_window_tells_of_no_crash(tmp_path: Path) -> None:
    first, second = RunMark(tmp_path), RunMark(tmp_path)
    assert first.begin() is None
    assert second.begin() is None
    second.end()
    assert (tmp_path / "window.lock").exists()
    first.end()
    assert not (tmp_path / "window.lock").exists()


def test_files_of_acts_that_were_cut_off_are_counted(book: Path) -> None:
    Casebook.open(book).evidence.admit(b"stored, and then the power failed")
    assert "to be given again: 1." in kept_by(book)


def test_a_note_that_cannot_be_read_still_tells_of_the_crash(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(tmp_path)], capture_output=True, timeout=PROCESS_S)
    assert died.returncode != 0
    (tmp_path / "window.json").write_text("{", encoding="utf-8")
    mark = RunMark(tmp_path)
    assert mark.begin() == LastRun("?", None, "")
    mark.end()
    assert list(tmp_path.iterdir()) == []
