"""The contract of every importer, run over the folder; and that no bytes make `read` raise anything but its own two errors."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from forensix import imaging
from forensix.domain.case import Acquisition
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.imaging import phantom
from forensix.imaging.dicom_pixels import JPEG, READ
from forensix.imaging.importers import installed
from forensix.imaging.quarantine import Quarantine

IMPORTERS = {importer.NAME: importer for importer in installed()}
TINY = phantom.hand(4, size=(128, 96))


def as_pillow(kind, **options):
    out = BytesIO()
    Image.fromarray(np.rint(TINY * 255).astype(np.uint8)).convert("RGB" if kind == "WEBP" else "L").save(out, kind, **options)
    return out.getvalue()


EXAMPLES = {
    "DICOM": phantom.dicom(TINY, PatientName="A^B", WindowCenter=[2000, 100], WindowWidth=[900, 50]),
    "JPEG": as_pillow("JPEG"),
    "PNG": phantom.png(TINY),
    "TIFF": as_pillow("TIFF", compression="tiff_lzw"),
    "WebP": as_pillow("WEBP"),
}
SYNTAXES = {syntax: phantom.dicom(TINY, transfer_syntax=syntax) for syntax in phantom.TRANSFER_SYNTAXES}
NATIVE = [data for syntax, data in SYNTAXES.items() if syntax in READ - JPEG]
SEEDS = [*EXAMPLES.values(), *NATIVE]
CODED = [data for syntax, data in SYNTAXES.items() if syntax in JPEG]  # gdcm may end its process: only in quarantine


def test_every_importer_has_an_example_here():
    assert set(EXAMPLES) == set(IMPORTERS)


@pytest.mark.parametrize("name", IMPORTERS)
def test_an_importer_keeps_the_contract(name):
    importer, data = IMPORTERS[name], EXAMPLES[name]
    assert importer.SUFFIXES
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in importer.SUFFIXES)
    acquisition, pixels = importer.read(data)
    assert isinstance(acquisition, Acquisition)
    assert acquisition.transfer_syntax
    assert acquisition.bits_stored > 0
    assert pixels.dtype == np.float32
    assert pixels.shape == TINY.shape
    assert pixels.flags.c_contiguous
    assert 0.0 <= pixels.min() < pixels.max() <= 1.0
    assert np.abs(pixels - TINY).mean() < 0.03


@pytest.mark.parametrize("name", IMPORTERS)
def test_each_example_is_recognised_by_its_own_importer_alone(name):
    heads = {other: data[: imaging.HEAD] for other, data in EXAMPLES.items()}
    assert [other for other, head in heads.items() if IMPORTERS[name].recognises(head)] == [name]
    assert not IMPORTERS[name].recognises(b"")
    assert not IMPORTERS[name].recognises(b"\0" * 200)


def only_its_own_errors(data, read=imaging.read):
    try:
        acquisition, pixels = read(data, "fuzz")
    except (UnreadableRadiograph, UnsuitableRadiograph) as error:
        assert error.message
        assert error.remedy
        assert "\n" not in error.message
    else:
        assert pixels.shape == (acquisition.rows, acquisition.columns)
        assert np.isfinite(pixels).all()


FUZZ = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@FUZZ
@given(seed=st.sampled_from(SEEDS), edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes(seed, edits):
    data = bytearray(seed)
    for where, value in edits:
        data[int(where * (len(data) - 1))] = value
    only_its_own_errors(bytes(data))


@FUZZ
@given(data=st.data(), seed=st.sampled_from(SEEDS))
def test_changed_header_bytes(data, seed):
    """The first kilobyte, where the structure is."""
    changed = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, min(1100, len(changed) - 1)))] = data.draw(st.integers(0, 255))
    only_its_own_errors(bytes(changed))


@FUZZ
@given(seed=st.sampled_from(SEEDS), at=st.floats(0, 1), take=st.integers(0, 400), put=st.binary(max_size=60))
def test_spliced_bytes(seed, at, take, put):
    where = int(at * len(seed))
    only_its_own_errors(seed[:where] + put + seed[where + take :])


@FUZZ
@given(
    head=st.sampled_from(
        [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"RIFF\0\0\0\0WEBP", bytes(128) + b"DICM", b"\x08\0\x05\0CS"]
    ),
    rest=st.binary(max_size=300),
)
def test_bytes_behind_each_magic_number(head, rest):
    only_its_own_errors(head + rest)


@pytest.fixture(scope="module")
def kept():
    with Quarantine() as held:
        yield held


@settings(FUZZ, max_examples=60)
@given(seed=st.sampled_from(CODED), edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes_of_coded_pictures_in_quarantine(kept, seed, edits):
    data = bytearray(seed)
    for where, value in edits:
        data[int(where * (len(data) - 1))] = value
    only_its_own_errors(bytes(data), kept.read)
