"""Smart cards through PKCS#11, with SoftHSM as the card: signing, and the exact reason whenever it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from forensix.domain.case import Role
from forensix.domain.errors import SigningFailed
from forensix.identity import adopted, cards, certificates, register
from forensix.identity.authority import SiteAuthority
from forensix.identity.cards import Card, Standing
from forensix.identity.keys import Identity, who
from forensix.reporting import report, signing, verifier
from tests.support import facts as made_up
from tests.support.patience import PROCESS_S
from tests.support.soft_card import raise_flag, soft_card

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so")
MODULE = next((module for module in MODULES if Path(module).is_file()), "")
PIN = "271828"


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where SoftHSM keeps its cards: `ada` with a P-256 key, `ben` with RSA, `eve` with two keys, `zoe` empty."""
    pytest.importorskip("pkcs11", reason="python-pkcs11 is not installed: forensix[cards]")
    if not MODULE or shutil.which("softhsm2-util") is None or shutil.which("pkcs11-tool") is None:
        pytest.skip("SoftHSM and OpenSC's pkcs11-tool are not installed: no card to try")
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "cards").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'cards'}\nlog.level = ERROR\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        for label in ("ada", "ben", "eve", "zoe"):
            _run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "31415926")
        _key("ada", "EC:prime256v1", "signing", "01")
        _key("ben", "rsa:2048", "signing", "01")
        _key("eve", "EC:prime256v1", "first", "01")
        _key("eve", "EC:prime256v1", "second", "02")
        yield folder


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=PROCESS_S)


def _key(token: str, kind: str, label: str, identifier: str) -> None:
    login = ("pkcs11-tool", "--module", MODULE, "--token-label", token, "--login", "--pin", PIN)
    _run(*login, "--keypairgen", "--key-type", kind, "--label", label, "--id", identifier, "--usage-sign")


@pytest.fixture
def authority(tmp_path: Path) -> SiteAuthority:
    return SiteAuthority.create(tmp_path, "Institute", "p", at=AT)


def issue(authority: SiteAuthority, token: str, name: str = "Dr Ada Example", key: str = "") -> Path:
    return authority.issue_for_card(name, Role.EXAMINER, "anthropologist", Card(MODULE, token, key), PIN, at=AT)


@pytest.mark.parametrize("token", ["ada", "ben"])
def test_a_card_signs_what_its_certificate_verifies(tokens: Path, authority: SiteAuthority, token: str) -> None:
    path = issue(authority, token)
    identity = Identity.open(path, PIN, at=AT)
    public = identity.certificate.public_key()
    signature = identity.sign(b"words")
    if isinstance(public, rsa.RSAPublicKey):
        public.verify(signature, b"words", padding.PKCS1v15(), hashes.SHA256())
    else:
        assert isinstance(public, ec.EllipticCurvePublicKey)
        public.verify(signature, b"words", ec.ECDSA(hashes.SHA256()))
    assert identity.examiner.name == who(path).name == "Dr Ada Example"
    assert PIN not in repr(identity) and PIN not in path.read_text(encoding="utf-8")
    assert [one.current for one in register.issued(authority.folder)] == [True]


def test_a_report_signed_with_a_card_is_accepted(tokens: Path, tmp_path: Path) -> None:
    site = SiteAuthority.create(tmp_path, "Institute", "p")
    path = site.issue_for_card("Dr Ada Example", Role.EXAMINER, "anthropologist", Card(MODULE, "ben"), PIN)
    small = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
    identity = Identity.open(path, PIN)
    composed = report.compose(made_up.facts(items=(small,), examiner=identity.examiner))
    signed = signing.sign(composed.pdf, identity, tmp_path / "trust")
    trust = signing.Trust.read(tmp_path / "trust")
    found = verifier.check_pdf(signed, roots=list(trust.roots), crls=list(trust.crls))
    assert verifier.accepted(found), found


def test_a_renewed_card_keeps_its_key_and_gets_a_new_certificate(tokens: Path, authority: SiteAuthority) -> None:
    path = issue(authority, "ada")
    before = Identity.open(path, PIN, at=AT).certificate
    authority.renew(path, PIN, at=AT + timedelta(days=1000))
    after = Identity.open(path, PIN, at=AT + timedelta(days=1500)).certificate
    assert after.public_key() == before.public_key() and after.serial_number != before.serial_number


def test_a_card_with_several_keys_needs_the_keys_name(tokens: Path, authority: SiteAuthority) -> None:
    with pytest.raises(SigningFailed, match="more than one signing key"):
        issue(authority, "eve")
    assert Identity.open(issue(authority, "eve", key="second"), PIN, at=AT).sign(b"x")
    with pytest.raises(SigningFailed, match="no signing key named third"):
        issue(authority, "eve", "Dr Eve", key="third")
    with pytest.raises(SigningFailed, match="no signing key"):
        issue(authority, "zoe", "Dr Zoe")


def test_a_wrong_pin_says_so_and_does_not_sign(tokens: Path, authority: SiteAuthority) -> None:
    path = issue(authority, "ada")
    for pin in ("000000", "1", ""):
        with pytest.raises(SigningFailed, match="PIN does not open the card ada"):
            Identity.open(path, pin, at=AT)
    assert Identity.open(path, PIN, at=AT)  # a right one takes the count back


def test_another_card_or_none_says_so(tokens: Path, authority: SiteAuthority) -> None:
    path = issue(authority, "ada")
    Card(MODULE, "nobody").write(path)
    with pytest.raises(SigningFailed, match="no card nobody in a reader"):
        Identity.open(path, PIN, at=AT)
    Card(MODULE, "eve", "first").write(path)
    with pytest.raises(SigningFailed, match="holds another key than"):
        Identity.open(path, PIN, at=AT)
    Card(str(tokens / "none.so"), "ada").write(path)
    with pytest.raises(SigningFailed, match=r"module .*none\.so cannot be used"):
        Identity.open(path, PIN, at=AT)
    path.write_text("no card", encoding="utf-8")
    with pytest.raises(SigningFailed, match="does not say where"):
        Identity.open(path, PIN, at=AT)


def test_a_card_that_was_taken_out_does_not_sign(tokens: Path, tmp_path: Path) -> None:
    """In a process of its own: SoftHSM's cards are folders, and this one is taken away after it was unlocked."""
    authority = SiteAuthority.create(tmp_path / "site", "Institute", "p", at=AT)
    kept = tmp_path / "cards"
    shutil.copytree(tokens / "cards", kept)
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {kept}\nlog.level = ERROR\n", encoding="utf-8")
    path = issue(authority, "ada")
    script = (
        "import shutil, sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from forensix.identity.keys import Identity; from forensix.domain.errors import SigningFailed\n"
        f"identity = Identity.open(Path({str(path)!r}), {PIN!r}, at=datetime(2026, 11, 20, 9, tzinfo=UTC))\n"
        "identity.sign(b'x')\n"
        f"shutil.rmtree({str(kept)!r})\n"
        "try:\n    identity.sign(b'x')\nexcept SigningFailed as error:\n    print(error.message)\n"
    )
    environment = os.environ | {"SOFTHSM2_CONF": str(tmp_path / "softhsm2.conf")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=PROCESS_S)
    assert "card ada" in done.stdout, done
    assert "taken out" in done.stdout or "in a reader" in done.stdout


def test_a_cards_own_certificate_from_outside_signs_once_it_is_adopted(tokens: Path, tmp_path: Path) -> None:
    outside, key = certificates.new_key(), Card(MODULE, "ben").public_key(PIN)
    root = certificates.root_certificate(outside, "Another authority", AT)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Dr Ben Muster")])
    made = certificates._start(name, root.subject, key, AT, timedelta(days=9))
    made = made.add_extension(certificates._key_usage(digital_signature=True, content_commitment=True), critical=True)
    made = made.add_extension(x509.ExtendedKeyUsage([certificates.DOCUMENT_SIGNING]), critical=False)
    certificate = made.sign(outside, hashes.SHA256())
    (tmp_path / "ben.der").write_bytes(certificate.public_bytes(serialization.Encoding.DER))
    login = ("pkcs11-tool", "--module", MODULE, "--token-label", "ben", "--login", "--pin", PIN)
    _run(*login, "--write-object", str(tmp_path / "ben.der"), "--type", "cert", "--id", "01", "--label", "signing")
    own, _ = Card(MODULE, "ben").certificates(PIN)
    assert own == certificate
    path = tmp_path / "ben.card"
    Card(MODULE, "ben").write(path)
    path.with_suffix(".pem").write_bytes(certificates.pem(certificate))
    with pytest.raises(SigningFailed, match="names no role"):
        Identity.open(path, PIN, at=AT)
    adopted.Adopted(certificates.fingerprint(certificate), Role.REVIEWER, "radiologist").write(path)
    opened = Identity.open(path, PIN, at=AT)
    assert (opened.examiner.name, opened.examiner.role) == ("Dr Ben Muster", Role.REVIEWER)


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(SigningFailed, match="python-pkcs11") as caught:
        cards.Card("module.so", "ada").public_key(PIN)
    assert "forensix[cards]" in caught.value.remedy


def test_a_card_says_how_it_stands_without_a_try_at_its_pin(tmp_path: Path) -> None:
    with soft_card(tmp_path, "una") as module:
        card = Card(module, "una")
        assert (card.standing(), Card(module, "nobody").standing()) == (Standing.READY, Standing.ABSENT)
        with pytest.raises(SigningFailed, match="Some tries have been used"):
            card.public_key("000000")
        assert card.standing() is card.standing() is Standing.TRIED
        for flag, standing in (("USER_PIN_FINAL_TRY", Standing.LAST_TRY), ("USER_PIN_LOCKED", Standing.LOCKED)):
            raise_flag(tmp_path, "una", flag)
            assert card.standing() is standing
    with pytest.raises(SigningFailed, match=r"none\.so cannot be used"):
        Card(str(tmp_path / "none.so"), "una").standing()
