"""Acquisitions, recipes and estimates survive their way into JSON text and back, whatever they hold."""

from __future__ import annotations

import dataclasses
import math
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensix.casebook.codec import from_json, to_json
from forensix.domain.case import Acquisition
from forensix.domain.examination import AgeEstimate, ExaminationRecipe, Limitation, Outcome, SexEstimate
from forensix.domain.view import LookupTable, Window

# Offsets, as a header states them: a named zone's repeated hour is no moment that datetime compares.
offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
text = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
finite = st.floats(allow_nan=False, allow_infinity=False)
edges = st.tuples(finite, finite).filter(lambda pair: pair[0] < pair[1])
windows = st.builds(lambda pair, *rest: Window(*pair, *rest), edges, st.sampled_from(["linear", "sigmoid"]), text)
values = st.lists(st.floats(0, 1), min_size=2, max_size=30).map(tuple)
tables = st.builds(lambda pair, *rest: LookupTable(*pair, *rest), edges, values, text)
acquisitions = st.builds(
    Acquisition,
    modality=text,
    view=text,
    pixel_spacing_mm=st.none() | st.tuples(finite, finite),
    spacing_trusted=st.booleans(),
    acquired_at=st.none() | st.datetimes(timezones=st.none() | offsets),
    windows=st.lists(windows | tables, max_size=3).map(tuple),
    rows=st.integers(0, 2**31),
    patient_age_years=st.none() | finite,
    conversions=st.lists(text, max_size=2).map(tuple),
    tags=st.dictionaries(text, text, max_size=3),
)
recipes = st.builds(
    ExaminationRecipe, text, text, text, text, text, text, text, text, st.integers(), st.integers(), st.dictionaries(text, text)
)
limitations = st.lists(st.builds(Limitation, text, text), max_size=2).map(tuple)
estimates = st.builds(
    SexEstimate, st.sampled_from(Outcome), text, text, finite, finite, st.tuples(finite, finite), finite, finite, finite, text, limitations,
    readings=st.lists(finite, max_size=2).map(tuple),
)  # fmt: skip


@given(acquisitions | recipes | estimates)
def test_nothing_is_lost(value: Acquisition | ExaminationRecipe | SexEstimate) -> None:
    assert from_json(type(value), to_json(value)) == value


def test_numpy_numbers_become_pythons_own_without_loss() -> None:
    window = Window(np.float64(0.1), np.float32(0.3))  # type: ignore[arg-type]
    acquisition = Acquisition(rows=np.int64(7), windows=(window,), lossy=np.bool_(True))  # type: ignore[arg-type]
    again = from_json(Acquisition, to_json(acquisition))
    assert again == acquisition
    assert type(again.rows) is int and type(again.lossy) is bool and type(again.windows[0].high) is float


def test_a_number_that_is_none_survives() -> None:
    again = from_json(AgeEstimate, to_json(AgeEstimate(math.nan, -math.inf, math.inf, "m")))
    assert math.isnan(again.months) and (again.low, again.high) == (-math.inf, math.inf)


def test_text_without_a_field_takes_its_default() -> None:
    assert from_json(Acquisition, '{"modality":"CR"}') == Acquisition(modality="CR")


def test_half_a_surrogate_pair_is_written_out() -> None:
    assert from_json(Acquisition, to_json(Acquisition(tags={"k\ud800": "\udfff"}))).tags == {r"k\ud800": r"\udfff"}


def test_what_is_no_plain_type_is_a_bug() -> None:
    @dataclasses.dataclass
    class Odd:
        when: bytes = b""

    with pytest.raises(TypeError, match="does not know how to read"):
        from_json(bytes, "1")
    with pytest.raises(TypeError):
        to_json(Odd())
    assert from_json(datetime, to_json(datetime(2026, 1, 1))) == datetime(2026, 1, 1)
    with pytest.raises(ValueError, match="none of"):
        from_json(Window | LookupTable, '{"other":1}')
