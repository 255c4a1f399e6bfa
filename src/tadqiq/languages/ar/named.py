"""Every person and place that an article names, for the ledger of names.

People go by their surname, and are known by a list, by a given name before it or by a title. A
word that may be no name is none, unless a name before it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from ...detect import Analysed, Form
from ...model import Document, NameKind, NameMention, Names, Pos, Reading, Span
from ..shared.gazetteer import gazetteer
from .analysis import analysed
from .morphology.frequency import uses
from .morphology.orthography import strip_marks
from .names.mentions import variants
from .names.spelling import may_be_one

_PLACES = frozenset({"name:country", "name:city", "name:place"})
_GIVEN, _SURNAME, _GUESS = "name:given", "name:surname", "guess"
_MOSTLY = 2  # times as often a name as a common word
_SHORTEST = 3
_LONGEST = 4  # words of a listed name


@dataclass(frozen=True, slots=True)
class _Listed:
    """What lists say of a spelling; of the words of a longer name joined by spaces."""

    kind: NameKind
    established: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A word that may be part of a name: its text without proclitics, and what it may be."""

    text: str
    span: Span
    joined: bool
    given: bool
    surname: bool
    sure: bool
    unknown: bool

    @property
    def leads(self) -> bool:
        """Whether it may stand before a surname, and tells that one by it."""
        return self.given and self.sure


def _find(doc: Document) -> Iterator[NameMention]:
    titles, met = doc.profile.lexis.titles, set[str]()
    for line in analysed(doc):
        place = 0
        while place < len(line.tokens):
            found = _phrase(line, place) or _person(line, place, titles, met)
            if found is not None:
                met.add(found[0].form)
                yield found[0]
            place += found[1] if found else 1


def _phrase(line: Analysed, place: int) -> tuple[NameMention, int] | None:
    """The longest listed place, or name of several words, that begins at ``place``."""
    heads = _listed()[1]
    for cut in _cuts(line.forms[place]):
        first = strip_marks(line.forms[place].text)[cut:]
        for size in range(min(heads.get(first, 0), len(line.tokens) - place), 0, -1):
            words = [
                first,
                *(strip_marks(form.text) for form in line.forms[place + 1 : place + size]),
            ]
            known = _listed()[0].get(" ".join(words))
            if known is None or (size == 1 and not _is_place(line.forms[place], first, known)):
                continue
            start = line.tokens[place].span.end - len(first)
            span = Span(start, line.tokens[place + size - 1].span.end)
            return _mention(" ".join(words), span, known), size
    return None


def _person(
    line: Analysed, place: int, titles: frozenset[str], met: Set[str]
) -> tuple[NameMention, int] | None:
    """The person whose name begins at ``place``: given names and a surname, or that alone where
    a list has it or the article has ``met`` it."""
    parts: list[_Part] = []
    while place + len(parts) < len(line.tokens):
        part = _part(line.forms[place + len(parts)], line.tokens[place + len(parts)].span)
        if part is None or (parts and part.joined):
            break
        parts.append(part)
    while parts and not (parts[-1].surname or parts[-1].unknown):
        parts.pop()
    if not parts:
        return None
    size = len(parts)
    titled = bool(place) and line.tokens[place - 1].folded in titles
    last = parts[-1]
    while len(parts) > 1 and not parts[0].leads:
        parts = parts[1:]  # «صالح كافانو» after «ل», «ترامب بوتين» without a comma
    listed = _listed()[0].get(last.text)
    alone = ((last.surname or listed) and last.sure) or last.text in met
    if not (alone or titled or len(parts) > 1):
        return None
    known = listed or _Listed(NameKind.PERSON, last.text if last.surname else "")
    if known.kind is not NameKind.PERSON:
        return None
    full = " ".join(part.text for part in parts) if len(parts) > 1 else ""
    return _mention(last.text, last.span, known, full), size


def _mention(form: str, span: Span, known: _Listed, full: str = "") -> NameMention:
    return NameMention(
        form=form,
        kind=known.kind,
        span=span,
        full=full,
        established=known.established,
        accepted=bool(known.established) and not known.wrong,
        wrong=known.wrong,
    )


def _is_place(form: Form, text: str, known: _Listed) -> bool:
    """Whether a single word that lists have as a place is one here."""
    if known.kind is not NameKind.PLACE:
        return False
    if known.wrong:
        return True
    placed = any(hit.source in _PLACES for hit in _named(form.readings))
    return placed and _is_mostly_name(form, text)


@lru_cache(maxsize=1 << 16)
def _is_mostly_name(form: Form, text: str) -> bool:
    """Whether a word without its proclitics hardly ever is a common one: not «مالي».

    By the counts of tagged news; where there are none, by the lemmas of its other readings.
    """
    bare = text.removeprefix("ال")
    counts = uses(bare)
    if counts:
        proper = sum(count for _, kind, count in counts if kind == "noun_prop")
        return proper >= _MOSTLY * (sum(count for _, _, count in counts) - proper)
    common = (hit.lemma for hit in form.readings if hit.pos is not Pos.NAME)
    return bare not in common


@lru_cache(maxsize=1 << 16)
def _cuts(form: Form) -> tuple[int, ...]:
    """How many letters may be written onto a name here, none first."""
    if form.script != "Arabic":
        return ()
    cuts = {sum(map(len, hit.proclitics)) for hit in _named(form.readings)}
    return tuple(sorted(cuts | {0}))


def _part(form: Form, span: Span) -> _Part | None:
    if form.script != "Arabic" or form.kind != "word":
        return None
    plain, named = strip_marks(form.text), _named(form.readings)
    if form.readings and not named:
        return None
    cut = min((sum(map(len, hit.proclitics)) for hit in named), default=0)
    text = plain[cut:]
    if len(text) < _SHORTEST or (not named and plain.startswith("ال")):
        return None
    sources = {hit.source for hit in named}
    if sources & _PLACES and not sources & {_GIVEN, _SURNAME}:
        return None
    return _Part(
        text,
        Span(max(span.start, span.end - len(text)), span.end),
        joined=cut > 0,
        given=_GIVEN in sources,
        surname=_SURNAME in sources,
        sure=_is_mostly_name(form, text),
        unknown=all(hit.source == _GUESS for hit in form.readings),
    )


def _named(readings: Sequence[Reading]) -> list[Reading]:
    return [hit for hit in readings if hit.pos is Pos.NAME]


@cache
def _listed() -> tuple[Mapping[str, _Listed], Mapping[str, int]]:
    """Listed spellings, and for their first words how many words follow at most, with it."""
    known = gazetteer("ar")
    table: dict[str, _Listed] = {}
    for kind, native in known.surnames.values():
        _add(table, native, NameKind.PERSON) if kind == "person" else None
    for kind, native in known.plain.values():
        if kind == "place":
            _add(table, native, NameKind.PLACE)
    for form, group in variants().groups.items():
        kind_of = _kind(table, group)
        if kind_of is not None:
            table[form.replace("_", " ")] = _Listed(kind_of, group[0].replace("_", " "))
    for form, right in variants().wrong.items():
        entry = table.get(right.replace("_", " "))
        if entry is not None:
            table[form.replace("_", " ")] = _Listed(entry.kind, entry.established, wrong=True)
    heads: dict[str, int] = {}
    for form in table:
        words = form.split()
        if len(words) <= _LONGEST:
            heads[words[0]] = max(heads.get(words[0], 0), len(words))
    return table, heads


def _add(table: dict[str, _Listed], native: str, kind: NameKind) -> None:
    forms = [form for form in native.replace("_", " ").split("|") if form]
    for form in forms:
        table.setdefault(form, _Listed(kind, forms[0]))


def _kind(table: Mapping[str, _Listed], group: Sequence[str]) -> NameKind | None:
    """What any spelling of the group is listed as."""
    spelt = (form.replace("_", " ") for form in group)
    return next((table[form].kind for form in spelt if form in table), None)


NAMES = Names(_find, may_be_one)
