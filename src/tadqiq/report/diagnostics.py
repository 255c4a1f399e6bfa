"""One article's findings in place, as a good compiler shows them.

The line is printed in logical order with the span in a directional isolate: terminals that
know bidi reorder it themselves, and order done twice would be wrong. A marker line stands
beneath, built alike: the carets are isolated as the words are. For a right-to-left language both
lines are right-to-left isolates of equal length, and RIGHT-TO-LEFT MARKs around the span keep it
out of left-to-right stretches beside it. A terminal that reorders then mirrors both lines alike,
whether it starts them at the right (by the mark before them) or always at the left; one that knows
no bidi shows both from the left, and one that gives invisible characters a cell gives them to both.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import ArticleAudit, Audit, Finding, Locale, Severity, Span, record
from . import words
from .place import Places
from .plain import cells, isolate, isolated, quotation, visible
from .provenance import provenance
from .reasons import count_severities
from .refusals import refusal
from .reporter import Layout, TextReporter, arrange

_RLM, _RLI, _PDI = "\u200f", "\u2067", "\u2069"
_ELLIPSIS = "…"
_LEAST = 30  # cells for the line, however narrow the terminal
_REACH = 4  # characters looked at for a cell of room: some take no cell
_COLOURS = {Severity.MINOR: "36", Severity.MAJOR: "33", Severity.CRITICAL: "31"}


@record
class DiagnosticsReporter(TextReporter):
    """Every finding with its line, a marker, why, the correction and the evidence."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """The findings of every article in order of place, then its verdict."""
        for article in arrange(audit, self.layout.order or "input"):
            yield "".join(f"{line}\n" for line in self._article(article, locale))
        for rejection in audit.rejections:
            origin, reason = visible(rejection.origin), visible(refusal(rejection.reason, locale))
            yield f"{origin}: {words.REJECTED.to(locale)}: {isolate(reason)}\n"

    def _article(self, article: ArticleAudit, locale: Locale) -> Iterator[str]:
        places = Places(article.document.text)
        for finding in sorted(article.findings, key=lambda found: found.order):
            yield from self._finding(article, finding, places, locale)
            yield ""
        yield _verdict(article, locale)

    def _finding(
        self, article: ArticleAudit, finding: Finding, places: Places, locale: Locale
    ) -> Iterator[str]:
        place = places.at(finding.span.start)
        severity = words.SEVERITIES[finding.severity].to(locale)
        if self.layout.colour:
            severity = f"\x1b[1;{_COLOURS[finding.severity]}m{severity}\x1b[0m"
        kind = words.kind_name(finding.kind, locale)
        yield f"{_origin(article)}:{place.line}:{place.column}: {severity} {finding.code} {kind}"
        yield from self._excerpt(article, finding.span, places, place.line)
        margin = " " * (len(str(place.line)) + 1)
        for note in _notes(finding, self.layout.width, locale):
            yield f"{margin} = {note}"

    def _excerpt(
        self, article: ArticleAudit, span: Span, places: Places, number: int
    ) -> Iterator[str]:
        start, line = places.line(number)
        gutter = f" {number} | "
        room = max(_LEAST, self.layout.width - len(gutter))
        here = Span(min(span.start - start, len(line)), min(span.end - start, len(line)))
        before, marked, after = _window(line, here, room)
        carets = isolate("^" * max(1, cells(marked)))
        edge, blank, rest = " " * (len(gutter) - 2) + "| ", " " * cells(before), ""
        if article.document.profile.rtl:
            marked, carets = (f"{_RLM}{isolate(marked)}{_RLM}", f"{_RLM}{carets}{_RLM}")
            rest = " " * cells(after)
            yield f"{_RLM}{_RLI}{gutter}{before}{marked}{after}{_RLM}{_PDI}"
            yield f"{_RLM}{_RLI}{edge}{blank}{carets}{rest}{_RLM}{_PDI}"
        else:
            yield f"{gutter}{before}{isolate(marked)}{after}"
            yield f"{edge}{blank}{carets}"


def _window(line: str, span: Span, room: int) -> tuple[str, str, str]:
    """What of ``line`` fits into ``room`` cells around ``span``: before, the span, after."""
    # Cells are counted only near the span: a line may be a whole book.
    reach = _REACH * room
    before = visible(line[max(0, span.start - reach) : span.start])
    whole = visible(line[span.start : min(span.end, span.start + reach)])
    after = visible(line[span.end : span.end + reach])
    marked = _head(whole, room)
    if marked != whole:
        after = ""
    left = room - cells(marked)
    # A third of what is left goes before the span: what follows tells more of the fault.
    kept = _tail(before, max(left // 3, left - cells(after)))
    return kept, marked, _head(after, left - cells(kept))


def _head(text: str, room: int) -> str:
    """The beginning of ``text``, cut at a space where it can be."""
    if cells(text) <= room:
        return text
    kept = text[: max(0, room - 1)]
    while kept and cells(kept) > room - 1:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    return (whole or kept) + _ELLIPSIS if room > 0 else ""


def _tail(text: str, room: int) -> str:
    """The end of ``text``, cut at a space where it can be."""
    if cells(text) <= room:
        return text
    kept = text[len(text) - max(0, room - 1) :]
    while kept and cells(kept) > room - 1:
        kept = kept[1:]
    whole = kept.partition(" ")[2]
    return _ELLIPSIS + (whole or kept) if room > 0 else ""


def _notes(finding: Finding, width: int, locale: Locale) -> Iterator[str]:
    yield isolated(visible(finding.message.to(locale)))
    for suggestion in finding.suggestions:
        safe = f" ({words.SAFE.to(locale)})" if suggestion.safe else ""
        if suggestion.replacement:
            verb = words.WRITE.to(locale)
            yield f"{verb} {quotation(suggestion.replacement, width)}{safe}"
        else:
            yield f"{words.REMOVE.to(locale)}{safe}"
    for evidence in finding.evidence:
        source = f"{isolate(visible(evidence.article))} ({evidence.similarity:.2f})"
        yield f"{words.EVIDENCE.to(locale)} {source}: {quotation(evidence.quote, width)}"


def _origin(article: ArticleAudit) -> str:
    source = article.document.article
    return visible(source.origin or source.id)


def _verdict(article: ArticleAudit, locale: Locale) -> str:
    score, drift = article.score, article.drift.value
    graded = words.COMMA.to(locale).join(
        f"{words.SEVERITIES[severity].to(locale)} {count}"
        for severity, count in count_severities(article.findings)
    )
    said_of = provenance(article)
    known = f" ({said_of.to(locale)})" if said_of else ""
    short = "" if score.reliable else f" ({words.UNRELIABLE.to(locale)})"
    drifted = f"{drift:.2f}" if drift is not None else f"– ({words.NO_SIBLING.to(locale)})"
    said = (
        f"{words.QUALITY.to(locale)} {score.quality:.1f} ({score.low:.1f}–{score.high:.1f}){short}",
        f"{words.DRIFT.to(locale)} {drifted}",
        f"{words.MACHINE.to(locale)} {score.mt_likelihood:.2f}{known}",
        f"{words.WORDS.to(locale)} {score.words}",
        f"{words.FINDINGS.to(locale)} {len(article.findings)} ({graded})",
    )
    return f"{_origin(article)}: " + " · ".join(said)
