"""A whole casebook folder in one zip, and back into a new folder, checked."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from forensix.casebook.casebook import Casebook
from forensix.casebook.clock import stamp
from forensix.casebook.connection import connect, translated
from forensix.casebook.evidence import sync_folder
from forensix.casebook.migrations import SCHEMA
from forensix.casebook.reads import DATABASE
from forensix.casebook.verify import Finding
from forensix.domain.errors import CasebookUnavailable, DiskFull

MANIFEST = "manifest.json"
KEPT = ("originals", "reports", "identities", "trust")
_READ_ONLY = ("originals", "reports")
_CHUNK = 2**20
# what Python's zip and JSON readers raise on damaged, encrypted or foreign archives
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, LookupError, TypeError, AttributeError, RuntimeError)

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: the casebook's id, the last custody event and its seal, how many files, and the zip's bytes and SHA-256."""

    casebook_id: str
    sequence: int
    seal: str
    files: int
    size: int
    sha256: str


def backup(folder: Path, target_zip: Path, *, progress: Progress | None = None) -> Backup:
    """Write the casebook in `folder` to a new zip: its database as of one moment, then every file that is beside it.

    Raises
    ------
    CasebookUnavailable
        No casebook, the target is there already, or cannot be written.
    """
    casebook = Casebook.open(folder)
    if target_zip.exists():
        raise CasebookUnavailable(f"{target_zip} is there already.", "Choose another name; a backup is never overwritten.", str(target_zip))
    unfinished = target_zip.with_name(f".{target_zip.name}.{uuid.uuid4()}")
    copy = unfinished.with_suffix(".db")
    try:
        _copy_database(folder / DATABASE, copy)
        made = _write(casebook, copy, unfinished, progress or _silent)
        unfinished.replace(target_zip)
        sync_folder(target_zip.absolute().parent)
    except OSError as error:
        raise _not_written(target_zip, error) from error
    finally:
        for path in (copy, unfinished):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
    return made


def _copy_database(database: Path, copy: Path) -> None:
    """The database as of one moment, in a new file; what the disk of `copy` refuses is an OSError, and nothing of the casebook's."""
    copy.touch(exist_ok=False)
    try:
        with translated(database), contextlib.closing(connect(database)) as read:
            read.execute("VACUUM INTO ?", [str(copy)])
    except DiskFull as error:  # nothing else is written
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error


def restore(zip_path: Path, folder: Path, *, progress: Progress | None = None) -> list[Finding]:
    """Unpack a backup into a new or empty folder; what `verify` finds in it, which may include what was wrong when the backup was made.

    Raises
    ------
    CasebookUnavailable
        The zip is damaged or no backup, the folder is not empty, or cannot be written. Nothing is left behind then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CasebookUnavailable(f"{folder} is not empty.", "Choose a new folder; nothing is ever restored over other files.", str(folder))
    folder = folder.resolve()
    unfinished = folder.parent / f".{folder.name}.{uuid.uuid4()}"
    try:
        _unpack(zip_path, unfinished, progress or _silent)
        findings = Casebook.open(unfinished).verify(progress=progress)
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise _not_written(folder, error) from error
    finally:
        _remove(unfinished)
    return findings


def _silent(step: str, fraction: float) -> None:
    """Tell no one."""


def _write(casebook: Casebook, database: Path, target: Path, tell: Progress) -> Backup:
    files = {DATABASE: database, **dict(_beside(casebook.folder))}
    hashes: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(target, "x", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for index, (name, path) in enumerate(files.items()):
            tell("backup", index / len(files))
            hashes[name] = _add(archive, name, path)
        sequence, seal = _head(database)
        manifest = {
            "schema": 1,
            "casebook_schema": SCHEMA,
            "casebook_id": casebook.id,
            "made_at": stamp(datetime.now(UTC)),
            "head": {"sequence": sequence, "seal": seal},
            "files": hashes,
        }
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    with target.open("rb+") as written:
        os.fsync(written.fileno())
    sha256 = _read_back(target)
    tell("backup", 1.0)
    return Backup(casebook.id, sequence, seal, len(hashes), target.stat().st_size, sha256)


def _read_back(target: Path) -> str:
    """Every file in it, by its checksum; the zip's own SHA-256."""
    with zipfile.ZipFile(target) as archive:
        damaged = archive.testzip()
    if damaged is not None:
        raise OSError(errno.EIO, f"{damaged} could not be read back", str(target))
    with target.open("rb") as written:
        return hashlib.file_digest(written, "sha256").hexdigest()


def _beside(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the folders that belong to a casebook, with its name in the zip."""
    for kept in KEPT:
        for path in sorted((folder / kept).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name)
    if name == DATABASE:  # mostly text; radiographs are often compressed already
        entry.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return {"sha256": digest.hexdigest(), "bytes": size}


def _head(path: Path) -> tuple[int, str]:
    with contextlib.closing(connect(path)) as database:
        row = database.conn.execute("SELECT sequence, seal FROM custody ORDER BY sequence DESC LIMIT 1").fetchone()
        return int(row[0]), str(row[1])


def _unpack(zip_path: Path, folder: Path, tell: Progress) -> None:
    try:
        _extract_all(zip_path, folder, tell)
    except _DAMAGES as error:
        raise _damaged(zip_path, str(error)) from error


def _extract_all(zip_path: Path, folder: Path, tell: Progress) -> None:
    """Write the files that the manifest names, and only where a casebook has files; each with the hash that the manifest gives."""
    with zipfile.ZipFile(zip_path) as archive:
        files = json.loads(archive.read(MANIFEST))["files"]
        _require_room(zip_path, folder.parent, sum(int(entry["bytes"]) for entry in files.values()))
        for kept in KEPT:
            (folder / kept).mkdir(parents=True)
        for index, (name, entry) in enumerate(files.items()):
            tell("restore", index / len(files))
            _extract(archive, name, entry, folder / _inside(name))
    if not (folder / DATABASE).is_file():
        raise ValueError("it holds no casebook.db")


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    ordinary = all(part not in ("", ".", "..") and "\\" not in part and ":" not in part for part in path.parts)
    if name != DATABASE and not (ordinary and len(path.parts) > 1 and path.parts[0] in KEPT):
        raise ValueError(f"{name!r} is not a file of a casebook")
    return path


def _extract(archive: zipfile.ZipFile, name: str, entry: dict[str, Any], target: Path) -> None:
    if archive.getinfo(name).file_size != entry["bytes"]:
        raise ValueError(f"{name} has another size than its manifest says")
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with archive.open(name) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != entry["sha256"]:
        raise ValueError(f"{name} is not what was backed up")
    if name.startswith(_READ_ONLY):
        target.chmod(0o444)


def _require_room(zip_path: Path, folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size:
        raise CasebookUnavailable(
            f"{zip_path.name} needs {size} bytes, and the disk of {folder} has {free}.",
            "Free some space, or choose another disk.",
            str(folder),
        )


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o644)  # Windows does not remove read-only files
    shutil.rmtree(folder)


def _damaged(zip_path: Path, why: str) -> CasebookUnavailable:
    return CasebookUnavailable(
        f"{zip_path} cannot be restored: {why or 'it is damaged'}; nothing was written.",
        "Use another backup of this casebook.",
        str(zip_path),
    )


def _not_written(path: Path, error: OSError) -> CasebookUnavailable:
    named = str(error.filename or path)  # a full disk names no file
    return CasebookUnavailable(
        f"{path if f'.{path.name}.' in named else named}: {error.strerror or error}; nothing was left there.",
        "Check that the files are there, that the disk has space, and that you may write to it.",
        str(path),
    )
