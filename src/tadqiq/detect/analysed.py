"""A sentence as rules look at it: the form of every token, with all its readings."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ..model import Reading, Sentence, Token, record
from .spots import Traced

_QUOTES = frozenset("“”«»\"‘’„‹›'")


@record(eq=False)
class Form(Traced):
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


def form_of(text: str, folded: str, kind: str, script: str, readings: tuple[Reading, ...]) -> Form:
    """The form of a token of this text, kind and script, which has these readings."""
    keys = frozenset((folded, *(reading.lemma for reading in readings)))
    return Form(text, folded, kind, script, readings, keys, text in _QUOTES)


class Analysed:
    """A sentence with the form of every token; ``quotes`` are the places of quotation marks."""

    __slots__ = ("_past_quotes", "_words", "forms", "quotes", "sentence", "tokens")

    def __init__(self, sentence: Sentence, forms: tuple[Form, ...]) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.forms = forms
        self.quotes = [place for place, form in enumerate(forms) if form.quote]
        self._words: frozenset[str] | None = None
        self._past_quotes: Sequence[int] = ()

    @property
    def words(self) -> frozenset[str]:
        """Every folded form and every lemma that stands in it."""
        if self._words is None:
            self._words = frozenset().union(*[form.keys for form in self.forms])
        return self._words

    @property
    def readings(self) -> tuple[tuple[Reading, ...], ...]:
        """The readings of every token."""
        return tuple([form.readings for form in self.forms])

    def places(self, words: AbstractSet[str]) -> list[int]:
        """Where one of these folded forms or lemmas stands."""
        return [at for at, form in enumerate(self.forms) if not form.keys.isdisjoint(words)]

    @property
    def past_quotes(self) -> Sequence[int]:
        """From each place, its end included, the next that holds no quotation mark."""
        if not self._past_quotes:
            following: Sequence[int] = range(len(self.forms) + 1)
            if self.quotes:
                following = list(following)
                for place in reversed(self.quotes):
                    following[place] = following[place + 1]
            self._past_quotes = following
        return self._past_quotes
