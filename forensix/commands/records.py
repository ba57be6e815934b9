"""The commands that record how the site works: the scheme of an incident's case numbers, and what is known of the clock."""

from __future__ import annotations

from forensix.commands.answer import DONE, FOUND, Answer, Call, WrongArguments


def case_scheme(call: Call) -> Answer:
    """Show or set the scheme of an incident's case numbers; 1 where numbers of its cases do not follow it."""
    from forensix.commands.casework import make_casebook
    from forensix.domain.numbering import LEGEND
    from forensix.laboratory.numbering import scheme_of

    given = call.arguments
    if given.masks:
        make_casebook(call, blind_first=True, synthetic=False)
    with call.laboratory() as laboratory:
        unlike = laboratory.set_number_scheme(given.incident, given.masks) if given.masks else ()
        scheme = scheme_of(laboratory.casebook, given.incident)
    told = f"Case numbers of {given.incident}: {scheme} ({LEGEND})." if scheme.masks else f"No number scheme is set for {given.incident}."
    document = {"incident": given.incident, "masks": list(scheme.masks), "unlike": list(unlike)}
    return Answer(document, (told, *(f"does not follow it: {number}" for number in unlike)), FOUND if unlike else DONE)


def clock(call: Call) -> Answer:
    """Record a comparison of this computer's clock with a reference; or that it is right, after acts at times later than now."""
    given = call.arguments
    if given.confirm is None and None in (given.ahead, given.within):
        raise WrongArguments("A comparison needs --ahead and --within.", "For example --ahead -1.5 --within 0.5.", "clock")
    with call.laboratory() as laboratory:
        if given.confirm is not None:
            laboratory.confirm_clock(given.confirm)
            return Answer({"confirmed": given.confirm}, ("Confirmed; what was recorded at wrong times stays as it is.",))
        compared = laboratory.compare_clock(given.compare, given.ahead, given.within)
    return Answer({"reference": given.compare, "ahead_s": given.ahead, "within_s": given.within}, (f"Recorded: {compared}.",))
