"""Content-addressed, read-only files: an original is stored under its SHA-256 and hashed again whenever it is opened."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from forensix.domain.errors import CasebookUnavailable, DiskFull, EvidenceAltered

_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = ".unfinished-"
RESERVE_BYTES = 32 * 2**20  # kept free for the database, its log, and the report
_FULL = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)


class Evidence:
    """A folder of files named by their content.

    Parameters
    ----------
    suffix : str
        What follows the hash in a file's name: "" for originals, ".pdf" for reports.
    reserve_bytes : int
        Free space that must be left on the disk after a file was admitted.
    """

    def __init__(self, folder: Path, suffix: str = "", reserve_bytes: int = RESERVE_BYTES) -> None:
        self.folder = folder
        self.suffix = suffix
        self.reserve_bytes = reserve_bytes

    def path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256 in lower hex: {sha256!r}")
        return self.folder / f"{sha256}{self.suffix}"

    def holds(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def admit(self, data: bytes) -> str:
        """Store `data`, safely on the disk when this returns; its SHA-256. The same bytes again are the same item.

        Raises
        ------
        CasebookUnavailable
            The disk has no room, or cannot be written.
        EvidenceAltered
            The item is there already, but no longer with these bytes.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if self.holds(sha256):
            self.open(sha256)
        else:
            self._write(data, self.path(sha256))
        return sha256

    def open(self, sha256: str) -> bytes:
        """The file's bytes, hashed again.

        Raises
        ------
        EvidenceAltered
            Missing, unreadable, or no longer what was received.
        """
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise EvidenceAltered(f"The file {path.name} is missing from {self.folder}.", _REMEDY, sha256) from error
        except OSError as error:
            raise EvidenceAltered(f"The file {path.name} in {self.folder} cannot be read ({error.strerror}).", _REMEDY, sha256) from error
        found = hashlib.sha256(data).hexdigest()
        if found != sha256:
            raise EvidenceAltered(
                f"The file {path.name} in {self.folder} is not what was stored: its SHA-256 is now {found}.", _REMEDY, sha256
            )
        return data

    def require(self, sha256: str) -> None:
        """See that the file is there; no row is written before its file.

        Raises
        ------
        EvidenceAltered
        """
        if not self.holds(sha256):
            raise EvidenceAltered(f"The file {sha256}{self.suffix} is missing from {self.folder}.", _REMEDY, sha256)

    def unreferenced(self, referenced: Iterable[str]) -> Iterator[Path]:
        """Files that no row names, left by an interrupted act, in name order."""
        known = {f"{sha256}{self.suffix}" for sha256 in referenced}
        if self.folder.is_dir():
            yield from sorted(path for path in self.folder.iterdir() if path.name not in known)

    def _write(self, data: bytes, path: Path) -> None:
        unfinished = self.folder / f"{_UNFINISHED}{uuid.uuid4()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._require_space(len(data))
            write_durably(unfinished, data)
            unfinished.chmod(0o444)
            move_new(unfinished, path)
        except OSError as error:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise self._not_stored(error, len(data)) from error

    def _require_space(self, size: int) -> None:
        free = shutil.disk_usage(self.folder).free
        if free < size + self.reserve_bytes:
            raise OSError(errno.ENOSPC, f"{free} bytes are free")

    def _not_stored(self, error: OSError, size: int) -> CasebookUnavailable:
        if error.errno in _FULL:
            needed = size + self.reserve_bytes
            return DiskFull(
                f"The disk of {self.folder} is too full for a file of {size} bytes; nothing was stored.",
                f"Make at least {needed} bytes free on it, then receive the file again.",
                str(self.folder),
            )
        return CasebookUnavailable(
            f"A file could not be stored in {self.folder}: {error.strerror or error}.",
            "Check that the disk is connected and that you may write to it, then receive the file again.",
            str(self.folder),
        )


_REMEDY = "Keep everything as it is, and compare with the latest backup or with the source of the file."


def write_durably(path: Path, data: bytes) -> None:
    """Write a new file and wait until it is on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def move_new(source: Path, target: Path) -> None:
    """Rename within one folder, and wait until the folder is on the disk; a `target` with the same content that came first stays."""
    try:
        source.replace(target)
    except PermissionError:  # Windows: the read-only target was made by another program meanwhile
        if not target.is_file():
            raise
        source.chmod(0o644)
        source.unlink()
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's entries are on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
