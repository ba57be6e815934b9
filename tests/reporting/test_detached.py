"""A signature beside a file: whose it is; and who does not sign: a stranger, the revoked, anybody while no list of the revoked holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forensix.domain.errors import SigningFailed
from forensix.reporting import detached
from tests.reporting.conftest import Site, make_site

DATA = b"made-up record"


def test_it_says_who_signed_these_bytes(site: Site) -> None:
    signature = detached.sign(DATA, site.examiner)
    assert detached.verify(DATA, signature, site.roots, site.crls).name == site.examiner.examiner.name
    with pytest.raises(SigningFailed, match="not of this file"):
        detached.verify(DATA + b".", signature, site.roots, site.crls)
    with pytest.raises(SigningFailed, match="cannot be read"):
        detached.verify(DATA, signature[:40], site.roots, site.crls)


def test_a_stranger_is_not_trusted(site: Site, tmp_path: Path) -> None:
    stranger = make_site(tmp_path / "elsewhere").examiner
    with pytest.raises(SigningFailed, match="not trusted here"):
        detached.verify(DATA, detached.sign(DATA, stranger), site.roots, site.crls)


def test_the_revoked_are_not_trusted(own_site: Site) -> None:
    signature = detached.sign(DATA, own_site.examiner)
    own_site.authority.revoke(own_site.examiner.examiner.certificate_serial)
    with pytest.raises(SigningFailed, match="revoked"):
        detached.verify(DATA, signature, own_site.roots, own_site.crls)


def test_nobody_is_trusted_without_a_list_of_the_revoked_that_holds(site: Site) -> None:
    signature = detached.sign(DATA, site.examiner)
    with pytest.raises(SigningFailed, match="no revocation list"):
        detached.verify(DATA, signature, site.roots, [])
    with pytest.raises(SigningFailed, match="no revocation list"):
        detached.verify(DATA, signature, site.roots, site.crls, at=datetime.now(UTC) + timedelta(days=40))
