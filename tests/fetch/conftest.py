"""A real server that answers as badly as it is told to."""

from __future__ import annotations

import socketserver
import threading
from collections import Counter

import pytest


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64


class Site:
    """Answers of paths: bytes to send as they are, or a function of the connection, the request's
    headers and how often the path was asked."""

    def __init__(self):
        self.answers, self.asked, self.requests = {}, Counter(), []
        self.closing = threading.Event()
        site = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                lines = []
                while (line := self.rfile.readline().strip()) != b"":
                    lines.append(line.decode())
                if not lines:
                    return
                path = lines[0].split()[1]
                headers = dict(line.lower().split(": ", 1) for line in lines[1:])
                site.requests.append((path, headers))
                site.asked[path] += 1
                answer = site.answers.get(
                    path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                )
                try:
                    if callable(answer):
                        answer(self.wfile, headers, site.asked[path])
                    else:
                        self.wfile.write(answer)
                except OSError:  # the other side has had enough
                    pass

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def __setitem__(self, path, answer):
        self.answers[path] = answer


def reply(body=b"", status="200 OK", **headers):
    """A well-formed answer; header names with _ for -."""
    given = {"Content_Type": "application/rss+xml", "Content_Length": len(body)} | headers
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status}\r\n{head}Connection: close\r\n\r\n".encode() + body


@pytest.fixture(name="reply")
def _reply():
    return reply


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


@pytest.fixture
def fetching(site):
    """``fetching(path, ...)`` fetches from the site; a single path gives a single item, its
    content as ``content``."""
    from tadqiq.fetch import Fetched, Fetcher, Limits

    def fetch(*paths, known=None, allow_private=True, robots=False, **limits):
        chosen = Limits(
            **{"pause": 0, "backoff": 0.01, "read": 1, "total": 2, "connect": 1} | limits
        )
        fetcher = Fetcher(chosen, allow_private=allow_private, robots=robots)
        urls = [path if "://" in path else site.url + path for path in paths]
        known = {site.url + path: value for path, value in (known or {}).items()}
        items = []
        for item in fetcher.fetch(urls, known):
            items.append((item, item.stream.read() if isinstance(item, Fetched) else None))
        return items[0] if len(paths) == 1 else items

    return fetch
