"""Outline and grays: a hand that touches the upper border, is blurred, folded over or washed out is found; as it is, it is not."""

import cv2
import numpy as np
import pytest

from forensix.domain.case import Acquisition
from forensix.domain.view import Window, percentile_window, present
from forensix.imaging import phantom, segments
from forensix.imaging.quality import BESIDE, WIDEST, assess
from forensix.imaging.quality_measures import SIDE, measure

NOTHING = Acquisition()


@pytest.fixture(scope="module")
def hands():
    return [phantom.hand(seed, size=(800, 600)) for seed in (0, 3, 8)]


def found(pixels, acquisition=NOTHING):
    return {finding.kind: finding for finding in assess(np.ascontiguousarray(pixels, dtype=np.float32), acquisition)}


def grays(pixels):
    return present(pixels, percentile_window(pixels))


def blurred(pixels, sigma):
    return cv2.GaussianBlur(pixels, (0, 0), sigma * np.mean(pixels.shape) / SIDE)


def test_a_hand_as_it_is_has_no_finding(hands):
    for pixels in hands:
        assert found(pixels) == found(pixels[:, ::-1]) == {}


def test_fingertips_cut_off_block_and_the_sentence_says_where(hands):
    for pixels in hands:
        top = int(np.flatnonzero((pixels > 0.45).sum(axis=1) > 20)[0])
        finding = found(pixels[top + 90 :])["cut_off"]
        assert finding.blocks
        assert "upper border" in finding.sentence
        assert "fingertips" in finding.remedy


@pytest.mark.parametrize("sigma", [2.5, 4, 8])
def test_a_blurred_hand_blocks(hands, sigma):
    for pixels in hands:
        assert found(blurred(pixels, sigma))["unsharp"].blocks


def test_blur_is_found_under_grain(hands):
    grain = np.random.default_rng(0).standard_normal(hands[0].shape).astype(np.float32)
    assert found(np.clip(blurred(hands[0], 4) + 0.02 * grain, 0, 1))["unsharp"].blocks


@pytest.mark.parametrize(
    "fold",
    [
        lambda shown: (2 * shown) % 1.0,
        lambda shown: (4 * shown) % 1.0,
        lambda shown: (shown + 0.5) % 1.0,
        lambda shown: np.where(shown < 0.75, shown, shown - 0.75),
        lambda shown: np.minimum(shown, 1 - shown),
    ],
    ids=["highest bit lost", "two bits lost", "signed for unsigned", "wraps at 3/4", "solarised"],
)
def test_grays_folded_over_block(hands, fold):
    for pixels in hands:
        assert any(finding.blocks for finding in found(fold(grays(pixels))).values())


def test_lost_bits_are_called_folded(hands):
    finding = found((2 * grays(hands[0])) % 1.0)["folded"]
    assert finding.blocks
    assert "folded over" in finding.sentence


def test_a_window_that_clips_is_found_in_the_grays_and_in_the_files_own_window(hands):
    pixels = hands[0]
    low, high = (float(value) for value in np.percentile(pixels, (0, 50)))
    burnt = np.clip((pixels - low) / (high - low), 0, 1)
    assert found(burnt)["clipped"].blocks
    assert found(0.8 * burnt)["clipped"].blocks  # written below the top of the file's range
    assert found(pixels, Acquisition(windows=(Window(low, high),)))["clipped"].blocks
    sunk = found(pixels, Acquisition(windows=(Window(float(np.percentile(pixels, 85)), float(pixels.max())),)))["clipped"]
    assert (sunk.blocks, "black" in sunk.sentence) == (False, True)


def test_a_picture_that_is_blocked_for_its_posture_is_not_said_to_be_cut_at_the_fingertips(hands):
    upside = found(hands[0][::-1, ::-1])
    assert "rotated" in upside
    assert "cut_off" not in upside


def test_each_kind_is_said_once(hands):
    for pixels in hands:
        kinds = [finding.kind for finding in assess(np.ascontiguousarray(pixels[250:]), NOTHING)]
        assert len(kinds) == len(set(kinds))


def test_what_cannot_be_told_is_none():
    small = phantom.hand(1, size=(200, 150))
    assert measure(small, percentile_window(small)).sharpness is None
    ramp = np.tile(np.linspace(0, 1, 400, dtype=np.float32), (400, 1))
    nothing = measure(np.full_like(ramp, 0.5), Window(0.0, 1.0))
    assert (nothing.above, nothing.sharpness, nothing.ridges, nothing.jumps) == (None, None, None, None)


def test_a_bright_edge_of_the_field_that_runs_into_the_hand_is_no_cut(hands):
    """The field's edge above the fingers, joined to the hand: what touches the border is wider than any hand."""
    edged = hands[0][12:].copy()  # without the shutter
    edged[:200, 110:490] = np.maximum(edged[:200, 110:490], 0.6 * float(edged.max()))
    above = measure(edged, percentile_window(edged)).above
    assert above is not None
    assert above > WIDEST
    assert not {"unsharp", "folded"} & found(edged).keys()
    assert "upper border" not in " ".join(finding.sentence for finding in found(edged).values())


def askew(hand):
    """A flat film: the hand in a bright field of four unequal sides, its edges soft, in a black shutter on a gray plate."""
    field, lit = np.zeros(hand.shape, np.uint8), np.full(hand.shape, 0.45, np.float32)
    cv2.fillConvexPoly(lit, np.array([(20, 250), (430, 140), (590, 690), (130, 790)]), 0.40)
    cv2.fillConvexPoly(field, np.array([(90, 330), (470, 315), (500, 720), (150, 730)]), 1)
    small = grays(cv2.resize(hand[90:, 120:], (330, 390), interpolation=cv2.INTER_AREA))
    inside = np.zeros_like(hand)
    inside[325:715, 140:470] = np.sqrt(np.maximum(small - np.median(small), 0))  # thin parts nearly as bright as thick ones
    soft = cv2.GaussianBlur(field.astype(np.float32), (0, 0), 8)
    return np.asarray(lit * (1 - soft) + soft * (0.72 + 0.12 * inside), dtype=np.float32)


def test_the_hand_is_found_in_a_field_of_any_corners_and_judged_by_itself(hands):
    """A field that is taken for the hand has soft edges alone, and a sharp flat film was called unsharp."""
    for pixels in hands:
        assert "unsharp" not in found(askew(pixels))
        assert found(blurred(askew(pixels), 4))["unsharp"].blocks


def test_a_speck_is_no_field_to_look_for_a_hand_in(hands):
    speck = np.zeros((299, 299), np.float32)
    speck[146:153, 146:153] = 1.0
    assert measure(speck, Window(0.0, 1.0)).sharpness is None


def without_thumb(pixels, share):
    """So much of the hand's width off at its right."""
    shown = cv2.resize(grays(pixels), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    columns = np.flatnonzero(segments.find(shown).hand.any(axis=0)) * pixels.shape[1] / SIDE
    return pixels[:, : round(columns[-1] - share * (columns[-1] - columns[0]))]


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_hand_that_runs_into_a_side_is_said_to(hands, mirrored):
    for pixels in hands:
        tipless, thumbless = (without_thumb(pixels, share)[:, :: -1 if mirrored else 1] for share in (1 / 8, 1 / 2))
        assert measure(np.ascontiguousarray(tipless), percentile_window(tipless)).beside > BESIDE
        finding = found(tipless)["cut_off"]
        assert "side" in finding.sentence or "left or right border" in finding.sentence
        assert found(thumbless)["cut_off"].blocks


def test_a_forearm_that_leaves_at_a_side_is_no_cut(hands):
    pixels = hands[0].copy()
    pixels[700:, :300] = np.maximum(pixels[700:, :300], 0.5)
    assert measure(pixels, percentile_window(pixels)).beside == 0.0


def test_brightest_grays_turned_over_block_where_no_dark_line_is_drawn(hands):
    for pixels in hands:
        shown = grays(pixels)
        finding = found(np.minimum(shown, 1.5 - shown))["folded"]
        assert finding.blocks
        assert "end abruptly" in finding.sentence


def test_bones_clipped_to_one_gray_warn(hands):
    """Less of the picture than the share at its top tells, written below the top of the file's range, and in the file's own window."""
    pixels = hands[0]
    clipped = np.minimum(pixels, float(np.percentile(pixels, 98)))
    wide = Acquisition(windows=(Window(0.0, 1.0),))
    finding = found(clipped, wide)["clipped"]
    assert not finding.blocks
    assert "all of one gray" in finding.sentence
    assert "clipped" not in found(pixels, wide)


def test_a_window_in_which_nothing_shows_blocks(hands):
    """As a VOI LUT does that was written for the stored values and stands behind a modality LUT."""
    finding = found(hands[0], Acquisition(windows=(Window(0.95, 1.0),)))["clipped"]
    assert finding.blocks
    assert "full black" in finding.sentence


def test_a_bright_field_edge_over_the_fingertips_is_no_hand_at_the_sides(hands):
    edged = hands[0][12:].copy()
    edged[:150] = np.maximum(edged[:150], 0.6 * float(edged.max()))
    assert not measure(edged, percentile_window(edged)).beside


def test_a_hand_cut_off_at_the_wrist_is_found(hands):
    for pixels in hands:
        cut = found(pixels[: round(0.62 * len(pixels))])["cut_off"]
        assert cut.blocks
