"""Two finite verbs of one subject, and nothing that joins them."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.heads import is_indefinite
from ..syntax.nominal import fits, is_preposition
from ..syntax.predicates import is_accusative
from ..syntax.verbs import COMPLEMENTISERS, RELATIVES, may_act

_JOINING = frozenset({"و", "ف"})
_BEFORE_VERB = frozenset({"قد", "وقد", "لقد", "ولقد"})
# Verbs in form alone: exceptions, praises of God, adverbs.
_FIXED = frozenset({
    "عدا", "خلا", "حاشا", "ماعدا", "عز", "جل", "تعالى", "تبارك", "طالما", "لطالما", "قلما", "سبحانه",
})  # fmt: skip
# What has a title, which may be a clause: «فيلم الرجل عاد».
_WORKS = frozenset({
    "فيلم", "رواية", "كتاب", "أغنية", "مسرحية", "مسلسل", "ديوان", "قصة", "ألبوم", "حملة", "برنامج",
    "عنوان", "شعار", "وسم", "مقال", "قصيدة", "لوحة", "مقولة", "مثل",
})  # fmt: skip
_BLESSING = frozenset({"الله", "اللهم", "عنه", "عليه"})
_FURTHEST = 9
_RARER = 30  # times


class LostConjunction(Rule):
    """«زار الرئيس العاصمة التقى نظيره»: two verbs of one subject side by side."""

    code, kind, category = "S132", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.85
    title = Message("two verbs without a conjunction", "فعلان بلا عاطف")
    reason = Message(
        "A second verb of the same subject is joined by «و»: English has a comma or «and» here.",
        "يُعطف الفعل الثاني للفاعل نفسه على الأول بالواو، فلا يتوالى فعلان تامان بلا رابط.",
    )
    flags = (
        "زار الرئيس العاصمة ⟦التقى⟧ نظيره في القصر",
        "استقال الوزير من الحكومة ⟦انضم⟧ إلى المعارضة",
        "الرجل خطف زوجته ⟦اعتقل⟧ أمس",
        "اعتقلت الشرطة الرجل ⟦صادرت⟧ أسلحة من منزله",
    )
    passes = (
        "أصدر الحزب بيانا شديد اللهجة نفى فيه الخبر",
        "زار الرئيس العاصمة والتقى نظيره في القصر",
        "زار الرئيس مدينة دمرتها الحرب",
        "زار الرئيس مصنعا للسيارات افتتح حديثا",
        "ضبطت الشرطة شحنة في الميناء وصلت أمس",
        "عندما وصل الرئيس غادر الوفد",
        "كان الرئيس غادر العاصمة",
        "حضر الوزراء عدا الرئيس",
        "غادر الملك حفظه الله العاصمة",
        "أوقفت الشرطة الرجل الذي صادر الأسلحة",
        "رفع العقوبات ساعد الاقتصاد",
        "حقيقة أن الحرب دمرت المدينة أثارت الغضب",
        "الأزمة انتهت قال الوزير",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _SECOND):
            if place > 1 and _is_second_verb(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[f"و{token.text}"])


def _is_second_verb(line: Line, place: int) -> bool:
    """Whether the first verb opens its clause, and only nouns of that stand between."""
    if line.form(place + 1) in _BLESSING or line.tokens[place].quoted:
        return False
    after = line.words[place + 1] if place + 1 < len(line) else None
    bound = after is not None and after.kinds == {Pos.PREPOSITION} and after.enclitic
    if bound and any(is_accusative(one) for one in line.words[1:place]):
        return False  # «أصدر الحزب بيانا نفى فيه»
    return any(_is_of_one(line, place, *opening) for opening in _openings(line, place))


def _is_of_one(line: Line, place: int, first: int, owner: int) -> bool:
    """Whether nothing but nouns joins the verb to that at ``first`` with the subject ``owner``."""
    between = range(first + 1, place)
    if any(is_indefinite(line, one) or not _is_inside(line, one) for one in between):
        return False
    if any(one.quoted for one in line.tokens[min(first, owner) : place]):
        return False
    if not _closes(line, place - 1) or not _is_definite(line, owner):
        return False
    subject, before = line.words[owner], line.words[first].verb
    told = subject.opening if owner > first else subject.subject
    return fits(told, before) and fits(subject.subject, line.words[place].verb)


def _openings(line: Line, place: int) -> Iterator[tuple[int, int]]:
    """The places of the verb that opens the clause, and of its subject."""
    if place <= _FURTHEST:
        first = 1 if line.form(0) in _BEFORE_VERB else 0
        if place > first + 1 and _may_be_first(line.words[first]):
            yield first, first + 1
    if line.words[place].verbs & word_list("speaking_verbs"):
        return  # «الوضع صعب قال الوزير»
    for first in range(place - 2, max(0, place - _FURTHEST), -1):
        opens = first == 1 or line.form(first - 2) in {"إن", "وإن"}
        people = may_act(line.words[first - 1])  # whose predicate is no deed
        verb = line.words[first]
        if opens and not verb.proclitics and _may_be_first(verb, sure=not people):
            yield first, first - 1


def _may_be_first(verb: Word, *, sure: bool = True) -> bool:
    known = _is_verb(verb) if sure else Pos.VERB in verb.kinds and not verb.name
    if not known or verb.may_have_enclitic or verb.proclitics - _JOINING:
        return False
    apart = word_list("copulas") | word_list("impersonal_verbs") | {"كاد", "ليس", "لبث"}
    return _is_perfect(verb) and not verb.verbs & apart


def _is_definite(line: Line, place: int) -> bool:
    """The subject: a noun with the article, that is no time, or a name."""
    noun = line.words[place]
    known = noun.nominal and (noun.article or noun.kinds == {Pos.NAME})
    return known and not noun.proclitics and not noun.lemmas & word_list("times")


def _is_inside(line: Line, place: int) -> bool:
    """A noun, an adverb or a preposition: no link, no mark, no other verb, no time to describe."""
    current = line.words[place]
    if current.form in COMPLEMENTISERS or current.form in RELATIVES:
        return False
    if is_preposition(current):
        return current.form not in {"منذ", "بعد", "قبل", "حسب", "عند", "وفق", "رغم"}
    if current.lemmas & word_list("times") and not current.article:
        return False
    if current.bare and current.lemmas & _WORKS:
        return False
    own = current.enclitic and current.maybe_nominal
    return current.nominal or own or current.kinds == {Pos.ADVERB}


def _closes(line: Line, place: int) -> bool:
    """Whether the last word before the second verb is definite and ends its phrase."""
    noun = line.words[place]
    nominal = noun.nominal or (noun.enclitic and noun.maybe_nominal)
    if noun.kinds == {Pos.NAME} or not nominal:
        return False
    return (noun.article or noun.enclitic) and not noun.proclitics & _JOINING


def _is_perfect(verb: Word) -> bool:
    return any(one.aspect == "perfect" and one.person == "3" for one in verb.readings)


def _is_verb(current: Word) -> bool:
    """A verb, or what news next to never has as anything else."""
    rare = current.verb_use > _RARER * max(current.noun_use, 1) and not current.name
    return current.verbal or rare


def _may_be_second(verb: Word) -> bool:
    if not _is_verb(verb) or verb.proclitics or verb.form in _FIXED:
        return False
    enclitic = all(one.enclitic for one in verb.readings)
    return _is_perfect(verb) and not enclitic and not verb.verbs & word_list("copulas")


_SECOND: Condition[Word] = Condition(_may_be_second)
