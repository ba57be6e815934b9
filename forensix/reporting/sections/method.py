"""How the estimate was made, so that another laboratory can make it again: program, model, hashes, settings as they were at run time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.platypus import Flowable

from forensix.domain.examination import ExaminationRecipe
from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label

TITLE = "Method"

MIRRORED = {
    "as_is": "read as it is",
    "mirrored": "mirrored, as a right hand is",
    "both": "read as it is and mirrored, the side not being known",
}
EDGE = re.compile(r"-?\d+\.\d{5,}")
"""An edge of the window with more digits than a reader needs; the record holds them all."""
WINDOW = "Windows are shares of the range that the file declares for its pixels; the attached record holds their edges in full."
WHAT = (
    "A convolutional network computes one number from the radiograph, made small, in the grays in which it is first shown to the "
    "examiner. A calibration, fitted on other "
    "hands, turns the number into a likelihood ratio, which is bounded by what the calibration hands can support. A decision "
    "rule turns it into an outcome. The examiner is to weigh her or his own observation, the estimate, and the map of where the "
    "network responded."
)


def render(facts: ReportFacts) -> list[Flowable]:
    program: list[layout.Row] = [("Program", f"forensix {facts.program_version}"), ("Source code", facts.commit)]
    story: list[Flowable] = [layout.body(WHAT), layout.fields(program)]
    for name, card in facts.model_cards.items():
        story += [layout.subsection(f"Model {name}"), layout.fields(_model(card))]
    for numbers, recipe in _runs(facts):
        story += [layout.subsection(f"Examination of item{'s' if len(numbers) > 1 else ''} {wording.listed(numbers)}")]
        story += [layout.fields(_recipe(recipe))]
    columns = [layout.Column("Item", 1.4), layout.Column("Examined", 1.5), layout.Column("Window", 2.0), layout.Column("Reading", 1.6)]
    return [*story, layout.data(columns, [_one(number, facts) for number in range(len(facts.items))]), layout.note(WINDOW)]


def _model(card: dict[str, Any]) -> list[layout.Row]:
    training = card.get("training") or {}
    return [
        ("Network", f"{card.get('backbone', 'not stated')}, outputs: {_joined(card.get('outputs'))}"),
        ("SHA-256 of the weights", str(card.get("weights_sha256", ""))),
        ("Each reading", _reading(card.get("preprocess") or {})),
        ("Trained on", f"{training.get('subjects', 'an unstated number of')} subjects, listed in {training.get('data', 'no stated file')}"),
        ("Calibration", str((card.get("calibration") or {}).get("method", ""))),
        ("Source", str((card.get("licence") or {}).get("citation", ""))),
    ]


def _reading(preprocess: Mapping[str, Any]) -> str:
    """What the network is given for one reading: which views of the radiograph, and how small."""
    views, size, first = preprocess.get("views") or (), preprocess.get("size"), preprocess.get("squash_size")
    squashed = f"{first} x {first}, then " if first and preprocess.get("squash") else ""
    small = f"; the radiograph is made {squashed}{size} x {size} pixels, whatever its shape" if size else ""
    return f"{_views(views) if views else 'of the radiograph as it is'}{small}"


def _views(views: Sequence[Mapping[str, float]]) -> str:
    each = [f"turned by {wording.signed_minus(format(one['degrees'], 'g'))} degrees" if one["degrees"] else "" for one in views]
    sizes = [f"made {one['enlarged']:g} times as large" if one["enlarged"] != 1.0 else "" for one in views]
    shown = [" and ".join(filter(None, both)) or "as it is" for both in zip(each, sizes, strict=True)]
    return f"the mean of what the network gives for {len(views)} views of the radiograph: {wording.listed(shown)}"


def _runs(facts: ReportFacts) -> list[tuple[list[str], ExaminationRecipe]]:
    """The numbers of the items that were examined alike, with how."""
    alike: dict[tuple[Any, ...], tuple[list[str], ExaminationRecipe]] = {}
    for number, item in enumerate(facts.items, 1):
        recipe = item.examination.recipe
        key = (
            recipe.model,
            recipe.weights_sha256,
            recipe.preprocess_version,
            recipe.calibration_sha256,
            recipe.device,
            recipe.dtype,
            recipe.threads,
            recipe.batch,
            *sorted(recipe.libraries.items()),
        )
        alike.setdefault(key, ([], recipe))[0].append(str(number))
    return list(alike.values())


def _recipe(recipe: ExaminationRecipe) -> list[layout.Row]:
    return [
        ("Model", recipe.model),
        ("SHA-256 of the weights", recipe.weights_sha256),
        ("Preprocessing", f"version {recipe.preprocess_version}"),
        ("SHA-256 of the calibration", recipe.calibration_sha256),
        ("Computed on", f"{recipe.device}, {recipe.dtype}, threads {recipe.threads}, batch {recipe.batch}"),
        ("Libraries", ", ".join(f"{name} {version}" for name, version in sorted(recipe.libraries.items()))),
    ]


def _one(index: int, facts: ReportFacts) -> list[str]:
    """What differs from item to item."""
    item = facts.items[index]
    recipe = item.examination.recipe
    return [
        label(index + 1, item),
        wording.moment(item.examination.performed_at),
        EDGE.sub(lambda edge: wording.fixed(float(edge[0]), 4), recipe.window),
        MIRRORED.get(recipe.mirrored, recipe.mirrored),
    ]


def _joined(outputs: Any) -> str:
    return ", ".join(str(one) for one in outputs) if isinstance(outputs, list | tuple | dict) else str(outputs or "not stated")
