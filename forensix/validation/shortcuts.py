"""Does a model read the hand, or what lies beside it: estimates with parts masked, of twins that show the same, and of sex beyond age.

python -m forensix.validation.shortcuts MODEL --data MANIFEST --out FOLDER [--limit N] [--page FILE.md]

Writes shortcuts.json and shortcuts.md. Each radiograph is read once, as a left hand; how it is read of an unknown side averages two such
readings, and so hides a part of what is looked for here.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import ForensixError
from forensix.domain.view import Pixels, Window, first_voi, present
from forensix.imaging import quality, segments
from forensix.imaging.quarantine import Quarantine
from forensix.inference.estimator import Estimator
from forensix.validation import metrics, page
from forensix.validation import predictions as tables
from forensix.validation.alterations import MASKED, PLAIN, TWINS, windowed
from forensix.validation.beyond_age import margin_words, sex_beyond_age
from forensix.validation.evaluate import Progress, silent
from forensix.validation.learnt import parts_of, rows_of
from forensix.validation.manifest import Manifest, Row
from forensix.validation.manifest import read as read_manifest
from forensix.validation.metrics import Prediction

LIMIT = 100
SEXES = ("male", "female")
INTRODUCTION = """# Shortcuts

Does the network read the hand, or what lies beside it? Parts of the radiograph are masked and it is asked again: markers painted over,
borders and background in one tone, the outline alone, the bones alone. Twins show the same hand: turned, shifted, mirrored, in another
window, compressed, in fewer bits. The hand is found by Otsu's threshold (`forensix/imaging/segments.py`); where none is found the
radiograph is left out and counted. Outcome: male, female, indeterminate or not evaluated, typicality included; choice: the larger
likelihood. Of those whose outcome was a sex, how many have the other sex then, and how many none. The change of the ratio is of the one
before its bound. In brackets: 95 % intervals (Clopper-Pearson). Written by

```
python -m forensix.validation.shortcuts models/NAME --data MANIFEST --out FOLDER --page docs/reference/shortcuts.md
```

"""
WHOLE = Window(0.0, 1.0, explanation="as presented")


@dataclass(frozen=True, slots=True)
class Read:
    """What one reading gave: the outcome by the rule, the forced choice, and the log10 ratio before its bound."""

    outcome: str
    forced_choice: str
    log10_lr: float


def run(
    model: Path, manifest: Path, out: Path, *, limit: int = LIMIT, part: str | None = None, threads: int = 1, progress: Progress = silent
) -> dict[str, Any]:
    """Read radiographs of a manifest as they are, masked and as twins; write shortcuts.json and shortcuts.md.

    Parameters
    ----------
    limit : int
        Radiographs at the most, evenly chosen.
    part : str, optional
        Of the bundle's split; None is the test part, where the manifest is the one that the model was trained on, else everything
        that it has not learnt from.

    Raises
    ------
    ManifestRejected, ModelRejected
    """
    data = read_manifest(manifest)
    estimator = Estimator.load(model, "cpu", threads, evaluated=False)
    rows = _chosen(estimator, data, part, limit)
    seen: dict[str, list[Read | None]] = {name: [] for name in (PLAIN, *MASKED, *TWINS)}
    sexes: list[str] = []
    with Quarantine() as quarantine:
        for index, row in enumerate(rows):
            progress("shortcuts", index / len(rows))
            try:
                acquisition, pixels = quarantine.read(row.path.read_bytes(), row.path.name)
            except ForensixError:
                continue
            sexes.append(row.sex)
            for name, read in _readings(estimator, pixels, acquisition).items():
                seen[name].append(read)
    content = {
        "schema": 1,
        "model": estimator.card.name,
        "model_sha256": estimator.card.weights_sha256,
        "data_sha256": data.sha256,
        "n": len(sexes),
        "n_refused": len(rows) - len(sexes),
        "masked": [_compared(name, PLAIN, seen, sexes) for name in MASKED],
        "twins": [_compared(name, against, seen, sexes) for name, (_, against) in TWINS.items()],
        "plain": _accuracy(seen[PLAIN], sexes),
        "sex_beyond_age": sex_beyond_age(_predictions(model, data)),
    }
    out.mkdir(parents=True, exist_ok=True)
    (out / "shortcuts.json").write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (out / "shortcuts.md").write_text(as_markdown(content), encoding="utf-8", newline="\n")
    return content


def _chosen(estimator: Estimator, data: Manifest, part: str | None, limit: int) -> list[Row]:
    parts = parts_of(estimator.card, data)
    rows = rows_of(part or ("test" if "test" in parts.values() else ""), parts, data)
    step = max(1.0, len(rows) / limit)
    return [rows[int(index * step)] for index in range(min(limit, len(rows)))]


def _predictions(model: Path, data: Manifest) -> tuple[Prediction, ...]:
    """The bundle's own test predictions, where its evaluation is of this manifest: more hands than are read here."""
    evaluation = model / "evaluation.json"
    if not evaluation.is_file() or json.loads(evaluation.read_text(encoding="utf-8"))["data_sha256"] != data.sha256:
        return ()
    return tables.read(model / "predictions.csv")


def _readings(estimator: Estimator, pixels: Pixels, acquisition: Acquisition) -> dict[str, Read | None]:
    """Every reading of one radiograph; of the masked ones None where no hand was found.

    Masks are laid on what the network sees, the presented radiograph; its window is kept, and the quality gate's word on the original
    holds: what changes is the network's answer alone. Twins go through the gate and get the window that their own values give.
    """
    plain = quality.assess(pixels, acquisition)
    seen = present(pixels, first_voi(pixels, acquisition.windows))
    parts = segments.find(seen)

    def read(picture: Pixels, findings: Sequence[quality.Finding], *windows: Window) -> Read:
        rule = estimator.card.decision
        sex = estimator.examine(
            np.ascontiguousarray(picture, dtype=np.float32),
            Acquisition(patient_age_years=acquisition.patient_age_years, windows=windows),
            side=Side.LEFT,
            findings=findings,
            synthetic=False,
            prior_male=rule.prior,
            threshold=rule.threshold,
        ).sex
        return Read(sex.outcome.value, sex.forced_choice, sex.log10_lr_unbounded)

    found: dict[str, Read | None] = {PLAIN: read(seen, plain, WHOLE)}
    found |= {name: read(mask(seen, parts), plain, WHOLE) if parts else None for name, mask in MASKED.items()}
    for name, (twin, _) in TWINS.items():
        picture = twin(seen)
        windows = (WHOLE,) if twin is windowed else ()
        found[name] = read(picture, quality.assess(picture, Acquisition()), *windows)
    return found


def _compared(name: str, against: str, seen: Mapping[str, list[Read | None]], sexes: Sequence[str]) -> dict[str, Any]:
    pairs = [(one, other) for one, other in zip(seen[name], seen[against], strict=True) if one and other]
    changes = [abs(one.log10_lr - other.log10_lr) for one, other in pairs]
    decided = [(one.outcome, before.outcome) for one, before in pairs if before.outcome in SEXES]
    return {
        "name": name,
        "against": against,
        "not_segmented": len(seen[name]) - len(pairs),
        "outcome_unchanged": metrics.proportion(sum(one.outcome == other.outcome for one, other in pairs), len(pairs)),
        "other_sex": metrics.proportion(sum(now in SEXES and now != before for now, before in decided), len(decided)),
        "no_sex": metrics.proportion(sum(now not in SEXES for now, _ in decided), len(decided)),
        "forced_choice_unchanged": metrics.proportion(sum(one.forced_choice == other.forced_choice for one, other in pairs), len(pairs)),
        "median_change_log10_lr": float(np.median(changes)) if changes else None,
        "largest_change_log10_lr": max(changes, default=None),
        "accuracy": _accuracy(seen[name], sexes),
    }


def _accuracy(reads: Sequence[Read | None], sexes: Sequence[str]) -> dict[str, Any] | None:
    right = [read.forced_choice == sex for read, sex in zip(reads, sexes, strict=True) if read]
    return metrics.proportion(sum(right), len(right))


def as_markdown(content: Mapping[str, Any]) -> str:
    """The tables, for docs/reference/shortcuts.md."""
    plain = content["plain"]
    lines = [
        f"`{content['model']}`, weights {content['model_sha256'][:12]}…, {content['n']} radiographs, each read once as a left hand; "
        f"{content['n_refused']} could not be read. As they are, {_share(plain)} of the forced choices are right.",
        "",
        *(row for name, title in (("masked", "Masked"), ("twins", "Twins")) for row in _markdown_rows(content[name], title)),
    ]
    beyond = content["sex_beyond_age"]
    return "\n".join([*lines, *(_markdown_years(beyond) if beyond else []), ""])


def as_html(content: Mapping[str, Any]) -> list[str]:
    """The same, as parts of an evaluation's page."""
    beyond = content["sex_beyond_age"]
    years = (
        [(one["year"], one["n"], *page.share(one["accuracy"])[:2], f"{100 * one['majority']:.1f} %") for one in beyond["years"]]
        if beyond
        else []
    )
    return [
        page.heading("Shortcuts"),
        page.paragraph(
            f"{content['n']} radiographs, each read once as a left hand: masked, to see what else than the hand the network reads, and as "
            f"twins that show the same hand. As they are, {_share(content['plain'])} of the forced choices are right."
        ),
        *(page.table(columns(title), map(cells, content[name])) for name, title in (("masked", "Masked"), ("twins", "Twins"))),
        *([page.paragraph(margin_words(beyond["margin"]))] if beyond else []),
        *([page.table(("Skeletal age, years", "n", "right, forced choice", "95 % interval", "larger sex"), years)] if beyond else []),
    ]


def _markdown_rows(rows: Sequence[Mapping[str, Any]], title: str) -> list[str]:
    head = [f"| {' | '.join(columns(title))} |", "|---" * len(columns(title)) + "|"]
    return [*head, *(f"| {' | '.join(cells(row))} |" for row in rows), ""]


def columns(title: str) -> tuple[str, ...]:
    """Headings of `cells`."""
    return (
        title,
        "outcome unchanged",
        "of the decided: then the other sex",
        "then none",
        "choice unchanged",
        "n",
        "median change of log10 LR",
        "largest",
        "right, forced choice",
        "no hand found",
    )


def cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """One masked picture or twin as a row of words."""
    against = "" if row["against"] == PLAIN else f" (against {row['against']})"
    unchanged = row["outcome_unchanged"]
    return (
        f"{row['name']}{against}",
        _share(unchanged),
        _count(row["other_sex"]),
        _count(row["no_sex"]),
        _share(row["forced_choice_unchanged"]),
        str(unchanged["n"]) if unchanged else "0",
        *("–" if row[key] is None else f"{row[key]:.2f}" for key in ("median_change_log10_lr", "largest_change_log10_lr")),
        _share(row["accuracy"]),
        str(row["not_segmented"]),
    )


def _markdown_years(beyond: Mapping[str, Any]) -> list[str]:
    margin = beyond["margin"]
    rows = [f"| {one['year']} | {one['n']} | {_share(one['accuracy'])} | {100 * one['majority']:.1f} % |" for one in beyond["years"]]
    return [margin_words(margin), "", "| skeletal age, years | n | right, forced choice | larger sex |", "|---|---|---|---|", *rows, ""]


def _share(metric: Mapping[str, Any] | None) -> str:
    if not metric or not math.isfinite(metric["value"]):
        return "–"
    return f"{100 * metric['value']:.1f} % ({100 * metric['low']:.1f} to {100 * metric['high']:.1f})"


def _count(metric: Mapping[str, Any] | None) -> str:
    return f"{round(metric['value'] * metric['n'])} of {metric['n']}" if metric and metric["n"] else "–"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Shortcut tests of a model.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True, metavar="MANIFEST")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N")
    parser.add_argument("--page", type=Path, metavar="FILE.md", help="write the tables as a page of the documentation too")
    given = parser.parse_args()
    content = run(given.model, given.data, given.out, limit=given.limit)
    if given.page:
        given.page.write_text(INTRODUCTION + as_markdown(content), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
