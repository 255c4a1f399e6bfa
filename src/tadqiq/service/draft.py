"""What an editor is working on, as the form carries it from one request to the next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePath

from ..errors import IngestError
from ..ingest import read
from ..ingest.record import article as to_article
from ..model import Article, Locale
from .forms import Form, Upload
from .problems import INVALID, RefusedError
from .settings import Settings
from .texts import refuse_text
from .words import word

_CARRIED = ("title", "lang", "outlet", "url", "event")
_OWN = "article"
_NAME = 60  # characters of a sibling's name


@dataclass(frozen=True, slots=True)
class Draft:
    """The article as it stands, the articles beside it, and the text before the last change."""

    article: Article
    siblings: tuple[Article, ...] = ()
    before: str = ""

    def with_text(self, text: str) -> Draft:
        """The same draft after a change of its text."""
        changed = replace(self.article, text=text)
        return replace(self, article=changed, before=self.article.text)


def draft_of(form: Form, settings: Settings, locale: Locale) -> Draft:
    """The draft in ``form``; an uploaded file stands for the text. Raises RefusedError.

    Siblings go by the name that an editor knows them by, as messages speak of them.
    """
    article = _given(form, settings)
    siblings = [one for one in _beside(form, settings) if one.text != article.text]
    if len(siblings) > settings.siblings:
        message = word("too_many").fill(count=str(settings.siblings))
        raise RefusedError(INVALID, message)
    return Draft(article, tuple(_named(siblings, locale)), form.get("before"))


def about(article: Article) -> str:
    """What is known of an article besides its text, as the form carries it."""
    known = {name: getattr(article, name) for name in _CARRIED if getattr(article, name)}
    if article.published:
        known["published"] = article.published.isoformat()
    return json.dumps(known, ensure_ascii=False)


def _given(form: Form, settings: Settings) -> Article:
    for upload in form.uploads("file"):
        articles = list(_uploaded(upload, settings))
        if len(articles) != 1:
            raise RefusedError(INVALID, word("many_articles").fill(count=str(len(articles))))
        return replace(articles[0], id=_OWN)
    text = form.get("text")
    refuse_text(text, settings.characters)
    return _carried(text, form.get("about"), _OWN)


def _beside(form: Form, settings: Settings) -> Iterator[Article]:
    known = form.all("sibling_about")
    for number, text in enumerate(form.all("sibling")):
        if text.strip():
            refuse_text(text, settings.characters)
            yield _carried(text, known[number] if number < len(known) else "", "")
    for upload in form.uploads("sibling_file"):
        yield from _uploaded(upload, settings)


def _carried(text: str, known: str, name: str) -> Article:
    """The article of a text and of what the form carried about it; nonsense there is dropped."""
    record: dict[str, object] = {}
    try:
        record = json.loads(known) if known else {}
        found = to_article({**record, "text": text, "id": name or "sibling"}, origin="")
    except (ValueError, TypeError, RecursionError, IngestError):
        return Article(id=name or "sibling", text=text)
    # The text carried has its title in it already.
    return replace(found, text=text)


def _uploaded(upload: Upload, settings: Settings) -> Iterator[Article]:
    name = PurePath(upload.name.replace("\\", "/")).stem or upload.name
    for item in read(["-"], stdin=BytesIO(upload.data)):
        if not isinstance(item, Article):
            told = word("unreadable").fill(name=upload.name[:80], reason=item.reason)
            raise RefusedError(INVALID, told)
        text = item.text.replace("\r\n", "\n")
        refuse_text(text, settings.characters)
        yield replace(item, text=text, title=item.title or name, origin="")


def _named(siblings: list[Article], locale: Locale) -> Iterator[Article]:
    taken = {_OWN}
    for number, sibling in enumerate(siblings, 1):
        place = word("sibling").fill(number=str(number)).to(locale)
        name = (sibling.outlet or sibling.title or place)[:_NAME]
        name = f"{name} ({place})" if name in taken else name
        taken.add(name)
        yield replace(sibling, id=name)
