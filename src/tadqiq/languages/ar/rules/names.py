"""Names: one spelt two ways in an article, against its siblings, and misspelt ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from ....detect import Context, Rule
from ....model import Category, Document, Evidence, Finding, Message, Severity, Span
from ...shared.gazetteer import native_forms
from ...shared.joins import joined
from ..names.mentions import Spelling, Variants, listed, mentions, ordinary, places, variants
from ..names.spelling import in_house_style, may_be_one, onset

_AGREEING = 2  # siblings that make a consensus
_LONG_ENOUGH = 5


class TwoSpellings(Rule):
    """One name spelt two ways within one article; the deviating places are flagged."""

    code, kind, category = "N101", "name", Category.INCONSISTENT
    severity, confidence = Severity.MINOR, 0.85
    base_rate = 3.5
    title = Message("one name spelt two ways", "اسم واحد برسمين مختلفين")
    reason = Message(
        "The article also spells this name «{form}»; one spelling should stand throughout.",
        "ورد هذا الاسم في المقال أيضًا بالرسم «{form}»، والأولى توحيد الرسم.",
    )
    flags = (
        "قال زيلينسكي إن اللقاء كان مثمرًا. وأضاف ⟦زيلنسكي⟧ أن زيلينسكي لن يتراجع.",
        "التقى عباس عراقجي نظيره في مسقط، وقال ⟦عراقتشي⟧ إن الجولة المقبلة ستعقد في روما.",
        "ووصل البابا ليو الرابع عشر إلى إسطنبول، والتقى ⟦البابا لاون⟧ قادة الكنائس.",
    )
    passes = (
        "حكت كيف نجت، وكيف حملت إخوتها إلى كييف.",
        "قال ترمب إن المحادثات جيدة. وأضاف ترمب أنه متفائل.",
        "التقى بوريس جونسون وزيره، وعاد جونسون إلى لندن.",
        "زار سلمان الرياض، والتقى سليمان في جدة.",
        "وصل بايدن، ثم غادر وبايدن غاضب، وقال لبايدن مرافقوه إن الوقت ضاق.",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for wrong, right, spans in _inconsistent(doc, context):
            for span in spans:
                yield self.finding(
                    doc,
                    span,
                    message=self.reason.fill(form=right),
                    suggest=(right,),
                    evidence=_evidence(context, right, doc.lang),
                    confidence=None if len(wrong) >= _LONG_ENOUGH else 0.75,
                )


class NotEstablished(Rule):
    """A spelling other than the established one: a misspelling, or none that siblings have."""

    code, kind, category = "N102", "name", Category.INCONSISTENT
    severity, confidence = Severity.MINOR, 0.9
    title = Message("name not in its established spelling", "اسم يخالف رسمه المستقر")
    reason = Message(
        "The established spelling is «{form}».",
        "الرسم المستقر لهذا الاسم هو «{form}».",
    )
    agreed = Message(
        "Articles on the same event agree on «{form}».",
        "تتفق المقالات التي تتناول الحدث نفسه على الرسم «{form}».",
    )
    flags = ("قصفت القوات محطة ⟦زابوريزفيا⟧ النووية ليلًا.",)
    passes = (
        "قصفت القوات محطة زابوريجيا النووية ليلًا.",
        "نشر الخبر على تيليجرام مساء أمس.",
        "وقال زيلنسكي إن اللقاء كان مثمرًا.",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        wrong = variants().wrong
        for form, span in listed(doc):
            if form not in wrong:
                continue
            right = context.terms.get(wrong[form], wrong[form]).replace("_", " ")
            message = self.reason.fill(form=right)
            written, sure = joined(doc, span, right)
            yield self.finding(doc, span, message=message, suggest=(written,), safe=sure)
        for span, right, unanimous in _against_siblings(doc, context):
            yield self.finding(
                doc,
                span,
                message=self.agreed.fill(form=right),
                suggest=(right,),
                safe=unanimous,
                confidence=0.8,
                evidence=_evidence(context, right, doc.lang),
            )


def _against_siblings(doc: Document, context: Context) -> Iterator[tuple[Span, str, bool]]:
    """The places of spellings that no sibling has, with what several siblings agree on, and
    whether all do."""
    siblings = [mentions(other) for other in context.siblings if other.lang == doc.lang]
    if len(siblings) < _AGREEING:
        return
    consensus = Counter(form for sibling in siblings for form in sibling)
    for form, spelling in mentions(doc).items():
        if form in consensus or form in variants().groups or form in native_forms(doc.lang):
            continue
        right = _agreed(form, spelling, consensus)
        if right is not None and right not in mentions(doc):
            unanimous = consensus[right] == len(siblings)
            for span in spelling.spans:
                yield span, right, unanimous


def _inconsistent(doc: Document, context: Context) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """Deviating form, the form to prefer, and the places of the former."""
    groups = _groups(doc)
    yield from _unlike(groups, doc, context)
    spoken_for = {form for forms in groups.values() for form in forms}
    names = mentions(doc)
    for one, other in (*_pairs(names.values()), *_with_known_words(doc)):
        if {one.form, other.form} <= spoken_for or not _comparable(one, other):
            continue
        if may_be_one(one.form, other.form) and not _two_people(one, other, doc):
            counts = {one.form: len(one.spans), other.form: len(other.spans)}
            right = _preferred(counts, doc, context)
            wrong = other if right == one.form else one
            yield wrong.form, right, tuple(wrong.spans)


def _pairs(names: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """All pairs of names that begin alike."""
    alike: dict[str, list[Spelling]] = {}
    for name in names:
        alike.setdefault(onset(name.form), []).append(name)
    for group in alike.values():
        yield from combinations(group, 2)


def _comparable(one: Spelling, other: Spelling) -> bool:
    """Whether names are surely meant; short ones must be known as such."""
    if one.form[1:] == other.form or other.form[1:] == one.form:
        return False  # a proclitic
    short = min(len(one.form), len(other.form)) < _LONG_ENOUGH
    return (one.sure or other.sure) and (
        not short or one.listed or other.listed or one.form[:-1] == other.form[:-1]
    )


def _with_known_words(doc: Document) -> Iterator[tuple[Spelling, Spelling]]:
    """Unknown words beside ordinary ones that are established names too: نوبووا and نوبوا."""
    unknown = [spelling for spelling in mentions(doc).values() if spelling.unknown]
    if not unknown:
        return
    starts = {onset(spelling.form) for spelling in unknown}
    words = ordinary(doc, lambda letter: onset(letter) in starts)
    for spelling in unknown:
        start, size = onset(spelling.form), len(spelling.form)
        for form in words:
            if abs(len(form) - size) > 1 or onset(form) != start:
                continue
            if may_be_one(spelling.form, form) and form in native_forms(doc.lang):
                spans = places(doc, form)
                yield spelling, Spelling(form, sure=True, unknown=False, listed=True, spans=spans)


def _groups(doc: Document) -> dict[tuple[str, ...], dict[str, list[Span]]]:
    """The groups of accepted spellings of which the article has several."""
    table: Variants = variants()
    found: dict[tuple[str, ...], dict[str, list[Span]]] = {}
    for form, span in listed(doc):
        if form in table.groups:
            found.setdefault(table.groups[form], {}).setdefault(form, []).append(span)
    return {group: forms for group, forms in found.items() if len(forms) > 1}


def _unlike(
    groups: dict[tuple[str, ...], dict[str, list[Span]]], doc: Document, context: Context
) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    for forms in groups.values():
        right = _preferred({form: len(spans) for form, spans in forms.items()}, doc, context)
        for form, spans in forms.items():
            if form != right:
                yield form, right.replace("_", " "), tuple(spans)


def _preferred(counts: dict[str, int], doc: Document, context: Context) -> str:
    """Of several spellings the one that stands: termbase, siblings, gazetteer, count, first."""
    termed = {context.terms[form] for form in counts if form in context.terms}
    siblings = [mentions(other) for other in context.siblings if other.lang == doc.lang]
    known = native_forms(doc.lang)

    def weight(form: str) -> tuple[bool, int, bool, int]:
        votes = sum(form in sibling for sibling in siblings)
        return form in termed, votes, form in known, counts[form]

    return max(counts, key=weight)


def _two_people(one: Spelling, other: Spelling, doc: Document) -> bool:
    """Whether different first names stand before the two, or both are known as they are."""
    if one.before and other.before and not (one.before & other.before):
        alike = any(may_be_one(a, b) for a in one.before for b in other.before)
        if not alike:
            return True
    if one.form in other.beside or other.form in one.beside:
        return True
    known = native_forms(doc.lang)
    return one.form in known and other.form in known


def _agreed(form: str, spelling: Spelling, consensus: Counter[str]) -> str | None:
    if len(form) < _LONG_ENOUGH or not spelling.sure:
        return None
    likely = [
        other
        for other, count in consensus.most_common()
        if count >= _AGREEING and (may_be_one(form, other) or _is_cut_short(form, other))
    ]
    if not likely or any(in_house_style(form, other) for other in likely):
        return None
    return likely[0]


def _is_cut_short(form: str, whole: str) -> bool:
    """Whether ``form`` lacks the last letter of ``whole``: ويتكو for ويتكوف."""
    return whole[:-1] == form and whole[-1] not in "اةيىهن"


def _evidence(context: Context, form: str, lang: str) -> tuple[Evidence, ...]:
    for sibling in context.siblings:
        if sibling.lang == lang and form in mentions(sibling):
            span = mentions(sibling)[form].spans[0]
            return (Evidence(sibling.id, span, span.of(sibling.text), 1.0),)
    return ()
