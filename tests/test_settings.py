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
        ("text_size = 20\n", "text_size"),
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
    with pytest.raises(SettingsRefused, match="no such settings file"):
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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("page = 'A4'\nthreshold = 1.5\n", 2),
        ("\n\ncolour = 1\n", 3),
        ("page = 'A4'\n[shortcuts]\nx = 1\n", 2),
        ("page = 'A4'\nthreads =\n", 2),
    ],
)
def test_a_refusal_says_which_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    file = written(tmp_path, text)
    with pytest.raises(SettingsRefused) as refused:
        settings.load(file)
    assert refused.value.subject == str(file)
    assert f"line {line}" in refused.value.message.lower()


def test_what_can_be_used_of_a_refused_file_is_found_and_the_rest_is_named_by_line(tmp_path: Path) -> None:
    text = (
        'place = "Tent 3"\nthreshold = 1.5\nno toml at all\nprior_male = 0.4\ncolour = 1\nagency = "open\n\n[shortcuts]\n"Ctrl+E" = "F5"\n'
    )
    chosen, left_out = settings.usable(written(tmp_path, text))
    assert chosen == replace(settings.defaults(), place="Tent 3", prior_male=0.4, shortcuts={"Ctrl+E": "F5"})
    assert left_out == ("2: threshold = 1.5", "3: no toml at all", "5: colour = 1", '6: agency = "open')


@pytest.mark.parametrize("text", ["[[[", "= 1", "a = {", 'a = """', "\n\n[", "x = [1,\n2,\n"])
def test_a_file_without_one_good_line_leaves_the_defaults(tmp_path: Path, text: str) -> None:
    chosen, left_out = settings.usable(written(tmp_path, text))
    assert chosen == settings.defaults()
    assert left_out


def test_a_file_that_is_no_text_cannot_be_mended(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsRefused, match="cannot be read"):
        settings.usable(file)


def test_a_file_is_set_aside_under_a_name_of_its_own(tmp_path: Path) -> None:
    kept = [settings.set_aside(written(tmp_path, text)).read_text(encoding="utf-8") for text in ("a", "b")]
    assert kept == ["a", "b"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["settings.refused-1.toml", "settings.refused-2.toml"]


def test_models_and_resources_are_found() -> None:
    assert settings.resources().is_dir()
    assert settings.packaged("models").is_dir()
    with pytest.raises(SettingsRefused):
        settings.packaged("nothing-of-this-name")


def test_an_account_without_name_or_home_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless(*given: object, **named: object) -> str:
        raise KeyError("uid not found")

    def homeless(*given: object, **named: object) -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert settings.account().startswith(("user ", "unknown"))
    monkeypatch.setattr("platformdirs.user_data_path", homeless)
    with pytest.raises(SettingsRefused, match="no home folder"):
        settings.defaults()
