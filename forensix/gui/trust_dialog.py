"""Another authority's root among those that this casebook trusts, with its revocation list; given again when there is a newer list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from forensix.gui import choosing
from forensix.gui.act_dialog import ActDialog, form, named, with_choice
from forensix.gui.parts import label
from forensix.gui.session import Session


class TrustDialog(ActDialog):
    """The fingerprint stays in sight afterwards, to be compared with what the other authority says of itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, width=600)
        self.root = named(QLineEdit(), self.tr("Root certificate of the other authority"))
        self.list = named(QLineEdit(), self.tr("Its revocation list"))
        self.list.setPlaceholderText(self.tr("nobody can sign under this authority without"))
        choose = self.tr("Choose \N{HORIZONTAL ELLIPSIS}")
        said = self.tr(
            "For identities and cards that another authority has issued. Custody records it. The list runs out: trust the root again with "
            "a newer one. A role at this site is given on the command line: `forensix identity use FILE --role ROLE`."
        )
        self.lay_out(
            self.tr("Trust an authority"),
            self.tr("&Trust it"),
            label(said, "faint", wrap=True),
            form(
                (self.tr("Root"), with_choice(self.root, choose, self.tr("Choose the root certificate"), self._choose_root)),
                (self.tr("List"), with_choice(self.list, choose, self.tr("Choose the revocation list"), self._choose_list)),
            ),
        )
        self.root.textChanged.connect(self.follow)

    def _missing(self) -> str:
        return "" if self.root.text().strip() else self.tr("Name the root certificate.")

    def _choose_root(self) -> None:
        choosing.file(self, self.tr("Root certificate"), Path(self.root.text()).parent, lambda path: self.root.setText(str(path)))

    def _choose_list(self) -> None:
        choosing.file(self, self.tr("Revocation list"), Path(self.root.text()).parent, lambda path: self.list.setText(str(path)))

    def _act(self) -> None:
        root, given = Path(self.root.text().strip()).expanduser(), self.list.text().strip()
        revoked = Path(given).expanduser() if given else None

        def done(fingerprint: str) -> None:
            self.stay()
            said = self.tr("Trusted. SHA-256 of the root, to be compared with what the authority says of it:\n{sha256}")
            without = "" if given else self.tr("Nobody can sign under it until its revocation list is given too.")
            self.say(f"{said.format(sha256=fingerprint)}\n{without}".strip())

        self.work(lambda laboratory, progress: laboratory.trust_authority(root, revoked), done, self.tr("trusting an authority"))
