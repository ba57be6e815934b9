"""Originals: stored once, read-only, hashed again, never half there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from forensix.casebook import Evidence
from forensix.domain.errors import CasebookUnavailable, EvidenceAltered

from . import made


@pytest.fixture
def evidence(tmp_path: Path) -> Evidence:
    return Evidence(tmp_path / "originals", reserve_bytes=0)


@pytest.mark.parametrize("data", [b"", b"hand", bytes(3 * 2**20)])
def test_what_is_admitted_is_read_back_and_is_read_only(evidence: Evidence, data: bytes) -> None:
    sha256 = evidence.admit(data)
    assert sha256 == made.sha(data)
    assert evidence.open(sha256) == data
    assert stat.S_IMODE(evidence.path(sha256).stat().st_mode) == 0o444
    assert [path.name for path in evidence.folder.iterdir()] == [sha256]


def test_the_same_bytes_twice_are_one_item(evidence: Evidence) -> None:
    sha256 = evidence.admit(b"hand")
    before = evidence.path(sha256).stat()
    assert evidence.admit(b"hand") == sha256
    after = evidence.path(sha256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_altered_item_is_neither_opened_nor_overwritten(evidence: Evidence) -> None:
    sha256 = evidence.admit(b"hand")
    path = evidence.path(sha256)
    path.chmod(0o644)
    path.write_bytes(b"hane")
    for attempt in (lambda: evidence.open(sha256), lambda: evidence.admit(b"hand")):
        with pytest.raises(EvidenceAltered, match="not what was stored") as caught:
            attempt()
        assert caught.value.subject == sha256 and made.sha(b"hane") in caught.value.message
    assert path.read_bytes() == b"hane"


def test_a_missing_item_has_its_own_sentence(evidence: Evidence) -> None:
    for attempt in (evidence.open, evidence.require):
        with pytest.raises(EvidenceAltered, match="is missing"):
            attempt(made.sha(b"never"))
    evidence.path(made.sha(b"x")).mkdir(parents=True)
    with pytest.raises(EvidenceAltered, match="cannot be read"):
        evidence.open(made.sha(b"x"))


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_hash_names_a_file(evidence: Evidence, name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        evidence.path(name)


def test_a_full_disk_is_noticed_before_anything_is_written(tmp_path: Path) -> None:
    full = Evidence(tmp_path / "originals", reserve_bytes=2**62)
    with pytest.raises(CasebookUnavailable, match="too full for a file of 4 bytes") as caught:
        full.admit(b"hand")
    assert str(2**62 + 4) in caught.value.remedy
    assert list(full.folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits a child process's file size, which needs fork")
def test_a_write_that_fails_in_the_middle_leaves_nothing(evidence: Evidence) -> None:
    import resource
    import signal

    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**16, before[1]))
    try:
        with pytest.raises(CasebookUnavailable, match="could not be stored"):
            evidence.admit(bytes(2**20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(evidence.folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CasebookUnavailable, match="could not be stored"):
        Evidence(tmp_path / "file" / "originals").admit(b"hand")


def test_unreferenced_files_are_listed_in_order(evidence: Evidence) -> None:
    hashes = sorted(evidence.admit(bytes([number])) for number in range(4))
    (evidence.folder / ".unfinished-1").write_bytes(b"half")
    assert [path.name for path in evidence.unreferenced(hashes[:2])] == [".unfinished-1", *hashes[2:]]
    assert list(Evidence(evidence.folder / "nowhere").unreferenced([])) == []


def test_report_files_keep_their_suffix(tmp_path: Path) -> None:
    files = Evidence(tmp_path / "reports", suffix=".pdf")
    sha256 = files.admit(b"%PDF")
    assert files.path(sha256).name == f"{sha256}.pdf"
    assert list(files.unreferenced([sha256])) == []
