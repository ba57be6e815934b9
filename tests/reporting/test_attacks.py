"""Every attack on a finished report that is known, each refused: with the casebook any byte, from the PDF alone any signed byte."""

from __future__ import annotations

import ast
import json
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pyhanko.sign.fields import SigSeedSubFilter

from forensix import cli
from forensix.domain.case import Role
from forensix.identity.authority import SiteAuthority
from forensix.identity.keys import Identity
from forensix.reporting import signing, verifier
from tests.reporting.conftest import Issued, Site, make_site
from tests.support.attacks import STRUCTURAL, Bytes, container, put, recorded, with_garbage, wrapped
from tests.support.patience import PROCESS_S


def check(site: Site, pdf: bytes, expected: dict[str, Any] | None = None, at: datetime | None = None) -> list[verifier.Finding]:
    return verifier.check_pdf(pdf, roots=site.roots, crls=site.crls, expected=expected, at=at)


def failed(findings: list[verifier.Finding]) -> set[str]:
    return {finding.check for finding in findings if finding.result == "failed"}


def test_the_casebooks_file_is_accepted(site: Site, issued: Issued) -> None:
    found = check(site, issued.countersigned, recorded(issued, issued.countersigned))
    assert verifier.accepted(found), found
    assert not [finding for finding in found if finding.result == "note"]


def test_any_changed_byte_is_refused_beside_the_casebook(site: Site, issued: Issued) -> None:
    expected, chance = recorded(issued, issued.countersigned), random.Random(1)
    inside = container(issued.countersigned)
    places = [chance.randrange(len(issued.countersigned)) for _ in range(40)] + [chance.choice(inside) for _ in range(60)]
    for place in places:
        altered = bytearray(issued.countersigned)
        altered[place] ^= 1 << chance.randrange(8)
        found = check(site, bytes(altered), expected)
        assert not verifier.accepted(found), place
        assert "file_as_stored" in failed(found)


@pytest.mark.long
def test_any_changed_signed_byte_is_refused_from_the_pdf_alone(site: Site, issued: Issued) -> None:
    chance, inside = random.Random(2), container(issued.countersigned)
    places = [place for place in (chance.randrange(len(issued.countersigned)) for _ in range(150)) if place not in inside]
    assert len(places) > 100
    for place in places:
        altered = bytearray(issued.countersigned)
        altered[place] ^= 1 << chance.randrange(8)
        assert not verifier.accepted(check(site, bytes(altered))), place


@pytest.mark.parametrize("attack", STRUCTURAL, ids=lambda attack: attack.__name__)
@pytest.mark.parametrize("signatures", [1, 2])
def test_a_structural_attack_is_refused_from_the_pdf_alone(
    site: Site, issued: Issued, attack: Bytes, signatures: int, caplog: pytest.LogCaptureFixture
) -> None:
    target = issued.signed if signatures == 1 else issued.countersigned
    altered = attack(target)
    assert altered != target
    found = check(site, altered)
    assert not verifier.accepted(found), found
    assert not caplog.records


def test_what_was_signed_moved_round_other_pages_is_refused_for_that(site: Site, issued: Issued) -> None:
    """Signature wrapping: every signed byte is there, its digest holds and the lengths add up; only the gap is not the signature's own."""
    found = check(site, wrapped(issued.signed))
    assert failed(found) == {"nothing_added"}, found
    assert "signature_intact" in {finding.check for finding in found if finding.result == "passed"}
    colluding = check(site, put(wrapped(issued.signed), site.reviewer, "Reviewer", subfilter=SigSeedSubFilter.PADES))
    assert "nothing_added" in failed(colluding)


def test_a_countersignature_cut_off_is_refused_beside_the_casebook(site: Site, issued: Issued) -> None:
    found = check(site, issued.signed, recorded(issued, issued.countersigned))
    assert {"file_as_stored", "recorded_signatures"} <= failed(found)
    stored_both = {**recorded(issued, issued.signed), "signatures": [{"field": "Examiner"}, {"field": "Reviewer"}]}
    assert failed(check(site, issued.signed, stored_both)) == {"recorded_signatures"}


def test_another_record_than_the_casebooks_is_refused(site: Site, issued: Issued) -> None:
    expected = {**recorded(issued, issued.countersigned), "record_sha256": "0" * 64}
    assert failed(check(site, issued.countersigned, expected)) == {"record"}


def test_a_reviewer_who_is_the_examiner_is_refused(site: Site, issued: Issued) -> None:
    both = put(issued.signed, site.examiner, "Reviewer", subfilter=SigSeedSubFilter.PADES)
    assert failed(check(site, both)) == {"two_persons", "signer_named"}


def test_a_report_that_another_trusted_person_signs_in_the_examiners_name_is_refused(own_site: Site, issued: Issued) -> None:
    """The pages and the record name Dr Ada Example and her certificate; the key is another examiner's, or of another certificate."""
    others = own_site.authority.issue("Dr Eve", Role.EXAMINER, "", "x"), own_site.authority.renew(own_site.examiner.path, "x")
    for other in others:
        found = check(own_site, signing.sign(issued.composed.pdf, Identity.open(other, "x"), own_site.trust))
        assert failed(found) == {"signer_named"}, found


def test_a_countersignature_of_who_did_not_review_is_refused(own_site: Site, issued: Issued) -> None:
    other = Identity.open(own_site.authority.issue("Dr Eve", Role.REVIEWER, "", "x"), "x")
    assert failed(check(own_site, signing.countersign(issued.signed, other, own_site.trust))) == {"signer_named"}


def test_a_first_signature_that_does_not_certify_is_refused(site: Site, issued: Issued) -> None:
    plain = put(issued.composed.pdf, site.examiner, "Examiner", subfilter=SigSeedSubFilter.PADES)
    assert "certified" in failed(check(site, plain))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_a_key_of_a_role_that_cannot_sign_is_refused(own_site: Site, issued: Issued, role: Role) -> None:
    key = Identity.open(own_site.authority.issue("Dr Eve", role, "", "x"), "x", to_sign=False)
    signed = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust)
    countersigned = put(signed, key, "Reviewer", subfilter=SigSeedSubFilter.PADES)
    assert failed(check(own_site, countersigned)) == {"signer_not_trusted", "signer_named"}


def test_an_expectation_that_says_less_is_not_met(site: Site, issued: Issued) -> None:
    whole = recorded(issued, issued.signed, ("Examiner",))
    assert verifier.accepted(check(site, issued.signed, whole))
    for name in whole:
        assert not verifier.accepted(check(site, issued.signed, {key: value for key, value in whole.items() if key != name}))


def test_the_reviewers_field_alone_is_refused(site: Site, issued: Issued) -> None:
    only = put(issued.composed.pdf, site.reviewer, "Reviewer", subfilter=SigSeedSubFilter.PADES)
    assert "signature_fields" in failed(check(site, only))


def test_a_signature_of_the_old_form_is_refused(site: Site, issued: Issued) -> None:
    old = put(issued.signed, site.reviewer, "Reviewer", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)
    assert failed(check(site, old)) == {"signature_intact"}


def test_a_revoked_signer_is_refused_unless_the_casebook_stored_the_file_before(own_site: Site, issued: Issued) -> None:
    signed = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust)
    later = datetime.now(UTC) + timedelta(days=1)
    own_site.authority.revoke(own_site.examiner.examiner.certificate_serial, at=later)
    assert "signer_revoked" in failed(check(own_site, signed, at=later + timedelta(days=1)))
    beside = check(own_site, signed, recorded(issued, signed, ("Examiner",)), at=later + timedelta(days=1))
    assert verifier.accepted(beside), beside
    assert "signer_revoked" in {finding.check for finding in beside if finding.result == "note"}


def test_a_signer_revoked_before_signing_is_always_refused(own_site: Site, issued: Issued) -> None:
    signed = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust)
    own_site.authority.revoke(own_site.examiner.examiner.certificate_serial, at=datetime.now(UTC) - timedelta(days=1))
    for expected in (None, recorded(issued, signed, ("Examiner",))):
        assert "signer_revoked" in failed(check(own_site, signed, expected))


def test_the_command_refuses_a_revoked_signer_once_it_is_given_the_list(
    own_site: Site, issued: Issued, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, settings = tmp_path / "report.pdf", tmp_path / "settings.toml"
    report.write_bytes(signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust))
    settings.write_text('casebook = "none"\n', encoding="utf-8")
    own_site.authority.revoke(own_site.examiner.examiner.certificate_serial, at=datetime.now(UTC) - timedelta(days=1))
    asked = ["--settings", str(settings), "verify", str(report), "--trust", str(own_site.trust / "root.pem")]
    assert cli.main(asked) == 0
    assert "note   revocation: No revocation list was given" in capsys.readouterr().out
    assert cli.main([*asked, "--crl", str(own_site.trust / "crl.pem")]) == 1
    assert "failed signer_revoked" in capsys.readouterr().out


def test_years_later_the_casebooks_file_still_stands(site: Site, issued: Issued) -> None:
    later = datetime.now(UTC) + timedelta(days=365 * 5)
    beside = check(site, issued.countersigned, recorded(issued, issued.countersigned), at=later)
    assert verifier.accepted(beside), beside
    assert "signer_expired" in {finding.check for finding in beside if finding.result == "note"}
    assert "signer_expired" in failed(check(site, issued.countersigned, at=later))


def test_a_signature_from_the_future_is_refused(site: Site, issued: Issued) -> None:
    assert "signing_time" in failed(check(site, issued.signed, at=datetime.now(UTC) - timedelta(days=1)))


def test_without_a_root_nobody_is_trusted(site: Site, issued: Issued) -> None:
    found = verifier.check_pdf(issued.countersigned, roots=[], crls=site.crls)
    assert failed(found) == {"signer_not_trusted"}


def test_a_foreign_root_does_not_make_trust(issued: Issued, tmp_path: Path) -> None:
    other = make_site(tmp_path)
    found = verifier.check_pdf(issued.countersigned, roots=other.roots, crls=other.crls)
    assert failed(found) == {"signer_not_trusted"}


def test_a_list_that_is_none_or_old_or_another_authoritys_is_not_held_against_report_or_signer(
    own_site: Site, issued: Issued, tmp_path: Path
) -> None:
    signed, roots = signing.sign(issued.composed.pdf, own_site.examiner, own_site.trust), own_site.roots
    assert failed(verifier.check_pdf(signed, roots=roots, crls=roots)) == {"trust"}
    own_site.authority.renew_list(at=datetime.now(UTC) - timedelta(days=60))
    another = SiteAuthority.create(tmp_path / "another", "Another institute", "p").folder / "trust" / "crl.pem"
    namesake = make_site(tmp_path / "namesake").crls
    for lists in ([(own_site.trust / "crl.pem").read_bytes()], [another.read_bytes()], namesake):
        assert failed(verifier.check_pdf(signed, roots=roots, crls=lists)) == {"revocation"}


def test_with_the_root_alone_it_is_accepted_with_notes(site: Site, issued: Issued) -> None:
    found = verifier.check_pdf(issued.countersigned, roots=site.roots, crls=[])
    assert verifier.accepted(found), found
    assert {"file_as_stored", "revocation"} <= {finding.check for finding in found if finding.result == "note"}


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n%%EOF", bytes(range(256)) * 50, b"\x89PNG\r\n\x1a\n"])
@pytest.mark.parametrize("expected", [None, {"file_sha256": "0" * 64}])
def test_any_file_at_all_gives_findings(site: Site, data: bytes, expected: dict[str, Any] | None) -> None:
    found = check(site, data, expected)
    assert not verifier.accepted(found)
    assert found


def test_a_pdf_without_signatures_is_refused(site: Site, issued: Issued) -> None:
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    assert not verifier.accepted(check(site, target.getvalue()))
    assert not verifier.accepted(check(site, issued.composed.pdf))


def test_broken_roots_are_findings_too(issued: Issued) -> None:
    found = verifier.check_pdf(issued.signed, roots=[b"no certificate"], crls=[b"no list"])
    assert not verifier.accepted(found)


def test_nothing_checked_is_nothing_accepted() -> None:
    assert not verifier.accepted([])
    assert not verifier.accepted([verifier.Finding("x", "note", "", "A note.")])
    assert not verifier.accepted([verifier.Finding("x", "passed", "", "."), verifier.Finding("y", "unheard of", "", ".")])


def test_the_verifier_runs_alone(site: Site, issued: Issued, tmp_path: Path) -> None:
    """The one file, copied away from the program, with Python's own libraries, pyHanko and rfc8785."""
    alone = tmp_path / "verifier.py"
    alone.write_bytes(Path(verifier.__file__).read_bytes())
    report, root = tmp_path / "report.pdf", tmp_path / "root.pem"
    root.write_bytes(site.roots[0])
    for pdf, accepted in ((issued.countersigned, True), (with_garbage(issued.countersigned), False), (b"hello", False)):
        report.write_bytes(pdf)
        command = [sys.executable, str(alone), str(report), "--trust", str(root), "--json"]
        done = subprocess.run(command, capture_output=True, timeout=PROCESS_S, check=False, cwd=tmp_path)
        assert done.returncode == (0 if accepted else 1), done.stderr.decode()
        assert json.loads(done.stdout)["accepted"] is accepted


def test_the_verifier_names_no_other_library() -> None:
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    outside = {name.partition(".")[0] for name in froms | named} - set(sys.stdlib_module_names)
    assert outside == {"asn1crypto", "pyhanko", "pyhanko_certvalidator", "rfc8785"}  # the first and third come with pyHanko


def test_the_findings_can_be_read(site: Site, issued: Issued, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, root, expected = tmp_path / "report.pdf", tmp_path / "root.pem", tmp_path / "expected.json"
    report.write_bytes(issued.signed)
    root.write_bytes(site.roots[0])
    expected.write_text(json.dumps(recorded(issued, issued.countersigned)), encoding="utf-8")
    assert verifier.main([str(report), "--trust", str(root)]) == 0
    assert capsys.readouterr().out.endswith("\nACCEPTED\n")
    assert verifier.main([str(report), "--trust", str(root), "--expected", str(expected)]) == 1
    assert "one was removed or added" in capsys.readouterr().out
