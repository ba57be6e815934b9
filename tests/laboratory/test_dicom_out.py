"""DICOM out: what the verb writes, what other readers make of it, and what it does not let out."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import Dataset, dcmread

from forensix import cli, settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.errors import CasebookUnavailable, CaseConflict
from forensix.domain.examination import Outcome
from forensix.exporting.dicom_report import PRIVATE, SCHEME
from forensix.exporting.exhibit import CAPTION
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.dicom_out import Form, Sent
from forensix.settings import Settings
from tests.laboratory.conftest import ANNA, BEN
from tests.support.patience import PROCESS_S


@dataclass(frozen=True, slots=True)
class Book:
    folder: Path
    chosen: Settings


@pytest.fixture(scope="module")
def examined(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """One case: a DICOM and a PNG that Anna observed, the first one concluded, and a DICOM that she has not."""
    top = tmp_path_factory.mktemp("dicom-out")
    chosen = replace(settings.defaults(), casebook=top / "book", added_models=tiny_models, model="tiny-resnet18", device="cpu")
    (top / "a.dcm").write_bytes(phantom.dicom(phantom.hand(41, size=(400, 300)), PatientName="MÜLLER^Ada", PatientSex="F"))
    (top / "b.png").write_bytes(phantom.png(phantom.hand(42, size=(400, 300)), bits=8))
    (top / "c.dcm").write_bytes(phantom.dicom(phantom.hand(43, size=(400, 300))))
    book = Casebook.create(top / "book", act=Act(actor=ANNA), synthetic=True)
    with Laboratory(book, chosen, ANNA) as anna:
        anna.open_case("PM-7", incident="Flood")
        first, second, _ = (item.radiograph for item in anna.receive("PM-7", [top / "a.dcm", top / "b.png", top / "c.dcm"]).items)
        anna.examine("PM-7")
        anna.observe(first)
        anna.observe(second)
        anna.conclude(anna.reveal(first).id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
    return Book(top / "book", chosen)


@pytest.fixture
def anna(examined: Book, tmp_path: Path) -> Iterator[Laboratory]:
    shutil.copytree(examined.folder, tmp_path / "book")
    with Laboratory(Casebook.open(tmp_path / "book"), examined.chosen, ANNA) as laboratory:
        yield laboratory


def read(sent: Sent) -> list[Dataset]:
    return [dcmread(each.path) for each in sent.files]


def items(dataset: Dataset) -> Iterator[Dataset]:
    for item in dataset.get("ContentSequence", ()):
        yield item
        yield from items(item)


def numbers(report: Dataset) -> dict[str, float]:
    found = [item for item in items(report) if item.ValueType == "NUM"]
    return {item.ConceptNameCodeSequence[0].CodeValue: float(item.MeasuredValueSequence[0].NumericValue) for item in found}


def texts(report: Dataset, code: str) -> list[str]:
    return [str(item.TextValue) for item in items(report) if item.ValueType == "TEXT" and item.ConceptNameCodeSequence[0].CodeValue == code]


def test_originals_leave_cleaned_with_their_list_and_stay_as_they_are(anna: Laboratory, tmp_path: Path) -> None:
    kept = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (anna.casebook.folder / "originals").iterdir()}
    sent = anna.export_dicom("PM-7", tmp_path / "out.dcm", burned_in_checked=True)
    assert [each.path.name for each in sent.files] == ["out-1.dcm", "out-2.dcm"]
    assert [each.file_name for each in sent.left_out] == ["b.png"]
    listed = json.loads((tmp_path / "out.changes.json").read_text(encoding="utf-8"))
    assert set(listed["files"]) == {"out-1.dcm", "out-2.dcm"}
    assert "M\u00dcLLER" not in (tmp_path / "out.changes.json").read_text(encoding="utf-8")
    for each, dataset in zip(sent.files, read(sent), strict=True):
        assert (str(dataset.PatientName), dataset.PatientIdentityRemoved) == ("", "YES")
        assert each.sha256 == hashlib.sha256(each.path.read_bytes()).hexdigest()
    assert kept == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (anna.casebook.folder / "originals").iterdir()}
    event = anna.casebook.events()[-1]
    assert (event.kind, event.actor, event.details["burned_in_checked"]) == ("exported", "Anna Examiner", True)
    assert event.details["files"] == {each.path.name: each.sha256 for each in sent.files}


def test_without_a_persons_look_at_the_pictures_no_original_leaves(anna: Laboratory, tmp_path: Path) -> None:
    with pytest.raises(CaseConflict, match="picture itself") as caught:
        anna.export_dicom("PM-7", tmp_path / "out.dcm")
    assert "--burned-in-checked" in caught.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["book"]


def test_the_structured_report_says_what_the_estimate_says(anna: Laboratory, tmp_path: Path) -> None:
    first, second = read(sent := anna.export_dicom("PM-7", tmp_path / "r.dcm", Form.SR))
    assert ["covered" in each.reason for each in sent.left_out] == [True]
    run = anna.casebook.examination(texts(first, "EXAMINATION")[0])
    found = numbers(first)
    assert found["LOG10_LR"] == pytest.approx(run.sex.log10_lr, abs=0.006)
    assert found["LIKELIHOOD_RATIO"] == pytest.approx(10**run.sex.log10_lr, rel=0.1)
    assert (found["LOG10_LR_LOW"], found["LOG10_LR_HIGH"]) == pytest.approx(run.sex.log10_lr_bound, abs=0.006)
    assert found["POSTERIOR_MALE"] == pytest.approx(run.sex.probability_male, abs=0.0011)
    assert (found["PRIOR_MALE"], found["THRESHOLD"]) == (run.sex.prior_male, run.sex.threshold)
    assert texts(first, "WEIGHTS_SHA256") == [run.recipe.weights_sha256]
    assert {limitation.sentence for limitation in run.sex.limitations} <= set(texts(first, "LIMITATION"))
    assert texts(first, "BASIS") == ["The radiograph alone does not decide."]
    assert texts(second, "MARKING")[-1] == "no examiner has concluded on this estimate"
    assert (first.CompletionFlag, second.CompletionFlag, first.VerificationFlag) == ("COMPLETE", "PARTIAL", "UNVERIFIED")
    assert all("SYNTHETIC" in report.SeriesDescription and "SYNTHETIC" in texts(report, "MARKING")[0] for report in (first, second))


def test_a_private_code_is_one_of_the_list(anna: Laboratory, tmp_path: Path) -> None:
    known = {name.upper()[:16]: meaning for name, meaning in PRIVATE.items()}
    assert len(known) == len(PRIVATE)
    for report in read(anna.export_dicom("PM-7", tmp_path / "r.dcm", Form.SR)):
        codes = [code for item in items(report) for code in (*item.ConceptNameCodeSequence, *item.get("ConceptCodeSequence", ()))]
        own = [code for code in codes if code.CodingSchemeDesignator == SCHEME]
        assert len(own) > 15
        assert {code.CodeValue: code.CodeMeaning for code in own}.items() <= known.items()
        assert {code.CodingSchemeDesignator for code in codes} == {SCHEME, "DCM"}


def test_report_and_overlay_belong_to_the_originals_study(anna: Laboratory, tmp_path: Path) -> None:
    original = dcmread(anna.casebook.evidence.path(anna.casebook.radiographs()[0].sha256))
    of_dicom, of_png = read(anna.export_dicom("PM-7", tmp_path / "o.dcm", "overlay"))
    report, report_of_png = read(anna.export_dicom("PM-7", tmp_path / "r.dcm", "sr"))
    for made in (of_dicom, report):
        assert (made.StudyInstanceUID, str(made.PatientName), made.PatientSex) == (original.StudyInstanceUID, "M\u00dcLLER^Ada", "F")
    assert of_dicom.SourceImageSequence[0].ReferencedSOPInstanceUID == original.SOPInstanceUID
    shown = next(item for item in items(report_of_png) if item.ValueType == "IMAGE").ReferencedSOPSequence[0]
    assert shown.ReferencedSOPInstanceUID == of_png.SOPInstanceUID
    assert (of_png.PatientID, of_png.StudyInstanceUID) == ("PM-7", report_of_png.StudyInstanceUID)


def test_the_overlay_shows_radiograph_map_and_caption(anna: Laboratory, tmp_path: Path) -> None:
    overlay = read(anna.export_dicom("PM-7", tmp_path / "o.dcm", "overlay"))[0]
    picture = overlay.pixel_array
    assert picture.shape[1:] == (300, 3) and picture.shape[0] > 400
    colours = np.ptp(picture[:400].astype(int), axis=2)
    assert (colours > 20).mean() > 0.5
    strip = picture[400:]
    assert (strip.max(axis=2) > 200).mean() > 0.02
    assert (strip.max(axis=2) < 20).mean() > 0.5
    assert CAPTION in overlay.ImageComments and overlay.BurnedInAnnotation == "YES"
    assert "SYNTHETIC" in overlay.SeriesDescription and "SYNTHETIC" in overlay.ImageComments


def test_the_same_export_has_the_same_uids(anna: Laboratory, tmp_path: Path) -> None:
    one, other = (read(anna.export_dicom("PM-7", tmp_path / name, "sr")) for name in ("a.dcm", "b.dcm"))
    assert [report.SOPInstanceUID for report in one] == [report.SOPInstanceUID for report in other]
    assert len({report.SOPInstanceUID for report in one}) == 2


def test_a_covered_estimate_does_not_leave(anna: Laboratory, examined: Book, tmp_path: Path) -> None:
    with Laboratory(anna.casebook, examined.chosen, BEN) as ben:
        for form in ("sr", "overlay"):
            with pytest.raises(CaseConflict, match="covered"):
                ben.export_dicom("PM-7", tmp_path / "x.dcm", form)
    assert [path.name for path in tmp_path.iterdir()] == ["book"]


def test_nothing_is_overwritten_and_nothing_half_is_left(anna: Laboratory, tmp_path: Path) -> None:
    (tmp_path / "o-2.dcm").write_bytes(b"mine")
    before = anna.casebook.head()
    with pytest.raises(CaseConflict, match="there already"):
        anna.export_dicom("PM-7", tmp_path / "o.dcm", "overlay")
    with pytest.raises(CasebookUnavailable):
        anna.export_dicom("PM-7", tmp_path / "missing" / "o.dcm", "overlay")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book", "o-2.dcm"]
    assert (tmp_path / "o-2.dcm").read_bytes() == b"mine"
    assert anna.casebook.head() == before


def test_the_command_answers(anna: Laboratory, examined: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = f'examiner = "Anna Examiner"\nadded_models = "{examined.chosen.added_models}"\n'
    (tmp_path / "s.toml").write_text(chosen, encoding="utf-8")
    start = ["--json", "--casebook", str(anna.casebook.folder), "--settings", str(tmp_path / "s.toml"), "export", "PM-7", "--out"]
    assert cli.main([*start, str(tmp_path / "x.dcm"), "--as", "original"]) == 3
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "case_conflict"
    assert cli.main([*start, str(tmp_path / "x.dcm"), "--burned-in-checked"]) == 1
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (answer["form"], len(answer["files"]), len(answer["left_out"])) == ("original", 2, 1)
    code = cli.main([*start, str(tmp_path / "plain.dcm")])
    answer = json.loads(capsys.readouterr().out)
    assert (answer["form"], len(answer["files"]) + len(answer["left_out"]), code) == ("sr", 3, int(bool(answer["left_out"])))
    assert answer["files"]
    assert cli.main([*start, str(tmp_path / "rows.csv")]) == 0


@pytest.mark.skipif(shutil.which("dsrdump") is None or shutil.which("dcmdump") is None, reason="dcmtk is not installed")
def test_dcmtk_reads_what_leaves(anna: Laboratory, tmp_path: Path) -> None:
    """Another reader, in another language: the structured reports' trees, and each file's elements."""
    reports = anna.export_dicom("PM-7", tmp_path / "r.dcm", "sr")
    for each in reports.files:
        done = subprocess.run(["dsrdump", "-Ee", str(each.path)], capture_output=True, timeout=PROCESS_S, check=False)
        assert done.returncode == 0, done.stderr.decode()
        said = done.stdout.decode(errors="replace")
        assert "Comprehensive SR Document" in said
        assert "Bounded likelihood ratio, male over female" in said
        assert "error" not in done.stderr.decode().lower()
    originals = anna.export_dicom("PM-7", tmp_path / "d.dcm", burned_in_checked=True)
    overlays = anna.export_dicom("PM-7", tmp_path / "o.dcm", "overlay")
    for each in (*originals.files, *overlays.files, *reports.files):
        done = subprocess.run(["dcmdump", "-q", str(each.path)], capture_output=True, timeout=PROCESS_S, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert not done.stderr.strip()
