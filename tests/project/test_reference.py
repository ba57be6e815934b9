"""What the pages say of checks, codes and the report's requirements is what the program has, and a test holds it."""

from __future__ import annotations

import re
from pathlib import Path

from forensix.exporting.dicom_report import PRIVATE

ROOT = Path(__file__).parents[2]
CHECKING = ("reporting/verifier.py", "reporting/check_disclosure.py", "laboratory/checking.py")


def test_every_check_that_can_fail_is_explained_to_a_lawyer() -> None:
    source = "\n".join((ROOT / "forensix" / name).read_text(encoding="utf-8") for name in CHECKING)
    named = set(re.findall(r'(?:_failed|_judged)\(\s*"(\w+)"', source)) | set(re.findall(r'Checked\(\s*"(\w+)",\s*"failed"', source))
    assert len(named) > 20
    page = (ROOT / "docs" / "how-to" / "check-a-report.md").read_text(encoding="utf-8")
    assert {name for name in named if f"`{name}`" not in page} == set()


def test_every_private_code_is_listed() -> None:
    page = (ROOT / "docs" / "reference" / "dicom-out.md").read_text(encoding="utf-8")
    assert [name for name, meaning in PRIVATE.items() if f"| `{name.upper()[:16]}` | {meaning} |" not in page] == []


def test_every_check_in_the_table_of_attacks_is_explained() -> None:
    table = (ROOT / "docs" / "reference" / "attacks.md").read_text(encoding="utf-8")
    failed = {name for part in re.findall(r"\*\*refused\*\* \(([^)]*)\)", table) for name in re.findall(r"`(\w+)`", part)}
    page = (ROOT / "docs" / "how-to" / "check-a-report.md").read_text(encoding="utf-8")
    assert len(failed) > 8
    assert {name for name in failed if f"`{name}`" not in page} == set()


def test_every_requirement_of_a_report_has_its_row_and_its_test() -> None:
    page = (ROOT / "docs" / "reference" / "report.md").read_text(encoding="utf-8")
    rules = (ROOT / "tests" / "reporting" / "test_report_rules.py").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (R\d\d) \|.*\| `(test_\w+)` \|$", page, re.MULTILINE)
    assert [rule for rule, _ in rows] == [f"R{number:02d}" for number in range(1, 29)]
    assert [name for _, name in rows if f"\ndef {name}(" not in rules] == []
    assert all(name.startswith(f"test_{rule.lower()}_") for rule, name in rows)
    assert set(re.findall(r"\ndef test_(r\d\d)_", rules)) == {rule.lower() for rule, _ in rows}
