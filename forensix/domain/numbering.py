"""The scheme of an incident's case numbers: masks, so that a number that was typed wrong is found when a case is opened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from forensix.domain.errors import CaseConflict

LETTERS = {"#": "[0-9]", "@": "[A-Z]"}
LEGEND = "# a digit, @ a capital letter, + one or more of the one before it"


@dataclass(frozen=True, slots=True)
class NumberScheme:
    """Masks of which a number follows at least one.

    Parameters
    ----------
    masks : tuple of str
        "#" stands for a digit, "@" for a capital letter A to Z, "+" after one of them for one or more; everything else for itself.
        None at all: any number fits.

    Raises
    ------
    CaseConflict
        A mask is empty, or holds nothing that differs from number to number.
    """

    masks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for mask in self.masks:
            if not any(letter in mask for letter in LETTERS):
                raise CaseConflict(
                    f"“{mask}” is no mask of case numbers: no letter or digit in it differs.", f"For example PM-####: {LEGEND}.", mask
                )

    def fits(self, number: str) -> bool:
        """Whether a case number follows the scheme."""
        return not self.masks or any(re.fullmatch(_pattern(mask), number) for mask in self.masks)

    def __str__(self) -> str:
        return " or ".join(self.masks)


def _pattern(mask: str) -> str:
    parts = []
    for before, letter in zip(" " + mask, mask, strict=False):
        more = letter == "+" and before in LETTERS
        parts.append("+" if more else LETTERS.get(letter, re.escape(letter)))
    return "".join(parts)
