"""Settings: folders, device, chosen model, decision rule; read once from TOML and passed on."""

from __future__ import annotations

import contextlib
import getpass
import os
import re
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from itertools import count
from pathlib import Path
from typing import Any

import platformdirs

from forensix.domain.errors import ForensixError

PACKAGE = Path(__file__).parent
DEVICES = ("auto", "cpu", "cuda", "mps")
ESTIMATING = ("threshold", "prior_male", "model", "device", "threads", "saliency")
"""Settings that change what an estimate or its heatmap says; each examination keeps those that it was made with."""


class SettingsRefused(ForensixError):
    """A settings file that cannot be used."""

    kind = "settings_refused"


def packaged(name: str) -> Path:
    """The folder `name` ("models", "resources"): inside an installed package, or at the top of the repository in an editable one."""
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise SettingsRefused(f"The folder of {name} is missing from this installation.", "Install forensix again.", name)


def resources() -> Path:
    return packaged("resources")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose; every value valid once constructed.

    Parameters
    ----------
    casebook : Path
        The casebook folder used when none is named.
    added_models : Path
        Bundles that the user added, beside those that ship.
    model : str
        Bundle name; "" is the one that models/DEFAULT names.
    threshold : float
        Posterior needed for male or female, 0.5 < threshold < 1 (0.95, 0.85, 0.75 or the site's).
    prior_male : float
        Prior probability of male, 0 < prior < 1.
    threads : int
        CPU threads of the reference path; fixed, so that a repeat is bit-equal. One is as fast as two where the computer has other
        work: two then wait for each other (3.2 s for what one does in 0.2 s).
    examiner : str
        Name under which acts are recorded when no identity is given.
    place : str
        Where the work is done, as reports print it.
    language : str
        Language of the window, as in "de"; without a translation the text stays English.
    text_size : int
        Size of the window's text, per cent of what the system gives.
    shortcuts : dict
        The key that an action ships with -> the key to use instead; "" for none.
    """

    casebook: Path
    added_models: Path
    model: str = ""
    device: str = "auto"
    threads: int = 1
    saliency: str = "grad_cam"
    threshold: float = 0.95
    prior_male: float = 0.5
    examiner: str = ""
    identity: str = ""
    agency: str = ""
    place: str = ""
    page: str = "A4"
    language: str = "en"
    theme: str = "dark"
    text_size: int = 100
    shortcuts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _require(0.5 < self.threshold < 1, "threshold", "above 0.5 and below 1")
        _require(0 < self.prior_male < 1, "prior_male", "above 0 and below 1")
        _require(self.device in DEVICES, "device", "auto, cpu, cuda or mps")
        _require(1 <= self.threads <= 64, "threads", "1 to 64")
        _require(self.page in ("A4", "Letter"), "page", "A4 or Letter")
        _require(self.theme in ("dark", "light"), "theme", "dark or light")
        _require(80 <= self.text_size <= 200, "text_size", "80 to 200")
        _require(bool(re.fullmatch(r"[a-z]{2,3}(_[A-Za-z]{2,4})?", self.language)), "language", "a language's letters, as in en or de")
        chosen = [key for key in self.shortcuts.values() if key]
        _require(all(isinstance(key, str) for key in self.shortcuts.values()), "shortcuts", "text")
        _require(len(set(chosen)) == len(chosen), "shortcuts", "one key for each action")

    def model_folders(self) -> tuple[Path, ...]:
        """Where bundles lie: those that ship, then the user's own."""
        return (packaged("models"), self.added_models)


def _require(holds: bool, name: str, allowed: str) -> None:
    if not holds:
        raise SettingsRefused(f"The setting {name} is out of range.", f"Give {name} another value: {allowed}.", name)


def account() -> str:
    """Who is signed in to the computer, by number where it has no name for the account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown user"


def _user_folder(kind: Callable[..., Path]) -> Path:
    try:
        return kind("forensix", appauthor=False)
    except RuntimeError as error:
        raise SettingsRefused(
            "This account has no home folder.", "Set the environment variable HOME to a folder of yours.", "HOME"
        ) from error


def default_file() -> Path:
    return _user_folder(platformdirs.user_config_path) / "settings.toml"


def defaults() -> Settings:
    data = _user_folder(platformdirs.user_data_path)
    return Settings(casebook=data / "casebook", added_models=data / "models")


def load(file: Path | None = None) -> Settings:
    """Settings from `file`, or from the user's own file if there is one.

    Raises
    ------
    SettingsRefused
        A file that is named but missing, not TOML, or with unknown names or values out of range.
    """
    path = file if file is not None else default_file()
    if not path.is_file():
        if file is not None:
            raise SettingsRefused("There is no such settings file.", "Name an existing file, or leave --settings out.", str(path))
        return defaults()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsRefused(f"The settings file cannot be read: {error}.", "Mend the file or remove it.", str(path)) from error
    try:
        return replace(defaults(), **_checked(table, path))
    except SettingsRefused as error:
        at = _line_of(path, error.subject)
        raise SettingsRefused(f"{f'Line {at}: ' if at else ''}{error.message}", error.remedy, str(path)) from error


def _checked(table: dict[str, Any], path: Path) -> dict[str, Any]:
    types = {one.name: type(getattr(defaults(), one.name)) for one in fields(Settings)}
    unknown = sorted(set(table) - set(types))
    if unknown:
        raise SettingsRefused(f"Unknown settings: {', '.join(unknown)}.", f"Known are {', '.join(sorted(types))}.", unknown[0])
    chosen: dict[str, Any] = {}
    for name, value in table.items():
        wanted = types[name]
        if issubclass(wanted, Path) and isinstance(value, str):
            chosen[name] = (path.parent / value).resolve()
        elif wanted is float and isinstance(value, int) and not isinstance(value, bool):
            chosen[name] = float(value)
        elif isinstance(value, wanted) and not (wanted is int and isinstance(value, bool)):
            chosen[name] = value
        else:
            raise SettingsRefused(f"The setting {name} has the wrong type.", f"It takes a {wanted.__name__}.", name)
    return chosen


def _line_of(path: Path, name: str) -> int | None:
    """The line of a file where a setting stands, from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((at for at, line in enumerate(lines, 1) if re.match(rf'\s*\[?["\']?{re.escape(name)}\b', line)), None)


def usable(file: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """What of a refused settings file can be used, and the lines that cannot, each with its number.

    Raises
    ------
    SettingsRefused
        The file cannot be read at all.
    """
    path = file if file is not None else default_file()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsRefused(f"The settings file cannot be read: {error}.", "Set it aside.", str(path)) from error
    table, left_out = _readable(lines)
    chosen = defaults()
    for name, value in table.items():
        try:
            chosen = replace(chosen, **_checked({name: value}, path))
        except SettingsRefused:
            left_out.add(_line_of(path, name) or 1)
    return chosen, tuple(f"{at}: {lines[at - 1].strip()}" for at in sorted(left_out))


def _readable(lines: list[str]) -> tuple[dict[str, Any], set[int]]:
    """The table of those lines that are TOML, and the numbers of the others: one after the other is left out until the rest can be read."""
    kept, left_out = list(lines), set[int]()
    while True:
        try:
            return tomllib.loads("\n".join(kept)), left_out
        except tomllib.TOMLDecodeError as error:
            named = re.search(r"at line (\d+)", str(error))
            at = int(named[1]) if named else max((number for number, line in enumerate(kept, 1) if line.strip()))
            if not kept[at - 1].strip():  # the error is seen behind the line that makes it
                at = max(number for number, line in enumerate(kept[:at], 1) if line.strip())
            kept[at - 1] = ""
            left_out.add(at)


def set_aside(file: Path | None = None) -> Path:
    """Rename a settings file so that it is kept and no longer read; its new path.

    Raises
    ------
    SettingsRefused
        The file cannot be renamed.
    """
    path = file if file is not None else default_file()
    aside = next(one for one in (path.with_name(f"{path.stem}.refused-{n}{path.suffix}") for n in count(1)) if not one.exists())
    try:
        return path.rename(aside)
    except OSError as error:
        raise SettingsRefused(f"The settings file cannot be renamed: {error.strerror}.", "Rename it by hand.", str(path)) from error


def save(settings: Settings, file: Path | None = None) -> Path:
    """Write the settings that differ from the defaults, the whole file or nothing of it; the file.

    Raises
    ------
    SettingsRefused
        The file cannot be written.
    """
    path = file if file is not None else default_file()
    usual = defaults()
    chosen = {one.name: getattr(settings, one.name) for one in fields(Settings)}
    changed = {name: value for name, value in chosen.items() if value != getattr(usual, name)}
    lines = ["# forensix settings", *(f"{name} = {_toml(value)}" for name, value in changed.items() if not isinstance(value, dict))]
    for name, table in changed.items():
        if isinstance(table, dict):
            lines += ["", f"[{name}]", *(f"{_toml(key)} = {_toml(value)}" for key, value in table.items())]
    try:
        _replace(path, "\n".join(lines) + "\n")
    except OSError as error:
        raise SettingsRefused(
            f"The settings cannot be written: {error.strerror or error}.", "Free some space, or name a file that you may write.", str(path)
        ) from error
    return path


def _replace(path: Path, text: str) -> None:
    """Put `text` in the place of a file at once: whoever reads it finds the old one or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".toml")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(unfinished).unlink(missing_ok=True)
        raise


def _toml(value: Any) -> str:
    if isinstance(value, str | Path):
        escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
        escaped = re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", escaped)
        return f'"{escaped}"'
    return repr(value)
