"""Audits that were made lately, so that the same question is answered at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from hashlib import sha256

from ..model import Article, Audit, Rejection


class Memory:
    """The latest audits by what was asked, as far as their texts fit into ``room`` characters.

    Nothing is written to disk. One auditor makes all of them, so its signature is the same for
    equal questions, and equal questions have equal answers.
    """

    def __init__(self, room: int) -> None:
        self._room, self._used = room, 0
        self._audits: OrderedDict[str, Audit] = OrderedDict()

    def __len__(self) -> int:
        return len(self._audits)

    def get(self, question: str) -> Audit | None:
        """The answer to ``question``, if it is still known."""
        if question in self._audits:
            self._audits.move_to_end(question)
        return self._audits.get(question)

    def put(self, question: str, audit: Audit) -> None:
        """Keeps an answer, and forgets the longest unasked ones that no longer fit."""
        if question in self._audits:
            return
        self._audits[question] = audit
        self._used += _size(audit)
        while self._used > self._room:
            self._used -= _size(self._audits.popitem(last=False)[1])


def digest(kind: str, items: Iterable[Article | Rejection]) -> str:
    """What tells one question from another: all that is known of its articles, in order."""
    total = sha256(kind.encode())
    for item in items:
        data = repr(item).encode("utf-8", "backslashreplace")
        total.update(len(data).to_bytes(8, "little"))
        total.update(data)
    return total.hexdigest()


def _size(audit: Audit) -> int:
    return sum(len(one.document.text) for one in audit.articles)
