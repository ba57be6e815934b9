"""A row of tools that goes on in a second one where the first is full, so that none is hidden on a small screen or in a long language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QToolButton, QWidget

SPACE, GAP = 0, 4
"""Between two tools, and between two groups; device-independent pixels."""


class ToolRow(QWidget):
    """The buttons of actions, in groups."""

    def __init__(self, groups: Sequence[Sequence[QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Flow(self)
        row.setContentsMargins(2, 2, 2, 2)
        for group in groups:
            for action in group:
                made = tool(action)
                row.addWidget(made)
                if action is group[0]:
                    row.begin_group(made)


class Flow(QLayout):
    """Lays its widgets in rows from where the language begins to write; groups are set off from each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._begins: set[QWidget] = set()

    def begin_group(self, widget: QWidget) -> None:
        """`widget` is the first of its group."""
        self._begins.add(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return sum(self._rows(inside)) + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest, highest = (max((getattr(size, side)() for size in sizes), default=0) for side in ("width", "height"))
        return QSize(widest + margins.left() + margins.right(), highest + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._rows(rect.marginsRemoved(self.contentsMargins()), place=True)

    def _rows(self, room: QRect, *, place: bool = False) -> tuple[int, int]:
        """The y of the last row from the top of `room`, and its height; puts the widgets there if asked to."""
        x, y, high = 0, 0, 0
        around = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if around is None else around.layoutDirection()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            before = 0 if not x else GAP if item.widget() in self._begins else SPACE
            if x and x + before + size.width() > room.width():
                x, y, high, before = 0, y + high + SPACE, 0, 0
            if place:
                at = QRect(room.topLeft() + QPoint(x + before, y), size)
                item.setGeometry(QStyle.visualRect(direction, room, at))
            x, high = x + before + size.width(), max(high, size.height())
        return y, high


def tool(action: QAction) -> QToolButton:
    """An action's button as a tool bar makes it; it is there while the action is."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not action.isVisible():
        made.hide()
    action.changed.connect(lambda: made.setVisible(action.isVisible()))
    return made
