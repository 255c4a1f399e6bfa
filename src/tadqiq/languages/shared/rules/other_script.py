"""Words of a third script, neither the text's own nor Latin: ФСИН, 東京."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Sentence, Severity, Token

_TRANSLITERATING = frozenset({"Arabic", "Hebrew"})  # scripts whose news keeps no third one
_SHORTEST = 2  # a single letter is a symbol: α, Ω


class OtherScript(Rule):
    """A word of a third script left in the text, brackets and quotation marks aside."""

    code, kind, category = "L106", "latin", Category.UNTRANSLATED
    severity, confidence = Severity.MAJOR, 0.93
    title = Message("word in a foreign script", "كلمة بحروف أجنبية")
    reason = Message(
        "This word of the source was left in its own script.",
        "بقيت هذه الكلمة بحروف لغتها الأصلية.",
    )
    flags = (
        "وأعلنت إدارة السجون ⟦ФСИН⟧ أن النزلاء بخير.",
        "وذكر موقع ⟦東京 新聞⟧ أن القطار تأخر.",
        "وقال ⟦Δημήτρης⟧ إن المفاوضات ستستأنف.",
    )
    passes = (
        "وأعلنت إدارة السجون (ФСИН) أن النزلاء بخير.",
        "وكتبت صحيفة «Правда» أن النزلاء بخير.",
        "ورصد العلماء أشعة γ وجسيمات α في المختبر.",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        if doc.profile.script in _TRANSLITERATING:
            home = frozenset({"", "Latin", doc.profile.script})
            for sentence in doc.native:
                if not home.issuperset([token.script for token in sentence.tokens]):
                    yield from self._in(doc, sentence, home)

    def _in(self, doc: Document, sentence: Sentence, home: frozenset[str]) -> Iterator[Finding]:
        for alien, group in groupby(sentence.tokens, lambda one: _is_alien(one, home)):
            words = list(group)
            if alien and sum(len(one.text) for one in words) >= _SHORTEST:
                yield self.finding(doc, words[0].span.cover(words[-1].span))


def _is_alien(token: Token, home: frozenset[str]) -> bool:
    return token.is_word and token.script not in home and not (token.bracketed or token.quoted)
