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
        "470 left hands of adults of 18 to 65 years; the size of the test part is not stated in the abstract, and no interval is given",
        "Adults there, children here: below puberty a hand shows less of sex. With 94 test hands, a fifth of theirs, 93.2 % would have an "
        "interval of about 87 to 98 %.",
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
        "14,048 radiographs of the same source as ours, drawn 7:2:1; the unit of the age error is implied to be months; no interval",
        "Their own random parts, not the challenge's test set. Their age error lies below the published spread of manual ratings "
        "(standard deviation 0.58 years).",
    ),
    Paper(
        "Beyond human perception (2019)",
        "Yune et al., Journal of Digital Imaging 2019;32:665-671",
        {"accuracy": "95.9 %", "cohen_kappa": "0.92"},
        "1,531 test radiographs of hand and wrist, 5 to 70 years, one hospital",
        "Ages up to 70 there, a child's here; the rest of their protocol was not at hand.",
    ),
    Paper(
        "RSNA challenge, best entry (2018)",
        "Halabi et al., Radiology 2018;290(2):498-503, doi:10.1148/radiol.2018180736",
        {"bone_age_mad_months": "4.2"},
        "the challenge's 200 test radiographs, read by six",
        "Those 200 are not at hand here: ours is a held-out part of the challenge's training radiographs, whose ages were read by fewer.",
    ),
    Paper(
        "Deeplasia (2024)",
        "Rassmann et al., Pediatric Radiology 2024, PMC10776485",
        {"bone_age_mad_months": "3.87"},
        "the same 200 test radiographs",
        "Three networks together, on masked hands.",
    ),
)
OTHER_BONES = (
    "Not set beside ours, since they are of other bones: the sequential network (0.889), the same on retrieved regions (0.890) and a "
    "fine-tuned DenseNet-121 (0.99 cervical, 0.98 lumbar) of Xue et al. are of spine radiographs; EfficientNet-B0 of Solomou and Kazakov "
    "(doi:10.1109/ISRITI54043.2021.9702796) is of chest radiographs, and its abstract gives no number."
)


def ours(metric: dict[str, Any] | None, key: str) -> str:
    """Value, interval and n of one of our metrics."""
    if not metric:
        return "–"
    form = (lambda value: f"{100 * value:.1f} %") if key in SHARES else (lambda value: f"{value:.3f}" if abs(value) < 2 else f"{value:.1f}")
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
        "`python docs/make_comparison.py`. The papers' numbers are as their abstracts print them, without intervals. No two of these",
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
