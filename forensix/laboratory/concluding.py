"""Concluding: the examiner's own observation, her conclusion, and another examiner's review."""

from __future__ import annotations

import json
from dataclasses import replace

from forensix.domain.errors import CaseConflict
from forensix.domain.examination import Conclusion, Observation, ObservedSex, Outcome, Review
from forensix.domain.sight import AFTER_SEEING
from forensix.laboratory import review_checklist
from forensix.laboratory.acts import new_id, now
from forensix.laboratory.looking import Looking
from forensix.laboratory.signing_order import same_name

PLAIN_VIEW = json.dumps(
    {"window": "first", "inverted": False, "rotation": 0, "flip": False, "saliency_method": "grad_cam", "opacity": 0.45}
)


class Concluding(Looking):
    """The verbs `observe`, `conclude` and `review`."""

    def observe(
        self, radiograph: str, outcome: ObservedSex | str = ObservedSex.CANNOT_BE_TOLD, features: str = "", certainty: str = ""
    ) -> Observation:
        """Lock the actor's own observation; one to a person and radiograph.

        Raises
        ------
        CaseConflict
            She has already locked one.
        """
        item = self.casebook.radiograph(radiograph)
        if self.own_observations(item.id):
            raise CaseConflict(
                "Your observation of this radiograph is already locked.", "A later change of mind belongs in the conclusion.", item.id
            )
        observation = Observation(new_id(), item.id, self.actor.id, ObservedSex(outcome), features, certainty, now())
        self.casebook.observe(observation, self.act("observe"))
        return observation

    def conclude(self, examination: str, outcome: Outcome | str, basis: str, view_recipe: str = PLAIN_VIEW) -> Conclusion:
        """Record the actor's opinion on one examination; a later one stands beside the earlier, and the last is reported.

        Without an observation of hers, which only a casebook that is not blind allows, the basis says that she had seen the estimate.

        Raises
        ------
        CaseConflict
            No basis given; or blind first, and she has not observed this radiograph.
        """
        held = self.casebook.examination(examination)
        act = self.act("conclude")
        if not basis.strip():
            raise CaseConflict("A conclusion needs its basis in words.", "Say on what the conclusion rests.", held.id)
        if not self.sight(held.radiograph_id).visible:
            raise CaseConflict("A conclusion needs your own observation first.", "Observe the radiograph, then conclude.", held.id)
        if not self.own_observations(held.radiograph_id) and AFTER_SEEING not in basis:
            basis = f"{basis.strip()} ({AFTER_SEEING})"
        conclusion = Conclusion(new_id(), held.id, self.actor.id, Outcome(outcome), basis, view_recipe, now())
        self.casebook.conclude(conclusion, act)
        return conclusion

    def review(
        self,
        case: str,
        *,
        agrees: bool,
        text: str = "",
        checklist: dict[str, bool] | None = None,
        questions: dict[str, str] | None = None,
    ) -> Review:
        """Record another examiner's agreement or dissent.

        Parameters
        ----------
        checklist : dict
            Name of an item -> whether it holds; answers to the list that ships must answer all that it requires. None: no check list.
        questions : dict
            Name of an item -> the question as it was put, which custody keeps and the report prints. None: those of the list that ships.

        Raises
        ------
        CaseConflict
            Nothing is concluded; the reviewer concluded it herself; she has not observed every concluded radiograph; dissent without
            words; agreement over a required item that does not hold, or with required items unanswered.
        """
        into = self.casebook.case(case)
        act = self.act("review")
        concluded = [item for item in self.casebook.radiographs(into.id) if self.casebook.conclusions(item.id)]
        if not concluded:
            raise CaseConflict(f"Case {into.number} has no conclusion to review.", "Conclude first.", into.number)
        people = {person.id: person.name for person in self.casebook.examiners()}
        for item in concluded:
            if any(same_name(people[each.examiner_id], self.actor.name) for each in self.casebook.conclusions(item.id)):
                raise CaseConflict("Nobody reviews her own conclusion.", "Ask another examiner.", into.number)
            if not self.own_observations(item.id):
                raise CaseConflict(f"A review needs your own observation of {item.file_name} first.", "Observe it, then review.", item.id)
        if not agrees and not text.strip():
            raise CaseConflict("A dissent needs its reasons in words.", "Say where you differ and why.", into.number)
        self._check_answers(checklist or {}, agrees=agrees)
        review = Review(new_id(), into.id, self.actor.id, agrees, text, checklist or {}, now())
        put = review_checklist.questions() if questions is None else questions
        asked = {name: put[name] for name in review.checklist if name in put}
        self.casebook.review(review, replace(act, details={**act.details, "questions": asked}))
        return review

    def _check_answers(self, answers: dict[str, bool], *, agrees: bool) -> None:
        shipped = review_checklist.shipped()
        if answers and set(answers) <= {item.name for item in shipped}:
            review_checklist.check(answers, shipped)
        against = review_checklist.contradictions(answers)
        if agrees and against:
            raise CaseConflict(
                f"The check list answers {', '.join(against)} with no, and the review agrees.",
                "Dissent and say why, or have it put right and review again.",
                against[0],
            )
