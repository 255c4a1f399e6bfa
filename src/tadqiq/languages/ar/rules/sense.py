"""Wrong senses: a rendering of one sense of an English word in the context of another."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Sentence, Severity, Token
from ..correction import adjective_like, conjugated, declined
from ..morphology import readings
from ..sense_match import SenseMatch, matches
from ..sense_terms import Rendering
from ..senses import lexicon

_DECISIVE, _COLLOCATES = 0.92, 0.8
_kept: WeakKeyDictionary[Document, tuple[tuple[Sentence, SenseMatch], ...]] = WeakKeyDictionary()


class WrongSense(Rule):
    """An ambiguous word of the original was read in the wrong sense."""

    code, kind, category = "C101", "calque", Category.MISTRANSLATION
    severity, confidence = Severity.MAJOR, _DECISIVE
    names = False
    title = Message("wrong sense of an ambiguous word", "معنى غير مراد للفظ مشترك")
    reason = Message(
        "The word renders another sense of the original than the context asks for.",
        "الكلمة ترجمة لمعنى آخر من معاني الأصل غير الذي يقتضيه السياق.",
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
        for sentence, match in _confused(doc):
            if _is_name(match) == self.names:
                yield self._finding(doc, sentence, match)

    def _finding(self, doc: Document, sentence: Sentence, match: SenseMatch) -> Finding:
        token = sentence.tokens[match.index]
        fixes = (_in_place(token, match.confusion.rendering, fix) for fix in match.confusion.fixes)
        return self.finding(
            doc,
            token.span,
            message=match.confusion.note,
            suggest=[fix for fix in fixes if fix][:3],
            severity=match.confusion.clues.severity,
            confidence=_DECISIVE if match.decisive else _COLLOCATES,
        )


class NameReadAsWord(WrongSense):
    """A name was translated: Patriot as «وطني», Bush as «شجيرة»."""

    code = "C102"
    names = True
    title = Message("name translated as a word", "اسم عَلَم تُرجم كأنه كلمة")
    reason = Message(
        "A proper name of the original was translated as an ordinary word.",
        "تُرجم اسم علم في الأصل كأنه كلمة عادية.",
    )
    flags = ("أعلنت ألمانيا شراء بطاريات صواريخ ⟦الوطني⟧ للدفاع الجوي",)
    passes = ("أكد المجلس الوطني أن الدفاع عن البلاد واجب",)


def _confused(doc: Document) -> tuple[tuple[Sentence, SenseMatch], ...]:
    """The surest match of every confused word; found once for both rules."""
    kept = _kept.get(doc)
    if kept is None:
        kept = tuple(
            (sentence, match) for sentence in doc.native for match in _first_by_word(sentence)
        )
        _kept[doc] = kept
    return kept


def _first_by_word(sentence: Sentence) -> Iterator[SenseMatch]:
    seen: set[int] = set()
    for match in matches([token.folded for token in sentence.tokens], lexicon()):
        if match.index not in seen:
            seen.add(match.index)
            yield match


def _is_name(match: SenseMatch) -> bool:
    return any(fix.tag == "n" for fix in match.confusion.fixes)


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
