"""The public Python API."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ..errors import ConfigError, IngestError, TadqiqError
from ..model import Article, Audit, Event, Rejection
from .engine import Engine, given_events
from .judge import Case, broken
from .prepared import Prepared

if TYPE_CHECKING:
    from ..archive import Archive
    from ..model import Explanation


class Auditor(Engine):
    """Audits articles under one configuration, in batches or one by one.

    An auditor that lives on knows the articles it saw last: checking against the same siblings
    again neither segments nor embeds them. ``check`` may be called from several threads.
    """

    def audit(
        self,
        items: Iterable[Article | Rejection],
        *,
        archive: Archive | None = None,
        sources: Sequence[str] = (),
        resume: bool = False,
        days: float | None = None,
        since: datetime | None = None,
        jobs: int = 0,
    ) -> Audit:
        """The batch in input order, with what could not be read or audited.

        Articles are read one at a time and put down on disk, in ``archive`` or else in a
        temporary file; the result is read from there, so an archive must stay open as long as
        the result is used. What the archive knows is not done again: the vectors of the same
        sentences, verdicts by the same signature beside the same siblings. It notes the run and
        its ``sources``; with ``resume`` a run that was broken off goes on as the same run.

        With ``days`` articles are also compared with those in the archive that are published
        (else seen) no more days apart. Articles published before ``since`` are passed over.
        ``jobs`` is the number of processes that judge, 0 leaves it to the size of the batch and
        the machine; the result is the same to the bit.

        An article that breaks a stage becomes a rejection; the rest go on. Raises ModelError
        if drift is wanted and the encoder cannot be had, ConfigError for a rule code in the
        configuration that no rule of these languages bears, ArchiveError where something
        cannot be put down.
        """
        from ..archive import Archive  # with the batch, which a single article can do without
        from .batch import Batch
        from .intake import Plan

        store = archive or Archive.temporary()
        now = time.time()
        broken_off = store.runs.resume() if resume else None
        run = broken_off.key if broken_off else store.runs.begin(sources, now=now)
        plan = Plan(store, run, now, days if archive else None, since)
        return Batch(self, plan, jobs=jobs).run(items)

    def check(self, article: Article, against: Iterable[Article | Rejection] = ()) -> Audit:
        """The verdict on ``article`` alone, beside those of ``against`` that report its event.

        Articles of ``against`` are segmented, embedded and linked, but not judged; one with the
        id of ``article`` is left out. Rejections of ``against`` are passed on, and if the
        article itself cannot be audited, there is one for it and ``articles`` is empty. The
        rank is 1. Raises as ``audit`` does.
        """
        others = (one for one in against if isinstance(one, Rejection) or one.id != article.id)
        prepared, rejections = self._segmented([article, *others])
        langs = {one.document.lang for one in prepared}
        self.verify(langs)
        signature = self.signature(
            langs, compared=len(prepared) > 1 or article.source_text is not None
        )
        if not prepared or prepared[0].document.id != article.id:
            return Audit((), tuple(rejections), signature)
        verdict = self.judge.verdict(self._case(prepared))
        if isinstance(verdict, Rejection):
            return Audit((), (verdict, *rejections), signature)
        return Audit((replace(verdict, rank=1),), tuple(rejections), signature)

    def neighbours(
        self, article: Article, archive: Archive, *, days: float = 3.0, limit: int = 16
    ) -> tuple[Article, ...]:
        """The articles of an archive nearest to ``article``, as ``check`` takes them.

        They are published (else were seen) no more than ``days`` days before or after it (or
        now, where nobody says when it was); what is no sibling among them ``check`` leaves
        alone. Empty without drift, and where the archive has no vectors of this model. Raises
        ModelError, ArchiveError.
        """
        if not self.config.drift:
            return ()
        own = self.preparation.segment(article)
        self.preparation.embed([own])
        if own.traits is None:
            return ()
        moment, apart = article.published or datetime.now(UTC), timedelta(days=days)
        near = archive.vectors.near(
            own.traits.marks.mean,
            self.model,
            since=moment - apart,
            until=moment + apart,
            limit=limit,
            but={article.id},
        )
        return tuple(one.stored.article for one in near)

    def explain(self, items: Iterable[Article | Rejection], article: str) -> Explanation:
        """Why ``article``, an id among ``items``, is in one event with some of them and not
        with others. Raises IngestError if there is no such article, ConfigError where drift is
        switched off, ModelError.
        """
        if not self.config.drift:
            raise ConfigError("events are not looked for without drift; leave --no-drift out")
        prepared, _ = self._segmented(items)
        found = {one.document.id: one for one in prepared}
        if article not in found:
            raise IngestError(f'no article has the id "{article}"; "tadqiq audit" shows the ids')
        own = found.pop(article)
        beside = [own, *found.values()]
        case = self._case(beside)
        self.preparation.embed([own])
        known = [one.traits for one in beside if one.traits is not None]
        from .. import events
        from .explaining import explanation

        return explanation(case, events.links(known, article), beside)

    def _segmented(
        self, items: Iterable[Article | Rejection]
    ) -> tuple[list[Prepared], list[Rejection]]:
        prepared: list[Prepared] = []
        rejections: list[Rejection] = []
        for item in items:
            if isinstance(item, Rejection):
                rejections.append(item)
                continue
            try:
                prepared.append(self.preparation.segment(item))
            except TadqiqError:
                raise  # a broken pack is no article's fault
            except Exception as error:  # nothing an article holds may end the batch
                rejections.append(broken(item, "segment", error))
        return prepared, rejections

    def _case(self, prepared: Sequence[Prepared]) -> Case:
        """The first article beside its siblings among the others."""
        own = prepared[0]
        name = own.document.id
        event = next(one for one in self._events(prepared) if name in one.members)
        witnesses = event.witnesses(name)
        beside = [one for one in prepared if one.document.id in witnesses and not _echo(own, one)]
        beside.sort(key=lambda one: one.document.id)
        source = self.source(own)
        vectors = own.vectors if self.config.drift else None
        return Case(own.document, vectors, event, tuple(beside), source)

    def _events(self, prepared: Sequence[Prepared]) -> Iterator[Event]:
        if not self.config.drift or len(prepared) < 2:
            articles = [one.document.article for one in prepared]
            yield from given_events([(one.id, one.event) for one in articles])
            return
        from .. import events  # with numpy, which a single article can do without

        self.preparation.embed(prepared)
        yield from events.link([one.traits for one in prepared if one.traits is not None])


def _echo(one: Prepared, other: Prepared) -> bool:
    if one.traits is None or other.traits is None:
        return False
    from .. import events

    return events.echoes(one.traits, other.traits)
