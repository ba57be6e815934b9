"""The quality gate: hands pass, bad pictures block, doubts warn, and every finding has its words."""

import numpy as np
import pytest

from forensix import imaging
from forensix.domain.case import Acquisition
from forensix.imaging import phantom
from forensix.imaging.quality import KINDS, SENTENCES, assess

NOTHING = Acquisition()


@pytest.fixture(scope="module")
def hands():
    return [phantom.hand(seed, size=(800, 600)) for seed in (0, 1, 2)]


def kinds(pixels, acquisition=NOTHING):
    return {finding.kind for finding in assess(np.ascontiguousarray(pixels), acquisition) if finding.blocks}


def test_a_hand_of_either_side_passes(hands):
    for pixels in hands:
        assert kinds(pixels) == set()
        assert kinds(pixels[:, ::-1]) == set()


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_blank(value):
    (finding,) = assess(np.full((300, 200), value, np.float32), NOTHING)
    assert (finding.kind, finding.blocks) == ("blank", True)
    assert finding.sentence
    assert finding.remedy


def test_noise():
    noise = np.random.default_rng(0).random((299, 299), np.float32)
    assert kinds(noise) == {"noise"}
    assert kinds(0.5 + 0.001 * (noise - 0.5)) == {"blank"}


def test_made_bad_pictures_block(hands):
    for pixels in hands:
        assert kinds(1 - pixels)
        assert kinds(pixels[::-1, ::-1])
        assert "sideways" in [finding.kind for finding in assess(np.ascontiguousarray(np.rot90(pixels)), NOTHING)]  # warns at least
        assert kinds(np.hstack([pixels, pixels[:, ::-1]]))
        assert kinds(pixels[: pixels.shape[0] // 2])


def test_the_inverted_picture_is_called_inverted(hands):
    assert "inverted" in kinds(1 - hands[0])


def test_clipping_and_a_declared_other_part_only_warn(hands):
    burnt = hands[0].copy()
    burnt[:100] = 1.0
    found = {finding.kind: finding for finding in assess(burnt, NOTHING)}
    assert not found["clipped"].blocks
    (hip,) = (finding for finding in assess(hands[0], Acquisition(body_part="HIP")) if finding.kind == "body_part")
    assert not hip.blocks
    assert "HIP" in hip.sentence
    assert assess(hands[0], Acquisition(body_part="HAND")) == assess(hands[0], NOTHING)


def test_blocking_findings_come_first_and_every_kind_has_its_words(hands):
    upside = hands[0][::-1, ::-1].copy()
    found = assess(upside, Acquisition(body_part="SKULL"))
    assert [finding.blocks for finding in found] == sorted((finding.blocks for finding in found), reverse=True)
    assert len(found) >= 2
    assert set(SENTENCES) == set(KINDS)


def test_real_hands_and_other_parts(forensix_data):
    """Twenty originals, one a small hand turned into a corner, one flat in a field of crooked corners; and other parts."""
    blocked = [path.stem for path in sorted((forensix_data / "fullres").glob("*.png")) if kinds(imaging.read(path.read_bytes())[1])]
    assert blocked in ([], ["1418"])

    def blocks(name):
        acquisition, pixels = imaging.read((forensix_data / "dicom" / name).read_bytes())
        return kinds(pixels, acquisition)

    assert not blocks("cr-hand-pa-jpeg2000-lossless.dcm")
    for name in ("cr-extremity-monochrome1-rle.dcm", "cr-hip-monochrome2-j2ki.dcm", "dx-monochrome1-8bit.dcm"):
        assert blocks(name)
