"""A disclosure unpacked, tampered with, and packed again as whoever tampers would do it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from forensix.domain.custody import GENESIS, CustodyEvent, event_hash, seal
from forensix.identity import certificates


def contents(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes], target: Path, *, manifest: bool = True) -> Path:
    """A zip of `files`; with `manifest`, one that agrees with them, as whoever tampers would make it."""
    listed = json.loads(files["manifest.json"])
    if manifest:
        listed["files"] = {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in files.items()
            if name not in ("manifest.json", "manifest.p7s")
        }
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in (files | {"manifest.json": json.dumps(listed).encode()}).items():
            archive.writestr(name, data)
    return target


def documents(change: Callable[[dict[str, Any]], None], name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def tamper(files: dict[str, bytes]) -> dict[str, bytes]:
        document = json.loads(files[name])
        change(document)
        return files | {name: json.dumps(document).encode()}

    return tamper


def event_edited(custody: dict[str, Any]) -> None:
    next(event for event in custody["events"] if event.get("kind") == "examined")["at"] = "2020-01-01T00:00:00.000000+00:00"


def event_hidden(custody: dict[str, Any]) -> None:
    """One of this case's own events as if it were another's."""
    place = next(index for index, event in enumerate(custody["events"]) if event.get("kind") == "examined")
    custody["events"][place] = {"sequence": place + 1, "hash": event_hash(plain_event(custody["events"][place]))}


def tail_cut(custody: dict[str, Any]) -> None:
    del custody["events"][-1]


def resealed(custody: dict[str, Any]) -> None:
    """The checkpoint moved to where the log now ends."""
    last = custody["events"][-1]
    custody["checkpoint"] = {"sequence": last["sequence"], "seal": last["seal"]}


def written_anew(custody: dict[str, Any]) -> None:
    """The whole chain sealed again after one event was changed: in itself it holds."""
    event_edited(custody)
    previous = GENESIS
    for place, event in enumerate(custody["events"]):
        if "hash" in event:
            previous = hashlib.sha256(b"forensix.seal.1" + bytes.fromhex(previous) + bytes.fromhex(event["hash"])).hexdigest()
            continue
        sealed = seal(plain_event(event), previous)
        custody["events"][place] = event | {"previous": previous, "seal": sealed.seal}
        previous = sealed.seal
    custody["checkpoint"]["seal"] = previous


def plain_event(event: dict[str, Any]) -> CustodyEvent:
    return CustodyEvent(**(event | {"monotonic_ns": int(event["monotonic_ns"])}))


def original_swapped(files: dict[str, bytes]) -> dict[str, bytes]:
    name = next(name for name in files if name.startswith("originals/"))
    return files | {name: b"another radiograph"}


def other_root(files: dict[str, bytes]) -> dict[str, bytes]:
    root = certificates.root_certificate(certificates.new_key(), "Site", datetime.now(UTC))
    return files | {"trust/root.pem": certificates.pem(root)}


def report_taken(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.endswith(".pdf")}


def report_appended(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data + b"\n% x\n" if name.endswith(".pdf") else data for name, data in files.items()}
