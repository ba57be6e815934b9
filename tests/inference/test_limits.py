"""The domain rule: which reason wins, and which limitations are said."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from forensix.domain.case import Acquisition, Side
from forensix.domain.examination import AgeEstimate, Outcome
from forensix.inference.limits import LIMITATIONS, REASONS, SUBADULT, Facts, Judgement, judge
from forensix.inference.model_card import ModelCard

DECIDES = 1.5
"""A log10 likelihood ratio that decides at 0.95 and prior 0.5, inside the bounds of the made-up card."""


@dataclass(frozen=True)
class Found:
    kind: str
    sentence: str
    blocks: bool
    remedy: str = ""


def age(months: float) -> AgeEstimate:
    return AgeEstimate(months, months - 25.0, months + 25.0, "tiny")


@pytest.fixture
def rule(card: ModelCard) -> Callable[..., Judgement]:
    """Judge a hand that is male beyond doubt, but for what a test changes."""
    sound = Facts(
        card=card,
        acquisition=Acquisition(view="PA", pixel_spacing_mm=(0.15, 0.15), spacing_trusted=True),
        side=Side.LEFT,
        findings=(),
        synthetic=False,
        prior_male=0.5,
        threshold=0.95,
        readings=(DECIDES,),
        log10_lr=DECIDES,
        typicality=0.5,
        age=age(130.0),
    )

    def run(**changed: Any) -> Judgement:
        return judge(replace(sound, **changed))

    return run


Rule = Callable[..., Judgement]


def kinds(judged: Judgement) -> list[str]:
    return [limitation.kind for limitation in judged.limitations]


def said(judged: Judgement, kind: str) -> str:
    return " ".join(limitation.sentence for limitation in judged.limitations if limitation.kind == kind)


def test_a_sound_left_hand_is_evaluated_and_only_the_standing_limitations_are_said(rule: Rule) -> None:
    judged = rule()
    assert (judged.outcome, judged.reason) == (Outcome.MALE, "")
    assert kinds(judged) == ["subadult", "population"] and said(judged, "subadult") == SUBADULT


@pytest.mark.parametrize(
    ("log10_lr", "prior", "threshold", "outcome", "reason"),
    [
        (DECIDES, 0.5, 0.95, Outcome.MALE, ""),
        (-DECIDES, 0.5, 0.95, Outcome.FEMALE, ""),
        (1.27, 0.5, 0.95, Outcome.INDETERMINATE, "threshold"),  # 19 to 1 is log10 1.279
        (1.28, 0.5, 0.95, Outcome.MALE, ""),
        (1.27, 0.5, 0.85, Outcome.MALE, ""),
        (0.0, 0.5, 0.75, Outcome.INDETERMINATE, "threshold"),
        (1.28, 0.3, 0.95, Outcome.INDETERMINATE, "threshold"),
        (9.0, 0.5, 0.99, Outcome.INDETERMINATE, "threshold"),  # bounded at 1.8: never beyond what was calibrated
        (0.0, 0.96, 0.95, Outcome.MALE, ""),
    ],
)
def test_the_posterior_on_the_bounded_ratio_decides(
    rule: Rule, log10_lr: float, prior: float, threshold: float, outcome: Outcome, reason: str
) -> None:
    judged = rule(log10_lr=log10_lr, readings=(log10_lr,), prior_male=prior, threshold=threshold)
    assert (judged.outcome, judged.reason) == (outcome, reason)
    assert ("bounded" in kinds(judged)) == (log10_lr == 9.0)


BLOCKED = Found("blank", "The radiograph is blank.", True, "Expose it again.")
UNFIT = {"readings": (), "findings": (BLOCKED,), "age": age(300.0), "typicality": 0.0}


def test_of_several_reasons_the_first_of_the_table_is_given(rule: Rule) -> None:
    faults = dict(UNFIT)
    given = []
    for remaining in ("readings", "findings", "age", "typicality"):
        given.append(rule(**faults).reason)
        assert rule(**faults).outcome is Outcome.NOT_EVALUATED
        del faults[remaining]
    assert given == ["no_result", "quality", "outside_validation", "atypical"] == [reason for reason, _, _ in REASONS[:4]]


def test_every_fault_is_said_whichever_reason_is_given(rule: Rule) -> None:
    judged = rule(**{**UNFIT, "readings": (DECIDES,)})
    assert {"quality", "outside_validation", "typicality"} <= set(kinds(judged))


@pytest.mark.parametrize(
    ("months", "reason", "said_of_age"),
    [
        (47.9, "outside_validation", "lies outside"),
        (48.0, "", "reaches outside"),
        (72.9, "", "reaches outside"),
        (73.0, "", ""),
        (191.0, "", ""),
        (191.1, "", "reaches outside"),
        (216.0, "", "reaches outside"),
        (216.1, "outside_validation", "lies outside"),
    ],
)
def test_the_validated_range_is_judged_by_the_estimated_age(rule: Rule, months: float, reason: str, said_of_age: str) -> None:
    judged = rule(age=age(months))
    assert judged.reason == reason
    assert said_of_age in said(judged, "outside_validation") and bool(said_of_age) == ("outside_validation" in kinds(judged))


def test_a_declared_adult_is_outside_validation_whatever_the_network_says(rule: Rule) -> None:
    judged = rule(acquisition=Acquisition(patient_age_years=19.0))
    assert judged.reason == "outside_validation" and "not validated for adults" in said(judged, "outside_validation")
    assert SUBADULT not in said(judged, "subadult")
    assert rule(acquisition=Acquisition(patient_age_years=18.9)).reason == ""


def test_an_adult_is_evaluated_where_a_card_is_validated_on_adults(rule: Rule, widened: Callable[..., ModelCard]) -> None:
    judged = rule(card=widened(months=(48.0, 960.0)), acquisition=Acquisition(patient_age_years=45.0), age=age(540.0))
    assert judged.outcome is Outcome.MALE and "subadult" not in kinds(judged)


@pytest.mark.parametrize("unusable", [{"findings": (BLOCKED,)}, {"typicality": 0.0}])
def test_what_cannot_be_judged_is_called_subadult_by_its_file_alone(rule: Rule, unusable: dict[str, Any]) -> None:
    judged = rule(**unusable)
    assert judged.outcome is Outcome.NOT_EVALUATED and "subadult" not in kinds(judged)
    assert said(rule(**unusable, acquisition=Acquisition(patient_age_years=9.0)), "subadult") == SUBADULT


def test_a_declared_child_is_called_subadult_whatever_the_network_says(rule: Rule) -> None:
    child = Acquisition(patient_age_years=12.0)
    assert said(rule(age=age(300.0), acquisition=child), "subadult") == SUBADULT
    assert "subadult" not in kinds(rule(age=age(300.0)))


def test_a_model_without_skeletal_age_cannot_say_that_a_hand_is_in_its_range(rule: Rule) -> None:
    judged = rule(age=None)
    assert judged.reason == "outside_validation" and "no skeletal age" in said(judged, "outside_validation")


@pytest.mark.parametrize(("share", "reason", "warned"), [(0.05, "", False), (0.049, "", True), (0.01, "", True), (0.009, "atypical", True)])
def test_typicality_warns_and_then_refuses(rule: Rule, share: float, reason: str, warned: bool) -> None:
    judged = rule(typicality=share)
    assert judged.reason == reason and ("typicality" in kinds(judged)) == warned


def test_in_a_synthetic_casebook_typicality_refuses_nothing_and_the_estimate_means_nothing(rule: Rule) -> None:
    judged = rule(synthetic=True, typicality=0.0)
    assert judged.outcome is Outcome.MALE
    assert judged.limitations[0].sentence.startswith("SYNTHETIC: the estimate means nothing")
    assert "typicality" not in kinds(judged)
    assert rule(synthetic=True, age=age(300.0)).reason == "outside_validation"
    assert rule(synthetic=True, findings=(BLOCKED,)).reason == "quality"


def test_a_finding_that_does_not_block_is_a_limitation_with_its_remedy(rule: Rule) -> None:
    judged = rule(findings=(Found("rotated", "The hand lies across.", False, "Turn it."),))
    assert judged.outcome is Outcome.MALE and said(judged, "quality") == "The hand lies across. Turn it."
    assert said(rule(findings=(BLOCKED,)), "quality") == "The radiograph is blank. Expose it again."


@pytest.mark.parametrize(
    ("readings", "outcome", "reason"),
    [
        ((1.6, 1.4), Outcome.MALE, ""),
        ((1.9, 1.0), Outcome.MALE, ""),
        ((1.6, -1.6), Outcome.INDETERMINATE, "readings_disagree"),
        ((4.0, -0.5), Outcome.INDETERMINATE, "readings_disagree"),
        ((0.3, -0.3), Outcome.INDETERMINATE, "threshold"),
        ((0.3, 0.2), Outcome.INDETERMINATE, "threshold"),
    ],
)
def test_readings_on_opposite_sides_are_indeterminate(rule: Rule, readings: tuple[float, float], outcome: Outcome, reason: str) -> None:
    judged = rule(side=Side.UNKNOWN, readings=readings, log10_lr=sum(readings) / 2)
    assert (judged.outcome, judged.reason) == (outcome, reason)
    assert f"{readings[0]:+.2f} and {readings[1]:+.2f}" in said(judged, "side")


def test_a_right_hand_and_a_contradicted_header_are_said(rule: Rule) -> None:
    judged = rule(side=Side.RIGHT, acquisition=Acquisition(laterality="L"))
    assert "mirrored" in said(judged, "side") and "declares a left hand" in said(judged, "side_conflict")


@pytest.mark.parametrize(
    ("acquisition", "kind", "words"),
    [
        (Acquisition(lossy=True), "lossy", "lossy compression"),
        (Acquisition(view="LATERAL"), "view", "LATERAL"),
        (Acquisition(pixel_spacing_mm=(0.1, 0.1), spacing_trusted=False), "spacing", "no calibrated pixel spacing"),
        (Acquisition(pixel_spacing_mm=(0.1, 0.2), spacing_trusted=True), "spacing", "not square"),
        (Acquisition(warnings=("The polarity was guessed.",)), "file", "The polarity was guessed."),
    ],
)
def test_what_the_file_says_of_itself_is_said(rule: Rule, acquisition: Acquisition, kind: str, words: str) -> None:
    judged = rule(acquisition=acquisition)
    assert words in said(judged, kind) and judged.outcome is Outcome.MALE


def test_another_path_than_the_reference_path_is_said(rule: Rule) -> None:
    assert "cuda" in said(rule(path="cuda"), "path")


def test_every_limitation_is_one_printable_sentence(rule: Rule) -> None:
    everything = rule(**UNFIT, synthetic=True, side=Side.RIGHT, acquisition=Acquisition(laterality="L", lossy=True, view="AP"), path="cuda")
    for limitation in everything.limitations:
        assert limitation.sentence.strip() == limitation.sentence and "\n" not in limitation.sentence
        assert limitation.sentence.endswith((".", ")"))
        assert "confidence" not in limitation.sentence and "gender" not in limitation.sentence
    assert set(kinds(everything)) <= {kind for kind, _ in LIMITATIONS}


@pytest.mark.parametrize("wrong", [{"prior_male": 0.0}, {"prior_male": 1.0}, {"threshold": 0.5}, {"threshold": 1.0}])
def test_a_rule_that_is_none_is_refused(rule: Rule, wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        rule(**wrong)


@pytest.mark.parametrize(("rows", "columns", "small"), [(298, 2000, True), (2000, 40, True), (299, 299, False), (0, 0, False)])
def test_a_picture_smaller_than_those_of_the_training_is_said_to_lack_detail(rule: Rule, rows: int, columns: int, small: bool) -> None:
    limitations = said(rule(acquisition=Acquisition(rows=rows, columns=columns)), "small")
    assert (f"only {columns} x {rows} pixels" in limitations) is small


def test_the_form_of_the_training_pictures_is_said_where_the_card_has_its_effect_measured(
    rule: Rule, widened: Callable[..., ModelCard]
) -> None:
    card = widened()
    measured = replace(card, validated=replace(card.validated, form="Full-size originals lie elsewhere."))
    size = card.preprocess.squash_size
    assert said(rule(card=measured, acquisition=Acquisition(rows=2000, columns=1500)), "form") == "Full-size originals lie elsewhere."
    assert not said(rule(card=measured, acquisition=Acquisition(rows=size, columns=size)), "form")
    assert not said(rule(card=card, acquisition=Acquisition(rows=2000, columns=1500)), "form")


def test_sentences_tell_the_numbers_that_were_judged(rule: Rule) -> None:
    assert "(log10 +1.80)" in said(rule(log10_lr=9.0, readings=(9.0,)), "bounded")
    assert "(log10 -1.90)" in said(rule(log10_lr=-9.0, readings=(-9.0,)), "bounded")
    assert "0.90 apart" in said(rule(side=Side.UNKNOWN, readings=(1.9, 1.0), log10_lr=1.45), "side")
    assert "25 to 75 months, reaches outside the 48 to 216 months" in said(rule(age=age(50.0)), "outside_validation")
    assert "of 300 months lies outside the 48 to 216 months" in said(rule(age=age(300.0)), "outside_validation")
    assert "an age of 45 years" in said(rule(acquisition=Acquisition(patient_age_years=45.0)), "outside_validation")


@pytest.mark.parametrize(
    ("share", "much", "how"),
    [
        (0.02, "Only 2.0 % of the calibration hands", "it is unlike them ("),
        (0.009, "Only 0.9 % of the calibration hands", "it is too unlike them to be evaluated ("),
        (0.0004, "Less than 0.1 % of the calibration hands", "it is too unlike them to be evaluated ("),
    ],
)
def test_how_unlike_a_radiograph_is_stands_in_its_sentence(rule: Rule, share: float, much: str, how: str) -> None:
    told = said(rule(typicality=share), "typicality")
    assert told.startswith(much) and how in told
    assert told.endswith("(warning below 5.0 %, refusal below 1.0 %).")


def test_a_right_hand_needs_no_word_where_the_model_was_validated_on_right_hands(rule: Rule, widened: Callable[..., ModelCard]) -> None:
    card = widened()
    both = replace(card, validated=replace(card.validated, side="left and right"))
    assert "mirrored" in said(rule(side=Side.RIGHT), "side") and not said(rule(side=Side.RIGHT, card=both), "side")
