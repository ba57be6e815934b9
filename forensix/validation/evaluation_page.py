"""evaluation.html: what evaluation.json holds, for a person to read and print."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from forensix.validation.page import figures, heading, number, page, paragraph, share, table

NAME = "evaluation.html"
VALUE = ("value", "95 % interval", "n")
FORCED = (
    ("accuracy", "Correct"),
    ("sensitivity_female", "Correct among females"),
    ("sensitivity_male", "Correct among males"),
    ("majority_share", "What always calling the larger sex would reach"),
)
BY_RULE = (
    ("decided_accuracy", "Correct among those decided by the rule"),
    ("indeterminate_rate", "Indeterminate"),
    ("not_evaluated_rate", "Not evaluated"),
)
AGREEMENT = (("cohen_kappa", "Cohen's kappa"), ("f1", "F1, mean of both sexes"))
ORDER = (("auc", "Area under the ROC curve: how often a male's ratio lies above a female's"),)
COSTS = (
    ("cllr", "Cllr, log-likelihood-ratio cost of the ratios as given (0 is best, 1 says nothing)"),
    ("cllr_min", "Cllr_min, after the best monotone calibration: discrimination alone"),
    ("expected_calibration_error", "Expected calibration error, 10 bins of P(male)"),
)
AGES = (
    ("bone_age_mad_months", "Mean absolute error, months"),
    ("bone_age_mse", "Mean squared error, months squared"),
    ("bone_age_icc", "ICC(2,1), absolute agreement"),
)
CAPTIONS = {
    "roc": "ROC curve of the unbounded likelihood ratio.",
    "reliability": "Reliability: what share were male where the model said so often.",
    "tippett": "Tippett plot: share of each sex with a ratio at least as large.",
    "empirical_cross_entropy": "Empirical cross-entropy: cost of the ratios at every prior.",
    "confusion_by_age": "Forced choice of each sex by band of known skeletal age.",
    "age_scatter": "Estimated against known skeletal age.",
}


def write(folder: Path, content: dict[str, Any], further: Iterable[str] = ()) -> Path:
    """Write `folder`/evaluation.html from an evaluation and the plots that lie there.

    Parameters
    ----------
    further : iterable of str
        More parts, as HTML, that stand before how it was measured.
    """
    parts = (*_about(content), *_sex(content), *_calibration(folder, content), *_age(content), *_rows(content), *further, *_how(content))
    file = folder / NAME
    file.write_text(page(f"Evaluation of {content['model']}", parts), encoding="utf-8", newline="\n")
    return file


def _about(content: dict[str, Any]) -> list[str]:
    rule = content["decision"]
    where = f" at {content['site']}" if content.get("site") else ""
    part = f" (part: {content['part']})" if content.get("part") else ""
    return [
        paragraph(f"{content['n']} radiographs{where}{part} were measured, {content['n_refused']} could not be read."),
        paragraph(
            f"Decision rule: male or female where the posterior of the bounded likelihood ratio reaches {rule['threshold']:g} at a prior "
            f"of {rule['prior']:g}, within the validated range. Forced choice: a ratio above 1 counts as male, whatever the rule says."
        ),
        paragraph(f"Weights {content['model_sha256']}; manifest {content['data_sha256']} (SHA-256).", "hash"),
        *(paragraph(sentence, "note") for sentence in flattered(content)),
    ]


def flattered(content: dict[str, Any]) -> list[str]:
    """What a reader must know where the model has met what it is measured on."""
    met = content.get("learnt_from", {"radiographs": 0, "names_in_common": 0})
    said = []
    if met["radiographs"]:
        said.append(
            f"The model learnt from {met['radiographs']} of these radiographs: the numbers are better than they would be on hands that it "
            "has never seen, and are no measure of its error rates."
        )
    if met["names_in_common"]:
        said.append(
            f"{met['names_in_common']} of these radiographs bear the name of a subject that the model learnt from. If they are of the same "
            "persons, the numbers are too good."
        )
    return said


def _sex(content: dict[str, Any]) -> list[str]:
    rows = [(words, *share(content[name])) for name, words in FORCED] + [(words, *number(content[name])) for name, words in AGREEMENT]
    rules = [(words, *share(content[name])) for name, words in BY_RULE]
    order = [(words, *number(content[name])) for name, words in ORDER]
    return [
        heading("Sex"),
        table(("Forced choice", *VALUE), rows),
        table(("By the rule", *VALUE), rules),
        table(("Order of the ratios", *VALUE), order),
        table(
            ("Skeletal age, years", "n", "F called F", "F called M", "M called F", "M called M", "correct", "95 % interval", "larger sex"),
            [_confusion(name, band) for name, band in _groups(content, "by_age_band")],
            caption="By band of true skeletal age, forced choice (F female, M male). Larger sex: what calling it always would reach.",
        ),
        table(
            ("Skeletal age, years", "n", "correct if decided", "95 % interval", "indeterminate", "not evaluated"),
            [_ruled(name, band) for name, band in _groups(content, "by_age_band")],
            caption="By the rule, by band of true skeletal age.",
        ),
        table(
            (
                "Sex",
                "n",
                "correct, forced choice",
                "95 % interval",
                "correct if decided",
                "95 % interval",
                "indeterminate",
                "not evaluated",
            ),
            [
                (name, band["n"], *share(band.get("accuracy"))[:2], *share(band.get("decided_accuracy"))[:2], *_undecided(band))
                for name, band in _groups(content, "by_sex")
            ],
            caption="By sex.",
        ),
    ]


def _groups(content: dict[str, Any], name: str) -> Iterable[tuple[str, dict[str, Any]]]:
    return ((group, found) for group, found in content[name].items())


def _confusion(name: str, band: dict[str, Any]) -> tuple[Any, ...]:
    found = band["confusion"]
    counts = (found["female"]["female"], found["female"]["male"], found["male"]["female"], found["male"]["male"])
    return (name, band["n"], *counts, *share(band["accuracy"])[:2], share(band["majority_share"])[0])


def _ruled(name: str, band: dict[str, Any]) -> tuple[Any, ...]:
    return (name, band["n"], *share(band["decided_accuracy"])[:2], *_undecided(band))


def _undecided(band: dict[str, Any]) -> tuple[str, str]:
    return (share(band.get("indeterminate_rate"))[0], share(band.get("not_evaluated_rate"))[0])


def _calibration(folder: Path, content: dict[str, Any]) -> list[str]:
    rows = [(words, *number(content.get(name))) for name, words in COSTS]
    perfect = content.get("expected_calibration_error_if_calibrated_95")
    if perfect is not None:
        rows.append(("... 95th percentile of a perfectly calibrated model of these scores", f"{perfect:.3f}", "–", content["n"]))
    low, high = content["log10_lr_bound"]
    said = f"Likelihood ratios are bounded to 1/{10**-low:.2g} to {10**high:.2g}, what the calibration part supports (ELUB)."
    return [
        heading("Calibration"),
        paragraph(said),
        table(("", *VALUE), rows),
        figures((folder / f"{name}.svg", words) for name, words in CAPTIONS.items()),
    ]


def _age(content: dict[str, Any]) -> list[str]:
    if not content.get("bone_age_mad_months"):
        return []
    coverage = ("Inside the 95 % prediction interval", *share(content.get("age_interval_coverage")))
    bands = [
        (name, band["n"], *number(band["bone_age_mad_months"])[:2], *share(band["age_interval_coverage"])[:2])
        for name, band in _groups(content, "by_age_band")
    ]
    columns = ("Skeletal age, years", "n", "mean absolute error, months", "95 % interval", "inside the age interval", "95 % interval")
    return [heading("Skeletal age"), table(("", *VALUE), [*((words, *number(content[key])) for key, words in AGES), coverage]),
            table(columns, bands, caption="By band of true skeletal age.")]  # fmt: skip


def _rows(content: dict[str, Any]) -> list[str]:
    below = content["typicality_below"]
    levels = [(f"Below the {name} level", *share(below[name])) for name in below]
    reasons = [(reason.replace("_", " "), count) for reason, count in content["not_evaluated_reasons"].items()]
    return [
        heading("Typicality and what was not evaluated"),
        table(("Typicality", *VALUE), levels),
        table(("Not evaluated because", "n"), reasons) if reasons else paragraph("Every readable radiograph was evaluated."),
        heading("The worst errors"),
        paragraph("Wrong forced choices with the largest unbounded ratios. No picture is shown; the subjects are those of the manifest."),
        table(
            ("Subject", "sex", "called", "log10 ratio", "bounded", "outcome", "band", "true, months", "estimated, months", "typicality"),
            [_error(error) for error in content.get("worst_errors", ())],
            text=(1, 2, 5),
        ),
        *_refused(content),
    ]


def _error(error: dict[str, Any]) -> tuple[Any, ...]:
    ages = (error["bone_age_months"], error["estimated_months"])
    return (
        error["subject"],
        error["sex"],
        error["forced_choice"],
        f"{error['log10_lr_unbounded']:+.2f}",
        f"{error['log10_lr']:+.2f}",
        " ".join(filter(None, (error["outcome"], f"({error['reason']})" if error["reason"] else ""))).replace("_", " "),
        error["age_band"] or "–",
        *("–" if age is None else f"{age:.0f}" for age in ages),
        "–" if error["typicality"] is None else f"{error['typicality']:.3f}",
    )


def _refused(content: dict[str, Any]) -> list[str]:
    if not content["refused"]:
        return []
    rows = [(row["path"], row["reason"]) for row in content["refused"]]
    return [heading("Refused"), table(("File", "why"), rows, text=(1,))]


def _how(content: dict[str, Any]) -> list[str]:
    draws = content["bootstrap"]
    return [
        heading("How it was measured"),
        paragraph(
            "Every radiograph went the way of casework: reading, quality gate, network, calibration, rule. Intervals of proportions are "
            f"Clopper-Pearson's; the others are percentiles of {draws['draws']} bootstrap draws by {draws['unit']} (seed {draws['seed']}). "
            "A draw repeats radiographs, which makes the calibration error larger and Cllr_min smaller: their intervals lie to that side."
        ),
        paragraph("Each prediction stands in predictions.csv; the same numbers, for programs, in evaluation.json."),
    ]
