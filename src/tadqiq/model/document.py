"""An article as it came, and the same article segmented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from .language import Profile
from .record import record
from .span import Span


@record(kw_only=True)
class Article:
    """One news text with its metadata. Every offset in tadqiq points into ``text``.

    ``text`` is title and body exactly as audited. ``origin`` says where it was read:
    a path, ``path:line``, a URL or ``<stdin>``. ``source_text`` is the text it was
    translated from, ``references`` are human translations, ``event`` is a grouping given
    by the sender, which wins over ours. ``declared_mt`` is what the sender says about machine
    translation: True, False, or None where nothing is said; ``extra`` has the details
    (``mt_source_lang``, ``mt_engine``, ``mt_confidence``, ``digital_source_type``) and keeps
    unknown fields of the input record.
    """

    id: str
    text: str
    origin: str = ""
    title: str | None = None
    lang: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    event: str | None = None
    source_text: str | None = None
    references: tuple[str, ...] = ()
    declared_mt: bool | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@record
class Rejection:
    """An input that could not be audited: where it was, why, and what to do about it."""

    origin: str
    reason: str


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    SYMBOL = "symbol"
    ADDRESS = "address"  # a URL, an e-mail address, a @handle, a #hashtag: never prose


@record
class Token:
    """A word, a number or a punctuation mark.

    ``folded`` is the text without tashkeel, tatweel and, as the profile says, other
    orthographic noise; what lexicons are looked up by. ``script`` is the Unicode script
    of its letters ("Arabic", "Latin" …, "" without letters). ``quoted`` marks quoted
    speech, ``bracketed`` text in round or square brackets.
    """

    text: str
    span: Span
    kind: TokenKind
    script: str
    folded: str
    quoted: bool = False
    bracketed: bool = False

    @property
    def is_word(self) -> bool:
        return self.kind is TokenKind.WORD


@record
class Sentence:
    """A sentence or a heading, with its tokens in order."""

    span: Span
    tokens: tuple[Token, ...]
    heading: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple([token for token in self.tokens if token.kind is TokenKind.WORD])


@record
class Paragraph:
    """A line block of the text; ``lang`` may differ from the article's."""

    span: Span
    lang: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, eq=False)
class Document:
    """An article segmented once, for every later stage. Equal only to itself, so that what is
    found out about it can be kept by document."""

    article: Article
    profile: Profile
    paragraphs: tuple[Paragraph, ...]

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def lang(self) -> str:
        """BCP 47 primary language of the whole article."""
        return self.profile.code

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(sentence for part in self.paragraphs for sentence in part.sentences)

    @cached_property
    def native(self) -> tuple[Sentence, ...]:
        """The sentences of paragraphs in the article's own language, what language rules read."""
        return tuple(
            sentence
            for part in self.paragraphs
            if part.lang == self.lang
            for sentence in part.sentences
        )

    @cached_property
    def words(self) -> int:
        """MQM's evaluation word count: word and number tokens."""
        kinds = [token.kind for sentence in self.sentences for token in sentence.tokens]
        return kinds.count(TokenKind.WORD) + kinds.count(TokenKind.NUMBER)

    def tokens(self) -> Iterator[Token]:
        """All tokens in order."""
        for sentence in self.sentences:
            yield from sentence.tokens
