"""One file, one format: `recognises(head)`, `read(data)`, and what it is called; found by a scan of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from forensix.domain.case import Acquisition
from forensix.domain.view import Pixels


class Importer(Protocol):
    """What an importer module defines."""

    @property
    def NAME(self) -> str: ...  # noqa: N802  (a module's constant)

    @property
    def SUFFIXES(self) -> tuple[str, ...]: ...  # noqa: N802

    def recognises(self, head: bytes) -> bool: ...

    def read(self, data: bytes) -> tuple[Acquisition, Pixels]: ...


def installed() -> Iterator[Importer]:
    """The importers of this folder, by name."""
    for module in iter_modules(__path__):
        yield cast(Importer, import_module(f"{__name__}.{module.name}"))
