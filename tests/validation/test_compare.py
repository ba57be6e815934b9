"""Two models on the same radiographs: the paired tests against their definitions, and the files that a comparison leaves."""

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensix.domain.errors import ModelRejected
from forensix.validation import compare as comparing
from forensix.validation.compare import compare, differences, mcnemar
from tests.support.tiny_bundle import tiny_bundle
from tests.validation.test_metrics import predictions


def test_mcnemar_counts_each_subject_once_and_is_the_exact_sign_test() -> None:
    ours = [replace(p, log10_lr_unbounded=1.0 if p.sex == "male" else -1.0) for p in predictions(40)]
    wrong = [replace(p, log10_lr_unbounded=-p.log10_lr_unbounded) if index < 6 else p for index, p in enumerate(ours)]
    repeated = [*ours, ours[0]]
    found = mcnemar(repeated, [*wrong, wrong[0]])
    assert (found["subjects"], found["only_first_right"], found["only_second_right"]) == (40, 6, 0)
    assert found["p"] == pytest.approx(2 * 0.5**6)
    assert mcnemar(ours, ours)["p"] == 1.0


def test_a_paired_difference_is_far_narrower_than_either_interval() -> None:
    ours = predictions(400)
    better = [replace(p, estimated_months=p.bone_age_months + (p.estimated_months - p.bone_age_months) * 0.8) for p in ours]  # type: ignore[operator]
    found = differences(ours, better, 200)
    assert found["bone_age_mad_months"]["high"] < 0
    assert found["accuracy"] == {"value": 0.0, "low": 0.0, "high": 0.0, "n": 400}


def test_holm_takes_the_number_of_comparisons_into_account() -> None:
    pairs = [{"mcnemar": {"p": p}} for p in (0.04, 0.01, 0.5)]
    comparing._adjust(pairs)  # type: ignore[arg-type]
    assert [one["mcnemar"]["p_holm"] for one in pairs] == pytest.approx([0.08, 0.03, 0.5])


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, random = tmp_path_factory.mktemp("site"), np.random.default_rng(0)
    lines = ["path,subject,sex,bone_age_months,side"]
    for index in range(8):
        Image.fromarray(random.integers(0, 255, (80, 60), dtype=np.uint8)).save(folder / f"{index}.png")
        lines.append(f"{index}.png,s{index},{'MF'[index % 2]},{40 + 20 * index},left")
    (folder / "labels.csv").write_text("\n".join([*lines, "gone.png,s91,F,100,"]), encoding="utf-8")
    return folder / "labels.csv"


def test_a_comparison_is_written_and_an_evaluation_that_lies_there_is_used_again(
    manifest: Path, tiny_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forensix.validation.plots.draw", lambda *given: [])  # they have tests of their own
    models = [tiny_models / "tiny-resnet18", tiny_bundle(tmp_path, name="two", seed=1)]
    out = tmp_path / "out"
    found = compare(models, manifest, out, threads=1, draws=20)
    assert found["n_refused"] == 1
    assert found["pairs"][0]["n"] == 8
    assert json.loads((out / "comparison.json").read_text(encoding="utf-8")) == found
    text = (out / "comparison.html").read_text(encoding="utf-8")
    assert "McNemar" in text and not re.search(r"https?://(?!www\.w3\.org)", text)
    before = (out / "two" / "evaluation.json").stat().st_mtime_ns
    assert compare(models, manifest, out, threads=1, draws=20) == found
    assert (out / "two" / "evaluation.json").stat().st_mtime_ns == before


def test_one_model_is_no_comparison(manifest: Path, tiny_models: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelRejected, match="two models"):
        compare([tiny_models / "tiny-resnet18"], manifest, tmp_path)
