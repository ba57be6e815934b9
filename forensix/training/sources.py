"""Sources of radiographs that models were trained on: what a manifest cannot say and a card must."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from forensix.training.recipe import RecipeRejected

BESIDE = "source.toml"
"""The file beside a manifest that says whose radiographs it lists."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who is on the radiographs, how they were taken, and what weights trained from them may be used for."""

    population: str
    living: str
    view: str
    side: str
    licence_note: str
    citation: str


RSNA_2017 = Source(
    population=(
        "children and adolescents examined for bone age at two hospitals in the United States (RSNA 2017 paediatric bone age challenge), "
        "sex as recorded, skeletal age as read by radiologists; not validated for adults"
    ),
    living="living children and adolescents; no remains",
    view="PA",
    side="left",
    licence_note=(
        "Weights for research and non-commercial use: trained from the RSNA 2017 paediatric bone age radiographs (non-commercial use, "
        "attribution) and started from weights trained on ImageNet, whose images are for non-commercial research."
    ),
    citation=(
        "Halabi SS et al. The RSNA Pediatric Bone Age Machine Learning Challenge. Radiology 2018;290(2):498-503. "
        "doi:10.1148/radiol.2018180736. "
        "Russakovsky O et al. ImageNet Large Scale Visual Recognition Challenge. Int J Comput Vis 2015;115:211-252."
    ),
)

SOURCES = {"rsna_2017": RSNA_2017}
UNSTATED = Source(
    population="not stated by whoever trained the model",
    living="not stated",
    view="not stated",
    side="not stated",
    licence_note="Not stated by whoever trained the model: for use by the same people only.",
    citation="none",
)


def source_of(named: str, manifest: Path) -> Source:
    """The source called `named`, or of the TOML file of that name; without a name what lies beside the manifest, or nothing stated.

    Raises
    ------
    RecipeRejected
        No such source, or a file that does not hold a text for each field.
    """
    if named in SOURCES:
        return SOURCES[named]
    file = Path(named) if named else manifest.parent / BESIDE
    if not named and not file.is_file():
        return UNSTATED
    wanted = [field.name for field in fields(Source)]
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RecipeRejected(f"No source can be read from {file.name}: {error}", f"Known are {', '.join(SOURCES)}.", str(file)) from error
    if sorted(told) != sorted(wanted) or not all(isinstance(value, str) for value in told.values()):
        raise RecipeRejected(f"{file.name} does not say what a source is", f"It holds a text for each of {', '.join(wanted)}.", str(file))
    return Source(**told)
