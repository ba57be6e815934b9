"""Pixels in, estimates and heatmap out: repeatable to the bit, right side round, and refused where the bundle is not sound."""

import hashlib
import json
import math
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file as load_arrays
from safetensors.numpy import save_file as save_arrays
from safetensors.torch import load_file, save_file

from forensix.domain.case import Acquisition, Side
from forensix.domain.errors import ModelRejected
from forensix.domain.examination import Outcome
from forensix.domain.view import Pixels, Window, percentile_window
from forensix.imaging import read
from forensix.imaging.phantom import dicom, hand, png
from forensix.inference.calibration import posterior
from forensix.inference.estimator import Estimator, Examined
from forensix.inference.network import steady
from forensix.inference.preprocess import prepare
from forensix.inference.saliency import Target, scaled

ASKED: dict[str, Any] = {"side": Side.LEFT, "findings": (), "synthetic": False, "prior_male": 0.5, "threshold": 0.95}
Examine = Callable[..., Examined]
Rewrite = Callable[..., Path]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_examination_is_repeatable_to_the_bit_whatever_threads_others_use(examine: Examine, bundle: Path, phantom: Pixels) -> None:
    first = examine(side=Side.UNKNOWN)
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(3)
        again = examine(side=Side.UNKNOWN)
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)
    other = Estimator.load(bundle).logits_of(phantom)
    assert again.logits == first.logits and again.sex == first.sex and again.recipe == first.recipe
    assert other["sex"].hex() == first.logits["sex"]
    assert first.saliency is not None and again.saliency is not None
    assert first.saliency.map is not None and np.array_equal(first.saliency.map, again.saliency.map)  # type: ignore[arg-type]


def test_the_numbers_follow_from_the_logits_and_the_card(examine: Examine, estimator: Estimator) -> None:
    found = examine()
    sex, age, calibration = found.sex, found.age, estimator.card.calibration
    assert set(found.logits) == {"sex", "age"} and float.fromhex(found.logits["sex"]) == sex.logit == sex.readings[0]
    assert sex.log10_lr == sex.log10_lr_unbounded == pytest.approx((sex.logit - math.log(500 / 400)) / math.log(10))
    assert sex.probability_male == posterior(sex.log10_lr, 0.5) and sex.log10_lr_bound == (-1.9, 1.8)
    assert sex.forced_choice == ("male" if sex.log10_lr > 0 else "female") and 0.0 <= sex.typicality <= 1.0
    assert age is not None and estimator.card.age is not None
    assert age.months == pytest.approx(128.0 + 30.0 * float.fromhex(found.logits["age"]))
    assert (age.low, age.high) == (age.months - 25.0, age.months + 25.0)
    assert calibration.bounded(99.0) == 1.8


def test_the_recipe_names_all_that_is_needed_to_do_it_again(examine: Examine, estimator: Estimator) -> None:
    recipe = examine(acquisition=Acquisition(windows=(Window(0.125, 0.75, explanation="BONE"),)), side=Side.UNKNOWN).recipe
    assert recipe.window == "linear 0.125 to 0.75 (BONE)" and recipe.mirrored == "both"
    assert (recipe.device, recipe.dtype, recipe.threads, recipe.batch) == ("cpu", "float32", 1, 1)
    assert recipe.weights_sha256 == estimator.card.weights_sha256 and recipe.calibration_sha256 == estimator.card.calibration.sha256
    assert recipe.libraries == estimator.recipe_libraries and recipe.libraries["torch"] == torch.__version__.split("+")[0]


def test_the_network_sees_the_first_window_of_the_file(examine: Examine) -> None:
    plain = examine().logits
    windows = (Window(0.4, 0.6), Window(0.0, 1.0))
    assert examine(acquisition=Acquisition(windows=windows)).logits == examine(acquisition=Acquisition(windows=windows[:1])).logits != plain


def test_a_right_hand_is_read_as_the_left_hand_in_the_mirror(examine: Examine, phantom: Pixels) -> None:
    left, right = examine(phantom), examine(np.ascontiguousarray(phantom[:, ::-1]), side=Side.RIGHT)
    assert set(right.logits) == {"sex_mirrored", "age_mirrored"} and right.recipe.mirrored == "mirrored"
    assert right.sex.logit == pytest.approx(left.sex.logit, abs=1e-4)
    assert left.saliency is not None and left.saliency.map is not None and right.saliency is not None and right.saliency.map is not None
    assert np.allclose(right.saliency.map, left.saliency.map[:, ::-1], atol=1e-3)
    assert not np.allclose(left.saliency.map, left.saliency.map[:, ::-1], atol=0.05)


def test_of_an_unknown_side_both_readings_are_kept_and_their_mean_counts(examine: Examine) -> None:
    left, right, both = examine(), examine(side=Side.RIGHT), examine(side=Side.UNKNOWN)
    assert both.logits == left.logits | right.logits
    assert both.sex.readings == (left.sex.logit, right.sex.logit) and both.sex.logit == pytest.approx(np.mean(both.sex.readings))
    assert left.age and right.age and both.age and both.age.months == pytest.approx((left.age.months + right.age.months) / 2)
    assert any(limitation.kind == "side" for limitation in both.sex.limitations)


def test_a_hand_read_once_is_judged_by_what_was_fitted_on_single_readings(rewrite: Rewrite, examine: Examine, phantom: Pixels) -> None:
    """Other slope, bound, age bias and interval where the side is known; where it is not the card's own stay, and one hash names both."""
    plain = {side: examine(side=side) for side in Side}
    table = examine(side=Side.LEFT).sex.log10_lr_bound
    card = rewrite(calibration__once={"a": 2.0, "log10_lr_high": 0.5}, age__once={"bias": 6.0, "interval": [-50.0, 50.0]})
    apart = Estimator.load(card)
    found = {side: apart.examine(phantom, Acquisition(), **(ASKED | {"side": side})) for side in Side}
    for side in (Side.LEFT, Side.RIGHT):
        before, after = plain[side], found[side]
        assert after.sex.logit == before.sex.logit and after.sex.log10_lr_bound == (table[0], 0.5)
        assert after.sex.log10_lr_unbounded != before.sex.log10_lr_unbounded
        assert before.age and after.age and after.age.months == pytest.approx(before.age.months - 6.0)
        assert after.age.high - after.age.low == pytest.approx(100.0)
    assert found[Side.UNKNOWN].sex == plain[Side.UNKNOWN].sex and found[Side.UNKNOWN].age == plain[Side.UNKNOWN].age
    assert len({one.recipe.calibration_sha256 for one in found.values()}) == 1
    assert found[Side.LEFT].recipe.calibration_sha256 != plain[Side.LEFT].recipe.calibration_sha256


@pytest.mark.parametrize("once", [{"a": -1.0}, {"c": 1.0}, {"a": "1"}, {"sha256": "0" * 64}, 3.0])
def test_a_card_whose_single_readings_are_not_understood_is_refused(rewrite: Rewrite, once: Any) -> None:
    with pytest.raises(ModelRejected, match="once"):
        Estimator.load(rewrite(calibration__once=once))


def test_the_map_of_an_unknown_side_is_the_mean_of_both_in_the_radiograph_s_orientation(
    examine: Examine, estimator: Estimator, phantom: Pixels
) -> None:
    network = estimator._network
    found = examine(side=Side.UNKNOWN)
    target = Target(0, 1 if found.sex.forced_choice == "male" else -1)
    voi, how = percentile_window(phantom), estimator.card.preprocess
    readings = [network.read(prepare(phantom, voi, how, mirrored=flip)) for flip in (False, True)]
    as_is, mirrored = (network.explain(reading, "grad_cam", target) for reading in readings)
    expected = (as_is + mirrored[:, ::-1]) / 2
    assert found.sex.readings == tuple(reading.outputs["sex"] for reading in readings)
    assert found.saliency is not None and found.saliency.map is not None
    assert found.saliency.peak == pytest.approx(float(expected.max())) and found.saliency.explains == found.sex.forced_choice
    assert np.allclose(found.saliency.map, scaled(expected), atol=1e-5)


def test_the_map_explains_the_sex_that_the_ratio_favours(rewrite: Rewrite, phantom: Pixels) -> None:
    """With b = 20 the same logit favours the other sex: the map must turn with the estimate."""
    maps = {}
    for b in (-20.0, 20.0):
        found = Estimator.load(rewrite(calibration__b=b)).examine(phantom, Acquisition(), **ASKED)
        assert found.saliency is not None and found.saliency.explains == found.sex.forced_choice
        maps[found.sex.forced_choice] = found.saliency
    assert set(maps) == {"male", "female"} and maps["male"].peak != maps["female"].peak
    assert (maps["male"].method, maps["male"].layer, maps["male"].grid) == ("grad_cam", "layer4.1", (2, 2))


@pytest.mark.parametrize(("b", "outcome"), [(20.0, Outcome.MALE), (-20.0, Outcome.FEMALE), (0.0, Outcome.INDETERMINATE)])
def test_every_outcome_can_be_reached(rewrite: Rewrite, phantom: Pixels, b: float, outcome: Outcome) -> None:
    found = Estimator.load(rewrite(calibration__b=b)).examine(phantom, Acquisition(), **{**ASKED, "synthetic": True, "threshold": 0.9})
    assert found.sex.outcome is outcome
    assert found.sex.limitations[0].sentence.startswith("SYNTHETIC: the estimate means nothing")


def test_a_12_in_16_bit_file_and_its_8_bit_twin_give_the_same_estimate(examine: Examine, phantom: Pixels) -> None:
    deep_file, deep = read(dicom(phantom), "deep.dcm")
    shallow_file, shallow = read(png(phantom, bits=8), "shallow.png")
    assert deep_file.bits_stored == 12 and not np.array_equal(deep, shallow)
    one = examine(deep, Acquisition(), side=Side.UNKNOWN)
    other = examine(shallow, shallow_file, side=Side.UNKNOWN)
    assert one.sex.logit == pytest.approx(other.sex.logit, abs=0.02) and one.age and other.age
    assert one.age.months == pytest.approx(other.age.months, abs=0.5)


def test_a_network_that_gives_no_number_gives_no_result_and_no_nan(examine: Examine, phantom: Pixels) -> None:
    broken = phantom.copy()
    broken[100, 100] = np.nan
    found = examine(broken, Acquisition(windows=(Window(0.0, 1.0),)), side=Side.UNKNOWN)
    assert (found.sex.outcome, found.sex.reason) == (Outcome.NOT_EVALUATED, "no_result")
    assert found.sex.probability_male == 0.5 and found.sex.forced_choice == "" and found.age is None and found.saliency is None
    assert found.logits["sex"] == "nan"
    json.dumps(asdict(found), allow_nan=False)


def test_the_blank_radiograph_of_a_bad_exposure_is_examined_without_failing(examine: Examine) -> None:
    found = examine(np.zeros((300, 200), np.float32), side=Side.UNKNOWN)
    json.dumps({key: value for key, value in asdict(found).items() if key != "saliency"}, allow_nan=False)
    assert found.sex.typicality <= 0.05


def test_the_self_test_passes_on_a_sound_bundle_and_refuses_another_answer(bundle: Path, rewrite: Rewrite) -> None:
    Estimator.load(bundle).self_test(hand)
    logits = [{"sex": (9.0).hex(), "age": (0.0).hex()}] * 2
    changed = Estimator.load(rewrite(selftest__logits=logits))
    with pytest.raises(ModelRejected, match="phantom 0") as refused:
        changed.self_test(hand)
    assert refused.value.remedy and refused.value.subject == bundle.name


def damage_weights(bundle: Path, change: Callable[[dict[str, torch.Tensor]], Any], rewrite: Rewrite) -> Path:
    weights = load_file(bundle / "weights.safetensors")
    change(weights)
    save_file(weights, bundle / "weights.safetensors")
    return rewrite(weights_sha256=sha256(bundle / "weights.safetensors"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda weights: weights["fc.weight"].fill_(float("nan")), "not all numbers: fc.weight"),
        (lambda weights: weights["bn1.running_var"].fill_(float("inf")), "not all numbers: bn1.running_var"),
        (lambda weights: weights.update({"fc.weight": torch.zeros(3, 512)}), "fc.weight"),
        (lambda weights: weights.pop("layer4.1.conv2.weight"), "do not fit"),
        (lambda weights: weights.update({"more": torch.zeros(1)}), "do not fit"),
    ],
)
def test_weights_that_do_not_fit_are_refused(bundle: Path, rewrite: Rewrite, change: Any, words: str) -> None:
    damaged = damage_weights(bundle, change, rewrite)
    with pytest.raises(ModelRejected, match=words):
        Estimator.load(damaged, evaluated=False)


def test_weights_that_are_no_safetensors_are_refused(bundle: Path, rewrite: Rewrite) -> None:
    (bundle / "weights.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0{not a header}   ")
    with pytest.raises(ModelRejected, match="do not fit"):
        Estimator.load(rewrite(weights_sha256=sha256(bundle / "weights.safetensors")), evaluated=False)


@pytest.mark.parametrize("changed", [{"backbone": "resnet999"}, {"backbone_options": {"depth": "deep"}}])
def test_a_network_that_cannot_be_built_is_refused(rewrite: Rewrite, changed: dict[str, Any]) -> None:
    with pytest.raises(ModelRejected, match="cannot be built"):
        Estimator.load(rewrite(**changed))


def test_typicality_tensors_of_another_network_are_refused(bundle: Path, rewrite: Rewrite) -> None:
    path = bundle / "typicality.safetensors"
    tensors = load_arrays(path)
    save_arrays({**tensors, "mean": tensors["mean"][:100], "components": np.ascontiguousarray(tensors["components"][:, :100])}, path)
    with pytest.raises(ModelRejected, match="100 features"):
        Estimator.load(rewrite(typicality__sha256=sha256(path)))


def test_half_precision_weights_are_widened(estimator: Estimator) -> None:
    assert {value.dtype for value in estimator._network.module.parameters()} == {torch.float32}


@pytest.mark.skipif(torch.cuda.is_available(), reason="a GPU is there")
def test_a_gpu_that_is_not_there_is_replaced_by_the_processor_and_the_recipe_says_so(sound_bundle: Path, examine: Examine) -> None:
    found = Estimator.load(sound_bundle, "cuda").examine(hand(3, size=(400, 300)), Acquisition(), **ASKED)
    assert found.recipe.device == "cpu (cuda was asked for and is not there)"
    assert found.logits == examine().logits


def test_a_device_that_fails_at_work_is_replaced_by_the_processor_and_the_recipe_says_so(
    sound_bundle: Path, examine: Examine, phantom: Pixels
) -> None:
    """torch's own "meta" device computes shapes but no numbers, so it fails where a GPU would: when the answer is fetched."""
    failing = Estimator.load(sound_bundle)
    failing._move(torch.device("meta"))
    assert failing._network.device.type == "meta"
    found = failing.examine(phantom, Acquisition(), **ASKED)
    assert found.recipe.device.startswith("cpu (meta failed: ") and found.logits == examine().logits
    assert not any(limitation.kind == "path" for limitation in found.sex.limitations)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU")
def test_a_gpu_gives_the_same_within_tolerance_and_says_that_it_is_not_the_reference_path(sound_bundle: Path, examine: Examine) -> None:
    found = Estimator.load(sound_bundle, "cuda").examine(hand(3, size=(400, 300)), Acquisition(), **ASKED)
    assert found.recipe.device == "cuda" and any(limitation.kind == "path" for limitation in found.sex.limitations)
    assert found.sex.logit == pytest.approx(examine().sex.logit, abs=1e-3)


def test_an_unknown_device_or_heatmap_method_is_refused(sound_bundle: Path, examine: Examine) -> None:
    with pytest.raises(ModelRejected, match="abacus"):
        Estimator.load(sound_bundle, "abacus")
    with pytest.raises(ModelRejected, match="guessing"):
        examine(saliency="guessing")


def test_what_was_set_in_torch_before_is_set_again_after() -> None:
    before = (torch.get_num_threads(), torch.get_float32_matmul_precision())
    with steady(1), pytest.raises(ZeroDivisionError), steady(3):
        assert torch.get_num_threads() == 3
        raise ZeroDivisionError
    assert (torch.get_num_threads(), torch.get_float32_matmul_precision()) == before


@pytest.mark.parametrize(("b", "held"), [(20.0, 1.8), (-20.0, -1.9)])
def test_an_estimate_gives_the_bounded_ratio_and_the_posterior_of_that(rewrite: Rewrite, phantom: Pixels, b: float, held: float) -> None:
    sex = Estimator.load(rewrite(calibration__b=b)).examine(phantom, Acquisition(), **(ASKED | {"prior_male": 0.3})).sex
    assert sex.log10_lr == held and abs(sex.log10_lr_unbounded) > 8.0
    assert sex.probability_male == posterior(held, 0.3)
    assert [f"(log10 {held:+.2f})" in one.sentence for one in sex.limitations if one.kind == "bounded"] == [True]


def test_of_two_readings_both_count_for_the_typicality(estimator: Estimator, phantom: Pixels) -> None:
    """With scores in even steps the share is a straight line of the score, so that of both is the mean of each."""
    highest = 2.0 * float(estimator._tensors["scores"][-1]) + 1e6
    even = {**estimator._tensors, "scores": np.linspace(0.0, highest, 2_000_001, dtype=np.float32)}
    apart = Estimator(estimator._network, "cpu", even)
    left, right, both = (apart.examine(phantom, Acquisition(), **(ASKED | {"side": side})).sex.typicality for side in Side)
    assert left != right
    assert both == pytest.approx((left + right) / 2, abs=2e-6)
