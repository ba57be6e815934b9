"""A batch that another program is at work on is known by its lock, and that lock ends with the program."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from forensix.laboratory import at_work
from tests.support.patience import PATIENCE_S

HOLD = """
import sys
from pathlib import Path
from forensix.laboratory import at_work
lock = at_work.take(Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


def test_one_holds_it_at_a_time_and_nobody_after_it_is_released(tmp_path: Path) -> None:
    file = tmp_path / "unfinished" / "one.lock"
    assert not at_work.held(file) and not file.exists(), "to look makes nothing"
    mine = at_work.take(file)
    assert mine is not None
    assert at_work.held(file) and at_work.take(file) is None
    mine.release()
    assert not at_work.held(file)
    again = at_work.take(file)
    assert again is not None
    again.release()


def test_it_ends_with_a_program_that_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "one.lock"
    program = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        assert at_work.held(file)
        child.kill()
        child.wait(PATIENCE_S)
    assert not at_work.held(file)


def test_a_folder_that_knows_no_locks_keeps_nobody_from_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: IO[bytes]) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(at_work, "_lock", refuse)
    mine = at_work.take(tmp_path / "one.lock")
    assert mine is not None and not at_work.held(tmp_path / "one.lock")
    mine.release()
