"""Names of people that were translated, told by the other half of the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import rows
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.case_frames import without_object
from ..syntax.nominal import is_preposition

_CLAUSES = ("إن", "أن", "بأن")
_MARKS = frozenset("،,.؛:!؟?()")
# «رحل جورج الشتاء الماضي», «سقط جون الأرض»
_NOT_AFTER_DEEDS = frozenset({"الشتاء", "الخريف", "الأرض", "الشارع", "السوق", "الشاطئ", "الميناء"})
_REACH = 12


class SurnameReadAsWord(Rule):
    """«جود القانون», «أليشيا المفاتيح»: a word with the article after a foreign given name."""

    code, kind, category = "C103", "calque", Category.MISTRANSLATION
    severity, confidence = Severity.MAJOR, 0.86
    title = Message("name translated as a word", "اسم عَلَم تُرجم كأنه كلمة")
    reason = Message(
        "After this given name the word is a surname, which is not translated: «{name}».",
        "الكلمة بعد هذا الاسم الأول اسم عائلة لا يُترجم: «{name}».",
    )
    flags = (
        "وقال بول ⟦الجسر⟧ إن الفيلم جاهز",
        "وقالت أليشيا ⟦المفاتيح⟧ إنها ستغني في الحفل",
        "وظهر نيك ⟦الكهف⟧ في المهرجان",
        "أليشيا ⟦المفاتيح⟧ وصلت أمس",
    )
    passes = (
        "وحمل جون الحجر إلى السيارة",
        "وقال جون الحقيقة",
        "وقالت أليشيا إن المفاتيح ضاعت",
        "وعبر مايكل الجسر سيرا",
        "وقال محمد الجسر إن المجلس سينعقد",
        "وصل جون اليوم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _SURNAME):
            if place and _follows_given_name(line, place):
                name = _surnames()[line.form(place).removeprefix("ال")]
                message = self.reason.fill(name=name)
                yield self.finding(doc, line.tokens[place].span, message=message, suggest=[name])


class GivenNameReadAsWord(Rule):
    """«قال فاتورة غيتس إن»: what speaks is a person, and no bill."""

    code, kind, category = "C104", "calque", Category.MISTRANSLATION
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("name translated as a word", "اسم عَلَم تُرجم كأنه كلمة")
    reason = Message(
        "Before this surname the word is a given name, which is not translated: «{name}».",
        "الكلمة قبل هذا اللقب اسم أول لا يُترجم: «{name}».",
    )
    flags = (
        "وقال ⟦فاتورة⟧ غيتس إن العالم غير مستعد",
        "وأضاف ⟦العلامة⟧ زوكربيرغ أن الشركة ستتوسع",
    )
    passes = (
        "وقال بيل غيتس إن العالم غير مستعد",
        "ودفع فاتورة غيتس",
        "وقال إن فاتورة غيتس كبيرة",
        "وقالت أمل كلوني إن القضية عادلة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _GIVEN):
            if place and _speaks(line, place):
                name = _given_names()[line.form(place)]
                message = self.reason.fill(name=name)
                yield self.finding(doc, line.tokens[place].span, message=message, suggest=[name])


@cache
def _surnames() -> Mapping[str, str]:
    return _named("surnames_that_are_words")


@cache
def _given_names() -> Mapping[str, str]:
    return _named("given_names_that_are_words")


def _named(table: str) -> dict[str, str]:
    return {form: name for forms, name in rows(table, 2) for form in forms.split()}


def _follows_given_name(line: Line, place: int) -> bool:
    """Whether the word after a given name can be neither the object nor a new phrase."""
    given = line.words[place - 1]
    if _bare(given.form) not in word_list("given_names_western") or given.article:
        return False
    verb = _verb_before(line, place - 1)
    word = line.words[place]
    apart = word.adjectival or word.form in _NOT_AFTER_DEEDS or word.lemmas & word_list("times")
    if verb is None:
        return not apart and _opens_sentence(line, place)
    current = line.words[verb]
    if current.verbs & word_list("copulas") or current.may_have_enclitic:
        return False
    if current.verbs & word_list("speaking_verbs"):
        return _leads_to_clause(line, place + 1)
    deed = bool(current.verbs) and current.verbs <= without_object()
    return deed and not apart and verb == place - 2


def _bare(form: str) -> str:
    known = word_list("given_names_western")
    return form if form in known or form[:1] not in "ولب" else form[1:]


def _verb_before(line: Line, place: int) -> int | None:
    """The nearest word before ``place`` in its clause that may be a verb."""
    for back in range(place - 1, max(-1, place - _REACH), -1):
        if line.form(back) in _MARKS:
            return None
        if Pos.VERB in line.words[back].kinds:
            return back
    return None


def _opens_sentence(line: Line, place: int) -> bool:
    """«أليشيا المفاتيح وصلت»: the name is the topic of a verb."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    return place == 1 and after is not None and after.verbal and not after.proclitics


def _leads_to_clause(line: Line, place: int) -> bool:
    return line.form(place).startswith(_CLAUSES) and not is_preposition(line.words[place - 1])


def _speaks(line: Line, place: int) -> bool:
    """A verb of saying right before, a surname after, and the clause that was said."""
    verb, after = line.words[place - 1], line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.name or after.article or after.proclitics:
        return False
    said = verb.verbs & word_list("speaking_verbs") and verb.verbal and not verb.may_have_enclitic
    return bool(said) and _leads_to_clause(line, place + 2)


_SURNAME: Condition[Word] = Condition(
    lambda current: current.form[:2] == "ال" and current.form[2:] in _surnames()
)
_GIVEN: Condition[Word] = Condition(lambda current: current.form in _given_names())
