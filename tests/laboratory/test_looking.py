"""Looking: an estimate is uncovered for a person, under whatever id the casebook knows her; and for nobody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict, EvidenceAltered
from forensix.domain.examination import Outcome
from forensix.laboratory import Laboratory
from forensix.laboratory.looking import Covered
from forensix.settings import Settings
from tests.laboratory.conftest import ANNA

LATER = Examiner("", f"  {ANNA.name.upper()}", Role.EXAMINER, "forensic anthropologist", "5e71a1")
"""The same person, after the site has made her a certificate."""


@pytest.fixture
def observed(anna: Laboratory, radiographs: Path) -> str:
    """A radiograph that Anna observed under her name, before she had a key."""
    anna.open_case("PM-1", incident="Flood")
    item = anna.receive("PM-1", [radiographs / "left.dcm"]).items[0].radiograph
    anna.examine("PM-1")
    anna.observe(item)
    anna.reveal(item)
    return item


def test_who_gets_a_certificate_is_still_who_observed(observed: str, book: Casebook, chosen: Settings, tmp_path: Path) -> None:
    item = observed
    with Laboratory(book, chosen, LATER, "key") as anna:
        assert len(anna.own_ids) == 2 and anna.sight(item).visible
        assert list(anna.worklist_estimates()) == [item]
        assert len(anna.export_dicom("PM-1", tmp_path / "sr.dcm", "sr").files) == 1
        with pytest.raises(CaseConflict, match="already locked"):
            anna.observe(item)
        anna.conclude(book.examinations(item)[-1].id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
        own = anna._item(book.specimens(book.case("PM-1").id)[0], book.radiograph(item), book.conclusions(item))
        assert own.observation is not None and own.other_observations == ()
        with pytest.raises(CaseConflict, match="her own conclusion"):
            anna.review("PM-1", agrees=True)


def test_another_person_has_to_observe_herself(observed: str, ben: Laboratory, tmp_path: Path) -> None:
    assert not ben.sight(observed).visible
    assert isinstance(ben.estimate_for(ben.casebook.examinations(observed)[-1]), Covered)
    assert ben.worklist_estimates() == {}
    with pytest.raises(CaseConflict, match="covered"):
        ben.export_dicom("PM-1", tmp_path / "sr.dcm", "sr")


def test_an_original_that_reads_to_other_pixels_than_when_it_was_received_is_refused(observed: str, anna: Laboratory) -> None:
    item = anna.casebook.radiograph(observed)
    assert anna.read_evidence(item)[1].size
    with pytest.raises(EvidenceAltered, match="unaltered, but reads to other pixels"):
        anna.read_evidence(replace(item, pixels_sha256="0" * 64))


def test_no_draft_and_no_review_before_ones_own_observation(observed: str, anna: Laboratory, ben: Laboratory) -> None:
    anna.conclude(anna.casebook.examinations(observed)[-1].id, Outcome.INDETERMINATE, "The radiograph alone does not decide.")
    with pytest.raises(CaseConflict, match=r"covered until your own observation of left\.dcm is locked"):
        ben.draft("PM-1")
    with pytest.raises(CaseConflict, match=r"review needs your own observation of left\.dcm first"):
        ben.review("PM-1", agrees=True)
    ben.observe(observed)
    assert ben.review("PM-1", agrees=True).agrees
