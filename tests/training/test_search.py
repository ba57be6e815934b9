"""The randomised search in small: every trial in the table, the same draws for the same seed, and a setting that `--set` takes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from forensix.training import search as searching
from forensix.training.recipe import Recipe, RecipeRejected, adapted

TOY = Recipe(name="toy", backbone="resnet18", outputs=("sex",), sizes=((0.0, 32),), epochs=1, batch=16, optimiser="sgd")


@pytest.fixture(autouse=True)
def trained(monkeypatch: pytest.MonkeyPatch) -> list[Recipe]:
    """A training that takes no time: its loss is the distance of the drawn rate from 0.001."""
    asked: list[Recipe] = []

    def train(recipe: str, manifest: Path, out: Path, *, settings: tuple[str, ...], **given: object) -> Path:
        changed = adapted(TOY, settings=settings)
        asked.append(changed)
        loss = abs(changed.new_rate - 1e-3) if changed.batch != 4 else float("nan")
        out.mkdir(parents=True)
        facts = {"validation": {"validation_loss": loss, "validation_auc": 0.7}, "minutes": 0.1, "epochs": 1.0}
        (out / "training.json").write_text(json.dumps(facts), encoding="utf-8")
        return out

    monkeypatch.setattr(searching, "train", train)
    monkeypatch.setattr(searching, "load_recipe", lambda name: TOY)
    return asked


def test_every_trial_is_in_the_table_and_the_best_can_be_set(tmp_path: Path, trained: list[Recipe]) -> None:
    shares: list[float] = []
    best = searching.search("toy", Path("labels.csv"), tmp_path, 6, progress=lambda step, share: shares.append(share))
    with (tmp_path / "search.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["trial"] for row in rows] == list("012345")
    losses = [float(row["validation_loss"]) for row in rows if row["state"] == "done"]
    assert best["validation_loss"] == min(losses) and {row["state"] for row in rows} <= {"done", "diverged"}
    assert json.loads((tmp_path / "best.json").read_text(encoding="utf-8")) == best
    assert adapted(TOY, settings=best["settings"]) == trained[best["trial"]]
    assert len({recipe.momentum for recipe in trained}) == 6 and all(recipe.batch <= TOY.batch for recipe in trained)


def test_the_same_seed_draws_the_same(tmp_path: Path, trained: list[Recipe]) -> None:
    for name in ("once", "again"):
        searching.search("toy", Path("labels.csv"), tmp_path / name, 2)
    assert trained[:2] == trained[2:]
    searching.search("toy", Path("labels.csv"), tmp_path / "other", 2, settings=("seed=5",))
    assert trained[4].new_rate != trained[0].new_rate


def test_a_search_in_which_everything_diverges_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "BATCHES", (4,))
    with pytest.raises(RecipeRejected, match="diverged"):
        searching.search("toy", Path("labels.csv"), tmp_path, 2)
    assert "diverged" in (tmp_path / "search.csv").read_text(encoding="utf-8")


def test_a_missing_optuna_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "find_spec", lambda name: None)
    with pytest.raises(RecipeRejected, match="Optuna"):
        searching.search("toy", Path("labels.csv"), tmp_path, 2)
