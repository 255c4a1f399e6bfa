"""Fields of JSON objects from outside, where any may be missing or of another type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..errors import IngestError
from ..model import Article, Rejection
from .broken import broken


def string(value: object, *names: str) -> str:
    """The first of these fields that holds a text, or nothing."""
    if isinstance(value, dict):
        for name in names:
            found = value.get(name)
            if isinstance(found, str) and found.strip():
                return found
    return ""


def entries(value: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    """The objects of the first of these fields that holds a list of them, or one."""
    for name in names:
        found = value.get(name)
        if isinstance(found, dict):
            return [found]
        if isinstance(found, list):
            return [one for one in found if isinstance(one, dict)]
    return []


def strings(value: dict[str, Any], name: str) -> list[str]:
    """The texts in a list, nothing where there is no list."""
    found = value.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def located(read: Callable[[], Article], *, origin: str) -> Article | Rejection:
    """The article that ``read`` makes, or why it makes none, with its origin."""
    try:
        return replace(read(), origin=origin)
    except IngestError as error:
        return Rejection(origin, str(error))
    except Exception as error:
        return broken(origin, error)
