"""One article record, as JSON gives it -> an article."""

from __future__ import annotations

import json
import re
from datetime import datetime
from math import isfinite

from ..errors import IngestError
from ..model import Article
from .bounds import refuse_unauditable
from .encoding import decode
from .metadata import compose, moment, primary
from .provenance import by_tag

_KNOWN = frozenset(
    [
        "id",
        "text",
        "title",
        "lang",
        "outlet",
        "url",
        "published",
        "event",
        "source_text",
        "references",
        "declared_mt",
    ]
)
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ANNOTATIONS = ("spans", "findings")


def parse(data: bytes) -> object:
    """The JSON value in ``data``, in any encoding; lone surrogates become U+FFFD.

    Raises IngestError for what is no JSON, NaN and infinities included.
    """
    return value_of(decode(data).text)


def value_of(text: str) -> object:
    """The JSON value in ``text``, as ``parse`` gives it. Raises IngestError."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}"
        raise IngestError(f"not valid JSON: {error.msg}, {place}") from error
    except ValueError as error:  # a number that is no JSON number, or has too many digits
        raise IngestError(f"not valid JSON: {error}") from error
    except RecursionError as error:
        raise IngestError("not valid JSON: nested too deeply") from error
    return _without_surrogates(value) if _ESCAPED_SURROGATE.search(text) else value


def is_annotation(value: object) -> bool:
    """Whether ``value`` speaks about an article instead of holding one."""
    return (
        isinstance(value, dict)
        and "text" not in value
        and any(map(value.__contains__, _ANNOTATIONS))
    )


def article(value: object, *, origin: str) -> Article:
    """The article of one record; fields we don't know are kept in ``extra``.

    Null and the empty string stand for an optional field that is not there. An integer id
    is taken as its digits. A language tag that says more than its primary language is kept
    in ``extra`` as ``declared_lang``, and may declare machine translation, as ``declared_mt``
    does. Raises IngestError for a field that is missing or wrong.
    """
    if not isinstance(value, dict):
        raise IngestError(f"not an article record: expected an object, found {_kind(value)}")
    title = _optional(value, "title")
    text = compose(title, _required(value, "text"))
    refuse_unauditable(text)
    extra = {name: field for name, field in value.items() if name not in _KNOWN}
    tag = _optional(value, "lang")
    lang = primary(tag) if tag else None
    declared = by_tag(tag)
    extra = {**declared.details, **extra}
    if tag and tag != lang:
        extra.setdefault("declared_lang", tag)
    return Article(
        id=_id(value),
        text=text,
        origin=origin,
        title=title,
        lang=lang,
        outlet=_optional(value, "outlet"),
        url=_optional(value, "url"),
        published=_published(value),
        event=_optional(value, "event"),
        source_text=_optional(value, "source_text"),
        references=_references(value),
        declared_mt=_declared_mt(value, declared.machine),
        extra=extra,
    )


def _id(record: dict[str, object]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = _required(record, "id")
    if not found.strip():
        raise IngestError('field "id" is empty; give every article its own')
    return found


def _required(record: dict[str, object], name: str) -> str:
    if name not in record:
        raise IngestError(f'field "{name}" is missing; an article record needs "id" and "text"')
    value = record[name]
    if not isinstance(value, str):
        raise IngestError(f'field "{name}" must be a string, found {_kind(value)}')
    return value


def _optional(record: dict[str, object], name: str) -> str | None:
    if record.get(name) is None:
        return None
    return _required(record, name) or None


def _published(record: dict[str, object]) -> datetime | None:
    given = _optional(record, "published")
    if given is None:
        return None
    try:
        return moment(given)
    except ValueError as error:
        raise IngestError(
            f'field "published" must be an ISO 8601 time such as 2025-07-04T18:30:00Z, '
            f"found {given[:40]!r}"
        ) from error


def _declared_mt(record: dict[str, object], by_language: bool | None) -> bool | None:
    value = record.get("declared_mt")
    if value is None:
        return by_language
    if not isinstance(value, bool):
        raise IngestError(f'field "declared_mt" must be true or false, found {_kind(value)}')
    return value


def _references(record: dict[str, object]) -> tuple[str, ...]:
    value = record.get("references")
    if value is None:
        return ()
    if not isinstance(value, list):
        raise IngestError(f'field "references" must be a list of strings, found {_kind(value)}')
    texts = tuple(text for text in value if isinstance(text, str))
    if len(texts) < len(value):
        raise IngestError('field "references" must be a list of strings; not all of it is')
    return texts


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value)) or ("a list" if isinstance(value, list) else "an object")


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(f"{digits[:40]} is too large a number")
    return value


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {
            str(_without_surrogates(name)): _without_surrogates(item)
            for name, item in value.items()
        }
    return value
