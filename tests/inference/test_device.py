"""Where the network computes."""

import pytest
import torch

from forensix.domain.errors import ModelRejected
from forensix.inference import device


def test_auto_is_the_reference_path() -> None:
    assert device.choose("auto") == device.choose("cpu") == (torch.device("cpu"), "cpu")


@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_gpu_is_used_only_where_it_is(name: str) -> None:
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}[name]
    assert device.computes_on(name) == (name if there else f"cpu ({name} was asked for and is not there)")
    assert device.choose(name)[0].type == (name if there else "cpu")


def test_an_unknown_device_is_refused_with_what_is_known() -> None:
    with pytest.raises(ModelRejected, match="abacus") as refused:
        device.choose("abacus")
    assert "cuda" in refused.value.remedy


def test_the_build_of_torch_is_said() -> None:
    assert device.build().startswith(f"torch {torch.__version__}, built for ")
