"""Which Latin leftovers of a document are faults, and of what class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...detect import ByDocument
from ...model import Document, Paragraph, Sentence, Span, Token, record
from .gazetteer import Entry, Gazetteer, gazetteer
from .latin_runs import (
    Run,
    cued,
    cues,
    is_code,
    is_cue,
    is_mixed,
    is_model,
    is_numbered,
    is_settled,
    is_titled,
    runs,
)
from .native_forms import calendar

_CODE_OF = {"abbreviation": "L104", "month": "L105", "word": "L102"}
_SUFFIXES = frozenset({"ة", "ات", "ين", "ون", "ية", "ي", "ها", "ه", "هم"})
_PASSAGE = 4  # Latin words from which a passage may be one, function words among them
_LONG = 12  # words of a sister language that are no mere quotation
_MOSTLY = 0.6
_UNKNOWN_WORD = 0.75
_TRANSLITERATING = frozenset({"ar"})  # where names and words are hardly ever left in Latin
_EVERYWHERE = frozenset({"person", "given", "place", "month", "word"})  # what others leave neither
_HABIT = 0.008  # of the words are Latin names: then it is the writer's way and no leftover
_FEW = 4
_ADOPTED = "X"
_INITIALS = 4  # capitals that are no name in capitals
_INITIALISM = re.compile("[A-Z]{3,6}")
_CALENDAR = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_AT_HOME_IN_QUOTES = frozenset({"word", "brand", "abbreviation", "given"})


@record
class Leftover:
    """A fault: the rule's code, the place, and what lists know of it.

    ``confidence`` None leaves it to the rule. ``titled``: alone between quotation marks.
    """

    run: Run
    span: Span
    code: str
    entry: Entry | None = None
    confidence: float | None = None
    titled: bool = False


def classify(doc: Document) -> Iterator[Leftover]:
    """The faults in order of place."""
    found = tuple(_faults(doc))
    names = sum(left.code == "L101" for left in found)
    habitual = doc.lang not in _TRANSLITERATING and names > max(_FEW, _HABIT * doc.words)
    return iter([left for left in found if left.code != "L101"] if habitual else found)


def _faults(doc: Document) -> Iterator[Leftover]:
    for part in doc.paragraphs:
        if part.lang != doc.lang:
            yield from _foreign(doc, part)
        elif doc.profile.script != "Latin":
            for sentence in part.sentences:
                if "Latin" in [token.script for token in sentence.tokens]:
                    yield from _in_sentence(doc, sentence)


def _find_introduced(doc: Document) -> frozenset[str]:
    """The Latin words in brackets: explained once, they may stand alone later."""
    return frozenset(
        token.text for token in doc.tokens() if token.bracketed and token.script == "Latin"
    )


_introduced = ByDocument(_find_introduced)


def _foreign(doc: Document, part: Paragraph) -> Iterator[Leftover]:
    """The sentences of a paragraph in another language."""
    for sentence in part.sentences:
        words = [token for token in sentence.words if not token.bracketed]
        if not words or all(token.quoted for token in words):
            continue
        run = Run(sentence, 0, len(sentence.tokens) - 1, sentence.span.of(doc.text))
        alien = sum(word.script != doc.profile.script for word in words) > len(words) / 2
        latin = tuple(word.text for word in words if word.script == "Latin")
        enough = _is_prose(doc, latin) if latin else len(words) >= _PASSAGE
        if (alien and enough) or (not alien and len(words) >= _LONG and part.lang != "und"):
            yield Leftover(run, sentence.span, "L201")


def _is_prose(doc: Document, words: tuple[str, ...]) -> bool:
    """Whether Latin words are a sentence rather than a list of names."""
    functions = cues(doc.lang)["function"]
    grammatical = sum(word.casefold() in functions for word in words)
    lower = sum(word.islower() for word in words)
    return len(words) >= _PASSAGE and grammatical >= 1 and lower >= len(words) / 2


def _in_sentence(doc: Document, sentence: Sentence) -> Iterator[Leftover]:
    found = tuple(runs(doc, sentence))
    outside = [run for run in found if not run.bracketed]
    if not outside:
        return
    latin = tuple(word for run in outside for word in run.words)
    if len(latin) >= _MOSTLY * len(sentence.words) and _is_prose(doc, latin):
        yield Leftover(outside[0], sentence.span, "L201")
        return
    for run in outside:
        left = _passage(doc, run) or _judge(doc, run, _introduced(doc))
        if left is not None:
            yield left


def _passage(doc: Document, run: Run) -> Leftover | None:
    if not _is_prose(doc, run.words) or is_settled(doc, run) or is_titled(doc, run):
        return None
    functions = cues(doc.lang)["function"]
    grammatical = sum(word in functions for word in run.words)
    content = any(word.islower() and word not in functions for word in run.words)
    return Leftover(run, run.span, "L201") if grammatical >= 2 and content else None


def _judge(doc: Document, run: Run, introduced: frozenset[str]) -> Leftover | None:
    if run.text == _ADOPTED:
        return _platform(doc, run)
    if is_settled(doc, run) or len(run.text) == 1 or is_model(run):
        return None
    entry = _entry(gazetteer(doc.lang), run) or _calendar_entry(doc, run)
    return _listed(doc, run, entry, introduced) if entry else _unlisted(doc, run, introduced)


def _listed(doc: Document, run: Run, entry: Entry, introduced: frozenset[str]) -> Leftover | None:
    """A leftover that the lists know, unless Latin letters are usual for it."""
    titled = is_titled(doc, run)
    explained = entry.kind == "abbreviation" and set(run.words) <= introduced
    usual = doc.lang not in _TRANSLITERATING and entry.kind not in _EVERYWHERE
    quoted = titled and entry.kind in _AT_HOME_IN_QUOTES
    if entry.kind == "keep" or explained or quoted or usual:
        return None
    code = _CODE_OF.get(entry.kind, "L101")
    span = _with_suffix(run) if code == "L102" else run.span
    return Leftover(run, span, code, entry, titled=titled)


def _platform(doc: Document, run: Run) -> Leftover | None:
    """X where it can only be the network that was Twitter."""
    named = cued(doc, run, "platform", 4)
    before = run.before(1)
    via = bool(before) and is_cue(doc, before[0].folded, cues(doc.lang).get("via", frozenset()))
    posted = via and cued(doc, run, "posting", 8)
    former = any(
        is_cue(doc, token.folded, cues(doc.lang).get("former", frozenset()))
        for token in run.after(4)
    )
    entry = gazetteer(doc.lang).find("X (platform)")
    return Leftover(run, run.span, "L104", entry) if named or posted or former else None


def _calendar_entry(doc: Document, run: Run) -> Entry | None:
    if not _CALENDAR.fullmatch(run.text):
        return None
    form = calendar(doc.lang).get(run.text)
    return Entry("month", (form,)) if form else None


def _entry(known: Gazetteer, run: Run) -> Entry | None:
    """What the lists know of the whole run, or of all its parts."""
    whole = known.find(run.text)
    initials = run.text.isupper() and len(run.text) <= _INITIALS
    if whole is not None and (whole.kind == "word" or not run.text.islower()):
        return None if initials and whole.kind in ("person", "given") else whole
    words = run.words
    if len(words) < 2:
        return None
    if all((part := known.find(word)) and part.kind == "keep" for word in words):
        return Entry("keep", ())
    for cut in range(len(words) - 1, 0, -1):
        first, rest = known.find(" ".join(words[:cut])), known.find(" ".join(words[cut:]))
        if first and rest and {first.kind, rest.kind} <= {"person", "given"}:
            joined = f"{first.forms[0]} {rest.forms[0]}" if first.forms and rest.forms else ""
            return Entry("person", (joined,) if joined else ())
    return None


def _unlisted(doc: Document, run: Run, introduced: frozenset[str]) -> Leftover | None:
    words = run.words
    listed = cues(doc.lang)
    if _INITIALISM.fullmatch(run.text) and run.text not in introduced:
        numbered = is_numbered(run) or doc.lang not in _TRANSLITERATING
        return None if numbered else Leftover(run, run.span, "L107")
    if any(is_code(word) for word in words) or set(words) <= listed["unit"]:
        return None
    if set(words) & listed["legal"] or any(map(is_mixed, words)) or is_titled(doc, run):
        return None
    if run.text.islower():
        return _word(doc, run)
    if doc.lang not in _TRANSLITERATING or is_numbered(run) or cued(doc, run, "title", 2):
        return None
    return Leftover(run, run.span, "L103")


def _word(doc: Document, run: Run) -> Leftover | None:
    """A lower-case word that no list has."""
    if len(run.text) < 3 and run.text not in cues(doc.lang)["function"]:
        return None
    grammatical = set(run.words) & cues(doc.lang)["function"]
    if doc.lang not in _TRANSLITERATING and not grammatical:
        return None
    sure = None if grammatical else _UNKNOWN_WORD
    return Leftover(run, _with_suffix(run), "L102", confidence=sure)


def _is_suffix(token: Token) -> bool:
    return token.text in _SUFFIXES


def _with_suffix(run: Run) -> Span:
    """The run with a native ending that is glued to it."""
    following = run.after(1)
    glued = bool(following) and following[0].span.start == run.span.end
    return run.span.cover(following[0].span) if glued and _is_suffix(following[0]) else run.span
