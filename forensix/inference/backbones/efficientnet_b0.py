"""EfficientNet-B0 (Tan 2019) for one gray channel, with torchvision's one linear layer or a wider top that is trained by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import nn
from torchvision.models import efficientnet_b0 as torchvision_efficientnet_b0

STEM = ("features.0.0", "features.0.1")
WIDTH = 1280


def build(outputs: Sequence[str], *, top: str = "0") -> nn.Module:
    """An untrained EfficientNet-B0.

    Parameters
    ----------
    outputs : sequence of str
        Names of the numbers it gives, in order.
    top : str
        Width of one more layer between pooling and outputs; "0" for none, torchvision's own network.
    """
    if not top.isdigit():
        raise ValueError(f"top is a number of features, not {top!r}")
    model: Any = torchvision_efficientnet_b0(weights=None, num_classes=len(outputs))
    model.features[0][0] = nn.Conv2d(1, 32, kernel_size=3, stride=2, padding=1, bias=False)
    nn.init.kaiming_normal_(model.features[0][0].weight, mode="fan_out")
    if int(top):
        model.classifier = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(WIDTH, int(top)), nn.ReLU(), nn.Dropout(0.5), nn.Linear(int(top), len(outputs))
        )
    network: nn.Module = model
    return network


def saliency_layer(model: nn.Module) -> nn.Module:
    """The last convolution, with its norm and activation."""
    return model.get_submodule("features.8")


def finer_layers(model: nn.Module) -> tuple[nn.Module, ...]:
    """The ends of the stages before, whose grids are four times and twice as fine."""
    return tuple(model.get_submodule(f"features.{stage}") for stage in (3, 5))


def head(model: nn.Module) -> nn.Linear | None:
    """The one linear layer; None where there is a further one before it."""
    layers = [module for module in model.get_submodule("classifier").modules() if isinstance(module, nn.Linear)]
    return layers[0] if len(layers) == 1 else None
