"""What the layers below say of their progress is known to the window, and said in its language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from forensix import settings
from forensix.gui.app import translate
from forensix.gui.doing import doing_word
from forensix.laboratory.explaining import STEPS

PACKAGE = Path(settings.__file__).parent
LAYERS = ("laboratory", "imaging", "inference", "casebook", "reporting", "identity", "exporting", "gui")
TELL = {"progress", "_progress", "tell", "step"}
PASSED_ON = {"step", "title", "words", "name"}
"""What a step is called where it is only handed on, or made up of the parts that are asked for below."""


def steps_of(source: Path) -> Iterator[str]:
    """The steps that a module tells of, with what is filled in as "?"."""
    for call in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call) or len(call.args) != 2 or _name(call.func) not in TELL:
            continue
        said = call.args[0]
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield said.value
        elif isinstance(said, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "?" for part in said.values)
        elif _name(call.func) != "step" and _name(said) not in PASSED_ON:
            yield f"{source.name}: {ast.unparse(said)}"


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def told() -> set[str]:
    found = {step for layer in LAYERS for source in (PACKAGE / layer).rglob("*.py") for step in steps_of(source)}
    return found | {"originals", "reports"} | {f"heatmap for {what}: {step}" for what in ("male", "age") for step in STEPS.values()}


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    assert translate(qapp, "de", settings.resources() / "translations")
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("german")
def test_every_step_that_is_told_is_said_in_the_windows_language() -> None:
    steps = told()
    assert {"loading the network", "receiving ?", "packing ?", "backup", "chain", "signing", "making keys"} <= steps
    assert [step for step in steps if doing_word(step) == step] == []


@pytest.mark.usefixtures("german")
def test_a_file_keeps_its_name_and_what_is_not_known_is_said_as_it_was() -> None:
    assert doing_word("examining reading.dcm") == "reading.dcm wird untersucht"
    assert doing_word("heatmap for male: moving the picture").endswith("das Bild wird verschoben")
    assert doing_word("a step of tomorrow") == "a step of tomorrow"
