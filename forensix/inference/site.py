"""A site's own terms for a model: its calibration, range and rule in the place of the card's, for estimates made under its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from forensix.domain.errors import ModelRejected
from forensix.inference.calibration import Calibration, sha256_of
from forensix.inference.card_schema import Decision
from forensix.inference.model_card import ModelCard


@dataclass(frozen=True, slots=True)
class SiteTerms:
    """What a site record puts in the place of a card's tables.

    Parameters
    ----------
    months : tuple of float
        Validated range of the skeletal age that the model estimates, both ends included.
    adult_years : tuple of float or None
        Ages in years of the adults that it was validated on; None: not for adults.
    words : str
        The sentence that each estimate made under it is given.
    """

    name: str
    record_sha256: str
    weights_sha256: str
    calibration: Calibration
    months: tuple[float, float]
    adult_years: tuple[float, float] | None
    decision: Decision
    words: str

    @classmethod
    def of(cls, record: Mapping[str, Any], sha256: str) -> SiteTerms:
        """The terms of a site record's content.

        Raises
        ------
        ModelRejected
            Its calibration is not the one that its hash names, or its values are none.
        """
        table, rule, adults = record["calibration"], record["decision"], record["adults"]
        if table["sha256"] != sha256_of(table):
            raise ModelRejected(
                "The site record's calibration is not the one that its hash names.", "Add the record again.", record["site"]
            )
        low, high = record["validated"]["months"]
        return cls(
            name=record["site"],
            record_sha256=sha256,
            weights_sha256=record["weights_sha256"],
            calibration=Calibration(**table),
            months=(float(low), float(high)),
            adult_years=(float(adults["years"][0]), float(adults["years"][1])) if adults else None,
            decision=Decision(float(rule["threshold"]), float(rule["prior"])),
            words=record["words"],
        )

    def over(self, card: ModelCard) -> ModelCard:
        """The card with these terms in the place of its own.

        Raises
        ------
        ModelRejected
            They are of another model's weights.
        """
        if self.weights_sha256 != card.weights_sha256:
            raise ModelRejected(
                f"The site record of {self.name} is of other weights than those of {card.name}.",
                "Choose the model that the site validated, use another record, or none (`forensix site use none`).",
                self.name,
            )
        validated = replace(card.validated, months=self.months, adult_years=self.adult_years, site=self.words)
        return replace(card, calibration=self.calibration, decision=self.decision, validated=validated)
