"""robots.txt: what a site forbids is not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.fetch import Fetched
from tadqiq.fetch.robots import parse
from tadqiq.model import Rejection

FEED = b"<rss/>"


def test_what_robots_txt_forbids_is_not_asked_for(site, fetching, reply):
    site["/robots.txt"] = reply(b"User-agent: *\nDisallow: /private")
    site["/private/feed"] = site["/open"] = reply(FEED)
    (forbidden, _), (allowed, _) = fetching("/private/feed", "/open", robots=True)
    assert isinstance(forbidden, Rejection)
    assert "robots.txt" in forbidden.reason
    assert isinstance(allowed, Fetched)
    assert site.asked == {"/robots.txt": 1, "/open": 1}


def test_a_site_without_robots_txt_allows_everything(site, fetching, reply):
    site["/feed"] = reply(FEED)
    assert isinstance(fetching("/feed", robots=True)[0], Fetched)


def test_a_site_whose_robots_txt_fails_is_left_alone(site, fetching, reply):
    site["/robots.txt"] = reply(status="500 Broken")
    site["/feed"] = reply(FEED)
    item, _ = fetching("/feed", robots=True)
    assert isinstance(item, Rejection)
    assert "robots.txt" in item.reason
    assert site.asked == {"/robots.txt": 3}


def test_a_redirect_is_subject_to_the_rules_of_where_it_leads(site, fetching, reply):
    site["/robots.txt"] = reply(b"User-agent: tadqiq\nDisallow: /b$")
    site["/a"] = reply(status="302 Found", Location="/b")
    site["/b"] = reply(FEED)
    assert isinstance(fetching("/a", robots=True)[0], Rejection)
    assert site.asked["/b"] == 0


RULES = """# a comment
User-agent: other
Disallow: /

User-agent: Tadqiq/1.0 # us
User-agent: second
Disallow: /news
Allow: /news/open
Disallow: /*.pdf$
Disallow: /a%20b
Crawl-delay: 2.5

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/news/1", False),
        ("/news/open/1", True),
        ("/x/y.pdf", False),
        ("/x/y.pdf?z", True),
        ("/a b/c", False),
        ("/a%20b", False),
        ("/أخبار", True),
    ],
)
def test_the_longest_rule_for_our_name_decides(path, allowed):
    assert parse(RULES).allows(path) is allowed


def test_delays_and_empty_rules():
    assert parse(RULES).delay == 2.5
    assert parse("User-agent: *\nDisallow:\n").allows("/x")
    assert not parse("User-agent: *\nDisallow: /\nAllow: \n").allows("/x")
    assert parse("").allows("/x")


@given(st.text(max_size=200), st.text(max_size=50))
def test_no_robots_txt_breaks_the_reading(text, path):
    assert parse("User-agent: *\n" + text).allows("/" + path) in (True, False)


def test_many_stars_do_not_take_forever():
    rules = parse("User-agent: *\nDisallow: /" + "*a" * 900 + "b$")
    assert rules.allows("/" + "a" * 1900)
