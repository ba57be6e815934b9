"""Files that leave the casebook: whole under their name, or not there at all."""

from __future__ import annotations

import contextlib
import errno
import uuid
from collections.abc import Iterator
from pathlib import Path

from forensix.casebook.evidence import sync_folder
from forensix.domain.errors import CasebookUnavailable, CaseConflict


@contextlib.contextmanager
def whole_or_none(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """A hidden name beside `target` to write to; it becomes `target` when the block ends well, and is gone otherwise.

    Raises
    ------
    CaseConflict
        `target` is there already, and is not to be replaced.
    CasebookUnavailable
        It cannot be written: no room, no right, the disk is gone.
    """
    if target.exists() and not replace:
        raise CaseConflict(f"{target} is there already.", "Choose another name; nothing is overwritten.", str(target))
    unfinished = target.absolute().parent / f".{target.name}.{uuid.uuid4()}"
    try:
        yield unfinished
        unfinished.replace(target)
        sync_folder(unfinished.parent)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _not_written(target: Path, error: OSError) -> CasebookUnavailable:
    full = error.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
    why = "the disk is full" if full else (error.strerror or str(error))
    remedy = "Make room on it, or choose another disk." if full else "Check that the folder is there and that you may write to it."
    return CasebookUnavailable(f"{target} was not written: {why}; nothing was left there.", remedy, str(target))
