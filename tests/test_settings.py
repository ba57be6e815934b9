"""Settings: read from TOML, refused when wrong, written back as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensix import settings
from forensix.settings import SettingsRefused


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_values_are_taken_and_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    loaded = settings.load(written(tmp_path, 'casebook = "books/one"\nthreshold = 0.85\nprior_male = 0.4\ndevice = "cpu"\n'))
    assert loaded.casebook == (tmp_path / "books" / "one").resolve()
    assert (loaded.threshold, loaded.prior_male, loaded.device) == (0.85, 0.4, "cpu")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("threshold = 0.5\n", "threshold"),
        ("threshold = 1.0\n", "threshold"),
        ("prior_male = 0.0\n", "prior_male"),
        ("prior_male = nan\n", "prior_male"),
        ('device = "tpu"\n', "device"),
        ("threads = true\n", "threads"),
        ("threads = 0\n", "threads"),
        ("colour = 1\n", "colour"),
        ("threshold = \n", "read"),
    ],
)
def test_a_wrong_value_is_refused_by_name(tmp_path: Path, text: str, about: str) -> None:
    with pytest.raises(SettingsRefused, match=about):
        settings.load(written(tmp_path, text))


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="does not exist"):
        settings.load(tmp_path / "none.toml")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = replace(
        settings.defaults(), casebook=tmp_path / 'a "quoted" \\ book', threshold=0.75, examiner="Zoë", identity="/keys/zoë.p12"
    )
    file = settings.save(chosen, tmp_path / "deep" / "settings.toml")
    assert settings.load(file) == chosen


def test_models_and_resources_are_found() -> None:
    assert settings.resources().is_dir()
    assert settings.packaged("models").is_dir()
    with pytest.raises(SettingsRefused):
        settings.packaged("nothing-of-this-name")
