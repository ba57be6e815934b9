"""How fast a casebook is with many radiographs: `python benchmarks/casebook_speed.py [RADIOGRAPHS]` (10,000 unless told)."""

from __future__ import annotations

import hashlib
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from forensix.casebook import Act, Casebook
from forensix.casebook.backup import backup, restore
from forensix.casebook.clock import Clock
from forensix.casebook.connection import writing
from forensix.casebook.entry import Entry
from forensix.casebook.rows import from_case, from_conclusion, from_examination, from_radiograph, from_specimen
from forensix.domain.case import Acquisition, Case, CaseKind, Examiner, Incident, Radiograph, Side, Specimen
from forensix.domain.examination import Conclusion, Examination, ExaminationRecipe, Outcome, Saliency, SexEstimate
from forensix.domain.view import Window

NOW = datetime(2026, 11, 21, tzinfo=UTC)
TAGS = {f"Keyword{number}": f"a header value of usual length {number}" for number in range(80)}


def new_id() -> str:
    return str(uuid.uuid4())


def timed(name: str, act: Callable[[], object], rounds: int = 5) -> None:
    """Print the median time of an act, in milliseconds: on the clock, and of the processor alone."""
    wall, processor = [], []
    for _ in range(rounds):
        before = time.perf_counter(), time.process_time()
        act()
        wall.append((time.perf_counter() - before[0]) * 1000)
        processor.append((time.process_time() - before[1]) * 1000)
    print(f"{name:45} {statistics.median(wall):10.2f} ms, processor {statistics.median(processor):10.2f} ms")


def radiograph(specimen: Specimen, number: int) -> Radiograph:
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    acquisition = Acquisition("DX", "PA", "L", pixel_spacing_mm=(0.1, 0.1), windows=(Window(0.1, 0.9),), rows=2000, columns=1500, tags=TAGS)
    return Radiograph(new_id(), specimen.id, sha256, sha256, f"hand-{number}.dcm", acquisition, NOW, Side.LEFT, "PA")


def examination(item: Radiograph, actor: Examiner) -> Examination:
    sex = SexEstimate(Outcome.MALE, "", "male", 2.0, 1.0, (-1.4, 1.5), 0.97, 0.5, 0.4, "m")
    recipe = ExaminationRecipe("m", "a" * 64, "1", "b" * 64, "file", "no", "cpu", "float32", 2, 1, {"torch": "2.15.0"})
    saliency = Saliency("grad_cam", "layer4", "male", np.zeros((7, 7), np.float32), (7, 7), 0.5)
    return Examination(new_id(), item.id, actor.id, NOW, recipe, {"sex": "0x1p1"}, sex, None, saliency)


def fill(book: Casebook, act: Act, count: int) -> None:
    """Write as the program does, but many acts to a transaction, so that filling does not wait for the disk ten thousand times."""
    parent = Incident(new_id(), "Flood")
    case = book.open_case(parent, Case(new_id(), parent.id, "PM-0", CaseKind.PM, "", NOW), act)
    for start in range(0, count, 1000):
        with writing(book.folder / "casebook.db") as database:
            for number in range(start, min(start + 1000, count)):
                if number % 10 == 0 and number:
                    case = replace(case, id=new_id(), number=f"PM-{number}")
                    entry = Entry(database, book.id, act, Clock())
                    entry.insert("cases", from_case(case))
                    entry.record("opened", case.id)
                one_radiograph(Entry(database, book.id, act, Clock()), case, number)
                if number % 2:
                    one_examination(database, book, act, case)


def one_radiograph(entry: Entry, case: Case, number: int) -> None:
    specimen = Specimen(new_id(), case.id, str(number), "hand", Side.LEFT)
    item = radiograph(specimen, number)
    entry.insert("specimens", from_specimen(specimen))
    entry.insert("radiographs", from_radiograph(item, case.id, NOW))
    entry.record("received", case.id, item.sha256, radiograph=item.id)


def one_examination(database, book: Casebook, act: Act, case: Case) -> None:  # type: ignore[no-untyped-def]
    row = next(iter(database.query("SELECT id FROM radiographs ORDER BY event DESC LIMIT 1")))
    entry = Entry(database, book.id, act, Clock())
    run = examination(Radiograph(row["id"], "", "", "", "", Acquisition()), act.actor)
    entry.insert("examinations", from_examination(run))
    entry.insert("conclusions", from_conclusion(Conclusion(new_id(), run.id, act.actor.id, Outcome.MALE, "seen", "", NOW), row["id"]))
    entry.record("concluded", case.id)


def measure(folder: Path, count: int) -> None:
    act = Act(Examiner(new_id(), "Dr A"))
    book = Casebook.create(folder / "book", act=act)
    before = time.perf_counter()
    fill(book, act, count)
    size = (book.folder / "casebook.db").stat().st_size
    print(f"filled with {count} radiographs in {time.perf_counter() - before:.1f} s, {size / 2**20:.0f} MiB")
    case = book.cases()[-1]
    items = book.radiographs(case.id)
    timed("open the casebook", lambda: Casebook.open(book.folder), 20)
    timed("head (open + read + close)", book.head, 50)
    timed("one case by number", lambda: book.case(case.number), 20)
    timed("one radiograph by prefix", lambda: book.radiograph(items[0].id[:8]), 20)
    timed("radiographs of a case", lambda: book.radiographs(case.id), 20)
    timed("is this file known? (with_sha256)", lambda: book.with_sha256(items[0].sha256), 20)
    timed("all cases with their status", book.cases)
    timed(f"worklist of {count}", book.worklist)
    timed("all custody events", book.events)
    timed("one write with its event (shown)", lambda: book.shown(items[0].id, act), 20)
    timed("evidence: admit 8 MiB", lambda: book.evidence.admit(np.random.default_rng().bytes(8 * 2**20)))
    timed("verify chain and rows", lambda: book.verify(files=False), 2)
    timed("backup", lambda: backup(book.folder, folder / f"{new_id()}.zip"), 1)
    timed("restore and verify", lambda: restore(next(folder.glob("*.zip")), folder / "new"), 1)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
