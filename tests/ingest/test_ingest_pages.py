"""Web pages: the article and what the page declares about it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tadqiq.ingest import read
from tadqiq.model import Article, Rejection

HEAD = """<meta charset="{charset}"><title>ترامب يحادث بوتين - الوكالة</title>
<meta property="og:title" content="ترامب يحادث بوتين هاتفيا | الوكالة">
<meta property="og:site_name" content="الوكالة">
<meta property="og:url" content="https://example.org/news/1">
<meta property="article:published_time" content="2025-07-04T18:30:00Z">"""
PARAGRAPHS = [
    f"هذه الفقرة رقم {n} من خبر طويل عن المحادثة الهاتفية بين الرئيسين بشأن الحرب في أوكرانيا."
    for n in range(6)
]
BODY = (
    "<nav><a href='/'>الرئيسية</a> <a href='/s'>رياضة</a></nav><article>{heading}"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</article><footer>جميع الحقوق محفوظة</footer><script>var hidden = 'لا تقرأ';</script>"
)


def page(head: str = HEAD, heading: str = "", lang: str = "ar") -> str:
    body = BODY.format(heading=heading)
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def article(path: Path, markup: str, encoding: str = "utf-8") -> Article:
    path.write_text(markup.replace("{charset}", encoding), encoding)
    (item,) = read([str(path)])
    assert isinstance(item, Article), item
    return item


def test_the_article_comes_without_the_page_around_it(tmp_path):
    got = article(tmp_path / "story.html", page())
    assert all(paragraph in got.text for paragraph in PARAGRAPHS)
    assert not any(noise in got.text for noise in ("رياضة", "جميع الحقوق", "لا تقرأ"))
    assert got.id == "story"


def test_metadata_is_what_meta_tags_declare(tmp_path):
    got = article(tmp_path / "story.html", page())
    assert got.title == "ترامب يحادث بوتين هاتفيا"
    assert got.text.startswith(got.title + "\n\n")
    assert (got.outlet, got.url) == ("الوكالة", "https://example.org/news/1")
    assert got.published == datetime(2025, 7, 4, 18, 30, tzinfo=UTC)


def test_a_heading_in_the_text_is_the_title_and_not_doubled(tmp_path):
    got = article(tmp_path / "story.html", page(heading="<h1>ترامب يحادث بوتين مطولا</h1>"))
    assert got.title == "ترامب يحادث بوتين مطولا"
    assert got.text.count("ترامب يحادث بوتين") == 1


def test_a_date_written_for_people_is_no_date(tmp_path):
    head = '<meta charset="{charset}"><meta name="date" content="4 يوليو 2025">'
    got = article(tmp_path / "story.html", page(head, heading="<p>نشر في 4 يوليو 2025</p>"))
    assert got.published is None


def test_declared_machine_translation_is_kept_and_not_taken_for_the_language(tmp_path):
    got = article(tmp_path / "story.html", page(lang="ar-x-mtfrom-en"))
    assert got.extra == {"declared_lang": "ar-x-mtfrom-en", "mt_source_lang": "en"}
    assert got.declared_mt is True
    assert got.lang is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
def test_pages_in_other_encodings_read_the_same(tmp_path, encoding):
    expected = article(tmp_path / "expected.html", page())
    assert article(tmp_path / "other.html", page(), encoding).text == expected.text


def test_repeated_paragraphs_are_left_for_the_rules_to_find(tmp_path):
    doubled = page(heading=f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>")
    assert article(tmp_path / "story.html", doubled).text.count(PARAGRAPHS[0]) == 2


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("<!-- -->", "no element|no article"),
        ("<html><body><script>x</script></body></html>", "no article"),
        ("<p>12 34</p>" * 20, "no letters|no article"),
        ("<p>" * 300_000, "tags"),
        ("<p>" + "نص طويل جدا " * 60_000 + "</p>", "characters"),
        ("<div>" * 20_000, "no article|trafilatura"),
    ],
)
def test_a_page_without_an_article_is_refused(tmp_path, markup, reason):
    path = tmp_path / "story.html"
    path.write_text(markup, encoding="utf-8")
    (item,) = read([str(path)])
    assert isinstance(item, Rejection)
    assert any(part in item.reason for part in reason.split("|")), item


def test_entities_are_not_expanded_from_outside(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("كلمة السر هنا")
    doctype = f'<!DOCTYPE html [<!ENTITY leak SYSTEM "file://{secret}">]>'
    path = tmp_path / "story.html"
    path.write_text(doctype + page(heading="<p>نص &leak; نص</p>"), encoding="utf-8")
    assert all("السر" not in getattr(item, "text", "") for item in read([str(path)]))


LINKED = """<meta charset="{charset}"><script type="application/ld+json">{"@context": "https://schema.org",
"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "عنوان من البيانات",
"datePublished": "2025-07-04T18:30:00+03:00", "publisher": {"@type": "Organization", "name": "الوكالة"},
"inLanguage": "ar-t-en-t0-und", "digitalSourceType": "trainedAlgorithmicMedia"}]}</script>"""


def test_what_json_ld_says_counts_where_no_meta_tag_does(tmp_path):
    got = article(tmp_path / "story.html", page(LINKED, lang=""))
    assert (got.title, got.outlet) == ("عنوان من البيانات", "الوكالة")
    assert got.published == datetime(2025, 7, 4, 15, 30, tzinfo=UTC)
    assert got.declared_mt is True
    assert got.extra["digital_source_type"] == "trainedAlgorithmicMedia"
    broken = LINKED.replace('"@graph"', "@graph")
    assert article(tmp_path / "broken.html", page(broken)).published is None
