"""Latin-script words inside prose of another script: where they stand, and which are at home."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from ...errors import PackError
from ...model import Document, Sentence, Span, Token, TokenKind, record

_LATIN = "Latin"
_JOINED = re.compile(r"\s+|\s*&\s*|-|\.\s?")
_GLUED = frozenset("@#/\\_=+")
_OPENERS, _CLOSERS = frozenset("\"“”„«»'‘’「『"), frozenset("\"“”«»'‘’」』")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9&./'’-]*s?|.*\d.*|[A-Z](?:\.[A-Z])+\.?|[A-Z][a-z]?[A-Z]s?")
_MIXED = re.compile(r".*[a-z][A-Z].*")
_CODE_LENGTH = 7


@record
class Run:
    """Adjacent Latin words: tokens ``first`` to ``last`` (inclusive) of ``sentence``."""

    sentence: Sentence
    first: int
    last: int
    text: str

    @property
    def span(self) -> Span:
        """From the first word to the end of the last."""
        tokens = self.sentence.tokens
        return Span(tokens[self.first].span.start, tokens[self.last].span.end)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the run."""
        run = self.sentence.tokens[self.first : self.last + 1]
        return tuple(token.text for token in run if token.is_word)

    @property
    def bracketed(self) -> bool:
        """Whether it is an aside."""
        return self.sentence.tokens[self.first].bracketed

    def before(self, count: int) -> tuple[Token, ...]:
        """The last ``count`` words before it, the nearest first."""
        words = [token for token in self.sentence.tokens[: self.first] if token.is_word]
        return tuple(reversed(words[-count:]))

    def after(self, count: int) -> tuple[Token, ...]:
        """The next ``count`` tokens."""
        return self.sentence.tokens[self.last + 1 : self.last + 1 + count]


def runs(doc: Document, sentence: Sentence) -> Iterator[Run]:
    """The runs of a sentence in order."""
    tokens = sentence.tokens
    reached = 0
    for first in [index for index, token in enumerate(tokens) if token.script == _LATIN]:
        if first < reached or not tokens[first].is_word:
            continue
        last = first
        while (following := _next_joined(doc, tokens, last)) is not None:
            last = following
        yield Run(sentence, first, last, doc.text[tokens[first].span.start : tokens[last].span.end])
        reached = last + 1


def _is_latin(token: Token) -> bool:
    return token.is_word and token.script == _LATIN


def _next_joined(doc: Document, tokens: tuple[Token, ...], last: int) -> int | None:
    """The index of the Latin word that belongs to the one at ``last``; None if there is none."""
    for index in range(last + 1, min(last + 3, len(tokens))):
        if _is_latin(tokens[index]):
            between = doc.text[tokens[last].span.end : tokens[index].span.start]
            initial = "." not in between or len(tokens[last].text) <= 2
            same = tokens[index].bracketed == tokens[last].bracketed
            return index if _JOINED.fullmatch(between) and initial and same else None
    return None


@cache
def cues(lang: str) -> Mapping[str, frozenset[str]]:
    """The language's words around Latin text, by what they tell of it.

    Raises PackError for a row of other than three cells.
    """
    path = files(__package__) / "lexicon" / "latin_cues.tsv"
    found: dict[str, set[str]] = defaultdict(set)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise PackError(f"{path}:{number}: three cells are due, not {line!r}")
        if cells[0] in ("*", lang):
            found[cells[1]] |= set(cells[2].split())
    return {kind: frozenset(words) for kind, words in found.items()}


def cued(doc: Document, run: Run, kind: str, reach: int) -> bool:
    """Whether one of the ``reach`` words before the run is a cue of ``kind``."""
    known = cues(doc.lang).get(kind, frozenset())
    return bool(known) and any(
        is_cue(doc, token.folded.casefold(), known) for token in run.before(reach)
    )


def is_cue(doc: Document, word: str, known: frozenset[str]) -> bool:
    """Whether ``word`` is one of ``known``, proclitics aside."""
    if word in known:
        return True
    for clitic in doc.profile.lexis.proclitics:
        if word.startswith(clitic) and len(word) - len(clitic) > 2 and word[len(clitic) :] in known:
            return True
    return False


def is_settled(doc: Document, run: Run) -> bool:
    """Whether the place alone makes the Latin letters right.

    In brackets, with a gloss in brackets behind it, part of an address or a formula, or spoken
    about as a word or a species' name.
    """
    if run.bracketed or _is_glossed(doc, run) or _is_glued(doc.text, run.span):
        return True
    if cued(doc, run, "mention", 2):
        return True
    scientific = len(run.words) == 2 and run.words[0][:1].isupper() and run.words[1].islower()
    return scientific and cued(doc, run, "species", 3)


def _is_glossed(doc: Document, run: Run) -> bool:
    following = run.after(4)
    if len(following) < 2 or following[0].text not in ("(", "["):
        return False
    return any(token.script == doc.profile.script for token in following[1:])


def _is_glued(text: str, span: Span) -> bool:
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 2]
    if before in _GLUED or after[:1] in _GLUED:
        return bool(before or after)
    return (before == "." and span.start > 1 and text[span.start - 2].isascii()) or (
        len(after) == 2 and after[0] == "." and after[1].isascii() and after[1].isalnum()
    )


def is_titled(doc: Document, run: Run) -> bool:
    """Whether a quotation around the run holds nothing but Latin words."""
    text, span = doc.text, run.span
    if text[: span.start].rstrip()[-1:] in _OPENERS:
        return text[span.end :].lstrip(" .!?,،")[:1] in _CLOSERS or _all_latin(run)
    return _all_latin(run)


def _all_latin(run: Run) -> bool:
    tokens = run.sentence.tokens
    if not tokens[run.first].quoted:
        return False
    first, last = run.first, run.last
    while first and tokens[first - 1].quoted:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].quoted:
        last += 1
    return all(token.script == _LATIN for token in tokens[first : last + 1] if token.is_word)


def is_model(run: Run) -> bool:
    """Whether it goes on with the name of a model after its number: "iPhone 15 Pro"."""
    before = run.sentence.tokens[max(0, run.first - 2) : run.first]
    return (
        len(before) == 2
        and before[0].script == _LATIN
        and before[1].kind is TokenKind.NUMBER
        and not before[1].bracketed
    )


def is_numbered(run: Run) -> bool:
    """Whether a number follows at once, as in the name of a model: "Galaxy 24"."""
    following = run.after(1)
    return bool(following) and following[0].kind is TokenKind.NUMBER


def is_code(word: str) -> bool:
    """Whether agencies, teams, genes and models are written like this: BBC, HER2, F-16, MWPs."""
    if len(word) == 1:
        return True
    letters = sum(char.isalpha() for char in word)
    return letters <= _CODE_LENGTH and bool(_CODE.fullmatch(word))


def is_mixed(word: str) -> bool:
    """Whether a capital stands inside the word, as in product names: iPhone, RedState."""
    return bool(_MIXED.match(word)) and not word.startswith(("Mc", "Mac", "De", "Van", "O'"))
