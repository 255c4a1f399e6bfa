"""What spreadsheets, workflows, annotation viewers and translation tools read."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.errors import ReportError
from tadqiq.model import ArticleAudit, Audit, Document, Finding, Span
from tadqiq.report import Layout, reporter

X = "{urn:oasis:names:tc:xliff:document:2.0}"
I = "{http://www.w3.org/2005/11/its}"  # noqa: E741


def table(audit: Audit, name: str, delimiter: str) -> list[dict[str, str]]:
    text = reporter(name).render(audit, "en").removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def targets(root: Any) -> str:
    """The text that an XLIFF tool shows, ``<cp>`` included."""

    def said(node: Any) -> str:
        own = chr(int(node.get("hex"), 16)) if node.tag == f"{X}cp" else node.text or ""
        return own + "".join(said(child) + (child.tail or "") for child in node)

    return "".join(said(target) for target in root.iter(f"{X}target"))


def changed(audit: Audit, **facts: object) -> Audit:
    base = audit.articles[0]
    source = replace(base.document.article, **facts)  # type: ignore[arg-type]
    one = replace(base, document=Document(source, base.document.profile, ()))
    return replace(audit, articles=(one,))


def test_the_spreadsheet_has_a_row_an_article_best_first(audit: Audit) -> None:
    rows = table(audit, "csv", ",")
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert rows[2]["kinds"].startswith("meaning 1; latin 2; agreement.gender 1; calque 2")
    assert [rows[2][name] for name in ("findings", "critical", "major", "minor")] == [
        "9", "1", "2", "6",
    ]  # fmt: skip
    assert rows[1]["drift"] == ""


def test_a_spreadsheet_program_sees_that_it_is_utf8(audit: Audit) -> None:
    assert b"".join(reporter("csv").parts(audit, "en")).startswith(b"\xef\xbb\xbfrank,")


@pytest.mark.parametrize("title", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_title_becomes_a_formula(audit: Audit, title: str) -> None:
    assert table(changed(audit, title=title), "csv", ",")[0]["title"] == "'" + title


def test_annotations_stand_at_the_words_in_question(audit: Audit) -> None:
    lines = reporter("github").render(audit, "en").splitlines()
    assert len(lines) == 11
    agreement = next(line for line in lines if "A201" in line)
    assert agreement.startswith(
        "::warning file=feed/a.txt,line=3,endLine=3,col=33,endColumn=46,"
        "title=A201 agreement.gender::«الحكومة الجديد»: Noun and adjective disagree in gender.%0A"
    )
    assert [line.split(" ")[0] for line in lines].count("::error") == 2


def test_no_text_can_start_a_command_of_its_own(audit: Audit) -> None:
    base = audit.articles[0]
    evil = "x\n::stop-commands::y\r%"
    finding = replace(base.findings[0], quote=evil, suggestions=(), kind="a,b:c")
    shown = replace(audit, articles=(replace(base, findings=(finding,)),), rejections=())
    text = reporter("github").render(shown, "en")
    assert text.count("\n") == 1
    assert "title=C201 a%2Cb%3Ac::" in text


def test_every_error_is_a_row_with_its_words_marked(audit: Audit) -> None:
    rows = table(audit, "mqm", "\t")
    assert list(rows[0]) == [
        "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category",
        "severity",
    ]  # fmt: skip
    errors = [row for row in rows if row["category"] != "No-error"]
    marked = [re.findall("<v>(.*?)</v>", row["target"]) for row in errors]
    quotes = [f.quote for article in audit.articles[::2] for f in article.findings]
    assert marked[:-1] == [[quote] for quote in quotes[:-1]]
    assert errors[2]["category"] == "Accuracy/Mistranslation"
    assert errors[2]["severity"] == "Critical"
    assert errors[0]["system"] == "صحيفة"


def test_a_book_without_a_full_stop_is_not_repeated_for_every_error(audit: Audit) -> None:
    base, unit, count = audit.articles[0], "صاروخ Patriot آخر ، ", 2000
    found = tuple(
        replace(base.findings[5], span=Span(start + 6, start + 13))
        for start in range(0, count * len(unit), len(unit))
    )
    shown = replace(changed(audit, text=unit * count).articles[0], findings=found)
    rows = table(replace(audit, articles=(shown,)), "mqm", "\t")
    assert len(rows) == count
    assert max(len(row["target"]) for row in rows) < 5000
    assert all("<v>Patriot</v>" in row["target"] for row in rows)


def test_a_sentence_without_an_error_says_so(audit: Audit) -> None:
    clean = [row for row in table(audit, "mqm", "\t") if row["doc"] == "b"]
    assert [(row["category"], row["severity"]) for row in clean] == [("No-error", "No-error")]


def test_a_review_tool_reads_the_text_as_audited_with_its_issues(audit: Audit) -> None:
    root = ElementTree.fromstring(reporter("xliff").render(changed(audit), "en"))
    assert root.attrib["version"] == "2.1"
    assert root.attrib[f"{I}version"] == "2.0"
    assert root.attrib["trgLang"] == "ar"
    assert targets(root) == audit.articles[0].document.text
    marks = [node for node in root.iter() if node.get("type") == "its:generic"]
    types = [node.get(f"{I}locQualityIssueType") for node in marks]
    assert sorted(types) == sorted(
        ["mistranslation"] * 3 + ["untranslated"] * 2
        + ["grammar", "whitespace", "characters", "other"]
    )  # fmt: skip
    severities = {node.get(f"{I}locQualityIssueSeverity") for node in marks}
    assert severities == {"4", "20", "100"}
    (unit,) = root.iter(f"{X}unit")
    assert unit.get(f"{I}locQualityRatingScore") == "52.34"


def test_overlapping_issues_are_both_there_and_the_document_stays_well_formed(
    audit: Audit,
) -> None:
    root = ElementTree.fromstring(reporter("xliff").render(changed(audit), "en"))
    loose = {node.get("id") for node in root.iter(f"{X}sm")}
    assert len(loose) == 2
    assert {node.get("startRef") for node in root.iter(f"{X}em")} == loose


def test_a_batch_in_several_languages_says_so(audit: Audit) -> None:
    root = ElementTree.fromstring(reporter("xliff").render(audit, "ar"))
    assert root.attrib["trgLang"] == "mul"
    assert len(list(root.iter(f"{X}file"))) == 3


@settings(deadline=None, max_examples=60)
@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_any_text_with_any_findings_comes_out_whole(
    audit: Audit, text: str, data: st.DataObject
) -> None:
    text = text.encode("utf-8", "replace").decode()
    base: ArticleAudit = audit.articles[0]
    cut = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(cut, cut).map(sorted), max_size=4))
    findings = tuple(
        replace(base.findings[0], span=Span(*span), quote=text[slice(*span)]) for span in spans
    )
    shown = replace(changed(audit, text=text).articles[0], findings=findings)
    whole = replace(audit, articles=(shown,), rejections=())
    root = ElementTree.fromstring(reporter("xliff").render(whole, "en"))
    assert targets(root) == text
    begun = [node.get("id") for node in root.iter() if node.tag in (f"{X}sm", f"{X}mrk")]
    assert len(set(begun)) == len(findings)
    errors = [row for row in table(whole, "mqm", "\t") if row["category"] != "No-error"]
    assert len(errors) == len(findings)


def test_parquet_holds_the_records_of_jsonl(audit: Audit) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    data = b"".join(reporter("parquet").parts(audit, "en"))
    import json

    rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    records = [json.loads(line) for line in reporter("jsonl").render(audit, "en").splitlines()]
    for row, record in zip(rows, records, strict=True):
        assert row | {"extra": json.loads(row["extra"])} == record


def test_parquet_without_pyarrow_says_what_to_install(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReportError, match=r"tadqiq\[parquet\]"):
        list(reporter("parquet").parts(audit, "en"))


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "sarif", "mqm", "xliff"])
def test_a_report_is_written_article_by_article(audit: Audit, name: str) -> None:
    """Each piece is asked for before the next article is: a long batch is never held twice."""
    read: list[str] = []
    watched = replace(audit, articles=Watched(audit.articles, read.append))
    pieces = reporter(name, Layout(order="input")).text(watched, "en")
    before = {len(read) for _ in pieces}
    assert len(before) > 2


class Watched(tuple[ArticleAudit, ...]):
    """Articles that say when they are read."""

    def __new__(cls, articles: tuple[ArticleAudit, ...], tell: Callable[[str], None]) -> Watched:
        made = super().__new__(cls, articles)
        made.tell = tell
        return made

    def __iter__(self) -> Any:
        for article in super().__iter__():
            self.tell(article.document.id)
            yield article


def test_findings_of_one_article_keep_their_order(audit: Audit) -> None:
    found: list[Finding] = list(audit.articles[0].findings)
    rows = [row for row in table(audit, "mqm", "\t") if row["doc"] == "a"]
    assert [row["target"].split("<v>")[1].split("</v>")[0] for row in rows] == [
        finding.quote for finding in found
    ]
