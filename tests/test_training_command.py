"""`forensix train` as a command: what the card will say of it, who goes on to the bundle, and what is an expected failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forensix import cli
from forensix.commands import training
from forensix.training import bundle as bundles
from forensix.training import train as runs


def test_the_card_s_command_names_files_and_not_where_they_lie() -> None:
    lies = "/srv/anna"
    words = f"train hand_sex_resnet18 --data {lies}/labels.csv --out {lies}/run --start {lies}/weights.safetensors --minutes 3"
    words += " --set batch=32 --set seed=1 --devices 2 --strategy ddp --resume --name other --source rsna_2017 --json"
    given = cli.parser().parse_args(words.split())
    assert training.command_of(given) == (
        "forensix train hand_sex_resnet18 --data labels.csv --out run --start weights.safetensors --resume --minutes 3.0 "
        "--set batch=32 --set seed=1 --devices 2 --strategy ddp"
    )


@pytest.mark.parametrize(("name", "rank", "first"), [("RANK", "0", True), ("RANK", "3", False), ("LOCAL_RANK", "1", False), ("", "", True)])
def test_one_of_several_processes_goes_on_to_the_bundle(name: str, rank: str, first: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for known in ("RANK", "SLURM_PROCID", "LOCAL_RANK"):
        monkeypatch.delenv(known, raising=False)
    if name:
        monkeypatch.setenv(name, rank)
    assert training._is_first() is first


@pytest.mark.parametrize("arguments", [["--size", "0"], ["--devices", "none"], ["--search", "-1"]])
def test_numbers_that_cannot_be_are_wrong_arguments(arguments: list[str]) -> None:
    assert cli.main(["train", "hand_sex_resnet18", "--data", "x.csv", "--out", "y", *arguments]) == cli.WRONG_ARGUMENTS


def test_an_unknown_recipe_and_a_network_without_evidence_are_expected_failures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ["train", "no_such_recipe", "--data", str(tmp_path / "labels.csv"), "--out", str(tmp_path / "run"), "--json"]
    assert cli.main(given) == cli.EXPECTED
    assert "hand_sex_age_resnet50" in json.loads(capsys.readouterr().out)["error"]["remedy"]

    def no_evidence(*given: object, **named: object) -> Path:
        raise ValueError("these logits carry no evidence of sex")

    monkeypatch.setattr(runs, "train", lambda *given, **named: tmp_path / "run")
    monkeypatch.setattr(bundles, "make", no_evidence)
    assert cli.main(given) == cli.EXPECTED
    error = json.loads(capsys.readouterr().out)["error"]
    assert "no bundle can be made" in error["message"] and "Train longer" in error["remedy"]
    assert cli.main([*given, "--no-bundle"]) == 0
    assert json.loads(capsys.readouterr().out)["bundle"] is None
