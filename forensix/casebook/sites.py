"""Site records: a site's own validation of a model, kept with its signature; and which one is in use."""

from __future__ import annotations

import uuid
from datetime import datetime

from forensix.casebook.act import Act
from forensix.casebook.clock import stamp
from forensix.casebook.rows import Row
from forensix.casebook.writes import Writes
from forensix.domain.custody import CustodyEvent
from forensix.domain.errors import CaseConflict
from forensix.domain.site import SiteRecord

NONE_IN_USE = ""


class Sites(Writes):
    """Reads and writes of site records. Each write has a custody event: site_added or site_used."""

    def site_records(self) -> list[SiteRecord]:
        """Every record that was added, the first one first."""
        return [_to_record(row) for row in self._all("SELECT * FROM site_records ORDER BY event", {})]

    def site_record(self, sha256: str) -> SiteRecord:
        """The record with this SHA-256.

        Raises
        ------
        CaseConflict
            The casebook holds none.
        """
        for row in self._all("SELECT * FROM site_records WHERE sha256 = :sha256 ORDER BY event", {"sha256": sha256}):
            return _to_record(row)
        raise CaseConflict("This casebook does not hold the site record.", "Add it with `forensix site add FOLDER`.", sha256)

    def site_in_use(self) -> SiteRecord | None:
        """The record that estimates are made under now; None: the models' own cards."""
        sql = (
            "SELECT s.* FROM site_uses u JOIN site_records s ON s.id = u.site_record_id WHERE u.event = (SELECT max(event) FROM site_uses)"
        )
        found = self._all(sql, {})
        return _to_record(found[0]) if found else None

    def add_site(self, record: SiteRecord, act: Act) -> CustodyEvent:
        """Keep a record that was checked.

        Raises
        ------
        CaseConflict
            It is there already.
        """
        with self._entry(act) as made:
            for _ in made.database.query("SELECT 1 FROM site_records WHERE sha256 = :sha256", {"sha256": record.sha256}):
                raise CaseConflict(f"The casebook holds this record of {record.name} already.", "Nothing is to do.", record.name)
            made.insert("site_records", _from_record(record))
            about = {"site_record": record.id, "weights_sha256": record.weights_sha256, "subject": record.name}
            return made.record("site_added", None, record.sha256, **about)

    def use_site(self, record: SiteRecord | None, act: Act) -> CustodyEvent:
        """Make the estimates from now on under this record, or under the cards alone.

        Raises
        ------
        CaseConflict
            It is so already.
        """
        with self._entry(act) as made:
            chosen = record.id if record else NONE_IN_USE
            last = next(iter(made.database.query("SELECT site_record_id FROM site_uses ORDER BY event DESC LIMIT 1")), None)
            if chosen == (last["site_record_id"] if last else NONE_IN_USE):
                raise CaseConflict("That is in use already.", "Nothing is to do.", record.name if record else "none")
            made.insert("site_uses", {"id": str(uuid.uuid4()), "site_record_id": chosen, "at": stamp(made.now)})
            return made.record("site_used", None, record.sha256 if record else None, subject=record.name if record else "none")


def _from_record(record: SiteRecord) -> Row:
    words = {name: getattr(record, name) for name in ("id", "name", "weights_sha256", "sha256", "record", "signature", "certificate")}
    return {**words, "added_at": stamp(record.added_at)}


def _to_record(row: Row) -> SiteRecord:
    hashes = (row["name"], row["weights_sha256"], row["sha256"])
    files = (bytes(row["record"]), bytes(row["signature"]), bytes(row["certificate"]))
    return SiteRecord(row["id"], *hashes, *files, datetime.fromisoformat(row["added_at"]))
