"""Makes the window's pictures for the documentation, from made-up radiographs only, by doing the main job in a real window.

On Linux: ``xvfb-run -s "-screen 0 1366x768x24" python docs/make_screenshots.py``
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QWidget

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui import app as gui
from forensix.gui import theme
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.receive_dialog import ReceiveDialog
from forensix.gui.report_dialog import ReportDialog
from forensix.imaging import phantom
from forensix.settings import Settings

SIZE = (1366, 768)
PATIENCE_S = 300.0
PAGE_DRAWN_S = 2.0
EXAMINER = Examiner("", "Demonstration Examiner", Role.EXAMINER, "made up for the pictures")
PASSPHRASE = "four words make it"


class Studio:
    """A window, and the folder that its pictures go to."""

    def __init__(self, work: Path, out: Path, chosen: Settings) -> None:
        self.work, self.out = work, out
        self.app = gui.application(chosen)
        self.window = gui.open_window(chosen, demonstrate=lambda folder, chosen, progress: folder)
        self.window.setGeometry(0, 0, *SIZE)
        self.window.show()

    def settle(self) -> None:
        """Wait until the bench is idle and everything is painted."""
        self.until(lambda: not self.window.session.bench.operations())

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            self.app.processEvents()
            time.sleep(0.01)
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to rest")
        for _ in range(5):
            self.app.processEvents()

    def take(self, name: str) -> None:
        """The whole screen, with whatever dialog is on it."""
        self.rest(PAGE_DRAWN_S if any(isinstance(one, ReportDialog) for one in self.app.topLevelWidgets()) else 0.1)
        screen = self.window.screen()
        picture = screen.grabWindow(0, 0, 0, *SIZE)
        if picture.isNull():  # a platform without a screen to look at
            picture = self.window.grab()
        file = self.out / f"{name}.png"
        picture.save(str(file))
        with Image.open(file) as taken:
            taken.convert("RGB").save(file, optimize=True)

    def rest(self, seconds: float) -> None:
        """Let the window paint; QtPdf draws its pages in a thread of its own and tells nobody when it is done."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.01)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        def found() -> list[QWidget]:
            return [widget for widget in self.app.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]

        self.until(lambda: bool(found()))
        dialog = found()[0]
        assert isinstance(dialog, QDialog)
        return dialog


def radiographs(folder: Path) -> list[Path]:
    """Made-up hands of both sides and several ages, one blank, and one file that is no radiograph."""
    folder.mkdir(parents=True)
    files = []
    for seed, side, months in ((11, "L", 96), (12, "R", 84), (13, "L", 104), (14, "L", 160)):
        files.append(folder / f"hand-{seed}.dcm")
        files[-1].write_bytes(phantom.dicom(phantom.hand(seed, age_months=months, right=side == "R"), laterality=side))
    files.append(folder / "blank.dcm")
    files[-1].write_bytes(phantom.dicom(np.full((1600, 1200), 0.2, np.float32), laterality="L"))
    files.append(folder / "notes.dcm")
    files[-1].write_text("not a radiograph", encoding="utf-8")
    return files


def begin(studio: Studio) -> None:
    studio.settle()
    studio.take("first-start")
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


def conclude(studio: Studio) -> None:
    observe(studio)
    studio.take("estimate")
    studio.window.column.blocks.setChecked(True)
    studio.take("heatmap-blocks")
    studio.window.column.blocks.setChecked(False)
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
    dialog.passphrase.setText(PASSPHRASE)
    dialog.sign.click()
    studio.settle()
    studio.take("report-signed")
    dialog.accept()
    studio.settle()


def quick_look(studio: Studio) -> None:
    dialog = studio.window.receiving.quick_look(studio.work / "radiographs" / "hand-13.dcm")
    studio.settle()
    studio.take("quick-look")
    dialog.reject()


def light(studio: Studio) -> None:
    theme.wear(studio.app, "light")
    studio.take("light")
    studio.window.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
    studio.window.list.search.setText("right")
    studio.settle()
    studio.take("search")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=Path(__file__).parent / "images")
    asked.add_argument("--models", type=Path, help="a folder of bundles, beside those that ship")
    asked.add_argument("--model", default="")
    given = asked.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    with tempfile.TemporaryDirectory(prefix="forensix-pictures-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(work))
        chosen = replace(settings.defaults(), casebook=work / "own" / "casebook", model=given.model, device="cpu")
        chosen = replace(chosen, added_models=given.models) if given.models else chosen
        studio = Studio(work, given.out, chosen)
        for step in (begin, receive, examine, conclude, report, quick_look, light):
            step(studio)
        studio.window.session.close()


if __name__ == "__main__":
    main()
