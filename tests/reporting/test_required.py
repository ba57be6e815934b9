"""What blocks a report and what is printed as not stated: each item of the table, missing and there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from forensix.domain.case import Acquisition, Side
from forensix.domain.report import ReportFacts
from forensix.reporting import record, report, required
from forensix.reporting.preview import compose_draft
from tests.support import facts as made_up
from tests.support.poppler import text_of

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
Change = Callable[[ReportFacts], ReportFacts]


def whole() -> ReportFacts:
    return report.complete(made_up.facts((replace(made_up.item(), pixels=made_up.pixels(1, (96, 72))),)), None)


def item(**changes: Any) -> Change:
    return lambda facts: replace(facts, items=(replace(facts.items[0], **changes),))


def within(part: str, **changes: Any) -> Change:
    return lambda facts: replace(facts, items=(replace(facts.items[0], **{part: replace(getattr(facts.items[0], part), **changes)}),))


def card(**changes: Any) -> Change:
    return lambda facts: replace(facts, model_cards={made_up.MODEL: {**made_up.card(), **changes}})


def sex(**changes: Any) -> Change:
    held = made_up.examination()
    return item(examination=replace(held, sex=replace(held.sex, **changes)))


BLOCKING: dict[str, Change] = {
    "number": lambda facts: replace(facts, case=replace(facts.case, number=" ")),
    "conclusion": lambda facts: replace(facts, items=()),
    "basis": within("conclusion", basis=" "),
    "examiner": lambda facts: replace(facts, examiner=replace(facts.examiner, name="")),
    "hashes": within("radiograph", pixels_sha256=""),
    "weights": card(weights_sha256="00" * 32),
    "calibration": card(calibration={}),
    "error_rates": card(evaluation={"metrics": {"accuracy": {"value": 0.9, "n": 3}}}),
    "numbers": sex(probability_male=0.99),
    "verbal_scale": lambda facts: replace(facts, verbal_scale={"name": "none"}),
    "times": within("conclusion", concluded_at=made_up.START - timedelta(days=1)),
}
NOT_STATED: dict[str, Change] = {
    "agency": lambda facts: replace(facts, incident=replace(facts.incident, agency="")),
    "place": lambda facts: replace(facts, place=""),
    "requester": lambda facts: replace(facts, case=replace(facts.case, requester="")),
    "condition": within("specimen", condition=""),
    "view": within("radiograph", view="", acquisition=Acquisition(acquired_at=made_up.START)),
    "side": lambda facts: within("radiograph", side=Side.UNKNOWN)(within("specimen", side=Side.UNKNOWN)(facts)),
    "acquired_at": within("radiograph", acquisition=Acquisition(view="PA")),
    "evidence": lambda facts: replace(facts, evidence={}),
    "population": card(validated={}),
    "observation": item(observation=None),
    "qualification": lambda facts: replace(facts, examiner=replace(facts.examiner, qualification="")),
}


def test_every_item_of_the_table_is_tried_here() -> None:
    assert {one.key for one in required.REQUIREMENTS if one.blocks} == set(BLOCKING)
    assert {one.key for one in required.REQUIREMENTS if not one.blocks} == set(NOT_STATED)


def test_a_whole_record_lacks_nothing() -> None:
    assert required.missing(record.tables_of(whole())) == []


@pytest.mark.parametrize("key", BLOCKING)
def test_what_blocks_is_named_with_where_it_is_filled_in(key: str) -> None:
    facts = BLOCKING[key](whole())
    requirement = next(one for one in required.REQUIREMENTS if one.key == key)
    with pytest.raises(required.ReportIncomplete) as refused:
        report.compose(facts)
    assert requirement.what in refused.value.message
    assert requirement.where in refused.value.remedy
    assert key in refused.value.subject.split(", ")


@pytest.mark.parametrize("key", NOT_STATED)
def test_what_is_not_stated_is_noted_and_does_not_block(key: str) -> None:
    tables = record.tables_of(NOT_STATED[key](whole()))
    assert [each.key for each in required.missing(tables)] == [key]
    required.require(tables)


@needs_pdftotext
def test_a_report_says_among_its_deviations_what_is_not_stated() -> None:
    facts = whole()
    for key in ("place", "requester", "condition", "view"):
        facts = NOT_STATED[key](facts)
    composed = report.compose(facts)
    text = " ".join(text_of(composed.pdf).split())
    told = text[text.index("Asked for by the form of this report, and not stated:") :]
    for key in ("place", "requester", "condition", "view"):
        assert next(one.what for one in required.REQUIREMENTS if one.key == key) in told
    assert "the condition of the specimen (Item 1: H1)" in told
    assert set(json.loads(composed.record)["not_stated"]) == {"place", "requester", "condition", "view"}
    assert "Requested by not stated" in text


@needs_pdftotext
def test_a_draft_shows_what_is_missing_and_where_it_is_filled_in() -> None:
    draft = " ".join(text_of(compose_draft(BLOCKING["basis"](NOT_STATED["requester"](whole())))).split())
    assert "Draft: what is still missing" in draft
    assert "Cannot be issued without the basis of the conclusion (Item 1: H1). Conclude again, with its basis: Work, Conclude" in draft
    assert "who requested the work. Work, Correct, or `forensix correct case NUMBER --set requester=TEXT" in draft


def test_several_gaps_are_all_named() -> None:
    with pytest.raises(required.ReportIncomplete) as refused:
        report.compose(BLOCKING["basis"](BLOCKING["examiner"](whole())))
    assert {"basis", "examiner"} <= set(refused.value.subject.split(", "))


def test_a_network_without_a_number_does_not_block() -> None:
    required.require(record.tables_of(sex(reason="no_result", probability_male=float("nan"), log10_lr=float("nan"))(whole())))
