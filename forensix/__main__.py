"""The window; with arguments, the command line."""

from __future__ import annotations

import sys

from forensix import cli


def main() -> int:
    """Without arguments the window, else a command; the exit code."""
    return cli.main(sys.argv[1:] or ["window"])


if __name__ == "__main__":
    sys.exit(main())
