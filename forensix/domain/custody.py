"""The custody chain: events sealed one after the other with SHA-256, and the check that they still are; pure functions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import rfc8785

from forensix.domain.errors import CustodyBroken

EVENT_PREFIX = b"forensix.event.1"
SEAL_PREFIX = b"forensix.seal.1"
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class CustodyEvent:
    """One recorded act. Times are RFC 3339 UTC text; integers and text only, so that its canonical form is unambiguous.

    Parameters
    ----------
    monotonic_ns, boot_id
        The machine's own clock since `boot_id` began: shows a wall clock that was set back.
    actor_proof : {"claimed", "key"}
        Whether the actor only gave a name, or unlocked her signing key for this act.
    previous, seal
        The seal before (64 zeros at the start) and this event's own; neither is part of the hashed event.
    """

    casebook_id: str
    sequence: int
    case_id: str | None
    kind: str
    at: str
    monotonic_ns: int
    boot_id: str
    host: str
    actor: str
    role: str
    actor_proof: str
    subject_sha256: str | None
    details: dict[str, Any]
    reason: str
    previous: str = GENESIS
    seal: str = ""


def event_hash(event: CustodyEvent) -> str:
    """SHA-256 over the prefix and the RFC 8785 form of the event without its seals, lower hex."""
    body = asdict(event)
    del body["previous"], body["seal"]
    body["monotonic_ns"] = str(event.monotonic_ns)  # may exceed the 2**53 that RFC 8785 numbers can hold
    return hashlib.sha256(EVENT_PREFIX + rfc8785.dumps(body)).hexdigest()


def seal_of(previous: str, hashed: str) -> str:
    """The seal that binds an event's hash to the seal before it; both lower hex."""
    return hashlib.sha256(SEAL_PREFIX + bytes.fromhex(previous) + bytes.fromhex(hashed)).hexdigest()


def seal(event: CustodyEvent, previous: str) -> CustodyEvent:
    """The event with `previous` and its seal filled in."""
    fields = asdict(event)
    fields.update(previous=previous, seal=seal_of(previous, event_hash(event)))
    return CustodyEvent(**fields)


def verify_chain(events: Iterable[CustodyEvent]) -> str:
    """Check a whole chain from its first event; the last seal.

    Raises
    ------
    CustodyBroken
        Naming the first event whose number, link or seal does not follow.
    """
    previous, expected = GENESIS, 1
    for event in events:
        where = f"custody event {event.sequence} ({event.kind})"
        if event.sequence != expected:
            raise CustodyBroken(f"Custody event {expected} is missing; {where} stands in its place.", _REMEDY, where)
        if event.previous != previous or event.seal != seal_of(previous, event_hash(event)):
            raise CustodyBroken(f"The seal of {where} does not follow from its content.", _REMEDY, where)
        previous, expected = event.seal, expected + 1
    return previous


_REMEDY = "Treat the casebook as altered: compare it with a backup and with the seals printed in issued reports."
