"""Good text spoiled: by its language's pack, or in what it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import languages, text
from ..model import Article, Spoiling, Spoilt


def spoilt(written: str, lang: str) -> Iterator[tuple[str, Spoilt]]:
    """Every error that can be put into a text, by the name of its class.

    None for a language whose pack cannot spoil. Raises PackError.
    """
    return _spoilt(written, lang, languages.spoilings_of(lang))


def departed(written: str, lang: str) -> Iterator[tuple[str, Spoilt]]:
    """Every way to change one thing that a text states, by the name of its class.

    None in a language without words for facts. Raises PackError.
    """
    from .. import drift

    return _spoilt(written, lang, drift.SPOILINGS)


def _spoilt(written: str, lang: str, spoilings: Sequence[Spoiling]) -> Iterator[tuple[str, Spoilt]]:
    if not spoilings:
        return
    article = Article(id="text", text=written, lang=lang)
    document = text.segment(article, languages.profile_for)
    for spoiling in spoilings:
        for one in spoiling.spoil(document):
            yield spoiling.name, one
