"""How the program starts: the window or the command line, and what neither of them loads before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from forensix import cli
from forensix.__main__ import main as forensix_main
from forensix.commands import window
from forensix.commands.window import WindowUnavailable


@pytest.mark.parametrize("arguments", [[], ["window"]])
def test_the_window_opens_the_casebook_of_the_environment(arguments: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr(window, "run", lambda casebook, chosen, file: opened.append(casebook) or 0)
    monkeypatch.setenv("FORENSIX_CASEBOOK", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["forensix", *arguments])
    assert forensix_main() == 0 and opened == [tmp_path]
    assert cli.main(["window", "--casebook", str(tmp_path / "other")]) == 0 and opened[1] == tmp_path / "other"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is no display to be missing")
def test_a_window_that_dies_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":nowhere")  # Qt aborts the process where it finds no display
    with pytest.raises(WindowUnavailable, match="code"):
        window.show(tmp_path)


def test_the_command_line_starts_without_torch_qt_or_dicom() -> None:
    heavy = (
        "import sys, forensix.cli; forensix.cli.parser(); print([m for m in ('torch', 'PySide6', 'pydicom', 'numpy') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout
    assert "torch" not in said and "PySide6" not in said and "pydicom" not in said
