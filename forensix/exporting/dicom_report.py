"""The estimate as a DICOM structured report (Comprehensive SR), coded where the standard has a code, else in the scheme 99FORENSIX."""

from __future__ import annotations

import math
import warnings
from typing import Any

from forensix.domain import rounding
from forensix.domain.errors import UnsuitableRadiograph
from forensix.domain.examination import Outcome
from forensix.exporting.exhibit import CAPTION, MAKER, MODEL_NAME, NOT_CONCLUDED, SYNTHETIC, Exhibit

SERIES_NUMBER = 9002
SCHEME = "99FORENSIX"
PRIVATE = {
    "title": "Sex and skeletal age estimate from a hand radiograph",
    "findings": "Findings of the network",
    "marking": "Marking",
    "outcome": "Outcome under the decision rule",
    "reason": "Reason for the outcome",
    "supports_male": "Supports the proposition that the hand is of a male",
    "supports_female": "Supports the proposition that the hand is of a female",
    "indeterminate": "Indeterminate: the findings do not decide",
    "not_evaluated": "Not evaluated: outside what the network was validated for",
    "log10_lr": "log10 of the bounded likelihood ratio, male over female",
    "likelihood_ratio": "Bounded likelihood ratio, male over female",
    "log10_lr_low": "Lowest log10 likelihood ratio that the validation supports",
    "log10_lr_high": "Highest log10 likelihood ratio that the validation supports",
    "prior_male": "Prior probability of male",
    "posterior_male": "Posterior probability of male at the stated prior",
    "threshold": "Posterior probability from which the rule decides",
    "age": "Skeletal age",
    "age_low": "Skeletal age, lower end of the 95 % prediction interval",
    "age_high": "Skeletal age, upper end of the 95 % prediction interval",
    "typicality": "Share of the calibration radiographs at least as unusual",
    "weights_sha256": "SHA-256 of the network's weights",
    "limitation": "Limitation",
    "conclusion": "The examiner's conclusion",
    "concluded": "Outcome that the examiner concluded",
    "basis": "Basis of the conclusion",
    "concluded_by": "Concluded by",
    "original_sha256": "SHA-256 of the original file",
    "examination": "Id of the examination in the casebook",
    "radiograph": "Radiograph examined",
}
"""The private scheme: each code and its meaning; `docs/reference/dicom-out.md` lists them."""


def structured_report(exhibit: Exhibit, overlay: Any) -> Any:
    """A Comprehensive SR (highdicom's, a pydicom data set) in the original's study.

    Parameters
    ----------
    overlay
        The secondary capture of the same exhibit; the report refers to it where the original is no DICOM instance.

    Raises
    ------
    UnsuitableRadiograph
        The original's header holds something that cannot stand in a structured report.
    """
    import highdicom

    source = exhibit.source()
    reference = overlay if source is None else source
    with warnings.catch_warnings():  # highdicom finds fault with names that are stored as they are
        warnings.simplefilter("ignore", UserWarning)
        try:
            return highdicom.sr.ComprehensiveSR(
                evidence=[reference],
                content=_content(exhibit, reference),
                series_instance_uid=exhibit.uid("report series"),
                series_number=SERIES_NUMBER,
                sop_instance_uid=exhibit.uid("report"),
                instance_number=1,
                manufacturer=MAKER,
                manufacturer_model_name=MODEL_NAME[:64],
                software_versions=exhibit.program[:64],
                is_complete=exhibit.conclusion is not None,
                series_description=exhibit.series("estimate"),
                specific_character_set="ISO_IR 192",
            )
        except (AttributeError, ValueError, TypeError) as error:
            message = f"No structured report can refer to {exhibit.radiograph.file_name}: {error}."
            raise UnsuitableRadiograph(message, "Export the heatmap overlay instead.", exhibit.radiograph.file_name) from error


def _content(exhibit: Exhibit, reference: Any) -> Any:
    """The document's tree: what it was made from, what the network found, what the examiner concluded."""
    from highdicom import sr

    root: Any = sr.ContainerContentItem(_code("title"))
    findings: Any = sr.ContainerContentItem(_code("findings"), relationship_type="CONTAINS")
    findings.ContentSequence = [*_estimate(exhibit), *_age(exhibit), *_limitations(exhibit)]
    parts = [*_observer(exhibit), *_made_from(exhibit, reference), findings, *_conclusion(exhibit)]
    if exhibit.synthetic:
        parts.insert(0, _text("marking", SYNTHETIC, "HAS CONCEPT MOD"))
    root.ContentSequence = parts
    return root


def _observer(exhibit: Exhibit) -> list[Any]:
    """The device that observed (TID 1004): the network, not a person."""
    from highdicom import sr
    from pydicom.sr.codedict import codes

    device = sr.CodeContentItem(codes.DCM.ObserverType, codes.DCM.Device, relationship_type="HAS OBS CONTEXT")
    uid = sr.UIDRefContentItem(codes.DCM.DeviceObserverUID, exhibit.uid("device"), relationship_type="HAS OBS CONTEXT")
    name = sr.TextContentItem(codes.DCM.DeviceObserverName, exhibit.program, relationship_type="HAS OBS CONTEXT")
    return [device, uid, name]


def _made_from(exhibit: Exhibit, reference: Any) -> list[Any]:
    from highdicom import sr

    return [
        sr.ImageContentItem(_code("radiograph"), reference.SOPClassUID, reference.SOPInstanceUID, relationship_type="CONTAINS"),
        _text("original_sha256", exhibit.radiograph.sha256),
        _text("examination", exhibit.examination.id),
    ]


def _estimate(exhibit: Exhibit) -> list[Any]:
    from highdicom import sr
    from pydicom.sr.codedict import codes

    sex, recipe = exhibit.examination.sex, exhibit.examination.recipe
    items: list[Any] = [sr.CodeContentItem(_code("outcome"), _outcome(sex.outcome), relationship_type="CONTAINS")]
    items += [_text("reason", sex.reason.replace("_", " "))] if sex.reason else []
    numbers = {
        "log10_lr": round(sex.log10_lr, 2),
        "likelihood_ratio": _ratio(sex.log10_lr),
        "log10_lr_low": round(sex.log10_lr_bound[0], 2),
        "log10_lr_high": round(sex.log10_lr_bound[1], 2),
        "prior_male": sex.prior_male,
        "posterior_male": rounding.probability(sex.probability_male),
        "threshold": sex.threshold,
        "typicality": rounding.cut(sex.typicality),
    }
    items += [_number(name, value) for name, value in numbers.items() if math.isfinite(value)]
    items.append(sr.TextContentItem(codes.DCM.AlgorithmName, recipe.model, relationship_type="CONTAINS"))
    items.append(sr.TextContentItem(codes.DCM.AlgorithmVersion, exhibit.program, relationship_type="CONTAINS"))
    return [*items, _text("weights_sha256", recipe.weights_sha256)]


def _ratio(log10_lr: float) -> float:
    """Male over female, cut as the report cuts it; below 1 its reciprocal is what the report tells."""
    told = rounding.ratio(log10_lr)
    return told if log10_lr >= 0 else float(f"{1 / told:.4g}")


def _age(exhibit: Exhibit) -> list[Any]:
    age = exhibit.examination.age
    if age is None:
        return []
    ends = {"age": age.months, "age_low": age.low, "age_high": age.high}
    return [_number(name, round(value), months=True) for name, value in ends.items()]


def _limitations(exhibit: Exhibit) -> list[Any]:
    return [_text("limitation", each.sentence) for each in exhibit.examination.sex.limitations] + [
        _text("limitation", f"Heatmap: {CAPTION}.")
    ]


def _conclusion(exhibit: Exhibit) -> list[Any]:
    """The examiner's own words, apart from the network's; that there are none is said."""
    from highdicom import sr

    part: Any = sr.ContainerContentItem(_code("conclusion"), relationship_type="CONTAINS")
    conclusion, person = exhibit.conclusion, exhibit.concluded_by
    if conclusion is None or person is None:
        part.ContentSequence = [_text("marking", NOT_CONCLUDED)]
        return [part]
    outcome = sr.CodeContentItem(_code("concluded"), _outcome(conclusion.outcome), relationship_type="CONTAINS")
    by = f"{person.name}, {person.role.value}" + (f", {person.qualification}" if person.qualification else "")
    part.ContentSequence = [outcome, _text("basis", conclusion.basis), _text("concluded_by", by)]
    return [part]


def _outcome(outcome: Outcome) -> Any:
    """Never the standard's code for a person's sex: the findings support a proposition, they do not say what somebody was."""
    supported = {Outcome.MALE: "supports_male", Outcome.FEMALE: "supports_female"}
    return _code(supported.get(outcome, outcome.value))


def _code(name: str) -> Any:
    from highdicom.sr import CodedConcept

    return CodedConcept(value=name[:16].upper(), scheme_designator=SCHEME, meaning=PRIVATE[name][:64])


def _text(name: str, text: str, relationship: str = "CONTAINS") -> Any:
    from highdicom.sr import TextContentItem

    return TextContentItem(_code(name), text or "-", relationship_type=relationship)


def _number(name: str, value: float, *, months: bool = False) -> Any:
    from highdicom.sr import NumContentItem
    from pydicom.sr.codedict import codes

    unit = codes.UCUM.Month if months else codes.UCUM.NoUnits
    return NumContentItem(_code(name), value, unit, relationship_type="CONTAINS")
