"""Wild input in every format: no crash, no hang, and every item accounted for."""

from __future__ import annotations

import io
import json
import time
import zipfile
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tadqiq.ingest import read
from tadqiq.ingest.broken import OURS
from tadqiq.ingest.fragment import flatten
from tadqiq.model import Article, Rejection

RSS = """<?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><title>ص</title>
<item><title>عنوان</title><guid>1</guid><description><![CDATA[<p>نص</p>]]></description></item>
<item><title>آخر</title><description>&lt;b&gt;نص&lt;/b&gt;</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>ص</title><entry><id>1</id>
<title type="html">ع</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص</p>
</div></content></entry></feed>"""
SITEMAP = """<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>u</loc>
<news:news><news:title>عنوان</news:title></news:news></url></urlset>"""
G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="g"><contentMeta>
<headline>عنوان</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>نص</p>
</body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "content_html": "<p>نص"}]}
)
NINJS = json.dumps(
    {"uri": "u", "headline": "عنوان", "body_xhtml": "<p>نص</p>", "language": "ar-t-en-t0-x"}
)
CSV = 'id,title,text\n1,عنوان,"نص\nسطر"\n2,آخر,نص\n'
PAGE = "<!doctype html><html lang=ar><body><article>" + "<p>نص الخبر من الوكالة هنا.</p>" * 9
SAMPLES = [RSS, ATOM, SITEMAP, G2, FEED, NINJS, CSV, PAGE]
PIECES = [
    "<![CDATA[", "]]>", "<!--", "-->", "<item>", "</item>", "<item/>", "<entry", "&", "&amp;", "&lol;",
    "&#0;", "&#x110000;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<!DOCTYPE rss [", "\0", "\x1b", "\ud7ff\ue000",
    "\ufeff", "<p>", "</p>", "<html><body>", "<script>", '"', "'", "\n", "{", "}", "[", "]", ",", "\\ud800",
    '<?xml version="1.0" encoding="utf-16"?>', "<x:y z:w='1'>", "نص", "<guid>1</guid>", "<div>" * 300,
]  # fmt: skip
NAMES = ["a.xml", "a.rss", "a.json", "a.jsonl", "a.csv", "a.html", "a.txt", "a.nitf", "a.zip", "a"]
ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "cp1256", "iso8859-6"]


@st.composite
def damaged(draw):
    text = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(len(text), at + 60)))
        text = text[:at] + draw(st.sampled_from([*PIECES, ""])) + text[end:]
    data = text.encode(draw(st.sampled_from(ENCODINGS)), "replace")
    return data[: draw(st.integers(len(data) // 2, len(data)))]


@settings(max_examples=250, deadline=5000, suppress_health_check=[HealthCheck.too_slow])
@given(data=damaged(), name=st.sampled_from(NAMES), packed=st.booleans())
def test_damage_of_any_kind_in_any_format_is_an_article_or_a_reason(
    tmp_path_factory, data, name, packed
):
    path = tmp_path_factory.mktemp("fuzz") / ("a.zip" if packed else name)
    if packed:
        inside = io.BytesIO()
        with zipfile.ZipFile(inside, "w") as archive:
            archive.writestr(name, data)
        data = inside.getvalue()
    path.write_bytes(data)
    items = list(read([str(path)]))
    assert items
    for item in items:
        assert item.origin.startswith(str(path))
        assert item.text.strip() if isinstance(item, Article) else item.reason
        assert OURS not in getattr(item, "reason", ""), item
        repr(item).encode()


BODIES = st.lists(
    st.sampled_from(
        ["نص ", "<p>", "</p>", "<br>", "&", "&nbsp;", "<![CDATA[", "]]>", "<!--", "-->", "<b>", "</title>",
         "<title>", "<description>", "\x0b", "<", ">", "&#8;", "</channel>", "\n"]
    ),
    max_size=6,
).map("".join)  # fmt: skip


@settings(max_examples=200)
@given(bodies=st.lists(BODIES, min_size=1, max_size=5), extra=BODIES)
def test_whatever_items_hold_every_one_is_counted(tmp_path_factory, bodies, extra):
    items = "\n".join(
        f"<item><title>خبر {n}</title><description>{body}</description></item>"
        for n, body in enumerate(bodies)
    )
    path = tmp_path_factory.mktemp("count") / "feed.xml"
    path.write_text(f"<rss><channel><title>ص</title>\n{items}</channel></rss>", "utf-8")
    got = list(read([str(path)]))
    lines = [int(item.origin.rpartition(":")[2]) for item in got if item.origin != str(path)]
    first = 2
    starts = [
        first + items[: items.index(f"<item><title>خبر {n}<")].count("\n")
        for n in range(len(bodies))
    ]
    assert lines == starts
    assert not any(OURS in getattr(item, "reason", "") for item in got)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).map(
    lambda text: " ".join(("نص " + text).split())
)


@given(text=TEXTS, cdata=st.booleans())
def test_text_in_a_feed_comes_out_to_the_letter(tmp_path_factory, text, cdata):
    html = f"<p>{escape(text)}</p>"
    inner = f"<![CDATA[{html.replace(']]>', ']]&gt;')}]]>" if cdata else escape(html)
    path = tmp_path_factory.mktemp("text") / "feed.xml"
    path.write_text(f"<rss><item><description>{inner}</description></item></rss>", "utf-8")
    (got,) = read([str(path)])
    if isinstance(got, Rejection):
        raise AssertionError(got)
    forbidden = {"\ufffe": "\ufffd", "\uffff": "\ufffd"}
    assert got.text == text.translate({ord(one): other for one, other in forbidden.items()})


@given(
    st.text(max_size=300) | st.lists(st.sampled_from([*PIECES, "a", " "]), max_size=12).map("".join)
)
def test_html_of_any_kind_keeps_its_letters_outside_tags(markup):
    if "<" in markup or "&" in markup:
        flatten("<p>" + markup.replace("<div>" * 300, ""))
    else:
        assert "".join(flatten(markup).text.split()) == "".join(markup.split())


@settings(max_examples=100)
@given(
    st.lists(
        st.text(st.sampled_from('ن",;\n'), max_size=12).map(lambda cell: cell + "ن"),
        min_size=1,
        max_size=6,
    )
)
def test_no_row_of_a_table_is_lost_between_quotes(tmp_path_factory, cells):
    import csv

    path = tmp_path_factory.mktemp("csv") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(
            [["id", "text"], *([str(n), cell] for n, cell in enumerate(cells))]
        )
    got = list(read([str(path)]))
    assert [item.text for item in got if isinstance(item, Article)] == cells


HEAD = b"<rss><channel>"
HOSTILE = {
    "comments without end": HEAD + b"<!--" * 100_000,
    "sections without end": HEAD + b"<item><![CDATA[x</item>y" * 20_000,
    "items without end": HEAD + b"<item " * 60_000,
    "tags without end": HEAD + b"<item><description>" + b"<p>" * 500_000 + b"</description></item>",
    "sections in a comment": HEAD + b"<item><!--" + b"<![CDATA[" * 100_000 + b"--></item>",
    "ampersands": HEAD + b"<item><title>" + b"&" * 500_000 + b"</title></item>",
    "prefixes": HEAD + b"<a:" * 500_000,
    "quotes": b"id,text\n" + b'1,"a\nb""c\n' * 20_000,
    "braces": b'{"a":' * 200_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_made_to_take_forever_does_not(kind):
    begun = time.process_time()
    items = list(read(["-"], stdin=io.BufferedReader(io.BytesIO(HOSTILE[kind]))))
    assert items
    assert time.process_time() - begun < 15
