"""Relative clauses whose joint is lost or one too many, told by the clause around them."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.case_frames import without_object
from ..syntax.heads import is_indefinite
from ..syntax.nominal import fits, is_preposition
from ..syntax.relatives import clause_end, is_unbound, verb_of
from ..syntax.verbal_clauses import clause_verb, is_governed, phrase_start
from ..syntax.verbs import COMPLEMENTISERS, RELATIVES, may_act

_PRONOUNS = {"التي": "ها", "الذي": "ه"}
_EVERY = frozenset({"كل", "أي", "لكل", "وكل", "بكل", "لأي", "بأي", "عدة"})
_GLUED = frozenset({"ب", "ل", "ك"})
_HEADS = frozenset({
    "مثل", "غير", "نفس", "عين", "ذات", "كل", "جميع", "بعض", "أحد", "معظم", "أكثر", "خلاف", "ضعف",
    "شبه", "سوى", "بين", "أي", "تلك", "ذلك", "أول", "آخر", "عدا", "نصف", "أغلب", "حسب", "عكس",
})  # fmt: skip
_SUBORDINATING = COMPLEMENTISERS | RELATIVES.keys() | {
    "اللواتي", "اللاتي", "اللائي", "اللذين", "اللتين",
    "إذا", "عندما", "حين", "حينما", "لما", "كلما", "لو", "بعدما", "ما", "من", "فيما", "بينما",
    "حيث", "إذ", "مهما", "قبلما", "ريثما", "وإذا", "وعندما", "وحين", "ولو", "وكلما", "ولما", "كما",
    "وبينما", "وفيما", "وبعدما", "حتى", "منذ", "ومنذ", "بمجرد", "ومع", "متى", "وكما", "مثلما",
}  # fmt: skip
_ENDS = frozenset("،,.؛:!؟?")


class RelativeAfterIndefinite(Rule):
    """«كل طفل الذي», «شركة كبيرة التي», «اتفاقا الذي»."""

    code, kind, category = "S127", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.87
    title = Message("relative pronoun after an indefinite noun", "اسم موصول بعد نكرة")
    reason = Message(
        "The clause that describes an indefinite noun follows it without a relative pronoun.",
        "النكرة توصف بالجملة مباشرة بلا اسم موصول.",
    )
    flags = (
        "ويسعى الاتحاد إلى تعليم كل ⟦طفل الذي⟧ يولد في المخيمات",
        "واشترى شركة ⟦كبيرة التي⟧ تملك ثلاث سفن",
        "وقال ⟦مزارع الذي⟧ فقد محصوله إن التعويض لا يكفي",
        "ووقع الطرفان ⟦اتفاقا الذي⟧ ينهي الحرب",
    )
    passes = (
        "ويسعى الاتحاد إلى تعليم كل طفل يولد في المخيمات",
        "وسافر إلى بيروت التي أحبها",
        "وطالب بمحاسبة الذي أمر بذلك",
        "وقال أحمد الذي فقد محصوله",
        "وأكد دعم بلاده التي استضافت القمة",
        "وزار مدينة بورتسودان الساحلية التي لجأت إليها الحكومة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _RELATIVE):
            if place and _follows_indefinite(line, place):
                first, second = line.tokens[place - 1 : place + 1]
                yield self.finding(doc, first.span.cover(second.span), suggest=[first.text])


class RelativeWithoutPronoun(Rule):
    """«القرارات التي اتخذوا في الاجتماع»: the clause has a subject of its own, and no pronoun."""

    code, kind, category = "S128", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.86
    title = Message("relative clause without its pronoun", "صلة بلا عائد")
    reason = Message(
        "A relative clause with a subject of its own takes a pronoun that stands for the noun.",
        "جملة الصلة التي لها فاعل غير الموصول تحتاج إلى ضمير يعود عليه.",
    )
    flags = (
        "وانتقد النواب القرارات ⟦التي اتخذوا⟧ في الاجتماع الأخير",
        "وعثر على السيارة ⟦التي استخدموا⟧ أمس",
    )
    passes = (
        "وانتقد النواب القرارات التي اتخذوها في الاجتماع",
        "في المرة التي اجتمعوا فيها",
        "الأشخاص الذين شاركوا في الاجتماع",
        "القضية التي يتحدثون عنها",
        "الطريقة التي تعاملوا بها",
        "في اللحظة التي وصلوا فيها",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _RELATIVE):
            verb = verb_of(line, place) if place else None
            if verb is not None and _lacks_pronoun(line, place, verb):
                first, last = line.tokens[place], line.tokens[verb]
                bound = last.text.removesuffix("ا") if last.text.endswith("وا") else last.text
                right = f"{first.text} {bound}{_PRONOUNS[first.folded]}"
                plain = verb == place + 1
                yield self.finding(doc, first.span.cover(last.span), suggest=[right] * plain)


class LostRelative(Rule):
    """«على القرار اتخذته الحكومة», «عدد السفن تعبر الممر»: no relative after a definite noun."""

    code, kind, category = "S129", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.84
    title = Message("relative pronoun lost", "سقوط الاسم الموصول")
    reason = Message(
        "A clause that describes a definite noun is joined to it by «الذي» or «التي».",
        "توصف المعرفة بالجملة عن طريق اسم موصول: «الذي» أو «التي».",
    )
    flags = (
        "واحتج السكان على ⟦القرار اتخذته⟧ الحكومة أمس",
        "وأثر القرار في عدد ⟦السفن تعبر⟧ الممر يوميا",
    )
    passes = (
        "المضيفات اللواتي أصبن فوق بحر العرب غادرن المستشفى",
        "وعزت مصادر القرار إلى خلل في المفصل اكتشفه مختبر",
        "واحتج السكان على القرار الذي اتخذته الحكومة",
        "وعندما وصل الوفد إلى المدينة بدأت المحادثات",
        "ورأى رجال الشرطة يطلقون النار",
        "وفي المدينة وقعت اشتباكات",
        "واحتج السكان على قرار اتخذته الحكومة",
        "ومن فاز بالجائزة حصل على منحة",
        "وعلق الوزير على خطة لخفض النفقات أعلنتها الحكومة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _FINITE):
            if place > 1 and _lacks_relative(line, place):
                first, second = line.tokens[place - 1 : place + 1]
                she = ("f", "s") in line.words[place - 1].demanded
                right = f"{first.text} {'التي' if she else 'الذي'} {second.text}"
                yield self.finding(doc, first.span.cover(second.span), suggest=[right])


def _follows_indefinite(line: Line, place: int) -> bool:
    noun, before = line.words[place - 1], line.words[place - 2] if place > 1 else None
    forms = RELATIVES[line.form(place)]
    if noun.name or not noun.nominal or noun.article or noun.enclitic or noun.lemmas & _HEADS:
        return False
    if ("m", "p") in forms or not fits(noun.demanded | noun.attribute, forms):
        return False
    if noun.form.endswith("ا") and any(one.state == "i" for one in noun.readings):
        return Pos.NOUN in noun.kinds and not noun.lemmas & word_list("times")
    if before is None or not noun.bare or noun.lemmas & word_list("quantities"):
        return False
    if noun.adjectival:
        return _describes(noun, before)
    return _is_lone(line, place - 1)


def _describes(adjective: Word, noun: Word) -> bool:
    """«شركة كبيرة»: the indefinite noun that the indefinite adjective describes."""
    plain = noun.bare and noun.nominal and Pos.NOUN in noun.kinds and not noun.name
    return plain and not noun.adjectival and fits(noun.demanded, adjective.attribute)


def _is_lone(line: Line, place: int) -> bool:
    """«كل طفل», «قال مزارع»: a noun in the singular that has no second term."""
    noun = line.words[place]
    single = all(number == "s" for _, number in noun.demanded) and Pos.NOUN in noun.kinds
    if line.form(place - 1) in _EVERY:
        return single
    deed = any(one.masdar for one in noun.readings) or noun.lemmas & word_list("times")
    return line.words[place - 1].verbal and not deed and not noun.proclitics


def _lacks_pronoun(line: Line, relative: int, verb: int) -> bool:
    noun, current = line.words[relative - 1], line.words[verb]
    forms = RELATIVES[line.form(relative)]
    if line.form(relative) not in _PRONOUNS or not noun.article or noun.human or may_act(noun):
        return False
    if not current.verbal or current.may_have_enclitic or current.proclitics - {"س"}:
        return False
    several = bool(current.verb) and all(number != "s" for _, number in current.verb)
    if not several or fits(forms, current.verb) or current.verbs & without_object():
        return False
    if current.verbs & (
        word_list("pure_copulas") | {"كان", "أراد", "استطاع", "حاول", "اعتقد", "ظن", "قرر"}
    ):
        return False
    after = line.words[verb + 1] if verb + 1 < len(line) else None
    closed = after is None or after.form in _ENDS or is_preposition(after)
    closed = closed or bool(after and after.kinds == {Pos.ADVERB})
    return closed and is_unbound(line, relative, verb, forms) and clause_end(line, verb) > verb


def _lacks_relative(line: Line, place: int) -> bool:
    verb, noun = line.words[place], line.words[place - 1]
    plain = noun.article and noun.nominal and not noun.proclitics and not noun.adjectival
    if not plain or Pos.NOUN not in noun.kinds or noun.lemmas & word_list("times"):
        return False
    if any(one.form in _SUBORDINATING for one in line.words[: place - 1]):
        return False
    start = phrase_start(line, place - 1)
    if not _in_clause_of_verb(line, start, place):
        return False
    if all(one.aspect == "perfect" for one in verb.readings):
        bound = verb.enclitic and any(one.enclitic in {"ه", "ها"} for one in verb.readings)
        own = fits(noun.subject, verb.verb) and not verb.may_have_enclitic
        told = verb.verbs & (word_list("speaking_verbs") | word_list("copulas"))
        return is_governed(line, start) and (bool(bound) or (own and not told))
    second = start < place - 1 and line.words[start].bare
    own = fits(noun.subject, verb.verb) and not fits(line.words[start].subject, verb.verb)
    return second and own and not verb.may_have_enclitic and not noun.human


def _in_clause_of_verb(line: Line, start: int, place: int) -> bool:
    """Whether a verb without a predicate opens the clause, and no indefinite noun stands between.

    «ضمن خطة لخفض النفقات أعلنتها»: the clause may describe an indefinite noun further back.
    """
    opener = clause_verb(line, start - 1)
    if opener is None or line.words[opener].verbs & word_list("copulas"):
        return False
    return not any(_may_be_indefinite(line, one) for one in range(opener + 1, place - 1))


def _may_be_indefinite(line: Line, place: int) -> bool:
    """Also «خلل», a verb for the dictionary too: «خلل في المفصل اكتشفه مختبر»."""
    noun = line.words[place]
    governed = is_preposition(line.words[place - 1]) and noun.bare and Pos.NOUN in noun.kinds
    return is_indefinite(line, place) or (governed and is_preposition(line.words[place + 1]))


_RELATIVE: Condition[Word] = Condition(lambda current: current.form in RELATIVES)
_FINITE: Condition[Word] = Condition(
    lambda current: current.verbal and bool(current.verb) and not current.proclitics
)
