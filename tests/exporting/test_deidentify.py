"""De-identified copies: nothing that tells whose radiograph it is stays in the header, the pixels stay bit for bit."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from dicomanonymizer.dicomfields_selector import dicom_anonymization_database_selector
from pydicom import Dataset, dcmread
from pydicom.datadict import dictionary_VM, dictionary_VR, keyword_for_tag
from pydicom.filewriter import dcmwrite

from forensix.domain.errors import UnsuitableRadiograph
from forensix.exporting.deidentify import TABLE, Profile, is_dicom
from forensix.imaging import phantom

CANARY = "ZYXWVUT"
TEXT = {"LO", "SH", "ST", "LT", "UT", "UC", "PN", "AE"}


def radiograph(seed: int = 1, **tags: object) -> bytes:
    return phantom.dicom(phantom.hand(seed, size=(96, 72)), **tags)


def full_of_names() -> bytes:
    """Every text element that the profile's table names, at the top and inside two sequences, and private ones, hold the canary."""
    dataset = dcmread(BytesIO(radiograph()))
    named = Dataset()
    for tag in dicom_anonymization_database_selector(TABLE)["ALL_TAGS"]:
        if len(tag) == 2 and tag[0] != 2 and keyword_for_tag(tag) and dictionary_VR(tag) in TEXT and dictionary_VM(tag) != "0":
            for place in (dataset, named):
                place.add_new(tag, dictionary_VR(tag), CANARY)
    named.StudyDate, named.PatientBirthDate, named.PatientID = "19780304", "19780304", CANARY
    inner = Dataset()
    inner.update(named)
    named.OtherPatientIDsSequence = [inner]
    dataset.RequestAttributesSequence = [named]
    dataset.AnatomicRegionSequence = [named]  # kept by the profile: what is in it has to be cleaned
    dataset.PatientBirthDate, dataset.StudyDate, dataset.PatientAge, dataset.PatientSex = "19780304", "20260304", "048Y", "F"
    for place in (dataset, named):
        for group in (0x5000, 0x6000, 0x601E):
            for element, kind, value in ((0x0022, "LO", CANARY), (0x1500, "LO", CANARY), (0x2500, "LO", CANARY), (0x4000, "LT", CANARY)):
                place.add_new((group, element), kind, value)
    dataset.add_new((0x6000, 0x3000), "OW", f"{CANARY} ".encode())
    block = dataset.private_block(0x0011, "MAKER", create=True)
    block.add_new(1, "LO", CANARY)
    for name in ("SourceApplicationEntityTitle", "SendingApplicationEntityTitle", "ImplementationVersionName"):
        setattr(dataset.file_meta, name, CANARY)
    dataset.file_meta.PrivateInformationCreatorUID, dataset.file_meta.PrivateInformation = "1.2.3", CANARY.encode()
    target = BytesIO()
    dcmwrite(target, dataset, enforce_file_format=True)
    return target.getvalue()


def test_no_name_stays_wherever_it_stood() -> None:
    original = full_of_names()
    assert original.count(CANARY.encode()) > 300
    copy = Profile().apply(original)
    assert CANARY.encode() not in copy.data
    assert b"19780304" not in copy.data
    cleaned = dcmread(BytesIO(copy.data))
    assert not [element for element in cleaned.iterall() if element.tag.is_private or element.tag.group >> 8 in (0x50, 0x60)]
    assert (cleaned.PatientSex, cleaned.get("PatientAge")) == ("", None)
    assert (cleaned.PatientIdentityRemoved, cleaned.DeidentificationMethodCodeSequence[0].CodeValue) == ("YES", "113100")


def test_the_pixels_and_how_they_are_read_stay(tmp_path: Path) -> None:
    for syntax in phantom.TRANSFER_SYNTAXES:
        original = radiograph(transfer_syntax=syntax, photometric="MONOCHROME1")
        before, after = dcmread(BytesIO(original)), dcmread(BytesIO(Profile().apply(original).data))
        assert before.PixelData == after.PixelData, syntax
        assert before.file_meta.TransferSyntaxUID == after.file_meta.TransferSyntaxUID
        for name in ("Rows", "Columns", "PhotometricInterpretation", "BitsStored", "PixelSpacing", "ImageLaterality", "ViewPosition"):
            assert before.get(name) == after.get(name), name


def test_one_uid_becomes_one_new_uid_in_every_file_of_an_export() -> None:
    first, second = (dcmread(BytesIO(radiograph(seed, StudyInstanceUID="1.2.3", SOPInstanceUID=f"1.2.3.{seed}"))) for seed in (1, 2))
    profile = Profile()
    copies = []
    for dataset in (first, second):
        target = BytesIO()
        dcmwrite(target, dataset, enforce_file_format=True)
        copies.append(dcmread(BytesIO(profile.apply(target.getvalue()).data)))
    assert copies[0].StudyInstanceUID == copies[1].StudyInstanceUID != "1.2.3"
    assert copies[0].SOPInstanceUID != copies[1].SOPInstanceUID
    assert all(copy.file_meta.MediaStorageSOPInstanceUID == copy.SOPInstanceUID for copy in copies)
    again = dcmread(BytesIO(Profile().apply(radiograph(StudyInstanceUID="1.2.3")).data))
    assert again.StudyInstanceUID != copies[0].StudyInstanceUID


def test_a_program_in_the_preamble_is_blanked() -> None:
    original = b"MZ" + bytes(range(126)) + radiograph()[128:]
    copy = Profile().apply(original).data
    assert copy[:132] == bytes(128) + b"DICM"


def test_the_list_names_every_change_and_no_old_value() -> None:
    original = radiograph(PatientName=f"{CANARY}^Ada", PatientComments=CANARY, BurnedInAnnotation="YES")
    copy = Profile().apply(original)
    done = {change.name: change.done for change in copy.changes}
    assert (done["Patient's Name"], done["Patient Comments"], done["SOP Instance UID"]) == ("emptied", "removed", "replaced")
    assert done["Patient Identity Removed"] == "added"
    assert "Rows" not in done
    assert CANARY not in repr(copy.changes)
    assert copy.burned_in == "YES"


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG\r\n\x1a\n" + bytes(200), phantom.png(phantom.hand(1, size=(96, 72)), bits=8)])
def test_what_is_no_dicom_file_is_refused(data: bytes) -> None:
    assert not is_dicom(data)
    with pytest.raises(UnsuitableRadiograph):
        Profile().apply(data)


def test_real_files_are_cleaned(forensix_data: Path) -> None:
    files = sorted((forensix_data / "dicom").glob("*.dcm"))
    assert files
    for file in files:
        original = file.read_bytes()
        held = hashlib.sha256(original).hexdigest()
        before = dcmread(BytesIO(original))
        copy = Profile().apply(original)
        after = dcmread(BytesIO(copy.data))
        assert before.PixelData.rstrip(b"\0") == after.PixelData.rstrip(b"\0"), file.name  # an odd length is padded
        assert not [element for element in after.iterall() if element.tag.is_private], file.name
        for name in ("PatientID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
            old = str(before.get(name) or "")
            assert not old or old.encode() not in copy.data.replace(after.PixelData, b""), (file.name, name)
        assert hashlib.sha256(file.read_bytes()).hexdigest() == held


def test_every_date_goes_and_what_the_table_removes_is_not_replaced() -> None:
    table, moments = dicom_anonymization_database_selector(TABLE), {"DA": "19631122", "DT": "19631122112233", "TM": "112233"}
    dataset, inner = dcmread(BytesIO(radiograph())), Dataset()
    for tag in table["ALL_TAGS"]:
        if len(tag) == 2 and tag[0] != 2 and keyword_for_tag(tag) and dictionary_VR(tag) in moments:
            for place in (dataset, inner):
                place.add_new(tag, dictionary_VR(tag), moments[dictionary_VR(tag)])
    dataset.AnatomicRegionSequence = [inner]  # kept by the profile
    target = BytesIO()
    dcmwrite(target, dataset, enforce_file_format=True)
    assert target.getvalue().count(b"19631122") > 40
    copy = Profile().apply(target.getvalue()).data
    assert b"19631122" not in copy and b"112233" not in copy
    cleaned = dcmread(BytesIO(copy))
    removed = [tag for tag in table["X_TAGS"] if len(tag) == 2]
    assert len(removed) > 200
    assert not [tag for place in (cleaned, cleaned.AnatomicRegionSequence[0]) for tag in removed if tag in place]
    assert cleaned.LongitudinalTemporalInformationModified == "REMOVED"
