"""The networks at hand: bundles that ship and bundles added, loaded once each; torch is imported at the first use, not before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.domain.errors import ModelRejected
from forensix.settings import Settings

if TYPE_CHECKING:
    from forensix.inference.estimator import Estimator


class Networks:
    """Finds bundles by name and keeps the estimators that were loaded and passed their self-test."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loaded: dict[tuple[str, str, int], Estimator] = {}

    def default_name(self) -> str:
        """The chosen model: the settings', else the one that models/DEFAULT names."""
        if self._settings.model:
            return self._settings.model
        marker = self._settings.model_folders()[0] / "DEFAULT"
        if not marker.is_file():
            raise ModelRejected(
                "No default model is named in this installation.", "Install forensix again, or set model in Settings.", "DEFAULT"
            )
        return marker.read_text(encoding="utf-8").strip()

    def folder(self, name: str = "") -> Path:
        """The bundle's folder.

        Raises
        ------
        ModelRejected
            No bundle of that name.
        """
        wanted = name or self.default_name()
        for parent in self._settings.model_folders():
            if (parent / wanted / "card.toml").is_file() and Path(wanted).name == wanted:
                return parent / wanted
        raise ModelRejected(f"There is no model {wanted}.", "`forensix models list` shows the models at hand.", wanted)

    def estimator(self, name: str = "", device: str = "", threads: int = 0) -> Estimator:
        """The estimator, checked against its card and its self-test phantoms when first loaded.

        Parameters
        ----------
        threads : int
            For a replay, those of the recorded recipe, since one and two threads differ in bits; 0 is as Settings say.

        Raises
        ------
        ModelRejected
            Incomplete, altered, or its self-test fails.
        """
        key = (name or self.default_name(), device or self._settings.device, threads or self._settings.threads)
        folder = self.folder(key[0])  # a name that no bundle has is told before torch is loaded, which takes seconds

        from forensix.imaging import phantom
        from forensix.inference.preload import preload

        preload()
        from forensix.inference.estimator import Estimator

        if key not in self._loaded:
            estimator = Estimator.load(folder, key[1], key[2])
            estimator.self_test(phantom.hand)
            self._loaded[key] = estimator
        return self._loaded[key]

    def card_tables(self, name: str) -> dict[str, Any]:
        """The card's tables as plain data, with the bundle's evaluation under "evaluation"."""
        from forensix.inference.model_card import ModelCard

        folder = self.folder(name)
        tables: dict[str, Any] = dict(ModelCard.load(folder).tables)
        evaluation = folder / "evaluation.json"
        tables["evaluation"] = json.loads(evaluation.read_text(encoding="utf-8")) if evaluation.is_file() else None
        return tables

    def predictions(self, name: str) -> bytes:
        """The bundle's predictions on its test hands as stored; empty if it has none."""
        file = self.folder(name) / "predictions.csv"
        return file.read_bytes() if file.is_file() else b""
