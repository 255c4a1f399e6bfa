"""Made-up articles: as many as are asked for, all different, always the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from random import Random

from ..model import Article

PER_EVENT = 5
"""Articles that report one happening."""

_LEAST_WORDS = 500
_OWN_WORDS = 0.2  # share of the sentences that one outlet alone has


def articles(count: int, *, seed: int = 1) -> Iterator[Article]:
    """``count`` Arabic articles of some 500 words, five an event.

    The articles of one event share names, figures and most of what they say; no two share a
    sentence, as outlets rarely do, so that nothing is embedded once for several. They say
    themselves which event they report: what is made up of the same phrases is all alike.
    """
    for number in range(count):
        event, outlet = divmod(number, PER_EVENT)
        text = _text(seed, event, outlet)
        yield Article(id=f"a{number}", text=text, lang="ar", event=f"e{event}")


def _text(seed: int, event: int, outlet: int) -> str:
    shared = Random(f"{seed}/{event}")
    own = Random(f"{seed}/{event}/{outlet}")
    told = _facts(shared)
    opening = _texts("outlet")[outlet]
    lines: list[str] = []
    words = 0
    for place in range(4 * len(_texts("sentences"))):
        sentence = shared.choice(_texts("sentences"))
        facts = _facts(own) if own.random() < _OWN_WORDS else told | {"n": _number(shared)}
        line = sentence.format(**facts)
        # What outlets say alike they say in words of their own.
        lines.append(line if place % PER_EVENT == outlet else f"{opening} {_inside(line)}")
        words += len(lines[-1].split())
        if words >= _LEAST_WORDS:
            break
    return "\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))


def _facts(random: Random) -> dict[str, str]:
    names = {name: random.choice(_texts(name)) for name in ("who", "where", "body", "topic", "day")}
    return names | {"n": _number(random)}


def _number(random: Random) -> str:
    return str(random.randrange(11, 98))


def _inside(sentence: str) -> str:
    """The sentence without the «و» that would join it to another."""
    return sentence.removeprefix("و")


def _texts(name: str) -> Sequence[str]:
    found: Sequence[str] = _tables()[name]
    return found


@cache
def _tables() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(__package__).joinpath("sentences.toml").read_text("utf-8"))
