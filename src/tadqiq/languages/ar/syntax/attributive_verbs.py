"""Verbs that describe a noun: of relative clauses, and right after an indefinite noun."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .nominal import candidate_heads, fits, is_preposition
from .phrases import may_begin_phrase
from .verbs import (
    COMPLEMENTISERS,
    RELATIVES,
    clause_end,
    clause_start,
    first_free_noun,
    has_pronoun,
    is_adverbial,
    is_verb_here,
    may_act,
    stands_for_clause,
)

_MINE = frozenset({"ي", "ني", "نا", "ك", "كم"})
_SPEAKERS = frozenset(
    {"أنا", "نحن", "أنت", "أنتم", "أنتما", "أنتن", "إننا", "إنني", "أننا", "أنني"}
)
_WISHES = frozenset({"شاء", "أراد", "اختار", "رغب", "فضل", "طلب", "استحق", "احتاج", "ارتأى"})
_NEAR = 5  # words before a verb in which the speaker names himself


def relative_against_noun(line: Line, place: int) -> bool:
    """«عقوبة قد يصل إلى», «المدعية التي تولى»: no subject but the noun before, which disagrees."""
    verb = line.words[place]
    forms = _antecedent(line, place)
    if forms is None or not is_verb_here(line, place) or fits(forms, verb.verb):
        return False
    if stands_for_clause(line, place) or (_is_of_two(forms) and verb.form.endswith(("ا", "ان"))):
        return False
    if _may_elide_object(line, place):
        return False
    if any(one.form in _SPEAKERS for one in line.words[max(0, place - _NEAR) : place]):
        return False  # «نحن المتقاعدين الذين نحب»
    end = own_clause_end(line, place)
    if has_pronoun(line, place + 1, end, forms):
        return False
    return _is_alone_in(line, place, end) or _has_no_subject(line, place, end)


def _is_of_two(forms: Forms) -> bool:
    return all(number == "d" for _, number in forms)


def _may_elide_object(line: Line, place: int) -> bool:
    """«بالسعر الذي تشاء»: the thing is what she wants, the pronoun for it is left out."""
    relative = before_tense(line, place)
    noun = line.words[relative - 1] if relative > 0 else None
    if noun is None or may_act(noun) or not line.words[place].verbs & _WISHES:
        return False
    forms = line.words[place].verb
    return any(fits(one.subject, forms) for one in line.words[: relative - 1])


def _has_no_subject(line: Line, place: int, end: int) -> bool:
    """Whether a verb that needs one has no noun after it that may be its subject."""
    verb = line.words[place]
    if verb.verbs & word_list("loose_verbs"):
        return False
    subject = first_free_noun(line, place + 1, end)
    acts = bool(verb.verbs & (word_list("agentive_verbs") | word_list("speaking_verbs")))
    if subject is None or not _may_be_subject(line.words[subject], verb):
        return acts or _has_complement(line, place + 1)
    return acts and not may_act(line.words[subject])


def may_be_of_relative(verb: Word) -> bool:
    """A verb that without a pronoun of its own may speak of what stands before it."""
    if not verb.verb or verb.may_have_enclitic or verb.proclitics - {"س"}:
        return False
    return not verb.verbs & word_list("impersonal_verbs") or ("m", "s") not in verb.verb


def own_clause_end(line: Line, verb: int) -> int:
    """Where the verb's clause surely ends: at a mark, a relative, «أن», or a verb joined by و."""
    end = clause_end(line, verb + 1)
    for place in range(verb + 2, end):
        current = line.words[place]
        joined = current.verbal and current.proclitics & {"و", "ف"}
        told = (
            current.form in COMPLEMENTISERS
            or current.form.removesuffix("ا")[:-1] in COMPLEMENTISERS
        )
        if joined or told or _relative(current.form):
            return place
    return end


def _is_alone_in(line: Line, verb: int, end: int) -> bool:
    """Whether a relative clause has no noun that acts and may be the verb's subject."""
    relative = before_tense(line, verb)
    she = ("f", "s") in line.words[verb].verb  # written like "I …" or "you …"
    if not _relative(line.form(relative)) or (she and speaks_to_someone(line)):
        return False
    if is_adverbial(line, relative):
        return False
    return not any(
        may_begin_phrase(line, place, verb=verb)
        and may_act(line.words[place])
        and fits(line.words[place].opening or line.words[verb].verb, line.words[verb].verb)
        for place in range(verb + 1, end)
    )


def speaks_to_someone(line: Line) -> bool:
    """Whether the line has a word of the first or second person, beside which «قلت» is "I said"."""
    return any(
        (one.readings and all(hit.person in {"1", "2"} for hit in one.readings))
        or (one.enclitic and all(hit.enclitic in _MINE for hit in one.readings))
        for one in line.words
    )


@lru_cache(maxsize=1 << 12)
def _relative(form: str) -> Forms | None:
    return RELATIVES.get(form) or RELATIVES.get(form[1:] if form[:1] in {"و", "ف"} else "")


def before_tense(line: Line, verb: int) -> int:
    """The place before the verb and its قد, لم, لا …"""
    return clause_start(line, verb) - 1


def _has_complement(line: Line, place: int) -> bool:
    """A preposition or a clause right after the verb, so that no subject follows."""
    if place >= len(line):
        return False
    after = line.words[place]
    linked = after.maybe_nominal and bool(after.proclitics & {"ل", "ب"})
    return is_preposition(after) or linked or after.form in COMPLEMENTISERS


def _relative_fits(line: Line, place: int, forms: Forms) -> bool:
    """Whether the relative pronoun agrees with the word before it, a comma aside."""
    last = place - 2 if line.form(place - 1) in {"،", ","} else place - 1
    if last < 0:
        return False
    if line.words[last].kinds == {Pos.DEMONSTRATIVE}:
        return line.form(last) in {"هؤلاء", "أولئك"} and ("", "p") in forms
    heads = candidate_heads(line, last, near=True) or (last,)
    return any(line.words[one].name or fits(line.words[one].demanded, forms) for one in heads)


def _may_be_subject(noun: Word, verb: Word) -> bool:
    extent = noun.lemmas & (word_list("times") | word_list("quantities"))
    return not extent and fits(noun.opening, verb.verb)


def _antecedent(line: Line, verb: int) -> Forms | None:
    """The forms of what a verb after الذي, التي or after an indefinite noun and قد speaks of."""
    start = before_tense(line, verb)
    found = _relative(line.form(start)) if start >= 0 else None
    if found is not None:
        return found if _relative_fits(line, start, found) else None
    before = line.form(verb - 1)
    if before != "قد" or verb < 2 or _is_after_kana(line, verb):
        return None
    noun = line.words[verb - 2]
    sure = noun.substantive and noun.bare and Pos.NOUN in noun.kinds and not noun.name
    earlier = line.words[verb - 3] if verb > 2 else None
    alone = earlier is not None and (earlier.verbal or earlier.article or is_preposition(earlier))
    return noun.subject if sure and alone and not noun.lemmas & word_list("quantities") else None


def _is_after_kana(line: Line, verb: int) -> bool:
    """«كانت المباراة في رادس قد انتهت»: the verb speaks of the subject of «كان»."""
    for place in range(verb - 2, -1, -1):
        current = line.words[place]
        if not current.kinds and not current.form.isalnum():
            return False
        if current.verbs & word_list("pure_copulas"):
            return True
    return False


def verb_against_indefinite(line: Line, place: int) -> bool:
    """«موجات يصل إلى», «فرص محتملة يحتاج»: nothing in the sentence but the noun may do it."""
    verb = line.words[place]
    start = clause_start(line, place)
    if start and _is_of_two(verb.verb) and line.form(start - 1).endswith("ا"):
        return False  # «الصغيرين ظلا يغنيان»
    if not start or not _is_indefinite(line.words[start - 1]) or not _is_imperfect(verb):
        return False
    heads = candidate_heads(line, start - 1) or ()
    if not heads or not all(_is_indefinite(line.words[one]) for one in heads):
        return False
    if any(fits(line.words[one].subject, verb.verb) for one in heads):
        return False
    end = own_clause_end(line, place)
    if ("f", "s") in verb.verb and speaks_to_someone(line):
        return False
    return not (
        has_pronoun(line, place + 1, end, line.words[heads[-1]].subject)
        or _has_doer(line, place, heads[-1])
        or _has_noun(line, place, end)
    )


@lru_cache(maxsize=1 << 16)
def _is_imperfect(verb: Word) -> bool:
    """A verb and nothing else, in the imperfect."""
    return verb.verbal and all(one.aspect == "imperfect" for one in verb.readings)


@lru_cache(maxsize=1 << 16)
def _is_indefinite(noun: Word) -> bool:
    plain = noun.bare and noun.nominal and not noun.name and not noun.enclitic
    apart = word_list("times") | word_list("quantities")
    return plain and not noun.lemmas & apart and noun.form not in word_list("adverbials")


def _has_doer(line: Line, verb: int, noun: int) -> bool:
    """Whether a verb, a person, a name or a pronoun before the noun may be who does it."""
    forms = line.words[verb].verb
    return has_pronoun(line, 0, verb, forms) or any(
        (not one.readings and one.form.isalpha())
        or one.name
        or (bool(one.verb) and fits(one.verb, forms))
        or (may_act(one) and fits(one.subject, forms))
        or one.kinds & {Pos.PRONOUN, Pos.RELATIVE, Pos.FOREIGN}
        for one in line.words[:noun]
    )


def _has_noun(line: Line, verb: int, end: int) -> bool:
    """Whether any noun after the verb may be its subject."""
    forms = line.words[verb].verb
    return any(
        may_begin_phrase(line, one, verb=verb) and fits(line.words[one].opening or forms, forms)
        for one in range(verb + 1, end)
    )
