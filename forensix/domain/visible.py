"""Text from files and strangers made safe to show: what a reader cannot see, or a terminal obeys, is written as its code point."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@")
ZERO_WIDTH_JOINERS = "\u200c\u200d"
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories: controls (escape sequences begin with one), marks of direction, lone surrogates, unassigned, line separators."""


def printable(character: str) -> bool:
    return character in ZERO_WIDTH_JOINERS or unicodedata.category(character) not in UNSEEN


def escaped(character: str) -> str:
    """The code point in the notation that a reader can look up."""
    return f"[U+{ord(character):04X}]"


def one_line(text: str) -> str:
    """`text` as it can be printed within a line: nothing in it ends the line, moves the cursor or turns the reading direction."""
    return re.sub(r"[^ -~]", lambda found: found[0] if printable(found[0]) else escaped(found[0]), text)


def storable(text: str) -> str:
    r"""The text; bytes of a file's name that are no characters written as \udc.., as neither SQLite, JSON nor a text file can hold them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def cell(value: Any) -> Any:
    """A value of a table: text in one line, and quoted with ' where a spreadsheet would run it as a formula."""
    if not isinstance(value, str):
        return value
    text = one_line(" ".join(value.splitlines()))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
