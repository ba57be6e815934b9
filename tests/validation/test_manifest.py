"""Manifests: every fault is found and named, not the first."""

import pickle
from pathlib import Path

import pytest

from forensix.validation import manifest
from forensix.validation.manifest import ManifestRejected

HEADER = "path,subject,sex,bone_age_months,side\n"


def write(folder: Path, text: str, *files: str) -> Path:
    for name in files:
        (folder / name).write_bytes(b"x")
    path = folder / "labels.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_sound_rows(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff" + HEADER + "a.png,1,M,180,left\nb.png,2,F,,\n", "a.png", "b.png")
    found = manifest.read(path)
    found.require_sound()
    assert [(row.subject, row.sex, row.bone_age_months, row.side, row.band) for row in found.rows] == [
        ("1", "male", 180.0, "left", "14-17"),
        ("2", "female", None, "unknown", None),
    ]


def test_all_faults_are_listed(tmp_path: Path) -> None:
    lines = (
        "a.png,1,M,180,left\n"
        "gone.png,2,M,10,\n"
        "b.png,3,X,10,\n"
        "c.png,4,F,-3,\n"
        "d.png,,F,many,\n"
        "e.png,1,F,30,\n"
        "a.png,1,M,180,sideways\n"
        "a.png,1,M,180,\n"
    )
    found = manifest.read(write(tmp_path, HEADER + lines, *(f"{name}.png" for name in "abcde")))
    with pytest.raises(ManifestRejected) as rejected:
        found.require_sound()
    faults = rejected.value.message
    assert all(fault in faults for fault in rejected.value.faults)
    for expected in (
        "line 3: no file 'gone.png'",
        "line 4: sex is M or F, not 'X'",
        "line 5: bone age -3 months is impossible",
        "line 6: no subject",
        "line 6: bone age is a number of months, not 'many'",
        "line 8: side is left, right, unknown or empty, not 'sideways'",
        "subject 1 has two sexes",
        "a.png is listed 2 times",
    ):
        assert expected in faults
    assert pickle.loads(pickle.dumps(rejected.value)).faults == rejected.value.faults


@pytest.mark.parametrize("text", ["", "subject,sex\n1,M\n", HEADER, "\x00\n"])
def test_what_is_no_manifest(tmp_path: Path, text: str) -> None:
    with pytest.raises(ManifestRejected):
        manifest.read(write(tmp_path, text))


def test_a_missing_or_binary_file(tmp_path: Path) -> None:
    with pytest.raises(ManifestRejected):
        manifest.read(tmp_path / "none.csv")
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(ManifestRejected):
        manifest.read(tmp_path / "binary.csv")


def test_a_short_line(tmp_path: Path) -> None:
    found = manifest.read(write(tmp_path, HEADER + "a.png,1\na.png,2,M,3,left,too,many\n", "a.png"))
    assert any("line 2: sex" in fault for fault in found.faults)


@pytest.mark.parametrize(("months", "band"), [(0, "0-5"), (59.9, "0-5"), (60, "5-10"), (168, "14-17"), (204, "17+"), (900, "17+")])
def test_bands_are_closed_below_and_open_above(months: float, band: str) -> None:
    assert manifest.band_of(months) == band
