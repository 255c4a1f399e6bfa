"""One article on the page: its text in pieces, and a card for every finding."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from ...model import ArticleAudit, Evidence, Finding, Locale, Severity, Span
from .. import words
from ..plain import legible, quotations
from ..segments import runs, sentences, spread, tiles

_NONE: tuple[int, ...] = ()
_MOST = 5  # siblings that an article or a finding is set beside
_NEAR = 0.45  # similarity from which on two sentences are shown side by side


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a sentence; ``findings`` are the numbers of those that hold them, ``severity``
    the gravest of these and ``family`` its letter, where no more of the finding follows."""

    text: str
    findings: tuple[int, ...] = _NONE
    severity: Severity | None = None
    family: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its number, or what stands between sentences, without one."""

    pieces: tuple[Piece, ...]
    number: int | None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; ``lang`` is given where it is not the article's."""

    lines: tuple[Line, ...]
    lang: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The article's own sentence and the sibling's, in three parts each: before, what departs or
    gainsays, after."""

    evidence: Evidence
    index: int | None
    lang: str
    rtl: bool
    ours: tuple[str, str, str]
    theirs: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """What is said of one or several findings alike, numbered from 1 in order of place.

    ``places`` says of how many, ``quotes`` what they quote, each once. ``message`` is cut at its
    quotations, which are marked True: they run their own way.
    """

    number: int
    finding: Finding
    places: int
    quotes: tuple[str, ...]
    kind: str
    message: tuple[tuple[str, bool], ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A sibling, its place in the batch, and aligned sentences: own number and the sibling's."""

    name: str
    place: int
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The text, its cards, and the siblings that most of its sentences have a counterpart in."""

    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    pairings: tuple[Pairing, ...]
    unsupported: int


@dataclass(frozen=True, slots=True)
class Siblings:
    """The articles that may be quoted beside one another, and the place of each in the batch."""

    articles: Mapping[str, ArticleAudit]
    places: Mapping[str, int]


def body(article: ArticleAudit, siblings: Siblings, locale: Locale) -> Body:
    """Everything the page shows of one article. Joined, its pieces are the text as audited, with a
    visible sign for characters that would reorder the page or are none."""
    groups = _alike(article.findings)
    numbered = tuple(
        (number, finding) for number, group in enumerate(groups, 1) for finding in group
    )
    spans = sentences(article.document)
    return Body(
        blocks=tuple(_blocks(article, spans, numbered)),
        cards=tuple(
            _card(number, group, article, siblings, locale)
            for number, group in enumerate(groups, 1)
        ),
        pairings=_pairings(article, siblings),
        unsupported=article.drift.unsupported,
    )


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of which the same is to be said, in order of their first place."""
    groups: dict[object, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.order):
        said = (finding.code, finding.severity, finding.message, finding.suggestions)
        groups.setdefault((*said, finding.evidence), []).append(finding)
    return list(groups.values())


def _blocks(
    article: ArticleAudit, spans: tuple[Span, ...], numbered: tuple[tuple[int, Finding], ...]
) -> Iterator[Block]:
    text = article.document.text
    headings = {part.span.start for part in article.document.sentences if part.heading}
    pieces = list(tiles(text, spans))
    touching = spread((span for span, _ in pieces), numbered)
    starts, langs = zip(*_paragraphs(article), strict=True)
    parts = zip(pieces, touching, strict=True)
    for place, part in groupby(parts, lambda one: bisect_right(starts, one[0][0].start) - 1):
        lines = (
            Line(
                tuple(_pieces(text, span, found)),
                number,
                number is not None and span.start in headings,
            )
            for (span, number), found in part
        )
        yield Block(tuple(lines), langs[place])


def _paragraphs(article: ArticleAudit) -> Iterator[tuple[int, str | None]]:
    """Where every paragraph begins, and its language where it is not the article's. What stands
    between two belongs to the first, so that nothing of the text is left out."""
    own = article.document.lang
    parts = article.document.paragraphs
    yield 0, parts[0].lang if parts and parts[0].lang != own else None
    for part in parts[1:]:
        yield part.span.start, None if part.lang == own else part.lang


def _pieces(text: str, span: Span, findings: list[tuple[int, Finding]]) -> Iterator[Piece]:
    by_number = dict(findings)  # findings of one number are alike
    cut = [*runs(span, findings), (span, _NONE)]
    for (piece, numbers), (_, following) in pairwise(cut):
        if not numbers:
            yield Piece(legible(piece.of(text)))
            continue
        gravest = max((by_number[number] for number in numbers), key=lambda f: f.severity.rank)
        goes_on = not set(numbers).isdisjoint(following)
        family = "" if goes_on else gravest.code[:1]
        yield Piece(legible(piece.of(text)), numbers, gravest.severity, family)


def _card(
    number: int, group: list[Finding], article: ArticleAudit, siblings: Siblings, locale: Locale
) -> Card:
    finding = group[0]
    beside = tuple(
        _beside(finding, evidence, article, siblings) for evidence in finding.evidence[:_MOST]
    )
    said = tuple(quotations(legible(finding.message.to(locale))))
    quotes = tuple(dict.fromkeys(legible(one.quote) for one in group))
    kind = words.kind_name(finding.kind, locale)
    return Card(number, finding, len(group), quotes, kind, said, beside)


def _beside(
    finding: Finding, evidence: Evidence, article: ArticleAudit, siblings: Siblings
) -> Beside:
    sibling = siblings.articles.get(evidence.article)
    if sibling is None:
        theirs, profile = ("", legible(evidence.quote), ""), article.document.profile
    else:
        theirs, profile = _around(sibling, evidence.span), sibling.document.profile
    return Beside(
        evidence,
        siblings.places.get(evidence.article),
        profile.code,
        profile.rtl,
        _around(article, finding.span),
        theirs,
    )


def _around(article: ArticleAudit, span: Span) -> tuple[str, str, str]:
    """The sentences that ``span`` touches, cut before and after it."""
    text, whole = article.document.text, span
    for sentence in sentences(article.document):
        if sentence.overlap(span):
            whole = whole.cover(sentence)
    parts = (whole.start, span.start), (span.start, span.end), (span.end, whole.end)
    before, inside, after = (legible(text[start:end]) for start, end in parts)
    return before, inside, after


def _pairings(article: ArticleAudit, siblings: Siblings) -> tuple[Pairing, ...]:
    """The nearest counterpart of every sentence in each sibling on the page."""
    best: defaultdict[str, dict[int, tuple[float, int]]] = defaultdict(dict)
    for aligned in article.drift.alignments:
        if aligned.article in siblings.articles and aligned.similarity >= _NEAR:
            known, near = best[aligned.article], (aligned.similarity, aligned.counterpart)
            known[aligned.sentence] = max(known.get(aligned.sentence, near), near)
    made = (
        Pairing(
            siblings.articles[name].document.article.outlet or name,
            siblings.places[name],
            tuple((own, theirs) for own, (_, theirs) in sorted(known.items())),
        )
        for name, known in best.items()
    )
    return tuple(sorted(made, key=lambda one: (-len(one.pairs), one.place)))[:_MOST]
