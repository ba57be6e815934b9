"""What was examined: each radiograph with its integrity, its condition, and the pictures."""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from forensix.domain.case import Acquisition, Side
from forensix.domain.report import ExaminedItem, ReportFacts
from forensix.domain.visible import one_line
from forensix.reporting import figures, layout, wording

TITLE = "Items examined"

ROOM = 195 * mm
"""An item with its pictures takes most of a page."""

CAPTION = "where the network responded; not proof of the cause, not a measurement"
NO_MAP = "The network gave no map that could be shown (it was flat or not finite)."
QUALITY = {"folded": "grays folded over, or noise"}
"""A finding whose name alone would not be understood; the sentence of each stands among the limitations."""
SYNTAXES = {
    "1.2.840.10008.1.2": "DICOM, implicit little endian",
    "1.2.840.10008.1.2.1": "DICOM, explicit little endian",
    "1.2.840.10008.1.2.1.99": "DICOM, deflated",
    "1.2.840.10008.1.2.2": "DICOM, explicit big endian",
    "1.2.840.10008.1.2.4.50": "DICOM, JPEG baseline (lossy)",
    "1.2.840.10008.1.2.4.57": "DICOM, JPEG lossless",
    "1.2.840.10008.1.2.4.70": "DICOM, JPEG lossless, first order",
    "1.2.840.10008.1.2.4.80": "DICOM, JPEG-LS lossless",
    "1.2.840.10008.1.2.4.81": "DICOM, JPEG-LS near-lossless",
    "1.2.840.10008.1.2.4.90": "DICOM, JPEG 2000 lossless",
    "1.2.840.10008.1.2.4.91": "DICOM, JPEG 2000",
    "1.2.840.10008.1.2.5": "DICOM, run-length encoded",
}


def render(facts: ReportFacts) -> list[Flowable]:
    story: list[Flowable] = [layout.body("The results relate only to the items listed here.")]
    for number, item in enumerate(facts.items, 1):
        story += _item(number, item, facts)
    return story


def label(number: int, item: ExaminedItem) -> str:
    """How the report calls an item, in every section; in one line, so that no label makes a line or a heading of its own."""
    return f"Item {number}: {one_line(item.specimen.label)}"


def side_of(item: ExaminedItem) -> Side:
    """The side as given, read from the file or corrected; never that of another radiograph of the specimen, which may be its other hand."""
    return item.radiograph.side


def seen_before(item: ExaminedItem, facts: ReportFacts) -> list[str]:
    """Where the estimate of an item could be seen before it was looked at in this case: in a quick look, or in another case."""
    told: list[str] = []
    for event in facts.custody:
        if event.kind in ("received", "corrected") and event.details.get("radiograph") == item.radiograph.id:
            because = [event.details["because"]] if event.details.get("because") else []
            told += event.details.get("seen", because)
    return told


def _received(item: ExaminedItem, facts: ReportFacts) -> str:
    """When it was received; of one that had been received into another case first, that too, and where its estimate could be seen there."""
    told = [wording.moment(item.radiograph.received_at)]
    for event in facts.custody:
        if event.kind == "received" and event.details.get("radiograph") == item.radiograph.id and "from_number" in event.details:
            first = wording.moment(event.details["first_received_at"])
            told.append(f"first received {first} into case {event.details['from_number']}, by mistake (custody event {event.sequence})")
    return "; ".join(told)


def _item(number: int, item: ExaminedItem, facts: ReportFacts) -> list[Flowable]:
    rows: list[layout.Row] = [
        ("Specimen", f"{one_line(item.specimen.label)}; {one_line(item.specimen.element)}, side: {side_of(item).value}"),
        ("Condition", wording.quoted(item.specimen.condition)),
        ("File received", one_line(item.radiograph.file_name)),
        ("Received", _received(item, facts)),
        ("Radiograph made", wording.moment(item.radiograph.acquisition.acquired_at)),
        ("View", one_line(item.radiograph.view or item.radiograph.acquisition.view)),
        ("Format", _format(item.radiograph.acquisition)),
        ("Pixel spacing", _spacing(item.radiograph.acquisition)),
        ("Image quality", ", ".join(QUALITY.get(kind, kind.replace("_", " ")) for kind in item.radiograph.quality) or "no finding"),
        ("SHA-256 of the file", item.radiograph.sha256),
        ("SHA-256 of the pixels", item.radiograph.pixels_sha256),
        ("Integrity", "both hashes were computed again from the file in custody for this report, and are those of its receipt"),
    ]
    remarks = tuple(map(one_line, (*item.radiograph.acquisition.conversions, *item.radiograph.acquisition.warnings)))
    if remarks:
        rows.append(("Remarks on reading", list_of(remarks)))
    head = layout.subsection(label(number, item))
    figure = figures.side_by_side(item, _captions(item), _checks(item, facts))
    return [CondPageBreak(ROOM if number > 1 else 0), head, layout.fields(rows), figure]


def _captions(item: ExaminedItem) -> tuple[str, str]:
    shown = "Radiograph in the grays that the network was given; their window, and how small the network gets it, stand with the method."
    saliency = item.examination.saliency
    if saliency is None:
        return shown, "No map was asked for."
    how = f"Method {saliency.method}, layer {saliency.layer}, explains {saliency.explains}, grid {saliency.grid[0]} x {saliency.grid[1]}"
    if saliency.map is None:
        return shown, f"{NO_MAP} {how}."
    scale = f"colours from none to the largest value, {wording.figures(saliency.peak)} before scaling"
    return shown, f"Overlay: {CAPTION}. {how}; {scale}. {figures.looked_at(item)}".strip()


def _checks(item: ExaminedItem, facts: ReportFacts) -> list[str]:
    """What was checked of the map, passed or failed; and where that was only after the conclusion, that too."""
    saliency = item.examination.saliency
    if saliency is None or saliency.map is None:
        return []
    if not saliency.checks:
        return ["The map was not checked."]
    verdicts = {True: "passed", False: "failed", None: "not measured"}
    return [*_late(item, facts), *(f"Check of the map, {verdicts[check.passed]}: {check.sentence}" for check in saliency.checks)]


def _late(item: ExaminedItem, facts: ReportFacts) -> list[str]:
    """That the examiner had concluded before the map was checked."""
    made = [
        event
        for event in facts.custody
        if event.kind == "heatmap_checked" and event.details.get("examination", item.examination.id) == item.examination.id
        if event.details.get("radiograph", item.radiograph.id) == item.radiograph.id
    ]
    late = bool(made) and datetime.fromisoformat(made[0].at) > item.conclusion.concluded_at
    return [f"The map was checked after the conclusion, {wording.moment(made[0].at)} (custody event {made[0].sequence})."] if late else []


def _format(acquisition: Acquisition) -> str:
    size = f"{acquisition.columns} x {acquisition.rows} pixels" if acquisition.rows else ""
    bits = f"{acquisition.bits_stored} bit" if acquisition.bits_stored else ""
    syntax = SYNTAXES.get(acquisition.transfer_syntax, acquisition.transfer_syntax.upper())
    lossy = "lossy compression" if acquisition.lossy else ""
    return ", ".join(part for part in (acquisition.modality, syntax, size, bits, acquisition.photometric_interpretation, lossy) if part)


def _spacing(acquisition: Acquisition) -> str:
    if acquisition.pixel_spacing_mm is None:
        return "not declared"
    row, column = acquisition.pixel_spacing_mm
    return f"{row:g} x {column:g} mm, " + (
        "calibrated at the patient" if acquisition.spacing_trusted else "declared, not calibrated at the patient"
    )


def list_of(sentences: tuple[str, ...]) -> str:
    """Sentences one after the other."""
    return " ".join(sentence if sentence.endswith((".", "!", "?")) else sentence + "." for sentence in sentences)
