"""A finished run becomes a model bundle: half-precision weights, calibrated, its card written, evaluated on the test part, checked.

`forensix train` does this at its end; of a run whose bundle was left out:
python -m forensix.training.bundle RUN --data MANIFEST --models FOLDER [--source NAME] [--name NAME]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file as save_arrays
from safetensors.torch import load_file, save_file

from forensix.domain.view import first_voi
from forensix.imaging.phantom import hand
from forensix.imaging.quarantine import Quarantine
from forensix.inference import typicality as unlikeness
from forensix.inference.estimator import Estimator
from forensix.inference.model_card import ModelCard
from forensix.inference.network import Network
from forensix.inference.preprocess import prepare
from forensix.training import card, stages
from forensix.training.loading import preprocess_of
from forensix.training.recipe import Recipe
from forensix.training.recipe import load as load_recipe
from forensix.training.sources import SOURCES, Source, source_of
from forensix.training.start import learnt_by
from forensix.training.train import silent
from forensix.validation import calibrate, learnt
from forensix.validation.evaluate import THREADS, evaluate
from forensix.validation.learnt import Learnt
from forensix.validation.manifest import Manifest, Row, read_parts
from forensix.validation.manifest import read as read_manifest

LARGEST_BYTES = 50_000_000
LARGE = 1_000_000
"""Weights of a full layer above which it is kept in half precision, as convolutions are."""
WARNING, REFUSAL = 0.05, 0.01
TYPICALITY_HANDS, TYPICALITY_STEP = 800, 4
"""About so many training hands say what a usual hand is, and of few at most every fourth."""
LEAST_PER_YEAR = 10
MATURE = 204.0
"""Months of skeletal age from which growth plates are closed or closing: the nearest to an adult hand that a source of children has."""
KEPT_OUT = 0.95
SELFTEST_SEEDS = (0, 1, 2)
TOLERANCE = 0.01
Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Origin:
    """What the card says of where the bundle comes from; nothing here is measured while it is made.

    `command` and `commit` stand instead of what the run says of itself, `began` is the bundle that it started from where it does not say;
    `form` is the sentence of `benchmarks/full_size_twins.py`'s figures, measured on the finished bundle: see `[validated]`.
    """

    source: Source
    command: str = ""
    commit: str = ""
    form: str = ""
    began: Path | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """A part as the estimator reads it with its side unknown: both readings of each radiograph.

    `outputs` (radiographs, readings, outputs), `features` (radiographs, readings, features).
    """

    rows: tuple[Row, ...]
    outputs: NDArray[np.float64]
    features: NDArray[np.float32]

    def of(self, place: int) -> NDArray[np.float64]:
        """One output (radiographs, readings)."""
        return np.asarray(self.outputs[:, :, place])


def make(
    run: Path, manifest: Path, models: Path | None, origin: Origin, *, name: str = "", threads: int = THREADS, progress: Progress = silent
) -> Path:
    """Make `models`/`name` from the folder that `train` left.

    Parameters
    ----------
    models : Path or None
        Where it is put; None leaves it in `run`/bundle.
    name : str
        The bundle's; its recipe's with hyphens unless given. What stands there is replaced, once the new one is whole.
    threads : int
        The last digits of a logit may differ with it; on a busy machine one is far quicker than two that wait for each other.

    Raises
    ------
    ValueError
        The manifest is another than the run's, the bundle would be larger than 50 MB, or the network is not one that a bundle can be
        made of.
    """
    facts = json.loads((run / "training.json").read_text(encoding="utf-8"))
    facts["earlier"] = facts.get("earlier") or stages.earlier(origin.began)
    recipe = _as_trained(facts)
    name = name or recipe.name.replace("_", "-")
    data = read_manifest(manifest)
    if data.sha256 != facts["data_sha256"]:
        raise ValueError(f"{manifest.name} is not the manifest that {run.name} was trained on")
    folder = run / "bundle" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _save_weights(run / "weights.safetensors", folder / "weights.safetensors")
    shutil.copy(run / "split.csv", folder / "split.csv")
    _learnt(run, data, origin).write(folder)
    draft = _draft(name, recipe, facts, origin, folder)
    finish(folder, draft, data, run / "evaluation", threads=threads, progress=progress)
    if models is None:
        return folder
    shutil.rmtree(models / name, ignore_errors=True)
    shutil.copytree(folder, models / name)
    return models / name


def finish(folder: Path, draft: dict[str, Any], data: Manifest, evaluation: Path, *, threads: int, progress: Progress = silent) -> None:
    """Fit, measure and check a bundle of which only weights and split are there, and write its card.

    Parameters
    ----------
    draft : dict
        A card that loads; what is fitted and measured is filled in. `[age]` holds the scale of the network's age, mean and sd in months.
    evaluation : Path
        Folder that the evaluation on the test part is left in.
    """
    card.write(folder, draft)
    _calibrate(folder, draft, data, threads, progress)
    found = evaluate(folder, data.path, evaluation, part="test", threads=threads, progress=progress).content
    draft["typicality"]["false_alarm_rates"] = [found["typicality_below"][level]["value"] for level in ("warning", "refusal")]
    draft["typicality"]["false_alarm_n"] = found["n"]
    card.write(folder, draft)
    for file in ("evaluation.json", "predictions.csv"):
        shutil.copy(evaluation / file, folder / file)
    for written in folder.iterdir():
        written.chmod(0o644)  # safetensors leaves them to their maker alone
    check(folder)


def _learnt(run: Path, data: Manifest, origin: Origin) -> Learnt:
    """What the run says that it learnt from; one of an earlier version says it by its split and by what it began from."""
    if (run / learnt.FILE).is_file():
        return Learnt.of(run)
    return learnt_by(data, read_parts(run / "split.csv"), [origin.began] if origin.began else [])


def _as_trained(facts: Mapping[str, Any]) -> Recipe:
    """The recipe with the sizes and the normalisation that the run really had; averaged weights are used at the size that they say."""
    told = facts["recipe"]
    recipe = load_recipe(told["name"])
    given = [(0.0, facts["averaged"]["size"])] if "averaged" in facts else told["sizes"]
    sizes = tuple((float(share), int(size)) for share, size in given)
    return replace(recipe, sizes=sizes, mean=told.get("mean", recipe.mean), sd=told.get("sd", recipe.sd))


def check(folder: Path) -> None:
    """Load a bundle as the program will, let it read its phantoms, and weigh it."""
    Estimator.load(folder).self_test(hand)
    weight = sum(file.stat().st_size for file in folder.iterdir())
    if weight > LARGEST_BYTES:
        raise ValueError(f"{folder.name} has {weight} bytes, more than {LARGEST_BYTES}")


def read_part(network: Network, rows: Sequence[Row], progress: Progress, *, mirrorings: tuple[bool, ...] = (False, True)) -> Readings:
    """Read radiographs on the reference path: batch 1, float32, CPU."""
    outputs, features = [], []
    with Quarantine() as quarantine:
        for index, row in enumerate(rows):
            progress("reading", index / len(rows))
            acquisition, pixels = quarantine.read(row.path.read_bytes(), row.path.name)
            voi = first_voi(pixels, acquisition.windows)
            readings = [network.read(prepare(pixels, voi, network.card.preprocess, mirrored=mirrored)) for mirrored in mirrorings]
            outputs.append([[reading.outputs[name] for name in network.card.outputs] for reading in readings])
            features.append(np.stack([reading.features for reading in readings]))
    return Readings(tuple(rows), np.array(outputs), np.stack(features))


def validated_months(rows: Iterable[Row], least: int = LEAST_PER_YEAR) -> list[float]:
    """The longest run of whole years of skeletal age with at least `least` of each sex among rows that were not trained on.

    Raises
    ------
    ValueError
        No year has so many.
    """
    counts: dict[int, dict[str, int]] = {}
    for row in rows:
        if row.bone_age_months is not None:
            counts.setdefault(int(row.bone_age_months // 12), {"female": 0, "male": 0})[row.sex] += 1
    runs: list[list[int]] = []
    for year in sorted(year for year, count in counts.items() if min(count.values()) >= least):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    if not runs:
        raise ValueError(f"no year of skeletal age has {least} of each sex")
    longest = max(runs, key=len)
    return [12.0 * longest[0], 12.0 * (longest[-1] + 1)]


def short_of_maturity(validated: list[float], true: NDArray[np.float64], estimated: NDArray[np.float64]) -> dict[str, Any]:
    """Lower the range's end to the whole year above which `KEPT_OUT` of the mature hands are estimated.

    An adult whose age nobody states is known only by her estimated skeletal age: the less exact the network's ages, the earlier the range
    must end, or an adult would get an outcome from a model that is not validated for adults.

    Parameters
    ----------
    validated : list of float
        [low, high) in months.
    true, estimated : ndarray
        Skeletal age in months of calibration hands; NaN where it is not known.

    Raises
    ------
    ValueError
        Nothing is left of the range.
    """
    mature = np.sort(estimated[true >= MATURE])
    low, high = validated
    if mature.size:
        allowed = int(mature.size * (1.0 - KEPT_OUT) + 1e-9)
        high = min(high, float(mature[allowed] // 12) * 12.0)
    if high <= low:
        raise ValueError("the network's ages are too inexact to tell a child's hand from an adult's at any age")
    return {"months": [low, high], "mature_months": MATURE, "mature_kept_out": KEPT_OUT, "mature_n": int(mature.size)}


def _calibrate(folder: Path, draft: dict[str, Any], data: Manifest, threads: int, progress: Progress) -> None:
    """Fill in what is fitted (calibration, age, typicality, range, self-test) and write the card again."""
    parts = read_parts(folder / "split.csv")
    rows = {part: [row for row in data.rows if parts[row.subject] == part] for part in set(parts.values())}
    draft["validated"]["months"] = validated_months(rows["calibration"] + rows["test"])
    network = Network(ModelCard.read(folder), torch.device("cpu"), threads)
    calibration = read_part(network, rows["calibration"], progress)
    step = max(TYPICALITY_STEP, len(rows["train"]) // TYPICALITY_HANDS)
    training = read_part(network, rows["train"][::step], progress, mirrorings=(False,))
    outputs = network.card.outputs
    male = np.array([row.sex == "male" for row in calibration.rows])
    draft["calibration"] = calibrate.with_once(lambda logits: calibrate.calibrate_sex(logits, male), calibration.of(outputs.index("sex")))
    draft["calibration"]["readings"] = "as is and mirrored, the mean logit: the manifest names no side"
    draft["calibration"]["once"]["readings"] = "as is"
    if "age" in outputs:
        months = np.array([np.nan if row.bone_age_months is None else row.bone_age_months for row in calibration.rows])
        scale = draft["age"]["mean"], draft["age"]["sd"]
        ages = calibration.of(outputs.index("age"))
        draft["age"] = calibrate.with_once(lambda found: calibrate.calibrate_age(found, months, *scale), ages)
        estimated = scale[0] + scale[1] * ages.mean(axis=1) - draft["age"]["bias"]
        draft["validated"] |= short_of_maturity(draft["validated"]["months"], months, estimated)
    tensors = calibrate.calibrate_typicality(training.features[:, 0], calibration.features)
    save_arrays(tensors, folder / "typicality.safetensors")
    draft["typicality"] |= {
        "sha256": _sha256(folder / "typicality.safetensors"),
        "rank": len(tensors["components"]),
        "n_training": len(training.rows),
        "n_calibration": len(calibration.rows),
    }
    draft["selftest"]["logits"] = [_logits(network, seed) for seed in SELFTEST_SEEDS]
    card.write(folder, draft)


def _logits(network: Network, seed: int) -> dict[str, str]:
    pixels = hand(seed)
    reading = network.read(prepare(pixels, first_voi(pixels, ()), network.card.preprocess))
    return {name: value.hex() for name, value in reading.outputs.items()}


def _draft(name: str, recipe: Recipe, facts: Mapping[str, Any], origin: Origin, folder: Path) -> dict[str, Any]:
    """A card that loads, with placeholders where something is still to be fitted."""
    zeros = [{output: (0.0).hex() for output in recipe.outputs} for _ in SELFTEST_SEEDS]
    return {
        "name": name,
        "recipe": recipe.name,
        "backbone": recipe.backbone,
        "outputs": list(recipe.outputs),
        "weights_sha256": _sha256(folder / "weights.safetensors"),
        "weights_dtype": "float16",
        "backbone_options": dict(recipe.backbone_options),
        "preprocess": preprocess_of(recipe).to_card(),
        "calibration": {"a": 1.0, "b": 0.0, "n_female": 1, "n_male": 1, "log10_lr_low": -1.0, "log10_lr_high": 1.0, "method": ""},
        "age": {"mean": facts["age_mean_months"], "sd": facts["age_sd_months"], "bias": 0.0, "interval": [-1.0, 1.0]},
        "decision": {"rule": "posterior", "threshold": 0.95, "prior": 0.5},
        "validated": {
            "months": [0.0, 1.0],
            "population": origin.source.population,
            "side": origin.source.side,
            "view": origin.source.view,
            "living": origin.source.living,
            "adults": "not validated for adults",
            "least_per_sex_and_year": LEAST_PER_YEAR,
            **({"form": origin.form} if origin.form else {}),
        },
        "typicality": {
            "method": unlikeness.METHOD,
            "warning": WARNING,
            "refusal": REFUSAL,
            "false_alarm_rates": [WARNING, REFUSAL],
            "tensors": "typicality.safetensors",
            "sha256": "0" * 64,
        },
        "training": stages.training_table(facts, origin.command, origin.commit),
        "licence": {"note": origin.source.licence_note, "citation": origin.source.citation},
        "selftest": {"phantom_seeds": list(SELFTEST_SEEDS), "logits": zeros, "tolerance": TOLERANCE},
    }


def _save_weights(source: Path, target: Path) -> None:
    """Convolutions and large full layers in half precision; norms and the head, which are small, stay as they are."""
    weights = {name: value.half() if _is_large(value) else value for name, value in load_file(source).items()}
    broken = [name for name, value in weights.items() if not bool(torch.isfinite(value).all())]
    if broken:
        raise ValueError(f"{', '.join(broken)} is not finite in half precision")
    save_file(weights, target)


def _is_large(value: torch.Tensor) -> bool:
    return value.ndim == 4 or (value.ndim == 2 and value.numel() > LARGE)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Make a bundle from the command line."""
    parser = argparse.ArgumentParser(description="Make a model bundle from a finished training run.")
    parser.add_argument("run", type=Path)
    parser.add_argument("--data", type=Path, required=True, metavar="MANIFEST")
    parser.add_argument("--models", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--source", default="", help=f"{', '.join(sorted(SOURCES))}, or a TOML file; source.toml beside the manifest")
    parser.add_argument("--command", default="", metavar="TEXT", help="instead of what the run says that trained it")
    parser.add_argument("--commit", default="", metavar="HASH", help="instead of what the run says")
    parser.add_argument("--began", type=Path, metavar="BUNDLE", help="what the run started from, where its own facts do not say")
    parser.add_argument("--form", default="", metavar="TEXT", help="what full-size originals change, in a sentence")
    parser.add_argument("--name", default="")
    parser.add_argument("--threads", type=int, default=THREADS)
    given = parser.parse_args()
    origin = Origin(source_of(given.source, given.data), given.command, given.commit, given.form, given.began)
    make(given.run, given.data, given.models, origin, name=given.name, threads=given.threads)


if __name__ == "__main__":
    main()
