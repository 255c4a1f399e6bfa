"""A real service in a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import httpx
import pytest

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "corpora" / "seeds").glob("*.txt"))


@dataclass
class Served:
    """A running ``tadqiq serve``, where it answers and what it has logged."""

    process: subprocess.Popen[str]
    url: str
    log: list[str] = field(default_factory=list)

    def post(self, path: str, **request: object) -> httpx.Response:
        return httpx.post(self.url + path, timeout=60, **request)  # type: ignore[arg-type]

    def get(self, path: str, **request: object) -> httpx.Response:
        return httpx.get(self.url + path, timeout=60, **request)  # type: ignore[arg-type]

    def resident(self) -> int:
        """Megabytes of memory in use."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]

    def stop(self) -> int:
        """Ends the service as an operator would, and waits for it."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=40)


Serve = Callable[..., Served]


def start(*flags: str, **environ: str) -> Served:
    """Starts the service, and waits until it answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tadqiq", "serve", "--port", "0", *flags],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environ},
    )
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        found = re.search(r"http://[^/\s]+", line)
        if found:
            return _listening(Served(process, found[0]), process.stderr)
    pytest.fail(f"the service did not start: {''.join(said)}")


def _listening(served: Served, stream: IO[str]) -> Served:
    threading.Thread(target=lambda: served.log.extend(stream), daemon=True).start()
    return served


@pytest.fixture(scope="session")
def service() -> Iterator[Served]:
    """One service for all tests that only ask."""
    served = start()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def strict() -> Iterator[Served]:
    """A service of little patience and few places, which the last test of it may stop."""
    served = start("--no-drift", "--concurrency", "8", "--receive-timeout", "1.5")
    yield served
    if served.process.poll() is None:
        served.stop()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts services with flags of their own; rules alone, which is quick."""
    running: list[Served] = []

    def call(*flags: str, **environ: str) -> Served:
        running.append(start("--no-drift", *flags, **environ))
        return running[-1]

    yield call
    for served in running:
        if served.process.poll() is None:
            served.stop()


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """The seed articles by the first three digits of their names."""
    return {path.name[:3]: path.read_text("utf-8") for path in SEEDS}


@pytest.fixture(scope="session")
def question(seed_texts: dict[str, str]) -> dict[str, object]:
    """Article 002 beside the four others, as a program asks."""
    others = [{"id": name, "text": text} for name, text in seed_texts.items() if name != "002"]
    return {"article": {"id": "002", "text": seed_texts["002"]}, "siblings": others}
