"""Files, folders, zip archives and DICOMDIRs become items; what cannot be read is an item too."""

import os
import pickle
import sys
import zipfile
from io import BytesIO

import pytest
from pydicom import DataElement, config
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

from forensix.domain.errors import UnreadableRadiograph
from forensix.imaging import phantom
from forensix.imaging.sources import find


def names(paths):
    return [source.name for source in find(paths)]


def reason(source):
    with pytest.raises(UnreadableRadiograph) as caught:
        source.load()
    assert caught.value.remedy
    assert caught.value.subject == source.path
    return caught.value.message


@pytest.fixture
def folder(tmp_path):
    for name in ("b.png", "a.dcm", "deep/c.dcm", ".hidden", "__MACOSX/d.png", "Thumbs.db", "deep/.DS_Store"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def test_files_and_folders_sorted_without_bystanders(folder):
    found = list(find([folder / "b.png", folder]))
    assert [source.name for source in found] == ["b.png", "a.dcm", "b.png", "c.dcm"]
    assert found[0].load() == b"b.png"
    assert found[3].path == str(folder / "deep" / "c.dcm")


def test_a_missing_path_is_an_item_that_cannot_be_read(folder):
    missing, there = find([folder / "gone.dcm", folder / "a.dcm"])
    assert reason(missing) == "There is no such file or folder."
    assert there.load() == b"a.dcm"


def test_a_file_that_goes_away_between_finding_and_loading(folder):
    (source,) = find([folder / "a.dcm"])
    (folder / "a.dcm").unlink()
    assert reason(source) == "There is no such file."


def test_a_file_that_may_not_be_read_says_so(folder, monkeypatch):
    def refuse(self, *given):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(type(folder), "open", refuse)
    (source,) = find([folder / "a.dcm"])
    assert reason(source) == "The file may not be read (permission denied)."


def test_a_folder_that_may_not_be_read_is_called_a_folder(folder, monkeypatch):
    def denied(self):
        raise PermissionError(13, "denied", str(self))

    monkeypatch.setattr(type(folder), "iterdir", denied)
    (source,) = find([folder])
    assert reason(source) == "The folder may not be read (permission denied)."


def test_sources_can_be_sent_to_another_process(folder):
    found = list(find([folder, folder / "gone"]))
    assert [source.path for source in pickle.loads(pickle.dumps(found))] == [source.path for source in found]


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def test_zip_members_are_listed_and_nothing_is_written(tmp_path, hand):
    inner = zipped(tmp_path / "inner.zip", [("x.png", b"x")]).read_bytes()
    (tmp_path / "inner.zip").unlink()
    members = [
        ("hands/b.dcm", phantom.dicom(hand)),
        ("a.png", b"a"),
        ("../../evil.dcm", b"evil"),
        ("/etc/absolute", b"abs"),
        ("in.zip", inner),
    ]
    archive = zipped(tmp_path / "case.zip", [*members, ("__MACOSX/._a.png", b""), ("empty/", b"")])
    found = {source.path.split("!")[1]: source for source in find([archive])}
    assert list(found) == ["../../evil.dcm", "/etc/absolute", "a.png", "hands/b.dcm", "in.zip"]
    assert found["hands/b.dcm"].load() == phantom.dicom(hand)
    assert found["../../evil.dcm"].load() == b"evil"
    assert found["../../evil.dcm"].name == "evil.dcm"
    assert "inside a zip" in reason(found["in.zip"])
    assert list(tmp_path.iterdir()) == [archive]


def test_a_large_archive_is_listed_once(tmp_path, monkeypatch):
    archive = zipped(tmp_path / "many.zip", [(f"{number:04}.png", b"%d" % number) for number in range(300)])
    listings = []
    real = zipfile.ZipFile._RealGetContents
    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", lambda self: (listings.append(1), real(self)))
    assert [source.load() for source in find([archive])] == [b"%d" % number for number in range(300)]
    assert len(listings) == 1


def test_a_zip_in_a_folder_is_opened(tmp_path):
    zipped(tmp_path / "case.zip", [("a.png", b"a")])
    assert names([tmp_path]) == ["a.png"]


def test_a_member_that_unpacks_too_well_is_refused(tmp_path):
    archive = zipped(tmp_path / "bomb.zip", [("bomb.dcm", bytes(200 << 20)), ("good.png", b"good")])
    bomb, good = find([archive])
    assert "too large when unpacked" in reason(bomb)
    assert good.load() == b"good"


def test_a_member_larger_than_it_says_is_damaged(tmp_path):
    archive = zipped(tmp_path / "lie.zip", [("lie.dcm", bytes(100_000))])
    data = bytearray(archive.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    archive.write_bytes(data)
    (source,) = find([archive])
    assert "damaged" in reason(source)


def test_encrypted_members_are_refused(tmp_path):
    archive = zipped(tmp_path / "locked.zip", [("a.png", b"a")])
    data = bytearray(archive.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    archive.write_bytes(data)
    (source,) = find([archive])
    assert "encrypted" in reason(source)


@pytest.mark.parametrize("cut", [10, 60])
def test_a_damaged_zip_is_one_refused_item(tmp_path, cut):
    archive = zipped(tmp_path / "cut.zip", [("a.png", b"a" * 100)])
    archive.write_bytes(archive.read_bytes()[:-cut])
    (source,) = find([archive])
    assert "damaged" in reason(source)


def test_an_empty_zip_is_one_refused_item(tmp_path):
    (source,) = find([zipped(tmp_path / "empty.zip", [])])
    assert "empty" in reason(source)


def dicomdir(folder, identifiers):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = "1.2.840.10008.1.3.10", "1.2.3"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    index = Dataset()
    index.file_meta = meta
    records = []
    for identifier in identifiers:
        record = Dataset()
        record.DirectoryRecordType = "IMAGE"
        record.add(DataElement("ReferencedFileID", "CS", identifier, validation_mode=config.IGNORE))
        records.append(record)
    index.DirectoryRecordSequence = Sequence(records)
    out = BytesIO()
    with config.disable_value_validation():
        index.save_as(out, enforce_file_format=True)
    path = folder / "DICOMDIR"
    path.write_bytes(out.getvalue())
    return path


def test_dicomdir_names_its_files_and_none_outside(tmp_path):
    medium = tmp_path / "medium"
    (medium / "IMAGES").mkdir(parents=True)
    (medium / "IMAGES" / "IM1").write_bytes(b"one")
    (tmp_path / "SECRET").write_bytes(b"secret")
    index = dicomdir(medium, [["IMAGES", "IM1"], ["IMAGES", "IM2"], ["..", "SECRET"], "IM3"])
    there, missing, outside, single = find([index])
    assert there.load() == b"one"
    assert "missing" in reason(missing)
    assert "outside its own folder" in reason(outside)
    assert "missing" in reason(single)


def test_a_folder_with_a_dicomdir_gives_each_file_once_and_what_is_absent(tmp_path):
    (tmp_path / "IM1").write_bytes(b"one")
    (tmp_path / "IM9").write_bytes(b"not in the index")
    dicomdir(tmp_path, ["IM1", "IM2"])
    found = list(find([tmp_path]))
    assert sorted(source.name for source in found) == ["IM1", "IM2", "IM9"]
    assert "missing" in reason(next(source for source in found if source.name == "IM2"))


def test_a_damaged_dicomdir_is_one_refused_item(tmp_path):
    path = dicomdir(tmp_path, ["IM1"])
    path.write_bytes(path.read_bytes()[:200])
    (source,) = find([path])
    assert reason(source)


@pytest.mark.parametrize("name", ["A\0B", "LONG" * 2000])
def test_a_dicomdir_with_names_that_no_system_has_is_one_refused_item(tmp_path, name):
    (source,) = find([dicomdir(tmp_path, ["IM1", name])])
    assert "damaged" in reason(source)


def test_a_packed_dicomdir_is_refused_before_it_is_unpacked(tmp_path):
    path = dicomdir(tmp_path, ["IM1"])
    path.write_bytes(path.read_bytes().replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.1.99"[:20]))
    (source,) = find([path])
    assert "damaged" in reason(source)


def test_links_to_folders_are_not_followed(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    try:
        (inside / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    (source,) = find([tmp_path])
    assert "links are not followed" in reason(source)


def test_pipes_devices_and_links_in_a_circle_are_refused_and_not_opened(tmp_path):
    if sys.platform == "win32":
        pytest.skip("Windows has neither")
    os.mkfifo(tmp_path / "a.dcm")
    (tmp_path / "b.dcm").symlink_to("/dev/zero")
    (tmp_path / "c.dcm").symlink_to("c.dcm")
    found = list(find([tmp_path, tmp_path / "a.dcm", "x" * 5000]))
    assert [reason(source).split()[0:4] for source in found[:2]] == [["This", "is", "no", "file,"]] * 2
    assert all("cannot be opened" in reason(source) for source in (found[2], found[4]))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_name_that_is_no_text_can_be_kept(tmp_path):
    for name in (b"\xff\xfe.dcm", b"new\nline.dcm"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    zipped(tmp_path / os.fsdecode(b"\xff\xfe.zip"), [("a.dcm", b"x")])
    found = list(find([tmp_path]))
    assert [source.name for source in found] == ["new\nline.dcm", "\\udcff\\udcfe.dcm", "a.dcm"]
    assert [source.load() for source in found] == [b"x"] * 3
    assert all(source.path.encode() for source in found)
