"""A comparison of a computer's clock with another one, as a person made it."""

from __future__ import annotations

from dataclasses import dataclass

COMPARED = "clock_compared"
"""The kind of the custody event that holds one; its details are the fields."""


@dataclass(frozen=True, slots=True)
class ClockComparison:
    """How far this computer's clock was ahead of a reference (negative: behind) and how near that is known, in seconds, as text."""

    reference: str
    ahead_s: str
    within_s: str

    def __str__(self) -> str:
        ahead = float(self.ahead_s)
        apart = "showed the same time" if ahead == 0 else f"was {abs(ahead):g} s {'ahead' if ahead > 0 else 'behind'}"
        return f"compared with {self.reference}: this computer's clock {apart}, known within {self.within_s} s"
