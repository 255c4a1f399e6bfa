"""Places of a statement that only one thing can fill: who says it, what brings it about."""

from __future__ import annotations

from .attribution import sayings
from .reading import Reading, kept

_CAUSE = 5  # words after "because of" that name a cause


def slot(reading: Reading, sentence: int, place: int) -> str:
    """Speaker or cause, if the word at ``place`` begins one, else nothing."""
    if place in _speakers(reading, sentence):
        return "speaker"
    return "cause" if place in _causes(reading, sentence) else ""


@kept
def _speakers(reading: Reading, sentence: int) -> frozenset[int]:
    """The places of the words for those who say something."""
    spoken = {term for saying in sayings(reading, sentence) for term in saying.speaker}
    return frozenset(at for at, term in enumerate(reading.terms[sentence]) if term in spoken)


@kept
def _causes(reading: Reading, sentence: int) -> frozenset[int]:
    """The places of the words for what brings something about."""
    terms, clauses, lexis = reading.terms[sentence], reading.clauses[sentence], reading.lexis
    found: set[int] = set()
    for place, term in enumerate(terms):
        back = term.word.stems & lexis.causes or term.lemmas & lexis.causes
        if not back and not term.lemmas & lexis.effects:
            continue
        for at in range(place + 1, min(len(terms), place + 1 + _CAUSE)):
            ends = (not back or at > place + 1) and terms[
                at
            ].word.folded in lexis.towards | lexis.within
            if clauses[at] != clauses[place] or ends or terms[at].verb:
                break
            found.add(at)
    return frozenset(found)
