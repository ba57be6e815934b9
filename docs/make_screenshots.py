"""Makes the window's pictures for the documentation, from made-up radiographs only, by doing the main job in a real window.

On Linux, all that the documentation shows, in four minutes on two cores without other work:
``xvfb-run -a -s "-screen 0 1366x768x24" python docs/make_screenshots.py``.

With ``--out FOLDER`` every state has a picture there, to be looked at: with ``--size 1920x1080``, or ``--size 2732x1536`` and
QT_SCALE_FACTOR=2, on a screen of that size, with ``--theme light`` and ``--language de`` in that form.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QComboBox, QMessageBox, QPushButton
from studio import FAULT, Studio, radiographs
from upkeep_pictures import upkeep

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CasebookBusy, CasebookDamaged, CasebookNewer, DiskFull, ModelRejected
from forensix.domain.examination import ObservedSex, Outcome
from forensix.domain.mark import MarkKind, Shape
from forensix.gui import keys, theme
from forensix.gui.compare import Mode
from forensix.gui.correct_dialog import CorrectDialog
from forensix.gui.failure import show_crash
from forensix.gui.first_start import CreateCasebookDialog
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.last_run import LastRun
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.report_dialog import ReportDialog, VerifiedDialog
from forensix.gui.review_step import ReviewDialog
from forensix.gui.settings_dialog import SettingsDialog
from forensix.gui.shortcut_table import ShortcutSheet
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.laboratory.resuming import EXAMINE
from forensix.laboratory.resuming import Batch as Note

DOCS = Path(__file__).parent
ITEM_DONE_S = 5.0
EXAMINER = Examiner("", "Demonstration Examiner", Role.EXAMINER, "made up for the pictures")
PASSPHRASE = "four words make it"


def begin(studio: Studio) -> None:
    studio.settle()
    studio.take("first-start")
    studio.window.doors.ask_create()
    create = studio.dialog(CreateCasebookDialog)
    studio.take("create-casebook")
    create.reject()
    book = Casebook.create(studio.work / "casebook", act=Act(actor=EXAMINER), blind_first=True, synthetic=True)
    studio.window.doors.open_folder(book.folder)
    studio.settle()
    studio.until(lambda: studio.window.pages.currentWidget() is studio.window.work)
    studio.take("empty-casebook")


def receive(studio: Studio) -> None:
    window = studio.window
    window.receiving.ask(radiographs(studio.work / "radiographs"))
    dialog = studio.dialog(ReceiveDialog)
    assert isinstance(dialog, ReceiveDialog)
    dialog.case.setCurrentText("PM-0001")
    dialog.incident.setCurrentText("Made-up incident")
    dialog.requester.setText("Made-up authority")
    studio.take("receive")
    dialog.accept()
    studio.settle()
    studio.take("received")


def examine(studio: Studio) -> None:
    window = studio.window
    window.list.table.selectAll()
    window.receiving.examine_selected()
    studio.until(lambda: window.session.bench.batch.done >= 1 or not window.session.bench.operations())
    studio.take("examining")
    window.status.pause_action.setChecked(True)
    studio.rest(ITEM_DONE_S)
    studio.take("batch-paused")
    window.status.pause_action.setChecked(False)
    studio.settle()
    window.list.notice.clear()
    choose(studio, "hand-11.dcm")
    studio.take("covered")


def choose(studio: Studio, name: str) -> None:
    row = next(row for row in studio.window.list.model.rows if row.radiograph.file_name == name)
    studio.window.list.choose(row.radiograph.id)
    studio.settle()


def observe(studio: Studio) -> None:
    step = studio.window.panel.observation
    step.outcome.setCurrentIndex(step.outcome.findData(ObservedSex.CANNOT_BE_TOLD))
    step.features.setPlainText("growth plates open; no pathology")
    step.lock.click()
    studio.settle()
    studio.window.panel.reveal()
    studio.settle()


def heatmaps(studio: Studio) -> None:
    """Blocks; male and female side by side; and one that fails a check."""
    studio.window.column.blocks.setChecked(True)
    studio.take("heatmap-blocks")
    studio.window.column.blocks.setChecked(False)
    step, area = studio.window.panel.heatmap, studio.window.panel.area
    make_heatmaps(studio)
    studio.take("heatmaps-side-by-side")
    for method in ("eigen_cam", "layer_cam", "hires_cam", "grad_cam_plus_plus"):
        step.method.setCurrentIndex(step.method.findData(method))
        make_heatmaps(studio)
        if step.current is not None and any(check.passed is False for check in step.current.checks):
            break
    else:
        raise RuntimeError("no heatmap of the made-up hand fails a check any more: choose another hand")
    area.ensureWidgetVisible(step.checks)
    studio.take("heatmap-failed")
    area.verticalScrollBar().setValue(0)


def make_heatmaps(studio: Studio) -> None:
    step, area = studio.window.panel.heatmap, studio.window.panel.area
    step.make.click()
    studio.settle()
    studio.rest(0.1)
    picture = step.pictures.itemAt(0)
    widget = None if picture is None else picture.widget()
    assert widget is not None
    area.ensureWidgetVisible(widget)


def marks(studio: Studio) -> None:
    column = studio.window.column
    column.heatmap.setChecked(False)
    for shape in (
        Shape(MarkKind.RULER, ((602.0, 577.0), (595.0, 748.0)), "third proximal phalanx"),
        Shape(MarkKind.ANGLE, ((735.0, 866.0), (680.0, 1215.0), (881.0, 1048.0))),
        Shape(MarkKind.ARROW, ((800.0, 1440.0), (640.0, 1384.0)), "growth plate open"),
    ):
        column.pen.drawn.emit(shape, "", None)
        studio.settle()
    studio.take("marks")
    column.heatmap.setChecked(True)


def compare(studio: Studio) -> None:
    window = studio.window
    window.comparing.open(next(row for row in window.list.model.rows if row.radiograph.file_name == "hand-14.dcm"))
    studio.settle()
    studio.take("compare")
    window.column.set_mode(Mode.BLEND)
    studio.take("compare-blend")
    window.column.step_back()


def conclude(studio: Studio) -> None:
    observe(studio)
    studio.take("estimate")
    heatmaps(studio)
    marks(studio)
    compare(studio)
    step = studio.window.panel.conclusion
    step.outcome.setCurrentIndex(step.outcome.findData(Outcome.INDETERMINATE))
    step.basis.setPlainText("A made-up radiograph: nothing follows from it.")
    step.conclude.click()
    studio.settle()
    area = studio.window.panel.area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    studio.take("concluded")
    area.verticalScrollBar().setValue(0)
    choose(studio, "blank.dcm")
    observe(studio)
    studio.take("not-evaluated")
    choose(studio, "hand-11.dcm")


def report(studio: Studio) -> None:
    studio.window.receiving.open_report()
    dialog = studio.dialog(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    studio.settle()
    studio.take("report-draft")
    dialog.new.click()
    identity = studio.dialog(IdentityDialog)
    assert isinstance(identity, IdentityDialog)
    identity.site.setText("Made-up site")
    for field in (identity.authority, identity.authority_again, identity.passphrase, identity.again):
        field.setText(PASSPHRASE)
    studio.take("identity")
    identity.create_button.click()
    studio.settle()
    dialog.key.secret.setText(PASSPHRASE)
    dialog.sign.click()
    studio.settle()
    studio.take("report-signed")
    dialog.accept()
    studio.settle()
    studio.window.receiving.verify_case()
    verified = studio.dialog(VerifiedDialog)
    studio.take("verified")
    verified.accept()
    upkeep(studio, PASSPHRASE)


def quick_look(studio: Studio) -> None:
    dialog = studio.window.receiving.quick_look(studio.work / "radiographs" / "hand-13.dcm")
    studio.settle()
    studio.take("quick-look")
    dialog.reject()


def tabs(studio: Studio) -> None:
    right = studio.window.right
    for tab, name in ((right.tags, "header"), (right.custody, "custody"), (right.model, "model")):
        right.go_to(tab)
        studio.settle()
        studio.take(name)
    right.setCurrentWidget(right.panel)


def settings_and_keys(studio: Studio) -> None:
    window = studio.window
    window.ask_settings()
    dialog = studio.dialog(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    studio.take("settings")
    rule = dialog.fields["threshold"]
    assert isinstance(rule, QComboBox)
    rule.setCurrentText("1.2")
    studio.take("settings-refused")
    rule.setCurrentText("0.95")
    dialog.tabs.setCurrentIndex(1)
    studio.take("settings-window")
    dialog.tabs.setCurrentWidget(dialog.shortcuts)
    studio.rest(0.1)
    dialog.shortcuts.select("Ctrl+E")
    dialog.shortcuts.wanted.setKeySequence("Ctrl+L")
    dialog.shortcuts.use()
    studio.take("settings-shortcuts")
    dialog.reject()
    window.menus.show_shortcuts()
    sheet = studio.dialog(ShortcutSheet)
    studio.take("shortcuts")
    sheet.reject()
    window.receiving.ask_correct()
    correct = studio.dialog(CorrectDialog)
    studio.take("correct")
    correct.reject()
    next(one for one in keys.actions_of(window) if one.property(keys.SHIPPED) == "Shift+F1").trigger()
    about = studio.dialog(QMessageBox)
    studio.take("about")
    about.reject()


def second_examiner(studio: Studio) -> None:
    window = studio.window
    window.doors.ask_who()
    who = studio.dialog(SignInDialog)
    studio.take("who-works")
    who.reject()
    window.session.sign_in(Examiner("", "Second Examiner", Role.EXAMINER, "made up for the pictures"))
    studio.settle()
    choose(studio, "hand-11.dcm")
    studio.take("second-examiner")
    for name in ("hand-11.dcm", "blank.dcm"):
        choose(studio, name)
        window.panel.observation.outcome.setCurrentIndex(1)
        window.panel.observation.lock.click()
        studio.settle()
    choose(studio, "hand-11.dcm")
    area = window.panel.area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    studio.take("review")
    window.panel.review.review_button.click()
    dialog = studio.dialog(ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    studio.take("review-dialog")
    for answer in dialog.answers.values():
        answer.setCurrentIndex(answer.findData(True))
    dialog.verdict.setCurrentIndex(dialog.verdict.findData(False))
    dialog.text.setPlainText("The wrist is cut by the lower edge; I would not rest an opinion on this radiograph.")
    studio.take("dissent")
    dialog.lock.click()
    studio.settle()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    studio.take("dissented")


def cut_short(studio: Studio) -> None:
    """A batch that a kill ended, as the next start finds it."""
    session = studio.window.session
    given = tuple(row.radiograph.id for row in studio.window.list.model.rows)
    session.act(studio.window, lambda laboratory, progress: laboratory.begin_batch(Note(EXAMINE, given)), lambda answer: None, title="")
    studio.settle()
    studio.window.receiving.look_for_unfinished()
    studio.settle()
    studio.take("batch-cut-short")
    studio.window.list.unfinished.leave_button.click()
    studio.settle()


def states(studio: Studio) -> None:
    window, folder = studio.window, studio.work / "casebook"
    full = DiskFull("The disk of the casebook is too full for a file of 26 MB; nothing was stored.", "Make at least 60 MB free on it.", "")
    refused = ModelRejected("The weights of the model do not have the SHA-256 that its card names.", "Install the model again.", "weights")
    newer = CasebookNewer("The casebook has schema 3; this program knows up to 2.", "Open it with the newer forensix that wrote it.", "")
    busy = CasebookBusy("Another program has been writing to the casebook for 20 s.", "", str(folder))
    damaged = CasebookDamaged("The casebook's database is damaged.", "Restore the latest backup: forensix restore FILE.", str(folder))
    said = ((full, "disk-full"), (refused, "model-refused"), (newer, "newer-casebook"), (busy, "casebook-busy"), (damaged, "damaged"))
    for error, name in said:
        window.states.take(error)
        studio.take(name)
    window.states.say_device("cuda", "cpu (cuda was asked for and is not there)")
    studio.take("no-gpu")
    window.states.say_last_run(LastRun("2026-01-01 08:00 UTC", folder, ""))
    studio.settle()
    studio.take("crash-at-last-start")
    window.states.leave()
    folder.rename(folder.with_name("moved"))
    window.look_again()
    studio.until(lambda: window.states.shown)
    studio.take("casebook-moved")
    folder.with_name("moved").rename(folder)
    again = window.states.screen.ways.itemAt(0)
    button = None if again is None else again.widget()
    assert isinstance(button, QPushButton)
    button.click()
    studio.settle()
    studio.until(lambda: window.pages.currentWidget() is window.work)
    fault = show_crash(window, RuntimeError("made up for the pictures"))
    studio.take(FAULT)
    fault.reject()


def other_theme(studio: Studio) -> None:
    other = "light" if theme.theme_of(studio.app).name == "dark" else "dark"
    theme.wear(studio.app, other)
    studio.take(other)
    studio.window.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
    studio.window.list.search.setText("right")
    studio.settle()
    studio.take("search")


def shown() -> list[str]:
    """The pictures that the documentation shows."""
    pages = [DOCS.parent / "README.md", *DOCS.rglob("*.md")]
    return sorted({name for page in pages for name in re.findall(r"images/([a-z0-9-]+)\.png", page.read_text(encoding="utf-8"))})


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, help="a folder for pictures of every state; without it, what the documentation shows is made")
    asked.add_argument("--models", type=Path, help="a folder of bundles, beside those that ship")
    asked.add_argument("--model", default="")
    asked.add_argument("--size", default="1366x768", help="pixels of the screen")
    asked.add_argument("--theme", choices=("dark", "light"), default="dark")
    asked.add_argument("--language", default="en")
    asked.add_argument("--only", nargs="*", default=(), help="names of pictures to keep; the others are passed over")
    given = asked.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    out, only = given.out or DOCS / "images", given.only or (() if given.out else shown())
    out.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    with tempfile.TemporaryDirectory(prefix="forensix-pictures-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(work))
        chosen = replace(settings.defaults(), casebook=work / "own" / "casebook", model=given.model, device="cpu")
        chosen = replace(chosen, theme=given.theme, language=given.language)
        chosen = replace(chosen, added_models=given.models) if given.models else chosen
        studio = Studio(work, out, chosen, (width, height), only)
        before_review = (begin, receive, examine, conclude, report, tabs, settings_and_keys, quick_look)
        for step in (*before_review, second_examiner, cut_short, states, other_theme):
            step(studio)
        missing = sorted(set(only) - studio.taken)
        studio.window.session.close()
    if missing:
        raise SystemExit(f"no step makes {', '.join(missing)}")


if __name__ == "__main__":
    main()
