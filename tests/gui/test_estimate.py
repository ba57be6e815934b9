"""The estimate in words and on the strip: what is said follows from the numbers, and nothing is claimed that they do not hold."""

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from forensix.domain.case import Acquisition, Radiograph, Side
from forensix.domain.examination import AgeEstimate, Examination, ExaminationRecipe, Outcome
from forensix.gui import wording
from forensix.gui.estimate_step import EstimateStep
from forensix.gui.estimate_strip import EstimateStrip
from forensix.gui.looking import Standing
from forensix.inference.limits import REASONS
from forensix.reporting import wording as report_wording
from tests.gui.estimates import estimate

RADIOGRAPH = Radiograph("r", "s", "a" * 64, "b" * 64, "hand.dcm", Acquisition(rows=10, columns=8), side=Side.LEFT, view="PA")


def standing(examination: Examination | None = None, *, runs: int = 1, may_reveal: bool = False) -> Standing:
    return Standing(RADIOGRAPH, None, runs, "e" if runs else "", examination, may_reveal, None, True)


def examination(**changes: object) -> Examination:
    recipe = ExaminationRecipe("made-up", "a" * 64, "1", "c" * 64, "first", "as_is", "cpu", "float32", 2, 1)
    made = estimate(**changes)  # type: ignore[arg-type]
    return Examination("e", "r", "x", datetime.now(UTC), recipe, {}, made, AgeEstimate(131, 108, 154, "made-up"), None)


def test_rule_thresholds_follow_prior_and_threshold() -> None:
    female, male = wording.bounds_of(estimate())
    assert male == pytest.approx(math.log10(19))
    assert female == pytest.approx(-math.log10(19))
    female, male = wording.bounds_of(estimate(prior_male=0.7, threshold=0.85))
    assert wording.posterior(male, 0.7) == pytest.approx(0.85)
    assert wording.posterior(female, 0.7) == pytest.approx(0.15)


def test_ratio_names_the_direction_and_never_turns_it_round() -> None:
    assert "28 times more probable if the hand is male" in wording.ratio_sentence(estimate(1.45))
    assert "28 times more probable if the hand is female" in wording.ratio_sentence(estimate(-1.45))
    assert "moderate support" in wording.verbal_sentence(estimate(1.45))
    assert "neither" in wording.verbal_sentence(estimate(0.1))


def test_what_another_prior_would_change() -> None:
    assert "stay male" in wording.what_if_sentence(estimate(), 0.6)
    assert "would be indeterminate" in wording.what_if_sentence(estimate(), 0.2)
    assert wording.what_if_sentence(estimate(outcome=Outcome.NOT_EVALUATED, reason="quality"), 0.2) == ""


def test_no_number_is_said_where_there_is_none() -> None:
    nothing = estimate(math.nan, Outcome.NOT_EVALUATED, "no_result", typicality=math.nan)
    assert "no likelihood ratio" in wording.ratio_sentence(nothing)
    assert wording.posterior_sentence(nothing, 0.5) == ""
    assert "could not" in wording.typicality_sentence(nothing)


@pytest.mark.parametrize("reason", [reason for reason, _, _ in REASONS])
def test_every_reason_of_the_rule_has_its_words_in_the_window_and_in_reports(reason: str) -> None:
    sentence = wording.reason_sentence(estimate(outcome=Outcome.INDETERMINATE, reason=reason))
    assert sentence.endswith(".")
    assert reason not in sentence.split()
    assert reason in report_wording.REASONS


@pytest.mark.parametrize(
    ("reason", "declared", "only"),
    [("quality", None, True), ("atypical", 9, True), ("outside_validation", None, False), ("outside_validation", 40, True)],
)
def test_a_skeletal_age_that_is_no_result_is_an_exhibit(reason: str, declared: float | None, only: bool, qtbot: QtBot) -> None:
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show_estimate(estimate(0.5, Outcome.NOT_EVALUATED, reason), AgeEstimate(125, 100, 150, "made up"), "", declared)
    assert step.age.text().startswith("As an exhibit only: Skeletal age 125 months") == only
    assert step.ratio.text().startswith("As an exhibit only")


def test_a_rule_that_no_radiograph_can_reach_is_said() -> None:
    near = estimate(0.5, Outcome.INDETERMINATE, "threshold")
    assert "none can" not in wording.reason_sentence(near)
    assert "none can" in wording.reason_sentence(estimate(0.5, Outcome.INDETERMINATE, "threshold", log10_lr_bound=(-1.0, 1.1)))


def test_an_estimate_under_a_site_record_names_the_site(qtbot: QtBot) -> None:
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show_standing(standing(examination()))
    assert "site" not in step.model.text()
    step.show_standing(replace(standing(examination()), site="Institute of Made-up Towns"))
    assert "under the site record of Institute of Made-up Towns" in step.model.text()


@pytest.mark.parametrize(("value", "told"), [(0.9999, "0.999"), (0.0001, "0.001"), (0.9499, "0.949"), (0.128, "0.128")])
def test_a_probability_is_never_rounded_to_certainty_nor_up_to_the_threshold(value: float, told: str) -> None:
    assert wording.share(value) == told == report_wording.probability(value)


@pytest.mark.parametrize("log10_lr", [0.0, 0.2989, 0.998, 1.2, 1.89, 3.4])
def test_a_ratio_is_told_as_in_the_report(log10_lr: float) -> None:
    assert wording.number(10**log10_lr).replace("\N{NARROW NO-BREAK SPACE}", " ") == report_wording.ratio(log10_lr)


def test_strip_puts_female_left_male_right_and_keeps_to_its_axis(qtbot: QtBot) -> None:
    strip = EstimateStrip()
    qtbot.addWidget(strip)
    strip.resize(300, 86)
    strip.show_estimate(estimate())
    places = [strip.position(value) for value in (-99.0, -1.9, -1.28, 0.0, 1.28, 1.45, 1.8, 99.0)]
    assert places == sorted(places)
    assert strip.position(0.0) == pytest.approx(150)
    assert places[0] == 12.0
    assert places[-1] == 288.0
    assert "-1.90 to +1.80" in strip.accessibleDescription()
    strip.show()
    with qtbot.waitExposed(strip):
        strip.show_estimate(estimate(math.nan, Outcome.NOT_EVALUATED, "no_result"))


def test_covered_shows_nothing_of_the_estimate(qtbot: QtBot) -> None:
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show()
    step.show_standing(standing(examination()))
    assert step.outcome.text() == "Male"
    assert "ANSI/ASB 090" in step.limits.text()
    step.show_standing(standing(None))
    assert not step.shown.isVisible()
    assert not step.reveal_button.isVisible()
    texts = [step.outcome, step.ratio, step.verbal, step.posterior, step.age, step.typicality, step.limits, step.what_if]
    assert [part.text() for part in texts] == [""] * len(texts)
    assert step.strip.estimate is None


def test_the_one_button_that_comes_next(qtbot: QtBot) -> None:
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show()
    shown = []
    for state in (standing(runs=0), standing(may_reveal=True), standing()):
        step.show_standing(state)
        shown.append((step.examine_button.isVisible(), step.reveal_button.isVisible()))
    assert shown == [(True, False), (False, True), (False, False)]


def test_moving_the_prior_changes_what_is_said_not_what_is_recorded(qtbot: QtBot) -> None:
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show()
    step.show_standing(standing(examination()))
    assert step.what_if.text() == ""
    step.prior.setValue(20)
    assert "prior of 0.20" in step.posterior.text()
    assert "What is recorded does not change" in step.what_if.text()
    assert step.outcome.text() == "Male"
    step.show_standing(standing(examination()))
    assert step.prior.value() == 50


def test_never_the_bare_word(qtbot: QtBot) -> None:
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show_standing(standing(examination()))
    words = " ".join(part.text() for part in step.findChildren(type(step.outcome))).casefold()
    assert "confidence" not in words
    assert "gender" not in words
