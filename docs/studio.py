"""A real window on a folder of its own, and the pictures taken of it; see make_screenshots.py."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QWidget

from forensix.gui import app as gui
from forensix.gui.failure import CrashDialog
from forensix.gui.report_dialog import ReportDialog
from forensix.imaging import phantom
from forensix.settings import Settings

FAULT = "fault"
PATIENCE_S = 300.0
PAGE_DRAWN_S = 2.0


class Studio:
    """A window, and the folder that its pictures go to."""

    def __init__(self, work: Path, out: Path, chosen: Settings, size: tuple[int, int], only: Sequence[str]) -> None:
        self.work, self.out, self.only = work, out, tuple(only)
        self.taken: set[str] = set()
        self.app = gui.application(chosen)
        self.window = gui.open_window(chosen, demonstrate=lambda folder, chosen, progress: folder)
        ratio = self.window.devicePixelRatioF()
        self.size = (round(size[0] / ratio), round(size[1] / ratio))
        self.window.setGeometry(0, 0, *self.size)
        self.window.show()
        QCursor.setPos(*self.size)  # over nothing

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
        if self.only and name not in self.only:
            return
        self.taken.add(name)
        for one in self.app.topLevelWidgets():
            if isinstance(one, CrashDialog) and one.isVisible() and name != FAULT:
                raise RuntimeError(one.report.toPlainText())
        self.rest(PAGE_DRAWN_S if any(isinstance(one, ReportDialog) for one in self.app.topLevelWidgets()) else 0.1)
        screen = self.window.screen()
        picture = screen.grabWindow(0, 0, 0, *self.size)
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
