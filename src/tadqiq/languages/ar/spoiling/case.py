"""Case, definiteness and particles: endings, articles and moods that a machine gets wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import Pos
from ..syntax.agreement import Line
from ..syntax.case_shown import shown_case
from ..syntax.nominal import fits
from .words import as_written, of_words

_INNA = {"إن": "أن", "إنه": "أنه", "إنها": "أنها", "إنهم": "أنهم"}
_ANNA = {other: form for form, other in _INNA.items()}
_BEFORE_INNA = frozenset({"قال", "وقال", "قالت", "وقالت", "يقول", "تقول"})


def _ending(line: Line, place: int) -> Iterator[str]:
    """«المسؤولون» as «المسؤولين», and the reverse."""
    current, form = line.words[place], line.tokens[place].text
    if len(shown_case(current)) == 0 or not form.endswith(("ون", "ين", "ان")):
        return
    if form.endswith("ين"):
        plural = any(one.number == "p" for one in current.readings)
        yield form[:-2] + ("ون" if plural else "ان")
    else:
        yield form[:-2] + "ين"


def _tanwin(line: Line, place: int) -> Iterator[str]:
    """«اجتماعا» as «اجتماع»."""
    current, form = line.words[place], line.form(place)
    plain = current.nominal and not current.enclitic and not current.kinds & {Pos.NAME}
    if plain and form.endswith("ا") and "a" in shown_case(current):
        yield form[:-1]


def _article_lost(line: Line, place: int) -> Iterator[str]:
    """«القرار الجديد» as «القرار جديد»."""
    current, form = line.words[place], line.form(place)
    before = line.words[place - 1] if place else None
    plain = current.adjectival and current.article and not current.proclitics
    if before is not None and plain and before.article and form.startswith("ال"):
        yield form[2:]


def _article_added(line: Line, place: int) -> Iterator[str]:
    """«قرار جديد» as «قرار الجديد»."""
    current, before = line.words[place], line.words[place - 1] if place else None
    plain = current.adjectival and current.bare and not current.proclitics and not current.tanwin
    if before is None or not plain or before.article or Pos.NOUN not in before.kinds:
        return
    if before.bare and before.nominal and fits(before.demanded, current.attribute):
        yield "ال" + line.form(place)


def _inna(line: Line, place: int) -> Iterator[str]:
    """«قال إن» as «قال أن», «أكد أن» as «أكد إن»."""
    form = line.form(place)
    if form in _INNA and line.form(place - 1) in _BEFORE_INNA:
        yield _INNA[form]
    verb = line.words[place - 1] if place else None
    if form in _ANNA and verb is not None and verb.verbal and not verb.verbs & {"قال"}:
        after = line.words[place + 1] if place + 1 < len(line) else None
        if form != "أن" or (after is not None and after.article and after.nominal):
            yield _ANNA[form]


def _nun(line: Line, place: int) -> Iterator[str]:
    """«لن يعودوا» as «لن يعودون», «الذين يعملون» as «الذين يعملوا»."""
    current, form = line.words[place], line.form(place)
    if not current.verbal or any(one.aspect != "imperfect" for one in current.readings):
        return
    if any(one.number != "p" or one.enclitic for one in current.readings):
        return
    if form.endswith("وا") and line.form(place - 1) in {"لن", "لم", "أن"}:
        yield form[:-1] + "ن"
    if form.endswith("ون") and as_written(form[:-1] + "ا").verbal:
        yield form[:-1] + "ا"


SPOILINGS = (
    of_words("case.ending", _ending),
    of_words("case.tanwin", _tanwin),
    of_words("definiteness.article-lost", _article_lost),
    of_words("definiteness.article-added", _article_added),
    of_words("particle.inna", _inna),
    of_words("mood.nun", _nun),
)
