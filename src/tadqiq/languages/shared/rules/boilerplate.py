"""What belongs to the page and not to the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from ....detect import ByDocument, Context, Rule
from ....errors import PackError
from ....model import (
    Category,
    Document,
    Finding,
    Message,
    Paragraph,
    Sentence,
    Severity,
    Span,
    record,
)
from ..heads import Alternatives

_MARKS = " \t\u00a0:：.…|-–—•»«<>[]()"
_HEADLINE_WORDS = 25
_LONGEST_LABEL = 80  # characters
_HEAD = 24  # characters in which the first letters stand, marks before and over them
_REACH = 3  # letters


@record
class Phrases:
    """The furniture of news pages in one language, casefolded and folded.

    ``openings`` are the first letters, ``reach`` of each, of labels, pointers and teasers.
    """

    labels: frozenset[str]
    pointers: frozenset[str]
    teasers: tuple[str, ...]
    inserts: Alternatives
    openings: frozenset[str]
    reach: int


class Label(Rule):
    """A label of the page as a line of its own: "Advertisement", «إعلان»."""

    code, kind, category = "B101", "boilerplate", Category.NON_CONTENT
    severity, confidence = Severity.MINOR, 0.95
    title = Message("page label in the text", "عنصر من عناصر الصفحة داخل النص")
    reason = Message(
        "This line is a label of the web page, not part of the article.",
        "هذا السطر من عناصر صفحة الموقع وليس من المقال.",
    )
    flags = (
        "وصل الوفد أمس.\n⟦Advertisement⟧\nوبدأت المفاوضات.",
        "وصل الوفد.\n⟦إعلان⟧\nوبدأت المفاوضات.",
    )
    passes = ("وصدر إعلان مشترك عن القمة.", "إعلان القاهرة: نص البيان الختامي")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        known, foldings = phrases(doc.lang), _foldings(doc)
        openings = _openings(doc)
        for paragraph in doc.paragraphs:
            if paragraph.span.start not in openings:
                continue
            if _folded(doc, paragraph, foldings).strip(_MARKS) in known.labels:
                yield self.finding(doc, paragraph.span, suggest=[""])


class Insert(Rule):
    """What a page says to its reader between two sentences: «انقر هنا للاشتراك»."""

    code, kind, category = "B103", "boilerplate", Category.NON_CONTENT
    severity, confidence = Severity.MINOR, 0.92
    title = Message("words of the page in the text", "عبارة من عبارات الصفحة داخل النص")
    reason = Message(
        "The web page speaks to its reader here; this is not part of the article.",
        "هذا خطاب من الموقع لقارئه وليس من المقال.",
    )
    flags = (
        "وصل الوفد أمس. ⟦انقر هنا للاشتراك في نشرتنا⟧ وبدأت المفاوضات.",
        "وصل الوفد أمس. ⟦قصص موصى بها⟧ ⟦قائمة من 4 عناصر⟧ وبدأت المفاوضات.",
    )
    passes = ("قال الوزير إن قائمة من أربعة عناصر عُرضت على اللجنة.",)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        inserts = phrases(doc.lang).inserts
        for sentence in doc.sentences:
            start = sentence.span.start
            text = sentence.span.of(doc.text)
            # Without a full stop between them, several stand in a row.
            while match := inserts.match(text, start - sentence.span.start):
                end = sentence.span.start + match.end()
                skipped = len(match.group()) - len(match.group().lstrip())
                yield self.finding(doc, Span(start + skipped, end), suggest=[""])
                start = end


class Teaser(Rule):
    """A line that advertises another article: «اقرأ أيضًا: …»."""

    code, kind, category = "B102", "boilerplate", Category.NON_CONTENT
    severity, confidence = Severity.MINOR, 0.93
    title = Message("teaser of another article", "إحالة إلى مقال آخر")
    reason = Message(
        "A link to another article was taken for text of this one.",
        "رابط إلى مقال آخر حُسب من نص هذا المقال.",
    )
    flags = (
        "وصل الوفد أمس.\n⟦اقرأ أيضًا: انهيار المفاوضات في جنيف⟧\nوبدأت المفاوضات.",
        "وصل الوفد أمس.\n⟦اقرأ أيضًا⟧\n⟦انهيار المفاوضات في جنيف⟧\nوبدأت المفاوضات صباح اليوم.",
    )
    passes = (
        "اقرأ أيضا في هذا التقرير ما قاله الوزير عن الأزمة.",
        "شاهد: الحارس يسجل هدف التعادل\nأنقذ الحارس فريقه في الدقيقة الأخيرة.",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        known, foldings = phrases(doc.lang), _foldings(doc)
        openings = _openings(doc)
        pointed = False
        for paragraph in doc.paragraphs:
            for sentence in paragraph.sentences[1:]:
                if sentence.span.start not in openings:
                    continue
                if _folded(doc, sentence, foldings).startswith(known.teasers):
                    yield self.finding(doc, sentence.span, suggest=[""])
            if not pointed and paragraph.span.start not in openings:
                continue
            line = _folded(doc, paragraph, foldings)
            if line.strip(_MARKS) in known.pointers:
                yield self.finding(doc, paragraph.span, suggest=[""])
                pointed = True
                continue
            headline = pointed and _looks_like_headline(doc, paragraph)
            # «شاهد: هدف التعادل» may be the article's own title.
            title = paragraph is doc.paragraphs[0] and len(doc.paragraphs) > 1
            if headline or (line.startswith(known.teasers) and not title):
                yield self.finding(doc, paragraph.span, suggest=[""])
            pointed = False


@cache
def phrases(lang: str) -> Phrases:
    """The phrases of a language and those of every language.

    Raises PackError for a row that is not language, kind, phrase.
    """
    rows: dict[str, list[str]] = {"label": [], "pointer": [], "teaser": [], "insert": []}
    table = files(__package__).joinpath("../lexicon/boilerplate.tsv")
    for number, row in enumerate(table.read_text("utf-8").splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        cells = row.split("\t")
        if len(cells) != 3 or cells[1] not in rows:
            raise PackError(f"boilerplate.tsv:{number}: expected language, kind, phrase: {row!r}")
        if cells[0] in ("*", lang):
            # Casefolding would turn \S in a pattern into \s.
            phrase = cells[2] if cells[1] == "insert" else cells[2].casefold()
            rows[cells[1]].append(phrase)
    heads = [
        phrase.strip(_MARKS) for kind in ("label", "pointer", "teaser") for phrase in rows[kind]
    ]
    reach = min([_REACH, *map(len, heads)])
    return Phrases(
        frozenset(rows["label"]),
        frozenset(phrase.strip(_MARKS) for phrase in rows["pointer"]),
        tuple(rows["teaser"]),
        Alternatives(rows["insert"]),
        frozenset(head[:reach] for head in heads),
        reach,
    )


def _foldings(doc: Document) -> Mapping[int, str]:
    return {ord(char): folded for char, folded in doc.profile.foldings.items()}


def _find_openings(doc: Document) -> frozenset[int]:
    """Where a paragraph or a later sentence of one begins with the first letters of a phrase."""
    known, foldings = phrases(doc.lang), _foldings(doc)
    parts: list[Paragraph | Sentence] = list(doc.paragraphs)
    parts += [sentence for one in doc.paragraphs for sentence in one.sentences[1:]]
    return frozenset(
        part.span.start for part in parts if _may_open(doc, part.span, foldings, known)
    )


_openings = ByDocument(_find_openings)


def _may_open(doc: Document, span: Span, foldings: Mapping[int, str], known: Phrases) -> bool:
    """Whether a part begins with the first letters of a phrase: most begin with others."""
    first = doc.text[span.start : min(span.end, span.start + known.reach)]
    letters = first.casefold().translate(foldings)
    if len(letters) < known.reach or not first.isalpha():  # marks before the letters or over them
        head = doc.text[span.start : min(span.end, span.start + _HEAD)]
        letters = head.casefold().translate(foldings).strip(_MARKS)
    return len(letters) < known.reach or letters[: known.reach] in known.openings


def _folded(doc: Document, part: Paragraph | Sentence, foldings: Mapping[int, str]) -> str:
    start = part.span.start
    head = doc.text[start : min(part.span.end, start + _LONGEST_LABEL)].casefold()
    return head.translate(foldings).strip(" \t\u00a0•-–")


def _looks_like_headline(doc: Document, paragraph: Paragraph) -> bool:
    text = paragraph.span.of(doc.text).rstrip()
    ends = text.endswith(tuple(doc.profile.enders)) and not text.endswith(("?", "؟", "…"))
    words = sum(len(sentence.words) for sentence in paragraph.sentences)
    return not ends and 2 <= words <= _HEADLINE_WORDS
