"""The public Python API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, TypeVar

from .. import embed, events, languages, score
from ..config import Config
from ..detect import Rule
from ..errors import TadqiqError
from ..model import Article, ArticleAudit, Audit, Document, Event, Rejection
from .judge import Case, Judge, broken
from .prepared import Preparation, Prepared, Progress
from .signing import settings_digest, source_digest

if TYPE_CHECKING:
    from ..embed.encoder import Encoder

_Item = TypeVar("_Item")


def _silent(stage: str, done: int, total: int) -> None:
    return None


class Auditor:
    """Audits articles under one configuration, in batches or one by one.

    The encoder is loaded when siblings are first looked for; rules alone never load it. An
    auditor that lives on knows the articles it saw last: checking against the same siblings
    again neither segments nor embeds them. ``check`` may be called from several threads.
    """

    def __init__(self, config: Config | None = None, *, progress: Progress = _silent) -> None:
        self.config = config or Config()
        self._progress = progress
        self._preparation = Preparation(lambda: self._encoder, progress)
        self._judge = Judge(self.config, self.rules)

    def audit(self, items: Iterable[Article | Rejection]) -> Audit:
        """The batch in input order, with what could not be read or audited.

        An article that breaks a stage becomes a rejection; the rest go on. Raises ModelError
        if drift is wanted and the encoder cannot be had, ConfigError for a rule code in the
        configuration that no rule of these languages bears.
        """
        prepared, rejections = self._segmented(items)
        self._verify(prepared)
        cases = self._cases(prepared)
        verdicts = [self._judge.verdict(case) for case in self._told("detect", cases)]
        judged = [one for one in verdicts if isinstance(one, ArticleAudit)]
        rejections += [one for one in verdicts if isinstance(one, Rejection)]
        return Audit(_ranked(judged), tuple(rejections), self._signature(prepared))

    def check(self, article: Article, against: Iterable[Article | Rejection] = ()) -> Audit:
        """The verdict on ``article`` alone, beside those of ``against`` that report its event.

        Articles of ``against`` are segmented, embedded and linked, but not judged; one with the
        id of ``article`` is left out. Rejections of ``against`` are passed on, and if the
        article itself cannot be audited, there is one for it and ``articles`` is empty. The
        rank is 1. Raises as ``audit`` does.
        """
        prepared, rejections = self._segmented([article, *_others(article, against)])
        self._verify(prepared)
        signature = self._signature(prepared)
        if not prepared or prepared[0].document.id != article.id:
            return Audit((), tuple(rejections), signature)
        verdict = self._judge.verdict(self._cases(prepared)[0])
        if isinstance(verdict, Rejection):
            return Audit((), (verdict, *rejections), signature)
        return Audit((replace(verdict, rank=1),), tuple(rejections), signature)

    def rules(self, lang: str) -> tuple[Rule, ...]:
        """The rules of a language that the configuration leaves switched on."""
        return tuple(rule for rule in languages.load(lang).rules if self.config.speaks(rule))

    def signature(self, langs: Iterable[str], *, compared: bool = True) -> str:
        """What made a result: version, languages, rules, model, settings.

        ``compared`` is false where there was nothing to compare with, so that no model ran.
        """
        langs = set(langs)
        encoder = self._encoder if compared and self.config.drift else None
        return score.signature(
            version=version("tadqiq"),
            langs=langs,
            codes=[rule.code for lang in langs for rule in self.rules(lang)],
            source=source_digest(),
            model=encoder.digest if encoder else "none",
            precision=encoder.precision if encoder else "none",
            settings=settings_digest(self.config, self._judge.termbase),
        )

    def _signature(self, prepared: Sequence[Prepared]) -> str:
        langs = {one.document.lang for one in prepared}
        return self.signature(langs, compared=len(prepared) > 1)

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
                prepared.append(self._preparation.segment(item))
            except TadqiqError:
                raise  # a broken pack is no article's fault
            except Exception as error:  # nothing an article holds may end the batch
                rejections.append(broken(item, "segment", error))
            self._progress("read", len(prepared), 0)
        return prepared, rejections

    def _verify(self, prepared: Iterable[Prepared]) -> None:
        langs = {"ar", *(one.document.lang for one in prepared)}
        self.config.verify(rule.code for lang in langs for rule in languages.load(lang).rules)

    def _cases(self, prepared: Sequence[Prepared]) -> list[Case]:
        place = {one.document.id: one for one in prepared}
        event_of = {member: event for event in self._linked(prepared) for member in event.members}
        return [
            Case(
                one.document,
                one.vectors if self.config.drift else None,
                event_of[one.document.id],
                tuple(
                    place[other]
                    for other in sorted(event_of[one.document.id].witnesses(one.document.id))
                ),
            )
            for one in prepared
        ]

    def _linked(self, prepared: Sequence[Prepared]) -> Sequence[Event]:
        if not self.config.drift or len(prepared) < 2:
            return _given_events([one.document for one in prepared])
        self._preparation.embed(prepared)
        return events.link(
            [
                events.traits(one.document, one.vectors)
                for one in prepared
                if one.vectors is not None
            ]
        )

    @cached_property
    def _encoder(self) -> Encoder:
        folder = self.config.cache_dir
        encoder = embed.load(
            self.config.model,
            cache_dir=folder,
            progress=self._progress,
            backend=self.config.backend,
        )
        return embed.CachedEncoder(encoder, folder / "embeddings.sqlite")

    def _told(self, stage: str, items: Sequence[_Item]) -> Iterator[_Item]:
        for done, item in enumerate(items):
            self._progress(stage, done, len(items))
            yield item
        self._progress(stage, len(items), len(items))


def _others(
    article: Article, against: Iterable[Article | Rejection]
) -> Iterator[Article | Rejection]:
    return (one for one in against if isinstance(one, Rejection) or one.id != article.id)


def _given_events(documents: Sequence[Document]) -> list[Event]:
    """Events as the articles themselves say; an article that says nothing is alone."""
    members: dict[str, list[str]] = {}
    for number, doc in enumerate(documents, 1):
        members.setdefault(doc.article.event or f"e{number}", []).append(doc.id)
    return [Event(name, tuple(ids)) for name, ids in members.items()]


def _ranked(judged: Sequence[ArticleAudit]) -> tuple[ArticleAudit, ...]:
    ranks = score.rank(
        [one.document.id for one in judged],
        [one.score for one in judged],
        [one.drift.value for one in judged],
    )
    return tuple(
        replace(one, rank=rank.position, tied=rank.tied)
        for one, rank in zip(judged, ranks, strict=True)
    )
