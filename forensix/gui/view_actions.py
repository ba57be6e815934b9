"""The actions of the radiograph column, each with its key: placing, window, heatmap, marks, undo, compare."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from forensix.domain.mark import MarkKind
from forensix.gui.compare import Mode
from forensix.gui.parts import action
from forensix.gui.wording import tr

if TYPE_CHECKING:
    from forensix.gui.radiograph_column import RadiographColumn

FINE_DEGREES = 1.0
BY_KEY = 1.15


class LettersFirst(QObject):
    """Lets a box with choices have the letters that are typed in it: F is Female there, and mirrors the radiograph elsewhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for box in window.findChildren(QComboBox):
            box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        typed = event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if typed:
            event.accept()
        return typed


def view_actions(column: RadiographColumn) -> dict[str, list[QAction]]:
    """The actions in groups, by what the group does: "place", "window", "heatmap", "undo", "marks", "compare"."""
    return {
        "place": _place(column),
        "window": _window(column),
        "heatmap": _heatmap(column),
        "undo": _undo(column),
        "marks": _marks(column),
        "compare": _compare(column),
    }


def _made(
    column: RadiographColumn, text: str, key: str, tip: str, slot: Callable[..., Any], icon: str = "", checked: bool | None = None
) -> QAction:
    made = action(column, text, key, tip, slot, checked=checked)
    if icon:
        made.setIconText(icon)
    return made


def _place(column: RadiographColumn) -> list[QAction]:
    view = column.view
    return [
        _made(column, tr("&Fit"), "0", tr("Fit the radiograph into the window"), view.fit),
        _made(column, tr("&1:1"), "1", tr("One radiograph pixel to one screen pixel"), view.one_to_one),
        _made(column, tr("Zoom in"), "+", tr("Zoom in"), lambda: view.zoom(1.25), "+"),
        _made(column, tr("Zoom out"), "-", tr("Zoom out"), lambda: view.zoom(0.8), "\N{MINUS SIGN}"),
        _made(column, tr("Turn left"), "[", tr("Turn a quarter to the left"), lambda: view.turn(-90.0), "\u21ba"),
        _made(column, tr("Turn right"), "]", tr("Turn a quarter to the right"), lambda: view.turn(90.0), "\u21bb"),
        _made(column, tr("Turn left by one degree"), "{", tr("Turn left by one degree"), lambda: view.turn(-FINE_DEGREES)),
        _made(column, tr("Turn right by one degree"), "}", tr("Turn right by one degree"), lambda: view.turn(FINE_DEGREES)),
        _made(column, tr("&Mirror"), "F", tr("Exchange left and right on the screen"), view.mirror, "\u21c4"),
        _made(column, tr("&Reset"), "R", tr("Back to the file's own window, upright, fitted"), view.reset),
    ]


def _window(column: RadiographColumn) -> list[QAction]:
    view = column.view
    bar = tr("Scale bar on or off; there is one where the pixel spacing is known")
    return [
        _made(column, tr("&Invert"), "I", tr("Invert black and white"), view.set_inverted, checked=False),
        _made(column, tr("Narrower window"), ",", tr("Narrower window: more contrast"), lambda: view.widen(1 / BY_KEY)),
        _made(column, tr("Wider window"), ".", tr("Wider window: less contrast"), lambda: view.widen(BY_KEY)),
        _made(column, tr("Brighter"), "K", tr("Brighter"), lambda: view.brighten(0.05)),
        _made(column, tr("Darker"), "J", tr("Darker"), lambda: view.brighten(-0.05)),
        _made(column, tr("Hi&stogram"), "G", tr("Histogram on or off"), column.show_histogram, checked=True),
        _made(column, tr("Scale &bar"), "M", bar, column.stage.show_bars, checked=True),
    ]


def _heatmap(column: RadiographColumn) -> list[QAction]:
    view = column.view
    tip = tr("Show the map's own grid instead of smoothing it")
    return [
        _made(column, tr("&Heatmap"), "H", tr("Heatmap on or off"), view.show_heat, checked=True),
        _made(column, tr("&Blocks"), "B", tip, lambda blocks: view.set_smooth(not blocks), checked=False),
    ]


def _undo(column: RadiographColumn) -> list[QAction]:
    """Their texts say what is undone: the radiograph's history writes them."""
    steps = column.histories
    undo = _made(column, tr("&Undo"), "Ctrl+Z", tr("Take back the last change of the view or of a mark"), steps.undo)
    redo = _made(column, tr("&Redo"), "Ctrl+Shift+Z", tr("Do again what was taken back"), steps.redo)
    for made, possible, named, words in (
        (undo, steps.canUndoChanged, steps.undoTextChanged, tr("&Undo {what}")),
        (redo, steps.canRedoChanged, steps.redoTextChanged, tr("&Redo {what}")),
    ):
        made.setEnabled(False)
        possible.connect(made.setEnabled)
        named.connect(lambda what, made=made, words=words: made.setText(words.format(what=what).rstrip()))
    return [undo, redo]


def _marks(column: RadiographColumn) -> list[QAction]:
    pen = column.pen
    tools = (
        (MarkKind.RULER, tr("R&uler"), "U", tr("Measure a length: two points; millimetres only where the spacing is calibrated")),
        (MarkKind.ANGLE, tr("&Angle"), "A", tr("Measure an angle: arm, apex, arm")),
        (MarkKind.ARROW, tr("Arro&w"), "W", tr("Point at something: tail, then tip")),
        (MarkKind.TEXT, tr("&Text"), "T", tr("Write on the radiograph")),
    )
    made = []
    for kind, text, key, tip in tools:
        one = _made(column, text, key, tip, lambda on, kind=kind: column.take_up(kind, on), checked=False)
        one.setData(kind.value)
        made.append(one)
    made.append(_made(column, tr("&Next mark"), "N", tr("Choose one mark after the other"), pen.choose_next))
    made.append(_made(column, tr("&Label the mark"), "F2", tr("Write or change the text of the chosen mark"), pen.label))
    made.append(_made(column, tr("Take the mark a&way"), "Del", tr("Take the chosen mark away; the casebook keeps it"), pen.take_away))
    return made


def _compare(column: RadiographColumn) -> list[QAction]:
    modes = (
        (Mode.SIDE, tr("&Side by side"), "S", tr("The two radiographs side by side")),
        (Mode.FLICKER, tr("F&licker"), "X", tr("One radiograph in place of the other, by turns")),
        (Mode.BLEND, tr("Ble&nd"), "V", tr("One radiograph through the other")),
    )
    made = [_made(column, tr("&Compare"), "C", tr("Compare with another radiograph; “Stop the work” leaves it"), column.compare.emit)]
    for mode, text, key, tip in modes:
        one = _made(column, text, key, tip, lambda mode=mode: column.set_mode(mode))
        one.setCheckable(True)
        one.setData(mode.value)
        made.append(one)
    tip = tr("The second radiograph on the other screen, or back beside the first")
    made.append(_made(column, tr("Second s&creen"), "Y", tip, column.stage.set_apart, checked=False))
    made.append(_made(column, tr("Lin&ked"), "L", tr("Both views move, turn and window together"), column.stage.set_linked, checked=True))
    return made
