"""The main job through the verbs: from files on disk to a signed report that verifies, and what is refused on the way."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from forensix.casebook.backup import restore
from forensix.casebook.casebook import Casebook
from forensix.casebook.connection import connect
from forensix.domain.case import Role, Side
from forensix.domain.errors import Cancelled, CasebookUnavailable, CaseConflict, EvidenceAltered, SigningFailed
from forensix.domain.examination import Examination, Outcome
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.looking import Covered
from tests.laboratory.conftest import PASSPHRASE


def received(laboratory: Laboratory, radiographs: Path) -> list[str]:
    laboratory.open_case("PM-7", incident="Flood", agency="Agency", requester="Coroner")
    return [item.radiograph for item in laboratory.receive("PM-7", [radiographs]).items]


def concluded(laboratory: Laboratory, radiographs: Path) -> list[str]:
    items = received(laboratory, radiographs)
    for item in items:
        laboratory.observe(item)
    laboratory.examine("PM-7")
    for item in items:
        laboratory.conclude(laboratory.reveal(item).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
    return items


def identity(laboratory: Laboratory, name: str = "Anna Examiner", role: Role = Role.EXAMINER) -> Path:
    folder = laboratory.casebook.folder
    known = (folder / "trust" / "root.pem").is_file()
    authority = SiteAuthority.open(folder, PASSPHRASE) if known else SiteAuthority.create(folder, "Site", PASSPHRASE)
    return authority.issue(name, role, "anthropologist", PASSPHRASE)


def test_intake_counts_add_up_and_every_refusal_has_its_reason(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    given = tmp_path / "given"
    shutil.copytree(radiographs, given)
    (given / "empty.dcm").write_bytes(b"")
    (given / "notes.txt").write_text("not a radiograph", encoding="utf-8")
    (given / "cut.dcm").write_bytes((radiographs / "left.dcm").read_bytes()[:-2000])
    shutil.copy(radiographs / "plain.png", given / "z-again.png")
    anna.open_case("PM-1", incident="Flood")
    answer = anna.receive("PM-1", [given, tmp_path / "missing.png"])
    assert (answer.given, answer.received, answer.duplicates, answer.refused) == (7, 2, 1, 4)
    refused = [item for item in answer.items if item.status == "refused"]
    assert all(item.reason and item.remedy for item in refused)
    assert sum(event.kind == "refused" for event in anna.casebook.events()) == 4


def test_the_same_file_again_mends_a_lost_original_and_finds_an_altered_one(anna: Laboratory, radiographs: Path) -> None:
    anna.open_case("PM-1", incident="Flood")
    file = radiographs / "plain.png"
    anna.receive("PM-1", [file])
    original = anna.casebook.evidence.path(anna.casebook.radiographs()[0].sha256)
    original.unlink()
    (again,) = anna.receive("PM-1", [file]).items
    assert again.status == "duplicate" and "stored again" in again.reason
    assert original.read_bytes() == file.read_bytes() and anna.verify_case("PM-1").accepted
    twin = radiographs.parent / "twin.png"
    twin.write_bytes(file.read_bytes() + b"\0")
    assert "the same pixels as plain.png in case PM-1" in anna.receive("PM-1", [twin]).items[0].reason
    original.chmod(0o644)
    original.write_bytes(b"other")
    (refused,) = anna.receive("PM-1", [file]).items
    assert refused.status == "refused" and "not what was stored" in refused.reason


def test_header_and_given_side_are_both_kept(anna: Laboratory, radiographs: Path) -> None:
    anna.open_case("PM-1", incident="Flood")
    anna.receive("PM-1", [radiographs / "left.dcm"], side="right")
    held = anna.casebook.radiographs()[0]
    assert (held.side, held.acquisition.laterality) == (Side.RIGHT, "L")


def test_blind_first_covers_the_estimate_everywhere_until_observed(
    anna: Laboratory, ben: Laboratory, radiographs: Path, tmp_path: Path
) -> None:
    items = received(anna, radiographs)
    examined = anna.examine("PM-7")
    assert all(item.document["estimate"] == "covered" for item in examined.items)
    run = anna.casebook.examinations(items[0])[0]
    assert isinstance(anna.estimate_for(run), Covered)
    with pytest.raises(CaseConflict, match="covered"):
        anna.reveal(items[0])
    with pytest.raises(CaseConflict, match="observation"):
        anna.conclude(run.id, Outcome.MALE, "guess")
    anna.observe(items[0], "female", "small base", "uncertain")
    assert isinstance(anna.estimate_for(run), Examination)
    assert isinstance(ben.estimate_for(run), Covered)
    anna.export("PM-7", tmp_path / "rows.json")
    rows = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    assert [row["estimate"] == "covered" for row in rows] == [False, True]
    incident = anna.casebook.incidents()[0]
    assert [anna.export(named, tmp_path / f"{named}.csv") for named in (incident.name, incident.id[:6].upper())] == [2, 2]
    with pytest.raises(CaseConflict, match="no case"):
        anna.export(incident.id[:5], tmp_path / "incident.csv")
    with pytest.raises(CaseConflict, match="locked"):
        anna.observe(items[0])


@contextlib.contextmanager
def kept_from_writing(laboratory: Laboratory) -> Iterator[None]:
    """Another program holds the casebook: it can be read, and not written."""
    with contextlib.closing(connect(laboratory.casebook.folder / "casebook.db")) as database:
        database.execute("BEGIN IMMEDIATE")
        yield


def test_a_backup_is_in_custody_and_made_even_where_custody_cannot_say_so(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    received(anna, radiographs)
    made = anna.backup(tmp_path / "one.zip")
    event = anna.casebook.events()[-1]
    assert (event.kind, event.actor, event.case_id) == ("backed_up", "Anna Examiner", None)
    assert event.subject_sha256 == made.sha256 == hashlib.sha256((tmp_path / "one.zip").read_bytes()).hexdigest()
    assert event.details["file"] == str(tmp_path / "one.zip")
    assert (event.details["last_event"], event.details["last_seal"]) == (event.sequence - 1, event.previous) == (made.sequence, made.seal)
    assert anna.verify_all().accepted
    restore(tmp_path / "one.zip", tmp_path / "again")
    assert Casebook.open(tmp_path / "again").head() == (made.sequence, made.seal)
    with kept_from_writing(anna), pytest.raises(CasebookUnavailable, match=r"two\.zip is whole and stays, but custody does not record"):
        anna.backup(tmp_path / "two.zip")
    assert restore(tmp_path / "two.zip", tmp_path / "third")


def test_a_table_is_whole_or_not_there(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    received(anna, radiographs)
    out = tmp_path / "rows.csv"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(CaseConflict, match="is there already"):
        anna.export("PM-7", out)
    with kept_from_writing(anna), pytest.raises(CasebookUnavailable):
        anna.export("PM-7", out, replace=True)
    assert out.read_text(encoding="utf-8") == "mine"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".rows")]
    anna.export("PM-7", out, replace=True)
    event = anna.casebook.events()[-1]
    assert (event.kind, event.details["sha256"]) == ("exported", hashlib.sha256(out.read_bytes()).hexdigest())


def test_from_file_to_verified_report(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    concluded(anna, radiographs)
    issued = anna.issue_report("PM-7", identity(anna), PASSPHRASE)
    assert anna.verify_report(issued.path).accepted
    assert anna.verify_case("PM-7", replay=True).accepted
    data = issued.path.read_bytes()
    for position in range(0, len(data), len(data) // 40):
        altered = tmp_path / "altered.pdf"
        altered.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        assert not anna.verify_report(altered).accepted, f"byte {position}"
    anna.export("PM-7", tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert {row["report_sha256"] for row in rows} == {issued.signature.file_sha256}
    assert {row["outcome"] for row in rows} == {"indeterminate"}
    assert [column for column in rows[0] if not all(row[column] for row in rows)] == []  # nothing writes a column that nobody fills


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig (poppler) is not installed")
def test_a_second_tool_agrees_with_the_signature(anna: Laboratory, radiographs: Path) -> None:
    concluded(anna, radiographs)
    issued = anna.issue_report("PM-7", identity(anna), PASSPHRASE)
    said = subprocess.run(["pdfsig", "-nocert", str(issued.path)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in said and "Total document signed" in said


def test_countersigning_by_another_person_and_only_the_latest_form(anna: Laboratory, ben: Laboratory, radiographs: Path) -> None:
    concluded(anna, radiographs)
    own = identity(anna)
    issued = anna.issue_report("PM-7", own, PASSPHRASE)
    with pytest.raises(SigningFailed):
        anna.countersign(issued.path, own, PASSPHRASE)
    signed = ben.countersign(issued.path, identity(anna, "Ben Reviewer", Role.REVIEWER), PASSPHRASE)
    assert anna.verify_report(signed.path).accepted
    assert not anna.verify_report(issued.path).accepted
    again = anna.issue_report("PM-7", own, PASSPHRASE)
    assert again.report.version == 2 and again.report.supersedes == issued.report.id
    with pytest.raises(CaseConflict, match="latest"):
        ben.countersign(signed.path, own, PASSPHRASE)


def test_a_wrong_passphrase_leaves_no_report(anna: Laboratory, radiographs: Path) -> None:
    concluded(anna, radiographs)
    with pytest.raises(SigningFailed, match="passphrase"):
        anna.issue_report("PM-7", identity(anna), "another")
    assert anna.casebook.reports(anna.casebook.case("PM-7").id) == []
    assert list((anna.casebook.folder / "reports").glob("*")) == []


def test_an_altered_original_fails_the_examination_and_the_verification(anna: Laboratory, radiographs: Path) -> None:
    items = received(anna, radiographs)
    original = anna.casebook.evidence.path(anna.casebook.radiograph(items[0]).sha256)
    original.chmod(0o644)
    original.write_bytes(original.read_bytes()[:-1] + b"\x00\x00")
    with pytest.raises(EvidenceAltered):
        anna.pixels(items[0])
    examined = anna.examine("PM-7")
    assert (examined.examined, examined.failed) == (1, 1)
    assert not anna.verify_case("PM-7").accepted


def test_roles_are_held(ben: Laboratory, anna: Laboratory, radiographs: Path) -> None:
    received(anna, radiographs)
    with pytest.raises(CaseConflict, match="reviewer may not receive"):
        ben.receive("PM-7", [radiographs])
    with pytest.raises(CaseConflict, match="no conclusion"):
        ben.review("PM-7", agrees=True)


def test_nobody_reviews_her_own_and_dissent_needs_words(anna: Laboratory, ben: Laboratory, radiographs: Path) -> None:
    items = concluded(anna, radiographs)
    with pytest.raises(CaseConflict, match="own conclusion"):
        anna.review("PM-7", agrees=True)
    with pytest.raises(CaseConflict, match="observation"):
        ben.review("PM-7", agrees=True)
    for item in items:
        ben.observe(item)
    with pytest.raises(CaseConflict, match="words"):
        ben.review("PM-7", agrees=False)
    assert not ben.review("PM-7", agrees=False, text="The side is wrong.").agrees


def test_cancel_leaves_whole_items(anna: Laboratory, radiographs: Path) -> None:
    anna.open_case("PM-7", incident="Flood")

    def stop_at_the_second(step: str, fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        anna.receive("PM-7", [radiographs], progress=stop_at_the_second)
    assert len(anna.casebook.radiographs()) == 1
    assert anna.verify_case("PM-7").accepted
    assert anna.receive("PM-7", [radiographs]).duplicates == 1


def test_a_repeat_needs_a_reason_and_both_runs_are_kept(anna: Laboratory, radiographs: Path) -> None:
    items = received(anna, radiographs)
    anna.examine("PM-7")
    assert anna.examine("PM-7").skipped == 2
    anna.examine("PM-7", again="asked by the reviewer")
    runs = anna.casebook.examinations(items[0])
    assert [run.reason for run in runs] == ["", "asked by the reviewer"]
    assert runs[0].logits == runs[1].logits


def test_a_correction_keeps_the_reason_and_changes_what_is_read(anna: Laboratory, radiographs: Path) -> None:
    items = received(anna, radiographs)
    anna.correct("radiograph", items[1], "side", "left", "marker seen on the film")
    assert anna.casebook.radiograph(items[1]).side is Side.LEFT
    with pytest.raises(CaseConflict, match="reason"):
        anna.correct("radiograph", items[1], "side", "right", " ")
    assert anna.verify_case("PM-7").accepted


def test_a_synthetic_casebook_refuses_what_is_not_made_up(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    (tmp_path / "real.dcm").write_bytes(phantom.dicom(phantom.hand(21, size=(800, 600)), Manufacturer="Somebody"))
    anna.open_case("PM-1", incident="Flood")
    answer = anna.receive("PM-1", [tmp_path / "real.dcm", radiographs])
    assert (answer.received, answer.refused) == (2, 1)
    assert "synthetic" in next(item.reason for item in answer.items if item.status == "refused")
