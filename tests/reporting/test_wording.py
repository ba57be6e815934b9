"""Numbers and words: significant figures, direction, the verbal scale at every edge, both ways."""

from __future__ import annotations

import math
import tomllib
from datetime import UTC, datetime

import pytest

from forensix import settings
from forensix.domain.examination import Outcome
from forensix.reporting import wording
from tests.support import facts as made_up

SCALE = tomllib.loads((settings.resources() / "verbal_scale.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("value", "text"),
    [(6.31, "6.3"), (16.4, "16"), (164, "160"), (1640, "1 600"), (0.0623, "0.062"), (-0.8, "−0.80"), (9.96, "10"), (99.6, "100"), (0, "0")],
)
def test_two_significant_figures(value: float, text: str) -> None:
    assert wording.figures(value) == text


def test_not_a_number_is_said_in_words() -> None:
    assert {wording.figures(math.nan), wording.fixed(math.inf), wording.probability(math.nan), wording.years(math.nan)} == {"not available"}


@pytest.mark.parametrize(
    ("log10_lr", "text"),
    [
        (1.2, "15 in favour of male over female"),
        (-1.2, "15 in favour of female over male"),
        (0.0, "1.0: neither proposition is favoured"),
        (0.01, "1.0: neither proposition is favoured"),
    ],
)
def test_a_ratio_has_a_direction(log10_lr: float, text: str) -> None:
    assert wording.likelihood_ratio(log10_lr) == text


@pytest.mark.parametrize("band", SCALE["band"], ids=lambda band: band["words"])
@pytest.mark.parametrize("sign", [1, -1])
def test_every_edge_of_the_scale_in_both_directions(band: dict[str, object], sign: int) -> None:
    low, high = float(str(band["low"])), float(str(band["high"]))
    at_low = wording.verbal(sign * math.log10(low), SCALE)
    below_high = wording.verbal(sign * (math.log10(high) - 1e-6), SCALE) if math.isfinite(high) else wording.verbal(sign * 9.0, SCALE)
    assert at_low == below_high
    if not band["directed"]:
        assert at_low == SCALE["neither"]
        return
    assert str(band["words"]) in at_low
    first = "male" if sign > 0 else "female"
    assert f"for the proposition that the hand is of a {first} over" in at_low
    assert wording.verbal(sign * (math.log10(low) - 1e-6), SCALE) != at_low


@pytest.mark.parametrize("prior", [0.3, 0.5, 0.7])
@pytest.mark.parametrize("log10_lr", [-1.6, 0.0, 0.8])
def test_the_posterior_is_ratio_times_prior_odds(prior: float, log10_lr: float) -> None:
    posterior = wording.posterior(log10_lr, prior)
    assert posterior / (1 - posterior) == pytest.approx(10**log10_lr * prior / (1 - prior), rel=1e-9)


def test_a_probability_is_never_rounded_to_certainty() -> None:
    assert wording.probability(0.99999) == "0.999"
    assert wording.probability(0.00001) == "0.001"


def test_an_outcome_carries_its_reason() -> None:
    sex = made_up.examination(outcome=Outcome.NOT_EVALUATED, reason="outside_validation").sex
    assert wording.outcome(sex) == "not evaluated (outside the range for which the model was validated)"


def test_times_are_in_utc_or_say_that_they_are_not() -> None:
    assert wording.moment("2026-11-20T10:00:00+02:00") == "2026-11-20 08:00:00 UTC"
    assert wording.moment(datetime(2026, 11, 20, 10)).endswith("time zone not stated")
    assert wording.moment(datetime(2026, 11, 20, 10, tzinfo=UTC)) == "2026-11-20 10:00:00 UTC"
    assert wording.moment("long ago") == "long ago"


@pytest.mark.parametrize(
    ("minutes", "zone", "there"),
    [(-210, "UTC−03:30", "2026-11-19 21:30:00"), (345, "UTC+05:45", "2026-11-20 06:45:00"), (0, "UTC+00:00", "2026-11-20 01:00:00")],
)
def test_local_times_lie_on_their_own_side_of_utc(minutes: int, zone: str, there: str) -> None:
    at = datetime(2026, 11, 20, 1, tzinfo=UTC)
    assert wording.local_moment(at, minutes) == f"2026-11-20 01:00:00 UTC ({there} at {zone})"


def test_a_missing_metric_is_a_dash() -> None:
    assert wording.interval(None) == wording.interval({"value": None}) == ("–", "–", "–")
    assert wording.interval({"value": 0.9, "low": 0.85, "high": 0.94, "n": 1200}) == ("90.0 %", "85.0 % to 94.0 %", "1 200")
