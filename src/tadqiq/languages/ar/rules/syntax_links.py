"""Links between words: those that are lost, and those that cannot follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity, TokenKind
from ..morphology.lexicon import rows
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition

# What a preposition cannot be followed by, beside those it can: «من على», «من عن», «إلى ما بعد».
_FIRST = frozenset(
    {"ضد", "إلى", "على", "في", "عن", "مع", "بسبب", "بشأن", "نحو", "خلال", "ضمن", "لدى"}
)
_SECOND = frozenset({"على", "إلى", "في", "عن", "ضد", "مع", "حتى", "بسبب", "من"})
_ALLOWED = frozenset(
    {"إلى ضد", "على من", "إلى من", "مع من", "عن من", "في من", "ضد من", "نحو من", "لدى من"}
)
_NEVER_AFTER = {
    "ثم": frozenset({"ولكن", "لكن", "أو", "بل", "وأيضا", "وثم", "وكذلك"}),
    "لكن": frozenset({"ولكن", "لكن", "أو", "بل", "ثم", "وبعد", "وقبل", "وفي", "ومع"}),
    "ولكن": frozenset({"ولكن", "لكن", "أو", "بل", "وثم", "وبعد", "وقبل", "وفي", "ومع"}),
    "وأيضا": frozenset({"وكذلك", "كذلك", "وأيضا", "وكما"}),
    "وكذلك": frozenset({"وأيضا", "أيضا", "وكذلك", "كذلك"}),
    "بل": frozenset({"ولكن", "لكن", "أو", "ثم"}),
    "أو": frozenset({"ولكن", "لكن", "أم", "ثم", "بل"}),
    "لأن": frozenset({"لأن", "لأنه", "بسبب"}),
    "لأنه": frozenset({"لأن", "بسبب"}),
    "أنه": frozenset({"لأن", "لأنه", "لأنها", "بسبب"}),
    "بسبب": frozenset({"لأن", "لأنه", "لأنها", "أن", "أنه", "من"}),
    "أجل": frozenset({"لأن", "بسبب"}),
    "أن": frozenset({"أن", "لأن", "لل"}),
    "حيث": frozenset({"من", "لأن"}),
    "رغم": frozenset({"لكن", "ولكن", "من"}),
}


class LostComplementLink(Rule):
    """«وردا سؤال»: an adverb that leads on by its preposition alone."""

    code, kind, category = "S122", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message("adverb without its preposition", "ظرف سقط حرف جره")
    reason = Message(
        "This adverb reaches the noun after it by a preposition.",
        "لا يتصل هذا المصدر بما بعده إلا بحرف جر.",
    )
    flags = (
        "⟦وردا سؤال⟧ لوكالة الأنباء قال المتحدث",
        "أغلقوا الطريق ⟦احتجاجا قرار⟧ الحكومة",
        "⟦ووفقا البيان⟧ تبدأ الجولة غدا",
    )
    passes = (
        "التقى الوزير نظيره وبحثا التعاون في الدفاع",
        "وردا على سؤال قال المتحدث",
        "أغلقوا الطريق احتجاجا.",
        "وكان الرد ردا حاسما",
        "إضافة جديدة للمجموعة",
        "أصدر المجلس نتيجة التصويت",
        "كان بعيدا جدا عن بيته",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _LEADING):
            if _lost_preposition(line, place):
                first, second = line.tokens[place : place + 2]
                link = _complements()[_bare(first.folded)][0]
                glue = f"{link}{second.text}" if link in {"ب", "ل"} else f"{link} {second.text}"
                right = f"{first.text} {glue.replace('لال', 'لل', 1) if link == 'ل' else glue}"
                yield self.finding(doc, first.span.cover(second.span), suggest=[right])


class LinksInARow(Rule):
    """«ضد على», «ثم ولكن», «بسبب لأن»: two links where one must stand."""

    code, kind, category = "S123", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("two links in a row", "رابطان متتاليان")
    reason = Message(
        "Two prepositions or conjunctions of this kind cannot follow each other.",
        "لا يتوالى هذان الحرفان أو الرابطان.",
    )
    flags = (
        "واحتج السكان ⟦ضد على⟧ بناء المطمر",
        "⟦ثم ولكن⟧ بعد ساعات تبادل الطرفان الاتهامات",
        "تسلمت الوزيرة مهامها ⟦وأيضا وكذلك⟧ التقت الموظفين",
        "تراجعت الأرباح ⟦بسبب لأن⟧ الأسعار ارتفعت",
    )
    passes = (
        "يقي من الأعراض لدى من تجاوزوا الستين",
        "احتج السكان على بناء المطمر",
        "قفز من على الجدار",
        "تحدث إلى من حضر",
        "غادر في حوالي الساعة السابعة",
        "لكن بعد ساعات تبادل الطرفان الاتهامات",
        "رغم أن الأسعار ارتفعت",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _LINK):
            words = line.words[place : place + 2]
            if len(words) == 2 and _cannot_follow(words[0].form, words[1].form):
                first, second = line.tokens[place : place + 2]
                yield self.finding(doc, first.span.cover(second.span))


class PronounBeforeVerb(Rule):
    """«الوزير هو سيزور»: a pronoun that repeats the subject before its verb."""

    code, kind, category = "S124", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("pronoun that repeats the subject", "ضمير يكرر المبتدأ قبل الفعل")
    reason = Message(
        "Between a noun and its verb there is no place for a pronoun.",
        "لا موضع للضمير بين الاسم والفعل الذي يخبر عنه.",
    )
    flags = (
        "⟦الشركة هي⟧ تخطط لتسريح ألفي موظف",
        "وقال المتحدث إن ⟦الوزير هو⟧ سيزور العاصمة",
        "ويقع المنجم ⟦الذي هو⟧ يملكه رجل أعمال",
    )
    passes = (
        "الشركة تخطط لتسريح ألفي موظف",
        "وقال إن الوزير هو من سيزور العاصمة",
        "كان الوزير هو الذي قرر",
        "الحل هو يوم الانتخابات",
        "قال الوزير وهو يغادر القاعة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PRONOUN):
            if _repeats(line, place):
                first, second = line.tokens[place - 1 : place + 1]
                span = first.span.cover(second.span)
                yield self.finding(doc, span, suggest=[first.text])


@cache
def _complements() -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(links.split("|")) for word, links in rows("complements", 2)}


def _bare(form: str) -> str:
    return form if form in _complements() else form[1:]


def _leads(current: Word) -> bool:
    if Pos.VERB in current.kinds and not current.maybe_nominal and Pos.ADVERB not in current.kinds:
        return False
    known = _complements()
    return current.form in known or (current.form[:1] == "و" and current.form[1:] in known)


def _lost_preposition(line: Line, place: int) -> bool:
    """Whether a noun that begins a phrase of its own follows instead of the preposition."""
    if place + 1 >= len(line):
        return False
    current, after = line.words[place], line.words[place + 1]
    if not after.substantive or after.proclitics or after.tanwin or after.adjectival:
        return False
    if after.attribute or not (after.article or after.name or _is_annexed(line, place + 1)):
        return False
    ends_in_ta = current.form.endswith(("ة", "ء"))
    if ends_in_ta or line.form(place + 1) in {"جدا", "تماما"}:
        return False
    before = line.words[place - 1] if place else None
    two = current.form == "وبحثا" and any(one.verb for one in line.words[:place])
    return (before is None or not before.tanwin) and not two  # «التقى نظيره وبحثا التعاون»


def _is_annexed(line: Line, place: int) -> bool:
    """A bare noun that a noun with the article or a phrase in ل completes: «سؤال لوكالة»."""
    if place + 1 >= len(line) or Pos.NOUN not in line.words[place].kinds:
        return False
    after = line.words[place + 1]
    return after.article or after.name or "ل" in after.proclitics


def _cannot_follow(first: str, second: str) -> bool:
    if first in _FIRST and second in _SECOND:
        return first != second and f"{first} {second}" not in _ALLOWED
    return second in _NEVER_AFTER.get(first, ())


def _repeats(line: Line, place: int) -> bool:
    if place == 0 or place + 1 >= len(line):
        return False
    before, after = line.words[place - 1], line.words[place + 1]
    finite = after.verbal and not after.proclitics - {"س"} and bool(after.verb)
    if not finite or line.tokens[place].kind is not TokenKind.WORD:
        return False
    if any(one.aspect == "imperative" for one in after.readings):
        return False
    relative = Pos.RELATIVE in before.kinds and before.form.startswith("ال")
    noun = before.article and before.nominal and not is_preposition(before)
    opens = place == 1 or line.form(place - 2) in {"إن", "أن", "بأن", "لأن", "لكن"}
    return relative or (noun and opens)


_LEADING = Condition(_leads)
_LINK: Condition[Word] = Condition(
    lambda current: current.form in _FIRST or current.form in _NEVER_AFTER
)
_PRONOUN: Condition[Word] = Condition(lambda current: current.form in {"هو", "هي", "هم", "هما"})
