"""The lexicon of wrong senses: ambiguous source words, their Arabic renderings, and what tells
a rendering that stands in another sense's context.

The data are the files of ``lexicon/senses``; the README.md there is the format's definition.
Nothing is read before :func:`lexicon` is first called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ...errors import PackError
from ...model import Message, Severity
from .sense_parse import Block, Line, blocks, contexts
from .sense_terms import Frame, Rendering, Terms, key, parse_frame, parse_rendering, parse_terms

_FOLDER = "lexicon/senses"
_CONTEXTS = "contexts.tsv"
NEAR_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a source word: an English gloss and its usual Arabic renderings."""

    gloss: str
    renderings: tuple[Rendering, ...]

    def rendering(self, lemma: str) -> Rendering | None:
        """The rendering whose lemma is ``lemma``, hamza seats aside."""
        wanted = key(lemma)
        return next((one for one in self.renderings if key(one.lemma) == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """A rendering of one sense that turns up where another sense is meant.

    ``frames`` are decisive alone, ``guarded`` frames only where none of ``blockers`` is near.
    ``near`` collocates need ``needed`` distinct members near and none of ``blockers``.
    ``fixes`` are right renderings, best first. In ``flags`` the brackets ⟦ ⟧ stand around the
    wrong word; in ``passes`` the same rendering is right. ``origin`` is file:line.
    """

    word: str
    lang: str
    wrong: Sense
    right: Sense
    rendering: Rendering
    fixes: tuple[Rendering, ...]
    frames: tuple[Frame, ...]
    guarded: tuple[Frame, ...]
    near: Terms
    needed: int
    blockers: Terms
    severity: Severity
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    origin: str

    @property
    def note(self) -> Message:
        """What went wrong, for the editor."""
        return Message(
            f"“{self.word}” ({self.right.gloss}) read as “{self.wrong.gloss}”",
            f"المراد بكلمة {self.word} هنا «{self.fixes[0].lemma}» لا «{self.rendering.lemma}»",
        )


@dataclass(frozen=True, slots=True)
class SourceWord:
    """An ambiguous word of ``lang`` (BCP 47) with its senses and the confusions among them."""

    word: str
    lang: str
    domain: str
    senses: tuple[Sense, ...]
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True)
class Lexicon:
    """Every source word, and the confusions by the folded form of the flagged rendering."""

    words: tuple[SourceWord, ...]
    by_form: Mapping[str, tuple[Confusion, ...]] = field(repr=False)

    def confusions(self) -> Iterator[Confusion]:
        """All confusions in the order of the files."""
        for word in self.words:
            yield from word.confusions


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package.

    Raises PackError naming file and line where a row cannot be used.
    """
    folder = files(__package__).joinpath(_FOLDER)
    texts = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".tsv")
    }
    return parse(texts)


def parse(texts: Mapping[str, str]) -> Lexicon:
    """The lexicon written in ``texts``, from file name to content.

    Raises PackError naming file and line where a row cannot be used.
    """
    known = contexts(texts[_CONTEXTS], _CONTEXTS) if _CONTEXTS in texts else {}
    words: list[SourceWord] = []
    seen: dict[tuple[str, str], str] = {}
    for name, text in texts.items():
        if name == _CONTEXTS:
            continue
        for block in blocks(text, name):
            word = _source_word(block, known, name.removesuffix(".tsv"))
            earlier = seen.setdefault((word.lang, word.word), block.head.origin)
            if earlier != block.head.origin:
                raise PackError(f"{block.head.origin}: “{word.word}” stands at {earlier} already")
            words.append(word)
    return Lexicon(tuple(words), _index(words))


def _index(words: list[SourceWord]) -> dict[str, tuple[Confusion, ...]]:
    found: dict[str, list[Confusion]] = {}
    for word in words:
        for confusion in word.confusions:
            for form in confusion.rendering.keys:
                found.setdefault(form, []).append(confusion)
    return {form: tuple(confusions) for form, confusions in found.items()}


def _source_word(block: Block, known: Mapping[str, Terms], domain: str) -> SourceWord:
    word, lang = block.head.fields(2)
    senses: dict[str, Sense] = {}
    for line in block.senses:
        gloss, listed = line.fields(2)
        if gloss in senses:
            raise PackError(f"{line.origin}: sense “{gloss}” twice in “{word}”")
        senses[gloss] = Sense(gloss, tuple(parse_rendering(part, line) for part in _list(listed)))
    confusions: list[Confusion] = []
    taken: dict[tuple[str, str], str] = {}
    for lines in block.confusions:
        for confusion in _confusions(word, lang, senses, lines, known):
            pair = (confusion.rendering.lemma, confusion.right.gloss)
            earlier = taken.setdefault(pair, confusion.origin)
            if earlier != confusion.origin:
                raise PackError(f"{confusion.origin}: {pair[0]} → {pair[1]} stands at {earlier}")
            confusions.append(confusion)
    if len(senses) < 2 or not confusions:
        raise PackError(f"{block.head.origin}: “{word}” needs two senses and a `wrong` line")
    return SourceWord(word, lang, domain, tuple(senses.values()), tuple(confusions))


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split("،") if part.strip()]


def _confusions(
    word: str, lang: str, senses: Mapping[str, Sense], lines: list[Line], known: Mapping[str, Terms]
) -> Iterator[Confusion]:
    head = lines[0]
    glosses, flagged = head.fields(2)
    wrong, right = _senses_of(glosses, senses, head)
    body = _Body(lines[1:], known)
    if not body.frames and not (body.blockers and (body.near or body.guarded)):
        raise PackError(f"{head.origin}: needs a `frame`, or `near` with blockers in `not`")
    for lemma in _list(flagged):
        rendering = wrong.rendering(lemma)
        if rendering is None:
            raise PackError(f"{head.origin}: {lemma} is no rendering of “{wrong.gloss}”")
        if " " in rendering.lemma:
            raise PackError(f"{head.origin}: {lemma} is a phrase; only single words are flagged")
        fixes = body.fixes(right)
        if not fixes or any(set(fix.keys) & set(rendering.keys) for fix in fixes):
            raise PackError(f"{head.origin}: {lemma} is also the correction; give `fix`")
        yield Confusion(
            word=word,
            lang=lang,
            wrong=wrong,
            right=right,
            rendering=rendering,
            fixes=fixes,
            frames=tuple(body.frames),
            guarded=tuple(body.guarded),
            near=body.near,
            needed=body.needed,
            blockers=body.blockers,
            severity=body.severity,
            flags=tuple(body.flags),
            passes=tuple(body.passes),
            origin=head.origin,
        )


def _senses_of(glosses: str, senses: Mapping[str, Sense], line: Line) -> tuple[Sense, Sense]:
    wrong, arrow, right = (part.strip() for part in glosses.partition(">"))
    if not arrow or wrong == right or wrong not in senses or right not in senses:
        raise PackError(f"{line.origin}: “{glosses}” is not “sense > other sense” of this word")
    return senses[wrong], senses[right]


class _Body:
    """The lines under one ``wrong`` line."""

    def __init__(self, lines: list[Line], known: Mapping[str, Terms]) -> None:
        self.frames: list[Frame] = []
        self.guarded: list[Frame] = []
        self.near: dict[str, str] = {}
        self.blockers: dict[str, str] = {}
        self.needed = NEAR_NEEDED
        self.severity = Severity.MAJOR
        self.flags: list[str] = []
        self.passes: list[str] = []
        self._fix: Line | None = None
        for line in lines:
            self._take(line, known)

    def _take(self, line: Line, known: Mapping[str, Terms]) -> None:
        match line.kind:
            case "frame" | "guarded":
                frames = [parse_frame(part, known, line) for part in line.value.split(";")]
                (self.frames if line.kind == "frame" else self.guarded).extend(frames)
            case "near" | "near3":
                self.near.update(parse_terms(line.value, known, line))
                self.needed = 3 if line.kind == "near3" else NEAR_NEEDED
            case "not":
                self.blockers.update(parse_terms(line.value, known, line))
            case "fix":
                self._fix = line
            case "severity":
                self.severity = _severity(line)
            case "flag":
                if line.value.count("⟦") != 1 or line.value.count("⟧") != 1:
                    raise PackError(f"{line.origin}: brackets ⟦ ⟧ must stand around one word")
                self.flags.append(line.value)
            case _:
                self.passes.append(line.value)

    def fixes(self, right: Sense) -> tuple[Rendering, ...]:
        """The corrections: those of the `fix` line, else every rendering of the right sense."""
        if self._fix is None:
            return right.renderings
        line = self._fix
        return tuple(
            right.rendering(part) or parse_rendering(part, line) for part in _list(line.value)
        )


def _severity(line: Line) -> Severity:
    try:
        return Severity(line.value)
    except ValueError:
        raise PackError(f"{line.origin}: severity is minor, major or critical") from None
