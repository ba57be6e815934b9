"""What a report is composed from: runtime values, the version replaced, and what no longer fits what was examined."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from forensix import __version__
from forensix.domain.case import Role
from forensix.domain.examination import Outcome
from forensix.identity.authority import SiteAuthority
from forensix.laboratory import Laboratory, gathering
from forensix.laboratory.gathering import source_sha256
from forensix.reporting.required import ReportIncomplete
from tests.laboratory.conftest import ANNA, PASSPHRASE
from tests.support.tiny_bundle import tiny_bundle


def concluded(laboratory: Laboratory, radiographs: Path, **given: str) -> None:
    laboratory.open_case("PM-7", incident="Flood")
    laboratory.receive("PM-7", [radiographs / "left.dcm"], **given)  # type: ignore[arg-type]
    item = laboratory.casebook.radiographs()[0].id
    laboratory.observe(item)
    laboratory.examine("PM-7")
    laboratory.conclude(laboratory.reveal(item).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")


def identity(laboratory: Laboratory) -> Path:
    return SiteAuthority.create(laboratory.casebook.folder, "Site", PASSPHRASE).issue(
        ANNA.name, Role.EXAMINER, "anthropologist", PASSPHRASE
    )


def record_of(laboratory: Laboratory, report_id: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(laboratory.casebook.record(report_id))
    return held


def test_a_new_version_pins_the_one_it_replaces_and_says_what_was_done_since(anna: Laboratory, radiographs: Path) -> None:
    concluded(anna, radiographs)
    key = identity(anna)
    first = anna.issue_report("PM-7", key, PASSPHRASE)
    before = record_of(anna, first.report.id)
    assert {"requester", "condition", "agency", "place"} <= set(before["not_stated"]) and before["replaced"] is None
    item = anna.casebook.radiographs()[0].id
    anna.correct("case", "PM-7", "requester", "Coroner", "asked by telephone")
    anna.correct("radiograph", item, "condition", "burnt", "seen again")
    second = anna.issue_report("PM-7", key, PASSPHRASE)
    after = record_of(anna, second.report.id)
    assert (
        after["replaced"]["record_sha256"]
        == first.report.record_sha256
        == hashlib.sha256(anna.casebook.record(first.report.id)).hexdigest()
    )
    assert after["replaced"]["file_sha256"] == hashlib.sha256(first.path.read_bytes()).hexdigest()
    assert (after["replaced"]["number"], after["replaced"]["version"]) == ("PM-7", 1)
    assert after["items"][0]["specimen"]["condition"] == "burnt"
    assert {"requester", "condition"} & set(after["not_stated"]) == set()
    assert first.path.is_file()


def test_the_method_is_what_ran(anna: Laboratory, radiographs: Path, tiny_models: Path) -> None:
    concluded(anna, radiographs, condition="complete")
    record = record_of(anna, anna.issue_report("PM-7", identity(anna), PASSPHRASE).report.id)
    recipe = record["items"][0]["examination"]["recipe"]
    assert recipe["weights_sha256"] == hashlib.sha256((tiny_models / "tiny-resnet18" / "weights.safetensors").read_bytes()).hexdigest()
    assert (recipe["device"], recipe["dtype"], recipe["threads"], recipe["batch"]) == ("cpu", "float32", anna.settings.threads, 1)
    assert recipe["libraries"]["torch"] == version("torch")
    assert (record["program_version"], record["commit"]) == (__version__, f"source SHA-256 {source_sha256()}")
    assert record["items"][0]["specimen"]["condition"] == "complete"
    assert record["trust_roots"] == [SiteAuthority.open(anna.casebook.folder, PASSPHRASE).fingerprint]


def test_weights_that_are_no_longer_those_of_the_estimate_block_the_report(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    concluded(anna, radiographs)
    key = identity(anna)
    tiny_bundle(tmp_path / "others", seed=5)
    with Laboratory(anna.casebook, replace(anna.settings, added_models=tmp_path / "others"), ANNA) as later:
        with pytest.raises(ReportIncomplete, match="the weights that made the estimate") as refused:
            later.issue_report("PM-7", key, PASSPHRASE)
        assert "the bundle that was used put back" in refused.value.remedy
        assert b"%PDF" in later.draft("PM-7")[:8]
    assert anna.casebook.reports(anna.casebook.case("PM-7").id) == []


def test_every_conclusion_and_every_observer_is_in_the_facts(anna: Laboratory, ben: Laboratory, radiographs: Path) -> None:
    concluded(anna, radiographs)
    item = anna.casebook.radiographs()[0].id
    ben.observe(item, "female")
    anna.conclude(anna.reveal(item).id, Outcome.NOT_EVALUATED, "On second thoughts.")
    facts = anna._facts(anna.casebook.case("PM-7")).items[0]
    assert [each.basis for each in facts.earlier_conclusions] == ["The radiograph alone does not decide."]
    assert facts.conclusion.basis == "On second thoughts."
    assert [each.outcome for each in facts.other_observations] == ["female"]


def test_what_leaves_the_casebook_is_the_run_that_was_concluded_on(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    """A later run at another prior stands beside it, in the report, in a table and in what goes to a picture archive."""
    concluded(anna, radiographs)
    item, case = anna.casebook.radiographs()[0], anna.casebook.case("PM-7")
    with Laboratory(anna.casebook, replace(anna.settings, prior_male=0.3), ANNA) as later:
        later.networks = anna.networks
        later.examine("PM-7", again="for a court that asks for another prior")
    first, second = anna.casebook.examinations(item.id)
    assert (first.sex.prior_male, second.sex.prior_male) == (0.5, 0.3)
    facts = anna._facts(case).items[0]
    assert (facts.examination.id, [one.id for one in facts.earlier_examinations]) == (first.id, [second.id])
    assert anna._exhibit(case, item).examination.id == first.id
    anna.export("PM-7", tmp_path / "rows.json")
    (row,) = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    assert row["prior_male"] == 0.5


def test_every_failed_attempt_and_what_is_not_concluded_is_in_the_facts(anna: Laboratory, radiographs: Path, tmp_path: Path) -> None:
    concluded(anna, radiographs)
    (tmp_path / "notes.txt").write_text("not a radiograph", encoding="utf-8")
    other = anna.receive("PM-7", [tmp_path / "notes.txt", radiographs / "plain.png"]).items[1].radiograph
    original = anna.casebook.evidence.path(anna.casebook.radiograph(other).sha256)
    data = original.read_bytes()
    original.chmod(0o644)
    original.write_bytes(data[:-1])
    assert anna.examine(radiographs=(other,)).failed == 1
    original.write_bytes(data)
    facts = anna._facts(anna.casebook.case("PM-7"))
    refused, failed = facts.failures
    assert refused.startswith("refused: ") and "notes.txt" in refused
    assert failed.startswith(f"examination failed: {other} ") and "is not what was stored" in failed
    assert [radiograph.id for _, radiograph in facts.not_concluded] == [other]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes its time zone from elsewhere")
@pytest.mark.parametrize(("zone", "minutes"), [("America/St_Johns", -210), ("Asia/Kathmandu", 345), ("UTC", 0)])
def test_the_local_time_is_the_computers_own(monkeypatch: pytest.MonkeyPatch, zone: str, minutes: int) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert gathering._utc_offset_minutes(datetime(2026, 1, 10, 12, tzinfo=UTC)) == minutes
    finally:
        monkeypatch.undo()
        time.tzset()
