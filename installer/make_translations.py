"""Brings resources/translations up to the window's texts and compiles them, with the release tool that PySide6 brings.

Qt's own `lupdate` does not read Python's named characters, so the texts are found in the syntax tree. What is translated stays, what is
new stands there unfinished and is shown in English, and what no longer exists goes.

    python installer/make_translations.py
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
FREE = "wording"
"""Context of the texts that no class translates, as `wording.tr` names it."""
Messages = dict[tuple[str, str], str]


def texts_of(source: Path) -> Iterator[tuple[str, str]]:
    """(context, text) of every call of tr in a module: the class around it, or the free function's own context."""
    yield from _texts(ast.parse(source.read_text(encoding="utf-8")), "")


def _texts(node: ast.AST, around: str) -> Iterator[tuple[str, str]]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call) and inner.args and isinstance(inner.args[0], ast.Constant) and isinstance(inner.args[0].value, str):
            called = inner.func
            if isinstance(called, ast.Attribute) and called.attr == "tr":
                own = isinstance(called.value, ast.Name) and called.value.id == "self"
                yield (around if own else FREE), inner.args[0].value
            elif isinstance(called, ast.Name) and called.id == "tr":
                yield FREE, inner.args[0].value
        yield from _texts(inner, inner.name if isinstance(inner, ast.ClassDef) else around)


def held_in(file: Path) -> Messages:
    """What a .ts file translates already."""
    if not file.is_file():
        return {}
    found: Messages = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") != "unfinished":
                found[context.findtext("name", ""), message.findtext("source", "")] = translation.text
    return found


def write(file: Path, language: str, texts: list[tuple[str, str]], held: Messages) -> int:
    """Write a .ts file with every text, translated or unfinished; how many are translated."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({context for context, _ in texts}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in sorted({text for of, text in texts if of == name}):
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = text
            translation = ET.SubElement(message, "translation")
            if (name, text) in held:
                translation.text = held[name, text]
            else:
                translation.set("type", "unfinished")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return len(set(texts) & set(held))


def compile_(file: Path) -> Path:
    """The .qm beside a .ts file; what is unfinished is left out, so that it is shown in English."""
    tool = next(path for path in Path(PySide6.__file__).parent.glob("lrelease*"))
    made = file.with_suffix(".qm")
    subprocess.run([str(tool), "-silent", "-nounfinished", str(file), "-qm", str(made)], check=True, timeout=120)
    return made


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--language", action="append", default=[], help="a language to begin, as in fr")
    given = asked.parse_args()
    texts = sorted({text for source in sorted((ROOT / "forensix" / "gui").glob("*.py")) for text in texts_of(source)})
    languages = {file.stem.removeprefix("forensix_") for file in FOLDER.glob("forensix_*.ts")} | set(given.language)
    for language in sorted(languages):
        file = FOLDER / f"forensix_{language}.ts"
        done = write(file, language, texts, held_in(file))
        compile_(file)
        print(f"{language}: {done} of {len(texts)} texts translated")


if __name__ == "__main__":
    main()
