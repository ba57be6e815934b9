"""Whose radiographs a model was trained on: known by name, told in a file, or not stated."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from forensix.training import card
from forensix.training.recipe import RecipeRejected
from forensix.training.sources import RSNA_2017, UNSTATED, source_of


def test_a_source_by_name_beside_the_manifest_or_not_stated(tmp_path: Path) -> None:
    manifest = tmp_path / "labels.csv"
    assert source_of("rsna_2017", manifest) is RSNA_2017
    assert source_of("", manifest) is UNSTATED
    told = asdict(RSNA_2017) | {"population": "adults of one town"}
    (tmp_path / "source.toml").write_text(card.as_toml(told), encoding="utf-8")
    assert source_of("", manifest).population == source_of(str(tmp_path / "source.toml"), manifest).population == "adults of one town"


@pytest.mark.parametrize("text", ["population = 'all'", "not toml", card.as_toml(asdict(RSNA_2017) | {"view": 1})])
def test_a_file_that_does_not_say_what_a_source_is_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RecipeRejected):
        source_of("", tmp_path / "labels.csv")
    with pytest.raises(RecipeRejected, match="rsna_2018"):
        source_of("rsna_2018", tmp_path / "labels.csv")
