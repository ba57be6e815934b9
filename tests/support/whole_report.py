"""The facts of a report with everything in it: two items, a repeat, a dissent, an amendment, corrections, further heatmaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from forensix.domain.custody import seal
from forensix.domain.examination import Conclusion, Observation, ObservedSex, Outcome
from forensix.domain.report import Replaced, ReportFacts
from tests.support import facts as made_up

HEATMAP = {"method": "occlusion", "layer": "layer4", "explains": "female", "grid": [7, 7], "peak": "0.4", "map_sha256": "7a" * 32}
CHECKS = [{"kind": "shift", "passed": True}, {"kind": "random_map", "passed": False}, {"kind": "outside_hand", "passed": None}]
QUESTION = "The method is the one that the laboratory has validated, and it was used as validated."
LATER: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("explained", {"radiograph": "x1", "heatmap": {**HEATMAP, "checks": CHECKS}}, ""),
    ("heatmap_checked", {"radiograph": "x1", "checks": CHECKS[:1]}, ""),
    ("reviewed", {"review": "v1", "questions": {"method_followed": QUESTION}}, ""),
    ("corrected", {"kind": "case", "key": "requester", "old": "", "new": "Made-up Coroner"}, "asked by telephone"),
)
COMPARED = {"reference": "GPS receiver GX-2", "ahead_s": "-1.5", "within_s": "0.5"}
REPLACED = Replaced("r0", "PM-0042", 1, "5e" * 32, "6f" * 32, made_up.START + timedelta(hours=3), 3)


def facts() -> ReportFacts:
    first = replace(
        made_up.item(1),
        pixels=made_up.pixels(1, (96, 72)),
        earlier_examinations=(made_up.examination(1, 0.3),),
        earlier_conclusions=(Conclusion("k0", "n1", "e1", Outcome.MALE, "A first look.", "", made_up.START + timedelta(minutes=90)),),
        other_observations=(Observation("o9", "x1", "e2", ObservedSex.CANNOT_BE_TOLD, "", "", made_up.START + timedelta(hours=3)),),
    )
    decided = made_up.examination(2, -1.4, outcome=Outcome.FEMALE, reason="")
    second = replace(made_up.item(2), pixels=made_up.pixels(2, (96, 72)), examination=replace(decided, saliency=None))
    made = made_up.facts((first, second), reviews=(made_up.review(agrees=False, text="I see no direction."),), synthetic=False)
    shown = [replace(event, details={"radiograph": "x1"}) if event.kind == "shown" else event for event in made.custody]
    for kind, details, reason in LATER:
        later = replace(shown[-1], sequence=shown[-1].sequence + 1, kind=kind, details=details, reason=reason)
        shown.append(seal(later, made.custody[-1].seal if kind == "explained" else shown[-1].seal))
    return replace(
        made,
        report=replace(made.report, version=2, supersedes="r0"),
        replaced=REPLACED,
        custody=tuple(shown),
        chain_head=(shown[-1].sequence, shown[-1].seal),
        number_scheme=("PM-####", "AM-####"),
        clock_comparisons=(replace(shown[0], kind="clock_compared", details=COMPARED),),
    )
