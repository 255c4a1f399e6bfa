"""What escapes, placeholders and short misreadings leave in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span

# One mark of UTF-8 shown through the Western table; no language writes these pairs.
_MARK = re.compile("â€[\u2018-\u2026™œžœ˜¦¢€\u0080-\u009f]?|Â[°«»£§·±²³\u00a0]|â‚¬|Ã[©¨¡³ºª±¼¶¤§]")
_ESCAPE = re.compile(
    r"(?:\\u[0-9a-fA-F]{4})+|\\x[0-9a-fA-F]{2}|\\[nrt](?![A-Za-z])"
    r"|(?<![\w/.?=&:%-])(?:%[CDE][0-9A-F]%[0-9A-F]{2})+|(?:=D[89]=[0-9A-F]{2})+"
)
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{0,40}\}\}|</?(?:unk|s|pad)>|\[(?:UNK|unk|PAD|MASK)\]|__[A-Z]+(?:_[A-Z]+)*__"
    r"|\[/?(?:b|i|u|url|quote|img|color)\]|\blt;/?\w{1,6}/?gt;"
)
_INVISIBLE = re.compile(
    "(?<=[A-Za-z\u0370-\u06ff])[\u200b\u00ad\u2060\ufeff]+(?=[A-Za-z\u0370-\u06ff])"
)
_LOST = re.compile("(?<=[\u0621-\u064a])\\?(?=[\u0621-\u064a])|(?<=\\s)\\?{3,}(?=\\s)|□{2,}")


class MisreadMark(Rule):
    """A mark decoded with the wrong table: "â€“" for a dash, "Â°" for a degree sign."""

    code, kind, category = "E107", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.98
    title = Message("mark decoded with the wrong table", "علامة فُكّ ترميزها خطأً")
    reason = Message(
        "These characters are the bytes of one mark shown in the wrong encoding.",
        "هذه الرموز بايتات علامة واحدة عُرضت بترميز غير ترميزها.",
    )
    flags = ("بلغت الحرارة 40⟦Â°⟧ مئوية", "وصفه بأنه ⟦Â«⟧تاريخي⟦Â»⟧", "القرار ⟦â€“⟧ وهو نهائي")
    passes = ("زار Müller مدينة São Paulo أمس", "بلغت الحرارة 40° مئوية")
    signs = frozenset("âÂÃ")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _MARK.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()), suggest=_marks(match.group()))


class Escape(Rule):
    r"""An escape that was not resolved: "\u0646", "%D8%A7", "\n"."""

    code, kind, category = "E108", "encoding", Category.ENCODING
    severity, confidence = Severity.MAJOR, 0.97
    title = Message("escaped characters left in the text", "رموز هروب باقية في النص")
    reason = Message(
        "The escape stands for characters that were not put in its place.",
        "رمز الهروب بقي مكان الحروف التي يمثلها.",
    )
    flags = (
        "القرار ⟦\\u0646\\u0647⟧ أمس",
        "انتهى البحث⟦\\n⟧ وأضاف",
        "وقال إن ⟦%D8%A7%D9%84⟧ القرار",
    )
    passes = ("الموقع example.org/%D8%A7%D9%84 متاح", "بنسبة 5% من الناتج")
    signs = frozenset("\\%=")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _ESCAPE.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()))


class Placeholder(Rule):
    """A token of a template, a forum or a model: "{{title}}", "[b]", "<unk>"."""

    code, kind, category = "E109", "encoding", Category.ENCODING
    severity, confidence = Severity.MAJOR, 0.96
    title = Message("placeholder left in the text", "رمز نائب باقٍ في النص")
    reason = Message(
        "A token of a template or of the translation engine was not replaced by its text.",
        "رمز من قالب أو من محرك الترجمة لم يحل محله نصه.",
    )
    flags = ("وقالت وزارة ⟦{{name}}⟧ أمس", "وقالت ⟦<unk>⟧ أمس", "وزارة ⟦[b]⟧الصحة⟦[/b]⟧")
    passes = ("نشر على حساب @user_name أمس", "المادة [ب] من القانون")
    signs = frozenset("{<[_;")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _PLACEHOLDER.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()), suggest=[""])


class InvisibleInWord(Rule):
    """A soft hyphen or a space without width between two letters."""

    code, kind, category = "E110", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.95
    title = Message("invisible character in a word", "رمز خفي داخل كلمة")
    reason = Message(
        "An invisible character stands between these letters; search will miss the word.",
        "رمز خفي بين هذه الحروف، فلا يجد البحث الكلمة.",
    )
    flags = ("وقال الوز⟦\u00ad⟧ير أمس",)
    passes = ("وقال الوزير أمس", "می\u200cرود")
    signs = frozenset("\u200b\u00ad\u2060\ufeff")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _INVISIBLE.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()), suggest=[""])


class LostLetter(Rule):
    """A question mark inside an Arabic word, or question marks for a whole word."""

    code, kind, category = "E111", "encoding", Category.ENCODING
    severity, confidence = Severity.MAJOR, 0.95
    title = Message("letters lost to question marks", "حروف ضاعت وصارت علامات استفهام")
    reason = Message(
        "Letters that the target encoding lacks were replaced by question marks.",
        "حروف لا يعرفها الترميز الهدف حلت محلها علامات استفهام.",
    )
    flags = ("وقال الوزير إن الق⟦?⟧ار نهائي", "تلقى المتهم ⟦????⟧ مقابل تسهيل")
    passes = ("هل تنجح المفاوضات؟ قال الوزير نعم", "هل تنجح المفاوضات???")
    signs = frozenset("?□")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _LOST.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()))


def _marks(run: str) -> tuple[str, ...]:
    try:
        return (run.encode("cp1252").decode("utf-8").replace("\u00a0", " "),)
    except UnicodeError:
        return ()
