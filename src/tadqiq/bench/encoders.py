"""Backends side by side, and plain sentence-transformers as what they are held against."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..embed import checkpoint, load
from ..embed.weights import bundled_file
from ..errors import ModelError
from .plain import PLAIN, plain
from .timing import Timing, against, timed

_GROUP = "encoder"


def encoders(
    sentences: Sequence[str],
    *,
    cache_dir: Path,
    backends: Sequence[str],
    rounds: int,
    mark: Timing | None,
) -> list[Timing]:
    """Seconds for the sentences, backend by backend, all different and none from the cache.

    Backends that are not installed are left out. Rounds of the backends take turns, so that a
    busy minute hits all alike. ``peak`` is the share of ``mark``, the measured time of
    10¹² operations in int8.
    """
    ways = dict(_ways(cache_dir, backends))
    best = dict.fromkeys(ways, float("inf"))
    for encode in ways.values():
        encode(sentences[:8])
    for _ in range(rounds):
        for name, encode in ways.items():
            best[name] = min(best[name], timed(partial(encode, sentences), rounds=1))
    timings = against(
        PLAIN,
        [
            Timing(group=_GROUP, name=name, seconds=seconds, sentences=len(sentences))
            for name, seconds in best.items()
        ],
    )
    if mark is None:
        return timings
    least = _operations(sentences, cache_dir) / 1e12 * mark.seconds
    return [replace(one, peak=least / one.seconds) for one in timings]


def _ways(
    cache_dir: Path, backends: Sequence[str]
) -> Iterator[tuple[str, Callable[[Sequence[str]], object]]]:
    model = plain(None, cache_dir)
    yield PLAIN, lambda part: model.encode(list(part), show_progress_bar=False)
    for name in backends:
        try:
            yield name, load(cache_dir=cache_dir, backend=name).encode
        except ModelError:
            continue  # not installed here


def _operations(sentences: Sequence[str], cache_dir: Path) -> float:
    """Multiplications and additions that the default model spends on the sentences' tokens."""
    from tokenizers import Tokenizer

    folder = checkpoint.ensure(bundled_file(), cache_dir)
    shape = json.loads((folder / "config.json").read_text("utf-8"))
    hidden, wide = shape["hidden_size"], shape["intermediate_size"]
    weights = shape["num_hidden_layers"] * (4 * hidden * hidden + 2 * hidden * wide)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    coded = tokenizer.encode_batch([f"query: {text}" for text in sentences])
    return 2.0 * float(weights) * sum(len(one.ids) for one in coded)
