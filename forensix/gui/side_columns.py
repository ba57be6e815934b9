"""The worklist and the examination can be put away, so that a small screen is the radiograph's; whoever goes to one has it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from forensix.gui.parts import action


class SideColumns(QObject):
    """Both are there again whenever the window is opened."""

    def __init__(self, worklist: QWidget, examination: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.examination = examination
        tip = self.tr("The worklist, or its place for the radiograph")
        self.worklist_action = action(window, self.tr("Show the &worklist"), "F7", tip, worklist.setVisible, checked=True)
        tip = self.tr("The examination, or its place for the radiograph")
        self.examination_action = action(window, self.tr("Show the e&xamination column"), "F8", tip, examination.setVisible, checked=True)
        self._switches = {worklist: self.worklist_action, examination: self.examination_action}
        for column in self._switches:
            column.installEventFilter(self)

    @property
    def actions(self) -> list[QAction]:
        return list(self._switches.values())

    def in_sight(self, slot: Callable[[], Any]) -> Callable[[], None]:
        """What is done in the examination: while that is put away it only comes back, so that nothing is recorded unseen."""

        def act() -> None:
            if self.examination.isHidden():
                self.examination.show()
            else:
                slot()

        return act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            for column, switch in self._switches.items():
                with QSignalBlocker(switch):
                    switch.setChecked(not column.isHidden())
        return super().eventFilter(watched, event)
