"""The order of signing, as rules on facts: who concluded signs, who reviewed countersigns; pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from forensix.domain.case import Examiner
from forensix.domain.errors import SigningFailed
from forensix.domain.examination import Conclusion, Review
from forensix.domain.report import ExaminedItem


def same_name(one: str, other: str) -> bool:
    """Whether two names are one person's, however they were typed."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def taken_over(items: Iterable[ExaminedItem], people: dict[str, Examiner], signer: Examiner, login: str) -> tuple[str, ...]:
    """A sentence for each conclusion that was recorded under the computer's login name, which the signer gives as her own by signing.

    Parameters
    ----------
    login : str
        The login name of this computer: what stands for a person where nobody gave a name.

    Raises
    ------
    SigningFailed
        A radiograph was concluded by somebody else.
    """
    said = []
    for item in items:
        by = people.get(item.conclusion.examiner_id)
        name = by.name if by else item.conclusion.examiner_id
        if same_name(name, signer.name):
            continue
        if others([item.conclusion], people, signer.name, login):
            raise SigningFailed(
                f"{item.radiograph.file_name} was concluded by {name}, and this key is of {signer.name}: who concluded signs.",
                f"Have {name} sign, or observe and conclude as {signer.name} (with --identity), then issue the report again.",
                item.radiograph.id,
            )
        said.append(
            f"The conclusion on {item.radiograph.file_name} was recorded under the computer's login name {name}, not under a person's "
            f"name; {signer.name}, who signs, gives it as her or his own."
        )
    return tuple(said)


def others(conclusions: Iterable[Conclusion], people: dict[str, Examiner], signer: str, login: str) -> tuple[str, ...]:
    """Who else concluded, each once: whose conclusions somebody called `signer` cannot give as her own; `login` as in `taken_over`."""
    found = []
    for one in conclusions:
        by = people.get(one.examiner_id)
        name, claimed = (by.name, not by.certificate_serial) if by else (one.examiner_id, False)
        if not same_name(name, signer) and not (claimed and name == login):
            found.append(name)
    return tuple(dict.fromkeys(found))


def current(reviews: Iterable[Review], concluded: Iterable[datetime]) -> list[Review]:
    """The reviews made after the last conclusion; an older one does not speak of what is reported."""
    last = max(concluded)
    return [review for review in reviews if review.at > last]


def recorded_review(record: dict[str, Any], signer: Examiner) -> dict[str, Any] | None:
    """The signer's own review, as the record of a report holds it; None where the record holds no review at all.

    Raises
    ------
    SigningFailed
        The record holds reviews by others only, or the signer's is older than a conclusion that it would stand for.
    """
    reviews, people = record["reviews"], record["people"]
    if not reviews:
        return None
    own = [each for each in reviews if same_name(_name(people, each), signer.name)]
    if not own:
        names = ", ".join(dict.fromkeys(_name(people, each) for each in reviews))
        raise SigningFailed(
            f"The report records a review by {names}, and this key is of {signer.name}: who reviewed countersigns.",
            f"Have {names} countersign, or review the case as {signer.name} and issue the report again.",
            signer.name,
        )
    if _moment(own[-1]["at"]) <= max(_moment(item["conclusion"]["concluded_at"]) for item in record["items"]):
        raise SigningFailed(
            f"The review by {signer.name} is older than a conclusion of this report.",
            "Review the case again and have the report issued again, then countersign.",
            signer.name,
        )
    review: dict[str, Any] = own[-1]
    return review


def notes(record: dict[str, Any], signatures: Iterable[str]) -> list[tuple[str, str]]:
    """(check, meaning) of what a reader of the report should know about the order in which it was made and signed."""
    said = []
    if not record["reviews"]:
        second = " The second signature stands under a report that records no review." if "Reviewer" in signatures else ""
        said.append(("reviewed", f"The report was issued without a review by a second examiner, and says so.{second}"))
    people, signer = record["people"], record["examiner"]["name"]
    others = {_name(people, item["conclusion"]) for item in record["items"]}
    for name in sorted(each for each in others if not same_name(each, signer)):
        said.append(
            (
                "concluded_by",
                f"Conclusions were recorded under the name {name}, behind which no key stands; {signer}, who signed, gives them as own.",
            )
        )
    return said


def _name(people: dict[str, Any], made: dict[str, Any]) -> str:
    known = people.get(made["examiner_id"])
    return str(known["name"]) if known else str(made["examiner_id"])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
