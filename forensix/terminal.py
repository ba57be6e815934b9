"""What the command line writes: one answer on stdout, words and progress on stderr; whoever reads them cannot be harmed or missed."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from typing import Any, TextIO

from forensix.domain.visible import one_line, printable


def make_ready() -> None:
    """Give closed streams a stand-in (a file opened later would get their number), and let none fail on a character it cannot write."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  (it stays open as long as the program)
        elif name != "stdin" and isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def answer(lines: Iterable[str]) -> None:
    """Print the answer for people."""
    _write(sys.stdout, "".join(f"{one_line(line)}\n" for line in lines))


def document(value: Any) -> None:
    """Print the answer as one JSON document, in which every character that could steer a terminal is escaped."""
    text = json.dumps(value, ensure_ascii=not _in_unicode(sys.stdout), allow_nan=False, default=str)
    _write(sys.stdout, re.sub(r"[^ -~]", lambda found: found[0] if printable(found[0]) else json.dumps(found[0])[1:-1], text) + "\n")


def tell(line: str) -> None:
    """A line on stderr; where that cannot be written, nobody can be told, and the work goes on."""
    with suppress(OSError):
        _write(sys.stderr, f"{one_line(line)}\n")


def _in_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def _write(stream: TextIO, text: str) -> None:
    """Write at once; a reader that has left (`| head`) misses the rest, and what was being done goes on."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _leave(stream)
        if not isinstance(error, BrokenPipeError):
            raise


def _leave(stream: TextIO) -> None:
    """Let lead nowhere what a stream still holds and what else is written to it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class Progress:
    """Steps on stderr: a bar by rich on a terminal, a line for each step elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None

    def step(self, name: str, fraction: float) -> None:
        if not sys.stderr.isatty():
            tell(f"{fraction:4.0%} {name}")
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, TaskProgressColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())  # a file's name is no markup
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._bar.add_task("", total=1.0)
        self._bar.update(0, completed=fraction, description=one_line(name))

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *raised: object) -> None:
        if self._bar is not None:
            self._bar.stop()
