"""A site's own validation of a model as a record: what its known radiographs support, computed from the predictions alone.

Everything but who made it and when follows from predictions.csv and the model's card, so whoever is given a record computes it again.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import rfc8785

from forensix import __version__
from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import ForensixError
from forensix.domain.examination import AgeEstimate
from forensix.inference.calibration import Calibration, posterior, sha256_of
from forensix.inference.card_schema import Decision
from forensix.inference.limits import ADULT_YEARS, Facts, judge
from forensix.inference.model_card import ModelCard
from forensix.inference.site import SiteTerms
from forensix.validation import calibrate, metrics
from forensix.validation import predictions as tables
from forensix.validation.learnt import Learnt
from forensix.validation.manifest import BANDS, band_of
from forensix.validation.metrics import Prediction

SCHEMA = "forensix.site_record.1"
RECORD, SIGNATURE = "site_record.json", "site_record.json.p7s"
FOLDS = 10
LEAST_IN_WINDOW = 5
"""Of each sex, in a year of estimated skeletal age and its two neighbours, for that year to be in the validated range."""
LEAST_ADULTS = 10
"""Of each sex, for the record to hold for adults."""
TOLERANCE = 1e-6
SAID = (
    *("accuracy", "sensitivity_female", "sensitivity_male", "majority_share"),
    *("decided_accuracy", "indeterminate_rate", "not_evaluated_rate"),
    *("auc", "cohen_kappa", "cllr", "cllr_min", "expected_calibration_error", "bone_age_mad_months"),
)
STATED = frozenset({"made_at", "made_by", "program", "n_refused", "data_sha256"})
"""What cannot be computed again from the predictions."""


class SiteRecordRejected(ForensixError):
    """A site record cannot be made of what was measured, or is not what its predictions say."""

    kind = "site_record_rejected"


@dataclass(frozen=True, slots=True)
class Blocked:
    """What a prediction keeps of a quality finding: that it blocked."""

    kind: str = "quality"
    sentence: str = ""
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Stated:
    """What a record states and cannot prove: the manifest, the rows that could not be read, who made it, and when."""

    data_sha256: str
    n_refused: int
    made_by: str
    made_at: datetime


def require_strangers(subjects: Iterable[tuple[str, str]], card: ModelCard) -> None:
    """Refuse a site's data with a subject that the model was made with, or of the same name.

    Parameters
    ----------
    subjects : iterable of (str, str)
        Name and part; see `learnt.parts_of`.

    Raises
    ------
    SiteRecordRejected
    """
    given, names = dict(subjects), Learnt.of(card.folder).subjects
    met = [subject for subject, part in given.items() if part or subject in names]
    if met:
        raise SiteRecordRejected(
            f"No site record can be made: of {len(given)} subjects {len(met)} are of the data that {card.name} was made with, or bear the "
            f"name of one of them ({', '.join(sorted(met)[:3])}{', ...' if len(met) > 3 else ''}).",
            "Leave them out; where they are other persons, give them other names in the manifest (site-17).",
            card.name,
        )


def make(folder: Path, card: ModelCard, site: str, decision: Decision, stated: Stated, *, draws: int = metrics.DRAWS) -> bytes:
    """Compute a site's record from `folder`/predictions.csv and write it there, canonical, as site_record.json.

    Raises
    ------
    SiteRecordRejected
        Too few hands, one sex only, a model without evidence on them, or one that was made with some of them.
    """
    text = (folder / "predictions.csv").read_bytes()
    computed = compute(text, card, site, decision, draws)
    said: dict[str, Any] = {
        "data_sha256": stated.data_sha256,
        "n_refused": stated.n_refused,
        "made_by": stated.made_by,
        "made_at": stated.made_at.isoformat(),
        "program": f"forensix {__version__}",
    }
    record = rfc8785.dumps({**computed, **said})
    (folder / RECORD).write_bytes(record)
    return record


def compute(text: bytes, card: ModelCard, site: str, decision: Decision, draws: int) -> dict[str, Any]:
    """The record's content but for what is only stated, from the bytes of predictions.csv."""
    predictions = tables.parse(text.decode("utf-8"))
    require_strangers(((p.subject, p.part) for p in predictions), card)
    terms = _terms(predictions, card, site, decision)
    reach = _reach(terms)
    return {
        "schema": SCHEMA,
        "site": site,
        "model": card.name,
        "weights_sha256": card.weights_sha256,
        "card_calibration_sha256": card.calibration.sha256,
        "predictions_sha256": hashlib.sha256(text).hexdigest(),
        "n": len(predictions),
        "subjects": len({p.subject for p in predictions}),
        "by_sex_and_band": _counts(predictions),
        "adults": _adults(predictions),
        "calibration": asdict(terms.calibration),
        "decision": {"rule": "posterior", "threshold": decision.threshold, "prior": decision.prior},
        "reach": reach,
        "validated": {"months": list(terms.months), "of": "skeletal age as the model estimates it", "least_of_each_sex": LEAST_IN_WINDOW},
        **_measured(predictions, under_own_terms(predictions, card, terms), draws),
        "words": _words(site, predictions, terms),
        "sentences": _sentences(terms, reach),
    }


def _measured(predictions: Sequence[Prediction], ruled: Sequence[Prediction], draws: int) -> dict[str, Any]:
    """The metrics under the record's terms and, beside them, under the card's."""
    groups = {"by_sex": metrics.by_sex(ruled, draws=draws), "by_age_band": metrics.by_age_band(ruled, draws=draws)}
    return {
        "metrics": _chosen(metrics.measure(ruled, draws=draws)),
        **{name: {key: {"n": found["n"], **_chosen(found)} for key, found in group.items()} for name, group in groups.items()},
        "metrics_of_the_card": _chosen(metrics.measure(predictions, draws=draws)),
        "folds": FOLDS,
        "bootstrap": {"draws": draws, "seed": metrics.SEED, "unit": "subject"},
    }


def _terms(predictions: Sequence[Prediction], card: ModelCard, site: str, decision: Decision) -> SiteTerms:
    adults = _adults(predictions)
    return SiteTerms(
        name=site,
        record_sha256="",
        weights_sha256=card.weights_sha256,
        calibration=Calibration(**_calibration(predictions)),
        months=_months(predictions),
        adult_years=(adults["years"][0], adults["years"][1]) if adults else None,
        decision=decision,
        words=f"measured under the record of {site}",
    )


def check(record: Mapping[str, Any], predictions: bytes, card: ModelCard) -> None:
    """Compute a record again from its predictions and compare every number.

    Raises
    ------
    SiteRecordRejected
        Naming what differs; or the record is of another model, or of a schema that this version does not read.
    """
    name = str(record.get("site", "site"))
    if record.get("schema") != SCHEMA:
        raise SiteRecordRejected("This is not a site record that this version of forensix reads.", "Evaluate the site again.", name)
    if (record["weights_sha256"], record["card_calibration_sha256"]) != (card.weights_sha256, card.calibration.sha256):
        raise SiteRecordRejected(
            f"The record of {name} is of another {card.name} than the one at hand.", "Evaluate the model at hand on the site's data.", name
        )
    rule = Decision(float(record["decision"]["threshold"]), float(record["decision"]["prior"]))
    again = compute(predictions, card, name, rule, int(record["bootstrap"]["draws"]))
    differing = [key for key in again if not _same(record.get(key), again[key])] + sorted(set(record) - set(again) - STATED)
    if differing:
        raise SiteRecordRejected(
            f"The record of {name} is not what its predictions say: {', '.join(differing)}.", "Ask for the record as it was made.", name
        )


def under_own_terms(predictions: Sequence[Prediction], card: ModelCard, terms: SiteTerms) -> list[Prediction]:
    """The predictions as the record's own calibration, range and rule give them, cross-fitted.

    The calibration that judges a hand is fitted on the other folds' subjects, so that nothing is measured on what it was fitted on; the
    bound is the record's.
    """
    folds = _folds(predictions)
    ruled: list[Prediction] = list(predictions)
    for fold in range(FOLDS):
        rest = [p for p, place in zip(predictions, folds, strict=True) if place != fold]
        fitted = calibrate.logistic(*_columns(rest))
        males, females = (len({p.subject for p in rest if p.sex == sex}) for sex in ("male", "female"))
        held = replace(terms.calibration, a=max(fitted[0], 1e-9), b=fitted[1], n_male=males, n_female=females)
        over = replace(terms, calibration=held).over(card)
        for index, place in enumerate(folds):
            if place == fold:
                ruled[index] = _judged(predictions[index], over)
    return ruled


def _judged(p: Prediction, card: ModelCard) -> Prediction:
    """One prediction under a card's terms, by the rule that casework uses."""
    unbounded = card.calibration.log10_lr(p.logit)
    judged = judge(
        Facts(
            card=card,
            acquisition=Acquisition(patient_age_years=p.age_years),
            side=Side.UNKNOWN,
            findings=(Blocked(),) if p.reason == "quality" else (),
            synthetic=False,
            prior_male=card.decision.prior,
            threshold=card.decision.threshold,
            readings=() if p.reason == "no_result" else tuple(card.calibration.log10_lr(value) for value in p.readings or (p.logit,)),
            log10_lr=unbounded,
            typicality=p.typicality or 0.0,
            age=None if p.estimated_months is None else AgeEstimate(p.estimated_months, p.age_low or 0.0, p.age_high or 0.0, card.name),
        )
    )
    bounded = card.calibration.bounded(unbounded)
    return replace(p, log10_lr=bounded, log10_lr_unbounded=unbounded, outcome=judged.outcome.value, reason=judged.reason)


def _folds(predictions: Sequence[Prediction]) -> list[int]:
    """The fold of each prediction: by subject, the sexes spread evenly, the same each time."""
    random = np.random.default_rng(metrics.SEED)
    place: dict[str, int] = {}
    for sex in ("female", "male"):
        subjects = sorted({p.subject for p in predictions if p.sex == sex})
        place |= {subjects[at]: turn % FOLDS for turn, at in enumerate(random.permutation(len(subjects)))}
    return [place[p.subject] for p in predictions]


def _columns(predictions: Sequence[Prediction]) -> tuple[calibrate.Floats, calibrate.Flags]:
    """Logit and sex of the first radiograph of each subject: two of one person are not two cases."""
    first = list({p.subject: p for p in reversed(predictions)}.values())
    return np.array([p.logit for p in first]), np.array([p.sex == "male" for p in first])


def _calibration(predictions: Sequence[Prediction]) -> dict[str, Any]:
    try:
        logits, male = _columns(predictions)
        if min(int(male.sum()), int((~male).sum())) < FOLDS:
            raise ValueError(f"it needs {FOLDS} subjects of each sex or more")
        table = calibrate.calibrate_sex(logits, male)
    except ValueError as error:
        raise SiteRecordRejected(f"No site record can be made: {error}.", "Add radiographs of known sex.", "calibration") from error
    table["method"] += "; the first radiograph of each subject"
    return {**table, "sha256": sha256_of(table)}


def _months(predictions: Sequence[Prediction]) -> tuple[float, float]:
    """The longest run of whole years of estimated skeletal age that, with their neighbours, hold enough of each sex."""
    years = [(int(p.estimated_months // 12), p.sex) for p in predictions if p.estimated_months is not None]

    def enough(year: int) -> bool:
        inside = [sex for found, sex in years if abs(found - year) <= 1]
        return any(found == year for found, _ in years) and min(inside.count(sex) for sex in ("female", "male")) >= LEAST_IN_WINDOW

    runs: list[list[int]] = []
    for year in range(max((year for year, _ in years), default=-1) + 1):
        if enough(year):
            if runs and runs[-1][-1] == year - 1:
                runs[-1].append(year)
            else:
                runs.append([year])
    if not runs:
        raise SiteRecordRejected(
            f"No site record can be made: no three years of estimated skeletal age hold {LEAST_IN_WINDOW} hands of each sex.",
            "Add radiographs, of a narrower range of ages if they are few.",
            "validated",
        )
    longest = max(runs, key=len)
    return 12.0 * longest[0], 12.0 * (longest[-1] + 1)


def _adults(predictions: Sequence[Prediction]) -> dict[str, Any] | None:
    """Ages and numbers of the adults, where there are enough of each sex."""
    found = [p for p in predictions if p.age_years is not None and p.age_years >= ADULT_YEARS]
    counts = {sex: len({p.subject for p in found if p.sex == sex}) for sex in ("female", "male")}
    if min(counts.values()) < LEAST_ADULTS:
        return None
    ages = [p.age_years for p in found if p.age_years is not None]
    return {"years": [float(min(ages)), float(max(ages))], **counts}


def _counts(predictions: Sequence[Prediction]) -> dict[str, dict[str, int]]:
    names = [*(name for name, _, _ in BANDS), "bone_age_unknown"]
    found = {sex: dict.fromkeys(names, 0) for sex in ("female", "male")}
    for p in predictions:
        found[p.sex]["bone_age_unknown" if p.bone_age_months is None else band_of(p.bone_age_months)] += 1
    return found


def _chosen(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in SAID} | {"confusion": found["confusion"]}


def _reach(terms: SiteTerms) -> dict[str, bool]:
    """Whether the bound lets the rule say male or female at all."""
    rule, calibration = terms.decision, terms.calibration
    male = posterior(calibration.log10_lr_high, rule.prior) >= rule.threshold
    return {"male": male, "female": 1.0 - posterior(calibration.log10_lr_low, rule.prior) >= rule.threshold}


def _words(site: str, predictions: Sequence[Prediction], terms: SiteTerms) -> str:
    """The sentence that every estimate under the record carries."""
    sexes = [p.sex for p in {p.subject: p for p in predictions}.values()]
    low, high = terms.months
    adults = f", adults of {terms.adult_years[0]:.0f} to {terms.adult_years[1]:.0f} years among them" if terms.adult_years else ""
    return (
        f"Calibrated, bounded and decided by the site record of {site}: {len(predictions)} radiographs of {sexes.count('female')} females "
        f"and {sexes.count('male')} males, for estimated skeletal ages of {low:.0f} to {high:.0f} months{adults}. For others the error "
        "rates are not known."
    )


def _sentences(terms: SiteTerms, reach: Mapping[str, bool]) -> list[str]:
    """What a reader must know of a record of this size."""
    rule, calibration = terms.decision, terms.calibration
    n = calibration.n_female + calibration.n_male
    said = f"{n} subjects support likelihood ratios of 1/{10**-calibration.log10_lr_low:.2g} to {10**calibration.log10_lr_high:.2g}."
    missed = [sex for sex in ("male", "female") if not reach[sex]]
    if not missed:
        return [said]
    wanted = f"a posterior of {rule.threshold:g} at a prior of {rule.prior:g}"
    return [said, f"That bound cannot reach {wanted} for {' or '.join(missed)}: no radiograph can be given that outcome under this record."]


def _same(one: Any, other: Any) -> bool:
    """Equal, numbers within what another version of a library may change."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, float | int) and isinstance(other, float | int) and not isinstance(one, bool):
        return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return bool(one == other)
