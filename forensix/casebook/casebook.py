"""The casebook: a folder with a database, originals and reports; made, opened, read, written and checked here."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Self

from forensix.casebook.act import Act
from forensix.casebook.clock import Clock
from forensix.casebook.connection import connect, reading, translated
from forensix.casebook.entry import Entry, insert
from forensix.casebook.evidence import sync_folder
from forensix.casebook.marks import Marks
from forensix.casebook.migrations import SCHEMA, build, prepare
from forensix.casebook.moves import Moves
from forensix.casebook.reads import DATABASE
from forensix.casebook.sites import Sites
from forensix.casebook.verify import Finding, check
from forensix.domain.errors import CasebookMissing, CasebookUnavailable

FOLDERS = ("originals", "reports", "identities", "trust")


class Casebook(Marks, Moves, Sites):
    """A casebook on disk.

    No connection is kept: each method opens one, uses it in its own thread, and closes it; so a casebook object may be shared between
    threads, and a casebook folder between programs.
    """

    @classmethod
    def create(cls, folder: Path, *, act: Act, blind_first: bool = True, synthetic: bool = False, clock: Clock | None = None) -> Self:
        """A new casebook; its id and these settings are bound by the first seal and never change.

        Raises
        ------
        CasebookUnavailable
            There is one already, or the folder cannot be written.
        """
        clock, path = clock or Clock(), folder / DATABASE
        if path.exists():
            raise CasebookUnavailable(f"There is a casebook in {folder} already.", "Open it, or choose another folder.", str(folder))
        settings = {"id": str(uuid.uuid4()), "blind_first": _word(blind_first), "synthetic": _word(synthetic)}
        unfinished = folder / f".{DATABASE}.{settings['id']}"
        try:
            for name in FOLDERS:
                (folder / name).mkdir(parents=True, exist_ok=True)
            _write_first(unfinished, settings, act, clock)
            unfinished.rename(path)
            sync_folder(folder)
            prepare(path)
        except OSError as error:
            raise _not_writable(folder, error) from error
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return cls(folder, settings, clock)

    @classmethod
    def open(cls, folder: Path, *, clock: Clock | None = None) -> Self:
        """An existing casebook; one of an older schema is copied to `backups/`, then brought to this program's.

        Raises
        ------
        CasebookUnavailable
            Missing, not a casebook, of a newer program, damaged, locked.
        """
        path = folder / DATABASE
        if not path.is_file():
            raise CasebookMissing(f"There is no casebook in {folder}.", "Choose another folder, or create a casebook there.", str(folder))
        prepare(path)
        with reading(path) as database:
            settings = {row["id"]: row["value"] for row in database.query("SELECT id, value FROM meta")}
        return cls(folder, settings, clock or Clock())

    def verify(
        self, *, case_id: str | None = None, files: bool = True, progress: Callable[[str, float], None] | None = None
    ) -> list[Finding]:
        """Check chain, rows, guards and files; see `verify.check`."""
        return check(self, case_id=case_id, files=files, progress=progress)


def _write_first(path: Path, settings: dict[str, str], act: Act, clock: Clock) -> None:
    """A whole database with its first event, under a name that no one opens yet."""
    with translated(path), contextlib.closing(connect(path, create=True)) as database:
        build(database)
        with database.atomic():
            for name, value in settings.items():
                insert(database, "meta", {"id": name, "value": value})
            first = Entry(database, settings["id"], act, clock)
            bound: dict[str, bool] = {name: settings[name] == "true" for name in ("blind_first", "synthetic")}
            first.record("created", None, None, casebook=settings["id"], schema=SCHEMA, **bound)


def _word(setting: bool) -> str:
    return "true" if setting else "false"


def _not_writable(folder: Path, error: OSError) -> CasebookUnavailable:
    return CasebookUnavailable(
        f"A casebook cannot be made in {folder}: {error.strerror or error}.", "Choose a folder that you may write to.", str(folder)
    )
