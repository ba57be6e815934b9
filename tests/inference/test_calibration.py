"""Logit to bounded likelihood ratio and posterior."""

import math

import pytest

from forensix.inference.calibration import Calibration, posterior, sha256_of


def test_the_part_s_prior_odds_are_taken_out_again() -> None:
    """A logit that says no more than the part's own sex ratio is a likelihood ratio of 1."""
    calibration = Calibration(a=2.0, b=0.5, n_female=100, n_male=300, log10_lr_low=-2.0, log10_lr_high=1.5)
    neutral = (math.log(3.0) - 0.5) / 2.0
    assert calibration.log10_lr(neutral) == pytest.approx(0.0, abs=1e-12)
    assert calibration.log10_lr(neutral + 1.0) == pytest.approx(2.0 / math.log(10.0))


def test_the_ratio_is_held_inside_what_the_part_supports() -> None:
    calibration = Calibration(a=1.0, b=0.0, n_female=10, n_male=10, log10_lr_low=-2.0, log10_lr_high=1.5)
    assert [calibration.bounded(value) for value in (-9.0, -1.0, 0.0, 1.0, 9.0)] == [-2.0, -1.0, 0.0, 1.0, 1.5]


@pytest.mark.parametrize(
    ("log10_lr", "prior", "expected"), [(0.0, 0.5, 0.5), (1.0, 0.5, 10 / 11), (-1.0, 0.5, 1 / 11), (1.0, 0.1, 10 / 19)]
)
def test_posterior_is_bayes_rule(log10_lr: float, prior: float, expected: float) -> None:
    assert posterior(log10_lr, prior) == pytest.approx(expected)


def test_posterior_stands_extreme_ratios() -> None:
    assert posterior(400.0, 0.5) == 1.0
    assert 0.0 <= posterior(-400.0, 0.5) < 1e-300


@pytest.mark.parametrize(
    "wrong", [{"a": 0.0}, {"a": math.nan}, {"b": math.inf}, {"n_male": 0}, {"log10_lr_low": 0.0}, {"log10_lr_high": math.inf}]
)
def test_what_is_no_calibration_is_refused(wrong: dict[str, float]) -> None:
    sound = {"a": 1.0, "b": 0.0, "n_female": 1, "n_male": 1, "log10_lr_low": -1.0, "log10_lr_high": 1.0}
    with pytest.raises(ValueError):
        Calibration(**(sound | wrong))  # type: ignore[arg-type]


def test_the_hash_is_of_the_values_and_not_of_itself() -> None:
    table = {"a": 1.0, "n_male": 5, "method": "platt"}
    assert sha256_of(table) == sha256_of(dict(reversed(list(table.items()))) | {"sha256": "whatever"})
    assert sha256_of(table) != sha256_of(table | {"a": 1.0000001})
