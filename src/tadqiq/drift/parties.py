"""Who the parties in the news are: states, and the people who speak for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts import Word
from ..model import Lexis
from .reading import Reading

_LONGEST_NAME = 2  # words after title and adjective: given name and surname


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in a sentence: the side it is on, and which words name it.

    ``clitic`` is what is written onto its first word, such as a preposition.
    """

    side: str
    first: int
    last: int
    clitic: str = ""


class Parties:
    """The parties of one event, learnt from all its articles.

    A state is known by the language's table; a person is on the side of the state by whose
    adjective his title is followed somewhere in the event ("the American president X").
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for reading in readings:
            for words in reading.words:
                for name, side in _introductions(reading, words):
                    votes[name][side] += 1
        self._people = {name: side for name, sides in votes.items() if (side := _clear(sides))}

    def mentions(self, reading: Reading, words: Sequence[Word]) -> tuple[Mention, ...]:
        """The parties named in a sentence, in order; title, adjective and name are one."""
        found = [m for place in range(len(words)) if (m := self._at(reading, words, place))]
        return tuple(_merged(reading, words, found))

    def _at(self, reading: Reading, words: Sequence[Word], place: int) -> Mention | None:
        if place + 1 < len(words) and reading.adjacent(words[place], words[place + 1]):
            two = _lookup(words[place], reading.lexis.sides, after=words[place + 1].folded)
            if two:
                return Mention(two[1], place, place + 1, two[0])
        one = _lookup(words[place], reading.lexis.sides) or _lookup(words[place], self._people)
        return Mention(one[1], place, place, one[0]) if one else None


def _lookup(word: Word, sides: Mapping[str, str], *, after: str = "") -> tuple[str, str] | None:
    for clitic, stem in word.parts:
        side = sides.get(f"{stem} {after}" if after else stem)
        if side:
            return clitic, side
    return None


def _introductions(reading: Reading, words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Names after a title and a state's adjective."""
    lexis = reading.lexis
    for place in range(1, len(words) - 1):
        side = lexis.sides.get(words[place].folded)
        titled = words[place - 1].stems & lexis.titles
        if not side or not titled or not reading.adjacent(words[place - 1], words[place]):
            continue
        last = words[place]
        for word in words[place + 1 : place + 1 + _LONGEST_NAME]:
            if not reading.adjacent(last, word) or _no_name(word, lexis):
                break
            yield word.folded, side
            last = word


def _no_name(word: Word, lexis: Lexis) -> bool:
    acts = any(word.stems & action.words for action in lexis.actions)
    joined = word.folded.startswith(tuple(lexis.joiners))
    definite = bool(lexis.article) and word.folded.startswith(lexis.article)
    known = word.folded in lexis.functions or word.folded in lexis.stances
    return acts or definite or joined or known or word.folded in lexis.sides


def _clear(sides: Counter[str]) -> str:
    """The side that most introductions give; none if two give as many."""
    (side, most), *others = sides.most_common(2)
    return "" if others and others[0][1] == most else side


def _merged(reading: Reading, words: Sequence[Word], found: Sequence[Mention]) -> Iterator[Mention]:
    """Neighbouring mentions of one side as one, with the title before them."""
    last: Mention | None = None
    for mention in (_titled(reading, words, bare) for bare in found):
        near = last is not None and mention.first <= last.last + 1
        if last is not None and near and mention.side == last.side and not mention.clitic:
            last = Mention(last.side, last.first, max(last.last, mention.last), last.clitic)
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _titled(reading: Reading, words: Sequence[Word], mention: Mention) -> Mention:
    """The mention with the title before it, and what is written onto that."""
    titles, title = reading.lexis.titles, words[mention.first - 1]
    if mention.first == 0 or mention.clitic or not title.stems & titles:
        return mention
    clitic = next((clitic for clitic, stem in title.parts if stem in titles), "")
    return Mention(mention.side, mention.first - 1, mention.last, clitic)
