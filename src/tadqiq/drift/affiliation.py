"""M201: somebody is said to belong to a body with which no sibling connects them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..facts import Word, skeleton
from ..model import Finding, Message, Severity, Span
from .departure import LEAST, Comparison, Proof, departure, joint
from .fillers import lacks
from .reading import Reading

_CODE = "M201"
_NAMED = 0.58  # how much one sibling's silence on the tie says where it names the party
_DESCRIBED = 0.65  # and where it describes the party in another way
_LESS = 0.02  # less where the owner is nobody whose ownership is a grave claim
_LONGEST_OWNER = 3  # words
_LONGEST_NAME = 4  # words
_SHORTEST_NAME = 4  # letters of a name in another script
_MESSAGE = Message(
    "no sibling says «{tie}»; {article} names {name} without it",
    "لا ترد صفة «{tie}» في أي مقال نظير؛ ويرد «{name}» في {article} من دونها",
)


def affiliation(comparison: Comparison) -> Iterator[Finding]:
    """Ties of a medium, company or body that siblings name without them.

    Only siblings in the article's language are witnesses: a body's name is not recognised
    across languages.
    """
    for index, words in enumerate(comparison.article.words):
        for place in range(2, len(words) - 1):
            if _is_tie(comparison.article, words, place):
                yield from _finding(comparison, index, place)


def _is_tie(article: Reading, words: Sequence[Word], place: int) -> bool:
    """A kind of body, its name, "belonging to", an owner: all in a row."""
    lexis = article.lexis
    if not words[place].stems & lexis.affiliations or words[place - 1].stems & lexis.attached:
        return False
    heads = words[max(0, place - 1 - _LONGEST_NAME) : place - 1]
    return any(head.stems & lexis.outlets for head in heads) and all(
        article.adjacent(*pair) for pair in pairwise(words[place - 1 : place + 2])
    )


def _owner_words(article: Reading, word: Word) -> frozenset[str]:
    """The body with its article off, however it is joined on."""
    definite = article.lexis.article
    return word.stems | {stem.removeprefix(definite) for stem in word.stems}


def _finding(comparison: Comparison, index: int, place: int) -> Iterator[Finding]:
    article, words = comparison.article, comparison.article.words[index]
    name = words[place - 1]
    owner = _owner_span(article, words, place + 1)
    bodies = _owner_words(article, words[place + 1])
    grave = bool(bodies & article.lexis.owners)
    owned = comparison.article.terms[index][place + 1]
    if not grave and not all(lacks(sibling, owned) for sibling in comparison.siblings):
        return
    proofs: list[Proof] = []
    doubts: list[float] = []
    for sibling in comparison.siblings:
        if sibling.doc.lang != article.doc.lang:
            continue
        mentions = [i for i, theirs in enumerate(sibling.words) if _names(theirs, name)]
        if any(_connects(sibling, i, bodies) for i in mentions):
            return
        if mentions:
            described = [i for i in mentions if _described(sibling.words[i], name, sibling)]
            doubts.append((_DESCRIBED if described else _NAMED) - (0.0 if grave else _LESS))
            near, best = max(
                (comparison.similarity(index, sibling, i), i) for i in described or mentions
            )
            proofs.append(Proof(sibling, best, sibling.doc.sentences[best].span, near))
    if doubts and joint(doubts) >= LEAST:
        yield departure(
            article,
            name.span.cover(owner),
            code=_CODE,
            severity=Severity.CRITICAL if grave else Severity.MAJOR,
            confidence=joint(doubts),
            message=_MESSAGE.fill(
                name=name.token.text,
                tie=article.text(name.span.cover(owner)),
                article=proofs[0].sibling.doc.id,
            ),
            proofs=proofs,
        )


def _owner_span(article: Reading, words: Sequence[Word], start: int) -> Span:
    """The body and the definite adjectives after it."""
    end = start
    while (
        end + 1 < min(len(words), start + _LONGEST_OWNER)
        and words[end + 1].folded.startswith(article.lexis.article)
        and article.adjacent(words[end], words[end + 1])
    ):
        end += 1
    return words[start].span.cover(words[end].span)


def _names(words: Sequence[Word], name: Word) -> bool:
    return any(_same_name(word, name) for word in words)


def _same_name(word: Word, name: Word) -> bool:
    if word.token.script == name.token.script:
        return name.folded in word.stems
    capital = word.token.text[:1].isupper() and len(word.folded) >= _SHORTEST_NAME
    return capital and skeleton(word.folded) == skeleton(name.folded)


def _connects(sibling: Reading, sentence: int, bodies: frozenset[str]) -> bool:
    return any(_owner_words(sibling, word) & bodies for word in sibling.words[sentence])


def _described(words: Sequence[Word], name: Word, sibling: Reading) -> bool:
    """Whether the name stands beside what it is: a kind of medium, a country's adjective."""
    for place, word in enumerate(words):
        if not _same_name(word, name):
            continue
        beside = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
        if any(other.stems & sibling.lexis.outlets for other in beside):
            return True
        if any(other.folded in sibling.lexis.sides for other in beside):
            return True
    return False
