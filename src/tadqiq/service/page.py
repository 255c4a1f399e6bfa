"""The page for editors. It works without a script; with one, it feels quicker."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from ..correct import apply
from ..model import Article, ArticleAudit, Audit, Finding, Locale
from ..pipeline import catalogue
from ..report import Layout, reporter
from .api import refuse_rejected
from .draft import Draft, draft_of
from .forms import Form, read_form
from .house import House
from .problems import RefusedError
from .view import Note, form_page, result_page
from .words import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_STATIC = {
    "page.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_REPORTS = {"html": "text/html; charset=utf-8", "json": "application/json"}
_PLACES = 12  # for siblings, at most, on the form


def router(house: House) -> APIRouter:
    """The routes of the page."""
    routes = APIRouter()

    @routes.api_route("/", methods=["GET", "HEAD"])
    def start(request: Request) -> HTMLResponse:
        return _html(form_page(_locale(request, "")))

    @routes.post("/")
    async def work(request: Request) -> Response:
        form = read_form(request.headers.get("content-type", ""), await request.body())
        locale = _locale(request, form.get("switch") or form.get("locale"))
        try:
            return await _Desk(house, form, locale).answer()
        except RefusedError as refused:
            return _again(form, locale, refused)

    @routes.api_route("/static/{name}", methods=["GET", "HEAD"])
    def static(name: str) -> Response:
        if name not in _STATIC:
            raise HTTPException(404)
        content = (files(__package__) / "static" / name).read_bytes()
        return Response(content, media_type=_STATIC[name], headers={"Cache-Control": "no-cache"})

    return routes


class _Desk:
    """One request of an editor: what is to be done with the draft, and the page after it."""

    def __init__(self, house: House, form: Form, locale: Locale) -> None:
        self._house, self._form, self._locale = house, form, locale

    async def answer(self) -> Response:
        """The page or report that the pressed button asks for. Raises RefusedError."""
        verb, _, rest = self._form.get("do").partition(":")
        if verb in ("add", "edit"):
            return self._edited(more=verb == "add")
        draft = draft_of(self._form, self._house.settings, self._locale)
        if verb == "undo" and draft.before:
            draft = replace(draft.with_text(draft.before), before="")
            return await self._result(draft, self._say("undone"))
        audit = await self._audited(draft)
        if verb == "report" and rest in _REPORTS:
            return await asyncio.to_thread(self._report, audit, rest)
        if verb == "accept":
            return await self._accepted(draft, audit, rest)
        if verb == "safe":
            return await self._made_safe(draft, audit)
        done = replace(self._say("done", count=_count(audit)), quiet=True)
        return await self._result(draft, done)

    def _edited(self, *, more: bool) -> Response:
        """The form again, with what stands in it."""
        texts = self._form.all("sibling")
        empty = sum(not text.strip() for text in texts) + more
        page = form_page(
            self._locale,
            text=self._form.get("text"),
            known=self._form.get("about"),
            siblings=_siblings(self._form),
            empty=min(max(empty, 1), _PLACES),
        )
        return _html(page)

    async def _accepted(self, draft: Draft, audit: Audit, chosen: str) -> Response:
        """One correction made, and the text audited again."""
        code, start, end, index = [*chosen.split(":"), "", "", "", ""][:4]
        for finding in audit.articles[0].findings:
            named = (finding.code, str(finding.span.start), str(finding.span.end))
            if named == (code, start, end) and index in map(str, range(len(finding.suggestions))):
                wished = replace(finding, suggestions=(finding.suggestions[int(index)],))
                made = apply(draft.article.text, [wished], unsafe=True)
                return await self._result(draft.with_text(made.text), self._told_of(wished))
        return await self._result(draft, Note(word("vanished").to(self._locale), bad=True))

    async def _made_safe(self, draft: Draft, audit: Audit) -> Response:
        beside = await self._beside(draft)
        after, _ = await self._house.worker.correct(draft.article, beside)
        refuse_rejected(after)
        made = _safe(audit) - _safe(after)
        changed = draft.with_text(after.articles[0].document.text)
        return await self._result(changed, self._say("accepted_safe", count=made))

    async def _result(self, draft: Draft, note: Note) -> Response:
        beside = await self._beside(draft)
        audited = (await self._audited(draft)).articles[0]
        # In a thread: a long article must not keep others from being answered.
        page = await asyncio.to_thread(
            result_page, self._locale, draft, audited, beside, self._house.config, note
        )
        return _html(page)

    async def _audited(self, draft: Draft) -> Audit:
        beside = await self._beside(draft)
        audit, _ = await self._house.worker.check(draft.article, beside)
        refuse_rejected(audit)
        return audit

    async def _beside(self, draft: Draft) -> Sequence[Article]:
        """The siblings given, else those of the archive."""
        return draft.siblings or await self._house.worker.siblings(draft.article)

    def _report(self, audit: Audit, form: str) -> Response:
        thresholds = self._house.config.thresholds
        layout = Layout(
            publish=thresholds.publish,
            review=thresholds.review,
            rules=catalogue,
        )
        content = b"".join(reporter(form, layout).parts(audit, self._locale))
        headers = {"Content-Disposition": f'attachment; filename="tadqiq-report.{form}"'}
        return Response(content, media_type=_REPORTS[form], headers={**_PRIVATE, **headers})

    def _told_of(self, finding: Finding) -> Note:
        replacement = finding.suggestions[0].replacement
        if not replacement:
            return self._say("removed", quote=finding.quote)
        return self._say("accepted", quote=finding.quote, replacement=replacement)

    def _say(self, name: str, **values: object) -> Note:
        filled = word(name).fill(**{key: str(value) for key, value in values.items()})
        return Note(filled.to(self._locale))


_PRIVATE: Mapping[str, str] = {"Cache-Control": "no-store"}


def _html(page: str, status: int = 200, headers: Mapping[str, str] = _PRIVATE) -> HTMLResponse:
    content = page.encode("utf-8", "replace")
    return HTMLResponse(content, status_code=status, headers={**_PRIVATE, **headers})


def _again(form: Form, locale: Locale, refused: RefusedError) -> Response:
    """The form as it was sent, with what was wrong."""
    page = form_page(
        locale,
        text=form.get("text"),
        known=form.get("about"),
        siblings=_siblings(form),
        note=Note(refused.detail.to(locale), bad=True),
    )
    return _html(page, refused.kind.status.value, refused.headers)


def _siblings(form: Form) -> list[Article]:
    """The siblings as they stand in the form, whatever they are."""
    return [Article(id="sibling", text=text) for text in form.all("sibling") if text.strip()]


def _locale(request: Request, given: str) -> Locale:
    """What the form or the address says, else Arabic: the editors' own language."""
    if given == "en" or (not given and request.query_params.get("locale") == "en"):
        return "en"
    return "ar"


def _count(audit: Audit) -> int:
    return len(audit.articles[0].findings)


def _safe(audit: Audit) -> int:
    """How many findings have a correction that no editor need look at."""
    article: ArticleAudit = audit.articles[0]
    return sum(any(one.safe for one in found.suggestions[:1]) for found in article.findings)
