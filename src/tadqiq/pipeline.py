"""Every room put together, in the one order there is.

articles → segment → embed → events → detect (siblings known) → drift → score → rank
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, TypeVar

from . import drift, embed, events, languages, score, text
from .config import Config, read_termbase
from .detect import Context, Rule, detect, resolve
from .errors import TadqiqError
from .model import (
    Article,
    ArticleAudit,
    Audit,
    Document,
    Drift,
    Event,
    Finding,
    Rejection,
)

if TYPE_CHECKING:
    from .embed.encoder import Encoder, FloatMatrix

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""

_BLOCK = 256  # sentences embedded between two words of progress
_log = logging.getLogger("tadqiq")
_Item = TypeVar("_Item")


def _silent(stage: str, done: int, total: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Case:
    """One document on its way: its vectors (None without an encoder), its event, its siblings.

    Siblings are in order of id, so that no verdict depends on the order of the batch.
    """

    document: Document
    vectors: FloatMatrix | None
    event: Event
    siblings: tuple[tuple[Document, FloatMatrix | None], ...]


class Auditor:
    """Audits batches of articles under one configuration.

    The encoder is loaded when siblings are first looked for; rules alone never load it.
    """

    def __init__(self, config: Config | None = None, *, progress: Progress = _silent) -> None:
        self.config = config or Config()
        self._progress = progress
        self._folded_terms: dict[str, Mapping[str, str]] = {}

    def audit(self, items: Iterable[Article | Rejection]) -> Audit:
        """The batch in input order, with what could not be read or audited.

        An article that breaks a stage becomes a rejection; the rest go on. Raises ModelError
        if drift is wanted and the encoder cannot be had, ConfigError for a rule code in the
        configuration that no rule of these languages bears.
        """
        documents, rejections = self._segment(items)
        self._verify(documents)
        cases = self._cases(documents)
        judged: list[ArticleAudit] = []
        for case in self._told("detect", cases):
            verdict = self._judge(case)
            if isinstance(verdict, Rejection):
                rejections.append(verdict)
            else:
                judged.append(verdict)
        return Audit(_ranked(judged), tuple(rejections), self.signature(documents))

    def rules(self, lang: str) -> tuple[Rule, ...]:
        """The rules of a language that the configuration leaves switched on."""
        return tuple(rule for rule in languages.load(lang).rules if self.config.speaks(rule))

    def signature(self, documents: Sequence[Document]) -> str:
        """What made the result: version, languages, rules, model, settings."""
        langs = {doc.lang for doc in documents}
        encoder = self._encoder if self._embeds(documents) else None
        return score.signature(
            version=version("tadqiq"),
            langs=langs,
            codes=[rule.code for lang in langs for rule in self.rules(lang)],
            source=_source_digest(),
            model=encoder.digest if encoder else "none",
            precision=encoder.precision if encoder else "none",
            settings=_settings(self.config, self._termbase),
        )

    def _segment(
        self, items: Iterable[Article | Rejection]
    ) -> tuple[list[Document], list[Rejection]]:
        documents: list[Document] = []
        rejections: list[Rejection] = []
        for item in items:
            if isinstance(item, Rejection):
                rejections.append(item)
                continue
            try:
                documents.append(text.segment(item, languages.profile_for))
            except TadqiqError:
                raise  # a broken pack is no article's fault
            except Exception as error:  # nothing an article holds may end the batch
                rejections.append(_broken(item, "segment", error))
            self._progress("read", len(documents), 0)
        return documents, rejections

    def _verify(self, documents: Iterable[Document]) -> None:
        langs = {"ar", *(doc.lang for doc in documents)}
        self.config.verify(rule.code for lang in langs for rule in languages.load(lang).rules)

    def _embeds(self, documents: Sequence[Document]) -> bool:
        return self.config.drift and len(documents) > 1

    def _cases(self, documents: Sequence[Document]) -> list[_Case]:
        vectors: Sequence[FloatMatrix | None]
        linked: Sequence[Event]
        if self._embeds(documents):
            matrices = self._embedded(documents)
            vectors, linked = matrices, events.link(documents, matrices)
        else:
            vectors, linked = [None] * len(documents), _given_events(documents)
        place = {doc.id: index for index, doc in enumerate(documents)}
        event_of = {member: event for event in linked for member in event.members}
        return [
            _Case(
                doc,
                vectors[index],
                event_of[doc.id],
                tuple(
                    (documents[place[other]], vectors[place[other]])
                    for other in sorted(event_of[doc.id].siblings(doc.id))
                ),
            )
            for index, doc in enumerate(documents)
        ]

    def _embedded(self, documents: Sequence[Document]) -> list[FloatMatrix]:
        """A matrix a document: a centred unit row for every sentence."""
        import numpy as np

        sentences = [part.span.of(doc.text) for doc in documents for part in doc.sentences]
        encoder = self._encoder
        blocks = []
        for start in range(0, len(sentences), _BLOCK):
            self._progress("embed", start, len(sentences))
            blocks.append(encoder.encode(sentences[start : start + _BLOCK]))
        matrix = np.concatenate(blocks) if blocks else encoder.encode([])
        self._progress("embed", len(sentences), len(sentences))
        ends = np.cumsum([len(doc.sentences) for doc in documents])
        return list(np.split(embed.centre(matrix, encoder.background), ends[:-1]))

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

    def _terms(self, lang: str) -> Mapping[str, str]:
        """The newsroom's terms, the variants folded as the language folds words."""
        if lang not in self._folded_terms:
            profile = languages.profile_for(lang)
            self._folded_terms[lang] = {
                " ".join(text.fold_word(word, profile) for word in variant.split()): preferred
                for variant, preferred in self._termbase.items()
            }
        return self._folded_terms[lang]

    @cached_property
    def _termbase(self) -> Mapping[str, str]:
        """Terms of the settings and of their files; what the settings say themselves wins."""
        terms: dict[str, str] = {}
        for path in self.config.termbases:
            terms |= read_termbase(path)
        return terms | dict(self.config.terms)

    def _judge(self, case: _Case) -> ArticleAudit | Rejection:
        doc = case.document
        try:
            departed = _drift(case)
            findings = self._findings(case, departed)
            verdict = score.score(doc, findings, agreement=_agreement(case))
        except TadqiqError:
            raise
        except Exception as error:  # one broken article never stops a batch
            return _broken(doc.article, "audit", error)
        return ArticleAudit(doc, findings, departed, verdict, case.event, rank=0)

    def _findings(self, case: _Case, departed: Drift) -> tuple[Finding, ...]:
        doc, config = case.document, self.config
        context = Context(
            siblings=tuple(sibling for sibling, _ in case.siblings),
            terms=self._terms(doc.lang),
            allowed=config.allow,
        )
        found = detect(doc, self.rules(doc.lang), context, severities=config.severities)
        kept = (
            finding
            for finding in (*found, *departed.departures)
            if finding.quote not in config.allow
            and config.suppression(finding.code, finding.quote) is None
        )
        return tuple(resolve(kept))

    def _told(self, stage: str, items: Sequence[_Item]) -> Iterator[_Item]:
        for done, item in enumerate(items):
            self._progress(stage, done, len(items))
            yield item
        self._progress(stage, len(items), len(items))


def _settings(config: Config, terms: Mapping[str, str]) -> Mapping[str, str]:
    """What the newsroom set that bears on the findings, as one digest; nothing by default."""
    bearing = (
        config.severities,
        sorted(config.allow),
        sorted(terms.items()),
        config.suppressions,
    )
    return {"set": score.digest([repr(bearing)])} if any(bearing) else {}


def _given_events(documents: Sequence[Document]) -> list[Event]:
    """Events as the articles themselves say; an article that says nothing is alone."""
    members: dict[str, list[str]] = {}
    for number, doc in enumerate(documents, 1):
        members.setdefault(doc.article.event or f"e{number}", []).append(doc.id)
    return [Event(name, tuple(ids)) for name, ids in members.items()]


def _drift(case: _Case) -> Drift:
    siblings = [(doc, vectors) for doc, vectors in case.siblings if vectors is not None]
    if case.vectors is None or not siblings:
        return Drift(None)
    return drift.measure(case.document, case.vectors, siblings)


def _agreement(case: _Case) -> float | None:
    """chrF with the human translations where there are any, else with the siblings."""
    article = case.document.article
    others = article.references or tuple(
        doc.text for doc, _ in case.siblings if doc.lang == case.document.lang
    )
    return score.with_siblings(article.text, others)


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


def _broken(article: Article, stage: str, error: Exception) -> Rejection:
    _log.debug("%s failed on %s", stage, article.id, exc_info=error)
    what = f"{type(error).__name__}: {error}"
    return Rejection(
        article.origin or article.id,
        f"tadqiq itself failed ({stage}: {what}); please report it with this article",
    )


@cache
def _source_digest() -> str:
    """Changes with any rule, lexicon or piece of the rule machinery."""
    names = ("detect", "drift", "events", "facts", "languages", "model", "score", "text")
    found: Mapping[str, bytes] = {
        name: data for room in names for name, data in _contents(files("tadqiq") / room, room)
    }
    return score.digest(
        f"{name}\n{sha256(data).hexdigest()}" for name, data in sorted(found.items())
    )


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _contents(entry, name)
        elif entry.name.endswith((".py", ".tsv", ".toml")):
            yield name, entry.read_bytes()
