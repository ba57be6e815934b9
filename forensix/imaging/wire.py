"""What goes between the program and its quarantined reader: a JSON header and raw bytes, each with its length before it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, BinaryIO

from forensix.domain.case import Acquisition
from forensix.domain.view import VOI, LookupTable, Window

MAX_HEADER = 64 << 20
MAX_BODY = 2 << 30
TUPLES = ("conversions", "warnings")


def send(stream: BinaryIO, header: dict[str, Any], body: bytes | memoryview = b"") -> None:
    text = json.dumps(header).encode()
    stream.write(len(text).to_bytes(8, "little") + len(body).to_bytes(8, "little"))
    stream.write(text)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The next message.

    Raises
    ------
    EOFError
        The other side is gone.
    ValueError
        What came is no message.
    """
    lengths = _exactly(stream, 16)
    text, body = int.from_bytes(lengths[:8], "little"), int.from_bytes(lengths[8:], "little")
    if text > MAX_HEADER or body > MAX_BODY:
        raise ValueError("a message of impossible length")
    header = json.loads(_exactly(stream, text))
    if not isinstance(header, dict):
        raise ValueError("a message without a header")
    return header, _exactly(stream, body)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    parts, missing = [], count
    while missing:
        part = stream.read(missing)
        if not part:
            raise EOFError("the other side is gone")
        parts.append(part)
        missing -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def acquisition_as(acquisition: Acquisition) -> dict[str, Any]:
    """JSON's types only; `acquisition_from` gives back an equal one."""
    plain = {field.name: getattr(acquisition, field.name) for field in fields(acquisition)}
    plain["acquired_at"] = acquisition.acquired_at.isoformat() if acquisition.acquired_at else None
    plain["windows"] = [{"kind": type(voi).__name__, **asdict(voi)} for voi in acquisition.windows]
    return plain


def acquisition_from(plain: dict[str, Any]) -> Acquisition:
    values = dict(plain)
    values["windows"] = tuple(_voi(voi) for voi in values["windows"])
    values["acquired_at"] = datetime.fromisoformat(values["acquired_at"]) if values["acquired_at"] else None
    values["pixel_spacing_mm"] = tuple(values["pixel_spacing_mm"]) if values["pixel_spacing_mm"] else None
    for name in TUPLES:
        values[name] = tuple(values[name])
    return Acquisition(**values)


def _voi(plain: dict[str, Any]) -> VOI:
    values = {key: value for key, value in plain.items() if key != "kind"}
    if plain["kind"] == "LookupTable":
        return LookupTable(**{**values, "values": tuple(values["values"])})
    return Window(**values)
