"""Many files at once: counts add up after a stop and after a kill, nothing is done twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.domain.case import Examiner
from forensix.domain.delivery import Each
from forensix.gui.app import open_window
from forensix.gui.bench import Progress
from forensix.gui.main_window import MainWindow
from forensix.gui.receive_dialog import Intake, ReceiveDialog
from forensix.imaging import phantom
from forensix.laboratory import Laboratory, at_work, resuming
from forensix.laboratory.at_work import AtWork
from forensix.laboratory.resuming import RECEIVE, Batch
from forensix.settings import Settings
from tests.gui.test_whole_job import LONG_MS, idle
from tests.support.patience import PATIENCE_S, held

ANNA = Examiner("", "Anna Examiner")
GOOD = 5


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five made-up hands, one of them twice, and two files that are none."""
    folder = tmp_path_factory.mktemp("given")
    for seed in range(GOOD):
        (folder / f"hand-{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, size=(320, 240)), laterality="L"))
    (folder / "hand-again.dcm").write_bytes((folder / "hand-3.dcm").read_bytes())
    (folder / "notes.txt").write_text("not a radiograph", encoding="utf-8")
    (folder / "cut.dcm").write_bytes((folder / "hand-1.dcm").read_bytes()[:900])
    return folder


@pytest.fixture
def chosen(tiny_models: Path, desk: Path) -> Settings:
    return replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18", device="cpu")


@pytest.fixture
def window(qtbot: QtBot, chosen: Settings) -> Iterator[MainWindow]:
    window = opened(chosen, qtbot)
    window.doors.create(chosen.casebook, ANNA, blind_first=True)
    idle(window, qtbot)
    yield window
    window.panel.show_row(None, ())
    assert window.session.close(PATIENCE_S)


def opened(chosen: Settings, qtbot: QtBot) -> MainWindow:
    window = open_window(chosen)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def intake(folder: Path) -> Intake:
    return Intake("PM-1", (folder,), incident="Flood", agency="Institute", condition="burnt")


def kinds(window: MainWindow) -> dict[str, int]:
    book = window.session.casebook
    assert book is not None
    found = [event.kind for event in book.events()]
    return {kind: found.count(kind) for kind in ("received", "duplicate", "refused", "examined")}


def note(window: MainWindow) -> Path:
    """The folder with the notes of batches; it goes with the last."""
    return window.session.settings.casebook / "unfinished"


def test_every_file_is_an_operation_and_the_counts_add_up(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    whole: list[int] = []
    window.session.bench.changed.connect(lambda: whole.append(window.session.bench.batch.whole))
    window.receiving.receive(intake(given))
    assert [json.loads(one.read_text())["verb"] for one in note(window).glob("*.json")] in ([], ["receive"])
    idle(window, qtbot)
    assert max(whole) >= GOOD + 3
    assert "8 given: 5 received, 1 already held, 2 refused." in window.list.notice.text.text()
    assert "\nNext: your own observation of each." in window.list.notice.text.text()
    assert kinds(window) == {"received": 5, "duplicate": 1, "refused": 2, "examined": 0}
    assert len(window.list.model.rows) == GOOD and not note(window).exists()
    assert {row.specimen.condition for row in window.list.model.rows} == {"burnt"}
    assert window.session.casebook is not None
    assert [one.agency for one in window.session.casebook.incidents()] == ["Institute"]
    assert len(list((window.session.settings.casebook / "previews").glob("*.png"))) == GOOD

    with held(Laboratory, "examine", call=2) as second:
        window.receiving.examine_waiting()
        qtbot.waitUntil(second.is_set)
        window.status.pause_action.trigger()
    qtbot.waitUntil(lambda: not any(one.started for one in window.session.bench.operations()), timeout=LONG_MS)
    qtbot.waitUntil(lambda: "paused" in window.status.doing.text())
    assert kinds(window)["examined"] == 2 and note(window).exists()
    window.list.search.setText("hand-0")
    qtbot.waitUntil(lambda: window.column.view.raster is not None, timeout=LONG_MS)
    assert kinds(window)["examined"] == 2
    window.session.bench.cancel_all()
    idle(window, qtbot)
    assert f"2 examined, stopped before {GOOD - 2} more." in window.list.notice.text.text()
    assert not note(window).exists()
    window.receiving.examine_waiting()
    idle(window, qtbot)
    assert kinds(window)["examined"] == GOOD


def test_a_batch_that_was_killed_goes_on_where_custody_says(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    """What a kill leaves: the note, and some of the files in custody."""
    half = [given / "hand-0.dcm", given / "hand-1.dcm", given / "notes.txt"]

    def cut_short(laboratory, progress):  # type: ignore[no-untyped-def]
        from forensix.laboratory.resuming import RECEIVE, Batch

        laboratory.open_case("PM-1", incident="Flood")
        laboratory.begin_batch(Batch(RECEIVE, (str(given),), case="PM-1"))
        laboratory.receive("PM-1", half)

    window.session.act(window, cut_short, lambda answer: None, title="cut short")
    idle(window, qtbot)
    window.session.sign_in(Examiner("", "Ben Examiner"))
    idle(window, qtbot)
    bar = window.list.unfinished
    assert bar.isVisible() and "PM-1" in bar.text.text() and "Files done: 3." in bar.text.text()
    bar.go_on_button.click()
    idle(window, qtbot)
    assert "5 given: 3 received, 1 already held, 1 refused." in window.list.notice.text.text()
    assert kinds(window) == {"received": 5, "duplicate": 1, "refused": 2, "examined": 0}
    assert not bar.isVisible() and not note(window).exists()


def test_a_delivery_is_shared_out_and_goes_on_after_a_kill(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    dialog = ReceiveDialog([given], [], [], None, window)
    dialog.each.setCurrentIndex(dialog.each.findData(Each.FILE))
    dialog.case.setCurrentText("PM-")
    assert not dialog.receive.isEnabled()
    dialog.incident.setCurrentText("Flood")
    first = sorted(given.iterdir())[0]
    assert f"{first.name} goes into case PM-{first.stem}, " in dialog.missing.text() and dialog.receive.isEnabled()
    chosen = dialog.chosen()
    dialog.deleteLater()

    def cut_short(laboratory, progress):  # type: ignore[no-untyped-def]
        from forensix.laboratory.resuming import RECEIVE, Batch

        said = {"case": "PM-", "each": "file", "incident": "Flood", "kind": "pm"}
        laboratory.begin_batch(Batch(RECEIVE, (str(given),), **said))
        laboratory.receive_sorted(chosen.delivery, [given / "hand-1.dcm"])

    window.session.act(window, cut_short, lambda answer: None, title="cut short")
    idle(window, qtbot)
    window.session.sign_in(Examiner("", "Ben Examiner"))
    idle(window, qtbot)
    window.list.unfinished.go_on_button.click()
    idle(window, qtbot)
    assert window.session.casebook is not None
    numbers = {case.number for case in window.session.casebook.cases()}
    assert numbers == {f"PM-hand-{at}" for at in range(GOOD)}, "a note and a damaged file open no case"
    window.receiving.receive(chosen)
    idle(window, qtbot)
    assert "8 given: 0 received, 6 already held, 2 refused." in window.list.notice.text.text()


def test_what_is_left_alone_is_not_offered_again(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    from forensix.laboratory.resuming import RECEIVE, Batch

    window.session.act(
        window,
        lambda laboratory, progress: (
            laboratory.open_case("PM-1", incident="Flood"),
            laboratory.begin_batch(Batch(RECEIVE, (str(given),), case="PM-1")),
        ),
        lambda answer: None,
        title="cut short",
    )
    idle(window, qtbot)
    window.receiving.look_for_unfinished()
    idle(window, qtbot)
    window.list.unfinished.leave_button.click()
    idle(window, qtbot)
    assert not note(window).exists() and not window.list.unfinished.isVisible()


def begun_elsewhere(window: MainWindow, given: Path, qtbot: QtBot) -> AtWork:
    """The note of a batch that another program has begun, and the lock that it holds."""

    def begin(laboratory: Laboratory, progress: Progress) -> AtWork:
        laboratory.open_case("PM-1", incident="Flood")
        batch = Batch(RECEIVE, (str(given),), case="PM-1")
        lock = laboratory.hold_batch(batch.id)
        laboratory.begin_batch(batch)
        return lock

    taken: list[AtWork] = []
    window.session.act(window, begin, taken.append, title="elsewhere")
    idle(window, qtbot)
    return taken[0]


def test_a_batch_that_is_at_work_in_another_window_is_not_offered_as_cut_short(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    lock = begun_elsewhere(window, given, qtbot)
    bar = window.list.unfinished
    window.receiving.look_for_unfinished()
    idle(window, qtbot)
    assert bar.isVisible() and "in another window" in bar.text.text()
    assert not bar.go_on_button.isVisible() and not bar.leave_button.isVisible()
    lock.release()  # as a kill does
    qtbot.waitUntil(bar.go_on_button.isVisible, timeout=LONG_MS)
    assert "cut short" in bar.text.text() and bar.leave_button.isVisible()
    bar.go_on_button.click()
    idle(window, qtbot)
    assert kinds(window)["received"] == GOOD and not bar.isVisible() and not note(window).exists()


def test_the_other_window_finishes_and_the_list_is_read_again(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    lock = begun_elsewhere(window, given, qtbot)
    window.receiving.look_for_unfinished()
    idle(window, qtbot)
    book = window.session.casebook
    assert book is not None
    with Laboratory(book, window.session.settings, ANNA) as other:
        other.receive("PM-1", [given / "hand-0.dcm"])
        (batch,) = other.unfinished()
        resuming.end(book.folder, batch.id, lock)
    qtbot.waitUntil(lambda: not window.list.unfinished.isVisible() and len(window.list.model.rows) == 1, timeout=LONG_MS)
    assert not note(window).exists()


@pytest.mark.parametrize("then", ["go on", "leave"])
def test_what_another_window_took_up_meanwhile_is_left_to_it(window: MainWindow, given: Path, qtbot: QtBot, then: str) -> None:
    begun_elsewhere(window, given, qtbot).release()
    window.receiving.look_for_unfinished()
    idle(window, qtbot)
    bar = window.list.unfinished
    (kept,) = note(window).glob("*.json")
    lock = at_work.take(kept.with_suffix(".lock"))
    assert lock is not None
    (bar.go_on_button if then == "go on" else bar.leave_button).click()
    qtbot.waitUntil(lambda: bar.isVisible() and "in another window" in bar.text.text(), timeout=LONG_MS)
    assert kinds(window)["received"] == 0 and kept.exists() and not window.list.notice.isVisible()
    resuming.end(note(window).parent, kept.stem, lock)


def test_a_batch_is_held_while_it_runs_and_by_nobody_once_its_window_is_closed(window: MainWindow, given: Path, qtbot: QtBot) -> None:
    window.receiving.receive(intake(given))
    idle(window, qtbot)
    with held(Laboratory, "examine") as first:
        window.receiving.examine_waiting()
        qtbot.waitUntil(first.is_set)
        (kept,) = note(window).glob("*.json")
        assert at_work.held(kept.with_suffix(".lock"))
    assert window.close()
    assert kept.exists() and not at_work.held(kept.with_suffix(".lock"))


def closed_before_its_turn(window: MainWindow) -> Path:
    """Close a window whose bench is at work on something else; the folder of the notes."""
    assert not note(window).exists()
    assert not window.session.close(0.1)
    assert len(list(note(window).glob("*.json"))) == 1
    return note(window)


def test_a_batch_that_had_not_begun_when_its_window_was_closed_is_offered_too(
    window: MainWindow, chosen: Settings, given: Path, qtbot: QtBot
) -> None:
    """Its turn comes after what is at work; loading the network takes half a minute on a slow laptop."""
    with held(Laboratory, "unfinished") as busy:
        window.receiving.look_for_unfinished()
        qtbot.waitUntil(busy.is_set)
        window.receiving.receive(intake(given))
        closed_before_its_turn(window)
    assert window.session.close(PATIENCE_S)
    second = opened(chosen, qtbot)
    qtbot.waitUntil(second.list.unfinished.isVisible, timeout=LONG_MS)
    assert "into case PM-1" in second.list.unfinished.text.text()
    second.list.unfinished.go_on_button.click()
    idle(second, qtbot)
    assert kinds(second) == {"received": 5, "duplicate": 1, "refused": 2, "examined": 0}, "into the case that was not there yet"
    assert not note(second).exists()
    with held(Laboratory, "unfinished") as busy:
        second.receiving.look_for_unfinished()
        qtbot.waitUntil(busy.is_set)
        second.receiving.examine_waiting()
        closed_before_its_turn(second)
    assert second.session.close(PATIENCE_S)
    third = opened(chosen, qtbot)
    qtbot.waitUntil(third.list.unfinished.isVisible, timeout=LONG_MS)
    assert f"Done: 0 of {GOOD}" in third.list.unfinished.text.text()
    third.list.unfinished.leave_button.click()
    idle(third, qtbot)
    assert not note(third).exists()
    assert third.session.close(PATIENCE_S)


EXAMINE_ALL = """
import sys
from dataclasses import replace
from pathlib import Path
from forensix import settings
from forensix.domain.case import Examiner
from forensix.domain.delivery import Each
from forensix.gui.app import application, open_window
from PySide6.QtCore import QTimer
chosen = replace(settings.defaults(), casebook=Path(sys.argv[1]), added_models=Path(sys.argv[2]), model="tiny-resnet18", device="cpu")
app = application(chosen)
window = open_window(chosen, chosen.casebook)
window.show()
def begin():
    if window.session.casebook is None or window.session.bench.operations() or not window.list.model.rows:
        QTimer.singleShot(100, begin)
    else:
        window.receiving.examine_waiting()
QTimer.singleShot(100, lambda: (window.session.casebook and window.session.sign_in(Examiner("", "Anna Examiner")), begin()))
app.exec()
"""


@pytest.mark.long
@pytest.mark.timeout(900)
def test_kill_9_in_the_middle_and_nothing_is_lost_or_done_twice(chosen: Settings, tmp_path: Path, qtbot: QtBot) -> None:
    many, whole = tmp_path / "many", 24
    many.mkdir()
    for seed in range(whole):
        (many / f"hand-{seed:02}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, size=(320, 240)), laterality="L"))
    window = opened(chosen, qtbot)
    window.doors.create(chosen.casebook, ANNA, blind_first=True)
    idle(window, qtbot)
    window.receiving.receive(intake(many))
    idle(window, qtbot)
    program = tmp_path / "examine_all.py"
    program.write_text(EXAMINE_ALL, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, str(program), str(chosen.casebook), str(chosen.added_models)], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    deadline = time.monotonic() + 600
    while kinds(window)["examined"] < whole // 3:
        assert time.monotonic() < deadline and child.poll() is None
        time.sleep(0.1)
    window.receiving.look_for_unfinished()
    idle(window, qtbot)
    assert "in another window" in window.list.unfinished.text.text()
    os.kill(child.pid, signal.SIGKILL)
    child.wait(PATIENCE_S)
    done = kinds(window)["examined"]
    assert whole // 3 <= done < whole and note(window).exists()
    window.receiving.look_for_unfinished()
    idle(window, qtbot)
    assert f"Done: {done} of" in window.list.unfinished.text.text()
    window.list.unfinished.go_on_button.click()
    idle(window, qtbot)
    book = window.session.casebook
    assert book is not None
    examined = [event.details["radiograph"] for event in book.events() if event.kind == "examined"]
    assert len(examined) == len(set(examined)) == whole
    assert f"{whole - done} examined." in window.list.notice.text.text()
    assert all(finding.result != "failed" for finding in book.verify())
    window.panel.show_row(None, ())
    assert window.session.close(PATIENCE_S)
