"""What agreement rules ask of words: which forms a noun demands, which forms a word can be.

A form is a pair of gender and number, ("f", "s"). A rule speaks only where the two sets of forms
have nothing in common, whichever readings are chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache

from ....detect import Traced
from ....model import Pos, Reading, record
from ..morphology.frequency import is_mostly_adjective, use
from ..morphology.lexicon import words as word_list
from .likely import likely_readings

Form = tuple[str, str]
Forms = frozenset[Form]

_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.NAME})
_SUBSTANTIVE = frozenset({Pos.NOUN, Pos.NAME})
_INFLECTED_WITH_ARTICLE = frozenset({"أول", "آخر"})
# Collectives that are masculine or plural, never feminine.
_TEAMS = frozenset({"فريق", "وفد", "طاقم", "جيل", "شعب", "جمهور"})
_SEVERAL = 2
_OF_PEOPLE = frozenset({"name:given", "name:surname", "guess", "counts"})
_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})
_LIKE_SURNAMES = ("ي", "ون", "ين", "ان")  # «عثماني», «غانيون»
_HARDLY_MET = 1_000  # the same of a word that no given name stands before
_RARE = 15_000  # uses in the counted news
_RARER = 30  # times: what is so much rarer than another of the same letters is not meant
_NO_FORMS: Forms = frozenset()
_ANY: Forms = frozenset((gender, number) for gender in "mf" for number in "sdp")


@record(eq=False)
class Word(Traced):
    """A word form out of context, as agreement sees it.

    ``demanded`` are the forms of an adjective that may describe it, ``subject`` those of a verb
    after it, ``opening`` those of a verb before it; ``attribute`` the forms it is itself in as an
    adjective, ``verb`` as a verb of the third person. All of them are over every reading.

    ``nominal``: nothing but a noun, an adjective or a name; ``maybe_nominal``: one of these in
    one reading at least; ``substantive``: nominal, and a noun or a name in one reading at least;
    ``verbal``: nothing but a verb; ``name``: possibly a name. ``usual_verbs``: of
    ``verbs`` those that are not far rarer in news than another. ``verb_use``, ``noun_use``: how
    often the verbs and the nouns it may be are met there, where it may be both.
    """

    form: str
    readings: tuple[Reading, ...]
    kinds: frozenset[Pos]
    demanded: Forms = _NO_FORMS
    subject: Forms = _NO_FORMS
    opening: Forms = _NO_FORMS
    attribute: Forms = _NO_FORMS
    verb: Forms = _NO_FORMS
    lemmas: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    proclitics: frozenset[str] = frozenset()
    article: bool = False
    bare: bool = False
    enclitic: bool = False
    may_have_enclitic: bool = False
    human: bool = False
    tanwin: bool = False
    maybe_construct: bool = False
    adjectival: bool = False
    nisba: bool = False
    first_person: bool = False
    usual_verbs: frozenset[str] = frozenset()
    verb_use: int = 0
    noun_use: int = 0

    nominal: bool = field(init=False)
    maybe_nominal: bool = field(init=False)
    substantive: bool = field(init=False)
    verbal: bool = field(init=False)
    name: bool = field(init=False)

    def __post_init__(self) -> None:
        nominal = bool(self.kinds) and self.kinds <= _NOMINAL
        object.__setattr__(self, "nominal", nominal)
        object.__setattr__(self, "maybe_nominal", not self.kinds.isdisjoint(_NOMINAL))
        substantive = nominal and not self.kinds.isdisjoint(_SUBSTANTIVE)
        object.__setattr__(self, "substantive", substantive)
        object.__setattr__(self, "verbal", self.kinds == {Pos.VERB})
        object.__setattr__(self, "name", Pos.NAME in self.kinds)


@lru_cache(maxsize=1 << 17)
def word(text: str, folded: str) -> Word:
    """The word written ``text``."""
    return of_readings(folded, likely_readings(text, folded))


@lru_cache(maxsize=1 << 16)
def is_given(current: Word) -> bool:
    """A given name and nothing else, or an unknown one, which a surname may follow."""
    return current.kinds == {Pos.NAME} and all(one.source in _OF_PEOPLE for one in current.readings)


@lru_cache(maxsize=1 << 16)
def is_odd(current: Word) -> bool:
    """Whether the word may be a surname: in form, or as news hardly has what else it can be."""
    if not current.readings or current.kinds - _OPEN or current.article:
        return False
    if current.proclitics - {"ك", "ف"}:  # letters that foreign names begin with as well
        return False
    return current.form.endswith(_LIKE_SURNAMES) or use_of(current.readings) < _RARE


@lru_cache(maxsize=1 << 16)
def is_foreign(current: Word) -> bool:
    """A name that no list has, but that is spelt as foreign ones are."""
    return current.kinds == {Pos.NAME} and all(one.source == "guess" for one in current.readings)


@lru_cache(maxsize=1 << 16)
def is_coined(current: Word) -> bool:
    """Whether no dictionary has the word, so that before a surname it is a name: «ماكسين»."""
    bare = bool(current.readings) and not current.article and not current.proclitics
    return bare and all(one.source == "derived" for one in current.readings)


@lru_cache(maxsize=1 << 16)
def is_rare(current: Word) -> bool:
    """Whether news hardly has the word without article, so that it may be a name unknown to us."""
    if not current.readings or current.article or current.enclitic or current.kinds - _OPEN:
        return False
    return use_of(current.readings) < _HARDLY_MET


def use_of(found: tuple[Reading, ...]) -> int:
    """How often news has their lemmas in their own class of words."""
    verbs = {one.lemma for one in found if one.pos is Pos.VERB}
    others = {one.lemma for one in found if one.pos is not Pos.VERB}
    return use(verbs, verb=True) + use(others, verb=False)


@lru_cache(maxsize=1 << 12)
def as_name(current: Word) -> Word:
    """The word with a reading as a name besides, of whichever gender."""
    name = Reading(
        pos=Pos.NAME, lemma=current.form, stem=current.form, number="s", person="3", state="d",
        source="guess",
    )  # fmt: skip
    return of_readings(current.form, (*current.readings, name))


def of_readings(folded: str, found: tuple[Reading, ...]) -> Word:
    """The word of that form, read in these ways alone."""
    nominal = [one for one in found if one.pos in _NOMINAL]
    nouns = [one for one in found if one.pos in _SUBSTANTIVE or one.nisba] or nominal
    adjectives = [one for one in nominal if one.pos is Pos.ADJECTIVE] or [
        one for one in nominal if one.lemma in word_list("attributes")
    ]
    verbs = [one for one in found if one.pos is Pos.VERB and one.person == "3"]
    mixed = bool(verbs) and bool(nominal)
    return Word(
        folded,
        found,
        frozenset(one.pos for one in found),
        demanded=_union(_demanded(one) for one in nouns),
        subject=_union(_after_subject(one) for one in nouns),
        opening=_union(_before_subject(one) for one in nouns),
        attribute=_union(_forms(one) for one in _free(adjectives)),
        verb=_union(_verb_forms(one) for one in verbs),
        lemmas=frozenset(one.lemma for one in nominal),
        verbs=frozenset(one.lemma for one in verbs),
        proclitics=_common_proclitics(found),
        article=bool(nominal) and all("ال" in one.proclitics for one in nominal),
        bare=bool(nominal) and not any("ال" in one.proclitics or one.enclitic for one in nominal),
        enclitic=bool(found) and all(one.enclitic for one in found),
        may_have_enclitic=any(one.enclitic for one in found),
        human=bool(nouns) and all(one.human for one in nouns),
        tanwin=bool(nominal) and all(one.state == "i" for one in nominal),
        maybe_construct=any(not one.state or one.state == "c" for one in nominal),
        adjectival=bool(adjectives) and _is_adjectival(folded, nominal),
        nisba=any(one.nisba for one in adjectives),
        first_person=bool(found) and all(map(_is_first_person, found)),
        usual_verbs=usual(frozenset(one.lemma for one in verbs)),
        verb_use=use({one.lemma for one in verbs}, verb=True) if mixed else 0,
        noun_use=use({one.lemma for one in nominal}, verb=False) if mixed else 0,
    )


def usual(verbs: frozenset[str]) -> frozenset[str]:
    """Of verbs of the same letters those that are not far rarer in news than another."""
    if len(verbs) < _SEVERAL:
        return verbs
    uses = {one: use((one,), verb=True) for one in verbs}
    least = max(uses.values()) / _RARER
    return frozenset(one for one in verbs if uses[one] >= least)


def _is_first_person(reading: Reading) -> bool:
    """A verb in the imperfect that the speaker is the subject of."""
    verb = reading.pos is Pos.VERB and reading.aspect == "imperfect"
    return verb and reading.person == "1"


def _is_adjectival(folded: str, nominal: list[Reading]) -> bool:
    """Whether the word is hardly ever anything but an adjective."""
    common, things = word_list("attributes"), word_list("nominalised")
    nisbas = {one.lemma + "ة" for one in nominal if one.nisba and one.state == "d"}
    return folded.removeprefix("ال") not in things and all(
        one.lemma in common | nisbas
        or (one.nisba and not one.lemma.endswith("ة"))
        or _is_hardly_a_noun(one)
        for one in nominal
        if one.state != "c" and not one.enclitic
    )


def _is_hardly_a_noun(reading: Reading) -> bool:
    """«الدائر»; «كبيرة» as "a great sin" and «المركزية» as "centralism", as counted in news."""
    lemma = reading.lemma
    if reading.pos is Pos.ADJECTIVE:
        one = reading.state == "d" or (reading.gender, reading.number) == ("f", "s")
        return one and is_mostly_adjective(lemma)
    return lemma.endswith("ة") and is_mostly_adjective(lemma[:-1], beside=lemma)


def _common_proclitics(found: tuple[Reading, ...]) -> frozenset[str]:
    """Those of every reading: «وكالة» has none, though «و» and «كالة» would make it too."""
    several = [frozenset(one.proclitics) for one in found]
    return frozenset.intersection(*several) - {"ال"} if several else frozenset()


def _free(adjectives: list[Reading]) -> list[Reading]:
    """Without those that only an annexation allows, if there are others."""
    return [one for one in adjectives if one.state != "c"] or adjectives


def _union(several: Iterator[Forms]) -> Forms:
    return frozenset().union(*several)


def _forms(reading: Reading) -> Forms:
    """The forms an adjective is in."""
    if reading.broken:
        return frozenset({("m", "p"), ("f", "p"), ("", "p")})
    if not reading.gender or not reading.number:
        return _ANY
    fixed = reading.state != "d" or reading.lemma not in _INFLECTED_WITH_ARTICLE
    if fixed and reading.lemma in word_list("uninflected"):
        return _ANY
    if reading.stem.endswith("ى") and not reading.lemma.endswith("ى"):  # «ملأى», «عطشى»
        return frozenset({("f", "s"), ("m", "p"), ("f", "p")})
    own = {(reading.gender, reading.number)}
    # «المستقبليين», «الجارين»: the dictionary may know the plural only, or only the dual.
    both = reading.case == "ag" and reading.gender == "m" and reading.number in "dp"
    return frozenset(own | {("m", "d"), ("m", "p")}) if both else frozenset(own)


def _demanded(reading: Reading) -> Forms:
    number, genders = reading.number, reading.gender or "mf"
    if not number:
        return _ANY
    if number in "sd":
        forms = {(gender, number) for gender in genders}
        if number == "s" and reading.lemma in word_list("collectives"):
            forms |= {("m", "p"), ("", "p")} | (set() if reading.lemma in _TEAMS else {("f", "s")})
        return frozenset(forms)
    return _of_plural(reading)


def _of_plural(reading: Reading) -> Forms:
    if not reading.human or reading.lemma in word_list("collectives"):
        people = {("m", "p")} if reading.pos is not Pos.NOUN else set()
        return frozenset({("f", "s"), ("f", "p"), ("", "p"), *people})
    if reading.gender == "f":
        return frozenset({("f", "s"), ("f", "p"), ("", "p")})
    return frozenset({("m", "p"), ("", "p")} | ({("f", "s")} if reading.broken else set()))


def _after_subject(reading: Reading) -> Forms:
    """As an adjective, but that women's plural is no men's."""
    women = reading.number == "p" and reading.gender == "f" and not reading.broken
    return _demanded(reading) - {("", "p")} if women else _demanded(reading)


def _before_subject(reading: Reading) -> Forms:
    """A verb before its subject stands in the singular."""
    genders = reading.gender or "mf"
    if reading.number != "p":
        peoples = reading.human and reading.lemma in word_list("collectives") - _TEAMS
        return frozenset((gender, "s") for gender in ("mf" if peoples else genders))  # «قالت العرب»
    if reading.human and reading.gender == "m" and not reading.broken:
        return frozenset({("m", "s")})
    if not reading.human and not reading.broken and reading.gender == "f":
        return frozenset({("f", "s")})
    return frozenset({("m", "s"), ("f", "s")})


def _verb_forms(reading: Reading) -> Forms:
    if not reading.number:
        return _ANY
    return frozenset((gender, reading.number) for gender in reading.gender or "mf")
