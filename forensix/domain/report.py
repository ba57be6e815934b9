"""An issued report and its signatures, and the facts that a report is composed from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from forensix.domain.case import Case, Examiner, Incident, Radiograph, Specimen, Withdrawal
from forensix.domain.custody import CustodyEvent
from forensix.domain.examination import Conclusion, Examination, Observation, Review
from forensix.domain.view import Pixels

REPLAY_TOLERANCE = 1e-4
"""Largest difference of a logit on another machine that still counts as the same; relative differences up to 9e-7 were measured."""


@dataclass(frozen=True, slots=True)
class Report:
    """One version of a case's report; `record_sha256` is of the canonical record.json attached to it."""

    id: str
    case_id: str
    version: int
    record_sha256: str
    supersedes: str | None
    issued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature in a report; the file after each signature is kept under `file_sha256`."""

    report_id: str
    sequence: int
    field: str
    signer: str
    signed_at: datetime
    file_sha256: str


@dataclass(frozen=True, slots=True)
class ExaminedItem:
    """One concluded radiograph with all that belongs to it; `pixels` for the figures.

    `observation` is of who concluded, `other_observations` are of others (a reviewer's); `earlier_conclusions` were replaced by
    `conclusion` and stay.
    """

    specimen: Specimen
    radiograph: Radiograph
    pixels: Pixels
    observation: Observation | None
    examination: Examination
    earlier_examinations: tuple[Examination, ...]
    conclusion: Conclusion
    other_observations: tuple[Observation, ...] = ()
    earlier_conclusions: tuple[Conclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """The version that a report replaces: whose number, what was attached to it, and its file after its last signature."""

    report_id: str
    number: str
    version: int
    record_sha256: str
    file_sha256: str
    issued_at: datetime
    chain_sequence: int


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything a report may print; sections read nothing else.

    Parameters
    ----------
    model_cards : dict
        Model name -> the card's tables as plain data, with "evaluation" holding evaluation.json.
    custody : tuple of CustodyEvent
        The case's own events, in order.
    chain_head : tuple
        (sequence, seal) of the last event before the report's own.
    verbal_scale : dict
        The whole table of resources/verbal_scale.toml; composing fills it in where it is empty.
    evidence : dict
        Model name -> what its own predictions on test hands show at the rule that was used (`reporting.evidence`).
    place : str
        Where the work was done.
    utc_offset_minutes : int
        Of the computer's local time when the report was issued.
    time_source : str
        What stands behind the times of signing, as a sentence; "" is the computer's own clock.
    trust_roots : tuple of str
        SHA-256 fingerprints of the site's root certificates.
    site_records : dict
        SHA-256 -> content of each site record that an item was examined under.
    number_scheme : tuple of str
        The masks of the incident's case numbers when the report was issued; empty: none was set.
    clock_comparisons : tuple of CustodyEvent
        Comparisons of a clock with a reference: the last before the case was opened, and all since.
    withdrawn : tuple of Withdrawal
        Radiographs that had been received into this case by mistake; the report rests on none of them.
    """

    report: Report
    incident: Incident
    case: Case
    examiner: Examiner
    items: tuple[ExaminedItem, ...]
    not_concluded: tuple[tuple[Specimen, Radiograph], ...]
    reviews: tuple[Review, ...]
    model_cards: dict[str, dict[str, Any]]
    custody: tuple[CustodyEvent, ...]
    chain_head: tuple[int, str]
    blind_first: bool
    synthetic: bool
    casebook_id: str
    program_version: str
    commit: str
    failures: tuple[str, ...] = ()
    people: dict[str, Examiner] = field(default_factory=dict)
    verbal_scale: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, Any] = field(default_factory=dict)
    place: str = ""
    utc_offset_minutes: int = 0
    time_source: str = ""
    replaced: Replaced | None = None
    trust_roots: tuple[str, ...] = ()
    site_records: dict[str, dict[str, Any]] = field(default_factory=dict)
    replay_tolerance: float = REPLAY_TOLERANCE
    number_scheme: tuple[str, ...] = ()
    clock_comparisons: tuple[CustodyEvent, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
