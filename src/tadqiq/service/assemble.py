"""The layers of the service, from the outside in: front, intake, routes."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from .. import __version__
from ..archive import Archive
from ..config import Config
from ..languages import load
from ..model import Article, Message
from ..pipeline import Auditor
from . import api, openapi, page
from .answers import answer
from .front import Front
from .house import House
from .intake import Intake
from .metrics import Metrics
from .problems import INVALID, MALFORMED, METHOD, NOT_FOUND, RefusedError, failed
from .settings import Settings
from .worker import Worker

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_DESCRIPTION = (
    "Audits machine-translated news without its source: one article before publication, or a "
    "batch. Offsets count Unicode code points of the audited text, end exclusive."
)
_NO_ROUTE = Message(
    "See /openapi.json for what there is.", "انظر الصفحة الرئيسية أو /openapi.json."
)
_NO_METHOD = Message("See the Allow header.", "انظر الترويسة Allow.")


def assemble(config: Config, settings: Settings) -> ASGIApp:
    """The service with its models loaded. Raises TadqiqError."""
    if settings.archive is not None:
        Archive.open(settings.archive).close()  # what is wrong with it is better known now
    metrics = Metrics()
    worker = Worker(Auditor(config), settings, metrics)
    worker.warm(_samples())
    gc.collect()
    gc.freeze()  # the lexicons stay: searching them for garbage would only hold up a check
    house = House(settings, config, worker, metrics)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        worker.close()

    app = FastAPI(
        title="tadqiq",
        version=__version__,
        description=_DESCRIPTION,
        lifespan=life,
        openapi_url=None,  # its pages load scripts from elsewhere
        redirect_slashes=False,
    )
    app.include_router(api.router(house))
    app.include_router(page.router(house), include_in_schema=False)
    app.include_router(openapi.router(app, keyed=bool(settings.keys)), include_in_schema=False)
    _answer_errors(app, house)
    return Front(Intake(app, settings), metrics, config.locale)


class _Answer(Response):
    """A problem as a response; it sees the request only when it is sent."""

    def __init__(self, refused: RefusedError, house: House) -> None:
        super().__init__(status_code=refused.kind.status)
        self._refused, self._house = refused, house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await answer(self._refused, scope, send, self._house.config.locale)


def _answer_errors(app: FastAPI, house: House) -> None:
    """Every error becomes a problem, those of the framework too."""

    async def refused(request: Request, error: Exception) -> Response:
        return _Answer(_as_refused(error), house)

    for kind in (RefusedError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, refused)


def _as_refused(error: Exception) -> RefusedError:
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, RequestValidationError):
        told = tuple(("/".join(map(str, one["loc"])), str(one["msg"])) for one in error.errors())
        detail = "; ".join(f"{place}: {what}" for place, what in told)
        return RefusedError(
            INVALID, Message(detail, f"في الطلب حقل غير صالح ({detail})"), errors=told
        )
    if isinstance(error, HTTPException):
        if error.status_code == HTTPStatus.NOT_FOUND:
            return RefusedError(NOT_FOUND, _NO_ROUTE)
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return RefusedError(METHOD, _NO_METHOD, headers=error.headers)
        if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            return RefusedError(MALFORMED, Message(str(error.detail), "تعذّر فهم الطلب"))
    return failed()


def _samples() -> list[Article]:
    """Two texts that bring every rule of Arabic into play: its own examples."""
    rules = load("ar").rules
    sides = [(rule.flags[0], rule.passes[0]) for rule in rules if rule.flags and rule.passes]
    texts = ("\n".join(side) for side in zip(*sides, strict=True))
    return [
        Article(id=f"sample-{number}", text=text, lang="ar", event="sample")
        for number, text in enumerate(texts)
    ]
