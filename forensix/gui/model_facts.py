"""What a model's bundle says of it, made ready to be read: its numbers with n and interval, its reliability, its limits; no Qt."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.domain.errors import ForensixError

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

MEASURES = (
    "accuracy",
    "sensitivity_female",
    "sensitivity_male",
    "decided_accuracy",
    "indeterminate_rate",
    "not_evaluated_rate",
    "auc",
    "cllr",
    "expected_calibration_error",
    "bone_age_mad_months",
    "age_interval_coverage",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of evaluation.json: value, 95 % interval, and of how many."""

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin of the reliability plot: mean P(male), observed share of males with its 95 % Clopper-Pearson interval, and of how many."""

    probability: float
    share: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A model as its tab shows it.

    Parameters
    ----------
    tables : mapping
        The card as plain data.
    damage : str
        Why the bundle is refused; "" where it is sound.
    site : str
        Whose site record is in use for it; "" where none is.
    read_both : bool
        Whether each hand that it was measured on was read both ways, as is and mirrored.
    """

    name: str
    tables: Mapping[str, Any]
    measures: tuple[Measure, ...]
    bins: tuple[Bin, ...]
    part: str
    damage: str = ""
    read_both: bool = False
    site: str = ""


def names_of(laboratory: Laboratory) -> list[str]:
    """The bundles at hand, the one that is used first."""
    used = laboratory.networks.default_name()
    folders = [folder for parent in laboratory.settings.model_folders() if parent.is_dir() for folder in sorted(parent.iterdir())]
    found = [folder.name for folder in folders if (folder / "card.toml").is_file()]
    return [used, *sorted({name for name in found if name != used})]


def facts_of(laboratory: Laboratory, name: str) -> ModelFacts:
    """The facts of a bundle; one that is altered or incomplete gives its damage instead of numbers that nobody vouches for."""
    try:
        tables = laboratory.networks.card_tables(name)
    except ForensixError as error:
        return ModelFacts(name, {}, (), (), "", f"{error.message} {error.remedy}".strip())
    evaluation = tables.get("evaluation") or {}
    metrics = evaluation.get("metrics", {})
    found = [(one, metrics.get(one)) for one in MEASURES]
    measures = tuple(Measure(one, *(held[key] for key in ("value", "low", "high", "n"))) for one, held in found if _is_measure(held))
    rows = predictions_of(laboratory.networks.folder(name) / "predictions.csv")
    both = bool(rows) and all(";" in (row.get("readings") or "") for row in rows)
    record = laboratory.casebook.site_in_use()
    site = record.name if record is not None and record.weights_sha256 == tables["weights_sha256"] else ""
    return ModelFacts(name, tables, measures, bins_of(rows), str(evaluation.get("part", "")), read_both=both, site=site)


def _is_measure(held: object) -> bool:
    return isinstance(held, Mapping) and {"value", "low", "high", "n"} <= set(held)


def predictions_of(file: Path) -> list[dict[str, str]]:
    """The rows of a predictions.csv; none where there is no such file."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def bins_of(rows: Sequence[Mapping[str, str]]) -> tuple[Bin, ...]:
    """Reliability in ten equal bins of P(male) at the set's own sex ratio, from the unbounded ratios, as evaluation.json defines it."""
    import numpy as np

    from forensix.validation.metrics import BINS, Prediction, Sample, probability_male, proportion

    made = [_prediction(Prediction, row) for row in rows]
    sample = Sample.of(made)
    if not made or sample.male.all() or not sample.male.any():
        return ()
    probability = probability_male(sample)
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    found = []
    for index in np.unique(place):
        inside = place == index
        share = proportion(int(sample.male[inside].sum()), int(inside.sum()))
        if share is not None:
            found.append(Bin(float(probability[inside].mean()), share["value"], share["low"], share["high"], int(inside.sum())))
    return tuple(found)


def _prediction(kind: Any, row: Mapping[str, str]) -> Any:
    bounded = float(row["log10_lr"])
    unbounded = float(row.get("log10_lr_unbounded") or bounded)
    return kind(row["subject"], row["part"], row["sex"], float(row["logit"]), bounded, unbounded, row["outcome"], None, None)
