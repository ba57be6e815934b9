"""Undo and redo: what was changed in the view, and marks, one step after the other; a drag or a turn of the wheel is one step.

Each radiograph has its own history, which is kept while others are looked at.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from forensix.gui.look import Look

ONE_STEP_S = 0.7
LONGEST_HISTORY = 200
GOES_ON = frozenset({"pan", "zoom", "window", "opacity", "cut-off", "turn", "share"})
"""Changes that follow each other so closely that they are one step."""


def said(why: str) -> str:
    """What a change of the view is called in the menu: "Undo turn"."""
    words = {
        "window": tr("window and level"),
        "invert": tr("inversion"),
        "heatmap": tr("heatmap on or off"),
        "opacity": tr("opacity"),
        "cut-off": tr("cut-off"),
        "colours": tr("colour map"),
        "blocks": tr("blocks or smoothed"),
        "reset": tr("reset"),
        "fit": tr("fit"),
        "1:1": tr("1:1"),
        "zoom": tr("zoom"),
        "turn": tr("turn"),
        "mirror": tr("mirroring"),
        "pan": tr("move"),
        "mode": tr("side by side, flicker or blend"),
        "share": tr("blending"),
    }
    return words[why]


def tr(text: str) -> str:
    return QCoreApplication.translate("undo", text)


class Change(QUndoCommand):
    """One change of how the views look, or are held against each other; it has been done already when it is pushed.

    Parameters
    ----------
    put : callable
        Takes `before` or `after`, and makes it so.
    gone : callable
        Whether there is nothing left that it could change: then it is no step any more.
    """

    def __init__(self, before: Any, after: Any, why: str, put: Callable[[Any], None], gone: Callable[[], bool]) -> None:
        super().__init__(said(why))
        self.before, self.after, self.why, self._put, self.gone = before, after, why, put, gone
        self._at = time.monotonic()
        self._fresh = True

    def id(self) -> int:
        return 1 if self.why in GOES_ON else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change) or other.why != self.why or other._at - self._at > ONE_STEP_S:
            return False
        self.after, self._at = other.after, other._at
        return True

    def redo(self) -> None:
        if not self._fresh:
            self._put(self.after)
        self._fresh = False

    def undo(self) -> None:
        self._put(self.before)


class Histories(QUndoGroup):
    """A history for each radiograph: who comes back to one can take back where she had left it, and sees it as she had left it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stacks: dict[str, QUndoStack] = {}
        self._looks: dict[str, Look] = {}
        self._of = ""
        self.turn_to("", None)

    @property
    def current(self) -> QUndoStack:
        return self._stacks[self._of]

    def turn_to(self, radiograph_id: str, left: Look | None) -> Look | None:
        """Go on with another radiograph's history; how it was looked at last, if it was.

        Parameters
        ----------
        radiograph_id : str
            "" for none, or one that is not kept: its history ends with the look at it.
        left : Look or None
            How the radiograph that is left is looked at; None where there is none.
        """
        if self._of and left is not None:
            self._looks[self._of] = left
        self._of = radiograph_id
        if radiograph_id not in self._stacks:
            self._stacks[radiograph_id] = stack = QUndoStack(self)
            stack.setUndoLimit(LONGEST_HISTORY)
        if not radiograph_id:
            self.current.clear()
        self.setActiveStack(self.current)
        return self._looks.get(radiograph_id)

    def undo(self) -> None:
        super().undo()
        self.drop_gone()

    def redo(self) -> None:
        super().redo()
        self.drop_gone()

    def drop_gone(self) -> None:
        """Take the steps away that can change nothing any more, so that the next undo and redo do something."""
        stack = self.current
        for step, place in ((stack.undo, -1), (stack.redo, 0)):
            while isinstance(next_ := stack.command(stack.index() + place), Change) and next_.gone():
                next_.setObsolete(True)
                step()

    def forget(self) -> None:
        """Somebody else works, or in another casebook: nothing that was done before can be taken back."""
        self._looks.clear()
        for stack in self._stacks.values():
            stack.clear()


class Done(QUndoCommand):
    """An act that can be taken back by another: `again` and `back` are called for redo and undo; the first time it is done already."""

    def __init__(self, text: str, again: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(text)
        self._again, self._back = again, back
        self._fresh = True

    def redo(self) -> None:
        if not self._fresh:
            self._again()
        self._fresh = False

    def undo(self) -> None:
        self._back()
