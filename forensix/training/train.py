"""Training a recipe: parts, schedule, checkpoints; leaves weights, split, log and the facts of the run in one folder."""

from __future__ import annotations

import json
import logging
import os
import platform
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import lightning
import torch
from lightning.pytorch.callbacks import Callback, EarlyStopping, ModelCheckpoint, WeightAveraging
from lightning.pytorch.loggers import CSVLogger, Logger, TensorBoardLogger
from lightning.pytorch.plugins.io import TorchCheckpointIO
from safetensors.torch import save_file
from torch import nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from forensix.training import regions, stages
from forensix.training import split as parts
from forensix.training.loading import Parts, preprocess_of
from forensix.training.network import OneCycle, SexAndAge, build, network_weights
from forensix.training.recipe import Recipe, RecipeRejected, adapted
from forensix.training.recipe import load as load_recipe
from forensix.training.start import learnt_by, start_from
from forensix.training.teacher import Teacher
from forensix.validation.manifest import Manifest
from forensix.validation.manifest import read as read_manifest

ACCELERATORS = {"auto": "auto", "cpu": "cpu", "cuda": "gpu", "mps": "mps"}
SAMPLE = 64
"""Training radiographs whose statistics norms get, where the starting weights have theirs folded in."""
MOST_WORKERS = 12
BFLOAT16 = ("amx_bf16", "avx512_bf16", "bf16")
"""What a processor that computes in bfloat16 says of itself."""
Progress = Callable[[str, float], None]


def silent(step: str, share: float) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Machines:
    """Where a run computes.

    Parameters
    ----------
    device : {"auto", "cpu", "cuda", "mps"}
    nodes : int
        Machines that train together.
    devices : int or "auto"
        Processors or GPUs on each; several train as processes of their own.
    strategy : str
        Lightning's name of how they work together ("ddp"); "auto" leaves it the choice.
    workers : int, optional
        Processes that make batches ready; by default none without a GPU, else one for each processor core but one, 12 at most.
    """

    device: str = "auto"
    nodes: int = 1
    devices: int | str = 1
    strategy: str = "auto"
    workers: int | None = None

    def loaders(self) -> int:
        """Processes that make batches ready, for one device."""
        if self.workers is not None:
            return self.workers
        if self.device in ("cpu", "mps") or not torch.cuda.is_available():
            return 0
        here = torch.cuda.device_count() if self.devices == "auto" else int(self.devices)
        return max(1, min(MOST_WORKERS, ((os.cpu_count() or 2) - 1) // max(1, here)))


def train(
    recipe: str,
    manifest: Path,
    out: Path,
    *,
    start: Path | None = None,
    resume: bool = False,
    size: int | None = None,
    epochs: int | None = None,
    minutes: float | None = None,
    device: str = "auto",
    frozen: tuple[str, ...] = (),
    compiled: bool = False,
    progress: Progress = silent,
    settings: tuple[str, ...] = (),
    teacher: Path | None = None,
    marks: Path | None = None,
    machines: Machines | None = None,
    tensorboard: bool = False,
    command: str = "",
    cache: Path | None = None,
) -> Path:
    """Train `recipe` on the manifest's training part.

    Parameters
    ----------
    start : Path, optional
        Weights to start from: a safetensors file, torchvision's .pth file, a bundle's folder, or a run's.
    resume : bool
        Go on from the last checkpoint in `out`, if there is one.
    size, epochs : int, optional
        Instead of the recipe's; `size` trains at that size throughout.
    minutes : float, optional
        Ends the schedule, annealed, when they are spent, if the epochs have not.
    frozen : tuple of str
        Parts of the network (its children's names) that stay as `start` gave them: a later stage in little time.
    compiled : bool
        Through torch.compile.
    settings : tuple of str
        NAME=VALUE, instead of what the recipe says; see `recipe.adapted`.
    teacher : Path, optional
        A bundle whose answers are taught beside the manifest's.
    marks : Path, optional
        Boxes to retrieve regions from, for a recipe that does; without it the hands are boxed by a rule.
    machines : Machines, optional
        Instead of one process on `device`.
    tensorboard : bool
        Curves for TensorBoard beside the CSV.
    command : str
        What the card will say that trained it.
    cache : Path, optional
        Folder of the decoded radiographs, which several runs can share; `out` unless given.

    Returns
    -------
    Path
        `out`, with weights.safetensors (float32), split.csv, learnt.csv, training.json, log/metrics.csv, checkpoints/. Of several processes
        only the first writes them.

    Raises
    ------
    ManifestRejected, RecipeRejected, ModelRejected
    """
    chosen = adapted(load_recipe(recipe), size=size, epochs=epochs, settings=settings)
    loggers = _loggers(out, tensorboard=tensorboard)
    data = read_manifest(manifest)
    data.require_sound()
    where = machines or Machines(device)
    run = _Run(chosen, data, out, cache or out, start, teacher, marks, frozen, compiled, where, minutes, command, progress)
    _trained(run, loggers, resume=resume)
    return out


@dataclass(frozen=True, slots=True)
class _Run:
    """What `train` was asked for, checked."""

    recipe: Recipe
    data: Manifest
    out: Path
    cache: Path
    start: Path | None
    teacher: Path | None
    marks: Path | None
    frozen: tuple[str, ...]
    compiled: bool
    where: Machines
    minutes: float | None
    command: str
    progress: Progress


def _trained(run: _Run, loggers: list[Logger], *, resume: bool) -> None:
    began = time.time()
    assigned = parts.split(run.data.rows, run.recipe.shares)
    last = run.out / "checkpoints" / "last.ckpt"
    resumed = resume and last.exists()
    learnt = learnt_by(run.data, assigned, filter(None, (run.start, run.teacher, run.out if resumed else None)))
    run.out.mkdir(parents=True, exist_ok=True)
    radiographs = Parts(run.recipe, run.data, assigned, run.cache, run.progress, workers=run.where.loaders())
    module, marked = _module(run, radiographs)
    cycle = OneCycle(run.recipe, 1, run.minutes, run.progress)
    trainer = _trainer(run.recipe, run.out, run.where, cycle, loggers)
    cycle.steps = run.recipe.epochs * (-(-len(radiographs.chosen["train"]) // trainer.world_size) // run.recipe.batch)
    radiographs.share_now = lambda: cycle.share(trainer.global_step)
    if trainer.is_global_zero:
        learnt.write(run.out)
        parts.write(assigned, run.out / "split.csv")
    trainer.fit(module, datamodule=radiographs, ckpt_path=last if resumed else None, weights_only=False)
    if not trainer.is_global_zero:
        return
    _save_weights(module.network, run.recipe, run.out)
    spent = {"minutes": cycle.spent / 60, "minutes_given": run.minutes, "wall_minutes": (time.time() - began) / 60}
    facts = _facts(run.recipe, run.data, radiographs, trainer) | _origin(run, marked) | spent
    (run.out / "training.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def _module(run: _Run, radiographs: Parts) -> tuple[SexAndAge, str]:
    """The network with its starting weights, teacher and marked radiographs, and in a word where the last come from."""
    network = build(run.recipe)
    given = start_from(network, run.start, run.recipe, radiographs.sample(SAMPLE)) if run.start else set()
    marked = _remember(network, run.recipe, run.data, radiographs, run.marks)
    taught = Teacher(run.teacher, radiographs.age) if run.teacher else None
    module = SexAndAge(run.recipe, network, given, radiographs.age, frozen=_kept(run), compiled=run.compiled, teacher=taught)
    return module, marked


def _kept(run: _Run) -> tuple[str, ...]:
    """What is not trained: what was asked for, else what the recipe says where there are given weights to keep."""
    return run.frozen or (run.recipe.frozen if run.start else ())


def _origin(run: _Run, marked: str) -> dict[str, Any]:
    return {
        "start": run.start.name if run.start else "random values",
        "frozen": list(_kept(run)),
        "teacher": run.teacher.name if run.teacher else "",
        "marked": marked,
        "command": run.command,
        "commit": stages.commit(),
        "earlier": stages.earlier(run.start),
    }


def export_checkpoint(checkpoint: Path, file: Path) -> None:
    """Write the (averaged) weights of a Lightning checkpoint as safetensors."""
    loaded: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=False)
    save_file({name: value.contiguous() for name, value in network_weights(loaded).items()}, file)


class WholeFiles(TorchCheckpointIO):
    """Checkpoints that are written beside the one before and then take its place: kill -9 leaves the old one or the new one, whole."""

    def save_checkpoint(self, checkpoint: dict[str, Any], path: str | Path, storage_options: Any | None = None) -> None:
        """Lightning's hook."""
        final = Path(path)
        final.parent.mkdir(parents=True, exist_ok=True)
        unfinished = final.with_suffix(".unfinished")
        with unfinished.open("wb") as file:
            torch.save(checkpoint, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(final)


def _remember(network: nn.Module, recipe: Recipe, data: Manifest, radiographs: Parts, marks: Path | None) -> str:
    """Give a network that retrieves regions its marked radiographs; in a word where they come from."""
    remember = getattr(network, "remember", None)
    if remember is None or not recipe.marked:
        if marks:
            raise RecipeRejected(f"{recipe.name} retrieves no regions", "Leave --marks out.", str(marks))
        return ""
    train = [data.rows[index] for index in radiographs.chosen["train"]]
    chosen = regions.read_marks(marks, data, train) if marks else regions.marks_by_rule(train, recipe.marked)
    remember(*regions.tensors(chosen, preprocess_of(recipe)))
    return f"{len(chosen)} from {marks.name}" if marks else f"{len(chosen)} boxed by a rule"


def _loggers(out: Path, *, tensorboard: bool) -> list[Logger]:
    """Curves while it trains; asked for first, so that what is missing is said before hours are spent."""
    loggers: list[Logger] = [CSVLogger(out, name="", version="log", flush_logs_every_n_steps=10)]
    if tensorboard:
        if not (find_spec("tensorboard") or find_spec("tensorboardX")):
            raise RecipeRejected(
                "TensorBoard is not installed", "Install it with `pip install tensorboard`, or leave --tensorboard out.", ""
            )
        loggers.append(TensorBoardLogger(out, name="", version="log"))
    return loggers


def _trainer(recipe: Recipe, out: Path, where: Machines, cycle: OneCycle, loggers: list[Logger]) -> lightning.Trainer:
    logging.getLogger("lightning.pytorch").setLevel(logging.WARNING)  # what it likes to advertise is not about the run
    lightning.seed_everything(recipe.seed, workers=True, verbose=False)
    # One file, replaced whole after each epoch's validation: kill -9 costs the epoch under way, never the run.
    kept = ModelCheckpoint(out / "checkpoints", "last", save_top_k=1, every_n_epochs=1, enable_version_counter=False)
    callbacks: list[Callback] = [cycle, kept]
    if recipe.averaging:
        callbacks.append(WeightAveraging(multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging)))  # type: ignore[no-untyped-call]
    if recipe.patience:
        loss = "validation_loss"
        callbacks.append(EarlyStopping(loss, patience=recipe.patience))
        callbacks.append(ModelCheckpoint(out / "checkpoints", "best", monitor=loss, save_top_k=1, enable_version_counter=False))
    return lightning.Trainer(
        accelerator=ACCELERATORS[where.device],
        num_nodes=where.nodes,
        devices=where.devices,
        strategy=where.strategy,
        precision=precision(where.device),
        max_epochs=recipe.epochs,
        callbacks=callbacks,
        plugins=[WholeFiles()],
        logger=loggers,
        log_every_n_steps=10,
        num_sanity_val_steps=0,
        reload_dataloaders_every_n_epochs=1,
        enable_progress_bar=False,
        enable_model_summary=False,
    )


def precision(device: str) -> Literal["bf16-mixed", "32-true"]:
    """bfloat16 on a GPU, and on a processor that computes in it; one that does not takes minutes for a step that way: float32."""
    if device != "cpu" and (device != "auto" or torch.cuda.is_available() or torch.backends.mps.is_available()):
        return "bf16-mixed"
    if hasattr(torch.cpu, "get_capabilities"):
        able = any(torch.cpu.get_capabilities().get(name) for name in BFLOAT16)
    else:  # older torch
        able = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return "bf16-mixed" if able else "32-true"


def _save_weights(network: nn.Module, recipe: Recipe, out: Path) -> None:
    """What was trained last or, where the run could end for want of progress, what was best."""
    best = out / "checkpoints" / "best.ckpt"
    if recipe.patience and best.is_file():
        export_checkpoint(best, out / "weights.safetensors")
    else:
        save_file({name: value.cpu().contiguous() for name, value in network.state_dict().items()}, out / "weights.safetensors")


def _facts(recipe: Recipe, data: Manifest, radiographs: Parts, trainer: lightning.Trainer) -> dict[str, Any]:
    return {
        "recipe": asdict(recipe) | {"backbone_options": dict(recipe.backbone_options)},
        "data": data.path.name,
        "data_sha256": data.sha256,
        "subjects": {part: len({radiographs.rows[i].subject for i in chosen}) for part, chosen in radiographs.chosen.items()},
        "age_mean_months": radiographs.age.mean,
        "age_sd_months": radiographs.age.sd,
        "steps": trainer.global_step,
        "epochs": trainer.global_step * recipe.batch * trainer.world_size / max(1, len(radiographs.chosen["train"])),
        "device": _device(trainer),
        "precision": str(trainer.precision),
        "seed": recipe.seed,
        "validation": {name: float(value) for name, value in trainer.callback_metrics.items() if name.startswith("validation")},
        "libraries": {"torch": torch.__version__, "lightning": lightning.__version__},
    }


def _device(trainer: lightning.Trainer) -> str:
    device = trainer.strategy.root_device
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else f"{platform.machine()}, {torch.get_num_threads()} threads"
    return f"{device.type} ({name})" + (f", {trainer.world_size} processes" if trainer.world_size > 1 else "")
