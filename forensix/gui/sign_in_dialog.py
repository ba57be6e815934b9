"""Who works: somebody whom the casebook knows, or a new name, as claimed; or the owner of a key, in a file or on a card, who unlocks it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Examiner, Role
from forensix.gui import wording
from forensix.gui.bench import Bench, Operation, Progress, Urgency
from forensix.gui.card_watch import CardWatch
from forensix.gui.failure import Notice
from forensix.gui.key_choice import card_of
from forensix.gui.parts import fit_dialog, label
from forensix.gui.signing_keys import SigningKey, at_hand

NOBODY = Examiner("", "")


class SignInDialog(QDialog):
    """Acts are recorded under this name, as claimed or as proved by a key; custody says which."""

    signed_in = Signal(object, str)
    """The `Examiner`, and the proof."""

    def __init__(
        self,
        known: Sequence[Examiner],
        suggested: str = "",
        parent: QWidget | None = None,
        *,
        bench: Bench | None = None,
        folder: Path | None = None,
    ) -> None:
        """Offer the people whom the casebook knows; with `bench` and `folder` also the keys in its folder."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who works?"))
        self._known = {one.name: one for one in known}
        self._bench = bench
        self._at_work: Operation | None = None
        self._filled: Examiner | None = None
        self.notice = Notice()
        self.card = CardWatch(bench)
        self._fill_fields()
        self._lay_out()
        self.rows.setRowVisible(self.key, bench is not None)
        self.rows.setRowVisible(self.secret, False)
        self.name.currentTextChanged.connect(self._follow)
        self.key.currentIndexChanged.connect(self._change_key)
        self.secret.textChanged.connect(self._follow)
        self.card.changed.connect(self._of_card)
        if bench is not None and folder is not None:
            bench.settled.connect(self._settled)
            bench.run(self, lambda progress: at_hand(folder), self._offer_keys, title="", urgency=Urgency.LOOK)
        self.name.setCurrentText(suggested or (next(iter(self._known), "")))
        line = self.name.lineEdit()
        assert line is not None
        line.selectAll()
        fit_dialog(self, 420)
        self._follow()

    def _fill_fields(self) -> None:
        self.key = QComboBox()
        self.key.addItem(self.tr("by name, as claimed"), None)
        self.key.setAccessibleName(self.tr("How it is shown who works"))
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(self.tr("Passphrase"))
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(list(self._known))
        self.name.setAccessibleName(self.tr("Full name"))
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(wording.role_word(role), role)
        self.role.setAccessibleName(self.tr("Role"))
        self.qualification = QLineEdit()
        self.qualification.setAccessibleName(self.tr("Qualification"))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.enter = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self._enter)
        buttons.rejected.connect(self.reject)
        self.rows = QFormLayout()
        self.rows.addRow(self.tr("Full name"), self.name)
        self.rows.addRow(self.tr("Role"), self.role)
        self.rows.addRow(self.tr("Qualification"), self.qualification)
        self.rows.addRow(self.tr("Shown"), self.key)
        self.secret_name = label(self.tr("Passphrase"))
        self.rows.addRow(self.secret_name, self.secret)
        self.rows.addRow(self.card)
        column = QVBoxLayout(self)
        said = self.tr(
            "What you do is recorded in the custody log under this name, as claimed, or by your key where you unlock it. The "
            "signature on a report is made with your key either way."
        )
        column.addWidget(self.notice)
        column.addWidget(label(said, "faint", wrap=True))
        column.addLayout(self.rows)
        column.addStretch(1)
        self.missing = label("", "faint", wrap=True, says=self.tr("What is missing"))
        column.addWidget(self.missing)
        column.addWidget(buttons)

    def chosen(self) -> Examiner:
        name = self.name.currentText().strip()
        known = self._known.get(name)
        role, qualification = Role(self.role.currentData()), self.qualification.text().strip()
        if known is not None and (known.role, known.qualification) == (role, qualification):
            return known
        return Examiner("", name, role, qualification)

    def _offer_keys(self, found: Sequence[SigningKey]) -> None:
        for one in found:
            words = self.tr("by the card of {name}") if one.card else self.tr("by the key of {name}")
            self.key.addItem(words.format(name=one.name), one)

    def _change_key(self) -> None:
        chosen: SigningKey | None = self.key.currentData()
        for row in (self.name, self.role, self.qualification):
            self.rows.setRowVisible(row, chosen is None)
        self.rows.setRowVisible(self.secret, chosen is not None)
        name = self.tr("PIN of the card") if chosen is not None and chosen.card else self.tr("Passphrase")
        self.secret_name.setText(name)
        self.secret.setAccessibleName(name)
        self.secret.clear()
        self.card.watch(card_of(chosen))
        self._of_card()

    def _of_card(self) -> None:
        self._follow()
        fit_dialog(self, 420)

    def _enter(self) -> None:
        """Say who works; with a key, once it was unlocked on the bench."""
        chosen: SigningKey | None = self.key.currentData()
        if chosen is None or self._bench is None:
            self.signed_in.emit(self.chosen(), "claimed")
            self.accept()
            return
        path, secret = chosen.path, self.secret.text()
        self.secret.clear()
        self.notice.clear()

        def unlock(progress: Progress) -> Examiner:
            from forensix.identity.keys import Identity

            return Identity.open(path, secret, to_sign=False).examiner

        self._at_work = self._bench.run(self, unlock, self._unlocked, title=self.tr("unlocking the key"), urgency=Urgency.LOOK)
        self._follow()

    def _unlocked(self, examiner: Examiner) -> None:
        self.signed_in.emit(examiner, "key")
        self.accept()

    def _settled(self, operation: Operation) -> None:
        if operation is self._at_work:
            self._at_work = None
            self._follow()
            if operation.error is not None:
                self.card.look()  # a wrong PIN has cost a try

    def _follow(self) -> None:
        name = self.name.currentText().strip()
        missing = self._missing(name)
        self.missing.setText(missing if self._at_work is None else "")
        self.enter.setEnabled(not missing and self._at_work is None)
        self._fill_in(self._known.get(name))

    def _missing(self, name: str) -> str:
        key: SigningKey | None = self.key.currentData()
        if key is None:
            return "" if name else self.tr("Say who works: the full name is missing.")
        if self.card.barred:
            return self.tr("The card cannot be used as it is.")
        if self.secret.text():
            return ""
        return self.tr("The PIN of the card is needed.") if key.card else self.tr("The passphrase of the identity is needed.")

    def _fill_in(self, known: Examiner | None) -> None:
        """Somebody's role and qualification with her name; they go again when another name is typed over hers."""
        before, self._filled = self._filled, known
        written = before is None or self.qualification.text() != before.qualification
        if known == before or (known is None and written):
            return
        self.role.setCurrentIndex(self.role.findData((known or NOBODY).role))
        self.qualification.setText((known or NOBODY).qualification)
