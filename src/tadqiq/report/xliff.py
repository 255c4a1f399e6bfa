"""XLIFF 2.1 (OASIS standard, 2018) with the ITS 2.0 data categories "localization quality issue"
and "localization quality rating" (W3C recommendation, 2013), which review tools open.

An article is a file of one unit, a sentence a segment. Its text stands as target; the source is
empty, for nobody has it. The targets joined are the audited text, character for character.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from .. import __version__
from ..model import ArticleAudit, Audit, Category, Finding, Locale, Severity, Span
from . import words
from .reporter import Layout, TextReporter, arrange
from .segments import sentences, spread, tiles

_MOST = 100  # the gravest severity and the best rating in ITS
_SEVERAL, _UNKNOWN = "mul", "und"  # BCP 47
_TYPES = {
    Category.UNTRANSLATED: "untranslated",
    Category.MISTRANSLATION: "mistranslation",
    Category.OMISSION: "omission",
    Category.ADDITION: "addition",
    Category.GRAMMAR: "grammar",
    Category.SPELLING: "misspelling",
    Category.PUNCTUATION: "typographical",
    Category.TEXTUAL: "duplication",
    Category.ENCODING: "characters",
    Category.INCONSISTENT: "terminology",
    Category.UNIDIOMATIC: "style",
    Category.NON_CONTENT: "other",
}
_TYPES_BY_KIND = {"punctuation.spacing": "whitespace"}
# What XML 1.0 cannot hold; carriage returns, because a parser makes line feeds of them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class XliffReporter(TextReporter):
    """``<mrk>`` around what is wrong, or ``<sm/>`` and ``<em/>`` where findings overlap."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """The document, article by article."""
        langs = {article.document.lang for article in audit.articles}
        target = langs.pop() if len(langs) == 1 else _SEVERAL
        yield (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"'
            ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" version="2.1"'
            f" srcLang={quoteattr(_UNKNOWN)} trgLang={quoteattr(target)}>\n"
        )
        for number, article in enumerate(arrange(audit, self.layout.order or "input"), 1):
            yield from self._file(number, article, locale)
        yield "</xliff>\n"

    def _file(self, number: int, article: ArticleAudit, locale: Locale) -> Iterator[str]:
        source, tool = article.document.article, f"urn:tadqiq:{__version__}"
        refs = f"localization-quality-issue|{tool} localization-quality-rating|{tool}"
        original = f" original={_attribute(source.origin)}" if source.origin else ""
        side = ' trgDir="rtl"' if article.document.profile.rtl else ""
        facts = f'{original}{side} its:annotatorsRef="{refs}"'
        yield f'<file id="f{number}"{facts} xml:space="preserve">\n'
        rating = f'its:locQualityRatingScore="{article.score.quality:.2f}"'
        threshold = f'its:locQualityRatingScoreThreshold="{self.layout.publish:g}"'
        yield f'<unit id="u1" name={_attribute(source.id)} {rating} {threshold}>\n'
        yield from _segments(article, locale)
        yield "</unit>\n</file>\n"


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is written where a finding begins and ends."""

    span: Span
    opening: str
    closing: str


def _segments(article: ArticleAudit, locale: Locale) -> Iterator[str]:
    """Segments, and between them what is ignorable: a unit must have at least one segment."""
    text, spans = article.document.text, sentences(article.document)
    pieces = list(tiles(text, spans))
    opening, closing = _tags(_marks(article.findings, [span for span, _ in pieces], locale))
    cuts = sorted({*opening, *closing})
    for span, number in pieces:
        inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
        body = _body(text, span, inside, opening, closing)
        name = "ignorable" if number is None else "segment"
        identity = "" if number is None else f' id="s{number + 1}"'
        yield f"<{name}{identity}><source/><target>{body}</target></{name}>\n"


def _tags(marks: Sequence[_Mark]) -> tuple[dict[int, str], dict[int, str]]:
    """The tags that open and close at every offset."""
    opening: defaultdict[int, str] = defaultdict(str)
    closing: defaultdict[int, str] = defaultdict(str)
    for mark in marks:
        if len(mark.span):
            opening[mark.span.start] += mark.opening
            closing[mark.span.end] += mark.closing
        else:  # what is missing is said at the end of what stands before it
            tags = closing if mark.span.start else opening
            tags[mark.span.start] += mark.opening + mark.closing
    return opening, closing


def _body(
    text: str, span: Span, cuts: Sequence[int], opening: dict[int, str], closing: dict[int, str]
) -> str:
    """Closing tags belong to the piece that ends at them, opening tags to the one that begins."""
    written, start = opening.get(span.start, ""), span.start
    for cut in cuts:
        written += _content(text[start:cut]) + closing.get(cut, "") + opening.get(cut, "")
        start = cut
    return written + _content(text[start : span.end]) + closing.get(span.end, "")


def _marks(findings: Sequence[Finding], pieces: Sequence[Span], locale: Locale) -> list[_Mark]:
    marks = []
    numbered = tuple(enumerate(findings, 1))
    crossing = _crossing(pieces, numbered)
    for number, finding in numbered:
        facts = f'id="m{number}" type="its:generic" {_issue(finding, locale)}'
        if number not in crossing:
            marks.append(_Mark(finding.span, f"<mrk {facts}>", "</mrk>"))
        else:
            marks.append(_Mark(finding.span, f"<sm {facts}/>", f'<em startRef="m{number}"/>'))
    return marks


def _crossing(pieces: Sequence[Span], numbered: Sequence[tuple[int, Finding]]) -> set[int]:
    """The findings that overlap another or do not end in the piece where they begin."""
    crossing = set()
    for piece, touching in zip(pieces, spread(pieces, numbered), strict=True):
        crossing |= {number for number, finding in touching if not piece.contains(finding.span)}
    reaching = -1, Span(0, 0)  # of all so far, the one that ends last
    for number, finding in sorted(numbered, key=lambda pair: pair[1].order):
        if reaching[1].overlap(finding.span):
            crossing |= {number, reaching[0]}
        if finding.span.end > reaching[1].end:
            reaching = number, finding.span
    return crossing


def _issue(finding: Finding, locale: Locale) -> str:
    kind = _TYPES_BY_KIND.get(finding.kind) or _TYPES[finding.category]
    severity = _MOST * finding.severity.points / Severity.CRITICAL.points
    written = [words.correction(suggestion, locale) for suggestion in finding.suggestions]
    comment = " · ".join((f"{finding.code}: {finding.message.to(locale)}", *written))
    return (
        f'its:locQualityIssueType="{kind}" its:locQualityIssueComment={_attribute(comment)}'
        f' its:locQualityIssueSeverity="{severity:g}"'
    )


def _content(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f'<cp hex="{ord(match.group()):04X}"/>', escape(text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
