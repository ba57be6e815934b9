"""What a training recipe says, and finding one by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from forensix.domain.errors import ForensixError
from forensix.inference.views import View
from forensix.training import recipes
from forensix.training.split import SHARES

OPTIMISERS = ("adamw", "sgd")
SCHEDULES = ("one_cycle", "three_cuts", "decay")
CUTS = (0.4, 0.7, 0.9)
"""Shares of the schedule after which "three_cuts" divides the rates by ten."""


class RecipeRejected(ForensixError):
    """No recipe of that name, or it does not fit what it is asked to do."""

    kind = "recipe_rejected"


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How a training radiograph is varied, each time it is seen.

    Parameters
    ----------
    rotation : float
        Degrees to either side.
    scale, shift : float
        Largest relative change of size, and of place as a share of the picture.
    mirror : float
        Probability of swapping left and right.
    brightness, contrast, gamma : float
        Largest offset (0..1 scale), relative change of contrast, and natural log of the exponent.
    noise : float
        Largest standard deviation of the grain that is laid over (0..1 scale).
    sharpness : float
        Largest share of a 3 x 3 blur that is mixed in, or of what it takes away that is added again.
    recompression, quality : float, (int, int)
        Probability of one more lossy copy (JPEG or WebP, evenly), and its range of quality.
    faint : float
        Smallest share of the 8-bit range that such a copy is made in, as a dark or flat film is stored; 1 for the whole range always.
    strips, depth : float
        Probability of a blank strip along one border, where markers lie, and its largest share of the picture.
    masked : float
        Probability of masking what lies beside the hand, where a hand is found: markers, borders or all of it, evenly.
    """

    rotation: float = 12.0
    scale: float = 0.10
    shift: float = 0.05
    mirror: float = 0.5
    brightness: float = 0.08
    contrast: float = 0.20
    gamma: float = 0.30
    noise: float = 0.0
    sharpness: float = 0.0
    recompression: float = 0.0
    quality: tuple[int, int] = (50, 95)
    faint: float = 1.0
    strips: float = 0.0
    depth: float = 0.12
    masked: float = 0.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way of training one network; a file of `recipes` holds one as RECIPE.

    Parameters
    ----------
    sizes : tuple of (float, int)
        From which share of the schedule the network is shown radiographs of which size; the last is the model's size.
    epochs : int
        At most; a limit in minutes can end the schedule sooner.
    new_rate, old_rate : float
        Peak learning rates of layers that start from random values and of layers that start from given weights.
    warm_up : float
        Share of the schedule in which the rates rise.
    averaging : float
        Decay per step of the running average of the weights, which is what is validated and kept; 0 for none.
    balanced : bool
        Weigh the sexes evenly within each year of skeletal age, so that age cannot stand in for sex.
    optimiser : {"adamw", "sgd"}
        `momentum` is the latter's.
    schedule : {"one_cycle", "three_cuts", "decay"}
        How the rates go: up and down once; divided by ten at each of `CUTS`; exponentially to a hundredth.
    shares : tuple of (str, float)
        The parts and their shares of the subjects.
    marked : int
        Marked radiographs that regions are retrieved from; 0 where the network sees the whole radiograph.
    frozen : tuple of str
        Parts of the network that stay as given weights are; without given weights everything is trained.
    patience : int
        Epochs without a smaller validation loss after which the run ends and its best weights are kept; 0 for never.
    views : tuple of View
        What the finished network is shown in each reading, whose outputs are their mean; none is the radiograph as it is.
    teacher_weight : float
        Share (0..1) of the loss that a teacher's answers have, where there is a teacher.
    """

    name: str
    backbone: str
    outputs: tuple[str, ...]
    sizes: tuple[tuple[float, int], ...]
    epochs: int
    backbone_options: Mapping[str, str] = field(default_factory=dict)
    batch: int = 64
    new_rate: float = 1e-3
    old_rate: float = 3e-4
    weight_decay: float = 0.01
    warm_up: float = 0.15
    averaging: float = 0.99
    age_weight: float = 1.0
    balanced: bool = False
    optimiser: str = "adamw"
    momentum: float = 0.9
    schedule: str = "one_cycle"
    shares: tuple[tuple[str, float], ...] = SHARES
    marked: int = 0
    frozen: tuple[str, ...] = ()
    patience: int = 0
    teacher_weight: float = 0.5
    mean: float = 0.449
    sd: float = 0.226
    seed: int = 20261121
    augmentation: Augmentation = field(default_factory=Augmentation)
    views: tuple[View, ...] = ()

    def __post_init__(self) -> None:
        starts = [start for start, _ in self.sizes]
        if not starts or starts[0] != 0.0 or sorted(set(starts)) != starts or starts[-1] >= 1.0:
            raise ValueError("sizes start at share 0.0 and rise, each below 1.0")
        if self.optimiser not in OPTIMISERS or self.schedule not in SCHEDULES:
            raise ValueError(f"an optimiser is one of {', '.join(OPTIMISERS)}, a schedule one of {', '.join(SCHEDULES)}")
        if (
            tuple(part for part, _ in self.shares) != tuple(part for part, _ in SHARES)
            or abs(sum(share for _, share in self.shares) - 1) > 1e-6
        ):
            raise ValueError("shares are of train, validation, calibration and test, and sum to 1")
        numbers = (self.epochs, self.batch, self.new_rate, self.old_rate, self.sd)
        if not all(number > 0 for number in numbers) or not 0 <= self.teacher_weight <= 1:
            raise ValueError("epochs, batch, rates and sd are above 0, a teacher's weight is from 0 to 1")

    @property
    def size(self) -> int:
        """The size that the model is used at."""
        return self.sizes[-1][1]

    def size_at(self, share: float) -> int:
        """The size that is trained at a share (0..1) of the schedule."""
        return [size for start, size in self.sizes if start <= share][-1]


def names() -> tuple[str, ...]:
    """All recipes of this version."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(recipes.__path__)))


def load(name: str) -> Recipe:
    """The recipe called `name` (hyphens are read as underscores).

    Raises
    ------
    RecipeRejected
        No recipe of that name.
    """
    wanted = name.replace("-", "_")
    if wanted not in names():
        raise RecipeRejected(f"no recipe is called {name!r}", f"Known are {', '.join(names())}.", name)
    recipe = importlib.import_module(f"{recipes.__name__}.{wanted}").RECIPE
    assert isinstance(recipe, Recipe)
    return recipe


def adapted(recipe: Recipe, *, size: int | None = None, epochs: int | None = None, settings: Iterable[str] = ()) -> Recipe:
    """The recipe with what is asked for instead of what it says.

    Parameters
    ----------
    size : int, optional
        Trained at throughout.
    settings : iterable of str
        NAME=VALUE: a number or word of the recipe, "augmentation.NAME=VALUE", or "sizes=0:192,0.5:256" (share of the schedule: size).

    Raises
    ------
    RecipeRejected
        A name that a recipe does not have, or a value that it cannot have.
    """
    changes: dict[str, Any] = {"sizes": ((0.0, size),)} if size else {}
    changes |= {"epochs": epochs} if epochs else {}
    try:
        varied: dict[str, Any] = {}
        for setting in settings:
            name, _, text = setting.partition("=")
            within, _, inner = name.rpartition(".")
            owner: Any = recipe.augmentation if within == "augmentation" else recipe
            (varied if within else changes)[inner] = _typed(getattr(owner, inner), text)
        if varied:
            changes["augmentation"] = replace(recipe.augmentation, **varied)
        return replace(recipe, **changes)
    except (AttributeError, TypeError, ValueError) as error:
        remedy = "Settings are NAME=VALUE with a number or a word of the recipe, such as batch=32 or augmentation.rotation=20."
        raise RecipeRejected(f"the recipe cannot be changed so: {error}", remedy, recipe.name) from error


def _typed(before: object, text: str) -> object:
    if isinstance(before, bool):
        return {"true": True, "false": False}[text.lower()] if text.lower() in ("true", "false") else _refused(text)
    if isinstance(before, int | float | str):
        return type(before)(text)
    if before and isinstance(before, tuple) and isinstance(before[0][1], int):
        return tuple((float(share), int(size)) for share, _, size in (part.partition(":") for part in text.split(",")))
    return _refused(text)


def _refused(text: str) -> object:
    raise ValueError(f"{text!r} is no value for it")
