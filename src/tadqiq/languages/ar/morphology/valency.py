"""What verbs take: Arramooz says which have no object, and which have no person for one."""

from __future__ import annotations

from functools import cache, lru_cache
from sqlite3 import Connection

from .lexicon import words
from .resources import open_arramooz


@lru_cache(maxsize=1 << 14)
def takes_no_object(verb: str) -> bool:
    """Whether no verb spelt so takes a direct object («اندلع», «فاز»)."""
    if verb in words("loosely_transitive_verbs"):
        return False
    entries = _entries(verb)
    listed = verb in words("intransitive_verbs")
    return listed or (bool(entries) and not any(some for some, _ in entries))


@lru_cache(maxsize=1 << 14)
def takes_no_person(verb: str) -> bool:
    """Whether no verb spelt so takes a person for its object («أكد», «افتتح»)."""
    if verb in words("loosely_transitive_verbs"):
        return False
    entries = _entries(verb)
    listed = verb in words("speaking_verbs") | words("intransitive_verbs")
    return listed or (bool(entries) and not any(person for _, person in entries))


def _entries(verb: str) -> tuple[tuple[bool, bool], ...]:
    """Of every verb spelt so: whether it takes an object, and a person for one."""
    query = "SELECT transitive, think_trans FROM verbs WHERE unvocalized = ?"
    return tuple((bool(some), bool(person)) for some, person in _verbs().execute(query, (verb,)))


@cache
def _verbs() -> Connection:
    return open_arramooz("arabicdictionary")
