"""Weights between two stages: a run's last weights and those that it started from, averaged; its norms' statistics taken anew.

python -m forensix.training.average RUN --start BUNDLE --data MANIFEST --out FOLDER --size 224 [--share 0.5]

FOLDER is then a run that a bundle is made of. Weights along the way of one training can be averaged, and often do better than either end
(Izmailov et al. 2018, arXiv:1803.05407; Wortsman et al. 2022, arXiv:2203.05482); the statistics of the norms cannot, and are taken
from training radiographs again. Whether it did better is for the validation part to say.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from forensix.training.data import Radiographs, augment
from forensix.training.loading import Parts, preprocess_of
from forensix.training.network import build, network_weights
from forensix.training.recipe import Recipe, adapted
from forensix.training.recipe import load as load_recipe
from forensix.training.split import split
from forensix.training.train import precision, silent
from forensix.validation.manifest import read as read_manifest

NORMS_FROM = 1024
"""Training radiographs, evenly from all of them, that the norms' statistics are taken from."""
KEPT = ("split.csv", "learnt.csv")


def average(run: Path, start: Path, manifest: Path, out: Path, *, size: int, share: float = 0.5) -> Path:
    """Write `out`, a run whose weights are `share` (0..1) of the way from `start`'s to the last of `run`.

    Parameters
    ----------
    run : Path
        A finished run; what its running average is does not matter here, the last step's weights do.
    start : Path
        The bundle, or run, that it started from.
    size : int
        Pixels that the norms' statistics are taken at and the model is used at.
    """
    facts = json.loads((run / "training.json").read_text(encoding="utf-8"))
    recipe = adapted(load_recipe(facts["recipe"]["name"]), size=size)
    checkpoint = torch.load(run / "checkpoints" / "last.ckpt", map_location="cpu", weights_only=False)
    last = network_weights({"state_dict": checkpoint.get("current_model_state", checkpoint["state_dict"])})
    network = build(recipe)
    network.load_state_dict(between(load_file(start / "weights.safetensors"), last, share))
    _take_statistics(network, recipe, manifest, run)
    out.mkdir(parents=True, exist_ok=True)
    for name in KEPT:
        shutil.copyfile(run / name, out / name)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, out / "weights.safetensors")
    said = {"size": size, "share": share, "start": start.name, "norms_from": NORMS_FROM}
    command = f"python -m forensix.training.average RUN --start {start.name} --size {size} --share {share:g}"
    facts |= {"averaged": said, "command": "; ".join(filter(None, (facts.get("command"), command)))}
    (out / "training.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
    return out


def between(one: Mapping[str, Tensor], other: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """Each weight `share` of the way from one to the other, float32; counters are the other's."""
    return {
        name: torch.lerp(one[name].float(), value.float(), share) if value.is_floating_point() else value for name, value in other.items()
    }


def _take_statistics(network: nn.Module, recipe: Recipe, manifest: Path, cache: Path) -> None:
    """Give every norm the mean statistics of training batches, varied as they are in training."""
    data = read_manifest(manifest)
    parts = Parts(recipe, data, split(data.rows, recipe.shares), cache, silent)
    for norm in network.modules():
        if isinstance(norm, nn.BatchNorm2d):
            norm.reset_running_stats()
            norm.momentum = None  # the mean over all batches
    chosen = parts.chosen["train"]
    few = chosen[:: max(1, len(chosen) // NORMS_FROM)][:NORMS_FROM]
    radiographs = Radiographs(parts.cache, parts.rows, few, preprocess_of(recipe), parts.age)
    random = torch.Generator().manual_seed(recipe.seed)
    network.train()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=precision("cpu") == "bf16-mixed"):
        for first in range(0, len(few), recipe.batch):
            varied = augment(radiographs.pictures[first : first + recipe.batch].float() / 255.0, recipe.augmentation, random)
            network(((varied - recipe.mean) / recipe.sd).contiguous(memory_format=torch.channels_last))


def main() -> None:
    """Average from the command line."""
    parser = argparse.ArgumentParser(description="Average a run's last weights with those that it started from.")
    parser.add_argument("run", type=Path)
    parser.add_argument("--start", type=Path, required=True, metavar="BUNDLE")
    parser.add_argument("--data", type=Path, required=True, metavar="MANIFEST")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--size", type=int, required=True, metavar="PX")
    parser.add_argument("--share", type=float, default=0.5)
    given = parser.parse_args()
    average(given.run, given.start, given.data, given.out, size=given.size, share=given.share)


if __name__ == "__main__":
    main()
