"""A screen for when the work cannot go on as usual: what happened, what was kept, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from forensix.gui.parts import Sheet, button, label, scrolling

MOST_LINES = 9
"""How much of the details is in sight; the rest is scrolled to."""


@dataclass(frozen=True, slots=True)
class State:
    """What a screen says. `details` can be copied; "" where there is nothing more to know."""

    title: str
    happened: str
    kept: str
    to_do: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a state: a button, the first one being what is usually right."""

    text: str
    tip: str
    go: Callable[[], object]


class StateScreen(QWidget):
    """Plain text only, large enough to be read from a metre away; every word of it can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state: State | None = None
        self.title = label("", "outcome", wrap=True)
        self.happened = label("", "said", wrap=True, says=self.tr("What happened"))
        self.kept = label("", "said", wrap=True, says=self.tr("What was kept"))
        self.to_do = label("", "said", wrap=True, says=self.tr("What to do"))
        self.details = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        inside = Sheet()
        inside.setMaximumWidth(720)
        column = QVBoxLayout(inside)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self.title)
        for heading, part in (
            (self.tr("What happened"), self.happened),
            (self.tr("What was kept"), self.kept),
            (self.tr("What to do"), self.to_do),
        ):
            column.addWidget(label(heading, "heading"))
            column.addWidget(part)
        column.addWidget(self.details)
        self.ways = QHBoxLayout()
        column.addLayout(self.ways)
        column.addStretch(2)
        area = scrolling(inside)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setAccessibleName(self.tr("State of the program"))
        row = QHBoxLayout(self)
        row.addWidget(area)

    def show_state(self, state: State, ways: Sequence[Way]) -> None:
        self.state = state
        self.title.setText(state.title)
        for part, text in ((self.happened, state.happened), (self.kept, state.kept), (self.to_do, state.to_do)):
            part.setText(text)
        self.details.setPlainText(state.details)
        lines = min(len(state.details.splitlines()) + 1, MOST_LINES)
        self.details.setFixedHeight(lines * self.details.fontMetrics().lineSpacing() + 12)
        self.details.setVisible(bool(state.details))
        while (item := self.ways.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, way in enumerate(ways):
            self.ways.addWidget(button(way.text, way.tip, way.go, primary=at == 0))
        self.ways.addWidget(button(self.tr("&Copy this"), self.tr("Copy what is said here"), self.copy))
        self.ways.addStretch(1)
        first = self.ways.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        state = self.state
        if state is not None:
            parts = (state.title, state.happened, state.kept, state.to_do, state.details)
            QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
