"""DenseNet-121 (Huang 2017) for one gray channel: global average pooling and one linear layer: the map follows from the forward pass."""

from __future__ import annotations

from collections.abc import Sequence

from torch import nn

from forensix.inference.backbones._densenet import STEM, GrayDenseNet, finer_layers, head, saliency_layer

__all__ = ["STEM", "build", "finer_layers", "head", "saliency_layer"]


def build(outputs: Sequence[str]) -> nn.Module:
    """An untrained DenseNet-121 that gives one number for each of `outputs`, in order."""
    return GrayDenseNet(len(outputs), (6, 12, 24, 16))
