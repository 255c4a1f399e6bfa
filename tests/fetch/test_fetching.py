"""Fetching from a server that misbehaves: bounded in time and size, and clear about why."""

from __future__ import annotations

import gzip
import time
import zlib
from itertools import pairwise

import pytest

from tadqiq.errors import FetchError
from tadqiq.fetch import Fetched, Fetcher, Limits, Unchanged, Validators
from tadqiq.model import Rejection

FEED = "<rss><channel><item><title>عنوان</title></item></channel></rss>".encode()


def refused(got, reason):
    item, _ = got
    assert isinstance(item, Rejection), item
    assert reason in item.reason, item.reason
    return item


def test_a_feed_is_fetched_with_its_type_and_validators(site, fetching, reply):
    site["/feed.xml"] = reply(FEED, ETag='"1"', Last_Modified="Fri, 04 Jul 2025 10:00:00 GMT")
    item, content = fetching("/feed.xml")
    assert content == FEED
    assert (item.url, item.media_type) == (f"{site.url}/feed.xml", "application/rss+xml")
    assert item.validators == Validators('"1"', "Fri, 04 Jul 2025 10:00:00 GMT")
    assert item.path.name == "feed.xml"
    assert site.requests[0][1]["user-agent"].startswith("tadqiq/")


def test_an_unchanged_feed_is_not_sent_again(site, fetching, reply):
    def conditional(out, headers, times):
        fresh = headers.get("if-none-match") == '"1"' and "if-modified-since" in headers
        out.write(reply(status="304 Not Modified") if fresh else reply(FEED, ETag='"1"'))

    site["/feed"] = conditional
    item, _ = fetching("/feed", known={"/feed": Validators('"1"', "Fri, 04 Jul 2025 10:00:00 GMT")})
    assert item == Unchanged(f"{site.url}/feed")
    assert isinstance(fetching("/feed")[0], Fetched)
    site["/always"] = reply(status="304 Not Modified")
    refused(fetching("/always"), "nobody asked")


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:]) + b"\0\0"),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
    ],
)
def test_compressed_content_is_unpacked(site, fetching, reply, encoding, pack):
    site["/feed"] = reply(pack(FEED), Content_Encoding=encoding)
    assert fetching("/feed")[1] == FEED


def test_a_gzip_bomb_is_stopped_at_the_limit(site, fetching, reply):
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 100_000
    site["/bomb"] = reply(bomb, Content_Encoding="gzip")
    refused(fetching("/bomb", max_bytes=1_000_000), "more than 1,000,000 bytes")


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(FEED, mtime=0)[:-9], "gzip", "cut off"),
        (b"no gzip at all", "gzip", "damaged"),
        (FEED, "br", "not asked for"),
    ],
)
def test_damaged_compression_is_refused(site, fetching, reply, body, encoding, reason):
    site["/feed"] = reply(body, Content_Encoding=encoding)
    refused(fetching("/feed"), reason)


def test_an_endless_answer_is_stopped_by_its_size(site, fetching):
    def endless(out, headers, times):
        out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n")
        while not site.closing.is_set():
            out.write(b" " * 65536)

    site["/endless"] = endless
    refused(fetching("/endless", max_bytes=5_000_000, total=20), "not read further")


def test_a_dripping_answer_is_stopped_by_its_time(site, fetching):
    def drip(out, headers, times):
        out.write(b"HTTP/1.1 200 OK\r\n")
        while not site.closing.is_set():
            out.write(b"X-A: b\r\n")
            out.flush()
            time.sleep(0.05)

    site["/drip"] = drip
    start = time.monotonic()
    refused(fetching("/drip", total=0.5), "not done within 0.5 seconds")
    assert time.monotonic() - start < 5
    assert site.asked["/drip"] == 1  # asking again would cost as much again


def test_a_silent_server_is_asked_again_and_then_given_up(site, fetching):
    site["/silent"] = lambda out, headers, times: site.closing.wait(3)
    refused(fetching("/silent", read=0.1, attempts=2), "no answer in time, 2 times")
    assert site.asked["/silent"] == 2


def test_an_answer_shorter_than_it_says_is_refused_and_a_later_whole_one_taken(
    site, fetching, reply
):
    site["/short"] = reply(FEED, Content_Length=len(FEED) + 9)
    refused(fetching("/short"), "connection failed")
    site["/once"] = lambda out, headers, times: out.write(
        reply(FEED, Content_Length=len(FEED) + (9 if times == 1 else 0))
    )
    assert fetching("/once")[1] == FEED


def test_too_long_an_answer_is_not_even_begun(site, fetching, reply):
    site["/long"] = reply(FEED, Content_Length=10**12)
    refused(fetching("/long"), "1,000,000,000,000 bytes")


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/pdf"])
def test_pictures_and_films_are_refused_by_their_type(site, fetching, reply, kind):
    site["/x"] = reply(b"x", Content_Type=kind)
    refused(fetching("/x"), kind)


@pytest.mark.parametrize("kind", ["image/svg+xml", "text/plain", "application/octet-stream", ""])
def test_a_doubtful_type_is_read_all_the_same(site, fetching, reply, kind):
    site["/x"] = reply(FEED, Content_Type=kind)
    assert fetching("/x")[1] == FEED


@pytest.mark.parametrize(
    ("status", "reason"),
    [("404 Not Found", "nothing at this address"), ("410 Gone", "strike it off"),
     ("401 No", "password"), ("403 No", "does not let us"), ("204 None", "no content")],
)  # fmt: skip
def test_a_status_says_what_it_means(site, fetching, reply, status, reason):
    site["/x"] = reply(status=status)
    refused(fetching("/x"), reason)
    assert site.asked["/x"] == 1


def test_what_is_no_http_is_refused(site, fetching):
    site["/x"] = b"\x16\x03\x01 not http at all\r\n\r\n"
    refused(fetching("/x"), "connection failed")


@pytest.mark.parametrize("after", ["0", "", "Thu, 01 Jan 2026 00:00:00 GMT"])
def test_too_many_requests_is_waited_out(site, fetching, reply, after):
    headers = {"Retry_After": after} if after else {}
    site["/x"] = lambda out, _, times: out.write(
        reply(FEED) if times == 3 else reply(status="429 Too Many", **headers)
    )
    assert fetching("/x")[1] == FEED


def test_a_wait_that_is_asked_for_is_kept_or_refused(site, fetching, reply):
    site["/x"] = lambda out, _, times: out.write(
        reply(FEED) if times == 2 else reply(status="503 Busy", Retry_After="1")
    )
    start = time.monotonic()
    assert fetching("/x")[1] == FEED
    assert time.monotonic() - start >= 1
    site["/later"] = reply(status="503 Busy", Retry_After="3600")
    refused(fetching("/later"), "come back in 3,600 seconds")
    assert site.asked["/later"] == 1


def test_redirects_are_followed_to_the_end(site, fetching, reply):
    site["/a"] = reply(status="301 Moved", Location="/b?x=1")
    site["/b?x=1"] = reply(status="307 Moved", Location=f"{site.url}/c")
    site["/c"] = reply(FEED)
    item, content = fetching("/a")
    assert (item.asked, item.url, content) == (f"{site.url}/a", f"{site.url}/c", FEED)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/a", "in a circle"),
        ("/b", "in a circle"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "in a circle"),
        ("http://[::1", "no address"),
        ("", "without saying where"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_refused(site, fetching, reply, location, reason):
    site["/a"] = reply(status="302 Found", Location=location)
    site["/b"] = reply(status="302 Found", Location="/a")
    refused(fetching("/a"), reason)


def test_an_endless_chain_of_redirects_ends(site, fetching, reply):
    for n in range(40):
        site[f"/{n}"] = reply(status="302 Found", Location=f"/{n + 1}")
    refused(fetching("/0"), "more than 10 redirects")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "127.1", "2130706433", "[::1]", "10.0.0.1", "169.254.169.254",
     "192.168.1.1", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "100.64.0.1", "224.0.0.1"],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_spelling(site, fetching, host):
    refused(
        fetching(f"http://{host}:{site.port}/feed", allow_private=False, robots=True),
        "no public address",
    )
    assert site.requests == []


def test_a_redirect_into_the_private_network_is_refused(site, fetching, reply, monkeypatch):
    from tadqiq.fetch import addresses

    public = addresses.is_public
    monkeypatch.setattr(  # the site stands in for a public one
        addresses, "is_public", lambda address: str(address) == "127.0.0.1" or public(address)
    )
    site["/a"] = reply(status="302 Found", Location=f"http://[::1]:{site.port}/secret")
    refused(fetching("/a", allow_private=False), "refused: ::1, no public address")
    assert [path for path, _ in site.requests] == ["/a"]


def test_the_address_that_was_checked_is_the_one_that_is_asked(site, fetching, reply, monkeypatch):
    import socket

    answers = iter(["127.0.0.1", "10.9.9.9"])  # a second look-up would lead elsewhere
    real = socket.getaddrinfo

    def rebinding(host, *rest, **options):
        return real(next(answers) if host == "feeds.example" else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    site["/feed"] = reply(FEED)
    _, content = fetching(f"http://feeds.example:{site.port}/feed")
    assert content == FEED
    assert site.requests[0][1]["host"] == f"feeds.example:{site.port}"


def test_an_unknown_host_and_a_closed_port_are_refused(site, fetching):
    refused(fetching("http://no-such-host.invalid/"), "not known")
    site.close()
    refused(fetching("/x", attempts=1), "connection failed")


def test_one_bad_address_stops_no_other_and_order_holds(site, fetching, reply):
    for n in range(40):
        site[f"/{n}"] = reply(b"%d" % n)
    paths = [f"/{n}" if n % 3 else f"/missing{n}" for n in range(40)]
    got = fetching(*paths, concurrency=8)
    assert [content for _, content in got] == [b"%d" % n if n % 3 else None for n in range(40)]


def test_many_slow_addresses_are_fetched_at_once_but_few_of_one_host(site, fetching, reply):
    busy, most = [], []

    def slow(out, headers, times):
        busy.append(1)
        most.append(len(busy))
        time.sleep(0.1)
        busy.pop()
        out.write(reply(FEED))

    for n in range(8):
        site[f"/{n}"] = slow
    fetching(*(f"/{n}" for n in range(8)), per_host=3)
    assert max(most) == 3


def test_requests_to_one_host_keep_a_pause(site, fetching, reply):
    times = []
    for n in range(4):
        site[f"/{n}"] = lambda out, headers, _: (
            times.append(time.monotonic()),
            out.write(reply(FEED)),
        )
    fetching(*(f"/{n}" for n in range(4)), pause=0.15)
    assert min(b - a for a, b in pairwise(times)) > 0.1


def test_a_password_in_an_address_is_not_shown(site, fetching, reply):
    site["/x"] = reply(FEED)
    with_password = site.url.replace("://", "://user:geheim@")
    item, _ = fetching(f"{with_password}/x")
    assert item.url == f"{site.url}/x"
    assert site.requests[0][1]["authorization"].startswith("basic ")
    assert "geheim" not in repr(refused(fetching(f"{with_password}/missing"), "404"))


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://", "ftp://example.org/x", "http://\ud800/"]
)
def test_what_is_no_address_is_refused(address):
    (item,) = Fetcher(Limits(pause=0), allow_private=True).fetch([address])
    assert isinstance(item, Rejection)


def test_a_fetch_error_is_an_ingest_error_for_those_who_read():
    from tadqiq.errors import IngestError

    assert issubclass(FetchError, IngestError)


def test_a_site_that_sets_a_cookie_and_leads_back_is_let_do_so(site, fetching, reply):
    def consent(out, headers, times):
        back = reply(status="302 Found", Location="/x", Set_Cookie="seen=1; Path=/")
        out.write(reply(FEED) if "seen=1" in headers.get("cookie", "") else back)

    site["/x"] = consent
    assert fetching(f"http://localhost:{site.port}/x")[1] == FEED


def test_an_arabic_address_is_asked_by_its_ascii_name(site, fetching, reply, monkeypatch):
    import socket

    real, asked = socket.getaddrinfo, []

    def local(host, *rest, **options):
        asked.append(host)
        return real("127.0.0.1", *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", local)
    site["/%D8%AE%D8%A8%D8%B1"] = reply(FEED)
    item, content = fetching(f"http://أخبار.example:{site.port}/خبر")
    assert content == FEED
    assert asked[0].startswith("xn--")
    assert item.path.name == "خبر"


def test_a_validator_that_cannot_be_sent_back_is_forgotten(site, fetching, reply):
    site["/x"] = reply(FEED, ETag='"نسخة"', Last_Modified="x" * 5000)
    assert fetching("/x")[0].validators == Validators()


@pytest.mark.parametrize(
    "headers",
    [
        {"Content_Length": "abc"},
        {"Content_Length": "-5"},
        {"Content_Type": "\x01\x02"},
        {"Content_Type": "text/html; charset=" + "x" * 9000},
        {"X_Large": "y" * 200_000},
        {"Content_Encoding": "gzip, gzip"},
    ],
)
def test_headers_of_any_kind_are_an_answer_or_a_reason(site, fetching, reply, headers):
    site["/x"] = reply(FEED, **headers)
    item, content = fetching("/x")
    assert content == FEED if isinstance(item, Fetched) else item.reason
