"""docs/reference/report.md: every requirement has its row, every test that it names exists, the table of what blocks is the program's."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/reference/report.md").read_text(encoding="utf-8")
RULES = (ROOT / "tests/reporting/test_report_rules.py").read_text(encoding="utf-8")


def test_every_requirement_has_its_row_and_its_test() -> None:
    rows = re.findall(r"^\| (R\d\d) \|.*\| `(test_\w+)` \|$", PAGE, re.MULTILINE)
    assert [rule for rule, _ in rows] == [f"R{number:02d}" for number in range(1, 29)]
    assert [name for _, name in rows if f"\ndef {name}(" not in RULES] == []
    assert all(name.startswith(f"test_{rule.lower()}_") for rule, name in rows)


def test_every_rule_that_is_tested_stands_on_the_page() -> None:
    tested = set(re.findall(r"\ndef test_(r\d\d)_", RULES))
    assert tested == {f"r{number:02d}" for number in range(1, 29)}


def test_the_table_of_what_blocks_is_the_programs_own() -> None:
    spec = importlib.util.spec_from_file_location("make_required", ROOT / "docs/make_required.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.page(PAGE) == PAGE, "run: python docs/make_required.py"
