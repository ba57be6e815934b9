"""Pages that a program writes are as it writes them now; the tests, places and commands that pages name are there."""

import json
import re
import shlex
from pathlib import Path

import pytest

from forensix.cli import parser
from tests.support.scripts import script

ROOT = Path(__file__).parents[2]


def test_the_command_line_page_has_every_command() -> None:
    maker = script("docs/make_command_line.py")
    page = maker.PAGE.read_text(encoding="utf-8")
    assert maker.written(page) == page, "run python docs/make_command_line.py"
    assert "| `receive CASE PATH..." in page


def test_the_readme_has_the_default_models_own_numbers() -> None:
    maker = script("docs/make_results.py")
    page = maker.PAGE.read_text(encoding="utf-8")
    assert maker.written(page, ROOT / "models") == page, "run python docs/make_results.py"


def test_the_training_log_has_the_default_models_own_errors() -> None:
    maker = script("docs/make_results.py")
    page = maker.LOG.read_text(encoding="utf-8")
    assert maker.logged(page, ROOT / "models") == page, "run python docs/make_results.py"


def test_the_report_page_has_the_programs_own_table_of_what_blocks() -> None:
    maker = script("docs/make_required.py")
    page = maker.PAGE.read_text(encoding="utf-8")
    assert maker.written(page) == page, "run python docs/make_required.py"


def test_numbers_are_printed_with_their_interval_and_count(tmp_path: Path) -> None:
    models = tmp_path / "models"
    (models / "made-up").mkdir(parents=True)
    (models / "DEFAULT").write_text("made-up\n", encoding="utf-8")
    card = "[validated]\nmonths = [60, 204]\n[calibration]\nlog10_lr_low = -1.5\nlog10_lr_high = 1.0\n"
    (models / "made-up" / "card.toml").write_text(card + "[decision]\nthreshold = 0.95\nprior = 0.5\n", encoding="utf-8")
    accuracy = {"value": 0.905, "low": 0.88, "high": 0.93, "n": 400}
    evaluation = {"n": 400, "metrics": {"accuracy": accuracy, "auc": None}, "by_age_band": {"0-5": {"accuracy": accuracy}}}
    (models / "made-up" / "evaluation.json").write_text(json.dumps(evaluation), encoding="utf-8")
    block = script("docs/make_results.py").results(models)
    assert "90.5 % | 88.0 % to 93.0 % | 400 |" in block
    assert "| Area under the ROC curve | – | – | – |" in block
    assert "| 0-5 | 90.5 %" in block
    assert "60 to 204 months" in block
    assert "bounded to 1/31 to 10;" in block
    assert "no radiograph can reach male." in block  # 10 at even odds is 0.91


def test_without_a_model_the_readme_says_that_nothing_is_measured(tmp_path: Path) -> None:
    assert "Not measured yet" in script("docs/make_results.py").results(tmp_path)


def test_every_test_that_a_promise_rests_on_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", (ROOT / "docs/reference/promises.md").read_text(encoding="utf-8"))
    assert len(named) > 20
    assert [f"{file}::{test}" for file, test in named if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")] == []


def test_every_place_that_a_change_begins_in_exists() -> None:
    page = (ROOT / "docs/how-to/change.md").read_text(encoding="utf-8")
    named = re.findall(r"`(?:python )?((?:forensix|tests|docs|installer|resources)/[\w/.]*)", page)
    assert len(named) > 40
    assert [place for place in named if "NAME" not in place and "_fr" not in place and not (ROOT / place).exists()] == []


def _shown_commands() -> list[str]:
    """Each `forensix ...` on a line of its own in the pages, without the words that explain it."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    fenced = [block for page in pages for block in page.read_text(encoding="utf-8").split("```")[1::2]]
    lines = [line for block in fenced for line in block.splitlines()]
    found = [
        re.sub(r"^.*?(?:uv run )?forensix ", "", line)
        for line in lines
        if re.match(r"(?:pip install uv && )?(?:uv run )?forensix \S", line)
    ]
    return sorted({re.split(r" {2,}", line)[0] for line in found})


def test_commands_are_found_in_the_pages() -> None:
    assert len(_shown_commands()) > 15


@pytest.mark.parametrize("command", _shown_commands())
def test_every_command_in_the_pages_is_one_of_the_programs(command: str) -> None:
    assert parser().parse_args(shlex.split(command)).run
