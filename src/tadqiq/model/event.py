"""Articles that report the same happening."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Siblings: ids of the articles on one happening, in input order."""

    id: str
    members: tuple[str, ...]

    def siblings(self, article: str) -> tuple[str, ...]:
        """Every member but ``article``."""
        return tuple(member for member in self.members if member != article)
