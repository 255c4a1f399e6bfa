"""What siblings say against a statement: of each the place that shares most with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

from ..model import Finding, Message, Severity, Span
from .align import Pair
from .departure import LEAST, Proof, departure, joint, same_matter
from .reading import Reading


class Placed(Protocol):
    """Whatever stands at a place of a text."""

    @property
    def span(self) -> Span: ...


_Mark = TypeVar("_Mark", bound=Placed)


class Witnesses(Generic[_Mark]):
    """Places of siblings that gainsay one statement, one of every sibling."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[float, Pair, _Mark]] = {}

    def hear(self, common: float, pair: Pair, mark: _Mark) -> None:
        """Takes down a place with the weight of what it shares with the statement, unless
        one of the same sibling shares as much."""
        if common > self._found.get(pair.sibling.doc.id, (0.0,))[0]:
            self._found[pair.sibling.doc.id] = common, pair, mark

    def __len__(self) -> int:
        return len(self._found)

    def finding(
        self,
        article: Reading,
        span: Span,
        *,
        code: str,
        severity: Severity,
        message: Message,
        sure: Callable[[float], float],
    ) -> Iterator[Finding]:
        """The departure at ``span``, if all of them together make it likely enough. ``sure``
        tells from the shared weight how sure one is (0–1); ``message`` takes what the strongest
        says as ``theirs`` and its ``article``."""
        found = self._found.values()
        confidence = joint(same_matter(pair, common) * sure(common) for common, pair, _ in found)
        if not found or confidence < LEAST:
            return
        _, pair, mark = max(found, key=lambda one: (one[0], one[1].confidence))
        yield departure(
            article,
            span,
            code=code,
            severity=severity,
            confidence=confidence,
            message=message.fill(theirs=pair.sibling.text(mark.span), article=pair.sibling.doc.id),
            proofs=[Proof(p.sibling, p.theirs, m.span, p.similarity) for _, p, m in found],
        )
