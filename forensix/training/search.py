"""Randomised search for a recipe's settings by Optuna: seeded, budgeted, every trial in a table.

forensix train RECIPE --data MANIFEST --out FOLDER --search TRIALS --minutes M
"""

from __future__ import annotations

import csv
import json
import math
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from forensix.training.recipe import Recipe, RecipeRejected, adapted
from forensix.training.recipe import load as load_recipe
from forensix.training.train import Progress, silent, train

AIM = "validation_loss"
"""What a trial is judged by, smaller is better: unlike the accuracy it also punishes ratios that claim too much."""
MEASURES = (AIM, "validation_auc", "validation_accuracy", "validation_mad_months")
BATCHES = (4, 8, 16, 32, 64)
COLUMNS = ("trial", "state", *MEASURES, "minutes", "epochs", "settings")
Draw = Callable[[Any, Recipe], object]
SPACE: dict[str, Draw] = {
    "new_rate": lambda trial, recipe: trial.suggest_float("new_rate", 1e-4, 1e-2, log=True),
    "old_rate": lambda trial, recipe: trial.suggest_float("old_rate", 1e-5, 1e-3, log=True),
    "weight_decay": lambda trial, recipe: trial.suggest_float("weight_decay", 1e-5, 1e-1, log=True),
    "batch": lambda trial, recipe: trial.suggest_categorical("batch", [size for size in BATCHES if size <= recipe.batch] or [recipe.batch]),
    "momentum": lambda trial, recipe: trial.suggest_float("momentum", 0.8, 0.99),
    "augmentation.rotation": lambda trial, recipe: trial.suggest_float("augmentation.rotation", 0.0, 25.0),
    "augmentation.brightness": lambda trial, recipe: trial.suggest_float("augmentation.brightness", 0.0, 0.2),
}
"""What is drawn, and from where; momentum only for the optimiser that has one."""


def search(
    recipe: str,
    manifest: Path,
    out: Path,
    trials: int,
    *,
    start: Path | None = None,
    size: int | None = None,
    epochs: int | None = None,
    minutes: float | None = None,
    device: str = "auto",
    settings: tuple[str, ...] = (),
    progress: Progress = silent,
) -> dict[str, Any]:
    """Train `trials` times with settings drawn at random, each for the same epochs or minutes.

    Writes `out`/search.csv anew after each trial, best.json at the end, and each trial's run under `out`/trial-N without its checkpoints.

    Returns
    -------
    dict
        trial, settings (as `--set` takes them) and measures of the best; what best.json holds.

    Raises
    ------
    RecipeRejected
        Optuna is not installed, or no trial came to an end.
    ManifestRejected
    """
    if not find_spec("optuna"):
        raise RecipeRejected("The search needs Optuna, which is not installed", "Install it: pip install forensix[search].", "optuna")
    import optuna

    chosen = adapted(load_recipe(recipe), size=size, epochs=epochs, settings=settings)
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(direction="minimize", sampler=optuna.samplers.RandomSampler(seed=chosen.seed))
    rows: list[dict[str, Any]] = []
    out.mkdir(parents=True, exist_ok=True)
    given: dict[str, Any] = {"start": start, "size": size, "epochs": epochs, "minutes": minutes, "device": device, "cache": out}

    def attempt(trial: Any) -> float:
        drawn = _drawn(trial, chosen)
        told = partial(_shown, progress, trial.number, trials)
        folder = train(recipe, manifest, out / f"trial-{trial.number}", settings=(*settings, *drawn), progress=told, **given)
        facts = json.loads((folder / "training.json").read_text(encoding="utf-8"))
        shutil.rmtree(folder / "checkpoints", ignore_errors=True)
        rows.append(_row(trial.number, drawn, facts))
        _write(out / "search.csv", rows)
        return float(facts["validation"][AIM])

    study.optimize(attempt, n_trials=trials)
    return _best(rows, out)


def _shown(progress: Progress, number: int, trials: int, step: str, share: float) -> None:
    progress(f"trial {number + 1} of {trials}: {step}", (number + share) / trials)


def _drawn(trial: Any, recipe: Recipe) -> tuple[str, ...]:
    names = [name for name in SPACE if name != "momentum" or recipe.optimiser == "sgd"]
    return tuple(f"{name}={SPACE[name](trial, recipe)}" for name in names)


def _row(number: int, drawn: tuple[str, ...], facts: dict[str, Any]) -> dict[str, Any]:
    measured = {name: facts["validation"].get(name) for name in MEASURES}
    state = "done" if math.isfinite(measured[AIM]) else "diverged"
    return {"trial": number, "state": state, **measured, "minutes": facts["minutes"], "epochs": facts["epochs"], "settings": list(drawn)}


def _write(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows({**row, "settings": " ".join(row["settings"])} for row in rows)


def _best(rows: Sequence[dict[str, Any]], out: Path) -> dict[str, Any]:
    done = [row for row in rows if row["state"] == "done"]
    if not done:
        raise RecipeRejected("every trial diverged", "Search again with smaller rates, or from starting weights.", str(out / "search.csv"))
    best = min(done, key=lambda row: float(row[AIM]))
    (out / "best.json").write_text(json.dumps(best, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    return best
