"""What a run says of itself, so that a bundle's card tells of every stage: command, commit, and the stages it went on from."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forensix import __version__


def commit() -> str:
    """The commit of the code that runs, "+" where tracked files differ from it; the version where it is not a checkout."""
    here = ["git", "-C", str(Path(__file__).parent)]
    try:
        head = subprocess.run([*here, "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
        changed = subprocess.run([*here, "diff", "--quiet", "HEAD", "--", ".."], capture_output=True).returncode
    except (OSError, subprocess.CalledProcessError):
        return f"forensix {__version__}"
    return head + ("+" if changed else "")


def earlier(start: Path | None) -> dict[str, Any] | None:
    """The facts of the run, or the card's [training] of the bundle, that a run goes on from; None for bare weights."""
    if start is None:
        return None
    if (start / "training.json").is_file():
        facts: dict[str, Any] = json.loads((start / "training.json").read_text(encoding="utf-8"))
        return facts
    if (start / "card.toml").is_file():
        return {"card": tomllib.loads((start / "card.toml").read_text(encoding="utf-8"))["training"]}
    return None


def training_table(facts: Mapping[str, Any], command: str = "", commit_: str = "") -> dict[str, Any]:
    """The card's [training] over all stages; the first stage's start is the model's.

    Parameters
    ----------
    facts : mapping
        training.json of the last stage, with the stages before it under "earlier".
    command, commit_ : str
        Instead of what the stages say of themselves.
    """
    runs = [facts]
    while "card" not in runs[0] and runs[0].get("earlier"):
        runs.insert(0, runs[0]["earlier"])
    before: Mapping[str, Any] = runs.pop(0)["card"] if "card" in runs[0] else {}
    said = {name: [*filter(None, [before.get(name), *(run.get(name) for run in runs)])] for name in ("command", "commit")}
    minutes = sum(run["minutes"] for run in runs) + before.get("minutes", 60 * before.get("hours", 0.0))
    return {
        "command": command or "; ".join(said["command"]),
        "commit": commit_ or ", ".join(dict.fromkeys(said["commit"])),
        "start": before.get("start") or runs[0]["start"],
        "data": facts["data"],
        "data_sha256": facts["data_sha256"],
        "subjects": facts["subjects"]["train"],
        "parts": dict(facts["subjects"]),
        "epochs": round(before.get("epochs", 0.0) + sum(run["epochs"] for run in runs), 2),
        "steps": before.get("steps", 0) + sum(run["steps"] for run in runs),
        "hours": round(minutes / 60, 3),
        "minutes": round(minutes, 1),
        "device": facts["device"],
        "precision": facts["precision"],
        "seed": facts["seed"],
        "seeds_trained": 1,
        "torch": facts["libraries"]["torch"],
        **({"teacher": facts["teacher"]} if facts.get("teacher") else {}),
        **({"marked": facts["marked"]} if facts.get("marked") else {}),
        "test_looks": looks(before),
        "stages": [*before.get("stages", ()), *(_stage(run) for run in runs)],
    }


def looks(before: Mapping[str, Any]) -> int:
    """The card's `test_looks`: bundles measured on the test part on the way here, the one that is being made among them.

    `before` is [training] of the bundle before; where it does not say, each of its stages counts as one.
    """
    told: int = before.get("test_looks", len(before.get("stages", ())))
    return told + 1


def _stage(facts: Mapping[str, Any]) -> dict[str, Any]:
    frozen = list(facts.get("frozen", ()))
    sizes = facts["recipe"]["sizes"]
    averaged = {"averaged": facts["averaged"]} if "averaged" in facts else {}
    return {"minutes": round(facts["minutes"], 1), "steps": facts["steps"], "sizes": sizes, "frozen": frozen} | averaged
