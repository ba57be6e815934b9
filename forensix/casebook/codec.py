"""The domain's dataclasses as JSON text and back, without loss; their type hints say how."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import types
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np

from forensix.domain.visible import storable


def to_json(value: Any) -> str:
    """JSON text of a dataclass, or of anything made of text, numbers, tuples and dicts; not-a-number and infinity become text."""
    return json.dumps(encode(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(kind: Any, text: str) -> Any:
    """The value of type `kind` that `to_json` wrote; a field that is missing in older text takes its default."""
    return _reader(kind)(json.loads(text))


def encode(value: Any) -> Any:
    """`value` as what JSON has; numpy scalars as Python's own."""
    if value is None or isinstance(value, (bool, np.bool_)):
        return None if value is None else bool(value)
    if isinstance(value, str):
        return storable(str(value))
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(value) if math.isfinite(value) else str(float(value))
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {storable(str(key)): encode(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    return {field.name: encode(getattr(value, field.name)) for field in dataclasses.fields(value)}


Reader = Callable[[Any], Any]


@functools.cache
def _reader(kind: Any) -> Reader:
    """The function that turns parsed JSON into `kind`; made once for each type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is dict:
        return _dict(arguments[1])
    if kind is datetime:
        return datetime.fromisoformat
    if kind is float or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return kind  # type: ignore[no-any-return]
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if kind in (str, int, bool, Any) or origin is Literal:
        return _itself
    raise TypeError(f"the casebook does not know how to read {kind!r}")


def _itself(value: Any) -> Any:
    return value


def _tuple(arguments: tuple[Any, ...]) -> Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _reader(arguments[0])
        return lambda values: tuple(map(item, values))
    readers = tuple(map(_reader, arguments))
    return lambda values: tuple(read(value) for read, value in zip(readers, values, strict=True))


def _dict(argument: Any) -> Reader:
    item = _reader(argument)
    return lambda values: {key: item(value) for key, value in values.items()}


def _union(arguments: tuple[Any, ...]) -> Reader:
    """An optional value, or one of several dataclasses, told apart by their fields' names."""
    members = [argument for argument in arguments if argument is not type(None)]
    if len(members) == 1:
        single = _reader(members[0])
        return lambda value: None if value is None else single(value)
    choices = [(frozenset(field.name for field in dataclasses.fields(member)), _reader(member)) for member in members]

    def read(value: Any) -> Any:
        for names, reader in choices:
            if names.issuperset(value):
                return reader(value)
        raise ValueError(f"none of {members} has the fields {sorted(value)}")

    return read


def _dataclass(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    changing = [(name, reader) for name, reader in readers.items() if reader is not _itself]

    def read(value: dict[str, Any]) -> Any:
        for name, reader in changing:
            if name in value:
                value[name] = reader(value[name])  # in place: the parsed JSON is no one else's
        return kind(**value)

    return read
