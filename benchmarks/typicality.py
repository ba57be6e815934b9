"""Tries a model's typicality, and what stands before it, on pictures that are no hand, or not a hand as it should be.

    FORENSIX_DATA=FOLDER uv run python benchmarks/typicality.py models/NAME [--hands N] [--page FILE.md]

Every kind is given with the number of different pictures of it; of a kind that is not in the table nothing is known. FORENSIX_DATA holds
dicom/ and hand-radiographs/labels.csv, the manifest that the model was trained on: only subjects of its test part are used. The MR and CT
slices come with pydicom, the photographs with scikit-image and scikit-learn. What is missing is told, and left out.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from forensix import imaging
from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import ForensixError
from forensix.domain.view import Pixels
from forensix.imaging import quality
from forensix.inference.estimator import Estimator
from forensix.validation.manifest import read as read_manifest
from forensix.validation.manifest import read_parts
from forensix.validation.metrics import proportion

PHOTOGRAPHS = (
    *("astronaut", "brick", "camera", "cell", "chelsea", "clock_motion", "coffee", "coins", "grass", "gravel", "horse"),
    *("hubble_deep_field", "ihc", "moon", "motorcycle_left", "page", "retina", "rocket", "text"),
)
DICOM = {
    "hand, CR (JPEG 2000)": "cr-hand",
    "extremity, CR, inverse polarity": "cr-extremity",
    "hip, CR": "cr-hip",
    "thorax, DX, 8 bit, inverse polarity": "dx-monochrome1",
}
HANDS = 40


@dataclass(frozen=True, slots=True)
class Tried:
    """One kind of picture: how many there were, and at which step each was stopped."""

    kind: str
    n: int
    refused: int
    gate: int
    below_warning: int
    below_refusal: int
    decided: int
    typicality: float | None


def tell(missing: str) -> None:
    print(f"left out: {missing}", file=sys.stderr)


def read_all(files: list[Path], gray: bool) -> Iterator[tuple[Acquisition, Pixels] | None]:
    """Each different picture, once, whatever its transfer syntax; None for each file that is refused."""
    seen: set[str] = set()
    for file in files:
        data = file.read_bytes()
        if gray:
            whole = io.BytesIO()
            Image.open(file).convert("L").save(whole, "PNG")
            data = whole.getvalue()
        try:
            acquisition, pixels = imaging.read(data)
        except ForensixError:
            yield None
            continue
        known = hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()
        if known not in seen:
            seen.add(known)
            yield acquisition, pixels


def slices(modality: str) -> list[Path]:
    """DICOM files of a modality that lie in pydicom's wheel."""
    import pydicom
    from pydicom.data.data_manager import DATA_ROOT

    found = []
    for file in sorted((Path(DATA_ROOT) / "test_files").rglob("*")):
        if file.is_file():
            try:
                header = pydicom.dcmread(file, stop_before_pixels=True)
            except (pydicom.errors.InvalidDicomError, OSError, ValueError, KeyError, EOFError):
                continue
            if header.get("Modality") == modality and "Rows" in header:
                found.append(file)
    return found


def pictures_of(files: list[Path]) -> Iterator[tuple[Acquisition, Pixels] | None]:
    """The different pictures in DICOM files of other modalities, from darkest to brightest, as if they had come as plain images."""
    import pydicom

    seen: set[bytes] = set()
    for file in files:
        try:
            values = pydicom.dcmread(file).pixel_array.astype(np.float32)
        except (AttributeError, ValueError, RuntimeError, NotImplementedError, EOFError):
            continue
        known = hashlib.sha256(values.tobytes()).digest()
        if values.ndim == 2 and known not in seen and values.max() > values.min():
            seen.add(known)
            yield Acquisition(), (values - values.min()) / (values.max() - values.min())


def photographs() -> list[Path]:
    found = []
    for module, folder, names in (("skimage", "data", PHOTOGRAPHS), ("sklearn", "datasets/images", ("china", "flower"))):
        spec = importlib.util.find_spec(module)
        if spec is None or spec.origin is None:
            tell(f"the photographs of {module}, which is not installed")
            continue
        place = Path(spec.origin).parent / folder
        found += [file for name in names for file in sorted(place.glob(f"{name}.*")) if file.suffix in (".png", ".jpg")]
    return found


def made(hands: list[Pixels]) -> dict[str, list[Pixels]]:
    """Pictures made from hands of the test part."""
    random = np.random.default_rng(0)
    others = hands[1:] + hands[:1]
    return {
        "hands of the test part, as they are": hands,
        "blank": [np.full_like(hand, float(random.random())) for hand in hands],
        "noise": [random.random(hand.shape, dtype=np.float32) for hand in hands],
        "inverted": [1.0 - hand for hand in hands],
        "upside down": [np.ascontiguousarray(hand[::-1, ::-1]) for hand in hands],
        "two hands": [np.hstack((hand, fitted(other, hand)[:, ::-1])) for hand, other in zip(hands, others, strict=True)],
        "half a hand, right": [np.ascontiguousarray(hand[:, hand.shape[1] // 2 :]) for hand in hands],
        "half a hand, lower": [np.ascontiguousarray(hand[hand.shape[0] // 2 :]) for hand in hands],
    }


def fitted(picture: Pixels, like: Pixels) -> Pixels:
    resized = Image.fromarray(picture).resize(like.shape[::-1], Image.Resampling.BILINEAR)
    return np.asarray(resized, dtype=np.float32)


def try_kind(estimator: Estimator, kind: str, pictures: list[tuple[Acquisition, Pixels] | None]) -> Tried:
    """Every picture of a kind through gate and network; what the gate stops is read all the same, so that typicality is seen alone."""
    read = [picture for picture in pictures if picture is not None]
    rule, levels = estimator.card.decision, estimator.card.typicality
    found = []
    for acquisition, pixels in read:
        findings = quality.assess(pixels, acquisition)
        sex = estimator.examine(
            pixels,
            acquisition,
            side=Side.UNKNOWN,
            findings=findings,
            synthetic=False,
            prior_male=rule.prior,
            threshold=rule.threshold,
        ).sex
        found.append((any(finding.blocks for finding in findings), sex.typicality, sex.outcome.value in ("male", "female")))
    shares = [share for _, share, _ in found]
    return Tried(
        kind=kind,
        n=len(pictures),
        refused=len(pictures) - len(read),
        gate=sum(blocked for blocked, _, _ in found),
        below_warning=sum(share < levels.warning for share in shares),
        below_refusal=sum(share < levels.refusal for share in shares),
        decided=sum(decided for _, _, decided in found),
        typicality=float(np.median(shares)) if shares else None,
    )


def kinds(model: Path, count: int) -> Iterator[tuple[str, list[tuple[Acquisition, Pixels] | None]]]:
    data = Path(os.environ["FORENSIX_DATA"]) if os.environ.get("FORENSIX_DATA") else None
    if data is None:
        tell("the radiographs, since FORENSIX_DATA is not set")
    else:
        for kind, prefix in DICOM.items():
            yield kind, list(read_all(sorted((data / "dicom").glob(f"{prefix}*.dcm")), gray=False))
    for modality in ("MR", "CT"):
        yield f"{modality} slice, as it is", list(read_all(slices(modality), gray=False))
        yield f"{modality} slice, its picture alone", list(pictures_of(slices(modality)))
    yield "photograph, as it is", list(read_all(photographs(), gray=False))
    yield "photograph, in gray", list(read_all(photographs(), gray=True))
    if data is not None:
        parts = read_parts(model / "split.csv")
        rows = [row for row in read_manifest(data / "hand-radiographs" / "labels.csv").rows if parts.get(row.subject) == "test"]
        hands = [imaging.read(row.path.read_bytes())[1] for row in rows[:: max(1, len(rows) // count)][:count]]
        for kind, pictures in made(hands).items():
            yield kind, [(Acquisition(), picture) for picture in pictures]


def page(model: Path, estimator: Estimator, tried: list[Tried], hands: int) -> str:
    """docs/reference/typicality.md."""
    evaluation = json.loads((model / "evaluation.json").read_text(encoding="utf-8"))
    levels = estimator.card.typicality
    alarms = {name: evaluation["typicality_below"][name] for name in ("warning", "refusal")}
    rates = [f"{100 * one['value']:.1f} % ({100 * one['low']:.1f} to {100 * one['high']:.1f}, n {one['n']})" for one in alarms.values()]
    rows = [
        f"| {one.kind} | {one.n} | {one.refused} | {one.gate} | {one.below_warning} | {stopped(one)} | {one.decided} | "
        f"{'–' if one.typicality is None else f'{one.typicality:.3f}'} |"
        for one in tried
    ]
    return "\n".join(
        (
            "# Typicality, tried",
            "",
            f"Typicality is the share of the calibration hands that look at least as unusual to the network. Below {levels.warning:g}",
            f"an estimate is given with a warning, below {levels.refusal:g} none is given. What follows was measured on",
            f"`{model.name}`, weights {estimator.card.weights_sha256[:16]}…, by",
            "",
            "```",
            f"FORENSIX_DATA=FOLDER uv run python benchmarks/typicality.py models/{model.name} --hands {hands} "
            "--page docs/reference/typicality.md",
            "```",
            "",
            f"On hands of its own test part the warning comes in {rates[0]}, the refusal in {rates[1]}:",
            "its false alarms, with 95 % intervals.",
            "",
            "| what was shown | pictures | refused on reading | stopped by the quality gate | below the warning level "
            "| below the refusal level (share, 95 % interval) | got an outcome male or female | median typicality |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            "Pictures are different ones, but for files that were refused on reading: radiographs are taken in, other modalities and",
            "colour are not. The quality gate comes next and stops most of what is no hand; the columns of typicality are of all pictures",
            "that could be read, as if there were no gate. A kind that is not in this table was not tried, and nothing is known of it: no",
            "foot, no animal's paw, no burnt or decomposed hand, no cast, no adult of known age. One picture of a kind shows that it",
            "happened once, not how often.",
            "",
        )
    )


def stopped(one: Tried) -> str:
    found = proportion(one.below_refusal, one.n - one.refused)
    return (
        "–"
        if found is None
        else f"{one.below_refusal} ({100 * found['value']:.0f} %, {100 * found['low']:.0f} to {100 * found['high']:.0f})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Try a model's typicality.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--hands", type=int, default=HANDS, metavar="N", help="of the test part, for the kinds that are made from hands")
    parser.add_argument("--page", type=Path, metavar="FILE.md")
    given = parser.parse_args()
    estimator = Estimator.load(given.model, "cpu", 1)
    tried = []
    for kind, pictures in kinds(given.model, given.hands):
        tried.append(try_kind(estimator, kind, pictures))
        print(tried[-1], flush=True)
    text = page(given.model, estimator, tried, given.hands)
    if given.page:
        given.page.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text)


if __name__ == "__main__":
    main()
