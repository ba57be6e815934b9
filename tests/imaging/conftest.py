"""A small phantom, real files where FORENSIX_DATA has them, and how the imaging tests write DICOM."""

import os
from pathlib import Path

import numpy as np
import pytest

from forensix.imaging import phantom

SIZE = (400, 300)


@pytest.fixture(scope="session")
def hand():
    """A small phantom; its values lie on a 12-bit scale."""
    pixels = phantom.hand(4, size=SIZE)
    pixels.flags.writeable = False
    return pixels


@pytest.fixture(scope="session")
def hand8(hand):
    """The same on an 8-bit scale."""
    return (np.rint(hand * 255) / np.float32(255)).astype(np.float32)


@pytest.fixture(scope="session")
def real_data():
    """The folder of real radiographs, if this machine has one."""
    folder = os.environ.get("FORENSIX_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("FORENSIX_DATA names no folder with real radiographs")
    return Path(folder)
