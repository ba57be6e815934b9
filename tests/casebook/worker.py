"""What a second program does in a test: receive and observe, and tell the parent after each act that it is kept."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.synchronize import Barrier
from pathlib import Path

from forensix.casebook import Act, Casebook
from tests.support.patience import PATIENCE_S

from . import made


def processes() -> ForkServerContext | SpawnContext:
    """Fresh processes; where the system can, forked from one that has imported this module already."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def work(folder: Path, name: str, rounds: int, told: Connection, together: Barrier | None = None) -> None:
    """Receive and observe `rounds` made-up radiographs, each once all are ready for it; send each kept id."""
    book = Casebook.open(folder)
    act = Act(book.examiner(f"Dr {name}"))
    case = book.cases()[0]
    for number in range(rounds):
        if together is not None:
            together.wait(PATIENCE_S)
        item = made.received(book, act, case, f"{name} {number}".encode(), f"{name}-{number}")
        told.send(("radiograph", item.id))
        seen = made.observation(item, act)
        book.observe(seen, act)
        told.send(("observation", seen.id))


def heard(connection: Connection) -> list[tuple[str, str]]:
    """All that was sent until the other end closed or was killed in the middle of a word."""
    messages = []
    while True:
        try:
            messages.append(connection.recv())
        except (EOFError, OSError):
            return messages
