"""A wire of many outlets from record to ranking by rules alone, and what is promised of it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from io import BytesIO

import pytest

from tadqiq.config import Config
from tadqiq.ingest import read
from tadqiq.pipeline import Auditor
from wire import PER_EVENT, wire

COUNT = 500


def test_no_sentence_comes_again_in_another_happening() -> None:
    happenings = defaultdict(set)
    for number, one in enumerate(wire(COUNT)):
        for sentence in re.split(r"(?<=\.)\s", one["text"]):
            happenings[sentence].add(number // PER_EVENT)
    assert len(happenings) > 10 * COUNT
    assert all(len(found) == 1 for found in happenings.values())


@pytest.mark.benchmark(group="scale")
def test_short_articles_by_rules(benchmark) -> None:
    data = "\n".join(json.dumps(one) for one in wire(COUNT, words=80)).encode()
    auditor = Auditor(Config(drift=False))
    audit = benchmark.pedantic(lambda: auditor.audit(read(["-"], stdin=BytesIO(data))), rounds=1)
    assert len(audit.articles) == COUNT
