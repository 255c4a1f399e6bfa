"""What the language-independent stages must know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from .lexis import Lexis
from .record import record


@record(kw_only=True)
class Profile:
    """One language, described by data alone.

    ``script`` is the Unicode script name its prose is written in. ``enders`` close a
    sentence, ``commas`` never do. ``quotes`` are opening-closing pairs. ``abbreviations``
    carry a full stop that ends nothing. ``foldings`` map single characters to what they
    are folded to (the empty string drops them). ``foreign_letters`` never occur in the
    language although its script has them, which tells sister languages apart. ``lexis`` are
    the words by which the language states facts.
    """

    code: str
    name: str
    script: str
    rtl: bool = False
    enders: str = ".!?…"
    commas: str = ",;:"
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("«", "»"), ('"', '"'), ("‘", "’"))
    abbreviations: frozenset[str] = frozenset()
    foldings: Mapping[str, str] = field(default_factory=dict)
    foreign_letters: frozenset[str] = frozenset()
    lexis: Lexis = field(default_factory=Lexis)
