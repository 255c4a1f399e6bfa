"""Characters that did not survive their transport."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span

_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]+")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d?);")
_TAG = re.compile(
    r"</?(?:a|b|br|div|em|figure|h[1-6]|i|iframe|img|li|ol|p|script|span|strong|style|sub|sup"
    r"|table|td|tr|u|ul|blockquote)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_BROKEN = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")
_CONTROL = re.compile("[\u202a-\u202e]")
# Bytes of UTF-8 or windows-1256 Arabic shown through a Western table, or through the
# Arabic one: runs of at least four such characters, single spaces inside.
_WESTERN_RUN = re.compile("[\u00a1-\u00ff€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ ]{4,}")
# Spaces and marks alone are the same in every table.
_WESTERN = re.compile("[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00ff€‚ƒ„†‡ˆ‰Š‹Œ˜™š›œžŸ]")
_ARABIC_RUN = re.compile("(?:[طظعغ][^\\s\\w]|[طظ][\u0621-\u064a€-™چڈژگکھں])(?:[طظ].){2,}")
_MISREADINGS = (("cp1252", "utf-8"), ("cp1256", "utf-8"), ("cp1252", "cp1256"))


class Mojibake(Rule):
    """Text decoded with the wrong table: «ط§ظ„» or "Ø§Ù„" for «ال»."""

    code, kind, category = "E101", "encoding", Category.ENCODING
    severity, confidence = Severity.MAJOR, 0.98
    title = Message("text decoded with the wrong table", "نص فُكّ ترميزه خطأً")
    reason = Message(
        "These characters are bytes of readable text shown in the wrong encoding.",
        "هذه الرموز نص مقروء عُرض بترميز غير ترميزه.",
    )
    flags = (
        "قال ⟦Ø§Ù„Ø±Ø¦ÙŠØ³⟧ إن القمة ستعقد غدا",
        "وصل ⟦ط§ظ„ط±ط¦ظٹط³⟧ إلى العاصمة",
        "وصل ⟦ÇáÑÆíÓ⟧ إلى العاصمة",
    )
    passes = ("التقى الرئيس نظيره في «قصر الإليزيه» بباريس…", "زار Müller مدينة Zürich أمس")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        western = (_WESTERN_RUN,) if _WESTERN.search(doc.text) else ()
        for pattern in (*western, _ARABIC_RUN):
            for match in pattern.finditer(doc.text):
                run = match.group().strip()
                meant = _decoded(run, doc.profile.script)
                if meant:
                    start = match.start() + match.group().index(run)
                    yield self.finding(doc, Span(start, start + len(run)), suggest=[meant])


class HtmlEntity(Rule):
    """Markup left in the text: ``&quot;``, ``&#8217;``."""

    code, kind, category = "E102", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.98
    title = Message("HTML entity left in the text", "رمز HTML باقٍ في النص")
    reason = Message(
        "An HTML entity that was not decoded stands in the text.",
        "بقي في النص رمز من لغة HTML لم يُحوَّل إلى حرفه.",
    )
    flags = ("قال الوزير ⟦&quot;⟧لن نتراجع⟦&quot;⟧ أمام الضغوط", "شركة جونسون ⟦&amp;⟧ جونسون")
    passes = ("شركة AT&T الأمريكية", "بنسبة 5%؛ وهو الأعلى")
    signs = frozenset("&")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _ENTITY.finditer(doc.text):
            meant = html.unescape(match.group()).replace("\u00a0", " ")
            if meant != match.group():
                yield self.finding(doc, Span(*match.span()), suggest=[meant], safe=True)


class PresentationForms(Rule):
    """Letters encoded by their shape (U+FB50, U+FE70): copied out of a PDF."""

    code, kind, category = "E103", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.98
    title = Message("letters encoded by shape", "حروف مرمّزة بأشكالها")
    reason = Message(
        "Arabic presentation forms cannot be searched or indexed; use the letters themselves.",
        "أشكال العرض العربية لا يجدها البحث؛ تُكتب الحروف نفسها.",
    )
    flags = ("أعلنت ⟦ﺍﻟﺤﻜﻮﻣﺔ⟧ نتائج التصويت",)
    passes = ("قال النبي ﷺ في خطبته", "أعلنت الحكومة نتائج التصويت")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _PRESENTATION.finditer(doc.text):
            plain = unicodedata.normalize("NFKC", match.group())
            yield self.finding(doc, Span(*match.span()), suggest=[plain], safe=True)


class BrokenCharacter(Rule):
    """A replacement character or a control character inside the text."""

    code, kind, category = "E104", "encoding", Category.ENCODING
    severity, confidence = Severity.MAJOR, 0.98
    title = Message("character lost", "حرف ضائع")
    reason = Message(
        "A character was lost here: the text was damaged on its way.",
        "ضاع هنا حرف: تلف النص في أثناء نقله.",
    )
    flags = ("أعلنت الحك⟦\ufffd⟧مة نتائج التصويت",)
    passes = ("أعلنت الحكومة نتائج التصويت",)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _BROKEN.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()))


class BidiControl(Rule):
    """An embedding or override that was pasted along: typography, not text."""

    code, kind, category = "E105", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.9
    title = Message("stray direction control", "رمز اتجاه دخيل")
    reason = Message(
        "An invisible character forces the direction of the text; remove it.",
        "رمز خفيّ يفرض اتجاه الكتابة؛ يُحذف.",
    )
    flags = ("أعلنت ⟦\u202e⟧الحكومة نتائج التصويت",)
    passes = ("أعلنت الحكومة \u200fنتائج التصويت",)
    signs = frozenset(map(chr, range(0x202A, 0x202F)))

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _CONTROL.finditer(doc.text):
            yield self.finding(doc, Span(*match.span()), suggest=[""], safe=True)


class HtmlTag(Rule):
    """A tag of the page's markup in the text: ``<br>``."""

    code, kind, category = "E106", "encoding", Category.ENCODING
    severity, confidence = Severity.MINOR, 0.97
    title = Message("HTML tag left in the text", "وسم HTML باقٍ في النص")
    reason = Message(
        "A tag of the web page's markup was taken for text.",
        "وسم من وسوم صفحة الموقع حُسب من النص.",
    )
    flags = ("وصل الوفد إلى إقليم⟦<br>⟧البنجاب ⟦<strong>⟧أمس⟦</strong>⟧",)
    passes = ("بلغت النسبة <5% و>3% في الإقليم",)
    signs = frozenset("<")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for match in _TAG.finditer(doc.text):
            spaced = " " if match.group().lower().startswith(("<br", "</p", "<p")) else ""
            yield self.finding(doc, Span(*match.span()), suggest=[spaced])


def _decoded(run: str, script: str) -> str:
    """What ``run`` says once it is read with the right table; empty if it is no mojibake."""
    for wrong, right in _MISREADINGS:
        try:
            meant = run.encode(wrong).decode(right)
        except UnicodeError:
            continue
        letters = [char for char in meant if char.isalpha()]
        native = sum(unicodedata.name(char, "").startswith(script.upper()) for char in letters)
        if len(letters) >= 2 and native == len(letters) and meant != run:
            return meant
    return ""
