"""Ambiguous source words: their senses, and which of these are mistaken for which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ....errors import PackError
from ....model import Message, record
from .clues import Clues, parse_clues
from .parse import Block, Line
from .terms import Rendering, Terms, key, parse_rendering


@record
class Sense:
    """One meaning of a source word: an English gloss and its usual Arabic renderings."""

    gloss: str
    renderings: tuple[Rendering, ...]

    def rendering(self, lemma: str) -> Rendering | None:
        """The rendering whose lemma is ``lemma``, hamza seats aside."""
        wanted = key(lemma)
        return next((one for one in self.renderings if key(one.lemma) == wanted), None)


@dataclass(frozen=True, kw_only=True, eq=False)
class Confusion:
    """A rendering of one sense that turns up where another sense is meant.

    ``origin`` is file:line, ``lines`` and ``known`` are what ``clues`` are read from; ``number``
    is its place among all confusions of the lexicon.
    """

    word: str
    lang: str
    wrong: Sense
    right: Sense
    rendering: Rendering
    number: int
    lines: tuple[Line, ...] = field(repr=False)
    known: Mapping[str, Terms] = field(repr=False)

    @property
    def origin(self) -> str:
        """file:line of the row that names the confusion."""
        return self.lines[0].origin

    @cached_property
    def clues(self) -> Clues:
        """What tells the wrong sense, and its correction. Raises PackError for a broken row."""
        return parse_clues(self.lines, self.known)

    @cached_property
    def hints(self) -> frozenset[str]:
        """Words that speak for the right sense, however weakly: :attr:`Clues.hints`."""
        return self.clues.hints

    @cached_property
    def fixes(self) -> tuple[Rendering, ...]:
        """Right renderings, best first. Raises PackError if the flagged one is among them."""
        line = self.clues.fix
        fixes = self.right.renderings
        if line is not None:
            fixes = tuple(
                self.right.rendering(part) or parse_rendering(part, line)
                for part in _list(line.value)
            )
        mine = set(self.rendering.keys)
        if not fixes or any(mine.intersection(fix.keys) for fix in fixes):
            lemma = self.rendering.lemma
            raise PackError(f"{self.origin}: {lemma} is also the correction; give `fix`")
        return fixes

    @property
    def note(self) -> Message:
        """What went wrong, for the editor."""
        return Message(
            f"“{self.word}” ({self.right.gloss}) read as “{self.wrong.gloss}”",
            f"المراد بكلمة {self.word} هنا «{self.fixes[0].lemma}» لا «{self.rendering.lemma}»",
        )


@record
class SourceWord:
    """An ambiguous word of ``lang`` (BCP 47) with its senses and the confusions among them."""

    word: str
    lang: str
    domain: str
    senses: tuple[Sense, ...]
    confusions: tuple[Confusion, ...]


def source_word(block: Block, known: Mapping[str, Terms], first: int) -> SourceWord:
    """The source word of these rows, its confusions numbered from ``first``.

    Raises PackError naming file and line where words or senses are broken; clues are read later.
    """
    word, lang = block.head.fields(2)
    senses: dict[str, Sense] = {}
    for line in block.senses:
        gloss, listed = line.fields(2)
        if gloss in senses:
            raise PackError(f"{line.origin}: sense “{gloss}” twice in “{word}”")
        senses[gloss] = Sense(gloss, tuple(parse_rendering(part, line) for part in _list(listed)))
    confusions: list[Confusion] = []
    taken: set[tuple[str, str]] = set()
    for lines in block.confusions:
        for confusion in _confusions(word, lang, senses, tuple(lines), known):
            pair = (confusion.rendering.lemma, confusion.right.gloss)
            if pair in taken:
                raise PackError(f"{confusion.origin}: “{pair[0]} > {pair[1]}” a second time")
            taken.add(pair)
            confusions.append(replace(confusion, number=first + len(confusions)))
    if len(senses) < 2 or not confusions:
        raise PackError(f"{block.head.origin}: “{word}” needs two senses and a `wrong` line")
    domain = block.head.name.removesuffix(".tsv")
    return SourceWord(word, lang, domain, tuple(senses.values()), tuple(confusions))


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split("،") if part.strip()]


def _confusions(
    word: str,
    lang: str,
    senses: Mapping[str, Sense],
    lines: tuple[Line, ...],
    known: Mapping[str, Terms],
) -> Iterator[Confusion]:
    head = lines[0]
    glosses, flagged = head.fields(2)
    wrong, right = _senses_of(glosses, senses, head)
    for lemma in _list(flagged):
        rendering = wrong.rendering(lemma)
        if rendering is None:
            raise PackError(f"{head.origin}: {lemma} is no rendering of “{wrong.gloss}”")
        if " " in rendering.lemma:
            raise PackError(f"{head.origin}: {lemma} is a phrase; only single words are flagged")
        yield Confusion(
            word=word,
            lang=lang,
            wrong=wrong,
            right=right,
            rendering=rendering,
            number=0,
            lines=lines,
            known=known,
        )


def _senses_of(glosses: str, senses: Mapping[str, Sense], line: Line) -> tuple[Sense, Sense]:
    wrong, _, right = (part.strip() for part in glosses.partition(">"))
    if wrong == right or wrong not in senses or right not in senses:
        raise PackError(f"{line.origin}: “{glosses}” is not “sense > other sense” of this word")
    return senses[wrong], senses[right]
