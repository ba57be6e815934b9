"""What the README promises stands in it, and what it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", ["pip install uv && uv run forensix demo", "pip install uv && uv run pytest"])
def test_the_two_commands_stand_on_lines_of_their_own(command: str) -> None:
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_file_that_is_linked_exists(name: str) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_page_of_the_documentation_is_in_its_menu_and_its_links_lead_somewhere() -> None:
    docs = ROOT / "docs"
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = sorted(docs.rglob("*.md"))
    assert [page.name for page in pages if page.relative_to(docs).as_posix() not in menu] == []
    broken = [
        f"{page.relative_to(docs)} -> {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_contributing_is_one_screen() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= 60


def test_the_change_log_and_the_citation_name_this_version() -> None:
    import forensix

    assert f"## [{forensix.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {forensix.__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
