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


def _ask(
    parent: QWidget, title: str, start: Path, mode: QFileDialog.FileMode, then: Callable[[list[Path]], object], names: str = ""
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start), names)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode is QFileDialog.FileMode.Directory)
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
