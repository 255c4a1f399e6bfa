"""Finding and loading packs."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

from ..detect import Rule
from ..errors import PackError
from ..model import Profile, record

if TYPE_CHECKING:
    from ..model import Names, Spoiling

_HERE = __name__.rpartition(".")[0]
_SHARED = "shared"


@record
class Pack:
    """One language: its profile and the rules that hold in it, ordered by code."""

    profile: Profile
    rules: tuple[Rule, ...]


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a pack of their own."""
    home = import_module(_HERE)
    found = (name for _, name, is_folder in pkgutil.iter_modules(home.__path__) if is_folder)
    return tuple(sorted(name for name in found if name != _SHARED))


@cache
def profile_for(code: str) -> Profile:
    """The language's profile; for a language without a pack, one by its script."""
    if code in codes():
        profile: Profile = import_module(f"{_HERE}.{code}.profile").PROFILE
        return profile
    generic: Profile = import_module(f"{_HERE}.{_SHARED}.profiles").generic(code)
    return generic


@cache
def names_of(code: str) -> Names | None:
    """How the language finds names; None where its pack cannot."""
    if code not in codes() or find_spec(f"{_HERE}.{code}.named") is None:
        return None
    found: Names = import_module(f"{_HERE}.{code}.named").NAMES
    return found


@cache
def spoilings_of(code: str) -> tuple[Spoiling, ...]:
    """The errors that can be put into the language's good text, by name; none without a pack.

    They are the ``SPOILINGS`` of the modules in the pack's folder ``spoiling``.
    Raises PackError if two bear one name.
    """
    package = f"{_HERE}.{code}.spoiling"
    if code not in codes() or find_spec(package) is None:
        return ()
    home = import_module(package)
    found = sorted(
        (
            spoiling
            for _, name, _ in pkgutil.iter_modules(home.__path__)
            for spoiling in getattr(import_module(f"{package}.{name}"), "SPOILINGS", ())
        ),
        key=lambda one: one.name,
    )
    for one, other in pairwise(found):
        if one.name == other.name:
            raise PackError(f"pack {code}: two spoilings bear the name {one.name!r}")
    return tuple(found)


def remember(code: str) -> None:
    """Keep for later runs what was found out about words of the language, if its pack does."""
    if code in codes() and find_spec(f"{_HERE}.{code}.memory") is not None:
        import_module(f"{_HERE}.{code}.memory").remember()


@cache
def load(code: str) -> Pack:
    """The pack of a language, the shared rules included.

    Raises PackError if two rules bear one code.
    """
    rules = list(_rules_in(f"{_HERE}.{_SHARED}.rules"))
    if code in codes():
        rules += _rules_in(f"{_HERE}.{code}.rules")
    rules.sort(key=lambda rule: rule.code)
    for one, other in pairwise(rules):
        if one.code == other.code:
            raise PackError(f"pack {code}: {one!r} and {other!r} both bear the code {one.code}")
    return Pack(profile_for(code), tuple(rules))


def _rules_in(package: str) -> Iterator[Rule]:
    home = import_module(package)
    for _, name, _ in pkgutil.iter_modules(home.__path__):
        module = import_module(f"{package}.{name}")
        yield from getattr(module, "RULES", ())
        for rule in _rule_classes(module):
            yield rule()


def _rule_classes(module: ModuleType) -> Iterator[type[Rule]]:
    for member in tuple(vars(module).values()):
        if not isinstance(member, type) or member.__module__ != module.__name__:
            continue
        if issubclass(member, Rule) and hasattr(member, "code") and not inspect.isabstract(member):
            yield member
