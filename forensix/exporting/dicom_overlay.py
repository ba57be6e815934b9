"""The heatmap over its radiograph as a DICOM secondary capture, with what it shows and does not show written under the picture."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from pydicom import Dataset

from forensix.domain import view
from forensix.exporting.exhibit import CAPTION, MAKER, MODEL_NAME, SYNTHETIC, Exhibit

OPACITY = 0.45
COLOUR_MAP = "viridis"
SMALLEST_LETTERS = 11
SERIES_NUMBER = 9001


def overlay(exhibit: Exhibit, fonts: Path) -> Any:
    """A Secondary Capture image (highdicom's, a pydicom data set) in the original's study.

    Parameters
    ----------
    fonts : Path
        The folder with the letters of the caption.
    """
    import highdicom

    with warnings.catch_warnings():  # highdicom finds fault with names that are stored as they are
        warnings.simplefilter("ignore", UserWarning)
        image: Any = highdicom.sc.SCImage(
            pixel_array=picture(exhibit, fonts),
            photometric_interpretation="RGB",
            bits_allocated=8,
            coordinate_system="PATIENT",
            patient_orientation=("L", "F"),  # highdicom asks for it; what the original says, or that it says nothing, is put in its place
            series_instance_uid=exhibit.uid("overlay series"),
            series_number=SERIES_NUMBER,
            sop_instance_uid=exhibit.uid("overlay"),
            instance_number=1,
            manufacturer=MAKER,
            manufacturer_model_name=MODEL_NAME[:64],
            software_versions=exhibit.program[:64],
            series_description=exhibit.series("heatmap overlay"),
            specific_character_set="ISO_IR 192",
            **exhibit.study(),
        )
    image.ImageType = ["DERIVED", "SECONDARY", "OTHER"]
    image.BurnedInAnnotation = "YES"
    image.DerivationDescription = _derivation(exhibit)
    image.ImageComments = f"{SYNTHETIC}. {CAPTION}." if exhibit.synthetic else f"{CAPTION}."
    image.BodyPartExamined = "HAND"
    source = exhibit.source()
    image.PatientOrientation = None if source is None else source.get("PatientOrientation")
    if source is not None:
        image.SourceImageSequence = [_reference(source)]
    return image


def picture(exhibit: Exhibit, fonts: Path) -> NDArray[np.uint8]:
    """The radiograph through its first window, the map laid over it in blocks, and the caption below; (rows, columns, 3).

    A radiograph without a map is shown alone, and the caption says so.
    """
    shown = view.present(exhibit.pixels, view.first_voi(exhibit.pixels, exhibit.radiograph.acquisition.windows))
    saliency = exhibit.examination.saliency
    blended = view.blend(shown, None if saliency is None else saliency.map, OPACITY, 0.0, COLOUR_MAP, "nearest")
    return np.concatenate([blended, _strip(exhibit, blended.shape[1], fonts)])


def _strip(exhibit: Exhibit, columns: int, fonts: Path) -> NDArray[np.uint8]:
    """The caption, broken to the picture's width, over a bar of the map's colours."""
    size = max(SMALLEST_LETTERS, columns // 48)
    letters = ImageFont.truetype(str(fonts / "NotoSans-Regular.ttf"), size)
    margin, step = size, round(size * 1.4)
    lines = [line for sentence in _said(exhibit) for line in _broken(sentence, letters, columns - 2 * margin)]
    mapped = exhibit.examination.saliency is not None and exhibit.examination.saliency.map is not None
    height = margin * 2 + step * len(lines) + (step + margin if mapped else 0)
    strip = Image.new("RGB", (columns, height), (0, 0, 0))
    pen = ImageDraw.Draw(strip)
    for number, line in enumerate(lines):
        pen.text((margin, margin + number * step), line, font=letters, fill=(255, 255, 255))
    if mapped:
        _draw_bar(strip, pen, letters, height - margin - step)
    return np.asarray(strip, dtype=np.uint8)


def _draw_bar(strip: Image.Image, pen: ImageDraw.ImageDraw, letters: ImageFont.FreeTypeFont, top: int) -> None:
    size = round(letters.size)
    low, high = "low ", " high"
    left = size + round(letters.getlength(low))
    width = max(2, min(strip.width - left - size - round(letters.getlength(high)), size * 16))
    pen.text((size, top), low, font=letters, fill=(255, 255, 255))
    strip.paste(Image.fromarray(view.colour_bar(COLOUR_MAP, (size, width))), (left, top + size // 4))
    pen.text((left + width, top), high, font=letters, fill=(255, 255, 255))


def _said(exhibit: Exhibit) -> list[str]:
    saliency = exhibit.examination.saliency
    first = [f"{SYNTHETIC}."] if exhibit.synthetic else []
    if saliency is None or saliency.map is None:
        first.append("The network gave no map that could be shown.")
    else:
        method = f"{saliency.method.replace('_', '-')} of {saliency.layer}, explains: {saliency.explains}"
        first.append(f"{method}; {saliency.grid[0]} x {saliency.grid[1]} fields: {CAPTION}.")
    return [*first, f"Original: SHA-256 {exhibit.radiograph.sha256}. {exhibit.program}."]


def _broken(sentence: str, letters: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Lines that fit; a word that is wider than a line is cut."""
    lines, line = [], ""
    for word in sentence.split():
        while letters.getlength(word) > width and len(word) > 1:
            fits = next(count for count in range(len(word) - 1, 0, -1) if count == 1 or letters.getlength(word[:count]) <= width)
            lines += [each for each in (line, word[:fits]) if each]
            line, word = "", word[fits:]
        longer = f"{line} {word}".strip()
        if line and letters.getlength(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _derivation(exhibit: Exhibit) -> str:
    recipe = exhibit.examination.recipe
    text = f"Heatmap laid over the radiograph at {OPACITY:.0%}; {CAPTION}. Model {recipe.model}, weights SHA-256 {recipe.weights_sha256}."
    return text[:1024]


def _reference(source: Dataset) -> Dataset:
    reference = Dataset()
    reference.ReferencedSOPClassUID = source.SOPClassUID
    reference.ReferencedSOPInstanceUID = source.SOPInstanceUID
    return reference
