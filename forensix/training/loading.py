"""Loaders of a run's parts: at the schedule's size of the moment, from workers that each draw their own chance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import lightning
import numpy as np
import torch
from torch.utils.data import DataLoader, get_worker_info

from forensix.inference.preprocess import PREPROCESS_VERSION, VIEWS_VERSION, Preprocess
from forensix.training.data import AgeScale, Cache, Progress, Radiographs, squashed_cache
from forensix.training.network import Batch
from forensix.training.recipe import Augmentation, Recipe, RecipeRejected
from forensix.validation.manifest import Manifest


class Parts(lightning.LightningDataModule):
    """Loaders of the training and the validation part.

    Parameters
    ----------
    assigned : mapping
        The part of each subject.
    folder : Path
        Where the cache of decoded radiographs lies.
    workers : int
        Processes that make batches ready; 0 makes them between the steps.

    Raises
    ------
    RecipeRejected
        Too few radiographs to train or to validate, or an age is to be learnt and none is known.
    """

    def __init__(
        self, recipe: Recipe, manifest: Manifest, assigned: Mapping[str, str], folder: Path, progress: Progress, *, workers: int = 0
    ) -> None:
        super().__init__()
        self.recipe, self.rows, self.workers = recipe, manifest.rows, workers
        self.chosen: dict[str, list[int]] = {part: [] for part, _ in recipe.shares}
        for index, row in enumerate(self.rows):
            self.chosen[assigned[row.subject]].append(index)
        self._check()
        self.cache: Cache = squashed_cache(manifest, preprocess_of(recipe), folder, progress)
        self.age = AgeScale.of([self.rows[index] for index in self.chosen["train"]])
        self.share_now: Callable[[], float] = lambda: 0.0
        self._at: tuple[int, Radiographs] | None = None

    def _check(self) -> None:
        remedy = "Give a manifest with more subjects, or a smaller batch with --set batch=N."
        if len(self.chosen["train"]) < self.recipe.batch or not self.chosen["validation"]:
            counts = ", ".join(f"{part} {len(chosen)}" for part, chosen in self.chosen.items())
            raise RecipeRejected(f"too few radiographs for batches of {self.recipe.batch}: {counts}", remedy, self.recipe.name)
        known = any(self.rows[index].bone_age_months is not None for index in self.chosen["train"])
        if "age" in self.recipe.outputs and not known:
            raise RecipeRejected("the recipe learns skeletal age and the manifest has none", "Fill in bone_age_months.", self.recipe.name)

    def train_dataloader(self) -> DataLoader[Batch]:
        """Asked for at every epoch; Lightning's hook."""
        size = self.recipe.size_at(self.share_now())
        if self._at is None or self._at[0] != size:
            self._at = size, self._radiographs("train", size, how=self.recipe.augmentation)
        return self._loader(self._at[1], shuffled=True)

    def val_dataloader(self) -> DataLoader[Batch]:
        """At the size the model is used at; Lightning's hook."""
        return self._loader(self._radiographs("validation", self.recipe.size), shuffled=False)

    def sample(self, count: int) -> torch.Tensor:
        """The first `count` training radiographs at the model's size, normalised (n, 1, size, size)."""
        preprocess = preprocess_of(self.recipe)
        few = Radiographs(self.cache, self.rows, self.chosen["train"][:count], preprocess, self.age)
        return (few.pictures.float() / 255.0 - self.recipe.mean) / self.recipe.sd

    def _radiographs(self, part: str, size: int, how: Augmentation | None = None) -> Radiographs:
        preprocess = replace(preprocess_of(self.recipe), size=size)
        balanced = self.recipe.balanced and part == "train"
        chosen, seed = self.chosen[part], self.recipe.seed
        return Radiographs(self.cache, self.rows, chosen, preprocess, self.age, how=how, balanced=balanced, seed=seed)

    def _loader(self, radiographs: Radiographs, *, shuffled: bool) -> DataLoader[Batch]:
        return DataLoader(
            radiographs,
            self.recipe.batch,
            shuffle=shuffled,
            drop_last=shuffled,
            collate_fn=_as_it_is,  # type: ignore[arg-type]
            num_workers=self.workers if shuffled else 0,
            worker_init_fn=_by_itself,
            pin_memory=torch.cuda.is_available(),
        )


def preprocess_of(recipe: Recipe) -> Preprocess:
    """The recipe's preprocessing at the size the model is used at."""
    version = VIEWS_VERSION if recipe.views else PREPROCESS_VERSION
    return Preprocess(size=recipe.size, mean=recipe.mean, sd=recipe.sd, version=version, views=recipe.views)


def _as_it_is(batch: Batch) -> Batch:
    return batch


def _by_itself(worker: int) -> None:
    """A worker starts as a copy of the others: without this all would draw the same."""
    info = get_worker_info()
    assert info is not None and isinstance(info.dataset, Radiographs)
    info.dataset.random = np.random.default_rng(info.seed)
