"""Wrong senses: a rendering of one sense of an English word in the context of another."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary, ref

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity, Token
from ..correction import adjective_like, conjugated, declined
from ..morphology import readings
from ..senses.discourse import Confused, confused
from ..senses.doubts import Doubt, doubts
from ..senses.lexicon import lexicon
from ..senses.terms import Rendering
from ..variety import is_standard

# Siblings by weak references: two articles that kept each other would be kept for ever.
_Kept = tuple[tuple[ref[Document], ...], list[Confused] | None]
_kept: WeakKeyDictionary[Document, _Kept] = WeakKeyDictionary()
_DOUBTFUL, _PER_WEIGHT, _HEAVIEST = 0.6, 0.1, 3.0  # confidence in a doubt, by its weight
_CONFUSING = 1.0  # weight of a wrong sense in the article for doubts about other words
_GAIN_PER_WEIGHT = 1.0  # nats


class WrongSense(Rule):
    """An ambiguous word of the original was read in the wrong sense."""

    code, kind, category = "C101", "calque", Category.MISTRANSLATION
    severity, confidence = Severity.MAJOR, 0.92
    needed_gain = 9.0
    names = False
    title = Message("wrong sense of an ambiguous word", "معنى غير مقصود للفظ متعدد المعاني")
    reason = Message(
        "The word renders another sense of the original than the context asks for.",
        "ترجمت الكلمة معنى من معاني اللفظ الأصلي غير الذي يقتضيه السياق.",
    )
    flags: tuple[str, ...] = (
        "شنت الطائرات ⟦إضرابات⟧ جوية على مواقع الفصائل المسلحة",
        "أجرى الرئيس ⟦دعوة⟧ هاتفية مع نظيره الفرنسي",
    )
    passes: tuple[str, ...] = (
        "دخل عمال السكك الحديدية في إضراب عن العمل احتجاجا على الأجور",
        "وجه الرئيس دعوة إلى نظيره الفرنسي لزيارة العاصمة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for one in _wrong_senses(doc, context):
            if _is_name(one) == self.names and not _names_country(one):
                yield self._finding(doc, one)

    def suspected(self, doc: Document, context: Context) -> Iterator[Finding]:
        if not is_standard(doc):
            return  # the model judges spoken words by written ones
        prior = _CONFUSING if _wrong_senses(doc, context) else 0.0
        for one in doubts(doc.native, prior=prior):
            if _is_name(one) == self.names:
                yield self._suspicion(doc, one)

    def needed(self, finding: Finding) -> float:
        """The more speaks for a doubt, the less must be gained."""
        weight = (finding.confidence - _DOUBTFUL) / _PER_WEIGHT
        return self.needed_gain - _GAIN_PER_WEIGHT * weight

    def _suspicion(self, doc: Document, one: Doubt) -> Finding:
        token, confusion = one.sentence.tokens[one.index], one.confusion
        fixes = (_in_place(token, confusion.rendering, fix) for fix in one.fixes)
        return self.finding(
            doc,
            token.span,
            message=confusion.note,
            suggest=[fix for fix in fixes if fix and fix != token.text],
            severity=confusion.clues.severity,
            confidence=_DOUBTFUL + _PER_WEIGHT * min(one.weight, _HEAVIEST),
        )

    def _finding(self, doc: Document, one: Confused) -> Finding:
        token, confusion = one.sentence.tokens[one.index], one.confusion
        fixes = (_in_place(token, confusion.rendering, fix) for fix in confusion.fixes)
        return self.finding(
            doc,
            token.span,
            message=confusion.note,
            suggest=[fix for fix in fixes if fix][:3],
            severity=confusion.clues.severity,
            confidence=one.confidence,
            evidence=one.evidence,
        )


class NameReadAsWord(WrongSense):
    """A name was translated: Patriot as «وطني», Bush as «شجيرة»."""

    code = "C102"
    names = True
    title = Message("name translated as a word", "اسم عَلَم تُرجم كأنه كلمة")
    reason = Message(
        "A proper name of the original was translated as an ordinary word.",
        "تُرجم اسم العلم الوارد في الأصل كأنه كلمة عادية.",
    )
    flags = ("أعلنت ألمانيا شراء بطاريات صواريخ ⟦الوطني⟧ للدفاع الجوي",)
    passes = ("أكد المجلس الوطني أن الدفاع عن البلاد واجب",)


def _wrong_senses(doc: Document, context: Context) -> list[Confused]:
    """Found once for both rules."""
    siblings, found = _kept.get(doc, ((), None))
    beside = tuple(map(ref, context.siblings))
    if found is None or siblings != beside:
        found = confused(doc, context.siblings, lexicon())
        _kept[doc] = (beside, found)
    return found


def _is_name(one: Confused | Doubt) -> bool:
    return any(fix.tag == "n" for fix in one.confusion.fixes)


def _names_country(one: Confused) -> bool:
    """«كوبا أمريكا»: a country's name, not «كوب» in the accusative."""
    token = one.sentence.tokens[one.index]
    return any(
        hit.source == "name:country" and hit.lemma != one.confusion.rendering.lemma
        for hit in readings(token.text)
    )


def _in_place(token: Token, was: Rendering, fix: Rendering) -> str | None:
    """The right rendering in the form that ``token`` has; None where that is not sure."""
    if fix.tag == "v":
        return conjugated(token, f"{fix.lemma}/{fix.plural}")
    if fix.tag == "a":
        forms = {
            adjective_like(hit, fix.lemma)
            for hit in readings(token.text)
            if hit.pos is Pos.ADJECTIVE
        }
        return forms.pop() if len(forms) == 1 else None
    if fix.tag in "np":
        return fix.lemma
    return declined(token, fix.lemma, fix.plural, was=was.lemma)
