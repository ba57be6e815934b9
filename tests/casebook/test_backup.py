"""A casebook in one zip and back: whole, checked, never over anything, and damaged ones refused."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forensix.casebook import Act, Casebook
from forensix.casebook.backup import backup, restore
from forensix.domain.errors import Cancelled, CasebookUnavailable

from . import made


@pytest.fixture(scope="session")
def saved(finished: Casebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saved")
    book = Casebook.open(shutil.copytree(finished.folder, folder / "book"))
    (book.folder / "trust" / "root.pem").write_text("root", "ascii")
    (book.folder / "identities" / "dr-ä.p12").write_bytes(b"key")
    made = backup(book.folder, folder / "book.zip")
    assert (made.casebook_id, made.sequence, made.seal) == (book.id, *book.head())
    assert made.files == 5 and made.size == (folder / "book.zip").stat().st_size
    assert made.sha256 == hashlib.sha256((folder / "book.zip").read_bytes()).hexdigest()
    assert {path.name for path in folder.iterdir()} == {"book", "book.zip"}
    return folder / "book.zip"


def rewritten(saved: Path, target: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """The zip with some of its files changed."""
    with zipfile.ZipFile(saved) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target


def test_what_was_backed_up_comes_back_whole(finished: Casebook, saved: Path, tmp_path: Path) -> None:
    findings = restore(saved, tmp_path / "new")
    assert {finding.result for finding in findings} == {"passed"}
    book = Casebook.open(tmp_path / "new")
    assert (book.id, book.head(), book.radiographs()) == (finished.id, finished.head(), finished.radiographs())
    assert book.evidence.open(book.radiographs()[0].sha256) == b"hand"
    assert book.evidence.path(book.radiographs()[0].sha256).stat().st_mode & 0o222 == 0
    assert (book.folder / "identities" / "dr-ä.p12").read_bytes() == b"key"
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_restored_casebook_is_worked_on(saved: Path, tmp_path: Path, act: Act) -> None:
    (tmp_path / "empty").mkdir()
    restore(saved, tmp_path / "empty")
    book = Casebook.open(tmp_path / "empty")
    made.whole_case(book, act, "PM-2")
    assert {finding.result for finding in book.verify()} == {"passed"}


def test_nothing_is_overwritten(saved: Path, finished: Casebook, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "ascii")
    for folder in (tmp_path, finished.folder, tmp_path / "notes.txt"):
        with pytest.raises(CasebookUnavailable, match="is not empty"):
            restore(saved, folder)
    with pytest.raises(CasebookUnavailable, match="is there already"):
        backup(finished.folder, saved)
    assert (tmp_path / "notes.txt").read_text("ascii") == "mine"


def _manifest(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, bytes]], None]:
    def apply(files: dict[str, bytes]) -> None:
        manifest = json.loads(files["manifest.json"])
        change(manifest["files"])
        files["manifest.json"] = json.dumps(manifest).encode()

    return apply


def _escape(files: dict[str, bytes]) -> None:
    for name in ("../evil", "originals/../../evil", "/evil", "originals\\..\\evil"):
        files[name] = b"evil"
    _manifest(lambda listed: listed.update({"originals/../../evil": {"sha256": made.sha(b"evil"), "bytes": 4}}))(files)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda files: files.update({"trust/root.pem": b"toor"}), "not what was backed up"),
        (lambda files: files.update({"trust/root.pem": b"longer"}), "another size"),
        (lambda files: files.pop("trust/root.pem"), "trust/root.pem"),
        (lambda files: files.pop("manifest.json"), "manifest.json"),
        (lambda files: files.update({"manifest.json": b"{"}), "cannot be restored"),
        (lambda files: files.update({"manifest.json": b'{"files": []}'}), "cannot be restored"),
        (_manifest(lambda listed: listed.pop("casebook.db")), "no casebook.db"),
        (_escape, "not a file of a casebook"),
    ],
)  # fmt: skip
def test_a_changed_zip_is_refused_and_leaves_nothing(
    saved: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], object], words: str
) -> None:
    archive = rewritten(saved, tmp_path / "changed.zip", change)
    with pytest.raises(CasebookUnavailable, match=words) as caught:
        restore(archive, tmp_path / "new")
    assert caught.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["changed.zip"]
    assert not (tmp_path.parent / "evil").exists()


@pytest.mark.parametrize("keep", [0, 100, 5000, -30])
def test_a_cut_off_zip_is_refused(saved: Path, tmp_path: Path, keep: int) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(saved.read_bytes()[:keep])
    with pytest.raises(CasebookUnavailable, match="cannot be restored"):
        restore(cut, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_flipped_bit_anywhere_is_refused_or_harmless(saved: Path, tmp_path: Path) -> None:
    data = saved.read_bytes()
    refused = 0
    for position in range(7, len(data), len(data) // 12):
        flipped = bytearray(data)
        flipped[position] ^= 1
        (tmp_path / "flipped.zip").write_bytes(bytes(flipped))
        try:
            restore(tmp_path / "flipped.zip", tmp_path / str(position))
        except CasebookUnavailable:
            refused += 1
    assert refused >= 10


def test_missing_places_are_said_in_words(saved: Path, finished: Casebook, tmp_path: Path) -> None:
    with pytest.raises(CasebookUnavailable, match=r"nowhere\.zip"):
        restore(tmp_path / "nowhere.zip", tmp_path / "new")
    with pytest.raises(CasebookUnavailable, match=r"nowhere.book\.zip: No such file or directory; nothing was left there"):
        backup(finished.folder, tmp_path / "nowhere" / "book.zip")
    with pytest.raises(CasebookUnavailable, match="no casebook in"):
        backup(tmp_path, tmp_path / "book.zip")


@pytest.mark.skipif(os.name == "nt", reason="no limit on a file's size can be set on Windows")
def test_a_full_disk_names_the_backup_and_leaves_nothing(copied: Casebook, tmp_path: Path) -> None:
    import resource

    (copied.folder / "identities" / "large.p12").write_bytes(bytes(3 << 20))
    before, quiet = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, before[1]))
        with pytest.raises(CasebookUnavailable, match=r"book\.zip: File too large; nothing was left there"):
            backup(copied.folder, tmp_path / "book.zip")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, quiet)
    assert not [path for path in tmp_path.iterdir() if "book.zip" in path.name]


def test_what_was_wrong_before_the_backup_is_found_after_it(copied: Casebook, tmp_path: Path) -> None:
    path = copied.evidence.path(copied.radiographs()[0].sha256)
    path.chmod(0o644)
    path.write_bytes(b"altered")
    backup(copied.folder, tmp_path / "book.zip")
    findings = restore(tmp_path / "book.zip", tmp_path / "new")
    assert [finding.subject for finding in findings if finding.result == "failed"] == [path.name]


def test_a_cancelled_backup_or_restore_leaves_nothing(saved: Path, finished: Casebook, tmp_path: Path) -> None:
    def cancel(step: str, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        backup(finished.folder, tmp_path / "book.zip", progress=cancel)
    with pytest.raises(Cancelled):
        restore(saved, tmp_path / "new", progress=cancel)
    assert list(tmp_path.iterdir()) == []
