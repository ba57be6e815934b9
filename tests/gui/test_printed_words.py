"""What reports print in English: shown in those words in every language, with what it means beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from forensix import settings
from forensix.domain.case import Case, CaseKind
from forensix.domain.examination import Limitation
from forensix.gui import printed_words, wording
from forensix.gui.app import translate
from forensix.gui.estimate_step import EstimateStep
from forensix.gui.review_step import ReviewDialog
from forensix.gui.reviewing import Reviewing
from forensix.inference.limits import LIMITATIONS, SUBADULT
from forensix.laboratory import review_checklist
from tests.gui.estimates import estimate

CASE = Case("c", "i", "PM-0001", CaseKind.PM, "", datetime(2027, 3, 1, tzinfo=UTC))


pytestmark = pytest.mark.usefixtures("put_back")


def speak(language: str, qapp: QApplication) -> None:
    assert translate(qapp, language, settings.resources() / "translations")


@pytest.mark.parametrize("language", ["de", "ar"])
def test_whatever_ships_and_is_printed_has_its_meaning(language: str, qapp: QApplication) -> None:
    questions = [item.question for item in review_checklist.shipped()]
    assert [printed_words.meaning(one) for one in questions] == [""] * len(questions), "nothing beside English in an English window"
    speak(language, qapp)
    assert all(printed_words.meaning(one) for one in questions)
    for log10_lr in (0.1, 0.5, 1.5, 2.5, 3.5, 4.5, 6.5):
        said = {printed_words.verbal_meaning(estimate(log10_lr=sign * log10_lr)) for sign in (1, -1)}
        assert "" not in said and len(said) == (1 if log10_lr == 0.1 else 2)
    assert all(not printed_words.limitation_line(kind, "x").startswith("x") for kind, _ in LIMITATIONS)


def test_a_german_reader_has_the_words_of_the_report_and_what_they_mean(qapp: QApplication, qtbot: QtBot) -> None:
    found = estimate(log10_lr=1.5, limitations=(Limitation("subadult", SUBADULT),))
    step = EstimateStep()
    qtbot.addWidget(step)
    step.show_estimate(found, None, "")
    assert step.verbal_means.isHidden() and step.limits_printed.isHidden()
    assert step.limits.text() == f"\N{BULLET} {SUBADULT}"
    printed = step.verbal.text()
    speak("de", qapp)
    step.show_estimate(found, None, "")
    assert step.verbal.text().split("(")[0] == printed.split("(")[0], "as the report prints it"
    assert "druckt. Gemeint ist: Die Befunde stützen mäßig die Aussage, dass die Hand von einer männlichen" in step.verbal_means.text()
    assert step.limits.text() == f"\N{BULLET} Nicht ausgewachsen: {SUBADULT}"
    assert step.limits_printed.text() == "Englisch, wie der Bericht es druckt."


def test_the_check_list_is_read_in_both_languages(qapp: QApplication, qtbot: QtBot) -> None:
    speak("de", qapp)
    items = review_checklist.shipped()
    dialog = ReviewDialog(CASE, Reviewing("c", (), False, (), True, (), items))
    qtbot.addWidget(dialog)
    shown = [one.text() for one in dialog.findChildren(QLabel)]
    assert {item.question for item in items} <= set(shown)
    assert "Es ist geklärt, wem der Bericht herausgegeben werden darf." in shown
    assert any("wie Gewahrsam und Bericht sie festhalten" in one for one in shown)


def test_a_laboratorys_own_scale_and_list_stand_alone(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    speak("de", qapp)
    assert printed_words.meaning("Did you wash your hands?") == ""
    own = wording.verbal_scale()
    own["propositions"] = {"male": "it is a man's", "female": "it is a woman's"}
    monkeypatch.setattr(printed_words, "verbal_scale", lambda: own)
    assert printed_words.verbal_meaning(estimate(log10_lr=1.5)) == ""
