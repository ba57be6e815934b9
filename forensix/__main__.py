"""The window; with arguments, the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the window when called without arguments, else the command line; the exit code."""
    if len(sys.argv) > 1:
        from forensix import cli

        return cli.main(sys.argv[1:])
    from forensix import settings
    from forensix.gui import app

    return app.run(None, settings.load())


if __name__ == "__main__":
    sys.exit(main())
