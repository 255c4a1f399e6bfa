"""The readings that agreement goes by: without the unlikely, with what the dictionaries lack."""

from __future__ import annotations

import re
from dataclasses import replace

from ....model import Pos, Reading
from ..morphology import readings
from ..morphology.arramooz import is_also_broken_plural
from ..morphology.frequency import is_oftener_name
from ..morphology.lexicon import words

_GUILD = re.compile(r"(?:[وفبلك]{0,2}ال|لل|[وفبلك]{0,2})\w\wا\w\wة")
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.NAME})
_PREFIXED = frozenset({"ب", "ل", "ك", "و", "ف"})
_PLACES = frozenset({"name:country", "name:place", "name:city"})
# Genders the dictionary misses: the man beside the foot, the mark beside the scholar.
_RESIDENTS = frozenset({("سكان", "s"), ("ساكن", "p")})
_MISREAD = {"رجل": "m", "علامة": "f", "شمال": "m", "سحب": "", "قشر": ""} | dict.fromkeys(
    ("عمدة", "داعية", "طاغية", "نابغة", "داهية", "ضحية", "رهينة"), ""
)
# The first words of clubs, whose verbs are masculine: «فاز نهضة بركان».
_MISREAD |= dict.fromkeys(("نهضة", "شبيبة", "مولودية", "حسنية"), "")
_MISREAD |= {"محافظ": "", "مدافع": ""}  # governors and wallets, defenders and cannons
_MISREAD |= {"عقاب": ""}  # the eagle, and what one suffers
_MISREAD |= dict.fromkeys(
    ("ظهور", "صدور", "لقى"), ""
)  # plurals too, of the back, the breast, a find


def likely_readings(text: str, folded: str) -> tuple[Reading, ...]:
    """The readings of the word written ``text``, the likelier of those that exclude each other."""
    known = _without_like(_without_my(_without_stray_names(readings(text))))
    guild = _is_guild(folded)
    return tuple(
        _peopled(_amended(one), guild=guild) for one in known if _is_likely(one, folded, known)
    )


def _without_stray_names(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without names that the dictionary alone has beside a noun («وزير» as a surname)."""
    if not any(one.pos in {Pos.NOUN, Pos.ADJECTIVE} for one in found):
        return found
    if any(one.pos is Pos.NAME and one.source in _PLACES for one in found):
        found = tuple(one for one in found if not (one.nisba and one.state == "i"))
    return tuple(one for one in found if one.pos is not Pos.NAME or one.source != "buckwalter")


def _without_my(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without "my …" and "like …" where a nisba is spelt the same: «عالمي», «كندي»."""
    if not any(one.nisba and not one.enclitic and "ال" not in one.proclitics for one in found):
        return found
    if all(set(one.proclitics) & _PREFIXED for one in found if one.nisba):
        return found
    usual = any(one.nisba and one.lemma in words("attributes") for one in found)
    return tuple(one for one in found if one.pos not in _NOMINAL or not _is_stray(one, usual=usual))


def _without_like(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without "like …" where the letters are an elative of women: «كبرى», not «ك» and «برى»."""
    if not any(one.lemma in words("uninflected") | {"كبرى"} for one in found):
        return found
    return tuple(one for one in found if "ك" not in one.proclitics)


def _is_stray(reading: Reading, *, usual: bool) -> bool:
    """«كندي» as "like dew"; «عالمي» as "my scholar", though not «والدي» as "parental"."""
    if reading.enclitic == "ي":
        return usual or not reading.human
    return bool(set(reading.proclitics) & _PREFIXED)


def _is_likely(reading: Reading, form: str, all_of_it: tuple[Reading, ...]) -> bool:
    """Not one that a commoner reading of the same letters drives out."""
    if reading.pos is Pos.VERB:
        if reading.enclitic == "ك" or (form.startswith("ال") and reading.enclitic):
            return _has_no_other(reading, all_of_it)
        if (reading.gender, reading.number) == ("f", "p") and (
            form.endswith("ون") or (reading.enclitic and any(map(_is_nominal, all_of_it)))
        ):
            return False
        # «تقدما»: oftener "progress" than "they two advanced"; as "you two" it stays a verb.
        third = reading.number == "d" and reading.person == "3"
        return not (third and any(one.state == "i" and one.case == "a" for one in all_of_it))
    if form.startswith("ال") and "ال" not in reading.proclitics and reading.pos in _NOMINAL:
        others = [one for one in all_of_it if "ال" in one.proclitics]
        return not others or _is_place(reading, others)
    if reading.pos is Pos.NAME and reading.source in _PLACES and "ال" in reading.proclitics:
        return not any(one.pos is Pos.NOUN for one in all_of_it)
    misspelt = form.endswith("ي") and reading.lemma.endswith("ة") and not reading.enclitic
    misspelt = misspelt and "ا" not in reading.stem[1:]  # «قري», but «ليالي» and «ضواحي» are right
    return not (reading.pos is Pos.NOUN and reading.number == "p" and misspelt)


def _is_place(reading: Reading, others: list[Reading]) -> bool:
    """«المجر», «الموصل», «السليمانية»: a place sooner than what the word means otherwise."""
    if reading.source not in _PLACES:
        return False
    city = reading.source == "name:city" and all(one.nisba for one in others)
    return city or is_oftener_name(reading.lemma)


def _has_no_other(verb: Reading, all_of_it: tuple[Reading, ...]) -> bool:
    """Not «يتحر» with «ك», for news hardly speaks to one; no verb where the article fits."""
    if verb.enclitic == "ك":
        return all(one.enclitic == "ك" for one in all_of_it)
    return not any("ال" in one.proclitics for one in all_of_it)


def _is_nominal(reading: Reading) -> bool:
    return reading.pos in _NOMINAL


def _amended(reading: Reading) -> Reading:
    """With what the dictionary lacks: plurals that it takes for singulars, names of men."""
    if reading.pos is Pos.NAME:
        man = not reading.gender and reading.lemma.endswith(("سكي", "سكى"))
        return replace(reading, gender="m") if man else reading
    two = reading.number == "d" and reading.lemma in _MISREAD
    if reading.pos is not Pos.NOUN or not (reading.number == "s" or two):
        return reading
    men = reading.lemma in words("men_in_ta") or reading.stem + "ة" in words("men_in_ta")
    if reading.gender == "f" and not two and (_is_plural_in_ta(reading) or men):
        return replace(reading, gender="m", number="p", human=True, broken=True)
    if not two and (_is_plural_of_lemma(reading) or _is_plural_of_few(reading)):
        return replace(reading, number="p", broken=True)
    one_of_them = reading.lemma == "أحد" and reading.stem.startswith("إحدا")  # «إحداهما»
    if one_of_them or reading.lemma in _MISREAD:
        return replace(reading, gender="f" if one_of_them else _MISREAD[reading.lemma])
    return replace(reading, gender="") if _is_plural_in_shape(reading) else reading


def _peopled(reading: Reading, *, guild: bool) -> Reading:
    """«سكان» as people, not as a rudder; «أمهات» as women."""
    if reading.lemma == "أم" and reading.number == "p":
        return replace(reading, gender="f")
    if reading.pos is not Pos.NOUN:
        return reading
    residents = (reading.lemma, reading.number) in _RESIDENTS
    if not residents and not (guild and reading.number == "p" and not reading.enclitic):
        return reading
    return replace(reading, gender="m", number="p", human=True, broken=True)


def _is_guild(form: str) -> bool:
    """«بياطرة», «الأساقفة», «صيادلة»: shaped as a plural of four letters with ة, of people."""
    return bool(_GUILD.fullmatch(form))


def _is_plural_in_ta(reading: Reading) -> bool:
    """«قادة» of «قائد», where «وزيرة» is of «وزير»."""
    stem, lemma = reading.stem, reading.lemma
    return len(stem) == 3 and lemma[1:2] == "ا" and stem[0] == lemma[0] and stem != lemma[:3]


def _is_plural_of_lemma(reading: Reading) -> bool:
    """«سيول» of «سيل», which the dictionary gives for a singular."""
    stem, lemma = reading.stem, reading.lemma
    if stem == lemma or lemma.startswith(stem) or len(stem) < 4 or stem[2] not in "وا":
        return False
    return stem[:2] + stem[3:] == lemma


def _is_plural_of_few(reading: Reading) -> bool:
    """«أزياء», «أقنعة»: shapes that hardly any singular has, listed as plurals too."""
    stem = reading.lemma
    things = len(stem) == 5 and stem[0] == "أ" and not reading.masdar
    return things and (stem[3] == "ا" or stem[-1] == "ة") and is_also_broken_plural(stem)


def _is_plural_in_shape(reading: Reading) -> bool:
    """«ملامح», «توابع»: what the dictionary takes for a singular but is built as a plural."""
    stem = reading.lemma
    long = len(stem) in (5, 6) and stem[2] == "ا" and stem[-1] != "ة"
    other = reading.participle or reading.masdar or reading.human or reading.nisba
    return long and not other
