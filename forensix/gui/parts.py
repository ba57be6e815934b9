"""The small pieces that every column is made of: labels, buttons and actions, each with its name, shortcut and tooltip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from forensix.gui import keys

FRAME = QSize(8, 40)
"""What a window manager draws around a window, at the most."""
WHOLE = "whole"


def label(text: str = "", name: str = "", *, wrap: bool = False, says: str = "") -> QLabel:
    """A label in one of the theme's styles ("heading", "faint", "outcome", ...); its text can be copied when it wraps.

    Parameters
    ----------
    says : str
        What a screen reader calls it.
    """
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAccessibleName(says)
    if wrap:
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class Elided(QLabel):
    """A label in one line that gives way where there is little room: it is cut off, in the middle unless told, and its tooltip says all."""

    def __init__(self, name: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._mode = mode
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(4 * self.fontMetrics().averageCharWidth(), 1000))

    def cut(self) -> str:
        """What of the text there is room for."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text() if self.cut() != self.text() else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        role, enabled = QPalette.ColorRole.WindowText, self.isEnabled()
        aligned = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(QPainter(self), self.contentsRect(), aligned, self.palette(), enabled, self.cut(), role)


class Push(QPushButton):
    """A push button that Enter presses too, wherever it has the focus; Qt's own wants the space bar outside of dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, tip: str, slot: Callable[..., Any], *, key: str = "", primary: bool = False) -> QPushButton:
    """A push button whose tooltip ends with the shortcut of the action that does the same; `key` is the one that it ships with."""
    made = Push(text)
    made.setObjectName("primary" if primary else "")
    keys.tell(made, key, tip)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: slot())
    return made


def make_primary(push: QPushButton, primary: bool) -> None:
    """Let a button look like the next thing to do, or like any other."""
    name = "primary" if primary else ""
    if push.objectName() != name:
        push.setObjectName(name)
        push.style().polish(push)


def tool_button(text: str, tip: str, slot: Callable[..., Any]) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.clicked.connect(lambda: slot())
    return made


def action(owner: QWidget, text: str, key: str, tip: str, slot: Callable[..., Any], *, checked: bool | None = None) -> QAction:
    """An action of `owner` that ships with `key`; `checked` makes it a switch, and `slot` then takes the new state."""
    made = QAction(text, owner)
    made.setShortcut(keys.key_of(key))
    keys.tell(made, key, tip)
    made.setStatusTip(tip)
    if checked is None:
        made.triggered.connect(lambda: slot())
    else:
        made.setCheckable(True)
        made.setChecked(checked)
        made.toggled.connect(slot)
    owner.addAction(made)
    return made


def narrow(box: QComboBox, characters: int = 12) -> QComboBox:
    """`box`, no wider than its place: a long choice is cut off in it rather than pushing what stands beside it out of sight."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(characters)
    return box


def slider(low: int, high: int, value: int, name: str) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(low, high)
    made.setValue(value)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def step_frame(title: str) -> tuple[QFrame, QVBoxLayout]:
    """A framed step of the examination with its heading."""
    frame = QFrame()
    frame.setObjectName("step")
    frame.setAccessibleName(title)
    column = QVBoxLayout(frame)
    column.setContentsMargins(10, 8, 10, 10)
    column.setSpacing(6)
    column.addWidget(label(title, "heading"))
    return frame, column


class Sheet(QWidget):
    """What is scrolled: exactly as high as its wrapped texts need at the width that it is given."""

    def minimumSizeHint(self) -> QSize:
        usual, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return usual
        return QSize(usual.width(), 0)  # where texts are wrapped the usual one is the height at the narrowest width, far too high


class Column(Sheet):
    """A sheet that is as high as its area, part of it growing with the window; it is scrolled where its least height has no room."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.minimumHeightForWidth(width)


def scrolling(sheet: Sheet, *, fields: bool = False) -> QScrollArea:
    """`sheet` in an area that scrolls up and down, and sideways only where something in it is wider than a narrow window has room for.

    One of `fields` follows the keyboard and is no stop of its own.
    """
    area = QScrollArea()
    if fields:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(sheet)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


def scrolled(owner: QWidget) -> QVBoxLayout:
    """The layout of what `owner` is filled with, which scrolls where it has too little room."""
    whole, outer = Column(), QVBoxLayout(owner)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolling(whole, fields=True))
    return QVBoxLayout(whole)


def room(widget: QWidget) -> QSize:
    """How large a window may be on the screen that it is on, with its frame."""
    return widget.screen().availableGeometry().size() - FRAME


def size_within(window: QWidget, width: int, height: int) -> None:
    """Resize a window, but to no more than its screen has room for."""
    window.resize(QSize(width, height).boundedTo(room(window)))


def fit_dialog(dialog: QDialog, width: int) -> None:
    """As high as its wrapped texts need at `width`, and never smaller; on a screen with less room the whole dialog scrolls."""
    layout = dialog.layout()
    if layout is None or dialog.findChild(Sheet, WHOLE) is not None:
        return
    layout.activate()
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # else the height at the narrowest width, far too high
    high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalMinimumSize().height()
    needed = QSize(max(width, layout.minimumSize().width()), high)
    if high > room(dialog).height():
        _scroll(dialog)
    dialog.setMinimumSize(needed.boundedTo(room(dialog)))
    dialog.resize(dialog.minimumSize())


def _scroll(dialog: QDialog) -> None:
    """Put all that a dialog holds into an area that follows the keyboard."""
    layout, sheet = dialog.layout(), Sheet()
    sheet.setObjectName(WHOLE)
    if layout is not None:
        sheet.setLayout(layout)  # with all that it holds
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolling(sheet, fields=True))
