"""The window from the command line: opened in a process of its own after the demonstration, and why it may not open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from forensix import settings
from forensix.commands.answer import Answer, Call
from forensix.domain.errors import ForensixError
from forensix.settings import Settings

if TYPE_CHECKING:
    from forensix.laboratory.acts import Progress

WANTED = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libdbus-1-3"
"""What Qt loads when it opens a window on Debian and Ubuntu, beyond a bare system."""


class WindowUnavailable(ForensixError):
    """There is no screen, or a library of the desktop is missing."""

    kind = "window_unavailable"


def window(call: Call) -> Answer:
    """Open the window on the named casebook, and stay until it is closed."""
    file = getattr(call.arguments, "settings", None)
    return Answer({}, (), run(call.named_casebook, call.settings, Path(file) if file else None))


def run(casebook: Path | None, chosen: Settings | None = None, settings_file: Path | None = None) -> int:
    """Open the window in this process; its exit code.

    Raises
    ------
    WindowUnavailable
    """
    require_screen()
    try:
        from forensix.gui import app
    except ImportError as error:
        remedy = f"On Debian or Ubuntu: apt-get install {WANTED}. The command line works without."
        raise WindowUnavailable(f"The window cannot open: {error}.", remedy, "window") from error
    return app.run(casebook, chosen or settings.load(settings_file), _demonstrate, settings_file)


def show(casebook: Path) -> None:
    """Open the window on a casebook in a process of its own, so that a desktop which ends it cannot end this one.

    Raises
    ------
    WindowUnavailable
        No screen, or the window ended with an error before it was closed.
    """
    require_screen()
    ended = subprocess.run([sys.executable, "-m", "forensix", "window", "--casebook", str(casebook)], check=False)
    if ended.returncode != 0:
        remedy = f"`forensix doctor` says what is missing; on Debian or Ubuntu: apt-get install {WANTED}."
        raise WindowUnavailable(f"The window ended with code {ended.returncode}.", remedy, "window")


def require_screen() -> None:
    """Windows and macOS have a screen; Linux has one where a display server is named."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal", "vnc"):
            return
        raise WindowUnavailable(
            "There is no screen here, so the window is not opened.", "Use the command line: `forensix --help`.", "screen"
        )


def _demonstrate(folder: Path, chosen: Settings, progress: Progress) -> Path:
    """The window's door into the demonstration: its casebook."""
    from forensix import demo

    return demo.run(folder, chosen, progress=progress).casebook
