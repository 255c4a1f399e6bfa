"""Spacing and direction of punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ....detect import ByDocument, Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span, Token, TokenKind

# The mark first and what stands before it after: a search by first character is many times faster.
_SPACES = " \t\u00a0\u202f"
_SPACED_MARK = re.compile(rf"[،؛,;:.!?؟](?<=[{_SPACES}].)(?=[\s”»\")]|$)")
_NO_SPACE_AFTER = re.compile(
    r"[،؛؟.](?:(?<=[^\W\d_][،؛؟])(?=[^\W\d_])"
    # A full stop only between whole words: ق.م and إيلاف.كوم have none to miss.
    r"|(?<=[\u0621-\u0652]{3}\.)(?=[\u0621-\u0652]{3})(?!(?:كوم|أورغ|أورج|إنفو)\b))"
)
# A mark that touches a word on its other side is one turned round, and the space is not inside.
_INSIDE = re.compile(r"(?<=[(\[«])(?<!\w[(\[«])[ \u00a0]+(?=\w)|(?<=\w)[ \u00a0]+(?=[)\]»](?!\w))")
_SPACED_BRACKETS = tuple(
    pair
    for space in " \u00a0"
    for pair in (*(f"{b}{space}" for b in "([«"), *(f"{space}{b}" for b in ")]»"))
)
_DOUBLED = re.compile("[،,؛][،,؛.]")
_QUOTE = re.compile("[“”«»]")
_MARKS = re.compile('["«»]')
# French sets a space before its high marks, and other scripts borrow the habit nowhere.
_SPACED_MARKS = {"fr": ":;!?"}
_LATIN_MARKS = {",": "،", ";": "؛", "?": "؟"}
_SPACED_SCRIPTS = frozenset({"Arabic", "Hebrew"})  # no German compounds there
_STRETCH_GAP = 30  # tokens between two such words of one stretch
_LONGEST_WORD = 17  # letters; وللاستراتيجياتهم has 16
_ARABIC_PUNCTUATION = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})


class SpaceBeforeMark(Rule):
    """A space before a comma or a full stop."""

    code, kind, category = "P101", "punctuation.spacing", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.97
    title = Message("space before a punctuation mark", "مسافة قبل علامة الترقيم")
    reason = Message(
        "The mark is written against the word before it, without a space.",
        "تُكتب العلامة ملاصقة لما قبلها بلا مسافة.",
    )
    flags = ("قال الوزير⟦ ،⟧ في تصريح أمس⟦ ،⟧ إن المفاوضات مستمرة⟦ .⟧",)
    passes = ("قال الوزير، في تصريح أمس، إن المفاوضات مستمرة ...", "بلغ العجز .5 في المئة")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        spaced = _SPACED_MARKS.get(doc.lang, "")
        for match in _SPACED_MARK.finditer(doc.text):
            mark, start = match.group(), match.start()
            while start and doc.text[start - 1] in _SPACES:
                start -= 1
            opens = not start or doc.text[start - 1].isspace()
            if not opens and mark not in spaced and doc.text[match.end() : match.end() + 1] != mark:
                yield self.finding(doc, Span(start, match.end()), suggest=[mark], safe=True)


class NoSpaceAfterMark(Rule):
    """Two words run together around a comma."""

    code, kind, category = "P102", "punctuation.spacing", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.95
    title = Message("no space after a punctuation mark", "علامة ترقيم بلا مسافة بعدها")
    reason = Message(
        "A space is missing after the mark.",
        "تنقص مسافة بعد علامة الترقيم.",
    )
    flags = ("قال الوزير إن المفاوضات مستمرة⟦،⟧ولن تتوقف", "انتهى البحث عن المفقودين⟦.⟧وقال العمدة")
    passes = (
        "قال الوزير إن المفاوضات مستمرة، ولن تتوقف",
        "في القرن الثالث ق.م. ظهرت المدينة، كما نشر موقع إيلاف.كوم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        damaged = run_together(doc)
        for match in _NO_SPACE_AFTER.finditer(doc.text):
            if any(stretch.contains(Span(*match.span())) for stretch in damaged):
                continue
            fixed = match.group() + " "
            yield self.finding(doc, Span(*match.span()), suggest=[fixed], safe=True)


class RunTogether(Rule):
    """Spaces lost over a stretch of text: «الخطوةالتاليةكمايأمل»."""

    code, kind, category = "P105", "punctuation.spacing", Category.PUNCTUATION
    severity, confidence = Severity.MAJOR, 0.95
    title = Message("words run together", "كلمات ملتصقة")
    reason = Message(
        "The spaces between words were lost here.",
        "ضاعت هنا المسافات بين الكلمات.",
    )
    flags = (
        "قال الوزير إن ⟦الخطوةالتاليةكمايأملالجميع ستكون حاسمة،وأن الطلابالمتخرجينإكمالبرنامج⟧ أمس",
    )
    passes = ("قال الوزير إن الفسيفساء والاستراتيجيات ستكون حاسمة",)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for stretch in run_together(doc):
            yield self.finding(doc, stretch)


def _find_run_together(doc: Document) -> tuple[Span, ...]:
    if doc.profile.script not in _SPACED_SCRIPTS:
        return ()
    if max(map(len, doc.text.split()), default=0) <= _LONGEST_WORD:  # nearly always
        return ()
    stretches: list[list[Token]] = []
    since = 0
    for token in doc.tokens():
        since += 1
        if len(token.folded) > _LONGEST_WORD and token.script == doc.profile.script:
            if since > _STRETCH_GAP or not stretches:
                stretches.append([])
            stretches[-1].append(token)
            since = 0
    return tuple(tokens[0].span.cover(tokens[-1].span) for tokens in stretches if len(tokens) >= 2)


_run_together = ByDocument(_find_run_together)


def run_together(doc: Document) -> tuple[Span, ...]:
    """Stretches of text with words too long to be one, at least two in each."""
    return _run_together(doc)


class LatinMark(Rule):
    """A Latin comma, semicolon or question mark in Arabic-script prose."""

    code, kind, category = "P103", "punctuation.script", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.95
    title = Message("Latin punctuation mark", "علامة ترقيم لاتينية")
    reason = Message(
        "Prose in this script has its own mark: {mark}",
        "لهذه الكتابة علامتها الخاصة: {mark}",
    )
    flags = ("قال الوزير⟦,⟧ في تصريح أمس⟦,⟧ إن المفاوضات مستمرة", "هل تنجح المفاوضات⟦?⟧")
    passes = ("بلغ العدد 1,500 شخص", "وقعت شركة Apple, Inc. الاتفاق، أمس")
    signs = frozenset(_LATIN_MARKS)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        if doc.lang not in _ARABIC_PUNCTUATION or not any(map(doc.text.count, _LATIN_MARKS)):
            return
        for sentence in doc.native:
            for before, token in pairwise(sentence.tokens):
                native = _LATIN_MARKS.get(token.text)
                lost = doc.text.startswith("??", token.span.start)  # letters that became ????
                if native and not lost and before.is_word and before.script == doc.profile.script:
                    message = self.reason.fill(mark=native)
                    yield self.finding(
                        doc, token.span, message=message, suggest=[native], safe=True
                    )


class SpaceInsideBrackets(Rule):
    """A space after an opening bracket or quotation mark, or before a closing one."""

    code, kind, category = "P106", "punctuation.spacing", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.93
    title = Message("space inside brackets", "مسافة داخل القوسين")
    reason = Message(
        "Brackets and quotation marks stand against what they enclose.",
        "تلتصق الأقواس وعلامات التنصيص بما تحصره.",
    )
    flags = ("قالت منظمة الصحة العالمية (⟦ ⟧WHO⟦ ⟧) إن اللقاح جاهز", "فيلم «⟦ ⟧البحر» في المهرجان")
    passes = ("قالت منظمة الصحة العالمية (WHO) إن اللقاح جاهز",)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        if doc.lang in _SPACED_MARKS:
            return
        if not any(pair in doc.text for pair in _SPACED_BRACKETS):
            return
        for match in _INSIDE.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()), suggest=[""], safe=True)


class QuoteDirection(Rule):
    """A quotation mark that opens where it should close, or the other way round."""

    code, kind, category = "P201", "punctuation.quotes", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.9
    title = Message("quotation mark the wrong way round", "علامة تنصيص مقلوبة")
    reason = Message(
        "The quotation mark points the wrong way for its place.",
        "اتجاه علامة التنصيص لا يوافق موضعها.",
    )
    flags = (
        "قال الوزير إن الاتفاق “قريب⟦ “⟧.",
        "وصفها بأنها ⟦”⟧خطوة كبيرة” نحو السلام، لا “نهاية” له",
    )
    passes = (
        "قال الوزير إن الاتفاق “قريب”.",
        "قال ”الاتفاق قريب“ ثم قال ”لن نتراجع“ أمام الصحافة",
    )
    signs = frozenset("“”«»")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        marks = [(match, _role(doc.text, match)) for match in _QUOTE.finditer(doc.text)]
        known = [(match, role) for match, role in marks if role]
        for style in ("“”", "«»"):
            yield from self._turned(
                doc, [mark for mark in known if mark[0].group() in style], style
            )

    def _turned(
        self, doc: Document, known: list[tuple[re.Match[str], str]], style: str
    ) -> Iterator[Finding]:
        opening, closing = style[0], style[1]
        wrong = [match for match, role in known if (match.group() == opening) != (role == "opens")]
        if _house_style(len(wrong), len(known)):
            return
        turned_starts = {match.start() for match in wrong}
        for match in wrong:
            closes = match.group() == opening
            start = match.start()
            while closes and start and doc.text[start - 1] in " \u00a0":
                start -= 1
            turned = closing if closes else opening
            safe = _would_pair(doc.text, match.start(), turned_starts, style)
            yield self.finding(doc, Span(start, match.end()), suggest=[turned], safe=safe)


class MixedQuotes(Rule):
    """A quotation opened with one kind of mark and closed with another: "…»."""

    code, kind, category = "P202", "punctuation.quotes", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.93
    title = Message("quotation marks that do not pair", "علامتا تنصيص من نوعين")
    reason = Message(
        "The quotation is closed with another kind of mark.",
        "فُتح الاقتباس بعلامة وأُغلق بأخرى من نوع آخر.",
    )
    flags = ('قالت المتحدثة: ⟦"⟧لن نعلق على هذا»، رافضة التأكيد', 'قال ⟦«⟧لن نعلق على هذا" وغادر')
    passes = ('قالت «لن نعلق على "هذا"» وغادرت', 'قالت "لن نعلق على «هذا»" وغادرت')
    signs = frozenset('"')

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for paragraph in doc.paragraphs if '"' in doc.text else ():
            marks = _MARKS.findall(paragraph.span.of(doc.text))
            if marks.count('"') != 1 or marks.count("«") + marks.count("»") != 1:
                continue
            opening = next(_MARKS.finditer(doc.text, paragraph.span.start))
            partner = "«" if opening.group() == '"' else '"'
            if marks in (['"', "»"], ["«", '"']):
                yield self.finding(doc, Span(*opening.span()), suggest=[partner], safe=True)


def _role(text: str, match: re.Match[str]) -> str:
    """Whether the mark's neighbours make it open or close a quotation; empty if unclear."""
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    word_after = after.isalnum()
    word_before = before.isalnum() or (before in "ًٌٍَُِّْ.،؟!…" and before != "")
    if word_after and not word_before:
        return "opens"
    ends_here = not after or after.isspace() or after in ".,،؛:!?؟)"
    if ends_here and (word_before or (after in ".,،؛:!?؟" and after)):
        return "closes"
    return ""


def _would_pair(text: str, place: int, turned: set[int], style: str) -> bool:
    """Whether the marks of the line at ``place`` open and close by turns, the ``turned`` ones
    turned."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    marks = [
        style[(mark == style[0]) == (start + at in turned)]
        for at, mark in enumerate(line)
        if mark in style
    ]
    return len(marks) % 2 == 0 and marks == list(style) * (len(marks) // 2)


def _house_style(wrong: int, known: int) -> bool:
    """Some desks set ”…“ throughout: a habit, not an artefact."""
    return wrong >= 2 and wrong == known


class DoubledMark(Rule):
    """Two commas or a comma and a full stop in a row."""

    code, kind, category = "P104", "punctuation.spacing", Category.PUNCTUATION
    severity, confidence = Severity.MINOR, 0.95
    title = Message("doubled punctuation mark", "علامة ترقيم مكررة")
    reason = Message("One mark too many.", "علامة زائدة.")
    flags = ("قال الوزير⟦،،⟧ إن المفاوضات مستمرة", "استمرت المفاوضات⟦،.⟧")
    passes = ("استمرت المفاوضات... ولم تنته", "هل يعقل هذا؟!")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        if not _DOUBLED.search(doc.text):
            return
        for sentence in doc.sentences:
            for one, other in pairwise(sentence.tokens):
                marks = one.kind is other.kind is TokenKind.PUNCTUATION
                touch = one.span.end == other.span.start
                if marks and touch and one.text in "،,؛" and other.text in "،,؛.":
                    span = one.span.cover(other.span)
                    yield self.finding(doc, span, suggest=[other.text], safe=True)
