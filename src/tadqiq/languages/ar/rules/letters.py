"""Letters of Persian and Urdu inside Arabic words: «الحکومة» with the kaf of a Persian keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span
from ..morphology import readings

_LETTERS = "\u06a9\u06cc\u06c1\u06d5\u06be\u06c3"
_ANY = f"[\u0621-\u065f{_LETTERS}]*"
_FOREIGN = re.compile(f"{_ANY}[{_LETTERS}]{_ANY}")
_NATIVE = str.maketrans({"ک": "ك", "ی": "ي", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۃ": "ة"})
_FEW = 3  # from so many words on that are no Arabic, the passage is in another language


class ForeignLetter(Rule):
    """A word of Arabic with a letter of another language's keyboard."""

    code, kind, category = "E112", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.95
    title = Message("letter of another language's keyboard", "حرف من لوحة مفاتيح لغة أخرى")
    reason = Message(
        "The letter looks like the Arabic one but is Persian or Urdu; search will miss the word.",
        "الحرف يشبه العربي وهو فارسي أو أردي، فلا يجد البحث الكلمة.",
    )
    flags = ("قالت ⟦الحکومة⟧ إن القرار نهائي", "وصل إلى ⟦المدینة⟧ أمس")
    passes = ("قالت الحكومة إن القرار نهائي", "قناة «گل کوچک» الإيرانية")
    signs = frozenset(_LETTERS)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        found = [(match, match.group().translate(_NATIVE)) for match in _FOREIGN.finditer(doc.text)]
        known = [(match, native) for match, native in found if _is_word(native)]
        if len(found) - len(known) >= _FEW:
            return
        for match, native in known:
            yield self.finding(doc, Span(*match.span()), suggest=[native], safe=True)


def _is_word(form: str) -> bool:
    return len(form) > 2 and any(hit.source != "guess" for hit in readings(form))
