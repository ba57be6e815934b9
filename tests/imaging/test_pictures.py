"""PNG, TIFF, JPEG and WebP: gray at 8 and 16 bit, lossy marked, colour refused."""

import struct
import zlib
from io import BytesIO

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps, PngImagePlugin

from forensix import imaging
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.imaging import phantom


def packed(picture, kind, **options):
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def eight(hand8):
    return np.rint(hand8 * 255).astype(np.uint8)


@pytest.fixture(scope="module")
def sixteen(hand):
    return np.rint(hand * 65535).astype(np.uint16)


def as_float(values, full):
    return values.astype(np.float32) / np.float32(full)


def refused(data, words, kind=UnsuitableRadiograph, name="x.png"):
    with pytest.raises(kind, match=words) as caught:
        imaging.read(data, name)
    assert caught.value.remedy
    assert caught.value.subject == name


def test_png_of_8_and_16_bits(hand, eight, sixteen):
    for bits, values in ((8, eight), (16, sixteen)):
        acquisition, pixels = imaging.read(phantom.png(hand, bits=bits))
        assert np.array_equal(pixels, as_float(values, (1 << bits) - 1))
        assert (acquisition.bits_stored, acquisition.transfer_syntax, acquisition.lossy) == (bits, "png", False)
        assert acquisition.pixel_spacing_mm is None
        assert acquisition.windows == ()


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "tiff_adobe_deflate", "packbits"])
def test_tiff_of_8_and_16_bits(eight, sixteen, compression):
    for values, full in ((eight, 255), (sixteen, 65535)):
        acquisition, pixels = imaging.read(packed(Image.fromarray(values), "TIFF", compression=compression))
        assert np.array_equal(pixels, as_float(values, full))
        assert not acquisition.lossy


def test_a_white_is_zero_tiff_is_turned_round_and_recorded(eight, sixteen):
    for values, full in ((eight, 255), (sixteen, 65535)):
        data = white_is_zero(values)
        acquisition, pixels = imaging.read(data)
        assert np.array_equal(pixels, as_float(values, full))
        assert acquisition.photometric_interpretation == "MONOCHROME1"
        assert any("inverted" in note for note in acquisition.conversions)


def white_is_zero(values):
    """A minimal strip TIFF, written here so that no library's own idea of polarity comes in."""
    rows, columns = values.shape
    bits = values.dtype.itemsize * 8
    stored = ((1 << bits) - 1 - values).astype(values.dtype).tobytes()
    entries = [
        (256, 4, columns),
        (257, 4, rows),
        (258, 3, bits),
        (259, 3, 1),
        (262, 3, 0),
        (273, 4, 0),
        (277, 3, 1),
        (278, 4, rows),
        (279, 4, len(stored)),
    ]
    start = 8 + 2 + 12 * len(entries) + 4
    body = b"".join(struct.pack("<HHII", tag, kind, 1, start if tag == 273 else value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + body + bytes(4) + stored


def test_jpeg_is_lossy(eight):
    acquisition, pixels = imaging.read(packed(Image.fromarray(eight), "JPEG", quality=90))
    assert acquisition.lossy
    assert np.abs(pixels - eight / 255).mean() < 0.01


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_gray_in_lossy_colour_channels_is_gray(eight, kind):
    acquisition, pixels = imaging.read(packed(Image.fromarray(eight).convert("RGB"), kind, quality=85))
    assert acquisition.lossy
    assert "read as gray" in acquisition.conversions[0]
    assert np.abs(pixels - eight / 255).mean() < 0.01


def test_gray_of_nearly_equal_channels_is_what_training_read(eight):
    data = packed(Image.fromarray(eight).convert("RGB"), "WEBP", quality=85)
    with Image.open(BytesIO(data)) as picture:
        assert np.array_equal(imaging.read(data)[1], as_float(np.asarray(picture.convert("L")), 255))


def test_lossless_webp(eight):
    acquisition, pixels = imaging.read(packed(Image.fromarray(eight).convert("RGB"), "WEBP", lossless=True))
    assert not acquisition.lossy
    assert np.array_equal(pixels, as_float(eight, 255))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "JPEG"])
def test_colour_is_refused(eight, kind):
    picture = Image.merge("RGB", [Image.fromarray(eight), Image.fromarray(eight), Image.fromarray(eight // 2)])
    refused(packed(picture, kind), "coloured")


def test_gray_palette(eight):
    picture = Image.fromarray(eight).convert("P", palette=Image.Palette.ADAPTIVE)
    picture = Image.fromarray(eight, "L").quantize(256, dither=Image.Dither.NONE) if picture.mode != "P" else picture
    data = packed(picture, "PNG")
    acquisition, pixels = imaging.read(data)
    assert np.array_equal(pixels, as_float(np.asarray(picture.convert("L")), 255))
    assert "Palette colours were looked up." in acquisition.conversions


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_opaque_alpha_is_left_out_and_transparency_refused(eight, mode, kind):
    picture = Image.fromarray(eight).convert(mode)
    acquisition, pixels = imaging.read(packed(picture, kind))
    assert np.array_equal(pixels, as_float(eight, 255))
    assert any("alpha" in note for note in acquisition.conversions)
    picture.putalpha(Image.fromarray(np.where(eight > 200, 0, 255).astype(np.uint8)))
    refused(packed(picture, kind), "transparent")


def test_a_gray_value_named_as_transparent_is_refused_where_it_occurs(eight):
    refused(packed(Image.fromarray(eight), "PNG", transparency=int(eight[0, 0])), "transparent")
    unused = next(value for value in range(256) if value not in eight)
    assert np.array_equal(imaging.read(packed(Image.fromarray(eight), "PNG", transparency=unused))[1], as_float(eight, 255))


@pytest.mark.parametrize("channels", [3, 4])
def test_16_bit_channels_keep_their_depth(sixteen, channels):
    stacked = np.repeat(sixteen[..., None], channels, axis=2)
    if channels == 4:
        stacked[..., 3] = 65535
    data = cv2.imencode(".png", stacked)[1].tobytes()
    acquisition, pixels = imaging.read(data)
    assert np.array_equal(pixels, as_float(sixteen, 65535))
    assert acquisition.bits_stored == 16
    stacked[0, 0, 0] = 60000
    refused(cv2.imencode(".png", stacked)[1].tobytes(), "coloured")


def test_one_bit(eight):
    picture = Image.fromarray(eight).convert("1", dither=Image.Dither.NONE)
    assert set(np.unique(imaging.read(packed(picture, "PNG"))[1])) == {0.0, 1.0}


def test_cmyk_float_and_pages_are_refused(eight):
    picture = Image.fromarray(eight)
    refused(packed(picture.convert("CMYK"), "JPEG"), "CMYK", name="x.jpg")
    refused(packed(Image.fromarray(eight.astype(np.float32)), "TIFF"), "floating-point", name="x.tif")
    refused(packed(picture, "TIFF", save_all=True, append_images=[picture, picture]), "3 pictures", name="x.tif")
    refused(
        packed(picture.convert("RGB"), "WEBP", save_all=True, append_images=[picture.convert("RGB").rotate(9)]), "2 pictures", name="x.webp"
    )


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_exif_orientation_is_applied_and_recorded(eight, orientation, kind):
    picture = Image.fromarray(eight)
    exif = picture.getexif()
    exif[0x0112] = orientation
    data = packed(picture, kind, exif=exif)
    with Image.open(BytesIO(data)) as written:
        expected = np.asarray(ImageOps.exif_transpose(written))
    acquisition, pixels = imaging.read(data)
    assert np.array_equal(pixels, as_float(expected, 255))
    assert (acquisition.rows, acquisition.columns) == expected.shape
    assert any("orientation" in note for note in acquisition.conversions) is (orientation > 1)


def test_spacing_from_dots_per_inch_is_not_trusted(eight):
    acquisition, _ = imaging.read(packed(Image.fromarray(eight), "PNG", dpi=(254, 254)))
    assert acquisition.pixel_spacing_mm == pytest.approx((0.1, 0.1), rel=1e-3)
    assert not acquisition.spacing_trusted


def test_a_wrong_suffix_is_read_by_content_and_noted(hand):
    acquisition, _ = imaging.read(phantom.png(hand), "radiograph.dcm")
    assert acquisition.warnings == ("The file's name ends in .dcm, but its content is PNG.",)
    assert imaging.read(phantom.png(hand), "radiograph.PNG")[0].warnings == ()


# bad files


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
@pytest.mark.parametrize("part", [0.0, 0.01, 0.5, 0.98])
def test_truncated_files_are_refused(eight, kind, part):
    data = packed(Image.fromarray(eight).convert("RGB" if kind == "WEBP" else "L"), kind)
    refused(data[: int(part * len(data))], "empty|cut off|damaged|not a radiograph", UnreadableRadiograph)


def chunk(kind, body):
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


@pytest.mark.parametrize("side", [12_000, 40_000])
def test_a_huge_png_is_refused_before_decoding(side):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(10_000))) + chunk(b"IEND", b"")
    refused(data, "too large", UnreadableRadiograph)


def test_a_text_bomb_in_a_png_is_refused(eight):
    info = PngImagePlugin.PngInfo()
    for number in range(3):
        info.add_text(f"note{number}", "x" * 30_000_000, zip=True)
    data = packed(Image.fromarray(eight), "PNG", pnginfo=info)
    assert len(data) < 1_000_000
    refused(data, "damaged|too large", UnreadableRadiograph)


@pytest.mark.parametrize("data", [b"hello, world", b"%PDF-1.7\n", b"GIF89a" + bytes(100), b"\0" * 200, b"PK\x03\x04" + bytes(40)])
def test_other_files_are_named_as_such(data):
    refused(data, "not a radiograph", UnreadableRadiograph, name="notes.txt")


def test_orientation_reaches_16_bit_channels(sixteen):
    picture = Image.fromarray(sixteen[:40, :30])
    exif = picture.getexif()
    exif[0x0112] = 6
    plain = imaging.read(packed(picture, "PNG", exif=exif))[1]
    stacked = cv2.imencode(".png", np.repeat(sixteen[:40, :30, None], 3, axis=2))[1].tobytes()
    with_exif = stacked[:33] + chunk(b"eXIf", exif.tobytes()[6:]) + stacked[33:]
    assert np.array_equal(imaging.read(with_exif)[1], plain)
    assert plain.shape == (30, 40)
