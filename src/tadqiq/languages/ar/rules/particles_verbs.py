"""Particles and the verb that stands right after them."""

from __future__ import annotations

from ....model import Message
from ..syntax.agreement import Line
from ..syntax.nominal import fits
from .particles import FUTURE, PAST, ParticleRule

_ADVERBS = frozenset({"بعد", "أيضا", "أبدا", "قريبا", "حاليا", "فورا", "تماما", "إطلاقا", "غدا"})
_PRONOUNS = frozenset({"هو", "هي", "هم", "هما"})
_NOT = frozenset(one + form for one in ("", "و", "ف") for form in ("ليس", "ليست"))


class SubjectAfterParticle(ParticleRule):
    """«لن الحكومة تقبل», «لم بعد يصل»: nothing stands between such a particle and its verb."""

    code = "S234"
    particles = FUTURE | PAST
    title = Message("particle apart from its verb", "فصل بين الأداة وفعلها")
    reason = Message(
        "«لن», «لم», «سوف» and «قد» stand right before their verb.",
        "لا يفصل بين «لن» و«لم» و«سوف» و«قد» وبين الفعل فاصل.",
    )
    flags = (
        "وأكد أن بلاده ⟦لن أبدا⟧ تعترف بالضم",
        "⟦سوف الوزير⟧ يزور العاصمة غدا",
        "⟦ولم الحكومة⟧ تعلق على الأنباء",
    )
    passes = (
        "وأكد أن بلاده لن تعترف أبدا بالضم",
        "ولم الخوف؟",
        "طالب بلم الشمل العربي",
        "فقد الرجل ساقه في الانفجار",
        "لم أيضا؟",
    )

    def wrong(self, line: Line, place: int) -> int | None:
        form, after = line.form(place), line.words[place + 1]
        following = line.words[place + 2] if place + 2 < len(line) else None
        if following is None:
            return None
        present = not following.proclitics and any(
            one.aspect == "imperfect" and one.person == "3" for one in following.readings
        )
        adverb = after.form in _ADVERBS or after.form in _PRONOUNS
        if adverb and form != "فقد":
            return place + 1 if present and not (after.form == "بعد" and "قد" in form) else None
        noun = after.article and after.nominal and not after.proclitics
        if form in FUTURE:
            return place + 1 if noun else None
        agrees = noun and fits(after.subject, following.verb)
        return place + 1 if agrees and present and form != "فقد" else None


class VerbAfterLaysa(ParticleRule):
    """«ليس يعرف», «ليس وصل»: «ليس» negates a noun phrase; a verb takes «لا», «لم» or «لن»."""

    code = "S235"
    particles = _NOT
    title = Message("«ليس» before a verb", "«ليس» قبل الفعل")
    reason = Message(
        "«ليس» negates what is no verb; a verb is negated by «لا», «لم» or «لن».",
        "تنفي «ليس» الجملة الاسمية؛ أما الفعل فينفى بـ«لا» أو «لم» أو «لن».",
    )
    flags = (
        "وقال إن القرار ⟦ليس يكن⟧ سهلا على الحكومة",
        "ورغم التحذيرات ⟦ليست أخلت⟧ السلطات الحي",
    )
    passes = (
        "وقال إن القرار لم يكن سهلا على الحكومة",
        "ليس هناك ما يدل على ذلك",
        "ليس بعيدا عن المدينة",
    )

    def wrong(self, line: Line, place: int) -> int | None:
        after = line.words[place + 1]
        finite = after.verbal and not after.proclitics - {"س"} and bool(after.readings)
        return place + 1 if finite else None
