"""What is read in a PDF by another program: poppler's pdftotext; the test is skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.support.patience import PROCESS_S

MARKS_OF_DIRECTION = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))


def text_of(pdf: bytes, *options: str) -> str:
    """The file's text as poppler reads it, without the direction marks that it adds."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler's pdftotext is not installed")
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True, timeout=PROCESS_S)
    return done.stdout.decode().translate(MARKS_OF_DIRECTION)
