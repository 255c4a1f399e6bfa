"""The nun of the five verbs: dropped where nothing drops it, kept where something does."""

from __future__ import annotations

from ....model import Message, Pos
from ..syntax.agreement import Line, Word, is_rare
from .moods import MoodRule

_PARTICLES = frozenset({"لن", "ولن", "فلن", "لم", "ولم", "فلم", "أن", "وأن", "بأن", "كي", "لكي"})
_PLAIN_BEFORE = frozenset({
    prefix + form
    for prefix in ("", "و", "ف")
    for form in (
        "الذين", "كانوا", "إنهم", "أنهم", "لأنهم", "لكنهم", "كأنهم", "بأنهم", "هم", "قد", "سوف",
        "زالوا", "يزالون", "ظلوا", "باتوا", "أصبحوا", "حيث", "بينما", "عندما", "هل", "إذ",
    )
})  # fmt: skip
_DENIALS = frozenset({"لا", "ما"})
# «دع الناس يعملوا»: what a command brings about is in the jussive.
_COMMANDS = frozenset({"دع", "دعوا", "فليبق", "ليت"})


_NEGATED = frozenset({"ألا", "لئلا", "كيلا"})
_PURPOSE = frozenset({"حتى", "كي", "لكي"})
_BEING = frozenset({"كان", "ظل", "بات", "أصبح", "زال"})
_EVEN = frozenset({Pos.PRONOUN, Pos.CONJUNCTION, Pos.RELATIVE, Pos.PARTICLE})
_NEARLY = frozenset({"كاد", "زال"})  # «حتى يكادون»: how far it goes, not what for


class NunMissing(MoodRule):
    """«الذين يعملوا», «سيعملوا»: the nun is dropped though no particle drops it."""

    code = "S231"
    title = Message("nun dropped in the indicative", "حذف نون الفعل المرفوع")
    reason = Message(
        "The five verbs keep their nun unless «أن», «لن», «لم» or «لـ» stands before them.",
        "تثبت نون الأفعال الخمسة في الرفع، ولا تُحذف إلا بعد ناصب أو جازم.",
    )
    flags = (
        "وقال إن المرضى الذين ⟦يتناولوا⟧ الدواء تحسنوا",
        "كانوا ⟦يعملوا⟧ في المصنع",
        "وأعلن الحزب أن أعضاءه ⟦سيقاطعوا⟧ الجلسة",
        "وكان المتظاهرون ⟦يطالبوا⟧ بإسقاط الحكومة",
    )
    passes = (
        "وقال إن المرضى الذين يتناولون الدواء تحسنوا",
        "دعاهم إلى أن يعملوا ويستعدوا",
        "لم يعملوا أمس",
        "يريد أن يأتي اللاعبون ويلعبوا",
        "وحتى يعملوا بجد",
    )

    def may_be(self, current: Word) -> bool:
        return _is_shortened_plural(current)

    def wrong(self, line: Line, place: int) -> bool:
        if "س" in line.words[place].proclitics:
            return True
        if line.words[place].proclitics:
            return False
        before = place - 1
        if line.form(before) in _DENIALS:
            before -= 1
        if line.form(before) in _PLAIN_BEFORE:
            return True
        return before == place - 1 and _is_men(line.words[before], line, before)

    def right(self, text: str) -> list[str]:
        return [text[:-1] + "ن"]


class NunAfterParticle(MoodRule):
    """«ليتمكنون», «لم يتمكنان»: the nun is kept behind the «لـ» of purpose, and in the dual."""

    code = "S232"
    title = Message("nun kept in the subjunctive or jussive", "ثبوت النون في المنصوب والمجزوم")
    reason = Message(
        "Behind «لـ», and after «لم», «لن», «أن», «كي», the five verbs lose their nun.",
        "تُحذف نون الأفعال الخمسة بعد لام التعليل و«لم» و«لن» و«أن» و«كي».",
    )
    flags = (
        "فتحت السلطات المعبر ⟦ليتمكنون⟧ من العودة",
        "لكن الوزيرين لم ⟦يتفقان⟧ على موعد",
        "جاؤوا حتى ⟦يتمكنون⟧ من العمل",
        "غادروا حتى لا ⟦يتعرضون⟧ للقصف",
        "وطلب منهم ألا ⟦يعودون⟧ إلى القرية",
    )
    passes = (
        "نظر في قضية ليفرسون الشهيرة",
        "فتحت السلطات المعبر ليتمكنوا من العودة",
        "لكن الوزيرين لم يتفقا على موعد",
        "ليكون قادرا على العودة",
        "كان المشروع أن جنديان",
        "وبقوا هناك حتى عادوا",
        "ضعفوا حتى يكادون يسقطون",
        "وحتى المحتجون يعترفون بذلك",
        "وهم حتى يرفضون الحوار",
        "كانوا حتى يرفضون الحوار",
        "ألا يعودون إلى بيوتهم؟",
    )

    def may_be(self, current: Word) -> bool:
        return _keeps_nun(current)

    def wrong(self, line: Line, place: int) -> bool:
        if "ل" in line.words[place].proclitics:
            return not is_rare(line.words[place])  # «ليفرسون»: a name
        if line.form(place - 1) in _PARTICLES:
            return line.form(place).endswith("ان")
        return not line.words[place].verbs & _NEARLY and _is_purpose(line, place - 1)

    def right(self, text: str) -> list[str]:
        return [text[:-1] + "ا"] if text.endswith("ون") else [text[:-1]]


def _is_purpose(line: Line, place: int) -> bool:
    """«جاؤوا حتى», «غادروا كي لا», «طلب ألا»; not «كانوا حتى», where «حتى» is "even"."""
    start = place - 1 if line.form(place) == "لا" else place
    known = line.form(start) in (_PURPOSE if start < place else _PURPOSE | _NEGATED)
    if not known or start == 0 or any(one.form in {"؟", "?"} for one in line.words):
        return False
    before = line.words[start - 1]
    if before.verbs & _BEING or before.kinds & _EVEN:
        return False
    bound = before.kinds == {Pos.PREPOSITION} and before.enclitic
    return before.nominal or bool(before.verbs) or bound or line.form(start - 1) == "على"


def _is_shortened_plural(current: Word) -> bool:
    """«يعملوا», «سيعملوا»: an imperfect of several men without its nun, and nothing else."""
    stem = current.form.removeprefix("و").removeprefix("ف").removeprefix("س")
    if not current.form.endswith("وا") or not stem.startswith("ي") or not current.verbal:
        return False
    return all(
        one.aspect == "imperfect" and one.number == "p" and not one.enclitic
        for one in current.readings
    )


def _is_men(noun: Word, line: Line, place: int) -> bool:
    """«المتظاهرون» and no other: a definite plural of people that is the verb's subject."""
    commanded = any(word.form in _COMMANDS for word in line.words[max(0, place - 3) : place])
    if not noun.article or not noun.nominal or noun.proclitics or commanded:
        return False
    sound = noun.form.endswith(("ون", "ين")) and ("m", "p") in noun.attribute
    if noun.adjectival and sound and place:
        return line.words[place - 1].article and ("m", "p") in line.words[place - 1].demanded
    return noun.human and ("m", "p") in noun.demanded and ("m", "s") not in noun.demanded


def _keeps_nun(current: Word) -> bool:
    verbs = [one for one in current.readings if one.pos is Pos.VERB]
    if not verbs or not current.verbal or not current.form.endswith(("ون", "ان")):
        return False
    several = "p" if current.form.endswith("ون") else "d"
    return all(
        one.aspect == "imperfect"
        and one.number == several
        and one.mood != "sj"
        and not one.enclitic
        for one in verbs
    )
