"""The lexicon of wrong senses: ambiguous source words, their Arabic renderings, and what tells
a rendering that stands in another sense's context.

The data are the files of ``lexicon/senses``; the README.md there is the format's definition.
Nothing is read before :func:`lexicon` is first called, a source word only when one of its
renderings turns up in a text, and the clues of a confusion only when they are asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from operator import attrgetter

from ....detect import kept
from ....errors import PackError
from .entries import Entries, told
from .parse import blocks, contexts
from .source import Confusion, SourceWord, source_word
from .terms import Terms, nominal, stems

_FOLDER = "../lexicon/senses"
_CONTEXTS = "contexts.tsv"
_VERSION = "2"
_NOMINAL = frozenset("mfn")

Passage = tuple[str, int, str, int]
"""The rows of one source word: their file, the number of the first, themselves, and the number
of its first confusion."""

Contents = tuple[list[Passage], dict[str, list[int]], dict[str, dict[str, str]]]
"""What a lexicon is read from: every source word, by folded form of a flagged rendering the
numbers of its confusions, and the named contexts."""


class Lexicon:
    """Every source word, and the confusions by what is flagged.

    ``sources`` are the files it was read from and the code that read them, for whatever is kept
    of it from one run to the next.
    """

    def __init__(self, contents: Contents, sources: Sequence[Traversable] = ()) -> None:
        self._passages, self._by_form, self._contexts = contents
        self._sources = sources
        self._firsts = [first for *_, first in self._passages]
        self._read: dict[int, SourceWord] = {}

    @cached_property
    def words(self) -> tuple[SourceWord, ...]:
        """Every source word, in the order of the files."""
        return tuple(map(self._word, range(len(self._passages))))

    @cached_property
    def entries(self) -> Entries:
        """What words say of the confusions."""
        all_told = kept(
            "sense-clues", self._sources, lambda: told(self.confusions()), settings=_VERSION
        )
        return Entries(self.possible, all_told)

    def possible(self, word: str) -> tuple[Confusion, ...]:
        """The confusions whose rendering a word may be, each once, in the order of the files."""
        return tuple(sorted(set(self._by_stem(word)), key=attrgetter("number")))

    def _by_stem(self, word: str) -> Iterator[Confusion]:
        for stem in stems(word) & self._by_form.keys():
            for number in self._by_form[stem]:
                confusion = self._confusion(number)
                if confusion.rendering.tag not in _NOMINAL or stem in nominal(word):
                    yield confusion

    def _confusion(self, number: int) -> Confusion:
        place = bisect_right(self._firsts, number) - 1
        return self._word(place).confusions[number - self._firsts[place]]

    def _word(self, place: int) -> SourceWord:
        word = self._read.get(place)
        if word is None:
            word = self._read[place] = _read(self._passages[place], self._contexts)
        return word

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
    sources = (*tables, *code)
    contents = kept("senses", sources, lambda: _contents(_texts(tables)), settings=_VERSION)
    return Lexicon(contents, sources)


def parse(texts: Mapping[str, str]) -> Lexicon:
    """The lexicon written in ``texts``, from file name to content.

    Raises PackError naming file and line where words or senses are broken; clues are read
    later, see :meth:`Lexicon.validate`.
    """
    return Lexicon(_contents(texts))


def _texts(tables: Sequence[Traversable]) -> dict[str, str]:
    return {table.name: table.read_text(encoding="utf-8") for table in tables}


def _contents(texts: Mapping[str, str]) -> Contents:
    known = contexts(texts[_CONTEXTS], _CONTEXTS) if _CONTEXTS in texts else {}
    passages: list[Passage] = []
    by_form: dict[str, list[int]] = {}
    seen: dict[tuple[str, str], str] = {}
    first = 0
    for name, text in texts.items():
        if name == _CONTEXTS:
            continue
        for block, (number, rows) in zip(blocks(text, name), _passages(text), strict=True):
            word = source_word(block, known, first)
            if (word.lang, word.word) in seen:
                earlier = seen[word.lang, word.word]
                raise PackError(f"{block.head.origin}: “{word.word}” stands at {earlier} already")
            seen[word.lang, word.word] = block.head.origin
            passages.append((name, number, rows, first))
            for confusion in word.confusions:
                for form in confusion.rendering.keys:
                    by_form.setdefault(form, []).append(confusion.number)
            first += len(word.confusions)
    return passages, by_form, known


def _passages(text: str) -> Iterator[tuple[int, str]]:
    """The rows of every source word, with the number of the first."""
    rows = text.split("\n")
    heads = [place for place, row in enumerate(rows) if row.startswith("word\t")]
    for head, end in pairwise((*heads, len(rows))):
        yield head + 1, "\n".join(rows[head:end])


def _read(passage: Passage, known: Mapping[str, Terms]) -> SourceWord:
    name, number, rows, first = passage
    (block,) = blocks(rows, name, number)
    return source_word(block, known, first)
