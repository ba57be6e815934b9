"""The commands of identities, as a site uses them, and what they refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forensix import cli
from forensix.casebook.casebook import Casebook
from tests.identity.test_outside import Elsewhere, made

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with --json; its exit code and document. `site`, `ada` and `ben` are passphrase files."""
    monkeypatch.delenv("FORENSIX_CASEBOOK", raising=False)
    file = tmp_path / "settings.toml"
    file.write_text('casebook = "book"\n', encoding="utf-8")
    for name in ("site", "ada", "ben"):
        (tmp_path / name).write_text(f"{name} has a passphrase\n", encoding="utf-8")

    def call(*arguments: str) -> tuple[int, Any]:
        code = cli.main(["--settings", str(file), *arguments, "--json"])
        out = capsys.readouterr().out
        return code, json.loads(out) if out else None

    monkeypatch.chdir(tmp_path)
    return call


SITE = ("--authority-passphrase-file", "site")


def test_a_site_from_its_first_identity_to_a_revocation(run: Run, tmp_path: Path) -> None:
    code, ada = run("identity", "new", "Dr Ada", "--passphrase-file", "ada", *SITE, "--site", "Site", "--time-stamp-service")
    assert (code, ada["time_stamp_service"]) == (0, True)
    code, ben = run("identity", "new", "Dr Ben", "--role", "reviewer", "--passphrase-file", "ben", *SITE)
    assert (code, ben["time_stamp_service"]) == (0, True)
    assert run("identity", "new", "Dr Cid", "--passphrase-file", "ben")[0] == 3  # not the authority's passphrase
    code, chosen = run("identity", "use", ada["identity"])
    assert (code, chosen["name"]) == (0, "Dr Ada")
    code, renewed = run("identity", "renew", ben["identity"], "--passphrase-file", "ben", *SITE)
    assert code == 0
    code, rows = run("identity", "list")
    assert [(row["name"], row["status"], row["role"]) for row in rows] == [
        ("Dr Ada", "valid", "examiner"),
        ("Dr Ben", "valid", "reviewer"),
    ]
    assert run("identity", "revoke", renewed["identity"], "--passphrase-file", "site")[0] == 0
    assert run("identity", "revoke", rows[0]["certificate_serial"], "--passphrase-file", "ada")[0] == 3
    assert run("identity", "revoke", "zz", "--passphrase-file", "site")[0] == 3
    assert run("identity", "renew", "--passphrase-file", "site")[0] == 0
    assert {row["name"]: row["status"] for row in run("identity", "list")[1]} == {"Dr Ada": "valid", "Dr Ben": "revoked"}
    copies = sorted(path.name for path in (tmp_path / "book" / "identities" / "time-stamps").iterdir())
    assert copies == sorted([f"{rows[0]['certificate_serial']}.p12", "authority.p12"])  # the revoked one's copy is gone
    kinds = [event.kind for event in Casebook.open(tmp_path / "book").events()]
    assert [kind for kind in kinds if kind.startswith("identity")] == [
        "identity_issued",
        "identity_issued",
        "identity_renewed",
        "identity_revoked",
    ]
    assert run("verify", "--all")[0] == 0


def test_no_passphrase_is_in_the_casebook_or_the_settings(run: Run, tmp_path: Path) -> None:
    _, ada = run("identity", "new", "Dr Ada", "--passphrase-file", "ada", *SITE, "--time-stamp-service")
    assert run("identity", "use", ada["identity"])[0] == 0
    assert run("case", "open", "PM-1", "--incident", "Flood", "--passphrase-file", "ada")[0] == 0
    kept = [path for path in [*(tmp_path / "book").rglob("*"), tmp_path / "settings.toml"] if path.is_file()]
    assert len(kept) > 6
    assert [path.name for path in kept if b"has a passphrase" in path.read_bytes()] == []


def test_who_cannot_sign_still_acts_with_a_key(run: Run, tmp_path: Path) -> None:
    _, vera = run("identity", "new", "Vera Administrator", "--role", "administrator", "--passphrase-file", "ada")
    by = ("--identity", vera["identity"], "--passphrase-file", "ada")
    assert run("case", "open", "PM-1", "--incident", "Flood", *by)[0] == 0
    assert Casebook.open(tmp_path / "book").events()[-1].actor_proof == "key"
    code, refused = run("report", "PM-1", *by)
    assert (code, "administrator may not report" in refused["error"]["message"]) == (3, True)


def test_the_time_stamp_service_is_switched_on_later_and_handed_over(run: Run) -> None:
    code, ada = run("identity", "new", "Dr Ada", "--passphrase-file", "ada", *SITE)
    assert (code, ada["time_stamp_service"]) == (0, False)
    code, said = run("identity", "time-stamps", ada["identity"], "--passphrase-file", "ada", *SITE)
    assert (code, said["handed_to"]) == (0, ada["identity"])
    assert run("identity", "time-stamps", "--passphrase-file", "site")[1]["time_stamp_service"] == said["time_stamp_service"]
    assert run("identity", "time-stamps", ada["identity"], "--passphrase-file", "ben", *SITE)[0] == 3


def test_an_identity_from_outside_is_taken_in_by_acts(run: Run, tmp_path: Path) -> None:
    run("identity", "new", "Dr Ada", "--passphrase-file", "ada", *SITE)
    there = tmp_path / "there"
    there.mkdir()
    elsewhere: Elsewhere = made(there, "Dr Chen Waters")
    (tmp_path / "own").write_text("own pass\n", encoding="utf-8")
    take = ("identity", "use", str(elsewhere.file), "--role", "reviewer", "--passphrase-file", "own")
    code, refused = run(*take)
    assert (code, "not trusted here" in refused["error"]["message"]) == (3, True)
    code, trusted = run("identity", "trust", str(elsewhere.root))
    assert (code, trusted["revocation_list"]) == (0, False)
    code, trusted = run("identity", "trust", str(elsewhere.root), "--crl", str(elsewhere.crl))
    assert (code, trusted["revocation_list"]) == (0, True)
    code, taken = run(
        "identity", "use", str(tmp_path / "book" / "identities" / "own.p12"), "--role", "reviewer", "--passphrase-file", "own"
    )
    assert (code, taken["name"]) == (0, "Dr Chen Waters")
    assert ("Dr Chen Waters", "reviewer") in {(row["name"], row["role"]) for row in run("identity", "list")[1]}


@pytest.mark.parametrize(
    "arguments",
    [
        ("identity", "use", "none.p12"),
        ("identity", "new", "Dr Ada", "--pkcs11", "m.so", "--token", "t", "--passphrase-file", "ada"),
        ("identity", "time-stamps", "a.card"),
        ("identity", "trust", "none.pem"),
        ("identity", "list", "--casebook", "nowhere", "--passphrase-file", "none", "--identity", "none.p12"),
    ],
)
def test_what_cannot_be_done_says_why(run: Run, arguments: tuple[str, ...]) -> None:
    code, document = run(*arguments)
    if arguments[1] == "list":
        assert (code, document) == (0, [])
    else:
        assert code == 3 and document["error"]["message"] and document["error"]["remedy"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("identity", "use"),
        ("identity", "use", "a.p12", "--pkcs11", "m.so", "--token", "t"),
        ("identity", "use", "--pkcs11", "m.so"),
        ("clock", "--compare", "GPS", "--ahead", "1"),
    ],
)
def test_what_is_half_said_is_wrong_arguments(run: Run, arguments: tuple[str, ...]) -> None:
    code, document = run(*arguments)
    assert (code, document["error"]["kind"]) == (2, "wrong_arguments") and document["error"]["remedy"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("identity", "renew"),
        ("identity", "revoke", "zz"),
        ("identity", "time-stamps"),
        ("identity", "use", "none.p12"),
        ("identity", "list"),
        ("casebook", "new"),
        ("case", "list"),
        ("restore", "none.zip"),
    ],
)
def test_every_command_says_which_casebook_it_uses(arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pass").write_text("site has a passphrase\n", encoding="utf-8")
    cli.main([*arguments, "--casebook", str(tmp_path / "book"), "--passphrase-file", str(tmp_path / "pass")])
    assert capsys.readouterr().err.count(f"casebook: {tmp_path / 'book'}\n") == 1


def test_a_wrong_clock_is_confirmed_with_a_reason(run: Run, tmp_path: Path) -> None:
    run("case", "open", "PM-1", "--incident", "Flood")
    assert run("clock", "--confirm", "compared with the radio clock")[0] == 0
    assert run("clock", "--confirm", " ")[0] == 3
    assert Casebook.open(tmp_path / "book").events()[-1].kind == "clock_confirmed"
