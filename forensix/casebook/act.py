"""Who acts, how that is proven, and why: handed to every write and kept in its custody event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from forensix.domain.case import Examiner


@dataclass(frozen=True, slots=True)
class Act:
    """One act of one person.

    Parameters
    ----------
    proof : {"claimed", "key"}
        Whether the actor only gave a name, or unlocked her signing key for this act.
    details : dict
        What else the event should hold: text, whole numbers, and lists and dicts of them.
    """

    actor: Examiner
    proof: Literal["claimed", "key"] = "claimed"
    reason: str = ""
    details: dict[str, Any] = field(default_factory=dict)
