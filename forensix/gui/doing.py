"""What the layers below say of their progress, in the window's language: they speak English, as the command line prints them."""

from __future__ import annotations

from forensix.gui.heatmap import explains_word
from forensix.gui.wording import isolated, tr


def doing_word(step: str) -> str:
    """A step of a verb as it is read; one that is not known here as it was said."""
    known = _steps().get(step)
    if known is not None:
        return known
    if step.startswith("heatmap for "):
        return _heatmap(step.removeprefix("heatmap for "))
    for begins, said in _with_item().items():
        if step.startswith(begins):
            return said.format(item=isolated(step.removeprefix(begins)))
    return step


def _steps() -> dict[str, str]:
    return {
        "loading the network": tr("loading the network"),
        "reading": tr("reading"),
        "examining": tr("examining"),
        "examined": tr("examined"),
        "received": tr("received"),
        "explained": tr("heatmap made"),
        "checked": tr("heatmap checked"),
        "gathering the facts": tr("gathering the facts"),
        "composing": tr("composing the report"),
        "signing": tr("signing"),
        "keeping": tr("keeping the report"),
        "issued": tr("issued"),
        "exported": tr("exported"),
        "disclosed": tr("disclosed"),
        "checking it as the other side will": tr("checking it as the other side will"),
        "making keys": tr("making keys"),
        "issuing the certificate": tr("issuing the certificate"),
        "database": tr("checking the database"),
        "chain": tr("checking the custody chain"),
        "originals": tr("checking the originals"),
        "reports": tr("checking the reports"),
        "verified": tr("verified"),
        "backup": tr("backing up"),
        "restore": tr("restoring"),
    }


def _with_item() -> dict[str, str]:
    """Beginnings of steps that name the file at work."""
    return {
        "receiving ": tr("receiving {item}"),
        "examining ": tr("examining {item}"),
        "exporting ": tr("exporting {item}"),
        "packing ": tr("packing {item}"),
    }


def _heatmap(said: str) -> str:
    what, _, check = said.partition(": ")
    checks = {
        "moving the picture": tr("moving the picture"),
        "comparing with random maps": tr("comparing with random maps"),
        "comparing with a random network": tr("comparing with a random network"),
        "measuring beside the hand": tr("measuring beside the hand"),
    }
    named = tr("heatmap for {what}").format(what=explains_word(what))
    return f"{named}: {checks.get(check, check)}" if check else named
