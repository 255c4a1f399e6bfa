"""The kinds of departure, as `tadqiq rules` and `tadqiq explain` show them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..model import Category, Message, Severity
from .departure import REPORTED


@dataclass(frozen=True, slots=True)
class Example:
    """What two siblings say, the same in other words, and a text that departs from it, with
    ⟦ ⟧ around what departs."""

    siblings: tuple[str, str]
    agrees: str
    departs: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureKind:
    """A kind of departure. ``severity`` is the usual one: what is at stake may change it;
    ``confidence`` is the least that is reported."""

    code: str
    title: Message
    reason: Message
    severity: Severity
    examples: tuple[Example, ...]
    confidence: float = REPORTED
    category: Category = Category.MISTRANSLATION
    kind: str = "meaning"
    enabled: bool = True

    @property
    def flags(self) -> tuple[str, ...]:
        """What departs, beside what a sibling says."""
        return tuple(f"{one.departs}  ≠  {one.siblings[0]}" for one in self.examples)

    @property
    def passes(self) -> tuple[str, ...]:
        """What agrees, beside what a sibling says."""
        return tuple(f"{one.agrees}  =  {one.siblings[0]}" for one in self.examples)


@cache
def kinds() -> tuple[DepartureKind, ...]:
    """All kinds, in order of their codes."""
    text = files(__package__).joinpath("kinds.toml").read_text("utf-8")
    return tuple(_kind(entry) for entry in tomllib.loads(text)["kind"])


def _kind(entry: Mapping[str, Any]) -> DepartureKind:
    severity = Severity(entry["severity"])
    return DepartureKind(
        code=entry["code"],
        title=Message(**entry["title"]),
        reason=Message(**entry["reason"]),
        severity=severity,
        category=Category(entry.get("category", Category.MISTRANSLATION)),
        examples=tuple(_example(one, severity) for one in entry.get("example", ())),
    )


def _example(entry: Mapping[str, Any], usual: Severity) -> Example:
    first, second = entry["siblings"]
    severity = Severity(entry.get("severity", usual))
    return Example((first, second), entry["agrees"], entry["departs"], severity)
