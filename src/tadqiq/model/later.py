"""Names of a package whose modules are loaded when somebody first asks for one of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def later(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """``__getattr__`` for ``package``: which of its modules holds each name.

    A start loads what it needs and no more. The package imports the same names under
    ``TYPE_CHECKING``, so that type checkers and editors see no difference.
    """

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, found)  # asked for once
        return found

    return find
