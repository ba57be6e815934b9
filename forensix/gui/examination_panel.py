"""The right column: the examination in its order of work, from the examiner's own observation to the signed report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from forensix.domain.case import Examiner
from forensix.domain.examination import ObservedSex, Outcome
from forensix.gui import keys
from forensix.gui.bench import Operation, Urgency
from forensix.gui.conclusion_step import ConclusionStep
from forensix.gui.estimate_step import EstimateStep
from forensix.gui.failure import Notice
from forensix.gui.heatmap_step import HeatmapStep
from forensix.gui.looking import Standing
from forensix.gui.observation_step import ObservationStep
from forensix.gui.parts import Sheet, label, make_primary, scrolled, scrolling
from forensix.gui.report_step import ReportStep, issued_files
from forensix.gui.review_step import ReviewDialog, ReviewDraft, ReviewStep
from forensix.gui.reviewing import NONE, Reviewing, reviewing_of
from forensix.gui.session import LabVerb, Session
from forensix.gui.worklist_model import EmptyCase, Listed, Row

CONCLUDED = frozenset({"concluded", "reviewed", "issued"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for a radiograph and not recorded yet; None where nothing was."""

    observation: tuple[int, str, str] | None
    conclusion: tuple[int, str] | None


class ExaminationPanel(QWidget):
    """Runs the verbs of one radiograph; the main window reads the casebook again after each.

    What is typed stays with its radiograph and its examiner while others are looked at. A step whose act waits on the bench is held, so
    that nothing is recorded twice; afterwards the keyboard goes on to the next one.
    """

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
        self._case: tuple[Listed | None, Sequence[Row]] = (None, ())
        self._uncovered: tuple[str, Examiner | None] | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._reviews: dict[tuple[str, str], ReviewDraft] = {}
        self._acting: dict[int, tuple[str, QWidget]] = {}
        self._go_on_with: tuple[str, QWidget | None] | None = None
        self._just_reviewed = ""
        outer = scrolled(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        self._sought: QWidget | None = None
        self.area = self._scrolling()
        self.area.setMinimumHeight(120)
        outer.addWidget(self.area)
        self.observation.locked.connect(self._observe)
        self.estimate.reveal.connect(self.reveal)
        self.conclusion.concluded.connect(self._conclude)
        self.review.review.connect(self._ask_review)
        session.bench.settled.connect(self._settled)
        self.show_row(None, ())

    def show_row(self, row: Listed | None, same_case: Sequence[Row]) -> None:
        """Another radiograph was chosen; its examination is shown once it was fetched."""
        self._keep_draft()
        self.standing = None
        self.area.verticalScrollBar().setValue(0)
        self.notice.clear()
        about = (row.specimen.label, row.file_name) if isinstance(row, Row) else (self.tr("no radiograph"),)
        named = () if row is None else (row.case.number, *about)
        self.title.setText("  \N{MIDDLE DOT}  ".join(named))
        self.observation.show_observation(None, enabled=False)
        self.estimate.show_nothing()
        self.heatmap.show_examination(None)
        self.conclusion.show_conclusion(None, enabled=False)
        self.review.show_reviewing(None)
        self.report.show_reviewed(False)
        self.report.show_bars(NONE)
        self.show_case(row, same_case)

    def show_case(self, row: Listed | None, same_case: Sequence[Row]) -> None:
        """What a report on the case would hold, and which were issued; covered until it is known that the examiner may see it."""
        self._case = (row, same_case)
        casebook = self.session.casebook
        if row is None or casebook is None:
            self.report.show_nothing()
            return
        concluded = sum(one.state in CONCLUDED for one in same_case)
        later = sum(one.state in CONCLUDED - {"issued"} for one in same_case)
        self.report.show_case(row.case, concluded, len(same_case), issued_files(casebook, row.case.id), later)
        covered = bool(concluded) and self._uncovered != (row.case.id, self.session.examiner)
        self.report.cover(row.covered if isinstance(row, EmptyCase) else covered)

    def show_standing(self, standing: Standing) -> None:
        """How far the radiograph has come; what the examiner is typing for the same radiograph stays."""
        before, self.standing = self.standing, standing
        same = before is not None and before.radiograph.id == standing.radiograph.id
        examining = self.estimate.examine_button.hasFocus()
        if not (same and standing.observation is None and self.observation.begun()):
            self.observation.show_observation(standing.observation)
        self.estimate.show_standing(standing)
        self.estimate.reveal_button.setEnabled("reveal" not in standing.not_hers)
        self.heatmap.show_examination(standing.estimate)
        may_conclude = bool(standing.runs) and (standing.estimate is not None or standing.may_reveal)
        if same and self.conclusion.begun() and before is not None and before.conclusion == standing.conclusion:
            self.conclusion.setEnabled(may_conclude)
        else:
            self.conclusion.show_conclusion(standing.conclusion, enabled=may_conclude)
        unobserved = standing.observation is None and not standing.blind_first
        self.observation.keep_from("observe" in standing.not_hers)
        self.conclusion.keep_from("conclude" in standing.not_hers)
        self.conclusion.say_unobserved(unobserved and standing.conclusion is None)
        if not same:
            self._put_draft(standing)
        self._hold(standing)
        self._go_on_after(standing)
        if examining and not self.estimate.examine_button.isVisible():
            self.go_on()
        self._lead()
        self._read_reviewing()

    def begun(self) -> bool:
        """Whether something was typed that closing would lose, here or for another radiograph."""
        return bool(self._drafts or self._reviews) or (self.standing is not None and (self.observation.begun() or self.conclusion.begun()))

    def press(self, push: QPushButton) -> None:
        """Do by its key what a button of a step does; where that cannot be done as things stand, say so and what leads on."""
        if push.isEnabled() and push.isVisibleTo(self):
            push.click()
        elif self._case[0] is None:
            self.notice.say(self.tr("Choose a radiograph in the list first."))
        else:
            said = self.tr("“{what}” cannot be done here as things stand. {key} goes to the step that waits for you.")
            self.notice.say(said.format(what=push.text().replace("&", ""), key=keys.shown_key(keys.key_of("Ctrl+G"))))

    def go_on(self) -> None:
        """Put the keyboard where the work goes on: the first step that waits for the examiner."""
        standing = self.standing
        if standing is None:
            return
        self._sought = waiting = self._waiting(standing)
        waiting.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(waiting)

    def _keep_in_sight(self) -> None:
        """The texts above the step that was gone to have grown: it stays in sight while it has the keyboard and nobody scrolls."""
        if self._sought is not None and self._sought.hasFocus():
            self.area.ensureWidgetVisible(self._sought)

    def _let_go(self) -> None:
        self._sought = None

    def _keep_draft(self) -> None:
        standing = self.standing
        if standing is None:
            return
        observation = self.observation.draft() if standing.observation is None and self.observation.begun() else None
        conclusion = self.conclusion.draft() if self.conclusion.begun() else None
        if observation or conclusion:
            self._drafts[standing.examiner, standing.radiograph.id] = Draft(observation, conclusion)

    def _put_draft(self, standing: Standing) -> None:
        draft = self._drafts.pop((standing.examiner, standing.radiograph.id), None)
        if draft is None:
            return
        if draft.observation is not None and standing.observation is None:
            self.observation.put(draft.observation)
        if draft.conclusion is not None:
            self.conclusion.put(draft.conclusion)

    def _act(self, step: QWidget, verb: LabVerb, done: Callable[[], None], title: str) -> None:
        """Run the verb of a step, which is held until it is settled; `done` is called where it succeeded."""
        standing = self.standing
        if standing is None:
            return
        radiograph = standing.radiograph.id
        if (radiograph, step) in self._acting.values():
            return

        def succeeded(answer: object) -> None:
            self.notice.clear()
            done()

        operation = self.session.act(self, verb, succeeded, title=title)
        self._acting[operation.number] = (radiograph, step)
        if step.isAncestorOf(QApplication.focusWidget() or self):
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        step.setEnabled(False)

    def _hold(self, standing: Standing) -> None:
        for radiograph, step in self._acting.values():
            if radiograph == standing.radiograph.id:
                step.setEnabled(False)

    def _settled(self, operation: Operation) -> None:
        """What failed or was cancelled can be tried again; what succeeded is read again."""
        radiograph, step = self._acting.pop(operation.number, ("", self))
        if radiograph and self._shows(radiograph) and (operation.error is not None or operation.cancelled):
            step.setEnabled(True)

    def _shows(self, radiograph: str) -> bool:
        return self.standing is not None and self.standing.radiograph.id == radiograph

    def _go_on_after(self, standing: Standing) -> None:
        """After an act of hers on this radiograph the keyboard goes to the next step; what she has just uncovered stays in sight."""
        if self._go_on_with is None or self._go_on_with[0] != standing.radiograph.id:
            return
        _, seen = self._go_on_with
        self._go_on_with = None
        if QApplication.focusWidget() in (None, self.area) or self.isAncestorOf(QApplication.focusWidget() or self):
            self.go_on()
            if seen is not None:
                self._let_go()
                self.area.ensureWidgetVisible(seen)

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
        self.report.show_reviewed(reviewing.reviewed, reviewing.unprinted)
        self.report.show_bars(reviewing.bars)
        self._uncovered = None if reviewing.covered else (reviewing.case_id, self.session.examiner)
        self.show_case(row, same_case)
        self._lead()
        sought, report = self._sought, self.report
        waits = sought in (report.sign_button, report.countersign_button) and QApplication.focusWidget() in (None, self.area)
        if waits or (reviewing.reviewed and self._just_reviewed == reviewing.case_id):  # it could not have the keyboard before
            self._just_reviewed = ""
            self.go_on()

    def _ask_review(self) -> None:
        row, reviewing = self._case[0], self.review.reviewing
        if row is None or reviewing is None or not reviewing.may_review:
            return
        dialog = ReviewDialog(row.case, reviewing, self)
        number, of = row.case.number, (self._works, row.case.id)
        if of in self._reviews:
            dialog.put(self._reviews[of])

        def keep() -> None:
            self._reviews.pop(of, None)
            if (left := dialog.draft()) is not None:
                self._reviews[of] = left

        def recorded(answer: object) -> None:
            self._reviews.pop(of, None)
            self._just_reviewed = of[1]
            self.notice.clear()

        def record(agrees: bool, text: str, answers: dict[str, bool]) -> None:
            self.session.act(
                self,
                lambda laboratory, progress: laboratory.review(number, agrees=agrees, text=text, checklist=answers),
                recorded,
                title=self.tr("recording the review"),
            )

        dialog.done_with.connect(record)
        dialog.finished.connect(keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _works(self) -> str:
        """The name of who works now."""
        return "" if self.session.examiner is None else self.session.examiner.name

    def reveal(self) -> None:
        """Uncover the estimate; the laboratory decides whether, and writes it down."""
        standing = self.standing
        if standing is None or not standing.may_reveal:
            return
        radiograph = standing.radiograph.id
        self._act(
            self.estimate.reveal_button,
            lambda laboratory, progress: laboratory.reveal(radiograph),
            lambda: self._then_go_on(radiograph, self.estimate),
            self.tr("revealing"),
        )

    def _lead(self) -> None:
        """Of the buttons that can all be pressed at once, only that of the step which waits looks like the next thing to do."""
        waiting = None if self.standing is None else self._waiting(self.standing)
        if waiting is self.report.next_button and not self.report.signs_next:
            waiting = None
        for push in (self.estimate.reveal_button, self.review.review_button, self.report.sign_button, self.report.countersign_button):
            make_primary(push, push is waiting)

    def _waiting(self, standing: Standing) -> QWidget:
        """Where the first step begins that waits for the examiner."""
        reviewing = self.review.reviewing
        if standing.observation is None and "observe" not in standing.not_hers:
            return self.observation.outcome
        if not standing.runs:
            return self.estimate.examine_button
        if reviewing is not None and reviewing.reviewed and reviewing.may_review:
            return self.report.next_button
        if standing.estimate is None and "reveal" not in standing.not_hers:
            return self.estimate.reveal_button
        if reviewing is not None and reviewing.may_review:
            return self.review.review_button
        concludes = standing.conclusion is None and "conclude" not in standing.not_hers
        return self.conclusion.outcome if concludes else self.report.sign_button

    def _observe(self, outcome: ObservedSex, features: str, certainty: str) -> None:
        standing = self.standing
        if standing is None:
            return
        radiograph = standing.radiograph.id
        self._act(
            self.observation,
            lambda laboratory, progress: laboratory.observe(radiograph, outcome, features, certainty),
            lambda: self._observed(standing.examiner, radiograph),
            self.tr("locking the observation"),
        )

    def _conclude(self, outcome: Outcome, basis: str) -> None:
        standing = self.standing
        if standing is None:
            return
        radiograph, examination, looked = standing.radiograph.id, standing.latest, self.view_recipe()
        kept = {} if looked is None else {"view_recipe": looked}
        self._act(
            self.conclusion,
            lambda laboratory, progress: laboratory.conclude(examination, outcome, basis, **kept),
            lambda: self._concluded(standing.examiner, radiograph),
            self.tr("recording the conclusion"),
        )

    def _observed(self, examiner: str, radiograph: str) -> None:
        self._recorded((examiner, radiograph), observation=None)
        self._then_go_on(radiograph)

    def _recorded(self, of: tuple[str, str], **part: None) -> None:
        """What was typed for a radiograph that was left meanwhile is recorded by now."""
        draft = self._drafts.pop(of, None)
        left = None if draft is None else replace(draft, **part)
        if left is not None and (left.observation or left.conclusion):
            self._drafts[of] = left

    def _concluded(self, examiner: str, radiograph: str) -> None:
        self._recorded((examiner, radiograph), conclusion=None)
        if self._shows(radiograph):
            self.conclusion.show_conclusion(None, enabled=False)
        self._then_go_on(radiograph)

    def _then_go_on(self, radiograph: str, seen: QWidget | None = None) -> None:
        self._go_on_with = (radiograph, seen)

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
        area.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        area.verticalScrollBar().actionTriggered.connect(self._let_go)
        return area
