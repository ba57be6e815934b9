"""On real radiographs, where FORENSIX_DATA names them: every file's result is stated."""

import csv

import numpy as np
import pytest
from PIL import Image

from forensix import imaging
from forensix.domain.errors import UnreadableRadiograph

READ = {
    "cr-extremity-monochrome1-j2kr.dcm": (1760, 1760),
    "cr-extremity-monochrome1-jlsl.dcm": (1760, 1760),
    "cr-extremity-monochrome1-jpll.dcm": (1760, 1760),
    "cr-extremity-monochrome1-rle.dcm": (1760, 1760),
    "cr-hand-pa-jpeg2000-lossless.dcm": (2500, 2048),
    "cr-hip-monochrome2-j2ki.dcm": (2140, 1760),
    "dx-monochrome1-8bit.dcm": (169, 211),
}


def read(path):
    return imaging.read(path.read_bytes(), path.name)


def test_every_dicom_file_is_listed_here(forensix_data):
    assert {path.name for path in (forensix_data / "dicom").iterdir()} == {*READ, "cr-extremity-monochrome1-jply.dcm"}


@pytest.mark.parametrize(("name", "shape"), READ.items())
def test_dicom_files_that_are_read(forensix_data, name, shape):
    acquisition, pixels = read(forensix_data / "dicom" / name)
    assert pixels.shape == shape
    assert 0.0 <= pixels.min() < pixels.max() <= 1.0
    assert len(acquisition.windows) == 1
    assert not any("reader noted" in warning for warning in acquisition.warnings)
    assert acquisition.lossy is ("j2ki" in name)


def test_four_transfer_syntaxes_of_one_radiograph_give_the_same_pixels(forensix_data):
    twins = [read(forensix_data / "dicom" / f"cr-extremity-monochrome1-{form}.dcm")[1] for form in ("j2kr", "jlsl", "jpll", "rle")]
    assert all(np.array_equal(twin, twins[0]) for twin in twins)


def test_the_broken_one_is_refused_with_a_sentence(forensix_data):
    with pytest.raises(UnreadableRadiograph, match="12-bit JPEG contradicts") as caught:
        read(forensix_data / "dicom" / "cr-extremity-monochrome1-jply.dcm")
    assert caught.value.remedy


def test_the_hand_says_what_its_header_says(forensix_data):
    acquisition, _ = read(forensix_data / "dicom" / "cr-hand-pa-jpeg2000-lossless.dcm")
    assert (acquisition.body_part, acquisition.view, acquisition.modality) == ("HAND", "PA", "CR")
    assert acquisition.pixel_spacing_mm == (0.115, 0.115)
    assert not acquisition.spacing_trusted
    assert not acquisition.lossy


def test_full_size_originals(forensix_data):
    with (forensix_data / "fullres" / "labels.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 20
    for row in rows:
        acquisition, pixels = read(forensix_data / "fullres" / row["path"])
        assert pixels.shape == (int(row["rows"]), int(row["columns"]))
        assert not acquisition.lossy


def test_a_sample_of_the_webp_radiographs_is_read_as_training_read_them(forensix_data):
    paths = sorted((forensix_data / "hand-radiographs" / "images").iterdir())[::200]
    assert len(paths) > 50
    for path in paths:
        acquisition, pixels = read(path)
        with Image.open(path) as picture:
            assert np.array_equal(pixels, np.asarray(picture.convert("L"), np.float32) / np.float32(255))
        assert acquisition.lossy
