"""Another language: the window's text goes through Qt's translation, and turns round where it is written from right to left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensix.domain.examination import Outcome
from forensix.gui import wording
from forensix.gui.app import translate
from forensix.gui.sign_in_dialog import SignInDialog

MESSAGES = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ar">
<context><name>SignInDialog</name><message>
<source>Who works?</source><translation>\u0645\u0646 \u064a\u0639\u0645\u0644\u061f</translation></message></context>
<context><name>wording</name><message>
<source>Male</source><translation>\u0630\u0643\u0631</translation></message></context>
</TS>"""


@pytest.fixture
def folder(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    source = tmp_path / "forensix_ar.ts"
    source.write_text(MESSAGES, encoding="utf-8")
    tool = next((path for path in Path(PySide6.__file__).parent.glob("lrelease*")), None)
    if tool is None:
        pytest.skip("this PySide6 brings no lrelease")
    subprocess.run([str(tool), str(source), "-qm", str(source.with_suffix(".qm"))], check=True, capture_output=True, timeout=60)
    yield tmp_path
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_language_with_its_file_is_put_on(folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    assert translate(qapp, "ar", folder)
    dialog = SignInDialog([])
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "\u0645\u0646 \u064a\u0639\u0645\u0644\u061f"
    assert wording.outcome_word(Outcome.MALE) == "\u0630\u0643\u0631"
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_without_its_file_the_text_stays_english(tmp_path: Path, qapp: QApplication) -> None:
    assert not translate(qapp, "xx", tmp_path)
    assert wording.outcome_word(Outcome.MALE) == "Male"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
