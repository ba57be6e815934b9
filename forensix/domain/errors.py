"""What can go wrong and is expected: each error is a sentence for the examiner with a remedy and the thing it is about."""

from __future__ import annotations


class ForensixError(Exception):
    """An expected failure, written for the examiner; shown without a traceback.

    Parameters
    ----------
    message : str
        One sentence: what happened.
    remedy : str
        One sentence: what she can do next.
    subject : str
        The item it is about: a file name, a case number, an id.
    """

    kind = "error"

    def __init__(self, message: str, remedy: str = "", subject: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.subject = subject

    def as_dict(self) -> dict[str, str]:
        """The contract's error document: kind, message, remedy, subject."""
        return {"kind": self.kind, "message": self.message, "remedy": self.remedy, "subject": self.subject}

    def __reduce__(self) -> tuple[type[ForensixError], tuple[str, str, str]]:
        """Survive the way back from a child process."""
        return type(self), (self.message, self.remedy, self.subject)


class UnreadableRadiograph(ForensixError):
    """The file cannot be read as a radiograph: damaged, empty, of an unknown or refused form."""

    kind = "unreadable_radiograph"


class UnsuitableRadiograph(ForensixError):
    """The file is read, but is not something that can be examined."""

    kind = "unsuitable_radiograph"


class EvidenceAltered(ForensixError):
    """An original no longer has the hash under which it was received."""

    kind = "evidence_altered"


class CustodyBroken(ForensixError):
    """The custody chain does not follow from its seals."""

    kind = "custody_broken"


class ModelRejected(ForensixError):
    """A model bundle is incomplete, altered, or fails its own self-test."""

    kind = "model_rejected"


class CaseConflict(ForensixError):
    """What is asked does not fit the state of the case: unknown, doubled, not concluded, not yet allowed."""

    kind = "case_conflict"


class Withdrawn(CaseConflict):
    """The radiograph had been received into the wrong case and was withdrawn from it; nothing more is done with it there."""


class CasebookUnavailable(ForensixError):
    """The casebook cannot be opened or written."""

    kind = "casebook_unavailable"


class CasebookMissing(CasebookUnavailable):
    """There is no casebook where one was looked for: moved, renamed, or its disk is not connected."""


class CasebookBusy(CasebookUnavailable):
    """Another program holds the casebook and did not let it go in time."""


class CasebookNewer(CasebookUnavailable):
    """The casebook was written by a later version of the program."""


class CasebookDamaged(CasebookUnavailable):
    """The database is damaged, or is none."""


class DiskFull(CasebookUnavailable):
    """There is no room to write; nothing was changed."""


class SigningFailed(ForensixError):
    """No signature was made: wrong passphrase, expired, revoked or unfit certificate."""

    kind = "signing_failed"


class Cancelled(Exception):
    """The examiner cancelled; silent. Raised by a verb's `progress` after the current item is whole."""
