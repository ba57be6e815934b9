"""A whole training run in small: random pictures, a small network, a few steps; interrupted, resumed, and nothing missing."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from forensix.domain.errors import Cancelled
from forensix.training import average as averaging
from forensix.training import bundle, stages
from forensix.training import train as training
from forensix.training.loading import Parts
from forensix.training.network import network_weights
from forensix.training.recipe import Augmentation, Recipe, RecipeRejected
from forensix.training.split import split
from forensix.validation.learnt import Learnt
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
    data, learnt = read_manifest(manifest), Learnt.of(out)
    assert read_parts(out / "split.csv") == split(data.rows)
    assert learnt == Learnt.from_rows(row for row in data.rows if split(data.rows)[row.subject] == "train")
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


def test_a_run_goes_on_only_where_nobody_it_learnt_from_is_measured(finished: tuple[Path, list[tuple[str, float]]], manifest: Path) -> None:
    out, _ = finished
    renamed = manifest.with_name("renamed.csv")
    head, *lines = manifest.read_text(encoding="utf-8").splitlines()
    renamed.write_text("\n".join([head, *(line.replace(",", ",another-", 1) for line in lines)]), encoding="utf-8")
    with pytest.raises(RecipeRejected, match="first was trained on subjects that this run measures on"):
        training.train("small", renamed, out, device="cpu", resume=True)


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


def test_a_run_without_progress_ends_early_and_keeps_its_best(manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    still = replace(SMALL, epochs=30, patience=1, new_rate=1e-9, old_rate=1e-9, averaging=0.0, sizes=((0.0, 32),))
    monkeypatch.setattr(training, "load_recipe", lambda name: still)
    training.train("small", manifest, tmp_path, device="cpu")
    facts = json.loads((tmp_path / "training.json").read_text(encoding="utf-8"))
    assert 0 < facts["steps"] < 30 * 2
    best = torch.load(tmp_path / "checkpoints" / "best.ckpt", weights_only=False)
    kept, found = network_weights(best), load_file(tmp_path / "weights.safetensors")
    assert set(kept) == set(found) and all(torch.equal(kept[name], found[name]) for name in kept)


def test_curves_for_tensorboard_and_what_is_said_without_it(manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    training.train("small", manifest, tmp_path / "run", device="cpu", epochs=1, size=32, tensorboard=True)
    assert list((tmp_path / "run" / "log").glob("events.out.tfevents.*"))
    assert (tmp_path / "run" / "log" / "metrics.csv").is_file()
    monkeypatch.setattr(training, "find_spec", lambda name: None)
    with pytest.raises(RecipeRejected, match="TensorBoard is not installed"):
        training.train("small", manifest, tmp_path / "none", device="cpu", tensorboard=True)
    assert not (tmp_path / "none").exists()


@pytest.mark.long
def test_a_teacher_is_learnt_from_and_named(manifest: Path, tmp_path: Path, tiny_models: Path) -> None:
    training.train("small", manifest, tmp_path, device="cpu", epochs=5, size=32, teacher=tiny_models / "tiny-resnet18", command="a command")
    facts = json.loads((tmp_path / "training.json").read_text(encoding="utf-8"))
    assert (facts["teacher"], facts["command"]) == ("tiny-resnet18", "a command")
    assert "train_teacher" in (tmp_path / "log" / "metrics.csv").read_text(encoding="utf-8")


def test_a_stage_that_starts_from_a_bundle_counts_its_stages(manifest: Path, tmp_path: Path, tiny_models: Path) -> None:
    training.train("small", manifest, tmp_path, device="cpu", epochs=1, size=32, start=tiny_models / "tiny-resnet18", command="second")
    table = stages.training_table(json.loads((tmp_path / "training.json").read_text(encoding="utf-8")))
    assert table["start"] == "random values" and table["command"] == "none; second"
    assert table["steps"] == 2 and len(table["stages"]) == 1


def test_regions_need_a_recipe_that_retrieves_them(manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = tmp_path / "marks.csv"
    with pytest.raises(RecipeRejected, match="retrieves no regions"):
        training.train("small", manifest, tmp_path / "run", device="cpu", marks=marks)
    roi = replace(
        SMALL, backbone="roi_sequential_cnn", backbone_options={"marked": "8"}, marked=8, sizes=((0.0, 32),), epochs=1, outputs=("sex",)
    )
    monkeypatch.setattr(training, "load_recipe", lambda name: roi)
    training.train("roi", manifest, tmp_path / "roi", device="cpu")
    weights = load_file(tmp_path / "roi" / "weights.safetensors")
    assert json.loads((tmp_path / "roi" / "training.json").read_text(encoding="utf-8"))["marked"] == "8 boxed by a rule"
    assert torch.allclose(weights["marked_histograms"].sum(1), torch.ones(8), atol=1e-3)


def test_a_processor_that_does_not_compute_in_bfloat16_trains_in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    """Emulated there, a step takes minutes."""
    for able, expected in (({"avx512_bf16": True}, "bf16-mixed"), ({"amx_bf16": True}, "bf16-mixed"), ({"avx2": True}, "32-true")):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda able=able: able, raising=False)
        assert training.precision("cpu") == expected
    assert training.precision("cuda") == "bf16-mixed"


def test_too_few_radiographs_or_no_ages_are_refused(manifest: Path, tmp_path: Path) -> None:
    lines = manifest.read_text(encoding="utf-8").splitlines()
    few, ageless = manifest.with_name("few.csv"), manifest.with_name("ageless.csv")
    few.write_text("\n".join(lines[:6]), encoding="utf-8")
    ageless.write_text("\n".join([lines[0], *(line.rsplit(",", 1)[0] + "," for line in lines[1:])]), encoding="utf-8")
    for file, match in ((few, "too few radiographs"), (ageless, "the manifest has none")):
        with pytest.raises(RecipeRejected, match=match):
            training.train("small", file, tmp_path / file.stem, device="cpu")


def test_a_checkpoint_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "last.ckpt"
    training.WholeFiles().save_checkpoint({"step": 1}, path)
    whole = torch.save

    def torn(content: object, file: BinaryIO) -> None:
        file.write(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(training.torch, "save", torn)
    with pytest.raises(KeyboardInterrupt):
        training.WholeFiles().save_checkpoint({"step": 2}, path)
    assert torch.load(path, weights_only=True) == {"step": 1}
    monkeypatch.setattr(training.torch, "save", whole)
    training.WholeFiles().save_checkpoint({"step": 3}, path)
    assert torch.load(path, weights_only=True) == {"step": 3}


def test_workers_each_draw_their_own_chance(manifest: Path, tmp_path: Path) -> None:
    data = read_manifest(manifest)
    lossy = replace(SMALL, augmentation=Augmentation(recompression=0.5), batch=4)
    loader = Parts(lossy, data, split(data.rows), tmp_path, training.silent, workers=2)
    loader.prepare_data()
    batches = list(loader.train_dataloader())
    assert sum(len(batch[0]) for batch in batches) == 36 and batches[0][0].shape == (4, 1, 32, 32)
    alone = training.Machines("cpu"), training.Machines("cpu", workers=3)
    assert [machines.loaders() for machines in alone] == [0, 3]


RUN = """
import sys
from pathlib import Path
from forensix.training import train as training
from tests.training.test_train import SMALL
from dataclasses import replace
training.load_recipe = lambda name: replace(SMALL, epochs=12, sizes=((0.0, 32),))
manifest, out, *rest = sys.argv[1:]
machines = training.Machines("cpu", devices=2, strategy="ddp") if "two" in rest else None
training.train("small", Path(manifest), Path(out), device="cpu", resume="resume" in rest, machines=machines)
"""


def script(tmp_path: Path) -> Path:
    path = tmp_path / "run.py"
    path.write_text(RUN, encoding="utf-8")
    return path


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_run_that_is_killed_goes_on_from_its_last_epoch(manifest: Path, tmp_path: Path) -> None:
    """SIGKILL as soon as there is a checkpoint, twice, at different moments; then to the end."""
    out, last = tmp_path / "run", tmp_path / "run" / "checkpoints" / "last.ckpt"
    reached = []
    for wait in (0.0, 0.4):
        process = subprocess.Popen([sys.executable, str(script(tmp_path)), str(manifest), str(out), "resume"], env=environment())
        before = last.stat().st_mtime_ns if last.exists() else 0
        while process.poll() is None and (not last.exists() or last.stat().st_mtime_ns == before):
            time.sleep(0.05)
        time.sleep(wait)
        process.kill()
        process.wait()
        reached.append(torch.load(last, weights_only=False)["global_step"])
    assert not (out / "weights.safetensors").exists()
    assert 0 < reached[0] < reached[1] < 24
    subprocess.run([sys.executable, str(script(tmp_path)), str(manifest), str(out), "resume"], env=environment(), check=True)
    facts = json.loads((out / "training.json").read_text(encoding="utf-8"))
    assert facts["steps"] == 24
    assert all(bool(torch.isfinite(value).all()) for value in load_file(out / "weights.safetensors").values())


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_two_processes_train_one_network(manifest: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(script(tmp_path)), str(manifest), str(tmp_path / "run"), "two"], env=environment(), check=True)
    facts = json.loads((tmp_path / "run" / "training.json").read_text(encoding="utf-8"))
    assert "2 processes" in facts["device"]
    assert facts["steps"] == 12  # 38 radiographs, 19 for each process, one batch of 16 an epoch
    assert facts["epochs"] == pytest.approx(12 * 32 / 38)
    assert 0.0 <= facts["validation"]["validation_auc"] <= 1.0


def test_training_imports_without_what_only_the_casebook_and_the_importers_need() -> None:
    code = (
        "import sys\n"
        "for name in ('pydicom', 'sqlite_utils', 'sqlcipher3', 'platformdirs', 'pytorch_grad_cam', 'PySide6', 'pyhanko', 'reportlab'):\n"
        "    sys.modules[name] = None\n"
        "import forensix.training.train\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_weights_between_a_run_and_its_start_are_a_run_with_norms_of_their_own(
    finished: tuple[Path, list[tuple[str, float]]], manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = finished
    monkeypatch.setattr(averaging, "load_recipe", lambda name: SMALL)
    training.train("small", manifest, tmp_path / "second", device="cpu", start=first)
    out = averaging.average(tmp_path / "second", first, manifest, tmp_path / "between", size=40, share=0.25)
    held, last = load_file(out / "weights.safetensors"), tmp_path / "second" / "checkpoints" / "last.ckpt"
    step = network_weights({"state_dict": torch.load(last, weights_only=False)["current_model_state"]})
    begun = load_file(first / "weights.safetensors")
    name = "layer4.1.conv2.weight"
    assert torch.allclose(held[name], 0.75 * begun[name] + 0.25 * step[name], atol=1e-6)
    assert not torch.allclose(held["bn1.running_mean"], 0.75 * begun["bn1.running_mean"] + 0.25 * step["bn1.running_mean"])
    facts = json.loads((out / "training.json").read_text(encoding="utf-8"))
    assert facts["averaged"] == {"size": 40, "share": 0.25, "start": "first", "norms_from": 1024}
    assert bundle._as_trained(facts | {"recipe": facts["recipe"] | {"name": "hand_sex_resnet18"}}).size == 40
    cards = {"stages": [{}] * 3}, {"test_looks": 6}
    counted = [stages.training_table(facts | {"earlier": {"card": card}})["test_looks"] for card in cards]
    assert counted == [4, 7] and stages.training_table(facts | {"earlier": None})["test_looks"] == 1
    stage = stages.training_table(facts)["stages"][-1]
    assert stage["averaged"]["share"] == 0.25 and stage["sizes"] == [[0.0, 32], [0.5, 48]]
    assert (out / "learnt.csv").read_bytes() == (tmp_path / "second" / "learnt.csv").read_bytes()
