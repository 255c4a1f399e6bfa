"""What stands on the page besides the articles, in the languages of the interface."""

from __future__ import annotations

from ...model import Locale, Message
from .. import words

_LABELS = {
    "report": Message("Audit report", "تقرير التدقيق"),
    "checked": Message("Article check", "تدقيق المقال"),
    # Arabic words for what is counted change with the number, so the number stands after them.
    "n_articles": Message("{n} articles", "المقالات: {n}"),
    "n_events": Message("{n} events", "الأحداث: {n}"),
    "n_findings": Message("{n} findings", "الملاحظات: {n}"),
    "n_rejections": Message("{n} not audited", "لم تُدقَّق: {n}"),
    "articles": Message("Articles", "المقالات"),
    "rejections": Message("Not audited", "لم تُدقَّق"),
    "ranking": Message("Ranking", "الترتيب"),
    "outlets": Message("Outlets", "المصادر"),
    "time": Message("Over time", "عبر الزمن"),
    "kinds": Message("Findings by kind", "الملاحظات بحسب النوع"),
    "texts": Message("Articles, event by event", "المقالات، حدثًا حدثًا"),
    "search": Message("Search", "بحث"),
    "search_hint": Message("words in title, outlet or text", "كلمات من العنوان أو المصدر أو النص"),
    "kind": Message("Kind", "النوع"),
    "outlet": Message("Outlet", "المصدر"),
    "event": Message("Event", "الحدث"),
    "verdict": Message("Verdict", "القرار"),
    "any": Message("all", "الكل"),
    "shown": Message("{n} of {all} articles shown", "الظاهر: {n} من {all}"),
    "rank": Message("Rank", "المرتبة"),
    "quality": Message("Quality", "الجودة"),
    "drift": Message("Drift", "الانحراف"),
    "mt": Message("MT", "آلية"),
    "words": Message("Words", "الكلمات"),
    "article": Message("Article and reasons", "المقال والأسباب"),
    "published": Message("Published", "تاريخ النشر"),
    "count": Message("Findings", "الملاحظات"),
    "sort": Message("Sort by", "الترتيب بحسب"),
    "ascending": Message("lowest first", "الأدنى أولًا"),
    "descending": Message("highest first", "الأعلى أولًا"),
    "publish": Message("publish", "صالح للنشر"),
    "review": Message("review", "للمراجعة"),
    "reject": Message("reject", "مرفوض"),
    "median": Message("Median quality", "وسيط الجودة"),
    "bands": Message("Reject · review · publish", "مرفوض · للمراجعة · صالح للنشر"),
    "machine": Message("Looks MT", "يبدو ترجمة آلية"),
    "rate": Message("Findings per 1,000 words", "الملاحظات لكل 1000 كلمة"),
    "grades": Message("Critical · major · minor", "فادح · كبير · طفيف"),
    "in_articles": Message("In articles", "عدد المقالات"),
    "period": Message("Period (UTC)", "الفترة (بتوقيت غرينتش)"),
    "nameless": Message("no outlet given", "المصدر غير مذكور"),
    "origin": Message("Input", "الملف أو الرابط"),
    "reason": Message("Reason", "السبب"),
    "nothing": Message("Nothing found.", "لم يُعثر على شيء."),
    "no_sibling": words.NO_SIBLING,
    "unreliable": words.UNRELIABLE,
    "interval": Message("95 % interval", "مجال الثقة 95%"),
    "id": Message("Id", "المعرّف"),
    "link": Message("original", "الرابط الأصلي"),
    "write": words.WRITE,
    "remove": words.REMOVE,
    "safe": words.SAFE,
    "confidence": Message("confidence", "الثقة"),
    "ours": Message("this article", "هذا المقال"),
    "beside": Message("Sentence by sentence beside", "مقارنة جملةً بجملة مع"),
    "unmatched": Message("no counterpart", "لا مقابل لها"),
    "unsupported": Message(
        "sentences of which no sibling speaks (not penalised): {n}",
        "جمل لم يرد ما يقابلها في المقالات النظيرة (لا تُحتسب على المقال): {n}",
    ),
    "open_all": Message("open all shown", "فتح كل المقالات الظاهرة"),
    "close_all": Message("close all", "إغلاق الكل"),
    "capped": Message(
        "This page has the texts of the first {n} articles of the ranking.",
        "لا تضم هذه الصفحة إلا نصوص المقالات الأولى في الترتيب، وعددها {n}.",
    ),
    "listed": Message(
        "The first {n} articles are listed; the figures by outlet, time and kind cover all.",
        "لا ترد هنا إلا المقالات الأولى، وعددها {n}؛ أما الأرقام بحسب المصدر والزمن والنوع فتشمل "
        "الكل.",
    ),
    "legend": Message("How to read this", "كيف يُقرأ هذا التقرير"),
    "legend_quality": Message(
        "Quality: 100 less MQM penalty points (minor 1, major 5, critical 25) per hundred words, "
        "with a 95 % interval. = marks ties.",
        "الجودة: 100 ناقصًا نقاط MQM (طفيف 1، كبير 5، فادح 25) لكل مئة كلمة، مع مجال ثقة 95%. "
        "وعلامة = تعني التعادل.",
    ),
    "legend_drift": Message(
        "Drift: 0–1, how far the article departs from what its siblings state; extra facts are no "
        "drift.",
        "الانحراف: من 0 إلى 1، مقدار مخالفة المقال لما تذكره المقالات النظيرة؛ وليست الزيادة في "
        "المعلومات انحرافًا.",
    ),
    "legend_mt": words.UNCALIBRATED,
    "legend_verdict": Message(
        "Publish from {publish} on, review from {review} on.",
        "صالح للنشر ابتداءً من {publish}، وللمراجعة ابتداءً من {review}.",
    ),
    "signature": words.SIGNATURE,
    "sections": Message("Sections", "الأقسام"),
}  # fmt: skip


def labels(locale: Locale) -> dict[str, str]:
    """Every label in one language, by its name in the templates."""
    return {name: message.to(locale) for name, message in _LABELS.items()}
