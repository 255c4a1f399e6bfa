"""«إن» where no verb of saying is near."""

from __future__ import annotations

from ....detect import Condition
from ..syntax.agreement import Line
from .doubt import Doubt, Guess
from .partners import MARKS

_INNA = {"إن": "أن", "إنه": "أنه", "إنها": "أنها", "إنهم": "أنهم"}
_SAYING = "قال"
_REACH = 12


def _inna(line: Line, place: int) -> Guess | None:
    if not place or line.form(place - 1) in MARKS or line.form(place - 1) in {"حيث", "إذ", "ألا"}:
        return None
    near = line.words[max(0, place - _REACH) : place]
    if any(_SAYING in one.verbs or "قول" in one.lemmas or "قائل" in one.lemmas for one in near):
        return None
    return Guess(place, place, (_INNA[line.form(place)],))


INNA = Doubt(Condition(lambda one: one.form in _INNA), _inna)
