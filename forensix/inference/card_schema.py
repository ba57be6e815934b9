"""The tables of card.toml, schema 1: their types, and reading them so that every complaint names the key.

What the contract leaves open stands so: `[calibration] sha256` is `calibration.sha256_of` the table; `[age]` has mean, sd (months),
bias (months, subtracted), interval = [low, high] (months added to the estimate, low < 0 < high), and may have bands = [{from, interval}]
(see `AgeScale`); `[calibration]` and `[age]` may have once = a table of the keys that differ where a hand is read once, its side being
known, instead of as is and mirrored (see `ModelCard.read_once`); `[decision] rule = "posterior"`;
`[typicality]` has method = `typicality.METHOD`, tensors (a safetensors file's name) and its sha256; `[selftest]` has phantom_seeds,
logits (for each seed a table of output -> hex float, as `Estimator.logits_of` gives them) and tolerance.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from forensix.domain.errors import ModelRejected
from forensix.inference import calibration as calibrating
from forensix.inference import typicality as unlikeness
from forensix.inference.calibration import Calibration
from forensix.inference.preprocess import Preprocess

DTYPES = ("float16", "float32")
RULE = "posterior"
RESTORE = "Install the bundle again from where it came, or choose another model."
MEND = "Mend the card as the documentation of card.toml, schema 1, says, or choose another model."
Kind = TypeVar("Kind")


class BundleAltered(ModelRejected):
    """A file of the bundle is not the one that its card names."""


@dataclass(frozen=True, slots=True)
class AgeBand:
    """True skeletal ages from `start` months on, and the (low, high) months, added to an estimate, that hold 95 % of their hands."""

    start: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class AgeScale:
    """The card's `[age]`: months = mean + sd * output - bias, with its 95 % prediction interval.

    Parameters
    ----------
    interval : tuple of float
        (low, high) in months, low < 0 < high: what 95 % of all calibration hands need, added to the estimate.
    bands : tuple of AgeBand
        The same within bands of true skeletal age, from the youngest on; a band ends where the next begins. Empty in older cards.
    """

    mean: float
    sd: float
    bias: float
    interval: tuple[float, float]
    bands: tuple[AgeBand, ...] = ()

    def months(self, output: float) -> float:
        """Skeletal age of a network output, never below 0."""
        return max(0.0, self.mean + self.sd * output - self.bias)

    def span(self, months: float) -> tuple[float, float]:
        """The 95 % prediction interval of an estimate, (low, high) in months, low never below 0.

        With bands it reaches over every true age from which an error as large as this is one of its band's 95 %: so a hand of any
        band is covered as often as said, where one interval for all covers few of the youngest and the oldest (label-conditional
        conformal prediction, Vovk 2012).
        """
        ends = [*(band.start for band in self.bands[1:]), math.inf]
        pieces = [
            (max(band.start, months + band.interval[0]), min(end, months + band.interval[1]))
            for band, end in zip(self.bands, ends, strict=False)
        ]
        held = [(low, high) for low, high in pieces if low <= high]
        low = min((low for low, _ in held), default=months + self.interval[0])
        high = max((high for _, high in held), default=months + self.interval[1])
        return max(0.0, min(low, months)), max(high, months)


@dataclass(frozen=True, slots=True)
class Decision:
    """The card's `[decision]`: the rule that a site may set otherwise."""

    threshold: float
    prior: float


@dataclass(frozen=True, slots=True)
class Validated:
    """The card's `[validated]`: on whom the error rates were measured; `months` is a range of skeletal age, both ends included.

    `form` (optional) is a sentence on the form of those radiographs, printed with each estimate of one that is not of the squashed size.
    `adult_years` and `site` come from a site's record alone (`inference.site`), never from a card.
    """

    months: tuple[float, float]
    population: str
    side: str
    view: str
    living: str
    form: str = ""
    adult_years: tuple[float, float] | None = None
    site: str = ""


@dataclass(frozen=True, slots=True)
class TypicalityLevels:
    """The card's `[typicality]`: below `warning` a limitation, below `refusal` not evaluated; `tensors` is a file beside the card."""

    warning: float
    refusal: float
    tensors: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The card's `[selftest]`: per phantom seed the logits (output -> hex float) that the writer of the bundle saw."""

    phantom_seeds: tuple[int, ...]
    logits: tuple[Mapping[str, float], ...]
    tolerance: float


class Table:
    """A table of the card that names the key in every complaint."""

    def __init__(self, model: str, values: Mapping[str, Any], path: str = "") -> None:
        self.model, self.values, self.path = model, values, path

    def reject(self, key: str, what: str) -> ModelRejected:
        where = f"{self.path}.{key}" if self.path and key else key or self.path
        return ModelRejected(f"The card of {self.model}: {where} {what}.", MEND, where)

    def take(self, key: str, kind: type[Kind]) -> Kind:
        if key not in self.values:
            raise self.reject(key, "is missing")
        value = self.values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.reject(key, f"must be of type {kind.__name__}, not {type(value).__name__}")
        return value

    def table(self, key: str) -> Table:
        return Table(self.model, self.take(key, dict), f"{self.path}.{key}" if self.path else key)

    def text(self, key: str) -> str:
        return self.take(key, str)

    def number(self, key: str) -> float:
        value = self.values.get(key)
        found = float(value) if isinstance(value, int) and not isinstance(value, bool) else self.take(key, float)
        if not math.isfinite(found):
            raise self.reject(key, "must be a finite number")
        return found

    def share(self, key: str) -> float:
        found = self.number(key)
        if not 0.0 <= found <= 1.0:
            raise self.reject(key, "must be from 0 to 1")
        return found

    def sha256(self, key: str) -> str:
        found = self.text(key)
        if not re.fullmatch(r"[0-9a-f]{64}", found):
            raise self.reject(key, "must be a SHA-256 in lower hex")
        return found

    def pair(self, key: str) -> tuple[float, float]:
        found = self.take(key, list)
        if len(found) != 2:
            raise self.reject(key, "must be two numbers, the first below the second")
        low, high = (Table(self.model, {key: value}, self.path).number(key) for value in found)
        if not low < high:
            raise self.reject(key, "must be two numbers, the first below the second")
        return low, high


def outputs(top: Table) -> tuple[str, ...]:
    named = top.take("outputs", list)
    if "sex" not in named or not set(named) <= {"sex", "age"} or len(set(named)) != len(named):
        raise top.reject("outputs", 'must be ["sex"] or "sex" and "age"')
    return tuple(named)


def options(top: Table) -> dict[str, str]:
    table = top.table("backbone_options")
    return {key: table.text(key) for key in table.values}


def dtype(top: Table) -> str:
    named = top.text("weights_dtype")
    if named not in DTYPES:
        raise top.reject("weights_dtype", f"must be one of {', '.join(DTYPES)}")
    return named


def preprocess(table: Table) -> Preprocess:
    try:
        return Preprocess.from_card(table.values)
    except (ValueError, TypeError) as error:
        raise table.reject("", f"is not understood: {error}") from error


def unaltered(table: Table) -> Table:
    """The `[calibration]` table, once its hash is found to be its own."""
    if table.sha256("sha256") != calibrating.sha256_of(table.values):
        raise BundleAltered(f"The card of {table.model}: [calibration] is not the one that its sha256 names.", RESTORE, table.path)
    return table


def calibration(table: Table) -> Calibration:
    try:
        return Calibration(
            a=table.number("a"),
            b=table.number("b"),
            n_female=table.take("n_female", int),
            n_male=table.take("n_male", int),
            log10_lr_low=table.number("log10_lr_low"),
            log10_lr_high=table.number("log10_lr_high"),
            method=table.text("method"),
            sha256=table.text("sha256"),
        )
    except ValueError as error:
        raise table.reject("", f"is no calibration: {error}") from error


def once(table: Table) -> Table | None:
    """The table as it is for a hand that is read once; None where the card has one table for all."""
    if "once" not in table.values:
        return None
    inner = table.table("once")
    known = set(table.values) - {"once", "sha256"}
    if unknown := sorted(set(inner.values) - known):
        raise inner.reject(unknown[0], f"is not one of {', '.join(sorted(known))}")
    return Table(table.model, {key: value for key, value in table.values.items() if key != "once"} | dict(inner.values), inner.path)


def age(table: Table) -> AgeScale:
    scale = AgeScale(table.number("mean"), table.number("sd"), table.number("bias"), table.pair("interval"), _age_bands(table))
    if scale.sd <= 0 or not scale.interval[0] < 0 < scale.interval[1]:
        raise table.reject("", "needs sd above 0 and an interval around 0")
    return scale


def _age_bands(table: Table) -> tuple[AgeBand, ...]:
    listed = table.take("bands", list) if "bands" in table.values else []
    if not all(isinstance(band, dict) for band in listed):
        raise table.reject("bands", "must be a list of tables")
    rows = [Table(table.model, band, f"{table.path}.bands") for band in listed]
    bands = tuple(AgeBand(row.number("from"), row.pair("interval")) for row in rows)
    starts = [band.start for band in bands]
    if bands and (starts[0] != 0 or starts != sorted(set(starts))):
        raise table.reject("bands", "must begin at 0 and rise")
    return bands


def decision(table: Table) -> Decision:
    if table.text("rule") != RULE:
        raise table.reject("rule", f"must be {RULE!r}")
    rule = Decision(table.share("threshold"), table.share("prior"))
    if rule.threshold <= 0.5 or rule.prior in (0.0, 1.0):
        raise table.reject("", "needs a threshold above 0.5 and a prior above 0 and below 1")
    return rule


def validated(table: Table) -> Validated:
    return Validated(
        months=table.pair("months"),
        population=table.text("population"),
        side=table.text("side"),
        view=table.text("view"),
        living=table.text("living"),
        form=table.text("form") if "form" in table.values else "",
    )


def typicality(table: Table) -> TypicalityLevels:
    if table.text("method") != unlikeness.METHOD:
        raise table.reject("method", f"must be {unlikeness.METHOD!r}")
    levels = TypicalityLevels(table.share("warning"), table.share("refusal"), table.text("tensors"), table.sha256("sha256"))
    if levels.refusal > levels.warning:
        raise table.reject("refusal", "must not be above the warning level")
    if Path(levels.tensors).name != levels.tensors or not levels.tensors.endswith(".safetensors"):
        raise table.reject("tensors", "must name a safetensors file beside the card")
    return levels


def selftest(table: Table, names: tuple[str, ...]) -> SelfTest:
    seeds, rows = table.take("phantom_seeds", list), table.take("logits", list)
    if not seeds or len(seeds) != len(rows) or not all(type(seed) is int for seed in seeds):
        raise table.reject("phantom_seeds", "must be whole numbers, one for each row of logits")
    try:
        logits = tuple({name: float.fromhex(row[name]) for name in names} for row in rows)
    except (KeyError, TypeError, ValueError) as error:
        raise table.reject("logits", f"must be tables of hex floats, one for each of {', '.join(names)}") from error
    tolerance = table.number("tolerance")
    if tolerance < 0 or not all(math.isfinite(value) for row in logits for value in row.values()):
        raise table.reject("tolerance", "must not be negative, and all logits must be finite")
    return SelfTest(tuple(seeds), logits, tolerance)
