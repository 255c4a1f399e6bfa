"""Spoken Arabic inside written standard prose: the machine slipped into another register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ....detect import Context, Rule
from ....errors import PackError
from ....model import Category, Document, Finding, Message, Pos, Severity, Token
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
        words = [token for part in doc.native for token in part.words if not token.quoted]
        known = [(token, _known(token)) for token in words]
        sure = sum(entry is not None and entry.sure for _, entry in known)
        for token, entry in known:
            if entry and (entry.sure or sure >= _SURE_NEEDED):
                yield self._finding(doc, token, entry)
            elif sure >= _SURE_NEEDED and _spoken_verb(token.folded):
                yield self._finding(doc, token, _as_standard(token.folded))

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
    words = (token for part in doc.native for token in part.words if not token.quoted)
    spoken = (entry for token in words if (entry := _known(token)) and entry.sure)
    return sum(1 for _ in spoken) < _SURE_NEEDED


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


def _known(token: Token) -> Colloquial | None:
    entry = lexicon().get(token.folded)
    if entry is None and token.folded[:1] in _CONJUNCTIONS:
        entry = lexicon().get(token.folded[1:])
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
