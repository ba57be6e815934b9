"""Whether this computer is ready: what was looked at, what was found, and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from forensix.gui.act_dialog import ActDialog, at_left, named
from forensix.gui.bench import Progress
from forensix.gui.parts import button, label
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.laboratory.doctor import Check

GLYPHS = {"failed": "\N{HEAVY BALLOT X}", "note": "\N{BULLET}", "passed": "\N{HEAVY CHECK MARK}"}


class DoctorDialog(ActDialog):
    """Looks at once, and again on the button; nothing is changed."""

    again = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=680)
        self.verdict = label("", "heading", wrap=True, says=self.tr("Whether this computer is ready"))
        self.found = named(QPlainTextEdit(readOnly=True, tabChangesFocus=True), self.tr("What was found"))
        self.found.setMinimumHeight(290)
        self.copy_button = button(self.tr("&Copy this"), self.tr("Copy what is said here"), self._copy)
        self.lay_out(self.tr("Is this computer ready?"), self.tr("&Look again"), self.verdict, self.found, at_left(self.copy_button))
        self._act()

    def _missing(self) -> str:
        return ""

    def _act(self) -> None:
        chosen, casebook = self.session.settings, self.session.casebook
        looked_at = chosen if casebook is None else replace(chosen, casebook=casebook.folder)

        def perform(progress: Progress) -> list[Check]:
            from forensix.laboratory.doctor import checks

            return checks(looked_at)

        self.verdict.setText(self.tr("Looking \N{HORIZONTAL ELLIPSIS}"))
        self.work_alone(perform, self._show, self.tr("looking at this computer"))

    def _show(self, made: Sequence[Any]) -> None:
        failed = sum(one.result == "failed" for one in made)
        ready = self.tr("This computer is ready.")
        self.verdict.setText(self.tr("To be put right first: {n}.").format(n=failed) if failed else ready)
        order = {"failed": 0, "note": 1, "passed": 2}
        ranked = sorted(made, key=lambda one: order.get(one.result, 1))
        self.found.setPlainText("\n".join(f"{GLYPHS.get(one.result, '')} {one.name}: {one.found} {one.remedy}".rstrip() for one in ranked))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.found.toPlainText())
