"""A site with an examiner and a reviewer, and one small report composed, signed and countersigned with their real keys."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from forensix.domain.case import Role
from forensix.domain.report import ReportFacts
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity
from forensix.reporting import report, signing
from tests.support import facts as made_up


@dataclass(frozen=True, slots=True)
class Site:
    authority: SiteAuthority
    examiner: Identity
    reviewer: Identity

    @property
    def trust(self) -> Path:
        return self.authority.folder / "trust"

    @property
    def roots(self) -> list[bytes]:
        return [(self.trust / "root.pem").read_bytes()]

    @property
    def crls(self) -> list[bytes]:
        return [(self.trust / "crl.pem").read_bytes()]


@dataclass(frozen=True, slots=True)
class Issued:
    composed: report.Composed
    signed: bytes
    countersigned: bytes


def make_site(folder: Path) -> Site:
    authority = SiteAuthority.create(folder, "Institute of Made-up Forensics", "site")
    examiner = authority.issue("Dr Ada Example", Role.EXAMINER, "Forensic anthropologist", "ada")
    reviewer = authority.issue("Dr Ben Muster", Role.REVIEWER, "Forensic radiologist", "ben")
    return Site(authority, Identity.open(examiner, "ada"), Identity.open(reviewer, "ben"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("site"))


def copy_of(site: Site, folder: Path) -> Site:
    """The same site with the same keys elsewhere."""
    shutil.copytree(site.authority.folder, folder)
    examiner, reviewer = (folder / "identities" / one.path.name for one in (site.examiner, site.reviewer))
    return Site(SiteAuthority.open(folder, "site"), Identity.open(examiner, "ada"), Identity.open(reviewer, "ben"))


@pytest.fixture
def own_site(site: Site, tmp_path: Path) -> Site:
    """The site as a copy that the test may change."""
    return copy_of(site, tmp_path / "site")


@pytest.fixture(scope="session")
def small_facts() -> ReportFacts:
    """One item with a small picture, so that the attacks on its report are quick; reviewed by the second person of the site."""
    return made_up.facts(items=(replace(made_up.item(), pixels=made_up.pixels(1, (96, 72))),), reviews=(made_up.review(),))


def named(facts: ReportFacts, signer: Identity) -> ReportFacts:
    """The facts of a report that this person issues."""
    return replace(facts, examiner=replace(signer.examiner, id=facts.examiner.id))


@pytest.fixture(scope="session")
def issued(site: Site, small_facts: ReportFacts) -> Issued:
    composed = report.compose(named(small_facts, site.examiner))
    signed = signing.sign(composed.pdf, site.examiner, site.trust)
    return Issued(composed, signed, signing.countersign(signed, site.reviewer, site.trust))
