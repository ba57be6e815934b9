"""The custody timeline of the chosen case: every act on it, in order, with its seal; can be copied whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPlainTextEdit, QTreeWidget, QTreeWidgetItem, QWidget

from forensix.gui.bench import Urgency
from forensix.gui.failure import Notice
from forensix.gui.parts import button, label, scrolled
from forensix.gui.session import Session
from forensix.gui.timeline import Moment, timeline_of
from forensix.gui.wording import custody_word, isolated, role_word, tr, unisolated


class CustodyTab(QWidget):
    """Reads one case's own events on the bench, whenever it is looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.moments: tuple[Moment, ...] = ()
        self.case_id = ""
        self.notice = Notice()
        self.title = label("", "heading", wrap=True)
        self.table = QTreeWidget()
        self.table.setHeaderLabels([self.tr("No."), self.tr("When (UTC)"), self.tr("Act"), self.tr("Who")])
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName(self.tr("Custody timeline of the case"))
        for section, width in ((0, 44), (1, 118), (2, 116)):
            self.table.setColumnWidth(section, width)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.detail = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.detail.setAccessibleName(self.tr("The chosen act in full"))
        self.detail.setMaximumHeight(172)
        self.count = label("", "faint")
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(button(self.tr("&Copy all"), self.tr("Copy the whole timeline as text"), self.copy, key="Ctrl+Shift+Y"))
        column = scrolled(self)
        for widget in (self.notice, self.title):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addLayout(below)
        self.table.currentItemChanged.connect(self._show_detail)

    def show_case(self, case_id: str, number: str) -> None:
        """Read a case's timeline; "" shows none."""
        if case_id != self.case_id:
            self._fill(())
        self.case_id = case_id
        self.title.setText(self.tr("Custody of case {number}").format(number=number) if case_id else "")
        if not case_id or not self.session.ready:
            self._fill(())
            return
        self.session.act(
            self,
            lambda laboratory, progress: (case_id, timeline_of(laboratory, case_id)),
            self._read,
            title="",
            urgency=Urgency.LOOK,
        )

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(unisolated("\n\n".join(_in_words(moment, moment.seal) for moment in self.moments)))

    def _read(self, answer: tuple[str, tuple[Moment, ...]]) -> None:
        case_id, moments = answer
        if case_id == self.case_id and moments != self.moments:
            self._fill(moments)

    def _fill(self, moments: Sequence[Moment]) -> None:
        self.moments = tuple(moments)
        self.table.clear()
        for moment in moments:
            short = moment.short_seal + "\N{HORIZONTAL ELLIPSIS}"
            row = QTreeWidgetItem(self.table, [str(moment.sequence), _clock(moment.at), custody_word(moment.kind), moment.actor])
            row.setTextAlignment(0, Qt.AlignmentFlag.AlignRight)
            row.setData(0, Qt.ItemDataRole.UserRole, moment.sequence)
            for at in range(4):
                row.setToolTip(at, _in_words(moment, short))
        self.detail.clear()
        said = self.tr("Acts: {n}. Those of other cases are not shown, and the chain runs through them.")
        self.count.setText(said.format(n=len(moments)) if moments else "")
        self.count.setWordWrap(True)
        last = self.table.topLevelItem(len(moments) - 1)
        if last is not None:
            self.table.setCurrentItem(last)
            self.table.scrollToBottom()

    def _show_detail(self) -> None:
        current = self.table.currentItem()
        sequence = None if current is None else current.data(0, Qt.ItemDataRole.UserRole)
        moment = next((one for one in self.moments if one.sequence == sequence), None)
        self.detail.setPlainText("" if moment is None else _in_words(moment, moment.seal))


def _clock(at: str) -> str:
    return isolated(at[:16].replace("T", " "))


def _in_words(moment: Moment, seal: str) -> str:
    """What may be read of an act, line by line, with its seal whole or short."""
    proof = tr("with her key") if moment.proof == "key" else tr("claimed")
    lines = [
        f"{moment.sequence}  {custody_word(moment.kind)}  {isolated(moment.at)}",
        f"{moment.actor} ({role_word(moment.role)}, {proof}), {moment.host}",
        moment.about,
        tr("covered until your own observation is locked") if moment.covered else moment.said,
        f"SHA-256 {moment.subject_sha256}" if moment.subject_sha256 else "",
        tr("seal {seal}").format(seal=seal),
    ]
    return "\n".join(line for line in lines if line)
