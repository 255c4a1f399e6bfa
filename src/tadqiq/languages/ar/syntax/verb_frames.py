"""Verbs in frames that leave their subject no choice: «أن أحدا لم», «وهما», «أن كلبين مدربين»."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word, is_rare
from .nominal import fits, is_preposition
from .parentheses import resumes
from .predicative import past_phrases, phrase_end
from .tagging import mostly_verb
from .verbs import (
    CALLED_BY,
    COMPLEMENTISERS,
    clause_end,
    clause_start,
    has_pronoun,
    is_impersonal_passive,
    is_verb_here,
    may_act,
    may_have_other_subject,
)

_COMMAS = frozenset("،,")
_MARKS = frozenset("،,.؛:!؟?()[]…")
_NEGATIONS = frozenset({"لم", "لن", "لا", "ما"})
_NOBODY = frozenset({"أحدا", "أحد"})
_THEIR_OWN = frozenset({
    "نفسه", "نفسها", "أنفسهم", "نفسيهما", "ذاته", "ذاتها", "كليهما", "كلتيهما", "جميعا", "معا",
    "كلها", "كله", "كلهم", "جميعهم", "جميعها",
})  # fmt: skip
_SEVERAL_OF = frozenset({
    "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
    "كثيرين", "كثيرون", "آخرين", "آخرون", "عديدين",
})  # fmt: skip
_MANY = frozenset({"مئات", "آلاف", "عشرات", "ملايين"})
_ABOUT = frozenset({"نحو", "حوالي", "قرابة", "زهاء"})
_ONE_OR_TWO = frozenset({"واحد", "واحدة", "اثنين", "اثنان", "اثنتين", "اثنتان", "1", "2"})
# «ثلاثة أرباع السكان», «خمسة أضعاف»: what is counted is a share.
_SHARES = frozenset(
    {"ربع", "خمس", "ثلث", "ضعف", "عشر", "سدس", "نصف", "مئة", "ألف", "مليون", "مليار"}
)
_UNSURE = frozenset({Pos.RELATIVE, Pos.PRONOUN, Pos.NUMERAL, Pos.FOREIGN})
_HE: Forms = frozenset({("m", "s")})
_THEY: Forms = frozenset({("m", "p"), ("", "p")})
_TWO: Forms = frozenset({("m", "d"), ("f", "d")})
_SHE_OR_THEY: Forms = frozenset({("f", "s"), ("f", "p"), ("", "p")})
_PRONOUNS = {
    before + form: forms
    for form, forms in {
        "هو": _HE,
        "هي": _SHE_OR_THEY,
        "هم": _THEY,
        "هما": _TWO,
    }.items()
    for before in ("و", "ف")
}
_ONE: Forms = frozenset({("m", "s"), ("f", "s")})
_WHICH_TWO = frozenset({"اللذان", "اللتان", "اللذين", "اللتين"})
_PLURAL: Forms = frozenset({("m", "p"), ("f", "p")})
_WOMEN: Forms = frozenset({("f", "p")})
_SEVERAL: Forms = frozenset({("", "p")})
_GOING_ON = frozenset({"ثم", "حتى", "لكي", "كي", "قبل", "بعدما", "قبلما", "عندما", "حين"})
_REACH = 14


def verb_against_nominative(line: Line, place: int) -> bool:
    """«أطلقا مسلحان», «عاد فيه» …: a dual or plural verb whose nominative subject follows."""
    verb = line.words[place]
    if not verb.verbal or not verb.verb or any(number == "s" for _, number in verb.verb):
        return False
    if verb.may_have_enclitic or verb.verbs & word_list("copulas"):
        return False
    after = place + 1
    if after < len(line) and line.words[after].kinds == {Pos.PREPOSITION}:
        after += line.words[after].enclitic
    return after < len(line) and _is_nominative(line.words[after])


@lru_cache(maxsize=1 << 14)
def _is_nominative(noun: Word) -> bool:
    """«مسلحان», «المتظاهرون»: a dual or a sound plural of people in the nominative, no more."""
    if not noun.kinds or not noun.kinds <= {Pos.NOUN, Pos.ADJECTIVE} or noun.proclitics:
        return False
    if not noun.form.endswith(("ان", "ون")) or noun.may_have_enclitic:
        return False
    shown = all(one.case == "n" and one.number in {"d", "p"} for one in noun.readings)
    things = any(one.number == "p" and not one.human for one in noun.readings)
    return shown and not things and not is_rare(noun)


def verb_of_nobody(line: Line, place: int) -> bool:
    """«أن أحدا لم يعلموا», «لا أحد يعرفون»: one stands for each, so the verb is in the singular."""
    verb = line.words[place]
    if not verb.verbal or not verb.verb or not verb.verb <= _PLURAL:
        return False
    start = place - 1 if line.form(place - 1) in _NEGATIONS else place
    for one in range(start - 1, max(0, start - 6), -1):
        current = line.words[one]
        if current.form in _NOBODY:
            before = COMPLEMENTISERS if current.form == "أحدا" else {"لا", "ولا", "فلا"}
            told = line.form(one - 1) in before
            return told and (one == start - 1 or (start < place and line.form(one + 1) == "من"))
        if not (current.nominal or is_preposition(current) or _points(current)):
            return False
    return False


def _points(current: Word) -> bool:
    return current.kinds == {Pos.DEMONSTRATIVE}


def verb_after_pronoun(line: Line, place: int) -> bool:
    """«وهما ينتج», «وهو تعمل»: the verb right after a pronoun that opens its clause."""
    verb = line.words[place]
    start = clause_start(line, place)
    forms = _PRONOUNS.get(line.form(start - 1)) if start else None
    if forms is None or not verb.verbal or not _may_follow(verb) or fits(forms, verb.verb):
        return False
    if verb.verb & _HE and is_impersonal_passive(line, place):
        return False
    if verb.verbs & word_list("speaking_verbs"):
        return False  # «وهو تقول مصادر»
    return not has_pronoun(line, place + 1, clause_end(line, place + 1), forms)


def verb_of_indefinite_topic(line: Line, place: int) -> bool:
    """«أن كلبين مدربين قاد», «أن كثيرين منهم يغادر»: a topic without article after «أن»."""
    verb = line.words[place]
    if not _may_follow(verb) or not (is_verb_here(line, place) or mostly_verb(verb)):
        return False
    start = clause_start(line, place)
    head = _indefinite_topic(line, start)
    if head is None:
        return False
    forms = _asked(line, head)
    offered = verb.verb - _WOMEN
    if not offered or fits(forms, offered):
        return False
    if verb.verb & _HE and is_impersonal_passive(line, place):
        return False
    return not may_have_other_subject(line, place, line.words[head].subject | forms)


def _asked(line: Line, head: int) -> Forms:
    if line.form(head) in _SEVERAL_OF:
        return _THEY | _SHE_OR_THEY if _counts_things(line, head) else _THEY
    noun = line.words[head]
    things = not any(one.human or one.pos is Pos.NAME for one in noun.readings)
    called = noun.lemmas & (CALLED_BY | word_list("collectives"))
    return noun.subject - _SEVERAL if things and not called else noun.subject


def _counts_things(line: Line, head: int) -> bool:
    """«ثلاثة من المنازل»; «منهم» and «كثيرين» are of people."""
    if line.form(head) not in {"كثيرين", "كثيرون", "عديدين"} and line.form(head + 1) != "منهم":
        after = line.words[head + 2]
        return not after.human
    return False


def _indefinite_topic(line: Line, start: int) -> int | None:
    """Where the noun without article is that «أن» leads to and whose phrase ends at ``start``."""
    for place in range(start - 1, max(-1, start - _REACH), -1):
        current = line.words[place]
        if current.form in COMPLEMENTISERS:
            head = place + 1
            sure = head < start and (line.form(head) in _SEVERAL_OF or _is_indefinite(line, head))
            return head if sure and _phrase_goes_to(line, head, start) else None
        if current.verbal or current.form in _MARKS:
            return None
    return None


def _is_indefinite(line: Line, head: int) -> bool:
    """A noun in the dual, or in the plural with its ending or an adjective to show it."""
    noun = line.words[head]
    plain = (
        noun.bare and noun.nominal and noun.substantive and not noun.name and not noun.proclitics
    )
    if not plain or noun.may_have_enclitic or is_rare(noun):
        return False
    if noun.lemmas & (word_list("quantities") | word_list("times")):
        return False
    if not noun.subject or (any(number == "s" for _, number in noun.demanded) and not noun.tanwin):
        return _is_described(line, head)
    return noun.tanwin or noun.form.endswith("ين") or _is_described(line, head)


def _is_described(line: Line, head: int) -> bool:
    after = line.words[head + 1] if head + 1 < len(line) else None
    return after is not None and _describes(after, line.words[head])


def _describes(current: Word, noun: Word) -> bool:
    plain = current.bare and current.adjectival and not current.proclitics
    return plain and fits(noun.demanded, current.attribute)


def _phrase_goes_to(line: Line, head: int, end: int) -> bool:
    place = head + 1
    if line.form(head) in _SEVERAL_OF and not line.form(place).startswith("من"):
        return False
    while place < end and _describes(line.words[place], line.words[head]):
        place += 1
    bound = place < end and line.words[place]
    if bound and bound.kinds == {Pos.PREPOSITION} and bound.enclitic:
        place += 1
    return _past_own(line, past_phrases(line, place)) == end


def _past_own(line: Line, place: int) -> int:
    return place + 1 if line.form(place) in _THEIR_OWN else place


def verb_after_count(line: Line, place: int) -> bool:
    """«أن سبعة قوارب وصل», «أن مئات الملفات ينتظر»: many, and a verb of one man."""
    verb, start = line.words[place], clause_start(line, place)
    if not verb.verb <= _HE or not _may_follow(verb):
        return False
    if not (is_verb_here(line, place) or mostly_verb(verb)):
        return False
    if not _is_counted(line, start) or is_impersonal_passive(line, place):
        return False
    return not may_have_other_subject(line, place, _SHE_OR_THEY | _THEY)


def _is_counted(line: Line, end: int) -> bool:
    """Whether a number from three on and the noun that it counts stand between «أن» and ``end``."""
    for place in range(end - 2, max(-1, end - _REACH), -1):
        if line.form(place) in COMPLEMENTISERS:
            start = place + 1 + (line.form(place + 1) in _ABOUT)
            return _number_goes_to(line, start, end)
        if line.words[place].verbal or line.form(place) in _MARKS:
            return False
    return False


def _number_goes_to(line: Line, start: int, end: int) -> bool:
    noun = start
    while noun < end and _is_number(line.words[noun]):
        noun += 1
    if noun in {start, end} or any(line.form(one) in _ONE_OR_TWO for one in range(start, noun)):
        return False
    counted = line.words[noun]
    if line.form(noun - 1) in _MANY and counted.article and not _is_share(counted):
        after = phrase_end(line, noun)
        return after is not None and past_phrases(line, after) == end
    plain = counted.bare and counted.nominal and not counted.name and not counted.proclitics
    if not plain or _is_share(counted):
        return False
    place = noun + 1
    while place < end and line.words[place].bare and line.words[place].adjectival:
        place += 1
    return past_phrases(line, place) == end


@lru_cache(maxsize=1 << 14)
def _is_number(current: Word) -> bool:
    return current.form.isdigit() or current.kinds == {Pos.NUMERAL}


def _is_share(counted: Word) -> bool:
    return bool(counted.lemmas & (_SHARES | word_list("times")))


def verb_after_pair(line: Line, place: int) -> bool:
    """«أن الطائرتين كانت», «وإن أمها وخالتها باعت»: two are spoken of, and the verb is of one."""
    verb, start = line.words[place], clause_start(line, place)
    if not _may_follow(verb) or any(number == "d" for _, number in verb.verb):
        return False
    if not is_verb_here(line, place) or not _is_pair_before(line, start, verb):
        return False
    if verb.verb & _HE and is_impersonal_passive(line, place):
        return False
    return not has_pronoun(line, place + 1, clause_end(line, place + 1), _TWO)


def _is_pair_before(line: Line, end: int, verb: Word) -> bool:
    for place in range(end - 1, max(-1, end - _REACH), -1):
        if line.form(place) in COMPLEMENTISERS:
            joined = _are_joined(line, place + 1, end)
            return (joined and verb.verb <= _ONE) or _is_dual_phrase(line, place + 1, end)
        if line.words[place].verbal or line.form(place) in _MARKS:
            return False
    return False


def _is_dual_phrase(line: Line, head: int, end: int) -> bool:
    noun = line.words[head]
    plain = noun.kinds == {Pos.NOUN} and noun.article and not noun.proclitics
    if head >= end or not plain or not _is_dual(noun):
        return False
    after = phrase_end(line, head)
    return after is not None and _past_own(line, past_phrases(line, after)) == end


def _are_joined(line: Line, head: int, end: int) -> bool:
    """Two words: «أمها وخالتها», «الرجل وشقيقه», each a person."""
    if end != head + 2:
        return False
    first, second = line.words[head], line.words[head + 1]
    joined = second.proclitics == {"و"} and not first.proclitics
    return joined and _is_someone(first) and _is_someone(second)


@lru_cache(maxsize=1 << 14)
def _is_someone(noun: Word) -> bool:
    one = all(number == "s" for _, number in noun.demanded) and bool(noun.demanded)
    people = noun.human and Pos.NOUN in noun.kinds and not noun.name
    return one and people and (noun.article or noun.enclitic)


def verb_of_relative_dual(line: Line, place: int) -> bool:
    """«القريتين اللتين أزيلت»: the verb of a relative clause about two, without another subject."""
    verb, start = line.words[place], clause_start(line, place)
    if not start or line.form(start - 1) not in _WHICH_TWO or not _may_follow(verb):
        return False
    if any(number == "d" for _, number in verb.verb) or not verb.verbal:
        return False
    after = line.words[place + 1]
    if (after.maybe_nominal and not after.proclitics) or after.kinds == {Pos.PREPOSITION}:
        return False
    return not has_pronoun(line, place + 1, clause_end(line, place + 1), _TWO)


def verb_of_two(line: Line, place: int) -> bool:
    """«فتنكر شرطيان وراقبوا المكان»: a verb of several after two, and nobody else before it."""
    verb = line.words[place]
    if not verb.verbal or not verb.verb or not verb.verb <= {("m", "p")} or verb.may_have_enclitic:
        return False
    joined = verb.proclitics & {"و", "ف"} or line.form(place - 1) in _GOING_ON
    return bool(joined) and _only_two(line, place)


def _only_two(line: Line, end: int) -> bool:
    two = False
    for place in range(end - 1, -1, -1):
        current = line.words[place]
        if _is_pair(current):
            two = True
        elif _may_be_many(line, place):
            return False
    return two


def _is_pair(current: Word) -> bool:
    """A verb in the dual; «شرطيان», in the nominative."""
    if current.verbal and current.verb:
        return all(number == "d" for _, number in current.verb)
    shown = current.form.endswith("ان") and _is_nominative(current)
    return shown and may_act(current)


def _may_be_many(line: Line, place: int) -> bool:
    """Whether the word may stand for several people, or for who knows whom."""
    current = line.words[place]
    if not current.readings:
        return current.form.isalpha() or current.form in {":", "."}
    if current.kinds & _UNSURE or current.name:
        return True
    if any(one.enclitic in {"هم", "هن"} for one in current.readings):
        return True
    if current.verb and any(number == "p" for _, number in current.verb):
        return current.verb != {("m", "s"), ("f", "p")}
    return current.maybe_nominal and not _is_dual(current) and _names_many(current)


@lru_cache(maxsize=1 << 14)
def _names_many(noun: Word) -> bool:
    joined = "و" in noun.proclitics and Pos.VERB not in noun.kinds
    bodies = word_list("collectives") | word_list("bodies") | word_list("quantities")
    several = any(number == "p" for _, number in noun.demanded)
    return joined or bool(noun.lemmas & bodies) or (several and may_act(noun))


def _is_dual(noun: Word) -> bool:
    return bool(noun.demanded) and all(number == "d" for _, number in noun.demanded)


def verb_after_parenthesis(line: Line, place: int) -> bool:
    """«إن الأدلة، على كثرتها، لم يقنع»: the topic's verb after what two commas set apart."""
    verb, start = line.words[place], clause_start(line, place)
    if not verb.verbal or not _may_follow(verb) or line.form(start - 1) not in _COMMAS:
        return False
    head = _topic_before_comma(line, start - 1)
    if head is None:
        return False
    if not verb.verb & _ONE and _brings_others(line, start - 1):
        return False  # «الشركة، ومديرها، أعلنا»
    noun = line.words[head]
    forms, offered = _asked(line, head), verb.verb - _WOMEN
    if not forms or not offered or fits(forms, offered):
        return False
    if verb.verb & _HE and is_impersonal_passive(line, place):
        return False
    return not may_have_other_subject(line, place, noun.subject)


def _topic_before_comma(line: Line, closing: int) -> int | None:
    """The topic after «أن» whose phrase a parenthesis follows, which ends at ``closing``."""
    opening = closing - 1
    while opening > 0 and line.form(opening) not in _MARKS:
        opening -= 1
    if opening < 2 or line.form(opening) not in _COMMAS or not _is_apart(line, opening, closing):
        return None
    for place in range(opening - 1, max(-1, opening - _REACH), -1):
        current = line.words[place]
        if current.form in COMPLEMENTISERS:
            head = place + 1 + (line.words[place + 1].kinds == {Pos.DEMONSTRATIVE})
            return head if head < opening and _is_whole(line, head, opening) else None
        if current.verbal or current.form in _MARKS:
            return None
    return None


def _is_apart(line: Line, opening: int, closing: int) -> bool:
    inside = line.words[opening + 1]
    if inside.form in {"وإن", "وقد", "رغم", "على"} or inside.form.startswith("وبين"):
        return True
    return _is_part(inside) or resumes(line, closing + 1)


def _is_part(inside: Word) -> bool:
    """«وأشدها», «وجلهم», «ومقرها»: something of the topic's, joined by «و»."""
    nominal = inside.maybe_nominal and Pos.VERB not in inside.kinds
    return nominal and inside.enclitic and inside.proclitics == {"و"}


def _brings_others(line: Line, closing: int) -> bool:
    """Whether the parenthesis may join others to the topic: «مع», «إلى جانب», «ومديرها»."""
    place = closing - 1
    while place > 0 and line.form(place) not in _COMMAS:
        place -= 1
    inside = line.words[place + 1]
    return _is_part(inside) or inside.form in {
        "مع",
        "إلى",
        "بالإضافة",
        "إضافة",
        "فضلا",
        "ومعه",
        "ومعها",
    }


def _is_whole(line: Line, head: int, end: int) -> bool:
    noun = line.words[head]
    sure = noun.substantive and Pos.NOUN in noun.kinds and not noun.name and bool(noun.demanded)
    if not sure or noun.tanwin or is_rare(noun) or noun.lemmas & word_list("quantities"):
        return False
    after = phrase_end(line, head)
    return after is not None and _past_own(line, past_phrases(line, after)) == end


@lru_cache(maxsize=1 << 16)
def _may_follow(verb: Word) -> bool:
    """A verb of the third person with nothing joined to it that asks for no subject in place."""
    if not verb.verb or verb.may_have_enclitic or verb.proclitics - {"س"}:
        return False
    return not verb.verbs & (word_list("impersonal_verbs") | {"ليس"})
