"""Screening on a cluster gives the rows that this computer gives; with Ray itself where it is installed, else with a stand-in."""

from __future__ import annotations

import json
import socket
import sys
import types
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from forensix import cli
from forensix.imaging import phantom
from forensix.laboratory.networks import Networks

Run = Callable[..., tuple[int, Any]]


class RayError(Exception):
    """Ray's own, whose `cause` is what the worker raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def stand_in(cpus: int) -> types.ModuleType:
    """A `ray` whose workers live in this process, and answer when they are asked for the answer."""
    ray = types.ModuleType("ray")

    class Actor:
        def __init__(self, worker: Any) -> None:
            self.examine = types.SimpleNamespace(remote=lambda *given: lambda: worker.examine(*given))
            self.close = types.SimpleNamespace(remote=lambda: worker.close)

    def get(answer: Any) -> Any:
        try:
            return [one() for one in answer] if isinstance(answer, list) else answer()
        except Exception as error:
            raise RayError(error) from error

    known: dict[str, Any] = {
        "init": lambda **given: ray.__dict__.setdefault("addresses", []).append(given["address"]),
        "shutdown": lambda: ray.__dict__.__setitem__("ended", True),
        "cluster_resources": lambda: {"CPU": float(cpus)},
        "remote": lambda **needs: lambda kind: types.SimpleNamespace(remote=lambda *given: Actor(kind(*given))),
        "get": get,
        "exceptions": types.SimpleNamespace(RayError=RayError),
    }
    ray.__dict__.update(known)
    return ray


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for seed in range(3):
        (folder / f"{seed}.dcm").write_bytes(phantom.dicom(phantom.hand(60 + seed, size=(400, 300)), laterality="L"))
    (folder / "1.txt").write_text("not a radiograph", encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path, tiny_models: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "settings.toml").write_text(f'added_models = "{tiny_models.as_posix()}"\nmodel = "tiny-resnet18"\n', encoding="utf-8")

    def call(*given: object) -> tuple[int, Any]:
        code = cli.main(["--settings", str(tmp_path / "settings.toml"), "screen", *map(str, given), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return call


def installed(monkeypatch: pytest.MonkeyPatch, ray: types.ModuleType) -> None:
    monkeypatch.setitem(sys.modules, "ray", ray)
    monkeypatch.setitem(sys.modules, "ray.exceptions", ray.exceptions)


def same_rows(run: Run, files: Path, folder: Path, *more: str) -> None:
    here, there = folder / "here.csv", folder / "there.csv"
    assert run(files, files / "gone.dcm", "--out", here, "--heatmaps", folder / "a")[0] == 1
    code, document = run(files, files / "gone.dcm", "--out", there, "--heatmaps", folder / "b", "--engine", "ray", *more)
    assert (code, document["rows"], document["refused"]) == (1, 5, 2)
    assert there.read_bytes() == here.read_bytes()
    names = [file.name for file in sorted((folder / "a").iterdir())]
    assert names and all((folder / "b" / name).read_bytes() == (folder / "a" / name).read_bytes() for name in names)


@pytest.mark.parametrize("cpus", [1, 2, 16])
def test_the_rows_are_those_of_this_computer(run: Run, files: Path, tmp_path: Path, cpus: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ray = stand_in(cpus)
    installed(monkeypatch, ray)
    with socket.create_server(("127.0.0.1", 0)) as head:
        address = f"ray://127.0.0.1:{head.getsockname()[1]}"
        same_rows(run, files, tmp_path, "--address", address)
    assert vars(ray)["addresses"] == [address] and vars(ray)["ended"]
    code, document = run(files, "--out", tmp_path / "t.csv", "--engine", "ray", "--address", address)  # it has ended
    assert (code, document["error"]["kind"]) == (3, "cluster_unavailable") and address in document["error"]["message"]


@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed")
@pytest.mark.long
def test_ray_itself_gives_them_too(run: Run, files: Path, tmp_path: Path) -> None:
    same_rows(run, files, tmp_path)


def test_what_a_worker_refuses_is_told_as_it_is_here(run: Run, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, stand_in(1))
    monkeypatch.setattr(Networks, "folder", lambda *given: tmp_path)  # as on a machine that has no such bundle
    code, document = run(files, "--out", tmp_path / "t.csv", "--engine", "ray")
    assert (code, document["error"]["kind"]) == (3, "model_rejected")
    installed(monkeypatch, stand_in(0))
    code, document = run(files, "--out", tmp_path / "t.csv", "--engine", "ray")
    assert (code, document["error"]["kind"]) == (3, "cluster_unavailable") and "no room" in document["error"]["message"]
    assert not (tmp_path / "t.csv").exists()  # nor in the way of the next try


def test_without_ray_it_is_said_before_a_file_is_read(run: Run, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    code, document = run(files, "--out", tmp_path / "t.csv", "--engine", "ray")
    assert (code, document["error"]["kind"]) == (3, "cluster_unavailable") and "--engine local" in document["error"]["remedy"]
    code, document = run(files, "--out", tmp_path / "t.csv", "--address", "auto")
    assert (code, document["error"]["kind"]) == (2, "wrong_arguments")
