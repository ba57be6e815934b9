"""A site's own validation of a model, as a casebook keeps it: the signed record, and whose it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class SiteRecord:
    """A site record that was checked and added.

    Parameters
    ----------
    name : str
        The site's, as it stands in the record.
    weights_sha256 : str
        Of the model that was validated; the record holds for no other.
    sha256 : str
        Of the record.
    record : bytes
        The record, RFC 8785.
    signature, certificate : bytes
        Detached CMS over `record`, and the signer's certificate; both DER.
    """

    id: str
    name: str
    weights_sha256: str
    sha256: str
    record: bytes
    signature: bytes
    certificate: bytes
    added_at: datetime

    @cached_property
    def content(self) -> dict[str, Any]:
        """The record as data."""
        found: dict[str, Any] = json.loads(self.record)
        return found
