"""First step: the examiner's own observation, locked before the estimate is uncovered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from forensix.domain.examination import Observation, ObservedSex
from forensix.gui import wording
from forensix.gui.parts import button, label, narrow, step_frame


class ObservationStep(QWidget):
    """A form until it is locked, then the sentence that was locked."""

    locked = Signal(object, str, str)
    """outcome, features, certainty"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame, column = step_frame(self.tr("1  Your observation"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.form = self._make_form()
        self.said = label("", wrap=True, says=self.tr("Your locked observation"))
        self.not_hers = label(wording.tr("Your role does not observe: an examiner or a reviewer does (File, Who works)."), wrap=True)
        self.not_hers.hide()
        column.addWidget(self.not_hers)
        column.addWidget(self.form)
        column.addWidget(self.said)
        self.show_observation(None, enabled=False)

    def show_observation(self, observation: Observation | None, *, enabled: bool = True) -> None:
        self.form.setVisible(observation is None)
        self.said.setVisible(observation is not None)
        self.said.clear()
        self.setEnabled(enabled)
        if observation is not None:
            self.said.setText(_sentence(observation))
            return
        self.outcome.setCurrentIndex(0)
        self.features.clear()
        self.certainty.setCurrentIndex(0)

    def keep_from(self, kept: bool) -> None:
        """Say that the role of who works does not observe, rather than let her write what would be refused."""
        kept = kept and self.said.isHidden()
        self.not_hers.setVisible(kept)
        self.form.setVisible(self.said.isHidden() and not kept)

    def begun(self) -> bool:
        """Whether something was chosen or typed that would be lost."""
        given = self.features.toPlainText().strip() or self.certainty.currentText().strip() or self.outcome.currentIndex()
        return self.form.isVisibleTo(self) and bool(given)

    def draft(self) -> tuple[int, str, str]:
        """What is chosen and typed so far."""
        return self.outcome.currentIndex(), self.features.toPlainText(), self.certainty.currentText()

    def put(self, draft: tuple[int, str, str]) -> None:
        """Go on with what was typed before."""
        outcome, features, certainty = draft
        self.outcome.setCurrentIndex(outcome)
        self.features.setPlainText(features)
        self.certainty.setCurrentText(certainty)

    def _make_form(self) -> QFrame:
        form = QFrame()
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.outcome = narrow(QComboBox())
        self.outcome.addItem(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), None)
        for sex in (ObservedSex.CANNOT_BE_TOLD, ObservedSex.FEMALE, ObservedSex.MALE):
            self.outcome.addItem(wording.observed_word(sex), sex)
        self.outcome.setAccessibleName(self.tr("Sex as you see it"))
        self.outcome.setToolTip(self.tr("That it cannot be told is an answer"))
        self.features = QPlainTextEdit(tabChangesFocus=True)
        self.features.setPlaceholderText(self.tr("What you saw: shape, robusticity, fusion, pathology"))
        self.features.setAccessibleName(self.tr("Features seen"))
        self.features.setFixedHeight(54)
        self.certainty = narrow(QComboBox())
        self.certainty.setEditable(True)
        self.certainty.addItems(["", self.tr("guess"), self.tr("more likely than not"), self.tr("probable"), self.tr("nearly certain")])
        self.certainty.setAccessibleName(self.tr("How sure you are, in words"))
        self.lock = button(
            self.tr("&Lock observation"),
            self.tr("Lock your observation; it cannot be changed afterwards"),
            self._lock,
            key="Ctrl+L",
            primary=True,
        )
        for name, widget in ((self.tr("Sex"), self.outcome), (self.tr("Features"), self.features), (self.tr("How sure"), self.certainty)):
            rows.addRow(name, widget)
        rows.addRow(self.lock)
        self.outcome.currentIndexChanged.connect(lambda: self.lock.setEnabled(self.outcome.currentData() is not None))
        self.lock.setEnabled(False)
        return form

    def _lock(self) -> None:
        self.locked.emit(ObservedSex(self.outcome.currentData()), self.features.toPlainText().strip(), self.certainty.currentText().strip())


def _sentence(observation: Observation) -> str:
    parts = [wording.observed_word(ObservedSex(observation.outcome))]
    if observation.certainty:
        parts.append(observation.certainty)
    if observation.features:
        parts.append(observation.features)
    locked = wording.tr("locked {when}").format(when=wording.clock(observation.locked_at))
    return "; ".join(parts) + f"\n{locked}"
