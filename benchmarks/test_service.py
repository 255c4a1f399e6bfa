"""``POST /v1/check`` of seed article 002 against the four others, over loopback, models warm."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Thread

import httpx
import pytest

SEEDS = sorted((Path(__file__).parents[1] / "corpora" / "seeds").glob("*.txt"))
TEXTS = {path.name[:3]: path.read_text("utf-8") for path in SEEDS}
OTHERS = [{"id": name, "text": text} for name, text in TEXTS.items() if name != "002"]
JSON = {"Content-Type": "application/json"}
ROUNDS = 200
CLIENTS = 32
_numbers = count(time.time_ns() >> 16)  # vectors are kept on disk: another start every time


def question(*, new: bool) -> bytes:
    """The article as it is, or with some spaces doubled, so that hardly a sentence was ever seen
    and nothing is known of it, though it says the same."""
    text, name = TEXTS["002"], "002"
    if new:
        number = next(_numbers)
        name, text = f"002-{number}", "\n".join(spaced(line, number) for line in text.split("\n"))
    return json.dumps({"article": {"id": name, "text": text}, "siblings": OTHERS}).encode()


def spaced(line: str, number: int) -> str:
    """``line`` with those spaces doubled that stand where ``number`` has a bit."""
    words = line.split(" ")
    gaps = ("  " if number >> place & 1 else " " for place in range(len(words)))
    return "".join(part for pair in zip(words, gaps, strict=True) for part in pair).rstrip()


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[httpx.Client, int]]:
    """A client of a service in another process, and the number of that process."""
    command = [sys.executable, "-m", "tadqiq", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = next(filter(None, (re.search(r"http://\S+", line) for line in process.stderr)))
        # What the service says of requests must be read, or it waits until it is.
        Thread(target=lambda: deque(process.stderr, maxlen=0), daemon=True).start()
        limits = httpx.Limits(max_connections=CLIENTS)
        with httpx.Client(base_url=address[0], timeout=120, limits=limits) as client:
            for _ in range(3):
                ask(client, question(new=True))
            yield client, process.pid
        process.terminate()


def ask(client: httpx.Client, body: bytes) -> None:
    client.post("v1/check", content=body, headers=JSON).raise_for_status()


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(benchmark, served, *, new: bool) -> None:
    client, pid = served
    spent = processor_seconds(pid)
    benchmark.pedantic(
        lambda body: ask(client, body),
        setup=lambda: ((question(new=new),), {}),
        rounds=ROUNDS,
    )
    if benchmark.enabled:
        taken = sorted(benchmark.stats.stats.data)
        benchmark.extra_info["p99"] = taken[int(0.99 * len(taken)) - 1]
        benchmark.extra_info["processor"] = (processor_seconds(pid) - spent) / ROUNDS


@pytest.mark.benchmark(group="service")
def test_an_article_never_seen(benchmark, served) -> None:
    """At most 0.25 s in the median."""
    measure(benchmark, served, new=True)


@pytest.mark.benchmark(group="service")
def test_an_article_seen_before(benchmark, served) -> None:
    """At most 0.1 s in the median."""
    measure(benchmark, served, new=False)


@pytest.mark.benchmark(group="service")
def test_thirty_two_clients_at_once(benchmark, served) -> None:
    """All are answered, and no slower in sum than one client asking as often."""
    client, _ = served

    def rate(clients: int) -> float:
        bodies = [question(new=True) for _ in range(2 * CLIENTS)]
        started = time.perf_counter()
        with ThreadPoolExecutor(clients) as threads:
            list(threads.map(lambda body: ask(client, body), bodies))
        return len(bodies) / (time.perf_counter() - started)

    one, many = [], []
    for _ in range(2):  # in turns, so that a busy minute hits both alike
        one.append(rate(1))
        many.append(rate(CLIENTS))
    benchmark.extra_info |= {"one": max(one), "many": max(many)}
    benchmark.pedantic(lambda: ask(client, question(new=True)), rounds=1)
