"""What a site's radiographs support, by their number: bound, range, adults; and that a record is computed again from its predictions."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from forensix.inference.card_schema import Decision
from forensix.inference.model_card import ModelCard
from forensix.validation import predictions as tables
from forensix.validation import site_record
from forensix.validation.metrics import Prediction
from forensix.validation.site_record import SiteRecordRejected

RULE = Decision(0.95, 0.5)


def hands(n: int, *, apart: float = 60.0, years: float | None = None) -> list[Prediction]:
    """Half of each sex, their logits `apart` standard deviations from one another, estimated at 100 to 170 months."""
    random = np.random.default_rng(n)
    found = []
    for index in range(n):
        male = index % 2 == 0
        logit = float(random.normal(apart / 2 if male else -apart / 2, 1.0))
        months = 100.0 + 70.0 * index / n
        sex = "male" if male else "female"
        known = dict(bone_age_months=None, estimated_months=months, age_low=months - 20, age_high=months + 20, typicality=0.5)
        found.append(Prediction(f"s{index}", "", sex, logit, 0.0, logit, "not_evaluated", **known, age_years=years, readings=(logit,)))  # type: ignore[arg-type]
    return found


@pytest.fixture(scope="module")
def card(tiny_models: Path) -> ModelCard:
    return ModelCard.read(tiny_models / "tiny-resnet18")


def computed(card: ModelCard, given: list[Prediction]) -> dict:  # type: ignore[type-arg]
    return site_record.compute(tables.as_csv(given).encode(), card, "Somewhere", RULE, 5)


@pytest.mark.parametrize(("n", "ratio"), [(30, 15), (40, 20), (60, 30), (100, 49), (200, 100)])
def test_the_bound_follows_from_the_number_of_persons(card: ModelCard, n: int, ratio: int) -> None:
    table = site_record._calibration(hands(n))
    assert 10 ** table["log10_lr_high"] == pytest.approx(ratio, rel=0.06)


def test_a_small_site_cannot_reach_the_rule_and_its_record_says_so(card: ModelCard) -> None:
    small, large = computed(card, hands(30)), computed(card, hands(80))
    assert small["reach"] == {"male": False, "female": False}
    assert "cannot reach a posterior of 0.95 at a prior of 0.5 for male or female" in small["sentences"][1]
    assert {p for p in small["metrics"]["confusion"]} == {"female", "male"}
    assert small["metrics"]["decided_accuracy"] is None
    assert large["reach"] == {"male": True, "female": True} and len(large["sentences"]) == 1
    assert large["metrics"]["decided_accuracy"]["value"] == 1.0


def test_range_and_adults_follow_from_the_hands(card: ModelCard) -> None:
    record = computed(card, hands(80, years=40.0))
    assert record["validated"]["months"] == [96.0, 180.0]
    assert record["adults"] == {"years": [40.0, 40.0], "female": 40, "male": 40}
    assert record["metrics"]["not_evaluated_rate"]["value"] == 0.0
    assert computed(card, hands(80))["adults"] is None


def test_two_radiographs_of_one_person_are_one_case_of_the_calibration(card: ModelCard) -> None:
    given = hands(40)
    twice = [*given, *(replace(p, logit=-p.logit) for p in given)]
    assert site_record._calibration(twice)["a"] == pytest.approx(site_record._calibration(given)["a"])


def test_too_few_hands_or_none_of_one_sex_make_no_record(card: ModelCard) -> None:
    with pytest.raises(SiteRecordRejected, match="10 subjects of each sex"):
        computed(card, hands(16))
    with pytest.raises(SiteRecordRejected, match="hands of each sex"):
        computed(card, [replace(p, estimated_months=12.0 * (index % 23)) for index, p in enumerate(hands(40))])
    with pytest.raises(SiteRecordRejected, match="no evidence"):
        computed(card, [replace(p, logit=-p.logit) for p in hands(60, apart=3.0)])


def test_a_record_is_computed_again_and_every_number_compared(card: ModelCard, tmp_path: Path) -> None:
    import json

    text = tables.as_csv(hands(60, apart=3.0)).encode()
    (tmp_path / "predictions.csv").write_bytes(text)
    stated = site_record.Stated("0" * 64, 0, "Anna", datetime(2026, 11, 21, tzinfo=UTC))
    record = json.loads(site_record.make(tmp_path, card, "Somewhere", RULE, stated, draws=5))
    site_record.check(record, text, card)
    better = {**record, "metrics": {**record["metrics"], "accuracy": {**record["metrics"]["accuracy"], "value": 0.99}}}
    with pytest.raises(SiteRecordRejected, match="metrics"):
        site_record.check(better, text, card)
    with pytest.raises(SiteRecordRejected, match="praise"):
        site_record.check({**record, "praise": "the best"}, text, card)
    with pytest.raises(SiteRecordRejected, match="another"):
        site_record.check({**record, "weights_sha256": "1" * 64}, text, card)


def test_no_hand_is_judged_by_a_calibration_that_was_fitted_on_it(card: ModelCard) -> None:
    """Another logit of a hand changes the ratios of the other folds' hands, and of no other hand in its own fold."""
    given = hands(60, apart=2.0)
    terms, folds = site_record._terms(given, card, "Somewhere", RULE), site_record._folds(given)
    changed = [replace(p, logit=p.logit + 3.0, readings=(p.logit + 3.0,)) if index == 0 else p for index, p in enumerate(given)]
    before, after = (site_record.under_own_terms(one, card, terms) for one in (given, changed))
    moved = [one.log10_lr_unbounded != other.log10_lr_unbounded for one, other in zip(before, after, strict=True)]
    assert folds.count(folds[0]) > 1
    assert moved[1:] == [fold != folds[0] for fold in folds[1:]]
