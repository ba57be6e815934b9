"""R01 to R28 of docs/reference/report.md, each on record.json and on the text of the PDF."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import rfc8785

from forensix.domain.examination import Outcome
from forensix.domain.report import ReportFacts
from forensix.reporting import report, wording
from forensix.reporting.preview import compose_draft
from forensix.reporting.sections import case_facts, custody, error_rates, estimate, items, limitations, opinion, plain_words
from tests.reporting.conftest import Issued
from tests.support import facts as made_up
from tests.support.poppler import text_of
from tests.support.whole_report import COMPARED, QUESTION, REPLACED, facts

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")


@dataclass(frozen=True, slots=True)
class Whole:
    """A report with everything in it: its facts, its record, its text on one line and page by page, its bytes."""

    facts: ReportFacts
    record: dict[str, Any]
    text: str
    pages: list[str]
    composed: report.Composed

    def section(self, title: str) -> str:
        """The text from a section's heading to the next one's."""
        titles = [section.TITLE for section in report.SECTIONS]
        number = titles.index(title) + 1
        after = f"{number + 1} {titles[number]}" if number < len(titles) else f"{number + 1} Record and signatures"
        start = self.text.index(f"{number} {title}")
        return self.text[start : self.text.index(after, start)]


@pytest.fixture(scope="module")
def whole() -> Whole:
    held = report.complete(facts(), None)
    composed = report.compose(held)
    pages = text_of(composed.pdf).split("\f")[:-1]
    return Whole(held, json.loads(composed.record), " ".join(" ".join(pages).split()), pages, composed)


def rows(whole: Whole, key: str) -> list[Any]:
    return [item[key] for item in whole.record["items"]]


def printed(whole: Whole, *needed: str) -> None:
    """Each text is on the pages; a hash may be broken over lines."""
    solid = whole.text.replace(" ", "")
    for text in needed:
        assert text.replace(" ", "") in solid, text


def test_r01_every_page_says_what_it_is_and_where_it_ends(whole: Whole) -> None:
    for number, page in enumerate(whole.pages, 1):
        flat = " ".join(page.split())
        assert all(part in flat for part in (report.TITLE, "Report PM-0042, version 2", "Institute of Forensic Anthropology, Exampletown"))
        assert "mobile mortuary 2" in flat
        assert f"page {number} of {len(whole.pages)} · {'end of report' if number == len(whole.pages) else 'continued'}" in flat
    assert whole.record["place"] == "Exampletown, mobile mortuary 2"


def test_r02_case_and_items_are_described(whole: Whole) -> None:
    assert (whole.record["case"]["requester"], whole.record["incident"]["name"]) == ("Made-up Coroner", "Made-up landslide, Anywhere")
    printed(
        whole,
        "PM-0042",
        "Made-up Coroner",
        "Made-up landslide, Anywhere",
        "H1; hand, side: left",
        "“complete, soft tissue present”",
        "View PA",
    )
    assert whole.section(items.TITLE).count("Image quality no finding") == 2
    assert [one["quality"] for one in rows(whole, "radiograph")] == [[], []]


def test_r02_the_number_is_held_against_the_scheme_of_its_incident(whole: Whole) -> None:
    assert "Scheme of the numbers PM-#### or AM-#### (# a digit, @ a capital letter" in whole.text
    assert "the case number follows it" in whole.text
    assert whole.record["number_scheme"] == ["PM-####", "AM-####"]
    other = replace(made_up.facts(()), number_scheme=("D-##",))
    assert case_facts._scheme(other).endswith("set after the case was opened; its number does not follow it")
    assert case_facts._scheme(made_up.facts(())) == "none is set for this incident"


def test_r03_comparisons_of_the_clock_are_told(whole: Whole) -> None:
    part = whole.section(custody.TITLE)
    assert (
        "compared with GPS receiver GX-2: this computer's clock was 1.5 s behind, known within 0.5 s; by Dr Ada Example (name only)" in part
    )
    assert whole.record["clock_comparisons"][0]["details"] == COMPARED


def test_r03_dates_have_their_zone_their_clock_and_their_order(whole: Whole) -> None:
    for item in whole.record["items"]:
        times = [
            item["radiograph"]["received_at"],
            item["examination"]["performed_at"],
            item["conclusion"]["concluded_at"],
            whole.record["report"]["issued_at"],
        ]
        assert all(datetime.fromisoformat(time).utcoffset() == timedelta(0) for time in times)
        assert times == sorted(times)
    printed(whole, "Report issued 2026-11-20 13:30:00 UTC (2026-11-20 14:30:00 at UTC+01:00)", custody.CLOCK, "time zone not stated")
    assert whole.record["utc_offset_minutes"] == 60


def test_r04_each_original_is_hashed_and_described(whole: Whole) -> None:
    for one in rows(whole, "radiograph"):
        printed(whole, one["sha256"], one["pixels_sha256"], one["file_name"])
    assert [one["sha256"] for one in rows(whole, "pixels")] == [one["pixels_sha256"] for one in rows(whole, "radiograph")]
    printed(
        whole, "DICOM, explicit little endian", "0.15 x 0.15 mm, declared, not calibrated at the patient", "both hashes were computed again"
    )


def test_r05_the_method_names_program_model_hashes_and_libraries(whole: Whole) -> None:
    recipe = rows(whole, "examination")[0]["recipe"]
    printed(whole, recipe["model"], recipe["weights_sha256"], recipe["calibration_sha256"], f"version {recipe['preprocess_version']}")
    printed(whole, f"{recipe['device']}, {recipe['dtype']}, threads {recipe['threads']}, batch {recipe['batch']}", "linear 0.02 to 0.97")
    assert recipe["window"].startswith("linear 0.02 to 0.97")
    printed(whole, whole.record["program_version"], whole.record["commit"])
    printed(whole, *(f"{name} {version}" for name, version in recipe["libraries"].items()))
    printed(whole, "Each reading", "of the radiograph as it is")


def test_r05_the_method_names_the_views_that_a_reading_is_the_mean_of() -> None:
    views = [{"degrees": 3.0, "enlarged": 1.0}, {"degrees": 0.0, "enlarged": 0.94}, {"degrees": -3.0, "enlarged": 1.1}]
    given = facts()
    cards = {name: card | {"preprocess": {"version": "2", "views": views}} for name, card in given.model_cards.items()}
    text = " ".join(text_of(compose_draft(replace(given, model_cards=cards))).split())
    assert (
        "the mean of what the network gives for 3 views of the radiograph: turned by 3 degrees, made 0.94 times as large and "
        "turned by −3 degrees and made 1.1 times as large"
    ) in text


def test_r06_both_propositions_and_their_population_are_in_words(whole: Whole) -> None:
    assert estimate.PROPOSITIONS.partition("{}")[0] in whole.text
    assert whole.record["verbal_scale"]["propositions"] == {"male": "the hand is of a male", "female": "the hand is of a female"}


def test_r07_the_ratio_has_two_figures_a_direction_and_its_bound(whole: Whole) -> None:
    printed(whole, "6.3 in favour of male over female; log10 LR (male over female) 0.80")
    printed(whole, "25 in favour of female over male; log10 LR (male over female) −1.40", "1/39 to 31 (log10 −1.60 to 1.50)")
    for one in rows(whole, "examination"):
        low, high = one["sex"]["log10_lr_bound"]
        assert low <= one["sex"]["log10_lr"] <= high


def test_r08_the_whole_verbal_scale_is_printed_with_its_source(whole: Whole) -> None:
    scale = whole.record["verbal_scale"]
    part, lines = whole.section(estimate.TITLE), " ".join(text_of(whole.composed.pdf, "-layout").split())
    for band in scale["band"]:
        high = float(band["high"])
        assert f"{wording.edge(band['low'])} {wording.edge(high)} {band['words']}" in lines
    assert all(text in part for text in (scale["source"], scale["caveat"], f"version {scale['version']}"))
    assert "weak support for the proposition that the hand is of a male over" in part
    assert "moderate support for the proposition that the hand is of a female over" in part


def test_r09_a_posterior_stands_only_beside_its_prior(whole: Whole) -> None:
    for item in whole.record["items"]:
        ratio = 10 ** item["likelihood"]["log10_lr"]
        assert set(item["likelihood"]["posterior_male"]) == {"0.3", "0.5", "0.7"}
        for prior, posterior in item["likelihood"]["posterior_male"].items():
            odds = ratio * float(prior) / (1 - float(prior))
            assert posterior == pytest.approx(odds / (1 + odds), abs=1e-9)
            assert wording.probability(posterior) in whole.text
    part = whole.section(estimate.TITLE)
    assert part.count("prior 0.3 prior 0.5 prior 0.7") == 2
    assert "0.863 for male at a prior of 0.5" in part
    assert "This prior takes neither sex to be the more probable beforehand." in part


def test_r09_who_set_another_prior_is_told() -> None:
    held = made_up.examination()
    odds = 10**0.8 * 0.6 / 0.4
    sex = replace(held.sex, prior_male=0.6, probability_male=odds / (1 + odds))
    one = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)), examination=replace(held, sex=sex))
    text = " ".join(text_of(report.compose(made_up.facts((one,))).pdf).split())
    assert "The prior for male was set in the program's settings by Dr Ada Example." in text
    assert "prior 0.3 prior 0.5 prior 0.6 prior 0.7" in text


def test_r10_confidence_stands_in_the_fixed_heading_only(whole: Whole) -> None:
    assert whole.text.count(estimate.TITLE) == 1
    assert re.findall("confidence", whole.text.replace(estimate.TITLE, "").replace("confidence interval", ""), re.IGNORECASE) == []


@pytest.mark.parametrize("outcome", list(Outcome))
def test_r11_each_outcome_is_said_with_its_reason_and_the_rule(outcome: Outcome) -> None:
    ratio = {Outcome.MALE: 1.4, Outcome.FEMALE: -1.4}.get(outcome, 0.4)
    reason = {Outcome.INDETERMINATE: "threshold", Outcome.NOT_EVALUATED: "quality"}.get(outcome, "")
    held = made_up.examination(1, ratio, outcome=outcome, reason=reason)
    composed = report.compose(made_up.facts((replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)), examination=held),)))
    text = " ".join(text_of(composed.pdf).split())
    assert f"Estimate: {wording.outcome(held.sex)}" in text
    assert "reaches 0.95 at a prior of 0.5 and the item lies within the validated range and quality" in text
    assert json.loads(composed.record)["items"][0]["examination"]["sex"]["outcome"] == outcome.value


def test_r12_error_rates_are_given_for_each_sex_and_age_with_intervals(whole: Whole) -> None:
    for row in whole.record["evidence"][made_up.MODEL]["errors"]:
        counts = " ".join(str(row[key]) for key in ("n", "right", "wrong", "indeterminate", "not_evaluated"))
        share = f"{100 * row['wrong_share']:.1f} % {100 * row['wrong_low']:.1f} % to {100 * row['wrong_high']:.1f} %"
        assert f"{row['group']} {counts} {share}" in whole.text
    assert "At the rule of this case: posterior 0.95 at prior 0.5" in whole.text
    printed(whole, "Correct among males, forced choice 90.3 % 87.9 % to 92.7 % 640", "Clopper-Pearson")


def test_r12_items_under_another_rule_are_named() -> None:
    held = made_up.examination()
    one = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
    other = replace(one, examination=replace(held, sex=replace(held.sex, threshold=0.85)))
    assert error_rates._others(made_up.MODEL, made_up.facts((one, other))) == ["2"]


def test_r13_calibration_is_shown_in_numbers_and_three_vector_plots(whole: Whole) -> None:
    evidence = whole.record["evidence"][made_up.MODEL]
    printed(
        whole, *(f"{name} {evidence[key]:.3f} bits" for name, key in (("Cllr", "cllr"), ("Cllr_min", "cllr_min"), ("Cllr_cal", "cllr_cal")))
    )
    printed(
        whole,
        "Tippett plot",
        "Reliability plot",
        "Empirical cross-entropy",
        f"Expected Calibration Error {evidence['expected_calibration_error']:.3f}",
    )
    with pikepdf.open(BytesIO(whole.composed.pdf)) as pdf:
        page = next(page for page, text in zip(pdf.pages, whole.pages, strict=True) if "Tippett plot" in text)
        lines = sum(str(operator) == "l" for _, operator in pikepdf.parse_content_stream(page))
        pictures = [name for name, held in page.resources.get("/XObject", {}).items() if held.get("/Subtype") == "/Image"]
    assert lines > 300 and pictures == []


def test_r14_the_reference_population_and_how_the_case_differs(whole: Whole) -> None:
    part = whole.section(limitations.TITLE)
    assert whole.record["model_cards"][made_up.MODEL]["validated"]["population"] in part
    assert "calibration: 480 males, 420 females; test: 640 males, 560 females" in part
    assert part.count("the hand is of the dead, the reference hands are of the living") == 2
    assert limitations.UNKNOWN_ORIGIN in part


def test_r15_the_limits_of_method_and_item_are_printed(whole: Whole) -> None:
    part = whole.section(limitations.TITLE)
    assert all(sentence in part for sentence in limitations.METHOD)
    for one in rows(whole, "examination"):
        assert all(limitation["sentence"] in part for limitation in one["sex"]["limitations"])
    assert limitations.SUBADULT in whole.text


def test_r16_typicality_is_held_against_its_levels(whole: Whole) -> None:
    assert rows(whole, "examination")[0]["sex"]["typicality"] == 0.42
    assert estimate.TYPICAL in whole.text
    assert "0.42 (warning below 0.05, refusal below 0.01): passed" in whole.text
    assert estimate._typicality(0.0, {"warning": 0.05, "refusal": 0.01}, False).endswith(
        "as unusual (warning below 0.05, refusal below 0.01): refused"
    )
    assert estimate._typicality(0.001, {"warning": 0.05, "refusal": 0.01}, True).endswith("refused; not applied to made-up radiographs")


def test_r17_the_heatmap_says_what_it_is_not(whole: Whole) -> None:
    printed(whole, items.CAPTION, "Method grad_cam, layer layer4, explains male, grid 5 x 5", "No map was asked for.")
    assert rows(whole, "examination")[0]["saliency"]["method"] == "grad_cam"


def test_r17_custody_tells_how_a_further_heatmap_was_made(whole: Whole) -> None:
    part = whole.section(custody.TITLE)
    made = "heatmap for female: method occlusion, layer layer4, grid 7 x 7; its values: SHA-256 7a7a7a7a…"
    checked = "checks of the map: 1 passed, 1 failed, 1 not measured"
    assert f"{made}; {checked}" in part
    assert "checks of the map: 1 passed" in part.replace(checked, "")


def test_r18_the_examiners_own_observation_comes_first_and_changes_are_kept(whole: Whole) -> None:
    first = whole.record["items"][0]
    assert first["observation"]["locked_at"] < first["conclusion"]["concluded_at"]
    part = whole.section(opinion.TITLE)
    assert "sex: cannot be told from this radiograph; features: “open growth plates at all phalanges”; certainty: “low”" in part
    assert "Earlier conclusions supports male, 2026-11-20 10:00:00 UTC, “A first look.”" in part
    assert first["earlier_conclusions"][0]["basis"] == "A first look."


def test_r19_what_was_shown_and_what_was_withheld_is_listed(whole: Whole) -> None:
    part = whole.section(opinion.TITLE)
    assert opinion.SHOWN in part and opinion.HIDDEN in part
    assert "It was first shown 2026-11-20 09:30:00 UTC (custody event 5)." in part
    assert whole.record["blind_first"] is True


def test_r20_examiner_and_reviewer_have_name_role_and_certificate(whole: Whole) -> None:
    printed(whole, "Dr Ada Example, Forensic anthropologist, examiner, certificate 51c0ffee")
    printed(whole, "Dr Ben Muster, Forensic radiologist, reviewer, certificate 52c0ffee")
    assert whole.record["examiner"]["certificate_serial"] != whole.record["people"]["e2"]["certificate_serial"]


def test_r21_the_review_prints_its_check_list_and_its_dissent(whole: Whole) -> None:
    part = whole.section("Review by a second examiner")
    assert all(text in part for text in ("The reviewer dissents.", "“I see no direction.”", f"{QUESTION} yes", "radiograph seen yes"))
    assert "Item 1: H1: cannot be told from this radiograph, locked 2026-11-20 11:30:00 UTC" in part
    assert whole.record["reviews"][0]["agrees"] is False


def test_r21_without_a_review_it_says_not_reviewed() -> None:
    one = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
    text = " ".join(text_of(report.compose(made_up.facts((one,))).pdf).split())
    assert "Reviewer not reviewed when this report was issued" in text
    assert "Not reviewed: no second examiner had reviewed this case when the report was issued." in text


def test_r22_every_run_and_every_failure_is_told(whole: Whole) -> None:
    part = whole.section("Deviations, failed attempts, repeats")
    runs = sum(1 + len(item["earlier_examinations"]) for item in whole.record["items"])
    assert runs == 3 and part.count(" 0.30 ") == 1
    assert all(failure in part for failure in whole.record["failures"])
    assert "foot.png" in part


def test_r23_a_new_version_names_and_hashes_the_one_it_replaces(whole: Whole) -> None:
    assert whole.record["replaced"]["record_sha256"] == REPLACED.record_sha256
    assert whole.record["report"]["supersedes"] == whole.record["replaced"]["report_id"] == "r0"
    printed(whole, "Amended report: version 2 replaces version 1 of report PM-0042.", REPLACED.record_sha256, REPLACED.file_sha256)
    assert "requester corrected from empty to Made-up Coroner (asked by telephone)" in whole.text


def test_r24_the_two_standing_sentences_are_there(whole: Whole) -> None:
    assert "The results relate only to the items examined." in whole.text
    assert "This report may not be copied except in full." in whole.text


def test_r25_the_estimate_can_be_made_again(whole: Whole) -> None:
    part = whole.section("Reproduction").replace(" ", "")
    assert "forensixverifyPM-0042--replay" in part
    for item in whole.record["items"]:
        recipe = item["examination"]["recipe"]
        hashes = (item["radiograph"]["sha256"], item["radiograph"]["pixels_sha256"], recipe["weights_sha256"], recipe["calibration_sha256"])
        assert all(text in part for text in (*hashes, *item["examination"]["logits"].values()))
    assert "0.0001oneachoutputofthenetwork" in part and whole.record["replay_tolerance"] == 1e-4


def test_r26_the_record_is_attached_canonical_and_its_hash_printed(whole: Whole) -> None:
    with pikepdf.open(BytesIO(whole.composed.pdf)) as pdf:
        specification = pdf.attachments["record.json"]
        attached = bytes(specification.get_file().read_bytes())
    assert rfc8785.dumps(json.loads(attached)) == attached == whole.composed.record
    printed(whole, hashlib.sha256(attached).hexdigest(), whole.record["trust_roots"][0])


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("outcome", [Outcome.MALE, Outcome.INDETERMINATE, Outcome.NOT_EVALUATED])
def test_r27_the_plain_words_are_at_most_120(count: int, outcome: Outcome) -> None:
    one = made_up.item()
    held = made_up.examination(1, 1.4, outcome=outcome, reason="" if outcome is Outcome.MALE else "threshold")
    each = replace(one, examination=held, conclusion=replace(one.conclusion, outcome=outcome))
    report.complete(made_up.facts(()), None)
    story = plain_words.render(made_up.facts((each,) * count))
    said = " ".join(
        part if isinstance(part, str) else part.text
        for text in story
        for part in ([text.content] if isinstance(text.content, str) else text.content)
    )
    assert len(said.split()) <= plain_words.WORDS
    assert plain_words.LAST in said
    assert ("were wrong (95 % interval" in said) is (outcome is not Outcome.NOT_EVALUATED)


def test_r28_language_title_and_fonts_are_set(issued: Issued) -> None:
    with pikepdf.open(BytesIO(issued.countersigned)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == f"{report.TITLE} Report PM-0042, version 1"
        fonts = [held for page in pdf.pages for held in page.resources.get("/Font", {}).values()]
        embedded = [held for held in fonts if "/FontFile2" in held.get("/FontDescriptor", {})]
        assert fonts and len(embedded) == len(fonts)
