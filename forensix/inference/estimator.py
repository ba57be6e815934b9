"""The Estimator: a bundle loaded and checked; pixels in, sex and skeletal-age estimates and a heatmap out, as the contract says."""

from __future__ import annotations

import math
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from forensix import __version__
from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import ModelRejected
from forensix.domain.examination import AgeEstimate, ExaminationRecipe, Saliency, SexEstimate
from forensix.domain.view import VOI, Pixels, describe, first_voi, percentile_window
from forensix.inference import device as devices
from forensix.inference import saliency as heatmaps
from forensix.inference import typicality
from forensix.inference.calibration import posterior
from forensix.inference.card_schema import RESTORE, AgeScale
from forensix.inference.device import REFERENCE
from forensix.inference.explaining import Explainer, Question, mirror, quiet
from forensix.inference.limits import Facts, Finding, judge
from forensix.inference.model_card import ModelCard
from forensix.inference.network import Network, Reading, tensors
from forensix.inference.preprocess import prepare
from forensix.inference.site import SiteTerms

MIRRORINGS: dict[Side, tuple[bool, ...]] = {Side.LEFT: (False,), Side.RIGHT: (True,), Side.UNKNOWN: (False, True)}
"""How a hand is read: the networks know left hands; of an unknown side both readings are made."""
MIRRORED_WORDS = {(False,): "as_is", (True,): "mirrored", (False, True): "both"}
Done = TypeVar("Done")
LIBRARIES = ("torch", "torchvision", "numpy", "pillow", "safetensors", "grad-cam")


@dataclass(frozen=True, slots=True)
class Examined:
    """All that an Examination holds but its ids. `logits`: "sex", "age" of the reading as is, "sex_mirrored", "age_mirrored"."""

    recipe: ExaminationRecipe
    logits: dict[str, str]
    sex: SexEstimate
    age: AgeEstimate | None
    saliency: Saliency | None


@dataclass(frozen=True, slots=True)
class Examining:
    """What is asked about one radiograph; see `Estimator.examine`."""

    pixels: Pixels
    acquisition: Acquisition
    side: Side
    findings: tuple[Finding, ...]
    synthetic: bool
    prior_male: float
    threshold: float
    saliency: str
    checked: bool = False
    site: SiteTerms | None = None

    @property
    def mirrorings(self) -> tuple[bool, ...]:
        return MIRRORINGS[self.side]


class Estimator:
    """A loaded bundle; for one thread at a time. Make it with `load`."""

    def __init__(self, network: Network, device_words: str, thresholds: typicality.Tensors) -> None:
        self._network, self._device_words, self._tensors = network, device_words, thresholds
        self._explainer = Explainer(network)

    @classmethod
    def load(cls, folder: Path, device: str = "auto", threads: int = 1, *, evaluated: bool = True) -> Estimator:
        """Check the bundle and load it.

        Parameters
        ----------
        device : {"auto", "cpu", "cuda", "mps"}
            `auto` is the reference path, the CPU; a GPU that is not there, or fails, is replaced by the CPU and the recipe says so.
        threads : int
            Of the processor; one, because two wait for each other where the computer has other work.
        evaluated : bool
            Whether the bundle must hold its evaluation; only what measures a model passes False.

        Raises
        ------
        ModelRejected
            The bundle is incomplete or altered, or its parts do not fit each other.
        """
        card = ModelCard.load(folder, evaluated=evaluated)
        chosen, words = devices.choose(device)
        reference = Network(card, torch.device(REFERENCE), threads)
        size = card.preprocess.size
        blank = reference.read(np.zeros((1, size, size), dtype=np.float32))
        checked = tensors(card, len(blank.features))
        loaded = cls(reference, words, checked)
        loaded._move(chosen)
        return loaded

    @property
    def card(self) -> ModelCard:
        """What the bundle says of itself."""
        return self._network.card

    @property
    def recipe_libraries(self) -> dict[str, str]:
        """Names and versions of what computes, down to the processor's instruction set."""
        found = {name: version(name) for name in LIBRARIES}
        return {
            "forensix": __version__,
            "python": platform.python_version(),
            **found,
            "processor": f"{platform.machine()} {torch.backends.cpu.get_cpu_capability()}",
        }

    def logits_of(self, pixels: Pixels, voi: VOI | None = None, *, mirrored: bool = False) -> dict[str, float]:
        """One reading's outputs by name; the percentile window unless a VOI is given."""
        return self._on_device(lambda: self._read(pixels, voi or percentile_window(pixels), (mirrored,))[0].outputs)

    def self_test(self, phantom: Callable[[int], Pixels]) -> None:
        """Read the card's phantoms and compare with the logits that the bundle's maker saw.

        Parameters
        ----------
        phantom : callable
            Seed -> pixels of the made-up hand; `imaging.phantom.hand`.

        Raises
        ------
        ModelRejected
            A logit differs by more than the card's tolerance.
        """
        test = self.card.selftest
        for seed, expected in zip(test.phantom_seeds, test.logits, strict=True):
            found = self.logits_of(phantom(seed))
            apart = max(abs(found[name] - expected[name]) for name in expected)
            if not apart <= test.tolerance:
                raise ModelRejected(
                    f"The model {self.card.name} does not give here what its maker saw: phantom {seed} is {apart:.3g} apart, "
                    f"more than {test.tolerance:g}.",
                    RESTORE,
                    self.card.name,
                )

    def examine(
        self,
        pixels: Pixels,
        acquisition: Acquisition,
        *,
        side: Side,
        findings: Sequence[Finding],
        synthetic: bool,
        prior_male: float,
        threshold: float,
        saliency: str = "grad_cam",
        checked: bool = False,
        site: SiteTerms | None = None,
    ) -> Examined:
        """Read one radiograph and apply the rule.

        Parameters
        ----------
        side : Side
            A left hand is read as it is, a right one mirrored, of an unknown side both readings are made.
        findings : sequence
            What the quality gate says; anything with kind, sentence and blocks (and perhaps remedy).
        prior_male, threshold : float
            The decision rule: posterior of the bounded ratio at this prior, at least the threshold.
        checked : bool
            Whether the heatmap is checked too: some fifteen more readings.
        site : SiteTerms, optional
            A site's own calibration, range and rule, which then hold in the place of the card's and of the rule given here.

        Raises
        ------
        ModelRejected
            An unknown saliency method, or a site's terms for other weights.
        ValueError
            A prior or threshold that is none.
        """
        rule = (site.decision.prior, site.decision.threshold) if site else (prior_male, threshold)
        asked = Examining(pixels, acquisition, side, tuple(findings), synthetic, *rule, saliency, checked, site)
        heatmaps.load(saliency)
        return self._on_device(lambda: self._run(asked))

    def explain(
        self,
        pixels: Pixels,
        acquisition: Acquisition,
        *,
        side: Side,
        asked: Question,
        step: Callable[[str], None] = quiet,
    ) -> Saliency:
        """One more heatmap of a radiograph, by any method, at any of `layers`, for either sex or for age.

        Raises
        ------
        ModelRejected
            An unknown method or layer, or an output that the network does not have.
        """
        as_is = prepare(pixels, first_voi(pixels, acquisition.windows), self.card.preprocess)
        return self._on_device(lambda: self._explainer.saliency(as_is, MIRRORINGS[side], asked, step=step))

    def layers(self) -> dict[str, tuple[int, int]]:
        """The layers that `explain` knows, each with the rows and columns of its grid; the last is the usual one."""
        return self._on_device(lambda: self._network.grids())

    def _move(self, device: torch.device) -> None:
        if device != self._network.device:
            try:
                self._network = self._network.to(device)
                self._explainer = Explainer(self._network)
            except RuntimeError as error:
                self._device_words = _fallen(device, error)

    def _on_device(self, step: Callable[[], Done]) -> Done:
        try:
            return step()
        except RuntimeError as error:
            failed = self._network.device
            if failed.type == REFERENCE:
                raise
            self._move(torch.device(REFERENCE))
            self._device_words = _fallen(failed, error)
            return step()

    def _run(self, asked: Examining) -> Examined:
        voi = first_voi(asked.pixels, asked.acquisition.windows)
        as_is = prepare(asked.pixels, voi, self.card.preprocess)
        readings = self._readings(as_is, asked.mirrorings)
        sex, age = self._estimates(asked, readings)
        heatmap = self._explained(asked, as_is, readings, sex)
        return Examined(self._recipe(asked, voi), _hex(readings, asked.mirrorings), sex, age, heatmap)

    def _read(self, pixels: Pixels, voi: VOI, mirrorings: tuple[bool, ...]) -> list[Reading]:
        return self._readings(prepare(pixels, voi, self.card.preprocess), mirrorings)

    def _readings(self, as_is: NDArray[np.float32], mirrorings: tuple[bool, ...]) -> list[Reading]:
        return [self._network.read(mirror(as_is) if mirrored else as_is) for mirrored in mirrorings]

    def _estimates(self, asked: Examining, readings: list[Reading]) -> tuple[SexEstimate, AgeEstimate | None]:
        finite = all(math.isfinite(value) for reading in readings for value in reading.outputs.values())
        logits = tuple(reading.outputs["sex"] for reading in readings) if finite else ()
        card = self.card.read_once() if len(asked.mirrorings) == 1 else self.card
        age = self._age(card.age, readings) if finite else None
        return self._sex(asked, asked.site.over(card) if asked.site else card, logits, age, self._typicality(readings)), age

    def _sex(self, asked: Examining, card: ModelCard, logits: tuple[float, ...], age: AgeEstimate | None, typical: float) -> SexEstimate:
        calibration = card.calibration
        logit = float(np.mean(logits)) if logits else 0.0
        unbounded = calibration.log10_lr(logit) if logits else 0.0
        facts = Facts(
            card=card,
            acquisition=asked.acquisition,
            side=asked.side,
            findings=asked.findings,
            synthetic=asked.synthetic,
            prior_male=asked.prior_male,
            threshold=asked.threshold,
            readings=tuple(calibration.log10_lr(value) for value in logits),
            log10_lr=unbounded,
            typicality=typical,
            age=age,
            path="" if self._network.device.type == REFERENCE else self._device_words,
        )
        judged = judge(facts)
        bounded = calibration.bounded(unbounded)
        return SexEstimate(
            outcome=judged.outcome,
            reason=judged.reason,
            forced_choice=("male" if unbounded > 0 else "female") if logits else "",
            logit=logit,
            log10_lr=bounded,
            log10_lr_bound=(calibration.log10_lr_low, calibration.log10_lr_high),
            probability_male=posterior(bounded, asked.prior_male),
            prior_male=asked.prior_male,
            typicality=typical,
            model=self.card.name,
            limitations=judged.limitations,
            log10_lr_unbounded=unbounded,
            threshold=asked.threshold,
            readings=logits,
        )

    def _age(self, scale: AgeScale | None, readings: list[Reading]) -> AgeEstimate | None:
        if scale is None:
            return None
        months = scale.months(float(np.mean([reading.outputs["age"] for reading in readings])))
        return AgeEstimate(months, *scale.span(months), self.card.name)

    def _typicality(self, readings: list[Reading]) -> float:
        features = np.stack([reading.features for reading in readings])
        return typicality.typicality(typicality.score(features, self._tensors), self._tensors)

    def _explained(self, asked: Examining, as_is: NDArray[np.float32], readings: list[Reading], sex: SexEstimate) -> Saliency | None:
        """The map towards the sex that the ratio favours; none where the network gave no number."""
        if not sex.readings:
            return None
        question = Question(asked.saliency, sex.forced_choice, checked=asked.checked)
        return self._explainer.saliency(as_is, asked.mirrorings, question, readings)

    def _recipe(self, asked: Examining, voi: VOI) -> ExaminationRecipe:
        return ExaminationRecipe(
            model=self.card.name,
            weights_sha256=self.card.weights_sha256,
            preprocess_version=self.card.preprocess.version,
            calibration_sha256=(asked.site or self.card).calibration.sha256,
            window=describe(voi),
            mirrored=MIRRORED_WORDS[asked.mirrorings],
            device=self._device_words,
            dtype="float32",
            threads=self._network.threads,
            batch=1,
            libraries=self.recipe_libraries,
            site=asked.site.name if asked.site else "",
            site_record_sha256=asked.site.record_sha256 if asked.site else "",
        )


def _fallen(device: torch.device, error: RuntimeError) -> str:
    return f"{REFERENCE} ({device.type} failed: {type(error).__name__})"


def _hex(readings: list[Reading], mirrorings: tuple[bool, ...]) -> dict[str, str]:
    return {
        f"{name}_mirrored" if mirrored else name: value.hex()
        for reading, mirrored in zip(readings, mirrorings, strict=True)
        for name, value in reading.outputs.items()
    }
