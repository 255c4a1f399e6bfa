"""How a native form joins what is written before it: «ال» once, «ل» before «ال»."""

from __future__ import annotations

import re

from ...model import Document, Span

_BEFORE = re.compile(r"(?<!\w)(?P<letters>[^\W\d_a-zA-Z]{1,6})(?P<space> ?)$")
_TATWEEL = "ـ"
_TO = "ل"  # which swallows the alif of an Arabic article: للرئيس
_REACH = 8


def joined(doc: Document, span: Span, form: str) -> tuple[str, bool]:
    """``form`` as it is written at ``span``, and whether the result is sure to be well spelt.

    Proclitics written onto the span stay as they are: after «ال» the form loses its article,
    after «ل» the alif of it. Whatever else stands there in letters makes it unsure.
    """
    lexis = doc.profile.lexis
    found = _BEFORE.search(doc.text[max(0, span.start - _REACH) : span.start])
    letters = found["letters"] if found else ""
    proclitics = {*lexis.proclitics, *lexis.definite}
    own_article = bool(lexis.article) and form.startswith(lexis.article)
    if found is None or (found["space"] and letters.rstrip(_TATWEEL) not in proclitics):
        return form, True
    if found["space"]:
        return form, not own_article and letters.rstrip(_TATWEEL) not in lexis.definite
    if letters not in proclitics:
        return form, False
    if own_article and letters in lexis.definite:
        return form.removeprefix(lexis.article), True
    if own_article and letters.endswith(_TO):
        return form[1:], True
    return form, True
