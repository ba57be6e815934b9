"""Training a recipe: parts, cache, schedule, checkpoints; leaves weights, split, log and the facts of the run in one folder."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import lightning
import torch
from lightning.pytorch.callbacks import Callback, ModelCheckpoint, WeightAveraging
from lightning.pytorch.loggers import CSVLogger
from safetensors.torch import save_file
from torch.optim.swa_utils import get_ema_multi_avg_fn
from torch.utils.data import DataLoader

from forensix.inference.preprocess import Preprocess
from forensix.training import split as parts
from forensix.training.data import AgeScale, Cache, Radiographs, squashed_cache
from forensix.training.network import Batch, OneCycle, SexAndAge, build, network_weights, start_from
from forensix.training.recipe import Augmentation, Recipe
from forensix.training.recipe import load as load_recipe
from forensix.validation.manifest import Manifest
from forensix.validation.manifest import read as read_manifest

ACCELERATORS = {"auto": "auto", "cpu": "cpu", "cuda": "gpu", "mps": "mps"}
Progress = Callable[[str, float], None]


def silent(step: str, share: float) -> None:
    """Report nothing."""


def train(
    recipe: str,
    manifest: Path,
    out: Path,
    *,
    start: Path | None = None,
    resume: bool = False,
    size: int | None = None,
    epochs: int | None = None,
    minutes: float | None = None,
    device: str = "auto",
    frozen: tuple[str, ...] = (),
    compiled: bool = False,
    progress: Progress = silent,
) -> Path:
    """Train `recipe` on the manifest's training part.

    Parameters
    ----------
    start : Path, optional
        Weights to start from: a safetensors file or a bundle's folder.
    resume : bool
        Go on from the last checkpoint in `out`, if there is one.
    size, epochs : int, optional
        Instead of the recipe's; `size` trains at that size throughout.
    minutes : float, optional
        Ends the schedule, annealed, when they are spent, if the epochs have not.
    frozen : tuple of str
        Parts of the network (its children's names) that stay as `start` gave them: a later stage in little time.
    compiled : bool
        Through torch.compile.

    Returns
    -------
    Path
        `out`, with weights.safetensors (float32), split.csv, training.json, log/metrics.csv, checkpoints/.

    Raises
    ------
    ManifestRejected, RecipeRejected
    """
    began = time.time()
    chosen = _adapted(load_recipe(recipe), size, epochs)
    data = read_manifest(manifest)
    data.require_sound()
    out.mkdir(parents=True, exist_ok=True)
    assigned = parts.split(data.rows)
    parts.write(assigned, out / "split.csv")
    radiographs = Parts(chosen, data, assigned, out, progress)
    network = build(chosen)
    given = start_from(network, start, chosen) if start else set()
    module = SexAndAge(chosen, network, given, radiographs.age, frozen=frozen, compiled=compiled)
    steps = chosen.epochs * (len(radiographs.chosen["train"]) // chosen.batch)
    cycle = OneCycle(chosen, steps, minutes, progress)
    radiographs.share_now = lambda: cycle.share(trainer.global_step)
    trainer = _trainer(chosen, out, device, cycle)
    last = out / "checkpoints" / "last.ckpt"
    trainer.fit(module, datamodule=radiographs, ckpt_path=last if resume and last.exists() else None, weights_only=False)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, out / "weights.safetensors")
    facts = _facts(chosen, data, radiographs, trainer) | {"start": start.name if start else "random values", "frozen": list(frozen)}
    facts |= {"minutes": cycle.spent / 60, "minutes_given": minutes, "wall_minutes": (time.time() - began) / 60}
    facts |= {"earlier": _earlier(start)}
    (out / "training.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
    return out


def _earlier(start: Path | None) -> dict[str, Any] | None:
    """The facts of the run that this one goes on from, so that a bundle's card tells of every stage."""
    facts = start / "training.json" if start else None
    if facts is None or not facts.is_file():
        return None
    found: dict[str, Any] = json.loads(facts.read_text(encoding="utf-8"))
    return found


class Parts(lightning.LightningDataModule):
    """Loaders of the training and the validation part at the schedule's size of the moment."""

    def __init__(self, recipe: Recipe, manifest: Manifest, assigned: dict[str, str], folder: Path, progress: Progress) -> None:
        super().__init__()
        self.recipe, self.rows = recipe, manifest.rows
        self.cache: Cache = squashed_cache(manifest, preprocess_of(recipe), folder, progress)
        self.chosen: dict[str, list[int]] = {part: [] for part, _ in parts.SHARES}
        for index, row in enumerate(self.rows):
            self.chosen[assigned[row.subject]].append(index)
        self.age = AgeScale.of([self.rows[index] for index in self.chosen["train"]])
        self.share_now: Callable[[], float] = lambda: 0.0
        self._at: tuple[int, Radiographs] | None = None

    def train_dataloader(self) -> DataLoader[Batch]:
        """Asked for at every epoch; Lightning's hook."""
        size = self.recipe.size_at(self.share_now())
        if self._at is None or self._at[0] != size:
            self._at = size, self._radiographs("train", size, how=self.recipe.augmentation)
        return self._loader(self._at[1], shuffled=True)

    def val_dataloader(self) -> DataLoader[Batch]:
        """At the size the model is used at; Lightning's hook."""
        return self._loader(self._radiographs("validation", self.recipe.size), shuffled=False)

    def _radiographs(self, part: str, size: int, how: Augmentation | None = None) -> Radiographs:
        preprocess = replace(preprocess_of(self.recipe), size=size)
        balanced = self.recipe.balanced and part == "train"
        chosen, seed = self.chosen[part], self.recipe.seed
        return Radiographs(self.cache, self.rows, chosen, preprocess, self.age, how=how, balanced=balanced, seed=seed)

    def _loader(self, radiographs: Radiographs, *, shuffled: bool) -> DataLoader[Batch]:
        return DataLoader(radiographs, self.recipe.batch, shuffle=shuffled, drop_last=shuffled, collate_fn=_as_it_is)  # type: ignore[arg-type]


def preprocess_of(recipe: Recipe) -> Preprocess:
    """The recipe's preprocessing at the size the model is used at."""
    return Preprocess(size=recipe.size, mean=recipe.mean, sd=recipe.sd)


def export_checkpoint(checkpoint: Path, file: Path) -> None:
    """Write the (averaged) weights of a Lightning checkpoint as safetensors."""
    loaded: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=False)
    save_file({name: value.contiguous() for name, value in network_weights(loaded).items()}, file)


def _as_it_is(batch: Batch) -> Batch:
    return batch


def _adapted(recipe: Recipe, size: int | None, epochs: int | None) -> Recipe:
    sizes = ((0.0, size),) if size else recipe.sizes
    return replace(recipe, sizes=sizes, epochs=epochs or recipe.epochs)


def _trainer(recipe: Recipe, out: Path, device: str, cycle: OneCycle) -> lightning.Trainer:
    lightning.seed_everything(recipe.seed, workers=True, verbose=False)
    # One file, replaced whole after each epoch's validation: kill -9 costs the epoch under way, never the run.
    kept = ModelCheckpoint(out / "checkpoints", "last", save_top_k=1, every_n_epochs=1, enable_version_counter=False)
    callbacks: list[Callback] = [cycle, kept]
    if recipe.averaging:
        callbacks.append(WeightAveraging(multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging)))  # type: ignore[no-untyped-call]
    return lightning.Trainer(
        accelerator=ACCELERATORS[device],
        precision="bf16-mixed",
        max_epochs=recipe.epochs,
        callbacks=callbacks,
        logger=CSVLogger(out, name="", version="log"),
        log_every_n_steps=10,
        num_sanity_val_steps=0,
        reload_dataloaders_every_n_epochs=1,
        enable_progress_bar=False,
        enable_model_summary=False,
    )


def _facts(recipe: Recipe, data: Manifest, radiographs: Parts, trainer: lightning.Trainer) -> dict[str, Any]:
    return {
        "recipe": asdict(recipe) | {"backbone_options": dict(recipe.backbone_options)},
        "data": data.path.name,
        "data_sha256": data.sha256,
        "subjects": {part: len({radiographs.rows[i].subject for i in chosen}) for part, chosen in radiographs.chosen.items()},
        "age_mean_months": radiographs.age.mean,
        "age_sd_months": radiographs.age.sd,
        "steps": trainer.global_step,
        "epochs": trainer.global_step * recipe.batch / max(1, len(radiographs.chosen["train"])),
        "device": f"{trainer.strategy.root_device} ({platform.machine()}, {torch.get_num_threads()} threads)",
        "precision": str(trainer.precision),
        "seed": recipe.seed,
        "validation": {name: float(value) for name, value in trainer.callback_metrics.items() if name.startswith("validation")},
        "libraries": {"torch": torch.__version__, "lightning": lightning.__version__},
    }
