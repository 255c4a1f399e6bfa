"""Renders the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import babel
from jinja2 import DictLoader, Environment, StrictUndefined

from ..config import Config
from ..model import Article, ArticleAudit, Locale
from .draft import Draft, about
from .problems import RefusedError
from .shown import show
from .words import word, words


@dataclass(frozen=True, slots=True)
class Note:
    """What the last request came to; ``bad`` if it failed, ``quiet`` where the page itself shows
    it, so that only screen readers need be told."""

    text: str
    bad: bool = False
    quiet: bool = False


_QUIET = Note("")


def form_page(
    locale: Locale,
    *,
    text: str = "",
    known: str = "",
    siblings: Sequence[Article] = (),
    empty: int = 1,
    note: Note = _QUIET,
) -> str:
    """The page on which an article is pasted or opened, with ``empty`` places for siblings."""
    return _render(
        "form.html",
        locale,
        text=text,
        known=known,
        siblings=[(one.text, about(one)) for one in siblings],
        empty=empty,
        note=note,
    )


def result_page(
    locale: Locale,
    draft: Draft,
    audited: ArticleAudit,
    beside: Sequence[Article],
    config: Config,
    note: Note = _QUIET,
) -> str:
    """The page on which the findings of an article are seen and corrected; ``beside`` are the
    articles that it was compared with."""
    doc = audited.document
    return _render(
        "result.html",
        locale,
        draft=draft,
        known=about(draft.article),
        siblings=[(one.text, about(one)) for one in draft.siblings],
        audited=audited,
        shown=show(audited, beside, locale),
        verdict=_verdict(audited, config),
        compared=bool(audited.event.siblings(doc.id)),
        language="" if doc.lang == "ar" else language_name(doc.lang, locale),
        note=note,
    )


def _verdict(audited: ArticleAudit, config: Config) -> str:
    """What the newsroom's thresholds say; a short text is no proof of quality."""
    verdict = config.thresholds.verdict(audited.score.quality)
    return "unsure" if verdict == "publish" and not audited.score.reliable else verdict


def problem_page(refused: RefusedError, locale: Locale) -> str:
    """The page that says what was wrong with a request."""
    return _render(
        "problem.html",
        locale,
        title=refused.kind.title.to(locale),
        detail=refused.detail.to(locale),
        note=_QUIET,
    )


def language_name(code: str, locale: Locale) -> str:
    """What a language is called; one that nobody knows goes by its code."""
    try:
        return babel.Locale.parse(code).get_display_name(locale) or code
    except (babel.UnknownLocaleError, ValueError):
        return code


def _render(name: str, locale: Locale, **values: object) -> str:
    template = _environment().get_template(name)
    return template.render(
        locale=locale,
        other="en" if locale == "ar" else "ar",
        other_name=word("other_locale").to(locale),
        direction="rtl" if locale == "ar" else "ltr",
        w=words(locale),
        **values,
    )


@cache
def _environment() -> Environment:
    folder = files(__package__) / "templates"
    sources = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".html")
    }
    return Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
