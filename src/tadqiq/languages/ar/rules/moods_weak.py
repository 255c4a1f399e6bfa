"""Weak verbs and the five verbs after the particles that shorten them."""

from __future__ import annotations

from ....model import Message, Pos, Severity
from ..morphology import readings
from ..syntax.agreement import Line, Word
from .moods import MoodRule

_JUSSIVE = frozenset({"لم", "ولم", "فلم", "ألم"})
_SUBJUNCTIVE = frozenset({"ألا", "وألا", "بألا", "لئلا", "حتى", "لكيلا", "كيلا"})
_LONG = "اوي"
_TRILITERAL = 3
_SHADDA = "\u0651"
# Of the hollow verbs of three letters those with no other verb written alike: «لم يفوّت».
_HOLLOW = frozenset({"كان", "عاد", "قال", "قام", "زال", "فاز", "مات", "صار", "عاش", "نال", "باع"})
_SHORTENED = {"ى": "", "ي": "", "و": ""}


class WeakVerbAfterLam(MoodRule):
    """«لم تتلقى», «لم يعود»: after «لم» a weak verb loses its long vowel."""

    code = "S228"
    after = _JUSSIVE
    title = Message("long vowel kept after «لم»", "بقاء حرف العلة بعد «لم»")
    reason = Message(
        "After «لم» a verb that ends in a long vowel loses it, and so does a hollow verb.",
        "يُحذف حرف العلة من آخر الفعل المجزوم، ومن وسط الأجوف إذا سكن آخره.",
    )
    flags = (
        "وأكدت الوزارة أنها لم ⟦تتلقى⟧ أي عرض رسمي",
        "ولم ⟦يعود⟧ المتسلق إلى المخيم",
        "لم ⟦يستطيع⟧ الفريق الفوز",
        "لم ⟦يدعو⟧ الرئيس إلى الانتخابات",
    )
    passes = (
        "قد تنفصل إذا لم تُراعَ مواقفها",
        "لم يغيّر المدرب خطته",
        "وأكدت الوزارة أنها لم تتلق أي عرض رسمي",
        "ولم يعد المتسلق إلى المخيم",
        "لم يعودوا إلى المخيم",
        "لم يقاوم الجيش",
        "طالب بلم شمل الأسر",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return bool(_shortened(line, place))

    def right(self, text: str) -> list[str]:
        return _short_forms(text)


class NunAfterAlla(MoodRule):
    """«ألا يقتربون»: «ألا» and «لئلا» hold the particle that takes the nun."""

    code = "S229"
    after = _SUBJUNCTIVE
    title = Message("nun kept in the subjunctive", "ثبوت النون في المنصوب")
    reason = Message(
        "After «ألا», «لئلا», «حتى» the five verbs lose their nun.",
        "تُحذف نون الأفعال الخمسة بعد «ألا» و«لئلا» و«حتى».",
    )
    flags = ("وطلبت الشرطة من الأهالي ألا ⟦يقتربون⟧ من النهر",)
    passes = (
        "وطلبت الشرطة من الأهالي ألا يقتربوا من النهر",
        "ألا يعرفون الحقيقة؟",
        "حتى المسؤولون حضروا",
    )

    def wrong(self, line: Line, place: int) -> bool:
        if line.form(place - 1) == "حتى" or place < 2:
            return False
        current = line.words[place]
        plural = current.form.endswith("ون") and current.verbal and not current.proclitics
        return plural and all(one.mood == "i" for one in current.readings)

    def right(self, text: str) -> list[str]:
        return [text[:-1] + "ا"]


class VerbForItsNoun(MoodRule):
    """«ستعلن بدأ التسجيل»: «بدأ» for «بدء»."""

    code, severity = "S230", Severity.MAJOR
    title = Message("«بدأ» for «بدء»", "«بدأ» مكان «بدء»")
    reason = Message(
        "Where a noun must stand the word is «بدء»; «بدأ» is the verb.",
        "المصدر «بدء»، أما «بدأ» فالفعل.",
    )
    flags = (
        "وأوضح أن الهيئة ستعلن ⟦بدأ⟧ التسجيل خلال أيام",
        "تأجل موعد ⟦بدأ⟧ الدراسة إلى الأحد",
        "توقف القتال قبل ⟦بدأ⟧ المحادثات",
    )
    passes = (
        "وأوضح أن الهيئة ستعلن بدء التسجيل",
        "منذ بدأ القتال",
        "بعد أن بدأ القتال",
        "الاجتماع الذي بدأ الأحد",
        "قال إن الجيش بدأ الهجوم",
    )

    def may_be(self, current: Word) -> bool:
        return current.form == "بدأ"

    def wrong(self, line: Line, place: int) -> bool:
        if place + 1 >= len(line) or not line.words[place + 1].article:
            return False
        before = line.words[place - 1]
        if before.form in {
            "إعلان",
            "موعد",
            "قبل",
            "مع",
            "عن",
            "إلى",
            "على",
            "عند",
            "في",
            "تاريخ",
            "إشارة",
        }:
            return True
        declares = {"أعلن", "شهد", "توقع", "أكد", "قرر", "انتظر", "أجل", "أخر"}
        return before.verbal and bool(before.verbs & declares)

    def right(self, text: str) -> list[str]:
        return ["بدء"]


class HamzaOfFormTwo(MoodRule):
    """«يأثر» for «يؤثر»: the hamza of a causative after a prefix with «ُ»."""

    code, kind = "W106", "word-form"
    title = Message("hamza on the wrong seat", "همزة على غير كرسيها")
    reason = Message(
        "After the prefix of this verb the hamza is written on «و».",
        "تُكتب الهمزة في هذا الفعل على الواو لأن حرف المضارعة مضموم.",
    )
    flags = (
        "وقال الخبير إن التلوث ⟦يأثر⟧ في نمو الأطفال",
        "والحادث ⟦يأكد⟧ حاجة البلاد إلى الإصلاح",
    )
    passes = ("وقال الخبير إن التلوث يؤثر في نمو الأطفال", "يأمل الوزير في الفوز", "يأكل الطفل")

    def may_be(self, current: Word) -> bool:
        return current.form in _SEATS

    def wrong(self, line: Line, place: int) -> bool:
        return True

    def right(self, text: str) -> list[str]:
        return [_SEATS[text]] if text in _SEATS else []


_SEATS = {
    before + person + "أ" + rest: before + person + "ؤ" + rest
    for before in ("", "و", "س", "وس")
    for person in "يتن"
    for rest in ("ثر", "كد", "يد", "جل", "دي", "سس", "هل", "من", "ذي", "شر", "ثرون", "كدون")
    if (person, rest) not in {("ت", "ثر"), ("ت", "كد"), ("ت", "يد"), ("ت", "جل"), ("ت", "سس"),
                              ("ت", "هل"), ("ت", "ذي"), ("ت", "شر"), ("ي", "من"), ("ت", "من"),
                              ("ن", "من"), ("ن", "شر"), ("ي", "شر")}
}  # fmt: skip


def _shortened(line: Line, place: int) -> list[str]:
    """The verb as «لم» makes it, if it is an imperfect in the singular that is not."""
    current = line.words[place]
    verbs = [one for one in current.readings if one.pos is Pos.VERB]
    if not verbs or any(one.aspect != "imperfect" or one.enclitic for one in verbs):
        return []
    if _SHADDA in line.tokens[place].text[2:]:
        return []  # «لم يغيّر»
    if not current.verbal or current.proclitics or current.form.endswith(("ا", "ون", "ان", "ين")):
        return []
    return _short_forms(current.form)


def _short_forms(form: str) -> list[str]:
    """«تتلقى» as «تتلق», «يعود» as «يعد», where these are the same verb's."""
    lemmas = {one.lemma for one in readings(form) if one.pos is Pos.VERB}
    if form[-1:] in _SHORTENED:
        shorter = form[:-1]
    elif len(form) > 3 and form[-2] in _LONG and form[-1] not in "اويى":
        shorter = form[:-2] + form[-1]
    else:
        return []
    own = {
        one.lemma for one in readings(shorter) if one.pos is Pos.VERB and one.aspect == "imperfect"
    }
    weak = form[-1:] in _SHORTENED
    if not weak and any(lemma.endswith(("ى", "ا")) for lemma in lemmas):
        return []  # «لم تُراعَ»: short already
    alike = {one for one in lemmas & own if weak or len(one) > _TRILITERAL or one in _HOLLOW}
    return [shorter] if alike else []
