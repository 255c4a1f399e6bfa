"""Looking many patterns up at once finds what each alone would find."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tadqiq.detect import Analysed, Form, Pattern, form_of
from tadqiq.detect.lookup import Lookup
from tadqiq.languages import profile_for
from tadqiq.model import Article, Token
from tadqiq.text import segment


@dataclass(frozen=True)
class Item:
    pattern: Pattern


LINES = (
    "سحب القابس",
    "<form:سحب|سحبت> <form:القابس|المقبس>",
    "^ وقال",
    "<kind:number>",
    "على? القابس",
    "أخذ مكانا",
    "على سبيل المثال",
    "على سبيل المثال لا الحصر",
    "<form:لا|ولا> <form:الحصر|لا>",
)
ITEMS = tuple(Item(Pattern(line)) for line in LINES)


def unread(token: Token) -> Form:
    return form_of(token.text, token.folded, token.kind, token.script, ())


def sentence(text: str) -> Analysed:
    doc = segment(Article(id="t", text=text, lang="ar"), profile_for)
    return Analysed(doc.sentences[0], tuple(map(unread, doc.sentences[0].tokens)))


@pytest.mark.parametrize(
    "text",
    [
        "سحب القابس أمس",
        "وقال إنه سحبت المقبس",
        "وصل 23 راكبا",
        "على القابس",
        "لا شيء هنا",
        "وهذا على سبيل المثال",
        "على سبيل المثال لا الحصر",
        "لا الحصر على سبيل المثال",
    ],
)
def test_no_match_is_lost_and_the_order_is_kept(text: str) -> None:
    seen = sentence(text)
    candidates = [item for item, _, _ in Lookup(ITEMS).candidates(seen)]
    matching = [item for item in ITEMS if list(item.pattern.find(seen))]
    for item, anchor, places in Lookup(ITEMS).candidates(seen):
        alone = list(item.pattern.find(seen))
        assert list(item.pattern.find_around(seen, anchor, places)) == alone
    assert [item for item in candidates if item in matching] == matching
    assert [item for item in ITEMS if item in candidates] == candidates


def test_a_pattern_whose_words_are_absent_is_no_candidate() -> None:
    found = Lookup(ITEMS).candidates(sentence("سحب الفريق الدعوى"))
    assert [item.pattern.source for item, _, _ in found] == ["<kind:number>"]
