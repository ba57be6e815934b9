"""A made-up bundle for the inference tests: made once, copied for a test that damages it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forensix.domain.case import Acquisition, Side
from forensix.domain.view import Pixels
from forensix.imaging.phantom import hand
from forensix.inference.estimator import Estimator, Examined
from forensix.inference.model_card import ModelCard
from forensix.training import card as cards

ASKED: dict[str, Any] = {"side": Side.LEFT, "findings": (), "synthetic": False, "prior_male": 0.5, "threshold": 0.95}


@pytest.fixture(scope="session")
def sound_bundle(tiny_models: Path) -> Path:
    """Read only; `bundle` is the copy to damage."""
    return tiny_models / "tiny-resnet18"


@pytest.fixture
def bundle(sound_bundle: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound_bundle, tmp_path / sound_bundle.name))


@pytest.fixture(scope="session")
def card(sound_bundle: Path) -> ModelCard:
    return ModelCard.load(sound_bundle)


@pytest.fixture(scope="session")
def estimator(sound_bundle: Path) -> Estimator:
    return Estimator.load(sound_bundle)


@pytest.fixture(scope="session")
def phantom() -> Pixels:
    return hand(3, size=(400, 300))


@pytest.fixture
def examine(estimator: Estimator, phantom: Pixels) -> Callable[..., Examined]:
    """Examine the phantom, or other pixels, with what a test changes."""

    def run(pixels: Pixels = phantom, acquisition: Acquisition | None = None, **changed: Any) -> Examined:
        return estimator.examine(pixels, acquisition or Acquisition(), **(ASKED | changed))

    return run


@pytest.fixture
def rewrite(bundle: Path) -> Callable[..., Path]:
    """Change the copied bundle's card: `table__key=value`, or `key=value` at the top; None takes the key away."""

    def change(**changes: Any) -> Path:
        tables = dict(ModelCard.read(bundle).tables)
        tables = {key: dict(value) if isinstance(value, dict) else value for key, value in tables.items()}
        for path, value in changes.items():
            table, _, key = path.rpartition("__")
            place = tables[table] if table else tables
            place[key] = value
            if value is None:
                del place[key]
        cards.write(bundle, {**tables, "calibration": {k: v for k, v in tables["calibration"].items() if k != "sha256"}})
        return bundle

    return change


@pytest.fixture
def widened(card: ModelCard) -> Callable[..., ModelCard]:
    """The card with other validated months or typicality levels, in memory."""

    def change(**levels: Any) -> ModelCard:
        months = levels.pop("months", card.validated.months)
        return replace(card, validated=replace(card.validated, months=months), typicality=replace(card.typicality, **levels))

    return change
