"""Asks for a folder or files in the system's own dialog, without holding the window up meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def folder(parent: QWidget, title: str, start: Path, then: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder; `then` is called with it, or not at all."""
    return _ask(parent, title, start, QFileDialog.FileMode.Directory, lambda paths: then(paths[0]))


def file(parent: QWidget, title: str, start: Path, then: Callable[[Path], object], names: str = "") -> QFileDialog:
    """Ask for one file; `names` is Qt's filter."""
    return _ask(parent, title, start, QFileDialog.FileMode.ExistingFile, lambda paths: then(paths[0]), names)


def files(parent: QWidget, title: str, start: Path, then: Callable[[list[Path]], object]) -> QFileDialog:
    """Ask for one file or more."""
    return _ask(parent, title, start, QFileDialog.FileMode.ExistingFiles, then)


def target(parent: QWidget, title: str, start: Path, then: Callable[[Path], object]) -> QFileDialog:
    """Ask under which name a file will be written; what is there already is for the asker to refuse."""
    return _ask(parent, title, start.parent, QFileDialog.FileMode.AnyFile, lambda paths: then(paths[0]), save_as=start)


def _ask(
    parent: QWidget,
    title: str,
    start: Path,
    mode: QFileDialog.FileMode,
    then: Callable[[list[Path]], object],
    names: str = "",
    save_as: Path | None = None,
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start), names)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode is QFileDialog.FileMode.Directory)
    if save_as is not None:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(save_as.suffix)
        dialog.selectFile(save_as.name)
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
