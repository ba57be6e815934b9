"""A made-up site validates a model on phantoms; its signed record is checked, kept, used, printed, and found out when it is altered."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forensix import cli, settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.errors import CaseConflict, SigningFailed
from forensix.domain.examination import Examination, Outcome
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.inference.estimator import Estimator
from forensix.laboratory import Laboratory
from forensix.validation import evaluate as evaluation
from forensix.validation import plots
from forensix.validation.site_record import SiteRecordRejected
from tests.laboratory.conftest import ANNA, PASSPHRASE

HANDS = 70
FILES = ("site_record.json", "site_record.json.p7s", "predictions.csv")


@pytest.fixture(scope="module")
def manifest(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up hands whose sex is drawn from the network's own logit, so that a random network carries evidence on them."""
    folder, random = tmp_path_factory.mktemp("site"), np.random.default_rng(3)
    estimator = Estimator.load(tiny_models / "tiny-resnet18", "cpu")
    hands = [phantom.hand(100 + index, size=(240, 180)) for index in range(HANDS)]
    logits = np.array([estimator.logits_of(hand)["sex"] for hand in hands])
    noisy = (logits - logits.mean()) / logits.std() + random.normal(0, 0.4, HANDS)
    lines = ["path,subject,sex,bone_age_months,age_years,side"]
    for index, hand in enumerate(hands):
        (folder / f"{index}.png").write_bytes(phantom.png(hand, bits=8))
        lines.append(f"{index}.png,s{index},{'M' if noisy[index] > np.median(noisy) else 'F'},,{20 + index % 40},left")
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder / "labels.csv"


@pytest.fixture(scope="module")
def site(tiny_models: Path, manifest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a casebook `book` with an identity, and the site's record in `out`, made by the command."""
    folder = tmp_path_factory.mktemp("made")
    book = Casebook.create(folder / "book", act=Act(actor=ANNA), synthetic=True)
    identity = SiteAuthority.create(book.folder, "Site", PASSPHRASE).issue(ANNA.name, ANNA.role, ANNA.qualification, PASSPHRASE)
    (folder / "pass").write_text(PASSPHRASE, encoding="utf-8")
    (folder / "settings.toml").write_text(
        f'casebook = "book"\nadded_models = "{tiny_models.as_posix()}"\nmodel = "tiny-resnet18"\ndevice = "cpu"\n', encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evaluation, "evaluate", functools.partial(evaluation.evaluate, draws=10))
        patch.setattr(plots, "draw", lambda *given: [])  # they have tests of their own
        done = cli.main(
            [
                *("evaluate", "tiny-resnet18", "--data", str(manifest), "--out", str(folder / "out"), "--site", "Made-up site"),
                *("--settings", str(folder / "settings.toml"), "--identity", str(identity), "--passphrase-file", str(folder / "pass")),
            ]
        )
    assert done == 0
    return folder


@pytest.fixture
def laboratory(site: Path, tmp_path: Path) -> Any:
    shutil.copytree(site / "book", tmp_path / "book")
    chosen = settings.load(site / "settings.toml")
    with Laboratory(Casebook.open(tmp_path / "book"), chosen, ANNA) as made:
        yield made


def altered(site: Path, to: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    for file in FILES:
        data = (site / "out" / file).read_bytes()
        (to / file).write_bytes(change(data) if file == name else data)
    return to


def examined(laboratory: Laboratory, folder: Path) -> Examination:
    (folder / "hand.dcm").write_bytes(phantom.dicom(phantom.hand(120, size=(240, 180)), laterality="L", PatientAge="031Y"))
    laboratory.open_case("PM-1", incident="Flood", agency="Agency", requester="Coroner")
    item = laboratory.receive("PM-1", [folder / "hand.dcm"]).items[0].radiograph
    laboratory.observe(item)
    laboratory.examine("PM-1", checked=False)
    return laboratory.reveal(item)


def test_the_record_says_what_its_size_supports(site: Path) -> None:
    record = json.loads((site / "out" / "site_record.json").read_bytes())
    assert (record["n"], record["subjects"], record["n_refused"]) == (HANDS, HANDS, 0)
    assert record["adults"]["years"] == [20.0, 59.0]
    assert record["made_by"] == ANNA.name
    assert record["calibration"]["n_female"] + record["calibration"]["n_male"] == HANDS
    assert record["metrics"]["accuracy"]["n"] == HANDS
    assert f"{HANDS} subjects support" in record["sentences"][0]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_another_program_checks_the_signature(site: Path) -> None:
    out, root = site / "out", next((site / "book" / "trust").glob("root*.pem"))
    whole = ("-binary", "-inform", "DER", "-in", str(out / FILES[1]), "-content", str(out / FILES[0]), "-CAfile", str(root))
    said = subprocess.run(["openssl", "cms", "-verify", "-purpose", "any", *whole], capture_output=True, check=False)
    assert said.returncode == 0, said.stderr


def test_an_altered_record_or_prediction_is_found(laboratory: Laboratory, site: Path, tmp_path: Path) -> None:
    with pytest.raises(SigningFailed, match="not of this file"):
        laboratory.add_site(altered(site, tmp_path, FILES[0], lambda data: data.replace(b'"n":70', b'"n":71')))
    with pytest.raises(SiteRecordRejected, match="predictions_sha256"):
        laboratory.add_site(altered(site, tmp_path, FILES[2], lambda data: data.replace(b",male,", b",female,", 1)))
    with pytest.raises(SigningFailed):
        laboratory.add_site(altered(site, tmp_path, FILES[1], lambda data: data[:-40]))
    (tmp_path / FILES[2]).unlink()
    with pytest.raises(CaseConflict, match=r"predictions\.csv is missing"):
        laboratory.add_site(tmp_path)
    assert laboratory.sites() == ([], None)


def test_a_record_signed_elsewhere_is_not_trusted_here(laboratory: Laboratory, site: Path, tmp_path: Path) -> None:
    other = Casebook.create(tmp_path / "other", act=Act(actor=ANNA))
    SiteAuthority.create(other.folder, "Another site", PASSPHRASE)
    with (
        Laboratory(other, laboratory.settings, ANNA) as elsewhere,
        pytest.raises(SigningFailed, match="not trusted here"),
    ):
        elsewhere.add_site(site / "out")


def test_estimates_are_made_under_the_record_and_the_report_prints_it(laboratory: Laboratory, site: Path, tmp_path: Path) -> None:
    before = examined(laboratory, tmp_path)
    assert before.sex.reason == "outside_validation"  # the header declares an adult
    laboratory.add_site(site / "out")
    record = laboratory.use_site("Made-up site")
    assert record is not None
    with pytest.raises(CaseConflict, match="in use already"):
        laboratory.use_site("Made-up site")
    laboratory.examine("PM-1", again="under the site's own record", checked=False)
    after = laboratory.reveal(before.radiograph_id)
    assert (after.recipe.site, after.recipe.site_record_sha256) == ("Made-up site", record.sha256)
    assert after.recipe.calibration_sha256 == record.content["calibration"]["sha256"]
    assert after.logits == before.logits
    assert after.sex.reason != "outside_validation"
    assert after.sex.log10_lr_bound == (record.content["calibration"]["log10_lr_low"], record.content["calibration"]["log10_lr_high"])
    assert record.content["words"] in [limitation.sentence for limitation in after.sex.limitations]
    laboratory.conclude(after.id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
    identity = next((laboratory.casebook.folder / "identities").glob("anna*.p12"))
    issued = laboratory.issue_report("PM-1", identity, PASSPHRASE)
    assert laboratory.verify_report(issued.path).accepted
    assert laboratory.verify_all(replay=True).accepted
    held = json.loads(laboratory.casebook.record(issued.report.id))
    assert held["site_records"] == {record.sha256: record.content}
    assert laboratory.use_site("none") is None
    assert laboratory.sites()[1] is None
    assert [event.kind for event in laboratory.casebook.events() if event.kind.startswith("site")] == [
        "site_added",
        "site_used",
        "site_used",
    ]
    assert laboratory.verify_all(replay=True).accepted


def test_commands_add_list_and_use_a_record(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(site / "book", tmp_path / "book")
    everywhere = ["--settings", str(site / "settings.toml"), "--casebook", str(tmp_path / "book"), "--json"]
    assert cli.main(["site", "add", str(site / "out"), *everywhere]) == 0
    assert cli.main(["site", "add", str(site / "out"), *everywhere]) == 3
    assert cli.main(["site", "use", "Made-up site", *everywhere]) == 0
    assert cli.main(["site", "use", "Elsewhere", *everywhere]) == 3
    capsys.readouterr()
    assert cli.main(["site", "list", *everywhere]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["name"], row["in_use"], row["n"]) for row in rows] == [("Made-up site", True, HANDS)]
