"""The offline folder: its hash list is whole and names no index, and a damaged file is refused before anything is installed."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.patience import PROCESS_S
from tests.support.scripts import script

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "installer"
LOCK = (INSTALLER / "requirements.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    return script("installer/build.py")


def test_the_hash_list_names_no_address() -> None:
    assert [line for line in LOCK.splitlines() if "://" in line or "index" in line or " @ " in line] == []


def test_every_requirement_of_the_hash_list_is_pinned_and_has_a_hash() -> None:
    entries = [entry for entry in LOCK.replace("\\\n", " ").splitlines() if entry and not entry.startswith("#")]
    assert len(entries) > 80
    assert [entry for entry in entries if not re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_everything_that_forensix_needs_is_in_the_hash_list() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    listed = {canonicalize_name(name): version for name, version in re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", LOCK, re.MULTILINE)}
    requirements = [Requirement(line) for line in needed]
    assert [each.name for each in requirements if canonicalize_name(each.name) not in listed] == [], "run python installer/build.py --lock"
    unfit = [each.name for each in requirements if not each.specifier.contains(listed[canonicalize_name(each.name)])]
    assert unfit == []


def test_the_lists_of_a_folder_name_what_lies_in_it(build: ModuleType, tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "made_up-1.2-py3-none-any.whl").write_bytes(b"wheel")
    digest = build.sha256(wheels / "made_up-1.2-py3-none-any.whl")
    assert build.pinned(wheels) == f"made-up==1.2 --hash=sha256:{digest}\n"
    (tmp_path / "SHA256SUMS").write_text("is not in itself", encoding="utf-8")
    assert build.sums(tmp_path) == f"{digest}  wheels/made_up-1.2-py3-none-any.whl\n"


def _folder(build: ModuleType, place: Path, minor: str) -> Path:
    """An offline folder with a made-up forensix that answers `doctor`."""
    wheels = place / "wheels"
    wheels.mkdir(parents=True)
    info = "forensix-9.9.dist-info"
    with zipfile.ZipFile(wheels / "forensix-9.9-py3-none-any.whl", "w") as wheel:
        wheel.writestr("forensix_made_up.py", "def main():\n    print('the doctor was here')\n")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: forensix\nVersion: 9.9\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/entry_points.txt", "[console_scripts]\nforensix = forensix_made_up:main\n")
        wheel.writestr(f"{info}/RECORD", "")
    shutil.copy2(INSTALLER / "install.sh", place / "install.sh")
    (place / "PYTHON").write_text(minor + "\n", encoding="ascii")
    (place / "requirements.txt").write_text(build.pinned(wheels), encoding="utf-8")
    (place / "SHA256SUMS").write_text(build.sums(place), encoding="utf-8")
    return place


def _install(folder: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(folder / "install.sh"), str(target)]
    own = Path(sys.base_prefix) / "bin"  # the Python that runs the tests, whatever else the path holds
    environment = {**os.environ, "PATH": f"{own}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PROCESS_S, check=False)


needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="install.sh is for Linux and macOS")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


@needs_sh
def test_the_installer_installs_and_runs_the_doctor(build: ModuleType, tmp_path: Path) -> None:
    done = _install(_folder(build, tmp_path / "offline", HERE), tmp_path / "program")
    assert done.returncode == 0, done.stderr
    assert "the doctor was here" in done.stdout


@needs_sh
def test_the_installer_refuses_a_damaged_file(build: ModuleType, tmp_path: Path) -> None:
    folder = _folder(build, tmp_path / "offline", HERE)
    (folder / "wheels" / "forensix-9.9-py3-none-any.whl").write_bytes(b"other")
    assert _install(folder, tmp_path / "program").returncode != 0
    assert not (tmp_path / "program").exists()


@needs_sh
def test_the_installer_refuses_another_python(build: ModuleType, tmp_path: Path) -> None:
    done = _install(_folder(build, tmp_path / "offline", "3.1"), tmp_path / "program")
    assert (done.returncode, "Python 3.1 is needed" in done.stderr) == (1, True)


@needs_sh
def test_the_installer_overwrites_nothing(build: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "program"
    target.mkdir()
    done = _install(_folder(build, tmp_path / "offline", HERE), target)
    assert done.returncode == 1
    assert list(target.iterdir()) == []
