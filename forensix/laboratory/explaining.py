"""Explaining: an examination's heatmap checked, and further ones made, by the network that examined it; custody keeps what came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from forensix.domain.errors import CaseConflict, ModelRejected
from forensix.domain.examination import Examination, Saliency
from forensix.domain.plain import plain
from forensix.laboratory.acts import PERMITTED, Progress, silent
from forensix.laboratory.looking import Covered, Looking

if TYPE_CHECKING:
    from forensix.casebook.act import Act
    from forensix.inference.estimator import Estimator

STEPS = {
    "shift": "moving the picture",
    "random_map": "comparing with random maps",
    "random_network": "comparing with a random network",
    "outside_hand": "measuring beside the hand",
}
SAME_MAP = 0.01
"""How far a value of a map that was made again may lie from the one kept; processors round differently."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked about an examination: methods, layers with their grids (the last is the usual one), and what is explained."""

    methods: tuple[str, ...]
    layers: dict[str, tuple[int, int]]
    explains: tuple[str, ...]


class Explaining(Looking):
    """The verbs `explain`, `check_heatmap` and `heatmap_choices`."""

    def heatmap_choices(self, examination: str) -> Choices:
        """What `explain` can be asked about this examination.

        Raises
        ------
        ModelRejected
            The network that examined it is not at hand any more.
        """
        from forensix.inference import saliency

        estimator = self._estimator_of(self.casebook.examination(examination))
        explains = ("male", "female", "age") if "age" in estimator.card.outputs else ("male", "female")
        return Choices(saliency.names(), estimator.layers(), explains)

    def explain(
        self,
        examination: str,
        explains: tuple[str, ...] = ("male", "female"),
        *,
        method: str = "",
        layer: str = "",
        checked: bool = True,
        progress: Progress = silent,
    ) -> tuple[Saliency, ...]:
        """One heatmap for each of `explains` ("male", "female", "age"), with its checks.

        Parameters
        ----------
        method, layer : str
            "" is as Settings say, and the network's last layer with a place.

        Raises
        ------
        CaseConflict
            The estimate is still covered.
        ModelRejected
            The network that examined it is not at hand any more, or cannot be asked this.
        EvidenceAltered
        """
        act = self.act("explain")
        held = self._uncovered(examination)
        made = self._maps(held, explains, method or self.settings.saliency, layer, checked, progress)
        for one in made:
            self.casebook.explained(held.id, _kept(one), act)
        progress("explained", 1.0)
        return made

    def check_heatmap(self, examination: str, progress: Progress = silent) -> Examination:
        """The examination, its own heatmap checked: made now where it was not, and kept in custody; unchecked for a role that may not.

        Raises
        ------
        CaseConflict
            The estimate is still covered.
        ModelRejected
            The network that examined it is not at hand any more, or gives another map now.
        EvidenceAltered
        """
        held = self._uncovered(examination)
        return self._check(held, self.act("explain"), progress) if self.actor.role in PERMITTED["explain"] else held

    def _check(self, held: Examination, act: Act, progress: Progress) -> Examination:
        own = held.saliency
        if own is None or own.map is None or own.checks:
            return held
        made = self._maps(held, (held.sex.forced_choice,), own.method, "", True, progress)[0]
        if made.map is None or made.layer != own.layer or not _alike(made.map, own.map):
            raise ModelRejected(
                "The heatmap made again is another than the one that was kept, so it was not checked.",
                "Examine again with a reason; the new run keeps its own map.",
                held.id,
            )
        self.casebook.heatmap_checked(held.id, made.checks, act)
        progress("checked", 1.0)
        return replace(held, saliency=replace(own, checks=made.checks))

    def _uncovered(self, examination: str) -> Examination:
        held = self.casebook.examination(examination)
        if isinstance(self.estimate_for(held), Covered):
            raise CaseConflict(
                "The estimate is covered until your own observation is locked, and so are its heatmaps.",
                "Observe first; that it cannot be told from this radiograph is an answer.",
                held.id,
            )
        return held

    def _maps(
        self, held: Examination, explains: tuple[str, ...], method: str, layer: str, checked: bool, progress: Progress
    ) -> tuple[Saliency, ...]:
        from forensix.inference.explaining import Question

        progress("loading the network", 0.0)
        estimator = self._estimator_of(held)
        item = self.casebook.radiograph(held.radiograph_id)
        acquisition, pixels = self.read_evidence(item)
        made = []
        for position, what in enumerate(explains):
            steps = _Steps(progress, what, position, len(explains))
            steps("")
            made.append(estimator.explain(pixels, acquisition, side=item.side, asked=Question(method, what, layer, checked), step=steps))
        return tuple(made)

    def _estimator_of(self, held: Examination) -> Estimator:
        recipe = held.recipe
        estimator = self.networks.estimator(recipe.model, threads=recipe.threads)
        if estimator.card.weights_sha256 != recipe.weights_sha256:
            raise ModelRejected(
                f"{recipe.model} is not the network any more that examined this radiograph: its weights have another hash.",
                "Examine again with a reason, or put the model back that was used.",
                recipe.model,
            )
        return estimator


class _Steps:
    """Tells the progress of one map's checks as the share of all maps."""

    def __init__(self, progress: Progress, what: str, position: int, whole: int) -> None:
        self._progress, self._what, self._position, self._whole = progress, what, position, whole
        self._done = 0

    def __call__(self, kind: str) -> None:
        share = self._done / (len(STEPS) + 1)
        self._done += 1
        words = f"heatmap for {self._what}" + (f": {STEPS[kind]}" if kind else "")
        self._progress(words, (self._position + share) / self._whole)


def _alike(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=0.0, atol=SAME_MAP))


def _kept(saliency: Saliency) -> dict[str, Any]:
    """What custody says of a map: how it was made, the SHA-256 of its values, and how it did in its checks."""
    document: dict[str, Any] = plain(saliency)
    kept = None if saliency.map is None else hashlib.sha256(np.ascontiguousarray(saliency.map, dtype="<f4").tobytes()).hexdigest()
    checks = [{key: check[key] for key in ("kind", "value", "limit", "passed")} for check in document["checks"]]
    return {**{key: document[key] for key in ("method", "layer", "explains", "grid", "peak")}, "map_sha256": kept, "checks": checks}
