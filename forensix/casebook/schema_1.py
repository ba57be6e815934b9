"""The tables, indexes and triggers of casebook schema 1; never edited after a release."""

from __future__ import annotations

# `event` is the custody event that a row was written with: it orders rows, and ties each to the event that holds its hash.
EVENT_COLUMN = "event INTEGER NOT NULL REFERENCES custody(sequence) DEFERRABLE INITIALLY DEFERRED"

TABLES = (
    "CREATE TABLE meta (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE custody (
        sequence INTEGER PRIMARY KEY, casebook_id TEXT NOT NULL, case_id TEXT, kind TEXT NOT NULL, at TEXT NOT NULL,
        monotonic_ns INTEGER NOT NULL, boot_id TEXT NOT NULL, host TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL,
        actor_proof TEXT NOT NULL, subject_sha256 TEXT, details TEXT NOT NULL, reason TEXT NOT NULL,
        previous TEXT NOT NULL, seal TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE examiners (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, qualification TEXT NOT NULL, certificate_serial TEXT NOT NULL,
        {EVENT_COLUMN}) STRICT""",
    f"CREATE TABLE incidents (id TEXT PRIMARY KEY, name TEXT NOT NULL, agency TEXT NOT NULL, {EVENT_COLUMN}) STRICT",
    f"""CREATE TABLE cases (
        id TEXT PRIMARY KEY, incident_id TEXT NOT NULL REFERENCES incidents(id), number TEXT NOT NULL, number_key TEXT NOT NULL,
        kind TEXT NOT NULL, requester TEXT NOT NULL, opened_at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE specimens (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), label TEXT NOT NULL, element TEXT NOT NULL, side TEXT NOT NULL,
        condition TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE radiographs (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), specimen_id TEXT NOT NULL REFERENCES specimens(id),
        sha256 TEXT NOT NULL, pixels_sha256 TEXT NOT NULL, file_name TEXT NOT NULL, received_at TEXT NOT NULL, side TEXT NOT NULL,
        view TEXT NOT NULL, quality TEXT NOT NULL, acquisition TEXT NOT NULL, {EVENT_COLUMN},
        UNIQUE (case_id, sha256)) STRICT""",
    f"""CREATE TABLE observations (
        id TEXT PRIMARY KEY, radiograph_id TEXT NOT NULL REFERENCES radiographs(id), examiner_id TEXT NOT NULL REFERENCES examiners(id),
        outcome TEXT NOT NULL, features TEXT NOT NULL, certainty TEXT NOT NULL, locked_at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE examinations (
        id TEXT PRIMARY KEY, radiograph_id TEXT NOT NULL REFERENCES radiographs(id), examiner_id TEXT NOT NULL REFERENCES examiners(id),
        performed_at TEXT NOT NULL, recipe TEXT NOT NULL, logits TEXT NOT NULL, sex TEXT NOT NULL, age TEXT, saliency TEXT,
        saliency_map BLOB, reason TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE conclusions (
        id TEXT PRIMARY KEY, examination_id TEXT NOT NULL REFERENCES examinations(id),
        radiograph_id TEXT NOT NULL REFERENCES radiographs(id), examiner_id TEXT NOT NULL REFERENCES examiners(id), outcome TEXT NOT NULL,
        basis TEXT NOT NULL, view_recipe TEXT NOT NULL, concluded_at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE reviews (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), examiner_id TEXT NOT NULL REFERENCES examiners(id),
        agrees INTEGER NOT NULL, text TEXT NOT NULL, checklist TEXT NOT NULL, at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE reports (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), version INTEGER NOT NULL, record_sha256 TEXT NOT NULL,
        supersedes TEXT REFERENCES reports(id), issued_at TEXT NOT NULL, record BLOB NOT NULL, {EVENT_COLUMN},
        UNIQUE (case_id, version)) STRICT""",
    f"""CREATE TABLE signatures (
        id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports(id), sequence INTEGER NOT NULL, field TEXT NOT NULL,
        signer TEXT NOT NULL, signed_at TEXT NOT NULL, file_sha256 TEXT NOT NULL, {EVENT_COLUMN}, UNIQUE (report_id, sequence)) STRICT""",
    f"""CREATE TABLE corrections (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject_id TEXT NOT NULL, key TEXT NOT NULL, old TEXT NOT NULL, value TEXT NOT NULL,
        reason TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
)

INDEXES = (
    "CREATE INDEX custody_case ON custody (case_id)",
    "CREATE INDEX cases_number ON cases (number_key)",
    "CREATE INDEX cases_incident ON cases (incident_id)",
    "CREATE INDEX specimens_case ON specimens (case_id)",
    "CREATE INDEX radiographs_specimen ON radiographs (specimen_id)",
    "CREATE INDEX radiographs_sha256 ON radiographs (sha256)",
    "CREATE INDEX radiographs_pixels ON radiographs (pixels_sha256)",
    "CREATE INDEX observations_radiograph ON observations (radiograph_id, event)",
    "CREATE INDEX examinations_radiograph ON examinations (radiograph_id, event)",
    "CREATE INDEX conclusions_radiograph ON conclusions (radiograph_id, event)",
    "CREATE INDEX reviews_case ON reviews (case_id, event)",
    "CREATE INDEX reports_case ON reports (case_id, event)",
    "CREATE INDEX signatures_file ON signatures (file_sha256)",
    "CREATE INDEX corrections_subject ON corrections (subject_id, event)",
)

KEPT = (
    "meta", "examiners", "incidents", "cases", "specimens", "radiographs", "observations", "examinations", "conclusions", "reviews",
    "reports", "signatures", "corrections",
)  # fmt: skip


def append_only(table: str, key: str) -> tuple[str, ...]:
    """Refuse to change, delete or replace a row; the last because INSERT OR REPLACE deletes without asking the delete trigger."""
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table}: a row is never changed'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table}: a row is never deleted'); END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
        f"BEGIN SELECT RAISE(ABORT, '{table}: a row with this id is already there'); END",
    )


_NO_GAP = """CREATE TRIGGER custody_no_gap BEFORE INSERT ON custody
    WHEN NEW.sequence IS NOT coalesce((SELECT max(sequence) FROM custody), 0) + 1
      OR NEW.previous IS NOT coalesce((SELECT seal FROM custody ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
    BEGIN SELECT RAISE(ABORT, 'custody: an event must follow the last one'); END"""

TRIGGERS = (
    *append_only("custody", "sequence"),
    _NO_GAP,
    *(statement for table in KEPT for statement in append_only(table, "id")),
)

STATEMENTS = (*TABLES, *INDEXES, *TRIGGERS)
