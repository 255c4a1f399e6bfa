"""What particles stand before: إنّ before a noun, لن and سوف before a verb."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..suspicions.doubt import Doubting
from ..suspicions.particles import INNA
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition

_JOINED = ("", "و", "ف")
_BECAUSE = frozenset({"لأن", "ولأن"})
_THAT = frozenset({"أن", "وأن", "بأن"})
_SAYING = frozenset({"قال", "قول", "قائل"})
_TELLING = frozenset({
    "أعلن", "ذكر", "أوضح", "أفاد", "أضاف", "زعم", "ادعى", "أكد", "كشف", "بين", "صرح", "اعترف",
    "موضح", "مضيف", "مؤكد", "معلن", "مبين", "زاعم", "مدعي", "رأى", "اعتقد", "ظن", "لاحظ", "وجد",
})  # fmt: skip
# After these «إنّ» is no direct speech.
_KNOWING = frozenset({
    "أعلن", "ذكر", "أوضح", "أفاد", "أكد", "كشف", "بين", "اعترف", "رأى", "اعتقد", "ظن", "لاحظ",
    "وجد", "زعم", "ادعى", "أدرك", "علم", "عرف", "توقع", "رجح", "افترض", "تصور", "خشي", "نفى",
    "أنكر", "أثبت", "أظهر", "تبين", "اتضح", "ثبت", "بدا", "شعر", "سمع", "فهم", "تذكر", "اكتشف",
    "أخبر", "أبلغ", "عنى", "اعتبر", "موضح", "مؤكد", "معتبر", "معلن", "زاعم",
})  # fmt: skip
_FINITE = frozenset({"يجب", "يمكن", "ينبغي", "يتعين", "سوف"})
_PAST_AN = frozenset({
    "بعد", "منذ", "سبق", "وسبق", "دون", "لولا", "إلى", "ما", "بمجرد", "فور", "لو", "قبل", "إلا",
    "وبعد", "ومنذ", "فبعد", "حتى", "لا", "يوم", "حال", "قط", "حصل", "حدث", "وحدث", "صادف", "رغم",
})  # fmt: skip
# What «أنّ» alone follows: «من أنه», «حيث أنها».
_BEFORE_THAT = frozenset({"من", "عن", "في", "حيث", "كما", "بيد", "خصوصا", "خاصة"})
FUTURE = frozenset(one + form for one in _JOINED for form in ("لن", "سوف"))
PAST = frozenset({"لم", "ولم", "فلم", "قد", "وقد", "فقد"})
_GOVERNORS = frozenset({
    "من", "على", "عن", "في", "إلى", "مع", "رغم", "بعد", "قبل", "دون", "منذ", "غير", "بيد", "إلا",
    "بسبب", "لدرجة", "بدون", "برغم", "لولا",
})  # fmt: skip
_INNA = {"إن": "أن", "إنه": "أنه", "إنها": "أنها", "إنهم": "أنهم", "إنهما": "أنهما"}
_REACH = 9


# Letters that names are spelt by: «إيه إن زد», «إن بي سي».
_LETTERS = frozenset({
    "إيه", "بي", "بيه", "سي", "دي", "إي", "إف", "أف", "جي", "جيه", "إتش", "اتش", "آي", "كيه", "كي", "إل",
    "إم", "أو", "أوه", "كيو", "آر", "إس", "أس", "تي", "يو", "في", "دبليو", "إكس", "واي", "زد", "زي",
}) - {"في", "كي"}  # fmt: skip


class ParticleRule(Doubting):
    """A rule about a particle and the word after it."""

    kind, category = "grammar", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    particles: frozenset[str]

    def __init__(self) -> None:
        particles = self.particles
        self._stands: Condition[Word] = Condition(lambda current: current.form in particles)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, self._stands):
            spelt = {line.form(place - 1), line.form(place + 1)} & _LETTERS
            last = self.wrong(line, place) if place + 1 < len(line) and not spelt else None
            if last is not None:
                span = line.tokens[place].span.cover(line.tokens[last].span)
                yield self.finding(doc, span, suggest=self.right(line, place, last))

    @abstractmethod
    def wrong(self, line: Line, place: int) -> int | None:
        """The last word of what is wrong from the particle at ``place`` on; None if nothing is."""

    def right(self, line: Line, place: int, last: int) -> list[str]:
        """What should stand there instead, where that is sure."""
        return []


class ParticleWithoutPronoun(ParticleRule):
    """«لأن وصلت», «قال إن سيرشح نفسه»: إنّ and its sisters stand before a noun or a pronoun."""

    code = "S233"
    particles = _BECAUSE | _THAT | frozenset({"إن", "وإن"})
    title = Message("«إنّ» before a verb", "دخول «إنّ» وأخواتها على الفعل")
    reason = Message(
        "«إنّ», «أنّ» and «لأنّ» stand before a noun or a pronoun, not before a finite verb.",
        "تدخل «إنّ» و«أنّ» و«لأنّ» على الاسم أو الضمير، لا على الفعل.",
    )
    flags = (
        "ألغيت الرحلة ⟦لأن وصلت⟧ العاصفة إلى الساحل",
        "وقالت الشركة ⟦إن ستعوض⟧ المتضررين",
        "وأوضح الوزير ⟦أن يجب⟧ على الجميع الالتزام",
        "وأعلنت الشرطة ⟦أن عثرت⟧ على الجثة",
    )
    passes = (
        "ألغيت الرحلة لأن العاصفة وصلت إلى الساحل",
        "وقالت الشركة إنها ستعوض المتضررين",
        "تمهيدا لأن يصبح رئيسا",
        "وأعلن بعد أن وصل أنه سيترشح",
        "وقال إن كانت هناك أدلة فسنراها",
        "طلب أن يجب عن السؤال",
        "وقال إن لم يصلوا غدا فسننسحب",
    )

    def wrong(self, line: Line, place: int) -> int | None:
        form, after = line.form(place), line.words[place + 1]
        if form in _BECAUSE:
            plain = after.verbal and not after.may_have_enclitic
            told = plain and (_is_past(after) or _is_future(after))
            return place + 1 if told or after.form in _FINITE else None
        past = after.verbal and _is_past(after)
        if form in _THAT:
            told = (past or after.form in _FINITE) and _told_before(line, place, _TELLING)
            return place + 1 if told or (past and line.form(place - 1) in _BEFORE_THAT) else None
        # «إن سيمز قد فقد»: a name that looks like a verb has its own behind it.
        told = _is_future(after) and not _finite_next(line, place + 2)
        told = told or after.form in _FINITE or (past and not _answered(line, place + 1))
        return place + 1 if told and _told_before(line, place, _SAYING) else None

    def right(self, line: Line, place: int, last: int) -> list[str]:
        verb = line.words[last]
        she = verb.verb == {("f", "s")} and verb.form not in _FINITE
        pronoun = "ها" if she else "هم" if verb.verb == {("m", "p")} else "ه"
        return [f"{line.tokens[place].text}{pronoun} {line.tokens[last].text}"]


class InnaAfterTelling(ParticleRule):
    """«يعني إنه», «نفى الوزير إن»: after verbs other than «قال» the particle is «أنّ»."""

    code, severity = "S237", Severity.MINOR
    particles = frozenset(_INNA)
    doubts, needed_gain = (INNA,), 2.5
    title = Message("«إن» after a verb other than «قال»", "«إن» بعد غير القول")
    reason = Message(
        "Only after «قال» is the particle «إنّ»; other verbs take «أنّ».",
        "تُكسر همزة «إنّ» بعد القول وحده؛ وتُفتح بعد سائر الأفعال.",
    )
    flags = (
        "ونفى الوزير ⟦إن⟧ الحكومة تعتزم رفع الأسعار",
        "وهذا يعني ⟦إنها⟧ ستخسر المقعد",
    )
    passes = (
        "أعلن بنك «إيه إن زد» الأسترالي ذلك",
        "وهو ما ينفيه قائلا إنه سدد الفواتير",
        "ونفى الوزير أن الحكومة تعتزم رفع الأسعار",
        "وأكد الوزير: إن الحكومة باقية",
        "وأكد الوزير «إن الحكومة باقية»",
        "لا أعرف إن كان سيعود",
        "وقال الخبير إن الأسعار سترتفع",
        "وقال مسؤول طلب عدم كشف هويته إن النقاش سيستمر",
    )

    def wrong(self, line: Line, place: int) -> int | None:
        after = line.words[place + 1]
        noun = after.maybe_nominal and Pos.VERB not in after.kinds
        if line.form(place) == "إن" and not noun:
            return None
        near = place and line.tokens[place].span.start - line.tokens[place - 1].span.end == 1
        # «قال مسؤول طلب عدم كشف هويته إن»: it may belong to a «قال» further back.
        if not near or any(_says(one) for one in line.words[:place]):
            return None
        return place if _told_before(line, place, _KNOWING) else None

    def right(self, line: Line, place: int, last: int) -> list[str]:
        return [_INNA[line.form(place)]]


class InnaAfterPreposition(ParticleRule):
    """«رغم إن», «إلا إنه»: after a preposition the particle is «أنّ»."""

    code, severity = "S236", Severity.MINOR
    particles = frozenset(_INNA)
    title = Message("«إن» after a preposition", "«إن» بعد حرف جر")
    reason = Message(
        "After prepositions and «إلا» the particle is «أنّ».",
        "تُفتح همزة «أنّ» بعد حروف الجر و«رغم» و«إلا» و«غير».",
    )
    flags = (
        "ورغم ⟦إن⟧ الحكومة وعدت بالإصلاح",
        "وشدد على ⟦إنه⟧ سيبقى في منصبه",
    )
    passes = (
        "ورغم أن الحكومة وعدت بالإصلاح",
        "ولا يغادر إلا إن طلب منه",
        "سأل عن إن كان سيعود",
    )

    def wrong(self, line: Line, place: int) -> int | None:
        before = line.form(place - 1).removeprefix("و") if place else ""
        if before not in _GOVERNORS:
            return None
        after = line.words[place + 1]
        noun = after.maybe_nominal and Pos.VERB not in after.kinds
        return place if line.form(place) != "إن" or noun else None

    def right(self, line: Line, place: int, last: int) -> list[str]:
        return [_INNA[line.form(place)]]


def _says(current: Word) -> bool:
    """«قال», «قائلا»."""
    return bool(current.verbs & _SAYING) or "قائل" in current.lemmas


def _is_past(verb: Word) -> bool:
    """A perfect of the third person and nothing else."""
    plain = verb.verbal and bool(verb.verb) and not verb.proclitics
    return plain and all(one.aspect == "perfect" for one in verb.readings)


def _is_future(verb: Word) -> bool:
    """«سيصل»."""
    return verb.verbal and "س" in verb.proclitics


def _finite_next(line: Line, place: int) -> bool:
    """A verb, or a particle that leads to one."""
    known = line.form(place) in PAST | FUTURE | {"لا", "هو"}
    return known or (place < len(line) and line.words[place].verbal)


def _answered(line: Line, verb: int) -> bool:
    """Whether «إن» may be "if": «كان» stands after it, or what follows may be its answer."""
    if line.words[verb].verbs & {"كان"}:
        return True
    rest = line.words[verb + 1 :]
    return any(
        one.form in FUTURE or one.form.startswith("ف") or "س" in one.proclitics for one in rest
    )


def _told_before(line: Line, place: int, verbs: frozenset[str]) -> bool:
    """Whether a verb or participle of telling stands before, nothing but nouns between."""
    if line.form(place - 1) in _PAST_AN:
        return False
    for back in range(place - 1, max(-1, place - _REACH), -1):
        current = line.words[back]
        state = current.form.removesuffix("ا").removesuffix("ة")
        if current.verbs & verbs or state in verbs or current.lemmas & (verbs & _SAYING):
            return True
        if Pos.VERB in current.kinds and current.verbal:
            return False
        if not (current.maybe_nominal or is_preposition(current)):
            return False
    return False
