"""How much it tells that two texts have a word: little of one that an event is full of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..facts import Term

_RARE = 6  # sentences of an event in which a word may be and weigh fully


class Rarity:
    """What words weigh in one event.

    Those that are everywhere, such as the names of the two leaders, do not show that two
    statements are of the same matter. ``spreads`` tell for every text of the event in how many
    of its sentences a key is.
    """

    def __init__(self, spreads: Iterable[Mapping[str, int]]) -> None:
        count: dict[str, int] = {}
        for spread in spreads:
            for key, number in spread.items():
                count[key] = count.get(key, 0) + number
        self._frequent = {key: number for key, number in count.items() if number > _RARE}
        self._weights: dict[frozenset[str], float] = {}

    def weight(self, term: Term) -> float:
        """0–1: 1 for a word that is in few sentences of the event."""
        keys = term.keys
        found = self._weights.get(keys)
        if found is None:
            frequency = max((self._frequent.get(key, 0) for key in keys), default=0)
            found = self._weights[keys] = min(1.0, _RARE / frequency) if frequency else 1.0
        return found
