"""Writes the table of docs/reference/recipes.md from what benchmarks/recipes_at_small_budget.py left: python docs/make_recipes.py RUNS."""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from forensix.training.recipe import names
from forensix.validation import metrics, predictions
from forensix.validation.manifest import read_parts

GOES_ON = "hand_sex_age_resnet50"
"""The recipe whose run starts from the model that ships."""
MODEL = Path(__file__).parents[1] / "models" / "hand-sex-age-resnet50"
DRAWS = 5000
PAGE = Path(__file__).parent / "reference" / "recipes.md"
BEGIN, END = "<!-- recipes:begin -->", "<!-- recipes:end -->"
ADULT_HANDS = "470 adult left hands"
SPINES = "cervical spines"
PAPER = {
    "hand_sex_resnet50": f"accuracy 93.2 % ({ADULT_HANDS})",
    "hand_sex_resnet18": f"below ResNet-50 ({ADULT_HANDS})",
    "hand_sex_inception_v3": f"below ResNet-50 ({ADULT_HANDS})",
    "hand_sex_efficientnet_b0": f"below ResNet-50 ({ADULT_HANDS})",
    "hand_dual_inception_v3_se": "accuracy 95 %, AUC 0.97, MAE 3.1 (14,048 children's hands)",
    "sequential_cnn": f"accuracy 88.9 % (1,027 {SPINES})",
    "roi_retrieval": f"accuracy 89.0 % (1,027 {SPINES})",
    "densenet121_fine_tune": f"accuracy 99 % (1,027 {SPINES})",
    "efficientnet_b0_joint": "no number in the abstract (chest)",
    "hand_sex_age_resnet50": "none: the model that ships",
    "hand_sex_age_densenet169": "none: a teacher",
}


def _value(metric: dict[str, Any] | None, *, share: bool = False) -> str:
    if not metric or metric.get("value") is None:
        return "–"
    scale, digits = (100, 1) if share else (1, 2)
    value, low, high = (f"{scale * metric[key]:.{digits}f}" for key in ("value", "low", "high"))
    return f"{value}{' %' if share else ''} ({low} to {high})"


def row(recipe: str, runs: Path) -> str:
    """One line of the table: what was given and what came out, or why nothing did."""
    folder, paper = runs / recipe, PAPER.get(recipe, "–")
    bundle = folder / "bundle" / recipe.replace("_", "-")
    if (bundle / "evaluation.json").is_file():
        card = tomllib.loads((bundle / "card.toml").read_text(encoding="utf-8"))["training"]
        found = json.loads((bundle / "evaluation.json").read_text(encoding="utf-8"))
        stage = card["stages"][-1]
        epochs = stage["steps"] * json.loads((folder / "training.json").read_text(encoding="utf-8"))["recipe"]["batch"] / card["subjects"]
        budget = f"{stage['minutes']} minutes, {stage['steps']} steps, {epochs:.1f} epochs, {stage['sizes'][-1][1]} px"
        ours = [_value(found["accuracy"], share=True), _value(found["auc"]), _value(found.get("bone_age_mad_months")), str(found["n"])]
        command = card["command"].split("; ")[-1]
        return f"| `{recipe}` | {paper} | {budget} | {' | '.join(ours)} | `{command}` |"
    log = runs / f"{recipe}.log"
    lines = log.read_text(encoding="utf-8").strip().splitlines() if log.is_file() else []
    said = lines[-1].split(". Train")[0] if lines else ""
    if (folder / "training.json").is_file() and "no bundle" in said:
        facts = json.loads((folder / "training.json").read_text(encoding="utf-8"))
        budget = (
            f"{facts['minutes']:.1f} minutes, {facts['steps']} steps, {facts['epochs']:.1f} epochs, {facts['recipe']['sizes'][-1][1]} px"
        )
        return f"| `{recipe}` | {paper} | {budget} | no bundle:{said.split('be made of it:')[-1]} | | | | `{facts['command']}` |"
    return f"| `{recipe}` | {paper} | not run | | | | | |"


def table(runs: Path) -> str:
    """All recipes; those that were not run say so."""
    head = [
        "| recipe | the paper's number | budget here | accuracy of the forced choice | AUC | age error, months | n | command |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *(row(recipe, runs) for recipe in names())])


def beside_the_shipped(runs: Path) -> str:
    """What the model that ships reaches on the test hands of the run that started from it, and on all its own of those ages."""
    split = runs / GOES_ON / "split.csv"
    if not split.is_file():
        return ""
    tested = {subject for subject, part in read_parts(split).items() if part == "test"}
    parts = Counter(part for subject, part in read_parts(MODEL / "split.csv").items() if subject in tested)
    own = predictions.read(MODEL / "predictions.csv")
    same = [p for p in own if p.subject in tested]
    ages = [p.bone_age_months for p in same if p.bone_age_months is not None]
    alike = [p for p in own if p.bone_age_months is not None and min(ages) <= p.bone_age_months <= max(ages)]
    reached = metrics.auc(metrics.Sample.of(same))
    random, sample = np.random.default_rng(metrics.SEED), metrics.Sample.of(alike)
    drawn = [metrics.auc(sample.take(random.permutation(len(alike))[: len(same)])) for _ in range(DRAWS)]
    as_much = f"{100 * np.mean(np.array(drawn) >= reached):.1f} %"
    of_both = [_value(metrics.measure(group)["auc"]) for group in (same, alike)]
    return (
        f"`{GOES_ON}` began from the model that shipped when it was run; the one that ships now may have been trained on. "
        f"Of its {len(tested)} test hands {parts['test']} are in "
        f"that model's test part, "
        f"{parts['calibration']} in its calibration part, {parts['validation']} in its validation part and {parts['train']} in its "
        f"training part. On those {len(same)} the model that ships has an AUC of {of_both[0]}, on all its {len(alike)} test hands of "
        f"these ages {of_both[1]}; of {DRAWS:,} random choices of {len(same)} among these, {as_much} reach as much. "
        "So its row shows which hands were chosen as much as the network."
    )


if __name__ == "__main__":
    runs = Path(sys.argv[1])
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    made = "\n\n".join(filter(None, (table(runs), beside_the_shipped(runs))))
    PAGE.write_text(f"{before}{BEGIN}\n{made}\n{END}{rest.split(END)[1]}", encoding="utf-8")
