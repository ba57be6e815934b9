"""Writes docs/reference/results.md: this project's numbers beside those of papers, from evaluation files: python docs/make_comparison.py.

    python docs/make_comparison.py [EVALUATION.json ...]

Without arguments: every model in models/. Other evaluations, as `forensix evaluate` writes them, may be named beside.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "results.md"
SHARES = frozenset({"accuracy", "precision", "recall", "f1"})
NAMES = {
    "accuracy": "accuracy",
    "precision": "precision, mean of both sexes",
    "recall": "recall, mean of both sexes",
    "f1": "F1, mean of both sexes",
    "auc": "area under the ROC curve",
    "cohen_kappa": "Cohen's kappa",
    "bone_age_mad_months": "skeletal age: mean absolute error, months",
    "bone_age_mse": "skeletal age: mean squared error, months squared",
    "bone_age_icc": "skeletal age: ICC",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A published system: its numbers as printed, on whom, and what makes them differ from ours."""

    name: str
    source: str
    numbers: dict[str, str]
    data: str
    differs: str


PAPERS = (
    Paper(
        "ResNet-50 on adult hands (2025)",
        "Ulubaba et al., BMC Medical Imaging 2025, doi:10.1186/s12880-025-01809-8",
        {"accuracy": "93.2 %", "precision": "92.4 %", "recall": "93.3 %", "f1": "92.5 %"},
        "470 left hands of adults of 18 to 65 years; the abstract, all that was at hand, gives neither the number of test hands nor an "
        "interval",
        "Adults there, children here. Were a fifth of their hands for the test, 94, then 88 right would be 93.6 % with an interval of 86.6 "
        "to 97.6 % (Clopper-Pearson).",
    ),
    Paper(
        "InceptionV3 with two outputs (2025)",
        "Rayed, Amasya, Sezdi, Journal of Imaging Informatics in Medicine 2025, doi:10.1007/s10278-025-01623-2",
        {
            "accuracy": "95 %",
            "auc": "0.97",
            "cohen_kappa": "0.898",
            "bone_age_mad_months": "3.1",
            "bone_age_mse": "25",
            "bone_age_icc": "0.997",
        },
        "14,048 radiographs of the same source as ours, divided 7:2:1; the abstract, all that was at hand, gives no unit of the age error "
        "(months are taken for it) and no interval",
        "Their own division, not the challenge's test set; whether a child can be in two parts is not said. Single manual ratings of one "
        "radiograph spread with a standard deviation of 0.58 years (Martin et al., Scientific Reports 2022;12:6388, "
        "doi:10.1038/s41598-022-10292-y), which is a mean absolute error of 5.6 months if they are normal: theirs lies below that.",
    ),
    Paper(
        "Beyond human perception (2019)",
        "Yune et al., Journal of Digital Imaging 2019, issue 4, doi:10.1007/s10278-018-0148-x",
        {"accuracy": "95.9 %", "cohen_kappa": "0.92"},
        "1,531 test radiographs of hand and wrist, 5 to 70 years",
        "Children and adults there, children here. Their abstract alone was read.",
    ),
    Paper(
        "RSNA challenge, best entry (2018)",
        "Halabi et al., Radiology 2018;290(2):498-503, doi:10.1148/radiol.2018180736",
        {"bone_age_mad_months": "4.2"},
        "the challenge's 200 test radiographs; their ages are means of six readings (so says the paper below)",
        "Those 200 are not at hand here: ours is a held-out part of the challenge's other radiographs; how many people read each is not "
        "known to us.",
    ),
    Paper(
        "Deeplasia (2024)",
        "Rassmann et al., Pediatric Radiology, doi:10.1007/s00247-023-05789-1, PMC10776485",
        {"bone_age_mad_months": "3.87"},
        "the same 200 test radiographs",
        "Three networks together.",
    ),
)
OTHER_BONES = (
    "Not set beside ours, since they are of other bones: the sequential network (0.889), the same on retrieved regions (0.890) and a "
    "fine-tuned DenseNet-121 (0.99 cervical, 0.98 lumbar) of Xue et al., Gender Detection from Spine X-ray Images Using Deep Learning, are "
    "of spine radiographs (from the paper's own counts the first two would be 0.891 and 0.889); EfficientNet-B0 of Solomou and Kazakov "
    "(doi:10.1109/ISRITI54043.2021.9702796) is of chest radiographs, and its abstract gives no number."
)


def ours(metric: dict[str, Any] | None, key: str) -> str:
    """Value, interval and n of one of our metrics."""
    if not metric:
        return "–"

    def form(value: float) -> str:
        return f"{100 * value:.1f} %" if key in SHARES else f"{value:.3f}" if abs(value) < 2 else f"{value:.1f}"

    return f"{form(metric['value'])} ({form(metric['low'])} to {form(metric['high'])}; n {metric['n']})"


def block(paper: Paper, evaluations: list[dict[str, Any]]) -> list[str]:
    """One paper's table."""
    head = ["", "the paper", *(f"`{evaluation['model']}` (95 % interval; n)" for evaluation in evaluations)]
    rows = [
        [NAMES[key], number, *(ours(evaluation["metrics"].get(key), key) for evaluation in evaluations)]
        for key, number in paper.numbers.items()
    ]
    return [
        f"## {paper.name}",
        "",
        f"{paper.source}. Their data: {paper.data}. {paper.differs}",
        "",
        *(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)),
        "",
    ]


def results(evaluations: list[dict[str, Any]]) -> str:
    """The whole page."""
    about = [
        f"- `{one['model']}`: {one['n']} radiographs" + (f" of its {one['part']} part" if one.get("part") else "") + ", none of which "
        f"it was trained or calibrated on; weights {one['model_sha256'][:16]}…, manifest {one['data_sha256'][:16]}…"
        for one in evaluations
    ]
    lines = [
        "# Results beside those of papers",
        "",
        "Our numbers are those of evaluation files, as `forensix evaluate` writes them, with 95 % intervals; this page is written by",
        "`python docs/make_comparison.py`. The papers' numbers are as their abstracts print them, without intervals there. No two of these",
        "columns are of the same hands, so no row says which network is better: `forensix compare` does, on the same radiographs.",
        "",
        *about,
        "",
        *(line for paper in PAPERS for line in block(paper, evaluations)),
        "## Other bones",
        "",
        OTHER_BONES,
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]]
    named = [file for file in sorted((ROOT / "models").glob("*/evaluation.json"))] + files
    evaluations = [json.loads(file.read_text(encoding="utf-8")) for file in named]
    PAGE.write_text(results(evaluations), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
