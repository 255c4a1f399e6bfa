"""A batch of any size in bounded memory: read and embed, group into events, judge, rank."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256

from ..archive import Remembered
from ..model import Article, Audit, Document, Event, Rejection, Score
from .cases import Cases, Question
from .engine import Engine
from .intake import Intake, Plan
from .processes import count, way
from .signing import packages_digest, unchanged
from .spooled import Spooled, ranks_of
from .workers import Answer, answers

_SECONDS = 2.0  # between two commits of verdicts: what a killed run must do again
_ROWS = 256  # verdicts of one commit, at most
_LARGE = 2000  # articles; to judge more, memory is made free first


@dataclass(frozen=True, slots=True)
class _Known:
    """A verdict in the store: its key, its event, and what ranking needs of it."""

    key: int
    event: int
    score: Score
    drift: float | None


class Batch:
    """One batch on its way through the passes. Of an article no more is kept in memory than
    linking and ranking need."""

    def __init__(self, engine: Engine, plan: Plan, *, jobs: int = 0) -> None:
        self._engine = engine
        self._plan = plan
        self._jobs = jobs
        self._intake = Intake(engine, plan)
        self._signature = cache(self._signed)
        self._event_keys: dict[int, int] = {}
        self._known: dict[int, _Known] = {}
        self._reusable: list[tuple[Question, _Known]] = []
        self._reused = 0
        self._remembered = Remembered(engine.config.cache_dir)

    def run(self, items: Iterable[Article | Rejection]) -> Audit:
        """The audit of the batch. Raises as `Auditor.audit` says."""
        intake, plan = self._intake, self._plan
        intake.take(items)
        langs = {one.lang for one in intake.members}
        self._engine.verify(langs)
        cases = Cases(self._engine, plan.store, intake)
        if len(intake.members) > _LARGE:
            self._engine.unload()
        self._judge(cases)
        compared = any(one.rows for one in intake.members)
        signature = self._engine.signature(langs, compared=compared)
        plan.store.runs.finish(
            plan.run, signature=signature, articles=len(self._known), now=time.time()
        )
        audits = self._audits(cases) if self._known else ()
        return Audit(audits, tuple(intake.rejections), signature, intake.passed, self._reused)

    def _judge(self, cases: Cases) -> None:
        """Answers every question, with what the store knows already or anew."""
        total = len(self._intake.members)
        pending: list[tuple[Question, Answer | Rejection]] = []
        last = time.monotonic()
        for pair in self._answers(cases):
            pending.append(pair)
            self._engine.progress("detect", len(self._known) + len(pending), total)
            if len(pending) >= _ROWS or time.monotonic() - last > _SECONDS:
                self._commit(cases.events, pending)
                pending, last = [], time.monotonic()
        self._commit(cases.events, pending)
        self._engine.progress("detect", total, total)

    def _answers(self, cases: Cases) -> Iterator[tuple[Question, Answer | Rejection]]:
        """Every open question that nothing is remembered of, with its answer. An archive keeps
        its own verdicts, so what goes into one is not remembered twice."""
        start = way(self._engine.config)
        jobs = count(self._jobs, len(self._intake.members), start)
        judged = partial(answers, self._engine, cases, jobs=jobs, start=start)
        if self._plan.store.lasting or not unchanged():
            yield from judged(self._open(cases))
            return
        found: list[tuple[bytes, bytes]] = []
        try:
            unknown = self._unknown(cases)
            for question, told in judged(unknown):
                if isinstance(told, Answer):
                    found.append((self._key(cases, question), told.record))
                if len(found) >= _ROWS:
                    self._remembered.put(found)
                    found = []
                yield question, told
            self._remembered.put(found)
        finally:
            self._remembered.close()

    def _unknown(self, cases: Cases) -> Iterator[Question]:
        """The open questions to which no answer is remembered; the others are answered so."""
        known: list[tuple[Question, Answer | Rejection]] = []
        for question in self._open(cases):
            told = self._remembered.get(self._key(cases, question))
            if told is None:
                yield question
                continue
            record, verdict = told
            known.append((question, Answer(record, verdict.score, verdict.drift.value)))
            if len(known) >= _ROWS:
                self._commit(cases.events, known)
                known = []
        self._commit(cases.events, known)

    def _key(self, cases: Cases, question: Question) -> bytes:
        """Names everything that a verdict depends on."""
        member = cases.members[question.place]
        signature = self._signature(member.lang, member.rows is not None)
        made_by = f"{signature}\n{packages_digest()}\n".encode()
        return sha256(made_by + question.context).digest()

    def _open(self, cases: Cases) -> Iterator[Question]:
        """The questions that the store has no answer to; the others' answers hold again."""
        kept = self._plan.store.lasting
        for question in cases.questions():
            member = cases.members[question.place]
            signature = self._signature(member.lang, member.rows is not None)
            found = (
                self._plan.store.verdicts.find(member.key, signature, question.context)
                if kept
                else None
            )
            if found is None:
                yield question
                continue
            key, verdict = found
            known = _Known(key, question.event, verdict.score, verdict.drift.value)
            self._reusable.append((question, known))
            self._reused += 1
            if len(self._reusable) >= _ROWS:
                self._commit(cases.events, ())

    def _commit(
        self, events: list[Event], pending: Iterable[tuple[Question, Answer | Rejection]]
    ) -> None:
        plan, store = self._plan, self._plan.store
        reusable, self._reusable = self._reusable, []
        with store.transaction():
            for question, known in reusable:
                event = self._event_key(events, question.event)
                store.verdicts.reuse(known.key, run=plan.run, event=event)
                self._known[question.place] = known
            for question, found in pending:
                if isinstance(found, Rejection):
                    self._intake.reject(found)
                else:
                    self._known[question.place] = self._kept(events, question, found)

    def _kept(self, events: list[Event], question: Question, found: Answer) -> _Known:
        member = self._intake.members[question.place]
        key = self._plan.store.verdicts.add(
            member.key,
            found.record,
            signature=self._signature(member.lang, member.rows is not None),
            context=question.context,
            run=self._plan.run,
            event=self._event_key(events, question.event),
            now=self._plan.now,
        )
        return _Known(key, question.event, found.score, found.drift)

    def _event_key(self, events: list[Event], number: int) -> int:
        if number not in self._event_keys:
            self._event_keys[number] = self._plan.store.verdicts.add_event(
                events[number], run=self._plan.run
            )
        return self._event_keys[number]

    def _signed(self, lang: str, compared: bool) -> str:
        """What made the verdict on one article, whatever else is in the batch."""
        return self._engine.signature([lang], compared=compared)

    def _audits(self, cases: Cases) -> Spooled:
        order = sorted(self._known)
        known = [self._known[place] for place in order]
        events = [cases.events[one.event] for one in known]
        ranks = ranks_of(
            [cases.members[place].id for place in order],
            [one.score for one in known],
            [one.drift for one in known],
            events,
        )
        return Spooled(
            self._plan.store,
            [one.key for one in known],
            ranks,
            self._segment,
            events,
        )

    def _segment(self, article: Article) -> Document:
        return self._engine.preparation.segment(article).document
