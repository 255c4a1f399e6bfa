"""One pass of corrections over a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Finding
from .choose import Correction, Skipped, choose
from .draft import Draft, Edit


@dataclass(frozen=True, slots=True)
class Corrected:
    """The text after one pass; ``applied`` and ``skipped`` in order of place, their spans
    pointing into the text before."""

    text: str
    applied: tuple[Correction, ...]
    skipped: tuple[Skipped, ...]


def apply(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> Corrected:
    """``text`` with the safe corrections of ``findings`` made, or with ``unsafe`` the best
    suggestion of each.

    Nothing but the spans of the corrections changes. Whether the corrected text is free of
    findings, an audit alone can tell: see :func:`settle`.
    """
    chosen, skipped = choose(text, findings, unsafe=unsafe)
    draft = Draft.of(text).changed(edits_of(chosen))
    return Corrected(draft.text, chosen, skipped)


def edits_of(corrections: Iterable[Correction]) -> list[Edit]:
    """What corrections change, and no more."""
    return [Edit(one.span, one.replacement) for one in corrections]
