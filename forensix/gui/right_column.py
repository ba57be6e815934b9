"""The right column: the examination, and beside it as tabs the file's header, the custody timeline and the model card."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from forensix.gui.custody_tab import CustodyTab
from forensix.gui.examination_panel import ExaminationPanel
from forensix.gui.looking import Standing
from forensix.gui.model_tab import ModelTab
from forensix.gui.session import Session
from forensix.gui.tags_tab import TagsTab
from forensix.gui.worklist_model import Listed


class RightColumn(QTabWidget):
    """Each tab is filled when it is looked at, so that a hidden one costs nothing."""

    def __init__(self, session: Session, panel: ExaminationPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self.tags = TagsTab()
        self.custody = CustodyTab(session)
        self.model = ModelTab(session)
        self._row: Listed | None = None
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Examination, header, custody and model"))
        self.addTab(panel, self.tr("Examination"))
        self.addTab(self.tags, self.tr("Header"))
        self.addTab(self.custody, self.tr("Custody"))
        self.addTab(self.model, self.tr("Model"))
        self.currentChanged.connect(self.look)
        session.changed.connect(self.model.forget)

    def show_row(self, row: Listed | None) -> None:
        """Another radiograph was chosen, or none."""
        self._row = row
        self.tags.show_standing(None)
        self.look()

    def show_standing(self, standing: Standing) -> None:
        """How far the chosen radiograph has come was read again."""
        self.tags.show_standing(standing)
        self.look()

    def go_to(self, tab: QWidget) -> None:
        self.show()
        self.setCurrentWidget(tab)
        if tab is self.tags:
            self.tags.focus_search()
        elif tab is self.custody:
            self.custody.table.setFocus()
        elif tab is self.model:
            self.model.names.setFocus()
        else:
            self.panel.go_on()

    def copy(self) -> None:
        """Copy what the header or the custody tab shows, if one of them is looked at."""
        shown = self.currentWidget()
        if isinstance(shown, TagsTab | CustodyTab):
            shown.copy()

    def look(self) -> None:
        """Fill the tab that is looked at."""
        shown = self.currentWidget()
        if shown is self.custody:
            row = self._row
            self.custody.show_case("" if row is None else row.case.id, "" if row is None else row.case.number)
        elif shown is self.model and self.model.facts is None:
            self.model.refresh()
