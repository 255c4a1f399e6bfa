"""Demonstratives and relatives beside nouns that they do not fit."""

from __future__ import annotations

from ....detect import Condition
from ....model import Pos
from ..syntax.agreement import Forms, Line, Word
from ..syntax.nominal import fits
from .adjectives import WITHOUT_ARTICLE, with_article
from .doubt import Doubt, Guess
from .flips import known
from .partners import heads_before

_MOST = 3  # forms that are tried
_POINTING: dict[str, Forms] = {
    "هذا": frozenset({("m", "s")}), "هذه": frozenset({("f", "s")}),
    "ذلك": frozenset({("m", "s")}), "تلك": frozenset({("f", "s")}),
    "هؤلاء": frozenset({("m", "p"), ("", "p")}),
}  # fmt: skip
_OTHERS = {
    "هذا": ("هذه", "هؤلاء"),
    "هذه": ("هذا", "هؤلاء"),
    "ذلك": ("تلك",),
    "تلك": ("ذلك",),
    "هؤلاء": ("هذه", "هذا"),
}
_RELATIVES: dict[str, Forms] = {
    "الذي": frozenset({("m", "s")}), "التي": frozenset({("f", "s")}),
    "الذين": frozenset({("m", "p"), ("", "p")}), "اللذين": frozenset({("m", "d")}),
    "اللذان": frozenset({("m", "d")}),
}  # fmt: skip


def _parts(form: str, table: dict[str, Forms]) -> tuple[str, str] | None:
    for cut in range(min(3, len(form))):
        if form[cut:] in table and set(form[:cut]) <= set("وفبلك"):
            return form[:cut], form[cut:]
    return None


def _demonstrative(line: Line, place: int) -> Guess | None:
    """«هذا الاتفاقية»: the noun after the demonstrative does not take it."""
    parts = _parts(line.form(place), _POINTING)
    if parts is None or place + 1 >= len(line):
        return None
    outside, core = parts
    noun = line.words[place + 1]
    if not noun.article or not noun.maybe_nominal or fits(noun.demanded, _POINTING[core]):
        return None
    return Guess(place, place, tuple(outside + one for one in _OTHERS[core]))


def _indefinite(line: Line, place: int) -> Guess | None:
    """«هذه إجراءات»: a noun without its article right after a demonstrative, both governed."""
    noun = line.words[place]
    if _parts(line.form(place - 1), _POINTING) is None or not noun.bare or noun.tanwin:
        return None
    return Guess(place, place, known(with_article(line, place)))


def _relative(line: Line, place: int) -> Guess | None:
    """«الوفد التي وصل»: no noun of the phrase before the relative takes it."""
    parts = _parts(line.form(place), _RELATIVES)
    if parts is None or not place or not line.words[place - 1].maybe_nominal:
        return None
    outside, core = parts
    if core.startswith("الل"):
        return None  # of two: hardly ever said by mistake
    wanted = [line.words[head].demanded for head in heads_before(line, place - 1)]
    if any(fits(forms, _RELATIVES[core]) for forms in wanted):
        return None
    others = [one for one, forms in _RELATIVES.items() if any(fits(w, forms) for w in wanted)]
    return Guess(place, place, tuple(outside + one for one in others)[:_MOST])


def _after_indefinite(line: Line, place: int) -> Guess | None:
    """«طائرة التي سقطت»: a relative right after an indefinite noun."""
    if not place or line.form(place) not in _RELATIVES or not _is_bare(line.words[place - 1]):
        return None
    if place > 1 and _is_bare(line.words[place - 2]):
        return None  # a second term, and the relative may be its head's
    first, second = line.tokens[place - 1].text, line.tokens[place].text
    both = (first, *(f"{one} {second}" for one in known(with_article(line, place - 1))))
    return Guess(place - 1, place, both)


def _is_bare(noun: Word) -> bool:
    return noun.bare and noun.nominal and not noun.name


_IS_POINTING = Condition[Word](lambda one: _parts(one.form, _POINTING) is not None)
_IS_RELATIVE = Condition[Word](lambda one: _parts(one.form, _RELATIVES) is not None)
_IS_BARE = Condition[Word](
    lambda one: one.bare and not one.proclitics and one.kinds <= {Pos.NOUN, Pos.ADJECTIVE}
)
DEMONSTRATIVE = Doubt(_IS_POINTING, _demonstrative)
INDEFINITE = Doubt(_IS_BARE, _indefinite, message=WITHOUT_ARTICLE)
RELATIVE = Doubt(_IS_RELATIVE, _relative)
AFTER_INDEFINITE = Doubt(_IS_RELATIVE, _after_indefinite)
