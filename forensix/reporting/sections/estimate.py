"""The program's estimate with its uncertainty, item by item: ratio, words, posterior beside its prior, age, typicality."""

from __future__ import annotations

import math
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from forensix.domain import rounding
from forensix.domain.examination import Outcome, SexEstimate
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.ratio_axis import RatioAxis
from forensix.reporting.sections.items import label
from forensix.reporting.sections.limitations import SUBADULT, is_subadult
from forensix.reporting.typeset import Text

TITLE = "Prediction confidence: posterior probability at the stated prior, with the validated error rate"

ROOM = 100 * mm

PROPOSITIONS = "H1: the hand is of a male. H2: the hand is of a female. Both within the population that the model was validated on{}."
AT_SITE = "; for an item examined under a site's record, within the persons of that record (section 7)"
MEANING = (
    "The likelihood ratio says how many times more probable the network's value is under one proposition than under the other. It does "
    "not say how probable the proposition is: that depends on the prior too, and stands as the posterior beside its prior."
)
TYPICAL = (
    "Typicality is the share of the model's calibration hands that are at least as unusual, for the network, as the item is: the smaller, "
    "the less the validation speaks for it."
)
MADE_UP = "; not applied to made-up radiographs"
EXHIBIT = "The numbers below are kept as an exhibit. They are no result, and no conclusion may rest on them."


CUT = (
    "Ratios are cut to two figures and probabilities rounded towards 0.5, so that neither is printed larger than it was found; a log10 is "
    "rounded to two decimals. The attached record holds them in full."
)


def render(facts: ReportFacts) -> list[Flowable]:
    propositions = PROPOSITIONS.format(AT_SITE if facts.site_records else "")
    story: list[Flowable] = [layout.body([layout.bold("Propositions. "), propositions, " ", MEANING, " ", CUT]), *_rules(facts)]
    story.append(layout.body([layout.bold("Typicality. "), TYPICAL]))
    for number, item in enumerate(facts.items, 1):
        story += _item(number, item, facts)
    return [*story, *_scale(facts.verbal_scale)]


def _rules(facts: ReportFacts) -> list[Flowable]:
    """Each decision rule that was used, once."""
    rules = dict.fromkeys(_rule(item.examination.sex, _whose_prior(item, facts)) for item in facts.items)
    return [layout.body([layout.bold("Decision rule. "), rule]) for rule in rules]


def _whose_prior(item: ExaminedItem, facts: ReportFacts) -> str:
    """Where a prior other than 0.5 comes from: a site's record brings its own."""
    record = facts.site_records.get(item.examination.recipe.site_record_sha256)
    by = facts.people.get(item.examination.examiner_id)
    if record is not None:
        return f"is that of the site record of {record['site']}"
    return f"was set in the program's settings by {by.name if by else 'the examiner'}"


def _item(number: int, item: ExaminedItem, facts: ReportFacts) -> list[Flowable]:
    sex = item.examination.sex
    said = [
        Text(f"Estimate: {wording.outcome(sex)}", layout.STATEMENT.but(size=10.6, leading=15)),
        Text(_in_words(sex, facts), layout.BODY.but(after=0)),
    ]
    heading = label(number, item) + (f" · {SUBADULT}" if is_subadult(item) else "")
    parts = [layout.subsection(heading), layout.boxed(said)]
    about = _about(item, facts)
    if sex.reason == "no_result":
        return [KeepTogether([*parts, layout.fields(about)])]
    return [KeepTogether([*parts, RatioAxis(sex, facts.verbal_scale), layout.fields([*_numbers(sex), *about]), _posteriors(sex)])]


def _numbers(sex: SexEstimate) -> list[layout.Row]:
    log10 = f"log10 LR (male over female) {wording.fixed(sex.log10_lr)}"
    return [
        ("Likelihood ratio", [layout.bold(wording.likelihood_ratio(sex.log10_lr)), f";  {log10}"]),
        ("Bound of the validation", _bound(sex)),
        ("Posterior", f"{wording.probability(sex.probability_male)} for male at a prior of {sex.prior_male:g}"),
        ("Network's value", _logit(sex)),
    ]


def _about(item: ExaminedItem, facts: ReportFacts) -> list[layout.Row]:
    levels = (facts.model_cards.get(item.examination.recipe.model) or {}).get("typicality") or {}
    return [
        ("Skeletal age", wording.age(item.examination.age)),
        ("Typicality", _typicality(item.examination.sex.typicality, levels, facts.synthetic)),
    ]


def _in_words(sex: SexEstimate, facts: ReportFacts) -> str:
    """The scale's sentence; for what was not evaluated, that the numbers are no result."""
    if sex.reason == "no_result":
        return "There is no number to report."
    verbal = wording.verbal(sex.log10_lr, facts.verbal_scale)
    return EXHIBIT if sex.outcome is Outcome.NOT_EVALUATED else verbal


def _posteriors(sex: SexEstimate) -> Flowable:
    """Probability of male at each of the usual priors and at the one used."""
    priors = sorted({*wording.PRIORS, sex.prior_male})
    columns = [layout.Column("Posterior beside its prior", 2.4), *(layout.Column(f"prior {prior:g}", 1.0, "right") for prior in priors)]
    male = [wording.posterior(sex.log10_lr, prior) for prior in priors]
    rows = [
        ["H1 male", *(wording.probability(value) for value in male)],
        ["H2 female", *(wording.probability(1 - value) for value in male)],
    ]
    return layout.data(columns, rows)


def _bound(sex: SexEstimate) -> str:
    held = "; the ratio was held at this bound" if wording.bounded(sex) else ""
    return f"{wording.bound(sex)}, hatched beyond it{held}"


def _rule(sex: SexEstimate, origin: str) -> str:
    reaches = f"the posterior on the bounded ratio reaches {sex.threshold:g} at a prior of {sex.prior_male:g}"
    within = "the item lies within the validated range and quality"
    even = "This prior takes neither sex to be the more probable beforehand."
    prior = even if sex.prior_male == 0.5 else f"The prior for male {origin}."
    return f"Male or female where {reaches} and {within}; otherwise indeterminate or not evaluated. {prior}"


def _typicality(value: float, levels: dict[str, Any], made_up: bool) -> str:
    if not math.isfinite(value):
        return "not available"
    told = wording.figures(rounding.cut(value)) if value > 0 else "0: no calibration hand is as unusual"
    if "warning" not in levels or "refusal" not in levels:
        return told
    state = "refused" if value < levels["refusal"] else "warned of" if value < levels["warning"] else "passed"
    besides = MADE_UP if made_up and state == "refused" else ""
    return f"{told} (warning below {levels['warning']:g}, refusal below {levels['refusal']:g}): {state}{besides}"


def _logit(sex: SexEstimate) -> str:
    readings = (
        f"; readings as left and as right hand: {', '.join(wording.fixed(one, 3) for one in sex.readings)}" if len(sex.readings) > 1 else ""
    )
    return f"{wording.fixed(sex.logit, 3)} (positive towards male){readings}"


def _scale(scale: dict[str, Any]) -> list[Flowable]:
    """The whole scale, as a court must be able to read it."""
    if not scale:
        return []
    rows = [[wording.edge(band["low"]), wording.edge(band["high"]), band["words"]] for band in scale["band"]]
    columns = [layout.Column("Ratio from", 0.9, "right"), layout.Column("to below", 0.9, "right"), layout.Column("Words", 2.4)]
    return [
        KeepTogether(
            [
                layout.subsection(f"{scale['name']}, version {scale['version']}"),
                layout.data(columns, rows, layout.text_width() * 0.6),
                layout.note(f"{scale['rule']} Source: {scale['source']}. {scale['caveat']}"),
            ]
        )
    ]
