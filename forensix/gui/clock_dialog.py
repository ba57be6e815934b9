"""The clock of this computer: compared with another one, which reports print, and confirmed after it was wrong, for signing waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QWidget

from forensix.domain.clock import COMPARED, ClockComparison, reference_time, seconds_ahead
from forensix.domain.errors import CaseConflict
from forensix.gui import wording
from forensix.gui.act_dialog import ActDialog, form, named
from forensix.gui.bench import Progress
from forensix.gui.parts import button, label
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

TICK_MS = 100
BY_HAND_S = 1.0
"""How near two clocks are read by eye and key."""
Now = Callable[[], datetime]


def now() -> datetime:
    """The time of this computer, with the zone that it keeps."""
    return datetime.now(UTC).astimezone()


class CompareClockDialog(ActDialog):
    """The reference's next full minute is typed, and Enter pressed when the reference shows it: that moment is compared."""

    def __init__(self, session: Session, parent: QWidget | None = None, now: Now = now) -> None:
        super().__init__(session, parent, width=560)
        self._now = now
        self.ahead: float | None = None
        """By how many seconds this computer is ahead; None until a moment was taken."""
        self._make_fields()
        self.running = label("", "outcome", says=self.tr("This computer's time"))
        who = session.examiner.name if session.examiner is not None else ""
        proof = self.tr("with her key") if session.proof == "key" else self.tr("claimed")
        said = self.tr(
            "Type the time that the reference will show next, for example its next full minute, and press Enter at the moment when it "
            "shows it. Nothing is measured here but that moment: custody keeps what you saw, and each report prints it."
        )
        line = QHBoxLayout()
        for part in (self.shown, self.zone, self.take):
            line.addWidget(part, 1 if part is self.shown else 0)
        row = QWidget()
        row.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self.lay_out(
            self.tr("Compare the clock"),
            self.tr("&Record the comparison"),
            label(self.tr("This computer shows"), "heading"),
            self.running,
            label(said, "faint", wrap=True),
            form(
                (self.tr("Reference"), self.reference),
                (self.tr("It shows"), row),
                (self.tr("Difference"), self.difference),
                (self.tr("Known within"), self.within),
                (self.tr("Compared by"), label(f"{who} ({proof})", says=self.tr("Who compared"))),
                (self.tr("Last time"), self.last),
            ),
        )
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._run)
        self._tick.start()
        self._run()
        self.look(comparisons_of, self._show_earlier)
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        tip = self.tr("Which clock it is, so that somebody else can find it: maker, kind, number")
        self.reference = named(QComboBox(editable=True), self.tr("Reference clock"), tip)
        self.reference.addItems(
            [self.tr("GPS receiver"), self.tr("radio clock"), self.tr("telephone time service"), self.tr("time server")]
        )
        self.reference.setCurrentText("")
        self.reference.lineEdit().setPlaceholderText(tip)  # type: ignore[union-attr]
        self.shown = named(QLineEdit(), self.tr("The time that the reference shows"))
        self.shown.setPlaceholderText("HH:MM:SS")
        self.zone = named(QComboBox(), self.tr("Time zone of the reference"))
        self.zone.addItem(self._now().strftime("UTC%z"), False)
        self.zone.addItem("UTC", True)
        self.take = button(self.tr("It shows it &now"), self.tr("Take this moment; Enter in the field does it too"), self._take)
        self.difference = label("", wrap=True, says=self.tr("Difference of the two clocks"))
        self.last = label(self.tr("none is recorded"), "faint", wrap=True, says=self.tr("The last comparison"))
        self.within = named(QDoubleSpinBox(), self.tr("How near the difference is known"), self.tr("By eye and key it is about a second"))
        self.within.setRange(0.1, 3600.0)
        self.within.setDecimals(1)
        self.within.setValue(BY_HAND_S)
        self.within.setSuffix(" s")
        self.reference.currentTextChanged.connect(self.follow)
        self.shown.textChanged.connect(self._forget)
        self.shown.returnPressed.connect(self._take)
        self.zone.currentIndexChanged.connect(self._forget)

    def _missing(self) -> str:
        if not self.reference.currentText().strip():
            return self.tr("Say with which clock you compare.")
        if self.ahead is None:
            return self.tr("Type the reference's time, and press Enter when it shows it.")
        return ""

    def _run(self) -> None:
        self.running.setText(wording.isolated(f"{self._now():%Y-%m-%d  %H:%M:%S}"))

    def _forget(self) -> None:
        self.ahead = None
        self.difference.clear()
        self.follow()

    def _take(self) -> None:
        """Take the moment at which the reference shows what was typed."""
        if self.ahead is None:
            QTimer.singleShot(0, self, partial(self._compare, self._now()))  # after the Enter that may have called it

    def _compare(self, moment: datetime) -> None:
        here = moment.astimezone(UTC) if self.zone.currentData() else moment
        try:
            reference = reference_time(self.shown.text(), here)
        except ValueError:
            self.difference.setText(self.tr("This is no time. For example 14:05:00, or with its date 2026-11-05 14:05:00."))
            return
        self.ahead = round(seconds_ahead(here, reference), 1)
        self.difference.setText(self._difference(self.ahead))
        self.follow()
        self.fit()
        self.within.setFocus(Qt.FocusReason.OtherFocusReason)

    def _difference(self, ahead: float) -> str:
        if ahead == 0:
            return self.tr("Both clocks show the same time.")
        ahead_or_behind = (self.tr("This computer's clock is {seconds} s ahead."), self.tr("This computer's clock is {seconds} s behind."))
        return ahead_or_behind[ahead < 0].format(seconds=f"{abs(ahead):.1f}")

    def _show_earlier(self, earlier: tuple[tuple[str, str], ...]) -> None:
        """References that were used before are offered first."""
        typed = self.reference.currentText()
        for name, _ in earlier:
            if self.reference.findText(name) < 0:
                self.reference.insertItem(0, name)
        self.reference.setCurrentText(typed)
        if earlier:
            self.last.setText(earlier[-1][1])
            self.fit()

    def _act(self) -> None:
        reference, ahead, within = self.reference.currentText().strip(), self.ahead, self.within.value()
        if ahead is None:
            return
        self.work(
            lambda laboratory, progress: laboratory.compare_clock(reference, ahead, within),
            lambda compared: self.finish(self.tr("Recorded: {comparison}.").format(comparison=compared)),
            self.tr("recording the comparison"),
        )


class ConfirmClockDialog(ActDialog):
    """Says that the clock is right now, though acts are recorded at later times; they stay as they are."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.doubt = label("", wrap=True, says=self.tr("What speaks against the clock"))
        self.reason = named(QLineEdit(), self.tr("With what the clock was compared"))
        self.reason.setPlaceholderText(self.tr("With what you compared it, and why it was wrong before"))
        said = self.tr(
            "If the clock is wrong now, set it right first, in the system's settings. If it is right now and was wrong before, say so "
            "here: reports can then be signed again. What was recorded at wrong times stays as it is, and verification notes it."
        )
        self.lay_out(
            self.tr("Confirm the clock"),
            self.tr("The clock is &right now"),
            self.doubt,
            label(said, "faint", wrap=True),
            form((self.tr("Reason"), self.reason)),
        )
        self.reason.textChanged.connect(self.follow)
        self.look(doubt_of, self._show)

    def _missing(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Confirming the clock needs its reason in words.")

    def _show(self, doubt: str) -> None:
        self.doubt.setText(doubt or self.tr("Nothing speaks against the clock at the moment."))
        self.fit()

    def _act(self) -> None:
        reason = self.reason.text().strip()
        self.work(
            lambda laboratory, progress: laboratory.confirm_clock(reason),
            lambda answer: self.finish(self.tr("Confirmed; what was recorded at wrong times stays as it is.")),
            self.tr("confirming the clock"),
        )


def comparisons_of(laboratory: Laboratory, progress: Progress) -> tuple[tuple[str, str], ...]:
    """(reference, the comparison as a sentence with who and when) of every comparison in the casebook, the first one first."""
    held = [event for event in laboratory.casebook.events() if event.kind == COMPARED]
    return tuple(
        (
            str(event.details["reference"]),
            f"{wording.clock(datetime.fromisoformat(event.at))}, {event.actor}: "
            f"{ClockComparison(*(str(event.details[name]) for name in ('reference', 'ahead_s', 'within_s')))}",
        )
        for event in held
    )


def doubt_of(laboratory: Laboratory, progress: Progress) -> str:
    """Why nothing can be signed at this clock; "" where it can."""
    try:
        laboratory.casebook.check_clock()
    except CaseConflict as error:
        return error.message
    return ""
