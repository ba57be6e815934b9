"""Where the network computes, and what this installation of torch was built for."""

from __future__ import annotations

import torch

from forensix.domain.errors import ModelRejected
from forensix.settings import DEVICES

REFERENCE = "cpu"


def choose(wanted: str) -> tuple[torch.device, str]:
    """The device, and what the recipe says of it.

    `auto` is the reference path, the CPU: what a report records is computed there, and one radiograph at a time is fast enough.
    A GPU is used when it is asked for by name, and where there is none the CPU is taken instead.
    """
    if wanted not in DEVICES:
        raise ModelRejected(f"No device is called {wanted!r}.", f"Choose one of: {', '.join(DEVICES)}.", wanted)
    present = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wanted in present:
        if present[wanted]:
            return torch.device(wanted), wanted
        return torch.device(REFERENCE), f"{REFERENCE} ({wanted} was asked for and is not there)"
    return torch.device(REFERENCE), REFERENCE


def computes_on(wanted: str) -> str:
    """What a recipe would say of the device, were one examined with `wanted` now."""
    return choose(wanted)[1]


def build() -> str:
    """Torch's version, what it was built for, and the GPUs that it sees."""
    built = f"CUDA {torch.version.cuda}" if torch.version.cuda else "the CPU only"
    gpus = [torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        gpus.append("Apple GPU (mps)")
    return f"torch {torch.__version__}, built for {built}, GPU: {', '.join(gpus) or 'none'}"
