"""Constructions carried over word by word: the patterns of the pack's TOML files."""

from __future__ import annotations

from importlib.resources import files

from ....detect import load_rules
from ....model import Token
from ..analysis import analysed
from ..lexis import LEXIS

_FOLDER = files(__package__.rpartition(".")[0]).joinpath("constructions")


def _not_inflected(token: Token, lemma: str) -> None:
    """No form is sure: a correction that needs one is left out."""


RULES = load_rules(
    sorted(
        (file for file in _FOLDER.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    ),
    lang="ar",
    analyse=analysed,
    inflect=_not_inflected,
    proclitics=LEXIS.proclitics,
)
