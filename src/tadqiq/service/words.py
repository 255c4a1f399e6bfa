"""The words of the page, in the languages of the interface."""

from __future__ import annotations

from ..model import Locale, Message

_WORDS = {
    "name": Message("tadqiq", "تدقيق"),
    "tagline": Message(
        "Check a translated article before it is published",
        "دقّق المقال المترجَم قبل نشره",
    ),
    "skip": Message("Skip to the content", "انتقل إلى المحتوى"),
    "other_locale": Message("العربية", "English"),
    "article": Message("Article", "المقال"),
    "article_hint": Message(
        "Paste it here, its title on the first line, or drop a file.",
        "ألصق النص هنا وعنوانه في السطر الأول، أو اسحب إليه ملفًا.",
    ),
    "open": Message("Open a file", "افتح ملفًا"),
    "open_hint": Message(
        "Plain text, HTML or a JSON record. It is read instead of what stands above.",
        "نص عادي أو صفحة HTML أو سجل JSON، ويُقرأ بدلًا من النص أعلاه.",
    ),
    "siblings": Message("Other articles on the same event", "مقالات أخرى عن الحدث نفسه"),
    "siblings_hint": Message(
        "Optional. What departs from them is marked, with their sentence as proof.",
        "اختيارية. يُشار في مقالك إلى ما يخالفها، وتُعرض الجملة المخالفة دليلًا.",
    ),
    "sibling": Message("Article {number}", "المقال {number}"),
    "add_sibling": Message("Add another article", "أضف مقالًا آخر"),
    "open_siblings": Message("Open files", "افتح ملفات"),
    "check": Message("Check the article", "دقّق المقال"),
    "privacy": Message(
        "What you paste stays on this service's machine and is written to no file or log.",
        "ما تلصقه يبقى على جهاز هذه الخدمة، ولا يُكتب في أي ملف أو سجل.",
    ),
    "quality": Message("Quality", "الجودة"),
    "quality_range": Message("between {low} and {high}", "بين {low} و{high}"),
    "drift": Message("Drift", "الانحراف عن النظائر"),
    "no_drift": Message("nothing to compare with", "لا نظير يُقارَن به"),
    "machine": Message("Raw machine translation", "ترجمة آلية خام"),
    "machine_hint": Message("likelihood", "الاحتمال"),
    "length": Message("Words", "عدد الكلمات"),
    "publish": Message("Ready to publish", "صالح للنشر"),
    "review": Message("Needs an editor", "يحتاج إلى مراجعة"),
    "reject": Message("Not to be published as it is", "لا يصلح للنشر على حاله"),
    "unsure": Message(
        "Nothing against it, but too short to judge", "لا مأخذ عليه، لكنه أقصر من أن يُحكم عليه"
    ),
    "short": Message(
        "The text is too short for a reliable score.", "النص أقصر من أن تكون درجته موثوقة."
    ),
    "unrelated": Message(
        "None of the articles given reports the same event, so nothing was compared.",
        "لا يتناول أي من المقالات المرفقة الحدث نفسه، فلم تُجرَ مقارنة.",
    ),
    "other_language": Message(
        "This text was identified as “{lang}”. The rules for Arabic were not applied.",
        "لغة هذا النص بحسب التعرّف الآلي «{lang}»، فلم تُطبَّق عليه قواعد العربية.",
    ),
    "findings": Message("Findings", "الملاحظات"),
    "gravest": Message(
        "The {shown} gravest of {all} findings are shown; the report has all of them.",
        "المعروض هنا أشد الملاحظات وعددها {shown} من أصل {all}؛ وهي كلها في التقرير.",
    ),
    "none": Message("Nothing was found.", "لم تُرصد أي ملاحظة."),
    "choose": Message(
        "Choose a marked passage to see the reason and the correction.",
        "اختر موضعًا معلَّمًا لترى السبب والتصويب.",
    ),
    "show": Message("Show", "أظهر"),
    "close": Message("Close", "أغلق"),
    "rule": Message("Rule", "القاعدة"),
    "write": Message("Write", "اكتب"),
    "remove": Message("Remove it", "احذفه"),
    "accept": Message("Accept", "اقبل"),
    "safe": Message("safe", "آمن"),
    "look": Message("look at it first", "راجعه أولًا"),
    "here": Message("In your article", "في مقالك"),
    "there": Message("In the other article", "في المقال الآخر"),
    "accept_safe": Message(
        "Accept all safe corrections ({count})", "اقبل التصويبات الآمنة ({count})"
    ),
    "undo": Message("Undo", "تراجع"),
    "copy_text": Message("Copy the text", "انسخ النص"),
    "copied": Message("The text is copied.", "نُسخ النص."),
    "not_copied": Message(
        "The browser did not allow copying; the text is selected below.",
        "لم يسمح المتصفح بالنسخ؛ النص محدَّد أدناه.",
    ),
    "corrected": Message("The text as it stands now", "النص بصورته الحالية"),
    "edit": Message("Edit the text", "عدّل النص"),
    "report_html": Message("Report (HTML)", "التقرير (HTML)"),
    "report_json": Message("Report (JSON)", "التقرير (JSON)"),
    "download": Message("Download", "تنزيل"),
    "back": Message("Back to the page", "عودة إلى الصفحة"),
    "working": Message("Checking …", "جارٍ التدقيق…"),
    "unreachable": Message(
        "The service cannot be reached; your text is still here. Try again.",
        "تعذّر الاتصال بالخدمة، ونصّك محفوظ هنا. أعد المحاولة.",
    ),
    "done": Message("Checked: {count} findings.", "اكتمل التدقيق. عدد الملاحظات: {count}."),
    "accepted": Message("“{quote}” became “{replacement}”.", "حلّت «{replacement}» محلّ «{quote}»."),
    "removed": Message("“{quote}” was removed.", "حُذفت «{quote}»."),
    "accepted_safe": Message(
        "{count} safe corrections were made.", "عدد التصويبات الآمنة المقبولة: {count}."
    ),
    "undone": Message("The last change was undone.", "أُلغي التغيير الأخير."),
    "vanished": Message(
        "This finding no longer stands in the text.", "لم تعد هذه الملاحظة قائمة في النص."
    ),
    "keyboard": Message("Keyboard", "لوحة المفاتيح"),
    "keys_on": Message("Single-key shortcuts are on", "الاختصارات أحادية المفتاح مفعَّلة"),
    "key_next": Message("next finding", "الملاحظة التالية"),
    "key_previous": Message("previous finding", "الملاحظة السابقة"),
    "key_accept": Message("accept its correction", "قبول تصويبها"),
    "key_safe": Message("accept all safe corrections", "قبول التصويبات الآمنة كلها"),
    "key_undo": Message("undo", "تراجع"),
    "key_copy": Message("copy the text", "نسخ النص"),
    "key_edit": Message("edit the text", "تعديل النص"),
    "key_close": Message("close the finding", "إغلاق الملاحظة"),
    "many_articles": Message(
        "The file holds {count} articles; open one with a single article.",
        "في الملف {count} من المقالات؛ افتح ملفًا فيه مقال واحد.",
    ),
    "too_many": Message(
        "At most {count} articles can stand beside yours.",
        "لا يمكن إرفاق أكثر من {count} مقالًا بمقالك.",
    ),
    "unreadable": Message("“{name}” cannot be read: {reason}", "تعذّرت قراءة «{name}»: {reason}"),
}


def word(name: str) -> Message:
    """A word or sentence of the page in both languages. Raises KeyError for an unknown one."""
    return _WORDS[name]


def words(locale: Locale) -> dict[str, str]:
    """All words of the page in ``locale``."""
    return {name: message.to(locale) for name, message in _WORDS.items()}
