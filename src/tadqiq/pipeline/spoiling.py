"""Good text spoiled by its language's pack."""

from __future__ import annotations

from collections.abc import Iterator

from .. import languages, text
from ..model import Article, Spoilt


def spoilt(written: str, lang: str) -> Iterator[tuple[str, Spoilt]]:
    """Every error that can be put into a text, by the name of its class.

    None for a language whose pack cannot spoil. Raises PackError.
    """
    spoilings = languages.spoilings_of(lang)
    if not spoilings:
        return
    article = Article(id="text", text=written, lang=lang)
    document = text.segment(article, languages.profile_for)
    for spoiling in spoilings:
        for one in spoiling.spoil(document):
            yield spoiling.name, one
