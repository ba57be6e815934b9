"""Lookup tables in every form that a header may keep them in: words and bytes, both byte orders, odd depths, and nonsense."""

from io import BytesIO

import numpy as np
import pytest
from pydicom import dcmread, dcmwrite
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRBigEndian

from forensix import imaging
from forensix.domain.errors import UnreadableRadiograph
from forensix.domain.view import present
from tests.imaging.made import RAMP, stored_as

CURVE = np.round((np.arange(4096) / 4095) ** 2 * 4095).astype(np.uint16)
CURVE_8 = np.round((np.arange(256) / 255) ** 2 * 255).astype(np.uint8)
RAMP_8 = np.arange(256, dtype=np.uint8).reshape(16, 16)


def table(data, descriptor):
    item = Dataset()
    item.LUTDescriptor, item.ModalityLUTType = descriptor, "US"
    item.add_new("LUTData", "OW", data)
    return Sequence([item])


def read(values, bits, **tags):
    return imaging.read(stored_as(values, BitsStored=bits, HighBit=bits - 1, RescaleSlope=None, RescaleIntercept=None, **tags))


@pytest.mark.parametrize("bits", [10, 12, 14, 15])
def test_a_modality_table_of_any_depth_is_applied(bits):
    curve = (CURVE >> 6) << (bits - 6)
    _, pixels = read(RAMP, 12, ModalityLUTSequence=table(curve.tobytes(), [4096, 0, bits]))
    assert np.allclose(pixels, curve[RAMP] / ((1 << bits) - 1), atol=1e-6)


def test_values_outside_a_modality_table_become_its_ends():
    _, pixels = read(RAMP, 12, ModalityLUTSequence=table(CURVE[1000:3000].tobytes(), [2000, 1000, 12]))
    assert np.allclose(pixels, CURVE[np.clip(RAMP, 1000, 2999)] / 4095, atol=1e-6)


@pytest.mark.parametrize("data", [CURVE_8.tobytes(), CURVE_8.astype("<u2").tobytes()], ids=["bytes", "words"])
def test_a_table_of_8_bits_lies_in_bytes_or_in_words(data):
    sequence = table(data, [256, 0, 8])
    acquisition, pixels = read(RAMP_8, 8, VOILUTSequence=sequence)
    assert np.allclose(present(pixels, acquisition.windows[0]), CURVE_8[RAMP_8] / 255, atol=1e-5)
    assert np.allclose(read(RAMP_8, 8, ModalityLUTSequence=sequence)[1], CURVE_8[RAMP_8] / 255, atol=1e-6)


def test_a_table_in_a_big_endian_file_shows_the_same():
    dataset = dcmread(BytesIO(stored_as(RAMP.astype(">u2"), BitsStored=12, HighBit=11)))
    dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    dataset.VOILUTSequence = table(CURVE.astype(">u2").tobytes(), [4096, 0, 12])
    dcmwrite(out := BytesIO(), dataset, implicit_vr=False, little_endian=False, enforce_file_format=True)
    acquisition, pixels = imaging.read(out.getvalue())
    assert np.array_equal(pixels, RAMP / np.float32(4095))
    assert np.allclose(present(pixels, acquisition.windows[0]), CURVE[RAMP] / 4095, atol=1e-5)


NONSENSE = pytest.mark.parametrize(
    ("descriptor", "what"),
    [([4097, 0, 12], "entries"), ([4096, 0, 11], "11 bits"), ([4096, 0, 17], "17 bits"), ([4096, 0], "three numbers")],
    ids=["short", "too deep", "bits", "descriptor"],
)


@NONSENSE
def test_a_voi_table_that_contradicts_its_descriptor_is_left_out_with_a_warning(descriptor, what):
    acquisition, _ = read(RAMP, 12, VOILUTSequence=table(CURVE.tobytes(), descriptor))
    assert acquisition.windows == ()
    assert any("makes no sense" in warning and what in warning for warning in acquisition.warnings)


@NONSENSE
def test_a_modality_table_that_contradicts_its_descriptor_is_refused(descriptor, what):
    with pytest.raises(UnreadableRadiograph, match=what):
        read(RAMP, 12, ModalityLUTSequence=table(CURVE.tobytes(), descriptor))
