"""M601: the article's word renders another sense of a source word than the siblings' does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts import Term
from ..model import Finding, Message, Severity
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .names import spelt_alike
from .reading import Reading, kept
from .theme import shared, theme

_THEME = 2.0
_BESIDE = 2  # words on either side of which one may be derived from a sibling's word
_ROOT, _SYNONYMS = "√", "=~"  # marks of a root; of a lemma and a set of synonyms
_SURE, _UNLISTED = 0.9, 0.7  # where the mistake is known, where only the senses are
_BY_ONE = 0.88  # where one sibling of several has the other sense
_BARELY = {_SURE: 0.85, _UNLISTED: 0.7}  # of that with nothing in common around them
_MESSAGE = Message(
    "«{ours}» where its sibling {article} has «{theirs}»: another sense of “{word}”",
    "وردت «{ours}» هنا مكان «{theirs}» في {article}: معنى آخر من معاني {word}",
)


def senses(comparison: Comparison) -> Iterator[Finding]:
    """Words that no sibling uses, where siblings have a rendering of another sense."""
    known = comparison.article.lexis.light.union(*(s.stated.lemmas for s in comparison.siblings))
    for index in range(len(comparison.article.terms)):
        pairs = comparison.of(index)
        if not pairs:
            continue
        sources = frozenset().union(*(_sources(pair.sibling, pair.theirs) for pair in pairs))
        for place, term in _ambiguous(comparison.article, index):
            rendered = any(word in sources for word, _ in term.senses)
            plain = not (term.named or term.side)
            if rendered and plain and term.lemmas.isdisjoint(known):
                yield from _finding(comparison, index, place, pairs)


def _finding(
    comparison: Comparison,
    index: int,
    place: int,
    pairs: Sequence[Pair],
) -> Iterator[Finding]:
    article = comparison.article
    term, about = article.terms[index][place], theme(article, index, place)
    against: dict[str, tuple[float, Pair, Term, str, float]] = {}
    for pair in pairs:
        other = _other_sense(article, index, place, pair)
        if other is None:
            continue
        at, word, sure = other
        theirs = pair.sibling.terms[pair.theirs][at]
        common = shared(about, theme(pair.sibling, pair.theirs, at), article.rarity)
        same_kind = theirs.word.token.quoted == term.word.token.quoted
        if (
            (common >= _THEME or sure == _SURE)
            and same_kind
            and common > against.get(pair.sibling.doc.id, (0.0,))[0]
        ):
            against[pair.sibling.doc.id] = (common, pair, theirs, word, sure)
    confidence = joint(
        same_matter(pair, common) * sure * min(1.0, _BARELY[sure] + common / 6)
        for common, pair, _, _, sure in against.values()
    )
    if len(against) == 1 and len({pair.sibling.doc.id for pair in pairs}) > 1:
        confidence *= _BY_ONE
    if not against or confidence < LEAST:
        return
    _, pair, theirs, word, _ = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    yield departure(
        article,
        term.span,
        code="M601",
        severity=Severity.MAJOR,
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=article.text(term.span),
            theirs=pair.sibling.text(theirs.span),
            article=pair.sibling.doc.id,
            word=word,
        ),
        proofs=[
            Proof(p.sibling, p.theirs, t.span, p.similarity) for _, p, t, _, _ in against.values()
        ],
    )


def _other_sense(
    article: Reading, index: int, place: int, pair: Pair
) -> tuple[int, str, float] | None:
    """The sibling's word for another sense of a source word that ours may render.

    What the article has in its own words elsewhere in the sentence is not what ours stands for.
    """
    term = article.terms[index][place]
    mine = {word for word, _ in term.senses}
    best: tuple[int, str, float] | None = None
    for at, other in _ambiguous(pair.sibling, pair.theirs):
        common = [sense for sense in other.senses if sense[0] in mine]
        if not common or term.senses & other.senses or set(term.choices) & set(other.choices):
            continue  # unrelated, or the same, or both answer a question alike
        if _likened(term, other) or _has(article, index, place, other):
            continue
        if spelt_alike(term.word.bare, other.word.bare):
            continue  # a form of the same word
        for word, gloss in sorted(common):
            sure = _SURE if (word, gloss) in term.mistaken else _UNLISTED
            if best is None or sure > best[2]:
                best = at, word, sure
    return best


@kept
def _ambiguous(reading: Reading, sentence: int) -> tuple[tuple[int, Term], ...]:
    """The words of a sentence that render a sense of an ambiguous word, with their places."""
    terms = enumerate(reading.terms[sentence])
    return tuple((at, term) for at, term in terms if term.content and term.senses)


@kept
def _sources(reading: Reading, sentence: int) -> frozenset[str]:
    """The ambiguous words of which a sentence renders a sense."""
    terms = _ambiguous(reading, sentence)
    return frozenset(word for _, term in terms for word, _ in term.senses)


def _likened(term: Term, other: Term) -> bool:
    """Whether two words are synonyms."""
    return any(key[0] in _SYNONYMS for key in term.keys & other.keys)


def _has(article: Reading, index: int, place: int, other: Term) -> bool:
    """Whether the sentence has ``other`` itself, or a word of its root right beside the word at
    ``place``."""
    terms = article.terms[index]
    if any(not own.lemmas.isdisjoint(other.lemmas) for own in terms):
        return True
    keys = frozenset(key for key in other.keys if key[0] == _ROOT)
    beside = (*terms[max(0, place - _BESIDE) : place], *terms[place + 1 : place + 1 + _BESIDE])
    return any(not keys.isdisjoint(own.keys) for own in beside)
