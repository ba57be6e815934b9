"""Lines and letters: right-to-left order, joined shapes, brackets, control characters, and what never leaves the line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensix import settings as site
from forensix.reporting import fonts, script
from forensix.reporting.typeset import Bold, Style, Text

NAME = "محمد عبد الله"


@pytest.fixture(autouse=True, scope="module")
def loaded() -> None:
    fonts.load(site.resources() / "fonts")


def shown(text: str) -> str:
    """One line from left to right, letters as stored."""
    parts = script.clusters(script.visible(text))
    level = script.levels(parts)
    return "".join(script.plain_letters(script.mirrored(parts[index], level[index])) for index in script.visual(parts, level))


@pytest.mark.parametrize(
    ("stored", "drawn"),
    [
        ("plain words", "plain words"),
        ("אבג", "גבא"),
        ("Name: אב גד end", "Name: דג בא end"),
        ("אב 123 גד", "דג 123 בא"),
        ("אב 1.5 גד", "דג 1.5 בא"),
        ("אב (גד) הו", "וה (דג) בא"),
        ("אב (note) הו", "בא (note) וה"),
        ("12 אב", "12 בא"),
    ],
)
def test_right_to_left_text_in_a_left_to_right_line(stored: str, drawn: str) -> None:
    assert shown(stored) == drawn


def test_arabic_letters_are_joined_and_lam_alef_is_one_shape() -> None:
    assert script.clusters("محمد") == ["\ufee3", "\ufea4", "\ufee4", "\ufeaa"]
    assert script.clusters("لا") == ["\ufefb"]
    assert script.clusters("سلا") == ["\ufeb3", "\ufefc"]


def test_shapes_go_back_to_the_stored_letters() -> None:
    assert script.plain_letters("".join(script.clusters(NAME))) == NAME


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("a\x00b", "a[U+0000]b"),
        ("\u202eevil", "[U+202E]evil"),
        ("a\tb", "a    b"),
        ("a\r\nb", "a\nb"),
        ("e\u0301", "é"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_what_cannot_be_seen_is_written_out(stored: str, printed: str) -> None:
    assert script.visible(stored) == printed


def drawn_text(text: Text, width: float) -> list[str]:
    text.wrap(width, 1000)
    return ["".join(glyphs.text for glyphs in line) for line in text._lines]


def test_a_glyph_that_no_font_has_is_written_as_its_code_point() -> None:
    assert drawn_text(Text("😀", Style()), 500) == ["[U+1F600]"]


def test_bold_and_line_ends_are_kept() -> None:
    assert drawn_text(Text(["a ", Bold("b\nc"), " d"], Style()), 500) == ["a b", "c d"]


def test_a_line_ends_inside_a_word_but_not_inside_the_hyphens_of_an_option() -> None:
    assert drawn_text(Text("NUMBER --set", Style()), Text("NUMBER --", Style()).natural_width()) == ["NUMBER ", "--set"]
    assert drawn_text(Text("Neu-Ulm", Style()), Text("Neu-Ul", Style()).natural_width()) == ["Neu-", "Ulm"]
    assert drawn_text(Text("so - they", Style()), Text("so - t", Style()).natural_width())[0] == "so - "


def test_nothing_is_lost_at_a_split() -> None:
    text = Text(" ".join(f"word{number}" for number in range(200)), Style())
    whole = drawn_text(text, 200)
    first, rest = text.split(200, 60)
    assert [*drawn_text(first, 200), *drawn_text(rest, 200)] == whole


def test_a_single_line_is_not_left_alone_at_the_foot_of_a_page() -> None:
    text = Text("word " * 100, Style())
    assert text.split(200, 14) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.integers(min_value=20, max_value=300))
def test_any_text_fits_its_width_and_keeps_every_letter(stored: str, width: int) -> None:
    text = Text(stored, Style())
    lines = drawn_text(text, width)
    for line in text._lines:
        assert sum(glyphs.width for glyphs in line if glyphs.text != " ") <= width or len(line) == 1
    letters = "".join("".join(lines).split())
    for character in set(script.plain_letters(letters)):
        assert character in script.plain_letters("".join(script.clusters(script.visible(stored)))) or character in "[U+0123456789ABCDEF]"
