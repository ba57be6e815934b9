"""The heatmap's step in a real window: what came with the estimate, its checks in words, and further maps side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.domain.case import Examiner
from forensix.domain.examination import Saliency, SaliencyCheck
from forensix.domain.view import Window
from forensix.gui import heatmap
from forensix.gui.app import open_window
from forensix.gui.main_window import MainWindow
from forensix.imaging import phantom
from forensix.inference import saliency as methods
from tests.gui.test_whole_job import idle
from tests.support.patience import PATIENCE_S

MAP = np.array([[0.0, 1.0], [0.5, 0.2]], np.float32)
CHECKED = Saliency(
    "grad_cam",
    "layer4.2",
    "female",
    MAP,
    (2, 2),
    1.25,
    (
        SaliencyCheck("shift", 0.9, 0.7, True, "It stays."),
        SaliencyCheck("random_map", 0.6, 0.12, False, "It is no better."),
        SaliencyCheck("outside_hand", None, 0.75, None, "The hand was not found."),
    ),
)


def test_a_failed_check_is_said_as_plainly_as_a_passed_one() -> None:
    lines = [heatmap.check_line(check) for check in CHECKED.checks]
    assert [line.split(":")[0].split()[-1] for line in lines] == ["passed", "failed", "measured"]
    assert [line.split(": ")[1] for line in lines] == ["It stays.", "It is no better.", "The hand was not found."]


def test_a_map_says_its_grid_and_no_map_says_that() -> None:
    assert "2 \N{MULTIPLICATION SIGN} 2" in heatmap.facts(CHECKED) and "1.25" in heatmap.facts(CHECKED)
    assert "no map" in heatmap.facts(replace(CHECKED, map=None)) and "peak" not in heatmap.facts(replace(CHECKED, map=None))


def test_the_window_knows_every_method() -> None:
    assert set(heatmap.METHODS) == set(methods.names()) and all(heatmap.what_it_does(method) for method in methods.names())
    assert all(heatmap.follows_output(method) == methods.follows_target(method) for method in methods.names())


def test_a_small_picture_is_the_radiograph_with_the_map_s_own_blocks() -> None:
    pixels = np.full((600, 400), 0.5, np.float32)
    picture = heatmap.small_picture(pixels, Window(0.0, 1.0), CHECKED, side=100)
    assert picture.shape == (100, 67, 3) and len(np.unique(picture.reshape(-1, 3), axis=0)) == 4
    plain = heatmap.small_picture(pixels, Window(0.0, 1.0), replace(CHECKED, map=None), side=100)
    assert len(np.unique(plain)) == 1


@pytest.fixture
def window(qtbot: QtBot, tiny_models: Path, desk: Path) -> Iterator[MainWindow]:
    chosen = replace(settings.defaults(), casebook=desk / "casebook", added_models=tiny_models, model="tiny-resnet18", device="cpu")
    window = open_window(chosen)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    assert window.session.close(PATIENCE_S)


def test_from_the_estimate_to_maps_side_by_side(window: MainWindow, desk: Path, qtbot: QtBot) -> None:
    desk.mkdir(exist_ok=True)
    (desk / "hand.dcm").write_bytes(phantom.dicom(phantom.hand(21, size=(640, 480)), laterality="L"))
    window.doors.create(window.session.settings.casebook, Examiner("", "Anna Examiner"), blind_first=False)
    idle(window, qtbot)
    window.session.act(
        window,
        lambda laboratory, progress: (
            laboratory.open_case("PM-1", incident="Flood"),
            laboratory.receive("PM-1", [desk / "hand.dcm"]),
            laboratory.examine("PM-1"),
        ),
        lambda answer: None,
        title="prepare",
    )
    idle(window, qtbot)
    step = window.panel.heatmap
    assert not step.isVisible() and step.current is None
    window.panel.reveal()
    idle(window, qtbot)
    stored = step.current
    assert stored is not None and step.isVisible() and len(stored.checks) == 4, "opening the heatmap has it checked"
    assert [line[0] for line in step.checks.text().splitlines()] == [heatmap.check_line(check)[0] for check in stored.checks]
    assert [step.layer.itemData(place) for place in range(step.layer.count())] == ["", "layer4.1", "layer3.1", "layer2.1"]
    step.method.setCurrentIndex(step.method.findData("layer_cam"))
    step.layer.setCurrentIndex(step.layer.findData("layer3.1"))
    step.make.click()
    assert not step.make.isEnabled()
    idle(window, qtbot)
    pictures = step.findChildren(QToolButton)
    made = [one for one in pictures if one.icon().availableSizes() and "4 \N{MULTIPLICATION SIGN} 4" in one.text()]
    assert [one.text().split(",")[0] for one in made] == ["male", "female"] and step.make.isEnabled()
    made[1].click()
    assert step.current is not None and step.current.explains == "female" and "4 \N{MULTIPLICATION SIGN} 4" in step.facts.text()
    window.look_again()
    idle(window, qtbot)
    assert step.current.explains == "female"
    window.list.chosen.emit(None)
    window.list.chosen.emit(window.list.current())
    idle(window, qtbot)
    assert step.current is not None and step.current.checks == stored.checks, "and kept"
    book = window.session.casebook
    assert book is not None
    assert [event.details["heatmap"]["explains"] for event in book.events() if event.kind == "explained"] == ["male", "female"]
    assert [event.kind for event in book.events()].count("heatmap_checked") == 1
