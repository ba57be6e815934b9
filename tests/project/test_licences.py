"""No run-time dependency binds what forensix may be: its licences, read from the installed metadata, down to the last package."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# Ties to other code's licence that reach a program that merely uses the library. LGPL and MPL do not, if it stays replaceable.
COPYLEFT = re.compile(r"\b(?:A?GPL(?:v?[23])?\b|GNU (?:Affero )?General Public|Affero)|\bGPL-|\bSSPL", re.IGNORECASE)
LESSER = re.compile(
    r"\bLGPL[\w.+-]*|GNU (?:Lesser|Library)(?: or Lesser)? General Public Licen[sc]e[^,;()/]*(?:\(LGPL\w*\))?", re.IGNORECASE
)
# Free to install beside forensix, not to be changed; they come with torch on Linux and nothing of forensix is linked to them.
PROPRIETARY = re.compile(r"^(?:nvidia-|cuda-)")
UNSTATED = {"sqlcipher3": "zlib, in its source's LICENSE; the SQLCipher inside is BSD, SQLite public domain; no metadata says so"}
REFUSED = {
    "pylibjpeg-libjpeg": "GPL v3",
    "opencv-python": "brings a second Qt, which breaks PySide6 on Linux; opencv-python-headless is meant",
}


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    texts: tuple[str, ...]  # License-Expression alone where there is one, else License and the classifiers

    @property
    def choices(self) -> tuple[str, ...]:
        """What a user may choose from, of a dual licence: the parts between OR."""
        expression = self.texts[0] if self.texts else ""
        return tuple(part.strip(" ()") for part in re.split(r"\s+OR\s+", expression)) if " OR " in expression else self.texts

    @property
    def forbidden(self) -> bool:
        refused = [bool(COPYLEFT.search(LESSER.sub("", text))) for text in self.choices]
        dual = bool(self.texts) and " OR " in self.texts[0]
        return bool(refused) and (all(refused) if dual else any(refused))

    @property
    def proprietary(self) -> bool:
        return bool(PROPRIETARY.match(self.name))


def licence(found: Distribution) -> Licence:
    metadata = found.metadata
    name = canonicalize_name(metadata["Name"])
    expression = metadata.get("License-Expression")
    if expression:
        return Licence(name, (expression,))
    classifiers = tuple(text for text in metadata.get_all("Classifier", []) if text.startswith("License ::"))
    plain = (metadata.get("License") or "").strip()
    one_line = (plain.splitlines()[0][:200],) if plain else ()  # some packages put the whole text there
    return Licence(name, (*one_line, *classifiers))


def _wanted(requirement: Requirement, extras: frozenset[str]) -> bool:
    if requirement.marker is None:
        return True
    return any(requirement.marker.evaluate({"extra": extra}) for extra in (*extras, ""))


def closure(root: str, extras: frozenset[str] = frozenset()) -> tuple[dict[str, Distribution], set[str]]:
    """What `root` needs here, itself left out, and the names that are required but not installed."""
    found: dict[str, Distribution] = {}
    missing: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    queue = [(root, extras)]
    while queue:
        name, wanted_extras = queue.pop()
        if (name, wanted_extras) in seen:
            continue
        seen.add((name, wanted_extras))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            missing.add(name)
            continue
        for line in found[name].requires or []:
            requirement = Requirement(line)
            if _wanted(requirement, wanted_extras):
                queue.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    found.pop(root, None)
    return found, missing


@pytest.fixture(scope="module")
def installed() -> dict[str, Distribution]:
    return closure("forensix")[0]


def test_nothing_that_runs_is_under_the_gpl_or_agpl(installed: dict[str, Distribution]) -> None:
    found = [licence(each) for each in installed.values()]
    assert len(found) > 50  # else the closure was not followed
    assert [f"{each.name}: {each.choices}" for each in found if each.forbidden] == []


def test_every_licence_is_stated_or_named_here(installed: dict[str, Distribution]) -> None:
    found = [licence(each) for each in installed.values()]
    assert [each.name for each in found if not each.texts and not each.proprietary and each.name not in UNSTATED] == []


def test_proprietary_licences_are_nvidias_alone(installed: dict[str, Distribution]) -> None:
    found = [licence(each) for each in installed.values()]
    said = [each.name for each in found if any("proprietary" in text.lower() for text in each.texts)]
    assert [name for name in said if not PROPRIETARY.match(name)] == []


def test_what_is_required_is_installed_so_that_the_list_is_whole() -> None:
    assert closure("forensix")[1] == set()


@pytest.mark.parametrize("name", REFUSED)
def test_packages_left_out_on_purpose(installed: dict[str, Distribution], name: str) -> None:
    assert name not in installed, REFUSED[name]


@pytest.mark.parametrize(
    "texts",
    [
        ("GPL-3.0-only",),
        ("AGPL-3.0-or-later",),
        ("GPLv3",),
        ("MIT", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"),
        ("GPL-2.0-only OR AGPL-3.0-only",),
        ("License :: OSI Approved :: GNU Affero General Public License v3",),
    ],
)
def test_copyleft_is_seen(texts: tuple[str, ...]) -> None:
    assert Licence("made-up", texts).forbidden


@pytest.mark.parametrize(
    "texts",
    [
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",),
        ("LGPLv2+",),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)",),
        ("License :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)",),
        ("MPL-2.0 AND MIT",),
        ("Apache-2.0 OR BSD-3-Clause",),
    ],
)
def test_licences_that_let_forensix_be_what_it_is(texts: tuple[str, ...]) -> None:
    assert not Licence("made-up", texts).forbidden
