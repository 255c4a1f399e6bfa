"""Latin-script words left inside prose of a language that is written in another script."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from weakref import WeakKeyDictionary

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..joins import joined
from ..latin_classes import Leftover, classify
from ..native_forms import native

_kept: WeakKeyDictionary[Document, tuple[Leftover, ...]] = WeakKeyDictionary()
_SAFE = frozenset({"person", "place", "outlet", "organisation", "company", "month"})


def leftovers(doc: Document) -> tuple[Leftover, ...]:
    """The document's Latin leftovers with their classes, found once for all rules."""
    found = _kept.get(doc)
    if found is None:
        found = _kept[doc] = tuple(classify(doc))
    return found


class LatinRule(Rule):
    """What the rules of this family share: each takes the leftovers that bear its code."""

    kind = "latin"
    category = Category.UNTRANSLATED

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for left in leftovers(doc):
            if left.code == self.code and not _is_allowed(left, context):
                yield self._found(doc, left, context)

    def _found(self, doc: Document, left: Leftover, context: Context) -> Finding:
        found = native(doc, left.run, left.entry, context)
        spelt = [joined(doc, left.span, form) for form in found.forms]
        sure = found.settled and bool(left.entry and left.entry.kind in _SAFE)
        message = None
        if found.forms:
            message = Message(
                f"{self.reason.en} Usual form: {found.forms[0]}.",
                f"{self.reason.ar} الصيغة المعتادة: {found.forms[0]}.",
            )
        return self.finding(
            doc,
            left.span,
            message=message if found.known else None,
            suggest=[form for form, _ in spelt],
            safe=sure and spelt[0][1] and not left.titled,
            confidence=left.confidence or self.confidence,
            evidence=found.evidence,
        )


def _is_allowed(left: Leftover, context: Context) -> bool:
    words = {left.run.text.casefold(), left.run.text, *left.run.words}
    words |= {word.casefold() for word in left.run.words} if len(left.run.words) == 1 else set()
    return bool(context.allowed & words)


class KnownName(LatinRule):
    """A name that the language writes in its own script: Zelenskyy, Axios, Microsoft."""

    code, severity, confidence = "L101", Severity.MAJOR, 0.95
    title = Message("name left in Latin letters", "اسم متروك بالحروف اللاتينية")
    reason = Message(
        "This name has an established form in the script of the text.",
        "لهذا الاسم صيغة مستقرة بحروف لغة النص.",
    )
    flags = (
        "وقال ⟦Zelenskyy⟧ إن المحادثة كانت مثمرة.",
        "وقال رئيس الوزراء البريطاني ⟦Keir Starmer⟧ إن حكومته ستنشر خطة جديدة.",
        "قال مسؤول لموقع ⟦Axios⟧ إن الاتصال دام ساعة، وفق ما نقله عنه ⟦Reuters⟧.",
        "أبلغ ترامب ل⟦Putin⟧ بأن المهلة انتهت.",
    )
    passes = (
        "وقال زيلينسكي (Zelenskyy) إن المحادثة كانت مثمرة.",
        "قالت هيئة BBC وشبكة CNN إن مقاتلة F-16 سقطت.",
        "وكتب على موقع weather.com أن العاصفة تقترب.",
    )


class CommonWord(LatinRule):
    """A word of the source language that nobody translated: Kamikaze, ambient, the."""

    code, severity, confidence = "L102", Severity.MAJOR, 0.93
    title = Message("word left untranslated", "كلمة لم تُترجم")
    reason = Message(
        "This word of the source was left untranslated.",
        "بقيت هذه الكلمة بلغة النص الأصلي ولم تُترجم.",
    )
    flags = (
        "وأسقطت الدفاعات الطائرات بدون طيار ⟦Kamikaze⟧ فوق المدينة.",
        "وكانت الموسيقى ⟦ambientة⟧ تملأ القاعة.",
        "ونشر ⟦the⟧ صندوق النقد الدولي توقعاته.",
        "وأُلغي ⟦concert⟧ الفرقة في فيينا.",
    )
    passes = (
        "وتعني كلمة drone في الأصل ذكر النحل.",
        "وعزل الباحثون بكتيريا Escherichia coli من العينات.",
        "يبلغ طول الطريق 12 km وتردد المحطة 98 MHz وفق البيان.",
        "وتعمل المنصة (streaming) منذ عامين.",
    )


class UnknownName(LatinRule):
    """A capitalised name that no list knows: transliterated, if anything."""

    code, severity, confidence = "L103", Severity.MINOR, 0.7
    base_rate = 5.0  # human translators leave up to 3.5 such names per 1,000 words, unevenly
    title = Message("unfamiliar name in Latin letters", "اسم غير مألوف بالحروف اللاتينية")
    reason = Message(
        "This name stands in Latin letters; a reader expects a transliteration, at first with the"
        " original in brackets.",
        "ورد هذا الاسم بالحروف اللاتينية، والقارئ يتوقع تعريبه مع إثبات الأصل بين قوسين.",
    )
    flags = ("وقال ⟦Brankovitsch⟧ إن الأمطار دمرت الجسر.", "ونزح السكان من بلدة ⟦Wolverden Bay⟧.")
    passes = (
        "وعُرض فيلم «Still Game» في المهرجان.",
        "وهو مدير شركة Adriftmorn Limited المسجلة في غلاسكو.",
        "وطرحت الشركة هاتف Zenfone 11 بسعر أقل.",
        "ويقع المنتجع في منطقة تسمى Donggala قرب الساحل.",
    )


class Abbreviation(LatinRule):
    """A platform or an abbreviation that the language has a name for: X, AI, EU."""

    code, severity, confidence = "L104", Severity.MINOR, 0.85
    title = Message("abbreviation left in Latin letters", "اختصار متروك بالحروف اللاتينية")
    reason = Message(
        "This abbreviation or platform has a name in the language of the text.",
        "لهذا الاختصار أو لهذه المنصة اسم في لغة النص.",
    )
    flags = (
        "وأضاف في منشور على منصة التواصل الاجتماعي ⟦X⟧. ولم يزد على ذلك.",
        "ويستخدم الباحثون ⟦AI⟧ في تشخيص الأمراض.",
        "ووافقت دول ⟦EU⟧ على الحزمة الجديدة.",
    )
    passes = (
        "واستخدم الأطباء أشعة X وفيتامين C في العلاج.",
        "وقالت منظمة الصحة العالمية (WHO) إن الوباء انحسر، وحذرت WHO من عودته.",
        "وأصيب الرجل بفيروس HIV قبل أعوام.",
    )


class CalendarName(LatinRule):
    """A month or a weekday in Latin letters."""

    code, severity, confidence = "L105", Severity.MAJOR, 0.95
    title = Message("month or weekday left untranslated", "شهر أو يوم لم يُترجم")
    reason = Message(
        "The name of a month or a weekday was left untranslated.",
        "اسم شهر أو يوم من أيام الأسبوع لم يُترجم.",
    )
    flags = ("وستجرى الانتخابات في ⟦October⟧ المقبل.", "ووصل الوفد مساء ⟦Tuesday⟧ إلى العاصمة.")
    passes = ("ونقلته صحيفة (Sunday Times) أمس.", "وستجرى الانتخابات في أكتوبر المقبل.")


class UnknownAbbreviation(LatinRule):
    """Initials that no list knows. Good text keeps many, so only bad company tells."""

    code, severity, confidence = "L107", Severity.MINOR, 0.7
    base_rate = inf
    title = Message("unfamiliar initials in Latin letters", "اختصار غير مألوف بالحروف اللاتينية")
    reason = Message(
        "These initials were left in Latin letters; a reader expects the name in full.",
        "تُرك هذا الاختصار بالحروف اللاتينية، والقارئ يتوقع الاسم كاملًا بلغته.",
    )
    flags = ("وقال متحدث باسم ⟦ZBKW⟧ إن التحقيق مستمر.",)
    passes = (
        "وحقق مكتب الشرطة (ZBKW) في الأمر، وقال ZBKW إن التحقيق مستمر.",
        "وعثر على بندقية من طراز ZBKW 47 في المكان.",
    )


class UntranslatedPassage(LatinRule):
    """A whole clause or sentence in another language."""

    code, severity, confidence = "L201", Severity.MAJOR, 0.93
    title = Message("untranslated passage", "مقطع لم يُترجم")
    reason = Message(
        "This passage was left in another language.",
        "تُرك هذا المقطع بلغة أخرى دون ترجمة.",
    )
    flags = (
        "وصل الوفد المفاوض إلى العاصمة مساء أمس قبل انطلاق الجولة الجديدة.\n"
        "⟦The minister said that the talks had been useful.⟧\n"
        "وبدأت المفاوضات صباح اليوم في مقر الوزارة وسط إجراءات أمنية مشددة.",
        "وقال الوزير في المؤتمر الصحفي إن ⟦the talks were useful for both⟧ ثم غادر القاعة مسرعا.",
    )
    passes = (
        "وعُرض فيلم «The Treasure of the Sierra Madre» في المهرجان.",
        "وصل الوفد أمس.\nReuters, Associated Press\nوبدأت المفاوضات.",
    )
