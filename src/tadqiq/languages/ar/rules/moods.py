"""Verbs after particles and modals, where patterns of words alone are not enough."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology import readings
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import fits, is_preposition

_JUSSIVE = frozenset({"لم", "ولم", "فلم", "لن", "ولن", "فلن", "سوف", "وسوف"})
_GATHERING = "شمل"  # «لم شمل العائلات»
_WISHES = frozenset({"زال", "سمح", "قدر", "رحم", "بارك", "غفر", "عاد", "شك", "بد", "كان", "جرم"})
_MODALS = frozenset({"أراد", "استطاع", "وجب", "أمكن", "انبغى", "ود", "اعتزم", "نوى", "حاول"})
_MODAL_FORMS = frozenset({
    "ويريد", "وتريد", "فيجب", "ويجب", "ويمكن", "وينبغي", "ويستطيع", "وتستطيع", "ويود", "وتود",
    "ويحاول", "وتحاول", "يحاول", "تحاول", "يعتزم", "تعتزم", "ويعتزم", "وتعتزم",
})  # fmt: skip
_POSSIBLE = frozenset({
    "الصعب", "الممكن", "الضروري", "المهم", "المستحيل", "السهل", "اللازم", "الأفضل", "المبكر",
})  # fmt: skip
_AFTER_QAD = frozenset({Pos.NOUN, Pos.ADJECTIVE})


class MoodRule(Rule):
    """A rule that looks at one word of a line and what stands before it.

    ``after`` are the forms one of which must stand directly before; empty for any.
    """

    kind, category = "grammar", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    after: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self._opens = Condition(self._may_stand_before if self.after else self.may_be)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        step = 1 if self.after else 0
        for line, start in spots(doc, self._opens):
            place = start + step
            if 0 < place < len(line) and self.wrong(line, place):
                text = line.tokens[place].text
                yield self.finding(doc, line.tokens[place].span, suggest=self.right(text))

    def _may_stand_before(self, current: Word) -> bool:
        return current.form in self.after

    def may_be(self, current: Word) -> bool:
        """Whether the word could be wrong anywhere; asked where ``after`` names none."""
        return True

    @abstractmethod
    def wrong(self, line: Line, place: int) -> bool:
        """Whether the form at ``place`` is impossible there."""

    def right(self, text: str) -> list[str]:
        """What should stand there instead, where that is sure."""
        return []


class NoImperfectAfterParticle(MoodRule):
    """«ولم وصل الوفد»: a perfect that may be a noun too, after لم, لن or سوف."""

    code = "S221"
    after = _JUSSIVE
    title = Message("tense after «لم», «لن», «سوف»", "زمن الفعل بعد «لم» و«لن» و«سوف»")
    reason = Message(
        "These particles stand before an imperfect only.",
        "لا تدخل هذه الأدوات إلا على الفعل المضارع.",
    )
    flags = (
        "ولم ⟦وصل⟧ الوفد إلى العاصمة",
        "لن ⟦قبول⟧ الحكومة بالشروط",
        "سوف ⟦زيارة⟧ الوزير المدينة غدا",
    )
    passes = (
        "ولم يصل الوفد إلى العاصمة",
        "طالب بلم شمل العائلات",
        "إعادة لم شمل الأسر",
        "لم تسلم المدينة",
        "ولم الخوف؟",
    )

    def wrong(self, line: Line, place: int) -> bool:
        if line.form(place).startswith(_GATHERING):
            return False
        current = line.words[place]
        if not current.kinds or not current.kinds <= {Pos.NOUN, Pos.VERB, Pos.ADJECTIVE}:
            return False
        if current.verbal or Pos.NOUN not in current.kinds or current.article:
            return False
        if any(one.aspect == "imperfect" for one in current.readings) or current.proclitics:
            return False
        gathers = place > 1 and (
            line.words[place - 2].maybe_nominal or is_preposition(line.words[place - 2])
        )
        return not (gathers and line.form(place - 1) == "لم" and Pos.VERB not in current.kinds)


class ModalWithoutAn(MoodRule):
    """«ويريد الاتحاد يعقد»: a finite verb after a modal and its subject, without «أن»."""

    code = "S222"
    title = Message("two verbs without «أن»", "فعلان بلا «أن»")
    reason = Message(
        "A modal verb takes «أن» or a verbal noun.",
        "يلي أفعال الإمكان والوجوب والإرادة «أن» أو مصدر.",
    )
    flags = (
        "ويريد الاتحاد ⟦يعقد⟧ قمة طارئة",
        "تحاول الحكومة الجديدة ⟦تتجنب⟧ العجز",
        "ويجب ⟦يستقيل⟧ الوزير قبل التحقيق",
    )
    passes = (
        "ويريد الاتحاد أن يعقد قمة طارئة",
        "يريد رجلا يعمل",
        "يحاول الجيش الذي يتقدم",
        "ويستطيع اللاعب وهو يجري",
    )

    def may_be(self, current: Word) -> bool:
        return _imperfect(current)

    def wrong(self, line: Line, place: int) -> bool:
        modal = place - 1
        while modal > 0 and place - modal <= 3 and _is_definite_nominal(line.words[modal]):
            modal -= 1
        if modal == place - 1:
            return line.form(modal) in _MODAL_FORMS
        if not _is_modal(line.words[modal]):
            return False
        return fits(line.words[modal + 1].subject, line.words[place].verb)

    def right(self, text: str) -> list[str]:
        return [f"أن {text}"]


class ImperfectAfterWhenever(MoodRule):
    """«كلما يرتفع السعر»: «كلما» takes the perfect."""

    code, severity = "S223", Severity.MINOR
    after = frozenset({"كلما", "وكلما"})
    title = Message("imperfect after «كلما»", "مضارع بعد «كلما»")
    reason = Message("«كلما» takes a perfect verb.", "لا يلي «كلما» إلا الفعل الماضي.")
    flags = ("وكلما ⟦يرتفع⟧ سعر النفط زادت العائدات",)
    passes = ("وكلما ارتفع سعر النفط زادت العائدات", "كلما تقدم الجيش انسحب السكان")

    def wrong(self, line: Line, place: int) -> bool:
        return _imperfect(line.words[place])


class PerfectAfterLa(MoodRule):
    """«لا أعلنت الحكومة»: a statement about the past is negated with «لم» or «ما»."""

    code = "S224"
    after = frozenset({"لا"})
    title = Message("«لا» before a perfect", "«لا» قبل الفعل الماضي")
    reason = Message(
        "«لا» negates a perfect only as a wish or as one of a pair.",
        "لا تنفي «لا» الماضي إلا في الدعاء أو مع التكرار.",
    )
    flags = ("وقال إن الشركة لا ⟦أعلنت⟧ عن خططها",)
    passes = (
        "وقال إن الشركة لم تعلن عن خططها",
        "لا زالت المفاوضات مستمرة",
        "لا أكلت ولا شربت",
        "لا سمح الله",
    )

    def wrong(self, line: Line, place: int) -> bool:
        current = line.words[place]
        if not _perfect(current):
            return False
        if current.verbs & _WISHES or any(word.form == "ولا" for word in line.words):
            return False
        before = line.form(place - 2)
        return before not in {"أم", "أو", "نعم"}


class NounAfterQad(MoodRule):
    """«وقد بداية الفرق»: «قد» stands before a verb only."""

    code = "S225"
    after = frozenset({"قد", "وقد"})
    title = Message("noun after «قد»", "اسم بعد «قد»")
    reason = Message("«قد» stands before a verb only.", "لا تدخل «قد» إلا على الفعل.")
    flags = ("وقد ⟦بداية⟧ فرق الإنقاذ عملها عند الفجر",)
    passes = (
        "نفى الجنديان أن يكونا قد ساعدا المهربين",
        "وقد بدأت فرق الإنقاذ عملها",
        "قد لا يصل الوفد",
        "كان على قد حاله",
        "وقد فعلا وصل",
    )

    def wrong(self, line: Line, place: int) -> bool:
        current = line.words[place]
        if line.form(place - 2) == "على":
            return False
        plain = bool(current.kinds) and current.kinds <= _AFTER_QAD and Pos.NOUN in current.kinds
        if not plain or current.tanwin or current.article or current.enclitic:
            return False
        sure = all(one.source == "buckwalter" for one in current.readings)
        if any(one.pos is Pos.VERB for one in readings(line.tokens[place].text)):
            return False  # «أن يكونا قد ساعدا»
        return sure and not current.proclitics and not current.form.endswith("ى")


class IndefiniteAfterJudgement(MoodRule):
    """«من الصعب وصول إلى»: the verbal noun that is judged takes the article."""

    code = "S226"
    after = _POSSIBLE
    title = Message("verbal noun lacks the article", "مصدر نكرة بعد «من الصعب»")
    reason = Message(
        "After «من الصعب», «من الممكن» … the verbal noun is definite.",
        "المصدر بعد «من الصعب» و«من الممكن» معرفة.",
    )
    flags = ("وكان من الصعب ⟦وصول⟧ إلى القرى المعزولة",)
    passes = (
        "وكان من الصعب الوصول إلى القرى المعزولة",
        "من الصعب وصول المساعدات إلى القرى",
        "من الضروري بذل مزيد من الجهد",
    )

    def wrong(self, line: Line, place: int) -> bool:
        if place < 2 or place + 1 >= len(line):
            return False
        current, after = line.words[place], line.words[place + 1]
        if line.form(place - 2) not in {"من", "ومن"} or not current.nominal or not current.bare:
            return False
        if current.proclitics or current.tanwin or current.adjectival or current.attribute:
            return False
        return is_preposition(after) and after.form not in {"بعد", "قبل", "خلال"}

    def right(self, text: str) -> list[str]:
        return [f"ال{text}"]


class PerfectOfPurpose(MoodRule):
    """«لكي وصل»: a purpose stands in the subjunctive."""

    code = "S227"
    after = frozenset({"كي", "لكي", "ولكي"})
    title = Message("perfect after «كي»", "ماض بعد «كي»")
    reason = Message(
        "«كي» and «لكي» take the subjunctive.",
        "يلي «كي» و«لكي» مضارع منصوب.",
    )
    flags = ("غادر الوفد مبكرا لكي ⟦وصل⟧ قبل الاجتماع",)
    passes = (
        "غادر الوفد مبكرا لكي يصل قبل الاجتماع",
        "لكي لا يتأخر",
    )

    def wrong(self, line: Line, place: int) -> bool:
        current = line.words[place]
        if current.name:  # «بان كي مون»
            return False
        past = [one for one in current.readings if one.aspect == "perfect" and one.person == "3"]
        return bool(past) and not any(one.aspect == "imperfect" for one in current.readings)


def _imperfect(current: Word) -> bool:
    """An imperfect of the third person and nothing else."""
    return (
        current.verbal
        and bool(current.verb)
        and not current.proclitics
        and all(one.aspect == "imperfect" for one in current.readings)
    )


def _perfect(current: Word) -> bool:
    """A perfect of the third person and nothing else."""
    return (
        current.verbal
        and bool(current.verb)
        and not current.proclitics
        and all(one.aspect == "perfect" for one in current.readings)
    )


def _is_definite_nominal(current: Word) -> bool:
    return current.article and current.nominal and not current.proclitics


def _is_modal(current: Word) -> bool:
    """A modal verb in the imperfect, and no noun."""
    present = [one for one in current.readings if one.aspect == "imperfect"]
    return current.verbal and bool(present) and bool(current.verbs & _MODALS)
