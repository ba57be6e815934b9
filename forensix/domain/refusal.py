"""What the operating system refuses, a file that may not be read or a disk that is full, as an expected failure with its remedy."""

from __future__ import annotations

import errno

from forensix.domain.errors import ForensixError


class SystemRefused(ForensixError):
    """The operating system does not let a file be read or written."""

    kind = "system_refused"


TO_THE_PATH = ["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "EISDIR", "EEXIST", "ENOTEMPTY", "ENAMETOOLONG", "ELOOP", "EBUSY"]
REMEDIES = {
    "Free some space on the disk.": ["ENOSPC", "EDQUOT", "EFBIG"],
    "Close other programs, then try again.": ["EMFILE", "ENFILE", "ENOMEM"],
    "Check that the disk is connected and sound.": ["EIO", "ENODEV", "ENXIO"],
    "Check the path, and your right to it.": TO_THE_PATH,
}
REFUSALS = {getattr(errno, name): remedy for remedy, names in REMEDIES.items() for name in names if hasattr(errno, name)}
"""What a place that was named, or a disk, can refuse; any other refusal is a fault of the program."""


def refusal_of_the_system(error: BaseException) -> SystemRefused | None:
    """The words for a file that could not be read or written, where nothing nearer to it has found better ones."""
    if not isinstance(error, OSError) or error.errno is None or error.errno not in REFUSALS:
        return None
    subject = str(error.filename or "")
    return SystemRefused(f"{error.strerror}{f': {subject}' if subject else ''}.", REFUSALS[error.errno], subject)
