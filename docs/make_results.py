"""Writes what the default model's own files say of it, into README and the training log: python docs/make_results.py.

README gets the table of results, the training log the errors by age band and typicality and the twenty worst; from card.toml,
evaluation.json and predictions.csv.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forensix.reporting import wording
from forensix.validation import metrics as measures
from forensix.validation import predictions
from forensix.validation.manifest import BANDS, band_of
from forensix.validation.metrics import Prediction

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "README.md"
LOG = ROOT / "docs" / "reference" / "training-log.md"
BEGIN, END = "<!-- results:begin -->", "<!-- results:end -->"
TYPICALITY = ((0.0, 0.05), (0.05, 0.25), (0.25, 0.5), (0.5, 1.0))
SHARES = {
    "accuracy": "Accuracy of the forced choice (likelihood ratio above 1 is male)",
    "sensitivity_female": "... of females, called female",
    "sensitivity_male": "... of males, called male",
    "majority_share": "What always calling the larger sex would reach",
    "decided_accuracy": "Accuracy where the outcome is male or female",
    "indeterminate_rate": "Indeterminate",
    "not_evaluated_rate": "Not evaluated",
}
PLAIN = {
    "auc": "Area under the ROC curve",
    "cohen_kappa": "Cohen's kappa",
    "cllr": "Cllr (0 is best, 1 says nothing)",
    "expected_calibration_error": "Expected calibration error (10 bins)",
    "bone_age_mad_months": "Skeletal age, mean absolute error, months",
}


def _shown(metric: dict[str, Any] | None, *, percent: bool) -> str:
    if not metric or metric.get("value") is None:
        return "– | – | –"
    value, low, high = metric["value"], metric.get("low"), metric.get("high")

    def form(number: float) -> str:
        return f"{100 * number:.1f} %" if percent else f"{number:.3f}" if abs(number) < 1 else f"{number:.2f}"

    between = "–" if low is None or high is None else f"{form(low)} to {form(high)}"
    return f"{form(value)} | {between} | {metric.get('n', '–')}"


def _bands(evaluation: dict[str, Any]) -> list[str]:
    rows = [
        "| skeletal age, years | accuracy of the forced choice | 95 % interval | n | always the larger sex | not evaluated |",
        "|---|---|---|---|---|---|",
    ]
    for name, band in evaluation.get("by_age_band", {}).items():
        larger = _shown(band.get("majority_share"), percent=True).split(" |")[0]
        refused = _shown(band.get("not_evaluated_rate"), percent=True).split(" |")[0]
        rows.append(f"| {name} | {_shown(band.get('accuracy'), percent=True)} | {larger} | {refused} |")
    return rows


def _reach(card: dict[str, Any]) -> str:
    """What the bound of the likelihood ratio lets the decision rule say at all."""
    low, high = card["calibration"]["log10_lr_low"], card["calibration"]["log10_lr_high"]
    threshold, prior = card["decision"]["threshold"], card["decision"]["prior"]
    wanted = math.log10(threshold / (1 - threshold))
    odds = math.log10(prior / (1 - prior))
    out = [word for word, reached in (("male", high + odds), ("female", -low - odds)) if reached < wanted]
    bounds = f"1/{wording.ratio(-low)} to {wording.ratio(high)}"
    said = f"Likelihood ratios are bounded to {bounds}; the rule is a posterior of {threshold:g} at a prior of {prior:g}."
    if len(out) == 2:
        return f"{said} So no radiograph can reach male or female: each is indeterminate or not evaluated."
    return f"{said} So no radiograph can reach {out[0]}." if out else said


def results(models: Path) -> str:
    """The block for README; says so if there is nothing to report."""
    default = models / "DEFAULT"
    name = default.read_text(encoding="utf-8").strip() if default.is_file() else ""
    if not name or not (models / name / "evaluation.json").is_file():
        return "Not measured yet: no model is in `models/`."
    evaluation = json.loads((models / name / "evaluation.json").read_text(encoding="utf-8"))
    card = tomllib.loads((models / name / "card.toml").read_text(encoding="utf-8"))
    low, high = card["validated"]["months"]
    metrics = evaluation["metrics"]
    rows = [f"| {text} | {_shown(metrics.get(key), percent=True)} |" for key, text in SHARES.items()]
    rows += [f"| {text} | {_shown(metrics.get(key), percent=False)} |" for key, text in PLAIN.items()]
    return "\n".join(
        (
            f"`{name}` on its test part: {evaluation['n']} radiographs that it was neither trained nor calibrated on, of the same source.",
            f"It may be asked about skeletal ages of {low:.0f} to {high:.0f} months. A second source, or adults, would give other numbers.",
            _reach(card),
            "",
            "| | value | 95 % interval | n |",
            "|---|---|---|---|",
            *rows,
            "",
            *_bands(evaluation),
            "",
            f"Measured when the bundle was made, by the code of `forensix evaluate`; each prediction: `models/{name}/predictions.csv`.",
            *_chance(metrics),
        )
    )


def _chance(metrics: dict[str, Any]) -> list[str]:
    """What the calibration error must be read beside."""
    bound = metrics.get("expected_calibration_error_if_calibrated_95")
    if bound is None:
        return []
    return [
        f"A perfectly calibrated model with these scores would show a calibration error of up to {bound:.3f} in 95 of 100 such sets; "
        "resampling makes the error larger, so its interval reaches further up than down.",
    ]


def errors(models: Path) -> str:
    """The block for the training log: how often the forced choice is wrong, by age band and typicality, and the worst errors."""
    name = (models / "DEFAULT").read_text(encoding="utf-8").strip()
    evaluation = json.loads((models / name / "evaluation.json").read_text(encoding="utf-8"))
    found = predictions.read(models / name / "predictions.csv")
    wrong = [p for p in found if p.forced_choice != p.sex]
    decided = sum(p.outcome not in ("indeterminate", "not_evaluated") for p in wrong)
    by_band = [(band, [p for p in found if p.bone_age_months is not None and band_of(p.bone_age_months) == band]) for band, _, _ in BANDS]
    by_share = [
        (f"{low:g} to {high:g}", [p for p in found if low <= _share(p) and (_share(p) < high or high == 1)]) for low, high in TYPICALITY
    ]
    return "\n".join(
        (
            f"Weights {evaluation['model_sha256'][:12]}…, {len(found)} radiographs of the test part: of {len(wrong)} wrong forced choices "
            f"{decided} would have been given as an outcome by the rule; the others are indeterminate or not evaluated.",
            "",
            *_wrong("skeletal age, years", by_band),
            "",
            *_wrong("typicality", by_share),
            "",
            "The twenty wrong choices with the largest ratios before the bound:",
            "",
            "| sex | log10 ratio | outcome | age band | skeletal age, months | estimated | typicality |",
            "|---|---|---|---|---|---|---|",
            *(_error(error) for error in evaluation["worst_errors"]),
        )
    )


def _share(p: Prediction) -> float:
    return p.typicality or 0.0


def _wrong(what: str, groups: list[tuple[str, list[Prediction]]]) -> list[str]:
    """How often the forced choice is wrong in each group."""
    rows = [f"| {what} | wrong, forced choice | 95 % interval | n |", "|---|---|---|---|"]
    for name, group in groups:
        share = measures.proportion(sum(p.forced_choice != p.sex for p in group), len(group))
        rows.append(f"| {name} | {_shown(share, percent=True)} |")
    return rows


def _error(error: dict[str, Any]) -> str:
    outcome = error["outcome"].replace("_", " ") + (f" ({error['reason'].replace('_', ' ')})" if error["reason"] else "")
    ages = ("–" if error[key] is None else f"{error[key]:.0f}" for key in ("bone_age_months", "estimated_months"))
    ratio, typical = f"{error['log10_lr_unbounded']:+.2f}", f"{error['typicality']:.3f}"
    return f"| {' | '.join((error['sex'], ratio, outcome, error['age_band'] or '–', *ages, typical))} |"


def written(page: str, models: Path, begin: str = BEGIN, end: str = END, made: Callable[[Path], str] = results) -> str:
    """The page with its block renewed."""
    before, rest = page.split(begin)
    return f"{before}{begin}\n{made(models)}\n{end}{rest.split(end)[1]}"


def logged(page: str, models: Path) -> str:
    """The training log with its errors renewed."""
    return written(page, models, "<!-- errors:begin -->", "<!-- errors:end -->", errors)


if __name__ == "__main__":
    for file, renewed in ((PAGE, written), (LOG, logged)):
        file.write_text(renewed(file.read_text(encoding="utf-8"), ROOT / "models"), encoding="utf-8")
