"""A smart card for tests: SoftHSM's, in a folder of its own, with one signing key."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.patience import PROCESS_S

MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so")
MODULE = next((module for module in MODULES if Path(module).is_file()), "")
PIN = "271828"


@contextmanager
def soft_card(folder: Path, label: str) -> Iterator[str]:
    """The PKCS#11 module in whose reader a card `label` lies; the test is skipped where there is no SoftHSM."""
    pkcs11 = pytest.importorskip("pkcs11", reason="python-pkcs11 is not installed: forensix[cards]")
    if not MODULE or shutil.which("softhsm2-util") is None or shutil.which("pkcs11-tool") is None:
        pytest.skip("SoftHSM and OpenSC's pkcs11-tool are not installed: no card to try")
    (folder / "cards").mkdir(parents=True)
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'cards'}\nlog.level = ERROR\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        _run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "31415926")
        login = ("pkcs11-tool", "--module", MODULE, "--token-label", label, "--login", "--pin", PIN)
        _run(*login, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "signing", "--id", "01", "--usage-sign")
        pkcs11.lib(MODULE).reinitialize()  # another test of this process may have read another folder of cards
        try:
            yield MODULE
        finally:
            pkcs11.lib(MODULE).finalize()


def raise_flag(folder: Path, label: str, flag: str) -> None:
    """Let the card say from now on what a real one says after wrong PINs, for SoftHSM locks none: "USER_PIN_LOCKED" and the like."""
    import pkcs11

    held = next(token for token in pkcs11.lib(MODULE).get_tokens() if token.label == label)
    flags = int(held.flags)
    for file in (folder / "cards").rglob("token.object"):
        data = file.read_bytes()
        if label.encode() in data:
            count = struct.unpack(">Q", data[:8])[0] + 1  # how often it was written
            raised = data[8:].replace(struct.pack(">Q", flags), struct.pack(">Q", flags | int(pkcs11.TokenFlag[flag])))
            file.write_bytes(struct.pack(">Q", count) + raised)
    pkcs11.lib(MODULE).reinitialize()


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=PROCESS_S)
