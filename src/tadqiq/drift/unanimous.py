"""Whether a question is answered in one way here, and in no such way in any other text."""

from __future__ import annotations

from collections.abc import Mapping

from .departure import Comparison
from .reading import Reading, kept
from .stands import Stand, stands

_UNITED = frozenset({"stance", "certainty", "scope", "extent", "portion"})


def unanimous(comparison: Comparison, ours: Stand) -> bool:
    """Whether the article answers a question in one way only, and no sibling in that way."""
    if ours.family not in _UNITED or ours.unclear:
        return False
    if may_be_else(comparison.article, ours):
        return False
    question = ours.family, ours.question
    own = _answers(comparison.article, 0).get(question, frozenset())
    theirs = (_answers(sibling, 0).get(question, frozenset()) for sibling in comparison.siblings)
    return len(own) == 1 and not any(ours.answer in answers for answers in theirs)


@kept
def _answers(reading: Reading, _: int) -> Mapping[tuple[str, str], frozenset[str]]:
    """All answers that a text gives, by their question."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for index in range(len(reading.terms)):
        for stand in stands(reading, index):
            key = stand.family, stand.question
            found[key] = found.get(key, frozenset()) | {stand.answer}
    return found


def may_be_else(reading: Reading, stand: Stand) -> bool:
    """Whether a word may well be another than the one that answers, or answer something else."""
    term = reading.terms[stand.sentence][stand.first]
    if len({choice.question for choice in term.choices if choice.family != "limit"}) > 1:
        return True
    answering = reading.lexis.vocabulary().choices
    told = sum(bool(answering.get(lemma)) for lemma in term.lemmas)
    return 2 * told < len(term.lemmas) and stand.first == stand.last
