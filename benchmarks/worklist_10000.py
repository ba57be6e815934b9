"""How long the GUI thread is busy for a key in the worklist's search, and for another order: median and slowest, offscreen.

QT_QPA_PLATFORM=offscreen uv run python benchmarks/worklist_10000.py [ROWS]
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from forensix import settings
from forensix.casebook import LatestRun, ListedRadiograph
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Case, CaseKind, Examiner, Side, Specimen
from forensix.domain.examination import Outcome
from forensix.gui import theme
from forensix.gui.bench import Bench
from forensix.gui.case_list import CaseList
from forensix.gui.session import Session
from forensix.gui.worklist_model import Order, Row, searchable

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
QUALITIES = ((), (), (), ("cut_off",), ("clipped", "rotated"))
WORDS = ("left 0042", "flood", "hand-9999", "cut off", "covered", "male", "nobody at all")


def rows(count: int) -> list[Row]:
    chance = random.Random(1)
    made = []
    for number in range(count):
        case = Case(f"c{number // 4}", "i", f"PM-{number // 4:05}", CaseKind.PM, "", NOW)
        side = chance.choice((Side.LEFT, Side.RIGHT))
        specimen = Specimen(f"s{number}", case.id, f"{side.value} hand", side=side)
        listed = ListedRadiograph(f"r{number}", specimen.id, "f" * 64, f"hand-{number}.dcm", NOW, side, "PA", chance.choice(QUALITIES))
        outcome = chance.choice(list(Outcome))
        run = LatestRun(listed.id, outcome, chance.random(), True, True) if chance.random() < 0.6 else None
        row = Row(case, specimen, listed, "examined" if run else chance.choice(("received", "examined")), f"Flood {number % 3}", run)
        made.append(replace(row, searched=searchable(row)))
    return made


def timed(name: str, acts: list[Callable[[], object]], app: QApplication, rounds: int = 3) -> None:
    """Each act with the repaint that follows it."""
    taken, busy = [], []
    for _ in range(rounds):
        for act in acts:
            began = time.perf_counter(), time.thread_time()
            act()
            app.processEvents()
            taken.append(1000 * (time.perf_counter() - began[0]))
            busy.append(1000 * (time.thread_time() - began[1]))
    clock, processor = (f"median {statistics.median(each):6.1f} ms, slowest {max(each):6.1f} ms" for each in (taken, busy))
    print(f"{name:40} {clock}; of the processor {processor}; n = {len(taken)}")


def typing(worklist: CaseList) -> list[Callable[[], object]]:
    """Every word letter by letter, and taken away again at once."""
    steps: list[str] = []
    for word in WORDS:
        steps += [word[: end + 1] for end in range(len(word))] + [""]
    return [lambda text=text: worklist.search.setText(text) for text in steps]  # type: ignore[misc]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.wear(app, "dark")
    with TemporaryDirectory() as folder:
        bench = Bench()
        session = Session(settings.defaults(), bench)
        session.casebook = Casebook.create(Path(folder) / "book", act=Act(actor=Examiner("a", "Anna")))
        worklist = CaseList(session)
        worklist.resize(420, 700)
        worklist.show()
        made = rows(count)
        timed(f"{count} rows put into the list", [lambda: worklist.model.replace([]), lambda: worklist._list(made, [])], app)
        timed("one key in the search", typing(worklist), app)
        worklist.search.clear()
        orders = [lambda order=order: worklist.orders.setCurrentIndex(worklist.orders.findData(order)) for order in Order]
        timed("another order", orders, app)  # type: ignore[arg-type]
        worklist.table.selectAll()
        timed("another order with all rows selected", orders, app, 1)  # type: ignore[arg-type]
        timed("one row further", [lambda: worklist.step(1)] * 20, app)
        bench.close()
        worklist.deleteLater()


if __name__ == "__main__":
    main()
