"""The machine's clocks and name, as every custody event records them."""

from __future__ import annotations

import functools
import platform
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock:
    """Wall clock, the clock that cannot be set, and which run of the machine the latter belongs to."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        """Nanoseconds since `boot_id` began; on Linux sleep counts too, so that it keeps pace with the wall clock."""
        boot_time = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic_ns() if boot_time is None else time.clock_gettime_ns(boot_time)

    def boot_id(self) -> str:
        """The kernel's id of this run of the machine; where there is none, an id of this run of the program."""
        return _boot_id()

    def host(self) -> str:
        return platform.node()


@functools.cache
def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except OSError:
        return f"process-{uuid.uuid4()}"


def stamp(moment: datetime) -> str:
    """RFC 3339 text in UTC with offset and microseconds; sorts as the moments do.

    Raises
    ------
    ValueError
        When `moment` has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"a time in the casebook needs its time zone: {moment!r}")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
