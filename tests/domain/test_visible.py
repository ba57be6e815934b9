"""Text from strangers cannot steer a terminal, end a line, break a file, or run in a spreadsheet."""

from __future__ import annotations

import pytest

from forensix.domain.visible import cell, one_line, storable


@pytest.mark.parametrize("name", ["hand.dcm", "Ñandú Çelik.dcm", "手.dcm", "يد.dcm", "✋🏽.dcm", "e\u0301", "می\u200cخواهم"])
def test_what_people_write_stays(name: str) -> None:
    assert one_line(name) == storable(name) == cell(name) == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "[U+001B][31mred"),
        ("a\nreceived  b", "a[U+000A]received  b"),
        ("\u202egnp.dcm", "[U+202E]gnp.dcm"),
        ("\x9b2J\x7f\0", "[U+009B]2J[U+007F][U+0000]"),
        ("a\udcff\u2028\ue000", "a[U+DCFF][U+2028][U+E000]"),
    ],
)
def test_what_nobody_sees_or_a_terminal_obeys_is_named(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_half_a_surrogate_pair_is_written_out() -> None:
    assert storable("a\udce4b") == r"a\udce4b"


def test_a_cell_is_one_line_and_no_formula() -> None:
    assert [cell(value) for value in ("=1+1", "-x", "@a", "a\r\nb\u2028c", "\t=1", 1.5, None)] == [
        "'=1+1", "'-x", "'@a", "a b c", "[U+0009]=1", 1.5, None,
    ]  # fmt: skip
