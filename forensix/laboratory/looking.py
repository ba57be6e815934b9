"""Looking: pixels from hashed evidence, the one door to an estimate, and the quick look that keeps nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.domain.case import Acquisition, Radiograph, Role
from forensix.domain.errors import CaseConflict, EvidenceAltered
from forensix.domain.examination import Examination, Observation, Saliency
from forensix.domain.plain import plain
from forensix.domain.sight import Sight, may_see
from forensix.domain.view import Pixels
from forensix.imaging import quality
from forensix.laboratory.acts import PERMITTED, Acts

if TYPE_CHECKING:
    from forensix.casebook import LatestRun


@dataclass(frozen=True, slots=True)
class Covered:
    """An estimate that may not be seen yet, and the verb that comes first."""

    examination: str
    estimate: str = "covered"
    next: str = "observe"


@dataclass(frozen=True, slots=True)
class QuickLook:
    """A file looked at outside any case: not evidence, nothing is kept. `examined` is the estimator's answer."""

    acquisition: Acquisition
    pixels: Pixels
    findings: tuple[quality.Finding, ...]
    examined: Any
    marking: str = "quick look: not evidence, nothing is kept"


class Looking(Acts):
    """The verbs `pixels`, `estimate_for`, `reveal` and `quick_look`."""

    def pixels(self, radiograph: str) -> Pixels:
        """The pixels of a radiograph in custody; the original is hashed again on the way.

        Raises
        ------
        EvidenceAltered
            The file no longer has its hash, or now reads to other pixels than when it was received.
        """
        item = self.casebook.radiograph(radiograph)
        return self.read_evidence(item)[1]

    def read_evidence(self, item: Radiograph) -> tuple[Acquisition, Pixels]:
        acquisition, pixels = self.quarantine.read(self.casebook.evidence.open(item.sha256), item.file_name)
        if hash_of(pixels) != item.pixels_sha256:
            raise EvidenceAltered(
                f"{item.file_name} is unaltered, but reads to other pixels than when it was received.",
                "A reading library has changed: go back to the installation that received it.",
                item.id,
            )
        return acquisition, pixels

    def sight(self, radiograph: str) -> Sight:
        """Whether the actor may see this radiograph's estimate now; reading for the record (an auditor) follows the issued report."""
        me = self.actor.id
        return may_see(self.casebook.blind_first, (me,) if self.own_observations(radiograph) else (), me)

    def may_read(self, radiograph: str, case_id: str) -> bool:
        """Whether the actor may read a radiograph's numbers: she may see its estimate, or only reads what a report has told."""
        return self.sight(radiograph).visible or (self.actor.role in READERS and bool(self.casebook.reports(case_id)))

    def own_observations(self, radiograph: str) -> list[Observation]:
        """The actor's own locked observation of a radiograph, under whichever id she locked it; or none."""
        own = self.own_ids
        return [observation for observation in self.casebook.observations(radiograph) if observation.examiner_id in own]

    def require_sight(self, case_id: str) -> None:
        """See that the actor may see every estimate on which the case's conclusions rest.

        Raises
        ------
        CaseConflict
            Naming the radiograph that she has to observe first.
        """
        for item in self.casebook.radiographs(case_id):
            if self.casebook.conclusions(item.id) and not self.sight(item.id).visible:
                raise CaseConflict(
                    f"The report is covered until your own observation of {item.file_name} is locked.", "Observe it first.", item.id
                )

    def estimate_for(self, examination: Examination | str) -> Examination | Covered:
        """The only door to an estimate, for window, command line and export alike."""
        held = examination if isinstance(examination, Examination) else self.casebook.examination(examination)
        sight = self.sight(held.radiograph_id)
        return held if sight.visible else Covered(held.id, next=sight.next)

    def worklist_estimates(self) -> dict[str, LatestRun]:
        """The same door for a whole worklist: of each radiograph the latest run that the actor may see and was shown, and no other."""
        runs: dict[str, LatestRun] = {}
        for own in self.own_ids:
            for run in self.casebook.latest_runs(own):
                held = runs.get(run.radiograph_id, run)
                runs[run.radiograph_id] = run._replace(observed=run.observed or held.observed, shown=run.shown or held.shown)
        me, blind = self.actor.id, self.casebook.blind_first
        return {key: run for key, run in runs.items() if run.shown and may_see(blind, (me,) if run.observed else (), me).visible}

    def reveal(self, radiograph: str) -> Examination:
        """Show the actor the latest estimate of a radiograph, and write into custody that it was shown.

        Raises
        ------
        CaseConflict
            Not examined yet, or her own observation is not locked yet.
        """
        item = self.casebook.radiograph(radiograph)
        act = self.act("reveal")
        runs = self.casebook.examinations(item.id)
        if not runs:
            raise CaseConflict(f"{item.file_name} has not been examined.", "Examine it first.", item.id)
        if not self.sight(item.id).visible:
            raise CaseConflict(
                "The estimate is covered until your own observation is locked.",
                "Observe first; that it cannot be told from this radiograph is an answer.",
                item.id,
            )
        self.casebook.shown(item.id, act)
        return runs[-1]

    def note_shown(self, radiographs: Iterable[str]) -> None:
        """Write into custody what is told without `reveal`: of these radiographs, whose latest run the actor may see and was not shown.

        Who examines nothing (an administrator, an auditor) is not noted: no opinion of hers is reported.
        """
        if self.actor.role not in PERMITTED["reveal"]:
            return
        shown = self.worklist_estimates()
        for each in radiographs:
            if each not in shown and self.casebook.examinations(each) and self.sight(each).visible:
                self.casebook.shown(each, self.act("reveal"))

    def quick_look(self, path: Path) -> QuickLook:
        """Radiograph, estimate and heatmap of a file without a case; nothing is kept."""
        from forensix.imaging import sources

        source = next(iter(sources.find([path])))
        acquisition, pixels = self.quarantine.read(source.load(), source.name)
        findings = quality.assess(pixels, acquisition)
        examined = self.networks.estimator().examine(
            pixels,
            acquisition,
            side=acquisition.declared_side,
            findings=findings,
            synthetic=False,
            prior_male=self.settings.prior_male,
            threshold=self.settings.threshold,
            saliency=self.settings.saliency,
        )
        return QuickLook(acquisition, pixels, findings, examined)


def shown_estimate(seen: Examination | Covered) -> dict[str, Any]:
    """An examination as `--json` and exports give it: covered stays covered."""
    if isinstance(seen, Covered):
        return {"examination": seen.examination, "estimate": seen.estimate, "next": seen.next}
    document: dict[str, Any] = plain(seen)
    document |= {
        "estimates": plain(seen.estimates),
        "saliency": seen.saliency and shown_saliency(seen.saliency),
    }
    return {"examination": seen.id, "estimate": document["sex"], **document}


def shown_saliency(saliency: Saliency) -> dict[str, Any]:
    """A heatmap as `--json` gives it, its map as rows of numbers; None: there is no map."""
    document: dict[str, Any] = plain(saliency)
    return document | {"map": None if saliency.map is None else saliency.map.tolist()}


READERS = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


def hash_of(pixels: Pixels) -> str:
    """SHA-256 of the array analysed: shape as text, then little-endian float32 values in rows."""
    return hashlib.sha256(f"{pixels.shape[0]}x{pixels.shape[1]}:".encode() + pixels.astype("<f4").tobytes()).hexdigest()
