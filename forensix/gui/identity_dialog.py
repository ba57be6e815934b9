"""A signing identity for a new user: the site's authority, if there is none yet, and the examiner's own key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QGroupBox, QLineEdit, QVBoxLayout, QWidget

from forensix.domain.case import Role
from forensix.gui.bench import Progress
from forensix.gui.failure import Notice
from forensix.gui.parts import fit_dialog, label
from forensix.gui.session import Session


class IdentityDialog(QDialog):
    """Makes `identities/<name>.p12` in the casebook's folder; the work is done on the bench."""

    made = Signal(object)
    """Path of the new identity."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.folder = folder
        self.first = not (folder / "trust" / "root.pem").is_file()
        self.setWindowTitle(self.tr("New signing identity"))
        self.notice = Notice()
        self.site = QLineEdit(session.settings.agency)
        self.authority = _secret(self.tr("Passphrase of the site authority"))
        self.authority_again = _secret(self.tr("The same again"))
        self.person = QLineEdit(session.examiner.name if session.examiner is not None else "")
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(role.value, role)
        self.qualification = QLineEdit(session.examiner.qualification if session.examiner is not None else "")
        self.passphrase = _secret(self.tr("Her own passphrase"))
        self.again = _secret(self.tr("The same again"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.create_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.create_button.setText(self.tr("&Create"))
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self._authority_group())
        column.addWidget(self._person_group())
        column.addStretch(1)
        column.addWidget(self.buttons)
        for field in (self.site, self.authority, self.authority_again, self.person, self.passphrase, self.again):
            field.textChanged.connect(self._follow)
        fit_dialog(self, 480)
        self._follow()

    def _authority_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Site authority"))
        rows = QFormLayout(group)
        said = self.tr(
            "The site's own certificate authority issues every identity of this casebook. Its passphrase is needed for each one."
        )
        rows.addRow(label(said, "faint", wrap=True))
        self.site.setAccessibleName(self.tr("Name of the site"))
        rows.addRow(self.tr("Site"), self.site)
        rows.addRow(self.tr("Passphrase"), self.authority)
        rows.addRow(self.tr("Again"), self.authority_again)
        rows.setRowVisible(self.site, self.first)
        rows.setRowVisible(self.authority_again, self.first)
        return group

    def _person_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Who signs"))
        rows = QFormLayout(group)
        self.person.setAccessibleName(self.tr("Full name"))
        self.role.setAccessibleName(self.tr("Role"))
        self.qualification.setAccessibleName(self.tr("Qualification"))
        rows.addRow(self.tr("Full name"), self.person)
        rows.addRow(self.tr("Role"), self.role)
        rows.addRow(self.tr("Qualification"), self.qualification)
        rows.addRow(self.tr("Passphrase"), self.passphrase)
        rows.addRow(self.tr("Again"), self.again)
        rows.addRow(label(self.tr("Nobody can recover a passphrase; several words are easier to keep than signs."), "faint", wrap=True))
        return group

    def _missing(self) -> str:
        """What still stands in the way, as a sentence; "" when nothing does."""
        if self.first and not self.site.text().strip():
            return self.tr("Name the site.")
        if not self.authority.text() or (self.first and self.authority.text() != self.authority_again.text()):
            return self.tr("The site authority needs its passphrase, the same twice when it is new.")
        if not self.person.text().strip():
            return self.tr("Say who signs.")
        if not self.passphrase.text() or self.passphrase.text() != self.again.text():
            return self.tr("Her own passphrase is needed, the same twice.")
        return ""

    def _follow(self) -> None:
        missing = self._missing()
        self.create_button.setEnabled(not missing)
        self.create_button.setToolTip(missing)

    def _create(self) -> None:
        folder, site = self.folder, self.site.text().strip()
        of_site, own = self.authority.text(), self.passphrase.text()
        person, role, qualification = self.person.text().strip(), Role(self.role.currentData()), self.qualification.text().strip()

        def make(progress: Progress) -> Path:
            from forensix.identity.authority import SiteAuthority

            progress("making keys", 0.1)
            known = (folder / "trust" / "root.pem").is_file()
            authority = SiteAuthority.open(folder, of_site) if known else SiteAuthority.create(folder, site, of_site)
            progress("issuing the certificate", 0.6)
            return authority.issue(person, role, qualification, own)

        self.notice.clear()
        self.session.bench.run(self, make, self._done, title=self.tr("making an identity"))

    def _done(self, path: Path) -> None:
        self.made.emit(path)
        self.accept()


def _secret(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    return made
