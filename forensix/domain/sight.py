"""Who may see an estimate when: blind first; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """The answer: whether the estimate may be seen, and otherwise which verb comes next."""

    visible: bool
    next: str = ""


def may_see(blind_first: bool, observed_by: Iterable[str], examiner: str) -> Sight:
    """Whether `examiner` may see a radiograph's estimate.

    Parameters
    ----------
    blind_first : bool
        The casebook's setting, fixed at its creation and bound by the first seal.
    observed_by : iterable of str
        Examiners whose own observation of this radiograph is locked.
    examiner : str
        Who asks.
    """
    if not blind_first or examiner in set(observed_by):
        return Sight(visible=True)
    return Sight(visible=False, next="observe")
