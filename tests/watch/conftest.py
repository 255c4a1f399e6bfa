"""A real feed server and a real webhook receiver in one."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Newsroom:
    """Feeds by path as lists of (guid, text); what came to ``/hook``; how often feeds were
    asked and answered in full. ``hook_status`` are the next answers to the webhook."""

    def __init__(self):
        self.feeds, self.posts, self.signatures = {}, [], []
        self.hook_status, self.asked, self.sent = [], 0, 0
        self.pages, self.slow = {}, set()
        room = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path in room.pages:
                    self._answer(room.pages[self.path].encode(), "text/html; charset=utf-8")
                    return
                if self.path not in room.feeds:
                    self.send_error(404)
                    return
                room.asked += 1
                if self.path in room.slow:
                    time.sleep(30)
                body = room.rss(self.path)
                tag = f'"{hash(body)}"'
                if self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.end_headers()
                    return
                room.sent += 1
                self._answer(body, "application/rss+xml", ETag=tag)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = room.hook_status.pop(0) if room.hook_status else 200
                if status == 200:
                    room.posts.append(json.loads(body))
                    room.signatures.append((self.headers.get("Tadqiq-Signature"), body))
                self.send_response(status)
                self.end_headers()

            def _answer(self, body, kind, **headers):
                self.send_response(200)
                for name, value in {
                    "Content-Type": kind,
                    "Content-Length": len(body),
                    **headers,
                }.items():
                    self.send_header(name, str(value))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def rss(self, path):
        items = "".join(
            f"<item><guid>{self.url}/{guid}</guid><title>عنوان {guid}</title>"
            f"<link>{self.url}/{guid}.html</link><description>{text}</description></item>"
            for guid, text in self.feeds[path]
        )
        return f"<rss><channel><title>وكالة</title>{items}</channel></rss>".encode()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    @property
    def alerted(self):
        return [alert["id"].rpartition("/")[2] for post in self.posts for alert in post["alerts"]]


@pytest.fixture
def newsroom():
    made = Newsroom()
    yield made
    made.close()


@pytest.fixture
def feeds_toml(newsroom, tmp_path):
    """Writes a feeds.toml for the newsroom's feeds; further top-level lines as text."""

    def write(*paths, top="", alerts=True, interval="10s", feed=""):
        lines = [f'archive = "wire"\ninterval = "{interval}"\ngate = 90\nallow_private = true', top]
        if alerts:
            lines.append(f'[alerts]\nfile = "alerts.jsonl"\nwebhook = "{newsroom.url}/hook"')
            lines.append(alerts if isinstance(alerts, str) else "")
        lines += [
            f'[[feeds]]\nurl = "{newsroom.url}{path}"\n{feed}' for path in paths or ("/feed",)
        ]
        path = tmp_path / "feeds.toml"
        path.write_text("\n".join(lines), "utf-8")
        return path

    return write


@pytest.fixture
def watching(feeds_toml, tmp_path):
    """``watching(*paths)`` runs one round and gives what it did."""
    from tadqiq.config import Config
    from tadqiq.fetch import Limits
    from tadqiq.watch import Watcher, load_feeds

    def once(*paths, config=None, **options):
        rounds = []
        feeds = load_feeds(feeds_toml(*paths, **options), {"SECRET": "s"})
        limits = Limits(pause=0, backoff=0.01)
        chosen = config or Config(drift=False)
        Watcher(feeds, chosen, tell=rounds.append, limits=limits).run(once=True)
        (done,) = rounds
        return done

    return once


@pytest.fixture
def written(tmp_path):
    """The ids in the alert file."""

    def read():
        path = tmp_path / "alerts.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return [json.loads(line)["id"].rpartition("/")[2] for line in lines]

    return read
