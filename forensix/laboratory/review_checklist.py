"""The check list of a review: read from TOML, the laboratory's own or the one that ships; what must be answered, and what was."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensix.domain.errors import CaseConflict
from forensix.settings import resources

FILE = "review_checklist.toml"
SCHEMA = 1
ANSWERS = {"yes": True, "no": False}
NOT_APPLICABLE = ("", "not applicable")


@dataclass(frozen=True, slots=True)
class Item:
    """One question; `answer` is None where it is open, or does not apply."""

    name: str
    part: str
    question: str
    required: bool
    answer: bool | None = None


def shipped() -> tuple[Item, ...]:
    """The check list that ships, open."""
    return _items(tomllib.loads(blank()), FILE)


def blank() -> str:
    """The check list that ships, as a file to fill in."""
    return (resources() / FILE).read_text(encoding="utf-8")


def answered(file: Path) -> dict[str, bool]:
    """The answers in a filled-in check list; a JSON object of names and true or false is a laboratory's own, taken as it is.

    Raises
    ------
    CaseConflict
        Not a check list, an answer other than yes and no, or a required item that is not answered.
    """
    try:
        text = file.read_text(encoding="utf-8")
        if text.lstrip().startswith("{"):
            return _own(json.loads(text), file.name)
        items = _items(tomllib.loads(text), file.name)
    except (OSError, ValueError) as error:
        raise _unreadable(file.name, str(error)) from error
    answers = {item.name: item.answer for item in items if item.answer is not None}
    check({**answers}, tuple(items))
    return answers


def questions(file: Path | None = None) -> dict[str, str]:
    """The questions of a check list by the names of its items, None: of the one that ships; a JSON list has none.

    Raises
    ------
    CaseConflict
        Not a check list.
    """
    if file is None:
        return {item.name: item.question for item in shipped()}
    try:
        text = file.read_text(encoding="utf-8")
        return {} if text.lstrip().startswith("{") else {item.name: item.question for item in _items(tomllib.loads(text), file.name)}
    except (OSError, ValueError) as error:
        raise _unreadable(file.name, str(error)) from error


def check(answers: dict[str, bool], items: tuple[Item, ...]) -> None:
    """See that every required item is answered.

    Raises
    ------
    CaseConflict
        Naming the items that are not.
    """
    unanswered = [item.name for item in items if item.required and item.name not in answers]
    if unanswered:
        raise CaseConflict(
            f"The check list leaves {', '.join(unanswered)} unanswered.", 'Answer each required item with "yes" or "no".', unanswered[0]
        )


def contradictions(answers: dict[str, bool]) -> list[str]:
    """Required items of the list that ships which were answered with no: nobody agrees over them."""
    return [item.name for item in shipped() if item.required and answers.get(item.name) is False]


def _items(table: dict[str, Any], name: str) -> tuple[Item, ...]:
    if table.get("schema") != SCHEMA or not isinstance(table.get("item"), list):
        raise _unreadable(name, f"schema = {SCHEMA} and [[item]] are expected")
    return tuple(_item(row, name) for row in table["item"])


def _item(row: dict[str, Any], name: str) -> Item:
    answer = str(row.get("answer", "")).strip().lower()
    required = bool(row.get("required", False))
    if answer not in ANSWERS and (answer not in NOT_APPLICABLE or (required and answer)):
        raise _unreadable(name, f"{row.get('name')} is answered with {answer!r}")
    try:
        return Item(str(row["name"]), str(row["part"]), str(row["question"]), required, ANSWERS.get(answer))
    except KeyError as error:
        raise _unreadable(name, f"an item has no {error}") from error


def _own(document: Any, name: str) -> dict[str, bool]:
    if not isinstance(document, dict) or not all(isinstance(value, bool) for value in document.values()):
        raise _unreadable(name, "names with true or false are expected")
    return {str(key): value for key, value in document.items()}


def _unreadable(name: str, why: str) -> CaseConflict:
    return CaseConflict(f"{name} is no check list: {why}.", "Start from a blank one: `forensix review CASE --blank-checklist FILE`.", name)
