"""Lookup tables of a DICOM header, modality (PS3.3 C.11.1) and VOI (C.11.2), read as their descriptor says they lie in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Table:
    """What the stored value `first` becomes, and each after it; `values` (entries,) lie in 0..`top`."""

    first: int
    values: NDArray[np.int32]
    top: int

    def of(self, stored: NDArray[np.int32]) -> NDArray[np.int32]:
        """Values before the table become its first entry, values after it its last (C.11.1.1)."""
        return self.values[np.clip(stored - self.first, 0, len(self.values) - 1)]


def table_of(item: Dataset, *, signed: bool, big_endian: bool) -> Table:
    """One item of a LUT sequence.

    Parameters
    ----------
    signed : bool
        Whether the values that go in can be negative: its first one may be written as unsigned all the same.
    big_endian : bool
        How the file lies, which tables that are kept as bytes do too.

    Raises
    ------
    ValueError, TypeError, AttributeError
        The table contradicts its descriptor, or is none.
    """
    entries, first, bits = _descriptor(item)
    if signed and first > 32767:
        first -= 65536
    values = _values(item.LUTData, entries, big_endian, may_be_bytes=bits <= 8)
    if len(values) < entries:
        raise ValueError(f"a lookup table of {entries} entries holds {len(values)}")
    if not 1 <= bits <= 16 or values.max() >= 1 << bits:
        raise ValueError(f"the entries of a lookup table do not fit its {bits} bits")
    return Table(first, values, (1 << bits) - 1)


def _descriptor(item: Dataset) -> tuple[int, int, int]:
    """Entries, first value that goes in, bits of what comes out (0028,3002); 65,536 entries are written as 0."""
    given = item.LUTDescriptor
    if isinstance(given, int | str | bytes) or len(given) != 3:
        raise ValueError("a lookup table's descriptor is not three numbers")
    entries, first, bits = (int(value) for value in given)
    return entries or 65536, first, bits or 16


def _values(data: Any, entries: int, big_endian: bool, *, may_be_bytes: bool) -> NDArray[np.int32]:
    """The entries: numbers, 16-bit words, or bytes that lie two to a word, the first in its low byte."""
    if not isinstance(data, bytes):
        return np.asarray([int(value) & 0xFFFF for value in data][:entries], dtype=np.int32)
    words = np.frombuffer(data + b"\0" * (len(data) % 2), ">u2" if big_endian else "<u2")
    packed = may_be_bytes and len(data) < 2 * entries
    return (words.astype("<u2").view("u1") if packed else words)[:entries].astype(np.int32)
