"""Text from files and strangers made safe to show: what a reader cannot see, or a terminal obeys, is written as its code point."""

from __future__ import annotations

import re
import unicodedata

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


def decodable(name: str) -> str:
    r"""A file's name with bytes that are no characters written as \udc.., so that every file and database can hold it."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
