"""Writes docs/reference/attacks.md: each attack on a finished report, and what forensix, poppler and qpdf say of it.

uv run python docs/make_attacks.py
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from pyhanko.sign.fields import SigSeedSubFilter  # noqa: E402
from scipy.stats import beta  # noqa: E402

from forensix.domain.case import Role  # noqa: E402
from forensix.identity.keys import Identity  # noqa: E402
from forensix.reporting import report, signing, verifier  # noqa: E402
from tests.reporting.conftest import Issued, Site, copy_of, make_site, named  # noqa: E402
from tests.support import attacks  # noqa: E402
from tests.support import facts as made_up  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "attacks.md"
BITS = 300
YEARS = timedelta(days=365 * 5)

INTRODUCTION = """# Attacks on a report

What this program and two others say of a report that somebody changed. Written by `python docs/make_attacks.py`, which makes a report,
attacks it, and asks each of them; the tests in `tests/reporting/` (`test_attacks.py`, `test_time_stamps.py`) hold the same verdicts.

- **beside the casebook**: `forensix verify` where the casebook is at hand. **file alone**: the file, the site's root and its revocation
  list, as the other side has them (`forensix verify REPORT.pdf --trust root.pem --crl crl.pem`). In brackets stand
  the checks that failed; [how to check a report](../how-to/check-a-report.md#what-a-failed-check-means) says what each means.
- **pdfsig** (poppler $poppler) is a second opinion on the signatures, not an acceptance test: it says "Valid" of a report that was
  painted over.
- **qpdf --check** ($qpdf) says whether the file is a sound PDF, nothing about signatures.
"""

BEYOND = """
## What no signature covers

The bytes inside the last signature's container are covered by no signature: unused padding, the case of hexadecimal letters,
certificates that nobody needs. Of $bits copies with one bit changed there, $inside were accepted from the file alone, and none beside the
casebook, which keeps the SHA-256 of the whole file. Of $bits copies with one bit changed anywhere else, $signed were accepted from the file
alone and $beside beside the casebook. In brackets stand 95 % intervals (Clopper-Pearson).

## Attacks on a casebook and on a disclosure

| attack | found by | test |
|---|---|---|
| an original changed by one bit | `originals`, `report_originals` | `tests/laboratory/test_replaying.py` |
| a row changed with the guards taken away | `rows`, `guards` | `tests/casebook/test_verify.py` |
| a custody event changed, taken out, or put in | `chain` | `tests/casebook/test_verify.py` |
| the record in the casebook changed | `record_kept`, `rows` | `tests/laboratory/test_replaying.py` |
| other weights under the model's name | `replay`: differs, with the numbers | `tests/laboratory/test_replaying.py` |
| a disclosure: a file changed, taken out, put in, or there twice | `files` | `tests/laboratory/test_disclosing.py` |
| the same, with a manifest that agrees | `record`, `model_card`, `originals`, `reports` | `tests/laboratory/test_disclosing.py` |
| a disclosure: an event of the case hidden | `custody_shown` | `tests/laboratory/test_disclosing.py` |
| a disclosure: the whole custody chain sealed anew | `printed_seal` | `tests/laboratory/test_disclosing.py` |
| a disclosure whose custody log was cut short, its manifest signed | `manifest_signed` | `tests/laboratory/test_disclosing.py` |
| another evaluation beside the model's card in a disclosure | `model_card` | `tests/laboratory/test_disclosing.py` |
| a disclosure with somebody else's root | `root` | `tests/laboratory/test_disclosing.py` |
"""


@dataclass(frozen=True, slots=True)
class Attack:
    """A file that somebody presents; `recorded` is what the casebook holds of the report that she says it is."""

    name: str
    site: Site
    pdf: bytes
    recorded: dict[str, Any]
    at: datetime | None = None


def issue(site: Site, composed: report.Composed) -> Issued:
    signed = signing.sign(composed.pdf, site.examiner, site.trust)
    return Issued(composed, signed, signing.countersign(signed, site.reviewer, site.trust))


def structural(site: Site, issued: Issued) -> Iterator[Attack]:
    """What anybody can do without a key."""
    pdf = issued.countersigned
    held = attacks.recorded(issued, pdf)
    yield Attack("none: the report as issued", site, pdf, held)
    for attack, name in attacks.STRUCTURAL.items():
        yield Attack(name, site, attack(pdf), held)
    wrapped = attacks.wrapped(issued.signed)
    yield Attack(
        "signature wrapping, of a report that nobody has countersigned",
        site,
        wrapped,
        attacks.recorded(issued, issued.signed, ("Examiner",)),
    )
    yield Attack("one bit changed in the signed bytes", site, next(attacks.flipped(pdf, range(0), 1)), held)
    yield Attack("the countersignature cut off cleanly", site, issued.signed, held)
    yield Attack("a report that was never signed", site, issued.composed.pdf, held)


def with_keys(site: Site, issued: Issued, folder: Path) -> Iterator[Attack]:
    """What somebody with a key of her own, or of another, can do; the casebook stored what she made."""
    pades = SigSeedSubFilter.PADES
    both = attacks.put(issued.signed, site.examiner, "Reviewer", subfilter=pades)
    yield Attack("the reviewer is the examiner", site, both, attacks.recorded(issued, both))
    plain = attacks.put(issued.composed.pdf, site.examiner, "Examiner", subfilter=pades)
    yield Attack("the first signature does not certify", site, plain, attacks.recorded(issued, plain, ("Examiner",)))
    old = attacks.put(issued.signed, site.reviewer, "Reviewer", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)
    yield Attack("a signature of the old form (adbe.pkcs7.detached)", site, old, attacks.recorded(issued, old))
    auditor = Identity.open(site.authority.issue("Dr Eve", Role.AUDITOR, "", "x"), "x", to_sign=False)
    by_auditor = attacks.put(issued.signed, auditor, "Reviewer", subfilter=pades)
    yield Attack("countersigned with the key of an auditor", site, by_auditor, attacks.recorded(issued, by_auditor))
    long_ago = datetime.now(UTC) - YEARS
    ended = Identity.open(site.authority.issue("Dr Late", Role.REVIEWER, "", "x", at=long_ago), "x", at=long_ago)
    late = attacks.put(issued.signed, ended, "Reviewer", subfilter=pades)
    yield Attack("countersigned with a certificate that had expired", site, late, attacks.recorded(issued, late))
    eve = Identity.open(site.authority.issue("Dr Eve Other", Role.EXAMINER, "", "x"), "x")
    by_eve = signing.sign(issued.composed.pdf, eve, site.trust)
    held = attacks.recorded(issued, by_eve, ("Examiner",))
    yield Attack("another examiner of the site signs a report that names its examiner", site, by_eve, held)
    by_both = signing.countersign(issued.signed, eve, site.trust)
    yield Attack("countersigned by somebody else than who reviewed", site, by_both, attacks.recorded(issued, by_both))
    foreign = make_site(folder / "foreign")
    elsewhere = signing.sign(issued.composed.pdf, foreign.examiner, foreign.trust)
    yield Attack("signed by a person of another authority", site, elsewhere, attacks.recorded(issued, elsewhere, ("Examiner",)))
    whole = attacks.recorded(issued, issued.countersigned)
    yield Attack("another record than the casebook's", site, issued.countersigned, whole | {"record_sha256": "0" * 64})


def in_time(base: Site, composed: report.Composed, folder: Path) -> Iterator[Attack]:
    """What years do, and a revocation."""
    site = copy_of(base, folder / "revoked")
    issued = issue(site, composed)
    site.authority.revoke(site.examiner.examiner.certificate_serial, at=datetime.now(UTC) - timedelta(days=1))
    yield Attack("the examiner revoked before she signed", site, issued.countersigned, attacks.recorded(issued, issued.countersigned))
    plain = copy_of(base, folder / "plain")
    issued, later = issue(plain, composed), datetime.now(UTC) + YEARS
    kept = attacks.recorded(issued, issued.countersigned)
    yield Attack("none: five years later, all certificates expired, no time stamp (B-B)", plain, issued.countersigned, kept, later)
    stamped = stamped_by(copy_of(base, folder / "stamped"), composed)
    kept = attacks.recorded(stamped[1], stamped[1].countersigned)
    yield Attack("none: the report with time stamps (B-LTA)", stamped[0], stamped[1].countersigned, kept)
    yield Attack("none: five years later, with time stamps (B-LTA)", stamped[0], stamped[1].countersigned, kept, later)
    for attack in (attacks.with_garbage, attacks.painted, attacks.retitled, attacks.wrapped):
        yield Attack(f"{attacks.STRUCTURAL[attack]}, with time stamps (B-LTA)", stamped[0], attack(stamped[1].countersigned), kept)


def stamped_by(site: Site, composed: report.Composed) -> tuple[Site, Issued]:
    from forensix.identity.time_stamps import TimeStampService

    authority = site.authority.with_time_stamps("site")
    signed = b""
    for person, passphrase in ((site.examiner, "ada"), (site.reviewer, "ben")):
        authority.hand_time_stamps(person.path, passphrase)
        service = TimeStampService.open(authority.folder, person.examiner.certificate_serial, passphrase)
        if not signed:
            signed = signing.sign(composed.pdf, person, site.trust, service=service)
        else:
            return site, Issued(composed, signed, signing.countersign(signed, person, site.trust, service=service))
    raise AssertionError("two people sign")


def verdict(attack: Attack, recorded: dict[str, Any] | None) -> str:
    found = verifier.check_pdf(attack.pdf, roots=attack.site.roots, crls=attack.site.crls, expected=recorded, at=attack.at)
    if verifier.accepted(found):
        return "accepted"
    failed = dict.fromkeys(finding.check for finding in found if finding.result == "failed")
    return f"**refused** ({', '.join(f'`{name}`' for name in failed)})"


def said_by_pdfsig(pdf: bytes, folder: Path) -> str:
    """What pdfsig says of each signature, and of how much of the file the last one covers."""
    file = folder / "attacked.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, timeout=60, check=False)
    text = done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
    words = re.findall(r"Signature Validation: (.+?)\.?\s*$", text, re.MULTILINE)
    covers = re.findall(r"((?:Total|Not total) document signed)", text)
    if not words:
        return f"no signature; rc {done.returncode}" if done.returncode in (0, 2) else f"cannot read it; rc {done.returncode}"
    return "; ".join([*words, *covers[-1:], f"rc {done.returncode}"])


def said_by_qpdf(pdf: bytes, folder: Path) -> str:
    file = folder / "attacked.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, timeout=60, check=False)
    return {0: "sound", 2: "errors", 3: "warnings"}.get(done.returncode, f"rc {done.returncode}")


def version_of(tool: str, option: str) -> str:
    done = subprocess.run([tool, option], capture_output=True, timeout=60, check=False)
    found = re.search(r"\d+\.\d+(?:\.\d+)?", (done.stdout + done.stderr).decode())
    return found[0] if found else "unknown"


def table(made: Iterable[Attack], folder: Path) -> str:
    rows = ["| attack | beside the casebook | file alone | pdfsig | qpdf |", "|---|---|---|---|---|"]
    for attack in made:
        own = verdict(attack, attack.recorded), verdict(attack, None)
        rows.append(f"| {attack.name} | {own[0]} | {own[1]} | {said_by_pdfsig(attack.pdf, folder)} | {said_by_qpdf(attack.pdf, folder)} |")
    return "\n".join(rows)


def counted(site: Site, issued: Issued) -> dict[str, str]:
    """How many copies with one changed bit are accepted: in the container from the file alone, elsewhere from either."""
    pdf = issued.countersigned
    held = attacks.recorded(issued, pdf)
    inside = list(attacks.flipped(pdf, attacks.container(pdf), BITS, seed=2))
    signed = list(attacks.flipped(pdf, range(0), BITS, seed=3))

    def accepted(copies: list[bytes], recorded: dict[str, Any] | None) -> int:
        checked = (verifier.check_pdf(copy, roots=site.roots, crls=site.crls, expected=recorded) for copy in copies)
        return sum(verifier.accepted(found) for found in checked)

    if accepted(inside, held):
        raise AssertionError("a changed byte was accepted beside the casebook")
    found = {"inside": accepted(inside, None), "signed": accepted(signed, None), "beside": accepted(signed, held)}
    return {name: f"{count} ({interval(count, BITS)})" for name, count in found.items()}


def interval(count: int, n: int) -> str:
    """The 95 % interval of a share."""
    low = beta.ppf(0.025, count, n - count + 1) if count else 0.0
    high = beta.ppf(0.975, count + 1, n - count) if count < n else 1.0
    return f"{100 * low:.1f} to {100 * high:.1f} %"


def main() -> None:
    if not (shutil.which("pdfsig") and shutil.which("qpdf")):
        raise SystemExit("pdfsig (poppler) and qpdf have to be installed")
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        item = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
        site = make_site(folder / "site")
        composed = report.compose(named(made_up.facts(items=(item,), reviews=(made_up.review(),)), site.examiner))
        issued = issue(site, composed)
        made = [*structural(site, issued), *with_keys(site, issued, folder), *in_time(site, composed, folder)]
        shown = table(made, folder)
        numbers = counted(site, issued)
    words = {"poppler": version_of("pdfsig", "-v"), "qpdf": version_of("qpdf", "--version"), "bits": BITS, **numbers}
    page = INTRODUCTION + "\n" + shown + "\n" + BEYOND
    for name, value in words.items():
        page = page.replace(f"${name}", str(value))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
