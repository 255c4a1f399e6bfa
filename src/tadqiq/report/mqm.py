"""Error spans as the WMT metrics task publishes its MQM annotations: tab-separated, one row an
error, the segment with ``<v>…</v>`` around the words in question.

Columns and categories are those of github.com/google/wmt-mqm-human-evaluation (Freitag et al.
2021, "Experts, Errors, and Context"), so that its viewers and scripts read the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import ArticleAudit, Audit, Category, Finding, Locale, Span
from .csv import line
from .reporter import Layout, TextReporter, arrange
from .segments import sentences

COLUMNS = (
    "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity",
)  # fmt: skip
_CLEAN = "No-error"
_RATER = "tadqiq"
_NOBODY = "unknown"
_REACH = 2000  # characters of a segment on either side of an error
_CATEGORIES = {
    Category.UNTRANSLATED: "Accuracy/Untranslated text",
    Category.MISTRANSLATION: "Accuracy/Mistranslation",
    Category.OMISSION: "Accuracy/Omission",
    Category.ADDITION: "Accuracy/Addition",
    Category.GRAMMAR: "Fluency/Grammar",
    Category.SPELLING: "Fluency/Spelling",
    Category.PUNCTUATION: "Fluency/Punctuation",
    Category.TEXTUAL: "Fluency/Inconsistency",
    Category.ENCODING: "Fluency/Character encoding",
    Category.INCONSISTENT: "Terminology/Inconsistent use of terminology",
    Category.UNIDIOMATIC: "Style/Awkward",
    Category.NON_CONTENT: "Other",
}


@dataclass(frozen=True, slots=True)
class MqmReporter(TextReporter):
    """``system`` is the outlet, ``doc`` the article, a segment a sentence; there is no source."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """A row a finding, and one for every sentence without any."""
        yield _line(COLUMNS)
        before = 0
        for article in arrange(audit, self.layout.order or "input"):
            spans = sentences(article.document)
            yield from _rows(article, spans, before)
            before += len(spans)


def _rows(article: ArticleAudit, spans: tuple[Span, ...], before: int) -> Iterator[str]:
    source = article.document.article
    starts = [span.start for span in spans]
    found: dict[int, list[Finding]] = {}
    for finding in article.findings:
        # What stands between two sentences belongs to the first of them.
        found.setdefault(max(0, bisect_right(starts, finding.span.start) - 1), []).append(finding)
    for number, span in enumerate(spans):
        segment = (str(number + 1), str(before + number + 1))
        head = (source.outlet or _NOBODY, source.id, *segment, _RATER, "")
        for finding in found.get(number, ()):
            marked = _marked(source.text, span, finding.span)
            severity = finding.severity.value.capitalize()
            yield _line((*head, marked, _CATEGORIES[finding.category], severity))
        if number not in found:
            yield _line((*head, _plain(span.of(source.text)), _CLEAN, _CLEAN))


def _marked(text: str, sentence: Span, span: Span) -> str:
    start = min(max(span.start, sentence.start), sentence.end)
    end = min(max(span.end, start), sentence.end)
    # What has no end of sentence in a whole book would be repeated for every error in it.
    before = text[max(sentence.start, start - _REACH) : start]
    after = text[end : min(sentence.end, end + _REACH)]
    return f"{_plain(before)}<v>{_plain(text[start:end])}</v>{_plain(after)}"


def _plain(text: str) -> str:
    """On one line, and without a mark that is not ours."""
    return " ".join(text.replace("<v>", "‹v›").replace("</v>", "‹/v›").splitlines()).replace(
        "\t", " "
    )


def _line(cells: Iterable[str]) -> str:
    return line(cells, delimiter="\t")
