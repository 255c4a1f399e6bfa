"""One name, its spellings, and who uses which when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..model import NameKind


class Status(StrEnum):
    """What a termbase says of a spelling (TBX: administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Use:
    """How often a spelling stands in the articles of an outlet on a day (ISO 8601, or a month)."""

    outlet: str
    date: str
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling, with its uses in order of date and outlet."""

    form: str
    status: Status
    uses: tuple[Use, ...]

    @property
    def articles(self) -> int:
        return sum(use.articles for use in self.uses)

    @property
    def mentions(self) -> int:
        return sum(use.mentions for use in self.uses)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person or a place of one language; the preferred spelling first, then the commonest.

    ``full`` are the whole names that stand before it, the commonest first: several people may
    share a surname. ``established`` says that a list has the preferred spelling, and that it is
    not merely the commonest.
    """

    lang: str
    kind: NameKind
    preferred: str
    established: bool
    full: tuple[str, ...]
    spellings: tuple[Spelling, ...]
