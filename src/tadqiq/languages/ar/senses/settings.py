"""Where words belong: the fields of the news, and the things that are at home in some only.

The data are the files of ``lexicon/settings``; their format is in ``lexicon/senses/README.md``.
A set of fields is an int with one bit a field. Nothing is read before :func:`settings` is first
called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from ....errors import PackError
from ....model import record
from .parse import Line, lines
from .source import Confusion
from .terms import key, parse_terms, stems

_FOLDER = "../lexicon/settings"
_REMEMBERED = 1 << 16  # words
_STRONGEST = 4  # fields that a sense has at most
_LEAST_WEIGHT, _LEAST_SHARE = 0.8, 0.12  # of the words that speak for a sense, in one field
_OWN_WEIGHT = 2  # of a word of the right renderings themselves


@record
class Home:
    """Where a thing belongs: ``fields``, and other ``words`` that account for it, folded."""

    fields: int
    words: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Fields by folded word, homes by folded lemma, and what is known of both.

    ``soft`` are the fields where things of all kinds turn up, ``domains`` the fields of a file
    of the sense lexicon, ``common`` words that say nothing, ``homonyms`` forms of other words.
    """

    words: Mapping[str, tuple[int, str]] = field(repr=False)
    homes: Mapping[str, Home] = field(repr=False)
    domains: Mapping[str, int] = field(repr=False)
    soft: int
    common: frozenset[str] = field(repr=False)
    homonyms: frozenset[str] = field(repr=False)

    @cached_property
    def topic(self) -> Callable[[str], tuple[int, str]]:
        """The fields of a word of text, and the term by which two of its forms count once."""

        @lru_cache(maxsize=_REMEMBERED)
        def topic(word: str) -> tuple[int, str]:
            found, term = 0, ""
            for stem in sorted(stems(word) & self.words.keys()):
                found, term = found | self.words[stem][0], term or self.words[stem][1]
            return found, term

        return topic

    def home(self, confusion: Confusion) -> Home | None:
        """Where the flagged rendering is at home, if it is at home in some fields only."""
        return self.homes.get(confusion.rendering.keys[0])

    def domain(self, confusion: Confusion) -> int:
        """The fields of the file that the confusion stands in."""
        return self.domains.get(confusion.lines[0].name.removesuffix(".tsv"), 0)

    @cached_property
    def right(self) -> _RightFields:
        """The fields of the sense that is meant, by what its entry says."""
        return _RightFields(self)


class _RightFields:
    """``right(confusion)``: the strongest fields of the sense that is meant, remembered."""

    def __init__(self, known: Settings) -> None:
        self._settings = known
        self._found: dict[int, int] = {}

    def __call__(self, confusion: Confusion) -> int:
        found = self._found.get(id(confusion))
        if found is None:
            found = self._found[id(confusion)] = self._weigh(confusion)
        return found

    def _weigh(self, confusion: Confusion) -> int:
        weights: dict[int, float] = {}
        for word in confusion.hints - self._settings.common:
            self._add(weights, word, 1)
        for fix in confusion.fixes:
            for word in fix.lemma.split():
                self._add(weights, word, _OWN_WEIGHT)
        total = sum(weights.values())
        home = self._settings.home(confusion)
        own = home.fields if home else 0
        ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_STRONGEST]
        return sum(
            1 << bit
            for bit, weight in ranked
            if weight >= max(_LEAST_WEIGHT, _LEAST_SHARE * total) and not own >> bit & 1
        )

    def _add(self, weights: dict[int, float], word: str, weight: float) -> None:
        fields = self._settings.topic(word)[0]
        for bit in range(fields.bit_length()):
            if fields >> bit & 1:
                weights[bit] = weights.get(bit, 0.0) + weight / fields.bit_count()


@cache
def settings() -> Settings:
    """The settings that ship with the package. Raises PackError for a broken row."""
    folder = files(__package__).joinpath(_FOLDER)
    return parse_settings(
        {
            name: folder.joinpath(name).read_text(encoding="utf-8")
            for name in ("fields.tsv", "homes.tsv")
        }
    )


def parse_settings(texts: Mapping[str, str]) -> Settings:
    """The settings written in ``texts``, from file name to content, fields first.

    Raises PackError naming file and line for a broken row.
    """
    reader = _Reader()
    for name, text in texts.items():
        for line in lines(text, name):
            reader.read(line)
    return reader.settings()


class _Reader:
    """Row by row."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._words: dict[str, tuple[int, str]] = {}
        self._homes: dict[str, Home] = {}
        self._domains: dict[str, int] = {}
        self._lists: dict[str, str] = {}

    def read(self, line: Line) -> None:
        """Raises PackError for a row of an unknown kind, or one that names what is not there."""
        match line.kind:
            case "field":
                self._field(line)
            case "home":
                lemma, listed = line.fields(2)
                home = self._home(listed, line)
                if self._homes.setdefault(key(lemma), home) is not home:
                    raise PackError(f"{line.origin}: {lemma} has a home already")
            case "domain":
                name, listed = line.fields(2)
                self._domains[name] = self._home(listed, line).fields
            case "soft" | "common" | "homonym" if line.kind not in self._lists:
                self._lists[line.kind] = line.value
                self._home(line.value, line)
            case _:
                raise PackError(f"{line.origin}: `{line.kind}` is unknown or stands twice")

    def settings(self) -> Settings:
        """What was read."""
        soft = [self._bits[name[1:]] for name in self._lists.get("soft", "").split()]
        return Settings(
            words=self._words,
            homes=self._homes,
            domains=self._domains,
            soft=sum(soft),
            common=frozenset(map(key, self._lists.get("common", "").split())),
            homonyms=frozenset(map(key, self._lists.get("homonym", "").split())),
        )

    def _field(self, line: Line) -> None:
        name, listed = line.fields(2)
        if name in self._bits:
            raise PackError(f"{line.origin}: field @{name} is defined twice")
        bit = self._bits[name] = 1 << len(self._bits)
        for form, term in parse_terms(listed, {}, line).items():
            fields, first = self._words.get(form, (0, term))
            self._words[form] = (fields | bit, first)

    def _home(self, listed: str, line: Line) -> Home:
        fields, words = 0, []
        for part in listed.split():
            if not part.startswith("@"):
                words.append(key(part))
            elif part[1:] in self._bits:
                fields |= self._bits[part[1:]]
            else:
                raise PackError(f"{line.origin}: no field {part} in fields.tsv")
        return Home(fields, frozenset(words))
