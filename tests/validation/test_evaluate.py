"""Evaluation end to end with a small random network: every row counted, every key there, nothing NaN."""

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensix.inference.card_schema import Decision
from forensix.inference.model_card import ModelCard
from forensix.validation import predictions as tables
from forensix.validation import site_record
from forensix.validation.evaluate import Evaluation, evaluate
from forensix.validation.learnt import FILE, SPLIT, Learnt
from forensix.validation.manifest import ManifestRejected
from forensix.validation.manifest import read as read_manifest
from forensix.validation.predictions import COLUMNS
from forensix.validation.site_record import SiteRecordRejected

METRICS = (
    *("accuracy", "sensitivity_male", "sensitivity_female", "precision", "recall", "f1", "auc", "cohen_kappa", "cllr", "cllr_min"),
    *("expected_calibration_error", "decided_accuracy", "indeterminate_rate", "not_evaluated_rate"),
    *("bone_age_mad_months", "bone_age_mse", "bone_age_icc"),
)


@pytest.fixture(scope="module")
def model(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, since tests here lay files beside the weights."""
    return shutil.copytree(tiny_models / "tiny-resnet18", tmp_path_factory.mktemp("models") / "tiny-resnet18")


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, random = tmp_path_factory.mktemp("site"), np.random.default_rng(0)
    lines = ["path,subject,sex,bone_age_months,side"]
    for index in range(14):
        Image.fromarray(random.integers(0, 255, (80, 60), dtype=np.uint8)).save(folder / f"{index}.png")
        lines.append(f"{index}.png,s{index // 2},{'MF'[index // 2 % 2]},{40 + 12 * index},{('left', 'right', '')[index % 3]}")
    (folder / "text.png").write_text("not a picture", encoding="utf-8")
    lines += ["text.png,s90,M,100,", "gone.png,s91,F,100,"]
    path = folder / "labels.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def measured(model: Path, manifest: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Evaluation]:
    out = tmp_path_factory.mktemp("out") / "new"
    return out, evaluate(model, manifest, out, site="somewhere", threads=1, draws=50)


def test_every_row_is_counted(measured: tuple[Path, Evaluation]) -> None:
    _, found = measured
    assert found.content["n"] == 14
    assert found.content["n_refused"] == 2
    assert {item["path"] for item in found.content["refused"]} == {"text.png", "gone.png"}
    assert all(item["reason"] for item in found.content["refused"])


def test_the_file_has_the_contracts_keys_and_no_nan(measured: tuple[Path, Evaluation]) -> None:
    out, found = measured
    text = (out / "evaluation.json").read_text(encoding="utf-8")
    assert "NaN" not in text
    assert "Infinity" not in text
    content = json.loads(text)
    assert content == found.content
    for name in METRICS:
        assert content[name] == content["metrics"][name]
        assert content[name] is None or set(content[name]) == {"value", "low", "high", "n"}
    assert content["schema"] == 1
    assert content["positive_class"] == "male"
    assert content["site"] == "somewhere"
    assert set(content["by_sex"]) == {"female", "male"}
    assert sum(band["n"] for band in content["by_age_band"].values()) == 14
    assert sum(sum(row.values()) for row in content["confusion"].values()) == 14


def test_predictions_and_plots_are_beside_it(measured: tuple[Path, Evaluation]) -> None:
    out, _ = measured
    with (out / "predictions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0])[: len(COLUMNS)] == COLUMNS
    assert len(rows) == 14
    assert {path.name for path in out.iterdir()} >= {"reliability.svg", "reliability.png", "tippett.svg", "tippett.png", "evaluation.html"}
    assert sum(len(row["readings"].split(";")) for row in rows) == 14 + 4  # of an unknown side there are two


def test_the_worst_errors_come_first_and_are_wrong(measured: tuple[Path, Evaluation]) -> None:
    errors = measured[1].content["worst_errors"]
    ratios = [abs(error["log10_lr_unbounded"]) for error in errors]
    assert ratios == sorted(ratios, reverse=True)
    assert errors and all(error["sex"] != error["forced_choice"] for error in errors)


def test_a_part_is_chosen_only_in_the_manifest_that_the_model_was_trained_on(model: Path, manifest: Path, tmp_path: Path) -> None:
    (model / SPLIT).write_text("subject,part\ns0,train\ns1,test\n", encoding="utf-8")
    with pytest.raises(ManifestRejected, match="of the part 'test'"):
        evaluate(model, manifest, tmp_path, part="test", draws=5)
    (model / SPLIT).unlink()


def test_what_the_model_learnt_from_is_known_in_a_changed_manifest(model: Path, manifest: Path, tmp_path: Path) -> None:
    """By the file under another name, and by the name of another file; a site's record is refused for either."""
    few = manifest.with_name("few.csv")
    few.write_text("\n".join(manifest.read_text(encoding="utf-8").splitlines()[:7]), encoding="utf-8")
    rows = read_manifest(few).rows
    names = Learnt(frozenset({(rows[4].subject, "")}))
    (Learnt.from_rows([replace(rows[0], subject="their own name")]) | names).write(model)
    found = evaluate(model, few, tmp_path / "out", threads=1, draws=5)
    assert found.content["learnt_from"] == {"radiographs": 2, "names_in_common": 2}
    assert {p.subject for p in found.predictions if p.part == "train"} == {rows[0].subject}
    page = (tmp_path / "out" / "evaluation.html").read_text(encoding="utf-8")
    assert "The model learnt from 2 of these radiographs" in page and "bear the name" in page
    with pytest.raises(SiteRecordRejected, match=r"of 3 subjects 2 .*\(s0, s2\)"):
        evaluate(model, few, tmp_path / "site", site="Somewhere", draws=5)
    assert not (tmp_path / "site").exists()
    with pytest.raises(SiteRecordRejected, match="No site record can be made"):
        site_record.compute(tables.as_csv(found.predictions).encode(), ModelCard.read(model), "Somewhere", Decision(0.95, 0.5), 5)
    (model / FILE).unlink()
