"""Heatmaps on demand through the laboratory: behind the one door, kept in custody, and stored with their checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Role
from forensix.domain.errors import Cancelled, CaseConflict, ModelRejected
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.acts import silent
from tests.laboratory.conftest import ANNA

KINDS = ["shift", "random_map", "random_network", "outside_hand"]


@pytest.fixture(scope="module")
def anna(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    """One laboratory for the whole file, its one radiograph examined; the tests stand in the order of work."""
    folder = tmp_path_factory.mktemp("explaining")
    chosen = replace(settings.defaults(), added_models=tiny_models, model="tiny-resnet18", device="cpu")
    (folder / "left.dcm").write_bytes(phantom.dicom(phantom.hand(21, size=(800, 600)), laterality="L"))
    book = Casebook.create(folder / "book", act=Act(actor=ANNA), blind_first=True, synthetic=True)
    with Laboratory(book, chosen, ANNA) as laboratory:
        laboratory.open_case("PM-7", incident="Flood")
        laboratory.receive("PM-7", [folder / "left.dcm"])
        laboratory.examine("PM-7", checked=True)
        yield laboratory


@pytest.fixture
def examined(anna: Laboratory) -> str:
    """The id of the first examination."""
    return anna.casebook.examinations(anna.casebook.radiographs()[0].id)[0].id


def open_eyes(laboratory: Laboratory) -> None:
    for item in laboratory.casebook.radiographs():
        if not laboratory.sight(item.id).visible:
            laboratory.observe(item.id)


def test_an_examination_keeps_its_heatmap_s_checks(anna: Laboratory, examined: str) -> None:
    stored = anna.casebook.examination(examined).saliency
    assert stored is not None and stored.map is not None
    assert [check.kind for check in stored.checks] == KINDS
    assert {type(check.passed) for check in stored.checks} <= {bool, type(None)}


def test_no_heatmap_while_the_estimate_is_covered(anna: Laboratory, examined: str) -> None:
    with pytest.raises(CaseConflict, match="covered"):
        anna.explain(examined)
    with pytest.raises(CaseConflict, match="covered"):
        anna.check_heatmap(examined)
    assert not [event for event in anna.casebook.events() if event.kind == "explained"]


def test_a_cancelled_map_leaves_no_trace(anna: Laboratory, examined: str) -> None:
    open_eyes(anna)

    def progress(step: str, fraction: float) -> None:
        if "random" in step:
            raise Cancelled

    with pytest.raises(Cancelled):
        anna.explain(examined, progress=progress)
    assert not [event for event in anna.casebook.events() if event.kind == "explained"]


def test_maps_on_demand_are_kept_in_custody(anna: Laboratory, examined: str) -> None:
    open_eyes(anna)
    told: list[tuple[str, float]] = []
    made = anna.explain(
        examined, ("male", "age"), method="layer_cam", layer="layer3.1", progress=lambda step, share: told.append((step, share))
    )
    assert [one.explains for one in made] == ["male", "age"] and {one.grid for one in made} == {(4, 4)}
    assert [share for _, share in told] == sorted(share for _, share in told) and told[-1][1] == 1.0
    kept = [event.details["heatmap"] for event in anna.casebook.events() if event.kind == "explained"]
    assert [one["explains"] for one in kept] == ["male", "age"] and all(len(one["map_sha256"]) == 64 for one in kept)
    assert [check["kind"] for check in kept[0]["checks"]] == KINDS


def test_checks_that_were_not_made_at_once_are_made_when_they_are_asked_for_and_kept(anna: Laboratory) -> None:
    item = anna.casebook.radiographs()[0]
    anna.examine(radiographs=(item.id,), again="as a batch does")
    first, last = anna.casebook.examinations(item.id)
    assert first.saliency is not None and last.saliency is not None and last.saliency.checks == ()
    open_eyes(anna)
    made = anna.check_heatmap(last.id).saliency
    assert made is not None and made.checks == first.saliency.checks
    for stored in (anna.casebook.examination(last.id), anna.casebook.examinations(item.id)[-1]):
        assert stored.saliency is not None and stored.saliency.checks == made.checks
    anna.check_heatmap(last.id)
    kept = [event for event in anna.casebook.events() if event.kind == "heatmap_checked"]
    assert [event.details["examination"] for event in kept] == [last.id] and kept[0].actor == ANNA.name
    assert {finding.result for finding in anna.verify_case("PM-7").findings if finding.check in ("chain", "rows")} == {"passed"}


def test_checks_are_of_the_map_that_was_kept(anna: Laboratory, monkeypatch: pytest.MonkeyPatch) -> None:
    item = anna.casebook.radiographs()[0]
    anna.examine(radiographs=(item.id,), again="for another map")
    held = anna.casebook.examinations(item.id)[-1]
    assert held.saliency is not None and held.saliency.map is not None
    other = replace(held, saliency=replace(held.saliency, map=held.saliency.map[::-1].copy()))
    with pytest.raises(ModelRejected, match="another than the one"):
        anna._check(other, anna.act("explain"), silent)
    monkeypatch.setattr(anna.casebook, "blind_first", False)
    auditor = Laboratory(anna.casebook, anna.settings, replace(ANNA, name="Ida", role=Role.AUDITOR))
    seen = auditor.check_heatmap(held.id).saliency
    assert seen is not None and seen.checks == ()


def test_what_can_be_asked(anna: Laboratory, examined: str) -> None:
    choices = anna.heatmap_choices(examined)
    assert choices.explains == ("male", "female", "age") and "score_cam" in choices.methods
    assert list(choices.layers.items())[-1] == ("layer4.1", (2, 2))


def test_only_the_network_that_examined_may_explain(anna: Laboratory, examined: str) -> None:
    open_eyes(anna)
    held = anna.casebook.examination(examined)
    with pytest.raises(ModelRejected, match="not the network"):
        anna._estimator_of(replace(held, recipe=replace(held.recipe, weights_sha256="0" * 64)))
