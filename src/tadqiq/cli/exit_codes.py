"""What the program's exit says (design: 0 means done, and the gate passed)."""

from __future__ import annotations

from ..model import Audit

GATE_FAILED = 1
USAGE = 2
SOME_UNREADABLE = 3
NOTHING_AUDITED = 4


def of(audit: Audit) -> int:
    """The exit code of a batch: 0, 3 or 4."""
    if not audit.articles:
        return NOTHING_AUDITED
    return SOME_UNREADABLE if audit.rejections else 0
