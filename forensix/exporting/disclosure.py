"""A disclosure: what the other side gets of one case, packed into one zip that is the same whenever it is made of the same."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from forensix.domain.custody import CustodyEvent, event_hash

SCHEMA = "forensix.disclosure.1"
MANIFEST, SIGNED = "manifest.json", "manifest.p7s"

Members = Mapping[str, Callable[[], bytes]]
"""The files of a disclosure: each name, and what reads its bytes, so that one original at a time is in memory."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A zip that was written: its own SHA-256, its manifest's, and how many files and bytes."""

    sha256: str
    manifest_sha256: str
    files: int
    size: int


def custody_slice(events: Sequence[CustodyEvent], case_id: str) -> dict[str, Any]:
    """The whole chain with one case's events: those, and the first event, are shown; every other is a bare hash."""
    shown = [_shown(event) if event.case_id == case_id or event.sequence == 1 else _hidden(event) for event in events]
    last = events[-1]
    return {
        "schema": "forensix.custody.1",
        "casebook_id": last.casebook_id,
        "case_id": case_id,
        "events": shown,
        "checkpoint": {"sequence": last.sequence, "seal": last.seal},
    }


def document(value: Any) -> bytes:
    """JSON as the disclosure holds it: sorted keys, so that the same is the same."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n").encode()


def pack(
    members: Members,
    about: dict[str, Any],
    at: datetime,
    target: Path,
    step: Callable[[str, float], None],
    sign: Callable[[bytes], bytes] | None = None,
) -> Packed:
    """Write the zip: members in the order of their names, the manifest last, every time `at`, nothing compressed.

    Parameters
    ----------
    sign
        Makes the detached signature of the manifest that lies beside it; None: nobody signs.

    Raises
    ------
    OSError
        `target` cannot be written, or is there already.
    """
    moment = at.astimezone(UTC)
    stamped = (max(moment.year, 1980), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    files: dict[str, dict[str, Any]] = {}
    with target.open("xb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
            for index, name in enumerate(sorted(members)):
                step(f"packing {name}", index / len(members))
                data = members[name]()
                files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
                _put(archive, name, data, stamped)
            manifest = document({"schema": SCHEMA, **about, "files": files})
            _put(archive, MANIFEST, manifest, stamped)
            if sign is not None:
                _put(archive, SIGNED, sign(manifest), stamped)
        raw.flush()
        os.fsync(raw.fileno())
    with target.open("rb") as written:
        whole = hashlib.file_digest(written, "sha256").hexdigest()
    return Packed(whole, hashlib.sha256(manifest).hexdigest(), len(files) + (1 if sign is None else 2), target.stat().st_size)


def _put(archive: zipfile.ZipFile, name: str, data: bytes, stamped: tuple[int, int, int, int, int, int]) -> None:
    entry = zipfile.ZipInfo(name, stamped)
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same from Windows as from Linux
    archive.writestr(entry, data)


def _shown(event: CustodyEvent) -> dict[str, Any]:
    return asdict(event) | {"monotonic_ns": str(event.monotonic_ns)}


def _hidden(event: CustodyEvent) -> dict[str, Any]:
    return {"sequence": event.sequence, "hash": event_hash(event)}
