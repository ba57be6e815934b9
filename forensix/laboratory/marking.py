"""Marking: rulers, angles, arrows and texts on a radiograph, saved at once; another examiner's stay covered like her opinion."""

from __future__ import annotations

from dataclasses import dataclass

from forensix.domain.errors import CaseConflict
from forensix.domain.mark import Mark, Shape
from forensix.laboratory.acts import new_id, now
from forensix.laboratory.looking import Looking


@dataclass(frozen=True, slots=True)
class MarksSeen:
    """The marks that the actor may see, and how many of other examiners are covered until her own observation is locked."""

    marks: tuple[Mark, ...]
    covered: int = 0


class Marking(Looking):
    """The verbs `marks_for`, `mark` and `take_mark_away`."""

    def marks_for(self, radiograph: str) -> MarksSeen:
        """The only door to marks: her own always; another examiner's once `sight` lets the actor see the estimate too."""
        item = self.casebook.radiograph(radiograph)
        held = self.casebook.marks(item.id)
        if self.sight(item.id).visible:
            return MarksSeen(tuple(held))
        own = tuple(mark for mark in held if mark.examiner_id == self.actor.id)
        return MarksSeen(own, len(held) - len(own))

    def mark(self, radiograph: str, shape: Shape, mark_id: str = "", *, undone: bool = False) -> Mark:
        """Set a mark on a radiograph, or give one of the actor's own, known by its id, another shape.

        Raises
        ------
        CaseConflict
            The mark is another examiner's.
        """
        act = self.act("mark")
        item = self.casebook.radiograph(radiograph)
        made = Mark(mark_id or new_id(), item.id, self.actor.id, self.actor.name, shape, now())
        self.casebook.set_mark(made, act, undone=undone)
        return made

    def take_mark_away(self, radiograph: str, mark_id: str, *, undone: bool = False) -> Mark:
        """Take one of the actor's own marks away; the casebook keeps that it was there.

        Raises
        ------
        CaseConflict
            It is another examiner's, or not there.
        """
        act = self.act("mark")
        item = self.casebook.radiograph(radiograph)
        held = next((mark for mark in self.marks_for(item.id).marks if mark.id == mark_id), None)
        if held is None:
            raise CaseConflict("There is no such mark that you can see.", "Read the marks again.", mark_id)
        if held.examiner_id != self.actor.id:
            raise CaseConflict("A mark belongs to who set it.", "Set one of your own.", mark_id)
        taken = Mark(held.id, item.id, self.actor.id, self.actor.name, held.shape, now())
        self.casebook.take_mark_away(taken, act, undone=undone)
        return taken
