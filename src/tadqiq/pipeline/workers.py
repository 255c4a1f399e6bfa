"""Judging in several processes: the same verdicts in the same order as in one."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from ..archive import Verdict, pack
from ..config import Config
from ..errors import TadqiqError
from ..model import Article, ArticleAudit, Event, Rejection, Score
from .cases import Cases, Question
from .engine import Engine
from .judge import Case, Judge
from .prepared import Prepared

if TYPE_CHECKING:
    from ..events import FloatMatrix

_TOGETHER = 16  # questions sent to a worker at a time
_WORTH = 300  # articles that take longer than it takes to start processes
_UNASKED = 2  # processes; with more of them memory would not stay below 2 GB
_AHEAD = 3  # such bundles waiting for every worker, so that none is idle


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict as it is kept, with what ranking needs of it."""

    record: bytes
    score: Score
    drift: float | None


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Questions with the articles that they need, each once."""

    articles: dict[int, tuple[Article, FloatMatrix | None]]
    questions: tuple[tuple[Question, Event], ...]


def answer(judge: Judge, case: Case) -> Answer | Rejection:
    """The verdict on a case."""
    verdict = judge.verdict(case)
    return verdict if isinstance(verdict, Rejection) else answered(verdict)


def answered(audit: ArticleAudit) -> Answer:
    """A verdict ready to be kept."""
    kept = Verdict(audit.document.lang, audit.findings, audit.drift, audit.score)
    return Answer(pack(kept), audit.score, audit.drift.value)


def processes(jobs: int, articles: int) -> int:
    """How many processes are to judge so many articles; ``jobs`` 0 leaves it to the machine."""
    if jobs or articles < _WORTH:
        return jobs or 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, _UNASKED)


def answers(
    engine: Engine, cases: Cases, questions: Iterable[Question], *, jobs: int
) -> Iterator[tuple[Question, Answer | Rejection]]:
    """Every question with its answer, in the order asked.

    Raises TadqiqError where a worker process is killed.
    """
    if jobs < 2:
        for question in questions:
            yield question, answer(engine.judge, cases.case(question))
        return
    known = engine.config, gc.get_threshold()
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_start, initargs=known
    )
    try:
        yield from _answered(pool, _bundles(cases, iter(questions)), ahead=jobs * _AHEAD)
    except BrokenProcessPool as error:
        raise TadqiqError(
            "a worker process was killed, perhaps for want of memory; what was committed is "
            "kept: run this again with fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _answered(
    pool: ProcessPoolExecutor, bundles: Iterator[_Bundle], *, ahead: int
) -> Iterator[tuple[Question, Answer | Rejection]]:
    waiting: deque[tuple[_Bundle, Future[list[Answer | Rejection]]]] = deque()

    def send(count: int) -> None:
        for bundle in islice(bundles, count):
            waiting.append((bundle, pool.submit(_judge_all, bundle)))

    send(ahead)
    while waiting:
        bundle, result = waiting.popleft()
        found = result.result()
        send(1)
        yield from zip((question for question, _ in bundle.questions), found, strict=True)


def _bundles(cases: Cases, questions: Iterator[Question]) -> Iterator[_Bundle]:
    while some := tuple(islice(questions, _TOGETHER)):
        places = sorted({place for one in some for place in (one.place, *one.witnesses)})
        yield _Bundle(
            {place: (cases.article(place), cases.vectors(place)) for place in places},
            tuple((one, cases.events[one.event]) for one in some),
        )


_engine: Engine | None = None  # a worker's own


def _start(config: Config, threshold: tuple[int, int, int]) -> None:
    global _engine  # noqa: PLW0603 - the only way to hand a worker something for good
    _engine = Engine(config)
    gc.set_threshold(*threshold)  # as its parent has it: lexicons are no garbage here either
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent alone is interrupted, and ends us
    parent = parent_process()
    if parent is not None:
        # A parent that is killed cannot tell its workers to end.
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: object) -> None:
    parent.join()  # type: ignore[attr-defined]
    os._exit(1)


def _judge_all(bundle: _Bundle) -> list[Answer | Rejection]:
    engine = _engine or Engine()
    prepared: dict[int, Prepared] = {}
    for place, (article, vectors) in bundle.articles.items():
        known = engine.preparation.segment(article)
        prepared[place] = Prepared(known.document, vectors)
    found = []
    for question, event in bundle.questions:
        own = prepared[question.place]
        siblings = tuple(prepared[place] for place in question.witnesses)
        source = engine.source(own)
        case = Case(own.document, own.vectors, event, siblings, source)
        found.append(answer(engine.judge, case))
    return found
