"""The driver: which SQLite, how it is set, and what its errors become; from real errors of a real SQLite."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from forensix.casebook import Act, Casebook
from forensix.casebook.connection import MINIMUM_SQLITE, check_sqlite, connect, reading, translated, writing
from forensix.domain.case import Examiner
from forensix.domain.errors import CasebookUnavailable, CaseConflict
from tests.support.patience import PROCESS_S

from . import made


@pytest.fixture
def path(copied: Casebook) -> Path:
    return copied.folder / "casebook.db"


def test_the_settings_that_keep_commits_are_on_for_every_connection(path: Path) -> None:
    with contextlib.closing(connect(path)) as database:
        values = {
            name: database.conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "foreign_keys",
                "synchronous",
                "fullfsync",
                "checkpoint_fullfsync",
                "busy_timeout",
                "recursive_triggers",
            )
        }
    assert values == {
        "journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "fullfsync": 1, "checkpoint_fullfsync": 1,
        "busy_timeout": 20000, "recursive_triggers": 1,
    }  # fmt: skip


def test_every_table_is_strict(path: Path) -> None:
    with reading(path) as database:
        tables = {row["name"]: row["strict"] for row in database.query("PRAGMA table_list") if row["schema"] == "main"}
    own = {name: strict for name, strict in tables.items() if not name.startswith(("sqlite_", "_sqlite"))}
    assert len(own) == 17 and set(own.values()) == {1}


def test_sqlite_utils_uses_the_driver_that_the_casebook_registers() -> None:
    code = "import forensix.casebook, sqlite_utils.db, sqlcipher3; assert sqlite_utils.db.sqlite3 is sqlcipher3"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PROCESS_S)


def test_a_sqlite_with_the_wal_bug_is_refused() -> None:
    check_sqlite(MINIMUM_SQLITE)
    with pytest.raises(CasebookUnavailable, match=r"SQLite 3\.51\.2 .* 3\.51\.3"):
        check_sqlite((3, 51, 2))


def test_a_writer_holds_the_lock_from_its_start(path: Path) -> None:
    busy = pytest.raises(CasebookUnavailable, match="in use by another program")
    with writing(path), busy as caught, translated(path), contextlib.closing(connect(path, seconds=0.05)) as second, second.atomic():
        pytest.fail("two writers at once")
    assert caught.value.remedy
    with reading(path) as database:  # a reader does not wait
        assert database.conn.in_transaction


def test_a_transaction_within_a_transaction_is_undone_alone(path: Path) -> None:
    with writing(path) as database:
        database.execute("CREATE TABLE kept (n INTEGER)")
        with pytest.raises(ZeroDivisionError), database.atomic():
            database.execute("INSERT INTO kept VALUES (1)")
            raise ZeroDivisionError
        database.execute("INSERT INTO kept VALUES (2)")
    with reading(path) as database:
        assert list(database.query("SELECT n FROM kept")) == [{"n": 2}]


def test_an_exception_undoes_the_whole_write(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writing(path) as database:
        database.execute("CREATE TABLE undone (n INTEGER)")
        raise ZeroDivisionError
    with reading(path) as database:
        assert "undone" not in database.table_names()


def test_a_full_disk_is_said_so_and_nothing_is_changed(path: Path) -> None:
    with pytest.raises(CasebookUnavailable, match="disk is full; nothing was changed"), writing(path) as database:
        database.conn.execute(f"PRAGMA max_page_count = {database.conn.execute('PRAGMA page_count').fetchone()[0]}")
        database.execute("CREATE TABLE large (bytes BLOB)")
        database.execute("INSERT INTO large VALUES (zeroblob(1000000))")
    assert {finding.result for finding in Casebook.open(path.parent).verify()} == {"passed"}


def test_a_read_only_casebook_is_said_so(path: Path) -> None:
    with pytest.raises(CasebookUnavailable, match="cannot be written"), translated(path), contextlib.closing(connect(path)) as database:
        database.conn.execute("PRAGMA query_only = ON")
        database.execute("CREATE TABLE t (n INTEGER)")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hello, this is no database at all " * 100, "not a casebook, or is encrypted"),
        (b"", "not a forensix casebook"),
        (None, "no casebook in"),
    ],
)
def test_what_is_no_casebook_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes | None, words: str) -> None:
    if content is not None:
        (tmp_path / "casebook.db").write_bytes(content)
    with pytest.raises(CasebookUnavailable, match=words):
        Casebook.open(tmp_path)
    left = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert left == ({} if content is None else {"casebook.db": content})


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with made.other_program(tmp_path) as database:
        database.execute("CREATE TABLE moz_cookies (id INTEGER)")
    with pytest.raises(CasebookUnavailable, match="not a forensix casebook"):
        Casebook.open(tmp_path)


def test_a_damaged_casebook_is_refused_in_words(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(bytes(data))
    with pytest.raises(CasebookUnavailable, match="is damaged"):
        Casebook.open(path.parent)


def test_a_database_copied_without_its_log_is_no_surprise(copied: Casebook, tmp_path: Path) -> None:
    """A copy of casebook.db alone lacks what is in the -wal beside it: the casebook leaves none behind after each act."""
    assert not (copied.folder / "casebook.db-wal").exists()
    (tmp_path / "alone").mkdir()
    shutil.copy(copied.folder / "casebook.db", tmp_path / "alone")
    assert Casebook.open(tmp_path / "alone").head() == copied.head()


def test_a_broken_reference_is_a_conflict_and_a_bug_stays_a_bug(path: Path) -> None:
    with pytest.raises(CaseConflict, match="does not hold"), writing(path) as database:
        database.execute("INSERT INTO specimens VALUES ('s', 'nowhere', 'A', 'hand', 'left', '', 1)")
    with pytest.raises(Exception, match="never changed") as caught, writing(path) as database:
        database.execute("UPDATE cases SET number = '1'")
    assert type(caught.value).__name__ == "IntegrityError"
    with pytest.raises(Exception, match="no such table") as caught, reading(path) as database:
        list(database.query("SELECT * FROM nowhere"))
    assert type(caught.value).__name__ == "OperationalError"


def test_a_folder_that_cannot_hold_a_casebook(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CasebookUnavailable, match="cannot be made"):
        Casebook.create(tmp_path / "file" / "book", act=Act(Examiner(made.new_id(), "Dr A")))


def test_a_folder_with_odd_characters_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "Fälle 100% #1? & Иван"
    book = Casebook.create(folder, act=Act(Examiner(made.new_id(), "Dr A")))
    assert Casebook.open(folder).id == book.id
