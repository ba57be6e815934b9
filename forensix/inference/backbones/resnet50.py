"""ResNet-50 (He 2016) for one gray channel: global average pooling and one linear layer, so that the map follows from the forward pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import nn
from torchvision.models import resnet50 as torchvision_resnet50

from forensix.inference.backbones._resnet import STEM, finer_layers, gray, head, saliency_layer

__all__ = ["STEM", "build", "finer_layers", "head", "saliency_layer"]


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
    model: Any = gray(torchvision_resnet50(weights=None, num_classes=len(outputs)))
    if stride == "1x1":
        for stage in (model.layer2, model.layer3, model.layer4):
            stage[0].conv1.stride, stage[0].conv2.stride = (2, 2), (1, 1)
    network: nn.Module = model
    return network
