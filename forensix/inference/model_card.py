"""A model bundle's card: read, checked for completeness, and its files' SHA-256 compared before anything of them is loaded."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from forensix.domain.errors import ModelRejected
from forensix.inference import card_schema as schema
from forensix.inference.calibration import Calibration
from forensix.inference.card_schema import MEND, RESTORE, AgeScale, BundleAltered, Decision, SelfTest, Table, TypicalityLevels, Validated
from forensix.inference.preprocess import Preprocess

CARD, WEIGHTS, EVALUATION, PREDICTIONS, DEFAULT = "card.toml", "weights.safetensors", "evaluation.json", "predictions.csv", "DEFAULT"
SCHEMA = 1
PICKLES = ("*.pt", "*.pth", "*.ckpt", "*.pkl", "*.bin")


class Status(StrEnum):
    """What `models list` says of a bundle."""

    OK = "ok"
    ALTERED = "altered"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A bundle's card.toml, schema 1. `tables` is the whole card as plain data, `evaluation` its evaluation.json (empty if none)."""

    folder: Path
    name: str
    recipe: str
    backbone: str
    backbone_options: Mapping[str, str]
    outputs: tuple[str, ...]
    weights_sha256: str
    weights_dtype: str
    preprocess: Preprocess
    calibration: Calibration
    age: AgeScale | None
    calibration_once: Calibration | None
    age_once: AgeScale | None
    decision: Decision
    validated: Validated
    typicality: TypicalityLevels
    selftest: SelfTest
    licence_note: str
    tables: Mapping[str, Any] = field(repr=False)
    evaluation: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, folder: Path, *, evaluated: bool = True) -> ModelCard:
        """Read the card and compare the hashes of weights and typicality tensors with it; nothing is loaded.

        Parameters
        ----------
        evaluated : bool
            Whether the bundle must hold its evaluation; only what measures a model passes False.

        Raises
        ------
        ModelRejected
            Naming the missing file or key; BundleAltered where a file is not the one that the card names.
        """
        card = cls.read(folder)
        if evaluated:
            for name in (EVALUATION, PREDICTIONS):
                _require(folder / name)
            _check_evaluation(card)
        card.weights()
        card.typicality_tensors()
        return card

    @classmethod
    def read(cls, folder: Path) -> ModelCard:
        """Read the card alone; whether the other files are there and unaltered is not asked."""
        _require(folder / CARD)
        try:
            tables = tomllib.loads((folder / CARD).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ModelRejected(f"The card of {folder.name} cannot be read: {error}.", MEND, str(folder / CARD)) from error
        return _card(folder, Table(folder.name, tables), _evaluation(folder))

    def read_once(self) -> ModelCard:
        """The card for a hand of known side, which is read once: with what was fitted on single readings, where there is such."""
        return replace(self, calibration=self.calibration_once or self.calibration, age=self.age_once or self.age)

    def weights(self) -> bytes:
        """The weights file, whole, after its hash is found to be the card's: what is hashed is what is loaded."""
        found = _unaltered(self.folder / WEIGHTS, self.weights_sha256)
        _refuse_pickle(self.folder / WEIGHTS, found)
        return found

    def typicality_tensors(self) -> bytes:
        """The typicality tensors' file, whole, after its hash is found to be the card's."""
        found = _unaltered(self.folder / self.typicality.tensors, self.typicality.sha256)
        _refuse_pickle(self.folder / self.typicality.tensors, found)
        return found


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A bundle in a models folder, sound or not; `card` is None where the card itself cannot be read."""

    name: str
    folder: Path
    default: bool
    status: Status
    card: ModelCard | None
    error: ModelRejected | None

    def as_row(self) -> dict[str, Any]:
        """One element of `models list`."""
        card = self.card
        return {
            "name": self.name,
            "default": self.default,
            "recipe": card.recipe if card else None,
            "backbone": card.backbone if card else None,
            "outputs": list(card.outputs) if card else None,
            "input_size": card.preprocess.size if card else None,
            "weights_sha256": card.weights_sha256 if card else None,
            "validated_months": list(card.validated.months) if card else None,
            "licence_note": card.licence_note if card else None,
            "status": self.status.value,
        }


def find_models(folders: Path | Iterable[Path]) -> list[FoundModel]:
    """Every bundle under one or several models folders, by name; of two with one name the first folder's counts.

    The default is the one that the first readable DEFAULT names; exactly one is the default wherever any bundle is found.
    """
    places = [folders] if isinstance(folders, Path) else list(folders)
    bundles: dict[str, Path] = {}
    for place in places:
        for folder in sorted(place.iterdir()) if place.is_dir() else ():
            if folder.is_dir() and any((folder / name).exists() for name in (CARD, WEIGHTS)):
                bundles.setdefault(folder.name, folder)
    named = _default_of(places)
    default = named if named in bundles else next(iter(sorted(bundles)), "")
    return [_found(bundles[name], default=name == default) for name in sorted(bundles)]


def choose(models: Iterable[FoundModel], name: str = "") -> FoundModel:
    """The bundle called `name`, or the default.

    Raises
    ------
    ModelRejected
        None of that name, or none at all.
    """
    found = list(models)
    for model in found:
        if model.name == name or (not name and model.default):
            return model
    known = ", ".join(model.name for model in found)
    if not known:
        raise ModelRejected("No model is installed.", "Add one with `forensix models add FOLDER`.", name)
    raise ModelRejected(f"No model is called {name!r}.", f"Choose one of: {known}.", name)


def _default_of(places: Iterable[Path]) -> str:
    for place in places:
        if (place / DEFAULT).is_file():
            return (place / DEFAULT).read_text(encoding="utf-8").strip()
    return ""


def _found(folder: Path, *, default: bool) -> FoundModel:
    card, error, status = None, None, Status.OK
    try:
        card = ModelCard.read(folder)
        card = ModelCard.load(folder)
    except ModelRejected as rejected:
        error, status = rejected, Status.ALTERED if isinstance(rejected, BundleAltered) else Status.INCOMPLETE
    return FoundModel(folder.name, folder, default, status, card, error)


def _require(path: Path) -> None:
    if path.is_file():
        return
    folder = path.parent
    pickles = sorted(found.name for pattern in PICKLES for found in folder.glob(pattern)) if folder.is_dir() else []
    also = f" ({pickles[0]} is a pickle, which can run code when it is opened: only safetensors is loaded)" if pickles else ""
    raise ModelRejected(f"The model {folder.name} is incomplete: {path.name} is missing{also}.", RESTORE, str(path))


def _unaltered(path: Path, expected: str) -> bytes:
    _require(path)
    try:
        found = path.read_bytes()
    except OSError as error:
        raise ModelRejected(f"{path.name} of the model {path.parent.name} cannot be read: {error}.", RESTORE, str(path)) from error
    if hashlib.sha256(found).hexdigest() != expected:
        raise BundleAltered(f"{path.name} of the model {path.parent.name} is not the file that its card names.", RESTORE, str(path))
    return found


def _refuse_pickle(path: Path, content: bytes) -> None:
    # safetensors begins with the length of its header, 8 bytes little endian, then "{"; a pickle or torch's zip cannot.
    if content[8:9] != b"{":
        raise ModelRejected(
            f"{path.name} of the model {path.parent.name} is not a safetensors file; a pickle can run code and is never opened.",
            "Ask the maker for the weights as safetensors.",
            str(path),
        )


def _evaluation(folder: Path) -> dict[str, Any]:
    path = folder / EVALUATION
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelRejected(f"{EVALUATION} of the model {folder.name} cannot be read: {error}.", RESTORE, str(path)) from error
    if not isinstance(found, dict):
        raise ModelRejected(f"{EVALUATION} of the model {folder.name} holds no evaluation.", RESTORE, str(path))
    return found


def _check_evaluation(card: ModelCard) -> None:
    if card.evaluation.get("model_sha256") != card.weights_sha256:
        raise BundleAltered(
            f"The evaluation of the model {card.name} is of other weights.",
            "Evaluate the model again with `forensix evaluate`, or install the bundle again.",
            str(card.folder / EVALUATION),
        )


def _card(folder: Path, top: Table, evaluation: Mapping[str, Any]) -> ModelCard:
    if top.values.get("schema", SCHEMA) != SCHEMA:
        raise top.reject("schema", f"is not {SCHEMA}, the only one that this version of forensix reads")
    name = top.text("name")
    if name != folder.name:
        raise top.reject("name", f"is {name!r}, but a bundle's name is its folder's, {folder.name!r}")
    outputs = schema.outputs(top)
    for table in ("training", "licence"):
        top.take(table, dict)
    calibration, age = schema.unaltered(top.table("calibration")), top.table("age") if "age" in outputs else None
    once, age_once = schema.once(calibration), schema.once(age) if age else None
    return ModelCard(
        folder=folder,
        name=name,
        recipe=top.text("recipe"),
        backbone=top.text("backbone"),
        backbone_options=schema.options(top),
        outputs=outputs,
        weights_sha256=top.sha256("weights_sha256"),
        weights_dtype=schema.dtype(top),
        preprocess=schema.preprocess(top.table("preprocess")),
        calibration=schema.calibration(calibration),
        age=schema.age(age) if age else None,
        calibration_once=schema.calibration(once) if once else None,
        age_once=schema.age(age_once) if age_once else None,
        decision=schema.decision(top.table("decision")),
        validated=schema.validated(top.table("validated")),
        typicality=schema.typicality(top.table("typicality")),
        selftest=schema.selftest(top.table("selftest"), outputs),
        licence_note=top.table("licence").text("note"),
        tables=top.values,
        evaluation=evaluation,
    )
