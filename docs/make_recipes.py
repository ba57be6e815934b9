"""Writes the table of docs/reference/recipes.md from what benchmarks/recipes_at_small_budget.py left: python docs/make_recipes.py RUNS."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from forensix.training.recipe import names

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


if __name__ == "__main__":
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{table(Path(sys.argv[1]))}\n{END}{rest.split(END)[1]}", encoding="utf-8")
