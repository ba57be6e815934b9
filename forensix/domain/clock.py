"""A comparison of a computer's clock with another one, as a person made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

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


def seconds_ahead(shown: datetime, reference: datetime) -> float:
    """By how many seconds this computer's clock, which showed `shown`, is ahead of a reference that showed `reference` at that moment."""
    return (shown - reference).total_seconds()


def reference_time(typed: str, near: datetime) -> datetime:
    """What another clock shows, as it was typed: "HH:MM" or "HH:MM:SS", of the day that brings it nearest to `near`, or with its date.

    Parameters
    ----------
    typed : str
        In the time zone of `near`.

    Raises
    ------
    ValueError
        It is no time of day.
    """
    text = typed.strip()
    if "-" in text:
        told = datetime.fromisoformat(text)
        return told if told.tzinfo else told.replace(tzinfo=near.tzinfo)
    at = datetime.combine(near.date(), time.fromisoformat(text), near.tzinfo)
    return min((at + timedelta(days=days) for days in (-1, 0, 1)), key=lambda one: abs(one - near))
