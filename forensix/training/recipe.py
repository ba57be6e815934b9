"""What a training recipe says, and finding one by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field

from forensix.domain.errors import ForensixError
from forensix.training import recipes


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
    strips, depth : float
        Probability of a blank strip along one border, where markers lie, and its largest share of the picture.
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
    strips: float = 0.0
    depth: float = 0.12


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
    mean: float = 0.449
    sd: float = 0.226
    seed: int = 20261121
    augmentation: Augmentation = field(default_factory=Augmentation)

    def __post_init__(self) -> None:
        starts = [start for start, _ in self.sizes]
        if not starts or starts[0] != 0.0 or sorted(set(starts)) != starts or starts[-1] >= 1.0:
            raise ValueError("sizes start at share 0.0 and rise, each below 1.0")

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
