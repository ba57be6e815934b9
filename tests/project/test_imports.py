"""The command line starts without what it may not need: each import of these costs seconds."""

import subprocess
import sys

import pytest

from tests.support.patience import PROCESS_S

HEAVY = ("torch", "torchvision", "PySide6", "pydicom", "matplotlib", "reportlab", "pyhanko", "cv2")


@pytest.mark.parametrize("module", ["forensix.cli", "forensix.__main__"])
def test_a_command_line_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
