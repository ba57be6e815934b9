"""How to make each estimate again: the command, the hashes of what goes in, the value that must come out, and how near."""

from __future__ import annotations

from reportlab.platypus import Flowable

from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.sections.items import label
from forensix.reporting.typeset import Content

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
    columns = [layout.Column("Item", 1.1), layout.Column("Goes in (SHA-256)", 3.4), layout.Column("Must come out", 1.9)]
    return [layout.body(how), layout.fields(rows), layout.data(columns, [_row(number, facts) for number in range(len(facts.items))])]


def _row(index: int, facts: ReportFacts) -> list[Content]:
    item = facts.items[index]
    recipe, logits = item.examination.recipe, item.examination.logits
    inputs = (
        f"file {item.radiograph.sha256}\npixels {item.radiograph.pixels_sha256}\nweights {recipe.weights_sha256}\n"
        f"calibration {recipe.calibration_sha256}"
    )
    expected = "\n".join(f"{name} {wording.fixed(float.fromhex(value), 4)}\n({value})" for name, value in sorted(logits.items()))
    return [label(index + 1, item), inputs, expected or "no output"]
