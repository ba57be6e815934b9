"""Whether a casebook is whole: its chain, its rows, its triggers and its files; each answer in words for a lawyer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from forensix.casebook.reads import Reads


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked and what came of it."""

    check: str
    result: Literal["passed", "failed", "note"]
    subject: str
    meaning: str


def check(casebook: Reads, *, progress: Callable[[str, float], None] | None = None, files: bool = True) -> list[Finding]:
    return []
