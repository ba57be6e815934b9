"""The numbers of a structured report: none is rounded into another meaning."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from forensix.exporting import dicom_report
from forensix.exporting.exhibit import Exhibit
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
