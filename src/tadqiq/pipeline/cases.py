"""The second pass: events, and who is judged beside whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from ..archive import Archive
from ..model import Article, Event
from .engine import Engine, given_events
from .intake import Intake, Member
from .judge import Case
from .prepared import Prepared

if TYPE_CHECKING:
    from ..events import FloatMatrix

_WITNESSES = 16  # siblings that an article is compared with; the nearest of more
_AT_HAND = 256  # documents kept from one case to the next


@dataclass(frozen=True, slots=True)
class Question:
    """An article to be judged: its place in the batch, its event, the siblings to compare with.

    ``context`` is a digest of all that the verdict depends on beyond the signature.
    """

    place: int
    event: int
    witnesses: tuple[int, ...]
    context: bytes


class Cases:
    """The articles of a batch, and those beside it, grouped into events.

    Members are named by their place: those of the batch first, in input order.
    """

    def __init__(self, engine: Engine, store: Archive, intake: Intake) -> None:
        self._engine = engine
        self._store = store
        self._vectors = intake.vectors
        self.members: list[Member] = [*intake.members, *intake.beside]
        self._own = len(intake.members)
        self._place = {one.id: place for place, one in enumerate(self.members)}
        self.events = self._linked()
        self.prepared = lru_cache(maxsize=_AT_HAND)(self._prepared)

    def questions(self) -> Iterator[Question]:
        """Every article of the batch, event by event."""
        for number, event in enumerate(self.events):
            places = [self._place[name] for name in event.members]
            for place in places:
                if place < self._own:
                    witnesses = self._witnesses(place, event)
                    yield Question(place, number, witnesses, self._context(place, witnesses))

    def case(self, question: Question) -> Case:
        """What `Judge` needs to answer a question."""
        own = self.prepared(question.place)
        siblings = tuple(self.prepared(place) for place in question.witnesses)
        source = self._engine.source(own)
        return Case(own.document, own.vectors, self.events[question.event], siblings, source)

    def article(self, place: int) -> Article:
        """The article at a place."""
        (stored,) = self._store.articles.get([self.members[place].key])
        return stored.article

    def vectors(self, place: int) -> FloatMatrix | None:
        """The vectors of an article, None if it was not embedded."""
        rows = self.members[place].rows
        return None if rows is None else self._vectors.read(*rows)

    def source_vectors(self, place: int) -> FloatMatrix | None:
        """The vectors of what an article was translated from, where it is compared with that."""
        if not self.members[place].sourced:
            return None
        source = self._engine.source(self.prepared(place))
        return None if source is None else source.vectors

    def _prepared(self, place: int) -> Prepared:
        one = self._engine.preparation.segment(self.article(place))
        return Prepared(one.document, self.vectors(place))

    def _linked(self) -> list[Event]:
        seen = [one.traits for one in self.members if one.traits is not None]
        if len(seen) < len(self.members):
            return given_events([(one.id, one.given) for one in self.members])
        from .. import events

        self._engine.progress("link", 0, 0)
        return list(events.link(seen))

    def _witnesses(self, place: int, event: Event) -> tuple[int, ...]:
        """In order of id, so that no verdict depends on the order of the batch."""
        others = [self._place[name] for name in sorted(event.witnesses(self.members[place].id))]
        if len(others) > _WITNESSES:
            others.sort(key=lambda other: (-self._likeness(place, other), self.members[other].id))
        heard = (other for other in others if not self._echoes(place, other))
        return tuple(sorted(islice(heard, _WITNESSES), key=lambda other: self.members[other].id))

    def _echoes(self, one: int, other: int) -> bool:
        mine, theirs = self.members[one].traits, self.members[other].traits
        if mine is None or theirs is None:
            return False
        from .. import events

        return events.echoes(mine, theirs)

    def _likeness(self, one: int, other: int) -> float:
        mine, theirs = self.members[one].traits, self.members[other].traits
        return 0.0 if mine is None or theirs is None else float(mine.marks.mean @ theirs.marks.mean)

    def _context(self, place: int, witnesses: Sequence[int]) -> bytes:
        own = self.members[place]
        digest = sha256(b"compared" if own.rows else b"alone")
        for one in (own, *(self.members[other] for other in witnesses)):
            digest.update(one.bearing)
        return digest.digest()
