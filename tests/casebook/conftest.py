"""Casebooks to test with, and a clock that can be set."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forensix.casebook import Act, Casebook
from forensix.casebook.clock import Clock
from forensix.domain.case import Examiner

from . import made


class SetClock(Clock):
    """A clock that a test moves; each look moves it by a millisecond."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
        self.ticks = 10**9

    def now(self) -> datetime:
        self.pass_time(timedelta(milliseconds=1))
        return self.wall

    def monotonic_ns(self) -> int:
        return self.ticks

    def pass_time(self, time: timedelta) -> None:
        self.wall += time
        self.ticks += int(time.total_seconds() * 1e9)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def act() -> Act:
    return Act(Examiner(made.new_id(), "Dr A. Żółć", qualification="forensic anthropologist"))


@pytest.fixture
def casebook(tmp_path: Path, act: Act, clock: SetClock) -> Casebook:
    return Casebook.create(tmp_path / "book", act=act, clock=clock)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Casebook:
    """A casebook with one issued case, PM-0001, and a correction; not to be changed."""
    act = Act(Examiner(made.new_id(), "Dr A"), reason="a slip")
    book = Casebook.create(tmp_path_factory.mktemp("finished") / "book", act=act)
    made.whole_case(book, act)
    book.correct("case", "PM-0001", "requester", "Police", act)
    return book


@pytest.fixture
def copied(finished: Casebook, tmp_path: Path) -> Casebook:
    """A copy of the finished casebook, to be changed."""
    return Casebook.open(shutil.copytree(finished.folder, tmp_path / "copied"))
