"""Who may see an estimate when; domain objects as plain data; errors on their way between processes."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime, timedelta, timezone

import numpy as np

from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import SigningFailed
from forensix.domain.plain import plain, rfc3339
from forensix.domain.sight import acquisition_in_sight, may_see
from forensix.domain.view import Window


def test_blind_first_covers_until_her_own_observation() -> None:
    assert may_see(True, [], "anna").next == "observe"
    assert not may_see(True, ["ben"], "anna").visible
    assert may_see(True, ["ben", "anna"], "anna").visible
    assert may_see(False, [], "anna").visible


def test_a_covered_header_says_how_the_picture_was_made_and_nothing_of_whom() -> None:
    tags = {"PatientSex": "F", "PatientName": "Doe^Jane", "PatientComments": "female", "Modality": "CR"}
    whole = Acquisition(modality="CR", laterality="L", patient_sex="F", patient_age_years=9.0, tags=tags)
    assert acquisition_in_sight(whole, covered=False) == whole
    covered = acquisition_in_sight(whole, covered=True)
    assert (covered.patient_sex, covered.patient_age_years, covered.tags) == ("covered", None, {"Modality": "CR"})
    assert covered.declared_side is Side.LEFT


def test_plain_data_is_json_with_lower_case_enums_and_utc_times() -> None:
    acquired = datetime(2026, 11, 21, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    document = plain(Acquisition(modality="CR", acquired_at=acquired, windows=(Window(0, 1),), pixel_spacing_mm=(0.1, 0.1)))
    assert document["acquired_at"] == "2026-11-21T10:00:00.000000+00:00"
    assert document["windows"] == [{"low": 0, "high": 1, "function": "linear", "explanation": ""}]
    assert plain({"side": Side.LEFT, "map": np.zeros((2, 2)), "n": np.int64(3)}) == {"side": "left", "map": None, "n": 3}
    json.dumps(document, allow_nan=False)


def test_a_naive_time_keeps_its_missing_zone() -> None:
    assert rfc3339(datetime(2026, 1, 2, 3, 4, 5)) == "2026-01-02T03:04:05"
    assert rfc3339(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)).endswith("+00:00")


def test_an_error_survives_the_way_between_processes() -> None:
    back = pickle.loads(pickle.dumps(SigningFailed("It expired.", "Renew it.", "anna.p12")))
    assert back.as_dict() == {"kind": "signing_failed", "message": "It expired.", "remedy": "Renew it.", "subject": "anna.p12"}
