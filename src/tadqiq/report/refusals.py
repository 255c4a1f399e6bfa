"""Why an input was not audited, in the language of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ..model import Locale

_PLACE = re.compile(r"\\\{\d\\\}")
_DEEPEST = 4  # reasons inside reasons


def refusal(reason: str, locale: Locale) -> str:
    """``reason`` as a person reads it in ``locale``.

    Readers and the fetcher say why in English; that text is the key of its Arabic, as it is for
    gettext. What nothing is known of, such as the words of another program, stays as it is.
    """
    return _arabic(reason, _DEEPEST) if locale == "ar" else reason


def _arabic(reason: str, depth: int) -> str:
    for pattern, text in _known() if depth else ():
        found = pattern.fullmatch(reason)
        if found:
            parts = enumerate(found.groups(), 1)
            for number, part in parts:
                text = text.replace(f"{{{number}}}", _arabic(part, depth - 1))  # noqa: PLW2901
            return text
    return reason


@cache
def _known() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every reason with its Arabic; the more of it is fixed, the sooner it is tried."""
    return tuple(sorted(_patterns(), key=lambda entry: -len(_bare(entry[0].pattern))))


def _patterns() -> Iterator[tuple[re.Pattern[str], str]]:
    import tomllib

    texts = files(__package__).joinpath("refusals.toml").read_text("utf-8")
    for english, arabic in tomllib.loads(texts).items():
        yield re.compile(_PLACE.sub("(.+?)", re.escape(english)), re.DOTALL), arabic


def _bare(pattern: str) -> str:
    return pattern.replace("(.+?)", "").replace("\\", "")
