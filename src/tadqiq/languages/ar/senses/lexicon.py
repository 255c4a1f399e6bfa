"""The lexicon of wrong senses: ambiguous source words, their Arabic renderings, and what tells
a rendering that stands in another sense's context.

The data are the files of ``lexicon/senses``; the README.md there is the format's definition.
Nothing is read before :func:`lexicon` is first called, and the clues of a confusion only when
its rendering turns up in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from ....detect import kept
from ....errors import PackError
from ....model import Message
from .clues import Clues, parse_clues
from .entries import Entries, told
from .parse import Block, Line, blocks, contexts
from .terms import Rendering, Terms, key, nominal, parse_rendering, stems

_FOLDER = "../lexicon/senses"
_CONTEXTS = "contexts.tsv"
_VERSION = "1"
_NOMINAL = frozenset("mfn")


@dataclass(frozen=True, slots=True)
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

    ``origin`` is file:line, ``lines`` and ``known`` are what ``clues`` are read from.
    """

    word: str
    lang: str
    wrong: Sense
    right: Sense
    rendering: Rendering
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


@dataclass(frozen=True, slots=True)
class SourceWord:
    """An ambiguous word of ``lang`` (BCP 47) with its senses and the confusions among them."""

    word: str
    lang: str
    domain: str
    senses: tuple[Sense, ...]
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every source word, and the confusions by the folded form of the flagged rendering.

    ``sources`` are the files it was read from and the code that read them, for whatever is kept
    of it from one run to the next.
    """

    words: tuple[SourceWord, ...]
    by_form: Mapping[str, tuple[Confusion, ...]] = field(repr=False)
    sources: tuple[Traversable, ...] = ()

    @cached_property
    def entries(self) -> Entries:
        """What words say of the confusions."""
        all_told = kept(
            "sense-clues", self.sources, lambda: told(self.confusions()), settings=_VERSION
        )
        return Entries(self.possible, self._order, all_told)

    @cached_property
    def _order(self) -> Mapping[Confusion, int]:
        return {confusion: place for place, confusion in enumerate(self.confusions())}

    def possible(self, word: str) -> tuple[Confusion, ...]:
        """The confusions whose rendering a word may be, each once, in the order of the files."""
        return tuple(sorted(set(self._by_stem(word)), key=self._order.__getitem__))

    def _by_stem(self, word: str) -> Iterator[Confusion]:
        for stem in stems(word) & self.by_form.keys():
            for confusion in self.by_form[stem]:
                if confusion.rendering.tag not in _NOMINAL or stem in nominal(word):
                    yield confusion

    def confusions(self) -> Iterator[Confusion]:
        """All confusions in the order of the files."""
        for word in self.words:
            yield from word.confusions

    def validate(self) -> None:
        """Read every row to the end. Raises PackError naming file and line of a broken one."""
        for confusion in self.confusions():
            _ = confusion.clues, confusion.fixes


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package.

    Raises PackError naming file and line where a row cannot be used.
    """
    here = files(__package__)
    tables = [one for one in here.joinpath(_FOLDER).iterdir() if one.name.endswith(".tsv")]
    tables.sort(key=lambda table: table.name)
    code = [one for one in here.iterdir() if one.name.endswith(".py")]
    code.sort(key=lambda module: module.name)
    read = parse({table.name: table.read_text(encoding="utf-8") for table in tables})
    return replace(read, sources=(*tables, *code))


def parse(texts: Mapping[str, str]) -> Lexicon:
    """The lexicon written in ``texts``, from file name to content.

    Raises PackError naming file and line where words or senses are broken; clues are read
    later, see :meth:`Lexicon.validate`.
    """
    known = contexts(texts[_CONTEXTS], _CONTEXTS) if _CONTEXTS in texts else {}
    words: list[SourceWord] = []
    seen: dict[tuple[str, str], str] = {}
    for name, text in texts.items():
        if name == _CONTEXTS:
            continue
        domain = name.removesuffix(".tsv")
        for block in blocks(text, name):
            word = _source_word(block, known, domain)
            if (word.lang, word.word) in seen:
                earlier = seen[word.lang, word.word]
                raise PackError(f"{block.head.origin}: “{word.word}” stands at {earlier} already")
            seen[word.lang, word.word] = block.head.origin
            words.append(word)
    return Lexicon(tuple(words), _index(words))


def _index(words: list[SourceWord]) -> dict[str, tuple[Confusion, ...]]:
    found: dict[str, list[Confusion]] = {}
    for word in words:
        for confusion in word.confusions:
            for form in confusion.rendering.keys:
                found.setdefault(form, []).append(confusion)
    return {form: tuple(confusions) for form, confusions in found.items()}


def _source_word(block: Block, known: Mapping[str, Terms], domain: str) -> SourceWord:
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
            confusions.append(confusion)
    if len(senses) < 2 or not confusions:
        raise PackError(f"{block.head.origin}: “{word}” needs two senses and a `wrong` line")
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
            lines=lines,
            known=known,
        )


def _senses_of(glosses: str, senses: Mapping[str, Sense], line: Line) -> tuple[Sense, Sense]:
    wrong, _, right = (part.strip() for part in glosses.partition(">"))
    if wrong == right or wrong not in senses or right not in senses:
        raise PackError(f"{line.origin}: “{glosses}” is not “sense > other sense” of this word")
    return senses[wrong], senses[right]
