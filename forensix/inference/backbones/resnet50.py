"""ResNet-50 (He 2016) for one gray channel: global average pooling and one linear layer, so that the map follows from the forward pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import nn
from torchvision.models import resnet50 as torchvision_resnet50

STEM = ("conv1", "bn1")


def build(outputs: Sequence[str], *, stride: str = "3x3") -> nn.Module:
    """An untrained ResNet-50.

    Parameters
    ----------
    outputs : sequence of str
        Names of the numbers it gives, in order.
    stride : {"3x3", "1x1"}
        Which convolution of a stage's first block halves the picture: "1x1" is the original network of 2015, "3x3" torchvision's.
    """
    if stride not in ("3x3", "1x1"):
        raise ValueError(f"stride is 3x3 or 1x1, not {stride!r}")
    model: Any = torchvision_resnet50(weights=None, num_classes=len(outputs))
    model.conv1 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
    nn.init.kaiming_normal_(model.conv1.weight, mode="fan_out", nonlinearity="relu")
    if stride == "1x1":
        for stage in (model.layer2, model.layer3, model.layer4):
            stage[0].conv1.stride, stage[0].conv2.stride = (2, 2), (1, 1)
    network: nn.Module = model
    return network


def saliency_layer(model: nn.Module) -> nn.Module:
    """The last residual block."""
    return model.get_submodule("layer4")[-1]  # type: ignore[index,no-any-return]


def finer_layers(model: nn.Module) -> tuple[nn.Module, ...]:
    """The ends of the two stages before, whose grids are four times and twice as fine."""
    return tuple(model.get_submodule(stage)[-1] for stage in ("layer2", "layer3"))  # type: ignore[index]


def head(model: nn.Module) -> nn.Linear:
    """The one linear layer."""
    linear = model.get_submodule("fc")
    assert isinstance(linear, nn.Linear)
    return linear
