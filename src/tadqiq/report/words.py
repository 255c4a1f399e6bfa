"""The words of the reports, in the languages of the interface."""

from __future__ import annotations

from ..model import Locale, Message, Severity, Suggestion
from .plain import visible

SEVERITIES = {
    Severity.MINOR: Message("minor", "طفيف"),
    Severity.MAJOR: Message("major", "كبير"),
    Severity.CRITICAL: Message("critical", "فادح"),
}

_KINDS = {
    "latin": "حروف لاتينية",
    "agreement": "مطابقة",
    "agreement.gender": "مطابقة في الجنس",
    "agreement.number": "مطابقة في العدد",
    "agreement.definiteness": "مطابقة في التعريف",
    "agreement.case": "مطابقة في الإعراب",
    "agreement.person": "مطابقة في الضمير",
    "calque": "ترجمة حرفية",
    "word-form": "بنية الكلمة",
    "spelling": "إملاء",
    "syntax": "تركيب",
    "grammar": "نحو",
    "name": "اسم علم",
    "duplication": "تكرار",
    "punctuation": "ترقيم",
    "punctuation.spacing": "مسافات الترقيم",
    "punctuation.quotes": "علامات التنصيص",
    "punctuation.script": "علامات ترقيم أجنبية",
    "boilerplate": "نص دخيل",
    "encoding": "ترميز",
    "style": "أسلوب",
    "wording": "صياغة",
    "meaning": "معنى",
}

RANK = Message("#", "#")
QUALITY = Message("quality", "الجودة")
DRIFT = Message("drift", "انحراف")
MACHINE = Message("MT", "آلية")
WORDS = Message("words", "كلمات")
EVENT = Message("event", "الحدث")
REASONS = Message("article and reasons", "المقال والأسباب")
NO_SIBLING = Message("no sibling to compare with", "لا نظير يُقارَن به")
NOTHING = Message("nothing found", "لم يُعثر على شيء")
SHORT = Message("short", "قصير")
MORE = Message("and {count} more kinds", "وأنواع أخرى: {count}")
ARTICLES = Message("articles", "المقالات")
EVENTS = Message("events", "الأحداث")
FINDINGS = Message("findings", "الملاحظات")
REJECTED = Message("not audited", "لم تُدقَّق")
COMMA = Message(", ", "، ")
SIGNATURE = Message("signature", "البصمة")
TIED = Message(
    "= tied with a neighbour: neither quality lies outside the other's interval",
    "= تعادل مع ما يليه أو يسبقه: لا تقع جودة أيٍّ منهما خارج مجال الآخر",
)
UNCALIBRATED = Message(
    "MT: likelihood of raw machine translation, 0–1, uncalibrated",
    "آلية: احتمال أن يكون النص ترجمة آلية خامًا، من 0 إلى 1، غير معايَر",
)
UNRELIABLE = Message("too few words for a reliable quality", "عدد الكلمات لا يكفي لدرجة موثوقة")
WRITE = Message("write", "يُكتب")
REMOVE = Message("remove it", "يُحذف")
SAFE = Message("safe", "آمن")
EVIDENCE = Message("against", "يخالفه")
MEANING_REASON = Message(
    "What is stated departs from what the articles on the same event state.",
    "ما يرد في النص يخالف ما تذكره المقالات التي تتناول الحدث نفسه.",
)


def correction(suggestion: Suggestion, locale: Locale) -> str:
    """What to do with the words in question, on one line."""
    if not suggestion.replacement:
        return REMOVE.to(locale)
    return f"{WRITE.to(locale)} «{visible(suggestion.replacement)}»"


def kind_name(kind: str, locale: Locale) -> str:
    """What a kind is called; one that has no name yet goes by its own word."""
    if locale == "en":
        return kind
    return _KINDS.get(kind) or _KINDS.get(kind.partition(".")[0]) or kind
