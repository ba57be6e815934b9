"""What casebook schema 2 adds: marks on radiographs, and the records of a site's own validation; never edited after a release."""

from __future__ import annotations

from forensix.casebook.schema_1 import EVENT_COLUMN, append_only

TABLES = (
    # A mark is what its last row says; shape "" means taken away. Undone steps stay as rows.
    f"""CREATE TABLE marks (
        id TEXT PRIMARY KEY, mark_id TEXT NOT NULL, radiograph_id TEXT NOT NULL REFERENCES radiographs(id),
        examiner_id TEXT NOT NULL REFERENCES examiners(id), shape TEXT NOT NULL, at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    f"""CREATE TABLE site_records (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, weights_sha256 TEXT NOT NULL, sha256 TEXT NOT NULL, record BLOB NOT NULL,
        signature BLOB NOT NULL, certificate BLOB NOT NULL, added_at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
    # The last row says which record is in use; "" means none.
    f"""CREATE TABLE site_uses (
        id TEXT PRIMARY KEY, site_record_id TEXT NOT NULL, at TEXT NOT NULL, {EVENT_COLUMN}) STRICT""",
)

INDEXES = (
    "CREATE INDEX marks_radiograph ON marks (radiograph_id, event)",
    "CREATE INDEX site_records_name ON site_records (name, event)",
)

KEPT = ("marks", "site_records", "site_uses")

STATEMENTS = (*TABLES, *INDEXES, *(statement for table in KEPT for statement in append_only(table, "id")))
