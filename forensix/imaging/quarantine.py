"""Untrusted files are read in a child process under memory and time limits; a bomb or a crash costs one file, not the program.

The child is `python -m forensix.imaging.quarantined`, one for many files. It bounds damage by accident and by bombs; it is no sandbox
against a decoder that has been taken over, so its answers are parsed as data (JSON and raw pixels), never unpickled.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, BinaryIO

import numpy as np

from forensix.domain.case import Acquisition
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.bounds import MAX_PIXELS
from forensix.imaging.wire import acquisition_from, receive, send

MEMORY = 1536 << 20
SECONDS = 20.0
START_SECONDS = 60.0
END_SECONDS = 1.0
TOO_MUCH_MEMORY = 77
"""Exit code of a child whose own watchdog ended it."""
CHILD = "forensix.imaging.quarantined"
ANEW = "Export the radiograph anew from its source, uncompressed and at its own size."


class Quarantine:
    """Reads like `imaging.read`, in a child that is started at the first file, kept, and replaced after a kill or a crash.

    Parameters
    ----------
    memory_bytes : int
        What a file may take beyond the child's own size. On Linux the address space is limited (RLIMIT_AS); elsewhere the child
        watches its resident size ten times a second and ends itself.
    seconds : float
        Wall-clock time for one file.
    """

    def __init__(self, *, memory_bytes: int = MEMORY, seconds: float = SECONDS) -> None:
        self._memory_bytes = memory_bytes
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Quarantine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child; a later read starts another."""
        with self._lock:
            self._stop()

    def read(self, data: bytes, name: str = "") -> tuple[Acquisition, Pixels]:
        """The same as `imaging.read`; safe from any thread, one file at a time.

        Raises
        ------
        UnreadableRadiograph, UnsuitableRadiograph
            As `imaging.read`, and when the limits are passed or the reader crashes.
        """
        with self._lock:
            child = self._running()
            late = threading.Event()
            timer = threading.Timer(self._seconds, _end, (child, late))
            timer.start()
            try:
                answer, body = _asked(child, name, data)
            except (OSError, EOFError, ValueError) as error:
                timer.cancel()
                raise self._failed(child, late, name) from error
            finally:
                timer.cancel()
            if answer.get("restart"):
                self._stop()
        return _understood(answer, body, name)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = _started(self._memory_bytes)
        return self._child

    def _failed(self, child: subprocess.Popen[bytes], late: threading.Event, name: str) -> UnreadableRadiograph:
        self._stop()
        if late.is_set():
            return UnreadableRadiograph(f"Reading the file took too long (over {self._seconds:g} s) and was stopped.", ANEW, name)
        if child.returncode == TOO_MUCH_MEMORY:
            return UnreadableRadiograph("The picture is too large when unpacked.", ANEW, name)
        return UnreadableRadiograph("The reader crashed on this file; it is damaged or was made to do harm.", ANEW, name)

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        for pipe in (child.stdin, child.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # a broken pipe still has bytes to flush
                    pipe.close()
        try:
            child.wait(timeout=END_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _end(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _started(memory_bytes: int) -> subprocess.Popen[bytes]:
    """A child that has loaded its libraries; -P keeps the working folder, which may hold evidence, off its import path."""
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", CHILD, str(memory_bytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **one_thread},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=True,  # Ctrl-C in the terminal is for the program, which ends after the current file
    )
    timer = threading.Timer(START_SECONDS, child.kill)
    timer.start()
    try:
        ready, _ = receive(_pipe(child.stdout))
        if ready.get("ready") is not True:
            raise ValueError("an unexpected greeting")
    except (OSError, EOFError, ValueError) as error:
        child.kill()
        child.communicate()
        raise UnreadableRadiograph(
            "The reading process could not be started.", "Reinstall forensix, or run `forensix doctor` to see what is missing."
        ) from error
    finally:
        timer.cancel()
    return child


def _pipe(pipe: Any) -> BinaryIO:
    stream: BinaryIO = pipe
    return stream


def _asked(child: subprocess.Popen[bytes], name: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    send(_pipe(child.stdin), {"name": name}, data)
    return receive(_pipe(child.stdout))


def _understood(answer: dict[str, Any], body: bytes, name: str) -> tuple[Acquisition, Pixels]:
    if error := answer.get("error"):
        kinds = {kind.kind: kind for kind in (UnreadableRadiograph, UnsuitableRadiograph)}
        raise kinds.get(error["kind"], UnreadableRadiograph)(error["message"], error["remedy"], error["subject"] or name)
    rows, columns = (int(extent) for extent in answer["shape"])
    if not (0 < rows * columns <= MAX_PIXELS and len(body) == 4 * rows * columns):
        raise UnreadableRadiograph("The reader's answer makes no sense.", ANEW, name)
    pixels: Pixels = np.frombuffer(body, dtype="<f4").reshape(rows, columns).astype(np.float32)
    return acquisition_from(answer["acquisition"]), pixels
