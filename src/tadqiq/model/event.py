"""Articles that report the same happening."""

from __future__ import annotations

from collections.abc import Mapping

from .record import record


@record
class Event:
    """Siblings: ids of the articles on one happening, in input order.

    ``voices`` are the same ids with copies of one text together: a wire story printed by ten
    outlets says what it says once. Without a word on it, every member speaks for itself.
    """

    id: str
    members: tuple[str, ...]
    voices: tuple[tuple[str, ...], ...] = ()

    def siblings(self, article: str) -> tuple[str, ...]:
        """Every member but ``article``."""
        return tuple(member for member in self.members if member != article)

    def witnesses(self, article: str) -> tuple[str, ...]:
        """The siblings that ``article`` is compared with: the first of every other voice, and
        all of its own, any of which may be an altered copy."""
        if not self.voices:
            return self.siblings(article)
        heard: list[str] = []
        for voice in self.voices:
            heard += (one for one in voice if one != article) if article in voice else voice[:1]
        return tuple(heard)


@record
class Link:
    """Why two articles are in one event, or were kept apart.

    ``grounds`` are log-odds by kind of evidence; their sum is ``score``, and above 0 the two
    rather report the same happening.
    """

    one: str
    other: str
    score: float
    grounds: Mapping[str, float]
