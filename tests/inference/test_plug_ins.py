"""One contract for every network and every heatmap method: a new file in either folder is tested before anyone writes a test for it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAM
from torch import Tensor, nn

from forensix.domain.errors import ModelRejected
from forensix.inference import backbones, saliency
from forensix.inference.network import steady
from forensix.inference.saliency import Target, scaled
from tests.support.tiny_bundle import warmed

SIZE = 128
SEX_ONLY, BOTH = ("sex",), ("sex", "age")
TOWARDS = [Target(0), Target(0, -1)]


@lru_cache(maxsize=4)
def network(name: str, outputs: tuple[str, ...] = BOTH) -> nn.Module:
    """To be read only: the tests of one network follow each other and share it."""
    torch.manual_seed(1)
    module = backbones.load(name).build(outputs)
    head = backbones.load(name).head(module)
    if head is not None:
        nn.init.normal_(head.weight, std=0.1)
    warmed(module, SIZE)
    return module.eval().requires_grad_(False)


def batch(seed: int = 0) -> Tensor:
    return torch.randn((1, 1, SIZE, SIZE), generator=torch.Generator().manual_seed(seed))


def seen_by(layer: nn.Module, module: nn.Module, given: Tensor) -> Tensor:
    found: list[Tensor] = []
    hook = layer.register_forward_hook(lambda _module, _inputs, output: found.append(output))
    module(given)
    hook.remove()
    return found[0]


QUICK = ("resnet18", "resnet50", "efficientnet_b0", "sequential_cnn")
"""The deep ones take most of a minute more and are marked."""


@pytest.fixture(scope="module", params=[pytest.param(name, marks=() if name in QUICK else pytest.mark.long) for name in backbones.names()])
def backbone(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=saliency.names())
def method(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_network_gives_one_number_for_each_output(backbone: str) -> None:
    for outputs in (SEX_ONLY, BOTH):
        assert network(backbone, outputs)(batch()).shape == (1, len(outputs))


def test_a_network_names_its_last_layer_with_a_place(backbone: str) -> None:
    module = network(backbone)
    layer = backbones.load(backbone).saliency_layer(module)
    assert any(part is layer for part in module.modules())
    seen = seen_by(layer, module, batch())
    assert seen.ndim == 4 and seen.shape[2] > 1 and seen.shape[3] > 1


def test_a_named_head_is_linear_over_the_mean_of_that_layer(backbone: str) -> None:
    module = network(backbone)
    head = backbones.load(backbone).head(module)
    if head is None:
        pytest.skip(f"{backbone} does not end in pooling and one linear layer")
    seen = seen_by(backbones.load(backbone).saliency_layer(module), module, batch())
    assert torch.allclose(head(seen.mean(dim=(2, 3))), module(batch()), atol=1e-4)


@pytest.mark.parametrize("target", TOWARDS)
def test_a_method_gives_a_signed_map_at_the_layer_s_grid_and_its_peak(method: str, target: Target) -> None:
    module = network("resnet18")
    layer = backbones.load("resnet18").saliency_layer(module)
    raw, peak = saliency.load(method).explain(module, layer, batch(), target)
    assert raw.shape == tuple(seen_by(layer, module, batch()).shape[2:]) and raw.dtype == np.float32
    assert np.isfinite(raw).all() and peak == raw.max()


def test_a_method_leaves_no_hook_and_no_gradient_behind(method: str) -> None:
    module = network("resnet18")
    layer = backbones.load("resnet18").saliency_layer(module)
    first, _ = saliency.load(method).explain(module, layer, batch(), Target(0))
    again, _ = saliency.load(method).explain(module, layer, batch(), Target(0))
    assert not layer._forward_hooks and all(parameter.grad is None for parameter in module.parameters())
    assert np.array_equal(first, again)


def test_a_method_follows_the_mirror(method: str) -> None:
    """A network that does not know left from right gives the mirrored map for the mirrored picture."""
    module = (
        nn.Sequential(nn.Conv2d(1, 4, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 1)).eval().requires_grad_(False)
    )
    small = batch()[:, :, :7, :7]
    raw, _ = saliency.load(method).explain(module, module[1], small, Target(0))
    mirrored, _ = saliency.load(method).explain(module, module[1], small.flip(3), Target(0))
    assert np.allclose(raw[:, ::-1], mirrored, atol=1e-5) and not np.allclose(raw, raw[:, ::-1])


@pytest.mark.parametrize("target", [*TOWARDS, Target(1)])
def test_the_map_from_the_forward_pass_alone_is_grad_cam_s(backbone: str, target: Target) -> None:
    module = network(backbone)
    parts = backbones.load(backbone)
    head, layer = parts.head(module), parts.saliency_layer(module)
    if head is None:
        pytest.skip(f"{backbone} does not end in pooling and one linear layer")
    given = batch(target.output)
    with steady(1):  # as the library below: a deep random network turns the last bits of two threads into much
        alone, peak = saliency.load("grad_cam").explain_seen(  # type: ignore[attr-defined]
            seen_by(layer, module, given), head.weight[target.output] * target.sign
        )
        through, through_peak = saliency.load("grad_cam").explain(module, layer, given, target)
    assert np.allclose(alone, through, atol=1e-5 * abs(through).max()) and peak == pytest.approx(through_peak, rel=1e-4)
    assert np.allclose(shown(alone), library(module, layer, given, target), atol=2e-4)


def test_the_raw_map_sums_to_the_output_less_its_bias() -> None:
    module = network("resnet18")
    head = backbones.load("resnet18").head(module)
    assert head is not None
    seen = seen_by(backbones.load("resnet18").saliency_layer(module), module, batch())
    raw, _ = saliency.load("grad_cam").explain_seen(seen, head.weight[0])  # type: ignore[attr-defined]
    assert raw.sum() == pytest.approx(float(module(batch())[0, 0] - head.bias[0]), rel=1e-4)


def shown(raw: NDArray[np.float32]) -> NDArray[np.float32]:
    """Our map at the picture's size, as the library enlarges its own; no map is the library's all-zero one."""
    import cv2

    at_grid = scaled(raw)
    if at_grid is None:
        return np.zeros((SIZE, SIZE), np.float32)
    enlarged = cv2.resize(at_grid, (SIZE, SIZE))
    return np.asarray((enlarged - enlarged.min()) / (enlarged.max() - enlarged.min()), dtype=np.float32)


def library(module: nn.Module, layer: nn.Module, given: Tensor, target: Target) -> NDArray[np.float32]:
    cam = GradCAM(module, [layer])
    try:
        with steady(1):
            return np.asarray(cam(given.clone().requires_grad_(True), [target])[0], dtype=np.float32)
    finally:
        cam.activations_and_grads.release()


@pytest.mark.parametrize(
    "raw",
    [
        np.zeros((3, 3)),
        np.full((3, 3), 0.4),
        np.full((3, 3), -2.0),
        -np.arange(9.0).reshape(3, 3) - 1.0,
        np.array([[0.0, np.nan], [1.0, 2.0]]),
        np.array([[0.0, np.inf], [1.0, 2.0]]),
        np.array([[1.0, 1.0 + 1e-9]]),
    ],
)
def test_a_flat_negative_or_broken_map_is_no_map(raw: NDArray[np.float64]) -> None:
    assert scaled(raw.astype(np.float32)) is None


def test_a_map_is_cut_at_zero_and_stretched() -> None:
    found = scaled(np.array([[-3.0, 0.0], [1.0, 4.0]], np.float32))
    assert found is not None and np.array_equal(found, np.array([[0.0, 0.0], [0.25, 1.0]], np.float32))


def test_a_weak_map_is_still_a_map_and_its_peak_says_that_it_is_weak() -> None:
    found = scaled(np.array([[0.0, 1e-12]], np.float32))
    assert found is not None and found.max() == 1.0


def test_unknown_names_are_refused_with_what_is_known() -> None:
    with pytest.raises(ModelRejected, match="guessing") as refused:
        saliency.load("guessing")
    assert "grad_cam" in refused.value.remedy
    assert saliency.load("grad-cam") is saliency.load("grad_cam")
    with pytest.raises(ValueError, match="resnet50"):
        backbones.load("no_such_network")
