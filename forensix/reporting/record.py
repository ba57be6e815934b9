"""record.json: all that a report rests on, as one canonical document (RFC 8785), attached to the PDF and hashed."""

from __future__ import annotations

import hashlib
import math
from typing import Any

import numpy as np
import rfc8785

from forensix.domain.examination import Examination
from forensix.domain.plain import plain
from forensix.domain.report import ReportFacts
from forensix.reporting import required, wording

SCHEMA = "forensix.record.1"
LARGEST = 2**53 - 1  # what RFC 8785 numbers can hold


def record_of(facts: ReportFacts) -> bytes:
    """The canonical record. The hash of the record itself is the one field of `Report` that cannot be in it."""
    tables = tables_of(facts)
    tables["not_stated"] = [each.key for each in required.missing(tables) if not each.blocks]
    return rfc8785.dumps(_canonical(tables))


def tables_of(facts: ReportFacts) -> dict[str, Any]:
    """The record as plain tables, before what it lacks is noted in it."""
    body = plain(facts)
    del body["report"]["record_sha256"]
    for item, written in zip(facts.items, body["items"], strict=True):
        written["pixels"] = {"sha256": item.radiograph.pixels_sha256, "shape": list(item.pixels.shape)}
        written["likelihood"] = _likelihood(item.examination)
        for examination, plainly in _runs(item.examination, item.earlier_examinations, written):
            _put_saliency(examination, plainly)
    return {"schema": SCHEMA, **body}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _runs(last: Examination, earlier: tuple[Examination, ...], written: dict[str, Any]) -> list[tuple[Examination, dict[str, Any]]]:
    return [(last, written["examination"]), *zip(earlier, written["earlier_examinations"], strict=True)]


def _likelihood(examination: Examination) -> dict[str, Any]:
    """Posteriors at the stated priors, so that the printed table can be recomputed."""
    ratio = examination.sex.log10_lr
    priors = (*wording.PRIORS, examination.sex.prior_male)
    return {"log10_lr": ratio, "posterior_male": {f"{prior:g}": wording.posterior(ratio, prior) for prior in priors}}


def _put_saliency(examination: Examination, written: dict[str, Any]) -> None:
    saliency = examination.saliency
    if saliency is None or written["saliency"] is None:
        return
    kept = None if saliency.map is None else sha256(np.ascontiguousarray(saliency.map, dtype="<f4").tobytes())
    written["saliency"] = {**written["saliency"], "map": {"sha256": kept}}


def _canonical(value: Any) -> Any:
    """What RFC 8785 cannot hold, as text: large integers, infinities, not-a-number; dates of TOML cards too."""
    if isinstance(value, dict):
        return {str(key): _canonical(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return _without_surrogates(value) if isinstance(value, str) else value
    if isinstance(value, int):
        return value if abs(value) <= LARGEST else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return str(value)


def _without_surrogates(text: str) -> str:
    """Text that can be UTF-8: a lone surrogate (an undecodable file name) as its code point."""
    return "".join(f"[U+{ord(character):04X}]" if 0xD800 <= ord(character) <= 0xDFFF else character for character in text)
