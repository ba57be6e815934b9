"""The bottom line: what the bench does, how far, how long, cancel; saved; device; who works; which casebook."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QWidget

from forensix.gui import keys, wording
from forensix.gui.bench import Bench, Operation, Urgency, seconds_left
from forensix.gui.doing import doing_word
from forensix.gui.parts import Elided, action, label
from forensix.gui.session import Session, is_casebook

FOLLOW_MS = 30
"""The bench tells of each item; what it does is said this often at the most."""
LOOK_MS = 2000
"""How often it is looked whether the casebook is still where it was: a disk that is pulled out tells nobody."""


LEAST = 110
"""However little room there is, so much of it is for what is being done; device-independent pixels."""


class StatusLine(QWidget):
    """Follows the bench and the session by their signals."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.doing = Elided()
        self.doing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.doing.setMinimumWidth(LEAST)
        self.doing.setAccessibleName(self.tr("What is being done"))
        self.progress = self._make_progress()
        self.left = label("", "faint")
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        keys.tell(self.cancel, "Esc", self.tr("Stop after the item at work; what is done stays done"))
        self.cancel.clicked.connect(self.session.bench.cancel_all)
        tip = self.tr("Hold the batch after the item at work, or go on with it; looking and single acts go on meanwhile")
        self.pause_action = action(self, self.tr("Pa&use the batch"), "Ctrl+Shift+U", tip, self.session.bench.pause, checked=False)
        self.pause_action.setIconText(self.tr("Pause"))
        self.pause = QToolButton()
        self.pause.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.pause.setDefaultAction(self.pause_action)
        self.saved = Elided("saved")
        self.device = Elided("faint")
        self.examiner = Elided()
        self.casebook = Elided("faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(12)
        row.addWidget(self.doing, 1)
        for widget in (self.progress, self.left, self.pause, self.cancel, self.saved, self.device, self.examiner, self.casebook):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._soon = QTimer(self, interval=FOLLOW_MS, singleShot=True)
        self._soon.timeout.connect(self.follow)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        session.bench.changed.connect(self._follow_soon)
        session.changed.connect(self.say_who)
        self.setFixedHeight(self.cancel.sizeHint().height() + 6)
        self.follow()
        self.say_who()

    def _make_progress(self) -> QProgressBar:
        bar = QProgressBar(minimum=0, maximum=1000, textVisible=False)
        bar.setMinimumWidth(LEAST // 2)
        bar.setMaximumWidth(160)
        bar.setAccessibleName(self.tr("Progress"))
        return bar

    def _follow_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def follow(self) -> None:
        """Say what the bench does now."""
        bench: Bench = self.session.bench
        first = bench.first()
        for widget in (self.progress, self.left, self.cancel):
            widget.setVisible(first is not None)
        self.pause.setVisible(bench.batch.whole > 1)
        self.pause_action.setEnabled(bench.batch.whole > 1)
        with QSignalBlocker(self.pause_action):
            self.pause_action.setChecked(bench.batch.paused)
        self.pause_action.setIconText(self.tr("Go on") if bench.batch.paused else self.tr("Pause"))
        if first is None:
            self.doing.setText(self.tr("Ready"))
            self._say_saved()
            return
        batch = bench.batch
        waiting = (
            self.tr("  \N{MIDDLE DOT}  {n} of {whole}").format(n=min(batch.done + 1, batch.whole), whole=batch.whole)
            if batch.whole > 1
            else ""
        )
        stopping = self.tr("stopping: ") if first.cancelled else self.tr("paused: ") if batch.paused else ""
        self.doing.setText(stopping + doing_word(first.step or first.title) + waiting + self._then(first))
        self._show_progress(first)
        if first.urgency is not Urgency.LOOK:
            self._light(self.tr("\N{WHITE CIRCLE} working"), green=False)

    def _then(self, first: Operation) -> str:
        """The act that was asked for and waits until the one at work is done; a batch counts what waits in it."""
        acts = (one for one in self.session.bench.operations() if one.urgency is Urgency.ACT and one.title and one is not first)
        act = next(acts, None)
        return "" if act is None else self.tr("  \N{MIDDLE DOT}  then: {title}").format(title=act.title)

    def look(self) -> None:
        """See whether what was saved is still there, while nothing is being done."""
        if self.session.bench.first() is None:
            self._say_saved()

    def _show_progress(self, first: Operation) -> None:
        """The whole batch's progress while there is one, else the operation's own; a busy bar before the first share is known."""
        batch = self.session.bench.batch
        together = batch.whole > 1 and first.urgency is Urgency.BATCH
        fraction = batch.fraction(first.fraction) if together else first.fraction
        self.progress.setRange(0, 0 if fraction <= 0.0 else 1000)
        self.progress.setValue(round(1000 * fraction))
        seconds = seconds_left(batch.started if together else first.started, fraction)
        self.left.setText("" if seconds is None or batch.paused else wording.span(seconds))

    def say_who(self) -> None:
        session = self.session
        who = session.examiner
        nobody = "" if session.casebook is None else self.tr("nobody signed in")
        proved = self.tr(", by key") if session.proof == "key" else ""
        self.examiner.setText(nobody if who is None else f"{who.name} ({wording.role_word(who.role)}{proved})")
        self.casebook.setText("" if session.casebook is None else session.casebook.folder.name)
        self.casebook.setToolTip("" if session.casebook is None else str(session.casebook.folder))
        self.say_device(session.settings.device)
        self._say_saved()

    def say_device(self, words: str) -> None:
        """Where the network really computes, once it is loaded."""
        self.device.setText(self.tr("device: {device}").format(device=words))

    def _say_saved(self) -> None:
        """Every verb commits before it answers, so with an idle bench all is saved, wherever the casebook is now."""
        casebook = self.session.casebook
        if casebook is None:
            self._light("", green=False)
        elif is_casebook(casebook.folder):
            self._light(self.tr("\N{BLACK CIRCLE} saved"), green=True)
        else:
            self._light(self.tr("\N{WHITE CIRCLE} the casebook is not there"), green=False)

    def _light(self, words: str, *, green: bool) -> None:
        name = "saved" if green else "faint"
        self.saved.setText(words)
        if self.saved.objectName() != name:
            self.saved.setObjectName(name)
            self.saved.style().polish(self.saved)
