"""All readings of a word form, from every source, the implausible ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from functools import lru_cache
from operator import attrgetter

from ....detect import Remembered
from ....model import Pos, Reading
from . import memory
from .arramooz import nominals, verbs
from .closed import Closed, closed
from .derived import derived, nisbas, passives
from .guess import foreign, tagged_name
from .names import names, people
from .orthography import spellings, strip_marks
from .plausibility import plausible, usage
from .reading import proclitics, read
from .segmentation import Analysis, analyses
from .transliteration import bare as bare_ascii
from .transliteration import to_ascii
from .vocalisation import agrees, case_of_tanwin

_REMEMBERED = 1 << 18  # forms: a year of one newsroom's vocabulary
_COMMON = 3000.0  # uses in the counted news from which a lemma is nobody's oddity
_HE_DID = ("perfect", "m", "s")
_SELDOM = 15_000.0  # uses below which somebody's name is meant as soon as the word is
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.NAME, Pos.NUMERAL})
_SEATS = frozenset({"name:city", "name:country"})
# Prepositions that a doubled second letter makes verbs: «عبّر عن», «حوّل مبلغا».
_DOUBLED = frozenset({"خلف", "عبر", "حول", "قبل", "دون", "قرب", "وسط", "بعد", "ضمن", "مثل"})
_DAMMA, _SHADDA = "\u064f", "\u0651"


_what_rules_see = attrgetter(
    *(field.name for field in fields(Reading) if field.name not in {"root", "stem", "source"})
)


@lru_cache(maxsize=_REMEMBERED)
def readings(form: str) -> tuple[Reading, ...]:
    """Every plausible reading of ``form``, a word as it stands in the text; () if it has none.

    Tashkeel, where there is any, excludes readings. A word that is unknown but looks like a
    foreign name has one reading as a name, of source "guess". What ``remember`` kept is not
    worked out again in a later run.
    """
    return _remembered(form)


def remember() -> None:
    """Keep for later runs how the words met in this one can be read."""
    _remembered.save()


def _found(form: str) -> tuple[Reading, ...]:
    plain = strip_marks(form)
    found = _without_sworn(_unique(_known(plain, form)) or _first_that_knows(plain))
    if plain == form:
        return found
    return _with_tanwin(form, (*found, *_passive(plain, form)))


def _without_sworn(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """«لندن» as the city, not as "may they be near"."""
    if not any(one.source in _SEATS and not one.proclitics for one in found):
        return found
    return tuple(one for one in found if one.pos is not Pos.VERB or "ل" not in one.proclitics)


def _passive(plain: str, form: str) -> Iterator[Reading]:
    """«أُذن», «فُتح»: a damma on the first letter makes a verb in the perfect passive."""
    if form[1:2] != _DAMMA:
        return
    for hit in _read(_analysed(plain, plain)):
        if hit.pos is Pos.VERB and hit.aspect == "perfect" and not hit.proclitics:
            yield replace(hit, voice="passive")


def _first_that_knows(plain: str) -> tuple[Reading, ...]:
    """Readings of a word that closed classes, Buckwalter and the name lists do not know."""
    for source in (nominals, _asked, verbs, derived, passives, _respelt, tagged_name, foreign):
        found = _unique(source(plain))
        if found:
            return found
    return ()


def _asked(plain: str) -> Iterator[Reading]:
    """The question أ before a verb: أتتذكرون."""
    if plain.startswith("أ") and len(plain) > 3:
        for hit in _known(plain[1:], plain[1:]):
            if hit.pos is Pos.VERB and not hit.proclitics:
                yield replace(hit, proclitics=("أ",))


def _respelt(plain: str) -> Iterator[Reading]:
    return (hit for other in spellings(plain) for hit in _known(other, other))


def _known(plain: str, form: str) -> Iterator[Reading]:
    fixed = closed(plain)
    if fixed is None or _is_doubled_verb(plain, form) or _is_place_like_mine(plain, fixed):
        yield from _open(plain, _analysed(plain, form))
        return
    yield from fixed.readings
    found = _analysed(plain, form)
    cuts = min(len(hit.proclitics) for hit in fixed.readings)
    for hit in _open(plain, found) if fixed.beside else ():
        if hit.pos in fixed.beside and len(hit.proclitics) <= max(cuts - 1, 0):
            yield hit
    if cuts:  # ولاية is not ول+آية, nor فتحت only ف+تحت
        yield from _read(
            one
            for one in found
            if usage(one) >= _COMMON and len(proclitics(one.prefix.tags)) < cuts
        )


def _is_doubled_verb(plain: str, form: str) -> bool:
    """«فضّلا», two who preferred, where without the sign it is the adverb «فضلا»; «خلّف»."""
    if _SHADDA in form[2:-1] and plain.removeprefix("و").removeprefix("ف") in _DOUBLED:
        return True
    if plain == "وكل" and form.startswith("وك" + _SHADDA):
        return True
    return (
        plain.endswith("ا")
        and _SHADDA in form[1:-2]
        and any(hit.pos is Pos.VERB and hit.number == "d" for hit in _read(_analysed(plain, form)))
    )


def _is_place_like_mine(plain: str, fixed: Closed) -> bool:
    """«أبيي», the region, though «أب» with a pronoun could be written so."""
    mine = all(hit.enclitic == "ي" and hit.pos is Pos.NOUN for hit in fixed.readings)
    return mine and any(hit.source == "name:city" for hit in names(plain))


def _open(plain: str, found: list[Analysis]) -> Iterator[Reading]:
    """Words of the open classes; a listed name knows more than Buckwalter's."""
    named = tuple(hit for hit in names(plain) if not (found and _is_far_fetched(hit)))
    known = any(hit.pos is Pos.NAME for hit in named)
    if not known and all(usage(one) < _SELDOM for one in found):
        named = (*named, *people(plain))
    has_name = any(hit.pos is Pos.NAME for hit in named)
    analysed = tuple(_read(found))
    beside = (*_nisbas_beside(plain, analysed), *_verbal_nouns_beside(plain, analysed))
    for hit in (*analysed, *named, *beside):
        weaker = hit.pos is Pos.NAME and hit.source == "buckwalter"
        oddity = hit.nisba and (hit.number, hit.state) == ("d", "c")  # بوليفيا: "two Bolivians of"
        if not (has_name and (weaker or oddity)):
            yield hit


def _is_far_fetched(hit: Reading) -> bool:
    """A short name behind glued particles, where the letters make a plain word: ولاية."""
    glued = any(letter != "ال" for letter in hit.proclitics)
    return glued and len(hit.lemma) <= 4


def _nisbas_beside(plain: str, analysed: tuple[Reading, ...]) -> Iterator[Reading]:
    """What Buckwalter reads as "my …" alone may be an adjective in ي as well."""
    if any(hit.enclitic == "ي" for hit in analysed) and not any(
        hit.pos is Pos.ADJECTIVE for hit in analysed
    ):
        yield from nisbas(plain)


def _verbal_nouns_beside(plain: str, analysed: tuple[Reading, ...]) -> Iterator[Reading]:
    """The verbal noun of forms V and VI is spelt as its verb; Buckwalter lacks some: تعثر."""
    if any(hit.pos is Pos.NOUN for hit in analysed):
        return
    verbs = {hit.lemma for hit in analysed if (hit.aspect, hit.gender, hit.number) == _HE_DID}
    if any(len(verb) >= 4 and verb[0] == "ت" for verb in verbs):
        yield from (hit for hit in nominals(plain) if hit.pos is Pos.NOUN and hit.lemma in verbs)


def _analysed(plain: str, form: str) -> list[Analysis]:
    """Buckwalter's analyses without those that spelling, vowel signs or usage exclude."""
    found = list(analyses(plain))
    exact = [one for one in found if bare_ascii(one.vocalised) == to_ascii(plain)]
    if exact:
        cuts = min(len(one.prefix.tags) for one in exact)
        found = [
            one
            for one in found
            if one in exact or not (_is_first_person(one) or len(one.prefix.tags) > cuts)
        ]
    if plain != form:
        found = [one for one in found if agrees(form, one.vocalised)] or found
    return plausible(found)


def _read(found: Iterable[Analysis]) -> Iterator[Reading]:
    """Their readings, without a verb of women that another verb's "he …" is written like."""
    hits = [hit for one in found for hit in read(one)]
    masculine = {hit.lemma for hit in hits if hit.pos is Pos.VERB and hit.gender == "m"}
    for hit in hits:
        women = hit.pos is Pos.VERB and hit.gender == "f" and hit.number == "p"
        if not (women and masculine and hit.lemma not in masculine):
            yield hit


def _is_first_person(analysis: Analysis) -> bool:
    """I …: an alif without hamza before a verb is hardly ever meant so."""
    return "IV1S" in analysis.prefix.tags


def _with_tanwin(form: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    case = case_of_tanwin(form)
    if not case:
        return found
    fitting = tuple(
        replace(hit, case=hit.case if hit.case == "ng" else case, state="i")
        for hit in found
        if hit.pos in _NOMINAL and case in (hit.case or case) and hit.state in {"", "i"}
    )
    return fitting or found


def _unique(found: Iterable[Reading]) -> tuple[Reading, ...]:
    """Without those that a rule could not tell from an earlier one."""
    seen: dict[object, Reading] = {}
    for hit in found:
        seen.setdefault(_what_rules_see(hit), hit)
    return tuple(seen.values())


_remembered = Remembered(
    "readings", memory.sources, _found, plain=memory.plain, made=memory.made, most=memory.MOST
)
