"""What programs send: the shape of requests, checked, and described in the OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from ..errors import IngestError
from ..ingest.record import article as to_article
from ..ingest.record import parse
from ..model import Article, Message, Rejection
from .problems import INVALID, MALFORMED, RefusedError
from .settings import Settings
from .texts import refuse_text

_Optional = str | None
_Body = TypeVar("_Body", bound=BaseModel)


class ArticleRecord(BaseModel):
    """One article. Fields that are not listed come out again under ``extra``."""

    model_config = ConfigDict(extra="allow", strict=True)

    id: Annotated[str | int | None, Field(description="Given if it is left out.")] = None
    text: Annotated[str, Field(description="Body; offsets count its code points.")]
    title: _Optional = None
    lang: Annotated[_Optional, Field(description="BCP 47; else it is identified.")] = None
    outlet: _Optional = None
    url: _Optional = None
    published: Annotated[_Optional, Field(description="ISO 8601")] = None
    event: Annotated[_Optional, Field(description="Articles with the same event are siblings.")] = (
        None
    )
    source_text: Annotated[_Optional, Field(description="What it was translated from.")] = None
    references: Annotated[list[str] | None, Field(description="Human translations.")] = None


class CheckRequest(BaseModel):
    """An article, and those that may report the same event."""

    model_config = ConfigDict(extra="forbid", strict=True)

    article: ArticleRecord
    siblings: list[ArticleRecord] = []


class AuditRequest(BaseModel):
    """A batch of articles, to be grouped by event, compared and ranked."""

    model_config = ConfigDict(extra="forbid", strict=True)

    articles: Annotated[list[ArticleRecord], Field(min_length=1)]


def check_request(data: bytes, settings: Settings) -> tuple[Article, list[Article]]:
    """The article to check and its siblings. Raises RefusedError."""
    body = _read(CheckRequest, data)
    if len(body.siblings) > settings.siblings:
        raise _too_many("/siblings", settings.siblings)
    article = _article(body.article, "article", "/article", settings)
    siblings = [
        _article(record, f"sibling-{number}", f"/siblings/{number - 1}", settings)
        for number, record in enumerate(body.siblings, 1)
    ]
    _distinct(["/article", *_places("/siblings", siblings)], [article, *siblings])
    return article, siblings


def audit_request(data: bytes, settings: Settings) -> list[Article | Rejection]:
    """The batch; what in it cannot be audited is a rejection. Raises RefusedError."""
    body = _read(AuditRequest, data)
    if len(body.articles) > settings.batch:
        raise _too_many("/articles", settings.batch)
    items: list[Article | Rejection] = []
    for number, record in enumerate(body.articles, 1):
        place = f"/articles/{number - 1}"
        try:
            items.append(_article(record, f"article-{number}", place, settings))
        except RefusedError as refused:
            why = "; ".join(detail for _, detail in refused.errors)
            items.append(Rejection(place, why or refused.detail.en))
    articles = [item for item in items if isinstance(item, Article)]
    _distinct([item.origin for item in articles], articles)
    return items


def plain_text(data: bytes, settings: Settings) -> tuple[Article, list[Article]]:
    """The article that a text alone is, and no sibling. Raises RefusedError."""
    return _article(ArticleRecord(text=_decoded(data)), "article", "", settings), []


def _read(model: type[_Body], data: bytes) -> _Body:
    _decoded(data)
    try:
        return model.model_validate(parse(data))
    except IngestError as error:
        raise RefusedError(MALFORMED, _message(str(error), "ليس نص JSON سليمًا")) from error
    except ValidationError as error:
        wrong = tuple((_pointer(one), one["msg"]) for one in error.errors(include_input=False))
        raise _invalid(wrong) from error


def _decoded(data: bytes) -> str:
    """JSON on the network is UTF-8 (RFC 8259), and so is text here."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(
            MALFORMED,
            Message(
                "The body is not valid UTF-8 from byte {place} on; encode it as UTF-8.",
                "المحتوى ليس بترميز UTF-8 سليم ابتداءً من البايت {place}؛ أرسله بترميز UTF-8.",
            ).fill(place=str(error.start)),
        ) from error


def _article(record: ArticleRecord, name: str, place: str, settings: Settings) -> Article:
    values: dict[str, Any] = record.model_dump(exclude_none=True)
    if not str(values.get("id", "")).strip():
        values["id"] = name
    refuse_text(values["text"], settings.characters)
    try:
        return to_article(values, origin=place)
    except IngestError as error:
        raise _invalid(((place, str(error)),)) from error


def _distinct(places: list[str], articles: list[Article]) -> None:
    seen: dict[str, str] = {}
    for place, article in zip(places, articles, strict=True):
        if article.id in seen:
            why = f"the id is that of {seen[article.id]} too; give every article its own"
            raise _invalid(((f"{place}/id", why),))
        seen[article.id] = place


def _places(root: str, articles: list[Article]) -> list[str]:
    return [f"{root}/{number}" for number in range(len(articles))]


def _pointer(error: ErrorDetails) -> str:
    return "".join(f"/{part}" for part in error["loc"])


def _invalid(errors: tuple[tuple[str, str], ...]) -> RefusedError:
    told = "; ".join(f"{pointer or '/'}: {detail}" for pointer, detail in errors[:3])
    return RefusedError(INVALID, _message(told, "في الطلب حقل ناقص أو غير صالح"), errors=errors)


def _too_many(pointer: str, limit: int) -> RefusedError:
    return _invalid(((pointer, f"more than {limit}; send fewer at once"),))


def _message(detail: str, arabic: str) -> Message:
    """What a program did wrong is told to its programmer in English, whatever the language."""
    return Message(detail, f"{arabic} ({detail})")
