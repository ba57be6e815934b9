"""A batch in a real window, offscreen: files received and examined, how long it takes, how long the GUI thread is held, how memory grows.

uv run python benchmarks/batch_500.py [--files 500] [--rows 1600 --columns 1200]

The radiographs are made up. A timer of 10 ms beats on the GUI thread; a block is the time by which a beat is late. On a busy computer
a beat is late for other reasons too: the processor time of the GUI thread is printed beside it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer

from forensix import settings
from forensix.domain.case import CaseKind, Examiner
from forensix.gui.app import application, open_window
from forensix.gui.bench import Operation, Urgency
from forensix.gui.main_window import MainWindow
from forensix.gui.receive_dialog import Intake
from forensix.imaging import phantom

BEAT_MS = 10


class Heart(QObject):
    """Beats on the GUI thread and keeps its longest late beats, by what was going on."""

    def __init__(self) -> None:
        super().__init__()
        self.phase = "start"
        self.late: dict[str, list[tuple[float, float]]] = {}
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        wall, own = (1000 * (one - before) for one, before in zip(now, self._last, strict=True))
        self.late.setdefault(self.phase, []).append((wall - BEAT_MS, own))
        self._last = now

    def said(self) -> list[str]:
        lines = []
        for phase, beats in self.late.items():
            waits, own = (sorted(values, reverse=True) for values in zip(*beats, strict=True))
            over = sum(wait > 100 for wait in waits)
            lines.append(
                f"{phase:12} longest blocks {', '.join(f'{wait:.0f}' for wait in waits[:3])} ms; over 100 ms: {over} of {len(waits)}; "
                f"own processor time in one beat at the most {own[0]:.0f} ms"
            )
        return lines


class Run(QObject):
    """The steps one after the other, each when the bench has nothing left to do."""

    def __init__(self, window: MainWindow, folder: Path, heart: Heart) -> None:
        super().__init__()
        self.window, self.folder, self.heart = window, folder, heart
        self.began = time.perf_counter()
        self.first = 0.0
        self.lines: list[str] = []
        self.steps = iter((self.make, self.wait, self.receive, self.examine))
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def make(self) -> None:
        self.heart.phase = "first load"
        self.window.doors.create(self.folder / "casebook", Examiner("", "Benchmark"), blind_first=False)

    def wait(self) -> None:
        """What the window does by itself a moment after it was opened."""
        self.window.warm_up()

    def receive(self) -> None:
        self._begin("receive")
        self.window.receiving.receive(Intake("PM-1", "Benchmark", CaseKind.PM, "", "", "", (self.folder / "given",)))

    def examine(self) -> None:
        self._end()
        self._begin("examine")
        self.window.session.bench.settled.connect(self._first_map)
        self.window.receiving.examine_waiting()

    def _first_map(self, operation: Operation) -> None:
        if operation.urgency is Urgency.BATCH:
            self.first = self.first or time.perf_counter() - self.began

    def _begin(self, phase: str) -> None:
        self.heart.phase, self.began, self.memory = phase, time.perf_counter(), resident_mb()

    def _end(self) -> None:
        said = self.window.list.notice.text.text().splitlines()
        taken = time.perf_counter() - self.began
        self.lines.append(f"{self.heart.phase:12} {taken:.1f} s; {said[0] if said else ''} memory {self.memory} -> {resident_mb()} MB")

    def _look(self) -> None:
        if self.window.session.bench.operations():
            return
        step = next(self.steps, None)
        if step is not None:
            step()
            return
        self._end()
        self._timer.stop()
        self.window.close()


def resident_mb() -> int:
    """Resident memory of this process now, of Linux; its largest so far elsewhere."""
    if sys.platform == "linux":
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--files", type=int, default=500)
    asked.add_argument("--rows", type=int, default=1600)
    asked.add_argument("--columns", type=int, default=1200)
    given = asked.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "given").mkdir()
        for seed in range(given.files):
            pixels = phantom.hand(seed, size=(given.rows, given.columns))
            (folder / "given" / f"hand-{seed:04}.dcm").write_bytes(phantom.dicom(pixels, laterality="L"))
        (folder / "given" / "notes.txt").write_text("not a radiograph", encoding="utf-8")
        chosen = replace(settings.defaults(), casebook=folder / "casebook")
        app = application(chosen)
        began = time.perf_counter()
        window = open_window(chosen)
        window.show()
        heart = Heart()
        run = Run(window, folder, heart)
        app.exec()
        print(f"{given.files} files of {given.rows} x {given.columns} and one that is none; in all {time.perf_counter() - began:.1f} s")
        print(f"from the order to examine to the first estimate with its checked heatmap {run.first:.2f} s")
        print("\n".join([*run.lines, *heart.said()]))


if __name__ == "__main__":
    main()
