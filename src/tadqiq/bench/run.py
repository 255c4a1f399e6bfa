"""One run: every measure, in the order of the way through the program."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from .. import __version__, embed
from ..config import Config
from ..model import Article
from .batch import Batch
from .cold import cold_starts
from .encoders import encoders
from .linking import linking
from .peak import INT8, machine
from .stages import stages
from .texts import PER_EVENT, articles
from .timing import Run, Timing
from .whole import whole

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""

_BACKENDS = ("torch", "torch-bf16", "openvino", "openvino-int8", "onnx", "amx")
_COUNTS = (1_000, 10_000, 100_000)


def bench(
    given: Sequence[Article] = (),
    *,
    config: Config | None = None,
    quick: bool = False,
    progress: Progress = lambda stage, done, total: None,
) -> Run:
    """Everything measured once, on ``given`` articles or on made-up ones of 500 words.

    ``quick`` takes a few articles, one round, the default backend beside plain
    sentence-transformers, and links no more than 1,000. Raises ModelError if the encoder cannot
    be had, ReportError if the program cannot be started.
    """
    config = config or Config()
    batch = Batch.of(given or list(articles(PER_EVENT * (2 if quick else 20))))
    timings: list[Timing] = []
    for group, part in _parts(batch, config, quick=quick):
        progress(group, 0, 0)
        timings += part
    return Run(
        version=__version__,
        python=platform.python_version(),
        cores=_cores(),
        quick=quick,
        timings=tuple(timings),
        memory=_memory(),
    )


def _parts(batch: Batch, config: Config, *, quick: bool) -> Iterator[tuple[str, Iterable[Timing]]]:
    rounds = 1 if quick else 3
    found = list(machine(rounds=3))
    yield "machine", found
    yield "whole", whole(batch, config)
    encoder = embed.load(config.model, cache_dir=config.cache_dir, backend=config.backend)
    yield "stages", stages(batch, encoder, rounds=rounds)
    yield (
        "encoder",
        encoders(
            batch.sentences[: 64 if quick else 600],
            cache_dir=config.cache_dir,
            backends=(config.backend,) if quick else _BACKENDS,
            rounds=max(rounds, 2),  # the first prepares for the shapes of its batches
            mark=next((one for one in found if one.name == INT8), None),
        ),
    )
    yield "linking", linking(_COUNTS[:1] if quick else _COUNTS)
    yield "cold start", cold_starts(batch.articles[:PER_EVENT], rounds=rounds)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory() -> int | None:
    """Peak of this process in megabytes, where the system tells."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))
