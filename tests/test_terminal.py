"""What the command line writes cannot harm a terminal, and no reader or stream that is missing ends what is being done."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from forensix import terminal

POSIX = pytest.mark.skipif(os.name == "nt", reason="file descriptors are other things on Windows")
NAMES = "import sys; from forensix import terminal; terminal.make_ready();"


def ran(code: str, **streams: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", NAMES + code], text=True, stderr=subprocess.PIPE, check=False, **streams)  # type: ignore[call-overload, no-any-return]


def test_names_of_files_steer_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    name = "\x1b[31m\x9b2J\u202e\nreceived  other.dcm"
    terminal.answer([name])
    terminal.tell(name)
    terminal.document({"path": name, "ü": "手\U000e0001"})
    out, err = capsys.readouterr()
    line, document = out.splitlines()
    assert line == err.strip() == "[U+001B][31m[U+009B]2J[U+202E][U+000A]received  other.dcm"
    assert json.loads(document) == {"path": name, "ü": "手\U000e0001"}
    assert "ü" in document and not set("\x1b\x9b\u202e\U000e0001") & set(document)


def test_a_stream_that_cannot_write_a_letter_writes_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    terminal.make_ready()
    terminal.document({"name": "Ü"})
    terminal.answer(["Ü"])
    assert narrow.buffer.getvalue() == b'{"name": "\\u00dc"}\n\\xdc\n'  # type: ignore[attr-defined]


@POSIX
def test_a_reader_that_has_left_ends_nothing() -> None:
    for what in ("answer(['x'] * 9)", "document([1])"):
        reads, writes = os.pipe()
        os.close(reads)
        done = ran(f"terminal.{what}; terminal.tell('done')", stdout=writes)
        os.close(writes)
        assert (done.returncode, done.stderr) == (0, "done\n")


@POSIX
def test_closed_streams_take_no_file_s_place() -> None:
    inside = "[open('/dev/null').fileno(), sys.stdin.read()]"
    done = subprocess.run(
        ["sh", "-c", f'"$0" -c "{NAMES} sys.exit({inside} != [3, str()])" <&- >&- 2>&-', sys.executable], check=False, close_fds=True
    )
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_an_answer_that_cannot_be_written_is_an_expected_failure() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        for option in ((), ("--json",)):
            command = [sys.executable, "-m", "forensix", "--casebook", "/dev/full", "case", "list", *option]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert done.returncode == 3 and "Traceback" not in done.stderr


def test_a_name_is_no_markup_of_the_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.Progress() as progress:
        progress.step("receiving [/red] \x1b[31m.dcm", 0.5)
    assert "\x1b[31m" not in capsys.readouterr().err
