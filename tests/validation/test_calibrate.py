"""Calibration against data whose likelihood ratios are known."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from forensix.inference import typicality as unlikeness
from forensix.inference.calibration import Calibration
from forensix.inference.card_schema import AgeBand, AgeScale
from forensix.validation import calibrate
from forensix.validation.manifest import BANDS


def normal_logits(n_male: int, n_female: int, seed: int = 1, distance: float = 3.0) -> tuple[np.ndarray, np.ndarray]:
    """Two unit normals `distance` apart: the true ln LR is distance * x."""
    random = np.random.default_rng(seed)
    logits = np.concatenate([random.normal(distance / 2, 1, n_male), random.normal(-distance / 2, 1, n_female)])
    return logits, np.arange(n_male + n_female) < n_male


def test_known_likelihood_ratio_is_recovered_whatever_the_sex_ratio() -> None:
    logits, male = normal_logits(30_000, 5_000)
    table = calibrate.calibrate_sex(logits, male)
    calibration = Calibration(**table)
    for x in (-1.0, 0.0, 0.7):
        assert calibration.log10_lr(x) == pytest.approx(3.0 * x / math.log(10), abs=0.06)


def test_bound_is_on_the_log10_scale_and_grows_with_the_part() -> None:
    highs = []
    for n in (30, 300, 3000):
        logits, male = normal_logits(n, n, distance=4.0)
        table = calibrate.calibrate_sex(logits, male)
        assert -math.log10(n + 1) - 0.011 <= table["log10_lr_low"] < -0.5
        assert 0.5 < table["log10_lr_high"] <= math.log10(n + 1) + 0.011
        highs.append(table["log10_lr_high"])
    assert highs == sorted(highs)
    assert highs[-1] > 2.0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_bounds_are_those_of_another_program() -> None:
    """lir's, which takes log10, says nothing when it is given natural logarithms, and writes into what it is given."""
    bayeserror = pytest.importorskip("lir.algorithms.bayeserror")
    random = np.random.default_rng(4)
    for n_male, n_female, distance in [(5, 9, 2.0), (40, 40, 30.0), (300, 120, 1.0), (503, 426, 3.0), (800, 800, 0.2), (60, 60, -1.0)] * 5:
        logits, male = normal_logits(n_male, n_female, int(random.integers(10**6)), distance)
        for ratios in (logits * distance / math.log(10), logits - 0.7):
            expected = bayeserror.elub(ratios.copy(), male.astype(int), add_misleading=1)
            assert calibrate.bounds(ratios, male) == pytest.approx(expected, abs=1e-9)


def test_a_single_reading_that_scatters_more_gets_a_flatter_calibration_of_its_own() -> None:
    logits, male = normal_logits(2000, 2000)
    random = np.random.default_rng(5)
    readings = logits[:, None] + random.normal(0.0, 1.2, (len(logits), 2))
    table = calibrate.with_once(lambda found: calibrate.calibrate_sex(found, male), readings)
    alone = calibrate.calibrate_sex(readings[:, 0], male)
    assert table["once"]["a"] == alone["a"] < table["a"] == calibrate.calibrate_sex(readings.mean(axis=1), male)["a"]
    assert "n_male" not in table["once"] and "method" not in table["once"]  # only what differs


def test_perfect_separation_stays_finite() -> None:
    a, b = calibrate.logistic(np.array([-2.0, -1.0, 1.0, 2.0]), np.array([False, False, True, True]))
    assert math.isfinite(a)
    assert math.isfinite(b)
    assert a > 0


@pytest.mark.parametrize("male", [np.ones(50, bool), np.zeros(50, bool)])
def test_one_sex_is_no_calibration_part(male: np.ndarray) -> None:
    with pytest.raises(ValueError, match="both sexes"):
        calibrate.calibrate_sex(np.linspace(-1, 1, 50), male)


def test_logits_that_speak_for_the_wrong_sex_are_refused() -> None:
    logits, male = normal_logits(200, 200)
    with pytest.raises(ValueError, match="no evidence"):
        calibrate.calibrate_sex(-logits, male)


def test_age_interval_covers_new_hands_and_bias_is_subtracted() -> None:
    random = np.random.default_rng(5)
    months = random.uniform(24, 216, 4000)
    outputs = (months + 3.0 + random.normal(0, 9, 4000) - 120.0) / 40.0
    table = calibrate.calibrate_age(outputs[:900], months[:900], 120.0, 40.0)
    low, high = table["interval"]
    estimates = 120.0 + 40.0 * outputs[900:] - table["bias"]
    covered = (estimates + low <= months[900:]) & (months[900:] <= estimates + high)
    assert table["bias"] == pytest.approx(3.0, abs=1.0)
    assert covered.mean() == pytest.approx(0.95, abs=0.015)


def test_too_few_ages_are_refused() -> None:
    with pytest.raises(ValueError, match="do not carry"):
        calibrate.calibrate_age(np.zeros(20), np.arange(20.0), 0.0, 1.0)


def test_typicality_alarms_at_its_level_on_hands_of_the_same_kind_and_on_all_others() -> None:
    random = np.random.default_rng(7)
    mixing = random.normal(size=(12, 40))
    hands = (random.normal(size=(3000, 12)) @ mixing + 0.1 * random.normal(size=(3000, 40))).astype(np.float32)
    tensors = calibrate.calibrate_typicality(hands[:1000], hands[1000:2000, None], rank=12)

    def shares(features: np.ndarray) -> np.ndarray:
        return np.array([unlikeness.typicality(unlikeness.score(hand, tensors), tensors) for hand in features])

    usual = shares(hands[2000:])
    assert (usual < 0.05).mean() == pytest.approx(0.05, abs=0.025)
    assert (usual < 0.01).mean() == pytest.approx(0.01, abs=0.012)
    assert (shares(random.normal(size=(20, 40)).astype(np.float32) * 10) < 0.01).all()
    unlikeness.check(tensors)


def regressed_ages(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """True ages, few of them at both ends, and the outputs of a network that draws every age towards the middle."""
    random = np.random.default_rng(seed)
    months = np.clip(random.normal(128, 42, n), 10, 227)
    return months, (128 + 0.85 * (months - 128) + random.normal(0, 9, n) - 120.0) / 40.0


def scale_of(table: dict[str, Any]) -> AgeScale:
    bands = tuple(AgeBand(band["from"], tuple(band["interval"])) for band in table["bands"])
    return AgeScale(table["mean"], table["sd"], table["bias"], tuple(table["interval"]), bands)


def coverage(scale: AgeScale, months: np.ndarray, outputs: np.ndarray) -> dict[str, float]:
    spans = np.array([scale.span(scale.months(float(output))) for output in outputs])
    held = (spans[:, 0] <= months) & (months <= spans[:, 1])
    return {name: float(held[(months >= low) & (months < high)].mean()) for name, low, high in BANDS}


def test_within_bands_the_interval_covers_the_youngest_and_the_oldest_too() -> None:
    months, outputs = regressed_ages(1500, 1)
    scale = scale_of(calibrate.calibrate_age(outputs, months, 120.0, 40.0))
    fresh = regressed_ages(30_000, 2)
    assert min(coverage(replace(scale, bands=()), *fresh).values()) < 0.90
    assert min(coverage(scale, *fresh).values()) > 0.93


def test_a_hand_at_a_band_s_end_is_of_the_next_band() -> None:
    months = np.repeat([30.0, 60.0, 120.0], 50)
    table = calibrate.calibrate_age((months - 120.0) / 40.0, months, 120.0, 40.0)
    assert [(band["n"], band["reaches_from"]) for band in table["bands"]][:3] == [(50, 30.0), (50, 60.0), (50, 120.0)]


def test_a_band_of_few_hands_borrows_those_nearest_in_age() -> None:
    months = np.concatenate([np.linspace(20, 203, 500), np.linspace(204, 220, 5)])
    table = calibrate.calibrate_age((months - 120.0) / 40.0, months, 120.0, 40.0)
    oldest = table["bands"][-1]
    assert oldest["from"] == 204.0
    assert oldest["n"] == calibrate.LEAST_FOR_INTERVAL
    assert oldest["reaches_from"] > 185.0


def test_an_interval_holds_its_estimate_and_is_that_of_all_where_no_band_fits() -> None:
    scale = AgeScale(0.0, 1.0, 0.0, (-5.0, 5.0), (AgeBand(0.0, (10.0, 12.0)), AgeBand(100.0, (10.0, 12.0))))
    assert scale.span(50.0) == (50.0, 62.0)
    assert scale.span(98.0) == (98.0, 110.0)
    assert replace(scale, bands=(AgeBand(0.0, (200.0, 300.0)), AgeBand(100.0, (-50.0, -40.0)))).span(30.0) == (25.0, 35.0)
