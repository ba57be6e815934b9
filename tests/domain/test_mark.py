"""What marks measure, and when millimetres may be said."""

from __future__ import annotations

import math

import pytest

from forensix.domain.case import Acquisition
from forensix.domain.mark import LONGEST_TEXT, MarkKind, Measure, Shape, measured

RULER = Shape(MarkKind.RULER, ((10.0, 20.0), (40.0, 60.0)))


def test_millimetres_need_a_spacing_that_is_calibrated_at_the_hand() -> None:
    assert measured(RULER, Acquisition()) == Measure(50.0, "px")
    assert measured(RULER, Acquisition(pixel_spacing_mm=(0.1, 0.1))) == Measure(50.0, "px")
    trusted = Acquisition(pixel_spacing_mm=(0.1, 0.1), spacing_trusted=True)
    found = measured(RULER, trusted)
    assert found is not None
    assert (found.value, found.unit) == (pytest.approx(5.0), "mm")


def test_spacing_is_rows_then_columns() -> None:
    tall = Acquisition(pixel_spacing_mm=(0.2, 0.1), spacing_trusted=True)
    down = measured(Shape(MarkKind.RULER, ((0, 0), (0, 100))), tall)
    across = measured(Shape(MarkKind.RULER, ((0, 0), (100, 0))), tall)
    assert down is not None
    assert across is not None
    assert (down.value, across.value) == (pytest.approx(20.0), pytest.approx(10.0))


@pytest.mark.parametrize(
    ("arm", "degrees"), [((10.0, 0.0), 0.0), ((0.0, -10.0), 90.0), ((0.0, 10.0), 90.0), ((-10.0, 0.0), 180.0), ((10.0, -10.0), 45.0)]
)
def test_angle_is_what_lies_between_the_arms(arm: tuple[float, float], degrees: float) -> None:
    found = measured(Shape(MarkKind.ANGLE, ((10.0, 0.0), (0.0, 0.0), arm)), Acquisition())
    assert found is not None
    assert found.value == pytest.approx(degrees)


def test_angle_takes_pixels_that_are_not_square_for_what_they_are() -> None:
    shape = Shape(MarkKind.ANGLE, ((10.0, 0.0), (0.0, 0.0), (10.0, -10.0)))
    found = measured(shape, Acquisition(pixel_spacing_mm=(0.2, 0.1)))
    assert found is not None
    assert found.value == pytest.approx(math.degrees(math.atan(2)))


def test_arrow_and_text_measure_nothing() -> None:
    assert measured(Shape(MarkKind.ARROW, ((0, 0), (1, 1)), "sesamoid"), Acquisition()) is None
    assert measured(Shape(MarkKind.TEXT, ((0, 0),), "骨"), Acquisition()) is None


@pytest.mark.parametrize(
    ("kind", "points", "text"),
    [
        (MarkKind.RULER, ((0.0, 0.0),), ""),
        (MarkKind.ANGLE, ((0.0, 0.0), (1.0, 1.0)), ""),
        (MarkKind.ARROW, ((0.0, 0.0), (math.nan, 1.0)), ""),
        (MarkKind.TEXT, ((0.0, 0.0),), "  "),
        (MarkKind.TEXT, ((0.0, 0.0),), "x" * (LONGEST_TEXT + 1)),
    ],
)
def test_a_shape_that_cannot_be_is_refused(kind: MarkKind, points: tuple[tuple[float, float], ...], text: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        Shape(kind, points, text)


def test_a_measure_is_said_with_its_unit() -> None:
    assert [str(Measure(12.34, unit)) for unit in ("mm", "px", "degrees")] == ["12.3 mm", "12 px", "12.3°"]
