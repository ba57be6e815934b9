"""The casebook: SQLite rows, the custody chain over them, and the evidence folder; imports domain only."""

from forensix.casebook.act import Act
from forensix.casebook.casebook import Casebook
from forensix.casebook.evidence import Evidence
from forensix.casebook.reads import LatestRun, WorklistRow
from forensix.casebook.rows import Correction, ListedRadiograph
from forensix.casebook.verify import Finding

__all__ = ["Act", "Casebook", "Correction", "Evidence", "Finding", "LatestRun", "ListedRadiograph", "WorklistRow"]
