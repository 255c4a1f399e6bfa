"""Names and terms against the newsroom's termbase, in any language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Sentence, Severity, Span, Token
from ..joins import joined


class Term(Rule):
    """A variant that the termbase replaces by a preferred form."""

    code, kind, category = "N201", "name", Category.INCONSISTENT
    severity, confidence = Severity.MINOR, 0.95
    title = Message("not the newsroom's term", "لفظ يخالف مسرد المؤسسة")
    reason = Message("The termbase prefers «{form}».", "المسرد يعتمد الصيغة «{form}».")
    terms = MappingProxyType({"ترمب": "ترامب", "تل ابيب": "تل أبيب"})
    flags = ("قال ⟦ترمب⟧ إنه متفائل، ثم اتصل ب⟦ترمب⟧ مساعدوه.", "وصل الوفد إلى ⟦تل ابيب⟧ مساء أمس.")
    passes = ("قال ترامب إنه متفائل.", "وصل الوفد إلى تل أبيب مساء أمس.")

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        heads = _by_first_word(doc, context.terms)
        if not heads:
            return
        for sentence in doc.native:
            for span, right in _variants_in(doc, sentence, heads):
                if span.of(doc.text) != right:
                    message = self.reason.fill(form=right)
                    form, sure = joined(doc, span, right)
                    yield self.finding(doc, span, message=message, suggest=(form,), safe=sure)


_Heads = Mapping[str, list[tuple[tuple[str, ...], str]]]


def _by_first_word(doc: Document, terms: Mapping[str, str]) -> _Heads:
    heads: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for variant, preferred in terms.items():
        words = tuple(_fold(doc, word) for word in variant.split())
        if words:
            heads[words[0]].append((words, preferred))
    for choices in heads.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return dict(heads)


def _fold(doc: Document, word: str) -> str:
    foldings = doc.profile.foldings
    return "".join([foldings.get(char, char) for char in word]).casefold()


def _variants_in(doc: Document, sentence: Sentence, heads: _Heads) -> Iterator[tuple[Span, str]]:
    words = [word for word in sentence.words if word.script == doc.profile.script]
    place = 0
    while place < len(words):
        hit = _variant_at(doc, words, place, heads)
        if hit is None:
            place += 1
            continue
        span, right, count = hit
        yield span, right
        place += count


def _variant_at(
    doc: Document, words: list[Token], place: int, heads: _Heads
) -> tuple[Span, str, int] | None:
    """The longest variant that starts at ``place``, proclitics of its first word aside."""
    first = words[place].folded.casefold()
    for cut in _cuts(doc, first):
        if cut and first[cut:] in heads and _is_word(doc, first):
            continue  # «وجدة» is a city, not «جدة» with «و»
        for variant, right in heads.get(first[cut:], ()):
            rest = [word.folded.casefold() for word in words[place + 1 : place + len(variant)]]
            if tuple(rest) == variant[1:]:
                last = words[place + len(variant) - 1].span
                start = words[place].span.end - (len(first) - cut)
                return Span(start, last.end), right, len(variant)
    return None


def _is_word(doc: Document, form: str) -> bool:
    """Whether dictionaries know the form as one word without proclitics."""
    readings = doc.profile.lexis.vocabulary().readings(form)
    return any(not hit.proclitics and hit.source != "guess" for hit in readings)


def _cuts(doc: Document, word: str) -> Iterator[int]:
    yield 0
    lexis = doc.profile.lexis
    for clitic in lexis.proclitics:
        if clitic not in lexis.definite and word.startswith(clitic):
            yield len(clitic)
