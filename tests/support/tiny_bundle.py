"""A complete, valid model bundle around a random network, a ResNet-18 at 64 pixels unless told; nothing in it is a result, all loads."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file as save_arrays
from safetensors.torch import save_file
from torch import nn

from forensix.domain.view import Pixels, percentile_window
from forensix.imaging.phantom import hand
from forensix.inference import backbones
from forensix.inference import typicality as unlikeness
from forensix.inference.estimator import Estimator
from forensix.inference.network import steady
from forensix.inference.preprocess import Preprocess, prepare
from forensix.training import card

OUTPUTS = ("sex", "age")
PREPROCESS = Preprocess(size=64, mean=0.449, sd=0.226)
AGE = {"mean": 128.0, "sd": 30.0, "bias": 0.0}
SEEDS = (0, 1)
SelfTest = Callable[[Estimator, Callable[[int], Pixels]], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a tiny bundle is built of."""

    backbone: str = "resnet18"
    options: Mapping[str, str] = field(default_factory=dict)
    outputs: tuple[str, ...] = OUTPUTS
    size: int = PREPROCESS.size
    recipe: str = "none"

    @property
    def preprocess(self) -> Preprocess:
        return replace(PREPROCESS, size=self.size)


def tiny_bundle(
    folder: Path, *, name: str = "tiny-resnet18", seed: int = 0, default: bool = True, built: Built | None = None, hands: int = 32
) -> Path:
    """Make `folder`/`name` (and `folder`/DEFAULT) and return it; `folder` can serve as a models folder.

    The network is random: about even logits, ages near 128 months, so that phantoms fall into the validated range.
    """
    bundle = folder / name
    bundle.mkdir(parents=True)
    of = built or Built()
    network = random_network(seed, built)
    weights = {key: value.half() if value.ndim > 1 else value for key, value in network.state_dict().items()}
    save_file(weights, bundle / "weights.safetensors")
    network.load_state_dict({key: value.float() if value.is_floating_point() else value for key, value in weights.items()})
    save_arrays(_typicality_tensors(network, of, hands), bundle / "typicality.safetensors")
    card.write(bundle, _card(name, bundle, network, of))
    _evaluation(bundle, name)
    if default:
        (folder / "DEFAULT").write_text(f"{name}\n", encoding="utf-8")
    return bundle


def random_network(seed: int = 0, built: Built | None = None) -> nn.Module:
    """A network with random weights whose logits differ between radiographs, in evaluation mode."""
    of = built or Built()
    torch.manual_seed(seed)
    module = backbones.load(of.backbone)
    network = module.build(of.outputs, **of.options)
    head = module.head(network)
    if head is not None:
        nn.init.normal_(head.weight, std=0.05)
        nn.init.zeros_(head.bias)
    if built is not None:
        warmed(network, of.size)
    return network.eval()


def warmed(network: nn.Module, size: int) -> None:
    """Give a random network's norms the statistics of noise: through some deep ones nothing would come without."""
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = 1.0
    network.train()
    with torch.no_grad(), steady(1):
        network(torch.rand((4, 1, size, size), generator=torch.Generator().manual_seed(0)))
    for norm in norms:
        norm.momentum = 0.1
    network.eval()


def logits(network: nn.Module, seed: int, built: Built | None = None) -> dict[str, float]:
    """The outputs for the phantom of `seed` at its default size, read as a left hand."""
    of, pixels = built or Built(), known_hand(seed)
    batch = torch.from_numpy(prepare(pixels, percentile_window(pixels), of.preprocess))[None]
    with torch.inference_mode(), steady(1):
        return dict(zip(of.outputs, (float(value) for value in network(batch)[0]), strict=True))


def _card(name: str, bundle: Path, network: nn.Module, of: Built) -> dict[str, Any]:
    return {
        "name": name,
        "recipe": of.recipe,
        "backbone": of.backbone,
        "outputs": list(of.outputs),
        "weights_sha256": _sha256(bundle / "weights.safetensors"),
        "weights_dtype": "float16",
        "backbone_options": dict(of.options),
        "preprocess": of.preprocess.to_card(),
        "calibration": {
            "a": 1.0,
            "b": 0.0,
            "n_female": 400,
            "n_male": 500,
            "log10_lr_low": -1.9,
            "log10_lr_high": 1.8,
            "method": "none: a random network for tests",
        },
        "age": AGE | {"interval": [-25.0, 25.0]},
        "decision": {"rule": "posterior", "threshold": 0.95, "prior": 0.5},
        "validated": {"months": [48.0, 216.0], "population": "none: a random network", "side": "left", "view": "PA", "living": "none"},
        "typicality": {
            "method": unlikeness.METHOD,
            "warning": 0.05,
            "refusal": 0.01,
            "false_alarm_rates": [0.05, 0.01],
            "tensors": "typicality.safetensors",
            "sha256": _sha256(bundle / "typicality.safetensors"),
        },
        "training": {
            "command": "none",
            "commit": "none",
            "start": "random values",
            "data": "none",
            "subjects": 0,
            "epochs": 0.0,
            "hours": 0.0,
            "device": "none",
            "seed": 0,
        },
        "licence": {"note": "made for tests", "citation": "none"},
        "selftest": {
            "phantom_seeds": list(SEEDS),
            "logits": [{key: value.hex() for key, value in logits(network, seed, of).items()} for seed in SEEDS],
            "tolerance": 0.01,
        },
    }


def _typicality_tensors(network: nn.Module, of: Built, hands: int) -> dict[str, NDArray[np.float32]]:
    batch = torch.stack([_small_phantom(seed, of.preprocess) for seed in range(hands)])
    found: list[torch.Tensor] = []
    layer = backbones.load(of.backbone).saliency_layer(network)
    handle = layer.register_forward_hook(lambda _module, _inputs, output: found.append(output.mean(dim=(2, 3))))
    with torch.inference_mode():
        network(batch)
        network(batch.flip(3))
    handle.remove()
    both = torch.stack(found, dim=1).numpy()
    return unlikeness.fit(both.reshape(-1, both.shape[-1]), both, rank=8)


@cache
def known_hand(seed: int, size: tuple[int, int] | None = None) -> Pixels:
    """The phantom of `seed`, drawn once for a whole run of tests."""
    pixels = hand(seed, size=size) if size else hand(seed)
    pixels.flags.writeable = False
    return pixels


def on_known_hands(self_test: SelfTest) -> SelfTest:
    """An estimator's self-test on the same phantoms, drawn once for a whole run of tests."""
    return lambda estimator, phantom: self_test(estimator, known_hand if phantom is hand else phantom)


def _small_phantom(seed: int, preprocess: Preprocess) -> torch.Tensor:
    pixels = known_hand(seed, (320, 240))
    return torch.from_numpy(prepare(pixels, percentile_window(pixels), preprocess))


def _evaluation(bundle: Path, name: str) -> None:
    rate = {"value": 0.5, "low": 0.4, "high": 0.6, "n": 100}
    metrics: dict[str, Any] = dict.fromkeys(("accuracy", "sensitivity_male", "sensitivity_female", "auc", "decided_accuracy"), rate)
    metrics |= {"confusion": {"female": {"female": 25, "male": 25}, "male": {"female": 25, "male": 25}}}
    content = {
        "schema": 1,
        "model": name,
        "model_sha256": _sha256(bundle / "weights.safetensors"),
        "data_sha256": "0" * 64,
        "positive_class": "male",
        "n": 100,
        "n_refused": 0,
        "metrics": metrics,
        "by_age_band": {},
        "by_sex": {},
        "predictions": "predictions.csv",
        **metrics,
    }
    (bundle / "evaluation.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    with (bundle / "predictions.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(("subject", "part", "sex", "logit", "log10_lr", "outcome", "bone_age_months", "estimated_months"))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
