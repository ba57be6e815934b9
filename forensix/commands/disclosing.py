"""The commands by which something leaves a casebook for others: disclose, and export as DICOM."""

from __future__ import annotations

from pathlib import Path

from forensix.commands.answer import DONE, FOUND, Answer, Call
from forensix.domain.plain import plain


def disclose(call: Call) -> Answer:
    given = call.arguments
    identity = call.required_identity() if given.sign else None
    passphrase = call.passphrase() if identity is not None else ""
    with call.laboratory() as laboratory:
        made = laboratory.disclose(
            given.case,
            Path(given.out),
            hashes_only=given.hashes_only,
            recipient=given.to,
            identity=identity,
            passphrase=passphrase,
            progress=call.progress,
        )
    lines = (
        f"Case {made.case}: {made.files} files, {made.bytes} bytes, originals {made.originals}, in {made.path}",
        f"Manifest signed by       {made.signed_by or 'nobody (--sign signs it with your identity)'}",
        f"SHA-256 of the zip       {made.sha256}",
        f"SHA-256 of its manifest  {made.manifest_sha256}",
        *(f"Root certificate         {fingerprint}" for fingerprint in made.root_fingerprints),
        "Tell the other side the root's and the manifest's SHA-256 by another way than the zip.",
    )
    return Answer(plain(made), lines)


def export_dicom(call: Call) -> Answer:
    """`export CASE --out FILE.dcm`: 1 where a radiograph of the case was left out. Without a form: what is no picture, unless looked at."""
    given = call.arguments
    form = given.form or ("original" if given.burned_in_checked else "sr")
    with call.laboratory() as laboratory:
        sent = laboratory.export_dicom(
            given.subject, Path(given.out), form, burned_in_checked=given.burned_in_checked, progress=call.progress
        )
    lines = [f"{each.path}  SHA-256 {each.sha256}" for each in sent.files]
    lines += [f"What was changed: {sent.changes}"] if sent.changes else []
    lines += [f"left out: {each.reason}" for each in sent.left_out]
    return Answer(plain(sent), tuple(lines), FOUND if sent.left_out else DONE)
