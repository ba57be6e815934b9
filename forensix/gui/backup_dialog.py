"""The whole casebook in one file, and a casebook from such a file into a new folder, checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from forensix.gui import choosing, wording
from forensix.gui.act_dialog import ActDialog, form, named, with_choice
from forensix.gui.bench import Progress
from forensix.gui.parts import label
from forensix.gui.session import Session
from forensix.gui.target_field import TargetField


class BackupDialog(ActDialog):
    """Says where to; the file is read back before it gets its name."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.out = TargetField(f"{folder.name}-{datetime.now(UTC):%Y-%m-%d}.zip", self.tr("Name of the backup"))
        said = self.tr(
            "Casebook, originals, reports, identities and trust go into one file, which is read back. Put it on another disk than the "
            "casebook; whoever has it can read all of it. Keys in it stay locked under their passphrases."
        )
        self.lay_out(
            self.tr("Back up the casebook"), self.tr("&Back up"), label(said, "faint", wrap=True), form((self.tr("File"), self.out))
        )
        self.out.changed.connect(self.follow)

    def _missing(self) -> str:
        return self.out.missing()

    def _act(self) -> None:
        out = self.out.path()
        self.out.remember()
        self.work(
            lambda laboratory, progress: laboratory.backup(out, progress),
            lambda answer: self._written(out),
            self.tr("backing up"),
        )

    def _written(self, out: Path) -> None:
        file, size = wording.isolated(str(out)), f"{out.stat().st_size / 1e6:.1f}"
        self.finish(self.tr("Backed up to {file}, {size} MB.").format(file=file, size=size))


class RestoreDialog(ActDialog):
    """Into a new folder only; the casebook is checked before the folder gets its name, and can then be opened."""

    restored = Signal(object)
    """The folder of the casebook."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.file = named(QLineEdit(), self.tr("The backup"))
        self.folder = named(QLineEdit(str(folder)), self.tr("New folder of the casebook"))
        choose = self.tr("Choose \N{HORIZONTAL ELLIPSIS}")
        said = self.tr("Nothing is restored over other files. The casebook from the backup is checked and then opened; the backup stays.")
        self.lay_out(
            self.tr("Restore a casebook"),
            self.tr("&Restore"),
            label(said, "faint", wrap=True),
            form(
                (self.tr("Backup"), with_choice(self.file, choose, self.tr("Choose the backup"), self._choose_file)),
                (self.tr("Into"), self.folder),
            ),
        )
        self.file.textChanged.connect(self.follow)
        self.folder.textChanged.connect(self.follow)

    def _missing(self) -> str:
        if not self.file.text().strip():
            return self.tr("Name the backup.")
        folder = self._into()
        if not self.folder.text().strip():
            return self.tr("Say into which new folder.")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return self.tr("{folder} is not empty; choose a new folder.").format(folder=wording.isolated(str(folder)))
        return ""

    def _into(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def _choose_file(self) -> None:
        start = Path(self.file.text()).parent if self.file.text() else Path.home()
        choosing.file(self, self.tr("The backup"), start, lambda path: self.file.setText(str(path)), "(*.zip)")

    def _act(self) -> None:
        file, folder = Path(self.file.text().strip()).expanduser(), self._into()

        def perform(progress: Progress) -> list[Any]:
            from forensix.casebook.backup import restore

            folder.parent.mkdir(parents=True, exist_ok=True)
            return restore(file, folder, progress=progress)

        self.work_alone(perform, lambda findings: self._restored(folder, findings), self.tr("restoring the casebook"))

    def _restored(self, folder: Path, findings: Sequence[Any]) -> None:
        failed = sum(one.result == "failed" for one in findings)
        said = self.tr("Restored and checked: {folder}.").format(folder=wording.isolated(str(folder)))
        if failed:
            stood = self.tr("Checks failed, as when the backup was made: {n}. “Verify everything” names them.")
            said = f"{said} {stood.format(n=failed)}"
        self.restored.emit(folder)
        self.finish(said)
