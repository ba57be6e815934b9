"""Bundles: complete and unaltered ones are read, all others refused before anything of them is loaded."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forensix.domain.errors import ModelRejected
from forensix.inference.calibration import sha256_of
from forensix.inference.model_card import ModelCard, choose, find_models

Rewrite = Callable[..., Path]


def test_a_sound_bundle_is_read(card: ModelCard) -> None:
    assert card.outputs == ("sex", "age") and card.backbone == "resnet18" and card.preprocess.size == 64
    assert card.calibration.sha256 == sha256_of(card.tables["calibration"])
    assert card.evaluation["model_sha256"] == card.weights_sha256
    assert len(card.selftest.logits) == len(card.selftest.phantom_seeds) == 2


@pytest.mark.parametrize("name", ["card.toml", "weights.safetensors", "typicality.safetensors", "evaluation.json", "predictions.csv"])
def test_a_missing_file_is_named_and_the_bundle_listed_as_incomplete(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    with pytest.raises(ModelRejected, match=name) as refused:
        ModelCard.load(bundle)
    assert refused.value.remedy and refused.value.subject.endswith(name)
    assert [model.status for model in find_models(bundle.parent)] == ["incomplete"]


def test_what_measures_a_model_needs_no_evaluation(bundle: Path) -> None:
    (bundle / "evaluation.json").unlink()
    (bundle / "predictions.csv").unlink()
    assert ModelCard.load(bundle, evaluated=False).evaluation == {}


@pytest.mark.parametrize("name", ["weights.safetensors", "typicality.safetensors"])
def test_one_changed_byte_is_found_and_the_bundle_listed_as_altered(bundle: Path, name: str) -> None:
    content = bytearray((bundle / name).read_bytes())
    content[-1] ^= 1
    (bundle / name).write_bytes(content)
    with pytest.raises(ModelRejected, match="not the file that its card names"):
        ModelCard.load(bundle)
    found = find_models(bundle.parent)
    assert [model.status for model in found] == ["altered"] and found[0].card is not None


def test_an_evaluation_of_other_weights_is_refused(bundle: Path) -> None:
    evaluation = json.loads((bundle / "evaluation.json").read_text(encoding="utf-8"))
    (bundle / "evaluation.json").write_text(json.dumps(evaluation | {"model_sha256": "0" * 64}), encoding="utf-8")
    with pytest.raises(ModelRejected, match="other weights"):
        ModelCard.load(bundle)


def test_a_calibration_changed_by_hand_is_refused(bundle: Path) -> None:
    text = (bundle / "card.toml").read_text(encoding="utf-8")
    assert "log10_lr_high = 1.8" in text
    (bundle / "card.toml").write_text(text.replace("log10_lr_high = 1.8", "log10_lr_high = 4.8"), encoding="utf-8")
    with pytest.raises(ModelRejected, match="calibration"):
        ModelCard.load(bundle)
    assert find_models(bundle.parent)[0].status == "altered"


def test_a_pickle_is_refused_even_where_the_card_names_it(bundle: Path, rewrite: Rewrite) -> None:
    content = pickle.dumps({"conv1.weight": np.zeros(3)})
    (bundle / "weights.safetensors").write_bytes(content)
    import hashlib

    rewrite(weights_sha256=hashlib.sha256(content).hexdigest())
    with pytest.raises(ModelRejected, match="pickle"):
        ModelCard.load(bundle, evaluated=False)


def test_a_pickle_beside_missing_weights_is_named(bundle: Path) -> None:
    (bundle / "weights.safetensors").rename(bundle / "weights.pt")
    with pytest.raises(ModelRejected, match=r"weights.pt is a pickle"):
        ModelCard.load(bundle)


def test_bands_of_the_age_interval_are_read_and_an_older_card_has_none(rewrite: Rewrite, card: ModelCard) -> None:
    assert card.age is not None and card.age.bands == ()
    bands = [{"from": 0.0, "interval": [-30.0, 10.0], "n": 50}, {"from": 120, "interval": [-10.0, 40.0], "n": 60}]
    read = ModelCard.read(rewrite(age__bands=bands)).age
    assert read is not None
    assert read.span(100.0) == (70.0, 140.0)


KEYS = [
    "name", "recipe", "backbone", "backbone_options", "outputs", "weights_sha256", "weights_dtype", "preprocess", "age", "decision",
    "validated", "typicality", "training", "licence", "selftest", "preprocess__size", "calibration__a", "calibration__n_male",
    "calibration__log10_lr_low", "calibration__method", "age__mean", "age__interval", "decision__threshold", "validated__months",
    "validated__living", "typicality__warning", "typicality__tensors", "typicality__sha256", "licence__note",
    "selftest__phantom_seeds", "selftest__logits", "selftest__tolerance",
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_key_is_named(rewrite: Rewrite, key: str) -> None:
    with pytest.raises(ModelRejected, match=key.split("__")[-1]) as refused:
        ModelCard.read(rewrite(**{key: None}))
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "another-name"),
        ("schema", 2),
        ("outputs", ["age"]),
        ("outputs", ["sex", "height"]),
        ("weights_sha256", "ABC"),
        ("weights_dtype", "int8"),
        ("backbone_options", {"stride": 3}),
        ("preprocess__size", "160"),
        ("preprocess__resize", "nearest"),
        ("calibration__a", "1.0"),
        ("calibration__a", -1.0),
        ("calibration__n_male", True),
        ("calibration__n_male", 0),
        ("calibration__log10_lr_low", 0.5),
        ("age__sd", 0.0),
        ("age__interval", [5.0, -5.0]),
        ("age__interval", [1.0, 2.0, 3.0]),
        ("age__bands", [3.0]),
        ("age__bands", [{"from": 12.0, "interval": [-5.0, 5.0]}]),
        ("age__bands", [{"from": 0.0, "interval": [5.0, -5.0]}]),
        ("age__bands", [{"from": 0.0, "interval": [-5.0, 5.0]}, {"from": 0.0, "interval": [-5.0, 5.0]}]),
        ("decision__rule", "majority"),
        ("decision__threshold", 0.4),
        ("decision__prior", 1.0),
        ("validated__months", [216.0, 48.0]),
        ("typicality__refusal", 0.5),
        ("typicality__method", "guess"),
        ("typicality__tensors", "../elsewhere.safetensors"),
        ("selftest__phantom_seeds", [0]),
        ("selftest__logits", [{"sex": "0x1p0"}, {"sex": "0x1p0"}]),
        ("selftest__logits", [{"sex": "0x1p0", "age": "nan"}, {"sex": "0x1p0", "age": "0x1p0"}]),
        ("selftest__tolerance", -1.0),
    ],
)
def test_a_wrong_value_is_named(rewrite: Rewrite, key: str, value: Any) -> None:
    with pytest.raises(ModelRejected, match=key.split("__")[0]):
        ModelCard.read(rewrite(**{key: value}))


def test_not_a_number_in_a_card_is_refused(bundle: Path) -> None:
    text = (bundle / "card.toml").read_text(encoding="utf-8")
    (bundle / "card.toml").write_text(text.replace("bias = 0.0", "bias = nan"), encoding="utf-8")
    with pytest.raises(ModelRejected, match=r"age.bias must be a finite number"):
        ModelCard.read(bundle)


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b""])
def test_a_card_that_is_no_card_is_refused(bundle: Path, content: bytes) -> None:
    (bundle / "card.toml").write_bytes(content)
    with pytest.raises(ModelRejected):
        ModelCard.load(bundle)


def test_the_first_folder_and_its_default_count(sound_bundle: Path, tmp_path: Path) -> None:
    import shutil

    own = tmp_path / "own"
    shutil.copytree(sound_bundle, own / sound_bundle.name)
    (own / "broken").mkdir()
    (own / "broken" / "card.toml").write_text("", encoding="utf-8")
    found = find_models([own, sound_bundle.parent, tmp_path / "absent"])
    assert [(model.name, model.default, model.status) for model in found] == [
        ("broken", False, "incomplete"),
        (sound_bundle.name, True, "ok"),
    ]
    assert found[1].folder.parent == own
    assert choose(found).name == choose(found, sound_bundle.name).name == sound_bundle.name
    row = found[1].as_row()
    assert row["validated_months"] == [48.0, 216.0] and row["input_size"] == 64 and row["status"] == "ok"
    json.dumps([model.as_row() for model in found], allow_nan=False)


def test_asking_for_a_model_that_is_not_there_says_which_are(sound_bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelRejected, match="no-such") as refused:
        choose(find_models(sound_bundle.parent), "no-such")
    assert sound_bundle.name in refused.value.remedy
    with pytest.raises(ModelRejected, match="No model is installed"):
        choose(find_models(tmp_path / "absent"))
