"""Moving: a radiograph that was received into the wrong case is withdrawn there and received into the right one."""

from __future__ import annotations

import json
from dataclasses import dataclass

from forensix.domain.case import Case, Radiograph
from forensix.domain.errors import CaseConflict
from forensix.laboratory.looking import Looking
from forensix.laboratory.resuming import EXAMINE, Resuming


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a radiograph whose case was corrected.

    Parameters
    ----------
    radiograph : str
        Its id in the case `number`, which is its case now.
    specimen : str
        The label of its part there.
    put_back : bool
        Whether it had been in that case before, so that what was done with it there counts again.
    seen : tuple of str
        Where its estimate could be seen before, in words, as the custody of its case says it.
    report_version : int
        The version of the latest report on the case that it was withdrawn from, where that report holds it; 0: none does.
    may_report : bool
        Whether anything concluded is left in that case, for a new version of its report to rest on.
    """

    file_name: str
    from_number: str
    number: str
    radiograph: str
    specimen: str
    put_back: bool
    seen: tuple[str, ...]
    report_version: int = 0
    may_report: bool = False


class Moving(Looking, Resuming):
    """The verb `move`, which `correct` calls for the case of a radiograph."""

    def move(self, radiograph: str, case: str, reason: str) -> Moved:
        """Withdraw a radiograph from its case and receive its kept file into another; what was done with it stays in the record of the old
        one.

        Raises
        ------
        CaseConflict
            No such case, the one that it is in already, or one that holds its file; or a batch is at work on it.
        Withdrawn
            It was withdrawn from its case before.
        EvidenceAltered
            Its original is missing, or is not what was received.
        """
        act = self.act("correct", reason=reason)
        item = self.casebook.radiograph(radiograph)
        self.casebook.require_held(item.id)
        old, new = self.casebook.case_of(item.id), self._open(case)
        self._require_at_rest(item)
        made = self.casebook.move(item.id, new.id, act)
        return Moved(
            file_name=item.file_name,
            from_number=made.from_number,
            number=made.number,
            radiograph=made.radiograph.id,
            specimen=made.label,
            put_back=made.put_back,
            seen=made.seen,
            report_version=self._reported_in(old, item),
            may_report=any(self.casebook.conclusions(each.id) for each in self.casebook.radiographs(old.id)),
        )

    def _open(self, case: str) -> Case:
        """The case that a radiograph shall go into; none is opened for it, because a slip of the pen is no new body."""
        try:
            return self.casebook.case(case)
        except CaseConflict as error:
            remedy = (
                f"Check the number. If the case is not open yet: `forensix case open {case} --incident NAME`, or receive another of its "
                "radiographs; then correct again."
            )
            raise CaseConflict(error.message, remedy, error.subject) from error

    def _require_at_rest(self, item: Radiograph) -> None:
        """See that no batch that is at work waits to examine it."""
        for batch in self.unfinished():
            waits = batch.verb == EXAMINE and item.id in batch.given and item.id not in self.done_since(batch)
            if waits and self.is_elsewhere(batch):
                raise CaseConflict(
                    f"{item.file_name} is being examined in a batch.",
                    "Wait until the batch has ended, or stop it; then correct.",
                    item.file_name,
                )

    def _reported_in(self, case: Case, item: Radiograph) -> int:
        latest = self.casebook.reports(case.id)[-1:]
        return next((one.version for one in latest if item.id in reported_on(self.casebook.record(one.id))), 0)


def reported_on(record: bytes) -> tuple[str, ...]:
    """The ids of the radiographs that a report reports on, by its record."""
    return tuple(str(item["radiograph"]["id"]) for item in json.loads(record)["items"])
