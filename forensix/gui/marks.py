"""Marks over the radiograph: drawn, chosen, moved, labelled and taken away, each with the mouse or with keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit

from forensix.domain.case import Acquisition
from forensix.domain.mark import LONGEST_TEXT, POINTS, Mark, MarkKind, Point, Shape, measured
from forensix.gui import strokes, wording
from forensix.gui.radiograph_view import RadiographView

LINE, CHOSEN = QColor("#ffd166"), QColor("#5cc8ff")
REACH = 9.0
"""How near, in device-independent pixels, the hand takes hold of a mark."""
ARROW_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
FAST = 10
"""Device-independent pixels by which Shift and an arrow key move a mark; without Shift it is one."""
SETS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MarkPen(QObject):
    """Holds the marks that may be shown and draws them; says what was drawn, and leaves the keeping to others."""

    drawn = Signal(object, str, object)
    """A `Shape`, the id of the mark whose shape it now is, and the shape that it had; "" and None for a new one."""
    taken = Signal(str)
    changed = Signal()
    """The tool, the chosen mark or the marks are others than before."""

    def __init__(self, view: RadiographView) -> None:
        super().__init__(view)
        self.view = view
        self.acquisition = Acquisition()
        self.marks: list[Mark] = []
        self.mine = ""
        self.covered = 0
        self.tool: MarkKind | None = None
        self.chosen = ""
        self.points: list[Point] = []
        self.cursor: QPointF | None = None
        self._held: tuple[Mark, int, QPointF] | None = None
        self._moved_to: QPointF | None = None
        self._writing: QLineEdit | None = None
        view.pen = self

    def show_marks(self, acquisition: Acquisition, marks: Sequence[Mark], mine: str, covered: int = 0) -> None:
        """Other marks; `mine` is the examiner id whose marks may be changed, "" for nobody's."""
        if self._held is not None and self.acquisition is acquisition:
            return  # what is in the hand is not taken out of it
        self.acquisition, self.marks, self.mine, self.covered = acquisition, list(marks), mine, covered
        self._held = self._moved_to = None
        if self.chosen_mark() is None:
            self.chosen = ""
        self._tell()

    def put(self, mark: Mark) -> None:
        """Show a mark as it is now."""
        at = next((index for index, one in enumerate(self.marks) if one.id == mark.id), None)
        if at is None:
            self.marks.append(mark)
        else:
            self.marks[at] = mark
        self.chosen = mark.id
        self._tell()

    def drop(self, mark_id: str) -> None:
        self.marks = [mark for mark in self.marks if mark.id != mark_id]
        self.chosen = "" if self.chosen == mark_id else self.chosen
        self._tell()

    def take_up(self, tool: MarkKind | None) -> None:
        """Draw with a tool; None lets go of it, and of what is half drawn."""
        self.keys_up()
        self.tool, self.points, self.cursor = tool, [], None
        self._stop_writing()
        if tool is not None:
            self.chosen = ""
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.view.unsetCursor()
        self._tell()

    def choose_next(self) -> None:
        """Choose one mark after the other, and after the last the first."""
        if self.step(forward=True) or self.step(forward=True):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, *, forward: bool) -> bool:
        """Choose the next mark, or the one before; after the last none is chosen. Whether one is."""
        self.keys_up()
        if self.tool is not None or not self.marks:
            return False
        names = ["", *(mark.id for mark in self.marks)]
        at = names.index(self.chosen) if self.chosen in names else 0
        self.chosen = names[(at + (1 if forward else -1)) % len(names)]
        self._tell()
        return bool(self.chosen)

    def chosen_mark(self) -> Mark | None:
        return next((mark for mark in self.marks if mark.id == self.chosen), None)

    def may_change(self) -> bool:
        mark = self.chosen_mark()
        return mark is not None and mark.examiner_id == self.mine

    def take_away(self) -> None:
        self.keys_up()
        if self.may_change():
            self.taken.emit(self.chosen)

    def label(self) -> None:
        """Write or change the text of the chosen mark."""
        mark = self.chosen_mark()
        if mark is not None and self.may_change():
            self._write(mark.shape.points[-1], mark.shape.text, lambda text: self._relabel(mark, text))

    def said(self, mark: Mark) -> str:
        """What a mark says of itself: measure and text."""
        measure = measured(mark.shape, self.acquisition)
        return "  ".join(part for part in ("" if measure is None else str(measure), mark.shape.text) if part)

    # Hands

    def press(self, at: QPointF) -> bool:
        self.keys_up()
        if self.tool is not None:
            self.cursor = None
            self._set_point(at)
            return True
        found = self._under(at)
        before, self.chosen = self.chosen, "" if found is None else found[0].id
        if before != self.chosen:
            self._tell()
        if found is None or found[0].examiner_id != self.mine:
            return found is not None
        self._held = (found[0], found[1], at)
        return True

    def move(self, at: QPointF) -> None:
        if self._held is not None:
            self._show_dragged(at)
        elif self.tool is not None:
            self.cursor = at
            self.view.update()
        else:
            found = self._under(at)
            self.view.setToolTip("" if found is None else self._whose(found[0]))

    def release(self, at: QPointF) -> None:
        if self._held is None:
            return
        before, _, start = self._held
        self._show_dragged(at)
        self._held = self._moved_to = None
        now = self.chosen_mark()
        if now is not None and (at - start).manhattanLength() and now.shape != before.shape:
            self.drawn.emit(now.shape, now.id, before.shape)

    def wants(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.tool is not None:
            return key in ARROW_KEYS or key in SETS or key == Qt.Key.Key_Escape
        return bool(self.chosen) and (key == Qt.Key.Key_Escape or (key in ARROW_KEYS and self.may_change()))

    def key(self, event: QKeyEvent) -> bool:
        if not self.wants(event):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.let_go()
        elif key in ARROW_KEYS and self.tool is None:
            self._move_by_key(QPointF(*ARROW_KEYS[key]), fast=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in ARROW_KEYS:
            step = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 12
            at = self._cursor() + QPointF(*ARROW_KEYS[key]) * step
            self.cursor = QPointF(min(max(at.x(), 0.0), self.view.width()), min(max(at.y(), 0.0), self.view.height()))
            self.view.update()
        else:
            self._set_point(self._cursor())
        return True

    def _move_by_key(self, way: QPointF, *, fast: bool) -> None:
        """Move the chosen mark on the screen as a drag would; it is kept when the key is let go."""
        mark = self.chosen_mark()
        if mark is None:
            return
        if self._held is None or self._moved_to is None:
            self._moved_to = self.view.from_radiograph(QPointF(*mark.shape.points[0]))
            self._held = (mark, -1, self._moved_to)
        self._moved_to = self._moved_to + way * (FAST if fast else 1)
        self._show_dragged(self._moved_to)

    def keys_up(self) -> None:
        """No key moves the mark any more: where it is now is kept, as one step."""
        if self._moved_to is not None:
            self.release(self._moved_to)

    def let_go(self) -> bool:
        """Of what is half written or drawn, then of the tool, then of the chosen mark; whether there was anything to let go of."""
        self.keys_up()
        if self._writing is not None:
            self._stop_writing()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.points:
            self.points = []
        elif self.tool is not None:
            self.take_up(None)
        elif self.chosen:
            self.chosen = ""
        else:
            return False
        self._tell()
        return True

    def _cursor(self) -> QPointF:
        return self.cursor or QPointF(self.view.width() / 2, self.view.height() / 2)

    def _set_point(self, at: QPointF) -> None:
        if self.tool is None:
            return
        place = self._place(at)
        if self.tool is MarkKind.TEXT:
            self._write(place, "", lambda text: self._text_written(place, text))
            return
        self.points.append(place)
        if len(self.points) == POINTS[self.tool]:
            shape, self.points = Shape(self.tool, tuple(self.points)), []
            self.drawn.emit(shape, "", None)
        self.view.update()

    def _place(self, at: QPointF) -> Point:
        on = self.view.to_radiograph(at)
        return (round(on.x(), 2), round(on.y(), 2))

    def _show_dragged(self, at: QPointF) -> None:
        """Show the mark that is held as it would be if it were let go here: one point moved, or all."""
        if self._held is None:
            return
        mark, index, start = self._held
        to, begin = self._place(at), self._place(start)
        points = list(mark.shape.points)
        for each in range(len(points)) if index < 0 else (index,):
            points[each] = (round(points[each][0] + to[0] - begin[0], 2), round(points[each][1] + to[1] - begin[1], 2))
        shown = replace(mark, shape=replace(mark.shape, points=tuple(points)))
        self.marks = [shown if one.id == mark.id else one for one in self.marks]
        self.view.update()

    def _under(self, at: QPointF) -> tuple[Mark, int] | None:
        """The mark under a point, and which of its points; -1 for its line or its words."""
        for mark in reversed(self.marks):
            points = [self.view.from_radiograph(QPointF(*point)) for point in mark.shape.points]
            for index, point in enumerate(points):
                if math.hypot(point.x() - at.x(), point.y() - at.y()) <= REACH:
                    return mark, index
            lines = pairwise(points)
            if any(_distance(at, one, other) <= REACH for one, other in lines) or self._words(mark, points[-1]).contains(at):
                return mark, -1
        return None

    # Writing

    def _write(self, at: Point, text: str, done: Callable[[str], None]) -> None:
        self._stop_writing()
        field = QLineEdit(text, self.view)
        field.setMaxLength(LONGEST_TEXT)
        field.setAccessibleName(self.tr("Text of the mark"))
        field.setPlaceholderText(self.tr("Text, then Return"))
        place = self.view.from_radiograph(QPointF(*at))
        width = 220
        field.resize(width, field.sizeHint().height())
        right, bottom = self.view.width() - width, self.view.height() - field.height()
        field.move(round(max(0.0, min(place.x() + 8, right))), round(max(0.0, min(place.y() + 8, bottom))))
        field.returnPressed.connect(lambda: self._written(field.text().strip(), done))
        field.editingFinished.connect(self._stop_writing)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._writing = field

    def _written(self, text: str, done: Callable[[str], None]) -> None:
        self._stop_writing()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        done(text)

    def _text_written(self, place: Point, text: str) -> None:
        if text:
            self.drawn.emit(Shape(MarkKind.TEXT, (place,), text), "", None)

    def _relabel(self, mark: Mark, text: str) -> None:
        if text != mark.shape.text and (text or mark.shape.kind is not MarkKind.TEXT):
            self.drawn.emit(replace(mark.shape, text=text), mark.id, mark.shape)

    def _stop_writing(self) -> None:
        field, self._writing = self._writing, None
        if field is not None:
            field.blockSignals(True)
            field.hide()
            field.deleteLater()

    # Drawing

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks:
            self._paint(painter, mark.shape, self.said(mark), CHOSEN if mark.id == self.chosen else LINE, handles=mark.id == self.chosen)
        if self.tool is not None:
            self._paint_begun(painter, self.tool)

    def _paint_begun(self, painter: QPainter, tool: MarkKind) -> None:
        at = self._cursor()
        strokes.strokes(painter, [strokes.cross(at)], CHOSEN)
        points = [*self.points, self._place(at)]
        if self._writing is None and len(points) > 1:
            whole = (*points, *points[-1:] * (POINTS[tool] - len(points)))
            shape = Shape(tool, whole[: POINTS[tool]])
            measure = measured(shape, self.acquisition) if len(points) == POINTS[tool] else None
            self._paint(painter, shape, "" if measure is None else str(measure), CHOSEN, handles=True)

    def _paint(self, painter: QPainter, shape: Shape, words: str, colour: QColor, *, handles: bool) -> None:
        points = [self.view.from_radiograph(QPointF(*point)) for point in shape.points]
        paths = [strokes.line(points)]
        if shape.kind is MarkKind.ARROW:
            paths.append(strokes.head(points[0], points[1]))
        elif shape.kind is MarkKind.RULER:
            paths += [strokes.tick(points[0], points[1]), strokes.tick(points[1], points[0])]
        elif shape.kind is MarkKind.TEXT:
            paths = [strokes.cross(points[0], 4)]
        if handles:
            paths += [strokes.ring(point) for point in points]
        strokes.strokes(painter, paths, colour)
        if words:
            box = strokes.box(words, points[-1], self.view)
            painter.fillRect(box, strokes.EDGE)
            painter.setPen(colour)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a measure comes before its unit in every language
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _words(self, mark: Mark, at: QPointF) -> QRectF:
        words = self.said(mark)
        return strokes.box(words, at, self.view) if words else QRectF()

    def _whose(self, mark: Mark) -> str:
        return f"{mark.examiner}, {wording.clock(mark.at)}"

    def _tell(self) -> None:
        self.changed.emit()
        self.view.update()


def _distance(at: QPointF, one: QPointF, other: QPointF) -> float:
    """From a point to a line between two others, in device-independent pixels."""
    way, to = other - one, at - one
    length = way.x() ** 2 + way.y() ** 2
    share = min(max((to.x() * way.x() + to.y() * way.y()) / length, 0.0), 1.0) if length else 0.0
    near = one + way * share
    return math.hypot(at.x() - near.x(), at.y() - near.y())
