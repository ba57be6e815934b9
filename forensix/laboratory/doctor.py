"""Whether this computer is fit to work on: each check says what was found and, where it matters, what would mend it."""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from forensix import __version__
from forensix.domain.errors import ForensixError
from forensix.settings import Settings, resources

RELEASED = date(2026, 11, 21)  # of this version, as CHANGELOG.md says: no right clock shows an earlier day
IMPLAUSIBLE_YEARS = 15
LIST_SOON = timedelta(days=7)
NEEDED_SPACE = 2 * 2**30  # a few hundred radiographs with their reports
FONTS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSansArabic-Regular", "NotoSansArabic-Bold", "NotoSansCJK-Subset")
TRUETYPE = (b"\x00\x01\x00\x00", b"true")
TOOLS = {
    "pdfsig": ("poppler-utils", "gives a second opinion on signatures"),
    "qpdf": ("qpdf", "gives a second opinion on the structure of a PDF"),
    "Xvfb": ("xvfb", "lets the tests open real windows without a screen"),
}
LIBRARIES = {"EGL": "libegl1", "GL": "libgl1", "xkbcommon": "libxkbcommon0", "dbus-1": "libdbus-1-3", "fontconfig": "libfontconfig1"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `result` is "passed", "failed" or "note" (it works, but not everything can be done)."""

    name: str
    result: str
    found: str
    remedy: str = ""


def checks(settings: Settings) -> list[Check]:
    """Everything that can be told without changing anything; no check stops another."""
    made = [
        _python(),
        _compute(settings),
        _sqlite(),
        _fonts(resources() / "fonts"),
        _models(settings),
        writable(settings.casebook),
        clock(datetime.now(UTC), _last_event(settings.casebook)),
        *signing(settings.casebook, datetime.now(UTC)),
        _window(),
    ]
    return [*made, *tools()]


def _python() -> Check:
    here = f"forensix {__version__} on Python {sys.version.split()[0]}, {sys.platform}"
    return Check("program", "passed", here)


def _compute(settings: Settings) -> Check:
    try:
        from forensix.inference import device
    except (ImportError, OSError) as error:
        return Check(
            "device", "failed", f"torch cannot be loaded: {error}", "Install forensix again; torch and torchvision must be of one kind."
        )
    found, where = device.build(), device.computes_on(settings.device)
    fell_back = "not there" in where
    remedy = "Set device to auto, or install the torch that your graphics card needs." if fell_back else ""
    return Check("device", "note" if fell_back else "passed", f"{found}; computes on {where}; reports always on the CPU", remedy)


def _sqlite() -> Check:
    from forensix.casebook import connection

    try:
        connection.check_sqlite()
    except ForensixError as error:
        return Check("sqlite", "failed", error.message, error.remedy)
    return Check("sqlite", "passed", f"SQLite {connection.sqlite_version()}, at least {'.'.join(map(str, connection.MINIMUM_SQLITE))}")


def _fonts(folder: Path) -> Check:
    missing = [name for name in FONTS if not _is_truetype(folder / f"{name}.ttf")]
    if missing:
        return Check("fonts", "failed", f"missing or damaged: {', '.join(missing)}", "Install forensix again; reports need these fonts.")
    return Check(
        "fonts", "passed", f"{len(FONTS)} fonts: Latin, Greek, Cyrillic, Arabic, and common Chinese, Japanese and Korean characters"
    )


def _is_truetype(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(4) in TRUETYPE
    except OSError:
        return False


def _models(settings: Settings) -> Check:
    from forensix.inference.model_card import find_models

    found = find_models(settings.model_folders())
    if not found:
        return Check(
            "models", "failed", "no model is installed", "Install forensix again, or add a bundle with `forensix models add FOLDER`."
        )
    unsound = [model for model in found if model.error is not None]
    said = ", ".join(f"{model.name}{' (default)' if model.default else ''}: {model.status.value}" for model in found)
    if unsound:
        return Check("models", "failed", said, unsound[0].error.remedy if unsound[0].error else "")
    return Check("models", "passed", said)


def writable(casebook: Path) -> Check:
    """Whether the casebook's folder, or the nearest one above it that exists, can be written and has room."""
    place = next(folder for folder in (casebook, *casebook.absolute().parents) if folder.is_dir())
    try:
        with tempfile.TemporaryFile(dir=place):
            free = shutil.disk_usage(place).free
    except OSError as error:
        return Check(
            "casebook folder", "failed", f"{place} cannot be written: {error.strerror}", "Ask for the right to write it, or name another."
        )
    found = f"{casebook}: {'there' if place == casebook else 'not made yet'}, can be written, {free / 2**30:.0f} GiB free"
    if free < NEEDED_SPACE:
        return Check("casebook folder", "note", found, "Free some space before receiving radiographs.")
    return Check("casebook folder", "passed", found)


def _last_event(casebook: Path) -> datetime | str | None:
    """When the casebook's last act was recorded; why it cannot be read; None without a casebook."""
    if not (casebook / "casebook.db").is_file():
        return None
    from forensix.casebook.casebook import Casebook

    try:
        return datetime.fromisoformat(Casebook.open(casebook).events()[-1].at)
    except ForensixError as error:
        return error.message


def clock(now: datetime, last: datetime | str | None) -> Check:
    """Whether `now` can be right: not before this version was made, nor before the last act in the casebook."""
    found = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    remedy = "Set the computer's clock before any act: times in custody and signatures come from it."
    if now.date() < RELEASED:
        return Check("clock", "failed", f"{found}, before this version was made ({RELEASED})", remedy)
    if isinstance(last, datetime) and last > now:
        return Check("clock", "failed", f"{found}, before the last act in the casebook ({last:%Y-%m-%d %H:%M:%S} UTC)", remedy)
    if now.year > RELEASED.year + IMPLAUSIBLE_YEARS:
        return Check("clock", "note", f"{found}, {now.year - RELEASED.year} years after this version was made", remedy)
    if isinstance(last, str):
        return Check("clock", "note", f"{found}; the casebook's last act could not be read: {last}", "Run `forensix verify --all`.")
    return Check("clock", "passed", f"{found}, after everything that is recorded; compare it with another clock all the same")


def signing(casebook: Path, now: datetime) -> Iterator[Check]:
    """Whether the site can sign: until when its revocation list holds, and what it has for the time of a signature."""
    if not (casebook / "trust" / "root.pem").is_file():
        return
    from forensix.identity import register

    remedy = "Have the administrator renew it: Casebook, Identities, or `forensix identity renew`."
    try:
        due, service = register.list_due(casebook), register.service(casebook)
    except ForensixError as error:
        yield Check("revocation list", "failed", error.message, error.remedy)
        return
    if due is None or due <= now:
        when = "is missing" if due is None else f"ran out on {due:%Y-%m-%d}"
        yield Check("revocation list", "failed", f"{when}: nobody can sign", remedy)
    else:
        soon = due - now < LIST_SOON
        yield Check("revocation list", "note" if soon else "passed", f"good until {due:%Y-%m-%d %H:%M} UTC", remedy if soon else "")
    if service is not None:
        until = service.not_valid_after_utc
        ended = Check(
            "time-stamp service",
            "failed",
            f"its certificate ran out on {until:%Y-%m-%d}",
            "Make a new one: `forensix identity time-stamps`.",
        )
        yield ended if until <= now else Check("time-stamp service", "passed", f"reports are PAdES B-LTA; good until {until:%Y-%m-%d}")


def _window() -> Check:
    try:
        qt = version("PySide6")
    except PackageNotFoundError:
        return Check("window", "failed", "PySide6 is not installed", "Install forensix again; the command line works without it.")
    if qt == "6.12.0" and sys.version_info < (3, 12):
        return Check("window", "failed", "PySide6 6.12.0 aborts on this Python", "Install another version of PySide6.")
    if not sys.platform.startswith("linux"):
        return Check("window", "passed", f"PySide6 {qt}")
    missing = [package for library, package in LIBRARIES.items() if ctypes.util.find_library(library) is None]
    if missing:
        return Check("window", "note", f"PySide6 {qt}, but the window lacks libraries", f"On Debian: apt install {' '.join(missing)}")
    screen = "a screen" if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") else "no screen, so no window"
    return Check("window", "passed", f"PySide6 {qt}, {screen}")


def tools() -> Iterator[Check]:
    """Other programs that forensix itself does not need."""
    for tool, (package, use) in TOOLS.items():
        if tool == "Xvfb" and not sys.platform.startswith("linux"):
            continue
        place = shutil.which(tool)
        absent = Check(tool, "note", f"not installed; it {use}", f"On Debian: apt install {package}")
        yield replace(absent, result="passed", found=f"{place}; it {use}", remedy="") if place else absent
