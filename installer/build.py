"""Makes an offline folder: forensix with its models and everything it needs at run time, to be carried to a computer without a network.

    python installer/build.py --out DIR          the folder, for this platform and this Python
    python installer/build.py --lock             renew installer/requirements.txt from uv's resolution

Needs pip, and a network or an index of its own, which is taken from pip's configuration and never written into the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LOCK = HERE / "requirements.txt"
CARRIED = ("install.sh", "install.ps1", "README.txt")
NEEDED_SPACE = 8 * 2**30  # the CUDA build of torch for Linux alone weighs 3 GB as wheels
PIECE = 2**20


class BuildFailed(Exception):
    """The folder could not be made; the message says why and what to do."""


def _run(*command: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise BuildFailed(f"This failed: {' '.join(command)}")


def lock() -> None:
    """Write the hash list of all run-time packages for every platform; no address of an index may stand in it."""
    _run("uv", "lock", "-q")
    export = "uv export -q --frozen --no-emit-project --no-dev --no-header --no-annotate --format requirements-txt"
    made = subprocess.run(export.split(), cwd=ROOT, check=True, capture_output=True, text=True).stdout
    if "://" in made or "--find-links" in made:
        raise BuildFailed("The resolution names an address; resolve against a plain index.")
    LOCK.write_text(f"# What forensix needs at run time; made by installer/build.py --lock.\n{made}", encoding="utf-8")


def sha256(file: Path) -> str:
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            found.update(piece)
    return found.hexdigest()


def pinned(wheels: Path) -> str:
    """Requirements that name exactly the wheels in a folder, forensix among them, each with its hash."""
    lines = []
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name.replace('_', '-').lower()}=={version} --hash=sha256:{sha256(wheel)}\n")
    return "".join(lines)


def sums(folder: Path) -> str:
    """The lines of SHA256SUMS, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    return "".join(f"{sha256(file)}  {file.relative_to(folder).as_posix()}\n" for file in files)


def _check_bundles() -> None:
    """Refuse to carry a program without a model: it would install, and then examine nothing."""
    if not any((ROOT / "models").glob("*/card.toml")):
        raise BuildFailed("There is no model under models/; build from a whole checkout.")


def build(out: Path) -> Path:
    """Make the folder DIR/forensix-VERSION-SYSTEM-MACHINE-PYTHON; it must not exist yet."""
    _check_bundles()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    minor = f"{sys.version_info.major}.{sys.version_info.minor}"
    folder = out / f"forensix-{version}-{platform.system().lower()}-{platform.machine().lower()}-python{minor}"
    if folder.exists():
        raise BuildFailed(f"{folder} is already there; name another folder or remove it.")
    out.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(out).free
    if free < NEEDED_SPACE:
        raise BuildFailed(f"{out} has {free / 2**30:.1f} GiB free; {NEEDED_SPACE / 2**30:.0f} are needed.")
    wheels = folder / "wheels"
    pip_wheel = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels))
    _run(*pip_wheel, str(ROOT))
    _run(*pip_wheel, "--require-hashes", "--requirement", str(LOCK))
    for name in CARRIED:
        shutil.copy2(HERE / name, folder / name)
    (folder / "PYTHON").write_text(f"{minor}\n", encoding="ascii")
    (folder / "requirements.txt").write_text(pinned(wheels), encoding="utf-8")
    (folder / "SHA256SUMS").write_text(sums(folder), encoding="utf-8")
    return folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the offline folder is made")
    parser.add_argument("--lock", action="store_true", help="renew the hash list")
    arguments = parser.parse_args()
    if not arguments.lock and arguments.out is None:
        parser.error("give --out DIR or --lock")
    try:
        if arguments.lock:
            lock()
        if arguments.out is not None:
            print(build(arguments.out.resolve()))
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
