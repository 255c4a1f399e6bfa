"""A sentence as rules look at it: the form of every token, with all its readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Reading, Sentence, Token

_QUOTES = frozenset("“”«»\"‘’„‹›'")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word form out of context: what all its tokens have in common.

    ``keys`` are the folded form and the lemmas by which patterns look it up. Equal only to
    itself: a pack makes one of each and remembers it, because news repeats its words.
    """

    text: str
    folded: str
    kind: str
    script: str
    readings: tuple[Reading, ...]
    keys: frozenset[str]
    quote: bool


Former = Callable[[Token], Form]


def form_of(text: str, folded: str, kind: str, script: str, readings: tuple[Reading, ...]) -> Form:
    """The form of a token of this text, kind and script, which has these readings."""
    keys = frozenset((folded, *(reading.lemma for reading in readings)))
    return Form(text, folded, kind, script, readings, keys, text in _QUOTES)


class Analysed:
    """A sentence with the readings of its tokens, indexed by form and lemma.

    ``words`` are every folded form and every lemma that stands in it.
    """

    def __init__(self, sentence: Sentence, former: Former) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.forms = tuple(map(former, sentence.tokens))
        self.words: frozenset[str] = frozenset().union(*[form.keys for form in self.forms])

    @cached_property
    def readings(self) -> tuple[tuple[Reading, ...], ...]:
        """The readings of every token."""
        return tuple([form.readings for form in self.forms])

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each folded form and each lemma stands."""
        found: dict[str, list[int]] = {key: [] for key in self.words}
        for index, form in enumerate(self.forms):
            for key in form.keys:
                found[key].append(index)
        return found

    @cached_property
    def past_quotes(self) -> Sequence[int]:
        """From each place, its end included, the next that holds no quotation mark."""
        following = list(range(len(self.forms) + 1))
        for place in range(len(self.forms) - 1, -1, -1):
            if self.forms[place].quote:
                following[place] = following[place + 1]
        return following
