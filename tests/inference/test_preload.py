"""Torch's libraries are linked before torch is imported, and the import then works as ever."""

import subprocess
import sys

from forensix.inference.preload import preload
from tests.support.patience import PROCESS_S

PROGRAM = """
import sys
from forensix.inference.preload import preload
assert preload() and "torch" not in sys.modules
maps = open("/proc/self/maps").read() if sys.platform == "linux" else "libtorch_python"
assert "libtorch_python" in maps
import torch
assert float(torch.ones(3).sum()) == 3.0
assert not preload()
"""


def test_the_libraries_are_there_before_the_import() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_is_done_once_torch_is_imported() -> None:
    import torch

    assert torch.__version__ and not preload()
