"""The numbers of a structured report: none is rounded into another meaning."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from forensix.domain.examination import Outcome
from forensix.exporting import dicom_report
from forensix.exporting.exhibit import Exhibit
from forensix.reporting import wording
from tests.support import facts as made_up


def numbers(**changes: Any) -> dict[str, float]:
    """Code -> value of an estimate's numbers."""
    run = made_up.examination(1)
    exhibit = SimpleNamespace(examination=replace(run, sex=replace(run.sex, **changes)), program="forensix")
    items = dicom_report._estimate(cast(Exhibit, exhibit))
    return {item.name.value: float(item.value) for item in items if item.value_type.value == "NUM"}


def test_a_small_typicality_does_not_become_nought() -> None:
    """Levels of refusal lie at 0.01 and below: two decimals would hide on which side an item is."""
    assert [numbers(typicality=value)["TYPICALITY"] for value in (0.0032, 0.0, 0.42)] == [0.0032, 0.0, 0.42]


def test_a_posterior_is_never_certainty() -> None:
    assert [numbers(probability_male=value)["POSTERIOR_MALE"] for value in (0.9999, 0.0001, 0.863)] == [0.999, 0.001, 0.863]


def exhibit(**changes: Any) -> Exhibit:
    """What a report is made of, with the examiner's conclusion; fields of the estimate can be changed by name."""
    item = made_up.item()
    run = replace(item.examination, sex=replace(item.examination.sex, **changes))
    made = SimpleNamespace(examination=run, program="forensix", conclusion=item.conclusion, concluded_by=made_up.EXAMINER)
    return cast(Exhibit, made)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_has_the_code_of_the_proposition_that_it_supports(outcome: Outcome) -> None:
    wanted = {Outcome.MALE: "SUPPORTS_MALE", Outcome.FEMALE: "SUPPORTS_FEMALE"}.get(outcome, outcome.value.upper())
    estimate = dicom_report._estimate(exhibit(outcome=outcome))
    assert [item.value.value for item in estimate if item.name.value == "OUTCOME"] == [wanted]
    other = Outcome.FEMALE if outcome is Outcome.MALE else Outcome.MALE
    made = exhibit(outcome=other)
    made.conclusion = replace(made_up.item().conclusion, outcome=outcome)  # type: ignore[misc]
    (part,) = dicom_report._conclusion(made)
    assert [item.value.value for item in part.ContentSequence if item.name.value == "CONCLUDED"] == [wanted]


def test_the_ages_are_those_of_the_interval_in_their_order() -> None:
    age = made_up.examination().age
    assert age is not None
    found = {item.name.value: float(item.value) for item in dicom_report._age(exhibit())}
    assert found == {"AGE": round(age.months), "AGE_LOW": round(age.low), "AGE_HIGH": round(age.high)}
    assert found["AGE_LOW"] < found["AGE"] < found["AGE_HIGH"]


@pytest.mark.parametrize("ratio", [19.6, 6.31, 1.99, 1.0, 1096.0])
def test_the_ratio_is_told_as_the_report_tells_it(ratio: float) -> None:
    """Cut to two figures, never rounded up; below 1 the reciprocal of what the report prints for the other sex."""
    told = float(wording.ratio(math.log10(ratio)).replace(" ", ""))
    assert numbers(log10_lr=math.log10(ratio))["LIKELIHOOD_RATIO"] == told <= ratio
    assert numbers(log10_lr=-math.log10(ratio))["LIKELIHOOD_RATIO"] == pytest.approx(1 / told, rel=1e-3)


@pytest.mark.parametrize("value", [0.9499, 0.9501, 0.0501, 0.5004, 0.4996])
def test_a_posterior_that_misses_the_threshold_does_not_read_as_if_it_reached_it(value: float) -> None:
    told = numbers(probability_male=value)["POSTERIOR_MALE"]
    assert f"{told:.3f}" == wording.probability(value)
    assert (value >= 0.95) == (told >= 0.95) and (value <= 0.05) == (told <= 0.05)


@pytest.mark.parametrize(("value", "told"), [(46 / 929, 0.049), (0.05, 0.05), (0.00999, 0.0099), (0.001, 0.001), (1.0, 1.0)])
def test_a_typicality_below_its_level_does_not_read_as_if_it_reached_it(value: float, told: float) -> None:
    assert numbers(typicality=value)["TYPICALITY"] == told
