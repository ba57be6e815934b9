"""Numbered steps from one casebook schema to the next; a step is never edited after a release."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from forensix.casebook import schema_1, schema_2
from forensix.casebook.connection import APPLICATION_ID, Database, Migrations, connect, translated
from forensix.domain.errors import CasebookNewer, CasebookUnavailable

SCHEMA = 2
"""The schema that this program writes."""

MIGRATIONS = Migrations("forensix")


@MIGRATIONS()
def schema_001(database: Any) -> None:
    for statement in schema_1.STATEMENTS:
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 1")


@MIGRATIONS()
def schema_002(database: Any) -> None:
    for statement in schema_2.STATEMENTS:
        database.execute(statement)
    database.execute("PRAGMA user_version = 2")


def check_schema(database: Database, path: Path, known: int = SCHEMA) -> int:
    """The casebook's schema number.

    Raises
    ------
    CasebookUnavailable
        The database is not a casebook, or is of a newer schema than `known`.
    """
    found, application = _pragma(database, "user_version"), _pragma(database, "application_id")
    if application != APPLICATION_ID:
        raise CasebookUnavailable(f"The database in {path.parent} is not a forensix casebook.", "Choose another folder.", str(path))
    if found > known:
        raise CasebookNewer(
            f"The casebook in {path.parent} has schema {found}; this program knows up to {known}.",
            "Open it with the newer version of forensix that wrote it.",
            str(path),
        )
    return found


def build(database: Database, migrations: Migrations = MIGRATIONS) -> None:
    """Make the newest tables in a database, all of them or none."""
    with database.atomic():
        migrations.apply(database)


def prepare(path: Path, *, migrations: Migrations = MIGRATIONS, known: int = SCHEMA) -> Path | None:
    """Put a casebook into WAL mode and bring it to the schema `known`; the copy that was made before, or None where nothing was to do."""
    with translated(path), contextlib.closing(connect(path)) as database:
        found = check_schema(database, path, known)
        if database.conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":  # a new one, or one restored from VACUUM INTO
            database.conn.execute("PRAGMA journal_mode = WAL").fetchone()
        if found == known:
            return None
        copy = _copy(database, path, found)
        build(database, migrations)
        return copy


def _copy(database: Database, path: Path, schema: int) -> Path:
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy = folder / f"casebook-schema-{schema}-{moment}.db"
    database.execute("VACUUM INTO ?", [str(copy)])
    with copy.open("rb+") as written:
        os.fsync(written.fileno())
    return copy


def _pragma(database: Database, name: str) -> int:
    return int(database.conn.execute(f"PRAGMA {name}").fetchone()[0])
