"""The closed classes: particles, prepositions, pronouns, demonstratives, relatives."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ....model import Pos, Reading, record
from .clitics import enclitic_splits, proclitic_splits
from .lexicon import rows

_KEEPS_ONLY = "-"


@record
class Closed:
    """The readings of a form as closed-class words, and which open classes may stand beside."""

    readings: tuple[Reading, ...]
    beside: frozenset[Pos]


@record
class _Entry:
    reading: Reading | None
    proclitics: frozenset[str]
    pronouns: str  # "y", "" or "only": it does, never does, or has to take a pronoun suffix
    beside: frozenset[Pos]


def closed(form: str) -> Closed | None:
    """``form`` as a word of a closed class, with its clitics; None if it is none."""
    found: list[Reading] = []
    beside: set[Pos] = set()
    whole = any(
        entry.reading is not None and entry.reading.pos is not Pos.ADVERB
        for entry in _table().get(form, ())
    )
    for before, rest in proclitic_splits(form):
        for base, enclitic in enclitic_splits(rest):
            for entry in _table().get(base, ()):
                if not entry.proclitics.issuperset(before):
                    continue
                if entry.pronouns == ("" if enclitic else "only") or ("ال" in before and enclitic):
                    continue
                if whole and base not in {form, "أي"}:
                    continue  # لكن is not ل and كن
                beside |= entry.beside
                if enclitic == "ي" and len(base) > 2:
                    beside.add(Pos.ADJECTIVE)  # خارجي: foreign, sooner than "outside me"
                if entry.reading is not None:
                    state = "d" if "ال" in before else entry.reading.state
                    found.append(
                        replace(entry.reading, proclitics=before, enclitic=enclitic, state=state)
                    )
    return Closed(tuple(found), frozenset(beside)) if found else None


@cache
def _table() -> dict[str, list[_Entry]]:
    table: dict[str, list[_Entry]] = {}
    for forms, pos, lemma, features, before, after, beside in rows("closed", 7):
        kept = frozenset(Pos(name) for name in beside.split())
        for form in forms.split():
            reading = None if pos == _KEEPS_ONLY else _reading(pos, lemma, form, features)
            entry = _Entry(reading, frozenset(before.split()), after, kept)
            table.setdefault(form, []).append(entry)
    return table


def _reading(pos: str, lemma: str, form: str, features: str) -> Reading:
    given = dict(pair.split("=") for pair in features.split())
    return Reading(
        pos=Pos(pos),
        lemma=lemma,
        stem=form,
        gender=given.get("gender", ""),
        number=given.get("number", ""),
        person=given.get("person", ""),
        case=given.get("case", ""),
        state=given.get("state", ""),
        aspect=given.get("aspect", ""),
        human=given.get("human", "") == "y",
        value=int(given["value"]) if "value" in given else None,
        source="closed",
    )
