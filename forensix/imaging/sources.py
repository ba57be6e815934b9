"""From what an examiner points at to single files: folders, zip archives and DICOMDIR opened up, nothing written to disk.

Every thing that is found becomes a Source, also what cannot be read: its `load` says why, so that the counts of a batch add up.
Files that only an operating system put there (hidden files, `__MACOSX`, Thumbs.db, desktop.ini) are no items and are left out.
"""

from __future__ import annotations

import stat
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath

from pydicom import dcmread
from pydicom.filereader import read_file_meta_info
from pydicom.uid import DeflatedExplicitVRLittleEndian

from forensix.domain.errors import UnreadableRadiograph
from forensix.domain.visible import storable

MAX_FILE = 256 << 20
"""Room for the largest picture that is read, 64 million pixels, in 16 bits (128 MB) or three channels of 8 (192 MB)."""
MAX_INDEX = 64 << 20
MAX_MEMBERS = 100_000
MAX_TOTAL = 64 << 30
MAX_RATIO = 200
RATIO_MATTERS = 16 << 20  # a small blank picture may pack well; a bomb is large
BYSTANDERS = {"thumbs.db", "desktop.ini"}
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
ENCRYPTED = 0x1
AGAIN = "Check the path; a medium may have been taken out."


@dataclass(frozen=True, slots=True)
class Source:
    r"""One file to be read, wherever it lies.

    Parameters
    ----------
    name : str
        Its file name, for the record; bytes that are no characters stand as \udc..
    path : str
        Where it lies, to be shown and never to be opened: "archive.zip!folder/member.dcm" in a zip.
    """

    name: str
    path: str
    _open: Callable[[], bytes] = field(repr=False)

    def load(self) -> bytes:
        """The file's bytes.

        Raises
        ------
        UnreadableRadiograph
            Missing, locked, encrypted, damaged, too large.
        """
        return self._open()


def find(paths: Iterable[str | Path]) -> Iterator[Source]:
    """The files under `paths`, in their order; a folder's files sorted by path, each DICOMDIR's in the order of its records.

    Never raises for an item: whatever cannot be opened is a Source whose `load` raises.
    """
    for path in map(Path, paths):
        yield from _under(path)


def _under(given: Path) -> Iterator[Source]:
    """What a path leads to: a folder's files depth first, sorted, without bystanders; not through links to other folders."""
    waiting = [given]
    while waiting:
        path = waiting.pop()
        kind = "file or folder"
        try:
            mode = path.stat().st_mode
            kind = "folder" if stat.S_ISDIR(mode) else "file"
            inside = sorted(path.iterdir(), reverse=True) if stat.S_ISDIR(mode) else []
        except OSError as error:
            yield _refused(path.name, str(path), *_os_reason(error, kind))
            continue
        if not stat.S_ISDIR(mode):
            yield from _at(path, mode, listed=path != given)
        elif path != given and path.is_symlink():
            yield _refused(path.name, str(path), "This is a link to another folder; links are not followed.", "Give that folder itself.")
        else:
            waiting += [each for each in inside if not _bystander([each.name])]


def _at(path: Path, mode: int, *, listed: bool) -> Iterator[Source]:
    """One file, or what is in it; a DICOMDIR that is `listed` with its folder adds only what it names and is not there."""
    if not stat.S_ISREG(mode):  # opening a pipe waits for its other end, and a device may never end
        yield _refused(path.name, str(path), "This is no file, but a device or a pipe.", "Save the radiograph as a file, and give that.")
        return
    try:
        with path.open("rb") as file:
            head = file.read(132)
    except OSError as error:
        yield _refused(path.name, str(path), *_os_reason(error))
        return
    if head.startswith(ZIP_MAGIC) and head[128:132] != b"DICM":
        yield from _in_zip(path)
    elif path.name.upper() == "DICOMDIR" and (listed or head[128:132] == b"DICM"):
        yield from _in_dicomdir(path, only_absent=listed)
    else:
        yield _source(path.name, str(path), partial(_load, path))


def _source(name: str, path: str, load: Callable[[], bytes]) -> Source:
    return Source(storable(name), storable(path), load)


def _load(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise UnreadableRadiograph(
                f"The file is larger than {MAX_FILE >> 20} MB.", "Export the one radiograph at its own size.", storable(str(path))
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableRadiograph(*_os_reason(error), storable(str(path))) from error


def _os_reason(error: OSError, kind: str = "file") -> tuple[str, str]:
    """Reason and remedy; `kind` is what could not be opened, in words."""
    if isinstance(error, FileNotFoundError):
        return f"There is no such {kind}.", AGAIN
    if isinstance(error, PermissionError):
        return f"The {kind} may not be read (permission denied).", "Ask for the right to read it, or have it copied for you."
    return f"The {kind} cannot be opened ({error.strerror or type(error).__name__}).", AGAIN


def _refused(name: str, path: str, message: str, remedy: str) -> Source:
    return _source(name, path, partial(_refuse, message, remedy, storable(path)))


def _refuse(message: str, remedy: str, path: str) -> bytes:
    raise UnreadableRadiograph(message, remedy, path)


def _bystander(parts: Iterable[str]) -> bool:
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" or part.lower() in BYSTANDERS for part in parts)


def _in_dicomdir(path: Path, *, only_absent: bool) -> Iterator[Source]:
    """The files that its records name, or only the absent among them.

    A name that leads out of its folder is refused and not opened (CVE-2026-32711).
    """
    root = path.parent.resolve()
    try:
        named = _named_in(path)
        targets = {parts: root.joinpath(*parts).resolve() for parts in named}
        absent = {target for target in targets.values() if target.is_relative_to(root) and not target.is_file()}
    except Exception as error:  # any damage, as in imaging.read
        reason = f"The DICOMDIR is damaged ({type(error).__name__})."
        yield _refused(path.name, str(path), reason, "Receive the folder that it lies in instead.")
        return
    if not named:
        yield _refused(path.name, str(path), "The DICOMDIR names no files.", "Receive the folder that it lies in instead.")
    for parts, target in targets.items():
        shown = f"{path}!{'/'.join(parts)}"
        if not target.is_relative_to(root):
            yield _refused(parts[-1], shown, "The DICOMDIR names a file outside its own folder.", "Treat the medium with suspicion.")
        elif target in absent:
            yield _refused(parts[-1], shown, "The DICOMDIR names a file that is missing.", "Copy the whole medium again.")
        elif not only_absent:
            yield _source(target.name, str(path.parent.joinpath(*parts)), partial(_load, target))


def _named_in(dicomdir: Path) -> list[tuple[str, ...]]:
    """The file names in an index, each as its parts; it is never compressed (PS3.10, 8.6), so one that is may be a bomb."""
    if dicomdir.stat().st_size > MAX_INDEX or read_file_meta_info(dicomdir).TransferSyntaxUID == DeflatedExplicitVRLittleEndian:
        raise ValueError("an index of this size or form")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an odd value in an index is met again in the file itself
        records = dcmread(dicomdir).get("DirectoryRecordSequence") or ()
        return [_parts(record.ReferencedFileID) for record in records if record.get("ReferencedFileID")]


def _parts(identifier: object) -> tuple[str, ...]:
    return (identifier,) if isinstance(identifier, str) else tuple(str(part) for part in identifier)  # type: ignore[attr-defined]


def _in_zip(path: Path) -> Iterator[Source]:
    """Its members in the archive's order of names; names are shown and never used as paths."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        yield _refused(path.name, str(path), f"The zip archive is damaged ({error}).", "Copy it again from its source.")
        return
    members = sorted(
        (member for member in members if not _bystander(PurePosixPath(member.filename).parts)), key=lambda member: member.filename
    )
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or total > MAX_TOTAL:
        reason = f"The zip archive is too large: {len(members)} files, {total >> 20} MB unpacked."
        yield _refused(path.name, str(path), reason, "Divide it into several.")
        return
    if not members:
        yield _refused(path.name, str(path), "The zip archive is empty.", "Check that the right archive was chosen.")
    for member in members:
        yield _source(PurePosixPath(member.filename).name, f"{path}!{member.filename}", partial(_load_member, path, member))


class _Unlisted(zipfile.ZipFile):
    """An archive opened for members that are known already: its directory is not read again for each of 20,000."""

    def _RealGetContents(self) -> None:  # noqa: N802  (the standard library's name)
        self.start_dir = 0


def _load_member(path: Path, member: zipfile.ZipInfo) -> bytes:
    """One member, in memory, never more of it than its header declared and the limits allow."""
    shown = storable(f"{path}!{member.filename}")
    if member.flag_bits & ENCRYPTED:
        raise UnreadableRadiograph("The file is encrypted in its zip archive.", "Unpack it with its password first.", shown)
    packed_well = member.file_size > RATIO_MATTERS and member.file_size > MAX_RATIO * max(member.compress_size, 1)
    if member.file_size > MAX_FILE or packed_well:
        raise UnreadableRadiograph(
            "The file is too large when unpacked.", "Ask where the archive came from; a radiograph does not shrink like this.", shown
        )
    try:
        with _Unlisted(path) as archive, archive.open(member) as file:
            data = file.read(member.file_size + 1)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error) as error:
        raise UnreadableRadiograph(
            f"The file is damaged in its zip archive ({error}).", "Copy the archive again from its source.", shown
        ) from error
    if data.startswith(ZIP_MAGIC) and zipfile.is_zipfile(BytesIO(data)) and data[128:132] != b"DICM":
        raise UnreadableRadiograph("This is a zip archive inside a zip archive.", "Unpack the outer one and receive the inner one.", shown)
    return data
