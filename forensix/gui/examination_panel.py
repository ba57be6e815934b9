"""The right column: the examination in its order of work, from the examiner's own observation to the signed report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from forensix.domain.case import Examiner
from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui.bench import Urgency
from forensix.gui.conclusion_step import ConclusionStep
from forensix.gui.estimate_step import EstimateStep
from forensix.gui.failure import Notice
from forensix.gui.heatmap_step import HeatmapStep
from forensix.gui.looking import Standing
from forensix.gui.observation_step import ObservationStep
from forensix.gui.parts import Sheet, label, scrolling
from forensix.gui.report_step import ReportStep, issued_files
from forensix.gui.review_step import ReviewDialog, ReviewStep
from forensix.gui.reviewing import Reviewing, reviewing_of
from forensix.gui.session import Session
from forensix.gui.worklist_model import Row

CONCLUDED = frozenset({"concluded", "reviewed", "issued"})


class ExaminationPanel(QWidget):
    """Runs the verbs of one radiograph; the main window reads the casebook again after each."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.standing: Standing | None = None
        self.view_recipe: Callable[[], str | None] = lambda: None
        self.title = label("", "heading", wrap=True)
        self.notice = Notice()
        self.observation = ObservationStep()
        self.estimate = EstimateStep()
        self.heatmap = HeatmapStep(session)
        self.conclusion = ConclusionStep()
        self.review = ReviewStep()
        self.report = ReportStep()
        self._case: tuple[Row | None, Sequence[Row]] = (None, ())
        self._uncovered: tuple[str, Examiner | None] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        self.area = self._scrolling()
        outer.addWidget(self.area)
        self.observation.locked.connect(self._observe)
        self.estimate.reveal.connect(self.reveal)
        self.conclusion.concluded.connect(self._conclude)
        self.review.review.connect(self._ask_review)
        self.show_row(None, ())

    def show_row(self, row: Row | None, same_case: Sequence[Row]) -> None:
        """Another radiograph was chosen; its examination is shown once it was fetched."""
        self.standing = None
        self.area.verticalScrollBar().setValue(0)
        self.notice.clear()
        self.title.setText("" if row is None else f"{row.case.number}  \N{MIDDLE DOT}  {row.specimen.label}")
        self.observation.show_observation(None, enabled=False)
        self.estimate.show_nothing()
        self.heatmap.show_examination(None)
        self.conclusion.show_conclusion(None, enabled=False)
        self.review.show_reviewing(None)
        self.show_case(row, same_case)

    def show_case(self, row: Row | None, same_case: Sequence[Row]) -> None:
        """What a report on the case would hold, and which were issued; covered until it is known that the examiner may see it."""
        self._case = (row, same_case)
        casebook = self.session.casebook
        if row is None or casebook is None:
            self.report.show_nothing()
            return
        concluded = sum(one.state in CONCLUDED for one in same_case)
        self.report.show_case(row.case, concluded, len(same_case), issued_files(casebook, row.case.id))
        self.report.cover(bool(concluded) and self._uncovered != (row.case.id, self.session.examiner))

    def show_standing(self, standing: Standing) -> None:
        """How far the radiograph has come; what the examiner is typing for the same radiograph stays."""
        before, self.standing = self.standing, standing
        same = before is not None and before.radiograph.id == standing.radiograph.id
        if not (same and standing.observation is None and self.observation.begun()):
            self.observation.show_observation(standing.observation)
        self.estimate.show_standing(standing)
        self.heatmap.show_examination(standing.estimate)
        may_conclude = bool(standing.runs) and (standing.estimate is not None or standing.may_reveal)
        if same and self.conclusion.begun() and before is not None and before.conclusion == standing.conclusion:
            self.conclusion.setEnabled(may_conclude)
        else:
            self.conclusion.show_conclusion(standing.conclusion, enabled=may_conclude)

        unobserved = standing.observation is None and not standing.blind_first
        self.conclusion.say_unobserved(unobserved and standing.conclusion is None)
        self._read_reviewing()

    def begun(self) -> bool:
        """Whether something was typed that leaving would lose."""
        return self.standing is not None and (self.observation.begun() or self.conclusion.begun())

    def go_on(self) -> None:
        """Put the keyboard where the work goes on: the first step that waits for the examiner."""
        standing = self.standing
        if standing is None:
            return
        waiting = self.observation.outcome if standing.observation is None else self._after_observation(standing)
        waiting.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(waiting)

    def _read_reviewing(self) -> None:
        """Ask what of other examiners' work on the case may be read now."""
        row = self._case[0]
        if row is not None and self.session.ready:
            case_id = row.case.id
            self.session.act(
                self, lambda laboratory, progress: reviewing_of(laboratory, case_id), self._show_reviewing, title="", urgency=Urgency.LOOK
            )

    def _show_reviewing(self, reviewing: Reviewing) -> None:
        row, same_case = self._case
        if row is None or row.case.id != reviewing.case_id:
            return
        self.review.show_reviewing(reviewing)
        self._uncovered = None if reviewing.covered else (reviewing.case_id, self.session.examiner)
        self.show_case(row, same_case)

    def _ask_review(self) -> None:
        row, reviewing = self._case[0], self.review.reviewing
        if row is None or reviewing is None or not reviewing.may_review:
            return
        dialog = ReviewDialog(row.case, reviewing, self)
        number = row.case.number

        def record(agrees: bool, text: str, answers: dict[str, bool]) -> None:
            self.session.act(
                self,
                lambda laboratory, progress: laboratory.review(number, agrees=agrees, text=text, checklist=answers),
                self._done,
                title=self.tr("recording the review"),
            )

        dialog.done_with.connect(record)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def reveal(self) -> None:
        """Uncover the estimate; the laboratory decides whether, and writes it down."""
        standing = self.standing
        if standing is None or not standing.may_reveal:
            return
        radiograph = standing.radiograph.id
        self.session.act(self, lambda laboratory, progress: laboratory.reveal(radiograph), self._done, title=self.tr("revealing"))

    def _after_observation(self, standing: Standing) -> QWidget:
        if not standing.runs:
            return self.estimate.examine_button
        if standing.estimate is None:
            return self.estimate.reveal_button
        return self.report.sign_button if standing.conclusion is not None else self.conclusion.outcome

    def _observe(self, outcome: ObservedSex, features: str, certainty: str) -> None:
        standing = self.standing
        if standing is None:
            return
        radiograph = standing.radiograph.id
        self.session.act(
            self,
            lambda laboratory, progress: laboratory.observe(radiograph, outcome, features, certainty),
            self._done,
            title=self.tr("locking the observation"),
        )

    def _conclude(self, outcome: Outcome, basis: str) -> None:
        standing = self.standing
        if standing is None:
            return
        examination, looked = standing.latest, self.view_recipe()
        kept = {} if looked is None else {"view_recipe": looked}
        self.session.act(
            self,
            lambda laboratory, progress: laboratory.conclude(examination, outcome, basis, **kept),
            self._concluded,
            title=self.tr("recording the conclusion"),
        )

    def _concluded(self, answer: object) -> None:
        self.conclusion.show_conclusion(None, enabled=False)
        self._done(answer)

    def _done(self, answer: object) -> None:
        self.notice.clear()

    def _scrolling(self) -> QScrollArea:
        inside = Sheet()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for widget in (self.title, self.observation, self.estimate, self.heatmap, self.conclusion, self.review, self.report):
            column.addWidget(widget)
        column.addStretch(1)
        area = scrolling(inside)
        area.setAccessibleName(self.tr("Examination"))
        return area
