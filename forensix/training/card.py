"""Writing card.toml, schema 1, as `inference.card_schema` reads it.

Beyond the contract's keys a card holds: `schema = 1`; in `[preprocess]` squash_size (the square that everything is squashed to first) and
views (see `inference.views`); in `[calibration]` readings (what its logits are); in `[age]` mean and sd (months = mean + sd * output -
bias), low < 0 < high in interval, n, and bands (see `inference.card_schema.AgeScale`); in both `once` (see `inference.card_schema`); in
`[validated]` adults, least_per_sex_and_year, how mature hands are kept out, and form; in `[typicality]` sha256 of its tensors, rank and the
numbers of hands; in `[training]` data_sha256, parts, steps, minutes, precision and one table for each stage.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forensix.inference.calibration import sha256_of


def write(folder: Path, card: Mapping[str, Any]) -> None:
    """Write `folder`/card.toml; the hash of its calibration table is added here."""
    calibration = dict(card["calibration"])
    whole = {"schema": 1, **card, "calibration": calibration | {"sha256": sha256_of(calibration)}}
    (folder / "card.toml").write_text(as_toml(whole), encoding="utf-8", newline="\n")


def as_toml(tables: Mapping[str, Any]) -> str:
    """Plain data as TOML: values first, then one table for each mapping.

    Raises
    ------
    ValueError
        A value that a card cannot hold: None, a number that is not finite, another type.
    """
    values = [f"{_key(key)} = {_value(value)}" for key, value in tables.items() if not isinstance(value, Mapping)]
    sections = [(key, value) for key, value in tables.items() if isinstance(value, Mapping)]
    blocks = ["\n".join(values)]
    blocks += ["\n".join([f"[{_key(key)}]", *(f"{_key(k)} = {_value(v)}" for k, v in table.items())]) for key, table in sections]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A JSON string is a TOML basic string, but for DEL.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return repr(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + "}"
    raise ValueError(f"a card cannot hold {value!r}")


def _key(key: str) -> str:
    return key if key and all(char.isascii() and (char.isalnum() or char in "_-") for char in key) else json.dumps(key)
