"""A heatmap of one radiograph by one method: of all its readings, in its own orientation, with its checks where they are asked for."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from forensix.domain.errors import ModelRejected
from forensix.domain.examination import Saliency, SaliencyCheck
from forensix.inference import heatmap_checks
from forensix.inference import saliency as heatmaps
from forensix.inference.heatmap_checks import Asked, Prepared, Raw
from forensix.inference.network import Network, Reading
from forensix.inference.saliency import Target

NO_OUTPUT = "no output"
DIRECTIONS = {"male": ("sex", 1), "female": ("sex", -1), "age": ("age", 1)}


@dataclass(frozen=True, slots=True)
class Question:
    """One map: `explains` is male, female or age; `layer` "" is the network's last one with a place."""

    method: str
    explains: str
    layer: str = ""
    checked: bool = False


def quiet(step: str) -> None:
    """Steps that nobody watches."""


@dataclass(slots=True)
class Explainer:
    """Draws heatmaps through one network; its twin with random weights is made when first needed, and kept."""

    network: Network
    _random: Network | None = field(default=None, init=False)

    def saliency(
        self,
        prepared: Prepared,
        mirrorings: tuple[bool, ...],
        asked: Question,
        readings: list[Reading] | None = None,
        step: Callable[[str], None] = quiet,
    ) -> Saliency:
        """The map of a radiograph that was prepared as it is; of an unknown side the mean of both readings' raw maps.

        Parameters
        ----------
        readings : list of Reading, optional
            One for each of `mirrorings`, where they were made already.

        Raises
        ------
        ModelRejected
            An unknown method or layer, or an output that the network does not have.
        """
        target = self.target(asked.explains)
        raw = self._raw(self.network, prepared, mirrorings, asked, target, readings)
        peak, shown = float(raw.max()), heatmaps.scaled(raw)
        checks = self._checks(prepared, mirrorings, asked, raw, target, step) if asked.checked and shown is not None else ()
        return Saliency(
            method=asked.method.replace("-", "_"),
            layer=asked.layer or self.network.layer_name,
            explains=asked.explains if heatmaps.follows_target(asked.method) else NO_OUTPUT,
            map=shown,
            grid=(raw.shape[0], raw.shape[1]),
            peak=peak if math.isfinite(peak) else 0.0,
            checks=checks,
        )

    def target(self, explains: str) -> Target:
        """The output that is explained, and in which direction."""
        output, sign = DIRECTIONS.get(explains, ("", 1))
        card = self.network.card
        if output not in card.outputs:
            known = [name for name, (needed, _) in DIRECTIONS.items() if needed in card.outputs]
            raise ModelRejected(f"{card.name} has nothing that explains {explains!r}.", f"Choose one of: {', '.join(known)}.", explains)
        return Target(card.outputs.index(output), sign)

    def _raw(
        self,
        network: Network,
        prepared: Prepared,
        mirrorings: tuple[bool, ...],
        asked: Question,
        target: Target,
        readings: list[Reading] | None = None,
    ) -> Raw:
        made = readings or [network.read(mirror(prepared) if mirrored else prepared) for mirrored in mirrorings]
        raw = [network.explain(reading, asked.method, target, asked.layer) for reading in made]
        upright = [flipped[:, ::-1] if mirrored else flipped for flipped, mirrored in zip(raw, mirrorings, strict=True)]
        mean: NDArray[np.float32] = np.mean(upright, axis=0, dtype=np.float32)
        return mean

    def _checks(
        self,
        prepared: Prepared,
        mirrorings: tuple[bool, ...],
        asked: Question,
        raw: Raw,
        target: Target,
        step: Callable[[str], None],
    ) -> tuple[SaliencyCheck, ...]:
        def outputs(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
            given = [self.network.outputs(mirror(pictures) if mirrored else pictures, target) for mirrored in mirrorings]
            mean: NDArray[np.float32] = np.mean(given, axis=0, dtype=np.float32)
            return mean

        questions = Asked(
            raw=lambda picture: self._raw(self.network, picture, mirrorings, asked, target),
            raw_of_random=lambda picture: self._raw(self._twin(), picture, mirrorings, asked, target),
            output=outputs,
        )
        return heatmap_checks.checks(prepared, raw, questions, step)

    def _twin(self) -> Network:
        if self._random is None:
            self._random = self.network.randomised()
        return self._random


def mirror(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """Left and right swapped: what `prepare(..., mirrored=True)` gives, without presenting a large radiograph twice."""
    return np.ascontiguousarray(pictures[..., ::-1])
