"""Every verb is an act: who does it, in what role, whether that role may, and what custody says of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, Protocol, Self

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.domain.errors import CaseConflict
from forensix.imaging.quarantine import Quarantine
from forensix.laboratory.networks import Networks
from forensix.laboratory.signing_order import same_name
from forensix.settings import Settings

EVERYONE = frozenset(Role)
PERMITTED: dict[str, frozenset[Role]] = {
    "open_case": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "receive": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "correct": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "examine": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "explain": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "observe": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "reveal": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "mark": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "conclude": frozenset({Role.EXAMINER}),
    "review": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "report": frozenset({Role.EXAMINER}),
    "countersign": frozenset({Role.EXAMINER, Role.REVIEWER}),
    "add_site": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "use_site": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "trust": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "set_number_scheme": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "compare_clock": frozenset({Role.EXAMINER, Role.REVIEWER, Role.ADMINISTRATOR}),
    "confirm_clock": frozenset({Role.EXAMINER, Role.REVIEWER, Role.ADMINISTRATOR}),
    "verify": EVERYONE,
    "export": EVERYONE,
    "disclose": frozenset({Role.EXAMINER, Role.ADMINISTRATOR}),
    "backup": EVERYONE,
    "settings": EVERYONE,
}


class Progress(Protocol):
    """Told of each step and the share done, 0..1; raises `Cancelled` when the examiner has cancelled."""

    def __call__(self, step: str, fraction: float) -> None: ...


def silent(step: str, fraction: float) -> None:
    """Progress that nobody watches."""


class Acts:
    """What all verbs share: the casebook, the settings, who acts, the quarantine that reads files, the networks."""

    def __init__(self, casebook: Casebook, settings: Settings, actor: Examiner, proof: Literal["claimed", "key"] = "claimed") -> None:
        self.casebook = casebook
        self.settings = settings
        self.actor = casebook.examiner(actor.name, actor.role, actor.qualification, actor.certificate_serial)
        self.proof = proof
        self.networks = Networks(settings)
        self.glances: Mapping[str, str] = {}
        """SHA-256 of each file whose estimate was shown before it was in a case, and when that was."""
        self._quarantine: Quarantine | None = None

    @property
    def own_ids(self) -> frozenset[str]:
        """Every id under which the casebook knows the actor: as a name without a key, with an earlier certificate, in another role."""
        known = {person.id for person in self.casebook.examiners() if same_name(person.name, self.actor.name)}
        return frozenset({*known, self.actor.id})

    def act(self, verb: str, reason: str = "", **details: Any) -> Act:
        """The act to hand to the casebook, which writes it into custody with the change.

        Raises
        ------
        CaseConflict
            The actor's role does not permit the verb.
        """
        if self.actor.role not in PERMITTED[verb]:
            allowed = " or ".join(sorted(role.value for role in PERMITTED[verb]))
            raise CaseConflict(f"The role {self.actor.role.value} may not {verb.replace('_', ' ')}.", f"Ask an {allowed} to do it.", verb)
        return Act(actor=self.actor, proof=self.proof, reason=reason, details=details)

    @property
    def quarantine(self) -> Quarantine:
        """The child process that reads untrusted files; started at first use."""
        if self._quarantine is None:
            self._quarantine = Quarantine()
            self._quarantine.__enter__()
        return self._quarantine

    def close(self) -> None:
        if self._quarantine is not None:
            self._quarantine.__exit__(None, None, None)
            self._quarantine = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def new_id() -> str:
    """The id of whatever an act writes."""
    return str(uuid.uuid4())


def now() -> datetime:
    """The moment of an act, by this computer's clock."""
    return datetime.now(UTC)
