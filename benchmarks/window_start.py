"""How long until the window is shown, and until the first heatmap of a file: each start in a process of its own, n and median.

python benchmarks/window_start.py --n 5

On a busy computer the clock says how busy it was: the processor time that the program had until then is printed beside it.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from forensix.imaging import phantom

START = """
import sys, time
begun = float(sys.argv[1])
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
from forensix import settings
from forensix.gui import app
chosen = replace(settings.defaults(), casebook=Path(sys.argv[2]) / "casebook", device="cpu")
application = app.application(chosen)
window = app.open_window(chosen)
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
print(time.time() - begun, time.process_time(), flush=True)
dialog = window.receiving.quick_look(Path(sys.argv[3]))
while dialog.column.view.heatmap is None:
    application.processEvents()
    time.sleep(0.02)
application.processEvents()
print(time.time() - begun, time.process_time(), flush=True)
window.session.close()
"""


def one(file: Path) -> list[tuple[float, float]]:
    """Seconds from the start of the process to the shown window, and to the first heatmap: on the clock, and of its processor."""
    with tempfile.TemporaryDirectory(prefix="forensix-start-") as folder:
        command = [sys.executable, "-c", START, str(time.time()), folder, str(file)]
        done = subprocess.run(command, env=os.environ | {"OMP_NUM_THREADS": "1"}, capture_output=True, text=True, check=True, timeout=600)
    return [(float(clock), float(processor)) for clock, processor in map(str.split, done.stdout.splitlines())]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--n", type=int, default=5)
    given = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="forensix-start-") as folder:
        file = Path(folder) / "hand.dcm"
        file.write_bytes(phantom.dicom(phantom.hand(11)))
        taken = [one(file) for _ in range(given.n)]
    load = f", load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""
    print(f"{platform.platform()}, Python {platform.python_version()}{load}")
    for name, starts in zip(("window shown", "first heatmap"), zip(*taken, strict=True), strict=True):
        clock, processor = (sorted(seconds) for seconds in zip(*starts, strict=True))
        span = f"n = {len(clock)}, {clock[0]:.2f} to {clock[-1]:.2f}"
        print(f"{name}: median {statistics.median(clock):.2f} s ({span}), of its processor {statistics.median(processor):.2f} s")


if __name__ == "__main__":
    main()
