"""NewsML-G2, NITF and ninjs, as agencies send them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
<newsItem guid="urn:newsml:1" version="2" standard="NewsML-G2" xml:lang="ar"><itemMeta>
<itemClass qcode="ninat:text"/><provider qcode="nprov:XYZ"><name>وكالة</name></provider>
<versionCreated>2025-07-04T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/>
{meta}</itemMeta><contentMeta><headline>عنوان</headline><by>كاتب</by>{content}</contentMeta>
<contentSet>{body}</contentSet></newsItem></itemSet></newsMessage>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>خفي</title></head><body><h2>فرعي</h2><p>فقرة</p><p>ثانية</p></body></html></inlineXML>"""
NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata>
<doc-id id-string="n-17"/><date.issue norm="20250704T100000Z"/></docdata>
<pubdata name="صحيفة" date.publication="20250705"/></head><body xml:lang="ar"><body.head><hedline>
<hl1>عنوان نتف</hl1></hedline><byline>كاتب</byline></body.head><body.content><p>أولى</p>
<block><p>ثانية</p></block></body.content></body></nitf>"""


def g2(body=XHTML, meta="", content=""):
    return G2.format(body=body, meta=meta, content=content)


def test_a_news_item_is_read_with_what_its_metadata_say(reading):
    (got,), rejections = reading(g2())
    assert rejections == []
    assert got.text == "عنوان\n\nفرعي\n\nفقرة\n\nثانية"
    assert (got.id, got.outlet, got.lang) == ("urn:newsml:1", "وكالة", "ar")
    assert got.published == datetime(2025, 7, 4, 10, tzinfo=UTC)
    assert (got.extra["author"], got.extra["version"]) == ("كاتب", "2")


@pytest.mark.parametrize(
    "body",
    [
        f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
        "<inlineData contenttype='text/plain'>أولى\n\nثانية</inlineData>",
        "<inlineData contenttype='text/html'>&lt;p>أولى&lt;/p>&lt;p>ثانية&lt;/p></inlineData>",
    ],
)
def test_a_news_item_may_hold_its_text_in_any_form(reading, body):
    (got,), _ = reading(g2(body))
    assert got.text == "عنوان\n\nأولى\n\nثانية"


def test_packages_and_withdrawn_items_are_refused_by_name(reading):
    articles, (rejection,) = reading(g2().replace("newsItem", "packageItem"))
    assert articles == []
    assert "<packageItem>" in rejection.reason
    _, (rejection,) = reading(g2().replace("stat:usable", "stat:canceled"))
    assert "withdrawn" in rejection.reason


def test_a_nitf_document_is_read(reading):
    (got,), _ = reading(NITF, "story.nitf")
    assert got.text == "عنوان نتف\n\nأولى\n\nثانية"
    assert (got.id, got.outlet, got.lang) == ("صحيفة#n-17", "صحيفة", "ar")
    assert got.published == datetime(2025, 7, 4, 10, tzinfo=UTC)


NINJS_1 = {
    "uri": "urn:ninjs:1",
    "type": "text",
    "versioncreated": "2025-07-04T10:00:00Z",
    "language": "ar",
    "headline": "عنوان",
    "byline": "كاتب",
    "body_text": "أولى ثانية",
    "body_xhtml": "<p>أولى</p><p>ثانية</p>",
    "copyrightholder": "وكالة",
}
NINJS_2 = {
    "uri": "urn:ninjs:1",
    "contentcreated": "2025-07-04T10:00:00Z",
    "language": "ar",
    "headlines": [{"role": "sub", "value": "فرعي"}, {"role": "main", "value": "عنوان"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>أولى</p><p>ثانية</p>"}],
    "by": "كاتب",
    "infosources": [{"name": "وكالة"}],
}
NINJS_3 = {
    "uri": "urn:ninjs:1",
    "contentCreated": "2025-07-04T10:00:00Z",
    "language": "ar",
    "headlines": [{"value": "عنوان"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "أولى\n\nثانية"}],
    "by": "كاتب",
    "infoSources": [{"name": "وكالة"}],
}


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, NINJS_3], ids=["1", "2", "3"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
def test_every_version_of_ninjs_reads_the_same(reading, item, name):
    (got,), rejections = reading(json.dumps(item, ensure_ascii=False), name)
    assert rejections == []
    assert got.text == "عنوان\n\nأولى\n\nثانية"
    assert (got.id, got.outlet, got.lang) == ("urn:ninjs:1", "وكالة", "ar")
    assert got.published == datetime(2025, 7, 4, 10, tzinfo=UTC)
    assert got.extra["author"] == "كاتب"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"pubstatus": "canceled"}, "withdrawn"),
        ({"type": "picture", "body_text": "", "body_xhtml": ""}, "holds no text"),
        ({"headline": "", "body_text": 5, "body_xhtml": None}, "empty"),
    ],
)
def test_a_ninjs_item_without_an_article_is_refused(reading, changed, reason):
    articles, (rejection,) = reading(json.dumps(NINJS_1 | changed), "a.json")
    assert articles == []
    assert reason in rejection.reason


SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@pytest.mark.parametrize(
    ("text", "name", "machine", "details"),
    [
        (
            json.dumps(NINJS_3 | {"digitalSourceType": SOURCE_TYPE + "trainedAlgorithmicMedia"}),
            "a.json",
            True,
            {"digital_source_type": "trainedAlgorithmicMedia"},
        ),
        (
            json.dumps(NINJS_1 | {"digitalsourcetype": {"code": "digsrctype:humanEdits"}}),
            "a.json",
            False,
            {"digital_source_type": "humanEdits"},
        ),
        (
            g2(meta=f'<digitalSourceType uri="{SOURCE_TYPE}trainedAlgorithmicMedia"/>'),
            "a.xml",
            True,
            {"digital_source_type": "trainedAlgorithmicMedia"},
        ),
        (
            g2(content='<language tag="ar-t-fr-t0-systran"/>'),
            "a.xml",
            True,
            {"mt_source_lang": "fr", "mt_engine": "systran"},
        ),
        (
            g2(
                XHTML.replace(
                    "<body>",
                    '<body xmlns:its="http://www.w3.org/2005/11/its" its:mtConfidence="0.78"'
                    ' its:annotatorsRef="terminology|x mt-confidence|file:///t#T1">',
                )
            ),
            "a.xml",
            True,
            {"mt_confidence": 0.78, "mt_engine": "file:///t#T1"},
        ),
        (
            '{"id": "a", "text": "نص", "lang": "ar-x-mtfrom-de"}',
            "a.jsonl",
            True,
            {"mt_source_lang": "de"},
        ),
        ('{"id": "a", "text": "نص", "declared_mt": false}', "a.jsonl", False, {}),
        ('{"id": "a", "text": "نص", "lang": "ar-t-en"}', "a.jsonl", None, {}),
        (
            '<html><body><article its-mt-confidence="0.5">'
            + "<p>نص طويل عن المحادثة الهاتفية بين الرئيسين بشأن الحرب.</p>" * 9,
            "a.html",
            True,
            {"mt_confidence": 0.5},
        ),
        (
            '<html class="translated-rtl" lang="ar"><body><article>'
            + "<p>نص طويل عن المحادثة الهاتفية بين الرئيسين بشأن الحرب.</p>" * 9,
            "a.html",
            True,
            {"mt_engine": "Google Translate in the browser"},
        ),
        (
            '<rss><channel><item><description>&lt;p lang="ar-x-mtfrom-en">نص&lt;/p></description>'
            "</item></channel></rss>",
            "a.rss",
            True,
            {"mt_source_lang": "en"},
        ),
        (
            '<rss xmlns:its="http://www.w3.org/2005/11/its"><channel><item><title>نص</title>'
            '<its:provenanceRecords><its:provenanceRecord toolRef="https://mt.example/v2"/>'
            "</its:provenanceRecords></item></channel></rss>",
            "a.rss",
            True,
            {"mt_engine": "https://mt.example/v2"},
        ),
        (
            '<rss xmlns:its="http://www.w3.org/2005/11/its"><channel>'
            '<item its:tool="cat" its:person="مترجم"><title>نص</title></item></channel></rss>',
            "a.rss",
            None,
            {},
        ),
    ],
)
def test_declared_machine_translation_comes_along(reading, text, name, machine, details):
    (got,), _ = reading(text, name)
    assert got.declared_mt is machine
    assert details.items() <= got.extra.items()
    assert got.lang in ("ar", None)


def test_a_wrong_declaration_is_refused_in_records(reading):
    articles, (rejection,) = reading('{"id": "a", "text": "نص", "declared_mt": "x"}', "a.jsonl")
    assert articles == []
    assert "declared_mt" in rejection.reason


def test_names_with_stray_colons_in_broken_markup_are_survived(reading):
    odd = g2("<inlineXML><p:1:q xmlns:p='u'>فقرة</p:1:q><a:>ثانية</a:></inlineXML>")
    articles, rejections = reading(odd)
    assert len(articles) + len(rejections) == 1
    assert all("itself failed" not in rejection.reason for rejection in rejections)


def test_what_breaks_a_reader_is_a_rejection_and_the_next_is_read(reading, monkeypatch):
    from tadqiq.ingest import values

    def fails(value):
        raise ZeroDivisionError("never")

    monkeypatch.setattr(values, "ninjs", fails)
    lines = json.dumps(NINJS_1) + '\n{"id": "a", "text": "نص"}'
    (got,), (rejection,) = reading(lines, "a.jsonl")
    assert got.id == "a"
    assert "tadqiq itself failed (read: ZeroDivisionError: never)" in rejection.reason
