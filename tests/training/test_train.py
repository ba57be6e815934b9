"""A whole training run in small: random pictures, a small network, a few steps; interrupted, resumed, and nothing missing."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.torch import load_file

from forensix.domain.errors import Cancelled
from forensix.training import train as training
from forensix.training.recipe import Recipe
from forensix.training.split import split
from forensix.validation.manifest import ManifestRejected, read_parts
from forensix.validation.manifest import read as read_manifest

pytestmark = [
    pytest.mark.filterwarnings("ignore:`isinstance\\(treespec, LeafSpec\\)` is deprecated"),
    pytest.mark.filterwarnings("ignore:The number of training batches"),
    pytest.mark.filterwarnings("ignore:The 'train_dataloader' does not have many workers"),
    pytest.mark.filterwarnings("ignore:The 'val_dataloader' does not have many workers"),
    pytest.mark.filterwarnings("ignore:Checkpoint directory"),
    pytest.mark.filterwarnings("ignore:Experiment logs directory"),
    pytest.mark.filterwarnings("ignore:GPU available but not used"),
]
SMALL = Recipe(name="small", backbone="resnet18", outputs=("sex", "age"), sizes=((0.0, 32), (0.5, 48)), epochs=2, batch=16)


@pytest.fixture(autouse=True)
def small_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "load_recipe", lambda name: SMALL)


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty-eight pictures whose brightness says the sex and whose gradient says the age."""
    folder, random = tmp_path_factory.mktemp("pictures"), np.random.default_rng(0)
    lines = ["path,subject,sex,bone_age_months"]
    for index in range(48):
        male, age = index % 2, float(random.uniform(61, 119))
        picture = np.linspace(0, age, 60)[None] + 60 * male + random.normal(0, 5, (50, 60)) + 20
        Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(folder / f"{index}.png")
        lines.append(f"{index}.png,{index},{'FM'[male]},{age:.1f}")
    path = folder / "labels.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def finished(manifest: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, float]]]:
    seen: list[tuple[str, float]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "load_recipe", lambda name: SMALL)
        out = tmp_path_factory.mktemp("runs") / "first"
        training.train("small", manifest, out, device="cpu", progress=lambda step, share: seen.append((step, share)))
    return out, seen


def test_a_run_leaves_weights_split_log_and_facts(finished: tuple[Path, list[tuple[str, float]]], manifest: Path) -> None:
    out, seen = finished
    facts = json.loads((out / "training.json").read_text(encoding="utf-8"))
    assert facts["steps"] == 4
    assert facts["start"] == "random values"
    assert sum(facts["subjects"].values()) == 48
    assert read_parts(out / "split.csv") == split(read_manifest(manifest).rows)
    assert "fc.weight" in load_file(out / "weights.safetensors")
    assert "validation_auc" in (out / "log" / "metrics.csv").read_text(encoding="utf-8")
    assert {step for step, _ in seen} == {"decoding", "training"}
    training.export_checkpoint(out / "checkpoints" / "last.ckpt", out / "exported.safetensors")
    assert set(load_file(out / "exported.safetensors")) == set(load_file(out / "weights.safetensors"))


def test_an_interrupted_run_is_resumed_where_it_was(manifest: Path, tmp_path: Path) -> None:
    def interrupt(step: str, share: float) -> None:
        if step == "training" and share >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        training.train("small", manifest, tmp_path, device="cpu", progress=interrupt)
    assert (tmp_path / "checkpoints" / "last.ckpt").is_file()
    assert not (tmp_path / "weights.safetensors").exists()
    shares: list[float] = []
    training.train("small", manifest, tmp_path, device="cpu", resume=True, progress=lambda step, share: shares.append(share))
    assert min(shares) >= 0.5
    assert json.loads((tmp_path / "training.json").read_text(encoding="utf-8"))["steps"] == 4


def test_minutes_end_the_schedule(manifest: Path, tmp_path: Path) -> None:
    training.train("small", manifest, tmp_path, device="cpu", epochs=500, size=32, minutes=0.03)
    facts = json.loads((tmp_path / "training.json").read_text(encoding="utf-8"))
    assert facts["steps"] < 500
    assert facts["recipe"]["sizes"] == [[0.0, 32]]


def test_a_folder_of_weights_can_be_the_start(finished: tuple[Path, list[tuple[str, float]]], manifest: Path, tmp_path: Path) -> None:
    training.train("small", manifest, tmp_path, device="cpu", epochs=1, size=32, start=finished[0])
    facts = json.loads((tmp_path / "training.json").read_text(encoding="utf-8"))
    assert facts["start"] == "first"
    assert facts["earlier"]["steps"] == 4


def test_a_manifest_with_faults_trains_nothing(manifest: Path, tmp_path: Path) -> None:
    faulty = manifest.with_name("faulty.csv")
    faulty.write_text(manifest.read_text(encoding="utf-8") + "\ngone.png,99,M,100\n0.png,98,Q,100\n", encoding="utf-8")
    with pytest.raises(ManifestRejected) as rejected:
        training.train("small", faulty, tmp_path / "run", device="cpu")
    assert len(rejected.value.faults) == 2
    assert not (tmp_path / "run").exists()


def test_training_imports_without_what_only_the_casebook_and_the_importers_need() -> None:
    code = (
        "import sys\n"
        "for name in ('pydicom', 'sqlite_utils', 'sqlcipher3', 'platformdirs', 'pytorch_grad_cam', 'PySide6', 'pyhanko', 'reportlab'):\n"
        "    sys.modules[name] = None\n"
        "import forensix.training.train\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
