"""Third step: the examiner's own conclusion; the only thing that can be reported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from forensix.domain.examination import Conclusion, Outcome
from forensix.domain.sight import AFTER_SEEING
from forensix.gui import wording
from forensix.gui.parts import button, label, narrow, step_frame


class ConclusionStep(QWidget):
    """The last conclusion holds; a later one stands beside the earlier."""

    concluded = Signal(object, str)
    """outcome, basis"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame, column = step_frame(self.tr("3  Your conclusion"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.said = label("", wrap=True, says=self.tr("Your conclusion so far"))
        self.outcome = narrow(QComboBox())
        self.outcome.setAccessibleName(self.tr("Your opinion of the sex"))
        self.outcome.addItem(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), None)
        for outcome in (Outcome.FEMALE, Outcome.MALE, Outcome.INDETERMINATE, Outcome.NOT_EVALUATED):
            self.outcome.addItem(wording.outcome_word(outcome), outcome)
        self.basis = QPlainTextEdit(tabChangesFocus=True)
        self.basis.setPlaceholderText(self.tr("On what it rests, in your own words"))
        self.basis.setAccessibleName(self.tr("Basis of the conclusion"))
        self.basis.setFixedHeight(54)
        tip = self.tr("Record your conclusion")
        self.conclude = button(self.tr("&Conclude"), tip, self._conclude, key="Ctrl+Return", primary=True)
        rows = QFormLayout(rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.addRow(self.tr("Opinion"), self.outcome)
        rows.addRow(self.tr("Basis"), self.basis)
        said = self.tr("You have locked no observation: it will say “{words}”.").format(words=AFTER_SEEING)
        self.after_seeing = label(said, "faint", wrap=True)
        self.after_seeing.hide()
        self.not_hers = label(wording.tr("Your role does not conclude: an examiner does (File, Who works)."), wrap=True)
        self.not_hers.hide()
        self.form = QWidget()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addLayout(rows)
        form.addWidget(self.after_seeing)
        form.addWidget(self.conclude)
        for widget in (self.not_hers, self.said, self.form):
            column.addWidget(widget)
        self.outcome.currentIndexChanged.connect(self._follow)
        self.basis.textChanged.connect(self._follow)
        self.show_conclusion(None, enabled=False)

    def show_conclusion(self, conclusion: Conclusion | None, *, enabled: bool) -> None:
        """`enabled`: there is an examination, and whoever must observe first has."""
        self.setEnabled(enabled)
        self.said.setVisible(conclusion is not None)
        self.said.clear()
        self.outcome.setCurrentIndex(0)
        self.basis.clear()
        if conclusion is not None:
            when = wording.tr("concluded {when}").format(when=wording.clock(conclusion.concluded_at))
            self.said.setText(f"{wording.outcome_word(Outcome(conclusion.outcome))}: {conclusion.basis}\n{when}")
        self._follow()

    def say_unobserved(self, unobserved: bool) -> None:
        """Say beforehand that the conclusion will stand with the words that the estimate had been seen."""
        self.after_seeing.setVisible(unobserved)

    def keep_from(self, kept: bool) -> None:
        """Say that the role of who works does not conclude, rather than let her write what would be refused."""
        self.not_hers.setVisible(kept)
        self.form.setVisible(not kept)

    def begun(self) -> bool:
        """Whether something was chosen or typed that would be lost."""
        return bool(self.basis.toPlainText().strip()) or self.outcome.currentIndex() > 0

    def draft(self) -> tuple[int, str]:
        """What is chosen and typed so far."""
        return self.outcome.currentIndex(), self.basis.toPlainText()

    def put(self, draft: tuple[int, str]) -> None:
        """Go on with what was typed before."""
        outcome, basis = draft
        self.outcome.setCurrentIndex(outcome)
        self.basis.setPlainText(basis)

    def ready(self) -> bool:
        return self.isEnabled() and self.outcome.currentData() is not None and bool(self.basis.toPlainText().strip())

    def _follow(self) -> None:
        self.conclude.setEnabled(self.ready())

    def _conclude(self) -> None:
        if self.ready():
            self.concluded.emit(Outcome(self.outcome.currentData()), self.basis.toPlainText().strip())
