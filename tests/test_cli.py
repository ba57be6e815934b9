"""The command line by the contract: documents on stdout, words on stderr, exit codes."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from forensix import cli, screening
from forensix.casebook.casebook import Casebook
from forensix.commands import casework, upkeep, window
from forensix.commands.answer import Answer, Call
from forensix.commands.window import WindowUnavailable
from forensix.domain.errors import Cancelled
from forensix.identity.authority import SiteAuthority
from forensix.imaging import phantom
from forensix.laboratory.networks import Networks
from tests.support.patience import PATIENCE_S

Run = Callable[..., tuple[int, Any]]


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hands")
    (folder / "a.dcm").write_bytes(phantom.dicom(phantom.hand(31, size=(800, 600)), laterality="L"))
    (folder / "b.txt").write_text("not a radiograph", encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path, tiny_models: Path, one_reader: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with --json; its exit code and document."""
    monkeypatch.delenv("FORENSIX_CASEBOOK", raising=False)
    file = tmp_path / "settings.toml"
    file.write_text(
        f'casebook = "book"\nadded_models = "{tiny_models.as_posix()}"\nmodel = "tiny-resnet18"\ndevice = "cpu"\nexaminer = "Anna"\n'
    )
    (tmp_path / "pass.txt").write_text("four words make it\nnot this line\n", encoding="utf-8")

    def call(*arguments: str) -> tuple[int, Any]:
        code = cli.main(["--settings", str(file), *arguments, "--json"])
        out = capsys.readouterr().out
        return code, json.loads(out) if out else None

    return call


def open_case(run: Run, number: str = "PM-1") -> None:
    assert run("case", "open", number, "--incident", "Flood", "--requester", "Coroner")[0] == 0


def test_the_whole_job(run: Run, hands: Path, tmp_path: Path) -> None:
    secret = str(tmp_path / "pass.txt")
    open_case(run)
    code, made = run("identity", "new", "Anna Examiner", "--passphrase-file", secret, "--qualification", "anthropologist")
    assert code == 0
    by = ("--identity", made["identity"], "--passphrase-file", secret)
    code, given = run("receive", "PM-1", str(hands), *by)
    assert (code, given["given"], given["received"], given["refused"]) == (1, 2, 1, 1)
    radiograph = next(item["radiograph"] for item in given["items"] if item["status"] == "received")
    code, examined = run("examine", "PM-1", *by)
    assert (code, examined["examined"]) == (0, 1)
    assert (examined["items"][0]["estimate"], examined["items"][0]["next"]) == ("covered", "observe")
    assert run("reveal", radiograph[:8], *by)[0] == 3
    assert run("case", "show", "PM-1", *by)[1]["radiographs"][0]["acquisition"]["patient_sex"] == "covered"
    assert run("observe", radiograph[:8], "--features", "slender", *by)[0] == 0
    code, seen = run("reveal", radiograph[:8], *by)
    assert code == 0 and seen["estimate"]["outcome"] in {"male", "female", "indeterminate", "not_evaluated"}
    assert seen["estimate"] == seen["sex"] == seen["estimates"]["sex"] and seen["age"] == seen["estimates"]["age"]
    rows, columns = seen["saliency"]["grid"]
    assert np.shape(seen["saliency"]["map"]) == (rows, columns) and np.max(seen["saliency"]["map"]) == 1.0
    assert run("case", "show", "PM-1", *by)[1]["radiographs"][0]["acquisition"]["patient_sex"] == ""
    assert run("conclude", seen["examination"][:8], "--outcome", "indeterminate", "--basis", "not enough", *by)[0] == 0
    code, report = run("report", "PM-1", *by)
    assert code == 0 and Path(report["report"]).is_file()
    code, verified = run("verify", report["report"])
    assert code == 0 and verified["accepted"]
    assert {finding["result"] for finding in verified["findings"]} <= {"passed", "note"}
    copy = tmp_path / "elsewhere.pdf"
    copy.write_bytes(Path(report["report"]).read_bytes())
    assert run("verify", str(copy))[0] == 0  # the default casebook knows it
    assert run("verify", "PM-1", "--replay")[0] == 0
    code, shown = run("case", "show", "PM-1")
    assert code == 0 and shown["reports"][0]["path"] == report["report"]


def test_an_estimate_that_a_command_prints_is_in_custody_as_shown(run: Run, hands: Path, tmp_path: Path) -> None:
    open_case(run)
    _, given = run("receive", "PM-1", str(hands))
    radiograph = next(item["radiograph"] for item in given["items"] if item["status"] == "received")

    def shown() -> int:
        return [event.kind for event in Casebook.open(tmp_path / "book").events()].count("shown")

    assert run("examine", "PM-1")[1]["items"][0]["estimate"] == "covered"
    assert run("case", "show", "PM-1")[1]["radiographs"][0]["examinations"][0]["estimate"] == "covered"
    assert shown() == 0
    assert run("observe", radiograph)[0] == 0
    for _ in range(2):  # once for a run, however often it is read
        assert "log10_lr" in run("case", "show", "PM-1")[1]["radiographs"][0]["examinations"][0]["estimate"]
        assert shown() == 1
    assert "log10_lr" in run("examine", "PM-1", "--again", "once more")[1]["items"][0]["estimate"]
    assert shown() == 2


@pytest.mark.long
def test_verify_without_a_casebook_needs_a_root(run: Run, hands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, shown = run("demo", "--headless", "--folder", str(tmp_path / "demo"))
    assert (code, shown["verified"]) == (0, True)
    assert [str(file) for file in (tmp_path / "demo").rglob("*.pdf")] == [shown["report"]]
    away = tmp_path / "away.pdf"
    away.write_bytes(Path(shown["report"]).read_bytes())
    code, answer = run("verify", str(away))
    assert code == 1 and "signer_not_trusted" in {finding["check"] for finding in answer["findings"]}
    code, answer = run("verify", str(away), "--trust", str(Path(shown["casebook"]) / "trust" / "root.pem"))
    assert code == 0 and any(finding["result"] == "note" for finding in answer["findings"])
    other = SiteAuthority.create(tmp_path / "other", "Another site", "x").folder / "trust" / "root.pem"
    own = Path(shown["casebook"]) / "trust" / "root.pem"
    for root, accepted in ((own, True), (other, False)):  # also where it lies in a casebook, which may have come with a false report
        code, answer = run("verify", shown["report"], "--trust", str(root))
        assert (code == 0) is accepted is ("signer_not_trusted" not in {finding["check"] for finding in answer["findings"]})
    code, error = run("demo", "--headless", "--folder", str(tmp_path / "demo"))
    assert (code, error["error"]["kind"]) == (3, "case_conflict")


def test_verify_prints_what_each_check_is_of_and_not_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "some.pdf"
    file.write_bytes(b"just text")
    assert cli.main(["verify", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "NOT ACCEPTED"
    assert all(line.endswith("]") for line in lines[:-1])


@pytest.mark.parametrize("content", [b"", b"just text", b"%PDF-1.7\n%%EOF\n", bytes(range(256)) * 20])
def test_verify_of_any_file_is_0_or_1(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.pdf"
    file.write_bytes(content)
    code, answer = run("verify", str(file))
    assert code == 1 and not answer["accepted"]
    open_case(run)
    assert run("verify", str(file))[0] == 1
    assert run("verify", str(file), "--casebook", str(tmp_path / "book"))[0] == 1


def test_a_casebook_that_cannot_be_asked_accepts_nothing_and_stops_no_check(run: Run, tmp_path: Path) -> None:
    lying, elsewhere = tmp_path / "book" / "reports" / "some.pdf", tmp_path / "some.pdf"
    lying.parent.mkdir(parents=True)
    (tmp_path / "book" / "casebook.db").write_bytes(b"no database" * 999)
    lying.write_bytes(b"just text")
    elsewhere.write_bytes(b"just text")
    for file in (lying, elsewhere):
        code, answer = run("verify", str(file), "--trust", str(elsewhere))
        checks = [finding["check"] for finding in answer["findings"] if finding["result"] == "failed"]
        assert (code, checks) == (1, ["casebook", "trust"] if file is lying else ["trust"])
    assert run("verify", str(elsewhere), "--casebook", str(tmp_path / "book"))[0] == 1
    assert run("verify", str(elsewhere), "--casebook", str(tmp_path / "none"))[0] == 3


def test_expected_failures_are_3_with_message_and_remedy(run: Run, tmp_path: Path) -> None:
    for arguments in (
        ("case", "show", "PM-1"),
        ("verify", str(tmp_path / "none.pdf")),
        ("report", "PM-1"),
        ("models", "show", "nothing"),
        ("case", "list", "--casebook", str(tmp_path / "none")),
    ):
        code, document = run(*arguments)
        assert code == 3, arguments
        assert document["error"]["message"] and document["error"]["remedy"], arguments
    open_case(run)
    assert run("receive", "PM-1", str(tmp_path / "none.dcm"))[0] == 3
    assert run("case", "open", "PM-1", "--incident", "Flood")[0] == 3
    assert run("case", "open", "PM-2", "--incident", " ")[0] == 3
    secret = tmp_path / "wrong.txt"
    secret.write_text("wrong\n", encoding="utf-8")
    run("identity", "new", "Anna", "--passphrase-file", str(tmp_path / "pass.txt"))
    code, document = run("identity", "new", "Ben", "--passphrase-file", str(secret))
    assert (code, document["error"]["kind"]) == (3, "signing_failed")


@pytest.mark.parametrize(
    "arguments",
    [
        ["receive"],
        ["nonsense"],
        ["observe", "x", "--outcome", "maybe"],
        ["conclude", "x", "--outcome", "unknown", "--basis", "b"],
        ["case"],
        ["examine"],
        ["examine", "PM-1", "--all"],
        ["verify"],
        ["correct", "case", "PM-1", "--set", "agency", "--reason", "r"],
    ],
)
def test_wrong_arguments_are_2(run: Run, arguments: list[str]) -> None:
    assert cli.main(arguments) == 2
    code, document = run(*arguments)
    assert (code, document["error"]["kind"]) == (2, "wrong_arguments") and document["error"]["remedy"]


def test_global_options_stand_before_or_after_the_verb(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_case(run)
    book = str(tmp_path / "book")
    assert cli.main(["--json", "--casebook", book, "case", "list"]) == 0
    before = capsys.readouterr()
    assert cli.main(["case", "list", "--casebook", book, "--json"]) == 0
    assert capsys.readouterr().out == before.out
    assert book in before.err


def test_a_bug_is_70_and_a_cancel_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(call: Call) -> Answer:
        raise ZeroDivisionError("a fault")

    def cancelled(call: Call) -> Answer:
        call.cancelled = True
        call.progress("item", 0.5)
        raise AssertionError

    monkeypatch.setattr(upkeep, "doctor", broken)
    code, document = run("doctor")
    assert (code, document["error"]["kind"]) == (70, "bug")
    monkeypatch.setattr(upkeep, "doctor", cancelled)
    code, document = run("doctor")
    assert (code, document["error"]["kind"]) == (130, "cancelled")
    monkeypatch.setattr(upkeep, "doctor", lambda call: (_ for _ in ()).throw(Cancelled()))
    assert run("doctor")[0] == 130


def test_screen_writes_a_row_for_every_file(run: Run, hands: Path, tmp_path: Path) -> None:
    out = tmp_path / "table.jsonl"
    code, document = run("screen", str(hands), "--out", str(out), "--heatmaps", str(tmp_path / "maps"))
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (code, document["rows"], document["refused"]) == (1, 2, 1)
    assert [row["status"] for row in rows] == ["examined", "refused"]
    assert rows[0]["sha256"] and rows[1]["reason"]
    for file in (tmp_path / "maps").glob("*.png"):
        with Image.open(file) as heatmap:
            assert heatmap.size == (600, 800)  # the radiograph's own resolution
    assert run("screen", str(hands), "--out", str(tmp_path / "table.xyz"))[0] == 3


def test_a_cancelled_screening_keeps_its_rows(run: Run, hands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def screened(*given: object, **named: object) -> Iterator[dict[str, Any]]:
        yield dict.fromkeys(screening.COLUMNS) | {"path": "=a\n\x1b.dcm", "status": "examined"}
        raise Cancelled

    monkeypatch.setattr(screening, "screen", screened)
    monkeypatch.setattr(Networks, "estimator", lambda *given: None)
    out = tmp_path / "table.csv"
    assert run("screen", str(hands), "--out", str(out))[0] == 130
    assert out.read_text(encoding="utf-8").splitlines()[1].startswith("'=a [U+001B].dcm,,examined")
    assert [file.name for file in tmp_path.iterdir() if "unfinished" in file.name] == []


@pytest.mark.parametrize(("path", "out", "kind"), [("", "t.csv", "wrong_arguments"), ("a.dcm", "book.txt", "case_conflict")])
def test_a_screening_that_cannot_end_well_does_not_begin(run: Run, path: str, out: str, kind: str, hands: Path, tmp_path: Path) -> None:
    given = str(hands / path) if path else ""
    assert run("screen", given, "--out", str(tmp_path / out))[1]["error"]["kind"] == kind


def test_models_list_names_exactly_one_default(run: Run) -> None:
    _, rows = run("models", "list")
    assert sum(row["default"] for row in rows) == 1
    tiny = next(row for row in rows if row["name"] == "tiny-resnet18")
    assert tiny["status"] == "ok" and len(tiny["validated_months"]) == 2 and len(tiny["weights_sha256"]) == 64


def test_an_altered_bundle_is_found_and_refused(run: Run, tiny_models: Path, tmp_path: Path, hands: Path) -> None:
    weights = tiny_models / "tiny-resnet18" / "weights.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    try:
        code, rows = run("models", "list")
        assert code == 1 and next(row for row in rows if row["name"] == "tiny-resnet18")["status"] == "altered"
        code, document = run("screen", str(hands), "--out", str(tmp_path / "t.csv"))
        assert (code, document["error"]["kind"]) == (3, "model_rejected")
    finally:
        weights.write_bytes(whole)


def test_backup_and_restore(run: Run, hands: Path, tmp_path: Path) -> None:
    open_case(run)
    run("receive", "PM-1", str(hands))
    code, made = run("backup", str(tmp_path / "saved.zip"))
    assert (code, made["backup"]) == (0, str(tmp_path / "saved.zip"))
    assert made["sha256"] == hashlib.sha256((tmp_path / "saved.zip").read_bytes()).hexdigest()
    assert run("restore", str(tmp_path / "saved.zip"), "--casebook", str(tmp_path / "again"))[0] == 0
    assert run("verify", "PM-1", "--casebook", str(tmp_path / "again"))[0] == 0
    assert run("restore", str(tmp_path / "saved.zip"), "--casebook", str(tmp_path / "again"))[0] == 3


def test_a_backup_of_what_was_altered_is_restored_and_says_so(run: Run, hands: Path, tmp_path: Path) -> None:
    open_case(run)
    run("receive", "PM-1", str(hands / "a.dcm"))
    original = next(path for path in (tmp_path / "book" / "originals").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(original.read_bytes() + b"x")
    run("backup", str(tmp_path / "saved.zip"))
    code, document = run("restore", str(tmp_path / "saved.zip"), "--casebook", str(tmp_path / "again"))
    assert (code, document["restored"]) == (1, str(tmp_path / "again"))
    assert [each["check"] for each in document["findings"] if each["result"] == "failed"] == ["originals"]


def test_a_table_is_replaced_with_yes_only(run: Run, hands: Path, tmp_path: Path) -> None:
    open_case(run)
    run("receive", "PM-1", str(hands / "a.dcm"))
    out = tmp_path / "t.csv"
    out.write_text("mine", encoding="utf-8")
    (tmp_path / "evaluation.json").write_text("mine", encoding="utf-8")
    (tmp_path / "comparison.json").write_text("mine", encoding="utf-8")
    for command in (
        ("export", "PM-1", "--out", str(out)),
        ("screen", str(hands), "--out", str(out)),
        ("evaluate", "tiny-resnet18", "--data", str(out), "--out", str(tmp_path)),
        ("compare", "tiny-resnet18", "tiny-resnet18", "--data", str(out), "--out", str(tmp_path)),
    ):
        code, document = run(*command)
        assert (code, document["error"]["kind"]) == (3, "case_conflict")
        assert "--yes" in document["error"]["remedy"]
    assert {file.read_text(encoding="utf-8") for file in (out, tmp_path / "evaluation.json", tmp_path / "comparison.json")} == {"mine"}
    assert run("export", "PM-1", "--out", str(out), "--yes")[0] == 0
    (tmp_path / "empty.csv").touch()  # a name that another program has only reserved
    assert run("export", "PM-1", "--out", str(tmp_path / "empty.csv"))[0] == 0
    assert out.read_text(encoding="utf-8").startswith("number,kind")
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_without_a_screen_the_window_says_so_and_the_demonstration_is_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    code, document = run("window")
    assert (code, document["error"]["kind"]) == (3, "window_unavailable")
    with pytest.raises(WindowUnavailable, match="no screen"):
        window.show(Path("nowhere"))


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise on Windows")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_after_the_current_item_with_130(run: Run, tmp_path: Path, sent: signal.Signals) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(60):
        Image.fromarray(np.full((1500, 1500), number, np.uint8)).save(many / f"{number:03}.png")
    open_case(run)
    command = [sys.executable, "-m", "forensix", "--casebook", str(tmp_path / "book"), "receive", "PM-1", str(many)]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    assert child.stderr is not None
    for line in child.stderr:
        if "receiving" in line:
            break
    child.send_signal(sent)
    child.stderr.read()
    child.stderr.close()
    assert child.wait(PATIENCE_S) == 130
    assert run("verify", "--all")[0] == 0


def test_a_radiograph_in_the_wrong_case_is_put_right(run: Run, hands: Path) -> None:
    open_case(run)
    open_case(run, "PM-2")
    item = run("receive", "PM-1", str(hands / "a.dcm"), "--condition", "burnt")[1]["items"][0]["radiograph"]
    correct = ("correct", "radiograph", item[:8], "--reason", "bags swapped", "--set")
    code, document = run(*correct, "case=PM-3")
    assert (code, document["error"]["kind"]) == (3, "case_conflict")
    assert "forensix case open PM-3" in document["error"]["remedy"]
    code, document = run(*correct, "case=PM-2")
    told = ("corrected", "key", "value", "from_number", "number", "specimen", "put_back", "seen", "report_version", "may_report")
    assert code == 0
    assert [document[key] for key in told] == [item[:8], "case", "PM-2", "PM-1", "PM-2", "left hand", False, [], 0, False]
    there = document["radiograph"]
    old, new = run("case", "show", "PM-1")[1], run("case", "show", "PM-2")[1]
    assert (old["status"], old["radiographs"], [one["id"] for one in old["withdrawn"]]) == ("opened", [], [item])
    withdrawn = old["withdrawn"][0]["withdrawn"]
    assert (withdrawn["to_case"], withdrawn["radiograph"], withdrawn["reason"], withdrawn["by"]) == ("PM-2", there, "bags swapped", "Anna")
    assert ([one["id"] for one in new["radiographs"]], new["withdrawn"]) == ([there], [])
    code, document = run(*correct, "case=PM-2")
    assert (code, document["error"]["message"][:35]) == (3, "a.dcm was withdrawn from case PM-1,")
    assert run("verify", "--all")[0] == 0


def test_the_numbers_of_what_was_not_evaluated_are_an_exhibit_and_no_posterior() -> None:
    estimate = {"outcome": "indeterminate", "reason": "threshold", "log10_lr": 0.9, "probability_male": 0.89, "prior_male": 0.5}
    assert "log10 LR +0.90, posterior of male 0.89 at prior 0.50" in casework.estimate_line({"estimate": estimate})
    said = casework.estimate_line({"estimate": estimate | {"outcome": "not_evaluated", "reason": "atypical"}})
    assert said == "sex estimate not evaluated (atypical); as an exhibit only: log10 LR +0.90"
