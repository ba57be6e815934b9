"""Writes README's table of results from the default model's own evaluation.json and card.toml: python docs/make_results.py."""

from __future__ import annotations

import json
import math
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "README.md"
BEGIN, END = "<!-- results:begin -->", "<!-- results:end -->"
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
    value, low, high = (metric.get(key) for key in ("value", "low", "high"))
    form = (lambda number: f"{100 * number:.1f} %") if percent else (lambda number: f"{number:.3f}" if abs(number) < 1 else f"{number:.2f}")
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
    bounds = f"1/{10**-low:.2g} to {10**high:.2g}"
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
        )
    )


def written(page: str, models: Path) -> str:
    """The page with its results renewed."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{results(models)}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), ROOT / "models"), encoding="utf-8")
