"""A site's own terms in the place of the card's: what an estimate made under them says, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from forensix.domain.case import Acquisition
from forensix.domain.errors import ModelRejected
from forensix.inference.calibration import Calibration, posterior
from forensix.inference.card_schema import Decision
from forensix.inference.estimator import Examined
from forensix.inference.model_card import ModelCard
from forensix.inference.site import SiteTerms

Examine = Callable[..., Examined]


@pytest.fixture
def terms(card: ModelCard) -> SiteTerms:
    return SiteTerms(
        name="Somewhere",
        record_sha256="ab" * 32,
        weights_sha256=card.weights_sha256,
        calibration=Calibration(2.0, 0.5, 30, 40, -0.7, 0.6, sha256="cd" * 32),
        months=(24.0, 230.0),
        adult_years=(25.0, 40.0),
        decision=Decision(0.8, 0.3),
        words="Under the record of Somewhere.",
    )


def test_an_estimate_is_calibrated_bounded_and_decided_by_the_sites_terms(examine: Examine, terms: SiteTerms) -> None:
    own, found = examine(), examine(site=terms)
    sex, calibration = found.sex, terms.calibration
    assert found.logits == own.logits
    assert sex.log10_lr_unbounded == calibration.log10_lr(sex.logit) != own.sex.log10_lr_unbounded
    assert (sex.log10_lr, sex.log10_lr_bound) == (calibration.bounded(sex.log10_lr_unbounded), (-0.7, 0.6))
    assert (sex.prior_male, sex.threshold) == (0.3, 0.8)
    assert sex.probability_male == posterior(sex.log10_lr, 0.3)
    recipe = found.recipe
    assert (recipe.calibration_sha256, recipe.site, recipe.site_record_sha256) == ("cd" * 32, "Somewhere", "ab" * 32)
    assert [one.sentence for one in sex.limitations if one.kind == "population"] == [terms.words]


def test_terms_of_other_weights_are_refused(examine: Examine, terms: SiteTerms) -> None:
    with pytest.raises(ModelRejected, match="other weights"):
        examine(site=replace(terms, weights_sha256="0" * 64))


@pytest.mark.parametrize(("years", "outside"), [(18.9, False), (19.0, True), (24.9, True), (25.0, False), (40.0, False), (40.1, True)])
def test_adults_are_evaluated_from_the_youngest_to_the_oldest_of_the_site(
    examine: Examine, terms: SiteTerms, years: float, outside: bool
) -> None:
    found = examine(acquisition=Acquisition(patient_age_years=years), site=terms, synthetic=True).sex
    assert (found.reason == "outside_validation") is outside
    assert ("not validated for adults of that age" in " ".join(one.sentence for one in found.limitations)) is outside
    nobody = examine(acquisition=Acquisition(patient_age_years=years), site=replace(terms, adult_years=None), synthetic=True).sex
    assert (nobody.reason == "outside_validation") is (years >= 19.0)
