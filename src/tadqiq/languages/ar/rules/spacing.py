"""One-letter particles written apart from their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span

# What stands before it last: a search by first character is many times faster.
_APART = re.compile(r"([وبلكف])[ \u00a0](?<![\w.]..)([\d٠-٩][\d٠-٩.,٫٬]*)(?!\w)")


class ParticleApart(Rule):
    """«و 11»: the particle is joined to what follows."""

    code = "P301"
    kind, category = "punctuation.spacing", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.85
    title = Message("particle apart from its number", "انفصال الحرف عن العدد")
    reason = Message(
        "A one-letter particle is joined to what follows it.",
        "تتصل الحروف المفردة كواو العطف وباء الجر بما بعدها.",
    )
    flags = (
        "أطلقت القوات 539 طائرة ⟦و 11⟧ صاروخا",
        "قدرت الخسائر ⟦ب 30⟧ مليون دولار",
    )
    passes = (
        "أطلقت القوات 539 طائرة و11 صاروخا",
        "المادة ب. 30 من القانون",
        "قدرت الخسائر بـ30 مليون دولار",
        "قدرت الخسائر بـ 30 مليون دولار",
        "عام 1990 م 20 ألفا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence in doc.native:
            text = sentence.span.of(doc.text)
            for apart in _APART.finditer(text):
                start, end = (sentence.span.start + at for at in apart.span())
                number = apart[2].rstrip(".,")
                joined = apart[1] + ("" if apart[1] == "و" else "ـ") + number
                cut = len(apart[2]) - len(number)
                yield self.finding(doc, Span(start, end - cut), suggest=[joined])
