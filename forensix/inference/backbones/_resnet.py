"""ResNets (He 2016) for one gray channel: torchvision's own, their first convolution for one channel; its tensors keep their names."""

from __future__ import annotations

from typing import Any

from torch import nn

STEM = ("conv1", "bn1")


def gray(model: Any) -> Any:
    """An untrained `model` of torchvision's with a first convolution that takes one channel."""
    model.conv1 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
    nn.init.kaiming_normal_(model.conv1.weight, mode="fan_out", nonlinearity="relu")
    return model


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
