"""The same words twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise, takewhile

from ....detect import Context, Rule
from ....errors import PackError
from ....model import (
    Category,
    Document,
    Finding,
    Message,
    Sentence,
    Severity,
    Span,
    Token,
    TokenKind,
    record,
)
from ..forms import forms_of

_AND = "و"
# What may join the same words: «نادي الهلال على نادي الهلال».
_BETWEEN = frozenset(
    {"على", "إلى", "ضد", "مثل", "غير", "ليس", "ليست", "بين", "أمام", "منذ", "قبل", "بعد"}
)
_LONGEST_PHRASE = 9  # words; longer repetitions are whole sentences
_SEPARATORS = frozenset("،,؛;-–—")
_SENTENCE_WORDS = 6
# Where a word twice is grammar ("each", "here and there"), not a slip.
_REDUPLICATING = frozenset({"hi", "ur", "bn", "pa", "gu", "mr", "ne", "ta", "te", "kn", "ml", "si"})
_REDUPLICATING |= {"id", "ms", "tl", "vi", "th", "lo", "km", "my", "zh", "ja", "am", "so"}


@record
class Repetition:
    """Words of one language that may stand twice, and short ones that may not."""

    letters: frozenset[str]
    distributive: frozenset[str]
    function: frozenset[str]


@cache
def repetition(lang: str) -> Repetition:
    """What ``repetition.tsv`` says of a language.

    Raises PackError for a row that is not language, kind, word.
    """
    rows: dict[str, set[str]] = {"letter": set(), "distributive": set(), "function": set()}
    table = files(__package__).joinpath("../lexicon/repetition.tsv").read_text("utf-8")
    for number, row in enumerate(table.splitlines(), 1):
        if row.startswith("#"):
            continue
        cells = row.split("\t")
        if len(cells) != 3 or cells[1] not in rows:
            raise PackError(f"repetition.tsv:{number}: expected language, kind, word: {row!r}")
        if cells[0] == lang:
            rows[cells[1]].add(cells[2])
    return Repetition(*(frozenset(rows[kind]) for kind in ("letter", "distributive", "function")))


class RepeatedPhrase(Rule):
    """A phrase of two words or more directly after itself, its last word perhaps inflected anew."""

    code, kind, category = "D101", "duplication", Category.TEXTUAL
    severity, confidence = Severity.MAJOR, 0.93
    title = Message("phrase twice", "عبارة مكررة")
    reason = Message(
        "The same phrase stands twice in a row.", "تكررت العبارة نفسها مرتين متتاليتين."
    )
    flags = (
        "وصل الوفد ⟦يوم الثلاثاء يوم الثلاثاء⟧ إلى العاصمة",
        "قال إن الملف ⟦سيرفع إلى المحكمة وسيرفع إلى المحكمة⟧ غدا",
        "في المدينة ⟦التي يسيطر عليها المتمردين، التي يسيطر عليها المتمردون⟧ منذ عام",
    )
    passes = (
        "تنقل الوفد من مدينة إلى مدينة ومن قرية إلى قرية",
        "كلما زاد الطلب زاد السعر",
        "قال إن الحرب هي الحرب",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence in doc.sentences:
            tokens: Sequence[Token] = sentence.tokens
            forms = forms_of(doc, sentence)
            if not _SEPARATORS.isdisjoint(forms):
                tokens = [token for token in tokens if token.folded not in _SEPARATORS]
                forms = [token.folded for token in tokens]
            twice = _twice_near(forms)
            if twice:
                yield from self._in(doc, tokens, forms, twice)

    def _in(
        self, doc: Document, tokens: Sequence[Token], forms: Sequence[str], twice: Sequence[int]
    ) -> Iterator[Finding]:
        reached = 0
        for start in twice:
            length = _repeated(tokens, forms, start) if start >= reached else 0
            if length:
                first = tokens[start : start + length]
                span = first[0].span.cover(tokens[start + 2 * length - 1].span)
                once = first[0].span.cover(first[-1].span).of(doc.text)
                again = tokens[start + length : start + 2 * length]
                exact = [one.text for one in first] == [one.text for one in again]
                safe = exact and not any(one.quoted for one in first)
                yield self.finding(doc, span, suggest=[once], safe=safe)
                reached = start + 2 * length


class RepeatedWord(Rule):
    """One word twice in a row, where it is no figure of speech."""

    code, kind, category = "D102", "duplication", Category.TEXTUAL
    severity, confidence = Severity.MINOR, 0.85
    title = Message("word twice", "كلمة مكررة")
    reason = Message("The same word stands twice in a row.", "تكررت الكلمة نفسها مرتين متتاليتين.")
    flags = ("وصل الوفد ⟦إلى إلى⟧ العاصمة", "سجل الفريق ⟦هدفا هدفا⟧ في الشوط الأول")
    passes = (
        "سار الجنود صفا صفا نحو الميدان",
        "وصل السياح إلى جزيرة بورا بورا",
        "قال إن الأمر خطير جدا جدا",
        "قال لا لا نريد الحرب",
        "قال لشبكة سي إن إن إن القمة ستعقد غدا",
    )
    quoted = False

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        if doc.lang in _REDUPLICATING:
            return
        known = repetition(doc.lang)
        for sentence in doc.native:
            spelt: frozenset[Token] | None = None  # looked for once, where a word comes twice
            tokens = sentence.tokens
            for place in _alike(forms_of(doc, sentence), 1):
                before, one, other = tokens[place - 1], tokens[place], tokens[place + 1]
                if one.script != doc.profile.script:
                    continue
                spelt = _letter_names(sentence.tokens, known.letters) if spelt is None else spelt
                if one in spelt:
                    continue
                if _plain_word(one, known) and _spaced(doc, one, other):
                    span = one.span.cover(other.span)
                    safe = one.text == other.text and _is_slip(
                        doc, before if place else None, one, known
                    )
                    yield self.finding(doc, span, suggest=[one.text], safe=safe)


class RepeatedAcrossAWord(Rule):
    """A phrase that comes again after a single word: «حيز التنفيذ دخل حيز التنفيذ»."""

    code, kind, category = "D104", "duplication", Category.TEXTUAL
    severity, confidence = Severity.MINOR, 0.8
    title = Message("phrase twice around a word", "عبارة مكررة حول كلمة")
    reason = Message(
        "The same phrase stands before and after one word.",
        "تكررت العبارة نفسها قبل كلمة واحدة وبعدها.",
    )
    flags = ("ودخل القانون ⟦حيز التنفيذ دخل حيز التنفيذ⟧ مطلع الشهر",)
    passes = (
        "دافع عن حقوق الإنسان وحقوق الإنسان مبدأ",
        "قال إن كل يوم يمر كل يوم صعب",
        "فاز نادي الهلال على نادي الهلال السوداني",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence in doc.native:
            words = sentence.tokens
            for start in _alike(forms_of(doc, sentence)[:-1], 3):
                if _comes_again(words[start : start + 5]):
                    span = words[start].span.cover(words[start + 4].span)
                    once = words[start].span.cover(words[start + 1].span).of(doc.text)
                    yield self.finding(doc, span, suggest=[once])


class RepeatedLine(Rule):
    """A line or a long sentence that the article has brought already."""

    code, kind, category = "D103", "duplication", Category.TEXTUAL
    severity, confidence = Severity.MINOR, 0.85
    title = Message("line twice", "سطر مكرر")
    reason = Message(
        "The article has already said this in the same words.",
        "سبق هذا السطر بالألفاظ نفسها.",
    )
    flags = ("هيئة التحرير\n⟦هيئة التحرير⟧\nوصل الوفد إلى العاصمة أمس.",)
    passes = ("هيئة التحرير\nوصل الوفد إلى العاصمة أمس.",)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        seen: set[tuple[str, ...]] = set()
        previous: tuple[str, ...] = ()
        for paragraph in doc.paragraphs:
            parts = [_folded(sentence) for sentence in paragraph.sentences]
            line = tuple(chain.from_iterable(parts))
            if len(line) >= 2 and line == previous:
                safe = len(line) >= _SENTENCE_WORDS
                yield self.finding(doc, paragraph.span, suggest=[""], safe=safe)
            else:
                yield from self._sentences(doc, paragraph.sentences, parts, seen)
            previous = line

    def _sentences(
        self,
        doc: Document,
        sentences: Sequence[Sentence],
        parts: Sequence[tuple[str, ...]],
        seen: set[tuple[str, ...]],
    ) -> Iterator[Finding]:
        for sentence, words in zip(sentences, parts, strict=True):
            if len(words) < _SENTENCE_WORDS:
                continue
            if words in seen:
                yield self.finding(doc, sentence.span, suggest=[""])
            seen.add(words)


def _comes_again(words: Sequence[Token]) -> bool:
    """Whether the first two of five words, long ones, are the last two, a long one between."""
    first, second, middle, third, fourth = words
    if (first.folded, second.folded) != (third.folded, fourth.folded):
        return False
    if not all(one.is_word and len(one.folded) > 2 for one in words) or len(second.folded) <= 4:
        return False
    return middle.folded not in {first.folded, second.folded} | _BETWEEN


def _folded(sentence: Sentence) -> tuple[str, ...]:
    return tuple([token.folded for token in sentence.tokens if token.kind is TokenKind.WORD])


def _twice_near(words: Sequence[str]) -> list[int]:
    """Where a word stands that comes again soon, perhaps joined by «و»."""
    latest: dict[str, int] = {}
    found = set()
    for place, word in enumerate(words):
        if word in latest:
            found.add((latest[word], place))
        if word[0] == _AND and word[1:] in latest:
            found.add((latest[word[1:]], place))
        latest[word] = place
    return sorted({one for one, other in found if other - one <= _LONGEST_PHRASE})


def _repeated(tokens: Sequence[Token], forms: Sequence[str], start: int) -> int:
    """Length of the phrase at ``start`` that follows itself; 0 if none does."""
    opening = forms[start], _AND + forms[start]
    for length in range(min(_LONGEST_PHRASE, (len(tokens) - start) // 2), 1, -1):
        if forms[start + length] not in opening:
            continue
        phrase = tokens[start : start + length]
        if _same(phrase, tokens[start + length : start + 2 * length]):
            return length
    return 0


def _same(first: Sequence[Token], second: Sequence[Token]) -> bool:
    if any(token.kind is TokenKind.PUNCTUATION for token in (*first, *second)):
        return False
    if not any(token.is_word and len(token.folded) > 2 for token in first):
        return False
    if not _same_opening(first[0], second[0]):
        return False
    if any(a.folded != b.folded for a, b in zip(first[1:-1], second[1:-1], strict=True)):
        return False
    last, again = first[-1].folded, second[-1].folded
    return last == again or (len(first) > 1 and _inflected(last, again))


def _same_opening(one: Token, other: Token) -> bool:
    """Whether two phrases open alike, the second perhaps joined by «و»."""
    return other.folded in (one.folded, "و" + one.folded)


def _inflected(one: str, other: str) -> bool:
    """Whether two forms look like one word with two endings."""
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared >= 4 and max(len(one), len(other)) - shared <= 2


def _alike(forms: Sequence[str], distance: int) -> list[int]:
    """Where a form stands that stands again so many places further on."""
    later = zip(forms, forms[distance:], strict=False)
    return [place for place, (one, other) in enumerate(later) if one == other]


def _is_slip(doc: Document, before: Token | None, word: Token, known: Repetition) -> bool:
    """Whether nobody says the word twice: a particle, or inside a clause a word with the article.

    At the head of a clause «الحذر الحذر» urges, and without the article it may be a name:
    «بورا بورا».
    """
    article = doc.profile.lexis.article
    inside = before is not None and before.is_word
    return word.folded in known.function or (
        inside and bool(article) and word.folded.startswith(article)
    )


def _plain_word(token: Token, known: Repetition) -> bool:
    """Whether the word has no business to stand twice: no name, no cry, no figure of speech."""
    if token.folded in known.function:
        return True
    return token.is_word and len(token.folded) > 2 and token.folded not in known.distributive


def _letter_names(tokens: Sequence[Token], letters: frozenset[str]) -> frozenset[Token]:
    """The words of spelt-out initials: سي إن إن."""
    spelt: set[Token] = set()
    for one, other in pairwise(tokens):
        if one.folded.lstrip("و") in letters and other.folded in letters:
            spelt |= {one, other}
    return frozenset(spelt)


def _spaced(doc: Document, one: Token, other: Token) -> bool:
    between = Span(one.span.end, other.span.start).of(doc.text)
    return between.strip(" \u00a0") == "" and between != ""
