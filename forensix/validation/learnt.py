"""The radiographs that weights have learnt from, over all their stages and teachers: nobody is measured on them unnoticed."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from forensix.inference.model_card import ModelCard
from forensix.validation.manifest import Manifest, ManifestRejected, Row, read_parts

FILE = "learnt.csv"
SPLIT = "split.csv"
TRAIN = "train"
DIGITS = 16


@dataclass(frozen=True, slots=True)
class Learnt:
    """Radiographs as (subject, fingerprint); a fingerprint that is not known is empty.

    A changed manifest, another path or another subject's name do not change a fingerprint. A copy of a picture in another file has the
    subject's name at the most, and a name may be another person's: what is done about it is for whoever asks to say.
    """

    radiographs: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, weights: Path) -> Learnt:
        """What a bundle, a run or a weights file that lies in one says; nothing for bare weights.

        A bundle of an earlier version tells the subjects of its last stage alone, without fingerprints.
        """
        folder = weights if weights.is_dir() else weights.parent
        if (folder / FILE).is_file():
            with (folder / FILE).open(encoding="utf-8", newline="") as file:
                return cls(frozenset((line["subject"], line["fingerprint"]) for line in csv.DictReader(file)))
        if (folder / SPLIT).is_file():
            return cls(frozenset((subject, "") for subject, part in read_parts(folder / SPLIT).items() if part == TRAIN))
        return cls()

    @classmethod
    def from_rows(cls, rows: Iterable[Row]) -> Learnt:
        """Those of a training part."""
        return cls(frozenset((row.subject, fingerprint(row.path)) for row in rows))

    @property
    def subjects(self) -> frozenset[str]:
        return frozenset(subject for subject, _ in self.radiographs)

    @property
    def fingerprints(self) -> frozenset[str]:
        return frozenset(found for _, found in self.radiographs if found)

    def __or__(self, other: Learnt) -> Learnt:
        return Learnt(self.radiographs | other.radiographs)

    def met(self, rows: Iterable[Row]) -> set[str]:
        """The subjects of whom a file, or no more than the name, is among these."""
        subjects, fingerprints = self.subjects, self.fingerprints
        return {row.subject for row in rows if row.subject in subjects or (fingerprints and fingerprint(row.path) in fingerprints)}

    def write(self, folder: Path) -> None:
        """Write `folder`/learnt.csv, whole or not at all."""
        unfinished = folder / f"{FILE}.unfinished"
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("subject", "fingerprint"))
            known = {subject for subject, found in self.radiographs if found}
            table.writerows(sorted(one for one in self.radiographs if one[1] or one[0] not in known))
        unfinished.replace(folder / FILE)


def fingerprint(path: Path) -> str:
    """The first 16 hex digits of a file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:DIGITS]


def parts_of(card: ModelCard, data: Manifest) -> dict[str, str]:
    """The part of each subject in the bundle's split, where this is the manifest that it splits.

    Of another manifest, where subject 17 may be another person, only those are named whose files the bundle learnt from.
    """
    split = card.folder / SPLIT
    if split.is_file() and card.tables["training"].get("data_sha256") == data.sha256:
        return read_parts(split)
    known = Learnt.of(card.folder).fingerprints
    return {row.subject: TRAIN for row in data.rows if known and fingerprint(row.path) in known}


def rows_of(part: str, parts: Mapping[str, str], data: Manifest) -> list[Row]:
    """The rows of one part; "" is what the bundle's split does not name.

    Raises
    ------
    ManifestRejected
        There are none.
    """
    rows = [row for row in data.rows if parts.get(row.subject, "") == part]
    if not rows:
        raise ManifestRejected(
            f"no subject of {data.path.name} is of the part {part or 'that the model has not met'!r}",
            "A part is named for the manifest that the model was trained on; leave it out for any other.",
            str(data.path),
        )
    return rows
