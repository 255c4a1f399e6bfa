"""Who does what to whom, read off plain word order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Term, Word, of_form
from ..model import Action, Lexis, Span
from .parties import Mention, Parties
from .reading import Reading

_REACH = 3  # words between an action and the party it is done to, at most
_THEME_REACH = 5  # words in which what is asked for must follow


@dataclass(frozen=True, slots=True)
class Frame:
    """``agent`` does to ``patient`` what ``relation`` names, at ``span``.

    ``plain`` marks a frame whose parties stand right beside a verb, so that their roles are
    beyond doubt; with a verbal noun the agent may stand further off.
    """

    relation: str
    agent: str
    patient: str
    span: Span
    sentence: int
    plain: bool

    @property
    def reversed(self) -> tuple[str, str, str]:
        """The relation with its parties exchanged."""
        return self.relation, self.patient, self.agent

    @property
    def stated(self) -> tuple[str, str, str]:
        """The relation with its parties."""
        return self.relation, self.agent, self.patient


def frames(reading: Reading, parties: Parties) -> tuple[Frame, ...]:
    """Every frame in a text, in order."""
    return tuple(
        frame
        for number, words in enumerate(reading.words)
        for frame in _in_sentence(reading, number, words, parties)
    )


def _in_sentence(
    reading: Reading, number: int, words: Sequence[Word], parties: Parties
) -> Iterator[Frame]:
    acts = [_actions(term, reading.lexis) for term in reading.terms[number]]
    mentions = parties.mentions(reading, words) if any(acts) else ()
    if len(mentions) < 2:
        return
    for place, actions in enumerate(acts):
        for action in actions:
            frame = _frame(reading, number, words, place, action, mentions)
            if frame is not None:
                yield frame


@of_form
def _actions(term: Term, lexis: Lexis) -> tuple[Action, ...]:
    """What a word may say that somebody does."""
    return tuple(action for action in lexis.actions if term.word.stems & action.words)


def _frame(
    reading: Reading,
    number: int,
    words: Sequence[Word],
    place: int,
    action: Action,
    mentions: Sequence[Mention],
) -> Frame | None:
    subject = _subject(reading, words, place, action, mentions)
    if subject is None:
        return None
    start = max(place, subject.last) + 1
    other = _object(reading, words, start, place, action, mentions)
    if other is None or other.side == subject.side:
        return None
    if action.theme and not _follows(words, other.last + 1, action):
        return None
    doer, receiver = (other, subject) if action.inverse else (subject, other)
    first = min(place, subject.first)
    span = words[first].span.cover(words[_clause_end(reading, words, other.last)].span)
    return Frame(action.frame, doer.side, receiver.side, span, number, not action.nominal)


def _subject(
    reading: Reading,
    words: Sequence[Word],
    place: int,
    action: Action,
    mentions: Sequence[Mention],
) -> Mention | None:
    """The party right before the verb, else right after it; before a verbal noun, the last."""
    before = [mention for mention in mentions if mention.last < place]
    if action.nominal:
        return before[-1] if before else None
    if before and before[-1].last == place - 1 and _nominative(reading, words, before[-1]):
        return before[-1] if reading.adjacent(words[place - 1], words[place]) else None
    for mention in mentions:
        if mention.first == place + 1 and not mention.clitic:
            return mention if reading.adjacent(words[place], words[place + 1]) else None
    return None


def _nominative(reading: Reading, words: Sequence[Word], mention: Mention) -> bool:
    """Whether a party before a verb can be its subject: no preposition governs it."""
    marks = {mark for action in reading.lexis.actions for mark in action.marks}
    if mention.clitic and mention.clitic not in reading.lexis.joiners:
        return mention.clitic in {reading.lexis.article}
    if mention.first == 0:
        return True
    before = words[mention.first - 1]
    return not before.stems & marks and not before.stems & reading.lexis.relations


def _object(
    reading: Reading,
    words: Sequence[Word],
    start: int,
    place: int,
    action: Action,
    mentions: Sequence[Mention],
) -> Mention | None:
    """The party after the preposition that the action wants, or bare right after it."""
    for mention in mentions:
        if not start <= mention.first <= max(start, place + 1) + _REACH:
            continue
        if mention.clitic and mention.clitic in action.marks:
            return mention
        governor = words[mention.first - 1].folded if mention.first else ""
        if governor in action.marks and not mention.clitic:
            return mention
        if action.bare and mention.first == start and not mention.clitic:
            return mention
    return None


def _follows(words: Sequence[Word], start: int, action: Action) -> bool:
    return any(word.stems & action.theme for word in words[start : start + _THEME_REACH])


def _clause_end(reading: Reading, words: Sequence[Word], place: int) -> int:
    """The last word before the next punctuation mark."""
    while place + 1 < len(words) and reading.adjacent(words[place], words[place + 1]):
        place += 1
    return place
