"""No sentence that the program can print or show says what a report must not say (resources/phrases.toml)."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from forensix.settings import resources

PACKAGE = Path(__file__).parents[2] / "forensix"
SPEAKING = (
    "reporting",
    "exporting",
    "inference",
    "imaging",
    "gui",
    "laboratory",
    "validation",
    "commands",
    "demo.py",
    "cli.py",
    "screening.py",
)
PHRASES = tomllib.loads((resources() / "phrases.toml").read_text(encoding="utf-8"))["phrase"]
PROPOSITIONS = set(tomllib.loads((resources() / "verbal_scale.toml").read_text(encoding="utf-8"))["propositions"].values())
"""The scale's own, which the window translates word for word; a sentence puts them behind "the proposition that"."""


def _sentences(source: str) -> Iterator[tuple[int, str]]:
    """Every text in the code that is not a docstring; what an f-string fills in later stands as braces."""
    tree = ast.parse(source)
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


def _said(sentence: str) -> list[str]:
    plain = re.sub(r"\s+", " ", sentence)
    found = []
    for phrase in PHRASES:
        rest = plain
        for allowed in phrase["except"]:
            rest = re.sub(re.escape(allowed), " ", rest, flags=re.IGNORECASE)
        found += [phrase["reason"]] if re.search(phrase["pattern"], rest, re.IGNORECASE) else []
    return found


def test_nothing_that_the_program_says_is_forbidden() -> None:
    files = [file for name in SPEAKING for file in ([PACKAGE / name] if name.endswith(".py") else sorted((PACKAGE / name).rglob("*.py")))]
    assert len(files) > 60
    found = [
        f"{file.relative_to(PACKAGE)}:{line}: {sentence!r}: {reason}"
        for file in files
        for line, sentence in _sentences(file.read_text(encoding="utf-8"))
        if sentence not in PROPOSITIONS
        for reason in _said(sentence)
    ]
    assert found == []


def test_such_a_sentence_is_found_in_code() -> None:
    source = '"""It is male, in a docstring."""\nsay(f"The hand {number} is male.")\n'
    assert [line for line, sentence in _sentences(source) if _said(sentence)] == [2]


def test_no_key_is_named_outside_of_the_window() -> None:
    """A key can be changed in the settings, and only the window knows which one holds: elsewhere the menu is named, which shows it."""
    outside = [file for file in sorted(PACKAGE.rglob("*.py")) if "gui" not in file.parts]
    named = [f"{file.name}:{line}" for file in outside for line, said in _sentences(file.read_text(encoding="utf-8")) if "Ctrl+" in said]
    assert named == []
