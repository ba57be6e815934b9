"""What a command answers, and what it is given: the chosen settings, casebook, person and passphrase."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from forensix.domain.case import Examiner
from forensix.domain.errors import Cancelled, CasebookUnavailable, CaseConflict, ForensixError, SigningFailed, UnreadableRadiograph
from forensix.settings import Settings, account

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

DONE, FOUND = 0, 1


class WrongArguments(ForensixError):
    """What was typed cannot be a command."""

    kind = "wrong_arguments"


@dataclass(frozen=True, slots=True)
class Answer:
    """One JSON document, the same for people as lines, and 0 (done) or 1 (done, and something was found)."""

    document: Any
    lines: tuple[str, ...] = ()
    code: int = DONE


@dataclass(slots=True)
class Call:
    """One call of the program: parsed arguments, settings, and how to tell of progress."""

    arguments: Namespace
    settings: Settings
    tell: Callable[[str], None]
    show: Callable[[str, float], None]
    cancelled: bool = field(default=False)

    def progress(self, step: str, fraction: float) -> None:
        """Show a step; raise `Cancelled` once the user has interrupted."""
        if self.cancelled:
            raise Cancelled
        self.show(step, fraction)

    @property
    def named_casebook(self) -> Path | None:
        """--casebook, else FORENSIX_CASEBOOK."""
        named = getattr(self.arguments, "casebook", None) or os.environ.get("FORENSIX_CASEBOOK")
        return Path(named) if named else None

    @property
    def casebook_folder(self) -> Path:
        """The named one, else Settings' (whose default is the platform's data folder)."""
        return self.named_casebook or self.settings.casebook

    def told_casebook(self) -> Path:
        """The chosen casebook, after saying on stderr which it is."""
        self.tell(f"casebook: {self.casebook_folder}")
        return self.casebook_folder

    @property
    def identity(self) -> Path | None:
        named = getattr(self.arguments, "identity", None) or self.settings.identity
        return Path(named) if named else None

    def required_identity(self) -> Path:
        if self.identity is None:
            raise SigningFailed(
                "No identity is chosen to sign with.",
                "Name one with --identity FILE.p12, or choose one with `forensix identity use FILE`.",
                "identity",
            )
        if not self.identity.is_file():
            raise SigningFailed(
                f"The identity {self.identity} does not exist.", "`forensix identity list` shows those at hand.", str(self.identity)
            )
        return self.identity

    def passphrase(self, prompt: str = "Passphrase: ", option: str = "passphrase_file") -> str:
        """From --passphrase-file (first line; - is stdin), else asked on the terminal; never an argument, never the environment."""
        named = getattr(self.arguments, option, None)
        if named == "-":
            return sys.stdin.readline().rstrip("\r\n")
        if named:
            return _first_line(Path(named))
        if not sys.stdin.isatty():
            raise SigningFailed(
                "A passphrase is needed, and there is no terminal to ask on.", "Give --passphrase-file FILE (- is stdin).", "passphrase"
            )
        return getpass.getpass(prompt)

    def person(self) -> tuple[Examiner, Literal["claimed", "key"]]:
        """Who acts: the identity's owner (proved by the key where a passphrase file is given), else a claimed name."""
        if self.identity is not None:
            from forensix.identity import keys

            path = self.required_identity()
            if getattr(self.arguments, "passphrase_file", None) not in (None, "-"):
                return keys.Identity.open(path, self.passphrase(), to_sign=False).examiner, "key"
            return keys.who(path), "claimed"
        return Examiner("", self.settings.examiner or account()), "claimed"

    @contextmanager
    def laboratory(self, folder: Path | None = None) -> Iterator[Laboratory]:
        """The laboratory at the chosen casebook, which must exist."""
        from forensix.casebook.casebook import Casebook
        from forensix.laboratory import Laboratory

        where = folder or self.casebook_folder
        self.tell(f"casebook: {where}")
        if not (where / "casebook.db").is_file():
            raise CasebookUnavailable(
                f"There is no casebook in {where}.", "`forensix case open` makes one; or name another with --casebook.", str(where)
            )
        person, proof = self.person()
        with Laboratory(Casebook.open(where), self.settings, person, proof) as laboratory:
            yield laboratory


def given_paths(call: Call) -> list[Path]:
    """The PATHs of a command.

    Raises
    ------
    WrongArguments
        An empty one, which would be the working folder.
    UnreadableRadiograph
        None of them exists; where some do, each missing one is an item that is refused.
    """
    if not all(call.arguments.paths):
        raise WrongArguments("A path is empty.", "Name a file or a folder; the working folder is `.`.", "")
    paths = [Path(path) for path in call.arguments.paths]
    if not any(os.path.lexists(path) for path in paths):
        raise UnreadableRadiograph(f"{paths[0]} does not exist.", "Check the path.", str(paths[0]))
    return paths


def require_new(call: Call, out: Path) -> None:
    """See, before the work, that what a command writes replaces nothing that nobody said it may; an empty file is nothing.

    Raises
    ------
    CaseConflict
        `out` is there already, and --yes was not given.
    """
    said = bool(getattr(call.arguments, "yes", False))
    if out.exists() and not said and not (out.is_file() and out.stat().st_size == 0):
        raise CaseConflict(f"{out} is there already.", "Choose another name, or give --yes to replace it.", str(out))


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SigningFailed(f"The passphrase file cannot be read: {error}.", "Name a readable text file.", str(file)) from error
    return lines[0] if lines else ""
