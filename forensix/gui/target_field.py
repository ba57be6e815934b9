"""Where a file is written: a path to type or to choose, held against what is there already; the folder is remembered."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from forensix.gui import choosing, wording
from forensix.gui.act_dialog import named
from forensix.gui.parts import button

LAST = "folders/written"


class TargetField(QWidget):
    """Says in the dialog that a file is there already or that its folder is not, before anything is begun."""

    changed = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Offer the file `name` in the folder that was written to last; `title` says what is asked."""
        super().__init__(parent)
        self.title = title
        last = Path(str(QSettings().value(LAST) or Path.home()))
        self.field = named(QLineEdit(str((last if last.is_dir() else Path.home()) / name)), title)
        self.choose = button(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), title, self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.field, 1)
        line.addWidget(self.choose)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self.changed)

    def path(self) -> Path:
        return Path(self.field.text().strip()).expanduser()

    def rename(self, suffix: str) -> None:
        """Another kind of file is wanted under the same name."""
        self.field.setText(str(self.path().with_suffix(suffix)))

    def missing(self) -> str:
        """Why nothing can be written there, as a sentence; "" where it can be tried."""
        path = self.path()
        if not self.field.text().strip() or not path.name:
            return self.tr("Say where to write it.")
        if not path.parent.is_dir():
            return self.tr("There is no folder {folder}.").format(folder=wording.isolated(str(path.parent)))
        if os.path.lexists(path):
            return self.tr("{name} is there already; nothing is overwritten. Choose another name.").format(name=wording.isolated(path.name))
        return ""

    def remember(self) -> None:
        QSettings().setValue(LAST, str(self.path().absolute().parent))

    def _choose(self) -> None:
        choosing.target(self, self.title, self.path(), lambda path: self.field.setText(str(path)))
