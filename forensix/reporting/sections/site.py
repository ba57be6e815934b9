"""The site's own validation: its error rates beside the card's, what its size supports, and its signed record; or that there is none."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from forensix.domain.report import ReportFacts
from forensix.reporting import layout, wording
from forensix.reporting.required import metrics_of
from forensix.reporting.sections.error_rates import RATES

TITLE = "Validation at the site"

ROOM = 40 * mm
NONE = (
    "No record of a validation at this site was in use. The estimates rest on the validation of the model's card alone; how the model does "
    "on this site's own radiographs is not shown."
)
HOLDS = "For the items examined under this record its calibration, bound, range and rule took the place of those of the model's card."
CROSS_FITTED = (
    "Site: each hand judged by a calibration that was fitted on other persons of the site. Card: the model's own test hands, at the card's "
    "rule. Intervals of shares: Clopper-Pearson; of the others: bootstrap by person."
)


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = []
    for sha256, record in facts.site_records.items():
        card = facts.model_cards.get(record["model"]) or {}
        story += [*_about(sha256, record, _items(sha256, facts)), _rates(record, card), layout.note(CROSS_FITTED)]
    return story or [layout.body(NONE)]


def _items(sha256: str, facts: ReportFacts) -> str:
    """Which of the items reported were examined under a record; one that only an earlier run was made under has none."""
    under = [str(number) for number, item in enumerate(facts.items, 1) if item.examination.recipe.site_record_sha256 == sha256]
    return wording.listed(under) if under else "none of those reported; an earlier run, which is listed among the repeats"


def _about(sha256: str, record: dict[str, Any], items: str) -> list[Flowable]:
    low, high = record["calibration"]["log10_lr_low"], record["calibration"]["log10_lr_high"]
    rule, months, adults = record["decision"], record["validated"]["months"], record["adults"]
    ages = (
        f"{adults['years'][0]:.0f} to {adults['years'][1]:.0f} years: {adults['female']} females, {adults['male']} males" if adults else ""
    )
    supported = f"1/{wording.ratio(-low)} to {wording.ratio(high)} (log10 {wording.fixed(low)} to {wording.fixed(high)})"
    rows: list[layout.Row] = [
        ("Items under it", items),
        ("Radiographs", f"{record['n']} of {record['subjects']} persons; {record['n_refused']} more could not be read"),
        ("By true bone age", "; ".join(_counted(record["by_sex_and_band"]))),
        ("Adults", ages or "too few for the record to hold for adults"),
        ("Estimated skeletal ages", f"{months[0]:.0f} to {months[1]:.0f} months; outside this range the sex is not evaluated"),
        ("Bound of the ratio", supported),
        ("Decision rule", f"posterior on the bounded ratio of {rule['threshold']:g} at a prior of {rule['prior']:g}"),
        ("Made", f"{record['made_by']}, {wording.moment(record['made_at'])}, {record['program']}"),
        ("SHA-256 of the record", sha256),
    ]
    site = layout.subsection(f"Site record of {record['site']}, model {record['model']}")
    return [site, layout.body(HOLDS), layout.fields(rows), layout.bullets(record["sentences"])]


def _counted(counts: dict[str, dict[str, int]]) -> list[str]:
    """Females and males of each band that holds anyone, the youngest first."""
    bands = [name for name in counts["female"] if counts["female"][name] + counts["male"][name]]
    order = sorted(bands, key=lambda name: (not name[0].isdigit(), int(name.split("-")[0].rstrip("+")) if name[0].isdigit() else 0))
    words = {name: "unknown" if not name[0].isdigit() else f"{name} years" for name in order}
    return [f"{words[name]}: {_sexes({sex: counts[sex][name] for sex in counts})}" for name in order]


def _sexes(counts: dict[str, Any]) -> str:
    return f"{counts['female']} females, {counts['male']} males"


def _rates(record: dict[str, Any], card: dict[str, Any]) -> Flowable:
    """The same metrics of the site's hands and of the card's."""
    of_card = metrics_of(card)
    columns = [layout.Column("Error rates", 2.3), layout.Column("This site", 0.8, "right"), layout.Column("95 % interval", 1.45, "right")]
    columns += [layout.Column("n", 0.5, "right"), layout.Column("Card", 0.8, "right"), layout.Column("95 % interval", 1.45, "right")]
    columns.append(layout.Column("n", 0.5, "right"))
    rows = [
        [words, *wording.interval(record["metrics"].get(key), decimals), *wording.interval(of_card.get(key), decimals)]
        for words, key, decimals in RATES
        if record["metrics"].get(key) or of_card.get(key)
    ]
    return KeepTogether([layout.data(columns, rows)])
