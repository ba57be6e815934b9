"""Plots and page: the same bytes each time, every plot that the data support, one file that needs no network."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensix.validation import metrics, page, plots
from forensix.validation import predictions as tables
from forensix.validation.metrics import Sample
from tests.validation.test_metrics import predictions


def test_the_same_predictions_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first = plots.draw(predictions(), tmp_path)
    again = plots.draw(predictions(), tmp_path / "b")
    assert {file.stem for file in first} == {"roc", "reliability", "tippett", "empirical_cross_entropy", "confusion_by_age", "age_scatter"}
    assert {file.suffix for file in first} == {".svg", ".png"}
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]


def test_one_sex_alone_has_no_curves_of_sex_and_nothing_known_has_none(tmp_path: Path) -> None:
    females = [p for p in predictions(40) if p.sex == "female"]
    assert {file.stem for file in plots.draw(females, tmp_path)} == {"confusion_by_age", "age_scatter"}
    assert plots.draw([replace(p, bone_age_months=None) for p in females], tmp_path) == []
    assert plots.draw([], tmp_path) == []


def test_empirical_cross_entropy_is_cllr_at_even_odds_and_the_prior_alone_without_evidence() -> None:
    sample = Sample.of(predictions())
    assert plots.cross_entropy(sample.lr, sample, np.array([0.0]))[0] == pytest.approx(metrics.cllr(sample))
    odds = np.array([-1.0, 0.0, 2.0])
    prior = 10**odds / (1 + 10**odds)
    entropy = -(prior * np.log2(prior) + (1 - prior) * np.log2(1 - prior))
    assert plots.cross_entropy(np.zeros_like(sample.lr), sample, odds) == pytest.approx(entropy)


def test_a_page_takes_its_text_as_it_stands_and_names_no_other_place() -> None:
    text = page.page("A <b>", [page.table(("x", "<i>"), [("a & b", "<script>")]), page.paragraph("5 < 6")])
    assert "<b>" not in text and "<script>" not in text and "5 &lt; 6" in text
    assert "@media print" in text and "prefers-color-scheme: dark" in text
    assert not re.search(r"https?:|url\(|@import", text)


def test_predictions_come_back_as_they_were_written(tmp_path: Path) -> None:
    given = [replace(p, age_years=31.5, readings=(0.25, -0.5), file="a,b.png", typicality=0.25) for p in predictions(5)]
    file = tmp_path / "predictions.csv"
    file.write_text(tables.as_csv(given), encoding="utf-8", newline="")
    read = tables.read(file)
    assert read[0].file == "a,b.png" and read[0].readings == (0.25, -0.5) and read[0].age_years == 31.5
    assert [p.log10_lr for p in read] == pytest.approx([p.log10_lr for p in given], rel=1e-5)
    assert tables.as_csv(read) == tables.as_csv(given)
    with pytest.raises(ValueError, match="columns"):
        tables.parse("a,b\n1,2\n")
