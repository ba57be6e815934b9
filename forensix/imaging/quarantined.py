"""The quarantined reader itself: a child process that answers one file at a time until its input ends."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from typing import Any, BinaryIO

from forensix.domain.errors import ForensixError, UnreadableRadiograph
from forensix.imaging import read
from forensix.imaging.importers import installed
from forensix.imaging.quarantine import TOO_MUCH_MEMORY
from forensix.imaging.wire import acquisition_as, receive, send

COMPLAINTS = 2
CORRUPT = "Corrupt JPEG data"
"""How libjpeg's warnings begin that mean wrong pixels."""


def main(memory_bytes: int) -> None:
    answers = _own_output()
    _hear_complaints()
    importers = [importer.NAME for importer in installed()]  # their libraries are loaded before the first file's clock runs
    _limit_memory(memory_bytes)
    send(answers, {"ready": True, "importers": importers})
    questions = sys.stdin.buffer
    while True:
        try:
            header, data = receive(questions)
        except EOFError:
            return
        _answer(answers, str(header["name"]), data)


def _own_output() -> BinaryIO:
    """The pipe to the program, for answers alone: C libraries print to file descriptor 1, which from here on leads nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _hear_complaints() -> None:
    """Let C libraries print to a file what they print to file descriptor 2."""
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), COMPLAINTS)


def _complaints() -> list[str]:
    """The lines since the last call."""
    os.lseek(COMPLAINTS, 0, os.SEEK_SET)
    said = os.read(COMPLAINTS, 4096)
    os.ftruncate(COMPLAINTS, 0)
    os.lseek(COMPLAINTS, 0, os.SEEK_SET)
    return said.decode("utf-8", "replace").splitlines()


def _check_complaints(name: str) -> None:
    """Refuse a picture of which libjpeg has said, where no caller is told, that its pixels are wrong."""
    damage = next((line for line in _complaints() if CORRUPT in line), None)
    if damage:
        raise UnreadableRadiograph(f"The file is damaged: its decoder says {damage[:100]!r}.", "Copy it again from its source.", name)


def _answer(answers: BinaryIO, name: str, data: bytes) -> None:
    _complaints()
    try:
        acquisition, pixels = read(data, name)
        _check_complaints(name)
        header: dict[str, Any] = {"acquisition": acquisition_as(acquisition), "shape": pixels.shape}
        body = pixels.astype("<f4", copy=False).tobytes()
    except ForensixError as error:
        # memory that ran out leaves holes; the next file gets a fresh process
        header, body = {"error": error.as_dict(), "restart": isinstance(error.__cause__, MemoryError)}, b""
    except MemoryError:
        refusal = UnreadableRadiograph("The picture is too large when unpacked.", "Export the radiograph at its own size.", name)
        header, body = {"error": refusal.as_dict(), "restart": True}, b""
    send(answers, header, body)


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  (a kernel file)
            own = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (own + memory_bytes, own + memory_bytes))
    else:
        watch(memory_bytes + resident(), resident, lambda: os._exit(TOO_MUCH_MEMORY))


def watch(limit: int, size: Callable[[], int], end: Callable[[], None]) -> threading.Thread:
    """Call `end` once `size` passes `limit`; a thread, so a decoder that never lets go of the interpreter is left to the time limit."""

    def look() -> None:
        while size() <= limit:
            time.sleep(0.1)
        end()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    return thread


def resident() -> int:
    """The resident size of this process in bytes; its peak where the system tells only that."""
    if sys.platform == "win32":
        return _resident_on_windows()
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _resident_on_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize", "a", "b", "c", "d", "PagefileUsage", "e")),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD)
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.PagefileUsage)


if __name__ == "__main__":
    main(int(sys.argv[1]))
