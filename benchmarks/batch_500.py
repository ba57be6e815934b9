"""A batch in a real window, offscreen: files received and examined, how long it takes, how long the GUI thread is held, how memory grows.

python benchmarks/batch_500.py [--files 500] [--rows 1600 --columns 1200] [--folder DIR] [--minutes 20]

The radiographs are made up: `DRAWN` hands, each again and again, moved by other pixels. A timer of 10 ms beats on the GUI thread; a block
is the time by which a beat is late. On a busy computer a beat is late for other reasons too: so the blocks are printed a second time as
the processor time that this program, all its threads together, had meanwhile, which is what a block would be on a computer of its own.

With --folder the files and the casebook stay there. A run that was killed is gone on with by the same command: the window is opened
on that casebook, and what it offers to finish is finished; then whatever was not examined yet is examined. After --minutes the batch is
cancelled as the examiner would.
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

import numpy as np
from PySide6.QtCore import QObject, QTimer

from forensix import settings
from forensix.domain.case import Examiner
from forensix.gui.app import application, open_window
from forensix.gui.bench import Operation, Urgency
from forensix.gui.main_window import MainWindow
from forensix.gui.receive_dialog import Intake
from forensix.imaging import phantom

BEAT_MS = 10
DRAWN = 20


class Heart(QObject):
    """Beats on the GUI thread and keeps its longest late beats, by what was going on."""

    def __init__(self) -> None:
        super().__init__()
        self.phase = "start"
        self.late: dict[str, list[tuple[float, float]]] = {}
        self._last = time.perf_counter(), time.process_time()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter(), time.process_time()
        wall, own = (1000 * (one - before) - BEAT_MS for one, before in zip(now, self._last, strict=True))
        self.late.setdefault(self.phase, []).append((wall, min(wall, own)))
        self._last = now

    def said(self) -> list[str]:
        lines = []
        for phase, beats in self.late.items():
            by_clock, of_processor = (sorted(values, reverse=True) for values in zip(*beats, strict=True))
            lines.append(
                f"{phase:12} {len(beats)} beats, blocks in ms by the clock: {blocks(by_clock)}; of the processor: {blocks(of_processor)}"
            )
        return lines


def blocks(late: list[float]) -> str:
    """The median and the longest of them, and how many are over 100 ms."""
    longest = ", ".join(f"{one:.0f}" for one in late[:3])
    return f"median {max(late[len(late) // 2], 0.0):.1f}, longest {longest}, over 100 ms {sum(one > 100 for one in late)}"


class Run(QObject):
    """The steps one after the other, each when the bench has nothing left to do."""

    def __init__(self, window: MainWindow, folder: Path, heart: Heart) -> None:
        super().__init__()
        self.window, self.folder, self.heart = window, folder, heart
        self.began = time.perf_counter()
        self.first = 0.0
        self.done = 0
        self.lines: list[str] = []
        window.session.bench.settled.connect(self._count)
        begun = (folder / "casebook" / "casebook.db").is_file()
        self.steps = iter((self.open, self.wait, self.go_on, self.examine) if begun else (self.make, self.wait, self.receive, self.examine))
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def make(self) -> None:
        self.heart.phase = "first load"
        self.window.doors.create(self.folder / "casebook", Examiner("", "Benchmark"), blind_first=False)

    def open(self) -> None:
        self.heart.phase = "first load"
        self.window.doors.open_folder(self.folder / "casebook", examiner=Examiner("", "Benchmark"))

    def wait(self) -> None:
        """What the window does by itself a moment after it was opened."""
        self.window.warm_up()

    def receive(self) -> None:
        self._begin("receive")
        self.window.receiving.receive(Intake("PM-1", (self.folder / "given",), incident="Benchmark"))

    def go_on(self) -> None:
        """Finish what a kill cut short, if the window offers it."""
        self._begin("go on")
        if self.window.list.unfinished.isVisible():
            self.lines.append(self.window.list.unfinished.text.text())
            self.window.list.unfinished.go_on.emit()

    def examine(self) -> None:
        self._end()
        self._begin("examine")
        self.window.receiving.examine_waiting()

    def stop(self) -> None:
        self.steps = iter(())
        self.window.session.bench.cancel_all()

    def _count(self, operation: Operation) -> None:
        if operation.urgency is Urgency.BATCH and not operation.cancelled:
            self.done += 1
            if self.heart.phase == "examine":
                self.first = self.first or time.perf_counter() - self.began

    def _begin(self, phase: str) -> None:
        self.heart.phase, self.began, self.memory, self.done = phase, time.perf_counter(), resident_mb(), 0

    def _end(self) -> None:
        said = self.window.list.notice.text.text().splitlines()
        taken = time.perf_counter() - self.began
        self.lines.append(
            f"{self.heart.phase:12} {taken:.1f} s, {60 * self.done / taken:.0f} files a minute; {said[0] if said else ''} "
            f"memory {self.memory} -> {resident_mb()} MB"
        )

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


def make_files(folder: Path, count: int, size: tuple[int, int]) -> None:
    """Write `count` DICOM files, no two with the same pixels."""
    drawn = [phantom.hand(seed, size=size) for seed in range(min(DRAWN, count))]
    for number in range(count):
        pixels = np.roll(drawn[number % DRAWN], number // DRAWN, axis=0)
        (folder / f"hand-{number:04}.dcm").write_bytes(phantom.dicom(pixels, laterality="L"))


def load_now() -> str:
    """How busy the computer was in the last minute, where it says so."""
    return f"; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors" if hasattr(os, "getloadavg") else ""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--files", type=int, default=500)
    asked.add_argument("--rows", type=int, default=1600)
    asked.add_argument("--columns", type=int, default=1200)
    asked.add_argument("--folder", type=Path)
    asked.add_argument("--minutes", type=float, default=0.0)
    given = asked.parse_args()
    with TemporaryDirectory() as name:
        folder: Path = given.folder or Path(name)
        (folder / "given").mkdir(parents=True, exist_ok=True)
        if not (folder / "casebook").exists():
            make_files(folder / "given", given.files, (given.rows, given.columns))
        (folder / "given" / "notes.txt").write_text("not a radiograph", encoding="utf-8")
        chosen = replace(settings.defaults(), casebook=folder / "opened below")
        app = application(chosen)
        began = time.perf_counter()
        window = open_window(chosen)
        window.show()
        heart = Heart()
        run = Run(window, folder, heart)
        if given.minutes:
            QTimer.singleShot(round(60_000 * given.minutes), run.stop)
        app.exec()
        print(f"{given.files} files of {given.rows} x {given.columns} and one that is none; in all {time.perf_counter() - began:.1f} s")
        print(f"from the order to examine to the first estimate with its heatmap {run.first:.2f} s{load_now()}")
        print("\n".join([*run.lines, *heart.said()]))


if __name__ == "__main__":
    main()
