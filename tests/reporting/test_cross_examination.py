"""What the other side would ask: each number is of this case, read as it was read, no larger than found, its limits beside it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from forensix import settings
from forensix.domain.case import CaseKind, Side
from forensix.domain.examination import Limitation, Outcome, SaliencyCheck
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import evidence, fonts, layout, report, wording
from forensix.reporting.sections import error_rates, items, limitations, opinion, plain_words, summary
from forensix.reporting.typeset import Text
from tests.reporting.test_compose import needs_pdftotext, sections_text, small
from tests.reporting.test_evidence import SHIPPED
from tests.support import facts as made_up

SCALE = tomllib.loads((settings.resources() / "verbal_scale.toml").read_text(encoding="utf-8"))
CARD = {"a": 1.0, "b": 0.0, "n_female": 100, "n_male": 100, "log10_lr_low": -1.6, "log10_lr_high": 1.5}


def said(story: Iterable[Any]) -> str:
    """Every text of a section, in order."""
    return " ".join(_texts(story))


def _texts(story: Iterable[Any]) -> Iterator[str]:
    for one in story:
        content: Any = getattr(one, "content", None)
        if isinstance(one, str):
            yield one
        elif content is not None:
            parts = content if isinstance(content, list | tuple) else [content]
            yield from (str(getattr(part, "text", part)) for part in parts)
        else:
            inner = [cell for row in getattr(one, "_cellvalues", []) for cell in row] or getattr(one, "_content", [])
            yield from _texts(inner if isinstance(inner, list) else [inner])


def item(
    log10_lr: float = 0.8, outcome: Outcome = Outcome.INDETERMINATE, reason: str = "threshold", mirrored: str = "as_is"
) -> ExaminedItem:
    """One item, concluded as it was estimated."""
    held = made_up.examination(1, log10_lr, outcome=outcome, reason=reason)
    one = made_up.item(examination=replace(held, recipe=replace(held.recipe, mirrored=mirrored)))
    return replace(one, conclusion=replace(one.conclusion, outcome=outcome))


def facts(*items: ExaminedItem, **changes: Any) -> ReportFacts:
    return report.complete(replace(made_up.facts(), items=items, **changes), None)


def two_readings(card: dict[str, Any] = CARD) -> dict[str, Any]:
    """Twenty hands of each sex whose mean is right and whose first reading is wrong in one of each."""
    rows = ["subject,sex,log10_lr,log10_lr_unbounded,outcome,bone_age_months,reason,readings"]
    for number in range(40):
        sex, sign = ("male", 1) if number % 2 else ("female", -1)
        first = -4.0 * sign if number < 2 else 4.0 * sign
        rows.append(f"s{number},{sex},{1.4 * sign},{1.4 * sign},{sex},100,,{first};{6.0 * sign}")
    found = evidence.of_predictions("\n".join(rows).encode(), 0.95, 0.5, evidence.Scale.of(card))
    assert found is not None
    return found


def all_of(found: dict[str, Any]) -> dict[str, Any]:
    return next(row for row in found["errors"] if row["group"] == "all")


def test_a_hand_read_once_has_the_error_rate_of_one_reading() -> None:
    found = two_readings()
    assert (all_of(found)["wrong"], all_of(found["read_once"])["wrong"]) == (0, 2)
    shown = {made_up.MODEL: found}
    once, both = (said(error_rates.render(facts(item(mirrored=read), evidence=shown))) for read in ("as_is", "both"))
    assert "each hand read once (item 1)" in once and "each hand read both ways" not in once
    assert "Read once, 95.0 % are correct by forced choice (95 % interval 83.1 % to 99.4 %, n 40)" in once
    assert "each hand read both ways (item 1)" in both and "read once" not in both
    for read, wrong in (("as_is", "2 were wrong"), ("mirrored", "2 were wrong"), ("both", "0 were wrong")):
        assert wrong in said(plain_words.render(facts(item(mirrored=read), evidence=shown)))
    assert "it was read once, the reference hands twice" in limitations._differences(facts(item(), evidence=shown))[0]


def test_a_calibration_of_single_readings_is_what_they_are_counted_by() -> None:
    """Half the slope: a ratio that was above the rule at both is below it at one, and nothing sets the item apart from the test hands."""
    own = two_readings(CARD | {"once": {"a": CARD["a"] / 8}})
    assert all_of(two_readings()["read_once"])["indeterminate"] == 0 < all_of(own["read_once"])["indeterminate"]
    shown = {made_up.MODEL: own}
    text = said(error_rates.render(facts(item(mirrored="as_is"), evidence=shown)))
    assert "a calibration of its own" in text and "without the mean of two readings" not in text
    assert "read once" not in limitations._differences(facts(item(), evidence=shown))[0]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_model_shows_how_it_errs_with_one_reading(folder: Any) -> None:
    table = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))["calibration"]
    found = evidence.of_predictions((folder / "predictions.csv").read_bytes(), 0.95, 0.5, evidence.Scale.of(table))
    assert found is not None
    assert all_of(found["read_once"])["n"] == found["n"] and found["read_once"]["cllr"] > found["cllr_min"]


def test_without_the_readings_nothing_is_said_of_one() -> None:
    assert evidence.Scale.of({"a": 1.0}) is None
    found = evidence.of_predictions(made_up.predictions(), 0.95, 0.5, evidence.Scale.of(CARD))
    assert found is not None and found["read_once"] is None


@pytest.mark.parametrize(
    ("ratio", "text"), [(1.99, "1.9"), (9.96, "9.9"), (10, "10"), (77.6, "77"), (99.9, "99"), (1096, "1 000"), (1, "1.0")]
)
def test_a_ratio_is_never_printed_larger_than_found_and_fits_its_words(ratio: float, text: str) -> None:
    for sign in (1, -1):
        printed = wording.ratio(sign * math.log10(ratio))
        assert printed == text
        shown = float(printed.replace(" ", ""))
        assert shown <= ratio and wording.verbal(sign * math.log10(shown), SCALE) == wording.verbal(sign * math.log10(ratio), SCALE)


@pytest.mark.parametrize("value", [0.9499, 0.94999, 0.5004, 0.5, 0.128, 0.0004, 0.9996])
def test_a_posterior_that_misses_the_threshold_does_not_read_as_if_it_reached_it(value: float) -> None:
    male, female = wording.probability(value), wording.probability(1 - value)
    assert float(male) + float(female) == pytest.approx(1)
    assert abs(float(male) - 0.5) <= abs(value - 0.5) + 1e-9
    assert (value >= 0.95) == (float(male) >= 0.95)


def test_the_ratio_and_its_bound_are_given_with_the_same_decimals() -> None:
    held = item(-1.6, Outcome.FEMALE, "")
    assert wording.bound(held.examination.sex).startswith("1/39 to 31 (log10 −1.60")
    assert wording.likelihood_ratio(-1.6) == "39 in favour of female over male"


def test_plain_words_give_counts_and_an_interval() -> None:
    row = all_of(made_up.facts().evidence[made_up.MODEL])
    decided = row["right"] + row["wrong"]
    for made in ((item(1.4, Outcome.MALE, ""),), tuple(item(1.4, Outcome.MALE, "") for _ in range(5))):
        words = said(plain_words.render(facts(*made)))
        span = f"{math.floor(1000 * row['wrong_low'])} to {math.ceil(1000 * row['wrong_high'])} per 1000"
        assert f"Of {decided} test hands to which the program gave a sex, {row['wrong']} were wrong (95 % interval: {span})" in words
        assert plain_words.UNKNOWN in words and "fewer than" not in words


def test_plain_words_say_that_an_indeterminate_ratio_is_too_little() -> None:
    assert "6.3 times as probable in a male hand as in a female one: too little to give a sex." in said(plain_words.render(facts(item())))
    apart = said(plain_words.render(facts(item(reason="readings_disagree"))))
    assert "but its two readings disagree" in apart


def test_plain_words_without_any_measure_of_errors() -> None:
    bare = {made_up.MODEL: {**made_up.card(), "evaluation": None}}
    assert "How often it errs by this rule was not measured." in said(plain_words.render(facts(item(), model_cards=bare, evidence={})))
    evaluated = said(plain_words.render(facts(item(), evidence={})))
    assert "Of 702 test hands to which the program gave a sex, 20 were wrong (95 % interval: 17 to 41 per 1000); 498 got none." in evaluated


@pytest.mark.parametrize("reason", ["quality", "atypical"])
def test_a_picture_that_cannot_be_judged_has_no_age_in_plain_words(reason: str) -> None:
    words = said(plain_words.render(facts(item(0.1, Outcome.NOT_EVALUATED, reason))))
    assert "bone age" not in words and "per 1000" not in words


def test_a_declared_adult_has_no_estimated_age_among_the_results() -> None:
    one = item(0.1, Outcome.NOT_EVALUATED, "outside_validation")
    adult = replace(one, radiograph=replace(one.radiograph, acquisition=replace(one.radiograph.acquisition, patient_age_years=45.0)))
    assert "10.1 years" in said(summary.render(facts(one)))
    assert "10.1 years" not in said(summary.render(facts(adult)))
    assert "bone age" not in said(plain_words.render(facts(adult)))


@pytest.mark.parametrize(("years", "apart"), [(5.0, True), (8.0, False), (11.9, False), (14.0, True)])
def test_a_declared_age_that_the_estimate_does_not_allow_is_told(years: float, apart: bool) -> None:
    one = item()
    aged = replace(one, radiograph=replace(one.radiograph, acquisition=replace(one.radiograph.acquisition, patient_age_years=years)))
    told = f"its file declares an age of {years:g} years, outside the interval of its estimated skeletal age"
    assert (told in limitations._differences(facts(aged))[0]) is apart


def test_opinions_that_contradict_each_other_are_said_to() -> None:
    male, female = item(1.4, Outcome.MALE, ""), item(-1.4, Outcome.FEMALE, "")
    assert summary.APART in said(summary.render(facts(male, female)))
    assert summary.APART not in said(summary.render(facts(male, male)))


def test_an_opinion_that_differs_from_the_estimate_does_not_borrow_its_error_rates() -> None:
    one = item()
    bold = replace(one, conclusion=replace(one.conclusion, outcome=Outcome.MALE))
    told = opinion.BEYOND.format("indeterminate (the posterior does not reach the threshold of the decision rule)")
    assert told in said(opinion.render(facts(bold)))
    assert "Beside the estimate" not in said(opinion.render(facts(one)))
    assert "how often opinions like these err was not measured" in said(opinion.render(facts(one)))


def test_an_opinion_with_a_direction_that_the_observation_had_not_says_so() -> None:
    assert opinion.SINCE in said(opinion.render(facts(item(1.4, Outcome.MALE, ""))))
    assert opinion.SINCE not in said(opinion.render(facts(item())))


def test_a_dissent_stands_in_the_brief_results_and_in_the_plain_words() -> None:
    for agrees in (True, False):
        held = facts(item(1.4, Outcome.MALE, ""), reviews=(made_up.review(agrees=agrees),))
        for section, words in ((summary, summary.DISSENT), (plain_words, plain_words.DISSENT)):
            assert (words in said(section.render(held))) is not agrees


def test_the_side_is_the_radiographs_own_and_a_reading_as_another_side_is_told() -> None:
    one = item(mirrored="mirrored")
    doubted = replace(one, radiograph=replace(one.radiograph, side=Side.UNKNOWN))
    assert doubted.specimen.side is Side.LEFT and items.side_of(doubted) is Side.UNKNOWN
    told = limitations._differences(facts(doubted))[0]
    assert "its side is not known, theirs is left;" in told and "the network read it as a right hand, before its side was corrected" in told
    assert "before its side was corrected" not in limitations._differences(facts(item()))[0]


@pytest.mark.parametrize(("hours", "late"), [(1.9, False), (2.1, True)])
def test_a_map_that_was_checked_after_the_conclusion_says_so(hours: float, late: bool) -> None:
    held = item()
    check = SaliencyCheck("shift", 0.9, 0.7, True, "It holds.")
    saliency = replace(made_up.saliency(), checks=(check,))
    one = replace(held, examination=replace(held.examination, saliency=saliency))
    made = facts(one)
    at = (made_up.START + timedelta(hours=hours)).isoformat()
    event = replace(made.custody[-1], sequence=9, kind="heatmap_checked", at=at, details={"radiograph": "x1", "examination": "n1"})
    told = items._checks(one, replace(made, custody=(*made.custody, event)))
    assert told[-1] == "Check of the map, passed: It holds."
    assert (told[0].startswith("The map was checked after the conclusion, 2026-11-20") and "custody event 9" in told[0]) is late


def test_an_item_under_a_sites_record_has_the_sites_error_rates() -> None:
    metrics = {"decided_accuracy": {"value": 0.9, "low": 0.8, "high": 0.96, "n": 100}, "accuracy": {"value": 0.8, "n": 150}}
    one = item(1.4, Outcome.MALE, "")
    recipe = replace(one.examination.recipe, site_record_sha256="aa")
    there = facts(replace(one, examination=replace(one.examination, recipe=recipe)), site_records={"aa": {"metrics": metrics}})
    words = said(plain_words.render(there))
    assert "Of 100 test hands to which the program gave a sex, 10 were wrong (95 % interval: 40 to 200 per 1000); 50 got none." in words
    assert "the site's record, not these counts: 1." in said(error_rates.render(there))


FORGED = "H1\n10 Review by a second examiner\u2028The reviewer agrees.\r\nEnd of report"


def test_no_name_of_a_case_or_an_item_makes_a_line_of_its_own() -> None:
    one = item()
    named = replace(one, specimen=replace(one.specimen, label=FORGED), radiograph=replace(one.radiograph, file_name=FORGED, view=FORGED))
    made = facts(named, place=FORGED, failures=(f"{FORGED} was not examined.",))
    made = replace(made, incident=replace(made.incident, name=FORGED, agency=FORGED), case=replace(made.case, requester=FORGED))
    for section in report.SECTIONS:
        texts = list(_texts(section.render(made)))
        assert not any(line.startswith(("10 Review", "The reviewer", "End of report")) for text in texts for line in text.splitlines())
    assert "H1[U+000A]10 Review" in said(items.render(made))


def test_a_text_is_split_in_two_or_not_at_all() -> None:
    """A table whose row misses its text by a rounding asks for a split of what fits; with one part the report could not be composed."""
    fonts.load(settings.resources() / "fonts")
    for lines, height in ((1, 13.0), (2, 26.0), (3, 39.0), (3, 38.9999999), (9, 200.0)):
        parts = Text("\n".join("word" for _ in range(lines)), layout.FIELD).split(200.0, height)
        assert len(parts) in (0, 2)
        assert sum(round(part.wrap(200.0, height)[1] / layout.FIELD.leading) for part in parts) in (0, lines)
        assert bool(parts) is (lines > 2)


def test_every_line_of_a_persons_own_words_is_marked_as_hers() -> None:
    assert wording.quoted("one\n10 Review\r\nthree") == "“one\n“10 Review\n“three”"
    assert wording.quoted("") == "" and wording.quoted("one") == "“one”"


def test_the_origin_of_the_test_hands_is_told() -> None:
    card = made_up.card()
    card["training"] |= {"data_sha256": card["evaluation"]["data_sha256"], "stages": [{}, {}]}
    card["calibration"]["readings"] = "as is and mirrored, the mean logit"
    words = said(error_rates.render(facts(item(), model_cards={made_up.MODEL: card})))
    assert "They are of the same collection as the hands that it learnt from" in words
    assert "It was trained in 2 stages" in words and "Read as is and mirrored, the mean logit." in words
    card["training"]["test_looks"] = 7
    words = said(error_rates.render(facts(item(), model_cards={made_up.MODEL: card})))
    assert "They were looked at 7 times while it was made" in words and "stages" not in words
    card["training"]["test_looks"] = 1
    assert "looked at" not in said(error_rates.render(facts(item(), model_cards={made_up.MODEL: card})))


def test_side_view_and_age_that_differ_are_told() -> None:
    one = item(mirrored="mirrored")
    apart = replace(one, radiograph=replace(one.radiograph, side=Side.RIGHT, view="oblique"))
    assert apart.examination.age is not None
    old = replace(apart, examination=replace(apart.examination, age=replace(apart.examination.age, months=216.0)))
    said = limitations._differences(made_up.facts((old,), case=replace(made_up.facts(()).case, kind=CaseKind.AM)))[0]
    assert said == (
        "Item 1: H1: its side is right, theirs is left; its view is oblique, theirs is PA; "
        "its estimated skeletal age is 18.0 years, theirs 5 to 17 years."
    )


def test_no_age_of_a_radiograph_that_cannot_be_judged_stands_in_brief() -> None:
    """A blank picture has a number for its skeletal age too; it is an exhibit, and no result."""
    for reason, shown in (("quality", "–"), ("atypical", "–"), ("outside_validation", "10.1 years (8.2 to 12.0)")):
        judged = made_up.examination(outcome=Outcome.NOT_EVALUATED, reason=reason)
        table = summary.render(report.complete(made_up.facts((replace(made_up.item(), examination=judged),)), None))[0]
        assert [cell.content for cell in table._cellvalues[1]][3:] == ["–", shown]


@needs_pdftotext
@pytest.mark.parametrize("reason", ["quality", "atypical", "no_result"])
def test_a_radiograph_that_cannot_be_judged_is_not_headed_subadult_unless_its_file_says_so(reason: str) -> None:
    run = made_up.examination()
    limits = (Limitation("subadult", "About estimates from immature skeletons."),)
    blank = replace(run, sex=replace(run.sex, outcome=Outcome.NOT_EVALUATED, reason=reason, limitations=limits))
    case = small(examination=blank)
    assert "(subadult)" not in sections_text(case)
    child = replace(case.items[0].radiograph.acquisition, patient_age_years=9.0)
    items = (replace(case.items[0], radiograph=replace(case.items[0].radiograph, acquisition=child)), *case.items[1:])
    assert "(subadult)" in sections_text(replace(case, items=items))
