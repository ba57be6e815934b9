"""What the worklist asks of the laboratory: estimates only behind the door, previews that are no evidence, batches that go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.laboratory.resuming import EXAMINE, RECEIVE, Batch, note_of
from tests.laboratory.conftest import ANNA, BEN


@pytest.fixture(scope="module")
def anna(tiny_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    """One laboratory for the whole file with two radiographs; the tests stand in the order of work."""
    folder = tmp_path_factory.mktemp("worklist")
    chosen = replace(settings.defaults(), added_models=tiny_models, model="tiny-resnet18", device="cpu")
    (folder / "given").mkdir()
    for seed in (21, 22):
        (folder / "given" / f"{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(seed, size=(320, 240)), laterality="L"))
    (folder / "given" / "notes.txt").write_text("not a radiograph", encoding="utf-8")
    book = Casebook.create(folder / "book", act=Act(actor=ANNA), blind_first=True, synthetic=True)
    with Laboratory(book, chosen, ANNA) as laboratory:
        laboratory.open_case("PM-7", incident="Flood")
        yield laboratory


def given(laboratory: Laboratory) -> Path:
    return laboratory.casebook.folder.parent / "given"


def test_a_batch_of_files_goes_on_where_custody_says(anna: Laboratory) -> None:
    assert anna.unfinished() == ()
    begun = anna.begin_batch(Batch(RECEIVE, (str(given(anna)),), case="PM-7", specimen="H1"))
    assert begun.after == anna.casebook.head()[0] and anna.unfinished() == (begun,)
    sources = anna.given([given(anna)])
    assert [anna.receive_given("PM-7", source, specimen="H1").status for source in sources[:2]] == ["received", "received"]
    assert anna.done_since(begun) == {source.path for source in sources[:2]}
    assert anna.receive_given("PM-7", sources[2]).status == "refused"
    assert anna.done_since(begun) == {source.path for source in sources}
    anna.end_batch(begun.id)
    anna.end_batch(begun.id)
    assert anna.unfinished() == ()
    assert {specimen.label for specimen in anna.casebook.specimens(anna.casebook.case("PM-7").id)} == {"H1"}


def test_a_damaged_note_is_none(anna: Laboratory) -> None:
    begun = anna.begin_batch(Batch(EXAMINE, ("x",)))
    note = note_of(anna.casebook.folder, begun.id)
    for content in ("", "[]", '{"verb": "examine"}', '{"given": ["x"], "other": 1}'):
        note.write_text(content, encoding="utf-8")
        assert anna.unfinished() == ()
    anna.end_batch(begun.id)
    assert not note.parent.exists()


def test_two_batches_have_a_note_each_and_the_one_note_of_before_is_read(anna: Laboratory) -> None:
    first, second = anna.begin_batch(Batch(RECEIVE, ("a",), case="PM-7")), anna.begin_batch(Batch(EXAMINE, ("x",)))
    assert set(anna.unfinished()) == {first, second}
    anna.end_batch(first.id)
    assert anna.unfinished() == (second,)
    anna.end_batch(second.id)
    old = {"verb": "receive", "given": ["a"], "after": 2, "again": "", "case": "PM-7", "specimen": "", "side": "left"}
    (anna.casebook.folder / "unfinished.json").write_text(json.dumps(old), encoding="utf-8")
    (found,) = anna.unfinished()
    assert (found.given, found.side) == (("a",), "left")
    anna.end_batch(found.id)
    assert anna.unfinished() == ()


def test_a_batch_of_examinations_is_done_where_it_was_examined_since(anna: Laboratory) -> None:
    ids = tuple(item.id for item in anna.casebook.radiographs())
    begun = anna.begin_batch(Batch(EXAMINE, ids))
    anna.examine(radiographs=ids[:1])
    assert anna.done_since(begun) == {ids[0]}
    again = anna.begin_batch(Batch(EXAMINE, ids, again="another lamp"))
    assert anna.done_since(again) == frozenset()


def test_the_worklist_sees_an_estimate_when_its_examiner_was_shown_it(anna: Laboratory) -> None:
    item = next(one for one in anna.casebook.radiographs() if anna.casebook.examinations(one.id))
    assert anna.worklist_estimates() == {}
    anna.observe(item.id)
    assert anna.worklist_estimates() == {}
    shown = anna.reveal(item.id)
    (seen,) = anna.worklist_estimates().values()
    assert (seen.radiograph_id, seen.outcome, seen.typicality) == (item.id, shown.sex.outcome, shown.sex.typicality)
    with Laboratory(anna.casebook, anna.settings, BEN) as ben:
        assert ben.worklist_estimates() == {}
    anna.examine(radiographs=(item.id,), again="another run was not shown yet", checked=False)
    assert anna.worklist_estimates() == {}


def test_a_preview_is_kept_beside_the_originals_and_made_again(anna: Laboratory) -> None:
    item = anna.casebook.radiographs()[0]
    kept = anna.casebook.folder / "previews" / f"{item.pixels_sha256}.png"
    first = anna.preview(item.id)
    assert first is not None and first == kept.read_bytes()
    with Image.open(BytesIO(first)) as picture:
        assert picture.mode == "L" and max(picture.size) == 96
    kept.unlink()
    assert anna.preview(item.id, make=False) is None and not kept.exists()
    assert anna.preview(item.id) == first and kept.exists()
    assert all(finding.result != "failed" for finding in anna.casebook.verify())


def test_a_preview_that_cannot_be_kept_is_still_shown(anna: Laboratory) -> None:
    item = anna.casebook.radiographs()[0]
    folder = anna.casebook.folder / "previews"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    assert anna.preview(item.id) is not None
    folder.unlink()
