"""An audit as the page shows it: the text cut at its findings, and what each card says."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..languages import profile_for
from ..model import Article, ArticleAudit, Document, Evidence, Finding, Locale, Severity, Span
from ..report import words as report_words
from ..report.segments import runs, sentences, tiles
from ..text import segment

_MOST = 400  # cards
_SPACE, _LINE_END = "␣", "↵"
_GRAVEST = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings. ``number`` is the one that a click chooses,
    ``severity`` and ``family`` are its, ``first`` says that its mark begins here."""

    text: str
    number: int | None = None
    severity: str = ""
    family: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line block of the article."""

    lang: str
    heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A correction to accept; ``value`` is what its button sends."""

    replacement: str
    safe: bool
    value: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A sibling's sentence beside the article's own; ``link`` only where it is a web page."""

    source: str
    link: str
    lang: str
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is said of one finding."""

    number: int
    code: str
    kind: str
    family: str
    severity: str
    severity_name: str
    quote: str
    message: str
    choices: tuple[Choice, ...]
    sentence: tuple[Piece, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One audited article for the page: ``counts`` of all findings by severity, and ``cards`` of
    the gravest, as many as a page can bear, by ``families``; ``safe`` corrections in all."""

    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    counts: tuple[tuple[str, str, int], ...]
    families: tuple[tuple[str, str, int], ...]
    safe: int


def show(audited: ArticleAudit, siblings: Sequence[Article], locale: Locale) -> Shown:
    """What the page shows of ``audited``."""
    findings = audited.findings
    kept = sorted(_gravest(findings), key=lambda finding: finding.order)
    spoken = {one.article for finding in kept for one in finding.evidence}
    known = {one.id: segment(one, profile_for) for one in siblings if one.id in spoken}
    cards = tuple(
        _card(audited.document, number, finding, known, locale)
        for number, finding in enumerate(kept)
    )
    counts = tuple(
        (
            severity.value,
            report_words.SEVERITIES[severity].to(locale),
            sum(one.severity is severity for one in findings),
        )
        for severity in _GRAVEST
    )
    safe = sum(any(one.safe for one in found.suggestions[:1]) for found in findings)
    paragraphs = tuple(_paragraphs(audited.document, tuple(enumerate(kept))))
    return Shown(paragraphs, cards, counts, tuple(_families(cards, locale)), safe)


def _gravest(findings: Sequence[Finding]) -> Sequence[Finding]:
    """As many as a page can bear, the gravest and among them the first."""
    return sorted(findings, key=lambda one: (-one.severity.rank, one.order))[:_MOST]


def _paragraphs(doc: Document, numbered: Sequence[tuple[int, Finding]]) -> Iterator[Paragraph]:
    """The paragraphs in order, the findings being in order too. White space between two of them
    is shown only where a finding lies in it."""
    seen: set[int] = set()
    waiting, here = deque(numbered), list[tuple[int, Finding]]()
    for span, place in tiles(doc.text, [part.span for part in doc.paragraphs]):
        while waiting and waiting[0][1].span.start < span.end:
            here.append(waiting.popleft())
        here = [one for one in here if one[1].span.end > span.start]
        pieces = tuple(_pieces(doc.text, span, here, seen))
        if place is not None:
            part = doc.paragraphs[place]
            heading = len(part.sentences) == 1 and part.sentences[0].heading
            yield Paragraph(part.lang, heading, pieces)
        elif any(piece.number is not None for piece in pieces):
            yield Paragraph(doc.lang, False, pieces)


def _pieces(
    text: str, span: Span, numbered: Sequence[tuple[int, Finding]], seen: set[int]
) -> Iterator[Piece]:
    by_number = dict(numbered)
    for piece, numbers in runs(span, numbered):
        if not numbers:
            yield Piece(piece.of(text))
            continue
        # One that has not begun yet comes first, so that every finding can be clicked.
        number = min(numbers, key=lambda one: (one in seen, -by_number[one].severity.rank, one))
        finding = by_number[number]
        yield Piece(
            piece.of(text), number, finding.severity.value, family(finding), number not in seen
        )
        seen.add(number)


def _card(
    doc: Document, number: int, finding: Finding, known: Mapping[str, Document], locale: Locale
) -> Card:
    return Card(
        number,
        finding.code,
        kind_name(finding.kind, locale),
        family(finding),
        finding.severity.value,
        report_words.SEVERITIES[finding.severity].to(locale),
        seen(finding.quote),
        finding.message.to(locale),
        tuple(_choices(finding)),
        tuple(_sentence(doc, number, finding)) if finding.evidence else (),
        tuple(_proof(one, known.get(one.article)) for one in finding.evidence),
    )


def _choices(finding: Finding) -> Iterator[Choice]:
    for index, one in enumerate(finding.suggestions):
        if one.replacement != finding.quote:
            place = f"{finding.span.start}:{finding.span.end}"
            yield Choice(seen(one.replacement), one.safe, f"{finding.code}:{place}:{index}")


def _sentence(doc: Document, number: int, finding: Finding) -> Iterator[Piece]:
    """The sentences that the finding stands in, with its own mark alone."""
    for span in sentences(doc):
        if span.overlap(finding.span):
            yield from _pieces(doc.text, span, ((number, finding),), set())


def _proof(evidence: Evidence, sibling: Document | None) -> Proof:
    """The sibling's sentences around the evidence, which is marked; alone where the sibling is
    not at hand."""
    if sibling is None:
        return Proof(evidence.article, "", "", (Piece(evidence.quote),))
    article = sibling.article
    around = tuple(span for span in sentences(sibling) if span.overlap(evidence.span))
    pieces = tuple(piece for span in around for piece in _marked(sibling.text, span, evidence))
    link = article.url or ""
    web = urlsplit(link).scheme in ("http", "https")
    source = article.outlet or article.title or article.id
    return Proof(source, link if web else "", sibling.lang, pieces)


def _marked(text: str, span: Span, evidence: Evidence) -> Iterator[Piece]:
    """A sentence with the evidence in it marked; all of it would be no mark."""
    start, end = max(span.start, evidence.span.start), min(span.end, evidence.span.end)
    if (start, end) == (span.start, span.end):
        yield Piece(span.of(text) + " ")
        return
    yield Piece(text[span.start : start])
    yield Piece(text[start:end], 0, "proof")
    yield Piece(text[end : span.end] + " ")


def seen(text: str) -> str:
    """``text`` with what would not be seen at its edges made visible: a space, a line's end."""
    bare = text.strip(" ")
    before, after = text.partition(bare)[::2] if bare else (text, "")
    shown = f"{before.replace(' ', _SPACE)}{bare}{after.replace(' ', _SPACE)}"
    return shown.replace("\n", _LINE_END)


def kind_name(kind: str, locale: Locale) -> str:
    """What a kind is called; in English its own words, ``agreement: gender``."""
    if locale == "en":
        return kind.replace(".", ": ").replace("-", " ")
    return report_words.kind_name(kind, locale)


def family(finding: Finding) -> str:
    """The family of a finding's kind: ``agreement`` of ``agreement.gender``."""
    return finding.kind.partition(".")[0]


def _families(cards: Sequence[Card], locale: Locale) -> Iterator[tuple[str, str, int]]:
    """The families found, the most frequent first."""
    counted: dict[str, int] = {}
    for card in cards:
        counted[card.family] = counted.get(card.family, 0) + 1
    for name, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        yield name, kind_name(name, locale), count
