"""Words, renderings and frames of the sense lexicon, and the forms a word of text may stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Protocol

from ....errors import PackError
from ....model import record

_FOLD = str.maketrans(dict.fromkeys("أإٱ", "ا") | {"ى": "ي"} | dict.fromkeys("ًٌٍَُِّْٰـ", ""))
_TAGS = frozenset("mfvanp")
_ENCLITICS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه", "ك")
_DUAL = ("تين", "تان", "تي", "تا")
_ENDINGS = ("ان", "ين", "ون", "وا", "ا", "ت", "ة", "ن")
_NOUN_ENDINGS = ("ات", "ان", "ين", "ون", "ا")
_SLOT = "R"
_NUMBERS = "number"
GAP = 2
NUMBER = "#"
"""A word in digits."""

Terms = Mapping[str, str]
"""From the folded form to the term it belongs to, so that two forms of a term count once."""


class Placed(Protocol):
    """Whatever knows the file and line it was read from."""

    @property
    def origin(self) -> str: ...


@record
class Rendering:
    """An Arabic rendering. ``plural`` is the plural of a noun or adjective, or a verb's
    imperfect. ``tag``: m or f (noun of that gender), a adjective, v verb, n name, p phrase
    that takes no inflection.
    """

    lemma: str
    plural: str
    tag: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded forms it is looked up by."""
        return _keys(self.lemma, self.plural)


@record
class Element:
    """A place in a frame. ``forms`` are the folded forms that fit; for the flagged rendering
    (``slot``) ``forms`` is empty and ``prefixes`` are the clitics of which it must bear one.
    ``gap`` > 0 is a stretch of at most so many words; ``exact`` asks for the bare form,
    proclitics of one letter aside, and at the rendering for one without article; ``number``
    lets digits fit too.
    """

    forms: frozenset[str] = frozenset()
    slot: bool = False
    prefixes: tuple[str, ...] = ()
    gap: int = 0
    exact: bool = False
    number: bool = False


@record
class Frame:
    """Neighbours that decide alone: what stands before the rendering, read outwards, and after.

    ``cues`` are the fewest words of which one must be there, ``NUMBER`` for digits; it is at most
    ``reach`` words off.
    """

    before: tuple[Element, ...]
    slot: Element
    after: tuple[Element, ...]
    cues: frozenset[str]
    reach: int


@cache
def _keys(*forms: str) -> tuple[str, ...]:
    return tuple(key(form) for form in forms if form)


def key(word: str) -> str:
    """The form by which words are compared: no tashkeel, one alif, one yaa."""
    return word.translate(_FOLD)


def parse_rendering(text: str, line: Placed) -> Rendering:
    """``lemma[/plural][:tag]``; without a tag a single word is a noun, feminine if it ends in ة.

    Raises PackError for an unknown tag.
    """
    body, _, tag = text.partition(":")
    lemma, _, plural = body.partition("/")
    lemma, plural = lemma.strip(), plural.strip()
    if not tag:
        tag = "f" if lemma.split(" ")[0].endswith("ة") else "m"
    if tag not in _TAGS or not lemma:
        raise PackError(f"{line.origin}: {text!r} is no rendering (lemma/plural:tag of {_TAGS})")
    return Rendering(lemma, plural, tag)


def parse_terms(text: str, known: Mapping[str, Terms], line: Placed) -> dict[str, str]:
    """Words parted by spaces; the forms of one word by a slash; ``@name`` for a context.

    Raises PackError for an unknown context.
    """
    found: dict[str, str] = {}
    for part in text.split():
        if part.startswith("@"):
            if part[1:] not in known:
                raise PackError(f"{line.origin}: no context {part} in contexts.tsv")
            found.update(known[part[1:]])
            continue
        forms = key(part).split("/")
        found.update(dict.fromkeys(forms, forms[0]))
    return found


def parse_frame(text: str, known: Mapping[str, Terms], line: Placed) -> Frame:
    """Elements parted by spaces, among them the flagged rendering as ``R``.

    Raises PackError unless there is exactly one ``R``.
    """
    elements = [_element(part, known, line) for part in text.split()]
    slots = [place for place, element in enumerate(elements) if element.slot]
    if len(slots) != 1 or all(element.slot or element.gap for element in elements):
        raise PackError(f"{line.origin}: a frame is R once and at least one neighbour: {text!r}")
    place = slots[0]
    before, after = elements[:place], elements[place + 1 :]
    return Frame(
        tuple(reversed(before)),
        elements[place],
        tuple(after),
        min((_cues(one) for one in elements if not (one.slot or one.gap)), key=len),
        max(sum(one.gap or 1 for one in side) for side in (before, after)),
    )


def _cues(element: Element) -> frozenset[str]:
    return element.forms | {NUMBER} if element.number else element.forms


def _element(part: str, known: Mapping[str, Terms], line: Placed) -> Element:
    if part == f"={_SLOT}":
        return Element(slot=True, exact=True)
    choices = part.split("|")
    slots = [choice[:-1] for choice in choices if choice.endswith(_SLOT)]
    if slots:
        if len(slots) < len(choices):
            raise PackError(f"{line.origin}: R and words do not mix in one place: {part!r}")
        return Element(slot=True, prefixes=() if "" in slots else tuple(map(key, slots)))
    if part.startswith("~"):
        return Element(gap=int(part[1:]) if part[1:].isdigit() else GAP)
    exact = part.startswith("=")
    words = part.removeprefix("=").split("|")
    number = NUMBER in words
    spelt = known.get(_NUMBERS, {}) if number else {}
    listed = parse_terms(" ".join(word for word in words if word != NUMBER), known, line)
    forms = listed.keys() if exact else {_without_article(form) for form in listed}
    return Element(forms=frozenset({*forms, *spelt}), exact=exact, number=number)


def _without_article(form: str) -> str:
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


@lru_cache(maxsize=1 << 16)
def stems(word: str, joined: bool = True) -> frozenset[str]:
    """Every folded form that ``word`` may be, with and without clitics and regular endings.

    Generous by design: a stem alone decides nothing, frames and collocates do. Without
    ``joined`` a conjunction at its front is not taken off.
    """
    found: set[str] = set()
    for head in _heads(key(word), joined):
        for stem in _without_enclitic(head):
            found.add(stem)
            found.update(_without_ending(stem))
    found.update("ي" + stem[1:] for stem in tuple(found) if len(stem) > 3 and stem[0] in "تنا")
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def cues(word: str) -> frozenset[str]:
    """Like :func:`stems`, and ``NUMBER`` for a word in digits."""
    return stems(word) | {NUMBER} if word[0].isdigit() else stems(word)


@lru_cache(maxsize=1 << 16)
def nominal(word: str, joined: bool = True) -> frozenset[str]:
    """Like :func:`stems`, without what only verbs and adjectives do: no other word than the
    noun itself, with clitics, in dual, regular plural or accusative.
    """
    found: set[str] = set()
    for head in _heads(key(word), joined):
        for stem in _without_enclitic(head):
            found.add(stem)
            found |= _noun_forms(stem)
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def bare(word: str, joined: bool = True) -> frozenset[str]:
    """The folded ``word`` itself, with and without conjunction and one-letter preposition."""
    heads = {key(word)}
    for letters in ("وف", "بكلس") if joined else ("بكلس",):
        heads |= {head[1:] for head in heads if len(head) > 3 and head[0] in letters}
    return frozenset(heads)


def _heads(word: str, joined: bool) -> set[str]:
    heads = set(bare(word, joined))
    heads |= {"ال" + head[2:] for head in heads if head.startswith("لل") and len(head) > 3}
    return heads | {head[2:] for head in heads if head.startswith("ال") and len(head) > 3}


def _noun_forms(stem: str) -> set[str]:
    found = {stem[: -len(tail)] for tail in _NOUN_ENDINGS if stem.endswith(tail)}
    found |= {stem[: -len(tail)] + "ة" for tail in ("ات", *_DUAL) if stem.endswith(tail)}
    return {form for form in found if len(form) >= 3} | ({stem[:-1]} if stem[2:] == "ا" else set())


def _without_enclitic(head: str) -> set[str]:
    found = {head}
    for tail in _ENCLITICS:
        if head.endswith(tail) and len(head) - len(tail) >= 3:
            stem = head[: -len(tail)]
            found.add(stem)
            if stem.endswith("ت"):
                found.add(stem[:-1] + "ة")
    return found


def _without_ending(stem: str) -> set[str]:
    found: set[str] = set()
    if stem.endswith("ات"):
        found |= {stem[:-2], stem[:-2] + "ة"}
    for tail in _DUAL:
        if stem.endswith(tail):
            found |= {stem[: -len(tail)], stem[: -len(tail)] + "ة"}
    found |= {stem[: -len(tail)] for tail in _ENDINGS if stem.endswith(tail)}
    found = {form for form in found if len(form) >= 3}
    return found | {stem[:-1]} if stem[2:] == "ا" else found
