"""Fonts cover the names they are for and can be embedded; scale and phrases are whole and do what they say."""

import math
import re
import tomllib
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from forensix.settings import resources

FONTS = {
    "NotoSans-Regular.ttf": "Ärger Łódź Žižek Ωμέγα Кириллица Nguyễn ± – ² “x”",
    "NotoSans-Bold.ttf": "Ärger Łódź Žižek Ωμέγα Кириллица Nguyễn",
    "NotoSans-Italic.ttf": "Ärger Łódź Žižek Ωμέγα Кириллица Nguyễn",
    "NotoSansArabic-Regular.ttf": "محمد پژمان",
    "NotoSansArabic-Bold.ttf": "محمد پژمان",
    "NotoSansCJK-Subset.ttf": "山田太郎 王小明 김철수 カタカナ ひらがな 、。 ≥ ≤ → ×",
}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FONTS)
def test_a_font_has_outlines_that_can_be_embedded_and_the_characters_it_is_for(name: str) -> None:
    with TTFont(resources() / "fonts" / name) as font:
        assert "glyf" in font  # reportlab takes no CFF outlines
        assert font["head"].unitsPerEm == 1000  # pyHanko's stamps print others spread out
        assert font["OS/2"].fsType == 0  # free to embed
        covered = font.getBestCmap()
        assert [character for character in FONTS[name] if ord(character) not in covered] == []


def test_the_fonts_licence_lies_beside_them() -> None:
    assert "SIL OPEN FONT LICENSE" in (resources() / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_the_bands_of_the_verbal_scale_join_from_one_to_infinity() -> None:
    bands = _table("verbal_scale.toml")["band"]
    assert bands[0]["low"] == 1
    assert bands[-1]["high"] == math.inf
    assert [first["high"] for first in bands[:-1]] == [second["low"] for second in bands[1:]]
    assert all(band["low"] < band["high"] and band["words"] for band in bands)


def test_the_verbal_scale_says_where_it_comes_from() -> None:
    scale = _table("verbal_scale.toml")
    assert all(scale[key] for key in ("name", "version", "source", "caveat", "rule", "neither"))
    assert set(scale["propositions"]) == {"male", "female"}


def _found(text: str) -> list[str]:
    """The forbidden phrases in `text`, read as phrases.toml says."""
    plain = re.sub(r"\s+", " ", text)
    hits = []
    for phrase in _table("phrases.toml")["phrase"]:
        rest = plain
        for allowed in phrase["except"]:
            rest = re.sub(re.escape(allowed), " ", rest, flags=re.IGNORECASE)
        if re.search(phrase["pattern"], rest, re.IGNORECASE):
            hits.append(phrase["pattern"])
    return hits


@pytest.mark.parametrize(
    "text",
    [
        "The confidence is 97 %.",
        "confidence interval and\nconfidence",
        "The body was identified as John.",
        "The hand is male.",
        "It is of a female.",
        "The person's gender",
        "This proves the sex.",
        "beyond reasonable doubt",
        "Probability 99.98 %",
        "The network thinks so.",
        "a positive\nidentification",
        "most likely male",
    ],
)
def test_a_forbidden_phrase_is_found(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prediction confidence: posterior probability at the stated prior, with the validated\nerror rate",
        "95 % confidence interval 86.6 to 97.6 %",
        "weak support for the proposition that the hand is of a male over the proposition that the hand is of a female",
        "biological sex, not gender",
        "where the network responded; not proof of the cause, not a measurement",
        "Examiner's certainty: high. Actor: claimed. The file matches the stored hash.",
    ],
)
def test_a_sentence_that_a_report_needs_is_let_through(text: str) -> None:
    assert _found(text) == []


def test_every_phrase_says_why_and_what_instead() -> None:
    assert [entry for entry in _table("phrases.toml")["phrase"] if not entry["reason"] or not entry["instead"]] == []
