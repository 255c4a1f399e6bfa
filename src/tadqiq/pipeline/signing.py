"""What made a result: a digest of our own files, and of what the newsroom set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from .. import score
from ..config import Config
from ..opinion import SecondOpinion

_BEARING = ("detect", "drift", "events", "facts", "languages", "model", "score", "text")


def settings_digest(
    config: Config, terms: Mapping[str, str], opinion: SecondOpinion | None
) -> Mapping[str, str]:
    """What the newsroom set that bears on the findings, as one digest; nothing by default."""
    bearing = (
        config.severities,
        sorted(config.allow),
        sorted(terms.items()),
        config.suppressions,
        opinion.digest if opinion else "",
    )
    return {"set": score.digest([repr(bearing)])} if any(bearing) else {}


@cache
def source_digest() -> str:
    """Changes with any rule, lexicon or piece of the rule machinery."""
    found: Mapping[str, bytes] = {
        name: data for room in _BEARING for name, data in _contents(files("tadqiq") / room, room)
    }
    return score.digest(
        f"{name}\n{sha256(data).hexdigest()}" for name, data in sorted(found.items())
    )


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _contents(entry, name)
        elif entry.name.endswith((".py", ".tsv", ".toml")):
            yield name, entry.read_bytes()
