"""The command line: the verbs as commands, their arguments, and exit codes."""

from __future__ import annotations

import argparse
import importlib
import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from forensix import __version__, settings, terminal
from forensix.commands import training
from forensix.commands.answer import Answer, Call, WrongArguments
from forensix.domain.errors import Cancelled, ForensixError
from forensix.domain.refusal import refusal_of_the_system

WRONG_ARGUMENTS, EXPECTED, BUG, CANCELLED = 2, 3, 70, 130
HEATMAPS = ("eigen_cam", "grad_cam", "grad_cam_plus_plus", "hires_cam", "layer_cam", "occlusion", "score_cam")
OBSERVED = {"indeterminate": "cannot_be_told", "cannot-be-told": "cannot_be_told", "cannot be told from this radiograph": "cannot_be_told"}


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns
    -------
    int
        0 done; 1 done, and something was found; 2 wrong arguments; 3 an expected failure; 70 a bug; 130 cancelled.
    """
    terminal.make_ready()
    try:
        return _run(arguments)
    except OSError as error:  # of stdout; every other is told by `_run`
        terminal.tell(f"The answer could not be written: {error.strerror or error}.")
        return EXPECTED


def _run(arguments: Sequence[str]) -> int:
    as_json = "--json" in arguments
    try:
        given = parser().parse_args(arguments)
        as_json = getattr(given, "json", False)
        with terminal.Progress() as progress:
            named = getattr(given, "settings", None)
            call = Call(given, settings.load(Path(named) if named else None), terminal.tell, progress.step)
            with _cancelled_by_signals(call):
                answer = _command(given.run)(call)
    except ForensixError as error:
        return _failed(error, as_json=as_json)
    except (Cancelled, KeyboardInterrupt):
        terminal.tell("cancelled")
        if as_json:
            terminal.document({"error": {"kind": "cancelled", "message": "Cancelled.", "remedy": "What was done stays.", "subject": ""}})
        return CANCELLED
    except Exception as error:
        refused = refusal_of_the_system(error)
        return _failed(refused, as_json=as_json) if refused else _bug(as_json=as_json)
    if as_json:
        terminal.document(answer.document)
    else:
        terminal.answer(answer.lines)
    return _after(given, answer, as_json=as_json)


def _command(name: str) -> Any:
    """The function of "module.function" under forensix.commands; imported only now, so that each command loads only what it needs."""
    module, function = name.split(".")
    return getattr(importlib.import_module(f"forensix.commands.{module}"), function)


def _after(given: argparse.Namespace, answer: Answer, *, as_json: bool) -> int:
    """The demonstration goes on in the window, where one can open; where not, it has still been done."""
    if given.run == "upkeep.demo" and not given.headless and not as_json:
        from forensix.commands import window

        try:
            window.show(Path(answer.document["casebook"]))
        except ForensixError as error:
            terminal.tell(f"{error.message} {error.remedy}")
    return answer.code


@contextmanager
def _cancelled_by_signals(call: Call) -> Iterator[None]:
    """The first interrupt, or request to end, lets the current item finish; the second stops at once."""

    def note(number: int, frame: FrameType | None) -> None:
        if call.cancelled:
            raise KeyboardInterrupt
        call.cancelled = True
        terminal.tell("cancelling after the current item; once more stops at once")

    signal.signal(signal.SIGINT, note)
    if call.arguments.run == "window.window":  # it has no items, and goes when it is told to
        yield
        return
    before = signal.signal(signal.SIGTERM, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _failed(error: ForensixError, *, as_json: bool) -> int:
    if as_json:
        terminal.document({"error": error.as_dict()})
    else:
        terminal.tell(f"{error.message} {error.remedy}".strip())
    return WRONG_ARGUMENTS if isinstance(error, WrongArguments) else EXPECTED


def _bug(*, as_json: bool) -> int:
    report = traceback.format_exc().strip().splitlines()
    if as_json:
        remedy = "Report this as a fault, with what stands on stderr."
        terminal.document({"error": {"kind": "bug", "message": report[-1], "remedy": remedy, "subject": ""}})
    for line in (f"This is a fault of forensix {__version__}; please report it with these lines:", *report):
        terminal.tell(line)
    return BUG


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments as every command says what it could not do."""

    def error(self, message: str) -> NoReturn:
        raise WrongArguments(f"{message[:1].upper()}{message[1:]}.", f"`{self.prog} --help` says what it takes.", self.prog)


def parser() -> argparse.ArgumentParser:
    """The whole command line; the global options may stand before or after the verb."""
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--casebook", metavar="FOLDER", help="the casebook folder")
    everywhere.add_argument("--settings", metavar="FILE", help="a settings file in TOML")
    everywhere.add_argument("--json", action="store_true", help="one JSON document on stdout")
    everywhere.add_argument("--yes", action="store_true", help="replace a table, evaluation or comparison that is there already")
    everywhere.add_argument("--identity", metavar="FILE.p12", help="who acts")
    everywhere.add_argument("--passphrase-file", metavar="FILE", help="the first line is the passphrase; - is stdin")
    top = _Parser(prog="forensix", description="Sex estimation from hand radiographs, offline.", parents=[everywhere])
    top.add_argument("--version", action="version", version=f"forensix {__version__}")
    verbs = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _casework(_Verbs(verbs, everywhere))
    _identities(_Verbs(verbs, everywhere))
    _upkeep(_Verbs(verbs, everywhere))
    return top


class _Verbs:
    """Adds commands that share the global options and name the function that runs them."""

    def __init__(self, verbs: Any, everywhere: argparse.ArgumentParser) -> None:
        self._verbs, self._everywhere = verbs, everywhere

    def add(self, name: str, run: str, help_: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = self._verbs.add_parser(name, help=help_, description=help_, parents=[self._everywhere])
        command.set_defaults(run=run)
        return command

    def group(self, name: str, help_: str) -> _Verbs:
        inner: argparse.ArgumentParser = self._verbs.add_parser(name, help=help_, description=help_, parents=[self._everywhere])
        return _Verbs(inner.add_subparsers(required=True, metavar="COMMAND"), self._everywhere)


def _observed(word: str) -> str:
    known = {"male", "female", "cannot_be_told"}
    chosen = OBSERVED.get(word, word)
    if chosen not in known:
        raise argparse.ArgumentTypeError(f"give one of {', '.join(sorted(known))}")
    return chosen


def _method(word: str) -> str:
    return word.replace("-", "_")


def _casework(verbs: _Verbs) -> None:
    _opening(verbs)
    _judging(verbs)
    report = verbs.add("report", "casework.report", "issue the signed report on a case's conclusions")
    report.add_argument("case")
    countersign = verbs.add("countersign", "casework.countersign", "sign a report's reviewer field with another person's key")
    countersign.add_argument("report", metavar="REPORT.pdf")
    verify = verbs.add("verify", "casework.verify", "check a case, a report file, or everything")
    verify.add_argument("target", nargs="?", metavar="CASE | REPORT.pdf")
    verify.add_argument("--all", action="store_true")
    verify.add_argument("--trust", action="append", metavar="ROOT.pem")
    verify.add_argument("--crl", action="append", metavar="LIST.pem", help="the authority's revocation list, where no casebook is at hand")
    verify.add_argument("--replay", action="store_true", help="run the network again and compare")
    disclose = verbs.add("disclose", "disclosing.disclose", "one case for the other side, in one zip that checks itself")
    disclose.add_argument("case")
    disclose.add_argument("--out", required=True, metavar="FILE.zip")
    disclose.add_argument("--hashes-only", action="store_true", help="the originals' hashes instead of the originals")
    disclose.add_argument("--to", default="", metavar="RECIPIENT", help="for whom it is made; the custody log keeps it")
    disclose.add_argument("--sign", action="store_true", help="sign the manifest, and so the custody log, with your identity")
    export = verbs.add("export", "casework.export", "write a case or an incident as a table, or a case as DICOM")
    export.add_argument("subject", metavar="CASE | INCIDENT")
    export.add_argument("--out", required=True, metavar="FILE.csv | FILE.json | FILE.dcm")
    told = "for .dcm: de-identified copies, the estimate (unless told, and not checked), or the heatmap"
    export.add_argument("--as", dest="form", choices=("original", "sr", "overlay"), help=told)
    export.add_argument("--burned-in-checked", action="store_true", help="you have looked: nothing in a picture tells whose it is")


def _opening(verbs: _Verbs) -> None:
    case = verbs.group("case", "open, list and show cases")
    opened = case.add("open", "casework.case_open", "open a case; a casebook is made if there is none")
    opened.add_argument("number")
    opened.add_argument("--incident", required=True)
    opened.add_argument("--kind", choices=("pm", "am"), default="pm")
    opened.add_argument("--agency", default="")
    opened.add_argument("--requester", default="")
    case.add("list", "casework.case_list", "all cases")
    case.add("show", "casework.case_show", "one case with its radiographs, runs and reports").add_argument("number")
    scheme = case.add("scheme", "records.case_scheme", "show or set the scheme that an incident's case numbers follow")
    scheme.add_argument("incident")
    scheme.add_argument("masks", nargs="*", metavar="MASK", help="for example PM-####: # a digit, @ a capital letter, + one or more")
    made = verbs.group("casebook", "make a casebook").add("new", "casework.casebook_new", "make a casebook and fix its settings")
    made.add_argument("--not-blind", action="store_true", help="show estimates before the examiner's own observation")
    made.add_argument("--synthetic", action="store_true", help="for made-up radiographs only; every estimate is marked")
    receive = verbs.add("receive", "casework.receive", "take files, folders, zips and DICOMDIRs into custody")
    receive.add_argument("case", help="the case's number; with --each what every number begins with, '' for nothing")
    receive.add_argument("paths", nargs="+", metavar="PATH")
    receive.add_argument("--specimen", default="", metavar="LABEL")
    receive.add_argument("--side", choices=("left", "right", "unknown"))
    receive.add_argument("--view", default="")
    receive.add_argument("--condition", default="", metavar="TEXT", help="of a new specimen: complete, burnt, ...")
    receive.add_argument("--each", choices=("file", "folder"), help="each into a case of its own, named like the file or its folder")
    receive.add_argument("--incident", default="", help="of the cases that --each opens")
    receive.add_argument("--kind", choices=("pm", "am"), default="pm", help="of the cases that --each opens")
    receive.add_argument("--agency", default="")
    receive.add_argument("--requester", default="")
    correct = verbs.add("correct", "casework.correct", "correct a value by a new row, with the reason")
    correct.add_argument("kind", choices=("radiograph", "case"))
    correct.add_argument("id")
    correct.add_argument(
        "--set", required=True, metavar="KEY=VALUE", help="number, kind, requester, agency; side, view, specimen, condition, element, case"
    )
    correct.add_argument("--reason", required=True)


def _judging(verbs: _Verbs) -> None:
    observe = verbs.add("observe", "casework.observe", "lock your own observation of a radiograph")
    observe.add_argument("radiograph")
    observe.add_argument("--outcome", type=_observed, default="cannot_be_told", help="male, female or cannot_be_told (the default)")
    observe.add_argument("--features", default="")
    observe.add_argument("--certainty", default="")
    verbs.add("reveal", "casework.reveal", "show the estimate of a radiograph that you have observed").add_argument("radiograph")
    examine = verbs.add("examine", "casework.examine", "run the network on a case's radiographs")
    examine.add_argument("case", nargs="?")
    examine.add_argument("--all", action="store_true")
    _network(examine)
    examine.add_argument("--saliency", type=_method, choices=HEATMAPS, help="the heatmap's method")
    checks = examine.add_mutually_exclusive_group()
    checks.add_argument("--heatmap-checks", action="store_true", help="check each heatmap now, not when it is opened or goes into a report")
    checks.add_argument("--no-heatmap-checks", action="store_true", help="as if neither were given")
    examine.add_argument("--again", metavar="REASON", help="examine again what has been examined")
    explain = verbs.add("explain", "explaining.explain", "further heatmaps of an examination, with their checks")
    explain.add_argument("examination")
    explain.add_argument("--explains", action="append", choices=("male", "female", "age"), help="may be repeated; both sexes unless told")
    explain.add_argument("--method", type=_method, choices=HEATMAPS)
    explain.add_argument("--layer", help="the network's last one with a place unless told")
    explain.add_argument("--no-checks", action="store_true")
    conclude = verbs.add("conclude", "casework.conclude", "record your opinion on an examination")
    conclude.add_argument("examination")
    conclude.add_argument("--outcome", choices=("male", "female", "indeterminate", "not_evaluated"), required=True)
    conclude.add_argument("--basis", required=True)
    review = verbs.add("review", "casework.review", "agree with or dissent from another examiner's conclusions")
    review.add_argument("case")
    answer = review.add_mutually_exclusive_group(required=True)
    answer.add_argument("--agree", action="store_true")
    answer.add_argument("--dissent", metavar="TEXT")
    answer.add_argument("--blank-checklist", metavar="FILE.toml", help="write the check list that is to be filled in, and nothing else")
    review.add_argument("--checklist", metavar="FILE", help="the filled-in check list")


def _network(command: argparse.ArgumentParser) -> None:
    command.add_argument("--model", metavar="NAME")
    command.add_argument("--device", choices=settings.DEVICES)


def _identities(verbs: _Verbs) -> None:
    identity = verbs.group("identity", "signing identities and the site's authority")
    new = identity.add("new", "identities.new", "make a person's identity; the first one makes the site's authority")
    new.add_argument("name")
    new.add_argument("--role", choices=("examiner", "reviewer", "administrator", "auditor"), default="examiner")
    new.add_argument("--qualification", default="")
    new.add_argument("--site", default="", help="the site's name on its root certificate")
    identity.add("list", "identities.list_all", "the identities of this casebook")
    use = identity.add("use", "identities.use", "choose who acts when no identity is named: a file, or a card")
    use.add_argument("file", nargs="?", metavar="FILE.p12")
    use.add_argument("--role", choices=("examiner", "reviewer"), help="of an identity from outside, whose certificate names none")
    use.add_argument("--qualification", default="")
    new.add_argument("--time-stamp-service", action="store_true", help="make the site's time-stamp service too: reports become PAdES B-LTA")
    for command in (new, use):
        command.add_argument("--pkcs11", metavar="MODULE", help="the PKCS#11 library of a smart card")
        command.add_argument("--token", metavar="LABEL", help="the card's label")
        command.add_argument("--key", metavar="LABEL", help="the key's label, where the card holds several")
    renew = identity.add("renew", "identities.renew", "renew an identity, or the revocation list alone")
    renew.add_argument("file", nargs="?", metavar="FILE.p12")
    revoke = identity.add("revoke", "identities.revoke", "put a certificate on the revocation list, for good")
    revoke.add_argument("serial", metavar="SERIAL | FILE.p12")
    trust = identity.add("trust", "identities.trust", "trust another authority's root, by an act recorded in custody")
    trust.add_argument("root", metavar="ROOT.pem")
    trust.add_argument("--crl", metavar="FILE", help="its revocation list; nobody signs under this authority without")
    stamps = identity.add("time-stamps", "identities.time_stamps", "switch the site's time-stamp service on, and hand it to a signer")
    stamps.add_argument("file", nargs="?", metavar="FILE.p12")
    clock = verbs.add("clock", "records.clock", "record a comparison of the clock, or that it is right after it was wrong")
    about = clock.add_mutually_exclusive_group(required=True)
    about.add_argument("--compare", metavar="REFERENCE", help="the clock that you compared it with; reports print the comparison")
    about.add_argument("--confirm", metavar="REASON", help="it is right now, though acts are recorded at later times")
    clock.add_argument("--ahead", type=float, metavar="SECONDS", help="this computer's clock is ahead by; negative: behind")
    clock.add_argument("--within", type=float, metavar="SECONDS", help="how near that is known")
    for command in (new, renew, revoke, stamps):
        command.add_argument("--authority-passphrase-file", metavar="FILE", help="if the authority has another passphrase")


def _upkeep(verbs: _Verbs) -> None:
    demo = verbs.add("demo", "upkeep.demo", "the whole job on made-up radiographs")
    demo.add_argument("--headless", action="store_true", help="do not open the window")
    demo.add_argument("--folder", metavar="DIR")
    models = verbs.group("models", "the networks at hand")
    models.add("list", "upkeep.models_list", "all bundles and whether they are sound")
    models.add("show", "upkeep.models_show", "a bundle's card").add_argument("name", nargs="?")
    models.add("check", "upkeep.models_check", "a bundle's hashes and self-test").add_argument("name", nargs="?")
    models.add("add", "upkeep.models_add", "add a trained bundle").add_argument("folder")
    screen = verbs.add("screen", "upkeep.screen", "a table of estimates for many files, without a casebook")
    screen.add_argument("paths", nargs="+", metavar="PATH")
    screen.add_argument("--out", required=True, metavar="TABLE.csv | .jsonl | .parquet")
    screen.add_argument("--heatmaps", metavar="FOLDER")
    screen.add_argument("--engine", choices=("local", "ray"), default="local", help="this computer, or a Ray cluster")
    screen.add_argument("--address", default="", help="of the Ray cluster; one of this computer alone unless told")
    _network(screen)
    training.add_arguments(verbs.add("train", "training.train", "train a recipe"))
    _validating(verbs)
    verbs.add("backup", "upkeep.backup", "the whole casebook in one file").add_argument("file")
    verbs.add("restore", "upkeep.restore", "a casebook folder from a backup").add_argument("file")
    verbs.add("window", "window.window", "the window, as without any command; --casebook names what it opens")
    verbs.add("doctor", "upkeep.doctor", "is this machine ready")


def _validating(verbs: _Verbs) -> None:
    evaluate = verbs.add("evaluate", "validating.evaluate", "measure a model on labelled radiographs")
    evaluate.add_argument("model")
    evaluate.add_argument("--site", metavar="NAME", help="make the signed record of this site's own validation; needs --identity")
    evaluate.add_argument("--shortcuts", action="store_true", help="also read them masked and as twins: what else than the hand is read")
    evaluate.add_argument("--limit", type=int, metavar="N", help="radiographs of the shortcut tests at the most; 100 unless told")
    compare = verbs.add("compare", "validating.compare", "compare models on the same labelled radiographs")
    compare.add_argument("models", nargs="+", metavar="MODEL")
    for command in (evaluate, compare):
        command.add_argument("--data", required=True, metavar="MANIFEST")
        command.add_argument("--out", required=True, metavar="FOLDER")
        command.add_argument("--part", choices=("train", "validation", "calibration", "test"), help="of the model's own split, no more")
    site = verbs.group("site", "records of this site's own validation of a model")
    site.add("add", "validating.site_add", "check a signed site record and keep it in the casebook").add_argument("folder")
    site.add("list", "validating.site_list", "the site records, and which one is in use")
    site.add("use", "validating.site_use", "make estimates under a site record from now on; none ends that").add_argument("name")
