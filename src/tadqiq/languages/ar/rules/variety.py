"""Spoken Arabic inside written standard prose: the machine slipped into another register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ....detect import Condition, Context, Form, Rule
from ....errors import PackError
from ....model import Category, Document, Finding, Message, Pos, Severity, Token, TokenKind
from ..analysis import spots
from ..morphology import readings

_SURE_NEEDED = 2  # sure words that make doubtful ones count
_CONJUNCTIONS = "وف"
_PREFIXES = ("بي", "بت", "بن", "هي", "هت", "هن")


@dataclass(frozen=True, slots=True)
class Colloquial:
    """A spoken form: its variety, the standard word, and whether it speaks for itself."""

    variety: str
    standard: str
    sure: bool


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
        known = _spoken(doc)
        sure = sum(entry.sure for _, entry in known)
        if sure >= _SURE_NEEDED:
            verbs = [sentence.tokens[place] for sentence, place in spots(doc, _SPOKEN_VERB)]
            known += [(token, _as_standard(token.folded)) for token in verbs if not token.quoted]
        for token, entry in sorted(known, key=lambda found: found[0].span):
            if entry.sure or sure >= _SURE_NEEDED:
                yield self._finding(doc, token, entry)

    def _finding(self, doc: Document, token: Token, entry: Colloquial) -> Finding:
        message = self.reason.fill(
            variety=entry.variety,
            variety_ar=_VARIETIES[entry.variety],
            standard=entry.standard,
        )
        return self.finding(doc, token.span, message=message, suggest=[entry.standard])


_VARIETIES = {
    "colloquial": "دارج",
    "Egyptian": "مصري",
    "Levantine": "شامي",
    "Gulf": "خليجي",
    "Iraqi": "عراقي",
    "Maghrebi": "مغاربي",
}


def is_standard(doc: Document) -> bool:
    """Whether the document is in standard Arabic: fewer than two sure spoken words outside quotes."""
    return sum(entry.sure for _, entry in _spoken(doc)) < _SURE_NEEDED


def _spoken(doc: Document) -> list[tuple[Token, Colloquial]]:
    """The spoken forms of the table outside quotations."""
    tokens = (sentence.tokens[place] for sentence, place in spots(doc, _SPOKEN))
    return [
        (token, entry)
        for token in tokens
        if not token.quoted and (entry := _entry(token.folded)) is not None
    ]


@cache
def lexicon() -> Mapping[str, Colloquial]:
    """Spoken forms by folded form.

    Raises PackError for a row that is not form, variety, standard, evidence.
    """
    entries = {}
    table = files(__package__).joinpath("../lexicon/variety.tsv").read_text("utf-8")
    for number, row in enumerate(table.splitlines(), 1):
        if row.startswith("#"):
            continue
        cells = row.split("\t")
        if len(cells) != 4 or cells[1] not in _VARIETIES or cells[3] not in ("sure", "helped"):
            raise PackError(f"variety.tsv:{number}: expected form, variety, standard, evidence")
        entries[cells[0]] = Colloquial(cells[1], cells[2], cells[3] == "sure")
    return entries


def _entry(form: str) -> Colloquial | None:
    entry = lexicon().get(form)
    if entry is None and form[:1] in _CONJUNCTIONS:
        entry = lexicon().get(form[1:])
    return entry


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


def _is_spoken(form: Form) -> bool:
    return form.kind == TokenKind.WORD and _entry(form.folded) is not None


def _is_spoken_verb(form: Form) -> bool:
    word = form.kind == TokenKind.WORD and _entry(form.folded) is None
    return word and _spoken_verb(form.folded)


_SPOKEN = Condition(_is_spoken)
_SPOKEN_VERB = Condition(_is_spoken_verb)
