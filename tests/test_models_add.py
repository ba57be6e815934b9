"""`models add`: a sound bundle is taken, anything else is refused with its reason, and nothing is left behind."""

from __future__ import annotations

import hashlib
import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from forensix import cli
from forensix.training import card

Change = Callable[[Path], None]


@pytest.fixture
def bundle(tmp_path: Path, tiny_models: Path) -> Path:
    return shutil.copytree(tiny_models / "tiny-resnet18", tmp_path / "made" / "tiny-resnet18")


@pytest.fixture
def add(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[Path], tuple[int, dict[str, dict[str, str]]]]:
    file = tmp_path / "settings.toml"
    file.write_text('casebook = "book"\nadded_models = "added"\ndevice = "cpu"\n', encoding="utf-8")

    def run(folder: Path) -> tuple[int, dict[str, dict[str, str]]]:
        code = cli.main(["--settings", str(file), "--json", "models", "add", str(folder)])
        return code, json.loads(capsys.readouterr().out)

    return run


def rewrite(folder: Path, change: Callable[[dict[str, dict[str, object]]], None]) -> None:
    tables = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))
    change(tables)
    card.write(folder, tables)


def without(name: str) -> Change:
    return lambda folder: (folder / name).unlink()


def altered(name: str) -> Change:
    def change(folder: Path) -> None:
        content = bytearray((folder / name).read_bytes())
        content[-1] ^= 1
        (folder / name).write_bytes(content)

    return change


def self_test_of_another(folder: Path) -> None:
    rewrite(folder, lambda tables: tables["selftest"].update(logits=[{"sex": (9.0).hex(), "age": (9.0).hex()}] * 2))


def calibration_by_hand(folder: Path) -> None:
    text = (folder / "card.toml").read_text(encoding="utf-8")
    (folder / "card.toml").write_text(text.replace("log10_lr_high = 1.8", "log10_lr_high = 3.8"), encoding="utf-8")


def typicality_of_another_network(folder: Path) -> None:
    tensors = load_file(folder / "typicality.safetensors")
    few = {"mean": tensors["mean"][:100], "components": np.ascontiguousarray(tensors["components"][:, :100])}
    save_file({**tensors, **few}, folder / "typicality.safetensors")
    digest = hashlib.sha256((folder / "typicality.safetensors").read_bytes()).hexdigest()
    rewrite(folder, lambda tables: tables["typicality"].update(sha256=digest))


def another_backbone(folder: Path) -> None:
    rewrite(folder, lambda tables: tables.update(backbone="resnet50"))  # type: ignore[arg-type]


def no_calibration(folder: Path) -> None:
    rewrite(folder, lambda tables: tables["calibration"].update(a=-1.0))


REFUSALS: list[tuple[Change, str]] = [
    *((without(name), f"{name} is missing") for name in ("card.toml", "weights.safetensors", "evaluation.json", "predictions.csv")),
    (without("typicality.safetensors"), "typicality.safetensors is missing"),
    (altered("weights.safetensors"), "not the file that its card names"),
    (altered("typicality.safetensors"), "not the file that its card names"),
    (calibration_by_hand, "not the one that its sha256 names"),
    (no_calibration, "is no calibration"),
    (self_test_of_another, "does not give here what its maker saw"),
    (typicality_of_another_network, "typicality tensors"),
    (another_backbone, "do not fit its network"),
]


@pytest.mark.parametrize(("change", "reason"), REFUSALS, ids=[reason for _, reason in REFUSALS])
def test_what_is_not_a_sound_bundle_is_refused_with_its_reason(
    change: Change, reason: str, bundle: Path, tmp_path: Path, add: Callable[[Path], tuple[int, dict[str, dict[str, str]]]]
) -> None:
    change(bundle)
    code, answer = add(bundle)
    assert code == 3
    assert reason in answer["error"]["message"] and answer["error"]["remedy"]
    assert not any((tmp_path / "added").glob("*"))


def test_a_sound_bundle_is_added_once(bundle: Path, tmp_path: Path, add: Callable[[Path], tuple[int, dict[str, dict[str, str]]]]) -> None:
    assert add(bundle)[0] == 0
    added = tmp_path / "added" / "tiny-resnet18"
    assert {file.name for file in added.iterdir()} == {file.name for file in bundle.iterdir()}
    code, answer = add(bundle)
    assert code == 3 and "already a model" in answer["error"]["message"]
    assert [folder.name for folder in (tmp_path / "added").iterdir()] == ["tiny-resnet18"]


def test_a_folder_under_another_name_and_no_folder_are_refused(
    bundle: Path, tmp_path: Path, add: Callable[[Path], tuple[int, dict[str, dict[str, str]]]]
) -> None:
    renamed = bundle.rename(bundle.with_name("renamed"))
    assert "a bundle's name is its folder's" in add(renamed)[1]["error"]["message"]
    assert add(tmp_path / "nowhere")[0] == 3
