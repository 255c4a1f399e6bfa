"""Pronouns and auxiliaries by person, and the verbs that go with them."""

from __future__ import annotations

from ....model import Pos, Reading
from ..morphology.lexicon import words as word_list
from ..morphology.valency import takes_no_object, takes_no_person
from .agreement import Line, Word
from .words import usual

Who = tuple[str, str]  # person, number

_PARTICLES = ("إن", "أن", "لأن", "لكن", "ولكن", "بأن", "وأن", "وإن", "فإن", "كأن", "ولأن")
_SUFFIXES: dict[str, Who] = {"ني": ("1", "s"), "نا": ("1", "p"), "ك": ("2", "s"), "كم": ("2", "p")}
_PRONOUNS: dict[str, Who] = {
    before + form: who
    for form, who in {
        "أنا": ("1", "s"), "نحن": ("1", "p"), "أنتم": ("2", "p"), "هم": ("3", "p"),
        "إنا": ("1", "p"), "إني": ("1", "s"), "أني": ("1", "s"),
    }.items()
    for before in ("", "و", "ف")
}  # fmt: skip
_PRONOUNS |= {before + end: who for before in _PARTICLES for end, who in _SUFFIXES.items()}
_AUXILIARIES: dict[str, frozenset[Who]] = {
    before + form: who
    for form, who in {
        "كنا": frozenset({("1", "p")}),
        "كنت": frozenset({("1", "s"), ("2", "s"), ("3", "s")}),
        "كانوا": frozenset({("3", "p")}),
        "كنتم": frozenset({("2", "p")}),
    }.items()
    for before in ("", "و", "ف")
}
_BETWEEN = frozenset({"قد", "لم", "لن", "لا", "سوف", "أيضا", "جميعا", "اليوم", "كلنا", "ما", "لقد"})
_TENSES = frozenset({"لن", "لم", "لا", "سوف", "ولن", "ولم", "ولا"})
_OURS = frozenset(
    {
        "أعلن",
        "شكل",
        "أسس",
        "أنشأ",
        "عقد",
        "بنى",
        "طور",
        "أدار",
        "خاض",
        "شهد",
        "فتح",
        "أغلق",
        "سجل",
        "كان",
        "ليس",
        "ظل",
        "بقي",
        "بات",
        "أصبح",
        "صار",
        "عاش",
        "زال",
        "دام",
        "تم",
    }
)
_HARDLY_FINITE = frozenset({"يجب", "يمكن", "ينبغي", "يبدو", "يتعين", "يكفي", "يهم", "يسر", "يسعد"})


def person_against_pronoun(line: Line, place: int) -> int | None:
    """Where the verb is that cannot go with the pronoun at ``place``; None if it does."""
    who = _PRONOUNS.get(line.form(place))
    if who is None:
        return None
    verb = place + 1
    while verb < len(line) and line.form(verb) in _BETWEEN:
        verb += 1
    if verb >= len(line) or not _is_free_verb(line.words[verb]):
        return None
    if who[0] == "3" or _agrees(line.words[verb], frozenset({who})):
        return None
    return None if _has_own_pronoun(line, verb, who[0]) else verb


def person_against_auxiliary(line: Line, place: int) -> int | None:
    """«كنا أعمل»: where the verb in another person than the auxiliary at ``place`` stands."""
    who = _AUXILIARIES.get(line.form(place))
    if who is None or place + 1 >= len(line):
        return None
    verb = line.words[place + 1]
    if not _is_free_verb(verb) or all(one.aspect != "imperfect" for one in verb.readings):
        return None
    third = {("3", "s"), ("3", "p"), ("3", "d")}
    if who <= third or _agrees(verb, who):
        return None
    return None if _has_own_pronoun(line, place + 1, next(iter(who))[0]) else place + 1


def is_pronoun_or_auxiliary(current: Word) -> bool:
    """Whether a verb in its person must follow the word, if one follows."""
    return current.form in _PRONOUNS or current.form in _AUXILIARIES


def speaks_of_self(current: Word) -> bool:
    """«سأواصل», «نقبل»: a verb of the first person and nothing else."""
    return current.verbal and all(one.person == "1" for one in current.readings)


def is_certain(line: Line, place: int) -> bool:
    """Not «أُخمد», a passive in the perfect that is written like "I …"."""
    future = "س" in line.words[place].proclitics or line.form(place - 1) in _TENSES
    return future or line.words[place].form.startswith("ن")


def _is_free_verb(verb: Word) -> bool:
    willed = verb.form.startswith("أ") and bool(_lemmas(verb) & word_list("personal_verbs"))
    willed = willed and Pos.NOUN not in verb.kinds  # «أنتم أمل الكنيسة»
    sure = verb.verbal or (Pos.VERB in verb.kinds and (verb.form.startswith("ي") or willed))
    plain = sure and not verb.may_have_enclitic and not verb.proclitics - {"س"}
    apart = verb.verbs & word_list("impersonal_verbs") or verb.form in _HARDLY_FINITE
    return plain and not apart


def _lemmas(verb: Word) -> frozenset[str]:
    return frozenset(one.lemma for one in verb.readings if one.pos is Pos.VERB)


def _agrees(verb: Word, several: frozenset[Who]) -> bool:
    present = [one for one in verb.readings if one.aspect == "imperfect"]
    return any(_may_be(one, who) for one in present or verb.readings for who in several)


def _may_be(reading: Reading, who: Who) -> bool:
    return reading.person == who[0] and reading.number in {"", who[1]}


def _has_own_pronoun(line: Line, verb: int, person: str) -> bool:
    """«إننا يسعد قلوبنا»: the verb may have a subject that a pronoun binds to the first."""
    mine = {"1": {"ي", "نا", "ني"}, "2": {"ك", "كم"}}.get(person, set())
    return any(
        one.enclitic in mine
        for current in line.words[verb : verb + 4]
        for one in current.readings
        if one.pos in {Pos.NOUN, Pos.PREPOSITION, Pos.VERB}
    )


def speaks_before_subject(line: Line, place: int) -> bool:
    """«سنحصل الفريق على», «نقول رئيس الوزراء»: we, before a noun that can be no object of ours."""
    verb = line.words[place]
    lemmas = usual(_lemmas(verb))
    noun = line.words[place + 1] if place + 1 < len(line) else None
    if noun is None or not lemmas or lemmas & _OURS or not _may_act_alone(noun):
        return False
    if line.tokens[place].quoted is not line.tokens[place + 1].quoted:
        return False
    people = noun.human or noun.lemmas & word_list("bodies")
    free = all(map(takes_no_object, lemmas))
    if not (free or (noun.human and all(map(takes_no_person, lemmas)))):
        return False
    others = (*line.words[:place], *line.words[place + 1 :])
    ours = any(one.readings and all(hit.person == "1" for hit in one.readings) for one in others)
    return not ours and bool(people or noun.article)


def _may_act_alone(noun: Word) -> bool:
    """A definite noun or a name that is no time and no manner."""
    if noun.proclitics or noun.tanwin or not noun.substantive or noun.enclitic:
        return False
    apart = word_list("times") if noun.article else word_list("times") | word_list("quantities")
    return not noun.lemmas & apart and noun.form not in word_list("adverbials")
