"""Parts: by subject, stratified, a fixed function of the manifest."""

from pathlib import Path

import numpy as np

from forensix.training import split as parts
from forensix.validation.manifest import Row, read_parts


def rows(n: int = 4000, per_subject: int = 1) -> list[Row]:
    random = np.random.default_rng(0)
    found = []
    for subject in range(n):
        sex, age = ("male", "female")[int(random.random() < 0.4)], float(random.uniform(1, 228))
        found += [Row(Path(f"{subject}-{i}.png"), str(subject), sex, age) for i in range(per_subject)]  # type: ignore[arg-type]
    return found


def test_shares_hold_in_every_stratum() -> None:
    given = rows()
    assigned = parts.split(given)
    for sex in ("male", "female"):
        for band in ("0-5", "5-10", "10-14", "14-17", "17+"):
            chosen = [assigned[row.subject] for row in given if row.sex == sex and row.band == band]
            for part, share in parts.SHARES:
                assert abs(chosen.count(part) - share * len(chosen)) <= 1


def test_neither_order_nor_repetition_moves_a_subject() -> None:
    given = rows(500)
    assert parts.split(given) == parts.split(list(reversed(given)))
    assert parts.split(given) == parts.split(rows(500, per_subject=3))


def test_a_subject_is_in_one_part_and_the_file_says_so(tmp_path: Path) -> None:
    given = rows(300, per_subject=2)
    assigned = parts.split(given)
    assert set(assigned) == {row.subject for row in given}
    parts.write(assigned, tmp_path / "split.csv")
    assert read_parts(tmp_path / "split.csv") == assigned


def test_known_subjects_keep_their_part() -> None:
    """Pinned: a model trained by an earlier version must not meet its training subjects in the test part."""
    assigned = parts.split([Row(Path("a"), str(i), "male", 100.0) for i in range(25)])
    assert [int(subject) for subject, part in assigned.items() if part == "test"] == PINNED


PINNED = [2, 8]
