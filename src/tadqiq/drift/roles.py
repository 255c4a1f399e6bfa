"""M301: who does what to whom, the other way round than in the siblings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..model import Finding, Message, Severity, Span
from .departure import LEAST, Comparison, Proof, departure, joint
from .frames import Frame, frames
from .parties import Parties
from .reading import Reading

_CODE = "M301"
_RELATED = 0.45  # cosine from which two sentences may speak of one act
# Hardly anybody asks for what he is asked for: here any nearby sentence is a witness. Blows,
# accusations and thanks go both ways, so there only an aligned sentence is.
_ONE_WAY = frozenset({"ask", "help", "buy"})
_PLAIN, _NOMINAL = 0.75, 0.65  # how sure one sibling's frame is, by how it is stated
_MESSAGE = Message(
    "the roles are reversed: {article} has it the other way round",
    "انقلبت الأدوار: يذكر {article} عكس ذلك",
)


def roles(comparison: Comparison) -> Iterator[Finding]:
    """Acts whose doer and receiver are exchanged in every sibling that speaks of the act.

    What the article itself or any sibling states the same way round is no reversal: in a
    war, a trial or a match both parties may do to the other what he does to them.
    """
    parties = _parties(comparison)
    witnesses = [(sibling, _frames(sibling, parties)) for sibling in comparison.siblings]
    ours = _frames(comparison.article, parties)
    said = {frame.stated for _, theirs in witnesses for frame in theirs}
    said |= {frame.reversed for frame in ours if frame.plain}
    acts: dict[Span, list[Frame]] = defaultdict(list)
    for frame in ours:
        acts[frame.span].append(frame)
    for act in acts.values():
        if all(frame.plain and frame.stated not in said for frame in act):
            yield from _finding(comparison, act, witnesses)


def _parties(comparison: Comparison) -> Parties:
    """The parties of the event, made out once."""
    event = comparison.article.told.compared.found
    if _CODE not in event:
        event[_CODE] = Parties((comparison.article, *comparison.siblings))
    parties: Parties = event[_CODE]
    return parties


def _frames(reading: Reading, parties: Parties) -> tuple[Frame, ...]:
    """The frames of a text, made out once."""
    found = reading.told.found[_CODE]
    if 0 not in found:
        found[0] = frames(reading, parties)
    result: tuple[Frame, ...] = found[0]
    return result


def _finding(
    comparison: Comparison,
    act: Sequence[Frame],
    witnesses: Sequence[tuple[Reading, Sequence[Frame]]],
) -> Iterator[Finding]:
    """One finding for all that one clause says of who does what to whom."""
    against = [
        found
        for sibling, theirs in witnesses
        if (found := _gainsaid(comparison, act, sibling, theirs))
    ]
    doubts = [doubt for _, doubt in against]
    if joint(doubts) >= LEAST:
        yield departure(
            comparison.article,
            act[0].span,
            code=_CODE,
            severity=Severity.CRITICAL,
            confidence=joint(doubts),
            message=_MESSAGE.fill(article=against[0][0].sibling.doc.id),
            proofs=[proof for proof, _ in against],
        )


def _gainsaid(
    comparison: Comparison, act: Sequence[Frame], sibling: Reading, theirs: Sequence[Frame]
) -> tuple[Proof, float] | None:
    """The nearest sentence of a sibling that has the act the other way round."""
    reversed_act = {frame.reversed for frame in act}
    aligned = {pair.theirs for pair in comparison.of(act[0].sentence) if pair.sibling is sibling}
    against = [
        (comparison.similarity(act[0].sentence, sibling, other.sentence), -place)
        for place, other in enumerate(theirs)
        if other.stated in reversed_act
        and (other.relation in _ONE_WAY or other.sentence in aligned)
    ]
    near, place = max(against, default=(0.0, 0))
    if near < _RELATED:
        return None
    other = theirs[-place]
    proof = Proof(sibling, other.sentence, other.span, near)
    return proof, _PLAIN if other.plain else _NOMINAL
