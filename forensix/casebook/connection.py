"""Connections to the casebook's database: the only file that names the SQLite driver, and where its errors are translated."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2

from forensix.domain.errors import (
    CasebookBusy,
    CasebookDamaged,
    CasebookMissing,
    CasebookUnavailable,
    CaseConflict,
    DiskFull,
    ForensixError,
)

# sqlite-utils takes the driver that is known as pysqlite3 when it is imported; Python's own SQLite may be older than MINIMUM_SQLITE.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

import sqlite_utils  # noqa: E402
from sqlite_utils import Migrations  # noqa: E402

__all__ = [
    "APPLICATION_ID",
    "MINIMUM_SQLITE",
    "Database",
    "Migrations",
    "check_sqlite",
    "connect",
    "in_memory",
    "reading",
    "translated",
    "writing",
]

APPLICATION_ID = 0x46525358  # "FRSX": a database that does not carry it is not a casebook
MINIMUM_SQLITE = (3, 51, 3)  # before it, concurrent checkpoints could corrupt a database in WAL mode (sqlite.org/wal.html#walresetbug)
BUSY_SECONDS = 20.0
LEAST_ROOM_BYTES = 64 * 1024

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # WAL with NORMAL may lose the last commits when the power fails
    "PRAGMA fullfsync = ON",  # macOS: F_FULLFSYNC, the disk's own cache too; elsewhere without effect
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)


class Database(sqlite_utils.Database):
    """A connection whose outermost `atomic` takes the write lock at once.

    sqlite-utils 4.2.1 begins with a plain BEGIN, which asks for the lock only at the first write and then fails with SQLITE_BUSY, without
    waiting, when another program has written since the first read.
    """

    @contextlib.contextmanager
    def atomic(self) -> Iterator[Database]:  # type: ignore[override]
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.conn.execute("BEGIN IMMEDIATE")
        try:
            yield self
            self.conn.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise


def check_sqlite(version: tuple[int, ...] = sqlcipher3.sqlite_version_info) -> None:
    """Refuse a SQLite with the WAL corruption bug.

    Raises
    ------
    CasebookUnavailable
    """
    if version < MINIMUM_SQLITE:
        found, needed = (".".join(map(str, numbers)) for numbers in (version, MINIMUM_SQLITE))
        raise CasebookUnavailable(
            f"SQLite {found} can damage a casebook that two programs use; {needed} or later is needed.",
            "Install sqlcipher3 0.6.4 or later.",
            f"SQLite {found}",
        )


def sqlite_version() -> str:
    return str(sqlcipher3.sqlite_version)


def connect(path: Path, *, create: bool = False, seconds: float = BUSY_SECONDS) -> Database:
    """An open connection for the calling thread; the caller closes it. A missing file is an error unless `create`, never a new database."""
    check_sqlite()
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    connection = sqlcipher3.connect(uri, uri=True, timeout=seconds, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def in_memory() -> Database:
    """A database that is gone when it is closed."""
    return Database(sqlcipher3.connect(":memory:", isolation_level=None), execute_plugins=False)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Database]:
    """One consistent view of the casebook, for one method."""
    with translated(path), contextlib.closing(connect(path)) as database:
        database.conn.execute("BEGIN")
        yield database
        database.conn.execute("COMMIT")


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Database]:
    """One transaction that holds the write lock from its start; committed at the end, undone by any exception."""
    with translated(path), contextlib.closing(connect(path)) as database, database.atomic():
        yield database


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the driver says into words for the examiner.

    Raises
    ------
    CasebookUnavailable
        Locked, read-only, full, not a database, damaged, missing.
    CaseConflict
        A row refers to something that the casebook does not hold, or is there already.
    """
    try:
        yield
    except sqlcipher3.IntegrityError as error:
        raise _conflict(error, path) from error
    except sqlcipher3.DatabaseError as error:
        unavailable = _unavailable(error, path)
        if unavailable is None:
            raise
        raise unavailable from error


def _conflict(error: Exception, path: Path) -> ForensixError:
    text = str(error)
    if "FOREIGN KEY" in text:
        return CaseConflict(
            "This refers to something that the casebook does not hold.",
            "Read the case again and choose what is still there.",
            path.parent.name,
        )
    if "UNIQUE" in text or "already there" in text:
        return CaseConflict("The casebook already holds this.", "Read the case again; nothing was changed.", path.parent.name)
    raise error  # any other broken constraint is a bug


_REASONS = {
    "SQLITE_BUSY": (
        "is in use by another program and did not become free in time",
        "Wait until the other program has finished, then try again.",
    ),
    "SQLITE_LOCKED": (
        "is in use by another program and did not become free in time",
        "Wait until the other program has finished, then try again.",
    ),
    "SQLITE_READONLY": ("cannot be written", "Copy the casebook to a disk that you may write, or ask for the right to write it."),
    "SQLITE_PERM": ("may not be opened", "Ask for the right to read and write its folder."),
    "SQLITE_FULL": ("could not be written because the disk is full; nothing was changed", "Free some space on the disk, then try again."),
    "SQLITE_NOTADB": ("is not a casebook, or is encrypted", "Choose another folder, or restore a backup into a new one."),
    "SQLITE_CORRUPT": ("is damaged", "Leave it as it is, and restore the latest backup into a new folder; the originals are untouched."),
    "SQLITE_CANTOPEN": ("cannot be opened", "Check that the folder is there, and that you may read and write it."),
    "SQLITE_IOERR": (
        "could not be read or written; nothing was changed",
        "Check that the disk is still connected and has space, then try again.",
    ),
}


_KINDS: dict[str, type[CasebookUnavailable]] = {
    "SQLITE_BUSY": CasebookBusy,
    "SQLITE_LOCKED": CasebookBusy,
    "SQLITE_FULL": DiskFull,
    "SQLITE_NOTADB": CasebookDamaged,
    "SQLITE_CORRUPT": CasebookDamaged,
}


def _unavailable(error: Exception, path: Path) -> CasebookUnavailable | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_IOERR") and _no_room(path.parent):  # the log's index cannot grow
        name = "SQLITE_FULL"
    for prefix, (what, remedy) in _REASONS.items():
        if name.startswith(prefix):
            kind = CasebookUnavailable if path.exists() else CasebookMissing
            return _KINDS.get(prefix, kind)(f"The casebook in {path.parent} {what}.", remedy, str(path))
    return None


def _no_room(folder: Path) -> bool:
    """Whether the disk is so full that SQLite cannot even keep the index of its log."""
    try:
        return shutil.disk_usage(folder).free < LEAST_ROOM_BYTES
    except OSError:
        return False
