"""How many processes judge, and how they come about.

A copy of this process (``fork``) starts in milliseconds, knows every word, document and lexicon
that we know, and shares their memory with us. It must not be made while another thread may
hold a lock that the copy would wait for, nor where it would need a model: libraries under models
have threads of their own, which no copy has. Otherwise a process starts from nothing (``spawn``)
and reads all of it again.
"""

from __future__ import annotations

import os
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from .. import fluency
from ..config import Config

_UNASKED = 2  # processes; with more of them memory would not stay below 2 GB


@dataclass(frozen=True, slots=True)
class Way:
    """How processes start; from ``worth`` articles on they take longer to judge than to start."""

    method: str
    worth: int


FORK, SPAWN = Way("fork", 8), Way("spawn", 300)


def way(config: Config) -> Way:
    """How processes may start here and now, under one configuration."""
    sole = threading.active_count() == 1  # of Python; what computes vectors sleeps meanwhile
    asked = config.second_opinion or (config.fluency and fluency.installed())
    alike = sys.platform == "linux" and not asked
    return FORK if sole and alike else SPAWN


def count(jobs: int, articles: int, start: Way) -> int:
    """How many processes are to judge so many articles; ``jobs`` 0 leaves it to the machine."""
    if jobs or articles < start.worth:
        return jobs or 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, _UNASKED)


@contextmanager
def pool(
    jobs: int, start: Way, initializer: Callable[..., None], *known: object
) -> Iterator[ProcessPoolExecutor]:
    """``jobs`` processes, each of which begins with ``initializer(*known)``; gone at the end."""
    executor = ProcessPoolExecutor(
        jobs, mp_context=get_context(start.method), initializer=initializer, initargs=known
    )
    try:
        with warnings.catch_warnings():
            # Python 3.12 counts the sleeping threads below Python, too.
            warnings.filterwarnings("ignore", "This process .* is multi-threaded")
            yield executor
    finally:
        executor.shutdown(cancel_futures=True)
