"""Spoken Arabic inside written standard prose: the machine slipped into another register."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity, Token, TokenKind
from ..analysis import spots
from ..morphology import readings
from ..variety import SURE_NEEDED, VARIETIES, Colloquial, entry_of, spoken

_PREFIXES = ("بي", "بت", "بن", "هي", "هت", "هن")


class ColloquialWord(Rule):
    """A function word or a verb of Egyptian, Levantine or Gulf Arabic in standard text."""

    code, kind, category = "T201", "style", Category.UNIDIOMATIC
    severity, confidence = Severity.MINOR, 0.9
    title = Message("spoken Arabic in standard text", "لفظ عامي في نص فصيح")
    reason = Message(
        "{variety} Arabic; standard Arabic has «{standard}».",
        "لفظ عامي ({variety_ar})، وفصيحه «{standard}».",
    )
    flags = (
        "أعلنت الوزارة أن القرار ⟦اللي⟧ صدر أمس يبدأ تنفيذه غدًا",
        "أعلنت الوزارة أن القرار ⟦مش⟧ نهائي، وأن المهلة ⟦لسه⟧ قائمة، وأن العدد ⟦بيظهر⟧ غدًا",
    )
    passes = (
        "شاركت عشر دول في القمة التي عُقدت في نيودلهي",
        "قال لاعب المنتخب دي بروين إن حاجة الفريق إلى الراحة ملحة",
        "قالت السيدة “مش عايزة حاجة” للصحفيين",
    )
    quoted = False

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        known = spoken(doc)
        sure = sum(entry.sure for _, entry in known)
        if sure >= SURE_NEEDED:
            verbs = [sentence.tokens[place] for sentence, place in spots(doc, _SPOKEN_VERB)]
            known += [(token, _as_standard(token.folded)) for token in verbs if not token.quoted]
        for token, entry in sorted(known, key=lambda found: found[0].span):
            if entry.sure or sure >= SURE_NEEDED:
                yield self._finding(doc, token, entry)

    def _finding(self, doc: Document, token: Token, entry: Colloquial) -> Finding:
        message = self.reason.fill(
            variety=entry.variety,
            variety_ar=VARIETIES[entry.variety],
            standard=entry.standard,
        )
        return self.finding(doc, token.span, message=message, suggest=[entry.standard])


def _spoken_verb(form: str) -> bool:
    """بيقول, هتعمل: the spoken present or future on a verb that standard Arabic knows."""
    bare = form[1:] if form[:1] == "و" else form
    if not bare.startswith(_PREFIXES) or len(bare) < 5 or readings(form):
        return False
    return any(
        reading.pos is Pos.VERB and reading.aspect == "imperfect" and not reading.proclitics
        for reading in readings(bare[1:])
    )


def _as_standard(form: str) -> Colloquial:
    conjunction, verb = (form[0], form[1:]) if form[:1] == "و" else ("", form)
    future = "س" if verb[0] == "ه" else ""
    return Colloquial("Egyptian", conjunction + future + verb[1:], sure=False)


def _is_spoken_verb(form: Form) -> bool:
    word = form.kind == TokenKind.WORD and entry_of(form.folded) is None
    return word and _spoken_verb(form.folded)


_SPOKEN_VERB = Condition(_is_spoken_verb)
