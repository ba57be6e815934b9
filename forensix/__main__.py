"""The window; with arguments, the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensix.laboratory.acts import Progress
    from forensix.settings import Settings


def main() -> int:
    """Start the window when called without arguments, else the command line; the exit code."""
    if len(sys.argv) > 1:
        from forensix import cli

        return cli.main(sys.argv[1:])
    from forensix import settings
    from forensix.gui import app

    return app.run(None, settings.load(), _demonstrate)


def _demonstrate(folder: Path, settings: Settings, progress: Progress) -> Path:
    """The window's door into the demonstration: its casebook."""
    from forensix import demo

    return demo.run(folder, settings, progress=progress).casebook


if __name__ == "__main__":
    sys.exit(main())
