"""An estimate in words: outcome, likelihood ratio with its verbal equivalent, posterior beside its prior, age, reasons."""

from __future__ import annotations

import math
import tomllib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from forensix.domain.case import CaseStatus, Radiograph, Role, Side
from forensix.domain.examination import AgeEstimate, ObservedSex, Outcome, SexEstimate
from forensix.reporting.wording import probability, ratio, verbal
from forensix.settings import resources

if TYPE_CHECKING:
    from forensix.laboratory.moving import Moved


def tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)


def outcome_word(outcome: Outcome) -> str:
    return {
        Outcome.MALE: tr("Male"),
        Outcome.FEMALE: tr("Female"),
        Outcome.INDETERMINATE: tr("Indeterminate"),
        Outcome.NOT_EVALUATED: tr("Not evaluated"),
    }[outcome]


def observed_word(outcome: ObservedSex) -> str:
    return {
        ObservedSex.CANNOT_BE_TOLD: tr("Cannot be told from this radiograph"),
        ObservedSex.FEMALE: tr("Female"),
        ObservedSex.MALE: tr("Male"),
    }[outcome]


def side_word(side: Side) -> str:
    return {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.UNKNOWN: tr("side unknown")}[side]


def state_word(state: str) -> str:
    """The state of a radiograph or case; a glyph that fills up goes before the word, so that it is read from afar."""
    words = {
        CaseStatus.OPENED: tr("opened"),
        CaseStatus.RECEIVED: tr("received"),
        CaseStatus.EXAMINED: tr("examined"),
        CaseStatus.CONCLUDED: tr("concluded"),
        CaseStatus.REVIEWED: tr("reviewed"),
        CaseStatus.ISSUED: tr("issued"),
    }
    glyphs = dict(
        zip(("opened", "received", "examined", "concluded", "reviewed", "issued"), "\u25cb\u25d4\u25d1\u25d5\u25d5\u25cf", strict=True)
    )
    return f"{glyphs.get(state, '')} {words.get(CaseStatus(state), state)}" if state in glyphs else state


def quality_word(kind: str) -> str:
    """A kind of quality finding as it is read; one that is not known here by its own name."""
    return {
        "blank": tr("blank"),
        "noise": tr("noise"),
        "inverted": tr("inverted"),
        "rotated": tr("upside down"),
        "sideways": tr("sideways"),
        "two": tr("two hands"),
        "cut_off": tr("cut off"),
        "unsharp": tr("blurred"),
        "folded": tr("grays folded over"),
        "clipped": tr("clipped"),
        "body_part": tr("another body part"),
    }.get(kind, kind.replace("_", " "))


def role_word(role: str) -> str:
    return {
        Role.EXAMINER: tr("examiner"),
        Role.REVIEWER: tr("reviewer"),
        Role.ADMINISTRATOR: tr("administrator"),
        Role.AUDITOR: tr("auditor"),
    }.get(Role(role), role)


def custody_word(kind: str) -> str:
    """An act of the custody log as it is read; one that is not known here by its own name."""
    return {
        "created": tr("casebook made"),
        "enrolled": tr("person enrolled"),
        "opened": tr("case opened"),
        "received": tr("received"),
        "refused": tr("refused"),
        "duplicate": tr("duplicate"),
        "observed": tr("observation locked"),
        "examined": tr("examined"),
        "examination_failed": tr("examination failed"),
        "heatmap_checked": tr("heatmap checked"),
        "shown": tr("estimate shown"),
        "concluded": tr("concluded"),
        "reviewed": tr("reviewed"),
        "issued": tr("report issued"),
        "countersigned": tr("countersigned"),
        "verified": tr("verified"),
        "exported": tr("exported"),
        "backed_up": tr("backup made"),
        "corrected": tr("corrected"),
        "settings_changed": tr("settings changed"),
        "disclosed": tr("disclosed"),
        "signing_refused": tr("signing refused"),
        "explained": tr("heatmap made"),
        "mark_set": tr("mark set"),
        "mark_changed": tr("mark changed"),
        "mark_taken_away": tr("mark taken away"),
        "numbering_set": tr("number scheme set"),
        "clock_compared": tr("clock compared"),
        "clock_confirmed": tr("clock confirmed"),
        "identity_issued": tr("identity issued"),
        "identity_renewed": tr("identity renewed"),
        "identity_revoked": tr("identity revoked"),
        "identity_adopted": tr("identity from elsewhere adopted"),
        "authority_trusted": tr("authority trusted"),
        "site_added": tr("site record added"),
        "site_used": tr("site record used"),
    }.get(kind, kind.replace("_", " "))


def measure_word(name: str) -> str:
    """A measure of evaluation.json as it is read."""
    return {
        "accuracy": tr("Accuracy (forced choice)"),
        "sensitivity_female": tr("Sensitivity, female"),
        "sensitivity_male": tr("Sensitivity, male"),
        "decided_accuracy": tr("Accuracy where it decides"),
        "indeterminate_rate": tr("Indeterminate"),
        "not_evaluated_rate": tr("Not evaluated"),
        "auc": tr("Area under the ROC curve"),
        "cllr": tr("Cllr (0 is best, 1 says nothing)"),
        "expected_calibration_error": tr("Expected calibration error"),
        "bone_age_mad_months": tr("Skeletal age: mean absolute error, months"),
        "age_interval_coverage": tr("Skeletal age: within its 95 % interval"),
    }.get(name, name.replace("_", " "))


def reason_sentence(estimate: SexEstimate) -> str:
    """Why it is indeterminate or not evaluated, and what would mend it; "" when male or female."""
    if estimate.reason == "threshold" and not reachable(estimate):
        return tr(
            "The likelihood ratio does not reach the rule for male or female, and with this model none can: what its validation supports "
            "ends before the rule. Another method may."
        )
    return {
        "": "",
        "threshold": tr("The likelihood ratio does not reach the rule for male or female. Another radiograph or another method may."),
        "readings_disagree": tr(
            "The two readings, as a left and as a right hand, fall on opposite sides of the rule. Stating the side would mend it."
        ),
        "outside_validation": tr(
            "The estimated skeletal age lies outside the range in which this model was validated. The numbers are kept as an exhibit; "
            "only a validation that covers this age would mend it."
        ),
        "atypical": tr(
            "This radiograph is too unlike those that the model was calibrated on. A standard PA radiograph of one hand may mend it."
        ),
        "quality": tr("The radiograph is not one whole hand, or it is blank or cut off. A new radiograph would mend it."),
        "no_result": tr("The network gave no finite value. Check the original, and examine it again."),
    }.get(estimate.reason, estimate.reason)


def bounds_of(estimate: SexEstimate) -> tuple[float, float]:
    """log10 likelihood ratios (female, male) at which the rule decides, at the estimate's own prior and threshold."""
    against = math.log10((1.0 - estimate.prior_male) / estimate.prior_male)
    needed = math.log10(estimate.threshold / (1.0 - estimate.threshold))
    return against - needed, against + needed


def verbal_scale() -> dict[str, Any]:
    """The verbal scale that is also printed in reports."""
    return tomllib.loads((resources() / "verbal_scale.toml").read_text(encoding="utf-8"))


def verbal_sentence(estimate: SexEstimate) -> str:
    """The verbal equivalent of the likelihood ratio, and whose scale it is."""
    scale = verbal_scale()
    return f"{verbal(estimate.log10_lr, scale)} ({scale['name']}, {tr('version')} {scale['version']})"


def reachable(estimate: SexEstimate) -> bool:
    """Whether the bound of the likelihood ratio leaves room for the rule to decide at all."""
    (low, high), (female, male) = estimate.log10_lr_bound, bounds_of(estimate)
    return low <= female or high >= male


def posterior(log10_lr: float, prior_male: float) -> float:
    """Posterior probability of male from a log10 likelihood ratio and a prior, both for male."""
    log10_odds = log10_lr + math.log10(prior_male / (1.0 - prior_male))
    return float(1.0 / (1.0 + 10.0**-log10_odds))


def ratio_sentence(estimate: SexEstimate) -> str:
    """How much more probable what the network saw is for one sex than for the other."""
    if not math.isfinite(estimate.log10_lr):
        return tr("There is no likelihood ratio.")
    towards, other = (tr("male"), tr("female")) if estimate.log10_lr >= 0 else (tr("female"), tr("male"))
    said = tr("What the network found is {ratio} times more probable if the hand is {towards} than if it is {other}.")
    return said.format(ratio=number(10.0 ** abs(estimate.log10_lr)), towards=towards, other=other)


def posterior_sentence(estimate: SexEstimate, prior_male: float) -> str:
    """The posterior beside the prior that it rests on."""
    if not math.isfinite(estimate.log10_lr):
        return ""
    after = posterior(estimate.log10_lr, prior_male)
    return tr("At a prior of {prior} for male the posterior is {male} male, {female} female.").format(
        prior=f"{prior_male:.2f}", male=share(after), female=share(1.0 - after)
    )


def what_if_sentence(estimate: SexEstimate, prior_male: float) -> str:
    """What another prior would change; the recorded outcome stays as it is."""
    if not math.isfinite(estimate.log10_lr) or estimate.outcome is Outcome.NOT_EVALUATED:
        return ""
    after = posterior(estimate.log10_lr, prior_male)
    would = Outcome.INDETERMINATE
    if after >= estimate.threshold:
        would = Outcome.MALE
    elif 1.0 - after >= estimate.threshold:
        would = Outcome.FEMALE
    if would is estimate.outcome or estimate.reason == "readings_disagree":
        return tr("The outcome would stay {outcome}.").format(outcome=outcome_word(estimate.outcome).lower())
    return tr("The outcome would be {outcome}. What is recorded does not change.").format(outcome=outcome_word(would).lower())


def typicality_sentence(estimate: SexEstimate) -> str:
    if not math.isfinite(estimate.typicality):
        return tr("Typicality could not be computed.")
    said = tr("Typicality: {share} of the calibration hands are at least as unusual as this one.")
    return said.format(share=percent(estimate.typicality))


def age_sentence(age: AgeEstimate | None) -> str:
    if age is None:
        return tr("This model gives no skeletal age.")
    said = tr("Skeletal age {months} months ({years} years); 95 % prediction interval {low} to {high} months.")
    return said.format(months=f"{age.months:.0f}", years=f"{age.months / 12:.1f}", low=f"{max(age.low, 0):.0f}", high=f"{age.high:.0f}")


def header_line(radiograph: Radiograph, *, shape: tuple[int, int] | None = None) -> str:
    """Laterality, view, size and spacing, as the radiograph's header and its receiver say."""
    acquisition = radiograph.acquisition
    rows, columns = shape or (acquisition.rows, acquisition.columns)
    parts = [side_word(radiograph.side).upper(), radiograph.view or tr("view not stated"), f"{columns} \N{MULTIPLICATION SIGN} {rows} px"]
    spacing = acquisition.pixel_spacing_mm
    if spacing is None:
        parts.append(tr("no pixel spacing"))
    else:
        trust = tr("calibrated") if acquisition.spacing_trusted else tr("not calibrated at the hand")
        parts.append(f"{spacing[0]:.3g} mm/px, {trust}")
    if acquisition.lossy:
        parts.append(tr("lossy"))
    return "   \N{MIDDLE DOT}   ".join(parts)


def share(value: float) -> str:
    """A probability as the report prints it."""
    return probability(value)


def percent(value: float) -> str:
    if value < 0.001:
        return tr("less than 0.1 %")
    return f"{100 * value:.1f} %" if value < 0.1 else f"{100 * value:.0f} %"


def number(value: float) -> str:
    """A likelihood ratio of 1 or more as the report prints it, its thousands apart."""
    return ratio(math.log10(value)).replace(" ", "\N{NARROW NO-BREAK SPACE}")


def clock(moment: datetime) -> str:
    return isolated(f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC")


def isolated(said: str) -> str:
    """What is written from left to right within a sentence from right to left, which would turn its numbers and stops round."""
    isolate = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
    return said.join(isolate) if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft else said


def unisolated(said: str) -> str:
    """Without what `isolated` put around: what is copied is pasted elsewhere."""
    return said.replace("\N{LEFT-TO-RIGHT ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


def span(seconds: float) -> str:
    """A duration for the bottom line."""
    if seconds < 90:
        return tr("{n} s left").format(n=max(1, round(seconds)))
    return tr("{n} min left").format(n=round(seconds / 60))


def moved_words(moved: Moved) -> str:
    """What became of a radiograph whose case was corrected, and what is to be done next."""
    said = [tr("{file} is withdrawn from case {old}; what was done with it there stays as history.")]
    if moved.put_back:
        said.append(tr("It is back in case {new}; what was done with it there counts again."))
    else:
        said.append(tr("It was received into case {new} as part {part}: observe and examine it there."))
    if moved.report_version:
        said.append(
            tr("Version {version} of the report on case {old} holds this radiograph and stays as issued: tell everybody who has it.")
        )
        left = tr("Issue a new version, which states the withdrawal."), tr("Nothing concluded is left there for a new version.")
        said.append(left[0] if moved.may_report else left[1])
    names = {"file": moved.file_name, "old": moved.from_number, "new": moved.number, "part": moved.specimen}
    return " ".join(said).format(**names, version=moved.report_version)
