"""DenseNets (Huang 2017) for one gray channel, with a layer of their own where torchvision only calls a function: the heatmap needs it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torchvision.models import DenseNet

STEM = ("features.conv0", "features.norm0")


class GrayDenseNet(DenseNet):  # type: ignore[misc]
    """torchvision's DenseNet and its tensors' names; what follows the last norm is a module, `seen`, and not done in place.

    `blocks` says how many layers each of its four dense blocks has.
    """

    def __init__(self, outputs: int, blocks: tuple[int, int, int, int]) -> None:
        super().__init__(growth_rate=32, block_config=blocks, num_init_features=64, num_classes=outputs)
        self.features.conv0 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
        nn.init.kaiming_normal_(self.features.conv0.weight)
        self.seen = nn.ReLU()

    def forward(self, pictures: Tensor) -> Tensor:
        """Pictures (n, 1, rows, columns) to (n, outputs)."""
        answers: Tensor = self.classifier(torch.flatten(nn.functional.adaptive_avg_pool2d(self.seen(self.features(pictures)), 1), 1))
        return answers


def saliency_layer(model: nn.Module) -> nn.Module:
    """What the last dense block gives, after its norm."""
    return model.get_submodule("seen")


def finer_layers(model: nn.Module) -> tuple[nn.Module, ...]:
    """The ends of the two dense blocks before, whose grids are four times and twice as fine."""
    return tuple(model.get_submodule(f"features.denseblock{number}") for number in (2, 3))


def head(model: nn.Module) -> nn.Linear:
    """The one linear layer."""
    linear = model.get_submodule("classifier")
    assert isinstance(linear, nn.Linear)
    return linear
