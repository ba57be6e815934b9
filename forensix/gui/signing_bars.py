"""Why a report cannot be signed as things stand, known before anything is typed; the words for it say what would make it possible."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from forensix.domain.case import Examiner, Role
from forensix.domain.errors import SigningFailed
from forensix.gui import wording
from forensix.gui.signing_keys import SigningKey, Unfit, at_hand
from forensix.settings import account

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory


class Why(Enum):
    """What a signature fails for."""

    ROLE = auto()
    CONCLUDED = auto()
    SIGNED = auto()
    REVIEWED = auto()
    REVIEW_OLD = auto()
    NO_KEY = auto()
    KEY_ROLE = auto()
    EXPIRED = auto()
    NOT_YET = auto()
    REVOKED = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason, and whom it is about.

    Parameters
    ----------
    name : str
        Who would sign.
    others : tuple of str
        Who concluded, or reviewed, in her place.
    """

    why: Why
    name: str
    role: Role = Role.EXAMINER
    others: tuple[str, ...] = ()
    when: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Who can put the next signature on a report; plain data by now, so that each key can be asked about wherever it comes from.

    Parameters
    ----------
    permitted : bool
        Whether the role in which she works may sign there at all.
    roles : frozenset of Role
        What a key must be made for.
    person : callable
        Why a person of that name cannot sign, whatever her key.
    """

    works: Examiner
    permitted: bool
    roles: frozenset[Role]
    person: Callable[[str], Bar | None]

    def of_key(self, key: SigningKey) -> Bar | None:
        """Why a signature with this key would be refused; None where nothing is known against it."""
        if key.owner is None:
            return None
        if barred := self.person(key.owner.name):
            return barred
        if key.owner.role not in self.roles:
            return Bar(Why.KEY_ROLE, key.owner.name, key.owner.role)
        return None if key.unfit is None else Bar(FOR[key.unfit], key.owner.name, when=key.since)

    def of_who_works(self, keys: Sequence[SigningKey]) -> Bar | None:
        """Why who works now cannot sign with what is at hand."""
        if not self.permitted:
            return Bar(Why.ROLE, self.works.name, self.works.role)
        if barred := self.person(self.works.name):
            return barred
        own = [key for key in keys if key.owner is None or key.owner.name == self.works.name]
        if not own:
            return Bar(Why.NO_KEY, self.works.name)
        found = [self.of_key(key) for key in own]
        return None if None in found else found[0]


@dataclass(frozen=True, slots=True)
class Bars:
    """What stands in the way of issuing a report, and of countersigning the latest that was issued."""

    issue: Bar | None = None
    countersign: Bar | None = None


FOR = {Unfit.EXPIRED: Why.EXPIRED, Unfit.NOT_YET: Why.NOT_YET, Unfit.REVOKED: Why.REVOKED, Unfit.LIST: Why.LIST}


def bars_of(laboratory: Laboratory, case_id: str) -> Bars:
    """Read what stands in the way for the actor; on the bench, as it reads certificates."""
    casebook, usual = laboratory.casebook, laboratory.settings.identity
    if not any(casebook.conclusions(item.id) for item in casebook.radiographs(case_id)):
        return Bars()
    keys = at_hand(casebook.folder, (Path(usual),) if usual else ())
    issued = casebook.reports(case_id)
    second = order_to_countersign(laboratory, issued[-1].id).of_who_works(keys) if issued else None
    return Bars(order_to_issue(laboratory, case_id).of_who_works(keys), second)


def order_to_issue(laboratory: Laboratory, case_id: str) -> Order:
    """Who concluded signs."""
    from forensix.laboratory import signing_order

    casebook = laboratory.casebook
    held = [casebook.conclusions(item.id)[-1:] for item in casebook.radiographs(case_id)]
    concluded = [one for last in held for one in last]
    people, login = {each.id: each for each in casebook.examiners()}, account()

    def person(name: str) -> Bar | None:
        others = signing_order.others(concluded, people, name, login)
        return Bar(Why.CONCLUDED, name, others=others) if others else None

    return Order(laboratory.actor, permitted("report", laboratory.actor.role), frozenset({Role.EXAMINER}), person)


def order_to_countersign(laboratory: Laboratory, report_id: str) -> Order:
    """Another person than the signer does; who reviewed, where the report records a review."""
    from forensix.identity.roles import SIGNS
    from forensix.laboratory import signing_order

    record = json.loads(laboratory.casebook.record(report_id))
    signer = laboratory.casebook.signatures(report_id)[0].signer
    names = [str(record["people"][review["examiner_id"]]["name"]) for review in record["reviews"]]

    def person(name: str) -> Bar | None:
        if signing_order.same_name(name, signer):
            return Bar(Why.SIGNED, name)
        try:
            signing_order.recorded_review(record, Examiner("", name))
        except SigningFailed:
            own = any(signing_order.same_name(name, other) for other in names)
            return Bar(Why.REVIEW_OLD, name) if own else Bar(Why.REVIEWED, name, others=tuple(dict.fromkeys(names)))
        return None

    return Order(laboratory.actor, permitted("countersign", laboratory.actor.role), SIGNS, person)


def permitted(verb: str, role: Role) -> bool:
    """Whether somebody who works in this role may do it at all."""
    from forensix.laboratory.acts import PERMITTED

    return role in PERMITTED[verb]


def why_not_issued(bar: Bar) -> str:
    """Why a report cannot be issued, and what would make it possible."""
    tr = wording.tr
    said = {
        Why.ROLE: tr(
            "You work as {role}, and an examiner signs a report first: whoever concluded (File, Who works). You can read it here."
        ),
        Why.CONCLUDED: tr("Who concluded signs, and that was {others}, not {name}: File, Who works. Or observe and conclude as {name}."),
        Why.KEY_ROLE: tr("The key of {name} is for the role {role}: a report is signed first with a key for an examiner. {make}"),
    }
    return _filled(said.get(bar.why) or _of_the_key(bar.why), bar)


def why_not_countersigned(bar: Bar) -> str:
    """Why an issued report cannot be countersigned, and what would make it possible."""
    tr = wording.tr
    said = {
        Why.ROLE: tr("You work as {role}: an examiner or a reviewer countersigns (File, Who works)."),
        Why.SIGNED: tr("{name} signed this report as its examiner: another person countersigns (File, Who works)."),
        Why.REVIEWED: tr("Who reviewed countersigns, and that was {others}, not {name}: File, Who works."),
        Why.REVIEW_OLD: tr("The review by {name} is older than a conclusion of this report: review again, then have a new version issued."),
        Why.KEY_ROLE: tr("The key of {name} is for the role {role}: examiners and reviewers countersign. {make}"),
    }
    return _filled(said.get(bar.why) or _of_the_key(bar.why), bar)


def _of_the_key(why: Why) -> str:
    tr = wording.tr
    return {
        Why.NO_KEY: tr("No key of {name} is at hand: the dialog makes one (New identity) or takes its file (Other file)."),
        Why.EXPIRED: tr("The key of {name} expired on {when}: have it renewed (Casebook, Identities)."),
        Why.NOT_YET: tr("The key of {name} is not valid before {when}: check this computer's clock."),
        Why.REVOKED: tr("The key of {name} is revoked. {make}"),
        Why.LIST: tr("The revocation list ran out on {when}: nobody can sign until it is renewed (Casebook, Identities)."),
    }[why]


def _filled(said: str, bar: Bar) -> str:
    when = "" if bar.when is None else wording.isolated(f"{bar.when:%Y-%m-%d}")
    make = wording.tr("Have a new one made (File, New signing identity).")
    return said.format(name=bar.name, role=wording.role_word(bar.role), others=", ".join(bar.others), when=when, make=make)
