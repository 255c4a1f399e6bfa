"""Whatever is sent: a clear answer, a service that lives on, memory that stays bounded."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

JSON = {"Content-Type": "application/json"}
PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture(autouse=True)
def alive(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every one of these tests the service still answers."""
    yield
    if "service" in request.fixturenames:
        service = request.getfixturevalue("service")
        assert service.get("/healthz").text == "ok\n"


def problem(answer: httpx.Response, status: int, name: str) -> dict[str, object]:
    """The problem that ``answer`` states, which must be well-formed and say what to do."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["type"] == f"urn:tadqiq:problem:{name}"
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return dict(told)


def check(service, text: object, **extra: object) -> httpx.Response:
    return service.post("/v1/check", json={"article": {"text": text, **extra}})


@pytest.mark.parametrize("text", ["", "  \n\t", "1234 :;.. 55", "\u200f\u200e\ufeff"])
def test_a_text_without_words_is_refused(service, text: str) -> None:
    told = problem(check(service, text), 422, "invalid")
    assert "text" in str(told["detail"])


def test_five_megabytes_are_too_much(service) -> None:
    text = "كلمة " * (5 * 2**20 // 9)
    problem(check(service, text), 413, "too-large")
    answer = service.post("/v1/check", content=text.encode(), headers=PLAIN)
    problem(answer, 413, "too-large")


def test_a_body_that_does_not_say_how_long_it_is_is_bounded_too(service) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(60):
            yield b"a" * 65_536

    problem(service.post("/v1/check", content=endless(), headers=PLAIN), 413, "too-large")


def test_an_article_longer_than_any_article_is_refused_before_work_begins(service) -> None:
    started = time.monotonic()
    told = problem(check(service, "كلمة " * 12_000), 413, "too-large")
    assert "50,000" in str(told["detail"])
    assert time.monotonic() - started < 5


def test_binary_is_no_text(service) -> None:
    data = bytes(range(256)) * 40
    problem(service.post("/v1/check", content=data, headers=PLAIN), 400, "malformed")
    problem(check(service, "\x00\x01abc"), 422, "invalid")


@pytest.mark.parametrize(
    "data",
    [
        b'{"article": {"text": "\xd9\x82\xd8"}}',
        '{"article": {"text": "قال"}}'.encode("utf-16"),
        '{"article": {"text": "قال"}}'.encode("cp1256"),
    ],
)
def test_broken_utf_8_is_refused_with_its_place(service, data: bytes) -> None:
    told = problem(service.post("/v1/check", content=data, headers=JSON), 400, "malformed")
    assert "UTF-8" in str(told["detail"])


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1,2", b"NaN", b"[" * 100_000, b'{"a":' * 50_000, b"1" * 50_000, b"\x00"],
)
def test_what_is_no_json_is_said_to_be_none(service, data: bytes) -> None:
    answer = service.post("/v1/check", content=data, headers=JSON)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/article"),
        ({"article": {}}, "/article/text"),
        ({"article": {"text": 5}}, "/article/text"),
        ({"article": {"text": "قال الوزير"}, "sibling": []}, "/sibling"),
        ({"article": {"text": "قال الوزير"}, "siblings": [{"text": None}]}, "/siblings/0/text"),
        ({"article": {"text": "قال الوزير", "published": "yesterday"}}, "/article"),
        (
            {"article": {"text": "قال", "id": "a"}, "siblings": [{"text": "قال", "id": "a"}]},
            "/siblings/0/id",
        ),
    ],
)
def test_a_wrong_field_is_named_by_its_pointer(service, body: object, pointer: str) -> None:
    told = problem(service.post("/v1/check", json=body), 422, "invalid")
    assert told["errors"][0]["pointer"] == pointer  # type: ignore[index]


def test_problems_are_told_in_arabic_too(service) -> None:
    told = service.post("/v1/check?locale=ar", json={"article": {"text": ""}}).json()
    assert told["detail"] == "لا نص هنا لتدقيقه."


def test_a_text_without_any_arabic_is_audited_as_what_it_is(service) -> None:
    text = "The ministers met in Paris on Friday and signed the agreement after long talks."
    record = check(service, text).json()
    assert record["lang"] == "en"
    assert record["findings"] == []


def test_a_text_that_is_wrong_everywhere_makes_a_page_that_can_be_read(service) -> None:
    """The gravest findings have their cards; it is said that there are more."""
    answer = service.post("/?locale=en", data={"text": "قال ،\n" * 6000, "locale": "en"})
    assert answer.status_code == 200
    assert len(answer.content) < 2**20
    assert "The 400 gravest of 6000 findings are shown" in answer.text


def test_lone_surrogates_and_every_plane_come_through(service) -> None:
    data = '{"article": {"text": "قال \\ud800 الوزير 🛰️ 𐤀 إن الأمر"}}'.encode()
    answer = service.post("/v1/check", content=data, headers=JSON)
    assert answer.status_code == 200
    json.loads(answer.content.decode())


@pytest.mark.parametrize(
    "kind",
    ["text/html", "application/xml", "multipart/form-data", "text/plain; charset=utf-16", ""],
)
def test_a_wrong_content_type_is_told_the_right_ones(service, kind: str) -> None:
    headers = {"Content-Type": kind} if kind else {}
    answer = service.post("/v1/check", content=b"x", headers=headers)
    problem(answer, 415, "unsupported-media-type")
    assert "application/json" in answer.headers["accept"]


def test_unknown_pages_and_methods_are_problems_too(service) -> None:
    problem(service.get("/v1/nothing"), 404, "not-found")
    answer = service.get("/v1/check")
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "POST"
    problem(service.get("/v1/rules?lang=Klingon!"), 422, "invalid")
    problem(service.get("/v1/rules?locale=tlh"), 422, "invalid")


def test_a_person_is_answered_with_a_page(service) -> None:
    answer = service.get("/nothing", headers={"Accept": "text/html", "Accept-Language": "ar"})
    assert answer.status_code == 404
    assert 'dir="rtl"' in answer.text
    assert "لا صفحة بهذا العنوان" in answer.text


def connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((str(parts.hostname), parts.port), timeout=20)


def read_all(connection: socket.socket) -> bytes:
    received = b""
    while chunk := connection.recv(65_536):
        received += chunk
    return received


HEAD = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


def test_a_client_that_hangs_is_let_go_and_holds_up_nobody(strict) -> None:
    service = strict
    hanging = [connect(service.url) for _ in range(200)]
    for number, connection in enumerate(hanging):
        if number % 3 == 0:
            connection.sendall(HEAD + b'Content-Length: 5000\r\n\r\n{"article"')
        elif number % 3 == 1:
            connection.sendall(b"POST /v1/che")
    assert check(service, "قال الوزير ، أمس").status_code == 200
    answer = read_all(hanging[0])
    assert b" 408 " in answer
    assert b"application/problem+json" in answer
    assert read_all(hanging[1]) == b""  # no request had begun: there is nothing to answer
    assert read_all(hanging[2]) == b""
    for connection in hanging:
        connection.close()
    assert check(service, "قال الوزير ، أمس").status_code == 200


def test_what_is_no_http_is_a_problem(service) -> None:
    with connect(service.url) as connection:
        connection.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        answer = read_all(connection)
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"application/problem+json" in answer


def test_a_thousand_requests_at_once_are_all_answered(strict) -> None:
    """Few may wait: most are asked back. Nobody is left without an answer, and memory stays."""
    service = strict
    check(service, "قال الوزير ، أمس")
    before = service.resident()

    def ask(number: int) -> tuple[int, bool]:
        text = f"قال الوزير {number} ، في تصريح أمس ، إن المفاوضات مستمرة. " * 20
        data = json.dumps({"article": {"text": text}}).encode()
        with connect(service.url) as connection:
            length = f"Content-Length: {len(data)}\r\nConnection: close\r\n\r\n".encode()
            connection.sendall(HEAD + length + data)
            answer = read_all(connection)
        head = answer.partition(b"\r\n\r\n")[0].lower()
        return int(answer[9:12]), b"retry-after: " in head

    with ThreadPoolExecutor(200) as clients:
        answers = list(clients.map(ask, range(1000)))
    statuses = [status for status, _ in answers]
    assert set(statuses) == {200, 429}
    assert all(again for status, again in answers if status == 429)
    assert service.resident() - before < 150
    assert check(service, "قال الوزير ، أمس").status_code == 200


def test_a_shutdown_answers_what_is_under_way(strict) -> None:
    body = '{"article": {"text": "قال الوزير ، أمس"}}'.encode()
    with connect(strict.url) as connection:
        connection.sendall(HEAD + f"Content-Length: {len(body)}\r\n\r\n".encode() + body[:20])
        time.sleep(0.3)
        strict.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        connection.sendall(body[20:])
        assert b" 200 " in read_all(connection)
    assert strict.process.wait(timeout=20) == 0


def test_keys_open_the_service_and_nothing_else_does(serve) -> None:
    service = serve(TADQIQ_API_KEYS="first-key-0123456789, second-key-0123456789")
    assert service.get("/healthz").status_code == 200
    refused = service.get("/v1/rules")
    problem(refused, 401, "unauthorised")
    assert "Basic" in refused.headers["www-authenticate"]
    for wrong in ("first-key", "first-key-0123456789x", "é" * 20):
        shown = {"Authorization": f"Bearer {wrong}".encode()}
        assert service.get("/v1/rules", headers=shown).status_code == 401
    for key in ("first-key-0123456789", "second-key-0123456789"):
        assert service.get("/v1/rules", headers={"Authorization": f"Bearer {key}"}).is_success
        assert service.get("/v1/rules", headers={"X-API-Key": key}).is_success
        assert service.get("/", auth=("editor", key)).is_success


def test_without_a_key_only_this_machine_is_served() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tadqiq", "serve", "--host", "0.0.0.0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "TADQIQ_API_KEYS" in done.stderr


def test_another_site_cannot_use_its_readers_browser(service) -> None:
    for headers in (
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ):
        answer = service.post("/", data={"text": "قال"}, headers=headers)
        problem(answer, 403, "cross-site")
    answer = service.get("/", headers={"Host": "evil.example"})
    problem(answer, 421, "misdirected")


def test_a_taken_port_is_said_to_be_taken(service) -> None:
    port = str(urlsplit(service.url).port)
    done = subprocess.run(
        [sys.executable, "-m", "tadqiq", "serve", "--no-drift", "--port", port],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
