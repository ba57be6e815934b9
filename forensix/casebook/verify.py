"""Whether a casebook is whole: its chain, its rows, its guards and its files; each answer in words for a lawyer."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

import rfc8785

from forensix.casebook import rows
from forensix.casebook.connection import Database, in_memory, reading
from forensix.casebook.entry import row_sha256
from forensix.casebook.evidence import Evidence
from forensix.casebook.migrations import build
from forensix.domain.custody import CustodyEvent, verify_chain
from forensix.domain.errors import CasebookUnavailable, CustodyBroken, EvidenceAltered

if TYPE_CHECKING:
    from forensix.casebook.reads import Reads

_CLOCK_TOLERANCE = timedelta(seconds=2)
_MAPPED = ("examiners", "incidents", "cases", "specimens", "radiographs", "observations", "examinations", "conclusions", "reviews",
           "reports", "signatures", "corrections", "marks", "site_records", "site_uses")  # fmt: skip

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked and what came of it."""

    check: str
    result: Literal["passed", "failed", "note"]
    subject: str
    meaning: str


def check(casebook: Reads, *, case_id: str | None = None, files: bool = True, progress: Progress | None = None) -> list[Finding]:
    """All findings, in the order of the checks; a damaged database is a finding too.

    Parameters
    ----------
    case_id : str, optional
        Hash only this case's originals and reports again; the chain and the rows are always checked whole.
    files : bool
        False leaves the originals and reports out.
    """
    tell = progress or _silent
    try:
        with reading(casebook.folder / "casebook.db") as database:
            database.conn.text_factory = _lenient
            tell("database", 0.0)
            found = [*_whole(_structure(database), "database", "The database is sound.")]
            found += _whole(_guards(database), "guards", "The guards that refuse to change or delete a row are all in place.")
            tell("chain", 0.1)
            found += _events(database, casebook)
            named = _named_files(database, case_id)
            every = _named_files(database, None)
            refused = _refused_files(database)
    except CasebookUnavailable as error:
        return [Finding("database", "failed", "casebook.db", f"{error.message} {error.remedy}")]
    if files:
        found += _files(casebook.evidence, "originals", named[0], every[0], tell, refused)
        found += _files(casebook.report_files, "reports", named[1], every[1], tell)
    tell("verified", 1.0)
    return found


def _silent(step: str, fraction: float) -> None:
    """Tell no one."""


def _lenient(data: bytes) -> str:
    """Text that is no UTF-8 any more still gets its finding: its row's hash differs."""
    return data.decode("utf-8", "backslashreplace")


def _whole(problems: Iterator[Finding], name: str, meaning: str) -> list[Finding]:
    """The problems, or the one finding that there are none."""
    return list(problems) or [Finding(name, "passed", "casebook", meaning)]


def _structure(database: Database) -> Iterator[Finding]:
    for (answer,) in database.conn.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield Finding("database", "failed", "casebook.db", f"The database is damaged: {answer}.")
    for table, _, parent, _ in database.conn.execute("PRAGMA foreign_key_check"):
        yield Finding("database", "failed", table, f"A row of {table} refers to a row of {parent} that is gone.")


def _schema(database: Database) -> dict[str, str]:
    return {row["name"]: row["sql"] for row in database.query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")}


def _guards(database: Database) -> Iterator[Finding]:
    """What the database's tables, indexes and triggers lack or have beside those that this program makes."""
    with contextlib.closing(in_memory()) as fresh:
        build(fresh)
        expected = _schema(fresh)
    present = _schema(database)
    for name in sorted(expected.keys() | present.keys()):
        if name not in present:
            yield Finding("guards", "failed", name, f"{name} is missing: rows could have been changed without being refused.")
        elif present[name] != expected.get(name):
            yield Finding("guards", "failed", name, f"{name} is not as this program makes it: someone changed the database's own rules.")


def _events(database: Database, casebook: Reads) -> list[Finding]:
    try:
        events = [rows.to_event(row) for row in database.query("SELECT * FROM custody ORDER BY sequence")]
        head = verify_chain(events)
    except CustodyBroken as error:
        return [Finding("chain", "failed", error.subject, f"{error.message} {error.remedy}")]
    except (ValueError, TypeError, rfc8785.CanonicalizationError) as error:
        return [Finding("chain", "failed", "custody", f"The custody log cannot be read any more: {error}.")]
    chain = Finding("chain", "passed", "custody", f"All {len(events)} custody events follow from one another; the last seal is {head}.")
    settings = _whole(_settings(database, casebook, events), "settings", "The casebook's id and settings are those of its first seal.")
    kept = _whole(_rows(database, events), "rows", "Every row is as its custody event recorded it, and none is missing.")
    return [chain, *settings, *kept, *_whole(_clock(events), "clock", "No clock was set back between two acts.")]


def _settings(database: Database, casebook: Reads, events: list[CustodyEvent]) -> Iterator[Finding]:
    if not events or events[0].kind != "created":
        yield Finding("settings", "failed", "custody", "The custody log does not begin with the making of the casebook.")
        return
    stored = {row["id"]: row["value"] for row in database.query("SELECT id, value FROM meta")}
    bound = events[0].details
    expected = {"id": bound.get("casebook"), **{name: str(bound.get(name)).lower() for name in ("blind_first", "synthetic")}}
    for name in sorted(expected.keys() | stored.keys()):
        if stored.get(name) != expected.get(name):
            meaning = (
                f"The setting {name} is {stored.get(name)!r}, but the first seal binds {expected.get(name)!r}: it was changed afterwards."
            )
            yield Finding("settings", "failed", name, meaning)
    for event in events:
        if event.casebook_id != expected["id"]:
            yield Finding("settings", "failed", f"event {event.sequence}", "This custody event belongs to another casebook.")


def _rows(database: Database, events: list[CustodyEvent]) -> Iterator[Finding]:
    """Compare each row with the hash that its event holds, both ways."""
    held = {
        (table, row_id): (event, sha256)
        for event in events
        for table, hashes in event.details.get("rows", {}).items()
        for row_id, sha256 in hashes.items()
    }
    for table in _MAPPED:
        for row in database.query(f"SELECT * FROM {table}"):
            event, sha256 = held.pop((table, row["id"]), (None, ""))
            if event is None:
                yield Finding("rows", "failed", f"{table} {row['id']}", "This row has no custody event: it was not written by the program.")
            elif event.sequence != row["event"] or _sha256_or_none(row) != sha256:
                yield Finding(
                    "rows",
                    "failed",
                    f"{table} {row['id']}",
                    f"This row is not as custody event {event.sequence} ({event.kind}) recorded it.",
                )
    for (table, row_id), (event, _) in held.items():
        yield Finding(
            "rows",
            "failed",
            f"{table} {row_id}",
            f"This row is gone; custody event {event.sequence} ({event.kind}) shows that it was written.",
        )


def _sha256_or_none(row: dict[str, Any]) -> str | None:
    try:
        return row_sha256(row)
    except rfc8785.CanonicalizationError:
        return None


def _clock(events: list[CustodyEvent]) -> Iterator[Finding]:
    """Where the wall clock went back, or lagged behind the clock that cannot be set."""
    for before, after in itertools.pairwise(events):
        passed = datetime.fromisoformat(after.at) - datetime.fromisoformat(before.at)
        same_run = before.boot_id == after.boot_id and before.host == after.host
        truly = timedelta(microseconds=(after.monotonic_ns - before.monotonic_ns) // 1000) if same_run else timedelta(0)
        back = max(truly, timedelta(0)) - passed
        if back > _CLOCK_TOLERANCE:
            yield Finding(
                "clock",
                "note",
                f"event {after.sequence}",
                f"Before custody event {after.sequence} ({after.kind}, {after.at}) the computer's clock was set back by "
                f"{back.total_seconds():.0f} seconds; the order of the events is certain, their times are not.",
            )


def _named_files(database: Database, case_id: str | None) -> tuple[list[str], list[str]]:
    """SHA-256 of the originals and of the report files that rows name."""
    where = {"case": case_id}
    originals = database.query("SELECT DISTINCT sha256 FROM radiographs WHERE case_id = coalesce(:case, case_id) ORDER BY sha256", where)
    reports = database.query(
        "SELECT DISTINCT s.file_sha256 AS sha256 FROM signatures s JOIN reports p ON p.id = s.report_id "
        "WHERE p.case_id = coalesce(:case, p.case_id) ORDER BY 1",
        where,
    )
    return [row["sha256"] for row in originals], [row["sha256"] for row in reports]


def _refused_files(database: Database) -> set[str]:
    """SHA-256 of what was given and not taken: the bytes are kept before they are read."""
    found = database.query("SELECT DISTINCT subject_sha256 AS sha256 FROM custody WHERE kind = 'refused' AND subject_sha256 IS NOT NULL")
    return {row["sha256"] for row in found}


def _files(
    store: Evidence, name: str, named: list[str], every: list[str], tell: Progress, refused: Set[str] = frozenset()
) -> list[Finding]:
    found = []
    for index, sha256 in enumerate(named):
        tell(name, index / len(named))
        try:
            store.open(sha256)
        except EvidenceAltered as error:
            found.append(Finding(name, "failed", sha256, f"{error.message} {error.remedy}"))
        except ValueError:
            found.append(Finding(name, "failed", sha256, "The row names no SHA-256, so its file cannot be found."))
    if not found:
        found = [Finding(name, "passed", name, f"All {len(named)} files are there, and their SHA-256 is what was recorded.")]
    kept = 0
    for path in store.unreferenced(every):
        if path.name in refused:
            kept += 1
            continue
        meaning = "No row names this file: an act was interrupted before it was recorded, or is under way."
        found.append(Finding(name, "note", path.name, meaning))
    if kept:
        said = f"Files that were refused when they were given, and are in no case, are kept: {kept}. Custody says why each was refused."
        found.append(Finding(name, "note", "refused", said))
    return found
