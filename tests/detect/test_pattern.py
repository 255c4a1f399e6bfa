"""A pattern means what its line says."""

from __future__ import annotations

import pytest

from tadqiq.detect import Analysed, Form, Pattern, form_of
from tadqiq.errors import PackError
from tadqiq.languages import profile_for
from tadqiq.model import Article, Pos, Reading, Token
from tadqiq.text import segment

VERBS = {"وافق": "وافق", "وافقت": "وافق", "قال": "قال"}
NOUNS = {"كتاب": "كتاب", "قال": "قال"}


def read(token: Token) -> tuple[Reading, ...]:
    """A toy lexicon, in which «قال» could be a noun as well."""
    found = []
    if token.folded in VERBS:
        gender = "f" if token.folded.endswith("ت") else "m"
        found.append(Reading(pos=Pos.VERB, lemma=VERBS[token.folded], gender=gender))
    if token.folded in NOUNS:
        found.append(Reading(pos=Pos.NOUN, lemma=NOUNS[token.folded], gender="m"))
    return tuple(found)


def form(token: Token) -> Form:
    return form_of(token.text, token.folded, token.kind, token.script, read(token))


def matches(pattern: str, text: str) -> list[str]:
    doc = segment(Article(id="t", text=text, lang="ar"), profile_for)
    return [
        match.span.of(text)
        for sentence in doc.sentences
        for match in Pattern(pattern).find(Analysed(sentence, tuple(map(form, sentence.tokens))))
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("وافق مع", "الرئيس وافق مع نظيره", ["وافق مع"]),
        ("<lemma:وافق> مع", "الرئيسة وافقت مع نظيرها", ["وافقت مع"]),
        ("<lemma:وافق gender:m> مع", "الرئيسة وافقت مع نظيرها", []),
        ("<lemma:وافق gender!m> مع", "الرئيسة وافقت مع نظيرها", ["وافقت مع"]),
        ("⟦ <lemma:وافق> ⟧ مع", "الرئيس وافق مع نظيره", ["وافق"]),
        ("⟦<lemma:وافق>⟧ مع", "الرئيس وافق مع نظيره", ["وافق"]),
        ("<pos:verb>", "قال كتاب", ["قال"]),
        ("<<pos:verb>>", "قال كتاب", []),
        ("!<pos:verb> كتاب", "قال كتاب", []),
        ("!<pos:verb> كتاب", "هذا كتاب", ["هذا كتاب"]),
        ("وافق على? مع", "وافق مع ثم وافق على مع", ["وافق مع", "وافق على مع"]),
        ("وافق <start:ال>* مع", "وافق الرئيس الأمريكي مع نظيره", ["وافق الرئيس الأمريكي مع"]),
        ("وافق <start:ال>+ مع", "وافق مع نظيره", []),
        ("وافق مع", "وافق “مع نظيره”", ["وافق “مع"]),
        ("^ وافق", "الرئيس وافق", []),
        ("^ وافق", "“وافق الرئيس", ["وافق"]),
        ("نظيره $", "وافق مع نظيره.", ["نظيره"]),
        ("مع $", "وافق مع نظيره.", []),
        ("وافق ، مع", "وافق، مع نظيره", ["وافق، مع"]),
        ("<kind:number> <lemma:كتاب>", "ثمة 23 كتاب", ["23 كتاب"]),
    ],
)
def test_a_pattern_matches(pattern: str, text: str, found: list[str]) -> None:
    assert matches(pattern, text) == found


def test_matches_of_one_pattern_do_not_overlap() -> None:
    assert matches("كتاب كتاب", "كتاب كتاب كتاب كتاب") == ["كتاب كتاب", "كتاب كتاب"]


@pytest.mark.parametrize(
    "line", ["", "⟦ كتاب", "<pos>", "<colour:red>", "<pos:verb>?", "⟦ كتاب ⟧ ⟦ قال ⟧"]
)
def test_a_line_that_is_no_pattern_is_refused_by_name(line: str) -> None:
    with pytest.raises(PackError, match="pattern"):
        Pattern(line)
