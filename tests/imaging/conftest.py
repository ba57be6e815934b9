"""A small phantom, and how the imaging tests write DICOM."""

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
