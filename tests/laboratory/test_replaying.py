"""Verification by running the network again, and of what a report rests on: same, or differs, with the numbers."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.casebook.codec import to_json
from forensix.casebook.connection import connect
from forensix.domain.case import Side
from forensix.domain.examination import Outcome
from forensix.domain.report import REPLAY_TOLERANCE
from forensix.imaging import phantom, quality
from forensix.laboratory import Laboratory
from forensix.laboratory.checking import Checked
from tests.laboratory.conftest import ANNA, BEN, PASSPHRASE
from tests.laboratory.test_main_job import identity
from tests.support.tiny_bundle import tiny_bundle


@pytest.fixture(scope="module")
def first(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    """One examined case, which Anna has observed; its network is loaded once for all tests here."""
    top = tmp_path_factory.mktemp("replaying")
    chosen = replace(settings.defaults(), casebook=top / "book", added_models=tiny_models, model="tiny-resnet18", device="cpu")
    (top / "a.dcm").write_bytes(phantom.dicom(phantom.hand(51, size=(400, 300))))
    with Laboratory(Casebook.create(top / "book", act=Act(actor=ANNA), synthetic=True), chosen, ANNA) as laboratory:
        laboratory.open_case("PM-7", incident="Flood")
        laboratory.observe(laboratory.receive("PM-7", [top / "a.dcm"]).items[0].radiograph)
        laboratory.examine("PM-7")
        yield laboratory


@pytest.fixture
def examined(first: Laboratory, tmp_path: Path) -> Iterator[Laboratory]:
    """A copy of the casebook that the test may change."""
    shutil.copytree(first.casebook.folder, tmp_path / "copy")
    with Laboratory(Casebook.open(tmp_path / "copy"), first.settings, ANNA) as laboratory:
        laboratory.networks = first.networks
        yield laboratory


def changed(laboratory: Laboratory, table: str, column: str, value: object) -> None:
    """As somebody with the database in her hands does it: the guards away, a row changed, the guards back."""
    with contextlib.closing(connect(laboratory.casebook.folder / "casebook.db")) as database:
        guards = list(database.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table", {"table": table}))
        for guard in guards:
            database.execute(f"DROP TRIGGER {guard['name']}")
        database.execute(f"UPDATE {table} SET {column} = :value", {"value": value})
        for guard in guards:
            database.execute(guard["sql"])
        database.conn.commit()


def replayed(laboratory: Laboratory) -> Checked:
    findings = laboratory.verify_case("PM-7", replay=True).findings
    return next(finding for finding in findings if finding.check == "replay")


def logits(laboratory: Laboratory) -> dict[str, str]:
    return laboratory.casebook.examinations(laboratory.casebook.radiographs()[0].id)[0].logits


def test_the_same_network_gives_the_same_with_its_numbers(examined: Laboratory) -> None:
    found = replayed(examined)
    assert found.result == "passed"
    assert "Same within the stated tolerance 0.0001: bit for bit" in found.meaning
    sex = float.fromhex(logits(examined)["sex"])
    assert f"sex recorded {sex:.7f}, now {sex:.7f}" in found.meaning


def test_what_is_covered_is_run_again_and_no_number_of_it_told(examined: Laboratory) -> None:
    sex = examined.casebook.examinations(examined.casebook.radiographs()[0].id)[0].sex
    other = Outcome.MALE if sex.outcome is not Outcome.MALE else Outcome.FEMALE
    with Laboratory(examined.casebook, examined.settings, BEN) as ben:
        ben.networks = examined.networks
        found = replayed(ben)
        assert found.result == "passed" and "bit for bit. Logits: covered until your own observation is locked." in found.meaning
        changed(examined, "examinations", "sex", to_json(replace(sex, outcome=other)))
        assert replayed(ben).meaning.startswith("Differs: the outcome is another one now. Logits: covered")
    words = (each.value.replace("_", " ") for each in (other, sex.outcome))
    assert "Differs: the outcome was {}, and is now {}. Logits: age recorded".format(*words) in replayed(examined).meaning


def test_a_replay_that_differs_names_another_quality_gate(examined: Laboratory) -> None:
    held = examined.casebook.examinations(examined.casebook.radiographs()[0].id)[0]
    assert held.recipe.quality_gate == quality.version()
    other = Outcome.MALE if held.sex.outcome is not Outcome.MALE else Outcome.FEMALE
    changed(examined, "examinations", "sex", to_json(replace(held.sex, outcome=other)))
    assert "quality gate" not in replayed(examined).meaning
    changed(examined, "examinations", "recipe", to_json(replace(held.recipe, quality_gate="0" * 64)))
    named = f"The quality gate is another one (SHA-256 then {'0' * 12}, now {quality.version()[:12]})"
    assert named in replayed(examined).meaning
    earlier = json.loads(to_json(held.recipe))
    del earlier["quality_gate"]
    changed(examined, "examinations", "recipe", json.dumps(earlier))
    assert "By which quality gate the picture was judged then is not recorded" in replayed(examined).meaning


@pytest.mark.parametrize(("apart", "result"), [(REPLAY_TOLERANCE / 2, "passed"), (REPLAY_TOLERANCE * 2, "failed")])
def test_a_record_that_was_changed_is_told_from_another_processors_rounding(examined: Laboratory, apart: float, result: str) -> None:
    held = logits(examined)
    changed(examined, "examinations", "logits", json.dumps(held | {"sex": (float.fromhex(held["sex"]) + apart).hex()}))
    found = replayed(examined)
    assert found.result == result, found
    assert f"{apart:.3g}" in found.meaning
    assert ("more than the stated tolerance" in found.meaning) is (result == "failed")
    assert "rows" in {finding.check for finding in examined.verify_case("PM-7").findings if finding.result == "failed"}


def test_other_weights_under_the_same_name_differ(examined: Laboratory, tmp_path: Path) -> None:
    tiny_bundle(tmp_path / "others", seed=1)
    with Laboratory(examined.casebook, replace(examined.settings, added_models=tmp_path / "others"), ANNA) as later:
        found = replayed(later)
    assert found.result == "failed"
    assert found.meaning.startswith("Differs: the model of that name now has other weights; by ")
    assert "sex recorded" in found.meaning


def test_a_model_that_is_gone_cannot_be_run_again(examined: Laboratory, tmp_path: Path) -> None:
    with Laboratory(examined.casebook, replace(examined.settings, added_models=tmp_path / "nothing", model=""), ANNA) as later:
        found = replayed(later)
    assert (found.result, "could not be run again" in found.meaning) == ("failed", True)


def test_a_side_that_was_corrected_since_is_said(examined: Laboratory) -> None:
    item = examined.casebook.radiographs()[0]
    examined.correct("radiograph", item.id, "side", "unknown" if item.side is not Side.UNKNOWN else "left", "the marker was misread")
    found = replayed(examined)
    assert found.result == "failed"
    assert "read from another side" in found.meaning


def test_a_report_is_checked_against_its_originals_and_its_record(examined: Laboratory) -> None:
    item = examined.casebook.radiographs()[0]
    examined.conclude(examined.reveal(item.id).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
    issued = examined.issue_report("PM-7", identity(examined), PASSPHRASE)
    before = {finding.check: finding.result for finding in examined.verify_report(issued.path).findings}
    assert (before["report_originals"], before["printed_seal"]) == ("passed", "passed")
    original = examined.casebook.evidence.path(item.sha256)
    original.chmod(0o644)
    data = original.read_bytes()
    original.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    answer = examined.verify_report(issued.path)
    assert not answer.accepted
    assert {finding.check for finding in answer.findings if finding.result == "failed"} == {"report_originals"}
    original.write_bytes(data)
    record = examined.casebook.record(issued.report.id)
    changed(examined, "reports", "record", record.replace(b"does not decide", b"does say male  "))
    answer = examined.verify_report(issued.path)
    assert {finding.check for finding in answer.findings if finding.result == "failed"} == {"record_kept"}
