"""Who is at work on a batch: a lock of the operating system beside its note, which ends with its program, however that ends."""

from __future__ import annotations

import errno
import sys
import time
from pathlib import Path
from typing import IO

TRIES, BETWEEN_S = 5, 0.02
"""Whoever only looks holds the lock for a moment too."""
HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system answers where another program holds it; with any other answer the folder knows no locks, and nobody is kept from work."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AtWork:
    """A lock that is held until it is released, or its program ends."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def release(self) -> None:
        self._file.close()


def take(file: Path) -> AtWork | None:
    """Take the lock `file`, made where it is not there; None while another holds it.

    Raises
    ------
    OSError
        The file cannot be made.
    """
    file.parent.mkdir(exist_ok=True)
    for _ in range(TRIES):
        opened = file.open("ab")
        if _locked(opened):
            return AtWork(opened)
        opened.close()
        time.sleep(BETWEEN_S)
    return None


def held(file: Path) -> bool:
    """Whether anybody holds the lock `file` now; where there is none, nobody does."""
    try:
        with file.open("r+b") as opened:
            return not _locked(opened)
    except OSError:
        return False


def _locked(opened: IO[bytes]) -> bool:
    try:
        _lock(opened)
    except OSError as error:
        return error.errno not in HELD
    return True
