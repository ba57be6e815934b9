"""What reports print in English and the window shows in those words: beside it what it means in the window's language.

Custody and reports keep these words, so a window in another language shows them as they will stand there. A laboratory's own check list
or scale has no translation here and stands alone.
"""

from __future__ import annotations

import math
from typing import Any

from forensix.domain.examination import SexEstimate
from forensix.gui.wording import isolated, tr, verbal_scale
from forensix.reporting.wording import verbal

PARTS = ("sentence", "neither")


def meaning(printed: str) -> str:
    """What a printed text means in the window's language; "" in an English window, and for a text that is not known here."""
    said = {**_questions(), **_scale()}.get(printed, printed)
    return "" if said == printed else said


def verbal_meaning(estimate: SexEstimate) -> str:
    """What the verbal equivalent of a likelihood ratio means in the window's language; "" where a part of the scale is not known here."""
    scale = verbal_scale()
    words = [str(band["words"]) for band in scale["band"] if band["directed"]]
    texts = [*(str(scale[part]) for part in PARTS), *scale["propositions"].values(), *words]
    if not math.isfinite(estimate.log10_lr) or not all(meaning(text) for text in texts):
        return ""
    return verbal(estimate.log10_lr, _translated(scale))


def limitation_line(kind: str, sentence: str) -> str:
    """A limitation as it is printed, behind a word of the window's language for what it is about."""
    about = _gists().get(kind, ("", ""))
    return sentence if about[0] == about[1] else f"{about[1]}: {isolated(sentence)}"


def as_printed() -> str:
    """That a text is in English because reports print it so; "" in an English window."""
    source = "In English, as the report prints it."
    said = tr("In English, as the report prints it.")
    return "" if said == source else said


def _translated(scale: dict[str, Any]) -> dict[str, Any]:
    bands = [{**band, "words": meaning(str(band["words"]))} for band in scale["band"]]
    propositions = {sex: meaning(text) for sex, text in scale["propositions"].items()}
    return {**scale, **{part: meaning(str(scale[part])) for part in PARTS}, "propositions": propositions, "band": bands}


def _scale() -> dict[str, str]:
    """The verbal scale that ships."""
    return {
        "The findings support neither proposition over the other.": tr("The findings support neither proposition over the other."),
        "The findings provide {words} for the proposition that {proposition} over the proposition that {alternative}.": tr(
            "The findings provide {words} for the proposition that {proposition} over the proposition that {alternative}."
        ),
        "the hand is of a male": tr("the hand is of a male"),
        "the hand is of a female": tr("the hand is of a female"),
        "weak support": tr("weak support"),
        "moderate support": tr("moderate support"),
        "moderately strong support": tr("moderately strong support"),
        "strong support": tr("strong support"),
        "very strong support": tr("very strong support"),
        "extremely strong support": tr("extremely strong support"),
    }


def _questions() -> dict[str, str]:
    """The questions of the check list that ships."""
    return {
        "I looked at every reported radiograph itself and locked my own observation before I saw the estimate or the conclusion.": tr(
            "I looked at every reported radiograph itself and locked my own observation before I saw the estimate or the conclusion."
        ),
        "Item, body side and view in the report are those of the radiograph.": tr(
            "Item, body side and view in the report are those of the radiograph."
        ),
        "The method is the one that the laboratory has validated, and it was used as validated.": tr(
            "The method is the one that the laboratory has validated, and it was used as validated."
        ),
        "The estimate lies within the validated range, or the report says that it does not and draws no conclusion from it.": tr(
            "The estimate lies within the validated range, or the report says that it does not and draws no conclusion from it."
        ),
        "The conclusion follows from what was seen and from the estimate, and does not say more than the likelihood ratio supports.": tr(
            "The conclusion follows from what was seen and from the estimate, and does not say more than the likelihood ratio supports."
        ),
        "The limitations that apply to this case are stated.": tr("The limitations that apply to this case are stated."),
        "Failed attempts, repeats and deviations are reported, not the best run alone.": tr(
            "Failed attempts, repeats and deviations are reported, not the best run alone."
        ),
        "Case number, requester, incident and names are right and complete.": tr(
            "Case number, requester, incident and names are right and complete."
        ),
        "Receipt and custody of every item are recorded without a gap.": tr(
            "Receipt and custody of every item are recorded without a gap."
        ),
        "Dates are plausible and in order: acquired, received, examined, concluded.": tr(
            "Dates are plausible and in order: acquired, received, examined, concluded."
        ),
        "The plain-language page says the same as the report.": tr("The plain-language page says the same as the report."),
        "It is settled to whom the report may be released.": tr("It is settled to whom the report may be released."),
    }


def _gists() -> dict[str, tuple[str, str]]:
    """What each kind of limitation is about: in English, and in the window's language."""
    return {
        "synthetic": ("Made-up radiographs", tr("Made-up radiographs")),
        "no_result": ("No result", tr("No result")),
        "quality": ("Quality", tr("Quality")),
        "outside_validation": ("Validated range", tr("Validated range")),
        "subadult": ("Not fully grown", tr("Not fully grown")),
        "typicality": ("Unusual radiograph", tr("Unusual radiograph")),
        "bounded": ("Likelihood ratio held back", tr("Likelihood ratio held back")),
        "side": ("Side", tr("Side")),
        "side_conflict": ("Side contradicts the file", tr("Side contradicts the file")),
        "view": ("View", tr("View")),
        "lossy": ("Compression", tr("Compression")),
        "small": ("Few pixels", tr("Few pixels")),
        "spacing": ("Scale", tr("Scale")),
        "file": ("File", tr("File")),
        "population": ("On whom it was measured", tr("On whom it was measured")),
        "form": ("Size and compression", tr("Size and compression")),
        "path": ("How it was computed", tr("How it was computed")),
    }
