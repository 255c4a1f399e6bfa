"""Does the auditing, one check after the other, for however many clients."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from ..archive import Archive
from ..correct import settle
from ..model import Article, Audit, Finding, Message, Rejection
from ..pipeline import Auditor
from .memory import Memory, digest
from .metrics import Metrics
from .problems import SLOW_CHECK, RefusedError, busy
from .settings import Settings

_T = TypeVar("_T")
_LEAST, _MOST = 1, 30  # seconds, in which a refused client is asked back


class Worker:
    """One auditor in one thread of its own, before it a queue with an end.

    Most of a check is Python, which runs one thread at a time: more threads would only take
    turns, each with a model of its own. Equal questions asked at once are answered once.
    """

    def __init__(self, auditor: Auditor, settings: Settings, metrics: Metrics) -> None:
        self._auditor, self._settings, self._metrics = auditor, settings, metrics
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="audit")
        self._memory = Memory(settings.kept)
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self._usual = 0.2  # seconds a check takes, as seen lately

    def warm(self, samples: Sequence[Article]) -> None:
        """Loads model and lexicons by auditing ``samples``. Raises TadqiqError."""
        self._thread.submit(lambda: list(self._auditor.audit(samples).articles)).result()

    def close(self) -> None:
        """Drops what waits; what runs comes to its end."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def siblings(self, article: Article) -> tuple[Article, ...]:
        """The articles of the archive that may report what ``article`` does; none without one.

        Raises RefusedError as check does, and ArchiveError.
        """
        folder = self._settings.archive
        if folder is None:
            return ()

        def nearest() -> tuple[Article, ...]:
            with Archive.open(folder) as archive:
                return self._auditor.neighbours(article, archive)

        return await self._turn(digest("siblings", [article]), nearest)

    async def check(self, article: Article, siblings: Sequence[Article]) -> tuple[Audit, bool]:
        """The audit of ``article`` alone, and whether it was known already.

        Raises RefusedError where too many wait or it takes too long.
        """
        question = digest("check", (article, *siblings))
        return await self._ask(question, lambda: self._auditor.check(article, siblings))

    async def correct(self, article: Article, siblings: Sequence[Article]) -> tuple[Audit, bool]:
        """The audit of ``article`` with its safe corrections made: its document has the corrected
        text. Raises as check."""
        question = digest("correct", (article, *siblings))
        return await self._ask(question, lambda: self._corrected(article, siblings))

    async def audit(self, items: Sequence[Article | Rejection]) -> tuple[Audit, bool]:
        """The audit of a batch, ranked, and whether it was known already; raises as check."""
        question = digest("audit", items)

        def job() -> Audit:
            result = self._auditor.audit(items)  # reads its articles from disk, each time anew
            return replace(result, articles=tuple(result.articles))

        return await self._ask(question, job)

    async def _ask(self, question: str, job: Callable[[], Audit]) -> tuple[Audit, bool]:
        known = self._memory.get(question)
        self._metrics.checks.labels("memory" if known else "audit").inc()
        if known:
            return known, True
        return await self._turn(question, job), False

    async def _turn(self, question: str, job: Callable[[], _T]) -> _T:
        """What ``job`` gives once its turn has come; equal questions have one turn."""
        future: asyncio.Future[_T] = self._waiting.get(question) or self._start(question, job)
        try:
            return await asyncio.wait_for(asyncio.shield(future), self._settings.working)
        except TimeoutError as error:
            raise _too_slow(self._settings.working) from error

    def _start(self, question: str, job: Callable[[], _T]) -> asyncio.Future[_T]:
        if len(self._waiting) >= self._settings.concurrency:
            again = round(self._usual * len(self._waiting) / 2)
            raise busy(min(max(again, _LEAST), _MOST))
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._thread, lambda: self._timed(job))
        self._waiting[question] = future
        future.add_done_callback(lambda done: self._leave(question, done))
        return future

    def _leave(self, question: str, done: asyncio.Future[_T]) -> None:
        del self._waiting[question]
        # The exception is looked at, so that nobody logs it: it might quote the article.
        if not done.cancelled() and done.exception() is None:
            result = done.result()
            if isinstance(result, Audit):  # kept even where nobody has waited for it
                self._memory.put(question, result)
                self._count(result)

    def _count(self, audit: Audit) -> None:
        for article in audit.articles:
            for finding in article.findings:
                self._metrics.findings.labels(finding.severity.value).inc()

    def _corrected(self, article: Article, siblings: Sequence[Article]) -> Audit:
        def audited(text: str) -> Audit:
            return self._auditor.check(replace(article, text=text), siblings)

        def findings(text: str) -> tuple[Finding, ...]:
            return tuple(found for one in audited(text).articles for found in one.findings)

        return audited(settle(article.text, findings(article.text), findings).text)

    def _timed(self, job: Callable[[], _T]) -> _T:
        started = time.perf_counter()
        try:
            return job()
        finally:
            took = time.perf_counter() - started
            self._usual += (took - self._usual) / 8
            self._metrics.working.observe(took)


def _too_slow(seconds: float) -> RefusedError:
    return RefusedError(
        SLOW_CHECK,
        Message(
            "No verdict within {seconds} s; send a shorter article or fewer siblings, or try "
            "again later.",
            "لم تصدر النتيجة خلال {seconds} ث؛ أرسل مقالًا أقصر أو نظائر أقل، "
            "أو أعد المحاولة لاحقًا.",
        ).fill(seconds=f"{seconds:g}"),
    )
