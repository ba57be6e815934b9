"""What a report must hold: one table, checked on the record before anything is certified.

An item that blocks makes the report indefensible where it is missing. The others are printed as "not stated" and listed among the
deviations; the draft says of both where they are filled in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from forensix.domain.errors import ForensixError

Record = dict[str, Any]
Gaps = Callable[[Record], Iterator[str]]


class ReportIncomplete(ForensixError):
    """A report lacks what it cannot be issued without."""

    kind = "report_incomplete"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One item: its id in docs/reference/report.md, what it is, where it is filled in, and which of its subjects lack it."""

    rule: str
    key: str
    what: str
    where: str
    blocks: bool
    gaps: Gaps


@dataclass(frozen=True, slots=True)
class Missing:
    """An item that a record lacks; `subject` is the item or model concerned, "" for the report as a whole."""

    rule: str
    key: str
    what: str
    where: str
    blocks: bool
    subject: str

    def __str__(self) -> str:
        return f"{self.what} ({self.subject})" if self.subject else self.what


def missing(record: Record) -> list[Missing]:
    """Everything that a record lacks, what blocks first."""
    found = [
        Missing(one.rule, one.key, one.what, one.where, one.blocks, subject)
        for one in REQUIREMENTS
        for subject in dict.fromkeys(one.gaps(record))
    ]
    return sorted(found, key=lambda each: not each.blocks)


def require(record: Record) -> None:
    """Refuse a record that cannot become a report.

    Raises
    ------
    ReportIncomplete
        Naming every missing item, and where each is filled in.
    """
    blocking = [each for each in missing(record) if each.blocks]
    if blocking:
        raise ReportIncomplete(
            f"The report cannot be issued. Missing: {'; '.join(map(str, blocking))}.",
            " ".join(dict.fromkeys(each.where for each in blocking)),
            ", ".join(dict.fromkeys(each.key for each in blocking)),
        )


def label(record: Record, item: Record) -> str:
    """How the report calls an item."""
    return f"Item {record['items'].index(item) + 1}: {item['specimen']['label']}"


def _report(holds: Callable[[Record], Any]) -> Gaps:
    """A gap of the report as a whole."""

    def gaps(record: Record) -> Iterator[str]:
        if not holds(record):
            yield ""

    return gaps


def _items(holds: Callable[[Record], Any]) -> Gaps:
    """A gap of each item."""

    def gaps(record: Record) -> Iterator[str]:
        return (label(record, item) for item in record["items"] if not holds(item))

    return gaps


def _models(holds: Callable[[Record, str, Record], Any]) -> Gaps:
    """A gap of each model that an item was examined with; `holds` is given the record, its name and its card."""

    def gaps(record: Record) -> Iterator[str]:
        for item in record["items"]:
            name = item["examination"]["recipe"]["model"]
            if not holds(record, name, record["model_cards"].get(name) or {}):
                yield f"model {name}"

    return gaps


def _against_the_card(key: str, *path: str) -> Gaps:
    """Items whose recipe names another hash than the model that is installed now, or the site record in its place, has."""

    def gaps(record: Record) -> Iterator[str]:
        for item in record["items"]:
            value: Any = record["model_cards"].get(item["examination"]["recipe"]["model"]) or {}
            recipe = item["examination"]["recipe"]
            if recipe.get("site_record_sha256") and path[0] == "calibration":
                value = record["site_records"].get(recipe["site_record_sha256"]) or {}
            for step in path:
                value = value.get(step) or {}
            if recipe[key] != value:
                yield label(record, item)

    return gaps


def _error_rates(record: Record, name: str, card: Record) -> bool:
    metrics = metrics_of(card)
    rates = [metrics.get(f"sensitivity_{sex}") for sex in ("male", "female")]
    return all(isinstance(rate, dict) and rate.get("value") is not None and rate.get("n") for rate in rates)


def metrics_of(card: Record) -> Record:
    """The metrics of a card's evaluation, wherever its schema puts them."""
    evaluation = card.get("evaluation") or {}
    return {**evaluation.get("metrics", {}), **{key: one for key, one in evaluation.items() if isinstance(one, dict) and "value" in one}}


def _number_holds(item: Record) -> bool:
    """Ratio inside its bound, and the posterior the one that follows from it and the prior."""
    sex = item["examination"]["sex"]
    if sex["reason"] == "no_result":
        return True
    ratio, (low, high) = sex["log10_lr"], sex["log10_lr_bound"]
    if not all(isinstance(one, int | float) and math.isfinite(one) for one in (ratio, low, high, sex["probability_male"])):
        return False
    odds = 10**ratio * sex["prior_male"] / (1 - sex["prior_male"])
    return bool(low - 1e-9 <= ratio <= high + 1e-9 and abs(sex["probability_male"] - odds / (1 + odds)) <= 1e-9)


def _in_order(record: Record) -> Iterator[str]:
    """Items whose times are not in the order of the work: received, examined, concluded, issued."""
    issued = _moment(record["report"]["issued_at"])
    for item in record["items"]:
        times = [
            _moment(item["radiograph"]["received_at"]),
            _moment(item["examination"]["performed_at"]),
            _moment(item["conclusion"]["concluded_at"]),
            issued,
        ]
        known = [time for time in times if time is not None]
        if len(known) < 4 or known != sorted(known):
            yield label(record, item)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


CASE = "Work, Correct, or `forensix correct case NUMBER --set {0}=TEXT --reason TEXT`."
ITEM = "Work, Correct, or `forensix correct radiograph ID --set {0}=TEXT --reason TEXT`."
SETTINGS = "File, Settings, or `{0}` in the settings file."
AGAIN = "Examine again: Work, Examine again, or `forensix examine CASE --again REASON`"
MODEL = f"{AGAIN}; with a model that has it, or with the bundle that was used put back."
ONCE_MORE = f"{AGAIN}; then conclude again."
"""Where each is filled in: in the window first, by its menu, which shows the key that is chosen there; then on the command line."""

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("R02", "number", "the case number", CASE.format("number"), True, _report(lambda r: r["case"]["number"].strip())),
    Requirement(
        "R11",
        "conclusion",
        "a concluded radiograph",
        "Conclude at least one: Work, Conclude, or `forensix conclude`.",
        True,
        _report(lambda r: r["items"]),
    ),
    Requirement(
        "R18",
        "basis",
        "the basis of the conclusion",
        "Conclude again, with its basis: Work, Conclude, or `forensix conclude`.",
        True,
        _items(lambda i: i["conclusion"]["basis"].strip()),
    ),
    Requirement(
        "R20",
        "examiner",
        "the examiner's name",
        "Sign with an identity that has one.",
        True,
        _report(lambda r: r["examiner"]["name"].strip()),
    ),
    Requirement(
        "R04",
        "hashes",
        "the SHA-256 of the file and of the pixels",
        "Receive the file again.",
        True,
        _items(lambda i: len(i["radiograph"]["sha256"]) == len(i["radiograph"]["pixels_sha256"]) == 64),
    ),
    Requirement("R05", "weights", "the weights that made the estimate", MODEL, True, _against_the_card("weights_sha256", "weights_sha256")),
    Requirement(
        "R05",
        "calibration",
        "the calibration that made the estimate",
        MODEL,
        True,
        _against_the_card("calibration_sha256", "calibration", "sha256"),
    ),
    Requirement("R12", "error_rates", "the error rate for each sex with its n", MODEL, True, _models(_error_rates)),
    Requirement("R09", "numbers", "a posterior that follows from the bounded ratio and its prior", ONCE_MORE, True, _items(_number_holds)),
    Requirement(
        "R08", "verbal_scale", "the verbal scale", "Install forensix again.", True, _report(lambda r: r["verbal_scale"].get("band"))
    ),
    Requirement(
        "R03", "times", "times in the order received, examined, concluded, issued", f"Set the clock right. {ONCE_MORE}", True, _in_order
    ),
    Requirement("R01", "agency", "the laboratory or agency", CASE.format("agency"), False, _report(lambda r: r["incident"]["agency"])),
    Requirement("R01", "place", "the place of work", SETTINGS.format("place"), False, _report(lambda r: r["place"])),
    Requirement("R02", "requester", "who requested the work", CASE.format("requester"), False, _report(lambda r: r["case"]["requester"])),
    Requirement(
        "R02", "condition", "the condition of the specimen", ITEM.format("condition"), False, _items(lambda i: i["specimen"]["condition"])
    ),
    Requirement(
        "R02",
        "view",
        "the view",
        ITEM.format("view"),
        False,
        _items(lambda i: i["radiograph"]["view"] or i["radiograph"]["acquisition"]["view"]),
    ),
    Requirement(
        "R02",
        "side",
        "the side of the hand",
        ITEM.format("side"),
        False,
        _items(lambda i: i["radiograph"]["side"] != "unknown"),
    ),
    Requirement(
        "R03",
        "acquired_at",
        "when the radiograph was made",
        "It stands in the file's header or nowhere.",
        False,
        _items(lambda i: i["radiograph"]["acquisition"]["acquired_at"]),
    ),
    Requirement(
        "R13",
        "evidence",
        "calibration curves of the model",
        "Use a bundle with its predictions.csv.",
        False,
        _models(lambda r, name, card: r["evidence"].get(name)),
    ),
    Requirement(
        "R14",
        "population",
        "the reference population",
        "It stands in the model's card.",
        False,
        _models(lambda r, name, card: (card.get("validated") or {}).get("population")),
    ),
    Requirement(
        "R18",
        "observation",
        "the examiner's own observation",
        "Work, Lock observation, or `forensix observe`.",
        False,
        _items(lambda i: i["observation"]),
    ),
    Requirement(
        "R20",
        "qualification",
        "the examiner's qualification",
        "It stands in the identity.",
        False,
        _report(lambda r: r["examiner"]["qualification"]),
    ),
)
