"""The radiograph column's own lines and words: what they say, and that they are seen whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from forensix.domain.case import Acquisition, Radiograph, Side
from forensix.domain.mark import Mark, MarkKind, Shape
from forensix.domain.raster import raster_of
from forensix.domain.view import Window
from forensix.gui.flow import ToolRow
from forensix.gui.marks import LINE
from forensix.gui.radiograph_column import RadiographColumn

CALIBRATED = Acquisition(rows=400, columns=300, pixel_spacing_mm=(0.17, 0.17), spacing_trusted=True)


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[RadiographColumn]:
    made = RadiographColumn()
    qtbot.addWidget(made)
    made.resize(620, 620)
    with qtbot.waitExposed(made):
        made.show()
    item = Radiograph("r", "s", "a" * 64, "b" * 64, "hand.dcm", CALIBRATED, side=Side.LEFT)
    made.show_radiograph(item, raster_of(np.full((400, 300), 0.5, np.float32)), Window(0.0, 1.0))
    yield made


def test_the_header_says_that_the_screen_exchanges_left_and_right(column: RadiographColumn) -> None:
    said = column.header.text()
    assert said.startswith("LEFT")
    column.view.mirror()
    assert column.header.text().startswith("SHOWN MIRRORED") and column.header.text().endswith(said)
    column.steps.undo()
    assert column.header.text() == said


def test_the_words_of_a_mark_stay_in_a_narrow_view(column: RadiographColumn) -> None:
    """Words that fit on neither side of their point once lost the measure at their beginning."""
    column.view.setFixedWidth(240)
    QApplication.processEvents()
    shape = Shape(MarkKind.RULER, ((150.0, 100.0), (150.0, 300.0)), "third proximal phalanx")
    column.pen.show_marks(CALIBRATED, [Mark("m", "r", "x", "Anna Examiner", shape, datetime.now(UTC))], "")
    picture = column.view.grab().toImage()
    end = column.view.from_radiograph(QPointF(150.0, 300.0))
    row = range(int(end.y()) + 5, int(end.y()) + 20)
    inked = [x for x in range(picture.width()) for y in row if _near(picture.pixelColor(x, y), LINE)]
    words = column.view.fontMetrics().horizontalAdvance(column.pen.said(column.pen.marks[0]))
    assert words < column.view.width()
    assert max(inked) - min(inked) == pytest.approx(words, abs=4)


@pytest.mark.parametrize("width", [240, 420, 620, 1200])
def test_no_tool_is_hidden_however_narrow_the_column(column: RadiographColumn, width: int) -> None:
    column.allow_marks(True)
    column.resize(width, 700)
    QApplication.processEvents()
    row = column.findChild(ToolRow)
    assert row is not None
    tools = [one for one in row.findChildren(QToolButton) if one.isVisible()]
    assert len(tools) == 14
    places = [one.geometry() for one in tools]
    assert all(row.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert width == 620 or (len({place.top() for place in places}) == 1) is (width == 1200)
    assert column.view.height() > 150
    column.allow_marks(False)
    assert sum(one.isVisible() for one in tools) == 10


def _near(one: QColor, other: QColor) -> bool:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 60
