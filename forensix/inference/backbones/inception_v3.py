"""InceptionV3 (Szegedy 2016) for one gray channel, without its auxiliary output; optionally with what a paper put behind it.

"se" in `top`: a squeeze-and-excitation block and two more convolutions, as a two-output network for bone age and sex had them
(doi:10.1007/s10278-025-01623-2 names them and gives no sizes). A picture needs at least 107 pixels a side for a map of 2 x 2.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torchvision.models import Inception3
from torchvision.ops import SqueezeExcitation

STEM = ("Conv2d_1a_3x3.conv", "Conv2d_1a_3x3.bn")
COLOUR = ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
"""Mean and spread per colour that torchvision's weights of this network were trained with."""

WIDTH = 2048
"""Channels of the last inception block."""
NARROW = 256
"""Channels of the further convolutions: few enough that a bundle in half precision stays below 50 MB."""


class GrayInception(Inception3):  # type: ignore[misc]
    """torchvision's InceptionV3 and its tensors' names, for one channel; `seen` is the layer that the heatmap explains."""

    def __init__(self, outputs: int, top: str) -> None:
        super().__init__(num_classes=outputs, aux_logits=False, transform_input=False, init_weights=True)
        self.Conv2d_1a_3x3.conv = nn.Conv2d(1, 32, kernel_size=3, stride=2, bias=False)
        nn.init.trunc_normal_(self.Conv2d_1a_3x3.conv.weight, std=0.1, a=-2.0, b=2.0)
        self.seen: nn.Module = nn.Identity()
        if top == "se":
            self.seen = nn.Sequential(SqueezeExcitation(WIDTH, WIDTH // 16), *_convolution(WIDTH, 1), *_convolution(NARROW, 3))
            self.fc = nn.Linear(NARROW, outputs)

    def forward(self, pictures: Tensor) -> Tensor:
        """Pictures (n, 1, rows, columns) to (n, outputs)."""
        seen = self.seen(self._trunk(pictures))
        answers: Tensor = self.fc(self.dropout(torch.flatten(self.avgpool(seen), 1)))
        return answers

    def _trunk(self, pictures: Tensor) -> Tensor:
        found = self.maxpool1(self.Conv2d_2b_3x3(self.Conv2d_2a_3x3(self.Conv2d_1a_3x3(pictures))))
        found = self.maxpool2(self.Conv2d_4a_3x3(self.Conv2d_3b_1x1(found)))
        for block in (
            self.Mixed_5b,
            self.Mixed_5c,
            self.Mixed_5d,
            self.Mixed_6a,
            self.Mixed_6b,
            self.Mixed_6c,
            self.Mixed_6d,
            self.Mixed_6e,
        ):
            found = block(found)
        last: Tensor = self.Mixed_7c(self.Mixed_7b(self.Mixed_7a(found)))
        return last


def _convolution(channels: int, side: int) -> tuple[nn.Module, ...]:
    return nn.Conv2d(channels, NARROW, side, padding=side // 2, bias=False), nn.BatchNorm2d(NARROW), nn.ReLU()


def build(outputs: Sequence[str], *, top: str = "plain") -> nn.Module:
    """An untrained InceptionV3.

    Parameters
    ----------
    outputs : sequence of str
        Names of the numbers it gives, in order.
    top : {"plain", "se"}
        What lies between the last inception block and the pooling: nothing, or squeeze-and-excitation and two convolutions.
    """
    if top not in ("plain", "se"):
        raise ValueError(f"top is plain or se, not {top!r}")
    return GrayInception(len(outputs), top)


def saliency_layer(model: nn.Module) -> nn.Module:
    """What is pooled."""
    return model.get_submodule("seen")


def finer_layers(model: nn.Module) -> tuple[nn.Module, ...]:
    """The last blocks before each halving of the grid."""
    return tuple(model.get_submodule(block) for block in ("Mixed_5d", "Mixed_6e"))


def head(model: nn.Module) -> nn.Linear:
    """The one linear layer."""
    linear = model.get_submodule("fc")
    assert isinstance(linear, nn.Linear)
    return linear
