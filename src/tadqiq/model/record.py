"""Frozen dataclasses with slots, quick to declare and quick to make.

``dataclasses`` compiles six methods or more for a frozen class, 0.4 ms of a start for each of a
hundred classes, and sets attributes by name. Here one method is compiled, the others are made
once, and attributes are set by their slots, in half the time.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")

_ORDER = ("lt", "le", "gt", "ge")


@overload
def record(plain: type[T], /) -> type[T]: ...
@overload
def record(
    *, eq: bool = True, order: bool = False, kw_only: bool = False
) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    plain: type[Any] | None = None,
    /,
    *,
    eq: bool = True,
    order: bool = False,
    kw_only: bool = False,
) -> Any:
    """As ``dataclass(frozen=True, slots=True, …)`` with the same options.

    ``fields``, ``replace``, ``asdict``, copying and pickling do as with any dataclass. What
    inherits from a record must be one too. The class may define any method itself.
    """

    def declare(plain: type[Any]) -> type[Any]:
        plain.__doc__ = plain.__doc__ or plain.__name__  # else it would be made of the signature
        own = frozenset(vars(plain))
        made: type[Any] = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(
            plain
        )
        for name, method in _methods(made, eq=eq, order=order):
            if name not in own:
                setattr(made, name, method)
        return made

    return declare if plain is None else declare(plain)


def _methods(made: type[Any], *, eq: bool, order: bool) -> Iterator[tuple[str, object]]:
    parts = fields(made)
    yield "__init__", _init(made, parts)
    yield "__repr__", _repr([one.name for one in parts if one.repr])
    yield "__setattr__", _refuse_to_set
    yield "__delattr__", _refuse_to_delete
    yield "__getstate__", _state
    yield "__setstate__", _set_state
    if eq:
        compared = _values([one.name for one in parts if one.compare])
        hashed = [one.name for one in parts if (one.compare if one.hash is None else one.hash)]
        yield "__eq__", _comparison(operator.eq, compared)
        yield "__hash__", _hash(_values(hashed))
        for name in _ORDER if order else ():
            yield f"__{name}__", _comparison(getattr(operator, name), compared)


def _init(made: type[Any], parts: tuple[Field[Any], ...]) -> object:
    """The one method whose signature differs from class to class."""
    scope: dict[str, Any] = {"MISSING": MISSING}
    for one in parts:
        scope[f"set_{one.name}"] = getattr(made, one.name).__set__
        scope[f"default_{one.name}"] = one.default
        scope[f"make_{one.name}"] = one.default_factory
    plain = [_parameter(one) for one in parts if one.init and not one.kw_only]
    named = [_parameter(one) for one in parts if one.init and one.kw_only]
    body = [f"set_{one.name}(self, {_value(one)})" for one in parts if one.init or _preset(one)]
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    signature = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    exec(f"def __init__({signature}):\n " + "\n ".join(body or ["pass"]), scope)
    return scope["__init__"]


def _preset(one: Field[Any]) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _parameter(one: Field[Any]) -> str:
    if one.default is not MISSING:
        return f"{one.name}=default_{one.name}"
    return f"{one.name}=MISSING" if _preset(one) else one.name


def _value(one: Field[Any]) -> str:
    name = one.name
    if one.default_factory is not MISSING:
        return f"make_{name}() if {name} is MISSING else {name}" if one.init else f"make_{name}()"
    return name if one.init else f"default_{name}"


def _values(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda self: ()


def _comparison(
    compare: Callable[[Any, Any], Any], values: Callable[[Any], Any]
) -> Callable[[Any, object], Any]:
    def method(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(values(self), values(other))

    return method


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    def method(self: Any) -> int:
        return hash(values(self))

    return method


def _repr(names: list[str]) -> Callable[[Any], str]:
    @recursive_repr()
    def method(self: Any) -> str:
        said = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({said})"

    return method


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """What is pickled: by name it could not be set again."""
    return [getattr(self, one.name) for one in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
