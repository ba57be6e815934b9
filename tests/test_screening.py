"""The table of a screening: the whole file or nothing of it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from forensix import screening


@pytest.mark.skipif(os.name == "nt", reason="no limit on a file's size can be set on Windows")
def test_a_full_disk_names_the_table_and_leaves_nothing(tmp_path: Path) -> None:
    import resource

    rows = [dict.fromkeys(screening.COLUMNS) | {"path": "a.dcm"}] * 1000
    before, quiet = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
        with pytest.raises(OSError, match=r"table\.csv"):
            screening.write(rows, tmp_path / "table.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, quiet)
    assert list(tmp_path.iterdir()) == []
