"""The phrase list: each entry refuses what it is for and lets its neighbour through; people's own words are printed and told of."""

from __future__ import annotations

import json
import shutil
import tomllib
from dataclasses import replace
from typing import Any

import pytest

from forensix import settings
from forensix.domain.report import ReportFacts
from forensix.reporting import phrases, report
from forensix.reporting.sections import deviations, estimate
from tests.support import facts as made_up
from tests.support.poppler import text_of

ENTRIES = tomllib.loads((settings.resources() / "phrases.toml").read_text(encoding="utf-8"))["phrase"]
LIST = phrases.load(settings.resources())
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")


@pytest.mark.parametrize(("entry", "phrase"), list(zip(ENTRIES, LIST, strict=True)), ids=[entry["pattern"] for entry in ENTRIES])
def test_an_entry_refuses_and_lets_through(entry: dict[str, Any], phrase: phrases.Phrase) -> None:
    assert phrase.found_in(entry["refused"])
    assert phrase.found_in(entry["let_through"]) == []
    assert phrases.found(entry["let_through"], LIST) == []


def test_white_space_and_case_do_not_hide_a_phrase() -> None:
    assert phrases.found("IDENTIFIED\n as the deceased; Is   Male", LIST) == ["IDENTIFIED as", "Is Male"]


def test_the_fixed_heading_may_say_confidence() -> None:
    assert phrases.found(f"{estimate.TITLE}; 95 % confidence interval", LIST) == []
    assert phrases.found("Prediction confidence is high", LIST) == ["confidence"]


def written(basis: str) -> ReportFacts:
    item = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
    return made_up.facts((replace(item, conclusion=replace(item.conclusion, basis=basis)),))


@needs_pdftotext
def test_what_an_examiner_wrote_is_quoted_as_written_and_told_among_the_deviations() -> None:
    composed = report.compose(written("The hand is male beyond doubt."))
    text = " ".join(text_of(composed.pdf).split())
    assert "Basis, in the examiner's words “The hand is male beyond doubt.”" in text
    told = text[text.index(deviations.TITLE) :]
    assert "Item 1: H1, basis, in the words of who wrote it: “is male”, “beyond doubt”" in told
    assert json.loads(composed.record)["items"][0]["conclusion"]["basis"] == "The hand is male beyond doubt."


@needs_pdftotext
def test_words_that_the_list_allows_are_not_told() -> None:
    assert "in the words of who wrote it" not in text_of(report.compose(written("The ratio is too small to decide.")).pdf)
