"""DICOM files that are refused, each with a sentence, or read with a doubt."""

import zlib

import numpy as np
import pytest
from pydicom.encaps import encapsulate, generate_frames
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEG2000Lossless, JPEGBaseline8Bit

from forensix import imaging
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.imaging import phantom
from forensix.imaging.dicom_header import MOST_TAGS, TEXT
from tests.imaging.made import rewritten


def refused(data, words, kind=(UnreadableRadiograph, UnsuitableRadiograph), name="x.dcm"):
    with pytest.raises(kind, match=words) as caught:
        imaging.read(data, name)
    assert caught.value.remedy
    assert caught.value.subject == name
    return caught.value


@pytest.mark.parametrize("syntax", [*phantom.TRANSFER_SYNTAXES, JPEGBaseline8Bit])
@pytest.mark.parametrize("cut", [10, 2000])
def test_a_file_that_is_cut_off_is_refused(hand8, syntax, cut):
    data = phantom.dicom(hand8, transfer_syntax=syntax, bits=8)
    refused(data[:-cut], "damaged|cut off")


@pytest.mark.parametrize("part", [0.05, 0.3, 0.6])
def test_a_compressed_picture_cut_off_inside_its_fragment_is_refused(hand, part):
    def cut(dataset):
        frame = next(generate_frames(dataset.PixelData, number_of_frames=1))
        dataset.PixelData = encapsulate([frame[: int(part * len(frame))]])

    refused(rewritten(phantom.dicom(hand, transfer_syntax=JPEG2000Lossless), cut), "no end")


def test_without_pixels(hand):
    refused(rewritten(phantom.dicom(hand), lambda dataset: dataset.pop("PixelData")), "no picture")


def test_frames(hand):
    refused(phantom.dicom(hand, NumberOfFrames=2), "2 frames", UnsuitableRadiograph)


@pytest.mark.parametrize("tags", [{"Rows": 65535, "Columns": 65535}, {"NumberOfFrames": 1_000_000}])
def test_huge_declared_sizes_are_refused_before_decoding(hand, tags):
    refused(phantom.dicom(hand, **tags), "too large")


def test_a_declared_length_beyond_the_file():
    data = bytearray(phantom.dicom(np.zeros((8, 8), np.float32)))
    at = data.index(b"\xe0\x7f\x10\x00OW")
    data[at + 8 : at + 12] = (0xFFFFFFFE).to_bytes(4, "little")
    refused(bytes(data), "should have 4294967294 bytes")


@pytest.mark.parametrize("size", [(65500, 65500), (400, 301)])
def test_a_codestream_that_lies_about_its_size(hand8, size):
    def lie(dataset):
        frame = bytearray(dataset.PixelData)
        at = frame.index(b"\xff\xc0")
        frame[at + 5 : at + 9] = size[0].to_bytes(2, "big") + size[1].to_bytes(2, "big")
        dataset.PixelData = bytes(frame)

    refused(rewritten(phantom.dicom(hand8, transfer_syntax=JPEGBaseline8Bit, bits=8), lie), "too large|header says")


def test_deep_nesting_is_malformed(hand):
    opening = b"\x08\x00\x15\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    data = phantom.dicom(np.zeros((8, 8), np.float32), InstitutionName=None)
    at = data.index(b"\x08\x00\x60\x00CS")
    refused(data[:at] + opening * 3000 + data[at:], "malformed|damaged|no picture")


def test_a_program_in_the_preamble_is_read_with_a_warning(hand):
    data = b"MZ" + phantom.dicom(hand)[2:]
    acquisition, pixels = imaging.read(data)
    assert np.array_equal(pixels, hand)
    assert any("CVE-2019-11687" in warning for warning in acquisition.warnings)


def test_a_bare_data_set_is_read_with_a_warning(hand):
    data = phantom.dicom(hand)
    meta_length = int.from_bytes(data[140:144], "little")
    for bare in (data[132:], data[144 + meta_length :]):
        acquisition, pixels = imaging.read(bare)
        assert np.array_equal(pixels, hand)
        assert any("preamble" in warning for warning in acquisition.warnings)


@pytest.mark.parametrize(
    ("uid", "words"),
    [("1.2.840.10008.5.1.4.1.1.88.11", "Basic Text SR"), ("1.2.840.10008.5.1.4.1.1.2", "CT Image"), ("1.2.840.10008.1.3.10", "DICOMDIR")],
)
def test_other_objects_are_named(hand, uid, words):
    refused(phantom.dicom(hand, SOPClassUID=uid), words, UnsuitableRadiograph)


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"PhotometricInterpretation": "HSV"}, "photometric"),
        ({"PhotometricInterpretation": None}, "photometric"),
        ({"BitsAllocated": 32}, "32 bits"),
        ({"BitsStored": 17}, "contradicts"),
        ({"HighBit": 3}, "contradicts"),
        ({"Rows": None}, "Rows"),
        ({"Rows": [300, 300]}, "Rows is not one whole number"),
        ({"PixelRepresentation": None}, "PixelRepresentation"),
        ({"PixelRepresentation": 2}, "contradicts"),
        ({"SamplesPerPixel": None}, "SamplesPerPixel"),
        ({"RescaleSlope": 0}, "rescale"),
        ({"RescaleSlope": [1, 2]}, "rescale"),
        ({"Rows": 401}, "should have"),
    ],
)
def test_headers_that_make_no_sense(hand, tags, words):
    refused(phantom.dicom(hand, **tags), words)


def test_an_unknown_transfer_syntax_is_named(hand):
    data = phantom.dicom(hand).replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.9\0")
    refused(data, "transfer syntax")


def test_a_deflated_bomb_is_refused_by_its_unpacked_size():
    small = phantom.dicom(np.zeros((8, 8), np.float32), transfer_syntax=DeflatedExplicitVRLittleEndian)
    start = 144 + int.from_bytes(small[140:144], "little")
    inner = zlib.decompress(small[start:], -15)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(inner)
    for _ in range(300):
        bomb += packer.compress(bytes(1 << 20))
    refused(small[:start] + bomb + packer.flush(), "too large when unpacked")


def test_broken_tags_cost_only_themselves(hand):
    data = phantom.dicom(hand, PatientAge="018Y").replace(b"AS\x04\x00018Y", b"AS\x04\x00\xff\xfe!!")
    acquisition, pixels = imaging.read(data)
    assert acquisition.patient_age_years is None
    assert np.array_equal(pixels, hand)


@pytest.mark.parametrize("age", ["9" * 5000 + "Y", "9" * 400 + "Y", "018", "-01Y", "1e2Y"])
def test_an_age_that_is_none_costs_only_itself(hand, age):
    data = phantom.dicom(hand)
    at = data.index(b"\x18\x00\x15\x00CS")  # the first element after the patient's
    text = age.encode() + b" " * (len(age) % 2)
    element = b"\x10\x00\x10\x10AS" + len(text).to_bytes(2, "little") + text
    acquisition, _ = imaging.read(data[:at] + element + data[at:])
    assert acquisition.patient_age_years is None


def test_a_header_without_end_is_kept_in_part_and_its_sequences_are_left_alone(hand):
    data = phantom.dicom(hand).replace(b"CS\x04\x00HAND", b"CS\xd0\x07" + b"FOOT" * 500)
    at = data.index(b"\xe0\x7f\x10\x00")
    many = b"".join(b"\x11\x66" + number.to_bytes(2, "little") + b"LO\x04\x00abcd" for number in range(0x1000, 0x2000))
    items = b"\x40\x00\x75\x02SQ\0\0" + (8 * 200_000).to_bytes(4, "little") + b"\xfe\xff\x00\xe0\0\0\0\0" * 200_000
    acquisition, pixels = imaging.read(data[:at] + items + many + data[at:])
    assert len(acquisition.tags) == MOST_TAGS and len(acquisition.body_part) == TEXT
    assert np.array_equal(pixels, hand)
