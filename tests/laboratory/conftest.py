"""A laboratory on a real casebook with a small random network and made-up radiographs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from forensix import settings
from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.domain.case import Examiner, Role
from forensix.imaging import phantom
from forensix.laboratory import Laboratory
from forensix.settings import Settings

ANNA = Examiner("", "Anna Examiner", Role.EXAMINER, "forensic anthropologist")
BEN = Examiner("", "Ben Reviewer", Role.REVIEWER, "forensic anthropologist")
PASSPHRASE = "four words make it"


@pytest.fixture(autouse=True, scope="session")
def reads_in_one_child(one_reader: None) -> None:
    """No laboratory here starts a child process of its own."""


@pytest.fixture(scope="session")
def radiographs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two made-up hands: a left one with its side in the header, and one as PNG without."""
    folder = tmp_path_factory.mktemp("radiographs")
    (folder / "left.dcm").write_bytes(phantom.dicom(phantom.hand(21, size=(800, 600)), laterality="L"))
    (folder / "plain.png").write_bytes(phantom.png(phantom.hand(22, size=(800, 600)), bits=8))
    return folder


@pytest.fixture
def chosen(tiny_models: Path, tmp_path: Path) -> Settings:
    return replace(settings.defaults(), casebook=tmp_path / "book", added_models=tiny_models, model="tiny-resnet18", device="cpu")


@pytest.fixture
def book(tmp_path: Path) -> Casebook:
    return Casebook.create(tmp_path / "book", act=Act(actor=ANNA), blind_first=True, synthetic=True)


@pytest.fixture
def anna(book: Casebook, chosen: Settings) -> Iterator[Laboratory]:
    with Laboratory(book, chosen, ANNA) as laboratory:
        yield laboratory


@pytest.fixture
def ben(book: Casebook, chosen: Settings) -> Iterator[Laboratory]:
    with Laboratory(book, chosen, BEN) as laboratory:
        yield laboratory
