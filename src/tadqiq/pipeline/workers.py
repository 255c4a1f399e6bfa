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
from itertools import groupby, islice
from multiprocessing import parent_process
from typing import TYPE_CHECKING

from ..archive import Verdict, pack
from ..config import Config
from ..errors import TadqiqError
from ..model import Article, ArticleAudit, Event, Rejection, Score
from .cases import Cases, Question
from .engine import Engine
from .judge import Case, Judge
from .prepared import Prepared
from .processes import FORK, Way, pool

if TYPE_CHECKING:
    from ..events import FloatMatrix

_TOGETHER = 16  # questions sent to a worker at a time, at most
_ENOUGH = 5  # at least, where events are small
_AHEAD = 3  # such bundles waiting for every worker, so that none is idle


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict as it is kept, with what ranking needs of it."""

    record: bytes
    score: Score
    drift: float | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its event, and the vectors of what the article was translated from."""

    question: Question
    event: Event
    source: FloatMatrix | None


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Questions with the articles that they need, each once."""

    articles: dict[int, tuple[Article, FloatMatrix | None]]
    asked: tuple[_Asked, ...]


def answer(judge: Judge, case: Case) -> Answer | Rejection:
    """The verdict on a case."""
    verdict = judge.verdict(case)
    return verdict if isinstance(verdict, Rejection) else answered(verdict)


def answered(audit: ArticleAudit) -> Answer:
    """A verdict ready to be kept."""
    kept = Verdict(audit.document.lang, audit.findings, audit.drift, audit.score)
    return Answer(pack(kept), audit.score, audit.drift.value)


def answers(
    engine: Engine, cases: Cases, questions: Iterable[Question], *, jobs: int, start: Way
) -> Iterator[tuple[Question, Answer | Rejection]]:
    """Every question with its answer, in the order asked, by ``jobs`` processes.

    Raises TadqiqError where a worker process is killed.
    """
    if jobs < 2:
        for question in questions:
            yield question, answer(engine.judge, cases.case(question))
        return
    begin = engine if start is FORK else engine.config
    try:
        with pool(jobs, start, _start, begin, gc.get_threshold()) as workers:
            yield from _answered(workers, _bundles(cases, questions), ahead=jobs * _AHEAD)
    except BrokenProcessPool as error:
        raise TadqiqError(
            "a worker process was killed, perhaps for want of memory; what was committed is "
            "kept: run this again with fewer --jobs"
        ) from error


def _answered(
    workers: ProcessPoolExecutor, bundles: Iterator[_Bundle], *, ahead: int
) -> Iterator[tuple[Question, Answer | Rejection]]:
    waiting: deque[tuple[_Bundle, Future[list[Answer | Rejection]]]] = deque()

    def send(count: int) -> None:
        for bundle in islice(bundles, count):
            waiting.append((bundle, workers.submit(_judge_all, bundle)))

    send(ahead)
    while waiting:
        bundle, result = waiting.popleft()
        found = result.result()
        send(1)
        yield from zip((one.question for one in bundle.asked), found, strict=True)


def _bundles(cases: Cases, questions: Iterable[Question]) -> Iterator[_Bundle]:
    """Whole events, so that what they have in common is found out by one process."""
    together: list[Question] = []
    for _, event in groupby(questions, key=lambda one: one.event):
        while some := list(islice(event, _TOGETHER - len(together))):
            together += some
            if len(together) == _TOGETHER:
                yield _bundle(cases, together)
                together = []
        if len(together) >= _ENOUGH:
            yield _bundle(cases, together)
            together = []
    if together:
        yield _bundle(cases, together)


def _bundle(cases: Cases, questions: Iterable[Question]) -> _Bundle:
    asked = tuple(
        _Asked(one, cases.events[one.event], cases.source_vectors(one.place)) for one in questions
    )
    needed = {place for one in asked for place in (one.question.place, *one.question.witnesses)}
    return _Bundle(
        {place: (cases.article(place), cases.vectors(place)) for place in sorted(needed)}, asked
    )


_engine: Engine | None = None  # a worker's own


def _start(begin: Engine | Config, threshold: tuple[int, int, int]) -> None:
    global _engine  # noqa: PLW0603 - the only way to hand a worker something for good
    _engine = begin if isinstance(begin, Engine) else Engine(begin)
    gc.freeze()  # what we share with our parent stays shared
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
    prepared = {
        place: Prepared(engine.preparation.segment(article).document, vectors)
        for place, (article, vectors) in bundle.articles.items()
    }
    return [answer(engine.judge, _case(engine, one, prepared)) for one in bundle.asked]


def _case(engine: Engine, asked: _Asked, prepared: dict[int, Prepared]) -> Case:
    own = prepared[asked.question.place]
    told = engine.preparation.told(own) if asked.source is not None else None
    source = Prepared(told.document, asked.source) if told else None
    siblings = tuple(prepared[place] for place in asked.question.witnesses)
    return Case(own.document, own.vectors, asked.event, siblings, source)
