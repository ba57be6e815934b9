"""From bytes to pixels: `read` picks the importer by magic number and translates every failure into a sentence."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import PurePath

from PIL import Image

from forensix.domain.case import Acquisition
from forensix.domain.errors import ForensixError, UnreadableRadiograph
from forensix.domain.view import Pixels
from forensix.imaging.importers import Importer, installed

HEAD = 4096
NOTES = 8
SENTENCE = 400
"""Characters of a sentence about a file, whatever its header makes part of it."""


def read(data: bytes, name: str = "") -> tuple[Acquisition, Pixels]:
    """Read a radiograph in this process; files that are not trusted go through `quarantine`.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        What it is called: for the error's subject, and to note a suffix that does not fit the content.

    Returns
    -------
    Acquisition, Pixels
        Pixels float32 (rows, columns), 0..1, bone bright.

    Raises
    ------
    UnreadableRadiograph, UnsuitableRadiograph
        Nothing else, whatever the bytes are.
    """
    if not data:
        raise UnreadableRadiograph("The file is empty.", "Copy it again from where it came from.", name)
    importer = _importer_for(data[:HEAD], name)
    try:
        with warnings.catch_warnings(record=True) as notes:
            warnings.simplefilter("always")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            acquisition, pixels = importer.read(data)
    except ForensixError as error:
        raise type(error)(error.message[:SENTENCE], error.remedy, error.subject or name) from error
    except (MemoryError, Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnreadableRadiograph("The picture is too large when unpacked.", "Export the radiograph at its own size.", name) from error
    except RecursionError as error:
        raise UnreadableRadiograph(f"The {importer.NAME} file is malformed: nested too deeply.", REMEDY, name) from error
    except Exception as error:  # the libraries raise nearly everything on damaged files; all of it means the same here
        raise UnreadableRadiograph(f"The {importer.NAME} file is damaged or malformed ({_reason(error)}).", REMEDY, name) from error
    said = (*acquisition.warnings, *_suffix_note(importer, name), *_library_notes(notes))
    doubts = tuple(sentence[:SENTENCE] for sentence in said)
    return replace(acquisition, warnings=doubts, rows=pixels.shape[0], columns=pixels.shape[1]), pixels


REMEDY = "Copy it again from its source, or export it anew as uncompressed DICOM or PNG."


def _importer_for(head: bytes, name: str) -> Importer:
    for importer in installed():
        if importer.recognises(head):
            return importer
    known = ", ".join(importer.NAME for importer in installed())
    raise UnreadableRadiograph("The file is not a radiograph in a form that is read here.", f"Export it as one of: {known}.", name)


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:100]}" if text else type(error).__name__


def _suffix_note(importer: Importer, name: str) -> tuple[str, ...]:
    suffix = PurePath(name).suffix.lower()
    others = {other for known in installed() for other in known.SUFFIXES} - set(importer.SUFFIXES)
    return (f"The file's name ends in {suffix}, but its content is {importer.NAME}.",) if suffix in others else ()


def _library_notes(notes: list[warnings.WarningMessage]) -> tuple[str, ...]:
    said = dict.fromkeys(f"The reader noted: {' '.join(str(note.message).split())[:200]}" for note in notes)
    return tuple(said)[:NOTES]
