"""Writes the table of what blocks a report in docs/reference/report.md from reporting/required.py: python docs/make_required.py."""

from __future__ import annotations

from pathlib import Path

from forensix.reporting.required import REQUIREMENTS

PAGE = Path(__file__).parent / "reference" / "report.md"
BEGIN, END = "<!-- required:begin -->", "<!-- required:end -->"


def table() -> str:
    """One row for each item, those that block first."""
    lines = ["| Missing | Id | What then | Where it is filled in |", "|---|---|---|---|"]
    for one in sorted(REQUIREMENTS, key=lambda each: not each.blocks):
        effect = "blocks" if one.blocks else "printed as not stated"
        lines.append(f"| {one.what} | {one.rule} | {effect} | {one.where} |")
    return "\n".join(lines)


def written(page: str) -> str:
    """The page with its table renewed."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
