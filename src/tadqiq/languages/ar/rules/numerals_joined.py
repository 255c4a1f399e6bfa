"""Parts of a written number that stand side by side without «و»."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..analysis import spots
from .numerals import BEFORE_MASCULINE, PROCLITICS, UNITS
from .numerals_compound import TENS

_UNITS = (UNITS.keys() | BEFORE_MASCULINE.keys() | {"واحد", "واحدة"}) - {"عشر", "عشرة", "ست"}
_HUNDREDS = frozenset({"مئة", "مائة", "مئتين", "مئتان", "مائتين", "مائتان"}) | frozenset(
    stem + hundred
    for stem in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
    for hundred in ("مئة", "مائة")
)
_LEADING = frozenset(before + form for before in PROCLITICS for form in _UNITS | _HUNDREDS)
_FOLLOWING = frozenset(TENS)
_LEADS: Condition[Form] = Condition(lambda form: form.folded in _LEADING)


class NumberWithoutAnd(Rule):
    """«خمسة عشرين شخصا», «مئة خمسين»: the parts of a number are joined by «و»."""

    code, kind, category = "A513", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("number without «و»", "عدد بلا واو العطف")
    reason = Message(
        "Units and tens, hundreds and tens are joined by «و».",
        "تُعطف العقود على الآحاد والمئات بالواو.",
    )
    flags = (
        "قتل ⟦خمسة عشرين⟧ شخصا",
        "غادر المخيم ⟦مئة خمسين⟧ شخصا",
    )
    passes = (
        "قطعت في سنة واحدة عشرين ألف كيلومتر",
        "قتل خمسة وعشرون شخصا",
        "قتل خمسة عشر شخصا",
        "في الدقيقتين خمسة، عشرين",
        "غادر المخيم مئة ألف شخص",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _LEADS):
            if place + 1 < len(sentence.tokens) and _lacks_and(sentence, place):
                first, tens = sentence.tokens[place : place + 2]
                right = f"{first.text} و{tens.text}"
                yield self.finding(doc, first.span.cover(tens.span), suggest=[right])


def _lacks_and(sentence: Analysed, place: int) -> bool:
    first, tens = sentence.tokens[place : place + 2]
    counted = sentence.readings[place - 1] if place else ()
    if first.folded == "واحدة" and any(one.gender == "f" and not one.state for one in counted):
        return False  # «في سنة واحدة عشرين ألف كيلومتر»
    return tens.folded in _FOLLOWING and first.span.end + 1 == tens.span.start
