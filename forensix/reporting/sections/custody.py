"""Who did what with the items, and the seal that pins the custody record to this report."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from forensix.domain.clock import ClockComparison
from forensix.domain.custody import CustodyEvent
from forensix.domain.report import ReportFacts
from forensix.domain.visible import one_line
from forensix.reporting import layout, wording

TITLE = "Custody"
ROOM = 70 * mm

CLOCK = (
    "this computer's own, in UTC. When the report was issued it did not stand before the last act in the custody record. No time-stamp "
    "service was used."
)
NOT_COMPARED = "none with another clock is recorded"
ACTS = (
    "Every act that added to this case, changed it or showed an estimate of it is an event in the casebook's custody record; each is "
    "sealed together with all before it. Numbers that are missing here are of other cases' events, or of the whole casebook's."
)
HASH = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{56}\b")


def render(facts: ReportFacts) -> list[Flowable]:
    sequence, seal = facts.chain_head
    columns = [
        layout.Column("No.", 0.4, "right"),
        layout.Column("When (UTC)", 1.75),
        layout.Column("What", 1.2),
        layout.Column("Who", 2.85),
        layout.Column("Concerning", 1.6),
    ]
    story: list[Flowable] = [
        layout.body(ACTS),
        layout.data(columns, [_row(event) for event in facts.custody]),
        layout.note('"Key": the person unlocked a signing key for the act. "Name only": the person gave a name.'),
        layout.fields(
            [
                ("Casebook", facts.casebook_id),
                ("Clock", facts.time_source or CLOCK),
                ("Comparisons of the clock", "\n".join(map(_comparison, facts.clock_comparisons)) or NOT_COMPARED),
                ("Last event before this report", f"number {sequence}"),
                ("Its seal", seal),
                (
                    "What the seal does",
                    "A custody record whose event of that number has another seal was altered after this report was issued.",
                ),
            ]
        ),
    ]
    return story


def _comparison(event: CustodyEvent) -> str:
    """One comparison, with who made it when."""
    made = ClockComparison(*(str(event.details[name]) for name in ("reference", "ahead_s", "within_s")))
    return one_line(f"{wording.moment(event.at)} {made}; by {event.actor} ({_proof(event)}), custody event {event.sequence}")


def _proof(event: CustodyEvent) -> str:
    return "key" if event.actor_proof == "key" else "name only"


def _row(event: CustodyEvent) -> list[Any]:
    parts = (*_details(event.details), *_heatmap(event.details), event.reason, _short(event.subject_sha256))
    about = one_line("; ".join(part for part in parts if part))
    return [
        str(event.sequence),
        wording.moment(event.at).removesuffix(" UTC"),
        event.kind.replace("_", " "),
        one_line(f"{event.actor} ({event.role}, {_proof(event)})"),
        about or "–",
    ]


def _details(details: dict[str, Any]) -> list[str]:
    """What a reader needs of an event's details: the file, why, what was changed; everything else is in the record."""
    corrected = "new" in details  # its subject is an id
    told = [str(details[key]) for key in ("file_name", "because", "subject") if details.get(key) and not (corrected and key == "subject")]
    if corrected:
        told.append(f"{details.get('key', '')}: {details.get('old') or 'empty'} → {details['new']}")
    return [HASH.sub(r"\1…", text) for text in told]


def _heatmap(details: dict[str, Any]) -> list[str]:
    """How a further heatmap was made and which, and how a heatmap did in its checks."""
    made, checks = details.get("heatmap") or {}, details.get("checks", [])
    told = []
    if made:
        rows, columns = made["grid"]
        told = [f"heatmap for {made['explains']}: method {made['method']}, layer {made['layer']}, grid {rows} x {columns}"]
        told.append(f"its values: {_short(made['map_sha256'])}" if made["map_sha256"] else "it was flat")
    verdicts = Counter(check["passed"] for check in made.get("checks", checks))
    counted = [f"{verdicts[held]} {word}" for held, word in ((True, "passed"), (False, "failed"), (None, "not measured")) if verdicts[held]]
    return [*told, f"checks of the map: {', '.join(counted)}"] if counted else told


def _short(sha256: str | None) -> str:
    return f"SHA-256 {sha256[:8]}…" if sha256 else ""
