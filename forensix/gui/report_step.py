"""Fourth step: the report on a case, its signatures, and whether they verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forensix.domain.case import Case
from forensix.domain.report import Report, Signature
from forensix.gui import wording
from forensix.gui.parts import button, label, step_frame
from forensix.gui.signing_bars import Bars, Why, why_not_countersigned, why_not_issued

if TYPE_CHECKING:
    from forensix.casebook.casebook import Casebook


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """A version of a report with its signatures; `path` is the file after the last one."""

    report: Report
    signatures: tuple[Signature, ...]
    path: Path


def issued_files(casebook: Casebook, case_id: str) -> list[IssuedFile]:
    """The reports of a case, the latest first."""
    files = []
    for report in casebook.reports(case_id):
        signatures = tuple(casebook.signatures(report.id))
        if signatures:
            files.append(IssuedFile(report, signatures, casebook.report_files.path(signatures[-1].file_sha256)))
    return files[::-1]


class ReportStep(QWidget):
    """Says what a report would hold, and lists what was issued."""

    preview = Signal()
    verify = Signal(object)
    """An `IssuedFile`."""
    countersign = Signal(object)
    """An `IssuedFile` that the examiner alone has signed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame, column = step_frame(self.tr("4  The report"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.holds = label("", wrap=True, says=self.tr("What the report would hold"))
        tip = self.tr("Preview the report, then sign and issue it")
        self.sign_button = button("", tip, self.preview.emit, key="Ctrl+P")
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("Issued reports"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.versions.setMinimumContentsLength(10)
        self.open_button = button(self.tr("&Open"), self.tr("Open the issued PDF with the system's viewer"), self._open, key="Ctrl+Shift+O")
        tip = self.tr("Check signatures, hashes and custody of the issued report")
        self.verify_button = button(self.tr("&Verify"), tip, self._verify, key="Ctrl+Shift+V")
        tip = self.tr("Sign the issued report as its reviewer, with your own key")
        self.countersign_button = button(self.tr("Co&untersign \N{HORIZONTAL ELLIPSIS}"), tip, self._countersign, key="Ctrl+Shift+P")
        self.issued = QWidget()
        rows = QVBoxLayout(self.issued)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.versions)
        row = QHBoxLayout()
        for push in (self.open_button, self.verify_button, self.countersign_button):
            row.addWidget(push, 1)
        rows.addLayout(row)
        self.versions.currentIndexChanged.connect(self._follow)
        self._reviewed = self._whole = False
        self._bars = Bars()
        self.outdated = label("", wrap=True, says=self.tr("Conclusions that no issued version holds"))
        self.unprinted = label("", wrap=True, says=self.tr("A review that no issued version holds"))
        self.covered = label(self.tr("Its reports are covered until your own observations are locked."), "faint", wrap=True)
        self.not_issued = label("", wrap=True, says=self.tr("Why you cannot sign the report"))
        self.not_countersigned = label("", wrap=True, says=self.tr("Why you cannot countersign"))
        said = (self.holds, self.covered, self.outdated, self.unprinted, self.not_issued)
        steps = (*said, self.sign_button, self.issued, self.not_countersigned)
        for widget in steps:
            column.addWidget(widget)
        self.show_nothing()

    def show_nothing(self) -> None:
        self.holds.setText("")
        self.sign_button.setEnabled(False)
        self.issued.hide()
        self.unprinted.hide()
        self.outdated.hide()
        self.covered.hide()
        self.show_bars(Bars())
        self.setEnabled(False)

    def show_case(self, case: Case, concluded: int, whole: int, issued: Sequence[IssuedFile], later: int = 0) -> None:
        """`concluded` of the case's `whole` radiographs have a conclusion, `later` of them since the latest version.

        An older version that is chosen stays so, else the latest is.
        """
        before = self.chosen() if self.versions.currentIndex() > 0 else None
        self.setEnabled(True)
        self.sign_button.setEnabled(concluded > 0)
        self.holds.setText(self._sentence(case, concluded, whole))
        self.versions.clear()
        for one in issued:
            signers = ", ".join(signature.signer for signature in one.signatures)
            when = wording.clock(one.signatures[-1].signed_at)
            self.versions.addItem(self.tr("version {n}, {signers}, {when}").format(n=one.report.version, signers=signers, when=when), one)
        if before is not None:
            held = [one.report.id for one in issued]
            self.versions.setCurrentIndex(held.index(before.report.id) if before.report.id in held else 0)
        self.issued.setVisible(bool(issued))
        said = self.tr("Version {n} does not hold what was concluded since it was issued (radiographs: {later}). A new version does.")
        self.outdated.setText(said.format(n=issued[0].report.version if issued else 0, later=later))
        self.outdated.setVisible(bool(issued) and later > 0)
        self._whole = bool(issued) and not later

    def cover(self, covered: bool) -> None:
        """Keep draft and issued reports from an examiner who may not see what they say yet."""
        self.covered.setVisible(covered)
        if covered:
            self.versions.clear()
            self.issued.hide()
            self.outdated.hide()
            self.sign_button.setEnabled(False)
        self._say_bars()

    def show_bars(self, bars: Bars) -> None:
        """Say why a signature is not possible for who works now; a report can be read all the same."""
        self._bars = bars
        reads = bars.issue is not None and bars.issue.why is Why.ROLE
        self.sign_button.setText(
            self.tr("&Preview \N{HORIZONTAL ELLIPSIS}") if reads else self.tr("&Preview and sign \N{HORIZONTAL ELLIPSIS}")
        )
        self._follow()

    @property
    def next_button(self) -> QPushButton:
        """Who has reviewed countersigns the version that holds her review; else a report is signed."""
        to_countersign = self._reviewed and self.unprinted.isHidden() and self.countersign_button.isEnabled()
        return self.countersign_button if to_countersign else self.sign_button

    @property
    def signs_next(self) -> bool:
        """Whether the next button would let her sign what no version holds yet, and not what is another person's to sign."""
        if self._whole and self.next_button is self.sign_button and self.unprinted.isHidden():
            return False
        bar = self._bars.countersign if self.next_button is self.countersign_button else self._bars.issue
        return bar is None or bar.why not in (Why.ROLE, Why.CONCLUDED, Why.SIGNED, Why.REVIEWED)

    def show_reviewed(self, reviewed: bool, unprinted: Sequence[str] = ()) -> None:
        """Whether the examiner who works has reviewed the case, and whose reviews came after the latest version."""
        self._reviewed = reviewed
        said = self.tr(
            "Issued before the review by {names}, which it does not hold: a new version prints it. Who concluded signs that one (File, Who "
            "works), then it is countersigned."
        )
        self.unprinted.setText(said.format(names=", ".join(unprinted)))
        self.unprinted.setVisible(bool(unprinted))
        self._follow()

    def chosen(self) -> IssuedFile | None:
        data = self.versions.currentData()
        return data if isinstance(data, IssuedFile) else None

    def _sentence(self, case: Case, concluded: int, whole: int) -> str:
        if not concluded:
            return self.tr("Case {number}: nothing is concluded yet.").format(number=case.number)
        said = self.tr("Case {number}: radiographs concluded: {concluded} of {whole}.")
        if concluded < whole:
            said += " " + self.tr("The others are listed as received, not concluded.")
        return said.format(number=case.number, concluded=concluded, whole=whole)

    def _follow(self) -> None:
        """Only the latest version can be countersigned, and once."""
        barred = self._bars.countersign is not None and self._bars.countersign.why is Why.ROLE
        self.countersign_button.setEnabled(self._waits_for_a_second() and not barred)
        self._say_bars()

    def _waits_for_a_second(self) -> bool:
        chosen = self.chosen()
        return chosen is not None and self.versions.currentIndex() == 0 and len(chosen.signatures) == 1

    def _say_bars(self) -> None:
        issue, second = self._bars.issue, self._bars.countersign
        self.not_issued.setText("" if issue is None else why_not_issued(issue))
        self.not_issued.setVisible(issue is not None and self.sign_button.isEnabled())
        self.not_countersigned.setText("" if second is None else why_not_countersigned(second))
        self.not_countersigned.setVisible(second is not None and self._waits_for_a_second())

    def _countersign(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.countersign.emit(chosen)

    def _verify(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.verify.emit(chosen)

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(chosen.path)))
