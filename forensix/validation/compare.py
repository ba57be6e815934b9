"""Comparing models on the same radiographs: side by side, McNemar's exact test, and paired bootstrap differences."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import binomtest

from forensix.domain.errors import ModelRejected
from forensix.inference.model_card import ModelCard
from forensix.validation import evaluate as evaluating
from forensix.validation import metrics, page
from forensix.validation import predictions as tables
from forensix.validation.evaluate import Progress, silent
from forensix.validation.evaluation_page import flattered
from forensix.validation.manifest import read as read_manifest
from forensix.validation.metrics import Prediction, Sample

COMPARISON = "comparison.json"
PAGE = "comparison.html"
SIDE_BY_SIDE = (
    ("accuracy", "Correct, forced choice", page.share),
    ("sensitivity_female", "Correct among females", page.share),
    ("sensitivity_male", "Correct among males", page.share),
    ("decided_accuracy", "Correct where decided by the rule", page.share),
    ("indeterminate_rate", "Indeterminate", page.share),
    ("not_evaluated_rate", "Not evaluated", page.share),
    ("auc", "Area under the ROC curve", page.number),
    ("cohen_kappa", "Cohen's kappa", page.number),
    ("cllr", "Cllr", page.number),
    ("cllr_min", "Cllr_min", page.number),
    ("expected_calibration_error", "Expected calibration error", page.number),
    ("bone_age_mad_months", "Skeletal age, mean absolute error, months", page.number),
)


def accuracy(s: Sample) -> float:
    """Of the forced choice."""
    return float((s.called_male == s.male).mean())


DIFFERENCES: Mapping[str, Callable[[Sample], float]] = {
    "accuracy": accuracy,
    "auc": metrics.auc,
    "cllr": metrics.cllr,
    "bone_age_mad_months": metrics.bone_age_mad_months,
}


def compare(
    models: Sequence[Path],
    manifest: Path,
    out: Path,
    *,
    part: str | None = None,
    threads: int = evaluating.THREADS,
    draws: int = metrics.DRAWS,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Evaluate each model into `out`/its name, and compare all pairs on the radiographs that both read.

    An evaluation of the same weights, rows and part that lies there already is used again. Writes comparison.json and comparison.html.

    Raises
    ------
    ModelRejected
        A bundle is not sound, or fewer than two different names are given.
    ManifestRejected
    """
    names = [model.name for model in models]
    if len(set(names)) < 2 or len(set(names)) != len(names):
        raise ModelRejected("A comparison needs two models or more, each once.", "Name different bundles.", ", ".join(names))
    found = {}
    for index, model in enumerate(models):

        def whole(step: str, share: float, index: int = index) -> None:
            progress(f"{models[index].name}: {step}", (index + share) / len(models))

        found[model.name] = _evaluated(model, manifest, out / model.name, part, threads, draws, whole)
    pairs = [pair(first, second, found, draws) for first, second in itertools.combinations(names, 2)]
    _adjust(pairs)
    content = {
        "schema": 1,
        "models": names,
        "data_sha256": next(iter(found.values()))[0]["data_sha256"],
        "part": part,
        "n_refused": max(evaluation["n_refused"] for evaluation, _ in found.values()),
        "evaluations": {name: f"{name}/evaluation.json" for name in names},
        "learnt_from": {
            name: evaluating.learnt_from(found[name][1], ModelCard.read(model)) for name, model in zip(names, models, strict=True)
        },
        "metrics": {name: {key: found[name][0][key] for key, _, _ in SIDE_BY_SIDE} for name in names},
        "pairs": pairs,
        "bootstrap": {"draws": draws, "seed": metrics.SEED, "unit": "subject"},
    }
    (out / COMPARISON).write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (out / PAGE).write_text(_page(content), encoding="utf-8", newline="\n")
    return content


Measured = tuple[dict[str, Any], tuple[Prediction, ...]]


def _evaluated(model: Path, manifest: Path, out: Path, part: str | None, threads: int, draws: int, progress: Progress) -> Measured:
    """The evaluation that lies in `out`, if it is of these weights, this manifest and this part; else a new one."""
    held = out / "evaluation.json"
    if held.is_file():
        content = json.loads(held.read_text(encoding="utf-8"))
        wanted = (ModelCard.read(model).weights_sha256, read_manifest(manifest).sha256, part, draws)
        if wanted == (content["model_sha256"], content["data_sha256"], content.get("part"), content["bootstrap"]["draws"]):
            return content, tables.read(out / content["predictions"])
    content = evaluating.evaluate(model, manifest, out, part=part, threads=threads, draws=draws, progress=progress).content
    return content, tables.read(out / content["predictions"])


def pair(first: str, second: str, found: Mapping[str, Measured], draws: int = metrics.DRAWS) -> dict[str, Any]:
    """Two models on the radiographs that both read: McNemar of the forced choice, and the second less the first.

    McNemar's test takes the first radiograph of each subject, since two of one person are not two trials.
    """
    held = [{prediction.file or prediction.subject: prediction for prediction in found[name][1]} for name in (first, second)]
    common = [key for key in held[0] if key in held[1]]
    ours, theirs = ([side[key] for key in common] for side in held)
    return {
        "first": first,
        "second": second,
        "n": len(common),
        "mcnemar": mcnemar(ours, theirs),
        "differences": differences(ours, theirs, draws) if common else dict.fromkeys(DIFFERENCES),
    }


def mcnemar(first: Sequence[Prediction], second: Sequence[Prediction]) -> dict[str, Any]:
    """The exact test of the subjects that one model got right and the other did not; p is 1 where there is none."""
    seen: set[str] = set()
    only_first = only_second = 0
    for ours, theirs in zip(first, second, strict=True):
        if ours.subject not in seen:
            seen.add(ours.subject)
            right = (ours.forced_choice == ours.sex, theirs.forced_choice == theirs.sex)
            only_first, only_second = only_first + (right == (True, False)), only_second + (right == (False, True))
    discordant = only_first + only_second
    p = float(binomtest(only_first, discordant, 0.5).pvalue) if discordant else 1.0
    return {"subjects": len(seen), "only_first_right": only_first, "only_second_right": only_second, "p": p}


def differences(first: Sequence[Prediction], second: Sequence[Prediction], draws: int) -> dict[str, Any]:
    """Second less first, with percentile intervals over draws of the same subjects for both; None where it is not defined."""
    ours, theirs = Sample.of(first), Sample.of(second)
    found: dict[str, Any] = dict.fromkeys(DIFFERENCES)
    values = {name: statistic(theirs) - statistic(ours) for name, statistic in DIFFERENCES.items()}
    seen: dict[str, list[float]] = {name: [] for name, value in values.items() if np.isfinite(value)}
    for rows in metrics.drawn_rows(ours.subject, draws):
        one, other = ours.take(rows), theirs.take(rows)
        for name, held in seen.items():
            held.append(DIFFERENCES[name](other) - DIFFERENCES[name](one))
    for name, held in seen.items():
        low, high = np.nanpercentile(held, (2.5, 97.5))
        found[name] = {"value": float(values[name]), "low": float(low), "high": float(high), "n": len(first)}
    return found


def _adjust(pairs: list[dict[str, Any]]) -> None:
    """Add Holm's p to each McNemar test: what is left of it among so many comparisons."""
    ranked = sorted(pairs, key=lambda one: one["mcnemar"]["p"])
    least = 0.0
    for place, one in enumerate(ranked):
        least = max(least, min(1.0, (len(pairs) - place) * one["mcnemar"]["p"]))
        one["mcnemar"]["p_holm"] = least


def _page(content: dict[str, Any]) -> str:
    names = content["models"]
    rows = []
    for key, words, form in SIDE_BY_SIDE:
        shown = [form(content["metrics"][name][key]) for name in names]
        rows.append((words, *(f"{value} ({between}; n {n})" if n != "–" else "–" for value, between, n in shown)))
    tests = [_test(one) for one in content["pairs"]]
    apart = [
        (f"{one['second']} less {one['first']}", key.replace("_", " "), *page.number(found))
        for one in content["pairs"]
        for key, found in one["differences"].items()
    ]
    draws = content["bootstrap"]
    return page.page(
        f"Comparison of {', '.join(names)}",
        (
            page.paragraph(f"Manifest {content['data_sha256']} (SHA-256); refused rows: {content['n_refused']}.", "hash"),
            *(
                page.paragraph(f"{name}: {said}", "note")
                for name, met in content["learnt_from"].items()
                for said in flattered({"learnt_from": met})
            ),
            page.heading("Side by side"),
            page.table(("", *names), rows, caption="Each value with its 95 % interval and n; each model on all that it could read."),
            page.heading("On the same subjects"),
            page.table(
                ("Models", "subjects", "only the first right", "only the second right", "p, exact", "p, Holm"),
                tests,
                caption="McNemar's exact test of the forced choice; the first radiograph of each subject. Holm: over all pairs here.",
            ),
            page.table(
                ("Difference", "of", "value", "95 % interval", "n"),
                apart,
                caption=f"Paired bootstrap by subject, {draws['draws']} draws (seed {draws['seed']}). Lower Cllr and age error are better.",
                text=(1,),
            ),
        ),
    )


def _test(one: dict[str, Any]) -> tuple[Any, ...]:
    test = one["mcnemar"]
    counts = (test["subjects"], test["only_first_right"], test["only_second_right"])
    return (f"{one['first']}, {one['second']}", *counts, *(f"{test[key]:.3g}" for key in ("p", "p_holm")))
