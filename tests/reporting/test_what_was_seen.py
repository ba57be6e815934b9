"""What a report says of who saw what when, of the map's checks and of its clock is what was recorded, and nothing better."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forensix.domain.examination import SaliencyCheck
from forensix.domain.report import ExaminedItem
from forensix.reporting.sections import custody, items, opinion
from tests.reporting.test_cross_examination import facts, item, said
from tests.support import facts as made_up


def test_a_casebook_that_is_not_blind_does_not_claim_that_the_estimate_was_withheld() -> None:
    blind, open_one = (said(opinion.render(facts(item(), blind_first=first))) for first in (True, False))
    assert opinion.HIDDEN in blind and opinion.OPEN not in blind
    assert opinion.OPEN in open_one and opinion.HIDDEN not in open_one
    assert "whether it was seen before the observation is not known" in open_one and "had not shown it" not in open_one


def test_without_an_observation_nothing_is_said_to_have_been_seen_before_the_estimate() -> None:
    told = said(opinion.render(facts(replace(item(), observation=None))))
    assert "The casebook hides the estimate until an observation is locked; none was." in told
    assert "none was recorded" in told and "had not shown it" not in told


@pytest.mark.parametrize(
    ("radiograph", "actor", "told"), [("x1", "Dr Ada Example", True), ("x2", "Dr Ada Example", False), ("x1", "Dr Eve", False)]
)
def test_the_first_sight_is_of_this_radiograph_and_of_who_concluded(radiograph: str, actor: str, told: bool) -> None:
    made = facts(item())
    shown = replace(made.custody[-1], kind="shown", sequence=77, actor=actor, details={"radiograph": radiograph})
    others = tuple(event for event in made.custody if event.kind != "shown")
    assert ("custody event 77" in said(opinion.render(replace(made, custody=(*others, shown))))) is told


@pytest.mark.parametrize(("verdict", "word"), [(True, "passed"), (False, "failed"), (None, "not measured")])
def test_a_map_says_of_a_check_how_it_ended(verdict: bool | None, word: str) -> None:
    held = checked(SaliencyCheck("shift", 0.5, 0.7, verdict, "It holds."))
    assert items._checks(held, facts(held)) == [f"Check of the map, {word}: It holds."]


def test_a_map_that_was_not_checked_says_so() -> None:
    assert items._checks(checked(), facts(checked())) == ["The map was not checked."]


def checked(*checks: SaliencyCheck) -> ExaminedItem:
    one = item()
    return replace(one, examination=replace(one.examination, saliency=replace(made_up.saliency(), checks=checks)))


def test_the_clock_is_the_one_that_dated_the_signatures() -> None:
    own, stamped = (said(custody.render(facts(item(), time_source=source))) for source in ("", "Stamped by the service."))
    assert custody.CLOCK in own and custody.NOT_COMPARED in own
    assert "Stamped by the service." in stamped and custody.CLOCK not in stamped


@pytest.mark.parametrize(("trusted", "words"), [(True, "0.15 x 0.16 mm, calibrated at the patient"), (False, "declared, not calibrated")])
def test_millimetres_are_called_calibrated_only_where_they_are(trusted: bool, words: str) -> None:
    acquisition = replace(item().radiograph.acquisition, pixel_spacing_mm=(0.15, 0.16), spacing_trusted=trusted)
    assert words in items._spacing(acquisition)
