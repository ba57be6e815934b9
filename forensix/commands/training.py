"""Training a recipe, searching for its settings; a run ends in a bundle that the program accepts."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forensix.commands.answer import Answer, Call
from forensix.domain.errors import ForensixError
from forensix.settings import DEVICES

PATHS = ("data", "out", "start", "teacher", "marks")
NOT_SAID = ("run", "recipe", "json", "yes", "casebook", "settings", "identity", "passphrase_file", "source", "name", "no_bundle")
"""What does not change the weights, and so is not said in the card."""


def add_arguments(train: argparse.ArgumentParser) -> None:
    """The options of `forensix train`."""
    train.add_argument("recipe")
    train.add_argument("--data", required=True, metavar="MANIFEST")
    train.add_argument("--out", required=True, metavar="FOLDER")
    train.add_argument("--start", metavar="BUNDLE | FILE.safetensors", help="weights to start from; torchvision's .pth files too")
    train.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    train.add_argument("--size", type=_positive, metavar="PX")
    train.add_argument("--epochs", type=_positive, metavar="N")
    train.add_argument("--minutes", type=float, metavar="M", help="end the schedule, annealed, when they are spent")
    train.add_argument("--device", choices=DEVICES)
    train.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="instead of what the recipe says: batch=32")
    train.add_argument("--frozen", default="", metavar="NAMES", help="parts of the network that stay as they start, by commas")
    train.add_argument("--teacher", metavar="BUNDLE", help="learn from a finished model's answers too")
    train.add_argument("--marks", metavar="FILE.csv", help="boxes path,x,y,size for a recipe that retrieves regions")
    train.add_argument("--compiled", action="store_true", help="through torch.compile")
    train.add_argument("--tensorboard", action="store_true", help="curves for TensorBoard beside log/metrics.csv")
    train.add_argument("--workers", type=int, metavar="N", help="processes that make batches ready")
    train.add_argument("--nodes", type=_positive, default=1, metavar="N", help="machines that train together")
    train.add_argument("--devices", type=_devices, default=1, metavar="N | auto", help="of each machine")
    train.add_argument("--strategy", default="auto", metavar="NAME", help="Lightning's, for several devices: ddp")
    train.add_argument("--search", type=_positive, metavar="TRIALS", help="train so often with settings drawn at random instead")
    train.add_argument("--no-bundle", action="store_true", help="leave the weights alone")
    train.add_argument("--name", default="", help="the bundle's; its recipe's unless given")
    train.add_argument("--source", default="", metavar="NAME | FILE.toml", help="whose radiographs; source.toml beside the manifest")


def train(call: Call) -> Answer:
    """Train and make the bundle; of several processes the first one alone goes on to the bundle."""
    if call.arguments.search:
        return _search(call)
    from forensix.training.train import Machines
    from forensix.training.train import train as run

    given = call.arguments
    machines = Machines(given.device or "auto", given.nodes, given.devices, given.strategy, given.workers)
    out = run(
        given.recipe,
        Path(given.data),
        Path(given.out),
        start=_weights(call, given.start),
        resume=given.resume,
        size=given.size,
        epochs=given.epochs,
        minutes=given.minutes,
        frozen=tuple(name for name in given.frozen.split(",") if name),
        compiled=given.compiled,
        settings=tuple(given.set),
        teacher=_weights(call, given.teacher),
        marks=Path(given.marks) if given.marks else None,
        machines=machines,
        tensorboard=given.tensorboard,
        command=command_of(given),
        progress=_seldom(call.progress),
    )
    if not _is_first() or given.no_bundle:
        return Answer({"out": str(out), "bundle": None}, (f"Trained: {out}",) if _is_first() else ())
    bundle = _bundle(call, out)
    lines = (f"Trained: {out}", f"Bundle: {bundle}", f"`forensix models add {bundle}` lets the program use it.")
    return Answer({"out": str(out), "bundle": str(bundle)}, lines)


def _bundle(call: Call, out: Path) -> Path:
    from forensix.training.bundle import Origin, make
    from forensix.training.recipe import RecipeRejected
    from forensix.training.sources import source_of

    given = call.arguments
    manifest = Path(given.data)
    origin = Origin(source_of(given.source, manifest))
    try:
        return make(out, manifest, None, origin, name=given.name, threads=call.settings.threads, progress=_seldom(call.progress))
    except ValueError as error:
        message = f"The network is trained, but no bundle can be made of it: {error}."
        raise RecipeRejected(message, f"Train longer, or on more radiographs; the weights are in {out}.", str(out)) from error


def _search(call: Call) -> Answer:
    from forensix.training.search import AIM, search

    given = call.arguments
    best = search(
        given.recipe,
        Path(given.data),
        Path(given.out),
        given.search,
        start=_weights(call, given.start),
        size=given.size,
        epochs=given.epochs,
        minutes=given.minutes,
        device=given.device or "auto",
        settings=tuple(given.set),
        progress=_seldom(call.progress),
    )
    again = " ".join(f"--set {setting}" for setting in best["settings"])
    lines = (
        f"Best of {given.search}: trial {best['trial']}, {AIM} {best[AIM]:.4f}",
        f"Train with: {again}",
        f"All: {given.out}/search.csv",
    )
    return Answer(best, lines)


def command_of(given: argparse.Namespace) -> str:
    """The command as a card tells it: files by their names alone, nothing of where they lie."""
    words = ["forensix train", given.recipe]
    for name, value in vars(given).items():
        if name in NOT_SAID or value in (None, False, "", []) or (name, value) in (("nodes", 1), ("devices", 1), ("strategy", "auto")):
            continue
        for each in value if isinstance(value, list) else [value]:
            words += [f"--{name.replace('_', '-')}"] + ([] if each is True else [Path(each).name if name in PATHS else str(each)])
    return " ".join(words)


def _weights(call: Call, named: str | None) -> Path | None:
    """A file or folder, else an installed model's folder."""
    if not named or Path(named).exists():
        return Path(named) if named else None
    from forensix.laboratory.networks import Networks

    try:
        return Networks(call.settings).folder(named)
    except ForensixError:
        return Path(named)  # neither: said by whoever reads it, with what may stand there


def _seldom(progress: Callable[[str, float], None]) -> Callable[[str, float], None]:
    """Show a step once in each hundredth: a line for each of some thousand batches would hide the rest."""
    shown: dict[str, int] = {}

    def show(step: str, share: float) -> None:
        if shown.get(step) != int(100 * share):
            shown[step] = int(100 * share)
            progress(step, share)

    return show


def _is_first() -> bool:
    """Whether this is the first of the processes that train together, as torchrun, SLURM or Lightning started them."""
    ranks = (os.environ.get(name) for name in ("RANK", "SLURM_PROCID", "LOCAL_RANK"))
    return next((int(rank) for rank in ranks if rank), 0) == 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _devices(text: str) -> Any:
    return text if text == "auto" else _positive(text)
