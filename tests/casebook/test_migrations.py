"""From one schema to the next: a copy first, all or nothing, never backwards; every released schema still opens."""

from __future__ import annotations

import contextlib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from forensix.casebook import Casebook
from forensix.casebook.backup import restore
from forensix.casebook.connection import Migrations, connect
from forensix.casebook.migrations import MIGRATIONS, SCHEMA, prepare
from forensix.domain.case import CaseStatus, Side
from forensix.domain.errors import CasebookUnavailable
from forensix.domain.examination import Outcome

from . import made

SAVED = Path(__file__).parents[1] / "data" / "casebooks"


def next_schema(fail: bool = False) -> Migrations:
    """This program's migrations with one more."""
    migrations = deepcopy(MIGRATIONS)

    @migrations(name="schema_next")
    def further(database: Any) -> None:
        database.execute("ALTER TABLE observations ADD COLUMN duration_seconds INTEGER")
        database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        if fail:
            raise ZeroDivisionError

    return migrations


def test_a_new_casebook_has_this_programs_schema(copied: Casebook) -> None:
    with contextlib.closing(connect(copied.folder / "casebook.db")) as database:
        assert MIGRATIONS.pending(database) == []
        assert database.conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA == len(MIGRATIONS.applied(database))
    assert prepare(copied.folder / "casebook.db") is None
    assert not (copied.folder / "backups").exists()


def test_an_older_casebook_is_copied_then_brought_up_and_still_verifies(copied: Casebook) -> None:
    path = copied.folder / "casebook.db"
    copy = prepare(path, migrations=next_schema(), known=SCHEMA + 1)
    assert copy is not None and copy.parent == copied.folder / "backups"
    assert prepare(path, migrations=next_schema(), known=SCHEMA + 1) is None
    with contextlib.closing(connect(copy)) as database:
        assert database.conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
        assert database.conn.execute("SELECT count(*) FROM custody").fetchone()[0] == copied.head()[0]
    results = {finding.check: finding.result for finding in copied.verify()}
    assert results["rows"] == results["chain"] == "passed"  # a column added later changes no hash


def test_a_migration_that_fails_changes_nothing(copied: Casebook) -> None:
    before = copied.head()
    with pytest.raises(ZeroDivisionError):
        prepare(copied.folder / "casebook.db", migrations=next_schema(fail=True), known=SCHEMA + 1)
    book = Casebook.open(copied.folder)
    assert book.head() == before and {finding.result for finding in book.verify()} == {"passed"}


def test_a_casebook_of_a_newer_program_is_refused(copied: Casebook) -> None:
    with made.other_program(copied.folder) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(CasebookUnavailable, match=f"schema 99; this program knows up to {SCHEMA}") as caught:
        Casebook.open(copied.folder)
    assert "newer version" in caught.value.remedy


def test_a_copy_that_was_made_is_never_overwritten(copied: Casebook) -> None:
    path = copied.folder / "casebook.db"
    copies: set[Path] = set()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            prepare(path, migrations=next_schema(fail=True), known=SCHEMA + 1)
        copies |= set((copied.folder / "backups").iterdir())
    assert len(copies) == 2


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_the_casebook_that_a_release_saved_still_opens(tmp_path: Path, schema: int) -> None:
    findings = restore(SAVED / f"schema-{schema}.zip", tmp_path / "book")
    assert {finding.result for finding in findings} == {"passed"}
    book = Casebook.open(tmp_path / "book")
    assert book.synthetic and [case.number for case in book.cases()] == ["PM-0001", "PM-0002"]
    first = book.worklist()[0]
    assert (first.state, first.radiograph.side, first.case.requester) == (CaseStatus.ISSUED, Side.RIGHT, "Police")
    run = book.examinations(first.radiograph.id)[0]
    assert run.saliency is not None and run.saliency.map is not None and run.saliency.map.shape == (7, 7)
    assert (run.sex.outcome, run.sex.limitations[0].kind) == (Outcome.MALE, "subadult")
    assert book.radiograph(first.radiograph.id).acquisition == made.acquisition()
    assert book.evidence.open(first.radiograph.sha256) == b"made-up bytes, no radiograph"
    assert [signature.field for signature in book.signatures(book.reports(first.case.id)[0].id)] == ["Examiner", "Reviewer"]
