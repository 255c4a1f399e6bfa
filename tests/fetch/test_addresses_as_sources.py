"""An address works wherever a file does."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tadqiq.cli.app import program
from tadqiq.cli.fetching import opener
from tadqiq.ingest import read
from tadqiq.model import Article, Rejection

TEXT = "أعلنت الحكومة أمس خطة جديدة لدعم المزارعين في المناطق المتضررة من الجفاف."
PAGE = f"<!doctype html><html><body><nav>الرئيسية</nav><article>{''.join(f'<p>{n} {TEXT}</p>' for n in range(5))}</article>"


def feed(site, *names):
    items = "".join(
        f"<item><title>عنوان {name}</title><guid>{site.url}/{name}</guid>"
        f"<link>{site.url}/{name}.html</link><description>موجز {name}</description></item>"
        for name in names
    )
    return f"<rss><channel><title>وكالة</title>{items}</channel></rss>".encode()


def test_a_feed_at_an_address_is_audited(site, reply):
    site["/feed"] = reply(feed(site, "a", "b"), Content_Type="text/plain")
    outcome = CliRunner().invoke(
        program(),
        ["audit", f"{site.url}/feed", "--allow-private", "--no-drift", "--format", "jsonl"],
    )
    assert outcome.exit_code == 0, outcome.output
    records = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert [record["id"] for record in records] == [f"{site.url}/a", f"{site.url}/b"]
    assert [record["outlet"] for record in records] == ["وكالة", "وكالة"]


def test_an_article_is_checked_against_an_address(site, reply, tmp_path):
    own = tmp_path / "own.txt"
    own.write_text(TEXT, "utf-8")
    site["/feed"] = reply(feed(site, "a"))
    outcome = CliRunner().invoke(
        program(),
        ["check", str(own), "--against", f"{site.url}/feed", "--no-drift", "--allow-private"],
    )
    assert outcome.exit_code == 0, outcome.output
    assert site.asked["/feed"] == 1


def test_the_own_network_is_not_asked_unless_allowed(site):
    outcome = CliRunner().invoke(
        program(), ["audit", f"{site.url}/feed", "--no-drift", "-f", "jsonl"]
    )
    assert outcome.exit_code == 4
    assert "--allow-private" in outcome.output
    assert site.requests == []


def test_without_an_opener_an_address_is_refused():
    (item,) = read(["https://example.org/feed"])
    assert isinstance(item, Rejection)


def test_pages_behind_a_feed_are_followed_and_a_missing_one_is_told(site, reply):
    site["/feed"] = reply(feed(site, "a", "b"))
    site["/a.html"] = reply(PAGE.encode(), Content_Type="text/html; charset=utf-8")
    fetch = opener(allow_private=True)
    whole, missing = read([f"{site.url}/feed"], opener=fetch, follow=True)
    assert isinstance(whole, Article)
    assert whole.text.count(TEXT) > 1
    assert "الرئيسية" not in whole.text
    assert (whole.id, whole.url, whole.outlet) == (f"{site.url}/a", f"{site.url}/a.html", "وكالة")
    assert isinstance(missing, Rejection)
    assert "404" in missing.reason
    assert missing.origin.startswith(f"{site.url}/feed:")


@pytest.mark.parametrize("name", ["/story.txt", "/story.html?utm=1", "/story", "/"])
def test_a_page_is_named_after_its_address(site, reply, name):
    site[name] = reply(PAGE.encode(), Content_Type="text/html")
    (got,) = read([site.url + name], opener=opener(allow_private=True))
    assert isinstance(got, Article)
    assert got.origin == got.id == site.url + name
    assert TEXT in got.text
