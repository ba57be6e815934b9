"""The spoilings of benchmarks/gate_trial.py spoil and stay pictures; the page has a row for each."""

from pathlib import Path

import numpy as np
import pytest

from forensix.imaging import phantom
from tests.support.scripts import script

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def spoilings():
    return script("benchmarks/spoilings.py")


def test_every_spoiling_changes_the_hand_and_leaves_a_picture(spoilings):
    hand = phantom.hand(2, size=(400, 300))
    for name, spoil in spoilings.SPOILINGS.items():
        spoiled = np.asarray(spoil(hand, spoilings.Random(0)))
        assert spoiled.ndim == 2 and spoiled.min() >= 0.0 and spoiled.max() <= 1.0, name
        assert np.array_equal(spoiled, hand) == (name == spoilings.UNSPOILED), name


def test_a_cut_takes_its_share_of_the_hand_and_not_of_the_picture(spoilings):
    hand = phantom.hand(2, size=(400, 300))
    top, bottom, _, _ = spoilings.box(hand)
    assert top > 20
    cut = spoilings.cut("fingertips", 0.25)(hand, spoilings.Random(0))
    assert np.array_equal(cut, hand[top + round(0.25 * (bottom - top)) :])


def test_drawings_are_different_pictures_from_seed_to_seed(spoilings):
    for name, draw in spoilings.DRAWINGS.items():
        one, other = (draw(spoilings.Random(seed)) for seed in (0, 1))
        assert one.shape == spoilings.CANVAS and one.dtype == np.float32 and 0.0 <= one.min() <= one.max() <= 1.0, name
        assert not np.array_equal(one, other), name


def test_the_page_has_a_row_for_each(spoilings):
    page = (ROOT / "docs" / "reference" / "quality-gate.md").read_text(encoding="utf-8")
    block = page.split("<!-- trial:begin -->")[1].split("<!-- trial:end -->")[0]
    missing = [name for name in (*spoilings.SPOILINGS, *spoilings.DRAWINGS) if f"\n| {name} |" not in block]
    assert missing == [], "run benchmarks/gate_trial.py MODEL --page docs/reference/quality-gate.md"
