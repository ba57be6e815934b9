"""Images/s of training against the bare forward and backward rate of the same network: python benchmarks/training_speed.py [--device cuda].

On made-up noise of the right size: what decoding, augmentation, loading, losses, optimiser and averaging take beside the network is what is
asked, not what is learnt. A machine with other work gives noisy numbers; the load average is printed beside them.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from forensix.training.network import build
from forensix.training.recipe import Recipe, adapted, load
from forensix.training.train import Machines, precision, train


def manifest(folder: Path, count: int) -> Path:
    """Lossy pictures of noise, half of them male, a hundred months and over."""
    random, lines = np.random.default_rng(0), ["path,subject,sex,bone_age_months"]
    for index in range(count):
        Image.fromarray(random.integers(0, 255, (299, 299), dtype=np.uint8)).save(folder / f"{index}.webp", quality=90)
        lines.append(f"{index}.webp,{index},{'FM'[index % 2]},{100 + index % 60}")
    path = folder / "labels.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def bare(recipe: Recipe, device: torch.device, steps: int) -> float:
    """Forward and backward alone, in the precision that training has there, on one batch that is already there."""
    network = build(recipe).to(device).train()
    batch = torch.randn(recipe.batch, 1, recipe.size, recipe.size, device=device).contiguous(memory_format=torch.channels_last)
    began = 0.0
    for step in range(steps + 2):
        if step == 2:
            _wait(device)
            began = time.perf_counter()
        with torch.autocast(device.type, torch.bfloat16, enabled=precision(device.type) == "bf16-mixed"):
            loss = network(batch).float().square().mean()
        network.zero_grad()
        loss.backward()
    _wait(device)
    return steps * recipe.batch / (time.perf_counter() - began)


def training(recipe: str, given: argparse.Namespace, size: int, batch: int, folder: Path) -> float:
    """The whole loop, from the second step of the second epoch to the last step: workers and caches are warm by then."""
    stamps: list[float] = []
    train(
        recipe,
        manifest(folder, round(batch * given.steps / 0.8) + 8),
        folder / "run",
        size=size,
        epochs=2,
        settings=(f"batch={batch}",),
        machines=Machines(given.device, workers=given.workers),
        progress=lambda step, share: stamps.append(time.perf_counter()) if step == "training" else None,
    )
    late = stamps[len(stamps) // 2 + 1 :]
    return (len(late) - 1) * batch / (late[-1] - late[0])


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize()


def main() -> None:
    asked = argparse.ArgumentParser(description="Images/s of training against forward and backward alone.")
    asked.add_argument("--recipe", default="hand_sex_age_resnet50")
    asked.add_argument("--size", type=int, default=128)
    asked.add_argument("--batch", type=int, default=64)
    asked.add_argument("--steps", type=int, default=20)
    asked.add_argument("--device", default="cpu", choices=("cpu", "cuda", "mps"))
    asked.add_argument("--workers", type=int)
    given = asked.parse_args()
    warnings.filterwarnings("ignore")
    recipe = adapted(load(given.recipe), size=given.size, settings=(f"batch={given.batch}",))
    alone = bare(recipe, torch.device(given.device), given.steps)
    with tempfile.TemporaryDirectory() as folder:
        whole = training(given.recipe, given, given.size, given.batch, Path(folder))
    print(f"{given.recipe}, {given.size} px, batch {given.batch}, {given.steps} steps, {given.device}, {torch.get_num_threads()} threads")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"forward and backward alone: {alone:.1f} images/s")
    print(f"training: {whole:.1f} images/s, {100 * whole / alone:.0f} %")


if __name__ == "__main__":
    main()
