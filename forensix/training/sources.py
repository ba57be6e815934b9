"""Sources of radiographs that models were trained on: what a manifest cannot say and a card must."""

from __future__ import annotations

from dataclasses import dataclass


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
