"""Speed of linking: seconds for a batch, on made-up articles of made-up happenings."""

from __future__ import annotations

import numpy as np
import pytest

from tadqiq.events import link, traits
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment

_PER_EVENT = 4  # articles on one happening
_DIMENSION = 384
_WORDS = 20_000  # vocabulary, drawn by Zipf's law


def newsroom(count, seed=5):
    """``count`` articles of four sentences: vectors around a happening, words of its own."""
    rng = np.random.default_rng(seed)
    documents, matrices = [], []
    happening, own = None, None
    for number in range(count):
        if number % _PER_EVENT == 0:
            happening = rng.normal(size=(4, _DIMENSION))
            own = rng.integers(_WORDS, 10 * _WORDS, size=8)
        common = np.minimum(rng.zipf(1.3, size=40), _WORDS)
        words = [_word(int(index)) for index in np.concatenate([common, own])]
        rng.shuffle(words)
        text = " ".join(" ".join(words[part::4]) + f" {rng.integers(3, 99)}." for part in range(4))
        documents.append(segment(Article(id=f"a{number}", text=text, lang="ar"), profile_for))
        rows = happening + 0.7 * rng.normal(size=happening.shape)
        rows = rows[: len(documents[-1].sentences)]
        matrices.append((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32))
    return documents, matrices


def _word(index):
    """A made-up word of four letters for every number up to half a million."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    word = ""
    for _ in range(4):
        index, rest = divmod(index, len(letters))
        word += letters[rest]
    return word


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_linking(benchmark, count):
    benchmark.group = "events"
    seen = [traits(*pair) for pair in zip(*newsroom(count), strict=True)]
    events = benchmark.pedantic(link, args=(seen,), rounds=1)
    whole = [event for event in events if len(event.members) == _PER_EVENT]
    right = [event for event in whole if len(set(map(_happening, event.members))) == 1]
    assert len(right) >= 0.95 * count / _PER_EVENT


def _happening(name):
    return int(name.removeprefix("a")) // _PER_EVENT
