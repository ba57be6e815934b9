"""Measuring a model on radiographs of known sex: the reference path over a manifest, into evaluation.json, predictions and plots."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensix.domain.case import Side
from forensix.domain.errors import ForensixError
from forensix.imaging import quality
from forensix.imaging.quarantine import Quarantine
from forensix.inference.card_schema import Decision
from forensix.inference.device import REFERENCE
from forensix.inference.estimator import Estimator, Examined
from forensix.inference.model_card import ModelCard
from forensix.validation import evaluation_page, metrics, plots
from forensix.validation import predictions as tables
from forensix.validation.learnt import TRAIN, Learnt, parts_of, rows_of
from forensix.validation.manifest import Manifest, Row, band_of
from forensix.validation.manifest import read as read_manifest
from forensix.validation.metrics import Prediction
from forensix.validation.site_record import require_strangers

THREADS = 2
"""Of the reference path."""
WORST = 20
"""Errors that are described one by one."""
Progress = Callable[[str, float], None]
Reader = Callable[[bytes, str], tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured: evaluation.json as data, every prediction, and the rows that could not be read (path, why)."""

    content: dict[str, Any]
    predictions: tuple[Prediction, ...]
    refused: tuple[tuple[str, str], ...]


def silent(step: str, share: float) -> None:
    """Report nothing."""


def evaluate(
    model: Path,
    manifest: Path,
    out: Path,
    *,
    part: str | None = None,
    site: str | None = None,
    decision: Decision | None = None,
    threads: int = THREADS,
    draws: int = metrics.DRAWS,
    progress: Progress = silent,
) -> Evaluation:
    """Examine every radiograph of a manifest as the program would, and measure.

    Writes `out`/evaluation.json (schema 1), predictions.csv, the plots as SVG and PNG, and evaluation.html for a person to read.

    Parameters
    ----------
    model : Path
        A bundle's folder; its own evaluation need not be there yet.
    part : str, optional
        Only the subjects of this part (train, validation, calibration, test) of the bundle's split; the manifest must be the one
        that it was trained on.
    site : str, optional
        The name under which a site keeps the result; refused where the model has met one of its subjects.
    decision : Decision, optional
        Another rule than the card's.

    Raises
    ------
    ManifestRejected
        The manifest cannot be read at all, or has nobody of that part. Single bad rows are refused and counted instead.
    ModelRejected, SiteRecordRejected
    """
    data = read_manifest(manifest)
    estimator = Estimator.load(model, REFERENCE, threads, evaluated=False)
    parts = parts_of(estimator.card, data)
    if site:
        require_strangers(((row.subject, parts.get(row.subject, "")) for row in data.rows), estimator.card)
    rows = rows_of(part, parts, data) if part else list(data.rows)
    out.mkdir(parents=True, exist_ok=True)
    refused = list(data.left_out)
    predictions: list[Prediction] = []
    with Quarantine() as quarantine:
        for index, row in enumerate(rows):
            progress("evaluating", index / len(rows))
            try:
                predictions.append(predict(estimator, row, parts.get(row.subject, ""), quarantine.read, decision))
            except ForensixError as error:
                refused.append((row.path.name, error.message))
    progress("measuring", 1.0)
    rule = decision or estimator.card.decision
    content = summarise(estimator.card, data, predictions, refused, rule, draws)
    content |= ({"part": part} if part else {}) | ({"site": site} if site else {})
    content["learnt_from"] = learnt_from(predictions, estimator.card)
    _write(out, content, predictions)
    return Evaluation(content, tuple(predictions), tuple(refused))


def predict(estimator: Estimator, row: Row, part: str, read: Reader, decision: Decision | None = None) -> Prediction:
    """One row through reading, quality gate and estimator, at the card's own rule unless another is given.

    Raises
    ------
    UnreadableRadiograph
    """
    acquisition, pixels = read(row.path.read_bytes(), row.path.name)
    decision = decision or estimator.card.decision
    examined = estimator.examine(
        pixels,
        acquisition,
        side=Side(row.side),
        findings=quality.assess(pixels, acquisition),
        synthetic=False,
        prior_male=decision.prior,
        threshold=decision.threshold,
    )
    return _prediction(row, part, examined)


def _prediction(row: Row, part: str, examined: Examined) -> Prediction:
    sex, age = examined.sex, examined.age
    return Prediction(
        subject=row.subject,
        part=part,
        sex=row.sex,
        logit=sex.logit,
        log10_lr=sex.log10_lr,
        log10_lr_unbounded=sex.log10_lr_unbounded,
        outcome=sex.outcome.value,
        bone_age_months=row.bone_age_months,
        estimated_months=age.months if age else None,
        age_low=age.low if age else None,
        age_high=age.high if age else None,
        typicality=sex.typicality,
        reason=sex.reason,
        age_years=row.age_years,
        readings=sex.readings,
        file=row.path.name,
    )


def summarise(
    card: ModelCard,
    data: Manifest,
    predictions: Sequence[Prediction],
    refused: Sequence[tuple[str, str]],
    decision: Decision,
    draws: int = metrics.DRAWS,
) -> dict[str, Any]:
    """evaluation.json, schema 1, as data; beyond it the rule, the bounds, the draws, the worst errors, the refused rows and faults."""
    found = metrics.measure(predictions, draws=draws)
    levels = {"warning": card.typicality.warning, "refusal": card.typicality.refusal}
    below = {name: sum((p.typicality or 0.0) < level for p in predictions) for name, level in levels.items()}
    return {
        "schema": 1,
        "model": card.name,
        "model_sha256": card.weights_sha256,
        "data_sha256": data.sha256,
        "positive_class": "male",
        "n": len(predictions),
        "n_refused": len(refused),
        "metrics": found,
        **found,
        "by_age_band": metrics.by_age_band(predictions, draws=draws),
        "by_sex": metrics.by_sex(predictions, draws=draws),
        "predictions": "predictions.csv",
        "decision": {"rule": "posterior", "threshold": decision.threshold, "prior": decision.prior},
        "log10_lr_bound": [card.calibration.log10_lr_low, card.calibration.log10_lr_high],
        "typicality_below": {name: metrics.proportion(count, len(predictions)) for name, count in below.items()},
        "not_evaluated_reasons": _reasons(predictions),
        "worst_errors": worst_errors(predictions),
        "bootstrap": {"draws": draws, "seed": metrics.SEED, "unit": "subject"},
        "refused": [{"path": path, "reason": reason} for path, reason in refused],
        "faults": list(data.faults),
        "parts": _numbers(p.part for p in predictions),
    }


def worst_errors(predictions: Sequence[Prediction]) -> list[dict[str, Any]]:
    """The wrong forced choices with the largest unbounded ratios: by age band and typicality, with no picture."""
    wrong = sorted((p for p in predictions if p.forced_choice != p.sex), key=lambda p: -abs(p.log10_lr_unbounded))
    return [
        {
            "subject": p.subject,
            "sex": p.sex,
            "forced_choice": p.forced_choice,
            "outcome": p.outcome,
            "reason": p.reason,
            "log10_lr": p.log10_lr,
            "log10_lr_unbounded": p.log10_lr_unbounded,
            "typicality": p.typicality,
            "age_band": None if p.bone_age_months is None else band_of(p.bone_age_months),
            "bone_age_months": p.bone_age_months,
            "estimated_months": p.estimated_months,
        }
        for p in wrong[:WORST]
    ]


def _reasons(predictions: Sequence[Prediction]) -> dict[str, int]:
    return _numbers(p.reason for p in predictions if p.outcome == "not_evaluated")


def _numbers(names: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name or "none"] = found.get(name or "none", 0) + 1
    return found


def learnt_from(predictions: Sequence[Prediction], card: ModelCard) -> dict[str, int]:
    """How many radiographs the model learnt from, and how many more have no part and the name of a subject that it learnt from."""
    names = Learnt.of(card.folder).subjects
    return {
        "radiographs": sum(p.part == TRAIN for p in predictions),
        "names_in_common": sum(not p.part and p.subject in names for p in predictions),
    }


def _write(out: Path, content: dict[str, Any], predictions: Sequence[Prediction]) -> None:
    (out / "evaluation.json").write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (out / content["predictions"]).write_text(tables.as_csv(predictions), encoding="utf-8", newline="")
    plots.draw(predictions, out)
    evaluation_page.write(out, content)
