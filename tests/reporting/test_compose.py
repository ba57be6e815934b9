"""The composed report: archival, complete, reproducible; names as stored; no forbidden phrase; its record canonical."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
import rfc8785
from pikepdf import pdfa

from forensix import settings
from forensix.domain.examination import AgeEstimate, Limitation, ObservedSex, Outcome
from forensix.domain.report import ReportFacts
from forensix.reporting import report
from forensix.reporting.page import Running, build
from forensix.reporting.preview import compose_draft
from forensix.reporting.sections import estimate, items, plain_words
from forensix.reporting.signature_block import END, SignatureBlock
from tests.reporting.conftest import Issued
from tests.support import facts as made_up
from tests.support.poppler import text_of

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
LONGEST_NAME = 5000


def words(pdf: bytes) -> str:
    """The text on one line, so that a wrapped sentence is found."""
    return " ".join(text_of(pdf).split())


def small(**changes: object) -> ReportFacts:
    item = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)), **changes)  # type: ignore[arg-type]
    return made_up.facts((item,))


@pytest.fixture(scope="module")
def two() -> ReportFacts:
    """Two items of different outcome, a repeat, a review, a replaced report."""
    first = replace(made_up.item(1), pixels=made_up.pixels(1, (96, 72)), earlier_examinations=(made_up.examination(1, 0.3),))
    decided = made_up.examination(2, -1.4, outcome=Outcome.FEMALE, reason="")
    second = replace(made_up.item(2), pixels=made_up.pixels(2, (96, 72)), examination=replace(decided, saliency=None, age=None))
    facts = made_up.facts((first, second), reviews=(made_up.review(agrees=False, text="I see no direction."),))
    return replace(facts, report=replace(facts.report, version=2, supersedes="9f" * 32))


@pytest.fixture(scope="module")
def composed(two: ReportFacts) -> report.Composed:
    return report.compose(two)


def test_it_is_valid_pdf_a_before_the_fields_are_added(two: ReportFacts) -> None:
    from forensix.reporting import archive, record

    facts = report.complete(two, None)
    written = record.record_of(facts)
    pages = report.pages_of(facts, record.sha256(written), SignatureBlock())
    archived = archive.archive(pages, written, facts.report.issued_at)
    assert pdfa.validate_written(BytesIO(archived), "3b").passed


def test_a_page_that_is_not_archivable_is_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    from forensix.reporting import archive

    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(100, 100, "a font that is not embedded")
    canvas.save()
    with pytest.raises(archive.ReportNotArchivable, match="not valid PDF/A"):
        archive.archive(target.getvalue(), b"{}", None)


def test_both_fields_are_there_and_empty_on_the_last_page(composed: report.Composed) -> None:
    with pikepdf.open(BytesIO(composed.pdf)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == ["Examiner", "Reviewer"]
        assert all("/V" not in field for field in fields)
        assert {field.P.objgen for field in fields} == {pdf.pages[-1].objgen}
        left, low, right, high = (float(edge) for edge in fields[0].Rect)
        assert right - left > 200
        assert high - low > 50
        assert left > 0
        assert low > 0


def test_the_outline_leads_to_every_section(composed: report.Composed) -> None:
    with pikepdf.open(BytesIO(composed.pdf)) as pdf, pdf.open_outline() as outline:
        titles = [str(entry.title).partition("  ")[2] for entry in outline.root]
        pages = [pdf.pages.index(pikepdf.Page(entry.destination[0])) for entry in outline.root]
        assert titles == [*(section.TITLE for section in report.SECTIONS), "Record and signatures"]
        assert pages == sorted(pages)
        assert pages[-1] == len(pdf.pages) - 1
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_record_is_attached_canonical_and_hashed(composed: report.Composed, two: ReportFacts) -> None:
    with pikepdf.open(BytesIO(composed.pdf)) as pdf:
        specification = pdf.attachments["record.json"]
        attached = bytes(specification.get_file().read_bytes())
        assert specification.relationship == pikepdf.Name.Data
        assert str(pdf.Root.Lang) == "en-GB"
        assert "PM-0042" in str(pdf.docinfo["/Title"])
    assert attached == composed.record
    assert composed.record_sha256 == hashlib.sha256(attached).hexdigest()
    record = json.loads(attached)
    assert rfc8785.dumps(record) == attached
    assert record["case"]["number"] == "PM-0042"
    assert record["items"][0]["radiograph"]["sha256"] == two.items[0].radiograph.sha256
    assert record["items"][0]["examination"]["logits"] == two.items[0].examination.logits
    assert "record_sha256" not in record["report"]


def test_the_records_posteriors_follow_from_its_ratio(composed: report.Composed) -> None:
    for item in json.loads(composed.record)["items"]:
        ratio = 10 ** item["likelihood"]["log10_lr"]
        for prior, posterior in item["likelihood"]["posterior_male"].items():
            odds = ratio * float(prior) / (1 - float(prior))
            assert posterior == pytest.approx(odds / (1 + odds), abs=1e-9)


def test_the_same_facts_give_the_same_pages(two: ReportFacts) -> None:
    facts = report.complete(two, None)
    assert report.pages_of(facts, "0" * 64, SignatureBlock()) == report.pages_of(facts, "0" * 64, SignatureBlock())
    first, second = (report.compose(two) for _ in range(2))
    assert first.record == second.record
    volatile = re.compile(rb"/ModDate \([^)]*\)|/ID \[.*?\]|<xmp:M(?:etadata|odify)Date>[^<]*|xmp:M(?:etadata|odify)Date=\"[^\"]*\"")
    assert volatile.sub(b"", first.pdf) == volatile.sub(b"", second.pdf)


@needs_pdftotext
def test_every_page_says_what_it_is(composed: report.Composed) -> None:
    pages = text_of(composed.pdf).split("\f")[:-1]
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert report.TITLE in page
        assert "Report PM-0042, version 2" in page
        assert "Institute of Forensic Anthropology, Exampletown" in page
        assert f"page {number} of {len(pages)}" in page
        assert "SYNTHETIC" in page
    assert END in pages[-1]


@needs_pdftotext
def test_the_pages_say_what_a_court_needs(composed: report.Composed, two: ReportFacts) -> None:
    text = words(composed.pdf)
    first, second = two.items
    for needed in (
        estimate.TITLE,
        "6.3 in favour of male over female",
        "25 in favour of female over male",
        "prior 0.3",
        "prior 0.7",
        "extremely strong support",
        "1/39 to 31 (log10 −1.60 to 1.50)",
        "89.4 %",
        "87.4 % to 91.4 %",
        "95 % prediction interval 8.2 to 12.0 years (98 to 144 months)",
        items.CAPTION,
        "grid 5 x 5",
        "No map was asked for",
        "research use; outside ANSI/ASB 090 (subadult)",
        "cannot be told from this radiograph",
        "The casebook hides the estimate until",
        "dissents",
        "I see no direction.",
        "foot.png",
        "blank.png was not examined",
        "Other examinations of the items reported",
        "living children of one made-up hospital",
        "9f" * 32,
        composed.record_sha256,
        two.chain_head[1],
        first.radiograph.sha256,
        second.radiograph.pixels_sha256,
        "0x1.d70a3d70a3d71p+0",
        two.commit,
        "torch 2.15.0",
        "may not be copied except in full",
    ):
        assert needed in text or needed.replace(" ", "") in text.replace(" ", ""), needed
    for item in two.items:
        for limitation in item.examination.sex.limitations:
            assert limitation.sentence in text


@needs_pdftotext
@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_heading_is_left_alone_at_the_foot_of_a_page(page: str, count: int) -> None:
    item = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
    facts = made_up.facts(tuple(replace(item, specimen=made_up.specimen(number)) for number in range(count)))
    headings = {f"{number} {section.TITLE}" for number, section in enumerate(report.SECTIONS, 1)}
    alone = {"Failed attempts:", "The method", "Basis", "Review by a second examiner"}
    for text in text_of(report.compose(facts, page=page).pdf, "-raw").split("\f")[:-1]:
        lines = [line for line in text.splitlines() if line.strip()]
        last = [line for line in lines if not line.startswith(("SYNTHETIC ·", "Report PM-", "Institute of", "page "))][-1]
        assert last not in headings | alone
        assert not re.fullmatch(r"Item \d+: \S+|The model \S+|Model \S+|Validated error rate of \S+", last), last


def sections_text(facts: ReportFacts) -> str:
    return words(report.compose(facts).pdf)


@needs_pdftotext
def test_no_page_of_a_real_case_says_synthetic() -> None:
    assert "SYNTHETIC" not in sections_text(replace(small(), synthetic=False))


@needs_pdftotext
def test_a_flat_map_is_said_to_be_none() -> None:
    examination = made_up.examination()
    assert examination.saliency is not None
    flat = replace(examination, saliency=replace(examination.saliency, map=None))
    text = sections_text(small(examination=flat))
    assert "no map" in text
    assert "gave no map that could be shown" in text


@needs_pdftotext
@pytest.mark.parametrize("reason", ["outside_validation", "atypical", "quality"])
def test_what_was_not_evaluated_is_an_exhibit(reason: str) -> None:
    text = sections_text(small(examination=made_up.examination(outcome=Outcome.NOT_EVALUATED, reason=reason)))
    assert estimate.EXHIBIT in text
    assert "The findings provide" not in text
    assert "The program gives no sex: " in text


@needs_pdftotext
def test_where_the_network_gave_no_number_none_is_printed() -> None:
    made = made_up.examination(log10_lr=0.0, outcome=Outcome.NOT_EVALUATED, reason="no_result")
    text = sections_text(small(examination=replace(made, age=None, saliency=None)))
    assert "There is no number to report." in text
    assert "Posterior beside its prior" not in text
    assert "neither proposition is favoured" not in text


@needs_pdftotext
def test_the_plain_words_are_few_and_follow_from_the_numbers() -> None:
    text = sections_text(small())
    plain = text[text.index("14 In plain words") : text.index(plain_words.LAST) + len(plain_words.LAST)]
    assert len(plain.split()) <= 120
    assert "6.3 times as probable in a male hand as in a female one" in plain
    row = next(row for row in small().evidence[made_up.MODEL]["errors"] if row["group"] == "all")
    assert f"Of {row['right'] + row['wrong']} test hands to which the program gave a sex, {row['wrong']} were wrong" in plain


def test_the_estimates_of_several_items_share_their_pages() -> None:
    """The rules with the first item, then two items to a page, then the verbal scale."""
    pages = build(estimate.render(report.complete(made_up.facts(5), None)), Running("t", "n", "l", "a", "s"))
    with pikepdf.open(BytesIO(pages)) as pdf:
        assert len(pdf.pages) == 4


@needs_pdftotext
def test_an_adult_is_not_headed_subadult() -> None:
    adult = replace(made_up.examination(), age=AgeEstimate(300.0, 270.0, 330.0, "m"))
    assert "outside ANSI/ASB 090" not in sections_text(small(examination=adult))


@needs_pdftotext
def test_an_unblinded_casebook_and_a_missing_observation_are_told() -> None:
    text = sections_text(replace(small(observation=None), blind_first=False))
    assert "none was recorded" in text
    assert "whether it was seen before the observation is not known" in text


def hostile_names() -> Iterator[str]:
    yield from (
        "<Unknown>",
        "A & B",
        "<img src='/etc/passwd'/>",
        "<b>bold</b> &lt; &#65;",
        "محمد عبد الله الأحمد",
        "王小明",
        "山田 太郎",
        "김철수",
    )
    yield from (
        "Łukasz Żółć",
        "Nguyễn Thị Hồng",
        "Ελένη Παπαδοπούλου",
        "Иван Петров",
        'O\'Neil-Smith "Jr."',
        "José".replace("é", "e\u0301"),
    )


@needs_pdftotext
@pytest.mark.parametrize("name", list(hostile_names()))
def test_a_name_is_printed_as_it_is_stored(name: str) -> None:
    pdf = report.compose(replace(small(), case=replace(made_up.facts(()).case, requester=name))).pdf
    text = text_of(pdf) + text_of(pdf, "-raw")  # without -raw poppler takes "A & B" for letter-spacing
    assert unicodedata.normalize("NFC", name) in unicodedata.normalize("NFC", text)


@needs_pdftotext
def test_control_characters_are_written_out_and_the_record_keeps_them() -> None:
    facts = replace(small(), case=replace(made_up.facts(()).case, requester="a\x00b\u202ec😀"))
    composed = report.compose(facts)
    assert "a[U+0000]b[U+202E]c[U+1F600]" in text_of(composed.pdf)
    assert json.loads(composed.record)["case"]["requester"] == "a\x00b\u202ec😀"


@needs_pdftotext
def test_texts_longer_than_a_page_are_printed_whole() -> None:
    sentences = " ".join(f"Sentence {number} of the basis." for number in range(400))
    item = made_up.item()
    facts = small(conclusion=replace(item.conclusion, basis=sentences), specimen=replace(item.specimen, condition="x" * LONGEST_NAME))
    text = words(report.compose(facts).pdf)
    assert [number for number in range(400) if not re.search(rf"\bSentence {number}\b", text)] == []
    assert sum(map(len, re.findall("x{5,}", text.replace(" ", "")))) == LONGEST_NAME


def test_a_record_holds_what_json_cannot() -> None:
    wild = replace(made_up.examination(), sex=replace(made_up.examination().sex, typicality=float("nan"), log10_lr_unbounded=float("inf")))
    record = json.loads(report.compose(small(examination=wild)).record)
    assert record["items"][0]["examination"]["sex"]["typicality"] == "nan"
    assert isinstance(record["custody"][0]["monotonic_ns"], int)


def forbidden(text: str) -> list[str]:
    """Every forbidden phrase in a text, by the shipped list."""
    found = []
    for phrase in tomllib.loads((settings.resources() / "phrases.toml").read_text(encoding="utf-8"))["phrase"]:
        allowed = text
        for exception in phrase["except"]:
            allowed = re.sub(re.escape(exception), " ", allowed, flags=re.IGNORECASE)
        found += [f"{phrase['pattern']}: {hit.group(0)}" for hit in re.finditer(phrase["pattern"], allowed, re.IGNORECASE)]
    return found


@needs_pdftotext
@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("seen", list(ObservedSex))
def test_no_report_says_a_forbidden_phrase(outcome: Outcome, seen: ObservedSex) -> None:
    ratio = {Outcome.MALE: 1.5, Outcome.FEMALE: -1.6}.get(outcome, 0.1)
    item = made_up.item()
    assert item.observation is not None
    facts = small(
        examination=made_up.examination(1, ratio, outcome=outcome, reason=""),
        conclusion=replace(item.conclusion, outcome=outcome),
        observation=replace(item.observation, outcome=seen),
    )
    assert forbidden(words(report.compose(replace(facts, reviews=(made_up.review(),))).pdf)) == []


def test_the_phrase_list_would_find_them() -> None:
    assert forbidden("The body was identified as a man; confidence 99.9 %.")
    assert forbidden(f"{estimate.TITLE}; a confidence interval") == []


@needs_pdftotext
def test_a_limitation_of_the_estimate_reaches_the_page() -> None:
    sex = replace(made_up.examination().sex, limitations=(Limitation("x", "A doubt made up for this test."),))
    assert "A doubt made up for this test." in sections_text(small(examination=replace(made_up.examination(), sex=sex)))


@needs_pdftotext
def test_a_model_without_evaluation_has_no_error_rate() -> None:
    assert "its error rate is unknown" in words(compose_draft(replace(small(), model_cards={})))


def test_letter_and_a_draft() -> None:
    with pikepdf.open(BytesIO(report.compose(small(), page="Letter").pdf)) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    draft = compose_draft(small())
    with pikepdf.open(BytesIO(draft)) as pdf:
        assert "/AcroForm" not in pdf.Root
    if shutil.which("pdftotext"):
        assert all("DRAFT SYNTHETIC" in page for page in text_of(draft).split("\f")[:-1])


def test_an_empty_draft_and_a_report_of_many_items_compose() -> None:
    assert compose_draft(made_up.facts(()))
    item = replace(made_up.item(), pixels=made_up.pixels(1, (96, 72)))
    many = made_up.facts(tuple(replace(item, specimen=made_up.specimen(number)) for number in range(8)))
    late = replace(many, report=replace(many.report, issued_at=made_up.START + timedelta(days=400)))
    assert report.compose(late).pdf


def test_the_shared_issue_composes_too(issued: Issued) -> None:
    assert issued.composed.record_sha256 == hashlib.sha256(issued.composed.record).hexdigest()
