"""Everything that can be found, for lists and explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import languages
from ..detect import Rule

if TYPE_CHECKING:
    from ..drift import DepartureKind


def catalogue(lang: str) -> tuple[Rule | DepartureKind, ...]:
    """The rules of a language and the kinds of departure from siblings, in order of code.

    Raises PackError where the language pack is broken.
    """
    from .. import drift

    known: list[Rule | DepartureKind] = [*languages.load(lang).rules, *drift.kinds()]
    return tuple(sorted(known, key=lambda one: one.code))
