"""Names as an article mentions them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .document import Document
from .span import Span


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class NameMention:
    """A place where a person or a place is named.

    ``form`` is the spelling without what is written onto it, of a person the surname, ``full``
    the whole name where it stands there. ``established`` is the usual spelling of the same name
    where a list has it, else empty; ``accepted`` whether the list accepts this one too, ``wrong``
    whether it has it as a misspelling.
    """

    form: str
    kind: NameKind
    span: Span
    full: str = ""
    established: str = ""
    accepted: bool = False
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """How one language finds names, and when two spellings may be of one name."""

    find: Callable[[Document], Iterator[NameMention]]
    alike: Callable[[str, str], bool]
