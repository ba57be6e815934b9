"""The commands around casework: models, screening, backups, the doctor, the demonstration."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from forensix.commands.answer import DONE, FOUND, Answer, Call, WrongArguments, given_paths, require_new
from forensix.domain.errors import CaseConflict, ModelRejected
from forensix.domain.plain import plain


def models_list(call: Call) -> Answer:
    from forensix.inference.model_card import find_models

    rows = [model.as_row() for model in find_models(call.settings.model_folders())]
    lines = [f"{'*' if row['default'] else ' '} {row['name']:<32} {row['status']:<11} {row['backbone'] or ''}" for row in rows]
    return Answer(rows, tuple(lines), DONE if all(row["status"] == "ok" for row in rows) else FOUND)


def models_show(call: Call) -> Answer:
    from forensix.inference.model_card import choose, find_models

    model = choose(find_models(call.settings.model_folders()), call.arguments.name or "")
    if model.card is None:
        raise model.error or ModelRejected(f"The card of {model.name} cannot be read.", "Install the bundle again.", model.name)
    document = model.as_row() | {"card": plain(dict(model.card.tables)), "evaluation": plain(dict(model.card.evaluation))}
    lines = json.dumps(document["card"], ensure_ascii=False, indent=2, default=str).splitlines()
    return Answer(document, tuple(lines))


def models_check(call: Call) -> Answer:
    """Hashes, completeness and the self-test on phantoms."""
    from forensix.inference.model_card import choose, find_models
    from forensix.laboratory.networks import Networks

    model = choose(find_models(call.settings.model_folders()), call.arguments.name or "")
    row = model.as_row()
    if model.error is not None:
        return Answer(row | {"self_test": "not run", "error": model.error.as_dict()}, (f"{model.name}: {model.error.message}",), FOUND)
    try:
        Networks(call.settings).estimator(model.name, "cpu")
    except ModelRejected as error:
        return Answer(row | {"self_test": "failed", "error": error.as_dict()}, (f"{model.name}: {error.message}",), FOUND)
    return Answer(row | {"self_test": "passed"}, (f"{model.name}: complete, unaltered, self-test passed.",))


def models_add(call: Call) -> Answer:
    """Copy a bundle to the user's models after it has passed every check where it lies."""
    import shutil

    from forensix.inference.model_card import ModelCard

    folder = Path(call.arguments.folder)
    ModelCard.load(folder)  # what is no bundle is told before torch is loaded

    from forensix.imaging import phantom
    from forensix.inference.estimator import Estimator

    target = call.settings.added_models / folder.resolve().name
    if target.exists():
        raise CaseConflict(f"There is already a model {target.name}.", "Give the bundle another name.", target.name)
    Estimator.load(folder, "cpu", call.settings.threads).self_test(phantom.hand)
    unfinished = target.with_name(f".{target.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(folder, unfinished)
    unfinished.rename(target)
    return Answer({"added": target.name, "folder": str(target)}, (f"Added {target.name}.",))


def screen(call: Call) -> Answer:
    """The table holds the rows so far when the work is cancelled or fails; where there are none, it is not written."""
    from forensix import screening

    given, paths, out = call.arguments, given_paths(call), Path(call.arguments.out)
    if given.address and given.engine != "ray":
        raise WrongArguments("--address is that of a Ray cluster.", "Give --engine ray with it.", given.address)
    screening.check(out)
    require_new(call, out)
    heatmaps = Path(given.heatmaps) if given.heatmaps else None
    if heatmaps:
        heatmaps.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = []
    screened = _screened(call, paths, heatmaps)
    try:
        for row in screened:
            rows.append(row)  # one by one: those before a cancel are kept
    except BaseException:
        if rows:
            screening.write(rows, out)
        raise
    screening.write(rows, out)
    refused = sum(row["status"] == "refused" for row in rows)
    document = {"rows": len(rows), "refused": refused, "out": str(out)}
    return Answer(document, (f"{len(rows)} rows, {refused} refused: {out}",), FOUND if refused else DONE)


def _screened(call: Call, paths: list[Path], heatmaps: Path | None) -> Iterator[dict[str, Any]]:
    """The rows, from this process or from a cluster."""
    from forensix import screening
    from forensix.laboratory.networks import Networks

    given, chosen, networks = call.arguments, call.settings, Networks(call.settings)
    rule = screening.Rule(chosen.prior_male, chosen.threshold, chosen.saliency, drawn=heatmaps is not None)
    if given.engine == "ray":
        from forensix import screening_cluster as cluster

        network = cluster.Network(networks.folder(given.model or "").resolve(), given.device or chosen.device, chosen.threads)
        return cluster.screen(paths, network, rule, address=given.address, heatmaps=heatmaps, progress=call.progress)
    estimator = networks.estimator(given.model or "", given.device or "")
    return screening.screen(paths, estimator, rule, heatmaps=heatmaps, progress=call.progress)


def backup(call: Call) -> Answer:
    file = Path(call.arguments.file)
    with call.laboratory() as laboratory:
        made = laboratory.backup(file, call.progress)
    return Answer({"backup": str(file)} | plain(made), (f"Backed up to {file}", f"SHA-256 {made.sha256}"))


def restore(call: Call) -> Answer:
    from forensix.casebook.backup import restore as run

    folder = call.told_casebook()
    findings = run(Path(call.arguments.file), folder, progress=call.progress)
    failed = [f"{each.result:<6} {each.check}: {each.meaning} [{each.subject}]" for each in findings if each.result == "failed"]
    lines = (f"Restored and checked: {folder}", *failed)
    return Answer({"restored": str(folder), "findings": plain(findings)}, lines, FOUND if failed else DONE)


def doctor(call: Call) -> Answer:
    from forensix.laboratory.doctor import checks

    made = checks(replace(call.settings, casebook=call.told_casebook()))
    document = [plain(check) for check in made]
    lines = [f"{row['result']:<6} {row['name']}: {row['found']} {row['remedy']}".rstrip() for row in document]
    return Answer(document, tuple(lines), FOUND if any(row["result"] == "failed" for row in document) else DONE)


def demo(call: Call) -> Answer:
    from forensix import demo as demonstration

    given = call.arguments
    shown = demonstration.run(Path(given.folder) if given.folder else None, call.settings, progress=call.progress)
    document = {"casebook": str(shown.casebook), "case": shown.case, "report": str(shown.report), "verified": shown.verified}
    return Answer(document, shown.lines, DONE if shown.verified else FOUND)
