"""A pronoun that opens a clause, and the adjective that is its predicate."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Forms, Line, Word, spots
from ..syntax.attributive import may_only_describe
from ..syntax.nominal import fits, inflected

_HE: Forms = frozenset({("m", "s")})
_SHE: Forms = frozenset({("f", "s"), ("f", "p"), ("", "p")})
_THEY: Forms = frozenset({("m", "p"), ("", "p"), ("f", "p")})
_TWO: Forms = frozenset({("m", "d"), ("f", "d")})
_PRONOUNS = {"هو": _HE, "هي": _SHE, "هم": _THEY, "هما": _TWO}
_FORMS = {before + form: forms for before in ("", "و", "ف") for form, forms in _PRONOUNS.items()}
_ILLUSION = frozenset({"وهم"})  # "they are", and "an illusion"
_OF_PEOPLE = frozenset({
    "قادر", "عازم", "مستعد", "عاجز", "مصمم", "حريص", "مسؤول", "واثق", "فخور", "سعيد", "مقتنع",
    "متأكد", "عازمة", "قادرة", "مستعدة", "مصممة",
})  # fmt: skip
# One form for him and her, or no predicate of the pronoun.
_FIXED = frozenset({
    "حامل", "مرضع", "طالق", "عاقر", "عجوز", "قتيل", "جريح", "أسير", "صبور", "غيور", "فخور", "عضو",
    "غير", "أول", "آخر", "نفس", "كل", "شبه", "خير", "شر", "حق", "خاص", "عام", "بكر", "ثكلى", "أرمل",
    "كثير", "قليل", "قريب", "بعيد", "أدنى", "أقصى", "حصان", "عقيم", "رهن", "بصدد", "دون", "حول",
})  # fmt: skip
_REACH = 4
_PRONOUN: Condition[Word] = Condition(lambda current: current.form in _FORMS)


class PredicateAfterPronoun(Rule):
    """«وهي محجوب جزئيا», «وهو مسؤولة», «وهم قادر على»."""

    code, kind, category = "A212", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("predicate against its pronoun", "خبر لا يطابق الضمير")
    reason = Message(
        "The adjective after «هو», «هي», «هم» agrees with the pronoun in gender and number.",
        "الخبر بعد الضمير المنفصل يطابقه في الجنس والعدد.",
    )
    flags = (
        "ستشرق الشمس وهي ⟦محجوب⟧ جزئيا",
        "وغادر القاعة وهو ⟦غاضبة⟧ من القرار",
        "وأكد اللاعبون أنهم جاهزون وهم ⟦قادر⟧ على الفوز",
    )
    passes = (
        "وتوفي الشاعر وهو جميلة أشعاره",
        "ستشرق الشمس وهي محجوب نورها",
        "وهي مشكوك فيها",
        "وهي قضية مسموح بها",
        "ونقلت المرأة وهي حامل إلى المستشفى",
        "وهذا وهم كبير",
        "وهي الأخرى جديدة",
        "وعادت الطفلة وهي جريح",
        "وهو أكثر هدوءا",
        "وهي أعلى من سابقتها",
        "هذه هي قوتي",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PRONOUN):
            if place + 1 < len(line) and _disagrees(line, place):
                token, forms = line.tokens[place + 1], _FORMS[line.form(place)]
                wanted = forms & {("m", "s"), ("f", "s")}
                yield self.finding(doc, token.span, suggest=inflected(token.text, wanted))


def _disagrees(line: Line, place: int) -> bool:
    forms, predicate = _FORMS[line.form(place)], line.words[place + 1]
    if not _is_sure(predicate) or fits(forms, predicate.attribute):
        return False
    if line.form(place) in _ILLUSION and not predicate.lemmas & _OF_PEOPLE:
        return False
    if line.tokens[place].span.end + 1 != line.tokens[place + 1].span.start:
        return False
    rest = line.words[place + 2 : place + 2 + _REACH]
    if forms == _THEY:
        return not (rest and rest[0].enclitic)
    return not any(one.may_have_enclitic for one in rest)


def _is_sure(predicate: Word) -> bool:
    """An adjective and nothing else, in the singular."""
    plain = predicate.bare and not predicate.proclitics and not predicate.may_have_enclitic
    plain = plain and predicate.nominal and not predicate.name
    if not plain or not predicate.attribute or predicate.lemmas & _FIXED:
        return False
    single = predicate.attribute <= {("m", "s"), ("f", "s")}
    alone = predicate.kinds == {Pos.ADJECTIVE}
    described = predicate.adjectival or may_only_describe(predicate)
    known = alone or (described and not predicate.form.endswith("ي"))  # «هذه هي قوتي»
    return single and known and predicate.form not in _FIXED
