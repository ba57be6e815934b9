"""Siting: a site's own validation of a model is checked, kept, and put to use; every estimate made under it names it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.domain.errors import CaseConflict
from forensix.domain.site import SiteRecord
from forensix.laboratory.acts import new_id, now
from forensix.laboratory.issuing import trust_of
from forensix.laboratory.looking import Looking

if TYPE_CHECKING:
    from forensix.inference.site import SiteTerms

NONE = "none"
FILES = ("site_record.json", "site_record.json.p7s", "predictions.csv")


class Siting(Looking):
    """The verbs `add_site`, `use_site` and `sites`."""

    def add_site(self, folder: Path) -> SiteRecord:
        """Check a signed site record and keep it; it is not in use yet.

        Checked are the signature and its certificate against this casebook's trust, the model's hash, and every number, computed again
        from the predictions that lie beside it.

        Raises
        ------
        CaseConflict
            A file is missing, or the casebook holds the record already.
        SigningFailed
            The signature is not of this file, or not of this site.
        SiteRecordRejected
            Its numbers are not those of its predictions, or it is of another model.
        ModelRejected
            No such model at hand.
        """
        from forensix.inference.model_card import ModelCard
        from forensix.reporting import detached
        from forensix.validation import site_record

        act = self.act("add_site")
        record, signature, predictions = (_read(folder / name) for name in FILES)
        signed = detached.verify(record, signature, *trust_of(self.casebook.folder))
        content = _document(record, folder)
        card = ModelCard.load(self.networks.folder(str(content.get("model", ""))))
        site_record.check(content, predictions, card)
        sha256 = hashlib.sha256(record).hexdigest()
        kept = SiteRecord(new_id(), content["site"], card.weights_sha256, sha256, record, signature, signed.certificate, now())
        self.casebook.add_site(kept, act)
        return kept

    def use_site(self, name: str) -> SiteRecord | None:
        """Make estimates from now on under a record, by the site's name (the latest of that name) or its hash; "none" ends that.

        Raises
        ------
        CaseConflict
            There is no such record, or it is in use already.
        """
        act = self.act("use_site")
        if name == NONE:
            self.casebook.use_site(None, act)
            return None
        known = [each for each in self.casebook.site_records() if name == each.name or (len(name) >= 6 and each.sha256.startswith(name))]
        if not known:
            raise CaseConflict(f"There is no site record of {name!r}.", "`forensix site list` shows those at hand.", name)
        self.casebook.use_site(known[-1], act)
        return known[-1]

    def sites(self) -> tuple[list[SiteRecord], SiteRecord | None]:
        """Every record in the casebook, and the one that is in use."""
        return self.casebook.site_records(), self.casebook.site_in_use()

    def site_terms(self, sha256: str | None = None) -> SiteTerms | None:
        """The terms of the record in use, or of the record with this hash ("" is of none), for an estimate.

        Raises
        ------
        CaseConflict
            The casebook holds no such record.
        """
        from forensix.inference.site import SiteTerms

        if sha256 == "":
            return None
        record = self.casebook.site_in_use() if sha256 is None else self.casebook.site_record(sha256)
        return SiteTerms.of(record.content, record.sha256) if record else None


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        remedy = "Name the folder that `forensix evaluate --site` wrote, whole."
        raise CaseConflict(f"{file.name} is missing or cannot be read.", remedy, str(file)) from error


def _document(record: bytes, folder: Path) -> dict[str, Any]:
    try:
        content = json.loads(record)
    except ValueError as error:
        raise CaseConflict("The site record is no JSON document.", "Ask for the record as it was made.", str(folder)) from error
    if not isinstance(content, dict):
        raise CaseConflict("The site record is no JSON object.", "Ask for the record as it was made.", str(folder))
    return content
