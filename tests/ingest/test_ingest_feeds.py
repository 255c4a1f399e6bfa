"""RSS, Atom, JSON Feed and news sitemaps: every item comes out, with what it says of itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>وكالة &amp; أنباء</title>
<link>https://news.example.org/</link><language>ar</language>
"""
TAIL = "</channel></rss>"


def rss(*items):
    return HEAD + "\n".join(items) + TAIL


def item(n, body="نص الخبر", extra=""):
    return (
        f"<item><title>عنوان {n}</title><guid>https://example.org/{n}</guid>"
        f"<description><![CDATA[{body}]]></description>{extra}</item>"
    )


def test_everything_an_rss_item_says_is_read(reading):
    full = """<item><title>خبر &laquo;أول&raquo; & ثان</title>
    <link>https://news.example.org/1?a=1&b=2</link><guid isPermaLink="false">17</guid>
    <pubDate>Fri, 04 Jul 2025 18:30:00 +0300</pubDate><dc:creator>كاتب</dc:creator>
    <category>سياسة</category><description>موجز</description>
    <content:encoded><![CDATA[<p>الفقرة <b>الأولى</b>&nbsp;هنا.</p><p>الثانية<br>سطر</p>
    <ul><li>بند</li><li>آخر</li></ul><script>خفي</script>]]></content:encoded></item>"""
    (got,), rejections = reading(rss(full))
    assert rejections == []
    assert got.text == "خبر «أول» & ثان\n\nالفقرة الأولى هنا.\n\nالثانية\nسطر\n\nبند\n\nآخر"
    assert got.title == "خبر «أول» & ثان"
    assert (got.id, got.url) == ("news.example.org#17", "https://news.example.org/1?a=1&b=2")
    assert (got.outlet, got.lang) == ("وكالة & أنباء", "ar")
    assert got.published == datetime(2025, 7, 4, 15, 30, tzinfo=UTC)
    assert (got.extra["author"], got.extra["categories"]) == ("كاتب", ["سياسة"])


def test_an_item_names_its_line(reading):
    articles, _ = reading(rss(item(1), item(2)))
    assert [got.origin.rpartition(":")[2] for got in articles] == ["5", "6"]


def test_the_source_of_an_item_taken_over_is_its_outlet(reading):
    source = '<source url="https://other.example/feed">صحيفة أخرى</source>'
    (got,), _ = reading(rss(item(1, extra=source)))
    assert (got.outlet, got.extra["feed"]) == ("صحيفة أخرى", "وكالة & أنباء")


def test_an_item_without_a_guid_has_an_id_made_of_its_text(reading):
    bare = "<item><title>عنوان</title><description>نص</description></item>"
    (one,), _ = reading(rss(bare))
    again = reading(rss(item(1), bare), "other.xml")[0][1]
    assert one.id == again.id
    assert one.id.startswith("sha256-")


def test_one_guid_with_two_texts_is_two_articles_and_with_one_text_a_duplicate(reading):
    articles, (rejection,) = reading(rss(item(1), item(1, "نص آخر"), item(1)))
    assert [got.extra.get("version_of") for got in articles] == [None, articles[0].id]
    assert articles[0].id != articles[1].id
    assert "the same text again" in rejection.reason


def test_items_without_guid_and_with_equal_text_are_counted(reading):
    bare = "<item><title>عنوان</title><description>نص</description></item>"
    articles, rejections = reading(rss(bare, bare))
    assert (len(articles), len(rejections)) == (1, 1)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (
            "<item><title>مقطوع</title><description><![CDATA[نص بلا نهاية </description></item>",
            "CDATA",
        ),
        ("<item><title>بلا إغلاق</title><description>نص</description>", "not closed"),
        ("<item><title>متداخل<description>نص</description></title></item>", None),
        ("<item><title>مائل<description>نص</title></description></item>", "without loss"),
        ("<item></item>", "empty"),
        ("<item/>", "empty"),
        ("<item><title>123</title></item>", "no letters"),
    ],
)
def test_a_broken_item_costs_itself_only(reading, broken, reason):
    articles, rejections = reading(rss(item(1), broken, item(2)))
    ids = [got.id for got in articles]
    assert ids[0] == "https://example.org/1"
    assert ids[-1] == "https://example.org/2"
    assert len(articles) + len(rejections) == 3
    if reason:
        assert reason in rejections[0].reason
        assert rejections[0].origin.endswith(":6")


def test_html_that_nobody_escaped_is_read_and_said_to_be_broken(reading):
    (got,), _ = reading(
        rss("<item><title>عنوان</title><description><p>فقرة<br>سطر</p>ذيل</description></item>")
    )
    assert got.text == "عنوان\n\nفقرة\nسطر\n\nذيل"
    assert "not well-formed" in got.extra["warning"]


def test_html_escaped_twice_is_read_as_html(reading):
    (got,), _ = reading(rss(item(1, "&lt;p&gt;فقرة&lt;/p&gt;&lt;p&gt;ثانية&lt;/p&gt;")))
    assert got.text == "عنوان 1\n\nفقرة\n\nثانية"


def test_a_whole_page_inside_an_item_gives_its_article(reading):
    paragraphs = "".join(
        f"<p>{n} نص طويل عن المحادثة بين الرئيسين بشأن الحرب.</p>" for n in range(9)
    )
    page = f"<html><body><nav><a href='/'>الرئيسية</a></nav><article>{paragraphs}</article></body></html>"
    (got,), _ = reading(rss(item(1, page)))
    assert "8 نص طويل" in got.text
    assert "الرئيسية" not in got.text


def test_a_file_cut_off_says_so(reading):
    whole = rss(item(1), item(2))
    articles, rejections = reading(whole[: whole.index("نص", 400) + 1])
    assert len(articles) == 1
    assert ["cut off" in rejection.reason for rejection in rejections] == [True]
    articles, (rejection,) = reading(whole.removesuffix(TAIL))
    assert len(articles) == 2
    assert "</rss> is missing" in rejection.reason


def test_items_in_comments_are_no_items(reading):
    articles, rejections = reading(rss(f"<!-- {item(1)}{item(2)} -->", item(3)))
    assert [got.id for got in articles] == ["https://example.org/3"]
    assert rejections == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", ["right", "utf-8", "iso-8859-1", "no-such-charset", ""])
def test_any_encoding_reads_the_same_whatever_is_declared(reading, encoding, declared):
    name = encoding if declared == "right" else declared
    text = rss(item(1, "قالت الحكومة إن المفاوضات مع البنك المركزي ستستمر حتى نهاية الشهر"))
    text = text.replace("UTF-8", name) if name else text.split("\n", 1)[1]
    (got,), _ = reading(text.encode(encoding))
    assert got.text.endswith("قالت الحكومة إن المفاوضات مع البنك المركزي ستستمر حتى نهاية الشهر")


def test_an_entity_bomb_is_refused(reading):
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    articles, (rejection,) = reading(bomb + rss(item(1, "&b;")).split("\n", 1)[1])
    assert articles == []
    assert "entities" in rejection.reason


def test_no_file_is_read_from_inside_a_feed(reading, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("كلمة السر")
    evil = f'<!DOCTYPE rss SYSTEM "file://{secret}">' + rss(
        f'<item><title>نص &leak;</title><xi:include xmlns:xi="http://www.w3.org/2001/XInclude"'
        f' href="{secret}" parse="text"/></item>'
    )
    articles, _ = reading(evil.replace('<?xml version="1.0" encoding="UTF-8"?>', ""))
    assert all("السر" not in got.text for got in articles)


def test_rss_1_and_feeds_under_any_name_are_read(reading):
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel><title>صحيفة</title></channel>
    <item rdf:about="https://example.org/9"><title>عنوان</title><description>نص</description></item>
    </rdf:RDF>"""
    (got,), rejections = reading(rdf, "download.txt")
    assert (got.url, got.text, got.outlet) == ("https://example.org/9", "عنوان\n\nنص", "صحيفة")
    assert rejections == []


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة</title>
<link href="https://e.example/"/><entry><id>tag:e.example,2025:1</id>
<title type="html">عنوان &lt;b&gt;غامق&lt;/b&gt;</title>
<link rel="enclosure" href="https://e.example/1.mp3"/><link href="https://e.example/1"/>
<published>2025-07-04T10:00:00Z</published><updated>2025-07-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أ &lt; ب</p><p>ثان</p></div></content>
<author><name>كاتب</name></author></entry>
<entry><id>2</id><title>عنوان آخر</title><summary>ملخص &lt;حرفي&gt;</summary>
<source><title>مصدر</title><id>z</id></source></entry></feed>"""


def test_everything_an_atom_entry_says_is_read(reading):
    (one, two), rejections = reading(ATOM)
    assert rejections == []
    assert one.text == "عنوان غامق\n\nأ < ب\n\nثان"
    assert (one.id, one.url, one.lang) == ("tag:e.example,2025:1", "https://e.example/1", "ar")
    assert one.published == datetime(2025, 7, 4, 10, tzinfo=UTC)
    assert (one.outlet, one.extra["author"]) == ("صحيفة", "كاتب")
    assert two.text == "عنوان آخر\n\nملخص <حرفي>"
    assert (two.id, two.outlet) == ("e.example#2", "مصدر")


def test_a_json_feed_is_read_item_by_item(reading):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "صحيفة",
        "home_page_url": "https://s.example/",
        "language": "ar",
        "items": [
            {"id": "1", "title": "عنوان", "content_html": "<p>نص</p><p>ثان</p>", "tags": ["أ", 5]},
            {"id": 2, "content_text": "نص\nسطر", "date_published": "2025-07-04T10:00:00Z"},
            {"id": "3", "content_text": ""},
            5,
        ],
    }
    (one, two), rejections = reading(json.dumps(feed), "feed.json")
    assert (one.id, one.text, one.outlet) == ("s.example#1", "عنوان\n\nنص\n\nثان", "صحيفة")
    assert (two.id, two.text) == ("s.example#2", "نص\nسطر")
    assert [rejection.origin[-3:] for rejection in rejections] == ["[2]", "[3]"]


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://e.example/1</loc>
<news:news><news:publication><news:name>صحيفة</news:name><news:language>ar</news:language>
</news:publication><news:publication_date>2025-07-04</news:publication_date>
<news:title>عنوان الخبر</news:title></news:news></url><url><loc>https://e.example/2</loc></url></urlset>"""


def test_a_news_sitemap_gives_headlines_that_say_they_are_no_more(reading):
    (got,), (rejection,) = reading(SITEMAP)
    assert (got.text, got.extra["part"]) == ("عنوان الخبر", "headline")
    assert (got.url, got.outlet, got.lang) == ("https://e.example/1", "صحيفة", "ar")
    assert "https://e.example/2" in rejection.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<opml><body/></opml>", "list of feeds"),
        ("<sitemapindex/>", "list of sitemaps"),
        ("<project></project>", "root <project>"),
        ("<rss><channel></channel></rss>", "no item"),
        ("<rss", "no item"),
        ("", "no element"),
        ("نص", "no element"),
    ],
)
def test_xml_that_holds_no_articles_says_what_to_do(reading, text, reason):
    articles, (rejection,) = reading(text)
    assert articles == []
    assert reason in rejection.reason


def test_a_link_is_made_whole_by_the_address_of_the_site(reading):
    links = ["<link>/news/1</link>", '<a:link xmlns:a="http://www.w3.org/2005/Atom" href="2"/>']
    items = [f"<item><title>عنوان {n}</title>{link}</item>" for n, link in enumerate(links)]
    articles, _ = reading(rss(*items))
    assert [got.url for got in articles] == [
        "https://news.example.org/news/1",
        "https://news.example.org/2",
    ]


@pytest.mark.parametrize(
    "root",
    [
        '<rss xmlns="http://www.w3.org/2005/Atom" version="2.0">',
        '<rss version="2.0" xmlns:m="http://search.yahoo.com/mrss/">',
        '<rss version="2.0" xmlns:m="http://search.yahoo.com/mrss">',
        '<rss xmlns="http://backend.userland.com/rss2" xmlns:m="urn:of-our-own">',
        "<rss>",
    ],
)
def test_extensions_are_not_taken_for_the_feed_itself(reading, root):
    extra = "<m:title>تعليق الصورة</m:title><m:description>تعليق</m:description>"
    one = f"<item>{extra}<title>عنوان</title><description>نص</description></item>"
    (got,), rejections = reading(f"{root}<channel><title>وكالة</title>{one}</channel></rss>")
    assert (got.title, got.text, got.outlet) == ("عنوان", "عنوان\n\nنص", "وكالة")
    assert rejections == []


def test_the_forerunner_of_atom_is_read(reading):
    old = ATOM.replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
    articles, _ = reading(old.replace("published>", "issued>"))
    assert [got.title for got in articles] == ["عنوان غامق", "عنوان آخر"]
    assert articles[0].published == datetime(2025, 7, 4, 10, tzinfo=UTC)
