"""Sends a problem to whoever asked: JSON to a program, a page to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Locale
from .intake import headers_of
from .locale import asked_for
from .problems import MEDIA_TYPE, RefusedError

if TYPE_CHECKING:
    from starlette.types import Scope, Send


async def answer(refused: RefusedError, scope: Scope, send: Send, default: Locale) -> None:
    """Sends ``refused`` in the client's language and form."""
    headers = headers_of(scope)
    query = scope["query_string"].decode("latin-1")
    locale = asked_for(query, headers.get("accept-language", ""), default)
    if "text/html" in headers.get("accept", ""):
        from .view import problem_page

        body, media = problem_page(refused, locale).encode(), "text/html; charset=utf-8"
    else:
        body, media = refused.body(locale), MEDIA_TYPE
    told = {
        "Content-Type": media,
        "Content-Length": str(len(body)),
        "Content-Language": locale,
        "Cache-Control": "no-store",
        **refused.headers,
    }
    encoded = [(name.lower().encode(), value.encode()) for name, value in told.items()]
    await send(
        {"type": "http.response.start", "status": refused.kind.status.value, "headers": encoded}
    )
    content = b"" if scope["method"] == "HEAD" else body
    await send({"type": "http.response.body", "body": content})
