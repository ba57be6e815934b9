"""How unlike the calibration hands: the score, its share, and tensors that are refused."""

import numpy as np
import pytest
from numpy.typing import NDArray

from forensix.inference.typicality import check, fit, score, typicality

FEATURES, RANK = 12, 4


def hands(count: int, seed: int) -> NDArray[np.float32]:
    random = np.random.default_rng(seed)
    return (random.normal(size=(count, FEATURES)) * np.linspace(3.0, 0.1, FEATURES) + 5.0).astype(np.float32)


@pytest.fixture(scope="module")
def tensors() -> dict[str, NDArray[np.float32]]:
    return fit(hands(500, 1), hands(200, 2), RANK)


def test_at_full_rank_but_one_the_score_is_the_mahalanobis_distance() -> None:
    training = hands(2000, 3)
    tensors = fit(training, training[:5], FEATURES - 1)
    centred = hands(1, 4)[0] - training.mean(axis=0)
    expected = centred @ np.linalg.inv(np.cov(training, rowvar=False)) @ centred
    assert score(hands(1, 4)[0], tensors) == pytest.approx(expected, rel=1e-3)


def test_hands_like_the_calibration_hands_are_evenly_typical(tensors: dict[str, NDArray[np.float32]]) -> None:
    shares = [typicality(score(hand, tensors), tensors) for hand in hands(1000, 5)]
    assert np.mean(np.array(shares) < 0.05) == pytest.approx(0.05, abs=0.035)
    assert np.mean(shares) == pytest.approx(0.5, abs=0.06)


def test_what_is_far_away_is_not_typical_even_outside_the_kept_components(tensors: dict[str, NDArray[np.float32]]) -> None:
    odd = hands(1, 6)[0]
    odd[-1] += 10.0  # a direction of little variance, which rank 4 of 12 does not keep
    assert typicality(score(odd, tensors), tensors) == 0.0
    assert typicality(score(tensors["mean"], tensors), tensors) == 1.0
    assert typicality(float("nan"), tensors) == 0.0


def test_of_two_readings_the_mean_score_counts(tensors: dict[str, NDArray[np.float32]]) -> None:
    both = hands(2, 7)
    assert score(both, tensors) == pytest.approx((score(both[0], tensors) + score(both[1], tensors)) / 2)


def test_a_calibration_hand_is_at_least_as_unusual_as_itself() -> None:
    calibration = hands(50, 8)
    tensors = fit(hands(500, 1), calibration, RANK)
    most = max(calibration, key=lambda hand: score(hand, tensors))
    assert typicality(score(most, tensors), tensors) == pytest.approx(1 / 50)


@pytest.mark.parametrize("rank", [0, FEATURES, 500])
def test_a_rank_that_the_hands_do_not_carry_is_refused(rank: int) -> None:
    with pytest.raises(ValueError, match="components"):
        fit(hands(500, 1), hands(20, 2), rank)


def test_features_that_are_not_finite_are_refused() -> None:
    training = hands(50, 1)
    training[3, 3] = np.nan
    with pytest.raises(ValueError, match="finite"):
        fit(training, hands(5, 2), RANK)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mean", np.zeros(FEATURES + 1)),
        ("mean", np.full(FEATURES, np.nan)),
        ("variances", np.zeros(RANK)),
        ("residual_variance", np.zeros(1)),
        ("scores", np.array([2.0, 1.0])),
        ("scores", np.zeros(0)),
        ("components", None),
    ],
)
def test_tensors_that_fit_did_not_write_are_refused(
    tensors: dict[str, NDArray[np.float32]], name: str, value: NDArray[np.float32] | None
) -> None:
    damaged = {key: kept for key, kept in tensors.items() if key != name} | ({} if value is None else {name: value})
    check(tensors)
    with pytest.raises(ValueError):
        check(damaged)
