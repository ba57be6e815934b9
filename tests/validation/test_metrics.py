"""Every metric against a definition written out here or a library's own."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, precision_recall_fscore_support, roc_auc_score

from forensix.validation import metrics
from forensix.validation.metrics import Prediction

DRAWS = 60


def predictions(n: int = 300, seed: int = 0, *, ages: bool = True) -> list[Prediction]:
    random = np.random.default_rng(seed)
    found = []
    for index in range(n):
        male = index % 5 < 3
        ratio = random.normal(0.8 if male else -0.8, 1.0)
        bounded = float(np.clip(ratio, -1.5, 1.5))
        outcome = "indeterminate" if abs(bounded) < 1.28 else "male" if bounded > 0 else "female"
        age = float(random.uniform(1, 228))
        found.append(
            Prediction(
                subject=f"s{index}",
                part="test",
                sex="male" if male else "female",
                logit=ratio,
                log10_lr=bounded,
                log10_lr_unbounded=ratio,
                outcome=outcome,
                bone_age_months=age if ages else None,
                estimated_months=age + random.normal(1.0, 9.0) if ages else None,
            )
        )
    return found


def test_against_scikit_learn() -> None:
    given = predictions()
    found = metrics.measure(given, draws=DRAWS)
    truth = [p.sex for p in given]
    called = [p.forced_choice for p in given]
    precision, recall, f1, _ = precision_recall_fscore_support(truth, called, average="macro")
    assert found["precision"]["value"] == pytest.approx(precision)
    assert found["recall"]["value"] == pytest.approx(recall)
    assert found["f1"]["value"] == pytest.approx(f1)
    assert found["cohen_kappa"]["value"] == pytest.approx(cohen_kappa_score(truth, called))
    assert found["auc"]["value"] == pytest.approx(roc_auc_score([t == "male" for t in truth], [p.log10_lr_unbounded for p in given]))
    assert found["accuracy"]["value"] == pytest.approx(np.mean([t == c for t, c in zip(truth, called, strict=True)]))
    assert found["confusion"]["male"]["female"] == sum(t == "male" and c == "female" for t, c in zip(truth, called, strict=True))


def test_intervals_hold_their_value_and_are_seeded() -> None:
    found = metrics.measure(predictions(), draws=DRAWS)
    again = metrics.measure(predictions(), draws=DRAWS)
    assert found == again
    for name, metric in found.items():
        if isinstance(metric, dict) and "value" in metric:
            assert metric["low"] <= metric["value"] <= metric["high"] or name == "expected_calibration_error"
            assert metric["low"] < metric["high"]


def test_clopper_pearson_of_a_textbook_case() -> None:
    for hits, low, high in ((8, 0.4439, 0.9748), (0, 0.0, 0.3085)):
        found = metrics.proportion(hits, 10)
        assert found == {"value": hits / 10, "low": pytest.approx(low, abs=1e-4), "high": pytest.approx(high, abs=1e-4), "n": 10}
    assert metrics.proportion(0, 0) is None


def test_cost_of_likelihood_ratios() -> None:
    given = predictions()
    male = np.array([p.sex == "male" for p in given])
    ratio = 10.0 ** np.array([p.log10_lr for p in given])
    expected = (np.mean(np.log2(1 + 1 / ratio[male])) + np.mean(np.log2(1 + ratio[~male]))) / 2
    found = metrics.measure(given, draws=DRAWS)
    assert found["cllr"]["value"] == pytest.approx(expected)
    assert 0 < found["cllr_min"]["value"] < found["cllr_unbounded"]["value"]


def test_the_least_cost_does_not_change_under_a_monotone_map_and_is_0_for_a_perfect_order() -> None:
    sample = metrics.Sample.of(predictions())
    stretched = metrics.Sample.of(predictions())
    stretched.unbounded[:] = np.sinh(stretched.unbounded)
    assert metrics.cllr_min(stretched) == pytest.approx(metrics.cllr_min(sample))
    stretched.unbounded[:] = np.where(stretched.male, 1.0, -1.0)
    assert metrics.cllr_min(stretched) == 0.0


def test_uninformative_ratios_cost_one_bit() -> None:
    sample = metrics.Sample.of(predictions())
    sample.lr[:] = 0.0
    assert metrics.cllr(sample) == pytest.approx(1.0)


def test_calibration_error_of_calibrated_scores_is_below_its_bound_and_of_others_above() -> None:
    random = np.random.default_rng(2)
    ratios = random.normal(0, 2.5, 4000)
    males = random.random(4000) < 1 / (1 + np.exp(-ratios))
    given = [
        Prediction(str(i), "test", "male" if m else "female", r, r / metrics.LN10, r / metrics.LN10, "male", None, None)
        for i, (m, r) in enumerate(zip(males, ratios, strict=True))
    ]
    sample = metrics.Sample.of(given)
    bound = metrics.calibrated_error_bound(sample, 200)
    assert bound is not None
    assert metrics.expected_calibration_error(sample) < bound
    sample.unbounded[:] *= 3
    overconfident = metrics.calibrated_error_bound(sample, 200)
    assert overconfident is not None
    assert metrics.expected_calibration_error(sample) > overconfident


def test_age_errors_and_agreement() -> None:
    given = predictions()
    errors = np.array([p.estimated_months - p.bone_age_months for p in given])  # type: ignore[operator]
    found = metrics.measure(given, draws=DRAWS)
    assert found["bone_age_mad_months"]["value"] == pytest.approx(np.abs(errors).mean())
    assert found["bone_age_mse"]["value"] == pytest.approx((errors**2).mean())
    # Shrout and Fleiss 1979, table 2: ICC(2,1) of six subjects and four judges is 0.29; here the two-rater form of the same sums.
    sample = metrics.Sample.of(given)
    sample.estimate[:] = sample.age
    assert metrics.bone_age_icc(sample) == pytest.approx(1.0)
    sample.estimate[:] = sample.age + 50.0
    variance = sample.age.var(ddof=1)
    assert metrics.bone_age_icc(sample) == pytest.approx(variance / (variance + 50.0**2 / 2))


@pytest.mark.parametrize("kept", [[], ["male"], ["female"]])
def test_what_is_not_defined_is_null_never_nan(kept: list[str]) -> None:
    given = [p for p in predictions(40, ages=False) if p.sex in kept]
    found = metrics.measure(given, draws=DRAWS)
    text = json.dumps(found, allow_nan=False)
    assert json.loads(text)["auc"] is None
    assert found["bone_age_mad_months"] is None
    assert found["cllr"] is None


def test_an_uncalled_sex_has_no_precision() -> None:
    given = [p for p in predictions(60) if p.forced_choice == "male"]
    found = metrics.measure(given, draws=DRAWS)
    assert found["precision_female"] is None
    assert found["precision"] is None
    assert found["sensitivity_female"]["value"] == 0.0


def test_rows_of_one_subject_are_drawn_together() -> None:
    given = [p for p in predictions(40) for _ in range(5)]
    apart = [
        Prediction(f"{p.subject}-{i}", *(getattr(p, f) for f in list(Prediction.__dataclass_fields__)[1:])) for i, p in enumerate(given)
    ]
    together = metrics.measure(given, draws=200)["auc"]
    wrongly = metrics.measure(apart, draws=200)["auc"]
    assert together["value"] == wrongly["value"]
    assert together["high"] - together["low"] > 1.5 * (wrongly["high"] - wrongly["low"])


def test_bands_and_sexes_add_up() -> None:
    given = predictions()
    bands = metrics.by_age_band(given, draws=DRAWS)
    assert set(bands) == {"0-5", "5-10", "10-14", "14-17", "17+"}
    assert sum(band["n"] for band in bands.values()) == len(given)
    sexes = metrics.by_sex(given, draws=DRAWS)
    assert sexes["male"]["sensitivity_female"] is None
    assert sexes["male"]["n"] + sexes["female"]["n"] == len(given)
    assert math.isclose(sexes["male"]["accuracy"]["value"], sexes["male"]["sensitivity_male"]["value"])


def test_a_band_with_nobody_in_it_is_there_and_says_nothing() -> None:
    young = [p for p in predictions() if p.bone_age_months is not None and p.bone_age_months < 60]
    bands = metrics.by_age_band(young, draws=DRAWS)
    assert set(bands) == {"0-5", "5-10", "10-14", "14-17", "17+"}
    assert bands["0-5"]["n"] == len(young) > 0
    assert bands["17+"]["n"] == 0 and bands["17+"]["accuracy"] is None and bands["17+"]["bone_age_mad_months"] is None


def test_an_interval_leaves_a_fortieth_of_the_draws_on_each_side() -> None:
    assert metrics._interval(500.0, [float(draw) for draw in range(1001)], 7) == {"value": 500.0, "low": 25.0, "high": 975.0, "n": 7}


def test_one_calibrated_set_in_twenty_shows_more_than_the_bound() -> None:
    sample = metrics.Sample.of(predictions())
    bound, probability = metrics.calibrated_error_bound(sample, 400), metrics.probability_male(sample)
    random = np.random.default_rng(9)
    seen = [metrics._gap(probability, random.random(len(probability)) < probability) for _ in range(400)]
    assert bound is not None
    assert np.mean(np.array(seen) > bound) == pytest.approx(0.05, abs=0.03)


def test_an_age_is_covered_from_one_end_of_its_interval_to_the_other() -> None:
    known = replace(predictions(1)[0], bone_age_months=100.0)
    spans = [(90.0, 110.0), (100.0, 110.0), (90.0, 100.0), (101.0, 110.0), (90.0, 99.0), (None, None)]
    given = [replace(known, age_low=low, age_high=high) for low, high in spans]
    found = metrics.measure(given, draws=5)["age_interval_coverage"]
    assert (found["value"], found["n"]) == (3 / 5, 5)
