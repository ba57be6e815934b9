"""Between conclusion and report, a second examiner's step: what the first one concluded, once she may read it, and her own verdict."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from forensix.domain.case import Case
from forensix.gui import printed_words, wording
from forensix.gui.parts import Sheet, button, label, scrolling, size_within, step_frame
from forensix.gui.reviewing import Reviewing


class ReviewStep(QWidget):
    """Says nothing of another examiner's opinion but what it was handed."""

    review = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reviewing: Reviewing | None = None
        frame, column = step_frame(self.tr("Review by a second examiner"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.said = label("", wrap=True, says=self.tr("State of the review"))
        tip = self.tr("Agree or dissent, with the check list; both stand in custody and in the report")
        self.review_button = button(self.tr("Revie&w \N{HORIZONTAL ELLIPSIS}"), tip, self.review.emit, key="Ctrl+Shift+R")
        column.addWidget(self.said)
        column.addWidget(self.review_button)
        self.show_reviewing(None)

    def show_reviewing(self, reviewing: Reviewing | None) -> None:
        self.reviewing = reviewing
        self.said.setText("" if reviewing is None else _sentences(reviewing))
        self.review_button.setVisible(reviewing is not None and reviewing.may_review)
        self.setVisible(bool(self.said.text()))


def _sentences(reviewing: Reviewing) -> str:
    tr = wording.tr
    lines = []
    if reviewing.covered:
        lines.append(tr("Another examiner's conclusion is covered until your own observation is locked: {names}."))
        lines[0] = lines[0].format(names=", ".join(reviewing.waits_for))
    lines += [f"{one.who}, {one.file_name}: {wording.outcome_word(one.outcome)}. {one.basis}" for one in reviewing.opinions]
    for who, review in reviewing.reviews:
        word = tr("agrees") if review.agrees else tr("dissents")
        lines.append(f"{who} {word}, {wording.clock(review.at)}. {review.text}".strip())
    if reviewing.may_review and not reviewing.reviews:
        lines.append(tr("You may review this case."))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What was answered and written and not recorded yet."""

    agrees: bool | None
    text: str
    answers: dict[str, bool]


class ReviewDialog(QDialog):
    """The check list, item by item, and the words of a dissent; the laboratory decides whether the answers go together."""

    done_with = Signal(bool, str, object)
    """agrees, text, answers"""

    def __init__(self, case: Case, reviewing: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Review of case {number}").format(number=case.number))
        self.reviewing = reviewing
        self.answers: dict[str, QComboBox] = {}
        self.verdict = QComboBox()
        self.verdict.addItem(self.tr("Choose \N{HORIZONTAL ELLIPSIS}"), None)
        self.verdict.addItem(self.tr("I agree with the conclusions"), True)
        self.verdict.addItem(self.tr("I dissent"), False)
        self.verdict.setAccessibleName(self.tr("Agreement or dissent"))
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setAccessibleName(self.tr("Reasons, in your own words; a dissent needs them"))
        self.text.setPlaceholderText(self.tr("Where you differ, and why"))
        self.text.setFixedHeight(64)
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.lock = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.lock.setText(self.tr("&Record the review"))
        buttons.accepted.connect(self._done)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label(_sentences(reviewing), wrap=True))
        if any(printed_words.meaning(item.question) for item in reviewing.items):
            said = self.tr("The questions stand in English, as custody and report keep them; under each is what it means.")
            column.addWidget(label(said, "faint", wrap=True))
        column.addWidget(self._items(), 1)
        rows = QFormLayout()
        rows.addRow(self.tr("Verdict"), self.verdict)
        rows.addRow(self.tr("Reasons"), self.text)
        column.addLayout(rows)
        column.addWidget(self.missing)
        column.addWidget(buttons)
        self.verdict.currentIndexChanged.connect(self._follow)
        self.text.textChanged.connect(self._follow)
        size_within(self, 720, 660)
        self._follow()

    def given(self) -> dict[str, bool]:
        """The items that were answered with yes or no."""
        return {name: box.currentData() for name, box in self.answers.items() if box.currentData() is not None}

    def draft(self) -> ReviewDraft | None:
        """What would be lost with the dialog; None where nothing was answered or written."""
        agrees, text, answers = self.verdict.currentData(), self.text.toPlainText(), self.given()
        return None if agrees is None and not text.strip() and not answers else ReviewDraft(agrees, text, answers)

    def put(self, draft: ReviewDraft) -> None:
        """Go on from where the dialog was left."""
        self.verdict.setCurrentIndex(self.verdict.findData(draft.agrees))
        self.text.setPlainText(draft.text)
        for name, answer in draft.answers.items():
            if name in self.answers:
                self.answers[name].setCurrentIndex(self.answers[name].findData(answer))

    def _items(self) -> QWidget:
        sheet = Sheet()
        column = QVBoxLayout(sheet)
        for item in self.reviewing.items:
            box = QComboBox()
            box.addItem(self.tr("answer \N{HORIZONTAL ELLIPSIS}") if item.required else self.tr("not applicable"), None)
            box.addItem(self.tr("yes"), True)
            box.addItem(self.tr("no"), False)
            box.setAccessibleName(item.question)
            box.setMaximumWidth(160)
            box.currentIndexChanged.connect(self._follow)
            self.answers[item.name] = box
            means = printed_words.meaning(item.question)
            box.setAccessibleDescription(means)
            column.addWidget(label(item.question, wrap=True))
            if means:
                column.addWidget(label(means, "faint", wrap=True))
            column.addWidget(box)
        area = scrolling(sheet, fields=True)
        area.setAccessibleName(self.tr("Check list"))
        return area

    def _follow(self) -> None:
        open_ = sum(item.required and item.name not in self.given() for item in self.reviewing.items)
        agrees = self.verdict.currentData()
        against = [item for item in self.reviewing.items if item.required and self.given().get(item.name) is False]
        said = ""
        if open_:
            said = self.tr("Questions still open: {n}.").format(n=open_)
        elif agrees is None:
            said = self.tr("Say whether you agree or dissent.")
        elif agrees and against:
            said = self.tr("A required question is answered with no: dissent and say why, or have it put right first.")
        elif not agrees and not self.text.toPlainText().strip():
            said = self.tr("A dissent needs its reasons.")
        self.missing.setText(said)
        self.lock.setEnabled(not said)

    def _done(self) -> None:
        if self.lock.isEnabled():
            self.done_with.emit(bool(self.verdict.currentData()), self.text.toPlainText().strip(), self.given())
            self.accept()
