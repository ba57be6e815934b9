"""Parts: by subject, stratified, a fixed function of the manifest."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

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
    listed = rows()
    assigned = parts.split(listed)
    for sex in ("male", "female"):
        for band in ("0-5", "5-10", "10-14", "14-17", "17+"):
            chosen = [assigned[row.subject] for row in listed if row.sex == sex and row.band == band]
            for part, share in parts.SHARES:
                assert abs(chosen.count(part) - share * len(chosen)) <= 1


def test_neither_order_nor_repetition_moves_a_subject() -> None:
    listed = rows(500)
    assert parts.split(listed) == parts.split(list(reversed(listed)))
    assert parts.split(listed) == parts.split(rows(500, per_subject=3))


def test_a_subject_is_in_one_part_and_the_file_says_so(tmp_path: Path) -> None:
    listed = rows(300, per_subject=2)
    assigned = parts.split(listed)
    assert set(assigned) == {row.subject for row in listed}
    parts.write(assigned, tmp_path / "split.csv")
    assert read_parts(tmp_path / "split.csv") == assigned


def test_known_subjects_keep_their_part() -> None:
    """Pinned: a model trained by an earlier version must not meet its training subjects in the test part."""
    assigned = parts.split([Row(Path("a"), str(i), "male", 100.0) for i in range(25)])
    assert [int(subject) for subject, part in assigned.items() if part == "test"] == PINNED


PINNED = [2, 8]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["male", "female"]), st.none() | st.floats(0, 228)), max_size=120),
    st.permutations(range(4)),
    st.integers(1, 97),
)
def test_parts_never_overlap_whatever_the_manifest(listed: list[tuple[int, str, float | None]], order: list[int], train: int) -> None:
    """Subjects several times, with several ages, in any order, at any shares: each is in one part, and nobody is left out."""
    given_rows = [Row(Path(f"{i}.png"), f"s{subject}", sex, age) for i, (subject, sex, age) in enumerate(listed)]  # type: ignore[arg-type]
    rest = (100 - train) / 3
    shares = tuple(
        (part, value / 100) for part, value in zip(("train", "validation", "calibration", "test"), (train, rest, rest, rest), strict=True)
    )
    assigned = parts.split(given_rows, shares)
    assert set(assigned) == {row.subject for row in given_rows}
    assert set(assigned.values()) <= {part for part, _ in shares}
    found = {part: {row.path for row in given_rows if assigned[row.subject] == part} for part, _ in shares}
    assert sum(len(paths) for paths in found.values()) == len(given_rows)
    named = list(found.values())
    assert not named[order[0]] & named[order[1]]
    assert parts.split(given_rows[::-1], shares) == assigned


def test_other_shares_keep_the_order_so_that_a_later_part_stays_a_later_part() -> None:
    given_rows = rows(1000)
    usual, wider = (
        parts.split(given_rows),
        parts.split(given_rows, (("train", 0.7), ("validation", 0.1), ("calibration", 0.1), ("test", 0.1))),
    )
    assert all(usual[subject] != "train" for subject, part in wider.items() if part == "test")
    assert all(usual[subject] == "train" for subject, part in wider.items() if part == "train")
