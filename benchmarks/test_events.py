"""Speed of linking: seconds for a batch, on made-up articles of made-up happenings."""

from __future__ import annotations

import pytest

from tadqiq.bench.linking import newsroom
from tadqiq.events import link

PER_EVENT = 4


@pytest.mark.benchmark(group="link")
@pytest.mark.parametrize("count", [1_000, 10_000])
def test_linking(benchmark, count: int) -> None:
    seen = list(newsroom(count))
    events = benchmark.pedantic(link, args=(seen,), rounds=1)
    whole = [event for event in events if len(event.members) == PER_EVENT]
    right = [event for event in whole if len(set(map(_happening, event.members))) == 1]
    assert len(right) >= 0.95 * count / PER_EVENT


def _happening(name: str) -> int:
    return int(name.removeprefix("a")) // PER_EVENT
