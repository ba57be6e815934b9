"""A bundle's network: built, its verified weights loaded and widened to float32, and one radiograph read through it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import safetensors.numpy
import safetensors.torch
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from torch import Tensor, nn

from forensix.domain.errors import ModelRejected
from forensix.inference import backbones, saliency, typicality
from forensix.inference.card_schema import MEND, RESTORE
from forensix.inference.model_card import WEIGHTS, ModelCard
from forensix.inference.saliency import RawMap, Target
from forensix.inference.views import AS_IS, View


@dataclass(frozen=True, slots=True)
class Shown:
    """One view as the network was shown it (1, 1, size, size), and what the last layer with a place gave for it."""

    view: View
    batch: Tensor
    seen: Tensor


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network gave for one prepared radiograph: outputs and penultimate features, each the mean over the card's views."""

    outputs: dict[str, float]
    features: NDArray[np.float32]
    shown: tuple[Shown, ...]


class Network:
    """A card's network on one device; its hooks make it fit for one thread at a time.

    Parameters
    ----------
    threads : int
        Used for every reading, whatever the rest of the program does with torch.
    """

    def __init__(self, card: ModelCard, device: torch.device, threads: int) -> None:
        self.card, self.device, self.threads = card, device, threads
        self.views = card.preprocess.views or AS_IS
        with steady(threads):
            self.module = build(card).to(device)
        backbone = backbones.load(card.backbone)
        self.layer = backbone.saliency_layer(self.module)
        self.layer_name = next(name for name, module in self.module.named_modules() if module is self.layer)
        self.head = backbone.head(self.module)
        finer = getattr(backbone, "finer_layers", None)
        chosen = (*(finer(self.module) if finer else ()), self.layer)
        self.layers = {name: module for name, module in self.module.named_modules() if any(module is one for one in chosen)}

    def to(self, device: torch.device) -> Network:
        """The same weights on another device, read again from the bundle."""
        return Network(self.card, device, self.threads)

    def read(self, prepared: NDArray[np.float32]) -> Reading:
        """Read one prepared radiograph (1, size, size) by each of the card's views: batch 1."""
        found: list[Tensor] = []
        hook = self.layer.register_forward_hook(lambda _module, _inputs, output: found.append(output))
        try:
            with steady(self.threads), torch.inference_mode():
                batches = [self._shown(torch.from_numpy(prepared)[None], view) for view in self.views]
                outputs = np.mean([self.module(batch)[0].cpu().tolist() for batch in batches], axis=0).tolist()
                features = torch.stack([seen.mean(dim=(2, 3))[0].cpu() for seen in found]).mean(dim=0).numpy()
        finally:
            hook.remove()
        shown = tuple(Shown(*one) for one in zip(self.views, batches, found, strict=True))
        return Reading(dict(zip(self.card.outputs, outputs, strict=True)), features, shown)

    def _shown(self, prepared: Tensor, view: View) -> Tensor:
        black = -self.card.preprocess.mean / self.card.preprocess.sd
        return view.of(prepared.to(self.device), black)

    def outputs(self, prepared: NDArray[np.float32], target: Target) -> NDArray[np.float32]:
        """The target's value for prepared radiographs (n, 1, size, size), all in one batch: for checks, not for estimates."""
        with steady(self.threads), torch.inference_mode():
            given = torch.stack([self.module(self._shown(torch.from_numpy(prepared), view)) for view in self.views]).mean(dim=0)
            return np.array([float(target(one)) for one in given], dtype=np.float32)

    def randomised(self) -> Network:
        """The same network, each weight tensor's values dealt again by a fixed seed; norms and biases stay, so it still answers."""
        dealt = copy.copy(self)
        dealt.module = copy.deepcopy(self.module)
        backbone = backbones.load(self.card.backbone)
        random = torch.Generator().manual_seed(0)
        with torch.no_grad():
            for weights in dealt.module.parameters():
                if weights.ndim > 1:
                    order = torch.randperm(weights.numel(), generator=random).to(weights.device)
                    weights.copy_(weights.flatten()[order].view_as(weights))
        dealt.layer, dealt.head = backbone.saliency_layer(dealt.module), backbone.head(dealt.module)
        dealt.layers = {name: dealt.module.get_submodule(name) for name in self.layers}
        return dealt

    def grids(self) -> dict[str, tuple[int, int]]:
        """The layers whose maps can be asked for, each with the rows and columns of its grid; the last one is the usual one."""
        size = self.card.preprocess.size
        blank = torch.zeros((1, 1, size, size), device=self.device)
        with steady(self.threads), torch.inference_mode():
            shapes = {name: saliency.layer_output(self.module, layer, blank).shape for name, layer in self.layers.items()}
        return {name: (shape[2], shape[3]) for name, shape in shapes.items()}

    def explain(self, reading: Reading, method: str, target: Target, layer: str = "") -> NDArray[np.float32]:
        """The raw map of a reading: the mean of its views' maps, each laid back over the radiograph.

        A view's map is made from its forward pass alone where method, layer and network allow that.

        Raises
        ------
        ModelRejected
            An unknown method, or a layer that is not one of `layers`.
        """
        chosen = saliency.load(method)
        if layer and layer not in self.layers:
            raise ModelRejected(f"{self.card.name} has no heatmap at a layer {layer}.", f"Choose one of: {', '.join(self.layers)}.", layer)
        asked = self.layers[layer or self.layer_name]
        from_seen = getattr(chosen, "explain_seen", None)

        def of(shown: Shown) -> RawMap:
            if self.head is None or from_seen is None or asked is not self.layer:
                return chosen.explain(self.module, asked, shown.batch, target)
            with torch.inference_mode():
                found: RawMap = from_seen(shown.seen, self.head.weight[target.output] * target.sign)
                return found

        with steady(self.threads):
            laid_back = [shown.view.undone(of(shown)[0]) for shown in reading.shown]
        mean: NDArray[np.float32] = np.mean(laid_back, axis=0, dtype=np.float32)
        return mean


def build(card: ModelCard) -> nn.Module:
    """The card's network in evaluation mode, float32, on the CPU.

    Raises
    ------
    ModelRejected
        An unknown network or option, weights that do not fit it, or that are not finite.
    """
    try:
        module = backbones.load(card.backbone).build(card.outputs, **card.backbone_options)
    except (ValueError, TypeError) as error:
        raise ModelRejected(f"The card of {card.name} asks for a network that cannot be built: {error}.", MEND, card.name) from error
    try:
        weights = safetensors.torch.load(card.weights())
        module.load_state_dict({name: _widened(value) for name, value in weights.items()})
    except (SafetensorError, RuntimeError) as error:
        first = str(error).splitlines()[-1].strip()
        raise ModelRejected(f"The weights of {card.name} do not fit its network: {first}", RESTORE, str(card.folder / WEIGHTS)) from error
    broken = next((name for name, value in module.state_dict().items() if not bool(torch.isfinite(value).all())), None)
    if broken:
        raise ModelRejected(f"The weights of {card.name} are not all numbers: {broken}.", RESTORE, str(card.folder / WEIGHTS))
    return module.eval().requires_grad_(False)


def tensors(card: ModelCard, features: int) -> typicality.Tensors:
    """The card's typicality tensors, for a network with so many penultimate features.

    Raises
    ------
    ModelRejected
        They are damaged or belong to another network.
    """
    try:
        found = {name: value.astype(np.float32) for name, value in safetensors.numpy.load(card.typicality_tensors()).items()}
        typicality.check(found)
        if found["mean"].shape != (features,):
            raise ValueError(f"they are of {found['mean'].shape[0]} features, the network has {features}")
    except (SafetensorError, ValueError) as error:
        where = str(card.folder / card.typicality.tensors)
        raise ModelRejected(f"The typicality tensors of {card.name} cannot be used: {error}.", RESTORE, where) from error
    return found


@contextmanager
def steady(threads: int) -> Iterator[None]:
    """The arithmetic of the reference path: so many threads, plain float32 throughout; what was set before is set again after."""
    before, precision = torch.get_num_threads(), torch.get_float32_matmul_precision()
    torch.set_num_threads(threads)
    torch.set_float32_matmul_precision("highest")
    try:
        with torch.backends.cudnn.flags(enabled=True, benchmark=False, deterministic=True, allow_tf32=False):
            yield
    finally:
        torch.set_num_threads(before)
        torch.set_float32_matmul_precision(precision)


def _widened(value: Tensor) -> Tensor:
    return value.float() if value.is_floating_point() else value
