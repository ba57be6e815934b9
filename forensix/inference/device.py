"""What torch was built for and where it would compute here, in words for the doctor."""

import torch

from forensix.inference.network import choose_device


def build() -> str:
    """For example "torch 2.15.0, built for CUDA 13.0, no such GPU here"."""
    if torch.version.cuda is None:
        return f"torch {torch.__version__}, built for the CPU alone"
    here = torch.cuda.get_device_name(0) if torch.cuda.is_available() else "no such GPU here"
    return f"torch {torch.__version__}, built for CUDA {torch.version.cuda}, {here}"


def computes_on(wanted: str) -> str:
    """Where a setting of "auto", "cpu", "cuda" or "mps" leads on this computer."""
    return choose_device(wanted)[1]
