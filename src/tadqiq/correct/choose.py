"""Which corrections are made, and why the others are not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..model import Finding, Message, Span, Suggestion


class Reason(StrEnum):
    """Why a finding was not corrected."""

    NO_SUGGESTION = "no-suggestion"
    UNSAFE = "unsafe"
    OVERLAP = "overlap"
    STALE = "stale"
    BEGETS = "begets"
    PLACE = "place"
    MARKS = "marks"
    UNTRIED = "untried"

    @property
    def message(self) -> Message:
        """The reason as a person reads it."""
        return _MESSAGES[self]


_MESSAGES = {
    Reason.NO_SUGGESTION: Message("no correction is known", "لا يُعرف له تصويب"),
    Reason.UNSAFE: Message("an editor should look at it first", "يحتاج إلى نظر المحرر أولًا"),
    Reason.OVERLAP: Message("it overlaps another correction", "يتداخل مع تصويب آخر في الموضع نفسه"),
    Reason.STALE: Message(
        "these words no longer stand there; audit the text again",
        "لم تعد هذه الكلمات في موضعها؛ أعد تدقيق النص",
    ),
    Reason.BEGETS: Message(
        "the correction would bring another finding with it", "تصويبه يُحدث ملاحظة جديدة"
    ),
    Reason.MARKS: Message(
        "the correction would leave half a pair of quotation marks or brackets",
        "تصويبه يترك علامة تنصيص أو قوسًا بلا قرين",
    ),
    Reason.UNTRIED: Message(
        "not tried: too many other corrections had to be tried one by one",
        "لم يُجرَّب: كثرت التصويبات التي لزم تجريبها واحدًا واحدًا",
    ),
    Reason.PLACE: Message(
        "it runs over the border of two fields of the record",
        "يمتد على حقلين من حقول السجل",
    ),
}
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_ABOUT_MARKS = frozenset({"punctuation", "encoding"})


@dataclass(frozen=True, slots=True)
class Correction:
    """What is written in place of ``span``, on account of ``finding``.

    The span is the finding's; where words are taken out, the space or the line break that
    would be left over goes with them.
    """

    finding: Finding
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A finding that was left as it is, and why."""

    finding: Finding
    reason: Reason


def choose(
    text: str, findings: Iterable[Finding], *, unsafe: bool = False
) -> tuple[tuple[Correction, ...], tuple[Skipped, ...]]:
    """The corrections to make, in order of place, none touching another's characters.

    Only safe ones, unless ``unsafe`` asks for the best suggestion of every finding. Of two that
    overlap the graver, then the surer, then the longer, then the earlier is made: the same
    whatever the order of ``findings``.
    """
    chosen: list[Correction] = []
    skipped: list[Skipped] = []
    for finding in sorted(findings, key=_strength):
        best = _best(finding, unsafe)
        if isinstance(best, Reason):
            skipped.append(Skipped(finding, best))
        elif finding.span.of(text) != finding.quote:
            skipped.append(Skipped(finding, Reason.STALE))
        else:
            made = Correction(finding, _reach(text, finding.span, best), best.replacement)
            # The chosen stand in order and apart: only those on either side can be touched.
            at = bisect_left(chosen, made.span, key=lambda one: one.span)
            if any(_collide(made.span, other.span) for other in chosen[max(0, at - 1) : at + 1]):
                skipped.append(Skipped(finding, Reason.OVERLAP))
            else:
                chosen.insert(at, made)
    skipped.sort(key=lambda one: one.finding.order)
    return tuple(chosen), tuple(skipped)


def _strength(finding: Finding) -> tuple[object, ...]:
    """By strength; where findings are equal in that, by what they suggest."""
    return (finding.strength, [(one.replacement, one.safe) for one in finding.suggestions])


def _best(finding: Finding, unsafe: bool) -> Suggestion | Reason:
    """The first suggestion that changes anything, as suggestions stand best first."""
    real = [one for one in finding.suggestions if one.replacement != finding.quote]
    if not real:
        return Reason.NO_SUGGESTION
    best = real[0]
    if not (unsafe or best.safe):
        return Reason.UNSAFE
    about_marks = finding.kind.partition(".")[0] in _ABOUT_MARKS
    if not about_marks and _open(finding.quote) != _open(best.replacement):
        return Reason.MARKS
    return best


def _open(text: str) -> tuple[int, ...]:
    """For every pair of marks how many more open than close, and whether a plain one is odd."""
    pairs = [text.count(opening) - text.count(closing) for opening, closing in _PAIRS]
    return (*pairs, text.count('"') % 2)


def _collide(one: Span, other: Span) -> bool:
    """Whether they share a character, or one inserts within or beside the other."""
    if len(one) and len(other):
        return one.overlap(other) > 0
    return one.start <= other.end and other.start <= one.end


def _reach(text: str, span: Span, suggestion: Suggestion) -> Span:
    """The span, with the blank that taking out whole words would leave over."""
    if suggestion.replacement or not any(char.isalnum() for char in span.of(text)):
        return span
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    opens, closes = before in ("", "\n"), after in ("", "\n", "\r")
    if opens and closes:
        end = span.end
        while end < len(text) and text[end] in "\r\n":
            end += 1
        return Span(span.start, end)
    if after == " " and (opens or before == " "):
        return Span(span.start, span.end + 1)
    if before == " " and closes:
        return Span(span.start - 1, span.end)
    return span
