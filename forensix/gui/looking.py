"""What the bench fetches when a radiograph is chosen: its picture, and as much of its examination as the examiner may see; no Qt."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensix.domain.case import Radiograph
from forensix.domain.examination import Conclusion, Examination, Observation
from forensix.domain.raster import Raster, raster_of
from forensix.domain.view import VOI, first_voi

if TYPE_CHECKING:
    from forensix.casebook import ListedRadiograph
    from forensix.laboratory import Laboratory

BYTES_KEPT = 400 << 20
"""Of rasters in memory: a dozen of the usual ones, two of the largest that are read."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a radiograph has come for the examiner who asks.

    Parameters
    ----------
    runs : int
        How often it was examined.
    estimate : Examination or None
        The latest run, only if she may see it and was shown it; the door is `Laboratory.estimate_for`.
    may_reveal : bool
        Whether `reveal` would show it now.
    examiner : str
        The id of who asks.
    site : str
        The site whose record the estimate was made under; "" for the model's own card.
    not_hers : frozenset of str
        Verbs that the role of who asks does not permit.
    """

    radiograph: Radiograph
    observation: Observation | None
    runs: int
    latest: str
    estimate: Examination | None
    may_reveal: bool
    conclusion: Conclusion | None
    blind_first: bool
    examiner: str = ""
    site: str = ""
    not_hers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A radiograph ready to be drawn."""

    raster: Raster
    voi: VOI


class Pictures:
    """The last few pictures, so that going back and forth costs nothing; used on the bench only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Picture] = OrderedDict()

    def of(self, laboratory: Laboratory, radiograph: Radiograph | ListedRadiograph) -> Picture:
        if radiograph.id in self._kept:
            self._kept.move_to_end(radiograph.id)
            return self._kept[radiograph.id]
        pixels = laboratory.pixels(radiograph.id)
        windows = laboratory.casebook.radiograph(radiograph.id).acquisition.windows
        made = Picture(raster_of(pixels), first_voi(pixels, windows))
        self._kept[radiograph.id] = made
        while len(self._kept) > 1 and sum(picture.raster.nbytes for picture in self._kept.values()) > BYTES_KEPT:
            self._kept.popitem(last=False)
        return made


def standing_of(laboratory: Laboratory, radiograph_id: str) -> Standing:
    """Read how far a radiograph has come; nothing that the examiner may not see or was not shown is in the answer."""
    from forensix.laboratory.acts import PERMITTED

    casebook, me = laboratory.casebook, laboratory.actor.id
    radiograph = casebook.radiograph(radiograph_id)
    own = laboratory.own_ids
    mine = laboratory.own_observations(radiograph.id)
    runs = casebook.examinations(radiograph.id)
    concluded = [one for one in casebook.conclusions(radiograph.id) if one.examiner_id in own]
    seen = laboratory.estimate_for(runs[-1]) if runs else None
    visible = isinstance(seen, Examination)
    shown = visible and _was_shown(laboratory, radiograph.id)
    estimate = seen if shown and isinstance(seen, Examination) else None
    record = "" if estimate is None else estimate.recipe.site_record_sha256
    return Standing(
        radiograph=radiograph,
        observation=mine[-1] if mine else None,
        runs=len(runs),
        latest=runs[-1].id if runs else "",
        estimate=estimate,
        may_reveal=visible and not shown,
        conclusion=concluded[-1] if concluded else None,
        blind_first=casebook.blind_first,
        examiner=me,
        site=casebook.site_record(record).name if record else "",
        not_hers=frozenset(verb for verb, roles in PERMITTED.items() if laboratory.actor.role not in roles),
    )


def _was_shown(laboratory: Laboratory, radiograph_id: str) -> bool:
    """Whether custody says that this examiner was shown the estimate since its last run."""
    shown, own = False, laboratory.own_ids
    for event in laboratory.casebook.events(laboratory.casebook.case_of(radiograph_id).id):
        if event.details.get("radiograph") != radiograph_id:
            continue
        if event.kind == "examined":
            shown = False
        elif event.kind == "shown" and event.details.get("actor_id") in own:
            shown = True
    return shown
