"""Corrections: which values can be corrected, what they may become, and reading rows with the latest one applied."""

from __future__ import annotations

from collections.abc import Callable

from forensix.casebook.connection import Database
from forensix.casebook.rows import Row
from forensix.domain.case import CaseKind, Side
from forensix.domain.errors import CaseConflict


class Corrected:
    """Applies the corrections of one view of the casebook to its rows."""

    def __init__(self, database: Database) -> None:
        self._values: dict[str, dict[str, str]] = {}
        for row in database.query("SELECT subject_id, key, value FROM corrections ORDER BY event"):
            self._values.setdefault(row["subject_id"], {})[row["key"]] = row["value"]

    def __call__(self, row: Row) -> Row:
        """The row as it reads after its corrections."""
        values = self._values.get(row["id"])
        if values is None:
            return row
        renamed = {"specimen_id" if key == "specimen" else key: value for key, value in values.items() if key != "case"}
        return {**row, **renamed}

    def case_of(self, radiograph: Row) -> str:
        """The id of the case that a radiograph was put into: that of its row, unless it was withdrawn from there."""
        return self._values.get(radiograph["id"], {}).get("case", str(radiograph["case_id"]))

    def withdrawn(self, radiograph: Row) -> bool:
        """Whether a radiograph was withdrawn from the case of its row."""
        return self.case_of(radiograph) != str(radiograph["case_id"])


def _any(value: str) -> str:
    return value


def _some(value: str) -> str:
    if not value.strip():
        raise ValueError("may not be empty")
    return value


def _side(value: str) -> str:
    return Side(value.strip().lower()).value


def _kind(value: str) -> str:
    return CaseKind(value.strip().lower()).value


CORRECTABLE: dict[str, dict[str, Callable[[str], str]]] = {
    "incident": {"name": _some, "agency": _any},
    "case": {"number": _some, "kind": _kind, "requester": _any, "agency": _any},
    "specimen": {"label": _some, "element": _some, "side": _side, "condition": _any},
    "radiograph": {"side": _side, "view": _any, "specimen": _some, "case": _some},
}
"""Kind of thing -> the keys that can be corrected, and the check of a new value."""


def _article(word: str) -> str:
    return "An" if word[:1] in "aeiou" else "A"


def checked(kind: str, key: str, value: str) -> str:
    """The new value as it will be stored.

    Raises
    ------
    CaseConflict
        This key of this kind cannot be corrected, or not to this value.
    """
    if kind not in CORRECTABLE:
        kinds = ", ".join(CORRECTABLE)
        raise CaseConflict(
            f"{_article(kind)} {kind} cannot be corrected.", f"What can be corrected: {kinds}; anything else is made anew.", kind
        )
    keys = CORRECTABLE[kind]
    if key not in keys:
        raise CaseConflict(f"The {key!r} of a {kind} cannot be corrected.", f"What can be corrected: {', '.join(keys)}.", key)
    try:
        return keys[key](value)
    except ValueError as error:
        allowed = {"side": "left, right or unknown", "kind": "pm or am"}.get(key, "some text")
        raise CaseConflict(f"{value!r} is no {key} of a {kind}.", f"Give {allowed}.", value) from error
