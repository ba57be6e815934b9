"""What a bundle's predictions show: the counts at a rule, exact intervals, and costs that are those of its evaluation."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from forensix import settings
from forensix.reporting import evidence
from tests.support import facts as made_up

SHIPPED = [folder for folder in sorted(settings.packaged("models").iterdir()) if (folder / "predictions.csv").is_file()]


def of(rows: str, threshold: float = 0.95, prior_male: float = 0.5) -> dict[str, dict[str, object]]:
    found = evidence.of_predictions(f"subject,sex,log10_lr,outcome,bone_age_months,reason\n{rows}".encode(), threshold, prior_male)
    assert found is not None
    return {row["group"]: row for row in found["errors"]}


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_models_rates_are_recomputed_from_its_predictions(folder: Path) -> None:
    evaluation = json.loads((folder / "evaluation.json").read_text(encoding="utf-8"))
    rule = evaluation["decision"]
    found = evidence.of_predictions((folder / "predictions.csv").read_bytes(), rule["threshold"], rule["prior"])
    assert found is not None
    for name in ("cllr", "cllr_min", "expected_calibration_error"):
        assert found[name] == pytest.approx(evaluation[name]["value"], abs=1e-5)
    for row in found["errors"][:2]:
        metric = evaluation["by_sex"][row["group"].removesuffix("s")]["decided_accuracy"]
        assert row["right"] + row["wrong"] == metric["n"]
        assert 1 - row["wrong_share"] == pytest.approx(metric["value"])
        assert (1 - row["wrong_high"], 1 - row["wrong_low"]) == pytest.approx((metric["low"], metric["high"]), abs=1e-6)
        assert row["indeterminate"] / row["n"] == pytest.approx(evaluation["by_sex"][row["group"][:-1]]["indeterminate_rate"]["value"])


def test_every_hand_is_counted_once_and_the_rule_decides() -> None:
    rows = "a,male,1.5,male,100,\nb,male,1.0,indeterminate,100,threshold\nc,female,1.5,male,,\nd,female,-1.5,not_evaluated,30,atypical"
    usual, other = of(rows), of(rows, 0.85)
    assert [usual["all"][key] for key in ("n", "right", "wrong", "indeterminate", "not_evaluated")] == [4, 1, 1, 1, 1]
    assert [other["males"][key] for key in ("right", "wrong", "indeterminate")] == [2, 0, 0]
    assert usual["5-10 years"]["n"] == 2 and "10-14 years" not in usual


def test_readings_that_disagree_stay_indeterminate_at_every_rule() -> None:
    rows = "a,male,1.5,indeterminate,100,readings_disagree\nb,female,-1.5,female,100,"
    assert of(rows, 0.75)["males"]["indeterminate"] == 1


def test_the_prior_moves_what_is_decided() -> None:
    rows = "a,male,1.0,indeterminate,100,threshold\nb,female,-1.0,indeterminate,100,threshold"
    assert of(rows, 0.95, 0.8)["males"]["right"] == 1
    assert of(rows, 0.95, 0.8)["females"]["indeterminate"] == 1


@pytest.mark.parametrize(("hits", "n", "low", "high"), [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (5, 194, 0.00842, 0.05912)])
def test_intervals_are_clopper_pearsons(hits: int, n: int, low: float, high: float) -> None:
    assert evidence.clopper_pearson(hits, n) == pytest.approx((low, high), abs=1e-4)


def test_curves_have_the_shape_that_they_must_have() -> None:
    found = evidence.of_predictions(made_up.predictions(), 0.95, 0.5)
    assert found is not None
    for curve in found["tippett"].values():
        shares = [share for _, share in curve]
        assert shares == sorted(shares, reverse=True) and shares[0] == 1.0
    entropy = found["empirical_cross_entropy"]
    middle = entropy["log10_prior_odds"].index(0.0)
    assert entropy["reported"][middle] == pytest.approx(found["cllr"])
    assert entropy["recalibrated"][middle] == pytest.approx(found["cllr_min"])
    assert entropy["no_ratio"][middle] == pytest.approx(1.0)
    assert all(best <= seen + 1e-12 for best, seen in zip(entropy["recalibrated"], entropy["reported"], strict=True))
    assert found["cllr_cal"] == pytest.approx(found["cllr"] - found["cllr_min"])
    assert all(math.isfinite(number) for row in found["reliability"] for number in row)


@pytest.mark.parametrize("rows", ["", "a,male,1.0,male,100,"])
def test_predictions_of_one_sex_or_none_show_nothing(rows: str) -> None:
    assert evidence.of_predictions(f"subject,sex,log10_lr,outcome,bone_age_months,reason\n{rows}".encode(), 0.95, 0.5) is None


def test_a_hand_at_the_end_of_a_band_is_of_the_next_one() -> None:
    found = of("a,male,1.5,male,59.9,\nb,female,-1.5,female,60,\nc,male,1.5,male,120,")
    assert {name: row["n"] for name, row in found.items() if "years" in name} == {"0-5 years": 1, "5-10 years": 1, "10-14 years": 1}


def test_each_count_and_curve_is_of_the_hands_that_it_names() -> None:
    """Males lie above females in the Tippett plot, and the share of males in a bin lies inside its own interval."""
    head, *rows = made_up.predictions().decode().splitlines()
    males, females = ([row for row in rows if row.split(",")[2] == sex] for sex in ("male", "female"))
    found = evidence.of_predictions("\n".join([head, *males, *females[:150]]).encode(), 0.95, 0.5)
    assert found is not None
    assert (found["n_male"], found["n_female"]) == (len(males), 150) != (150, 150)
    at_even = {sex: min(found["tippett"][sex], key=lambda point: abs(point[0]))[1] for sex in ("male", "female")}
    assert at_even["male"] > 0.5 > at_even["female"]
    assert all(low <= share <= high for _, share, low, high, _ in found["reliability"])
    assert found["reliability"][0][1] < 0.5 < found["reliability"][-1][1]
