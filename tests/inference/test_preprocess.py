"""Preprocessing: the card's words are understood or refused, and a radiograph arrives as the training radiographs did."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensix import imaging
from forensix.domain.view import Window, percentile_window
from forensix.inference.preprocess import Preprocess, fit, prepare, squash
from forensix.training.data import decode
from forensix.validation.manifest import read

PREPROCESS = Preprocess(size=160, mean=0.449, sd=0.226)
WHOLE = Window(0.0, 1.0)


def picture(rows: int = 400, columns: int = 300) -> np.ndarray:
    y, x = np.mgrid[:rows, :columns]
    return (0.5 + 0.25 * np.sin(y / 31) + 0.25 * np.cos(x / 17)).astype(np.float32)


def test_shape_type_and_normalisation() -> None:
    found = prepare(picture(), WHOLE, PREPROCESS)
    assert found.shape == (1, 160, 160)
    assert found.dtype == np.float32
    assert found.flags.c_contiguous
    plain = fit(squash(picture(), WHOLE, PREPROCESS), PREPROCESS)
    assert np.allclose(found[0] * 0.226 + 0.449, plain, atol=1e-6)


def test_squash_is_pillows_antialiased_bilinear_by_way_of_299() -> None:
    levels = (picture() * 255).round().astype(np.uint8)
    expected = np.asarray(Image.fromarray(levels).resize((299, 299), Image.Resampling.BILINEAR), dtype=np.float32) / 255
    found = squash((levels / np.float32(255)).astype(np.float32), WHOLE, PREPROCESS)
    # Pillow rounds an 8-bit picture after the rows and again after the columns; float does not.
    assert np.abs(found - expected).max() <= 1.01 / 255
    assert np.abs(found - expected).mean() <= 0.4 / 255


def test_rows_and_columns_are_stretched_independently_and_nothing_is_cropped() -> None:
    pixels = np.zeros((600, 200), np.float32)
    pixels[300:] = 1.0
    found = fit(squash(pixels, WHOLE, PREPROCESS), PREPROCESS)
    assert found[:78].max() < 0.01
    assert found[82:].min() > 0.99


def test_mirrored_is_the_mirror_image_exactly() -> None:
    assert np.array_equal(prepare(picture(), WHOLE, PREPROCESS, mirrored=True), prepare(picture(), WHOLE, PREPROCESS)[..., ::-1])


def test_reading_does_not_write() -> None:
    pixels = picture()
    pixels.flags.writeable = False
    prepare(pixels, percentile_window(pixels), PREPROCESS)


def test_the_card_is_read_back_as_written() -> None:
    assert Preprocess.from_card(PREPROCESS.to_card()) == PREPROCESS


@pytest.mark.parametrize(
    "change",
    [
        {"version": "2"},
        {"squash": False},
        {"resize": "OpenCV"},
        {"channels": 3},
        {"size": 0},
        {"sd": 0.0},
        {"mean": float("nan")},
        {"new": 1},
    ],
)
def test_what_is_not_understood_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="preprocess"):
        Preprocess.from_card(PREPROCESS.to_card() | change)


def test_a_missing_key_is_refused() -> None:
    with pytest.raises(ValueError, match="preprocess"):
        Preprocess.from_card({"size": 160})


def test_full_size_originals_look_to_the_network_as_their_twins_of_299_pixels(forensix_data: Path) -> None:
    small = {row.subject: row.path for row in read(forensix_data / "hand-radiographs" / "labels.csv").rows}
    apart = []
    for row in read(forensix_data / "fullres" / "labels.csv").rows:
        large, twin = decode(row.path), decode(small[row.subject])
        # At one window: the percentiles of a full-size original are not quite those of its twin.
        voi = percentile_window(twin)
        apart.append(float(np.abs(fit(squash(large, voi, PREPROCESS), PREPROCESS) - fit(squash(twin, voi, PREPROCESS), PREPROCESS)).mean()))
    assert len(apart) == 20
    assert max(apart) < 0.02


def test_training_decodes_as_the_evidence_path_reads(forensix_data: Path) -> None:
    rows = read(forensix_data / "hand-radiographs" / "labels.csv").rows
    for row in rows[:: len(rows) // 15]:
        assert np.array_equal(decode(row.path), imaging.read(row.path.read_bytes())[1])
