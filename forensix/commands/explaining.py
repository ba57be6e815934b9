"""The command `explain`: further heatmaps of an examination, in numbers and with their checks."""

from __future__ import annotations

from forensix.commands.answer import DONE, FOUND, Answer, Call
from forensix.domain.examination import Saliency, SaliencyCheck

RESULTS = {True: "passed", False: "FAILED", None: "not measured"}


def explain(call: Call) -> Answer:
    from forensix.laboratory.looking import shown_saliency

    given = call.arguments
    asked = tuple(dict.fromkeys(given.explains or ("male", "female")))
    with call.laboratory() as laboratory:
        examination = laboratory.casebook.examination(given.examination)
        made = laboratory.explain(
            examination.id,
            asked,
            method=given.method or "",
            layer=given.layer or "",
            checked=not given.no_checks,
            progress=call.progress,
        )
    document = {"examination": examination.id, "maps": [shown_saliency(one) for one in made]}
    failed = any(check.passed is False for one in made for check in one.checks)
    return Answer(document, tuple(line for one in made for line in _lines(one)), FOUND if failed else DONE)


def _lines(saliency: Saliency) -> list[str]:
    rows, columns = saliency.grid
    head = f"{saliency.method} at {saliency.layer}, explains {saliency.explains}, grid {rows} x {columns}, peak {saliency.peak:.3g}"
    if saliency.map is None:
        return [f"{head}: no map (flat or not finite)"]
    values = ["  " + " ".join(f"{value:4.2f}" for value in row) for row in saliency.map]
    return [head, *values, *(_line(check) for check in saliency.checks)]


def _line(check: SaliencyCheck) -> str:
    return f"  {RESULTS[check.passed]}: {check.sentence}"
