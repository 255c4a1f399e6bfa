"""Correcting until an audit has nothing left that can be corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Finding, Span
from .choose import Correction, Reason, Skipped, choose
from .draft import Draft, Edit
from .once import edits_of

Audited = Callable[[str], Sequence[Finding]]
"""Audits a text anew."""
Fits = Callable[[Edit], bool]
"""Whether an edit of the text can be written where the text came from."""

_Key = tuple[str, str, int]
_Sparing = Callable[[str], Sequence[Finding] | None]

_ROUNDS = 8  # seldom does one correction uncover another
_AUDITS = 200  # of one article; each culprit costs a few
_CHARACTERS = 1_000_000  # audited in all: 200 times an article of 5,000, a long text less often
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Settled:
    """The corrected text, and the ``edits`` of the original that make it.

    ``applied`` are the corrections made, round by round; each has its place in the text as its
    round found it. ``left`` are the findings that the corrected text still has, each with why.
    """

    text: str
    edits: tuple[Edit, ...]
    applied: tuple[Correction, ...]
    left: tuple[Skipped, ...]


def settle(
    text: str,
    findings: Sequence[Finding],
    audit: Audited,
    *,
    unsafe: bool = False,
    fits: Fits = lambda edit: True,
) -> Settled:
    """``text`` corrected, audited again, corrected again, until nothing changes.

    No correction stays that leaves its finding in the text or brings a new one. ``findings``
    are what ``audit`` found in ``text``. Deterministic, and bounded: after 200 audits, fewer of a
    text beyond 5,000 characters, what was not tried yet is left.
    """
    work = _Work(text, findings, audit, fits)
    for _ in range(_ROUNDS):
        chosen, _ = choose(work.draft.text, work.untried(), unsafe=unsafe)
        if not chosen:
            break
        work.make(chosen)
    _, skipped = choose(work.draft.text, work.untried(), unsafe=unsafe)
    left = sorted((*skipped, *work.refused()), key=lambda one: one.finding.order)
    return Settled(work.draft.text, tuple(work.draft.edits()), tuple(work.applied), tuple(left))


def _counted(audit: Audited, most: int) -> _Sparing:
    """``audit``, but None from the ``most``-th call on."""
    left = iter(range(most))

    def spared(text: str) -> Sequence[Finding] | None:
        return None if next(left, None) is None else audit(text)

    return spared


class _Work:
    """A text with its findings, as it is corrected."""

    def __init__(self, text: str, findings: Sequence[Finding], audit: Audited, fits: Fits) -> None:
        self.draft = Draft.of(text)
        self.applied: list[Correction] = []
        self._findings = tuple(findings)
        most = min(_AUDITS, _CHARACTERS // max(1, len(text)))
        self._audit = _counted(audit, max(_FEWEST, most))
        self._fits = fits
        self._refused: dict[_Key, Reason] = {}

    def untried(self) -> tuple[Finding, ...]:
        """The findings of the text whose correction was not refused."""
        return tuple(one for one in self._findings if self._key(one) not in self._refused)

    def refused(self) -> tuple[Skipped, ...]:
        """The findings of the text whose correction was."""
        keyed = ((one, self._refused.get(self._key(one))) for one in self._findings)
        return tuple(Skipped(one, reason) for one, reason in keyed if reason)

    def make(self, chosen: Sequence[Correction]) -> None:
        """Makes those that do good, refuses the rest."""
        round_ = _Round(self.draft, self._findings, self._audit, self._fits)
        round_.attempt(chosen)
        for one, reason in round_.refused:
            self._refused[self._key(one.finding)] = reason
        self.applied += round_.made
        self.draft = self.draft.changed(edits_of(round_.made))
        self._findings = round_.findings

    def _key(self, finding: Finding) -> _Key:
        return finding.code, finding.quote, self.draft.back(finding.span).start


class _Round:
    """Corrections of one text; ``findings`` are those of the text with all that were ``made``."""

    def __init__(
        self, base: Draft, findings: tuple[Finding, ...], audit: _Sparing, fits: Fits
    ) -> None:
        self.made: list[Correction] = []
        self.refused: list[tuple[Correction, Reason]] = []
        self.findings = findings
        self._base, self._known = base, findings
        self._audit, self._fits = audit, fits

    def attempt(self, batch: Sequence[Correction]) -> None:
        """Makes all of ``batch``, or of its parts what does good."""
        trial = sorted((*self.made, *batch), key=lambda one: one.span)
        if not all(map(self._fits, self._base.changed(edits_of(trial)).edits())):
            self._divide(batch, Reason.PLACE, ())
            return
        changed = Draft.of(self._base.text).changed(edits_of(trial))
        audited = self._audit(changed.text)
        if audited is None:
            self.refused += [(one, Reason.UNTRIED) for one in batch]
            return
        found = tuple(audited)
        harm = tuple(self._harm(found, changed, trial))
        if harm:
            self._divide(batch, Reason.BEGETS, harm)
            return
        self.made, self.findings = trial, found

    def _divide(self, batch: Sequence[Correction], reason: Reason, harm: Sequence[Span]) -> None:
        """Tries those apart that stand in a line with the harm; else one half, then the other."""
        if len(batch) == 1:
            self.refused.append((batch[0], reason))
            return
        lines = [self._line(span) for span in harm]
        near = [one for one in batch if any(line.overlap(one.span) for line in lines)]
        if near and len(near) < len(batch):
            apart = {id(one) for one in near}
            self.attempt([one for one in batch if id(one) not in apart])
            self.attempt(near)
            return
        middle = len(batch) // 2
        self.attempt(batch[:middle])
        self.attempt(batch[middle:])

    def _line(self, span: Span) -> Span:
        """The line or lines that ``span`` of the text stands in."""
        text = self._base.text
        end = text.find("\n", span.end)
        return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))

    def _harm(
        self, found: Iterable[Finding], changed: Draft, trial: Iterable[Correction]
    ) -> Iterator[Span]:
        """Where findings stand that were not there before, or should have gone."""
        gone = {id(one.finding) for one in trial}
        staying: dict[str, set[int]] = {}
        for known in self._known:
            if id(known) not in gone:
                place = staying.setdefault(known.code, set())
                place.update(range(known.span.start, known.span.end))
        for finding in found:
            span = changed.back(finding.span)
            if staying.get(finding.code, set()).isdisjoint(range(span.start, span.end)):
                yield span
