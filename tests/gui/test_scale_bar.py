"""The scale bar: as long on the screen as it says, at every zoom and turn; none where no spacing is known; never in picture or recipe."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from forensix.domain.case import Acquisition, Radiograph
from forensix.domain.raster import raster_of
from forensix.domain.view import Window
from forensix.gui.compare import Mode, Shown
from forensix.gui.radiograph_column import RadiographColumn
from forensix.gui.scale_bar import COLOUR, MARGIN
from tests.gui.test_radiograph_view import shot

BLACK = raster_of(np.zeros((400, 300), np.float32))
PLATE = Acquisition(pixel_spacing_mm=(0.1, 0.2))
HAND = Acquisition(pixel_spacing_mm=(0.1, 0.2), spacing_trusted=True)
SCAN = Acquisition(pixel_spacing_mm=(0.1, 0.2), transfer_syntax="png")


@pytest.fixture
def column(qtbot: QtBot) -> RadiographColumn:
    made = RadiographColumn()
    qtbot.addWidget(made)
    made.resize(620, 620)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(column: RadiographColumn, acquisition: Acquisition) -> None:
    column.show_radiograph(Radiograph("r", "s", "", "", "hand.dcm", acquisition), BLACK, Window(0.0, 1.0))


def drawn_mm(column: RadiographColumn) -> float:
    """How much of the radiograph lies under the bar that is seen, from its first pixel to its last."""
    bright = np.flatnonzero(shot(column.view)[column.view.height() - round(MARGIN), :, 0] > COLOUR.red() - 40)
    if not bright.size:
        return 0.0
    one, other = (column.view.to_radiograph(QPointF(float(at), 0.0)) for at in (bright[0], bright[-1]))
    return math.hypot((other.x() - one.x()) * 0.2, (other.y() - one.y()) * 0.1)


def said_mm(column: RadiographColumn) -> float:
    return column.stage.bar.length_mm(column.view.width())


@pytest.mark.parametrize("steps", [(), ("zoom",), ("zoom", "turn"), ("turn", "mirror"), ("fine", "zoom", "zoom")])
def test_it_is_as_long_as_it_says_however_the_radiograph_lies(column: RadiographColumn, steps: tuple[str, ...]) -> None:
    """The rows stand closer than the columns: a bar that did not follow the turn would lie by a factor of two."""
    show(column, HAND)
    view = column.view
    ways = {"zoom": lambda: view.zoom(1.7), "turn": lambda: view.turn(90), "fine": lambda: view.turn(30), "mirror": view.mirror}
    for step in steps:
        ways[step]()
    assert drawn_mm(column) == pytest.approx(said_mm(column), abs=4 * column.stage.bar.mm_per_pixel)
    assert 1 / 11 < said_mm(column) / (column.stage.bar.mm_per_pixel * view.width()) <= 1 / 4


def test_it_says_a_shorter_length_where_it_is_nearer(column: RadiographColumn) -> None:
    show(column, HAND)
    far = said_mm(column)
    column.view.zoom(8)
    assert said_mm(column) < far


@pytest.mark.parametrize(
    ("acquisition", "said"), [(HAND, "calibrated"), (PLATE, "at the detector, not at the hand"), (SCAN, "by the file's dots per inch")]
)
def test_it_says_whose_spacing_it_is(column: RadiographColumn, acquisition: Acquisition, said: str) -> None:
    show(column, acquisition)
    assert column.stage.bar.words(20.0) == f"2 cm, {said}"
    assert column.stage.bar.words(5.0) == f"5 mm, {said}"


def test_there_is_none_without_a_spacing_and_none_when_it_is_switched_off(column: RadiographColumn) -> None:
    show(column, Acquisition())
    assert shot(column.view).max() == 0
    show(column, PLATE)
    assert shot(column.view).max() > 200
    switch = next(one for one in column.view_actions if one.shortcut().toString() == "M")
    switch.trigger()
    assert shot(column.view).max() == 0
    switch.trigger()
    assert shot(column.view).max() > 200


def test_it_is_no_part_of_the_picture_or_of_what_is_kept_with_a_conclusion(column: RadiographColumn) -> None:
    show(column, HAND)
    column.view.sharpen()
    with_bar, kept = shot(column.view), column.view_recipe()
    picture = column.view.picture().convertToFormat(QImage.Format.Format_Grayscale8)
    assert with_bar.max() > 200
    assert max(bytes(picture.constBits())) == 0
    column.stage.show_bars(False)
    assert column.view_recipe() == kept


def test_compared_radiographs_have_one_each_and_a_blend_of_two_scales_none(column: RadiographColumn, qtbot: QtBot) -> None:
    show(column, HAND)
    column.compare_with(Shown("other.dcm", PLATE, BLACK, Window(0.0, 1.0)))
    qtbot.waitUntil(lambda: column.stage.other.isVisible() and column.stage.other.width() > 100)
    assert shot(column.view).max() > 200 and shot(column.stage.other).max() > 200
    column.set_mode(Mode.BLEND)
    assert shot(column.view).max() > 200, "the same scale on both"
    column.stage.set_linked(False)
    column.view.zoom(1.5)
    assert shot(column.view).max() == 0
    column.set_mode(Mode.SIDE)
    column.stage.leave()
