"""Another language: the window's text goes through Qt's translation, and turns round where it is written from right to left."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.domain.case import Acquisition, Radiograph
from forensix.domain.examination import Outcome
from forensix.domain.raster import raster_of
from forensix.domain.view import Window
from forensix.gui import wording
from forensix.gui.app import open_window, translate
from forensix.gui.bench import Bench
from forensix.gui.custody_tab import CustodyTab
from forensix.gui.estimate_strip import EstimateStrip
from forensix.gui.main_window import MainWindow
from forensix.gui.session import Session
from forensix.gui.settings_dialog import languages
from forensix.gui.sign_in_dialog import SignInDialog
from forensix.gui.timeline import Moment
from tests.gui.estimates import estimate
from tests.support.patience import PATIENCE_S, PROCESS_S

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
    subprocess.run([str(tool), str(source), "-qm", str(source.with_suffix(".qm"))], check=True, capture_output=True, timeout=PROCESS_S)
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


def opened(qtbot: QtBot, desk: Path) -> MainWindow:
    window = open_window(replace(settings.defaults(), casebook=desk / "casebook"))
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.pages.setCurrentWidget(window.work)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.mark.usefixtures("put_back")
def test_german_is_spoken_where_it_is_written_and_english_elsewhere(qapp: QApplication, qtbot: QtBot, desk: Path) -> None:
    assert translate(qapp, "de", settings.resources() / "translations")
    window = opened(qtbot, desk)
    assert [one.text() for one in window.menuBar().actions()][:3] == ["&Datei", "&Arbeit", "A&nsicht"]
    assert wording.outcome_word(Outcome.INDETERMINATE) == "Unbestimmt"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"
    assert window.menus.tr("A text that nobody has translated") == "A text that nobody has translated"
    assert window.session.close(PATIENCE_S)


@pytest.mark.usefixtures("put_back")
def test_arabic_turns_the_window_round_but_not_the_radiograph(qapp: QApplication, qtbot: QtBot, desk: Path) -> None:
    assert translate(qapp, "ar", settings.resources() / "translations")
    window = opened(qtbot, desk)
    assert window.menuBar().actions()[0].text() == "\u0645\u0644&\u0641"
    assert window.panel.observation.lock.text() == "\u062a\u062b\u0628\u064a\u062a \u0627\u0644\u0645\u0644\u0627\u062d\u0638\u0629"
    assert window.list.mapTo(window, window.list.rect().center()).x() > window.right.mapTo(window, window.right.rect().center()).x()
    pixels = np.zeros((40, 40), np.float32)
    pixels[:, :20] = 1.0
    item = Radiograph("r", "s", "a" * 64, "b" * 64, "hand.dcm", Acquisition(rows=40, columns=40))
    window.column.show_radiograph(item, raster_of(pixels), Window(0.0, 1.0))
    view = window.column.view
    seen = view.grab().toImage()
    middle, quarter = view.width() // 2, min(view.width(), view.height()) // 4
    left, right = (seen.pixelColor(middle + by, view.height() // 2).lightness() for by in (-quarter, quarter))
    assert left > 200 > 60 > right
    assert window.panel.estimate.strip.position(1.0) > window.panel.estimate.strip.position(-1.0)
    assert window.session.close(PATIENCE_S)


def test_every_shipped_language_is_compiled_from_its_texts_and_offered(qapp: QApplication) -> None:
    folder = settings.resources() / "translations"
    assert {file.stem for file in folder.glob("*.ts")} == {file.stem for file in folder.glob("*.qm")} == {"forensix_de", "forensix_ar"}
    assert [code for code, _ in languages()] == ["en", "ar", "de"]


@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("language", ["de", "ar"])
def test_nothing_that_is_translated_is_shown_in_english(language: str, qapp: QApplication, qtbot: QtBot, desk: Path) -> None:
    """A text that is asked for in another context than it was found in stays English without a word."""
    folder = settings.resources() / "translations"
    assert translate(qapp, language, folder)
    window = opened(qtbot, desk)
    shown = {part.text() for kind in (QAction, QLabel, QAbstractButton) for part in window.findChildren(kind)}
    shown |= {part.accessibleName() for part in window.findChildren(QWidget)} | {part.text() for part in window.menuBar().actions()}
    messages = ET.parse(folder / f"forensix_{language}.ts").getroot().iter("message")
    english = {one.findtext("source", "") for one in messages if one.findtext("source") != one.findtext("translation")}
    translated = {one.findtext("translation", "") for one in ET.parse(folder / f"forensix_{language}.ts").getroot().iter("message")}
    assert (shown & english) - translated == set()
    assert len(shown & translated) > 100
    assert window.session.close(PATIENCE_S)


@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_no_door_and_no_menu_have_the_same_letter(language: str, qapp: QApplication, qtbot: QtBot, desk: Path) -> None:
    """Alt and the letter opens one of them, on the first page."""
    assert translate(qapp, language, settings.resources() / "translations") is (language != "en")
    window = opened(qtbot, desk)
    menus = [one.text() for one in window.menuBar().actions()]
    titles = [*menus, *(door.text() for door in window.first_start.doors)]
    letters = [found.group(1).casefold() for title in titles if (found := re.search("&(.)", title))]
    assert sorted(letters) == sorted(set(letters))
    assert len(letters) >= len(menus)
    assert window.session.close(PATIENCE_S)


@pytest.mark.usefixtures("put_back")
def test_female_stays_at_the_left_of_the_strip(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are written from right to left once changed sides, while the axis stayed."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip = EstimateStrip()
    qtbot.addWidget(strip)
    monkeypatch.setattr(strip, "tr", lambda text: "\u0623\u0646\u062b\u0649 " * 4 if text == "female" else "")
    strip.resize(340, 90)
    strip.show_estimate(estimate(log10_lr=0.8))
    seen = strip.grab().toImage()
    ground = seen.pixel(170, 2)
    inked = [x for x in range(seen.width()) for y in range(14) if seen.pixel(x, y) != ground]
    assert sum(x < 170 for x in inked) > 2 * sum(x >= 170 for x in inked)


def test_a_time_keeps_the_order_of_its_digits_in_arabic(qapp: QApplication, put_back: None) -> None:
    moment = datetime(2026, 11, 5, 8, 30, tzinfo=UTC)
    assert wording.clock(moment) == "2026-11-05 08:30 UTC"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert wording.clock(moment) == "\u20662026-11-05 08:30 UTC\u2069"


def test_custody_keeps_the_order_of_its_times_in_arabic_and_copies_them_plain(
    qapp: QApplication, put_back: None, bench: Bench, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    at = "2026-11-05T08:30:00.000001+00:00"
    tab = CustodyTab(Session(settings.defaults(), bench))
    qtbot.addWidget(tab)
    tab._fill([Moment(7, at, "mark_set", "Anna", "examiner", "", "hand.dcm", "", covered=False, host="tent", subject_sha256="", seal="ab")])
    row = tab.table.topLevelItem(0)
    assert row is not None
    assert row.text(1) == "\u20662026-11-05 08:30\u2069"
    assert f"\u2066{at}\u2069" in tab.detail.toPlainText()
    tab.copy()
    assert at in QGuiApplication.clipboard().text()
    assert not {"\u2066", "\u2069"} & set(QGuiApplication.clipboard().text())


def test_placeholders_survive_translation() -> None:
    broken = []
    for file in (settings.resources() / "translations").glob("*.ts"):
        for message in ET.parse(file).getroot().iter("message"):
            source, translation = message.findtext("source", ""), message.findtext("translation", "")
            if translation and sorted(re.findall(r"{\w+}", source)) != sorted(re.findall(r"{\w+}", translation)):
                broken.append(source)
    assert broken == []


def test_without_its_file_the_text_stays_english(tmp_path: Path, qapp: QApplication) -> None:
    assert not translate(qapp, "xx", tmp_path)
    assert wording.outcome_word(Outcome.MALE) == "Male"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
