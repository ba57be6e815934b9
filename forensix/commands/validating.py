"""The commands that measure models: evaluate, compare, and the records of a site's own validation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from forensix.commands.answer import DONE, FOUND, Answer, Call, require_new


def evaluate(call: Call) -> Answer:
    """Measure a model on a manifest, for a site with a signed record; a refused row gives exit code 1."""
    from forensix.validation.evaluate import evaluate as run

    given, out = call.arguments, Path(call.arguments.out)
    require_new(call, out / "evaluation.json")
    folder = _bundle(call, given.model)
    key = _key(call) if given.site and call.identity else None
    rule = _rule(call) if given.site else None
    evaluation = run(
        folder,
        Path(given.data),
        out,
        part=given.part,
        site=given.site,
        decision=rule,
        threads=call.settings.threads,
        progress=call.progress,
    )
    lines = _lines(evaluation.content, out)
    if given.shortcuts:
        lines += _shortcuts(call, folder, evaluation.content)
    if key is not None and rule is not None:
        lines += _recorded(out, folder, rule, evaluation.content, key)
    elif given.site:
        lines.append("No identity is chosen: no site record was made. Measure again with --identity FILE.p12 and --yes.")
    return Answer(evaluation.content, tuple(lines), FOUND if evaluation.content["n_refused"] else DONE)


def site_add(call: Call) -> Answer:
    """Check a signed site record and keep it in the casebook."""
    with call.laboratory() as laboratory:
        record = laboratory.add_site(Path(call.arguments.folder))
    document = {"added": record.name, "sha256": record.sha256, "weights_sha256": record.weights_sha256}
    return Answer(document, (f"Added the site record of {record.name}. `forensix site use {record.name}` puts it to use.",))


def site_list(call: Call) -> Answer:
    """The site records of the casebook, and which one is in use."""
    with call.laboratory() as laboratory:
        records, used = laboratory.sites()
    rows = [
        {
            "name": record.name,
            "sha256": record.sha256,
            "model": record.content["model"],
            "n": record.content["n"],
            "made_at": record.content["made_at"],
            "in_use": used is not None and used.id == record.id,
        }
        for record in records
    ]
    lines = [f"{'*' if row['in_use'] else ' '} {row['name']:<24} {row['model']:<28} n {row['n']:<5} {row['sha256'][:12]}" for row in rows]
    return Answer(rows, tuple(lines or ["No site record: estimates are made under the models' own cards."]))


def site_use(call: Call) -> Answer:
    """Make estimates from now on under a site record, or under none."""
    with call.laboratory() as laboratory:
        record = laboratory.use_site(call.arguments.name)
    document = {"in_use": record.name if record else None, "sha256": record.sha256 if record else None}
    return Answer(document, (f"In use: {record.name}." if record else "No site record is in use now.",))


def compare(call: Call) -> Answer:
    """Several models on the same radiographs; a refused row gives exit code 1."""
    from forensix.validation.compare import compare as run
    from forensix.validation.evaluation_page import flattered

    given, out = call.arguments, Path(call.arguments.out)
    require_new(call, out / "comparison.json")
    models = [_bundle(call, name) for name in given.models]
    content = run(models, Path(given.data), out, part=given.part, threads=call.settings.threads, progress=call.progress)
    lines = [
        f"{one['first']} and {one['second']}: {one['mcnemar']['only_first_right']} only the first right, "
        f"{one['mcnemar']['only_second_right']} only the second, exact p {one['mcnemar']['p']:.3g} (n {one['mcnemar']['subjects']})"
        for one in content["pairs"]
    ]
    warned = [f"{name}: {sentence}" for name, met in content["learnt_from"].items() for sentence in flattered({"learnt_from": met})]
    return Answer(content, (*lines, *warned, str(out / "comparison.html")), FOUND if content["n_refused"] else DONE)


def _bundle(call: Call, name: str) -> Path:
    """A bundle's folder by name, or the folder itself."""
    from forensix.laboratory.networks import Networks

    return Path(name).resolve() if (Path(name) / "card.toml").is_file() else Networks(call.settings).folder(name)


def _shortcuts(call: Call, folder: Path, content: dict[str, Any]) -> list[str]:
    """Test for shortcuts too, and put the tables into the evaluation's page."""
    from forensix.validation import evaluation_page, shortcuts

    out, given = Path(call.arguments.out), call.arguments
    limit, threads = given.limit or shortcuts.LIMIT, call.settings.threads
    found = shortcuts.run(folder, Path(given.data), out, limit=limit, part=given.part, threads=threads, progress=call.progress)
    evaluation_page.write(out, content, shortcuts.as_html(found))
    return [str(out / "shortcuts.md")]


def _key(call: Call) -> Any:
    """The unlocked identity that signs a site record."""
    from forensix.identity.keys import Identity

    return Identity.open(call.required_identity(), call.passphrase())


def _rule(call: Call) -> Any:
    """The decision rule of Settings, which the record is made for."""
    from forensix.inference.card_schema import Decision

    return Decision(call.settings.threshold, call.settings.prior_male)


def _recorded(out: Path, bundle: Path, rule: Any, content: dict[str, Any], key: Any) -> list[str]:
    """Make and sign the site record beside the evaluation; what a person should know of it."""
    from datetime import UTC, datetime

    from forensix.inference.model_card import ModelCard
    from forensix.reporting import detached
    from forensix.validation import site_record

    made_at = datetime.now(UTC).replace(microsecond=0)
    stated = site_record.Stated(content["data_sha256"], content["n_refused"], key.examiner.name, made_at)
    card = ModelCard.load(bundle, evaluated=False)
    record = site_record.make(out, card, content["site"], rule, stated, draws=content["bootstrap"]["draws"])
    (out / site_record.SIGNATURE).write_bytes(detached.sign(record, key))
    return [*json.loads(record)["sentences"], f"Signed by {key.examiner.name}: {out / site_record.RECORD}"]


def _lines(content: dict[str, Any], out: Path) -> list[str]:
    from forensix.validation.evaluation_page import flattered

    lines = [f"n {content['n']}, refused {content['n_refused']}"]
    for name in ("accuracy", "auc", "cllr", "bone_age_mad_months"):
        metric = content.get(name)
        if metric:
            lines.append(f"{name} {metric['value']:.3f} ({metric['low']:.3f} to {metric['high']:.3f}, n {metric['n']})")
    return [*lines, *flattered(content), str(out / "evaluation.html")]
