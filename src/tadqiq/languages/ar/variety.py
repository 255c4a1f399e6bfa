"""Spoken Arabic: its forms, and whether a document is in standard Arabic at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ...detect import Condition, Form
from ...errors import PackError
from ...model import Document, Token, TokenKind, record
from .analysis import spots

SURE_NEEDED = 2
"""Sure spoken words that make doubtful ones count."""

_CONJUNCTIONS = "وف"
VARIETIES = {
    "colloquial": "دارج",
    "Egyptian": "مصري",
    "Levantine": "شامي",
    "Gulf": "خليجي",
    "Iraqi": "عراقي",
    "Maghrebi": "مغاربي",
}
"""Their names in Arabic."""


@record
class Colloquial:
    """A spoken form: its variety, the standard word, and whether it speaks for itself."""

    variety: str
    standard: str
    sure: bool


def is_standard(doc: Document) -> bool:
    """Whether the document is in standard Arabic: outside quotations it has fewer than two words
    that are surely spoken."""
    return sum(entry.sure for _, entry in spoken(doc)) < SURE_NEEDED


def spoken(doc: Document) -> list[tuple[Token, Colloquial]]:
    """The spoken forms of the table outside quotations."""
    tokens = (sentence.tokens[place] for sentence, place in spots(doc, _SPOKEN))
    return [
        (token, entry)
        for token in tokens
        if not token.quoted and (entry := entry_of(token.folded)) is not None
    ]


@cache
def lexicon() -> Mapping[str, Colloquial]:
    """Spoken forms by folded form.

    Raises PackError for a row that is not form, variety, standard, evidence.
    """
    entries = {}
    table = files(__package__).joinpath("lexicon/variety.tsv").read_text("utf-8")
    for number, row in enumerate(table.splitlines(), 1):
        if row.startswith("#"):
            continue
        cells = row.split("\t")
        if len(cells) != 4 or cells[1] not in VARIETIES or cells[3] not in ("sure", "helped"):
            raise PackError(f"variety.tsv:{number}: expected form, variety, standard, evidence")
        entries[cells[0]] = Colloquial(cells[1], cells[2], cells[3] == "sure")
    return entries


def entry_of(form: str) -> Colloquial | None:
    """What a folded form is in the table, a conjunction before it apart; None if nothing."""
    entry = lexicon().get(form)
    if entry is None and form[:1] in _CONJUNCTIONS:
        entry = lexicon().get(form[1:])
    return entry


def _is_spoken(form: Form) -> bool:
    return form.kind == TokenKind.WORD and entry_of(form.folded) is not None


_SPOKEN = Condition(_is_spoken)
