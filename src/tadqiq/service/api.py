"""What programs ask: one check, a batch, the rules, health and figures."""

from __future__ import annotations

import asyncio
from email.message import Message as MimeHeader
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from ..model import Audit, Locale, Message
from ..pipeline import catalogue
from ..report import refusal, reporter
from ..report.catalogue import rule_record
from . import openapi
from .bodies import audit_request, check_request, plain_text
from .house import House
from .problems import INVALID, MEDIA, RefusedError

_WORK = (400, 401, 403, 408, 413, 415, 421, 422, 429)
_READ = (401, 421, 422)

_LocaleQuery = Annotated[
    Locale | None, Query(description="Language of the messages; else Accept-Language, else ours.")
]


def router(house: House) -> APIRouter:
    """The routes of the API."""
    routes = APIRouter()

    @routes.post(
        "/v1/check",
        summary="One article before publication",
        responses=openapi.answers("AuditRecord", _WORK),
        openapi_extra=openapi.body("CheckRequest", text=True),
        response_class=Response,
    )
    async def check(request: Request, locale: _LocaleQuery = None) -> Response:
        """The audit record of the article. Siblings that report the same event prove what
        departs from them; without any, they are looked for in the service's archive, if it has
        one. A text alone may be sent as text/plain."""
        data = await request.body()
        if _media(request, "application/json", "text/plain") == "text/plain":
            request_body = plain_text(data, house.settings)
        else:
            request_body = check_request(data, house.settings)
        article, given = request_body
        siblings = given or await house.worker.siblings(article)
        audit, known = await house.worker.check(article, siblings)
        refuse_rejected(audit)
        return _json(
            await asyncio.to_thread(_rendered, "jsonl", audit, house.locale(request)),
            known=known,
            verdict=house.verdict(audit.articles[0].score.quality),
        )

    @routes.post(
        "/v1/audit",
        summary="A batch, grouped by event and ranked",
        responses=openapi.answers("BatchAudit", _WORK),
        openapi_extra=openapi.body("AuditRequest"),
        response_class=Response,
    )
    async def audit(request: Request, locale: _LocaleQuery = None) -> Response:
        """Every article's record in the order sent, ranked, and what could not be audited."""
        _media(request, "application/json")
        items = audit_request(await request.body(), house.settings)
        result, known = await house.worker.audit(items)
        return _json(
            await asyncio.to_thread(_rendered, "json", result, house.locale(request)), known=known
        )

    @routes.get(
        "/v1/rules",
        summary="What is looked for",
        responses=openapi.answers("Rules", _READ),
        response_class=JSONResponse,
    )
    def rules(
        request: Request,
        lang: Annotated[str, Query(description="BCP 47 language", pattern="^[a-z]{2,3}$")] = "ar",
        locale: _LocaleQuery = None,
    ) -> JSONResponse:
        """The rules of a language."""
        config = house.config
        told = [
            rule_record(rule, config.speaks(rule), house.locale(request))
            for rule in catalogue(lang)
        ]
        return JSONResponse(told)

    @routes.get("/healthz", summary="Whether the service is up", response_class=PlainTextResponse)
    def healthz() -> str:
        """``ok`` once the models are loaded."""
        return "ok\n"

    @routes.get("/metrics", summary="Figures for Prometheus", response_class=PlainTextResponse)
    def metrics() -> Response:
        """Requests, times, memory; no word of an article."""
        return Response(house.metrics.exposition(), media_type=CONTENT_TYPE_LATEST)

    return routes


def refuse_rejected(audit: Audit) -> None:
    """Raises RefusedError where the article of a check could not be audited."""
    if not audit.articles:
        # The reason may quote the text, so it goes to the client and nowhere else.
        reason = audit.rejections[0].reason
        raise RefusedError(INVALID, Message(reason, refusal(reason, "ar")))


def _media(request: Request, *known: str) -> str:
    """The content type of the request, one of ``known``. Raises RefusedError for any other."""
    header = MimeHeader()
    header["content-type"] = request.headers.get("content-type", "")
    given = header.get_content_type() if request.headers.get("content-type") else ""
    charset = str(header.get_param("charset") or "utf-8").lower()
    if given not in known or charset not in ("utf-8", "utf8", "us-ascii"):
        choice = " / ".join(known)
        raise RefusedError(
            MEDIA,
            Message("Send {known} in UTF-8.", "أرسل المحتوى بنوع {known} وبترميز UTF-8.").fill(
                known=choice
            ),
            headers={"Accept": ", ".join(known)},
        )
    return given


def _rendered(form: str, audit: Audit, locale: Locale) -> bytes:
    return b"".join(reporter(form).parts(audit, locale))


def _json(content: bytes, *, known: bool, **told: str) -> Response:
    """A JSON answer; whether it was remembered is said as RFC 9211 has it."""
    headers = {"Cache-Status": f"tadqiq; {'hit' if known else 'fwd=miss'}"}
    headers |= {f"Tadqiq-{name.capitalize()}": value for name, value in told.items()}
    return Response(content, media_type="application/json", headers=headers)
