"""The custody chain: what a changed, missing or moved event does to it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
import rfc8785

from forensix.domain.custody import GENESIS, CustodyEvent, event_hash, seal, seal_of, verify_chain
from forensix.domain.errors import CustodyBroken


def event(sequence: int, **changes: object) -> CustodyEvent:
    usual = CustodyEvent(
        casebook_id="b",
        sequence=sequence,
        case_id="c",
        kind="received",
        at="2026-11-21T10:00:00.000000+00:00",
        monotonic_ns=2**60 + sequence,
        boot_id="boot",
        host="laptop",
        actor="Zoë Ångström",
        role="examiner",
        actor_proof="claimed",
        subject_sha256="0" * 64,
        details={"path": "<Unknown> & Söhne.dcm", "given": 3},
        reason="",
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def chain(length: int) -> list[CustodyEvent]:
    events: list[CustodyEvent] = []
    for sequence in range(1, length + 1):
        events.append(seal(event(sequence), events[-1].seal if events else GENESIS))
    return events


def test_a_chain_verifies_and_ends_in_its_last_seal() -> None:
    events = chain(5)
    assert verify_chain(events) == events[-1].seal
    assert verify_chain([]) == GENESIS


def test_the_seal_is_the_contracts_formula() -> None:
    first = chain(1)[0]
    body = {name: getattr(first, name) for name in CustodyEvent.__dataclass_fields__ if name not in ("previous", "seal")}
    body["monotonic_ns"] = str(first.monotonic_ns)
    hashed = hashlib.sha256(b"forensix.event.1" + rfc8785.dumps(body)).hexdigest()
    assert event_hash(first) == hashed
    assert first.seal == hashlib.sha256(b"forensix.seal.1" + bytes(32) + bytes.fromhex(hashed)).hexdigest()


@pytest.mark.parametrize("changes", [{"actor": "somebody else"}, {"details": {"given": 4}}, {"at": "2026-11-21T10:00:01.000000+00:00"}])
def test_a_changed_event_is_named(changes: dict[str, object]) -> None:
    events = chain(4)
    events[2] = replace(events[2], **changes)  # type: ignore[arg-type]
    with pytest.raises(CustodyBroken, match="event 3"):
        verify_chain(events)


def test_a_resealed_event_breaks_the_next_link() -> None:
    events = chain(4)
    forged = replace(events[1], actor="somebody else")
    events[1] = replace(forged, seal=seal_of(forged.previous, event_hash(forged)))
    with pytest.raises(CustodyBroken, match="event 3"):
        verify_chain(events)


def test_a_missing_event_is_named() -> None:
    events = chain(4)
    del events[1]
    with pytest.raises(CustodyBroken, match="event 2 is missing"):
        verify_chain(events)


def test_a_link_that_was_changed_alone_is_named() -> None:
    events = chain(4)
    events[2] = replace(events[2], previous=events[0].seal)
    with pytest.raises(CustodyBroken, match="event 3"):
        verify_chain(events)
