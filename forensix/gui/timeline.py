"""A case's custody as one examiner may read it: which acts, when, by whom; what would tell another's conclusion stays covered. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensix.domain.custody import CustodyEvent

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

PLAIN = frozenset({"opened", "received", "refused", "duplicate", "examined", "examination_failed", "corrected", "verified", "exported"})
"""Acts whose facts tell nothing of what another examiner thinks; her reasons, in her own words, may."""
SHORT_SEAL = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of the case's own chain.

    Parameters
    ----------
    about : str
        The file or part that it is about, "" for the case.
    said : str
        Outcome, reason or correction in the words of the log; "" where there are none, or where they are covered.
    covered : bool
        Whether something of it is withheld until the examiner's own observations are locked.
    """

    sequence: int
    at: str
    kind: str
    actor: str
    role: str
    proof: str
    about: str
    said: str
    covered: bool
    host: str
    subject_sha256: str
    seal: str

    @property
    def short_seal(self) -> str:
        return self.seal[:SHORT_SEAL]


def timeline_of(laboratory: Laboratory, case_id: str) -> tuple[Moment, ...]:
    """The case's own events, the first one first; events of other cases are not among them."""
    casebook = laboratory.casebook
    names = {item.id: item.file_name for item in casebook.radiographs(case_id)}
    waiting = any(not laboratory.sight(each).visible for each in names)
    names |= {each.radiograph.id: each.radiograph.file_name for each in casebook.withdrawals(case_id)}
    unseen = {each for each in names if not laboratory.sight(each).visible}
    own = laboratory.own_ids
    return tuple(_moment(event, names, unseen, own, waiting=waiting) for event in casebook.events(case_id))


def _moment(event: CustodyEvent, names: dict[str, str], unseen: Collection[str], own: Collection[str], *, waiting: bool) -> Moment:
    """`unseen`: radiographs whose estimate is covered; `waiting`: whether one of them can still be observed, and covers the case's acts."""
    radiograph = str(event.details.get("radiograph", ""))
    mine = event.details.get("actor_id") in own
    hidden = not mine and (radiograph in unseen if radiograph else waiting)
    facts = _facts(event)
    open_facts = facts if event.kind in PLAIN or not hidden else ""
    reason = "" if hidden else event.reason
    return Moment(
        sequence=event.sequence,
        at=event.at,
        kind=event.kind,
        actor=event.actor,
        role=event.role,
        proof=event.actor_proof,
        about=names.get(radiograph, str(event.details.get("file_name", ""))),
        said="; ".join(part for part in (open_facts, reason) if part),
        covered=hidden and (open_facts, reason) != (facts, event.reason),
        host=event.host,
        subject_sha256=event.subject_sha256 or "",
        seal=event.seal,
    )


def _facts(event: CustodyEvent) -> str:
    """What the log itself says beyond the kind of the act."""
    details = event.details
    parts = [
        str(details[name])
        for name in ("outcome", "because", "subject", "label", "recipient")
        if details.get(name) and event.kind != "corrected"
    ]
    if event.kind == "corrected":
        parts.append(f"{details.get('key')}: {details.get('old')} \N{RIGHTWARDS ARROW} {details.get('new')}")
        parts += [str(details["because"])] if details.get("because") else []
    if event.kind == "reviewed":
        parts.append("agrees" if details.get("agrees") else "dissents")
    if event.kind == "verified":
        parts.append("accepted" if details.get("accepted") else "not accepted")
    if event.kind in ("issued", "countersigned"):
        parts.append(f"version {details.get('version')}, {details.get('signer')}")
    return "; ".join(parts)
