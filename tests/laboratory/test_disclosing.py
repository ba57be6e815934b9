"""A disclosure: what is in it and what is not, that it checks without forensix, and that every tampering with it is found."""

from __future__ import annotations

import hashlib
import json
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forensix import cli, settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Role
from forensix.domain.errors import Cancelled, CasebookUnavailable, CaseConflict, EvidenceAltered
from forensix.domain.examination import Outcome
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.disclosing import PROGRAMS, REQUIREMENTS, Disclosed
from forensix.reporting import check_disclosure, detached
from forensix.reporting.check_disclosure import Trust, check_bundle
from forensix.reporting.verifier import Finding, accepted
from forensix.settings import PACKAGE, Settings
from tests.laboratory.conftest import ANNA, BEN, PASSPHRASE
from tests.laboratory.test_main_job import identity
from tests.support import disclosures
from tests.support.disclosures import contents, documents, packed
from tests.support.patience import PROCESS_S

CANARY = "Zyxwvut"
EVALUATION = "models/tiny-resnet18/evaluation.json"


@dataclass(frozen=True, slots=True)
class Made:
    chosen: Settings
    folder: Path
    zip: Path
    disclosed: Disclosed

    @property
    def told(self) -> Trust:
        """What the other side was told by telephone."""
        return Trust(fingerprints=(self.disclosed.root_fingerprints[0].upper(),))


@pytest.fixture(scope="module")
def made(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A casebook of two cases. Of the first one radiograph is reported and the other one's estimate is covered; the second is another's."""
    top = tmp_path_factory.mktemp("disclosing")
    chosen = replace(settings.defaults(), casebook=top / "book", added_models=tiny_models, model="tiny-resnet18", device="cpu")
    given = {"left.dcm": {}, "right.dcm": {"laterality": "R"}, f"{CANARY}.dcm": {"PatientName": f"{CANARY}^Ada", "PatientID": CANARY}}
    for seed, (name, tags) in enumerate(given.items(), 30):
        (top / name).write_bytes(phantom.dicom(phantom.hand(seed, size=(400, 300)), **tags))
    book = Casebook.create(top / "book", act=Act(actor=ANNA), synthetic=True)
    with Laboratory(book, chosen, ANNA) as anna:
        anna.open_case(f"PM-{CANARY}", incident="Flood", agency="Agency", requester=f"{CANARY} himself")
        anna.receive(f"PM-{CANARY}", [top / f"{CANARY}.dcm"], specimen=f"{CANARY} hand")
        anna.open_case("PM-7", incident="Flood", agency="Agency", requester="Coroner")
        reported, _ = (item.radiograph for item in anna.receive("PM-7", [top / "left.dcm", top / "right.dcm"]).items)
        anna.examine()
        anna.observe(reported)
        anna.conclude(anna.reveal(reported).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
        anna.issue_report("PM-7", identity(anna), PASSPHRASE)
        disclosed = anna.disclose("PM-7", top / "PM-7.zip")
    return Made(chosen, top / "book", top / "PM-7.zip", disclosed)


@pytest.fixture
def own(made: Made, tmp_path: Path) -> Iterator[Laboratory]:
    """A copy of the casebook as it was disclosed, that the test may change."""
    shutil.copytree(made.folder, tmp_path / "book")
    with Laboratory(Casebook.open(tmp_path / "book"), made.chosen, ANNA) as anna:
        yield anna


def failed(findings: list[Finding]) -> set[str]:
    return {finding.check for finding in findings if finding.result == "failed"}


def test_it_holds_what_the_other_side_needs(made: Made) -> None:
    files = contents(made.zip)
    assert list(files) == [*sorted(set(files) - {"manifest.json"}), "manifest.json"]
    for name in PROGRAMS:
        assert files[name] == (PACKAGE / "reporting" / name).read_bytes()
    originals = json.loads(files["originals.json"])["originals"]
    assert {item["file_name"] for item in originals} == {"left.dcm", "right.dcm"}
    assert {f"originals/{item['sha256']}.dcm" for item in originals} <= files.keys()
    assert {
        "reports/version-1/record.json",
        "reports/version-1/signature-1-examiner.pdf",
        "trust/root.pem",
        "trust/crl.pem",
    } <= files.keys()
    assert {f"models/tiny-resnet18/{name}" for name in ("card.json", "card.toml", "evaluation.json")} <= files.keys()
    assert files["README.txt"].startswith(b"DISCLOSURE OF CASE PM-7\n")
    assert not any(b"PRIVATE KEY" in data for data in files.values())


def test_it_passes_its_own_check_and_custody_holds_it(made: Made) -> None:
    found = check_bundle(made.zip, made.told)
    assert accepted(found), [finding for finding in found if finding.result == "failed"]
    assert {"files", "custody", "root", "printed_seal", "originals", "model_card", "signature_intact"} <= {one.check for one in found}
    event = Casebook.open(made.folder).events()[-1]
    assert (event.kind, event.subject_sha256) == ("disclosed", hashlib.sha256(made.zip.read_bytes()).hexdigest())
    assert event.details["manifest_sha256"] == hashlib.sha256(contents(made.zip)["manifest.json"]).hexdigest()


def test_unpacked_it_passes_too_and_further_files_are_only_noted(made: Made, tmp_path: Path) -> None:
    with zipfile.ZipFile(made.zip) as archive:
        archive.extractall(tmp_path)
    (tmp_path / "my notes.txt").write_text("seen", encoding="utf-8")
    found = check_bundle(tmp_path, made.told)
    assert accepted(found), found
    assert "my notes.txt" in {finding.subject for finding in found if finding.result == "note"}


def test_nothing_of_other_cases_and_no_covered_estimate_is_in_it(made: Made, tmp_path: Path) -> None:
    book = Casebook.open(made.folder)
    other, own = book.case(f"PM-{CANARY}"), book.case("PM-7")
    foreign = [CANARY, other.id, *(value for item in book.radiographs(other.id) for value in (item.id, item.sha256, item.pixels_sha256))]
    covered = next(item for item in book.radiographs(own.id) if not book.conclusions(item.id))
    run = book.examinations(covered.id)[0]
    hidden = [*run.logits.values(), repr(run.sex.logit)]
    runs = [one for item in book.radiographs(other.id) for one in book.examinations(item.id)]
    foreign += [one.id for one in runs] + [value for one in runs for value in one.logits.values()]
    files = contents(made.zip)
    if shutil.which("pdftotext"):
        (tmp_path / "r.pdf").write_bytes(files["reports/version-1/signature-1-examiner.pdf"])
        files["as read"] = subprocess.run(
            ["pdftotext", str(tmp_path / "r.pdf"), "-"], capture_output=True, check=True, timeout=PROCESS_S
        ).stdout
    for name, data in files.items():
        assert not [word for word in (*foreign, *hidden) if word.encode() in data], name
    shown = [event for event in json.loads(files["custody.json"])["events"] if "hash" not in event]
    assert {event["case_id"] for event in shown[1:]} == {own.id}


def test_the_same_casebook_gives_the_same_bytes(own: Laboratory, made: Made, tmp_path: Path) -> None:
    shutil.copytree(own.casebook.folder, tmp_path / "twin")
    one = own.disclose("PM-7", tmp_path / "one.zip")
    with Laboratory(Casebook.open(tmp_path / "twin"), made.chosen, ANNA) as twin:
        other = twin.disclose("PM-7", tmp_path / "another name.zip")
    assert one.sha256 == other.sha256


def test_hashes_may_stand_for_the_originals(own: Laboratory, made: Made, tmp_path: Path) -> None:
    disclosed = own.disclose("PM-7", tmp_path / "h.zip", hashes_only=True)
    assert disclosed.originals == "hashes"
    assert not [name for name in contents(disclosed.path) if name.startswith("originals/")]
    found = check_bundle(disclosed.path, made.told)
    assert accepted(found)
    assert "originals" in {finding.check for finding in found if finding.result == "note"}


@pytest.fixture(scope="module")
def signed(made: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[SiteAuthority, Path]:
    """A disclosure of the same casebook whose manifest an administrator's chief signed, with a certificate that outlives the examiner's."""
    top = tmp_path_factory.mktemp("signed")
    shutil.copytree(made.folder, top / "book")
    authority = SiteAuthority.open(top / "book", PASSPHRASE)
    chief = authority.issue("Dr Chief", Role.EXAMINER, "", PASSPHRASE, life=timedelta(days=365 * 15))
    with Laboratory(Casebook.open(top / "book"), made.chosen, ANNA) as anna:
        disclosed = anna.disclose("PM-7", top / "signed.zip", identity=chief, passphrase=PASSPHRASE)
    assert (disclosed.signed_by, disclosed.files) == ("Dr Chief", made.disclosed.files + 1)
    return authority, disclosed.path


def test_the_manifest_can_be_signed_and_nothing_can_be_changed_then(made: Made, signed: tuple[SiteAuthority, Path], tmp_path: Path) -> None:
    _, bundle = signed
    found = check_bundle(bundle, made.told)
    assert accepted(found), found
    assert {one.subject for one in found if one.check == "manifest_signed" and one.result == "passed"} == {"Dr Chief"}
    assert {one.result for one in check_bundle(made.zip, made.told) if one.check == "manifest_signed"} == {"note"}
    files = contents(bundle)
    cut = documents(lambda custody: (disclosures.tail_cut(custody), disclosures.resealed(custody)), "custody.json")(files)
    assert failed(check_bundle(packed(cut, tmp_path / "cut.zip"), made.told)) == {"manifest_signed"}
    other = SiteAuthority.create(tmp_path / "other", "Elsewhere", "x")
    key = Identity.open(other.issue("Dr Chief", Role.EXAMINER, "", "x"), "x")
    forged = files | {"manifest.p7s": detached.sign(files["manifest.json"], key)}
    assert failed(check_bundle(packed(forged, tmp_path / "forged.zip", manifest=False), made.told)) == {"manifest_signed"}
    broken = files | {"manifest.p7s": b"no signature"}
    assert "manifest_signed" in failed(check_bundle(packed(broken, tmp_path / "broken.zip", manifest=False), made.told))


def test_who_signed_the_manifest_vouches_for_a_report_whose_signer_has_ended(made: Made, signed: tuple[SiteAuthority, Path]) -> None:
    authority, bundle = signed
    later = datetime.now(UTC) + timedelta(days=365 * 5)
    authority.renew_list(at=later)
    lists = ((authority.folder / "trust" / "crl.pem").read_bytes(),)
    trust = replace(made.told, crls=lists, at=later + timedelta(hours=1))
    assert "signer_expired" in failed(check_bundle(made.zip, trust))
    found = check_bundle(bundle, trust)
    assert accepted(found), failed(found)
    told = [one.meaning for one in found if one.check == "signer_expired"]
    assert [one for one in told if "by the word of Dr Chief, who signed the disclosure" in one]


def test_the_command_answers(made: Made, own: Laboratory, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = own.casebook.folder, tmp_path / "c.zip"
    (tmp_path / "s.toml").write_text(f'examiner = "Anna Examiner"\nadded_models = "{made.chosen.added_models}"\n', encoding="utf-8")
    command = ["--casebook", str(folder), "--settings", str(tmp_path / "s.toml"), "disclose", "PM-7", "--out", str(out), "--json"]
    assert cli.main(command) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (answer["case"], answer["originals"]) == ("PM-7", "included")
    assert cli.main(command) == 3
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "case_conflict"


def test_what_cannot_be_disclosed_is_refused(own: Laboratory, made: Made, tmp_path: Path) -> None:
    with pytest.raises(CaseConflict, match="no issued report"):
        own.disclose(f"PM-{CANARY}", tmp_path / "x.zip")
    with Laboratory(own.casebook, made.chosen, BEN) as ben, pytest.raises(CaseConflict, match="reviewer may not disclose"):
        ben.disclose("PM-7", tmp_path / "x.zip")
    (tmp_path / "there.zip").write_bytes(b"mine")
    with pytest.raises(CaseConflict, match="there already"):
        own.disclose("PM-7", tmp_path / "there.zip")
    assert (tmp_path / "there.zip").read_bytes() == b"mine"
    with pytest.raises(CasebookUnavailable):
        own.disclose("PM-7", tmp_path / "missing folder" / "x.zip")
    original = own.casebook.evidence.path(own.casebook.radiographs(own.casebook.case("PM-7").id)[0].sha256)
    original.chmod(0o644)
    original.write_bytes(b"another")
    with pytest.raises(EvidenceAltered):
        own.disclose("PM-7", tmp_path / "x.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book", "there.zip"]


def test_a_full_disk_or_a_cancel_leaves_nothing(own: Laboratory, tmp_path: Path) -> None:
    before = own.casebook.head()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(CasebookUnavailable, match="full"):
            own.disclose("PM-7", tmp_path / "x.zip")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def cancel(step: str, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        own.disclose("PM-7", tmp_path / "x.zip", progress=cancel)
    assert [path.name for path in tmp_path.iterdir()] == ["book"]
    assert own.casebook.head() == before


def test_a_root_that_nobody_else_vouches_for_is_not_enough(made: Made) -> None:
    assert failed(check_bundle(made.zip, Trust())) == {"root"}
    assert {"root", "signer_not_trusted"} <= failed(check_bundle(made.zip, Trust(fingerprints=("ab" * 32,))))


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x05\x06" + bytes(18)])
def test_any_file_gives_findings(made: Made, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    assert failed(check_bundle(tmp_path / "x.zip", made.told)) == {"readable"}
    (tmp_path / "x.zip").write_bytes(made.zip.read_bytes()[:-100])
    assert failed(check_bundle(tmp_path / "x.zip", made.told)) == {"readable"}


def test_a_file_changed_taken_or_put_in_is_found(made: Made, tmp_path: Path) -> None:
    files = contents(made.zip)
    for name in files.keys() - {"manifest.json", "custody.json"}:
        altered = files | {name: files[name][:-1] + bytes([files[name][-1] ^ 1])}
        assert "files" in failed(check_bundle(packed(altered, tmp_path / "x.zip", manifest=False), made.told)), name
        less = {other: data for other, data in files.items() if other != name}
        assert "files" in failed(check_bundle(packed(less, tmp_path / "x.zip", manifest=False), made.told)), name
    more = files | {"reports/version-1/more.txt": b"x"}
    assert "files" in failed(check_bundle(packed(more, tmp_path / "x.zip", manifest=False), made.told))


def test_two_files_of_one_name_are_found(made: Made, tmp_path: Path) -> None:
    shutil.copy(made.zip, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip", "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("README.txt", contents(made.zip)["README.txt"])
    assert failed(check_bundle(tmp_path / "x.zip", made.told)) == {"files"}


TAMPERING = [
    (documents(disclosures.event_edited, "custody.json"), "readable"),
    (documents(disclosures.tail_cut, "custody.json"), "readable"),
    (documents(disclosures.event_hidden, "custody.json"), "custody_shown"),
    (documents(disclosures.written_anew, "custody.json"), "printed_seal"),
    (documents(lambda record: record["case"].update(number="PM-9"), "reports/version-1/record.json"), "record"),
    (documents(lambda card: card.update(name="a better one"), "models/tiny-resnet18/card.json"), "model_card"),
    (documents(lambda listed: listed["originals"].pop(), "originals.json"), "originals"),
    (documents(lambda evaluation: evaluation["metrics"]["accuracy"].update(value=0.999), EVALUATION), "model_card"),
    (disclosures.original_swapped, "originals"),
    (disclosures.report_taken, "reports"),
    (disclosures.report_appended, "reports"),
    (disclosures.other_root, "root"),
]


@pytest.mark.parametrize(("tamper", "check"), TAMPERING, ids=[check for _, check in TAMPERING])
def test_tampering_with_a_manifest_that_agrees_is_found(
    made: Made, tmp_path: Path, tamper: Callable[[dict[str, bytes]], dict[str, bytes]], check: str
) -> None:
    found = check_bundle(packed(tamper(contents(made.zip)), tmp_path / "x.zip"), made.told)
    assert check in failed(found), found
    assert not accepted(found)


def test_predictions_that_the_report_did_not_count_are_found(tmp_path: Path) -> None:
    """The error rates of a report are counted from these bytes."""
    counted, card = b"subject,sex,log10_lr\n1,male,1.0\n", {"name": "net", "evaluation": None}
    record = {"model_cards": {"net": card}, "evidence": {"net": {"predictions_sha256": hashlib.sha256(counted).hexdigest()}}}
    held = {"models/net/card.json": json.dumps(card).encode(), "reports/version-1/record.json": json.dumps(record).encode()}
    for predictions, results in ((counted, {"passed"}), (counted.replace(b"1.0", b"2.0"), {"passed", "failed"})):
        for name, data in (held | {"models/net/predictions.csv": predictions}).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(data)
        bundle = check_disclosure.Bundle(tmp_path)
        assert {finding.result for finding in check_disclosure._models(bundle, bundle.names())} == results


def test_the_programs_run_alone(made: Made, tmp_path: Path) -> None:
    """Beside nothing but each other, with the libraries that they name; nothing of forensix is imported."""
    for name in PROGRAMS:
        (tmp_path / name).write_bytes(contents(made.zip)[name])
    told = made.disclosed.root_fingerprints[0]
    command = [sys.executable, "-X", "importtime", str(tmp_path / PROGRAMS[1]), str(made.zip), "--fingerprint", told, "--json"]
    done = subprocess.run(command, capture_output=True, timeout=PROCESS_S, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout.decode()
    assert json.loads(done.stdout)["accepted"] is True
    assert b"forensix" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PROGRAMS)


@pytest.mark.long
def test_it_is_checked_in_an_empty_environment(made: Made, tmp_path: Path) -> None:
    """As the other side's expert does it: a fresh environment, what the instructions name, and the two programs out of the zip."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, str(tmp_path / "checking")], check=True, timeout=PROCESS_S)
    python = tmp_path / "checking" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([uv, "pip", "install", "-q", "--python", str(python), *REQUIREMENTS.split()], check=True, timeout=600)
    with zipfile.ZipFile(made.zip) as archive:
        for name in PROGRAMS:
            archive.extract(name, tmp_path)
    for told, code in ((made.disclosed.root_fingerprints[0], 0), ("00" * 32, 1)):
        command = [str(python), PROGRAMS[1], str(made.zip), "--fingerprint", told]
        done = subprocess.run(command, capture_output=True, timeout=PROCESS_S, check=False, cwd=tmp_path)
        assert done.returncode == code, done.stdout.decode() + done.stderr.decode()
        assert done.stdout.decode().rstrip().endswith("ACCEPTED" if code == 0 else "NOT ACCEPTED")
