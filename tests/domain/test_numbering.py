"""Number schemes: what follows a mask, and what does not."""

from __future__ import annotations

import pytest

from forensix.domain.errors import CaseConflict
from forensix.domain.numbering import NumberScheme


@pytest.mark.parametrize(
    ("masks", "fits", "not_"),
    [
        (("PM-####",), ["PM-0001"], ["PM-1", "PM-00011", "pm-0001", "PM 0001", "PM-0001 ", "PM-٠٠٠١", "PM-0001\n", ""]),
        (("PM-####", "AM-####"), ["PM-0042", "AM-0042"], ["XM-0042"]),
        (("@@+/#+",), ["AB/1", "QRS/20260"], ["A/1", "AB/", "AB+/1", "ab/1"]),
        (("D.2026.##",), ["D.2026.07"], ["DX2026.07"]),
        ((), ["anything", ""], []),
    ],
)
def test_a_number_follows_one_of_the_masks_whole(masks: tuple[str, ...], fits: list[str], not_: list[str]) -> None:
    scheme = NumberScheme(masks)
    assert [number for number in fits if not scheme.fits(number)] == []
    assert [number for number in not_ if scheme.fits(number)] == []


@pytest.mark.parametrize("mask", ["", "PM-", "++"])
def test_a_mask_in_which_nothing_differs_is_refused(mask: str) -> None:
    with pytest.raises(CaseConflict, match="no mask of case numbers"):
        NumberScheme((mask,))
