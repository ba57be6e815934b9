"""A smart card for tests: SoftHSM's, in a folder of its own, with one signing key."""

from __future__ import annotations

import shutil
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


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=PROCESS_S)
