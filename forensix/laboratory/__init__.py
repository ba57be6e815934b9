"""The service: the verbs that window and command line call; what adds, changes or shows an estimate is recorded in custody with it."""

from forensix.laboratory.concluding import Concluding
from forensix.laboratory.dicom_out import DicomOut
from forensix.laboratory.disclosing import Disclosing
from forensix.laboratory.examining import Examining
from forensix.laboratory.keeping import Keeping
from forensix.laboratory.marking import Marking
from forensix.laboratory.numbering import Numbering
from forensix.laboratory.previews import Previews
from forensix.laboratory.resuming import Resuming
from forensix.laboratory.sorting import Sorting
from forensix.laboratory.trusting import Trusting

__all__ = ["Laboratory"]


class Laboratory(Sorting, Examining, Concluding, Disclosing, DicomOut, Keeping, Marking, Numbering, Previews, Resuming, Trusting):
    """One examiner at one casebook; a context manager that ends the child process which reads files."""
