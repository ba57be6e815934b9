"""What the network and the examiner said of a radiograph: estimates, saliency, recipe, observation, conclusion, review."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class Outcome(StrEnum):
    """The four outcomes of a sex estimate; never "identified"."""

    MALE = "male"
    FEMALE = "female"
    INDETERMINATE = "indeterminate"
    NOT_EVALUATED = "not_evaluated"


class ObservedSex(StrEnum):
    """What the examiner's own eyes said; that it cannot be told is the default, and no shame."""

    MALE = "male"
    FEMALE = "female"
    CANNOT_BE_TOLD = "cannot_be_told"


@dataclass(frozen=True, slots=True)
class Limitation:
    """A doubt that did not stop the work; the report prints the sentence."""

    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SexEstimate:
    """The network's sex estimate under the card's calibration and rule (contract, *From network to outcome*).

    Parameters
    ----------
    outcome : Outcome
    reason : str
        Why it is indeterminate or not evaluated: "threshold", "readings_disagree", "outside_validation", "atypical",
        "quality", "no_result"; "" when male or female.
    forced_choice : {"male", "female"}
        Likelihood ratio above 1 = male; for error rates only.
    logit : float
        The network's own value (mean of both readings when the side is unknown), positive towards male.
    log10_lr : float
        Bounded log10 likelihood ratio, male over female.
    log10_lr_bound : tuple of float
        (lowest, highest) log10 likelihood ratio that the calibration part supports.
    probability_male : float
        Posterior of male at `prior_male`, from the bounded ratio.
    typicality : float
        Share of the calibration hands at least as unusual as this one, 0..1.
    """

    outcome: Outcome
    reason: str
    forced_choice: str
    logit: float
    log10_lr: float
    log10_lr_bound: tuple[float, float]
    probability_male: float
    prior_male: float
    typicality: float
    model: str
    limitations: tuple[Limitation, ...] = ()
    log10_lr_unbounded: float = 0.0
    threshold: float = 0.95
    readings: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class AgeEstimate:
    """Skeletal age with its 95 % prediction interval, in months."""

    months: float
    low: float
    high: float
    model: str


@dataclass(frozen=True, slots=True)
class SaliencyCheck:
    """One check of a heatmap against a limit that was set before; the report prints the sentence, passed or failed.

    Parameters
    ----------
    kind : {"shift", "random_map", "random_network", "outside_hand"}
    value : float or None
        What was measured; None: it could not be.
    limit : float
        What the value is held against.
    passed : bool or None
        None: not measured.
    """

    kind: str
    value: float | None
    limit: float
    passed: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Saliency:
    """Where the network responded; not proof of a cause.

    Parameters
    ----------
    map : ndarray (rows, columns) float32, 0..1, or None
        At the network's grid; None is "no map" (flat or non-finite).
    grid : tuple of int
        (rows, columns) of the layer, e.g. (7, 7).
    peak : float
        The largest value before scaling; says whether there was anything to see.
    explains : str
        "male", "female", "age" (towards older), or "no output" where the method follows none.
    checks : tuple of SaliencyCheck
        How far the map can be trusted; empty where nobody asked, or where there is no map.
    """

    method: str
    layer: str
    explains: str
    map: NDArray[np.float32] | None
    grid: tuple[int, int]
    peak: float
    checks: tuple[SaliencyCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class ExaminationRecipe:
    """All that is needed to do the examination again and get the same.

    Parameters
    ----------
    site, site_record_sha256 : str
        The site record whose calibration, range and rule held in the place of the model's card; "" where none did.
    quality_gate : str
        SHA-256 of the rules that judged the picture before the network did (`imaging.quality.version`); "" where none is recorded.
    """

    model: str
    weights_sha256: str
    preprocess_version: str
    calibration_sha256: str
    window: str
    mirrored: str
    device: str
    dtype: str
    threads: int
    batch: int
    libraries: dict[str, str] = field(default_factory=dict)
    site: str = ""
    site_record_sha256: str = ""
    quality_gate: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """One run of the network on one radiograph; every run is kept, not the best one."""

    id: str
    radiograph_id: str
    examiner_id: str
    performed_at: datetime
    recipe: ExaminationRecipe
    logits: dict[str, str]
    sex: SexEstimate
    age: AgeEstimate | None
    saliency: Saliency | None
    reason: str = ""

    @property
    def estimates(self) -> dict[str, SexEstimate | AgeEstimate | None]:
        """What the network estimated, by name: "sex" and "age"."""
        return {"sex": self.sex, "age": self.age}


@dataclass(frozen=True, slots=True)
class Observation:
    """The examiner's own reading of the radiograph, locked when it is made."""

    id: str
    radiograph_id: str
    examiner_id: str
    outcome: ObservedSex
    features: str
    certainty: str
    locked_at: datetime


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The human's opinion on one examination; the only thing that can be reported."""

    id: str
    examination_id: str
    examiner_id: str
    outcome: Outcome
    basis: str
    view_recipe: str
    concluded_at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """Another examiner's agreement or dissent on a case."""

    id: str
    case_id: str
    examiner_id: str
    agrees: bool
    text: str
    checklist: dict[str, bool]
    at: datetime
