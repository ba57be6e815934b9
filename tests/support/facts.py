"""Made-up facts of a report, for the tests of every room that needs some; nothing here is of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from forensix.domain.case import Acquisition, Case, CaseKind, Examiner, Incident, Radiograph, Role, Side, Specimen
from forensix.domain.custody import CustodyEvent, seal
from forensix.domain.examination import (
    AgeEstimate,
    Conclusion,
    Examination,
    ExaminationRecipe,
    Limitation,
    Observation,
    ObservedSex,
    Outcome,
    Review,
    Saliency,
    SexEstimate,
)
from forensix.domain.report import ExaminedItem, Report, ReportFacts
from forensix.domain.view import Pixels
from forensix.imaging import phantom
from forensix.reporting import evidence

START = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
MODEL = "hand-sex-age-resnet50"
EXAMINER = Examiner("e1", "Dr Ada Example", Role.EXAMINER, "Forensic anthropologist", "51c0ffee")
REVIEWER = Examiner("e2", "Dr Ben Muster", Role.REVIEWER, "Forensic radiologist", "52c0ffee")


def facts(
    items: int | tuple[ExaminedItem, ...] = 1,
    *,
    synthetic: bool = True,
    name: str = "PM-0042",
    requester: str = "Made-up Coroner",
    **changes: Any,
) -> ReportFacts:
    """A whole case with that many concluded radiographs; every field can be changed by name."""
    made = ReportFacts(
        report=Report("r1", "c1", 1, "", None, START + timedelta(hours=5)),
        incident=Incident("i1", "Made-up landslide, Anywhere", "Institute of Forensic Anthropology, Exampletown"),
        case=Case("c1", "i1", name, CaseKind.PM, requester, START),
        examiner=EXAMINER,
        items=items if isinstance(items, tuple) else tuple(item(number) for number in range(1, items + 1)),
        not_concluded=((specimen(9), radiograph(9, "foot.png")),),
        reviews=(),
        model_cards={MODEL: card()},
        custody=custody(),
        chain_head=(len(custody()), custody()[-1].seal),
        blind_first=True,
        synthetic=synthetic,
        casebook_id="6f1c1f5e-0000-4000-8000-000000000001",
        program_version="0.1.0",
        commit="0123456789abcdef0123456789abcdef01234567",
        failures=("blank.png was not examined: the picture is blank.",),
        people={"e1": EXAMINER, "e2": REVIEWER},
        evidence={MODEL: evidence.of_predictions(predictions(), 0.95, 0.5)},
        place="Exampletown, mobile mortuary 2",
        utc_offset_minutes=60,
        trust_roots=("ca" * 32,),
    )
    return replace(made, **changes)


def item(number: int = 1, **changes: Any) -> ExaminedItem:
    made = ExaminedItem(
        specimen=specimen(number),
        radiograph=radiograph(number),
        pixels=pixels(number),
        observation=Observation(
            "o1", f"x{number}", "e1", ObservedSex.CANNOT_BE_TOLD, "open growth plates at all phalanges", "low", START + timedelta(hours=1)
        ),
        examination=examination(number),
        earlier_examinations=(),
        conclusion=Conclusion(
            f"k{number}",
            f"n{number}",
            "e1",
            Outcome.INDETERMINATE,
            "The bones are those of a child. My own observation gave no direction; the estimate lies below the threshold of the rule.",
            "",
            START + timedelta(hours=2),
        ),
    )
    return replace(made, **changes)


def specimen(number: int) -> Specimen:
    return Specimen(f"s{number}", "c1", f"H{number}", "hand", Side.LEFT, "complete, soft tissue present")


def radiograph(number: int, file_name: str = "") -> Radiograph:
    acquisition = Acquisition(
        modality="DX",
        view="PA",
        laterality="L",
        pixel_spacing_mm=(0.15, 0.15),
        acquired_at=datetime(2026, 11, 19, 16, 5),
        transfer_syntax="1.2.840.10008.1.2.1",
        photometric_interpretation="MONOCHROME2",
        rows=640,
        columns=480,
        bits_stored=12,
        conversions=("The modality LUT was applied",),
    )
    sha = f"{number:02d}" * 32
    return Radiograph(f"x{number}", f"s{number}", sha, sha[::-1], file_name or f"hand-{number}.dcm", acquisition, START, Side.LEFT, "PA")


def pixels(number: int, size: tuple[int, int] = (640, 480)) -> Pixels:
    return phantom.hand(number, size=size)


def examination(
    number: int = 1, log10_lr: float = 0.8, *, outcome: Outcome = Outcome.INDETERMINATE, reason: str = "threshold"
) -> Examination:
    probability = 10**log10_lr / (1 + 10**log10_lr)
    sex = SexEstimate(
        outcome=outcome,
        reason=reason,
        forced_choice="male" if log10_lr > 0 else "female",
        logit=1.84,
        log10_lr=log10_lr,
        log10_lr_bound=(-1.6, 1.5),
        probability_male=probability,
        prior_male=0.5,
        typicality=0.42,
        model=MODEL,
        limitations=(
            Limitation("side_unknown", "The side was read from the file's header only."),
            Limitation("spacing", "The pixel spacing is the detector's, not the patient's: nothing can be measured."),
        ),
        log10_lr_unbounded=log10_lr,
    )
    recipe = ExaminationRecipe(
        model=MODEL,
        weights_sha256="ab" * 32,
        preprocess_version="1",
        calibration_sha256="cd" * 32,
        window="linear 0.02 to 0.97 (percentiles 0.5 to 99.5)",
        mirrored="as_is",
        device="cpu",
        dtype="float32",
        threads=2,
        batch=1,
        libraries={"torch": "2.15.0", "torchvision": "0.29.2", "numpy": "2.4.6"},
    )
    return Examination(
        id=f"n{number}",
        radiograph_id=f"x{number}",
        examiner_id="e1",
        performed_at=START + timedelta(minutes=70),
        recipe=recipe,
        logits={"sex": (1.84).hex(), "age": (0.37).hex()},
        sex=sex,
        age=AgeEstimate(121.0, 98.0, 144.0, MODEL),
        saliency=saliency(),
    )


def saliency(grid: tuple[int, int] = (5, 5)) -> Saliency:
    rows, columns = np.mgrid[0 : grid[0], 0 : grid[1]]
    bump = np.exp(-((rows - 3.0) ** 2 + (columns - 2.0) ** 2) / 3.0).astype(np.float32)
    return Saliency("grad_cam", "layer4", "male", bump / bump.max(), grid, 3.71)


def review(agrees: bool = True, text: str = "I read the radiograph blind and agree.") -> Review:
    return Review("v1", "c1", "e2", agrees, text, {"radiograph_seen": True, "method_followed": True}, START + timedelta(hours=4))


def card() -> dict[str, Any]:
    """The parts of a model card that a report prints, with an evaluation; every figure made up."""
    return {
        "name": MODEL,
        "backbone": "resnet50",
        "outputs": ["sex", "age"],
        "weights_sha256": "ab" * 32,
        "training": {"data": "a made-up set of paediatric hand radiographs", "subjects": 8000},
        "validated": {
            "months": [60, 204],
            "population": "living children of one made-up hospital",
            "side": "left",
            "view": "PA",
            "living": "living children",
        },
        "calibration": {"n_male": 480, "n_female": 420, "method": "logistic regression; bounds: ELUB", "sha256": "cd" * 32},
        "typicality": {"warning": 0.05, "refusal": 0.01},
        "licence": {"note": "research and non-commercial use", "citation": "Made-up et al. 2026"},
        "evaluation": evaluation(),
    }


def predictions(n: int = 400, seed: int = 3) -> bytes:
    """A made-up predictions.csv: ratios of both sexes drawn from two normal distributions, held at the bound of `examination`."""
    random = np.random.default_rng(seed)
    rows = ["subject,part,sex,log10_lr,log10_lr_unbounded,outcome,bone_age_months,reason"]
    for number in range(n):
        male = number % 2 == 0
        free = random.normal(0.7 if male else -0.7, 0.8)
        ratio = min(max(free, -1.6), 1.5)
        reached = abs(ratio) >= np.log10(0.95 / 0.05)
        outcome = ("male" if ratio > 0 else "female") if reached else "indeterminate"
        outcome, reason = ("not_evaluated", "atypical") if number % 25 == 0 else (outcome, "" if reached else "threshold")
        sex = "male" if male else "female"
        rows.append(f"s{number},test,{sex},{ratio:.6g},{free:.6g},{outcome},{24 + number % 190},{reason}")
    return "\n".join(rows).encode()


def evaluation() -> dict[str, Any]:
    def metric(value: float, spread: float = 0.02, n: int = 1200) -> dict[str, float]:
        return {"value": value, "low": value - spread, "high": value + spread, "n": n}

    metrics = {
        "accuracy": metric(0.894),
        "sensitivity_male": metric(0.903, 0.024, 640),
        "sensitivity_female": metric(0.884, 0.026, 560),
        "decided_accuracy": metric(0.971, 0.012, 702),
        "indeterminate_rate": metric(0.341),
        "not_evaluated_rate": metric(0.074),
        "auc": metric(0.958, 0.01),
        "cllr": metric(0.361, 0.03),
        "cllr_min": metric(0.342, 0.03),
        "expected_calibration_error": metric(0.021, 0.008),
        "bone_age_mad_months": metric(9.83, 0.5),
    }
    bands = {
        name: {"accuracy": metric(0.8 + 0.03 * step, 0.05, 200), "decided_accuracy": metric(0.95, 0.02, 90)}
        for step, name in enumerate(BANDS)
    }
    by_sex = {"male": {"n": 640}, "female": {"n": 560}}
    return {
        "schema": 1,
        "model": MODEL,
        "data_sha256": "ef" * 32,
        "n": 1200,
        "metrics": metrics,
        "by_age_band": bands,
        "by_sex": by_sex,
        **metrics,
    }


BANDS = ("0-5", "5-10", "10-14", "14-17", "17+")


def custody() -> tuple[CustodyEvent, ...]:
    acts = (("opened", ""), ("received", ""), ("observed", ""), ("examined", ""), ("shown", ""), ("concluded", ""))
    events: list[CustodyEvent] = []
    for sequence, (kind, reason) in enumerate(acts, 1):
        event = CustodyEvent(
            casebook_id="6f1c1f5e-0000-4000-8000-000000000001",
            sequence=sequence,
            case_id="c1",
            kind=kind,
            at=(START + timedelta(minutes=12 * sequence)).isoformat(),
            monotonic_ns=10**9 * sequence,
            boot_id="b",
            host="bench-1",
            actor=EXAMINER.name,
            role="examiner",
            actor_proof="key" if sequence > 3 else "claimed",
            subject_sha256="01" * 32 if kind == "received" else None,
            details={},
            reason=reason,
        )
        events.append(seal(event, events[-1].seal if events else "0" * 64))
    return tuple(events)
