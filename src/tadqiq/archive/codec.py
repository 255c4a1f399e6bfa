"""Values of the model to compressed JSON and back, to the bit.

A field is written under its name, so that an archive outlives fields that are added with a
default. Numbers come back as they were: JSON keeps every digit of a float.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")
_Reader = Callable[[Any], Any]
_AS_IN_JSON = frozenset({NoneType, bool, int, float, str})
_KINDS = 1 << 10  # types whose fields are remembered
_FAST = 1  # zlib's level: three times as fast as the default, and hardly larger for short texts


def plain(value: object) -> dict[str, Any]:
    """A frozen dataclass as JSON has it, its fields by name."""
    return cast("dict[str, Any]", _plain(value))


def encode(value: object) -> bytes:
    """A frozen dataclass as bytes; what JSON has no word for becomes its text."""
    plain = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(plain.encode("utf-8", "surrogatepass"), _FAST)


def decode(kind: Callable[..., _Value], data: bytes) -> _Value:
    """The value that ``encode`` made ``data`` of.

    Raises ValueError where ``data`` is damaged or holds something else.
    """
    try:
        plain = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        return cast(_Value, _reader(kind)(plain))
    except (zlib.error, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{getattr(kind, '__name__', kind)}: {error}") from error


def _plain(value: object) -> object:
    kind: Any = type(value)
    if kind in _AS_IN_JSON:
        return value
    names = _fields(kind)
    if names is None:
        return _of_no_fields(value)
    return {name: _plain(getattr(value, name)) for name in names}


def _of_no_fields(value: object) -> object:
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence | set | frozenset) and not isinstance(value, bytes | bytearray):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime) else str(value)


@lru_cache(maxsize=_KINDS)
def _fields(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None for any other type."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else None


@cache
def _reader(kind: Any) -> _Reader:
    """What makes a value of ``kind`` from plain JSON; made once a type."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = [one for one in get_args(kind) if one is not NoneType]
        return _optional(_reader(inner[0])) if len(inner) == 1 else _as_it_is
    if origin is tuple:
        return _tuple(_reader(get_args(kind)[0]))
    if isinstance(kind, type):
        if is_dataclass(kind):
            return _dataclass(kind)
        if issubclass(kind, Enum):
            return kind
        if issubclass(kind, datetime):
            return datetime.fromisoformat
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _optional(read: _Reader) -> _Reader:
    return lambda value: None if value is None else read(value)


def _tuple(read: _Reader) -> _Reader:
    return lambda values: tuple(read(value) for value in values)


def _dataclass(kind: type) -> _Reader:
    hints = get_type_hints(kind)
    parts = [(one.name, _reader(hints[one.name]), _required(one)) for one in fields(kind)]

    def read(value: Any) -> Any:
        return kind(
            **{
                name: convert(value[name])
                for name, convert, required in parts
                if required or name in value
            }
        )

    return read


def _required(one: Any) -> bool:
    return one.default is MISSING and one.default_factory is MISSING
