"""Cards as they are written and read back; which ages a model counts as validated on; a whole bundle from a run in small."""

import json
import tomllib
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from forensix.domain.view import percentile_window
from forensix.inference.model_card import ModelCard
from forensix.inference.preprocess import Preprocess, prepare
from forensix.training import bundle, card, split
from forensix.training.data import decode
from forensix.training.recipe import Recipe
from forensix.training.refit import refit
from forensix.training.sources import SOURCES
from forensix.validation.evaluate import evaluate
from forensix.validation.learnt import Learnt
from forensix.validation.manifest import Row, read
from tests.support.tiny_bundle import random_network, tiny_bundle

SMALL = Recipe(name="small_recipe", backbone="resnet18", outputs=("sex", "age"), sizes=((0.0, 64),), epochs=1)


def test_toml_is_read_back_as_it_was() -> None:
    tables = {
        "name": 'quotes " and \\ and ümlaut\nand a line',
        "yes": True,
        "many": [1, 2.5, -1e-9, "a"],
        "empty": {},
        "table": {"rows": [{"sex": "0x1p-3", "age": "0x0p+0"}], "n": 3, "odd key": [[0.0, 64], [0.5, 96]]},
    }
    assert tomllib.loads(card.as_toml(tables)) == tables


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), object()])
def test_what_a_card_cannot_hold(value: object) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        card.as_toml({"key": value})


def test_the_range_ends_where_mature_hands_are_estimated_above_it() -> None:
    true = np.array([100.0] * 5 + [210.0] * 40 + [np.nan])
    estimated = np.array([250.0] * 5 + [150.0, 170.0, 181.0] + [200.0] * 37 + [0.0])
    found = bundle.short_of_maturity([24.0, 216.0], true, estimated)
    assert found["months"] == [24.0, 180.0]  # two of forty mature hands may lie below: 150 and 170
    assert found["mature_n"] == 40
    assert bundle.short_of_maturity([24.0, 120.0], true, estimated)["months"] == [24.0, 120.0]
    assert bundle.short_of_maturity([24.0, 216.0], true[:5], estimated[:5])["months"] == [24.0, 216.0]
    with pytest.raises(ValueError, match="adult"):
        bundle.short_of_maturity([180.0, 216.0], true, estimated)


def test_validated_months_are_whole_years_with_enough_of_both_sexes() -> None:
    def rows(year: int, females: int, males: int) -> list[Row]:
        sexes = ["female"] * females + ["male"] * males
        return [Row(Path("x"), f"{year}-{i}", sex, 12.0 * year + 5) for i, sex in enumerate(sexes)]  # type: ignore[arg-type]

    given = rows(1, 10, 10) + rows(3, 12, 30) + rows(4, 10, 10) + rows(5, 11, 10) + rows(6, 3, 40)
    assert bundle.validated_months(given) == [36.0, 72.0]
    with pytest.raises(ValueError, match="no year"):
        bundle.validated_months(rows(1, 9, 90))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What `train` leaves, around a random network and pictures of which only one sex has a gradient; most rows calibrate."""
    monkeypatch.setattr(bundle, "load_recipe", lambda name: SMALL)
    monkeypatch.setattr(bundle, "SELFTEST_SEEDS", (0,))
    monkeypatch.setattr(bundle, "evaluate", partial(evaluate, draws=20))
    folder, random = tmp_path / "run", np.random.default_rng(0)
    folder.mkdir()
    lines, parts = ["path,subject,sex,bone_age_months"], {}
    for index in range(64):
        male = index % 2
        picture = random.normal(90, 20, (64, 64)) + (np.linspace(0, 90, 64)[:, None] if (male or index % 16 == 0) else 0)
        Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(tmp_path / f"{index}.png")
        lines.append(f"{index}.png,{index},{'FM'[male]},{random.uniform(96, 108):.1f}")
        parts[str(index)] = "calibration" if index < 44 else "train" if index < 56 else "test"
    (tmp_path / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    split.write(parts, folder / "split.csv")
    network = random_network()
    with torch.no_grad():
        network.fc.weight *= _towards_male(network, tmp_path)
    save_file({key: value.contiguous() for key, value in network.state_dict().items()}, folder / "weights.safetensors")
    facts = {
        "recipe": {"name": SMALL.name, "sizes": [[0.0, 64]]},
        "start": "random values",
        "data": "labels.csv",
        "data_sha256": read(tmp_path / "labels.csv").sha256,
        "subjects": {"train": 12, "validation": 0, "calibration": 44, "test": 8},
        "age_mean_months": 100.0,
        "age_sd_months": 30.0,
        "epochs": 0.5,
        "steps": 3,
        "minutes": 0.1,
        "device": "cpu",
        "precision": "bf16-mixed",
        "seed": 1,
        "libraries": {"torch": torch.__version__},
    }
    facts["earlier"] = facts | {"start": "weights.safetensors", "minutes": 2.0}
    (folder / "training.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def _towards_male(network: torch.nn.Module, folder: Path) -> float:
    """1 or -1, so that the random network's logit is larger for the pictures with a gradient (male)."""
    pictures = [decode(folder / f"{index}.png") for index in range(1, 41)]
    preprocess = Preprocess(size=64, mean=SMALL.mean, sd=SMALL.sd)
    batch = torch.from_numpy(np.stack([prepare(picture, percentile_window(picture), preprocess) for picture in pictures]))
    with torch.inference_mode():
        logits = (network(batch) + network(batch.flip(3)))[:, 0].numpy()
    return 1.0 if logits[0::2].mean() > logits[1::2].mean() else -1.0


def test_a_run_becomes_a_bundle_that_loads_and_knows_its_phantoms(run: Path, tmp_path: Path) -> None:
    made = bundle.make(
        run, tmp_path / "labels.csv", tmp_path / "models", bundle.Origin(SOURCES["rsna_2017"], "a command", "abc"), threads=1
    )
    assert made.name == "small-recipe"
    loaded = ModelCard.load(made)
    assert loaded.validated.months == (96.0, 108.0)
    assert loaded.calibration.n_female == loaded.calibration.n_male == 22
    assert loaded.calibration_once and loaded.calibration_once.sha256 == loaded.calibration.sha256
    assert loaded.read_once().calibration.a != loaded.calibration.a and loaded.read_once().age != loaded.age
    assert loaded.evaluation["n"] == 8
    assert loaded.tables["training"]["start"] == "weights.safetensors"
    assert loaded.tables["training"]["minutes"] == 2.1
    assert loaded.evaluation["parts"] == {"test": 8}
    assert "not validated for adults" in loaded.tables["validated"]["adults"]
    assert "non-commercial" in loaded.licence_note
    assert {file.name for file in made.iterdir()} == {
        "card.toml",
        "weights.safetensors",
        "typicality.safetensors",
        "evaluation.json",
        "predictions.csv",
        "split.csv",
        "learnt.csv",
    }
    assert Learnt.of(made).subjects == {str(index) for index in range(44, 56)}


def test_a_bundle_is_fitted_anew_around_the_same_weights(run: Path, tmp_path: Path) -> None:
    """Everything that is fitted comes out as it was, one more look at the test part is counted, and the old bundle stays."""
    labels = tmp_path / "labels.csv"
    made = bundle.make(run, labels, tmp_path / "models", bundle.Origin(SOURCES["rsna_2017"]), threads=1)
    before = {file.name: file.read_bytes() for file in made.iterdir()}
    with pytest.raises(ValueError, match="not in its place"):
        refit(made, labels, tmp_path / "models")
    again = refit(made, labels, tmp_path / "anew")
    assert {file.name: file.read_bytes() for file in made.iterdir()} == before
    old, new = ModelCard.load(made), ModelCard.load(again)
    assert new.weights_sha256 == old.weights_sha256 and new.tables["licence"] == old.tables["licence"]
    for table in ("calibration", "age", "validated", "typicality", "selftest"):
        assert new.tables[table] == old.tables[table], table
    assert new.tables["training"] == old.tables["training"] | {"test_looks": old.tables["training"]["test_looks"] + 1}
    assert (again / "predictions.csv").read_bytes() == before["predictions.csv"]
    labels.write_text(labels.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not the manifest"):
        refit(made, labels, tmp_path / "anew")


def test_a_run_on_another_manifest_is_not_bundled(run: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text((tmp_path / "labels.csv").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not the manifest"):
        bundle.make(run, other, tmp_path / "models", bundle.Origin(SOURCES["rsna_2017"]))


@pytest.mark.long
def test_a_bundle_that_is_too_heavy_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LARGEST_BYTES", 1000)
    with pytest.raises(ValueError, match="more than 1000"):
        bundle.check(tiny_bundle(tmp_path))
