"""Saves a small casebook of this program's schema: `python tests/data/casebooks/save.py`, once for each release that changes the schema.

A saved casebook is never made again: a later program has to open what an earlier one really wrote.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

from forensix.casebook import Act, Casebook  # noqa: E402
from forensix.casebook.backup import backup  # noqa: E402
from forensix.casebook.migrations import SCHEMA  # noqa: E402
from forensix.domain.case import Examiner, Role  # noqa: E402
from tests.casebook import made  # noqa: E402


def save(target: Path) -> None:
    """A synthetic casebook with an issued and countersigned case, a refused file, corrections, and a case still open."""
    act = Act(Examiner(made.new_id(), "Dr Saved", qualification="forensic anthropologist"), "claimed", "saved for later programs")
    with tempfile.TemporaryDirectory() as folder:
        book = Casebook.create(Path(folder) / "book", act=act, synthetic=True)
        case, item, report = made.whole_case(book, act, "PM-0001", b"made-up bytes, no radiograph")
        book.countersign(made.signature(report, book.report_files.admit(b"%PDF countersigned"), 2), act)
        book.correct("radiograph", item.id, "side", "right", act)
        book.correct("case", case.number, "requester", "Police", act)
        book.refused(case.id, "broken.dcm", None, "The file is empty.", act)
        book.examiner("Dr Second", Role.REVIEWER, serial="0a1b2c")
        made.received(book, act, made.opened(book, act, "PM-0002"), b"other made-up bytes")
        backup(book.folder, target)


if __name__ == "__main__":
    save(HERE / f"schema-{SCHEMA}.zip")
