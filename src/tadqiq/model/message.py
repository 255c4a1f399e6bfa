"""What a person reads, in the languages of the interface."""

from __future__ import annotations

import re
from typing import Literal

from .record import record

Locale = Literal["en", "ar"]
LOCALES: tuple[Locale, ...] = ("en", "ar")


@record
class Message:
    """One statement in English and in Arabic."""

    en: str
    ar: str

    def to(self, locale: Locale) -> str:
        """The statement in ``locale``."""
        return self.ar if locale == "ar" else self.en

    def general(self, locale: Locale) -> str:
        """The statement of no case in particular, with «…» for every placeholder."""
        return re.sub(r"\{\w+\}", "…", self.to(locale))

    def fill(self, **values: str) -> Message:
        """Both texts with their ``{placeholders}`` filled in.

        Raises KeyError for a placeholder that has no value.
        """
        return Message(self.en.format(**values), self.ar.format(**values))
