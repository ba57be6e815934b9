"""The commands that measure models: evaluate and compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from forensix.commands.answer import DONE, FOUND, Answer, Call


def evaluate(call: Call) -> Answer:
    """Measure a model on a manifest; a refused row gives exit code 1."""
    from forensix.validation.evaluate import evaluate as run

    given, out = call.arguments, Path(call.arguments.out)
    folder = _bundle(call, given.model)
    evaluation = run(folder, Path(given.data), out, part=given.part, threads=call.settings.threads, progress=call.progress)
    return Answer(evaluation.content, tuple(_lines(evaluation.content, out)), FOUND if evaluation.content["n_refused"] else DONE)


def compare(call: Call) -> Answer:
    """Several models on the same radiographs; a refused row gives exit code 1."""
    from forensix.validation.compare import compare as run

    given, out = call.arguments, Path(call.arguments.out)
    models = [_bundle(call, name) for name in given.models]
    content = run(models, Path(given.data), out, part=given.part, threads=call.settings.threads, progress=call.progress)
    lines = [
        f"{one['first']} and {one['second']}: {one['mcnemar']['only_first_right']} only the first right, "
        f"{one['mcnemar']['only_second_right']} only the second, exact p {one['mcnemar']['p']:.3g} (n {one['mcnemar']['subjects']})"
        for one in content["pairs"]
    ]
    return Answer(content, (*lines, str(out / "comparison.html")), FOUND if content["n_refused"] else DONE)


def _bundle(call: Call, name: str) -> Path:
    """A bundle's folder by name, or the folder itself."""
    from forensix.laboratory.networks import Networks

    return Path(name).resolve() if (Path(name) / "card.toml").is_file() else Networks(call.settings).folder(name)


def _lines(content: dict[str, Any], out: Path) -> list[str]:
    lines = [f"n {content['n']}, refused {content['n_refused']}"]
    for name in ("accuracy", "auc", "cllr", "bone_age_mad_months"):
        metric = content.get(name)
        if metric:
            lines.append(f"{name} {metric['value']:.3f} ({metric['low']:.3f} to {metric['high']:.3f}, n {metric['n']})")
    return [*lines, str(out / "evaluation.html")]
