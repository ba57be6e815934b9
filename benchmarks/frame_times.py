"""How long a frame of the radiograph takes to paint, beside drawing a ready pixmap: `python benchmarks/frame_times.py [FRAMES] [RATIO]`.

A made-up 3000 x 4000 radiograph of 16 bits in a view of 1366 x 768 device-independent pixels, drawn offscreen into a raster; RATIO is the
screen's device pixels for each of those (1 unless told). Frames of the kinds are taken in turn, in one run, so that they share the machine.
A frame that would come too late is drawn coarsely; the last column says how many were. Below: what holds the window longest at a time while
a coarse picture becomes a fine one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = sys.argv[2] if len(sys.argv) > 2 else "1"

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from forensix.domain.examination import Saliency
from forensix.domain.raster import raster_of
from forensix.domain.view import Window
from forensix.gui.radiograph_view import RadiographView

ROWS, COLUMNS = 4000, 3000
WIDTH, HEIGHT = 1366, 768


def made_up() -> NDArray[np.uint16]:
    """Smooth shapes and the noise of 16 bits; a uint16 array as a file holds it."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS]
    smooth = 30000 + 15000 * np.sin(rows / 181.0) * np.cos(columns / 97.0)
    return np.asarray((smooth + np.random.default_rng(1).normal(0, 400, smooth.shape)).clip(0, 65535), dtype=np.uint16)


def painter_of(view: RadiographView, target: QImage) -> Callable[[], None]:
    """Paints the view as a window system would ask it to."""

    def paint() -> None:
        view.render(target)

    return paint


def measure(view: RadiographView, kinds: dict[str, tuple[Callable[[int], None], Callable[[], None]]], frames: int) -> dict[str, np.ndarray]:
    """Milliseconds (frames, 3) of the movement of the hand and the paint that follows it: on the clock, of this thread's processor; and
    whether the picture was coarse.
    """
    times: dict[str, list[tuple[float, float, float]]] = {name: [] for name in kinds}
    for block in range(0, frames, 30):
        for name, (move, paint) in kinds.items():
            move(block)
            paint()
            view.sharpen()
            paint()
            for frame in range(block, min(block + 30, frames)):
                start, used = time.perf_counter(), time.thread_time()
                move(frame)
                paint()
                coarse = name != "ready pixmap" and view.coarse
                times[name].append(((time.perf_counter() - start) * 1e3, (time.thread_time() - used) * 1e3, float(coarse)))
    return {name: np.array(each) for name, each in times.items()}


def sharpened(app: QApplication, view: RadiographView, paint: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds of the longest turn of the event loop, on the clock and of the processor, from the last movement to the fine picture."""
    longest = used_most = 0.0
    while view.moving:
        start, used = time.perf_counter(), time.thread_time()
        app.processEvents()
        longest, used_most = max(longest, time.perf_counter() - start), max(used_most, time.thread_time() - used)
    start, used = time.perf_counter(), time.thread_time()
    paint()
    return 1e3 * max(longest, time.perf_counter() - start), 1e3 * max(used_most, time.thread_time() - used)


def main(frames: int) -> None:
    app = QApplication([])
    view = RadiographView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    app.processEvents()
    ratio = view.devicePixelRatioF()
    target = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    target.setDevicePixelRatio(ratio)
    pixels = made_up().astype(np.float32) / np.float32(65535)
    start = time.perf_counter()
    raster = raster_of(pixels)
    print(f"levels made in {time.perf_counter() - start:.2f} s; view {target.width()} x {target.height()} pixels of the screen")
    view.show_raster(raster, Window(0.2, 0.8))
    ready = QPixmap.fromImage(view.picture().copy())
    saliency = Saliency("grad_cam", "layer4", "male", np.random.default_rng(2).random((7, 7), dtype=np.float32), (7, 7), 1.0)
    paint = painter_of(view, target)

    def draw_pixmap() -> None:
        painter = QPainter(target)
        painter.drawPixmap(0, 0, ready)
        painter.end()

    def pan(frame: int) -> None:
        view.pan(*((7, 5) if frame % 30 < 15 else (-7, -5)))

    def window(frame: int) -> None:
        view.set_voi(Window(0.2 + 0.001 * (frame % 100), 0.8))

    def zoom(frame: int) -> None:
        view.zoom(1.02 if frame % 30 < 15 else 1 / 1.02)

    def nothing(frame: int) -> None:
        """A ready pixmap does not change."""

    def prepared(turn: float, mapped: bool, move: Callable[[int], None]) -> Callable[[int], None]:
        def moved(frame: int) -> None:
            if frame % 30 == 0 and (view.look.rotation, view.heatmap is not None) != (turn, mapped):
                view.reset()
                view.show_saliency(saliency if mapped else None)
                view.turn(turn)
                view.one_to_one()
            move(frame)

        return moved

    kinds = {
        "ready pixmap": (nothing, draw_pixmap),
        "panning": (prepared(0.0, False, pan), paint),
        "windowing": (prepared(0.0, False, window), paint),
        "panning, heatmap": (prepared(0.0, True, pan), paint),
        "windowing, heatmap": (prepared(0.0, True, window), paint),
        "panning, turned 3 degrees": (prepared(3.0, False, pan), paint),
        "windowing, turned 3 degrees": (prepared(3.0, False, window), paint),
        "zooming": (prepared(0.0, False, zoom), paint),
        "zooming, turned 3 degrees": (prepared(3.0, False, zoom), paint),
    }
    times = measure(view, kinds, frames)
    base = np.median(times["ready pixmap"][:, 0])
    heads = ("n", "median", "95 %", "99 %", "largest", "x pixmap", "processor", "its 95 %", "coarse")
    print(f"{'milliseconds':28}", *(f"{head:>9}" for head in heads))
    for name, each in times.items():
        half, most, nearly = np.percentile(each[:, 0], (50, 95, 99))
        used, used_most = np.percentile(each[:, 1], (50, 95))
        numbers = (half, most, nearly, each[:, 0].max(), half / base, used, used_most)
        print(f"{name:28}", f"{len(each):9d}", *(f"{number:9.2f}" for number in numbers), f"{each[:, 2].mean():9.0%}")
    found = []
    for _ in range(max(frames // 30, 3)):
        view.turn(1.0)
        view.zoom(1.02)
        paint()
        found.append(sharpened(app, view, paint))
    (half, used), (most, used_most) = np.percentile(found, 50, axis=0), np.max(found, axis=0)
    print(f"while it becomes sharp, turned: median {half:.1f}, largest {most:.1f}; of the processor {used:.1f}, {used_most:.1f} ms")
    view.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 600)
