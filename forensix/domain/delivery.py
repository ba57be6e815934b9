"""A delivery that holds several cases: which case each file goes into, by its own name or by its folder's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from forensix.domain.case import CaseKind

ENDINGS = (".dcm", ".dicom", ".ima", ".png", ".tif", ".tiff", ".jpg", ".jpeg", ".webp")
"""What is no part of a number at the end of a file's name; of other names, such as 1.2.840.113619, all is."""

ARCHIVE = re.compile(r"(?P<archive>.*?\.zip)!(?P<member>.*)", re.IGNORECASE | re.DOTALL)
"""The path of a file in an archive; an exclamation mark elsewhere is of a folder's own name."""


class Each(StrEnum):
    """What a case of its own is made for."""

    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the files of a delivery are shared out to cases.

    Parameters
    ----------
    prefix : str
        What every number begins with, before the name of the file or the folder.
    incident, kind, agency, requester
        Of the cases that are new; a case that is there must be of this incident.
    """

    each: Each
    prefix: str
    incident: str
    kind: CaseKind = CaseKind.PM
    agency: str = ""
    requester: str = ""

    def number(self, name: str, path: str) -> str:
        """The number of the case that a file goes into; `path` is "archive.zip!folder/member.dcm" in a zip."""
        return self.prefix + self._named_by(name, path)[1]

    def mixed(self, files: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Numbers that files, or folders, of one name in different places would share: whether they are one body nobody knows.

        Parameters
        ----------
        files : iterable of (str, str)
            Name and path of each.
        """
        places: dict[str, set[str]] = {}
        for file in files:
            place, name = self._named_by(*file)
            places.setdefault(self.prefix + name, set()).add(place)
        return frozenset(number for number, named in places.items() if len(named) > 1)

    def _named_by(self, name: str, path: str) -> tuple[str, str]:
        """The path of the file or folder that names the case, and its name."""
        if self.each is Each.FILE:
            return path, Path(name).stem if Path(name).suffix.lower() in ENDINGS else name
        packed = ARCHIVE.fullmatch(path)
        if packed is None:
            return str(Path(path).parent), Path(path).absolute().parent.name
        archive, inside = packed["archive"], PurePosixPath(packed["member"]).parent
        return (f"{archive}!{inside}", inside.name) if inside.name else (archive, Path(archive).stem)
