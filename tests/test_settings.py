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
        ('language = "../secret"\n', "language"),
        ('[shortcuts]\n"Ctrl+E" = "F5"\n"Ctrl+L" = "F5"\n', "shortcuts"),
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


def test_chosen_keys_and_odd_characters_come_back_as_they_were(tmp_path: Path) -> None:
    chosen = replace(settings.defaults(), shortcuts={"Ctrl+E": "F5", 'Ctrl+"': ""}, agency="two\nlines\tand a tab")
    assert settings.load(settings.save(chosen, tmp_path / "settings.toml")) == chosen


def test_a_save_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = settings.save(replace(settings.defaults(), threshold=0.75), tmp_path / "settings.toml")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SettingsRefused, match="No space left"):
        settings.save(replace(settings.defaults(), threshold=0.85), file)
    assert settings.load(file).threshold == 0.75
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_models_and_resources_are_found() -> None:
    assert settings.resources().is_dir()
    assert settings.packaged("models").is_dir()
    with pytest.raises(SettingsRefused):
        settings.packaged("nothing-of-this-name")
