"""What belongs to the page and not to the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ....detect import Context, Rule
from ....errors import PackError
from ....model import Category, Document, Finding, Message, Paragraph, Severity

_MARKS = " \t\u00a0:：.…|-–—•»«<>[]()"
_HEADLINE_WORDS = 25
_LONGEST_LABEL = 80  # characters


@dataclass(frozen=True, slots=True)
class Phrases:
    """The furniture of news pages in one language, casefolded and folded."""

    labels: frozenset[str]
    pointers: frozenset[str]
    teasers: tuple[str, ...]


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
        labels = phrases(doc.lang).labels
        for paragraph in doc.paragraphs:
            if _bare(doc, paragraph) in labels:
                yield self.finding(doc, paragraph.span, suggest=[""])


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
    passes = ("اقرأ أيضا في هذا التقرير ما قاله الوزير عن الأزمة.",)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        known = phrases(doc.lang)
        pointed = False
        for paragraph in doc.paragraphs:
            line = _folded(doc, paragraph)
            if line.strip(_MARKS) in known.pointers:
                yield self.finding(doc, paragraph.span, suggest=[""])
                pointed = True
                continue
            headline = pointed and _looks_like_headline(doc, paragraph)
            if headline or line.startswith(known.teasers):
                yield self.finding(doc, paragraph.span, suggest=[""])
            pointed = False


@cache
def phrases(lang: str) -> Phrases:
    """The phrases of a language and those of every language.

    Raises PackError for a row that is not language, kind, phrase.
    """
    rows: Mapping[str, list[str]] = {"label": [], "pointer": [], "teaser": []}
    table = files(__package__).joinpath("../lexicon/boilerplate.tsv")
    for number, row in enumerate(table.read_text("utf-8").splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        cells = row.split("\t")
        if len(cells) != 3 or cells[1] not in rows:
            raise PackError(f"boilerplate.tsv:{number}: expected language, kind, phrase: {row!r}")
        if cells[0] in ("*", lang):
            rows[cells[1]].append(cells[2].casefold())
    return Phrases(
        frozenset(rows["label"]),
        frozenset(phrase.strip(_MARKS) for phrase in rows["pointer"]),
        tuple(rows["teaser"]),
    )


def _folded(doc: Document, paragraph: Paragraph) -> str:
    head = paragraph.span.of(doc.text)[:_LONGEST_LABEL].casefold()
    return head.translate(str.maketrans(dict(doc.profile.foldings))).strip(" \t\u00a0•-–")


def _bare(doc: Document, paragraph: Paragraph) -> str:
    return _folded(doc, paragraph).strip(_MARKS)


def _looks_like_headline(doc: Document, paragraph: Paragraph) -> bool:
    text = paragraph.span.of(doc.text).rstrip()
    ends = text.endswith(tuple(doc.profile.enders)) and not text.endswith(("?", "؟", "…"))
    words = sum(len(sentence.words) for sentence in paragraph.sentences)
    return not ends and 2 <= words <= _HEADLINE_WORDS
