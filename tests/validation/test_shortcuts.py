"""The parts of a made-up hand are found and masked, twins show the same hand, and a network that reads a marker is found out."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensix.domain.view import Pixels
from forensix.imaging import phantom, segments
from forensix.validation import alterations, shortcuts
from forensix.validation.beyond_age import sex_beyond_age
from forensix.validation.shortcuts import Read
from tests.validation.test_metrics import predictions

MARKER = (slice(20, 60), slice(15, 50))


@pytest.fixture(scope="module")
def picture() -> Pixels:
    """A made-up hand in a collimated field, with a marker beside it."""
    hand = phantom.hand(5, size=(400, 300))
    hand = (hand - hand.min()) / (hand.max() - hand.min())
    shown = 0.08 + 0.9 * hand
    shown[MARKER] = 1.0
    return shown.astype(np.float32)


def test_hand_bones_and_marker_are_found(picture: Pixels) -> None:
    parts = segments.find(picture)
    assert parts is not None
    bright = picture > 0.6
    bright[MARKER] = False
    assert parts.hand[bright].mean() > 0.95
    assert not parts.hand[MARKER].any()
    assert parts.markers[MARKER].mean() > 0.9
    assert not (parts.bones & ~parts.hand).any()
    assert picture[parts.bones].mean() > picture[parts.hand & ~parts.bones].mean()


def test_a_collimated_field_is_found_round_the_hand(picture: Pixels) -> None:
    framed = np.zeros((600, 500), dtype=np.float32)
    framed[100:500, 100:400] = 0.35 + 0.6 * picture
    parts = segments.find(framed)
    assert parts is not None
    assert parts.field[:90].sum() == 0 and parts.field[150:450, 150:350].all()
    assert not parts.hand[:90].any()


@pytest.mark.parametrize("value", [0.0, 0.5])
def test_where_no_hand_stands_out_none_is_found(value: float) -> None:
    assert segments.find(np.full((299, 299), value, dtype=np.float32)) is None


def test_masks_take_away_what_they_say_and_leave_the_hand(picture: Pixels) -> None:
    parts = segments.find(picture)
    assert parts is not None
    for name, mask in alterations.MASKED.items():
        masked = mask(picture, parts)
        assert masked.shape == picture.shape and masked.dtype == np.float32
        assert name == "borders masked" or masked[30:50, 20:45].mean() < 0.5, name
    assert np.array_equal(alterations.without_background(picture, parts)[parts.hand], picture[parts.hand])
    assert len(np.unique(alterations.silhouette(picture, parts))) == 2


def test_twins_show_the_same_hand(picture: Pixels) -> None:
    for name, (twin, against) in alterations.TWINS.items():
        shown = twin(picture)
        assert shown.shape == picture.shape and shown.min() >= 0.0 and shown.max() <= 1.0
        assert against in (alterations.PLAIN, *alterations.TWINS), name
    assert np.abs(alterations.mirrored(alterations.mirrored(picture)) - picture).max() == 0.0
    eight, twelve = (alterations.in_bits(bits)(picture) for bits in (8, 12))
    assert 1 / 8192 < np.abs(eight - twelve).max() <= 0.5 / 255 + 0.5 / 4095


def test_shares_are_of_those_whose_hand_was_found() -> None:
    plain = [Read("male", "male", 1.0), Read("female", "female", -1.0), Read("male", "male", 2.0)]
    masked = [Read("male", "male", 0.8), None, Read("indeterminate", "female", -0.5)]
    row = shortcuts._compared(
        "silhouette only", "as it is", {"as it is": list(plain), "silhouette only": masked}, ["male", "female", "male"]
    )
    assert row["not_segmented"] == 1
    assert row["outcome_unchanged"]["value"] == row["forced_choice_unchanged"]["value"] == row["accuracy"]["value"] == 0.5
    assert row["median_change_log10_lr"] == pytest.approx(1.35)
    assert (row["other_sex"]["value"], row["no_sex"]["value"], row["no_sex"]["n"]) == (0.0, 0.5, 2)
    assert "| 0 of 2 | 1 of 2 |" in " | ".join(("", *shortcuts.cells(row), ""))
    turned = shortcuts._compared(
        "mirrored copy", "as it is", {"as it is": list(plain), "mirrored copy": plain[1:] + plain[:1]}, ["male"] * 3
    )
    assert turned["other_sex"]["value"] == pytest.approx(2 / 3) and turned["no_sex"]["value"] == 0.0


def test_a_network_that_knows_only_the_age_reads_nothing_beyond_it() -> None:
    random = np.random.default_rng(2)
    hands = [
        replace(p, sex="male" if random.random() < (0.2 if (p.bone_age_months or 0) < 120 else 0.8) else "female") for p in predictions(800)
    ]
    by_age = [replace(p, log10_lr_unbounded=1.0 if (p.bone_age_months or 0) >= 120 else -1.0) for p in hands]
    knowing = [replace(p, log10_lr_unbounded=1.0 if p.sex == "male" else -1.0) for p in hands]
    blind, seeing = (sex_beyond_age(given, 200) for given in (by_age, knowing))
    assert blind is not None and blind["margin"]["value"] <= 0.0
    assert seeing is not None and seeing["margin"]["low"] > 0.1
    assert sum(one["n"] for one in seeing["years"]) <= 800
    assert sex_beyond_age([replace(p, bone_age_months=None) for p in hands]) is None


def test_a_run_leaves_its_tables(tiny_models: Path, tmp_path: Path) -> None:
    lines = ["path,subject,sex,bone_age_months"]
    for index in range(2):
        (tmp_path / f"{index}.png").write_bytes(phantom.png(phantom.hand(index, size=(240, 180)), bits=8))
        lines.append(f"{index}.png,s{index},{'MF'[index]},100")
    (tmp_path / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    found = shortcuts.run(tiny_models / "tiny-resnet18", tmp_path / "labels.csv", tmp_path / "out")
    assert found == json.loads((tmp_path / "out" / "shortcuts.json").read_text(encoding="utf-8"))
    assert (found["n"], len(found["masked"]), len(found["twins"]), found["sex_beyond_age"]) == (2, 5, 7, None)
    text = (tmp_path / "out" / "shortcuts.md").read_text(encoding="utf-8")
    assert "| silhouette only |" in text and "| turned by 2 degrees |" in text
    assert "silhouette only" in "".join(shortcuts.as_html(found))
