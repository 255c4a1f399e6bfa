"""What to write in place of Latin words: siblings, termbase, gazetteer, CLDR, transliteration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from weakref import WeakKeyDictionary

from ...detect import Context, kept
from ...model import Document, Evidence, Span, Token, record
from .gazetteer import Entry, gazetteer, normalised
from .latin_runs import Run
from .transliteration import to_arabic

_ALIKE = 0.7  # of a sibling's word and the transliteration, 2·matches/length
_SHORT_ALIKE = 0.85  # where the consonants are too few to tell
_FEW = 3
_AGREEING = 2  # siblings that make a form certain


@record
class Native:
    """Forms to choose from, the best first. ``known``: not merely transliterated. ``settled``:
    the first one is the termbase's, what all siblings write, or the only one that lists know."""

    forms: tuple[str, ...]
    known: bool
    settled: bool = False
    evidence: tuple[Evidence, ...] = ()


@record
class _Attested:
    """What siblings write for a Latin word, one place where they do, and whether several do and
    none writes it otherwise."""

    form: str
    proof: Evidence
    unanimous: bool


_kept: WeakKeyDictionary[Document, Mapping[str, tuple[Token, ...]]] = WeakKeyDictionary()


def native(doc: Document, run: Run, entry: Entry | None, context: Context) -> Native:
    """How the language of ``doc`` writes the run, from the surest source that knows."""
    fixed = tuple(_in_termbase(run.text, context))
    attested = _in_siblings(doc, run, entry, context)
    theirs = (" ".join(hit.form for hit in attested),) if attested else ()
    listed = entry.forms if entry else ()
    forms = (*fixed, *theirs, *_gloss(doc, run), *listed)
    forms = forms or tuple(_in_cldr(doc.lang, run.text))
    if forms:
        agreed = all(hit.unanimous or hit.form in listed for hit in attested)
        sole = forms[0] in listed and not _is_ambiguous(doc.lang, run.text, entry)
        settled = bool(fixed) or (agreed if attested else sole)
        evidence = tuple(hit.proof for hit in attested)
        return Native(tuple(dict.fromkeys(forms)), True, settled, evidence)
    named = doc.lang == "ar" and not run.text.islower()
    guess = to_arabic(run.text) if named else ""
    return Native((guess,) if guess else (), False)


def _is_ambiguous(lang: str, text: str, entry: Entry | None) -> bool:
    """Whether the name is another's too, or a month's: Theresa May."""
    monthly = entry is not None and entry.kind != "month" and text in calendar(lang)
    return monthly or gazetteer(lang).is_ambiguous(text)


def _consonants(text: str) -> str:
    from ...facts import skeleton  # with all that facts are, which most articles do without

    return skeleton(text)


def _in_termbase(text: str, context: Context) -> Iterator[str]:
    for variant in (text, text.casefold(), normalised(text)):
        if variant in context.terms:
            yield context.terms[variant]
            return


def _gloss(doc: Document, run: Run) -> Iterator[str]:
    """The words before a bracket that holds the same Latin text elsewhere in the article."""
    for sentence in doc.native:
        tokens = sentence.tokens
        for place in range(1, len(tokens) - 1):
            if tokens[place].text not in ("(", "[") or tokens[place + 1].text != run.words[0]:
                continue
            words = tokens[max(0, place - len(run.words)) : place]
            inside = doc.text[tokens[place].span.end :].lstrip()
            full = len(words) == len(run.words) and all(one.is_word for one in words)
            if full and inside.startswith(run.text) and _sounds_like(words, run.words):
                yield " ".join(word.text for word in words)
                return


def _sounds_like(words: Sequence[Token], latin: Sequence[str]) -> bool:
    return all(
        _consonants(word.text)[-2:] == _consonants(name)[-2:]
        for word, name in zip(words, latin, strict=True)
    )


def _in_siblings(doc: Document, run: Run, entry: Entry | None, context: Context) -> list[_Attested]:
    """For every word of the run what siblings write; [] unless they have them all."""
    siblings = [other for other in context.siblings if other.lang == doc.lang]
    if not siblings or (entry and entry.kind in {"word", "abbreviation", "month"}):
        return []
    known = [slot.split() for slot in entry.forms] if entry else []
    found = []
    for place, name in enumerate(run.words):
        fixed = [form[place] for form in known if len(form) == len(run.words)]
        hit = _counterpart(name, fixed, siblings, doc)
        if hit is None:
            return []
        found.append(hit)
    return found


def _counterpart(
    name: str, fixed: Sequence[str], siblings: Sequence[Document], doc: Document
) -> _Attested | None:
    """The form of ``name`` that most siblings write."""
    votes: dict[str, list[Evidence]] = defaultdict(list)
    for sibling in siblings:
        forms: dict[str, Evidence] = {}
        for token, form in _candidates(sibling, name):
            likeness = _likeness(form, name, fixed)
            short = len(_consonants(name)) < _FEW
            if likeness >= (_SHORT_ALIKE if short else _ALIKE):
                start = token.span.end - len(form)
                span = Span(start, token.span.end)
                forms[form] = Evidence(sibling.id, span, span.of(sibling.text), likeness)
        for form, proof in forms.items():
            votes[form].append(proof)
    if not votes:
        return None
    best = max(votes, key=lambda form: (len(votes[form]), votes[form][0].similarity, form))
    return _Attested(best, votes[best][0], len(votes) == 1 and len(votes[best]) >= _AGREEING)


def _likeness(form: str, name: str, fixed: Sequence[str]) -> float:
    targets = [*fixed, to_arabic(name)]
    ratios = (SequenceMatcher(None, form, target).ratio() for target in targets if target)
    return max(ratios, default=0.0)


def _candidates(sibling: Document, name: str) -> Iterator[tuple[Token, str]]:
    """Words of the sibling with the consonants of ``name``, with and without a proclitic."""
    index = _kept.get(sibling)
    if index is None:
        index = _kept[sibling] = _index(sibling)
    for token in index.get(_consonants(name), ()):
        for form in _cuts(sibling, token):
            if _consonants(form) == _consonants(name):
                yield token, form


def _index(doc: Document) -> dict[str, tuple[Token, ...]]:
    table: dict[str, list[Token]] = defaultdict(list)
    for sentence in doc.native:
        for token in sentence.words:
            if token.script == doc.profile.script:
                for key in {_consonants(form) for form in _cuts(doc, token)}:
                    table[key].append(token)
    return {key: tuple(tokens) for key, tokens in table.items()}


def _cuts(doc: Document, token: Token) -> Iterator[str]:
    yield token.text
    for clitic in doc.profile.lexis.proclitics:
        if token.text.startswith(clitic) and len(token.text) - len(clitic) > 2:
            yield token.text[len(clitic) :]


def _in_cldr(lang: str, text: str) -> Iterator[str]:
    form = _cldr(lang).get(normalised(text))
    if form:
        yield form


@cache
def _cldr(lang: str) -> Mapping[str, str]:
    """English names of territories, languages and currencies to the names in ``lang``."""
    from babel import Locale, UnknownLocaleError

    try:
        own = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return {}
    english = Locale.parse("en")
    table: dict[str, str] = {}
    for mine, theirs in (
        (own.currencies, english.currencies),
        (own.languages, english.languages),
        (own.territories, english.territories),
    ):
        for code, name in theirs.items():
            if code in mine and len(name) > 3:
                table[normalised(name)] = str(mine[code])
    return table


@cache
def calendar(lang: str) -> Mapping[str, str]:
    """English names of months and weekdays to the names in ``lang``, from CLDR."""
    return kept(
        f"calendar-{lang}",
        (files(__package__).joinpath("native_forms.py"), *_babel()),
        lambda: _calendar(lang),
        settings="",
    )


def _babel() -> Iterator[Path]:
    """The file of the package that says which version it is; to load the package takes 30 ms."""
    spec = find_spec("babel")
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin)


def _calendar(lang: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    english = Locale.parse("en")
    try:
        own = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        own = english
    table: dict[str, str] = {}
    for mine, theirs in ((own.months, english.months), (own.days, english.days)):
        for key, name in theirs["format"]["wide"].items():
            forms = mine["stand-alone"] if "wide" in mine["stand-alone"] else mine["format"]
            table[name] = forms["wide"][key]
    return {name: form for name, form in table.items() if name != form}
