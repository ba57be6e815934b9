"""The commands of a case: open, receive, observe, examine, conclude, review, report, verify, export."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.commands.answer import DONE, FOUND, Answer, Call, WrongArguments, given_paths, require_new
from forensix.domain.case import Case, CaseKind, Radiograph, Withdrawal
from forensix.domain.delivery import Delivery, Each
from forensix.domain.errors import CasebookUnavailable, CaseConflict
from forensix.domain.examination import Outcome
from forensix.domain.plain import plain
from forensix.domain.sight import COVERED, acquisition_in_sight

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory
    from forensix.laboratory.checking import Verified
    from forensix.laboratory.moving import Moved


def case_open(call: Call) -> Answer:
    given = call.arguments
    make_casebook(call, blind_first=True, synthetic=False)
    with call.laboratory() as laboratory:
        case = laboratory.open_case(given.number, incident=given.incident, kind=given.kind, agency=given.agency, requester=given.requester)
    return Answer(plain(case), (f"Case {case.number} is open.",))


def casebook_new(call: Call) -> Answer:
    folder = call.told_casebook()
    if not make_casebook(call, blind_first=not call.arguments.not_blind, synthetic=call.arguments.synthetic):
        raise CaseConflict(f"There is already a casebook in {folder}.", "Name another folder with --casebook.", str(folder))
    return Answer({"casebook": str(folder), "blind_first": not call.arguments.not_blind}, (f"A casebook was made in {folder}.",))


def make_casebook(call: Call, *, blind_first: bool, synthetic: bool) -> bool:
    """Make the chosen casebook if its folder holds none; whether it was made."""
    from forensix.casebook.act import Act
    from forensix.casebook.casebook import Casebook

    folder = call.casebook_folder
    if (folder / "casebook.db").is_file():
        return False
    person, proof = call.person()
    Casebook.create(folder, act=Act(actor=person, proof=proof), blind_first=blind_first, synthetic=synthetic)
    return True


def case_list(call: Call) -> Answer:
    with call.laboratory() as laboratory:
        incidents = {each.id: each for each in laboratory.casebook.incidents()}
        cases = laboratory.casebook.cases()
    document = [plain(case) | {"incident": incidents[case.incident_id].name} for case in cases]
    return Answer(document, tuple(f"{row['number']:<16} {row['kind']:<3} {row['status']:<10} {row['incident']}" for row in document))


def case_show(call: Call) -> Answer:
    with call.laboratory() as laboratory:
        case = laboratory.casebook.case(call.arguments.number)
        laboratory.note_shown(each.id for each in laboratory.casebook.radiographs(case.id))
        document = _case_document(laboratory, case)
    lines = [f"Case {case.number} ({case.kind.value}), {case.status.value}"]
    for item in document["radiographs"]:
        lines.append(f"  radiograph {item['id'][:8]}  {item['file_name']}  {item['side']}")
        lines += [f"    examination {run['examination'][:8]}  {estimate_line(run)}" for run in item["examinations"]]
    for item in document["withdrawn"]:
        lines.append(f"  withdrawn   {item['id'][:8]}  {item['file_name']}  {_withdrawn_line(item['withdrawn'])}")
        lines += [f"    examination {run['examination'][:8]}  history only" for run in item["examinations"]]
    lines += [f"  report version {report['version']}  {report['path']}" for report in document["reports"]]
    return Answer(document, tuple(lines))


def _case_document(laboratory: Laboratory, case: Case) -> dict[str, Any]:
    book = laboratory.casebook
    radiographs = [_radiograph_document(laboratory, radiograph) for radiograph in book.radiographs(case.id)]
    withdrawn = [_withdrawn_document(laboratory, each) for each in book.withdrawals(case.id)]
    reports = []
    for report in book.reports(case.id):
        signatures = book.signatures(report.id)
        path = book.report_files.path(signatures[-1].file_sha256)
        reports.append(plain(report) | {"signatures": plain(signatures), "path": str(path)})
    document: dict[str, Any] = plain(case)
    return document | {
        "specimens": plain(book.specimens(case.id)),
        "radiographs": radiographs,
        "withdrawn": withdrawn,
        "reports": reports,
    }


def _radiograph_document(laboratory: Laboratory, radiograph: Radiograph) -> dict[str, Any]:
    """A radiograph with all that was done with it and may be seen."""
    from forensix.laboratory.looking import shown_estimate

    book = laboratory.casebook
    runs = [shown_estimate(laboratory.estimate_for(run)) for run in book.examinations(radiograph.id)]
    visible = laboratory.sight(radiograph.id).visible
    conclusions = plain(book.conclusions(radiograph.id)) if visible else []
    seen = {"observations": plain([o for o in book.observations(radiograph.id) if visible or o.examiner_id in laboratory.own_ids])}
    seen["acquisition"] = plain(acquisition_in_sight(radiograph.acquisition, covered=not visible))
    document: dict[str, Any] = plain(radiograph)
    return document | seen | {"examinations": runs, "conclusions": conclusions}


def _withdrawn_document(laboratory: Laboratory, each: Withdrawal) -> dict[str, Any]:
    """A radiograph that was withdrawn from the case; the reason, in somebody's words, may tell what is covered for others."""
    here = laboratory.casebook.case_of(each.radiograph.id)
    readable = laboratory.may_read(each.radiograph.id, here.id) or each.actor == laboratory.actor.name
    why = each.reason if readable else COVERED
    told: dict[str, Any] = {"to_case": each.number, "incident": each.incident, "radiograph": each.received_as}
    told |= {"reason": why, "by": each.actor, "at": plain(each.at), "custody_event": each.sequence}
    return _radiograph_document(laboratory, each.radiograph) | {"withdrawn": told}


def _withdrawn_line(told: dict[str, Any]) -> str:
    return f"received by mistake, now in case {told['to_case']} as {told['radiograph'][:8]}; {told['by']}, {told['at']}: {told['reason']}"


def receive(call: Call) -> Answer:
    given = call.arguments
    paths = given_paths(call)
    said = {"specimen": given.specimen, "side": given.side or "", "view": given.view, "condition": given.condition}
    if bool(given.each) != bool(given.incident.strip()):
        remedy = "For example `forensix receive PM- FOLDER --each file --incident FLOOD`."
        raise WrongArguments("--each opens cases, and they need their --incident; neither goes without the other.", remedy, "receive")
    if given.each:
        make_casebook(call, blind_first=True, synthetic=False)
    with call.laboratory() as laboratory:
        if given.each:
            received = laboratory.receive_sorted(_delivery(call), paths, **said, progress=call.progress)
        else:
            received = laboratory.receive(given.case, paths, **said, progress=call.progress)
    lines = [
        f"{item.status:<10} {item.path}"
        + (f" into {item.case}" if given.each and item.status == "received" else "")
        + (f": {item.reason} {item.remedy}".rstrip() if item.reason else "")
        for item in received.items
    ]
    lines.append(f"given {received.given}, received {received.received}, duplicates {received.duplicates}, refused {received.refused}")
    return Answer(plain(received), tuple(lines), FOUND if received.refused else DONE)


def _delivery(call: Call) -> Delivery:
    given = call.arguments
    return Delivery(Each(given.each), given.case, given.incident, CaseKind(given.kind), given.agency, given.requester)


def correct(call: Call) -> Answer:
    given = call.arguments
    key, separator, value = given.set.partition("=")
    if not separator:
        raise WrongArguments("A correction is given as KEY=VALUE.", "For example --set side=left.", given.set)
    with call.laboratory() as laboratory:
        moved = laboratory.correct(given.kind, given.id, key.strip(), value.strip(), given.reason)
    document = {"corrected": given.id, "key": key, "value": value}
    if moved is None:
        return Answer(document, (f"{given.kind} {given.id}: {key} is now {value}.",))
    return Answer(document | plain(moved), _moved_lines(moved))


def _moved_lines(moved: Moved) -> tuple[str, ...]:
    """What became of a radiograph whose case was corrected, and what is to be done next."""
    how = "back in case" if moved.put_back else "received into case"
    lines = [
        f"{moved.file_name} is withdrawn from case {moved.from_number}; what was done with it there stays as history.",
        f"It is {how} {moved.number} as radiograph {moved.radiograph[:8]}, part {moved.specimen}"
        + ("; what was done with it there counts again." if moved.put_back else ": to be observed and examined there."),
        *(f"Custody of case {moved.number} says: {each}." for each in moved.seen),
    ]
    if moved.report_version:
        held = f"Version {moved.report_version} of the report on case {moved.from_number} holds this radiograph and stays as issued."
        after = "Issue a new version, which states the withdrawal." if moved.may_report else "Nothing concluded is left for a new version."
        lines.append(f"{held} {after} Tell everybody who has it.")
    return tuple(lines)


def observe(call: Call) -> Answer:
    given = call.arguments
    with call.laboratory() as laboratory:
        observation = laboratory.observe(given.radiograph, given.outcome, given.features, given.certainty)
    return Answer(plain(observation), (f"Observation locked at {plain(observation.locked_at)}.",))


def reveal(call: Call) -> Answer:
    from forensix.laboratory.looking import shown_estimate

    with call.laboratory() as laboratory:
        document = shown_estimate(laboratory.reveal(call.arguments.radiograph))
    return Answer(document, (estimate_line(document), *_limitations(document)))


def examine(call: Call) -> Answer:
    given = call.arguments
    if bool(given.case) == bool(given.all):
        raise WrongArguments("Name one case, or give --all.", "forensix examine CASE, or forensix examine --all.", "examine")
    with call.laboratory() as laboratory:
        examined = laboratory.examine(
            given.case,
            model=given.model or "",
            device=given.device or "",
            saliency=given.saliency or "",
            again=given.again or "",
            checked=given.heatmap_checks,
            progress=call.progress,
        )
        laboratory.note_shown(item.radiograph for item in examined.items if isinstance(item.document.get("estimate"), dict))
    items = [plain(replace(item, document={})) | item.document for item in examined.items]
    for item in items:
        del item["document"]
    document = {"examined": examined.examined, "failed": examined.failed, "skipped": examined.skipped, "items": items}
    lines = [
        f"{item['status']:<9} {item['file_name']}: {item['reason'] if item['status'] == 'failed' else estimate_line(item)}"
        for item in items
    ]
    return Answer(document, tuple(lines), FOUND if examined.failed else DONE)


def estimate_line(document: dict[str, Any]) -> str:
    """One line of an estimate, or that it is covered."""
    estimate = document.get("estimate")
    if not isinstance(estimate, dict):
        return f"covered; next: {document.get('next', 'observe')}"
    age = document.get("age")
    words = estimate["outcome"].replace("_", " ") + (f" ({estimate['reason'].replace('_', ' ')})" if estimate["reason"] else "")
    numbers = f"log10 LR {estimate['log10_lr']:+.2f}"
    if estimate["outcome"] == Outcome.NOT_EVALUATED:
        numbers = f"as an exhibit only: {numbers}"
    else:
        numbers += f", posterior of male {estimate['probability_male']:.2f} at prior {estimate['prior_male']:.2f}"
    return f"sex estimate {words}; {numbers}" + (
        f"; skeletal age {age['months']:.0f} months ({age['low']:.0f} to {age['high']:.0f})" if age else ""
    )


def _limitations(document: dict[str, Any]) -> tuple[str, ...]:
    estimate = document.get("estimate")
    return tuple(f"  - {each['sentence']}" for each in estimate["limitations"]) if isinstance(estimate, dict) else ()


def conclude(call: Call) -> Answer:
    given = call.arguments
    with call.laboratory() as laboratory:
        conclusion = laboratory.conclude(given.examination, given.outcome, given.basis)
    return Answer(plain(conclusion), (f"Concluded: {conclusion.outcome.value.replace('_', ' ')}.",))


def review(call: Call) -> Answer:
    from forensix.laboratory import review_checklist

    given = call.arguments
    if given.blank_checklist:
        return _blank_checklist(Path(given.blank_checklist), review_checklist.blank())
    checklist = review_checklist.answered(_existing(given.checklist)) if given.checklist else {}
    questions = review_checklist.questions(Path(given.checklist)) if given.checklist else {}
    with call.laboratory() as laboratory:
        made = laboratory.review(given.case, agrees=given.agree, text=given.dissent or "", checklist=checklist, questions=questions)
    return Answer(plain(made), ("The review agrees." if made.agrees else "The review dissents.",))


def _blank_checklist(file: Path, text: str) -> Answer:
    if file.exists():
        raise CaseConflict(f"{file} is there already.", "Choose another name.", str(file))
    file.write_text(text, encoding="utf-8")
    return Answer({"checklist": str(file)}, (f"Answer each item in {file}, then give it with --checklist.",))


def report(call: Call) -> Answer:
    identity = call.required_identity()
    passphrase = call.passphrase()
    with call.laboratory() as laboratory:
        issued = laboratory.issue_report(call.arguments.case, identity, passphrase, progress=call.progress)
    return _issued(issued.path, plain(issued.report), plain(issued.signature))


def countersign(call: Call) -> Answer:
    identity = call.required_identity()
    passphrase = call.passphrase()
    pdf = _existing(call.arguments.report)
    with call.laboratory(_casebook_over(pdf)) as laboratory:
        issued = laboratory.countersign(pdf, identity, passphrase)
    return _issued(issued.path, plain(issued.report), plain(issued.signature))


def _issued(path: Path, issued: dict[str, Any], signature: dict[str, Any]) -> Answer:
    document = {"report": str(path), "path": str(path), "file_sha256": signature["file_sha256"], **issued, "signature": signature}
    document["id"] = issued["id"]
    return Answer(document, (f"Signed by {signature['signer']}: {path}", f"SHA-256 {signature['file_sha256']}"))


def verify(call: Call) -> Answer:
    given = call.arguments
    if bool(given.target) == bool(given.all):
        raise WrongArguments(
            "Name one case or report, or give --all.", "forensix verify CASE, forensix verify REPORT.pdf, forensix verify --all.", "verify"
        )
    if given.all:
        with call.laboratory() as laboratory:
            return _verified(laboratory.verify_all(replay=given.replay))
    if Path(given.target).is_file():
        return _verify_file(call, Path(given.target))
    if given.target.lower().endswith(".pdf") or "/" in given.target or "\\" in given.target:
        _existing(given.target)
    with call.laboratory() as laboratory:
        return _verified(laboratory.verify_case(given.target, replay=given.replay))


def _verify_file(call: Call, pdf: Path) -> Answer:
    """With --casebook, the casebook over the file, the default one if it knows the report, or none; in this order.

    Whoever names a root trusts that one, and not those of a casebook, which may have come with a false report.
    """
    named = getattr(call.arguments, "casebook", None)
    folder = Path(named) if named else _casebook_over(pdf) or _default_that_knows(call, pdf)
    if folder is None:
        call.tell("casebook: none")
        return _verified(_by_itself(call, pdf))
    try:
        with call.laboratory(folder) as laboratory:
            roots, lists = _given_trust(call)
            return _verified(laboratory.verify_report(pdf, roots=roots, crls=lists))
    except CasebookUnavailable as error:
        if not (folder / "casebook.db").is_file():
            raise
        return _verified(_by_itself(call, pdf, unasked=error))


def _by_itself(call: Call, pdf: Path, unasked: CasebookUnavailable | None = None) -> Verified:
    """The file alone; never accepted where it has a casebook that could not be asked."""
    from forensix.laboratory.checking import verify_alone

    roots, lists = _given_trust(call)
    return verify_alone(pdf, roots, "" if unasked is None else f"{unasked.message} {unasked.remedy}", crls=lists)


def _given_trust(call: Call) -> tuple[list[bytes], list[bytes]]:
    """The root certificates and revocation lists that were named."""
    roots, lists = ([_existing(one).read_bytes() for one in given or ()] for given in (call.arguments.trust, call.arguments.crl))
    return roots, lists


def _casebook_over(pdf: Path) -> Path | None:
    return next((parent for parent in pdf.resolve().parents if (parent / "casebook.db").is_file()), None)


def _default_that_knows(call: Call, pdf: Path) -> Path | None:
    from forensix.casebook.casebook import Casebook

    folder = call.casebook_folder
    if not (folder / "casebook.db").is_file():
        return None
    try:
        known = Casebook.open(folder).report_with_file(hashlib.sha256(pdf.read_bytes()).hexdigest())
    except CasebookUnavailable as error:
        call.tell(f"casebook: {folder} is not asked: {error.message}")
        return None
    return folder if known is not None else None


def _verified(answer: Verified) -> Answer:
    lines = [f"{each.result:<6} {each.check}: {each.meaning}" + (f" [{each.subject}]" if each.subject else "") for each in answer.findings]
    lines.append("ACCEPTED" if answer.accepted else "NOT ACCEPTED")
    return Answer(plain(answer), tuple(lines), DONE if answer.accepted else FOUND)


def export(call: Call) -> Answer:
    out = Path(call.arguments.out)
    if out.suffix.lower() == ".dcm":
        from forensix.commands.disclosing import export_dicom

        return export_dicom(call)
    require_new(call, out)
    with call.laboratory() as laboratory:
        rows = laboratory.export(call.arguments.subject, out, replace=out.exists())
    return Answer({"rows": rows, "out": str(out)}, (f"{rows} rows in {out}",))


def _existing(path: str) -> Path:
    file = Path(path)
    if not file.is_file():
        raise CaseConflict(f"There is no file {file}.", "Check the path.", str(file))
    return file
