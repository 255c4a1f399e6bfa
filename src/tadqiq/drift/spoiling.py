"""What a text states, changed on purpose in one thing, so that it departs from its siblings.

Nobody writes the departures: they follow from the language's own words for facts, and from what
else the text names. What could still be right is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from ..facts import Term, quantities, read, terms
from ..model import Choice, Document, Lexis, Pos, Span, Spoiling, Spoilt

_SMALLEST = 3.0  # numbers that are no duals, pronouns or articles
_DIGITS = "0123456789"
_ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
_OPPOSED = frozenset({"stance", "scope", "bound"})
_Sentences = Sequence[Sequence[Term]]


def _read(doc: Document) -> _Sentences:
    return [terms(words, doc.profile.lexis) for words in read(doc)]


def _numbers(doc: Document) -> Iterator[Spoilt]:
    """A figure with its first digit raised by two."""
    for stated in quantities(doc):
        for quantity in stated:
            text = quantity.span.of(doc.text)
            digits = _ARABIC_DIGITS if text[:1] in _ARABIC_DIGITS else _DIGITS
            if max(quantity.values) >= _SMALLEST and text[:1] in digits and quantity.kind != "year":
                first = digits[(digits.index(text[0]) + 1) % 9 + 1]
                yield Spoilt(quantity.span, first + text[1:])


def _magnitudes(doc: Document) -> Iterator[Spoilt]:
    """A million for a billion, a thousand for a million."""
    lexis = doc.profile.lexis
    forms: dict[float, str] = {}
    for form, value in lexis.scales.items():
        forms.setdefault(value, form)
    for words in read(doc):
        for word in words:
            scale = lexis.scales.get(word.folded, 0.0)
            other = forms.get(scale * 1e3, forms.get(scale / 1e3))
            if other is not None:
                yield Spoilt(word.span, other)


def _days(doc: Document) -> Iterator[Spoilt]:
    """Another weekday, another month."""
    lexis = doc.profile.lexis
    for words in read(doc):
        for word in words:
            for table, size, first in ((lexis.weekdays, 7, 0), (lexis.months, 12, 1)):
                clitic, stem = next((p for p in word.parts if p[1] in table), ("", ""))
                if stem and clitic in {"", lexis.article}:
                    wanted = (table[stem] - first + 3) % size + first
                    other = next(form for form, number in table.items() if number == wanted)
                    yield Spoilt(word.span, clitic + other)


def _states(doc: Document) -> Iterator[Spoilt]:
    """One state of the text in the stead of another, both by name."""
    named = [term for sentence in _read(doc) for term in sentence if _is_state(term)]
    for one in named:
        for other in named:
            if other.side != one.side and _is_bare(one) and _is_bare(other):
                yield Spoilt(one.span, other.word.token.text)
                break


def _is_state(term: Term) -> bool:
    return bool(term.side) and all(hit.pos is Pos.NAME for hit in term.readings)


def _is_bare(term: Term) -> bool:
    """Whether nothing is written onto a word."""
    return not any(hit.proclitics for hit in term.readings)


def _exchanged(doc: Document) -> Iterator[Spoilt]:
    """Two names of one clause in each other's place."""
    for sentence in _read(doc):
        named = [t for t in sentence if (t.named or _is_state(t)) and _is_bare(t)]
        for one, other in combinations(named, 2):
            between = Span(one.span.end, other.span.start).of(doc.text)
            apart = len(between.split()) if between.strip() else 0
            if 1 <= apart <= 6 and not set(between) & set("،,؛;.:"):
                both = one.span.cover(other.span)
                text = other.word.token.text + between + one.word.token.text
                if not one.lemmas & other.lemmas and (not one.side or one.side != other.side):
                    yield Spoilt(both, text)


def _affirmed(doc: Document) -> Iterator[Spoilt]:
    """A negator before a verb taken away."""
    lexis = doc.profile.lexis
    for sentence in _read(doc):
        for term, after in pairwise(sentence):
            verbal = any(hit.pos is Pos.VERB for hit in after.readings)
            if term.word.folded in lexis.negators and verbal:
                yield Spoilt(Span(term.span.start, after.span.start), "")


def _opposite(doc: Document) -> Iterator[Spoilt]:
    """A word that answers a question in the form of one with the opposite answer."""
    opposites = _opposites(doc.profile.lexis)
    for sentence in _read(doc):
        for term in sentence:
            yield from _instead(term, opposites, doc.profile.lexis)


@lru_cache(maxsize=8)
def _opposites(lexis: Lexis) -> Mapping[str, str]:
    """For every word with one answer the first word of its part of speech with another."""
    vocabulary = lexis.vocabulary()
    found: dict[str, str] = {}
    for lemma, choices in vocabulary.choices.items():
        wanted = [choice for choice in choices if choice.family in _OPPOSED]
        if len(wanted) != 1 or " " in lemma:
            continue
        other = next((form for form, theirs in vocabulary.choices.items()
                      if _answers_against(theirs, wanted[0]) and _alike(lexis, lemma, form)),
                     None)  # fmt: skip
        if other is not None:
            found[lemma] = other
    return found


def _answers_against(choices: Sequence[Choice], ours: Choice) -> bool:
    return any(
        (one.family, one.question) == (ours.family, ours.question) and one.answer != ours.answer
        for one in choices
    )


def _alike(lexis: Lexis, one: str, other: str) -> bool:
    """Whether two forms have the same parts of speech, and agree alike."""
    read_as = lexis.vocabulary().readings
    return _classes(read_as(one)) == _classes(read_as(other)) != frozenset()


def _classes(readings: Sequence[object]) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (getattr(hit, "pos", None), getattr(hit, "aspect", None), getattr(hit, "masdar", None))
        for hit in readings
    )


def _instead(term: Term, others: Mapping[str, str], lexis: Lexis) -> Iterator[Spoilt]:
    """The word exchanged where it stands in its plain form, with what is written before it."""
    for clitic, stem in term.word.parts if term.content else ():
        if stem in others and stem in term.lemmas and clitic in {"", lexis.article}:
            yield Spoilt(term.span, clitic + others[stem])
            return


def _certain(doc: Document) -> Iterator[Spoilt]:
    """A particle of doubt before a verb taken away."""
    for sentence in _read(doc):
        for term, after in pairwise(sentence):
            doubt = any(c.family == "modality" and c.answer == "possible" for c in term.choices)
            particle = any(hit.pos is Pos.PARTICLE for hit in term.readings)
            if doubt and particle and after.verb and not after.past:
                yield Spoilt(Span(term.span.start, after.span.start), "")


def _order(doc: Document) -> Iterator[Spoilt]:
    """Before for after, and the reverse, by the shortest words for them."""
    lexis = doc.profile.lexis
    shortest = (min(sorted(words), key=len, default="") for words in (lexis.afters, lexis.befores))
    after, before = shortest
    other = {after: before, before: after}
    for words in read(doc):
        for word in words:
            if word.folded in other:
                yield Spoilt(word.span, other[word.folded])


def _senses(doc: Document) -> Iterator[Spoilt]:
    """A rendering of another sense of the English word, known to be mistaken for this one."""
    mistakes = _mistakes(doc.profile.lexis)
    for sentence in _read(doc):
        for term in sentence:
            yield from _instead(term, mistakes, doc.profile.lexis)


@lru_cache(maxsize=8)
def _mistakes(lexis: Lexis) -> Mapping[str, str]:
    """For every word the first by which its sense is mistaken."""
    vocabulary = lexis.vocabulary()
    wrong: dict[tuple[str, str], str] = {}
    for form, meant in sorted(vocabulary.mistaken.items()):
        for sense in meant:
            wrong.setdefault(sense, form)
    found: dict[str, str] = {}
    for form, senses in vocabulary.senses.items():
        other = next((wrong[sense] for sense in sorted(senses) if sense in wrong), None)
        if other is not None and not vocabulary.senses.get(other, frozenset()) & senses:
            found[form] = other
    return found


def _attributed(doc: Document) -> Iterator[Spoilt]:
    """Who says it exchanged for another whom the text names."""
    lexis = doc.profile.lexis
    sentences = _read(doc)
    named = [t for s in sentences for t in s if t.named and _is_bare(t)]
    for sentence in sentences:
        for term, after in pairwise(sentence):
            if not term.lemmas & lexis.speech or not after.named or not _is_bare(after):
                continue
            other = next((t for t in named if not t.lemmas & after.lemmas), None)
            if other is not None:
                yield Spoilt(after.span, other.word.token.text)


_CLASSES: Mapping[str, Callable[[Document], Iterator[Spoilt]]] = {
    "meaning.number": _numbers,
    "meaning.magnitude": _magnitudes,
    "meaning.date": _days,
    "meaning.name": _states,
    "meaning.roles": _exchanged,
    "meaning.negation": _affirmed,
    "meaning.opposite": _opposite,
    "meaning.certainty": _certain,
    "meaning.order": _order,
    "meaning.sense": _senses,
    "meaning.attribution": _attributed,
}
SPOILINGS = tuple(Spoiling(name, spoil) for name, spoil in _CLASSES.items())
