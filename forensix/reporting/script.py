"""What a line breaker must know of scripts: visible control characters, joined Arabic letters, right-to-left order; pure functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from forensix.domain.visible import escaped, printable

LAM = "\u0644"
OPENING, CLOSING = "([{<«‹", ")]}>»›"
BRACKETS = {pair[i]: pair[1 - i] for pair in ("()", "[]", "{}", "<>", "«»", "‹›") for i in (0, 1)}
JOINTS = frozenset("/\\-_–—")
"""What may end a line inside a word."""


def visible(text: str) -> str:
    """`text` with one line end, in composed form, and every control character written as its code point."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", "    "))
    return "".join(character if character == "\n" or printable(character) else escaped(character) for character in composed)


def clusters(text: str) -> list[str]:
    """Letters with their combining marks, Arabic letters in the shapes that their neighbours ask for."""
    grouped: list[str] = []
    for character in _joined(text):
        if grouped and unicodedata.combining(character):
            grouped[-1] += character
        else:
            grouped.append(character)
    return grouped


def plain_letters(shaped: str) -> str:
    """The stored letters behind Arabic presentation forms; other characters as they are."""
    return "".join(unicodedata.normalize("NFKC", character) if _is_form(character) else character for character in shaped)


def is_ligature(cluster: str) -> bool:
    """Whether the cluster is one shape for two letters."""
    return _is_form(cluster[0]) and len(unicodedata.normalize("NFKC", cluster[0])) > 1


def levels(parts: Sequence[str]) -> list[int]:
    """Embedding levels of clusters in a left-to-right paragraph without explicit controls (Unicode UAX #9, P to I)."""
    kinds = _numbers([unicodedata.bidirectional(part[0]) for part in parts])
    sides = ["R" if kind in ("R", "AL", "AN", "RN") else "L" if kind in ("L", "EN") else "" for kind in kinds]
    around = _neutrals(_brackets(parts, sides))
    return [2 if kind in ("AN", "RN") else 1 if side == "R" else 0 for kind, side in zip(kinds, around, strict=True)]


def visual(parts: list[str], level: list[int]) -> list[int]:
    """Positions of one line's clusters from left to right (UAX #9, L1 and L2)."""
    level = list(level)
    for index in range(len(parts) - 1, -1, -1):
        if not parts[index].isspace():
            break
        level[index] = 0
    order = list(range(len(parts)))
    for at_least in (2, 1):
        order = _reversed_runs(order, level, at_least)
    return order


def mirrored(part: str, level: int) -> str:
    """The bracket that looks right when read from the right."""
    return BRACKETS.get(part, part) if level % 2 else part


def may_break_between(before: str, after: str, earlier: str = "a") -> bool:
    """Whether a line may end between two clusters: at spaces, after a slash or hyphen inside a word, around ideographs.

    Parameters
    ----------
    earlier : str
        What stands in front of `before`: the hyphens of `--set` begin a word, and stay with it.
    """
    if after.isspace():
        return False
    inside = before in JOINTS and after not in JOINTS and earlier not in JOINTS and not earlier.isspace()
    return before.isspace() or inside or _ideograph(before) or _ideograph(after)


def _ideograph(part: str) -> bool:
    return unicodedata.east_asian_width(part[0]) in "WF" and unicodedata.category(part[0]).startswith("L")


def _numbers(kinds: list[str]) -> list[str]:
    """European digits after right-to-left letters are one number inside that text ("RN"); a single separator joins two."""
    strong, result = "L", []
    for kind in kinds:
        if kind in ("L", "R", "AL"):
            strong = kind
        result.append("RN" if kind == "EN" and strong != "L" else kind)
    for index in range(1, len(result) - 1):
        before, after = result[index - 1], result[index + 1]
        if result[index] in ("CS", "ES") and before == after and before in ("RN", "AN"):
            result[index] = before
    return result


def _brackets(parts: Sequence[str], sides: list[str]) -> list[str]:
    """A pair of brackets around right-to-left text that follows right-to-left text goes with it (UAX #9, N0)."""
    result, opened, last = list(sides), [], "L"
    for index, part in enumerate(parts):
        if part in OPENING:
            opened.append((index, last))
        elif part in CLOSING and opened and BRACKETS[parts[opened[-1][0]]] == part:
            start, context = opened.pop()
            inside = set(sides[start:index])
            result[start] = result[index] = "R" if context == "R" and "R" in inside and "L" not in inside else "L"
        last = sides[index] or last
    return result


def _neutrals(sides: list[str]) -> list[str]:
    """A neutral between two right-to-left neighbours goes with them, any other with the paragraph."""
    result, last = list(sides), "L"
    following = "L"
    after = [""] * len(sides)
    for index in range(len(sides) - 1, -1, -1):
        following = sides[index] or following
        after[index] = following
    for index, side in enumerate(sides):
        last = side or last
        result[index] = side or ("R" if last == after[index] == "R" else "L")
    return result


def _reversed_runs(order: list[int], level: list[int], at_least: int) -> list[int]:
    result, run = [], []
    for index in order:
        if level[index] >= at_least:
            run.append(index)
            continue
        result += [*reversed(run), index]
        run = []
    return [*result, *reversed(run)]


def _is_form(character: str) -> bool:
    return "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter (or lam with alef) -> isolated, initial, medial and final shape, from the Unicode database."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBE2), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, *points = unicodedata.decomposition(chr(code)).split() or [""]
        if kind in ("<isolated>", "<initial>", "<medial>", "<final>"):
            letters = "".join(chr(int(point, 16)) for point in points)
            forms.setdefault(letters, {})[kind[1:-1]] = chr(code)
    return forms


def _joined(text: str) -> list[str]:
    """The characters with Arabic letters replaced by their joined shapes; lam and alef become one."""
    if not any("\u0600" <= character <= "\u077f" for character in text):
        return list(text)
    letters = _with_ligatures(text)
    return [_shape(letters, index) for index in range(len(letters))]


def _with_ligatures(text: str) -> list[str]:
    letters: list[str] = []
    for character in text:
        if letters and letters[-1] == LAM and LAM + character in _forms():
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _shape(letters: list[str], index: int) -> str:
    forms = _forms().get(letters[index])
    if forms is None:
        return letters[index]
    before = "final" in forms and "initial" in _neighbour(letters, index, -1)
    after = "initial" in forms and "final" in _neighbour(letters, index, 1)
    name = {(True, True): "medial", (True, False): "final", (False, True): "initial", (False, False): "isolated"}[before, after]
    return forms.get(name, letters[index])


def _neighbour(letters: list[str], index: int, step: int) -> dict[str, str]:
    """The shapes that the next letter on that side can take, marks skipped; a tatweel or joiner joins both ways."""
    index += step
    while 0 <= index < len(letters) and unicodedata.combining(letters[index][0]):
        index += step
    if not 0 <= index < len(letters):
        return {}
    if letters[index] in ("\u0640", "\u200d"):
        return {"initial": "", "final": ""}
    return _forms().get(letters[index], {})
