"""The service: the verbs that window and command line call; each is one custody-recorded act."""

from forensix.laboratory.checking import Checking
from forensix.laboratory.concluding import Concluding
from forensix.laboratory.examining import Examining
from forensix.laboratory.intake import Intake
from forensix.laboratory.keeping import Keeping

__all__ = ["Laboratory"]


class Laboratory(Intake, Examining, Concluding, Checking, Keeping):
    """One examiner at one casebook; a context manager that ends the child process which reads files."""
