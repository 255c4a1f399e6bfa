"""Words that cannot be: wrong joints, piled endings, letters repeated, words run together."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence

from ....detect import Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Severity, TokenKind
from ..analysis import analysed, spots
from ..morphology import readings
from ..morphology.coined import meant
from ..morphology.frequency import uses
from ..variety import is_standard

_LETTER = "[ء-غف-ي]"
_SUFFIX = "ها|هم|هما|هن|ه|ك|كم|نا"
_BEFORE_SUFFIX = re.compile(f"({_LETTER}{{2,}})ة({_SUFFIX})")
_RUN_TOGETHER = re.compile(f"({_LETTER}{{2,}}[ةى])({_LETTER}{{2,}})")
_TYPOS = 3.0  # slips of the keyboard per 1,000 words that say nothing of the translation
_FEWEST_RUN_TOGETHER = 3  # words: whoever took the page apart lost its spaces, not the translator
_FREQUENT = 2000  # times the tagged news behind the frequencies has a lemma: no rarity is suggested
_REPEATED = re.compile(r"([^ه])\1{2,}|(ا)ا|(و)و(?=[انم]?$)|(و)و+(?=ا$)")
_INFLECTED = re.compile("(?:[وف]?[بك]?ال|[وف]?لل).{3,}(?:ة|ون|ين|ات|ان)|[وف]?س[يتن].{4,}وا")
_PILED = re.compile("(?:ون|ين|ات)(?=(?:ين|ون|ات)$)")
_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)")
_FUTURE_IN_PAST = re.compile(f"([وف]?س[يتن]{_LETTER}{{3,}})ت")
_LONG = 9  # letters: shorter words lie too near to others, and to spoken ones
_SHORT_PLURAL = 7  # letters: a name behind «بال» is no longer: «بالبوا»
_FEWEST_LETTERS = 5
_HAMZAS = "أؤئء"
_CONJECTURED = frozenset({"guess", "derived"})
_KNOWING = frozenset({"buckwalter", "closed", "arramooz"})


class _WordRule(Rule):
    """A rule that looks at one word alone. ``safe``: there is but one way to correct it."""

    kind, category = "word-form", Category.SPELLING
    severity, confidence = Severity.MAJOR, 0.95
    safe = False

    def __init__(self) -> None:
        self._wrong: Condition[Form] = Condition(
            lambda form: _is_doubtful(form) and bool(self.corrected(form.folded))
        )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, self._wrong):
            token = sentence.tokens[place]
            if token.folded not in context.allowed:
                suggest = self.corrected(token.folded)
                safe = self.safe and token.text == token.folded  # no vowel signs are lost
                yield self.finding(doc, token.span, suggest=suggest, safe=safe)

    @abstractmethod
    def corrected(self, form: str) -> Sequence[str]:
        """What the word should be, the likeliest first; nothing for a sound word."""


class TaaMarbutaBeforeSuffix(_WordRule):
    """«استعادةها»: a taa marbuta opens before a pronoun."""

    code = "W101"
    safe = True
    title = Message("taa marbuta before a suffix", "«ة» قبل الضمير")
    reason = Message(
        "Before a pronoun suffix «ة» is written «ت».",
        "تُكتب «ة» تاءً مفتوحة إذا اتصل بها ضمير.",
    )
    flags = (
        "أعلنت الشركة ⟦استعادةها⟧ للسيطرة على النظام",
        "دعا الدول إلى زيادة ⟦مساعدةها⟧ للنازحين",
        "بعد ⟦عودةه⟧ القوية في الشوط الثاني",
    )
    passes = ("أعلنت الشركة استعادتها للسيطرة", "انتظر في القاعة هاتفا من المدير")

    def corrected(self, form: str) -> Sequence[str]:
        shape = _BEFORE_SUFFIX.fullmatch(form)
        return [f"{shape[1]}ت{shape[2]}"] if shape else ()


class WordsRunTogether(_WordRule):
    """«بالنسبةلرئيس»: «ة» and «ى» end a word, so the space behind them is lost."""

    code = "W102"
    safe = True
    severity, confidence = Severity.MINOR, 0.9
    base_rate = _TYPOS
    title = Message("words run together", "كلمتان متلاصقتان")
    reason = Message(
        "«ة» and «ى» stand only at the end of a word: a space is missing.",
        "لا تقع «ة» و«ى» إلا في آخر الكلمة؛ وقد سقطت هنا مسافة.",
    )
    flags = ("كان ذلك مهما ⟦بالنسبةلرئيس⟧ الوزراء", "زار ⟦مدينةبغداد⟧ القديمة")
    passes = ("كان ذلك مهما بالنسبة لرئيس الوزراء", "على مدى عامين")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        found = tuple(super().check(doc, context))
        if found and len(found) < _FEWEST_RUN_TOGETHER and not _lost_its_spaces(doc):
            yield from found

    def corrected(self, form: str) -> Sequence[str]:
        shape = _RUN_TOGETHER.fullmatch(form)
        if not shape or _has_reading(form) or _BEFORE_SUFFIX.fullmatch(form):
            return ()
        return [f"{shape[1]} {shape[2]}"] if readings(shape[1]) and readings(shape[2]) else ()


def _lost_its_spaces(doc: Document) -> bool:
    """Whether long words that no dictionary reads abound: more ran together than end in «ة»."""
    unread = (
        form.folded
        for sentence in analysed(doc)
        for form in sentence.forms
        if len(form.folded) > _LONG and _is_doubtful(form)
    )
    return len(set(unread)) >= _FEWEST_RUN_TOGETHER


class RepeatedLetter(_WordRule):
    """«التجمعاات»: a letter written twice that makes no word."""

    code = "W103"
    safe = True
    severity, confidence = Severity.MINOR, 0.9
    base_rate = _TYPOS
    title = Message("letter repeated", "حرف مكرر")
    reason = Message(
        "The word exists only without the repeated letter.", "لا تصح الكلمة إلا بحذف الحرف المكرر."
    )
    flags = ("انتشرت ⟦التجمعاات⟧ في المدينة", "وأطلقت المستشفيات ⟦منااشدة⟧ عاجلة")
    passes = ("انتشرت التجمعات في المدينة", "وصل يوهان كلااسن إلى المدينة", "قال الطفل ههههه")

    def corrected(self, form: str) -> Sequence[str]:
        if not _REPEATED.search(form) or _has_reading(form):
            return ()
        once = _REPEATED.sub(lambda hit: next(group for group in hit.groups() if group), form)
        return [once] if _is_frequent(once) else ()


class ImpossibleEnding(_WordRule):
    """«المحتجونين», «سيتباطأت»: affixes that exclude each other."""

    code = "W104"
    confidence = 0.9
    title = Message("affixes that exclude each other", "زوائد لا تجتمع")
    reason = Message(
        "Two endings stand on one word, or a future prefix on a past form.",
        "اجتمعت على الكلمة علامتا جمع، أو سين المستقبل وتاء الماضي.",
    )
    flags = (
        "وفرقت الشرطة ⟦المحتجونين⟧ بخراطيم المياه",
        "وأوضح أن النمو ⟦سيتباطأت⟧ في النصف الثاني",
        "وتوصل ⟦المفاوضووا⟧ إلى مسودة اتفاق",
        "وانخفضت ⟦الدرجاة⟧ إلى عشرين تحت الصفر",
        "وأجرت الحكومة ⟦مشاورتات⟧ مع الأقليات",
    )
    passes = (
        "وفرقت الشرطة المحتجين",
        "عرض التلفزيونات والليمونات",
        "سيتفاوت النمو",
        "خسر مليونين",
    )

    def corrected(self, form: str) -> Sequence[str]:
        if _has_reading(form):
            return ()
        known = (other for other in _endings(form) if _is_frequent(other))
        return list(known)[:1]


class NoSuchWord(_WordRule):
    """«الاستراتجية»: Arabic in its affixes, and no word; one letter off a word."""

    code = "W201"
    kind = "spelling"
    severity, confidence = Severity.MINOR, 0.8
    base_rate = _TYPOS
    needed_gain = 6.0
    unusual = Message(
        "News hardly has this form; another word of the same letters is probably meant.",
        "صيغة لا تكاد تُستعمل في الأخبار، ولعل المراد كلمة أخرى من حروفها.",
    )
    title = Message("no such word", "كلمة لا وجود لها")
    reason = Message(
        "The form is inflected as Arabic and is no Arabic word; one letter makes it one.",
        "الكلمة على صورة المفردات العربية وليست منها، ويصححها تغيير حرف واحد.",
    )
    flags = (
        "ناقش الخطة ⟦الاستراتجية⟧ للشركة",
        "قدم الدعم ⟦للمواطنيين⟧ المتضررين",
        "ورفضت المحكمة ⟦الاستأناف⟧ الذي تقدم به",
    )
    passes = (
        "ناقش الخطة الاستراتيجية للشركة",
        "وصل ستوريدج والبرتو سينسبري إلى المدينة",
        "يقيم في ستافورد وبيركينهيد",
        "المسؤولون والمسئولون",
    )

    def suspected(self, doc: Document, context: Context) -> Iterator[Finding]:
        if not is_standard(doc):
            return
        for sentence, place in spots(doc, _COINED):
            token = sentence.tokens[place]
            if token.folded not in context.allowed:
                suggest = meant(token.folded)
                yield self.finding(doc, token.span, message=self.unusual, suggest=suggest)

    def corrected(self, form: str) -> Sequence[str]:
        if _has_reading(form):
            return _with_hamza_moved(form) if _is_derived_only(form) else ()
        if len(form) < _LONG or not _INFLECTED.fullmatch(form) or _RUN_TOGETHER.search(form):
            return ()
        if _REPEATED.search(form) or _PILED.search(form) or _BEFORE_SUFFIX.fullmatch(form):
            return ()
        near = dict.fromkeys(other for other in _near(form) if _is_frequent(other))
        return list(near)[:2]


_COINED: Condition[Form] = Condition(
    lambda form: form.kind == TokenKind.WORD and bool(meant(form.folded))
)


def _is_doubtful(form: Form) -> bool:
    """A word that no dictionary reads."""
    unread = not form.readings or form.readings[0].source in _CONJECTURED
    return unread and form.kind == TokenKind.WORD and form.script == "Arabic"


def _sources(form: str) -> frozenset[str]:
    return frozenset(reading.source for reading in readings(form))


def _has_reading(form: str) -> bool:
    return bool(_sources(form) - {"guess"})


def _is_frequent(form: str) -> bool:
    """Whether a dictionary has the form, as one of a word that news uses."""
    return any(
        hit.source in _KNOWING and sum(count for _, _, count in uses(hit.lemma)) >= _FREQUENT
        for hit in readings(form)
    )


def _is_derived_only(form: str) -> bool:
    return _sources(form) == {"derived"}


def _with_hamza_moved(form: str) -> Sequence[str]:
    """The form with one hamza on another seat, where a dictionary has that."""
    for place, letter in enumerate(form):
        if letter in _HAMZAS and 2 < place < len(form) - 1 and form[place - 2 : place] != "ال":
            others = (form[:place] + seat + form[place + 1 :] for seat in _HAMZAS if seat != letter)
            known = [other for other in others if _is_frequent(other)]
            if known:
                return known[:1]
    return ()


def _endings(form: str) -> Iterator[str]:
    """The form with one ending where two stand, or with the ending it can have."""
    future = _FUTURE_IN_PAST.fullmatch(form)
    if future:
        yield future[1]
    if form.endswith("تات") and len(form) > _FEWEST_LETTERS:
        yield form[:-3] + "ات"
        yield form[:-3] + "ة"
    if not _ARTICLE.match(form):
        return
    if _PILED.search(form):
        yield _PILED.sub("", form)
    if form.endswith("وا") and len(form) > _SHORT_PLURAL:
        yield form[:-1].rstrip("و") + "ون"
    if form.endswith("اة"):
        yield form[:-2] + "ات"
        yield form[:-2] + "ة"


def _near(form: str) -> Iterator[str]:
    """Forms one slip away: a letter too much, a long vowel too few, two letters exchanged."""
    inside = range(2, len(form) - 1)
    for place in inside:
        yield form[:place] + form[place + 1 :]
    for place in inside:
        yield form[: place + 1] + "ي" + form[place + 1 :]
        yield form[: place + 1] + "ا" + form[place + 1 :]
        yield form[: place + 1] + "و" + form[place + 1 :]
    for place in inside:
        yield form[:place] + form[place + 1] + form[place] + form[place + 2 :]
