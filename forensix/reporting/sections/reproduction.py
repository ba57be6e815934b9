"""How to make each estimate again: the command, the hashes of what goes in, the value that must come out, and how near."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label

TITLE = "Reproduction"


def render(facts: ReportFacts) -> list[Flowable]:
    how = (
        "The command runs the network again from the originals in custody and compares every output with the one recorded here. On the "
        "same computer the values must be equal bit for bit; on another one they may differ by the tolerance."
    )
    rows: list[layout.Row] = [
        ("Command", f"forensix verify {facts.case.number} --replay"),
        ("Tolerance", f"{facts.replay_tolerance:g} on each output of the network"),
        ("Program", f"forensix {facts.program_version}; {facts.commit}"),
    ]
    story: list[Flowable] = [layout.body(how), layout.fields(rows)]
    for number, item in enumerate(facts.items, 1):
        story.append(KeepTogether([layout.subsection(label(number, item)), layout.fields(_item(item))]))
    return story


def _item(item: ExaminedItem) -> list[layout.Row]:
    """What goes in, and what must come out."""
    recipe, logits = item.examination.recipe, sorted(item.examination.logits.items())
    expected = "\n".join(f"{name} {wording.fixed(float.fromhex(value), 4)}  ({value})" for name, value in logits)
    site: list[layout.Row] = [("Site record, SHA-256", recipe.site_record_sha256)] if recipe.site_record_sha256 else []
    return [
        ("File, SHA-256", item.radiograph.sha256),
        ("Pixels, SHA-256", item.radiograph.pixels_sha256),
        ("Weights, SHA-256", recipe.weights_sha256),
        ("Calibration, SHA-256", recipe.calibration_sha256),
        *site,
        ("Outputs that must come out", expected or "no output"),
    ]
