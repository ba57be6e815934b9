"""How the estimate was made, so that another laboratory can make it again: program, model, hashes, settings."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label

TITLE = "Method"

MIRRORED = {
    "as_is": "read as it is",
    "mirrored": "mirrored, as a right hand is",
    "both": "read as it is and mirrored, the side not being known",
}


def render(facts: ReportFacts) -> list[Flowable]:
    what = (
        "A convolutional network computes one number from the radiograph as the examiner sees it. A calibration, fitted on other "
        "hands, turns the number into a likelihood ratio, which is bounded by what the calibration hands can support. A decision "
        "rule turns it into an outcome. The examiner weighs her or his own observation, the estimate, and the map of where the "
        "network responded."
    )
    program: list[layout.Row] = [("Program", f"forensix {facts.program_version}"), ("Source code", facts.commit)]
    story: list[Flowable] = [layout.body(what), layout.fields(program)]
    for name, card in facts.model_cards.items():
        story += [layout.subsection(f"Model {name}"), layout.fields(_model(card))]
    for number, item in enumerate(facts.items, 1):
        story += [layout.subsection(label(number, item)), layout.fields(_recipe(item))]
    return story


def _model(card: dict[str, Any]) -> list[layout.Row]:
    training, validated = card.get("training", {}), card.get("validated", {})
    return [
        ("Network", f"{card.get('backbone', 'not stated')}, outputs: {_joined(card.get('outputs'))}"),
        ("SHA-256 of the weights", str(card.get("weights_sha256", ""))),
        ("Trained on", f"{training.get('data', 'not stated')}; {training.get('subjects', 'not stated')} subjects"),
        ("Validated on", str(validated.get("population", ""))),
        ("Source", str(card.get("licence", {}).get("citation", ""))),
    ]


def _recipe(item: ExaminedItem) -> list[layout.Row]:
    recipe, examination = item.examination.recipe, item.examination
    return [
        ("Examined", wording.moment(examination.performed_at)),
        ("Model", recipe.model),
        ("SHA-256 of the weights", recipe.weights_sha256),
        ("Preprocessing", f"{recipe.preprocess_version}; window: {recipe.window}; {MIRRORED.get(recipe.mirrored, recipe.mirrored)}"),
        ("SHA-256 of the calibration", recipe.calibration_sha256),
        ("Computed on", f"{recipe.device}, {recipe.dtype}, {recipe.threads} threads, batch {recipe.batch}"),
        ("Libraries", ", ".join(f"{name} {version}" for name, version in sorted(recipe.libraries.items()))),
        ("Network output", "; ".join(f"{name} = {value}" for name, value in sorted(examination.logits.items()))),
        ("Examination", examination.id),
    ]


def _joined(outputs: Any) -> str:
    return ", ".join(str(one) for one in outputs) if isinstance(outputs, list | tuple | dict) else str(outputs or "not stated")
