"""What verify finds after each way of changing a casebook behind its back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from forensix.casebook import Act, Casebook, Finding
from forensix.domain.errors import Cancelled, CaseConflict

from . import made
from .conftest import SetClock


def failed(casebook: Casebook) -> list[Finding]:
    return [finding for finding in casebook.verify() if finding.result == "failed"]


def test_an_untouched_casebook_passes_every_check(finished: Casebook) -> None:
    findings = finished.verify()
    assert [finding.check for finding in findings] == ["database", "guards", "chain", "settings", "rows", "clock", "originals", "reports"]
    assert {finding.result for finding in findings} == {"passed"}
    assert finished.head()[1] in findings[2].meaning


@pytest.mark.parametrize(
    ("statement", "check", "words"),
    [
        ("UPDATE examinations SET sex = replace(sex, '0.97', '0.99')", "rows", "not as custody event 5 (examined)"),
        ("UPDATE examinations SET saliency_map = zeroblob(196)", "rows", "not as custody event 5"),
        ("UPDATE observations SET outcome = 'male'", "rows", "not as custody event 4 (observed)"),
        ("UPDATE conclusions SET basis = CAST(x'ff41' AS TEXT)", "rows", "(concluded)"),
        ("UPDATE reports SET version = 9007199254740993", "rows", "(issued)"),
        ("UPDATE examiners SET name = 'Dr Z'", "rows", "(created)"),
        ("UPDATE reports SET record = x'7b7d'", "rows", "(issued)"),
        ("DELETE FROM reviews", "rows", "This row is gone; custody event 7 (reviewed)"),
        ("INSERT INTO incidents VALUES ('i', 'Flood', '', 2)", "rows", "no custody event"),
        ("UPDATE custody SET reason = 'mistake' WHERE sequence = 3", "chain", "custody event 3 (received)"),
        ("UPDATE custody SET details = '{' WHERE sequence = 3", "chain", "cannot be read"),
        ("DELETE FROM custody WHERE sequence = 4", "chain", "Custody event 4 is missing"),
        ("DELETE FROM custody WHERE sequence = 8", "database", "gone"),
        ("UPDATE meta SET value = 'false' WHERE id = 'blind_first'", "settings", "first seal binds 'true'"),
        ("UPDATE meta SET value = 'other' WHERE id = 'id'", "settings", "'other'"),
        ("DELETE FROM meta WHERE id = 'synthetic'", "settings", "None"),
        ("INSERT INTO meta VALUES ('encrypted', 'true')", "settings", "encrypted"),
        ("UPDATE cases SET incident_id = 'nowhere'", "database", "that is gone"),
    ],
)
def test_a_change_by_someone_who_dropped_the_triggers_is_found(copied: Casebook, statement: str, check: str, words: str) -> None:
    made.tamper(copied.folder, statement)
    found = failed(copied)
    assert any(finding.check == check and words in f"{finding.meaning} {finding.subject}" for finding in found), found


def test_a_cut_tail_leaves_rows_without_their_events(copied: Casebook) -> None:
    made.tamper(copied.folder, "DELETE FROM custody WHERE sequence >= 7")
    found = [finding for finding in failed(copied) if finding.check == "rows"]
    assert [finding.subject.split()[0] for finding in found] == ["reviews", "reports", "signatures", "corrections"]


def test_missing_and_changed_guards_are_named(casebook: Casebook) -> None:
    with made.other_program(casebook.folder) as database:
        database.execute("DROP TRIGGER observations_no_update")
        database.execute("DROP TRIGGER custody_no_gap")
        database.execute("CREATE TRIGGER custody_no_gap BEFORE INSERT ON custody BEGIN SELECT 1; END")
        database.execute("CREATE TABLE own_notes (text TEXT)")
    assert [finding.subject for finding in failed(casebook)] == ["custody_no_gap", "observations_no_update", "own_notes"]


@pytest.mark.parametrize(
    "table",
    ["meta", "custody", "examiners", "incidents", "cases", "specimens", "radiographs", "observations", "examinations", "conclusions",
     "reviews", "reports", "signatures", "corrections"],
)  # fmt: skip
def test_no_program_can_change_delete_or_replace_a_row(copied: Casebook, table: str) -> None:
    with made.other_program(copied.folder) as database:
        column = database.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk = 0").fetchone()[0]
        for statement in (
            f"UPDATE {table} SET {column} = {column}",
            f"DELETE FROM {table}",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        ):
            with pytest.raises(made.IntegrityError, match=r"never|already there|must follow"):
                database.execute(statement)
    assert failed(copied) == []


def test_a_gap_in_the_custody_log_is_refused(casebook: Casebook) -> None:
    with made.other_program(casebook.folder) as database:
        row = dict(database.execute("SELECT * FROM custody").fetchone())
        for sequence, previous in ((3, row["seal"]), (2, row["previous"])):
            values = {**row, "sequence": sequence, "previous": previous}
            with pytest.raises(made.IntegrityError, match="must follow the last one"):
                database.execute(f"INSERT INTO custody VALUES ({', '.join('?' * len(values))})", list(values.values()))


def test_an_altered_a_missing_and_an_unreferenced_file_are_found(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    first, second = made.received(casebook, act, case, b"1"), made.received(casebook, act, case, b"2")
    path = casebook.evidence.path(first.sha256)
    path.chmod(0o644)
    path.write_bytes(b"3")
    casebook.evidence.path(second.sha256).unlink()
    stray = casebook.report_files.admit(b"%PDF never issued")
    findings = casebook.verify()
    assert {finding.subject for finding in findings if finding.result == "failed"} == {first.sha256, second.sha256}
    assert [finding.subject for finding in findings if finding.result == "note"] == [f"{stray}.pdf"]
    assert not any(finding.check in ("originals", "reports") for finding in casebook.verify(files=False))


def test_a_refused_file_that_is_kept_is_said_to_be_one_and_not_an_interrupted_act(casebook: Casebook, act: Act) -> None:
    case = made.opened(casebook, act)
    made.received(casebook, act, case, b"1")
    casebook.refused(case.id, "notes.txt", casebook.evidence.admit(b"no radiograph"), "It is none.", act)
    casebook.refused(None, "gone.txt", "", "It could not be opened.", act)
    notes = [finding for finding in casebook.verify() if finding.result == "note"]
    assert [(finding.subject, finding.meaning[-39:]) for finding in notes] == [("refused", ": 1. Custody says why each was refused.")]
    stray = casebook.evidence.admit(b"interrupted")
    assert {finding.subject for finding in casebook.verify() if finding.result == "note"} == {"refused", stray}


def test_one_case_can_be_checked_without_the_files_of_the_others(casebook: Casebook, act: Act) -> None:
    first, item, _ = made.whole_case(casebook, act, "PM-1", b"1")
    second, _, _ = made.whole_case(casebook, act, "PM-2", b"2")
    casebook.evidence.path(item.sha256).unlink()
    assert {finding.result for finding in casebook.verify(case_id=second.id)} == {"passed"}
    assert {finding.result for finding in casebook.verify(case_id=first.id)} == {"passed", "failed"}


def test_a_clock_that_was_set_back_is_noted_and_nothing_is_issued(casebook: Casebook, act: Act, clock: SetClock) -> None:
    case = made.opened(casebook, act)
    casebook.check_clock()
    clock.wall -= timedelta(days=3650)
    with pytest.raises(CaseConflict, match="stands before the last act"):
        casebook.check_clock()
    with pytest.raises(CaseConflict, match="stands before the last act"):
        made.issued(casebook, act, case)
    made.opened(casebook, act, "PM-2")
    notes = [finding for finding in casebook.verify() if finding.check == "clock"]
    assert [(note.result, note.subject) for note in notes] == [("note", "event 3")]
    assert "set back by 315360000 seconds" in notes[0].meaning


def test_a_clock_that_lags_behind_the_machine_is_noted(casebook: Casebook, act: Act, clock: SetClock) -> None:
    made.opened(casebook, act, "PM-1")
    clock.pass_time(timedelta(hours=2))
    clock.wall -= timedelta(hours=1)  # later than the last event, yet set back
    made.opened(casebook, act, "PM-2")
    assert [finding.result for finding in casebook.verify() if finding.check == "clock"] == ["note"]


def test_progress_is_told_and_may_cancel(finished: Casebook) -> None:
    told: list[str] = []
    finished.verify(progress=lambda step, fraction: told.append(step))
    assert told == ["database", "chain", "originals", "reports", "verified"]

    def cancel(step: str, fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        finished.verify(progress=cancel)


@pytest.mark.parametrize("page", [0, 1, 3, 6, 20])
def test_a_damaged_database_is_found(copied: Casebook, page: int) -> None:
    path = copied.folder / "casebook.db"
    data = bytearray(path.read_bytes())
    data[4096 * page : 4096 * (page + 1)] = bytes(4096)
    path.write_bytes(bytes(data))
    found = failed(copied)
    assert found and all("database" in finding.meaning or "casebook" in finding.meaning for finding in found)
