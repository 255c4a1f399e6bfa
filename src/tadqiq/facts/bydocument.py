"""What is read of a document, read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from ..model import Document

_Read = TypeVar("_Read")


def once_a_document(read: Callable[[Document], _Read]) -> Callable[[Document], _Read]:
    """What ``read`` finds in a document, kept as long as the document lives."""
    kept: WeakKeyDictionary[Document, _Read] = WeakKeyDictionary()

    @wraps(read)
    def once(doc: Document) -> _Read:
        found = kept.get(doc)
        if found is None:
            found = kept[doc] = read(doc)
        return found

    return once
