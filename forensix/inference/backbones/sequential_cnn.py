"""Five convolutions and three fully connected layers for one gray channel (Xue, Rajaraman, Long, Antani, Thoma: spine radiographs).

Theirs: 96 filters of 7 x 7 at stride 2, then 3 x 3; ReLU after each; local response normalisation and 3 x 3 pooling at stride 2 after
the first two, pooling after the fifth; 4,096, 4,096 and the outputs, half dropped out; zero-mean Gaussian start. Left open there: the
filters of convolutions two to five, padding, the Gaussians' width. Chosen here: 128, 192, 192 and 128 filters, padding that keeps whole
grids, He's width; and the fifth pooling gives 3 x 3 whatever the picture's size, or the first full layer alone would have 89 million
weights and a bundle 200 MB.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from torch import nn

STEM = ("features.conv1",)
GRID = 3
STRIDE = 8
"""Pixels of the picture per cell of the last convolution."""


def build(outputs: Sequence[str]) -> nn.Module:
    """An untrained sequential network that gives one number for each of `outputs`, in order."""
    network = nn.Sequential(OrderedDict(features=convolutions(), classifier=full_layers(len(outputs))))
    gaussian(network)
    return network


def convolutions() -> nn.Sequential:
    """The five convolutions; the last layer, `seen`, has a cell for every 8 x 8 pixels."""
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(1, 96, 7, stride=2, padding=3),
            relu1=nn.ReLU(),
            norm1=nn.LocalResponseNorm(5, k=2.0),
            pool1=nn.MaxPool2d(3, stride=2, padding=1),
            conv2=nn.Conv2d(96, 128, 3, padding=1),
            relu2=nn.ReLU(),
            norm2=nn.LocalResponseNorm(5, k=2.0),
            pool2=nn.MaxPool2d(3, stride=2, padding=1),
            conv3=nn.Conv2d(128, 192, 3, padding=1),
            relu3=nn.ReLU(),
            conv4=nn.Conv2d(192, 192, 3, padding=1),
            relu4=nn.ReLU(),
            conv5=nn.Conv2d(192, 128, 3, padding=1),
            seen=nn.ReLU(),
        )
    )


def full_layers(outputs: int) -> nn.Sequential:
    """Pooling to a fixed grid and the three fully connected layers."""
    return nn.Sequential(
        OrderedDict(
            pool5=nn.AdaptiveMaxPool2d(GRID),
            flat=nn.Flatten(),
            full1=nn.Linear(128 * GRID * GRID, 4096),
            relu6=nn.ReLU(),
            drop1=nn.Dropout(0.5),
            full2=nn.Linear(4096, 4096),
            relu7=nn.ReLU(),
            drop2=nn.Dropout(0.5),
            full3=nn.Linear(4096, outputs),
        )
    )


def gaussian(network: nn.Module) -> None:
    """Start every layer from zero-mean Gaussians of He's width."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            assert module.bias is not None
            nn.init.zeros_(module.bias)


def saliency_layer(model: nn.Module) -> nn.Module:
    """The last convolution, after its ReLU."""
    return model.get_submodule("features.seen")


def head(model: nn.Module) -> None:
    """Three full layers follow the last one with a place: the map does not follow from the forward pass alone."""
