"""Where header and pixels contradict each other on bits and signs: read right where only one reading is whole, or refused; never torn."""

import numpy as np
import pytest
from pydicom.uid import JPEG2000Lossless, JPEGLosslessSV1, JPEGLSLossless

from forensix import imaging
from forensix.domain.errors import UnreadableRadiograph
from forensix.imaging import phantom
from tests.imaging.made import rewritten, stored_as


@pytest.fixture(scope="module")
def values(hand):
    """The phantom in 12 bits."""
    return np.rint(hand * 4095).astype(np.uint16)


def with_header(data, **tags):
    return rewritten(data, lambda dataset: [setattr(dataset, keyword, value) for keyword, value in tags.items()])


@pytest.mark.parametrize("syntax", [JPEGLosslessSV1, JPEGLSLossless, JPEG2000Lossless])
def test_compressed_values_that_lie_up_in_their_cells_are_moved_down(hand, syntax):
    data = phantom.dicom(hand, transfer_syntax=syntax, bits=16)
    acquisition, pixels = imaging.read(with_header(data, BitsStored=12, HighBit=15))
    assert np.array_equal(pixels, (np.rint(hand * 65535).astype(np.uint16) >> 4) / np.float32(4095))
    assert "moved down" in acquisition.conversions[0]


@pytest.mark.parametrize("signed", [0, 1])
def test_values_that_run_over_the_stored_bits_are_refused(values, signed):
    with pytest.raises(UnreadableRadiograph, match="10 bits, but they run over"):
        imaging.read(stored_as(values, BitsStored=10, HighBit=9, PixelRepresentation=signed))


def test_an_old_overlay_above_the_stored_bits_is_taken_off(values, hand):
    overlay = np.zeros_like(values)
    overlay[20:60, 30:200] = overlay[100:104] = 1 << 12
    acquisition, pixels = imaging.read(stored_as(values | overlay, BitsStored=12, HighBit=11))
    assert np.array_equal(pixels, hand)
    assert "taken off" in acquisition.conversions[0]


def test_a_sign_that_the_compressed_picture_contradicts_is_refused_where_it_tears_the_picture(hand):
    data = with_header(phantom.dicom(hand, transfer_syntax=JPEG2000Lossless), PixelRepresentation=1)
    with pytest.raises(UnreadableRadiograph, match="whether values are signed"):
        imaging.read(data)


def test_a_sign_that_is_contradicted_and_makes_no_difference_is_noted(hand):
    data = with_header(phantom.dicom(hand * np.float32(0.4), transfer_syntax=JPEG2000Lossless), PixelRepresentation=1)
    acquisition, pixels = imaging.read(data)
    assert np.allclose(pixels, (np.rint(hand * np.float32(0.4) * 4095) + 2048) / 4095, atol=1e-6)
    assert any("contradict" in sentence for sentence in acquisition.conversions)


def test_more_bits_than_a_cell_holds_are_refused(hand):
    data = with_header(phantom.dicom(hand, transfer_syntax=JPEG2000Lossless), BitsAllocated=8, BitsStored=8, HighBit=7)
    with pytest.raises(UnreadableRadiograph, match="12 bits"):
        imaging.read(data)


def test_what_no_decoder_reads_is_said_in_a_sentence(hand):
    data = phantom.dicom(hand, transfer_syntax=JPEGLSLossless)
    at = data.rindex(b"\xff\xda") + 10
    with pytest.raises(UnreadableRadiograph, match=r"no decoder here reads its compressed picture\.$"):
        imaging.read(data[:at] + bytes(each ^ 0x5A for each in data[at : at + 300]) + data[at + 300 :])
