"""The names that an article mentions, by spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, islice

from ....detect import ByDocument, Condition, Form
from ....model import Document, Pos, Reading, Span, TokenKind, record
from ..analysis import analysed, spots
from ..morphology.lexicon import rows
from ..morphology.orthography import strip_marks

_PREFIXES = frozenset(("و", "ف", "ب", "ل", "ك"))
_SHORTEST = 4


@dataclass(slots=True)
class Spelling:
    """One spelling in one article.

    ``sure``: it can be nothing but a name. ``unknown``: no dictionary has it.
    ``listed``: a list of names has it. ``before`` are
    the names right before it, ``beside`` those that it is joined to by a conjunction.
    """

    form: str
    sure: bool
    unknown: bool
    listed: bool = False
    spans: list[Span] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)


def mentions(doc: Document) -> Mapping[str, Spelling]:
    """The spellings of names in ``doc``, in order of their first place."""
    return _mentioned(doc)


def _collect(doc: Document) -> dict[str, Spelling]:
    found: dict[str, Spelling] = {}
    for sentence, place in spots(doc, _NAMED):
        token, readings = sentence.tokens[place], sentence.forms[place].readings
        form = _name_in(sentence.forms[place]) or ""
        previous = (_name_in(sentence.forms[place - 1]) if place else None) or ""
        if form not in found:
            found[form] = Spelling(form, _is_sure(readings), not readings, _is_listed(readings))
        spelling = found[form]
        cut = token.text != form and token.text.endswith(form)
        span = Span(token.span.end - len(form), token.span.end) if cut else token.span
        spelling.spans.append(span)
        if previous and len(form) == len(strip_marks(token.text)):
            spelling.before.add(previous)
        elif previous:
            spelling.beside.add(previous)
    return found


_mentioned = ByDocument(_collect)


@lru_cache(maxsize=1 << 16)
def _name_in(form: Form) -> str | None:
    """The name in a word form, proclitics cut; None if it is an ordinary word."""
    if form.script != "Arabic":
        return None
    readings = form.readings
    plain = strip_marks(form.text)
    named = [hit for hit in readings if hit.pos is Pos.NAME]
    if len(plain) < _SHORTEST or plain.startswith("ال") or (readings and not named):
        return None
    if any(hit.pos in (Pos.ADJECTIVE, Pos.PREPOSITION, Pos.PARTICLE) for hit in readings):
        return None
    whole = not readings or any(not hit.proclitics for hit in named)
    cut = 0 if whole else sum(len(letter) for letter in named[0].proclitics)
    return plain[cut:] if len(plain) - cut >= _SHORTEST else None


_NAMED: Condition[Form] = Condition(lambda form: _name_in(form) is not None)


def _is_sure(readings: tuple[Reading, ...]) -> bool:
    return bool(readings) and all(hit.pos is Pos.NAME for hit in readings)


def _is_listed(readings: tuple[Reading, ...]) -> bool:
    return any(hit.source.startswith("name:") for hit in readings)


def ordinary(doc: Document, begins: Callable[[str], bool]) -> list[str]:
    """The words of ``doc`` that are read as other things than names and whose first letter
    ``begins`` what is looked for, each once, in order."""
    forms = dict.fromkeys(chain.from_iterable([one.forms for one in analysed(doc)]))
    wanted = set(filter(begins, {form.folded[:1] for form in forms}))
    found = [form.folded for form in forms if form.folded[:1] in wanted and _is_ordinary(form)]
    return list(dict.fromkeys(found))


def places(doc: Document, word: str) -> list[Span]:
    """Where this word stands in ``doc`` as another thing than a name."""
    return [
        token.span
        for sentence in analysed(doc)
        for token, form in zip(sentence.tokens, sentence.forms, strict=True)
        if form.folded == word and _is_ordinary(form)
    ]


@lru_cache(maxsize=1 << 16)
def _is_ordinary(form: Form) -> bool:
    return bool(form.readings) and not any(hit.pos is Pos.NAME for hit in form.readings)


@record
class Variants:
    """Accepted spellings by spelling, and wrong ones with the right one; words joined by _."""

    groups: Mapping[str, tuple[str, ...]]
    wrong: Mapping[str, str]


@cache
def variants() -> Variants:
    """The spellings of ``lexicon/name_variants.tsv``."""
    groups: dict[str, tuple[str, ...]] = {}
    wrong: dict[str, str] = {}
    for accepted, misspelt in rows("name_variants", 2):
        group = tuple(dict.fromkeys(accepted.split("|")))
        groups |= dict.fromkeys(group, group)
        wrong |= dict.fromkeys(filter(None, misspelt.split("|")), group[0])
    return Variants(groups, {form: right for form, right in wrong.items() if form not in groups})


@cache
def _heads() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The listed spellings, right and wrong, by their first word, the longest first."""
    table = variants()
    heads: dict[str, list[tuple[str, ...]]] = {}
    for form in (*table.groups, *table.wrong):
        words = tuple(form.split("_"))
        heads.setdefault(words[0], []).append(words)
    return {head: tuple(sorted(forms, key=len, reverse=True)) for head, forms in heads.items()}


def listed(doc: Document) -> tuple[tuple[str, Span], ...]:
    """Every place of a listed spelling, proclitics of its first word aside."""
    return _all_listed(doc)


_all_listed = ByDocument(lambda doc: tuple(_find_listed(doc)))


def _find_listed(doc: Document) -> Iterator[tuple[str, Span]]:
    heads = _heads()
    for sentence, start in spots(doc, _HEADED):
        cut = _cut(sentence.tokens[start].folded) or 0
        forms = heads[sentence.tokens[start].folded[cut:]]
        following = (token for token in sentence.tokens[start:] if token.is_word)
        words = list(islice(following, len(forms[0])))
        for form in forms:
            if tuple([word.folded for word in words[1 : len(form)]]) == form[1:]:
                end = words[len(form) - 1].span.end
                yield "_".join(form), Span(words[0].span.start + cut, end)
                break


def _cut(word: str) -> int | None:
    """How many proclitic letters stand before a listed first word; None if none is there."""
    heads = _heads()
    if word in heads:
        return 0
    if word[:1] not in _PREFIXES:
        return None
    if word[1:] in heads:
        return 1
    return 2 if word[1:2] in _PREFIXES and word[2:] in heads else None


_HEADED: Condition[Form] = Condition(
    lambda form: form.kind == TokenKind.WORD and _cut(form.folded) is not None
)
