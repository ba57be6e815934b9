"""The two themes: text stands out from its ground, edges and keyboard focus are seen, and text grows with its setting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forensix.gui import theme
from forensix.gui.parts import button, label

TEXT, GRAPHIC = 4.5, 3.0
"""Least contrast of text, and of what shows where something is (WCAG 2.2, 1.4.3 and 1.4.11)."""


@pytest.fixture(params=["dark", "light"])
def worn(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[theme.Theme]:
    yield theme.wear(qapp, request.param)
    theme.wear(qapp, "dark")


def test_text_stands_out_from_its_ground(worn: theme.Theme) -> None:
    grounds = (worn.window, worn.base, worn.raised)
    pairs = [(colour, ground) for colour in (worn.text, worn.faint) for ground in grounds]
    pairs += [(worn.saved, worn.window), (worn.on_accent, worn.accent), (worn.on_warning, worn.warning)]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


def test_edges_focus_and_warnings_are_seen(worn: theme.Theme) -> None:
    pairs = [(colour, ground) for colour in (worn.edge, worn.accent, worn.warning) for ground in (worn.window, worn.raised)]
    assert [pair for pair in pairs if contrast(*pair) < GRAPHIC] == []


def test_buttons_are_drawn_in_the_colours_of_the_theme(worn: theme.Theme, qtbot: QtBot) -> None:
    """What a style makes of a colour is what is read: gradients once made white on blue too faint."""
    sheet = QWidget()
    qtbot.addWidget(sheet)
    plain, primary = button("Plain", "", lambda: None), button("Primary", "", lambda: None, primary=True)
    column = QVBoxLayout(sheet)
    for one in (plain, primary):
        column.addWidget(one)
    sheet.show()
    with qtbot.waitExposed(sheet):
        sheet.activateWindow()
    primary.setFocus()
    qtbot.waitUntil(primary.hasFocus)
    assert contrast(ground_of(primary), worn.on_accent) >= TEXT
    assert contrast(ground_of(plain), worn.text) >= TEXT
    before = plain.grab().toImage()
    plain.setFocus()
    qtbot.waitUntil(plain.hasFocus)
    after = plain.grab().toImage()
    edge = QColor(after.pixel(after.width() // 2, 1)).name()
    assert before != after
    assert contrast(edge, worn.window) >= GRAPHIC


def ground_of(one: QPushButton) -> str:
    seen: QImage = one.grab().toImage()
    return QColor(seen.pixel(6, seen.height() // 2)).name()


def test_text_grows_with_its_setting(qapp: QApplication, qtbot: QtBot) -> None:
    plain, large = label("Outcome"), label("Outcome", "outcome")
    for one in (plain, large):
        qtbot.addWidget(one)

    def heights() -> list[int]:
        for one in (plain, large):
            one.ensurePolished()
        return [one.fontMetrics().height() for one in (plain, large)]

    usual = heights()
    theme.wear(qapp, "dark", 150)
    grown = heights()
    theme.wear(qapp, "dark")
    assert [new / old for new, old in zip(grown, usual, strict=True)] == pytest.approx([1.5, 1.5], rel=0.1)
    assert heights() == usual


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
