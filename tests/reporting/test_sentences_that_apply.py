"""Each sentence of a report is true of its case: reviews that came too early, runs that were not concluded on, rules that differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from forensix.domain.examination import Outcome
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting.sections import (
    deviations,
    error_rates,
    estimate,
    items,
    limitations,
    method,
    plain_words,
    reproduction,
    review,
    site,
    summary,
)
from tests.reporting.test_cross_examination import facts, item, said
from tests.support import facts as made_up

SITE = {"site": "Institute of X", "metrics": {}}


def under(item: ExaminedItem, prior: float = 0.5, threshold: float = 0.95, site: str = "") -> ExaminedItem:
    """The item as estimated by another rule, or under a site's record."""
    run = item.examination
    sex, recipe = replace(run.sex, prior_male=prior, threshold=threshold), replace(run.recipe, site_record_sha256=site)
    return replace(item, examination=replace(run, sex=sex, recipe=recipe))


@pytest.mark.parametrize("agrees", [True, False])
def test_a_review_that_is_older_than_the_conclusion_does_not_speak_of_it(agrees: bool) -> None:
    early = replace(made_up.review(agrees), at=made_up.START + timedelta(hours=1))
    verb = "agreed" if agrees else "dissented"
    told = said(review.render(facts(item(), reviews=(early,))))
    assert f"The reviewer {verb} before the conclusion that is reported was made: Item 1: H1. Of it the review says nothing." in told
    assert "The reviewer agrees." not in told and "The reviewer dissents." not in told
    in_time = said(review.render(facts(item(), reviews=(made_up.review(agrees),))))
    assert f"The reviewer {'agrees' if agrees else 'dissents'}." in in_time and "says nothing" not in in_time


def test_a_dissent_that_its_reviewer_gave_up_is_no_dissent_in_brief() -> None:
    first = made_up.review(agrees=False, text="The side is wrong.")
    later = replace(made_up.review(), id="v2", at=first.at + timedelta(minutes=5))
    for reviews, stands in (((first,), True), ((first, later), False), ((later, replace(first, at=later.at + timedelta(1))), True)):
        made = facts(item(), reviews=reviews)
        assert (summary.DISSENT in said(summary.render(made))) is stands
        assert (plain_words.DISSENT in said(plain_words.render(made))) is stands
    both = said(review.render(facts(item(), reviews=(first, later))))
    assert f"The reviewer dissents. {review.LATER}" in both and both.count(review.LATER) == 1


def event(made: ReportFacts, kind: str, radiograph: str) -> Any:
    return replace(made.custody[-1], kind=kind, details={"radiograph": radiograph})


def test_a_radiograph_that_nothing_was_concluded_on_says_whether_the_network_was_run_on_it() -> None:
    made = facts(item())
    assert deviations._runs_of("x9", made) == ("no", "no")
    once = replace(made, custody=(*made.custody, event(made, "examined", "x9")))
    assert deviations._runs_of("x9", once) == ("once", "no")
    shown = replace(once, custody=(*once.custody, event(made, "examined", "x9"), event(made, "shown", "x9")))
    assert deviations._runs_of("x9", shown) == ("2 times", "yes") and deviations._runs_of("x1", shown) == ("no", "no")
    assert "2 times yes" in said(deviations.render(shown))


@pytest.mark.parametrize(("value", "told"), [(46 / 929, "0.049"), (0.05, "0.050"), (0.00999, "0.0099"), (0.186, "0.18"), (1.0, "1.0")])
def test_a_typicality_below_its_level_does_not_read_as_if_it_reached_it(value: float, told: str) -> None:
    levels = {"warning": 0.05, "refusal": 0.01}
    state = "refused" if value < 0.01 else "warned of" if value < 0.05 else "passed"
    assert estimate._typicality(value, levels, False) == f"{told} (warning below 0.05, refusal below 0.01): {state}"


def test_a_radiograph_unlike_the_others_has_no_age_even_if_its_age_spoke_against_it_first() -> None:
    one = item(0.1, Outcome.NOT_EVALUATED, "outside_validation")
    odd = replace(one, examination=replace(one.examination, sex=replace(one.examination.sex, typicality=0.0075)))
    real = facts(odd, synthetic=False)
    assert "10.1 years" not in said(summary.render(real)) and "bone age" not in said(plain_words.render(real))
    assert "10.1 years" in said(summary.render(facts(odd)))  # made-up radiographs are not refused for it
    assert "10.1 years" in said(summary.render(facts(one, synthetic=False)))


def test_an_age_interval_in_whole_years_is_no_narrower_than_found() -> None:
    one = item()
    age = replace(one.examination.age, months=13.0, low=8.0, high=29.0) if one.examination.age else None
    young = replace(one, examination=replace(one.examination, age=age))
    assert "Its bone age of about 1 year (0 to 3) is not" in said(plain_words.render(facts(young)))


def test_plain_words_say_that_the_opinion_differs_from_the_estimate() -> None:
    against = item(-1.5, Outcome.FEMALE, "")
    bold = replace(against, conclusion=replace(against.conclusion, outcome=Outcome.MALE))
    alone, together = said(plain_words.render(facts(bold))), said(plain_words.render(facts(bold, against, bold, against, against)))
    assert plain_words.APART in alone and "In 2 of them the opinion differs from the program's estimate." in together
    assert "differs" not in said(plain_words.render(facts(against))) + said(plain_words.render(facts(item())))


def test_plain_words_never_pass_their_limit() -> None:
    dissent = (made_up.review(agrees=False),)
    for reason, outcome in (("", Outcome.FEMALE), ("threshold", Outcome.INDETERMINATE), ("outside_validation", Outcome.NOT_EVALUATED)):
        one = item(-1.5, outcome, reason)
        bold = replace(one, conclusion=replace(one.conclusion, outcome=Outcome.MALE))
        for many in (1, 2, 3, 9):
            words = said(plain_words.render(facts(*[bold, one, one, bold, *[one] * 5][:many], reviews=dissent)))
            assert len(words.split()) <= plain_words.WORDS, words


def test_the_errors_of_another_rule_are_not_given_for_an_item() -> None:
    assert "test hands to which the program gave a sex" in said(plain_words.render(facts(item())))
    for other in (under(item(), threshold=0.75), under(item(), prior=0.8)):
        for evidence in (made_up.facts().evidence, {}):
            card = made_up.card() | {"decision": {"threshold": 0.95, "prior": 0.5}}
            words = said(plain_words.render(facts(other, evidence=evidence, model_cards={made_up.MODEL: card})))
            assert "How often it errs by this rule was not measured." in words


def test_the_rule_of_the_cards_own_rates_is_named() -> None:
    card = made_up.card() | {"decision": {"threshold": 0.95, "prior": 0.5}}
    told = said(error_rates.render(facts(under(item(), threshold=0.75), model_cards={made_up.MODEL: card})))
    assert "The rule: posterior 0.95 at prior 0.5." in told and "never saw" not in told


def test_each_share_of_those_decided_has_its_interval() -> None:
    told = said(error_rates.render(facts(item())))
    assert "95.0 % of 90 93.0 % to 97.0 %" in told


def test_a_sites_prior_and_population_are_the_sites() -> None:
    plain, at_site = facts(under(item(), prior=0.8)), facts(under(item(), prior=0.8, site="aa"), site_records={"aa": SITE})
    assert "The prior for male was set in the program's settings by Dr Ada Example." in said(estimate.render(plain))
    told = said(estimate.render(at_site))
    assert "The prior for male is that of the site record of Institute of X." in told and "program's settings" not in told
    assert "within the persons of that record (section 7)" in told and "of that record" not in said(estimate.render(plain))
    assert "Site record, SHA-256 aa" in said(reproduction.render(at_site)) and "Site record" not in said(reproduction.render(plain))
    assert "unless a site's record (section 7) has another range" in said(limitations.render(plain))


RECORD = {
    "site": "Institute of X",
    "model": made_up.MODEL,
    "metrics": {"accuracy": {"value": 0.8, "low": 0.7, "high": 0.87, "n": 100}},
    "calibration": {"log10_lr_low": -1.2, "log10_lr_high": 1.1},
    "decision": {"threshold": 0.95, "prior": 0.5},
    "validated": {"months": [100, 200]},
    "adults": None,
    "by_sex_and_band": {"female": {"10-14": 50}, "male": {"10-14": 50}},
    **{
        "n": 100,
        "subjects": 90,
        "n_refused": 2,
        "made_by": "Dr Ada Example",
        "made_at": "2026-11-20T08:00:00+00:00",
        "program": "forensix",
    },
    "sentences": ["A sentence of the record."],
}


def test_a_sites_record_names_the_items_that_it_holds_for() -> None:
    under_it, beside = under(item(), site="aa"), item()
    told = said(site.render(facts(beside, under_it, site_records={"aa": RECORD})))
    assert "Items under it 2 Radiographs 100 of 90 persons" in told and "80.0 % 70.0 % to 87.0 % 100" in told
    earlier = replace(beside, earlier_examinations=(under_it.examination,))
    assert "Items under it none of those reported; an earlier run" in said(site.render(facts(earlier, site_records={"aa": RECORD})))


def test_a_range_of_ages_is_not_widened_by_rounding() -> None:
    assert limitations._months([30, 190]) == "validated for 2.5 to 15.8 years"
    assert limitations._months([24, 180]) == "validated for 2 to 15 years"


def test_the_network_is_not_said_to_see_what_the_examiner_sees() -> None:
    views = [{"degrees": -3.0, "enlarged": 1.0}, {"degrees": 0.0, "enlarged": 0.94}]
    told = method._reading({"squash": True, "squash_size": 299, "size": 224, "views": views})
    assert told == (
        "the mean of what the network gives for 2 views of the radiograph: turned by −3 degrees and made 0.94 times as large; "
        "the radiograph is made 299 x 299, then 224 x 224 pixels, whatever its shape"
    )
    assert method._reading({}) == "of the radiograph as it is"
    assert "as the network saw it" not in said(items.render(facts(item())))


def test_a_finding_of_quality_is_told_in_words_that_can_be_understood() -> None:
    one = item()
    folded = replace(one, radiograph=replace(one.radiograph, quality=("folded", "cut_off")))
    assert "grays folded over, or noise, cut off" in said(items.render(facts(folded)))


def test_a_dash_is_explained_where_there_is_one() -> None:
    assert summary.DASH not in said(summary.render(facts(item())))
    assert summary.DASH.strip() in said(summary.render(facts(item(0.1, Outcome.NOT_EVALUATED, "quality"))))
