"""What is installed from a wheel has its models and resources, and finds them."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.patience import PROCESS_S

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and unpacked."""
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert done.returncode == 0, done.stderr
    folder = place / "site"
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder


def _python(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=unpacked, env=environment, capture_output=True, text=True, timeout=PROCESS_S, check=False
    )


def test_the_wheel_carries_resources_models_and_licence(unpacked: Path) -> None:
    package = unpacked / "forensix"
    for name in (
        "resources/fonts/NotoSans-Regular.ttf",
        "resources/fonts/OFL.txt",
        "resources/verbal_scale.toml",
        "resources/phrases.toml",
    ):
        assert (package / name).is_file(), name
    here = sorted(path.relative_to(ROOT / "models") for path in (ROOT / "models").rglob("*") if path.is_file())
    assert [name for name in here if not (package / "models" / name).is_file()] == []
    assert list(unpacked.glob("*.dist-info/licenses/LICENSE"))


def test_the_wheel_carries_no_tests_and_no_data(unpacked: Path) -> None:
    tops = {path.name for path in unpacked.iterdir()}
    assert tops == {"forensix", *(name for name in tops if name.endswith(".dist-info"))}


def test_a_program_from_the_wheel_uses_what_came_with_it(unpacked: Path) -> None:
    done = _python(unpacked, "-c", "from forensix.settings import packaged; print(packaged('resources'), packaged('models'), sep='\\n')")
    assert done.stdout.split() == [str(unpacked / "forensix" / "resources"), str(unpacked / "forensix" / "models")], done.stderr


def test_a_program_from_the_wheel_lists_its_models(unpacked: Path) -> None:
    done = _python(unpacked, "-m", "forensix", "models", "list", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert [row["name"] for row in rows if row["default"]] == [(ROOT / "models" / "DEFAULT").read_text(encoding="utf-8").strip()]
    assert [row["name"] for row in rows if row["status"] != "ok"] == []
