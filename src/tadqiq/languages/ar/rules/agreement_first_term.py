"""The article on the first term of an annexation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.frequency import is_mostly_noun
from ..morphology.lexicon import rows
from ..morphology.lexicon import words as word_list
from ..suspicions.doubt import Doubting
from ..suspicions.terms import FIRST_TERM
from ..syntax.agreement import Line, Word, spots
from ..syntax.heads import is_inflected_noun
from ..syntax.nominal import fits, is_preposition
from ..syntax.verbs import may_act

_SAYING = {
    "قال": "إن",
    "صرح": "إن",
    "أضاف": "إن",
    "أوضح": "أن",
    "أكد": "أن",
    "أعلن": "أن",
    "ذكر": "أن",
}
_PARTICLES = frozenset({"أن", "إن", "لأن", "بأن", "وأن", "وإن", "لكن"})
# «الوزارة المالية» is a ministry's own finances in «أزمة الوزارة المالية».
_ADJECTIVES_TOO = frozenset({"الخارجية", "الداخلية", "المالية"})


class ArticleOnFirstTerm(Doubting):
    """«الوزارة الدفاع», «قال المدير المستشفى إن»: the first term of an annexation has the article."""

    code, kind, category = "A303", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (FIRST_TERM,), 5
    title = Message("article on the first term", "مضاف معرف بأل")
    reason = Message(
        "The first term of an annexation takes no article.",
        "لا تدخل «ال» على المضاف.",
    )
    flags = (
        "وأدانت ⟦الوزارة الخارجية⟧ المصرية الهجوم على السفارة",
        "وقال ⟦المدير المستشفى⟧ إن الثلاجات امتلأت",
        "اجتمع مع ⟦الرئيس الوزراء⟧ في القصر",
        "أعلن ⟦الرئيس الوزراء⟧ قراره أمس",
        "وقالت الشرطة إن ⟦السائق الحافلة⟧ غفا خلال القيادة",
        "تعهد الاتحاد بتمويل ⟦المشروع السكة⟧ الجديدة",
    )
    passes = (
        "تحتفظ الصناديق بمراكز في عقود الذهب الآجلة",
        "وأدانت وزارة الخارجية المصرية الهجوم",
        "وقال الطبيب المعالج إن الجراحة نجحت",
        "قال إن الأصوات النشاز مفيدة",
        "غادر الرئيس البلاد الأحد",
        "حل الرئيس البرلمان في يوليو",
        "ناقش المجلس الأمن القومي",
        "قال الرئيس الأحد إن الأزمة انتهت",
        "قال المدعي العام إن التحقيق مستمر",
        "أزمة الوزارة المالية تتفاقم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _FIRST):
            if not _may_be_annexed(line, place):
                continue
            if _is_usual(line, place) or _is_speaker(line, place) or _is_governed(line, place):
                first, second = line.tokens[place], line.tokens[place + 1]
                bare = first.text.removeprefix("ال")
                span = first.span.cover(second.span)
                yield self.finding(doc, span, suggest=[f"{bare} {second.text}"])


@cache
def _annexations() -> Mapping[str, frozenset[str]]:
    return {"ال" + first: frozenset(seconds.split()) for first, seconds in rows("annexations", 2)}


def _may_be_annexed(line: Line, place: int) -> bool:
    """Whether a word with the article comes next, or one that the list may have."""
    words = line.words
    if place + 1 == len(words):
        return False
    return words[place + 1].article or words[place].form in _annexations()


def _is_usual(line: Line, place: int) -> bool:
    """A pair of the list where the second is no object of a verb before."""
    second = line.form(place + 1)
    if second not in _annexations().get(line.form(place), ()):
        return False
    if place == 0:
        return True
    before = line.words[place - 1]
    if Pos.VERB in before.kinds and (before.verbal or place == 1):
        return _has_further_object(line, place, before)
    governed = is_preposition(before) or before.form in _PARTICLES
    if second in _ADJECTIVES_TOO:
        return governed
    return governed or (before.nominal and before.bare)


def _has_further_object(line: Line, place: int, verb: Word) -> bool:
    """«أدانت الوزارة الخارجية المصرية الهجوم», «أعلن الرئيس الوزراء أن»."""
    after, head = place + 2, line.words[place]
    while after < len(line) and _describes(line.words[after], head):
        after += 1
    if after == len(line) or verb.verbs & word_list("ditransitive_verbs"):
        return False
    following = line.words[after]
    if following.form in _PARTICLES or verb.verbs <= word_list("intransitive_verbs"):
        return True
    thing = following.substantive and not following.proclitics and not following.adjectival
    return thing and not following.lemmas & word_list("times") and not following.tanwin


def _describes(current: Word, head: Word) -> bool:
    return current.article and current.adjectival and fits(head.demanded, current.attribute)


def _is_speaker(line: Line, place: int) -> bool:
    """«قال المدير المستشفى إن»: two definite nouns between a verb of saying and its clause."""
    if place == 0 or place + 2 >= len(line):
        return False
    said = line.words[place - 1].verbs & _SAYING.keys()
    if not any(line.form(place + 2).startswith(_SAYING[verb]) for verb in said):
        return False
    if line.form(place + 2)[2:] not in {"", "ه", "ها", "هم"}:
        return False
    speaker, second = line.words[place], line.words[place + 1]
    if not _may_speak(speaker):
        return False
    thing = second.kinds == {Pos.NOUN} and second.article and not second.attribute
    thing = thing and not second.form.endswith("ي")
    return thing and not second.human and not second.lemmas & _never_second()


def _is_governed(line: Line, place: int) -> bool:
    """«إن السائق الحافلة», «بتمويل المشروع السكة»: where one noun phrase alone can stand."""
    first, second = line.words[place], line.words[place + 1]
    if not place or not _is_thing(second, first) or second.lemmas & _never_second():
        return False
    if not _may_begin(first):
        return False
    before = line.words[place - 1]
    if before.form in _PARTICLES:
        return not first.proclitics
    if may_act(first) or first.lemmas & word_list("times") or first.form in _PRONOMINAL:
        return False
    deed = before.bare and bool(before.lemmas) and before.lemmas <= word_list("deeds")
    if not deed or before.kinds & {Pos.VERB} or first.proclitics:
        return False
    return "ب" in before.proclitics or (place > 1 and is_preposition(line.words[place - 2]))


def _may_begin(noun: Word) -> bool:
    """A definite noun that is no adjective, or seldom one."""
    return noun.article and noun.nominal and not noun.name and Pos.NOUN in noun.kinds


def _is_thing(noun: Word, first: Word) -> bool:
    """A definite noun that neither is a person nor could describe the first, as it disagrees."""
    thing = noun.kinds <= _NOUN_OR_ADJECTIVE and noun.article and not noun.proclitics
    if not thing or Pos.NOUN not in noun.kinds or noun.human or noun.form.endswith("ي"):
        return False
    if fits(first.demanded, noun.demanded | noun.attribute) or is_inflected_noun(noun):
        return False  # «عقود الذهب الآجلة»
    return all(is_mostly_noun(one.lemma) for one in noun.readings if one.pos is Pos.NOUN)


@cache
def _never_second() -> frozenset[str]:
    return word_list("times") | word_list("people") | word_list("appositions")


def _may_speak(current: Word) -> bool:
    """A definite noun of people, and neither a name nor an adjective."""
    people = current.article and current.human and current.nominal
    return people and not (current.name or current.adjectival)


_NOUN_OR_ADJECTIVE = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PRONOMINAL = frozenset({"الآخر", "البعض", "الكل", "الجميع", "الأمر"})
_FIRST: Condition[Word] = Condition(
    lambda current: current.form in _annexations() or _may_speak(current) or _may_begin(current)
)
