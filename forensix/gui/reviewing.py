"""What a second examiner may read of the first one's work on a case, and whether she may review it; no Qt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensix.domain.examination import Conclusion, Outcome, Review
from forensix.gui.signing_bars import Bars, bars_of

if TYPE_CHECKING:
    from forensix.casebook.casebook import Casebook
    from forensix.laboratory import Laboratory
    from forensix.laboratory.review_checklist import Item

NONE = Bars()


@dataclass(frozen=True, slots=True)
class Opinion:
    """Another examiner's conclusion that holds for a radiograph."""

    file_name: str
    who: str
    outcome: Outcome
    basis: str


@dataclass(frozen=True, slots=True)
class Reviewing:
    """How a case stands for whoever asks.

    Parameters
    ----------
    waits_for : tuple of str
        Concluded radiographs that she has not observed; while there are any, opinions and reports stay covered in a blind casebook.
    covered : bool
        Whether the case's reports and the others' opinions are covered for her.
    opinions : tuple of Opinion
        Of others, on radiographs that she may see.
    may_review : bool
        Something is concluded, none of it by her, and she has observed all of it.
    reviews : tuple of (str, Review)
        Who reviewed, and what she said; empty while covered.
    reviewed : bool
        She has reviewed the case, and nothing was concluded since.
    unprinted : tuple of str
        Who reviewed what stands now, where the latest issued report was made before; empty while covered, or without a report.
    bars : Bars
        Why she cannot sign or countersign the case's report; none while covered.
    """

    case_id: str
    waits_for: tuple[str, ...]
    covered: bool
    opinions: tuple[Opinion, ...]
    may_review: bool
    reviews: tuple[tuple[str, Review], ...]
    items: tuple[Item, ...]
    reviewed: bool = False
    unprinted: tuple[str, ...] = ()
    bars: Bars = NONE


def reviewing_of(laboratory: Laboratory, case_id: str) -> Reviewing:
    """Read a case as the actor may see it."""
    from forensix.laboratory import review_checklist

    casebook, me = laboratory.casebook, laboratory.actor
    people = {person.id: person.name for person in casebook.examiners()}
    concluded = [(item, held) for item in casebook.radiographs(case_id) if (held := casebook.conclusions(item.id))]
    mine = any(people.get(one.examiner_id) == me.name for _, held in concluded for one in held)
    waits = [item for item, _ in concluded if all(one.examiner_id != me.id for one in casebook.observations(item.id))]
    covered = any(not laboratory.sight(item.id).visible for item, _ in concluded)
    opinions = [
        _opinion(item.file_name, held[-1], people)
        for item, held in concluded
        if held[-1].examiner_id != me.id and laboratory.sight(item.id).visible
    ]
    latest = max((held[-1].concluded_at for _, held in concluded), default=None)
    since = [one for one in casebook.reviews(case_id) if latest is not None and one.at >= latest]
    reviews = () if covered else tuple((people.get(one.examiner_id, ""), one) for one in casebook.reviews(case_id))
    return Reviewing(
        case_id=case_id,
        waits_for=tuple(item.file_name for item in waits),
        covered=covered,
        opinions=tuple(opinions),
        may_review=bool(concluded) and not mine and not waits,
        reviews=reviews,
        items=review_checklist.shipped(),
        reviewed=any(one.examiner_id in laboratory.own_ids for one in since),
        unprinted=() if covered else tuple(dict.fromkeys(people.get(one.examiner_id, "") for one in _unprinted(casebook, case_id, since))),
        bars=NONE if covered else bars_of(laboratory, case_id),
    )


def _unprinted(casebook: Casebook, case_id: str, reviews: Sequence[Review]) -> list[Review]:
    """Those of the reviews that the case's latest report does not hold."""
    issued = casebook.reports(case_id)
    if not issued:
        return []
    printed = {held["id"] for held in json.loads(casebook.record(issued[-1].id))["reviews"]}
    return [one for one in reviews if one.id not in printed]


def _opinion(file_name: str, held: Conclusion, people: dict[str, str]) -> Opinion:
    return Opinion(file_name, people.get(held.examiner_id, ""), Outcome(held.outcome), held.basis)
