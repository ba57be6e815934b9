"""Several programs on one casebook, and programs that are killed in the middle of their work."""

from __future__ import annotations

import contextlib
import itertools
import random
from pathlib import Path

import pytest
import sqlite_utils

from forensix.casebook import Act, Casebook
from forensix.casebook.connection import connect
from forensix.domain.custody import verify_chain
from tests.support.patience import PATIENCE_S

from . import made
from .worker import heard, processes, work


def kept(book: Casebook) -> set[str]:
    items = book.radiographs()
    return {item.id for item in items} | {seen.id for item in items for seen in book.observations(item.id)}


@pytest.fixture
def started(tmp_path: Path, act: Act) -> Casebook:
    book = Casebook.create(tmp_path / "book", act=act)
    made.opened(book, act)
    return book


def test_two_programs_write_to_one_casebook_and_both_are_whole(started: Casebook) -> None:
    context, rounds = processes(), 12
    together = context.Barrier(2)
    children = []
    for name in ("A", "B"):
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=work, args=(started.folder, name, rounds, theirs, together))
        child.start()
        theirs.close()
        children.append((child, ours))
    told = [message for _, ours in children for message in heard(ours)]
    for child, _ in children:
        child.join(PATIENCE_S)
    assert [child.exitcode for child, _ in children] == [0, 0]
    assert len(told) == 4 * rounds and {one for _, one in told} == kept(started)
    events = started.events()
    verify_chain(events)
    assert len(events) == 2 + 2 + 4 * rounds
    changes = sum(before.actor != after.actor for before, after in itertools.pairwise(events[2:]))
    assert changes >= rounds  # they did work at the same time
    assert {finding.result for finding in started.verify()} == {"passed"}


def test_the_libraries_own_transaction_would_fail_where_ours_waits(started: Casebook) -> None:
    """Why `atomic` is overridden: a BEGIN without IMMEDIATE that reads first cannot write after another program has."""
    path = started.folder / "casebook.db"
    with contextlib.closing(connect(path)) as first, contextlib.closing(connect(path, seconds=0.01)) as second:
        first.execute("CREATE TABLE notes (n INTEGER)")
        with pytest.raises(Exception, match="locked"), sqlite_utils.Database.atomic(first):
            list(first.query("SELECT * FROM notes"))
            with second.atomic():
                second.execute("INSERT INTO notes VALUES (1)")
            first.execute("INSERT INTO notes VALUES (2)")
        with first.atomic():
            list(first.query("SELECT * FROM notes"))
            with pytest.raises(Exception, match="locked"), second.atomic():
                pytest.fail("two writers at once")
            first.execute("INSERT INTO notes VALUES (3)")
        assert [row["n"] for row in first.query("SELECT n FROM notes")] == [1, 3]


def killed_at_random(book: Casebook, kills: int, seed: int) -> tuple[set[str], int]:
    """Kill a working child `kills` times; what the children said was kept, and how often a kill came before the child was done."""
    context, moments, told, early = processes(), random.Random(seed), set[str](), 0
    for number in range(kills):
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=work, args=(book.folder, f"K{number}", 1000, theirs))
        child.start()
        theirs.close()
        ours.poll(PATIENCE_S)  # it works
        child.join(moments.uniform(0.0, 0.25))
        early += child.is_alive()
        child.kill()
        child.join(PATIENCE_S)
        told |= {one for _, one in heard(ours)}
    return told, early


def check_after_kills(book: Casebook, kills: int, seed: int) -> None:
    told, early = killed_at_random(book, kills, seed)
    assert early == kills
    findings = book.verify()
    assert {finding.result for finding in findings} <= {"passed", "note"}, findings
    assert all(finding.check == "originals" for finding in findings if finding.result == "note")  # files that no row names yet
    assert told <= kept(book)
    assert len(kept(book)) - len(told) <= kills  # at most one act of each child was kept and not yet told


def test_nothing_that_was_acknowledged_is_lost_by_kill_9(started: Casebook) -> None:
    check_after_kills(started, kills=15, seed=20261121)


@pytest.mark.long
def test_nothing_that_was_acknowledged_is_lost_by_many_kills(started: Casebook) -> None:
    check_after_kills(started, kills=200, seed=7)
