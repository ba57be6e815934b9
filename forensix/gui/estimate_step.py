"""Second step: the network's estimate, covered until it may be seen; then outcome, ratio, posterior, typicality, age, limitations."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forensix.domain.examination import AgeEstimate, Examination, Outcome, SexEstimate
from forensix.gui import printed_words, wording
from forensix.gui.estimate_strip import EstimateStrip
from forensix.gui.looking import Standing
from forensix.gui.parts import button, label, slider, step_frame

ADULT_YEARS = 19
"""Where the atlas of skeletal ages that the models learnt ends, as in reports."""


class EstimateStep(QWidget):
    """Shows nothing of an estimate but what it was handed; who may see it was decided behind the laboratory's one door."""

    examine = Signal()
    reveal = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimate: SexEstimate | None = None
        frame, column = step_frame(self.tr("2  The estimate"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.covered = label("", wrap=True, says=self.tr("State of the estimate"))
        tip = self.tr("Run the network on the selected radiographs; the estimate stays covered")
        self.examine_button = button(self.tr("&Examine"), tip, self.examine.emit, key="Ctrl+E", primary=True)
        tip = self.tr("Show the estimate; the custody log records when")
        self.reveal_button = button(self.tr("Re&veal the estimate"), tip, self.reveal.emit, key="Ctrl+R")
        self.shown = self._make_shown()
        for widget in (self.covered, self.examine_button, self.reveal_button, self.shown):
            column.addWidget(widget)
        self.show_nothing()

    def show_nothing(self) -> None:
        self._show_covered("", examine=False, reveal=False)

    def show_standing(self, standing: Standing) -> None:
        if standing.estimate is not None:
            self._show_run(standing.estimate, standing)
        elif not standing.runs:
            self._show_covered(self.tr("Not examined yet."), examine=True, reveal=False)
        elif standing.may_reveal:
            self._show_covered(self.tr("Examined. The estimate is covered until you reveal it."), examine=False, reveal=True)
        else:
            text = self.tr("Examined. The estimate is covered until your own observation is locked.")
            self._show_covered(text, examine=False, reveal=False)

    def _show_covered(self, text: str, *, examine: bool, reveal: bool) -> None:
        self._estimate = None
        self.covered.setText(text)
        self.covered.setVisible(bool(text))
        self.examine_button.setVisible(examine)
        self.reveal_button.setVisible(reveal)
        self.shown.hide()
        for part in (
            self.outcome,
            self.reason,
            self.ratio,
            self.verbal,
            self.verbal_means,
            self.posterior,
            self.what_if,
            self.typicality,
            self.age,
            self.limits,
            self.limits_printed,
            self.model,
        ):
            part.clear()
        self.strip.show_estimate(None)

    def _show_run(self, examination: Examination, standing: Standing) -> None:
        again = self.tr("run {n}").format(n=standing.runs) if standing.runs > 1 else ""
        record = self.tr("under the site record of {site}").format(site=standing.site) if standing.site else ""
        recipe = examination.recipe
        parts = (examination.sex.model, record, again, f"{recipe.device}, {recipe.dtype}", wording.clock(examination.performed_at))
        declared = standing.radiograph.acquisition.patient_age_years
        self.show_estimate(examination.sex, examination.age, "  \N{MIDDLE DOT}  ".join(part for part in parts if part), declared)

    def show_estimate(self, estimate: SexEstimate, age: AgeEstimate | None, footer: str, declared: float | None = None) -> None:
        """The whole estimate; `footer` says which model made it, where and when, and `declared` is the age in the file's header (years).

        A skeletal age is no result where the radiograph cannot be judged, nor of an adult.
        """
        self._show_covered("", examine=False, reveal=False)
        self._estimate = estimate
        self.outcome.setText(wording.outcome_word(estimate.outcome))
        self._fill(self.reason, wording.reason_sentence(estimate))
        exhibit = estimate.outcome is Outcome.NOT_EVALUATED
        unaged = exhibit and (estimate.reason != "outside_validation" or (declared or 0.0) >= ADULT_YEARS)
        only = self.tr("As an exhibit only: ")
        self.ratio.setText((only if exhibit else "") + wording.ratio_sentence(estimate))
        self._fill(self.verbal, "" if exhibit else wording.verbal_sentence(estimate))
        means = "" if exhibit else printed_words.verbal_meaning(estimate)
        said = self.tr("In English, as the report prints it. It means: {means}")
        self._fill(self.verbal_means, said.format(means=means) if means else "")
        for part in (self.posterior, self.prior_row):
            part.setVisible(not exhibit)
        self.strip.show_estimate(estimate)
        self.prior.setValue(round(100 * estimate.prior_male))
        self._move_prior(self.prior.value())
        self.typicality.setText(wording.typicality_sentence(estimate))
        self.age.setText((only if unaged and age is not None else "") + wording.age_sentence(age))
        limits = [f"\N{BULLET} {printed_words.limitation_line(one.kind, one.sentence)}" for one in estimate.limitations]
        self._fill(self.limits, "\n".join(limits))
        self._fill(self.limits_printed, printed_words.as_printed() if limits else "")
        self.model.setText(footer)
        self.shown.show()

    def _make_shown(self) -> QFrame:
        shown = QFrame()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self.outcome = label("", "outcome", says=self.tr("Outcome"))
        self.reason = label("", wrap=True, says=self.tr("Reason"))
        self.ratio = label("", wrap=True, says=self.tr("Likelihood ratio"))
        self.verbal = label("", wrap=True, says=self.tr("Verbal equivalent"))
        self.verbal_means = label("", "faint", wrap=True, says=self.tr("What the verbal equivalent means"))
        self.strip = EstimateStrip()
        self.posterior = label("", wrap=True, says=self.tr("Posterior at the prior"))
        self.what_if = label("", "faint", wrap=True, says=self.tr("What another prior would change"))
        self.typicality = label("", wrap=True, says=self.tr("Typicality"))
        self.age = label("", wrap=True, says=self.tr("Skeletal age"))
        self.limits = label("", wrap=True, says=self.tr("Limitations"))
        self.limits_printed = label("", "faint", wrap=True)
        self.model = label("", "faint", wrap=True, says=self.tr("Model and path"))
        for widget in (self.outcome, self.reason, self.ratio, self.verbal, self.verbal_means, self.strip, self.posterior):
            column.addWidget(widget)
        self.prior_row = self._make_prior()
        column.addWidget(self.prior_row)
        for widget in (self.what_if, self.age, self.typicality, self.limits, self.limits_printed, self.model):
            column.addWidget(widget)
        return shown

    def _make_prior(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        self.prior = slider(1, 99, 50, self.tr("Prior probability of male, to see what would change; the record keeps its own"))
        self.prior.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the strip above it
        self.prior.valueChanged.connect(self._move_prior)
        line.addWidget(label(self.tr("Prior of male"), "faint"))
        line.addWidget(self.prior, 1)
        return row

    def _move_prior(self, hundredths: int) -> None:
        if self._estimate is None:
            return
        prior = hundredths / 100
        self.posterior.setText(wording.posterior_sentence(self._estimate, prior))
        moved = abs(prior - self._estimate.prior_male) > 0.004
        self._fill(self.what_if, wording.what_if_sentence(self._estimate, prior) if moved else "")

    def _fill(self, part: QWidget, text: str) -> None:
        part.setText(text)  # type: ignore[attr-defined]
        part.setVisible(bool(text))
