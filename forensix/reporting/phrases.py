"""The phrases that no sentence of a report may hold, and finding them in what people wrote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of resources/phrases.toml; `allowed` are the texts that may hold it."""

    pattern: str
    allowed: tuple[str, ...]
    reason: str
    instead: str

    def found_in(self, text: str) -> list[str]:
        """What of `text` is forbidden, as it stands there; without regard to case, white space read as one space."""
        left = " ".join(text.split())
        for exception in self.allowed:
            left = re.sub(re.escape(exception), " ", left, flags=re.IGNORECASE)
        return [hit.group(0) for hit in re.finditer(self.pattern, left, re.IGNORECASE)]


def load(resources: Path) -> tuple[Phrase, ...]:
    """The list that is installed."""
    table: dict[str, Any] = tomllib.loads((resources / "phrases.toml").read_text(encoding="utf-8"))
    return tuple(Phrase(one["pattern"], tuple(one["except"]), one["reason"], one["instead"]) for one in table["phrase"])


def found(text: str, phrases: Sequence[Phrase]) -> list[str]:
    """Every forbidden phrase in a text, each once, as it stands there."""
    return list(dict.fromkeys(hit for phrase in phrases for hit in phrase.found_in(text)))
