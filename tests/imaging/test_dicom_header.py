"""What a header says of age and side, and what is made of it where it says two things."""

import pytest

from forensix import imaging
from forensix.imaging import phantom
from tests.imaging.made import rewritten

EXPOSED = {"AcquisitionDate": "20260101"}


def read(hand, **tags):
    return imaging.read(phantom.dicom(hand, **{**EXPOSED, **tags}))[0]


@pytest.mark.parametrize(
    ("tags", "years"),
    [
        ({"PatientBirthDate": "19600101"}, 66.0),
        ({"PatientBirthDate": "20160101", "PatientAge": "010Y"}, 10.0),
        ({"PatientBirthDate": "20150301", "PatientAge": "010Y"}, 10.0),
        ({"PatientBirthDate": "20160101"}, 10.0),
        ({"PatientBirthDate": "", "PatientAge": "045Y"}, 45.0),
        ({}, None),
    ],
)
def test_the_age_is_reckoned_from_the_birth_date_where_the_header_does_not_state_it(hand, tags, years):
    acquisition = read(hand, **tags)
    assert acquisition.patient_age_years == pytest.approx(years, abs=0.01) if years else acquisition.patient_age_years is None
    assert acquisition.warnings == ()


@pytest.mark.parametrize(("age", "born", "years"), [("010Y", "19600101", 66.0), ("045Y", "20160101", 45.0)])
def test_of_two_ages_the_higher_is_taken_with_a_warning_that_names_neither(hand, age, born, years):
    acquisition = read(hand, PatientAge=age, PatientBirthDate=born)
    assert acquisition.patient_age_years == pytest.approx(years, abs=0.01)
    (warning,) = acquisition.warnings
    assert "the higher is taken" in warning
    assert not any(character.isdigit() for character in warning)


@pytest.mark.parametrize("born", ["19000101", "20270101"])
def test_an_impossible_birth_date_is_a_placeholder(hand, born):
    acquisition = read(hand, PatientBirthDate=born)
    assert acquisition.patient_age_years is None
    assert "placeholder" in acquisition.warnings[0]
    assert read(hand, PatientBirthDate=born, PatientAge="012Y").patient_age_years == 12.0


def test_a_side_that_the_header_contradicts_is_not_known(hand):
    acquisition = read(hand, ImageLaterality="R", Laterality="L")
    assert acquisition.declared_side.value == "unknown"
    assert "contradicts itself about the side" in acquisition.warnings[0]
    assert read(hand, ImageLaterality="", Laterality="R").declared_side.value == "right"
    assert read(hand, ImageLaterality="U", Laterality="R").declared_side.value == "unknown"


def test_an_intent_for_processing_is_a_warning_whatever_the_kind_of_object(hand):
    assert any("for processing" in warning for warning in read(hand, PresentationIntentType="FOR PROCESSING").warnings)
    assert not read(hand, PresentationIntentType="FOR PRESENTATION").warnings


def test_a_broken_birth_date_is_none(hand):
    data = phantom.dicom(hand, PatientBirthDate="19991231", **EXPOSED).replace(b"19991231", b"19991399")
    assert imaging.read(data)[0].patient_age_years is None


def test_a_field_of_the_header_is_one_line(hand):
    data = phantom.dicom(hand, BodyPartExamined="HAXXND").replace(b"HAXXND", b"HA\r\nND")
    assert imaging.read(data)[0].body_part == "HA ND"


def without_spacing(hand, *ratio):
    def change(dataset):
        for keyword in ("PixelSpacing", "ImagerPixelSpacing", "NominalScannedPixelSpacing"):
            dataset.pop(keyword, None)
        dataset.PixelAspectRatio = [str(part) for part in ratio]

    return imaging.read(rewritten(phantom.dicom(hand, **EXPOSED), change))[0]


@pytest.mark.parametrize("ratio", [(2, 1), (201, 134)])
def test_pixels_that_are_not_square_are_told_where_no_spacing_tells_it(hand, ratio):
    acquisition = without_spacing(hand, *ratio)
    assert acquisition.pixel_spacing_mm is None
    assert any(f"{ratio[0]} high to {ratio[1]} wide" in warning for warning in acquisition.warnings)


@pytest.mark.parametrize("ratio", [(1, 1), (100, 101), (0, 1)])
def test_square_pixels_are_no_doubt(hand, ratio):
    assert without_spacing(hand, *ratio).warnings == ()
