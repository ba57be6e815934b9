"""ResNet-18 (He 2016) for one gray channel: global average pooling and one linear layer, so that the map follows from the forward pass."""

from __future__ import annotations

from collections.abc import Sequence

from torch import nn
from torchvision.models import resnet18 as torchvision_resnet18

from forensix.inference.backbones._resnet import STEM, finer_layers, gray, head, saliency_layer

__all__ = ["STEM", "build", "finer_layers", "head", "saliency_layer"]


def build(outputs: Sequence[str]) -> nn.Module:
    """An untrained ResNet-18 that gives one number for each of `outputs`, in order."""
    network: nn.Module = gray(torchvision_resnet18(weights=None, num_classes=len(outputs)))
    return network
