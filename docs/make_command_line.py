"""Writes the table of commands in docs/reference/command-line.md from the program's own parser: python docs/make_command_line.py."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from forensix.cli import parser

PAGE = Path(__file__).parent / "reference" / "command-line.md"
BEGIN, END = "<!-- commands:begin -->", "<!-- commands:end -->"


def _commands(given: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser, str]]:
    """Every command that can be run: its words, its parser, what it is for."""
    for action in given._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, inner in action.choices.items():
            deeper = list(_commands(inner, (*path, name)))
            yield from deeper or [((*path, name), inner, helps.get(name, ""))]


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "|".join(str(choice) for choice in action.choices)
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return metavar.replace(" | ", "|") + ("..." if action.nargs in ("+", "*") else "")


def _argument(action: argparse.Action) -> str:
    if action.option_strings:
        text = " ".join((action.option_strings[-1], _value(action))).strip()
        return text if action.required else f"[{text}]"
    return f"[{_value(action)}]" if action.nargs in ("?", "*") else _value(action)


def usage(words: tuple[str, ...], command: argparse.ArgumentParser, everywhere: set[str]) -> str:
    """One line such as `case open NUMBER --incident INCIDENT [--kind pm|am]`."""
    own = [action for action in command._actions if not set(action.option_strings) & everywhere and "-h" not in action.option_strings]
    positional = [_argument(action) for action in own if not action.option_strings]
    options = [_argument(action) for action in own if action.option_strings]
    return " ".join((*words, *positional, *options))


def table() -> str:
    top = parser()
    everywhere = {option for action in top._actions for option in action.option_strings}
    rows = [f"| `{usage(words, command, everywhere).replace('|', chr(92) + '|')}` | {help_} |" for words, command, help_ in _commands(top)]
    return "\n".join(("| forensix ... | what it does |", "|---|---|", *rows))


def written(page: str) -> str:
    """The page with its table renewed."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
