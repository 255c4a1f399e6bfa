"""Demonstratives and relative pronouns beside their nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..suspicions.doubt import Doubting
from ..suspicions.pointing import DEMONSTRATIVE, RELATIVE
from ..syntax.agreement import Forms, Line, Word, spots
from ..syntax.nominal import candidate_heads, fits, is_preposition
from ..syntax.verbs import COMPLEMENTISERS

_DEMONSTRATIVES: dict[str, Forms] = {
    "هذا": frozenset({("m", "s")}),
    "هذه": frozenset({("f", "s")}),
    "ذلك": frozenset({("m", "s")}),
    "تلك": frozenset({("f", "s")}),
    "هذان": frozenset({("m", "d")}),
    "هذين": frozenset({("m", "d")}),
    "هاتان": frozenset({("f", "d")}),
    "هاتين": frozenset({("f", "d")}),
    "هؤلاء": frozenset({("", "p")}),
    "أولئك": frozenset({("", "p")}),
}
_RELATIVES: dict[str, Forms] = {
    "الذي": frozenset({("m", "s")}),
    "التي": frozenset({("f", "s")}),
    "اللذان": frozenset({("m", "d")}),
    "اللذين": frozenset({("m", "d")}),
    "اللتان": frozenset({("f", "d")}),
    "اللتين": frozenset({("f", "d")}),
    "الذين": frozenset({("m", "p"), ("", "p")}),
    "اللاتي": frozenset({("f", "p")}),
    "اللواتي": frozenset({("f", "p")}),
}
_FURTHEST = 9
_NEAR, _FAR = ("هذا", "هذه"), ("ذلك", "تلك")
_PREFIXES = ("", "و", "ف", "ب", "وب", "فب")
_FORMS = {
    prefix + bare: (bare, forms) for bare, forms in _DEMONSTRATIVES.items() for prefix in _PREFIXES
}
_DEMONSTRATIVE: Condition[Word] = Condition(lambda current: current.form in _FORMS)
_RELATIVE: Condition[Word] = Condition(lambda current: current.form in _RELATIVES)


class DemonstrativeOfNoun(Doubting):
    """«هذا المبادرة», «تلك الاكتشاف»."""

    code, kind, category = "A202", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    doubts, needed_gain = (DEMONSTRATIVE,), 1.5
    title = Message("demonstrative against its noun", "اسم إشارة لا يطابق المشار إليه")
    reason = Message(
        "A demonstrative agrees with the noun after it in gender and number.",
        "اسم الإشارة يطابق المشار إليه في الجنس والعدد.",
    )
    flags = (
        "أكد الأمين العام أن ⟦هذا⟧ المبادرة تحظى بدعم واسع",
        "قال العلماء إن ⟦تلك⟧ الاكتشاف سيغير كل شيء",
        "رفض البرلمان ⟦هذه⟧ القانون",
        "لا يعمل أحد في ظل ⟦هذا⟧ الظروف",
    )
    passes = (
        "قال إن هذه اللقى نادرة",
        "أكد أن هذه المبادرة تحظى بدعم واسع",
        "دفع هذا الحكومة إلى الاستقالة",
        "ورغم ذلك الحكومة لم تستقل",
        "كان هذا المباراة الأولى له",
        "هذه الأشهر صعبة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _DEMONSTRATIVE):
            found = _FORMS[line.words[place].form]
            if place + 1 < len(line) and _is_misplaced(line, place, *found):
                token = line.tokens[place]
                right = _other(token.folded, line.words[place + 1])
                yield self.finding(doc, token.span, suggest=right)


class RelativeOfNoun(Doubting):
    """«الاتفاقية الذي أبرمت»: a relative pronoun that no noun before it can have."""

    code, kind, category = "A203", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    doubts, needed_gain = (RELATIVE,), 2.5
    title = Message("relative pronoun against its noun", "اسم موصول لا يطابق الموصوف")
    reason = Message(
        "A relative pronoun agrees with its noun in gender and number.",
        "الاسم الموصول يطابق ما قبله في الجنس والعدد.",
    )
    flags = (
        "أشار إلى أن الاتفاقية ⟦الذي⟧ أبرمت في جنيف لم تنفذ",
        "عثرت الشرطة على الفتاة ⟦الذي⟧ اختفت قبل عشرة أيام",
    )
    passes = (
        "وودعه الرئيس ورئيس الوزراء اللذان رافقاه",
        "أشار إلى قرار الحكومة الذي صدر أمس",
        "قال المتحدث باسم الوزارة الذي حضر الاجتماع",
        "عثرت الشرطة على الفتاة التي اختفت",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _RELATIVE):
            if place and _has_no_noun(line, place, _RELATIVES[line.words[place].form]):
                yield self.finding(doc, line.tokens[place].span)


def _is_misplaced(line: Line, place: int, bare: str, forms: Forms) -> bool:
    noun = line.words[place + 1]
    if not (noun.substantive and noun.article) or noun.proclitics or Pos.NOUN not in noun.kinds:
        return False
    if fits(noun.demanded, forms) or fits(noun.attribute, forms):
        return False
    return _surely_adnominal(line, place, bare)


def _surely_adnominal(line: Line, place: int, bare: str) -> bool:
    """Whether the demonstrative is not a pronoun of its own: «دفع هذا الحكومة إلى»."""
    if line.words[place].form != bare:
        return "ب" in line.words[place].form and bare not in _FAR
    if place == 0:
        return bare not in _FAR
    before = line.words[place - 1]
    if is_preposition(before):
        return bare != "ذلك"
    governed = place > 1 and is_preposition(line.words[place - 2]) and before.maybe_nominal
    if before.form in COMPLEMENTISERS or ((before.nominal or governed) and before.bare):
        return True
    if before.verbal and bare in _NEAR:
        return not fits(before.verb, _DEMONSTRATIVES[bare])
    return bare not in {"هذا", "ذلك"} and not fits(before.verb, _DEMONSTRATIVES[bare])


def _other(form: str, noun: Word) -> list[str]:
    for pair in (_NEAR, _FAR):
        for own, other, wanted in ((*pair, ("f", "s")), (*pair[::-1], ("m", "s"))):
            if form.endswith(own) and wanted in noun.demanded:
                return [form.removesuffix(own) + other]
    return []


def _has_no_noun(line: Line, place: int, forms: Forms) -> bool:
    comma = line.form(place - 1) in {"،", ","}
    if all(number == "d" for _, number in forms) and _are_joined(line, place):
        return False
    last = place - 2 if comma else place - 1
    if last < 0:
        return False
    before = line.words[last]
    if not before.nominal or not (before.article or (before.enclitic and not comma)):
        return False
    heads = range(last + 1) if comma else _nouns_before(line, last)
    return bool(heads) and not any(_may_have(line.words[head], forms) for head in heads)


def _are_joined(line: Line, end: int) -> bool:
    """«الرئيس ورئيس الوزراء اللذان»: two that «و» joins make a dual."""
    near = line.words[max(0, end - _FURTHEST) : end]
    return any("و" in one.proclitics and one.maybe_nominal for one in near)


def _nouns_before(line: Line, last: int) -> Sequence[int]:
    """The candidate heads, every noun in one row with them, and one that «من» leads on from."""
    heads = candidate_heads(line, last, near=True)
    if not heads:
        return ()
    place = last
    while place >= 0 and line.words[place].maybe_nominal and not _parts(line, place, last):
        place -= 1
    if line.form(place) in {"من", "ل"}:
        return (*heads, *range(max(0, place - 3), last + 1))
    if is_preposition(line.words[place]) and place and line.words[place - 1].article:
        return (*heads, *range(_chain_start(line, place), last + 1))
    return (*heads, *range(place + 1, last + 1))


def _chain_start(line: Line, end: int) -> int:
    """Where the row of nouns begins that ends before ``end``."""
    start = end
    while start and line.words[start - 1].maybe_nominal:
        start -= 1
    return start


def _parts(line: Line, place: int, last: int) -> bool:
    """«المبعوث القطري المفاوضات»: a noun phrase ends before a noun with the article."""
    if place == last:
        return False
    noun = line.words[place + 1]
    apart = noun.article and noun.kinds == {Pos.NOUN} and noun.form.endswith(("ات", "ة"))
    return apart and line.words[place].article and not noun.proclitics


def _may_have(noun: Word, forms: Forms) -> bool:
    plural = ("m", "p") in forms and ("", "p") in noun.demanded
    return noun.maybe_nominal and (
        plural or fits(noun.demanded, forms) or fits(noun.attribute, forms)
    )
