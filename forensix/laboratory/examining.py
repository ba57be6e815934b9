"""Examining: evidence is opened and hashed again, read, given to the network; the run is kept, and so is a failed one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from forensix.domain.case import Radiograph
from forensix.domain.errors import CaseConflict, ForensixError, Withdrawn
from forensix.domain.examination import Examination
from forensix.imaging import quality
from forensix.laboratory.acts import Progress, new_id, now, silent
from forensix.laboratory.looking import shown_estimate
from forensix.laboratory.siting import Siting


@dataclass(frozen=True, slots=True)
class ExaminedItem:
    """One radiograph: `status` examined, failed or skipped; `estimate` as the actor may see it (covered, or the estimate)."""

    radiograph: str
    file_name: str
    status: str
    document: dict[str, Any]
    reason: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """What became of every radiograph asked for."""

    examined: int
    failed: int
    skipped: int
    items: tuple[ExaminedItem, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """How to examine: model, device and saliency method by name ("" = as Settings say); `again` is the reason for a repeat; `checked`
    says whether the heatmap is checked at once.
    """

    model: str = ""
    device: str = ""
    saliency: str = ""
    again: str = ""
    checked: bool = False


class Examining(Siting):
    """The verb `examine`."""

    def examine(
        self,
        case: str | None = None,
        *,
        radiographs: tuple[str, ...] = (),
        model: str = "",
        device: str = "",
        saliency: str = "",
        again: str = "",
        checked: bool = False,
        progress: Progress = silent,
    ) -> Examined:
        """Examine a case's radiographs, those named, or all; one that has been examined is skipped unless `again` gives a reason.

        Parameters
        ----------
        checked : bool
            Whether each heatmap is checked at once, which takes longer than all the rest; what is not is checked when its heatmap is
            opened, or goes into a report.

        Raises
        ------
        ModelRejected
            Before any radiograph is touched.
        CaseConflict
            Nothing to examine.
        """
        self.act("examine")
        choice = Choice(model, device, saliency, again, checked)
        items = self._chosen(case, radiographs)
        progress("loading the network", 0.0)
        self.networks.estimator(choice.model, choice.device)
        done = []
        for position, item in enumerate(items):
            progress(f"examining {item.file_name}", position / len(items))
            done.append(self._examine_one(item, choice))
        progress("examined", 1.0)
        count = [each.status for each in done].count
        return Examined(count("examined"), count("failed"), count("skipped"), tuple(done))

    def _chosen(self, case: str | None, radiographs: tuple[str, ...]) -> list[Radiograph]:
        if radiographs:
            return [self.casebook.radiograph(each) for each in radiographs]
        items = self.casebook.radiographs(self.casebook.case(case).id if case else None)
        if not items:
            raise CaseConflict("There is no radiograph to examine.", "Receive a radiograph first.", case or "")
        return list(items)

    def _examine_one(self, item: Radiograph, choice: Choice) -> ExaminedItem:
        try:
            self.casebook.require_held(item.id)
            return self._examine_held(item, choice)
        except Withdrawn as error:  # before, or while it was examined
            return ExaminedItem(item.id, item.file_name, "failed", {}, error.message, error.remedy)

    def _examine_held(self, item: Radiograph, choice: Choice) -> ExaminedItem:
        earlier = self.casebook.examinations(item.id)
        if earlier and not choice.again:
            seen = shown_estimate(self.estimate_for(earlier[-1]))
            return ExaminedItem(item.id, item.file_name, "skipped", seen, "Already examined.", "Give a reason to examine it again.")
        act = self.act("examine", reason=choice.again)
        try:
            examination = self._run(item, choice)
        except ForensixError as error:
            self.casebook.examination_failed(item.id, error.message, act)
            return ExaminedItem(item.id, item.file_name, "failed", {}, error.message, error.remedy)
        self.casebook.examine(examination, act)
        return ExaminedItem(item.id, item.file_name, "examined", shown_estimate(self.estimate_for(examination)))

    def _run(self, item: Radiograph, choice: Choice) -> Examination:
        acquisition, pixels = self.read_evidence(item)
        examined = self.networks.estimator(choice.model, choice.device).examine(
            pixels,
            acquisition,
            side=item.side,
            findings=quality.assess(pixels, acquisition),
            synthetic=self.casebook.synthetic,
            prior_male=self.settings.prior_male,
            threshold=self.settings.threshold,
            saliency=choice.saliency or self.settings.saliency,
            checked=choice.checked,
            site=self.site_terms(),
        )
        return Examination(
            id=new_id(),
            radiograph_id=item.id,
            examiner_id=self.actor.id,
            performed_at=now(),
            recipe=replace(examined.recipe, quality_gate=quality.version()),
            logits=examined.logits,
            sex=examined.sex,
            age=examined.age,
            saliency=examined.saliency,
            reason=choice.again,
        )
