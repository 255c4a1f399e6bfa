"""Counted nouns: the gender polarity of 3–10, the number after 3–10 and after 11–99."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity, TokenKind
from ..analysis import spots
from ..morphology.lexicon import words as word_list
from ..suspicions.doubt import Doubt, Doubting, Guess
from ..syntax.agreement import Line, word

# Unit by its form before a feminine noun, and before a masculine one.
UNITS = {
    "ثلاث": "ثلاثة",
    "أربع": "أربعة",
    "خمس": "خمسة",
    "ست": "ستة",
    "سبع": "سبعة",
    "ثماني": "ثمانية",
    "ثمان": "ثمانية",
    "تسع": "تسعة",
    "عشر": "عشرة",
}
BEFORE_MASCULINE = {form: bare for bare, form in UNITS.items() if bare != "ثمان"}
PROCLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "ك")
_FORMS = {
    before + unit: (before, unit) for unit in UNITS | BEFORE_MASCULINE for before in PROCLITICS
}
_OTHER_GENDER = UNITS | BEFORE_MASCULINE
_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
# Counted in the singular by habit (units, currency, per cent), or numbers themselves.
_UNCOUNTED = frozenset({
    "مليون", "مليار", "ألف", "مئة", "مائة", "تريليون", "بليون", "دولار", "يورو", "جنيه", "ريال",
    "كيلومتر", "كيلوغرام", "متر", "غرام", "طن", "ميل", "قدم", "درجة", "مرة", "ضعف", "كلم", "يوم",
})  # fmt: skip


# What follows a number without being counted: «ثلاثة مقابل واحد», «خمسة بدل أربعة».
_APART = frozenset({
    "مليون", "مليار", "ألف", "مئة", "مائة", "تريليون", "بليون", "بدل", "مقابل", "جنوب", "شمال", "شرق",
    "غرب", "صباح", "مساء", "ظهر", "فجر", "عصر", "ليل", "نهار", "أمس", "غد", "وسط", "قرب", "ضد",
    "رغم", "حسب", "وفق", "ضمن", "تلو", "كل", "بعض", "نظير", "لقاء", "صفر", "نصف", "ربع", "ثلث",
    "ضعف", "يمين", "يسار", "نسوة", "نسوان", "بشر", "آخر", "أول", "اليوم", "أحد", "واحد", "سواء",
    "طوال", "جراء", "إثر", "عقب", "مباشرة", "دفعة", "سوية", "عادة", "خاصة", "فئة", "عشر",
})  # fmt: skip
_EITHER = frozenset({"نجم", "ورق", "رهينة", "ضحية"})  # «نجمة», «ورقة» too
_COUNTED = frozenset({"عام", "قدم", "دقيقة"})  # adjectives and verbs too, but not here
_BEFORE_TEN = frozenset(
    {"مدة", "لمدة", "قبل", "منذ", "بعد", "خلال", "على", "من", "في", "إلى", "نحو"}
)
DIGITS: Condition[Form] = Condition(lambda form: form.kind == TokenKind.NUMBER)
_WRITTEN: Condition[Form] = Condition(lambda form: form.folded in _FORMS)


def _guessed(line: Line, place: int) -> Guess | None:
    """The numeral in its other gender, if what it counts mostly asks for that."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.maybe_nominal or after.article or after.proclitics:
        return None
    proclitic, unit = _FORMS[line.form(place)]
    gender = gender_of_singular(after.readings)
    if not gender or (gender == "f") == (unit in UNITS):
        return None
    return Guess(place, place, (proclitic + _OTHER_GENDER[unit],))


_POLARITY = Doubt(Condition(lambda one: one.form in _FORMS), _guessed)


class NumeralPolarity(Doubting):
    """From three to ten the numeral takes the opposite gender of the noun: «ثلاث كتب»."""

    code, kind, category = "A501", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    doubts, needed_gain = (_POLARITY,), 2
    title = Message("gender of a numeral", "تذكير العدد وتأنيثه")
    reason = Message(
        "From three to ten the numeral takes the gender opposite to that of the counted noun.",
        "الأعداد من ثلاثة إلى عشرة تخالف معدودها في التذكير والتأنيث.",
    )
    flags = (
        "أعلنت الوزارة بناء ⟦ثلاثة محطات⟧ جديدة",
        "شارك في القمة ⟦خمس رؤساء⟧ من أفريقيا",
    )
    passes = (
        "نفذ كل فريق عشر ركلات",
        "في فندق من خمس نجوم",
        "قتل ثلاثة رهائن في القصف",
        "أعلنت الوزارة بناء ثلاث محطات جديدة",
        "شارك في القمة خمسة رؤساء من أفريقيا",
        "بلغ عددهم ثلاثة عشر شخصا",
        "زار الوفد خمس عشرة دولة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _WRITTEN):
            right = _other_polarity(sentence, place) if place + 1 < len(sentence.tokens) else ""
            if right:
                numeral, noun = sentence.tokens[place], sentence.tokens[place + 1]
                span = numeral.span.cover(noun.span)
                yield self.finding(doc, span, suggest=[f"{right} {noun.text}"])


class SingularAfterUnits(Rule):
    """From three to ten the counted noun is plural: «5 شخص», «ثلاثة يوم»."""

    code, kind, category = "A503", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.88
    title = Message("singular after 3–10", "معدود مفرد بعد 3–10")
    reason = Message(
        "After numbers from three to ten the counted noun stands in the plural.",
        "المعدود بعد الأعداد من 3 إلى 10 جمع مجرور.",
    )
    flags = (
        "أصيب في الهجوم ⟦5 جندي⟧ بجروح",
        "واستمرت المحادثات ⟦ثلاثة يوم⟧ في جنيف",
    )
    passes = (
        "يمر عبر المضيق خمس استهلاك العالم",
        "وصلت إلى المحمية ثلاث إناث",
        "أصيب في الهجوم 5 جنود بجروح",
        "استمرت المحادثات ثلاثة أيام في جنيف",
        "بلغ عدد القتلى ثلاثة آلاف شخص",
        "وصل في الساعة 5 مساء",
        "يحضر الحفل خمسة من كل دولة",
        "يبلغ ثمنها 5 مليون دولار",
        "فاز الفريق في 3 مباريات",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, DIGITS):
            if 3 <= count(sentence, place) <= 10 and _counts_one(sentence, place, people=True):
                yield self._of(doc, sentence, place)
        for sentence, place in spots(doc, _WRITTEN):
            if _counts_one(sentence, place, people=False):
                yield self._of(doc, sentence, place)

    def _of(self, doc: Document, sentence: Analysed, place: int) -> Finding:
        number, noun = sentence.tokens[place], sentence.tokens[place + 1]
        return self.finding(doc, number.span.cover(noun.span))


def _counts_one(sentence: Analysed, place: int, *, people: bool) -> bool:
    """Whether a singular follows the number, of ``people`` only where that is not written out."""
    if place + 1 == len(sentence.tokens) or (place and _is_unit(sentence.tokens[place - 1].folded)):
        return False
    token = sentence.tokens[place + 1]
    ten = sentence.tokens[place].folded.endswith(("عشر", "عشرة"))
    if ten and place and sentence.tokens[place - 1].folded not in _BEFORE_TEN:
        return False
    if people:
        return _singular_person(sentence.readings[place + 1])
    if token.kind is not TokenKind.WORD or token.folded in _APART:
        return False
    if token.folded in _COUNTED:
        return True
    noun = word(token.text, token.folded)
    singular = bool(noun.readings) and all(_is_singular(one) for one in noun.readings)
    singular = singular and not _is_fifth(sentence, place)
    return singular and not noun.lemmas & (_APART | word_list("collectives"))


def _is_fifth(sentence: Analysed, place: int) -> bool:
    """«خمس استهلاك العالم»: a fifth of something definite."""
    share = sentence.tokens[place].folded.endswith("خمس") and place + 2 < len(sentence.tokens)
    return share and sentence.tokens[place + 2].folded.startswith("ال")


def _is_singular(reading: Reading) -> bool:
    """A noun in the singular that bears nothing, of which a plural can be counted."""
    plain = reading.pos is Pos.NOUN and reading.number == "s" and not reading.state
    return plain and not reading.proclitics and not reading.enclitic


def _other_polarity(sentence: Analysed, place: int) -> str:
    """The numeral at ``place`` in its other gender if the noun after it asks for that."""
    proclitic, unit = _FORMS.get(sentence.tokens[place].folded, ("", ""))
    if not unit or (place and _is_unit(sentence.tokens[place - 1].folded)):
        return ""
    gender = gender_of_singular(sentence.readings[place + 1])
    if unit in UNITS and gender == "m":
        return proclitic + UNITS[unit]
    if unit in BEFORE_MASCULINE and gender == "f":
        return proclitic + BEFORE_MASCULINE[unit]
    return ""


def _is_unit(form: str) -> bool:
    bare = form.lstrip("وفبلك")
    return any(word in UNITS or word in BEFORE_MASCULINE for word in (form, bare))


def gender_of_singular(readings: tuple[Reading, ...]) -> str:
    """Gender of the counted noun if every reading is an indefinite plural of one gender."""
    if not is_plural(readings):
        return ""
    lemmas = {reading.lemma for reading in readings}
    if not lemmas.isdisjoint(UNITS):
        return ""
    if lemmas & _EITHER or any(map(_is_unit_noun, readings)):
        return ""
    genders = {
        reading.gender
        for reading in (
            *readings,
            *(own for lemma in lemmas for own in word(lemma, lemma).readings),
        )
        if reading.pos is Pos.NOUN
    }
    return genders.pop() if len(genders) == 1 else ""


def _is_unit_noun(reading: Reading) -> bool:
    """«ركلات»: the plural of «ركلة», which the dictionary takes for one of «ركل»."""
    if not reading.stem or reading.gender != "m" or reading.broken or len(reading.lemma) != 3:
        return False
    single = reading.lemma + "ة"
    return any(one.pos is Pos.NOUN and one.gender == "f" for one in word(single, single).readings)


def is_plural(readings: tuple[Reading, ...]) -> bool:
    """Whether the word is nothing but an indefinite plural noun."""
    nominals = [reading for reading in readings if reading.pos is not Pos.VERB]
    nouns = any(reading.pos is Pos.NOUN for reading in nominals)
    return nouns and all(
        reading.pos in _NOMINALS
        and reading.number == "p"
        and reading.lemma != "آخر"
        and not reading.state
        and not reading.proclitics
        and not reading.enclitic
        for reading in nominals
    )


def counts_several(readings: tuple[Reading, ...]) -> bool:
    """As :func:`is_plural`, or an accusative plural."""
    nominals = [one for one in readings if one.pos is not Pos.VERB]
    return is_plural(readings) or (
        any(one.pos is Pos.NOUN for one in nominals)
        and all(
            one.pos in _NOMINALS
            and one.lemma != "آخر"
            and (one.number, one.state) == ("p", "i")
            and not (one.proclitics or one.enclitic)
            for one in nominals
        )
    )


def _singular_person(readings: tuple[Reading, ...]) -> bool:
    people = any(reading.pos is Pos.NOUN and reading.human for reading in readings)
    return people and all(
        reading.pos in _NOMINALS
        and reading.number == "s"
        and not reading.state
        and not reading.proclitics
        and reading.lemma not in _UNCOUNTED
        for reading in readings
    )


def count(sentence: Analysed, place: int, *, digits: int = 2) -> int:
    """The whole number of so many digits at most at ``place``, else 0."""
    token = sentence.tokens[place]
    if token.kind is not TokenKind.NUMBER:
        return 0
    written = token.text.translate(_DIGITS)
    return int(written) if written.isascii() and written.isdigit() and len(written) <= digits else 0
