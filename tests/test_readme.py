"""Every command that the README shows works as it stands there, in the order shown."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.S)
LINES = [
    line.removeprefix("$ ").partition("  #")[0].strip()
    for kind, block in BLOCKS
    if kind in ("sh", "console")
    for line in block.splitlines()
    if kind == "sh" or line.startswith("$ ")
]
COMMANDS = list(dict.fromkeys(line for line in LINES if line.startswith("tadqiq ")))
SERVE = "tadqiq serve"
TARGETS = sorted({line.split()[1] for line in LINES if line.startswith("make ")})
OUTLET = "https://news.example.org"  # in its place the tests have a server of their own
FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Outlet</title>
<item><guid>1</guid><title>زلزال في بيرو</title><description>ضرب زلزال بقوة ست درجات جنوب بيرو
فجر الخميس وأودى بحياة تسعة أشخاص.</description></item>
<item><guid>2</guid><title>هزة في بيرو</title><description>قتل تسعة أشخاص في زلزال بلغت قوته ست
درجات ضرب جنوب بيرو فجر الخميس.</description></item></channel></rss>"""


class Outlet(BaseHTTPRequestHandler):
    """Offers one feed, and takes whatever is posted to it."""

    def do_GET(self) -> None:
        known = self.path == "/feed.xml"
        self.send_response(200 if known else 404)
        body = FEED.encode() if known else b""
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what a test prints is its own."""


@pytest.fixture(scope="module")
def outlet() -> Iterator[str]:
    """The address of an outlet on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, outlet: str) -> Path:
    """A folder with the corpora and the settings shown, in which commands may leave files."""
    folder = tmp_path_factory.mktemp("a desk")
    shutil.copytree(ROOT / "corpora", folder / "corpora")
    shutil.copy(ROOT / "corpora" / "seeds" / "002_f7d4c279eac3b33f.txt", folder / "article.txt")
    feeds = settings("[[feeds]]").replace(OUTLET, outlet)
    (folder / "feeds.toml").write_text("allow_private = true\n" + feeds, "utf-8")
    return folder


def settings(mark: str) -> str:
    """The one block of settings with ``mark`` in it."""
    (block,) = [block for kind, block in BLOCKS if kind == "toml" and mark in block]
    return block


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != SERVE])
def test_the_command_works(command: str, desk: Path, outlet: str) -> None:
    arguments = shlex.split(command.replace(OUTLET, outlet))[1:]
    if OUTLET in command:
        arguments.append("--allow-private")
    done = subprocess.run(
        [sys.executable, "-m", "tadqiq", *arguments], cwd=desk, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_page_is_served_where_the_readme_says(desk: Path) -> None:
    assert SERVE in COMMANDS
    serving = subprocess.Popen(
        [sys.executable, "-m", "tadqiq", "serve", "--port", "0", "--no-drift"],
        cwd=desk,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stderr is not None
        address = next(
            found[0] for line in serving.stderr if (found := re.search(r"http://[\d.]+:\d+", line))
        )
        assert "<form" in httpx.get(address, timeout=60).text
        assert httpx.get(f"{address}/openapi.json", timeout=60).json()["openapi"]
    finally:
        serving.terminate()
        serving.communicate(timeout=60)


def test_the_readme_shows_commands_for_every_job() -> None:
    shown = {command.split()[1] for command in COMMANDS}
    assert shown == {
        "archive", "audit", "check", "evaluate", "explain", "ledger", "rank", "rules", "serve",
        "watch",
    }  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_python_example_runs(desk: Path) -> None:
    (code,) = [block for kind, block in BLOCKS if kind == "python"]
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.decode().splitlines()) == 5


def test_the_settings_shown_are_valid(tmp_path: Path) -> None:
    from tadqiq.config import load_config

    path = tmp_path / "tadqiq.toml"
    path.write_text(settings("locale"), "utf-8")
    assert load_config(path).locale == "ar"
