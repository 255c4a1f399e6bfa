"""Who says something, wherever the sentence names him: beside a verb of saying, or after
"according to", over whatever stands between ("a statement issued by")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Term
from ..model import Pos
from .participants import named
from .reading import Reading, kept

_LONGEST = 8  # words of a speaker
_LEAD = 9  # words between the mark and the speaker
_BEFORE = 5  # words before the verb in which he may stand
_RELAY = 7  # words between "reported" and its "from"


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """The words for somebody who says something, and the place of what marks him: a verb, or a
    word that may stand before or after what is said."""

    words: tuple[Term, ...]
    mark: int
    verb: bool


@kept
def speakers(reading: Reading, sentence: int) -> tuple[Speaker, ...]:
    """Everybody who says something in a sentence, in order of the marks."""
    return tuple(_speakers(reading, sentence))


def _speakers(reading: Reading, sentence: int) -> Iterator[Speaker]:
    terms, lexis = reading.terms[sentence], reading.lexis
    for place, term in enumerate(terms):
        marks = term.word.stems & lexis.sources or term.lemmas & lexis.sources
        told = term.lemmas & lexis.reported and _within(reading, terms, place)
        if marks or told:
            words = _phrase(reading, sentence, place + 1)
            if telling(words):
                yield Speaker(words, place, False)
        elif term.lemmas & lexis.speech and not term.named:
            words = _beside(reading, sentence, place)
            if telling(words):
                yield Speaker(words, place, True)


def _within(reading: Reading, terms: Sequence[Term], place: int) -> bool:
    """Whether "in" stands before a word, alone or written onto it."""
    before = terms[place - 1].word.folded if place else ""
    table = str.maketrans(dict(reading.lexis.variants))
    clitics = {
        hit.proclitics[0]
        for hit in terms[place].readings
        if hit.proclitics and hit.lemma.translate(table) in reading.lexis.reported
    }
    return before in reading.lexis.within or bool(clitics & reading.lexis.within)


def _beside(reading: Reading, sentence: int, place: int) -> tuple[Term, ...]:
    """The subject of a verb of saying: whom it is relayed from, or who stands after or before."""
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    if terms[place].lemmas & reading.lexis.relays:
        for at in range(place + 1, min(len(terms), place + 1 + _RELAY)):
            if _relayed(reading, terms, at):
                return _phrase(reading, sentence, at + 1)
    after = _phrase(reading, sentence, place + 1)
    if telling(after):
        return after
    return tuple(
        term
        for at, term in enumerate(terms[:place])
        if at >= place - _BEFORE and clauses[at] == clauses[place] and term.content
    )


def _relayed(reading: Reading, terms: Sequence[Term], at: int) -> bool:
    """Whether a word is the "from" of one whose words are relayed."""
    lexis = reading.lexis
    return terms[at].word.folded in lexis.led - lexis.within - lexis.towards


def telling(words: Sequence[Term]) -> bool:
    """Whether a phrase names somebody who may speak, and is not of what is done."""
    done = bool(words) and any(hit.masdar for hit in words[0].readings)
    return not done and any(
        named(term)
        or any(choice.family in {"title", "speaker"} for choice in term.choices)
        or any(hit.human and hit.pos is Pos.NOUN for hit in term.readings)
        for term in words
    )


def _phrase(reading: Reading, sentence: int, start: int) -> tuple[Term, ...]:
    """The content words of a noun phrase, over what carries the saying, up to "that", a verb or
    the end of the clause."""
    terms, clauses, lexis = reading.terms[sentence], reading.clauses[sentence], reading.lexis
    start = _over_carriers(reading, sentence, start)
    found: list[Term] = []
    for at in range(start, min(len(terms), start + _LONGEST)):
        term = terms[at]
        if clauses[at] != clauses[start] or term.word.stems & lexis.complements or term.verb:
            break
        if found and (_opens(reading, term) or _ends(reading, term)):
            break
        if term.content:
            found.append(term)
    return tuple(found)


def _over_carriers(reading: Reading, sentence: int, start: int) -> int:
    """The place of the first word that does not merely carry what is said."""
    terms, lexis = reading.terms[sentence], reading.lexis
    for at in range(start, min(len(terms), start + _LEAD)):
        term = terms[at]
        if term.word.stems & lexis.complements:
            return at
        about = term.word.folded in lexis.led - lexis.within - lexis.towards
        if about and at > start and not _relays(reading, terms[at - 1]):
            return len(terms)  # "a report about"
        carries = term.lemmas & lexis.carriers and not named(term)
        if term.content and not carries:
            return at
    return min(len(terms), start + _LEAD)


def _relays(reading: Reading, term: Term) -> bool:
    return bool((term.lemmas | term.word.stems) & reading.lexis.relays)


def _opens(reading: Reading, term: Term) -> bool:
    """Whether a word opens something of its own: a relation, a relative clause."""
    relative = bool(term.readings) and all(hit.pos is Pos.RELATIVE for hit in term.readings)
    told = bool(term.lemmas & reading.lexis.reported)
    return relative or told or (not term.content and term.word.folded in reading.lexis.relations)


def _ends(reading: Reading, term: Term) -> bool:
    """Whether a preposition is written onto the word, however it is read."""
    clitics = [hit.proclitics[:1] for hit in term.readings]
    return bool(clitics) and all(one and one[0] in reading.lexis.governors for one in clitics)
