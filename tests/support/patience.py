"""How long a test waits for another thread or process, and how it holds one at a place to look at what is seen meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

PATIENCE_S = 90.0
"""Much longer than it takes where others use the processor too: who waits in vain fails all the same, only later."""
PATIENCE_MS = round(1000 * PATIENCE_S)
PROCESS_S = 250.0
"""What a program of its own is given: hardly less than pytest gives the test."""


@contextmanager
def held(owner: Any, verb: str, *, call: int = 1) -> Iterator[threading.Event]:
    """Hold whoever calls a verb at the end of that call, until the block is left; what is given is set once it is held there.

    What is said to go on is then going on, however long the test takes to look.
    """
    reached, go_on, calls = threading.Event(), threading.Event(), 0
    real = getattr(owner, verb)

    def holding(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        number, answer = calls, real(*given, **named)
        if number == call:
            reached.set()
            assert go_on.wait(PATIENCE_S), f"{verb} was held and never let go"
        return answer

    with mock.patch.object(owner, verb, holding):
        try:
            yield reached
        finally:
            go_on.set()
