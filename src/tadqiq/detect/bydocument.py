"""What is found out about a document, once for all who ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary, ref

from ..model import Document

T = TypeVar("T")


class ByDocument(Generic[T]):
    """What ``find`` finds in a document, kept as long as the document lives."""

    def __init__(self, find: Callable[[Document], T]) -> None:
        self._find = find
        self._kept: WeakKeyDictionary[Document, T] = WeakKeyDictionary()
        # Rules ask for one document again and again: a look into the dictionary takes ten times
        # as long as this. A pair, so that another thread sees both of one document or of another.
        self._last: tuple[Callable[[], Document | None], Any] = (_nothing, None)

    def __call__(self, doc: Document) -> T:
        asked, answer = self._last
        if asked() is not doc:
            answer = self._kept.get(doc)
            if answer is None:
                answer = self._kept[doc] = self._find(doc)
            self._last = (ref(doc, self._forget), answer)
        return answer  # type: ignore[no-any-return]

    def _forget(self, gone: ref[Document]) -> None:
        if self._last[0] is gone:
            self._last = (_nothing, None)


def _nothing() -> None:
    return None
