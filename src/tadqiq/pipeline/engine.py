"""What every way of auditing needs, under one configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from .. import __version__, embed, fluency, languages, opinion, score
from ..config import Config
from ..detect import Rule
from ..model import Event
from .judge import Judge
from .memory import give_back
from .prepared import Preparation, Prepared, Progress
from .signing import settings_digest, source_digest

if TYPE_CHECKING:
    from ..embed.encoder import Encoder
    from ..opinion import SecondOpinion


def _silent(stage: str, done: int, total: int) -> None:
    return None


class Engine:
    """Documents, vectors and verdicts under one configuration.

    The encoder is loaded when siblings are first looked for; rules alone never load it.
    """

    def __init__(self, config: Config | None = None, *, progress: Progress = _silent) -> None:
        self.config = config or Config()
        self.progress = progress
        self.preparation = Preparation(lambda: self.encoder, progress)
        self.judge = Judge(self.config, self.rules, lambda: self.opinion, self.reader)
        self._signatures: dict[tuple[frozenset[str], bool], str] = {}

    def rules(self, lang: str) -> tuple[Rule, ...]:
        """The rules of a language that the configuration leaves switched on."""
        return tuple(rule for rule in languages.load(lang).rules if self.config.speaks(rule))

    def signature(self, langs: Iterable[str], *, compared: bool = True) -> str:
        """What made a result: version, languages, rules, model, settings.

        ``compared`` is false where there was nothing to compare with, so that no model ran.
        """
        return self._signed(frozenset(langs), compared and self.config.drift)

    def _signed(self, langs: frozenset[str], compared: bool) -> str:
        if (langs, compared) in self._signatures:
            return self._signatures[langs, compared]
        encoder = self.encoder if compared else None
        readers = {reader.digest for lang in langs if (reader := self.reader(lang))}
        found = self._signatures[langs, compared] = score.signature(
            version=__version__,
            langs=langs,
            codes=[rule.code for lang in langs for rule in self.rules(lang)],
            source=source_digest(),
            model=encoder.digest if encoder else "none",
            precision=encoder.precision if encoder else "none",
            settings={
                **settings_digest(self.config, self.judge.termbase, self.opinion),
                **({"lm": "+".join(sorted(readers))} if readers else {}),
            },
        )
        return found

    def verify(self, langs: Iterable[str]) -> None:
        """Raises ConfigError for a rule code in the configuration that no rule of these
        languages and no kind of departure bears."""
        known = {"ar", *langs}
        codes = [rule.code for lang in known for rule in languages.load(lang).rules]
        self.config.verify(chain(codes, _departures()))

    def remember(self, langs: Iterable[str]) -> None:
        """Keep for later runs what was found out about words of these languages.

        What they are, not who wrote them: word forms with their readings, in the user's cache
        folder, some thousands of them at most. A start is a sixth quicker where it knows the words.
        """
        for lang in langs:
            languages.remember(lang)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder, with its cache on disk. Raises ModelError if it cannot be had."""
        folder = self.config.cache_dir
        encoder = embed.load(
            self.config.model,
            cache_dir=folder,
            progress=self.progress,
            backend=self.config.backend,
        )
        return embed.CachedEncoder(encoder, folder / "embeddings.sqlite")

    def unload(self) -> None:
        """Lets go of the encoder and of the documents kept; both come again when asked for."""
        self.__dict__.pop("encoder", None)
        self.preparation.forget()
        give_back()

    def reader(self, lang: str) -> fluency.Reader | None:
        """The language model that reads texts in ``lang`` along, if one is wanted and there.

        Raises ModelError if it cannot be loaded.
        """
        wanted = self.config.fluency and fluency.available(lang)
        return self._language_model if wanted else None

    @cached_property
    def _language_model(self) -> fluency.Reader:
        return fluency.load(self.config.cache_dir, self.progress)

    @cached_property
    def opinion(self) -> SecondOpinion | None:
        """The model that is asked about aligned sentences. Raises ModelError if it cannot be
        loaded."""
        folder = self.config.second_opinion
        return opinion.load(folder) if folder else None

    def source(self, own: Prepared) -> Prepared | None:
        """What an article says it was translated from, if it does and drift is wanted. Raises
        ModelError if the encoder cannot be had."""
        return self.preparation.source(own) if self.config.drift else None

    @property
    def model(self) -> str:
        """What names the encoder's vectors in an archive."""
        return f"{self.encoder.digest}-{self.encoder.precision}"


def _departures() -> Iterator[str]:
    """The codes of all kinds of departure."""
    from .. import drift  # not before somebody asks: it takes longer to load than an article

    yield from (kind.code for kind in drift.kinds())


def given_events(articles: Sequence[tuple[str, str | None]]) -> list[Event]:
    """Events by (id, event given) as the articles themselves say; one that says nothing is
    alone."""
    members: dict[str, list[str]] = {}
    for number, (name, given) in enumerate(articles, 1):
        members.setdefault(given or f"e{number}", []).append(name)
    return [Event(name, tuple(ids)) for name, ids in members.items()]
