"""Person: auxiliaries, reported speech, and shifts inside one quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..suspicions.doubt import Doubting
from ..suspicions.people import SPEAKER
from ..syntax.agreement import Forms, Line, Word, spots
from ..syntax.nominal import fits, is_preposition
from ..syntax.predicates import pronoun_before
from ..syntax.verbs import COMPLEMENTISERS

_NEGATIONS = frozenset({"لن", "لم", "لا", "سوف", "قد", "ولن", "ولم", "ولا", "وسوف", "ثم"})
_BEFORE_PRESENT = frozenset({"لن", "لم", "سوف", "ولن", "ولم", "وسوف", "يعد", "تعد"})
_AUXILIARIES = frozenset({"يعد", "تعد", "يكن", "تكن", "كان", "كانت", "يزال", "تزال"})
_JOINED_NEGATIONS = frozenset({"ولن", "ولم", "ولا", "ثم"})
_WE = frozenset({"نحن", "إننا", "أننا", "ونحن", "بأننا", "وإننا", "لأننا", "إنا", "لدينا", "علينا"})
_I = frozenset({"أنا", "إنني", "أنني", "وأنا", "إني", "لأنني", "وإنني", "لدي", "نفسي"})
_HE: Forms = frozenset({("m", "s")})
_HE_OR_SHE: Forms = frozenset({("m", "s"), ("f", "s")})


class PersonAfterPronoun(Rule):
    """«أكدت أنها لن أستقيل»: direct speech turned into reported speech halfway."""

    code, kind, category = "A601", "agreement.person", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message(
        "first person after a pronoun of the third", "فعل بصيغة المتكلم بعد ضمير للغائب"
    )
    reason = Message(
        "After «أنه», «أنها» … the verb stands in the third person.",
        "الفعل بعد «أنه» و«أنها» يكون للغائب.",
    )
    flags = (
        "أكدت الوزيرة أنها ⟦لن أستقيل⟧ من منصبها",
        "لعب الفريق جيدا، لكنهم ⟦خسرنا⟧ بسبب خطأ الحارس",
        "وقال المريض إنه ⟦لن أنسى⟧ رائحة الممرات",
        "وقال السائق إنه ⟦لم يعد أعرف⟧ إلى أين يمضي",
        "وسخر من زملائه قائلا إنهم ⟦تحرسون⟧ حصص أحزابهم",
    )
    passes = (
        "أكدت الوزيرة أنها لن تستقيل من منصبها",
        "قال إنني لن أستقيل",
        "قال إنهم أصدقاؤنا",
        "قال إنه أعلن القرار",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _OURS):
            if not place:
                continue
            if not (_is_not_theirs(line, place) or _is_ours_of_theirs(line, place)):
                continue
            start = _clause_of_pronoun(line, place)
            if start > 0 and pronoun_before(line, start - 1) is not None:
                yield self.finding(doc, line.tokens[start].span.cover(line.tokens[place].span))


class PersonOfAuxiliary(Rule):
    """«وكانوا نعرف»: كان in another person than the verb it goes with."""

    code, kind, category = "A602", "agreement.person", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message("auxiliary in another person", "«كان» بضمير غير ضمير فعلها")
    reason = Message(
        "«كان» and the verb after it have the same subject.",
        "«كان» والفعل بعدها لفاعل واحد.",
    )
    flags = ("لم نفقد الأمل ⟦وكانوا نعرف⟧ أن اللحظة ستأتي",)
    passes = (
        "لم نفقد الأمل وكنا نعرف أن اللحظة ستأتي",
        "كان أكرم في البيت",
        "كنت أعرف ذلك",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _FIRST_PERSON):
            if place and _is_kana_of_others(line.words[place - 1]):
                span = line.tokens[place - 1].span.cover(line.tokens[place].span)
                yield self.finding(doc, span)


class PersonShift(Doubting):
    """«نحن على استعداد ... ويعتقد أن»: «we» turns into «he» inside one sentence of speech."""

    code, kind, category = "A603", "agreement.person", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.82
    doubts, needed_gain = (SPEAKER,), 5
    title = Message("person shifts", "تحول الضمير من المتكلم إلى الغائب")
    reason = Message(
        "A verb joined to one in the first person, without a subject of its own, keeps the person.",
        "الفعل المعطوف على فعل للمتكلم بلا فاعل جديد يبقى للمتكلم.",
    )
    flags = (
        "نحن على استعداد للمشاريع مع الولايات المتحدة ⟦ويعتقد⟧ أن هذا مهم للغاية",
        "لن نتفاوض على أرضنا ⟦وسيدافع⟧ عنها مع حلفائنا",
        "نحن مستعدون للحوار ⟦ويريد⟧ حلا سريعا للأزمة",
        "نريد انتخابات مبكرة ولا ⟦يغادر⟧ الشارع قبل أن تستجيب الحكومة",
        "وأضافت: «أشكر كل من ساعدني، ⟦وتأمل⟧ أن أعود قريبا»",
    )
    passes = (
        "نحن على استعداد للمشاريع ونعتقد أن هذا مهم للغاية",
        "نعمل مع الرئيس ويعتقد أن هذا مهم",
        "نحن نعرف الحقيقة ويعرف العالم أننا صادقون",
        "لن نتفاوض ويجب أن يعلموا ذلك",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        told: set[Line] = set()
        for line, spoken in spots(doc, _WE_SPEAK):
            if line in told:
                continue
            told.add(line)
            for place in range(spoken + 1, len(line) - 1):
                if _shifts(line, spoken, place):
                    yield self.finding(doc, line.tokens[place].span)


def _is_not_theirs(line: Line, place: int) -> bool:
    """«أستقيل», «لن أنسى», «تحرسون»: of the first person, or of you, and of nobody else."""
    current = line.words[place]
    if current.first_person or _is_yours(current):
        return True
    present = [one for one in current.readings if one.aspect == "imperfect"]
    mine = bool(present) and all(one.person == "1" for one in present)
    return mine and line.form(place - 1) in _BEFORE_PRESENT


def _is_yours(current: Word) -> bool:
    """«تحرسون»: a verb and nothing else, of several spoken to."""
    return current.verbal and all(
        one.person == "2" and one.number == "p" for one in current.readings
    )


def _clause_of_pronoun(line: Line, verb: int) -> int:
    """Where what stands between the pronoun and its verb begins: «لن», «لم يعد»."""
    start = verb
    if line.form(start - 1) in _AUXILIARIES:
        start -= 1
    return start - 1 if line.form(start - 1) in _NEGATIONS else start


def _is_ours_of_theirs(line: Line, place: int) -> bool:
    """«لكنهم خسرنا»: a verb of ours, or of one with us for its object, after «they»."""
    current = line.words[place]
    forms = pronoun_before(line, place - 1)
    if forms is None or any(number == "s" for _, number in forms):
        return False
    return _may_be_ours(current)


def _is_kana_of_others(current: Word) -> bool:
    return bool(current.readings) and all(
        one.pos is Pos.VERB and one.lemma == "كان" and one.person == "3" and one.aspect == "perfect"
        for one in current.readings
    )


def _may_be_ours(current: Word) -> bool:
    ours = any(one.pos is Pos.VERB and one.person == "1" for one in current.readings)
    return ours and current.form.endswith("نا") and current.lemmas <= current.verbs


def _may_be_mine(current: Word) -> bool:
    return any(one.aspect == "imperfect" and one.person == "1" for one in current.readings)


def _speaks(current: Word) -> bool:
    """Whether the word says "we" or "I"."""
    return current.form in _WE | _I or current.first_person


def _shifts(line: Line, spoken: int, place: int) -> bool:
    verb, quoted = line.words[place], line.tokens[place].quoted
    clause = line.form(place + 1) in COMPLEMENTISERS
    if not (verb.verbal or (clause and Pos.VERB in verb.kinds)) or verb.may_have_enclitic:
        return False
    if not _is_of_another(verb, _HE_OR_SHE if quoted else _HE):
        return False
    personal = bool(verb.verbs & (word_list("personal_verbs") | word_list("agentive_verbs")))
    if not (personal or quoted) or verb.verbs & word_list("impersonal_verbs"):
        return False
    joined = verb.proclitics in ({"و"}, {"و", "س"}) or line.form(place - 1) in _JOINED_NEGATIONS
    if not joined or not _is_no_subject(line.words[place + 1]):
        return False
    between = line.words[spoken:place]
    return not any(_may_be_meant(current, verb.verb, personal=personal) for current in between)


def _is_of_another(verb: Word, forms: Forms) -> bool:
    """A verb in the present that is of the third person, in one of these forms."""
    if not verb.verb or not verb.verb <= forms or any(one.person == "1" for one in verb.readings):
        return False
    return any(one.aspect == "imperfect" for one in verb.readings)


def _is_no_subject(after: Word) -> bool:
    """What cannot be the subject of a verb of thought or will: a clause, a phrase, a thing."""
    if after.form in COMPLEMENTISERS | {"ذلك", "ما"} or is_preposition(after):
        return True
    if _is_pronominal(after):
        return True
    if after.form.endswith("ا") and any(one.state == "i" for one in after.readings):
        return True
    thing = after.kinds == {Pos.NOUN} and after.article and not after.proclitics
    people = any(one.human for one in after.readings)
    return thing and not people and not after.lemmas & word_list("bodies")


def _is_pronominal(current: Word) -> bool:
    """«عنها», «إليه»: a preposition with a pronoun."""
    return current.kinds == {Pos.PREPOSITION}


def _may_be_meant(current: Word, forms: Forms, *, personal: bool) -> bool:
    """What the verb may speak of: a person or a body if only these do it."""
    if not current.maybe_nominal or not fits(current.subject, forms):
        return False
    people = any(one.human or one.pos is Pos.NAME for one in current.readings)
    return not personal or people or bool(current.lemmas & word_list("bodies"))


_FIRST_PERSON: Condition[Word] = Condition(lambda current: current.first_person)
_OURS: Condition[Word] = Condition(
    lambda current: _may_be_mine(current) or _is_yours(current) or _may_be_ours(current)
)
_WE_SPEAK = Condition(_speaks)
