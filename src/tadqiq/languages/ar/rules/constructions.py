"""Constructions carried over word by word: the patterns of the pack's TOML files."""

from __future__ import annotations

from importlib.resources import files

from ....detect import load_rules
from ..analysis import analysed
from ..correction import conjugated
from ..lexis import LEXIS
from ..variety import is_standard

_FOLDER = files(__package__.rpartition(".")[0]).joinpath("constructions")


RULES = load_rules(
    sorted(
        (file for file in _FOLDER.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    ),
    lang="ar",
    analyse=analysed,
    inflect=conjugated,
    proclitics=LEXIS.proclitics,
    is_standard=is_standard,
)
