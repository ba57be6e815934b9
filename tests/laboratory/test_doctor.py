"""The doctor finds what is wrong, says what would mend it, and leaves nothing behind."""

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forensix import __version__
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.identity.authority import SiteAuthority
from forensix.laboratory import doctor
from forensix.settings import Settings

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(casebook=tmp_path / "casebook", added_models=tmp_path / "models")


def test_the_doctor_looks_at_everything_once_and_writes_nothing(settings: Settings, tmp_path: Path) -> None:
    made = doctor.checks(settings)
    names = [check.name for check in made]
    wanted = {"program", "device", "sqlite", "fonts", "models", "casebook folder", "clock", "window", "pdfsig", "qpdf"}
    assert wanted <= set(names)
    assert len(names) == len(set(names))
    assert {check.result for check in made} <= {"passed", "failed", "note"}
    assert list(tmp_path.iterdir()) == []


def test_what_did_not_pass_has_a_remedy(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no tools at all
    unpassed = [check for check in doctor.checks(settings) if check.result != "passed"]
    assert {"pdfsig", "qpdf"} <= {check.name for check in unpassed}
    assert [check.name for check in unpassed if not check.remedy] == []


def test_an_unwanted_device_is_a_note(settings: Settings) -> None:
    wanted = "mps" if sys.platform != "darwin" else "cuda"
    found = next(check for check in doctor.checks(replace(settings, device=wanted)) if check.name == "device")
    assert found.result == "note"
    assert "torch" in found.found
    assert wanted in found.found


def test_a_damaged_font_is_found(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for name in doctor.FONTS:
        (fonts / f"{name}.ttf").write_bytes(b"\x00\x01\x00\x00rest")
    (fonts / "NotoSans-Bold.ttf").write_bytes(b"")
    monkeypatch.setattr(doctor, "resources", lambda: tmp_path)
    found = next(check for check in doctor.checks(settings) if check.name == "fonts")
    assert (found.result, "NotoSans-Bold" in found.found, "NotoSans-Regular" in found.found) == ("failed", True, False)


def test_no_model_fails(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Settings, "model_folders", lambda self: (tmp_path / "none",))
    found = next(check for check in doctor.checks(settings) if check.name == "models")
    assert (found.result, "models add" in found.remedy) == ("failed", True)


def test_a_folder_that_can_be_written_passes_before_the_casebook_is_made(tmp_path: Path) -> None:
    found = doctor.writable(tmp_path / "not" / "yet")
    assert found.result in {"passed", "note"}  # a note on a full disk
    assert "not made yet" in found.found


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="an administrator may write everywhere")
def test_a_folder_that_cannot_be_written_fails(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert doctor.writable(tmp_path / "casebook").result == "failed"


def test_a_folder_on_no_writable_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)
    found = doctor.writable(tmp_path / "casebook")
    assert (found.result, "Read-only file system" in found.found) == ("failed", True)


def test_a_clock_before_this_version_was_made_fails() -> None:
    assert doctor.clock(datetime(2024, 1, 1, tzinfo=UTC), None).result == "failed"


def test_a_clock_before_the_last_act_fails() -> None:
    assert doctor.clock(NOW, NOW + timedelta(seconds=1)).result == "failed"
    assert doctor.clock(NOW, NOW - timedelta(seconds=1)).result == "passed"


def test_a_clock_far_in_the_future_is_a_note() -> None:
    assert doctor.clock(NOW.replace(year=2060), None).result == "note"


def test_the_last_act_is_read_from_the_casebook(settings: Settings) -> None:
    Casebook.create(settings.casebook, act=Act(Examiner("", "A. Examiner", Role.EXAMINER), "claimed"))
    last = doctor._last_event(settings.casebook)
    assert isinstance(last, datetime)
    assert abs(datetime.now(UTC) - last) < timedelta(minutes=5)


def test_a_casebook_that_cannot_be_read_is_said(settings: Settings) -> None:
    settings.casebook.mkdir()
    (settings.casebook / "casebook.db").write_bytes(b"no database at all, only text" * 40)
    found = next(check for check in doctor.checks(settings) if check.name == "clock")
    assert (found.result, "casebook" in found.found) == ("note", True)


def test_the_due_date_of_the_revocation_list_is_told(settings: Settings) -> None:
    now = datetime.now(UTC)
    assert list(doctor.signing(settings.casebook, now)) == []
    authority = SiteAuthority.create(settings.casebook, "Site", "p", at=now)
    due = f"{now + timedelta(days=30):%Y-%m-%d}"
    for later, result in ((0, "passed"), (25, "note"), (31, "failed")):
        found = next(iter(doctor.signing(settings.casebook, now + timedelta(days=later))))
        assert (found.name, found.result, due in found.found, bool(found.remedy)) == ("revocation list", result, True, result != "passed")
    authority.with_time_stamps("p")
    assert [check.name for check in doctor.signing(settings.casebook, now)] == ["revocation list", "time-stamp service"]
    (settings.casebook / "trust" / "crl.pem").write_text("nothing", encoding="utf-8")
    assert next(iter(doctor.signing(settings.casebook, now))).result == "failed"


def test_the_date_of_this_version_is_the_change_logs() -> None:
    assert f"## [{__version__}] - {doctor.RELEASED}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
