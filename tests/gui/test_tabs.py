"""The tabs beside the examination: header with search, custody timeline, model card; nothing covered is in them."""

from __future__ import annotations

import inspect
import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

import forensix
from forensix.domain.case import Acquisition, Radiograph, Side
from forensix.domain.examination import Observation, ObservedSex
from forensix.domain.sight import tags_in_sight
from forensix.gui.bench import Bench
from forensix.gui.looking import Standing
from forensix.gui.model_facts import MEASURES, Measure, ModelFacts, bins_of, predictions_of
from forensix.gui.model_tab import ModelTab
from forensix.gui.reliability_plot import ReliabilityPlot
from forensix.gui.session import Session
from forensix.gui.tags_tab import TagsTab
from forensix.gui.wording import custody_word
from forensix.imaging import phantom, read
from forensix.settings import defaults, packaged

TOLD = {"PatientName": "CANARY^NAME", "PatientSex": "M", "ImageComments": "a boy, canary"}


@pytest.fixture(scope="module")
def acquisition() -> Acquisition:
    return read(phantom.dicom(phantom.hand(1, size=(320, 240)), **TOLD))[0]


def standing(acquisition: Acquisition, *, observed: bool, blind: bool = True) -> Standing:
    locked = Observation("o", "r", "x", ObservedSex.CANNOT_BE_TOLD, "", "", datetime.now(UTC)) if observed else None
    item = Radiograph("r", "s", "a" * 64, "b" * 64, "hand.dcm", acquisition, side=Side.LEFT)
    return Standing(item, locked, 1, "e", None, False, None, blind)


def shown(tab: TagsTab) -> dict[str, str]:
    rows = [tab.table.topLevelItem(at) for at in range(tab.table.topLevelItemCount())]
    return {row.text(0): row.text(1) for row in rows if row is not None and not row.isHidden()}


def test_what_speaks_of_the_person_is_covered_until_the_observation(acquisition: Acquisition, qtbot: QtBot) -> None:
    tab = TagsTab()
    qtbot.addWidget(tab)
    tab.show_standing(standing(acquisition, observed=False))
    assert not set(TOLD) & set(shown(tab))
    assert "canary" not in " ".join(shown(tab).values()).casefold()
    assert shown(tab)["Modality"] == "DX"
    assert tab.covered.text().endswith(f"{len(acquisition.tags) - len(shown(tab))} of {len(acquisition.tags)} fields.")
    tab.show_standing(standing(acquisition, observed=True))
    assert shown(tab) == acquisition.tags
    tab.show_standing(standing(acquisition, observed=False, blind=False))
    assert shown(tab) == acquisition.tags


def test_a_field_that_is_not_known_to_be_harmless_is_covered() -> None:
    assert tags_in_sight({"Rows": "10", "PrivateNote": "boy"}, covered=True) == {"Rows": "10"}
    assert tags_in_sight({"Rows": "10", "PrivateNote": "boy"}, covered=False) == {"Rows": "10", "PrivateNote": "boy"}


def test_search_narrows_the_header_and_copies_what_it_shows(acquisition: Acquisition, qtbot: QtBot) -> None:
    tab = TagsTab()
    qtbot.addWidget(tab)
    tab.show_standing(standing(acquisition, observed=True))
    tab.search.setText("patient sex")
    assert set(shown(tab)) == {"PatientSex"}
    tab.copy_button.click()
    assert QGuiApplication.clipboard().text() == "PatientSex\tM"
    tab.search.setText("no such field")
    assert shown(tab) == {}
    assert not tab.copy_button.isEnabled()


def test_every_act_that_the_casebook_records_is_named_in_words() -> None:
    """Those without a word were read as their own names, in every language alike."""
    sources = [file.read_text() for file in (Path(forensix.__file__).parent).rglob("*.py")]
    recorded = {kind for text in sources for kind in re.findall(r"""(?:\.record|\.noted)\(\s*"([a-z_]+)\"""", text)}
    recorded |= {"mark_set", "mark_changed", "mark_taken_away"}
    assert len(recorded) > 25
    words = inspect.getsource(custody_word)
    assert [kind for kind in sorted(recorded) if f'"{kind}": tr(' not in words] == []


def test_reliability_of_the_bundle_is_what_its_evaluation_says(qtbot: QtBot) -> None:
    folder = packaged("models") / (packaged("models") / "DEFAULT").read_text(encoding="utf-8").strip()
    bins = bins_of(predictions_of(folder / "predictions.csv"))
    with (folder / "predictions.csv").open(encoding="utf-8") as file:
        assert sum(one.n for one in bins) == sum(1 for _ in file) - 1
    assert all(one.low <= one.share <= one.high for one in bins)
    assert [one.probability for one in bins] == sorted(one.probability for one in bins)
    plot = ReliabilityPlot()
    qtbot.addWidget(plot)
    plot.resize(340, 270)
    plot.show_bins(bins)
    assert plot.place(0.0, 0.0).y() > plot.place(0.0, 1.0).y()
    assert f"n = {bins[0].n}" in plot.accessibleDescription()
    plot.show()
    with qtbot.waitExposed(plot):
        plot.update()


def test_no_plot_without_both_sexes(tmp_path: Path) -> None:
    file = tmp_path / "predictions.csv"
    file.write_text("subject,part,sex,logit,log10_lr,outcome\n1,test,male,1.0,0.4,male\n", encoding="utf-8")
    assert bins_of(predictions_of(file)) == ()
    assert bins_of(predictions_of(tmp_path / "none.csv")) == ()


def test_the_model_card_is_not_cut_off_beside_a_small_screen(bench: Bench, qtbot: QtBot) -> None:
    """A hash that no line could break once pushed the column of n out of sight."""
    folder = packaged("models") / (packaged("models") / "DEFAULT").read_text(encoding="utf-8").strip()
    tables = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))
    measures = tuple(Measure(name, 0.5, 0.4, 0.6, 1000) for name in MEASURES)
    tab = ModelTab(Session(defaults(), bench))
    qtbot.addWidget(tab)
    tab.show_facts(ModelFacts("made up", tables, measures, (), "test"))
    tab.resize(396, 600)
    tab.show()
    with qtbot.waitExposed(tab):
        tab.update()
    area = tab.findChild(QScrollArea)
    assert area is not None
    sheet = area.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize("own", [True, False])
def test_a_hand_that_is_read_once_has_its_own_bounds_in_sight(own: bool, bench: Bench, qtbot: QtBot) -> None:
    folder = packaged("models") / (packaged("models") / "DEFAULT").read_text(encoding="utf-8").strip()
    tables = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))
    tables["calibration"] |= {"log10_lr_low": -1.81, "log10_lr_high": 2.13, "once": {"log10_lr_low": -1.77, "log10_lr_high": 1.89}}
    if not own:
        del tables["calibration"]["once"]
    tab = ModelTab(Session(defaults(), bench))
    qtbot.addWidget(tab)
    facts = ModelFacts("made up", tables, (Measure("accuracy", 0.5, 0.4, 0.6, 9),), (), "test", read_both=own)
    tab.show_facts(facts)
    assert "site record" not in tab.validated.text()
    tab.show_facts(replace(facts, site="Made-up site"))
    assert "The site record of Made-up site is in use" in tab.validated.text()
    said = tab.limits.text().replace("\N{MINUS SIGN}", "-")
    assert "-1.81 to +2.13" in said
    assert ("Side known, the hand is read once: log10 -1.77 to +1.89" in said) == own
    assert ("Side unknown, it is read both ways: log10 -1.81 to +2.13" in said) == own
    assert ("single readings" in tab.interval.text()) == own
