"""What every file of the repository keeps to: its purpose first, its size, its words, and nothing of the computer it was written on."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.patience import PROCESS_S

ROOT = Path(__file__).parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
LARGEST_FILE = 55 * 2**20  # a bundle is at most 50 MB
TEXT = {
    ".cff",
    ".cfg",
    ".css",
    ".csv",
    ".ini",
    ".json",
    ".lock",
    ".md",
    ".ps1",
    ".py",
    ".sh",
    ".svg",
    ".toml",
    ".ts",
    ".txt",
    ".yaml",
    ".yml",
    "",
}


def _committed() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, timeout=PROCESS_S).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def _python(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if path.stat().st_size)


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines_with(patterns: dict[str, re.Pattern[str]], paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        if path.suffix not in TEXT:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            found += [f"{_named(path)}:{number}: {what}" for what, pattern in patterns.items() if pattern.search(line)]
    return found


def test_no_file_names_the_computer_it_was_written_on() -> None:
    # Put together here, so that this file does not name them either.
    patterns = {
        "a path of one computer": re.compile(
            "|".join(("/" + "work/", "/" + "root/", "/" + r"home/\w", r"[A-Z]:\\+" + "Users", "/opt/" + "(?:pypi|wheels)"))
        ),
        "a folder outside the repository": re.compile(re.escape(".." + "/shared")),
        "a package index": re.compile(
            "|".join((r"pypi\." + "org", "python" + "hosted", "arti" + "factory", "--(?:extra-)?" + r"index-url\s+http"))
        ),
    }
    assert _lines_with(patterns, _committed()) == []


def test_the_search_for_such_names_finds_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    file = tmp_path / "a.md"
    file.write_text("fine\nread .." + "/shared/x\n", encoding="utf-8")
    assert _lines_with({"outside": re.compile(re.escape(".." + "/shared"))}, [file]) == ["a.md:2: outside"]


def test_no_committed_file_is_too_large() -> None:
    assert [_named(path) for path in _committed() if path.stat().st_size > LARGEST_FILE] == []


def test_each_module_says_its_purpose_in_its_first_line() -> None:
    unsaid = []
    for path in _python("forensix", "tests", "installer", "docs", "benchmarks"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        if not first.startswith('"""') or len(first.strip('" ')) < 15:
            unsaid.append(_named(path))
    assert unsaid == []


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {
        _named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _python("forensix", "tests", "installer", "docs")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    long = []
    for path in _python("forensix"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > LONGEST_FUNCTION:
                long.append(f"{_named(path)}: {node.name} has {_length(node)} lines")
    assert long == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the function without its docstring."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    inside = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - inside


def test_the_program_speaks_of_sex_and_not_of_gender() -> None:
    found = [
        f"{_named(path)}: {match.group()}"
        for path in _python("forensix")
        for match in re.finditer(r"(?i)(?<!not )\bgender\b", path.read_text(encoding="utf-8"))
    ]
    assert found == []
