"""Rules as data: patterns, corrections, reasons and examples in a TOML file.

::

    [[rule]]
    code = "C201"
    kind = "calque"
    severity = "minor"
    title = { en = "…", ar = "…" }
    reason = { en = "…", ar = "…" }
    flags = ["… ⟦…⟧ …"]
    passes = ["…"]
    [[rule.match]]
    pattern = "⟦ v=<lemma:وافق pos:verb> مع ⟧"
    suggest = ["{v>اتفق} مع"]
    unless = ["<lemma:وافق> مع <form:ما>"]

Words that several patterns name stand once, in a table ``[words]``: ``event = "لقاء|اجتماع"``
is what ``@event`` means in this file's patterns. ``~word`` is the word alone or behind any of
the language's proclitics, as an element or as a value of ``form``.

``{v}`` in a suggestion is what ``v=`` captured; ``{v>اتفق/يتفق}`` is that verb (or lemma)
inflected as the captured word is; ``{v/س/}`` replaces what a regular expression finds in it;
``{v?}`` and the space after it vanish if nothing was captured. A correction whose inflection is
not sure is left out. A match is dropped where a pattern of ``unless`` overlaps it.
``confidence``, ``severity``, ``quoted`` and ``enabled`` are the rule's; a match may set
``confidence`` and ``severity`` of its own, and ``source``, the words of the source language that
it renders, for the message. A rule with ``standard`` true leaves a document alone that the pack
knows to be in another variety of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any

from ..errors import PackError
from ..model import Category, Document, Finding, Message, Severity, Token
from .analysed import Analysed
from .bydocument import ByDocument
from .construction import Construction, read
from .lookup import Candidate, Lookup
from .pattern import Match, Pattern
from .rule import Context, Rule

Analyser = Callable[[Document], Sequence[Analysed]]
Inflector = Callable[[Token, str], str | None]
Judge = Callable[[Document], bool]
_Possible = tuple[Analysed, Candidate[Construction]]
_ByCode = dict[str, list[_Possible]]

CATEGORIES: Mapping[str, Category] = {
    "agreement": Category.GRAMMAR,
    "boilerplate": Category.NON_CONTENT,
    "calque": Category.MISTRANSLATION,
    "duplication": Category.TEXTUAL,
    "grammar": Category.GRAMMAR,
    "punctuation": Category.PUNCTUATION,
    "spelling": Category.SPELLING,
    "style": Category.UNIDIOMATIC,
    "syntax": Category.GRAMMAR,
    "word-form": Category.SPELLING,
}
_FIELD = re.compile(
    r"\{(?P<name>\w+)(?:>(?P<lemma>[^}]+)|/(?P<old>[^/}]+)/(?P<new>[^/}]*))?\}"
    r"|\{(?P<maybe>\w+)\?\}\s?"
)


class Possible:
    """The constructions of many rules that may stand in a document, gathered once for all."""

    def __init__(self, lookup: Lookup[Construction], analyse: Analyser) -> None:
        self._lookup = lookup
        self._analyse = analyse
        self._gathered = ByDocument(self._gather)

    def of(self, doc: Document, code: str) -> Sequence[_Possible]:
        """Sentence by sentence, the constructions of this rule whose words all stand there."""
        return self._gathered(doc).get(code, ())

    def _gather(self, doc: Document) -> _ByCode:
        found: _ByCode = {}
        for sentence in self._analyse(doc):
            for candidate in self._lookup.candidates(sentence):
                found.setdefault(candidate[0].code, []).append((sentence, candidate))
        return found


class PatternRule(Rule):
    """A rule that is a set of constructions."""

    def __init__(
        self,
        entry: Mapping[str, Any],
        *,
        lang: str,
        possible: Possible,
        inflect: Inflector,
        is_standard: Judge,
    ) -> None:
        self.code, self.kind = entry["code"], entry["kind"]
        self.category = CATEGORIES[self.kind.partition(".")[0]]
        self.severity = Severity(entry["severity"])
        self.confidence = float(entry.get("confidence", Rule.confidence))
        self.title, self.reason = Message(**entry["title"]), Message(**entry["reason"])
        self.flags, self.passes = tuple(entry["flags"]), tuple(entry["passes"])
        self.quoted, self.enabled = entry.get("quoted", True), entry.get("enabled", True)
        self.base_rate = float(entry.get("base_rate", Rule.base_rate))
        self.lang = lang
        self._possible, self._inflect = possible, inflect
        self._is_standard = is_standard if entry.get("standard") else _any

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        possible = self._possible.of(doc, self.code)
        if not possible or not self._is_standard(doc):
            return
        for sentence, (construction, anchor, places) in possible:
            for match in construction.pattern.find_around(sentence, anchor, places):
                if not _taken_back(match, construction.unless, sentence):
                    yield self._finding(doc, construction, match)

    def _finding(self, doc: Document, construction: Construction, match: Match) -> Finding:
        texts = (self._filled(doc, template, match) for template in construction.suggest)
        return self.finding(
            doc,
            match.span,
            message=self._message(construction),
            suggest=[text for text in texts if text],
            severity=construction.severity,
            confidence=construction.confidence,
        )

    def _message(self, construction: Construction) -> Message | None:
        if not construction.source:
            return None
        source = f"“{construction.source}”"
        return Message(
            en=f"{self.reason.en} Here: {source}.", ar=f"{self.reason.ar} الأصل هنا: {source}."
        )

    def _filled(self, doc: Document, template: str, match: Match) -> str | None:
        """The suggestion, or None where a capture is absent or cannot be inflected."""
        parts: list[str] = []
        end = 0
        for field in _FIELD.finditer(template):
            text = self._field(doc, field, match.captures)
            if text is None:
                return None
            parts += [template[end : field.start()], text]
            end = field.end()
        return ("".join(parts) + template[end:]).strip()

    def _field(
        self, doc: Document, field: re.Match[str], captures: Mapping[str, tuple[Token, ...]]
    ) -> str | None:
        tokens = captures.get(field["name"] or field["maybe"])
        if not tokens:
            return "" if field["maybe"] else None
        if field["lemma"]:
            return self._inflect(tokens[0], field["lemma"])
        text = tokens[0].span.cover(tokens[-1].span).of(doc.text)
        if field["old"]:
            return re.sub(field["old"], field["new"], text)
        return text + " " if field["maybe"] and field[0].endswith(" ") else text


def load_rules(
    files: Iterable[Traversable],
    *,
    lang: str,
    analyse: Analyser,
    inflect: Inflector,
    proclitics: Sequence[str] = (),
    is_standard: Judge = lambda doc: True,
) -> tuple[PatternRule, ...]:
    """The rules of TOML files, in order.

    Raises PackError for a broken file, an unknown key or a pattern that does not compile,
    naming the file and the rule.
    """
    described, constructions, planned = read(files, proclitics)
    possible = Possible(Lookup(constructions, planned), analyse)
    rules = []
    for where, entry in described:
        try:
            rules.append(
                PatternRule(
                    entry, lang=lang, possible=possible, inflect=inflect, is_standard=is_standard
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise PackError(f"{where}: missing or wrong field: {error}") from error
    return tuple(rules)


def _any(doc: Document) -> bool:
    return True


def _taken_back(match: Match, unless: Iterable[Pattern], sentence: Analysed) -> bool:
    return any(
        other.span.overlap(match.span) for pattern in unless for other in pattern.find(sentence)
    )
