"""DICOM: every transfer syntax and both polarities give the same pixels; windows, look-up tables and refusals."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import (
    JPEG2000,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLSNearLossless,
    RLELossless,
)

from forensix import imaging
from forensix.domain.errors import ForensixError, UnreadableRadiograph, UnsuitableRadiograph
from forensix.domain.view import LookupTable, Window, present
from forensix.imaging import phantom
from tests.imaging.made import RAMP, rewritten, stored_as

# phantom.dicom(phantom.hand(3, size=(160, 120))), compressed by dcmtk's `dcmcjpeg +ee`
TWELVE_BIT = Path(__file__).parents[1] / "data" / "dicom" / "hand-12-bit-jpeg.dcm"


@pytest.mark.parametrize("syntax", phantom.TRANSFER_SYNTAXES)
@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
def test_every_lossless_transfer_syntax_gives_the_same_pixels(hand, syntax, bits, photometric):
    acquisition, pixels = imaging.read(phantom.dicom(hand, transfer_syntax=syntax, bits=bits, photometric=photometric))
    full = (1 << bits) - 1
    assert np.array_equal(pixels, np.rint(hand * full).astype(np.float32) / np.float32(full))
    assert acquisition.transfer_syntax == syntax
    assert acquisition.bits_stored == bits
    assert not acquisition.lossy
    assert (acquisition.rows, acquisition.columns) == hand.shape


def test_a_12_bit_file_holds_the_phantom_exactly(hand):
    assert np.array_equal(imaging.read(phantom.dicom(hand))[1], hand)


def test_the_8_bit_twin_differs_by_half_a_level_at_most(hand):
    twelve, eight = imaging.read(phantom.dicom(hand, bits=12))[1], imaging.read(phantom.dicom(hand, bits=8))[1]
    assert np.abs(twelve - eight).max() <= 0.5 / 255 + 1e-6


def test_jpeg_baseline_is_read_and_marked_lossy(hand):
    acquisition, pixels = imaging.read(phantom.dicom(hand, transfer_syntax=JPEGBaseline8Bit, bits=8))
    assert acquisition.lossy
    assert np.abs(pixels - hand).mean() < 0.005


def test_lossy_by_declaration(hand):
    acquisition, _ = imaging.read(phantom.dicom(hand, LossyImageCompression="01"))
    assert acquisition.lossy
    assert any("Lossy" in warning for warning in acquisition.warnings)


@pytest.mark.parametrize(
    ("photometric", "shape", "inverted"),
    [
        ("MONOCHROME1", "INVERSE", True),
        ("MONOCHROME1", "IDENTITY", True),
        ("MONOCHROME2", "IDENTITY", False),
        ("MONOCHROME2", "INVERSE", True),
    ],
)
def test_polarity_is_turned_once(photometric, shape, inverted):
    acquisition, pixels = imaging.read(
        stored_as(RAMP, BitsStored=12, HighBit=11, PhotometricInterpretation=photometric, PresentationLUTShape=shape)
    )
    expected = RAMP / np.float32(4095)
    assert np.allclose(pixels, 1 - expected if inverted else expected, atol=1e-7)
    assert bool(acquisition.conversions) is inverted


def test_the_declared_range_scales_and_not_the_values_that_are_there():
    pixels = imaging.read(stored_as(RAMP // 4, BitsStored=12, HighBit=11))[1]
    assert pixels.max() == pytest.approx(1023 / 4095)


def test_signed_values():
    values = (RAMP.astype(np.int32) - 2048).astype(np.int16)
    pixels = imaging.read(stored_as(values, BitsStored=12, HighBit=11, PixelRepresentation=1))[1]
    assert np.array_equal(pixels, RAMP.astype(np.float32) / np.float32(4095))


def test_signed_values_whose_unused_bits_are_not_sign_extended():
    values = ((RAMP.astype(np.int32) - 2048) & 0x0FFF).astype(np.uint16)
    pixels = imaging.read(stored_as(values, BitsStored=12, HighBit=11, PixelRepresentation=1))[1]
    assert np.array_equal(pixels, RAMP.astype(np.float32) / np.float32(4095))


def test_bits_above_and_below_the_stored_ones_are_taken_off():
    above, notes = imaging.read(stored_as(RAMP | 0x9000, BitsStored=12, HighBit=11))[::-1]
    below, moved = imaging.read(stored_as(RAMP << 4, BitsStored=12, HighBit=15))[::-1]
    assert np.array_equal(above, RAMP.astype(np.float32) / np.float32(4095))
    assert np.array_equal(below, above)
    assert "taken off" in notes.conversions[0]
    assert "moved down" in moved.conversions[0]


def test_rescale_of_either_sign_is_placed_by_the_declared_range():
    up = imaging.read(stored_as(RAMP, BitsStored=12, HighBit=11, RescaleSlope=2.5, RescaleIntercept=-1024))[1]
    down = imaging.read(stored_as(RAMP, BitsStored=12, HighBit=11, RescaleSlope=-1, RescaleIntercept=4095))[1]
    assert np.allclose(up, RAMP / 4095, atol=1e-6)
    assert np.allclose(down, 1 - RAMP / 4095, atol=1e-6)


def test_modality_lut():
    item = Dataset()
    item.LUTDescriptor, item.ModalityLUTType = [4096, 0, 8], "US"
    item.LUTData = (255 - np.arange(4096) // 16).astype(np.uint16).tobytes()
    item["LUTData"].VR = "OW"
    pixels = imaging.read(
        stored_as(RAMP, BitsStored=12, HighBit=11, ModalityLUTSequence=Sequence([item]), RescaleSlope=None, RescaleIntercept=None)
    )[1]
    assert np.allclose(pixels, (255 - RAMP // 16) / 255, atol=1e-6)


def test_padding_is_background_and_does_not_touch_the_rest():
    values = RAMP.copy()
    values[:8] = 4095
    acquisition, pixels = imaging.read(stored_as(values, BitsStored=12, HighBit=11, PixelPaddingValue=4095))
    assert (pixels[:8] == 0).all()
    assert np.array_equal(pixels[8:-1], RAMP[8:-1].astype(np.float32) / np.float32(4095))
    assert "padding pixels" in acquisition.conversions[0]


def windowed(photometric="MONOCHROME2", **tags):
    acquisition, pixels = imaging.read(stored_as(RAMP, BitsStored=12, HighBit=11, PhotometricInterpretation=photometric, **tags))
    return acquisition, pixels


def test_a_linear_window_shows_what_the_standard_says():
    acquisition, pixels = windowed(WindowCenter=2048, WindowWidth=1000, WindowCenterWidthExplanation="BONE")
    x, c, w = RAMP.astype(float), 2048, 1000
    expected = np.clip((x - (c - 0.5)) / (w - 1) + 0.5, 0, 1)  # PS3.3 C.11.2.1.2.1
    assert np.allclose(present(pixels, acquisition.windows[0]), expected, atol=1e-5)
    assert acquisition.windows[0].explanation == "BONE"


def test_exact_and_sigmoid_windows():
    exact, pixels = windowed(WindowCenter=2048, WindowWidth=1000, VOILUTFunction="LINEAR_EXACT")
    sigmoid, _ = windowed(WindowCenter=2048, WindowWidth=1000, VOILUTFunction="SIGMOID")
    x = RAMP.astype(float)
    assert np.allclose(present(pixels, exact.windows[0]), np.clip((x - 2048) / 1000 + 0.5, 0, 1), atol=1e-5)
    assert np.allclose(present(pixels, sigmoid.windows[0]), 1 / (1 + np.exp(-4 * (x - 2048) / 1000)), atol=1e-5)


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
def test_a_window_on_monochrome1_shows_the_inverse_of_its_twin(function):
    one, pixels = windowed("MONOCHROME1", WindowCenter=1500, WindowWidth=900, VOILUTFunction=function)
    two, plain = windowed("MONOCHROME2", WindowCenter=1500, WindowWidth=900, VOILUTFunction=function)
    assert np.allclose(present(pixels, one.windows[0]), 1 - present(plain, two.windows[0]), atol=1e-5)


def test_several_windows_keep_their_order_and_a_senseless_one_is_named():
    acquisition, _ = windowed(WindowCenter=[100, 2000, 3000], WindowWidth=[50, 0, 400])
    assert [round(window.high - window.low, 3) for window in acquisition.windows] == [round(49 / 4095, 3), round(399 / 4095, 3)]
    assert any("makes no sense" in warning for warning in acquisition.warnings)


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
def test_a_voi_lut_comes_before_windows_and_shows_its_values(photometric):
    item = Dataset()
    item.LUTDescriptor, item.LUTExplanation = [256, 1000, 12], "GAMMA"
    table = np.round((np.arange(256) / 255) ** 2 * 4095).astype(np.uint16)
    item.LUTData = table.tobytes()
    item["LUTData"].VR = "OW"
    acquisition, pixels = windowed(photometric, VOILUTSequence=Sequence([item]), WindowCenter=2000, WindowWidth=100)
    lut, window = acquisition.windows
    expected = table[np.clip(RAMP.astype(int) - 1000, 0, 255)] / 4095
    assert isinstance(lut, LookupTable)
    assert isinstance(window, Window)
    assert lut.explanation == "GAMMA"
    assert np.allclose(present(pixels, lut), expected if photometric == "MONOCHROME2" else 1 - expected, atol=2e-3)


def test_header_fields(hand):
    acquisition, _ = imaging.read(
        phantom.dicom(hand, laterality="R", PatientAge="018M", PatientSex="F", PatientName="Müller^Zoë", AcquisitionTime="101112.5")
    )
    assert acquisition.declared_side.value == "right"
    assert (acquisition.modality, acquisition.view, acquisition.body_part) == ("DX", "PA", "HAND")
    assert acquisition.patient_age_years == pytest.approx(1.5)
    assert acquisition.patient_sex == "F"
    assert acquisition.tags["PatientName"] == "Müller^Zoë"
    assert acquisition.tags["TransferSyntaxUID"] == ExplicitVRLittleEndian
    assert acquisition.acquired_at.isoformat() == "2026-01-01T10:11:12.500000"
    assert acquisition.device == "forensix phantom"
    assert "PixelData" not in acquisition.tags


@pytest.mark.parametrize(
    ("tags", "spacing", "trusted"),
    [
        ({}, (0.17, 0.17), True),
        ({"PixelSpacingCalibrationType": None}, (0.17, 0.17), False),
        ({"PixelSpacingCalibrationType": None, "PixelSpacing": [0.15, 0.16]}, (0.15, 0.16), True),
        ({"PixelSpacingCalibrationType": None, "PixelSpacing": [0.17002, 0.16998]}, (0.17002, 0.16998), False),
        ({"PixelSpacingCalibrationType": None, "PixelSpacing": None}, (0.17, 0.17), False),
        ({"PixelSpacing": None, "ImagerPixelSpacing": None}, None, False),
        ({"PixelSpacing": [0, 0], "ImagerPixelSpacing": None}, None, False),
    ],
)
def test_spacing_is_trusted_only_when_calibrated(hand, tags, spacing, trusted):
    acquisition, _ = imaging.read(phantom.dicom(hand, **tags))
    assert (acquisition.pixel_spacing_mm, acquisition.spacing_trusted) == (spacing, trusted)


def colour(values, photometric="RGB"):
    return stored_as(
        values[..., 0],
        SamplesPerPixel=3,
        PlanarConfiguration=0,
        PhotometricInterpretation=photometric,
        BitsStored=8,
        HighBit=7,
        PixelData=values.tobytes(),
    )


def test_equal_channels_are_gray_and_colour_is_refused(hand8):
    gray = np.repeat(np.rint(hand8 * 255).astype(np.uint8)[..., None], 3, axis=2)
    acquisition, pixels = imaging.read(colour(gray))
    assert np.array_equal(pixels, hand8)
    assert acquisition.conversions == ("R=G=B read as gray.",)
    gray[100:110, 100:110, 0] = 255
    with pytest.raises(UnsuitableRadiograph, match="coloured"):
        imaging.read(colour(gray))


def test_a_gray_palette_is_looked_up():
    tables = {}
    for name in ("Red", "Green", "Blue"):
        tables[f"{name}PaletteColorLookupTableDescriptor"] = [256, 0, 16]
        tables[f"{name}PaletteColorLookupTableData"] = (np.arange(256) * 257).astype(np.uint16).tobytes()
    values = np.arange(256, dtype=np.uint8).reshape(16, 16)
    pixels = imaging.read(stored_as(values, PhotometricInterpretation="PALETTE COLOR", BitsStored=8, HighBit=7, **tables))[1]
    assert np.allclose(pixels, values / 255, atol=1e-6)


def test_big_endian_and_rle_bare_bits(hand):
    """RLE keeps whole cells and big endian swaps them: both through the same masks."""
    for syntax in (ExplicitVRBigEndian, RLELossless):
        assert np.array_equal(imaging.read(phantom.dicom(hand, transfer_syntax=syntax))[1], hand)


def with_frame(data, frame, syntax, **tags):
    """The file with its picture replaced by a compressed one."""

    def change(dataset):
        dataset.PixelData = encapsulate([frame])
        dataset["PixelData"].VR = "OB"
        dataset.file_meta.TransferSyntaxUID = syntax
        for keyword, value in tags.items():
            setattr(dataset, keyword, value)

    return rewritten(data, change)


def jpeg(picture):
    out = BytesIO()
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def test_8_bit_jpeg_extended(hand8):
    picture = Image.fromarray(np.rint(hand8 * 255).astype(np.uint8))
    frame = jpeg(picture).replace(b"\xff\xc0\x00\x0b\x08", b"\xff\xc1\x00\x0b\x08")
    acquisition, pixels = imaging.read(with_frame(phantom.dicom(hand8, bits=8), frame, JPEGExtended12Bit))
    assert acquisition.lossy
    assert np.abs(pixels - hand8).mean() < 0.005


def test_12_bit_jpeg_extended_is_read_as_what_was_compressed():
    acquisition, pixels = imaging.read(TWELVE_BIT.read_bytes(), TWELVE_BIT.name)
    original = phantom.hand(3, size=(160, 120))
    assert acquisition.lossy and acquisition.bits_stored == 12
    assert np.abs(pixels - original).mean() < 0.002 and np.abs(pixels - original).max() < 0.02


def test_12_bit_jpeg_whose_scan_contradicts_the_standard_is_refused():
    data = bytearray(TWELVE_BIT.read_bytes())
    end_of_header = data.index(b"\xff\xda") + 2 + 8
    assert data[end_of_header - 3 : end_of_header] == b"\x00\x3f\x00"
    data[end_of_header - 2] = 0
    with pytest.raises(UnreadableRadiograph, match="contradicts the standard"):
        imaging.read(bytes(data))


@pytest.mark.parametrize("tags", [{"BitsAllocated": 8, "BitsStored": 12, "HighBit": 11}, {"BitsStored": 16, "HighBit": 15}])
def test_12_bit_jpeg_with_a_header_of_other_depth_is_refused(tags):
    def change(dataset):
        for keyword, value in tags.items():
            setattr(dataset, keyword, value)

    with pytest.raises(ForensixError):
        imaging.read(rewritten(TWELVE_BIT.read_bytes(), change))


def test_gray_in_a_colour_jpeg(hand8):
    picture = Image.fromarray(np.rint(hand8 * 255).astype(np.uint8)).convert("RGB")
    data = with_frame(
        phantom.dicom(hand8, bits=8),
        jpeg(picture),
        JPEGBaseline8Bit,
        SamplesPerPixel=3,
        PlanarConfiguration=0,
        PhotometricInterpretation="YBR_FULL_422",
    )
    acquisition, pixels = imaging.read(data)
    assert np.abs(pixels - hand8).mean() < 0.005
    assert "read as gray" in acquisition.conversions[0]


@pytest.mark.parametrize(("syntax", "how"), [(JPEG2000, {"j2k_cr": [8]}), (JPEGLSNearLossless, {"jls_error": 3})])
def test_other_lossy_syntaxes_are_marked(hand, syntax, how):
    data = rewritten(
        phantom.dicom(hand, LossyImageCompression="01"), lambda dataset: dataset.compress(syntax, generate_instance_uid=False, **how)
    )
    acquisition, pixels = imaging.read(data)
    assert acquisition.lossy
    assert 0 < np.abs(pixels - hand).mean() < 0.01
