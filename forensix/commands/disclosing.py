"""The commands by which something leaves a casebook for others: disclose, and export as DICOM."""

from __future__ import annotations

from pathlib import Path

from forensix.commands.answer import Answer, Call
from forensix.domain.plain import plain


def disclose(call: Call) -> Answer:
    given = call.arguments
    with call.laboratory() as laboratory:
        made = laboratory.disclose(given.case, Path(given.out), hashes_only=given.hashes_only, progress=call.progress)
    lines = (
        f"Case {made.case}: {made.files} files, {made.bytes} bytes, originals {made.originals}, in {made.path}",
        f"SHA-256 of the zip       {made.sha256}",
        f"SHA-256 of its manifest  {made.manifest_sha256}",
        *(f"Root certificate         {fingerprint}" for fingerprint in made.root_fingerprints),
        "Tell the other side the root's and the manifest's SHA-256 by another way than the zip.",
    )
    return Answer(plain(made), lines)
