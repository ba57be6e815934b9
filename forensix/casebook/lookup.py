"""Finding the one row that a person means by a number or by the beginning of an id."""

from __future__ import annotations

from forensix.casebook.connection import Database
from forensix.casebook.corrected import Corrected
from forensix.casebook.rows import Row, number_key
from forensix.domain.errors import CaseConflict
from forensix.domain.visible import one_line, printable

SHORTEST_PREFIX = 6
LONGEST_NUMBER = 100
_NAMES = {"cases": "case", "radiographs": "radiograph", "examinations": "examination", "reports": "report", "specimens": "specimen"}


def one_row(database: Database, table: str, id_prefix: str) -> Row:
    """The only row of `table` whose id is, or begins with, `id_prefix`.

    Raises
    ------
    CaseConflict
        Unknown, too short, or more than one.
    """
    for row in database.query(f"SELECT * FROM {table} WHERE id = :id", {"id": id_prefix}):
        return dict(row)
    what, prefix = _NAMES.get(table, table), id_prefix.strip().lower()
    if len(prefix) < SHORTEST_PREFIX:
        raise CaseConflict(
            f"There is no {what} with the id {id_prefix!r}.", f"Give at least the first {SHORTEST_PREFIX} characters of the id.", id_prefix
        )
    # "~" sorts after every character of an id; a range, unlike LIKE, uses the index
    found = list(database.query(f"SELECT * FROM {table} WHERE id >= :low AND id < :high LIMIT 2", {"low": prefix, "high": prefix + "~"}))
    if not found:
        raise CaseConflict(f"There is no {what} whose id begins with {id_prefix!r}.", "Look the id up in the list.", id_prefix)
    if len(found) > 1:
        raise CaseConflict(f"More than one {what} has an id that begins with {id_prefix!r}.", "Give more characters of the id.", id_prefix)
    return dict(found[0])


def numbered(database: Database, corrected: Corrected, number: str) -> Row | None:
    """The case that now has this number, its corrections applied."""
    sql = """SELECT * FROM cases WHERE number_key = :key
        UNION SELECT * FROM cases WHERE id IN (SELECT subject_id FROM corrections WHERE kind = 'case' AND key = 'number')"""
    key = number_key(number)
    found = (corrected(dict(row)) for row in list(database.query(sql, {"key": key})))
    return next((row for row in found if number_key(row["number"]) == key), None)


def require_free_number(database: Database, corrected: Corrected, number: str, *, besides: str = "") -> None:
    """See that a case can bear this number, and that none but `besides` (an id) does.

    Raises
    ------
    CaseConflict
    """
    if not number_key(number):
        raise CaseConflict("A case needs a number.", "Give the number under which the body or the file is kept.", number)
    if len(number) > LONGEST_NUMBER or not all(map(printable, number)):
        shown = one_line(number[:LONGEST_NUMBER])
        raise CaseConflict(
            f"The case number {shown} has characters that cannot be seen, or more than {LONGEST_NUMBER}.",
            "Give it as it stands on the label.",
            shown,
        )
    other = numbered(database, corrected, number)
    if other is not None and other["id"] != besides:
        raise CaseConflict(f"Case {number} is in this casebook already.", "Open it, or choose another number.", number)


def case_row(database: Database, corrected: Corrected, number_or_id_prefix: str) -> Row:
    """The case with this number, or whose id is or begins with this; its corrections applied.

    Raises
    ------
    CaseConflict
        Unknown, or more than one.
    """
    row = numbered(database, corrected, number_or_id_prefix)
    if row is not None:
        return row
    try:
        return corrected(one_row(database, "cases", number_or_id_prefix))
    except CaseConflict as error:
        if error.message.startswith("More than one"):
            raise
        message = f"There is no case {number_or_id_prefix!r} in this casebook."
        raise CaseConflict(message, "List the cases, or open this one first.", number_or_id_prefix) from error
