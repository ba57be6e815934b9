"""Site records: a laboratory's own validation of a model, checked and kept, and which one estimates are made under."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from forensix.gui import choosing, wording
from forensix.gui.act_dialog import ActDialog, at_left, named
from forensix.gui.bench import Progress
from forensix.gui.parts import button, label
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.domain.site import SiteRecord
    from forensix.laboratory import Laboratory

NONE = "none"


class SitesDialog(ActDialog):
    """The button uses the record that is chosen, or none; estimates that were made stay as they are."""

    again = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.in_use = NONE
        self.table = named(QListWidget(), self.tr("Site records"))
        self.table.setMinimumHeight(130)
        self.add_button = button(self.tr("&Add a record \N{HORIZONTAL ELLIPSIS}"), self.tr("The folder of a signed site record"), self._ask)
        said = self.tr(
            "A site record is your own validation of the model, signed; `forensix evaluate --site` makes it. Under a record in use the "
            "range of ages is that of your validation. Estimates made before keep their own."
        )
        self.lay_out(
            self.tr("Site records"), self.tr("&Use it from now on"), label(said, "faint", wrap=True), self.table, at_left(self.add_button)
        )
        self.table.currentItemChanged.connect(self.follow)
        self._read()

    def _missing(self) -> str:
        item = self.table.currentItem()
        if item is None or item.data(Qt.ItemDataRole.UserRole) == self.in_use:
            return self.tr("Choose a record that is not in use.")
        return ""

    def _read(self) -> None:
        def read(laboratory: Laboratory, progress: Progress) -> tuple[list[SiteRecord], SiteRecord | None]:
            return laboratory.sites()

        self.look(read, self._show)

    def _show(self, answer: tuple[list[SiteRecord], SiteRecord | None]) -> None:
        records, used = answer
        self.in_use = NONE if used is None else used.sha256
        self.table.clear()
        none = QListWidgetItem(self.tr("no site record: the model's own validation"), self.table)
        none.setData(Qt.ItemDataRole.UserRole, NONE)
        for one in records:
            words = f"{one.name}, {wording.clock(one.added_at)}, SHA-256 {one.sha256[:12]}"
            item = QListWidgetItem(words, self.table)
            item.setData(Qt.ItemDataRole.UserRole, one.sha256)
        for at in range(self.table.count()):
            item = self.table.item(at)
            if item.data(Qt.ItemDataRole.UserRole) == self.in_use:
                item.setText(self.tr("{record} (in use)").format(record=item.text()))
                self.table.setCurrentItem(item)
        self.follow()

    def _act(self) -> None:
        name = str(self.table.currentItem().data(Qt.ItemDataRole.UserRole))

        def done(used: SiteRecord | None) -> None:
            self._read()
            if used is None:
                self.say(self.tr("Estimates are made under the model's own validation from now on."))
            else:
                self.say(self.tr("Estimates are made under the record of {name} from now on.").format(name=used.name))

        self.work(lambda laboratory, progress: laboratory.use_site(name), done, self.tr("using the site record"))

    def _ask(self) -> None:
        choosing.folder(self, self.tr("Folder of a site record"), Path.home(), self.add)

    def add(self, folder: Path) -> None:
        """Check the record in a folder and keep it."""

        def done(kept: SiteRecord) -> None:
            self._read()
            self.say(self.tr("The record of {name} is checked and kept; it is not in use yet.").format(name=kept.name))

        self.work(lambda laboratory, progress: laboratory.add_site(folder), done, self.tr("checking the site record"))
