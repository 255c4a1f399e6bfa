"""Every rule of every pack keeps the promises of its own examples."""

from __future__ import annotations

import re

import pytest

from tadqiq.detect import Context, Rule, detect
from tadqiq.languages import codes, load, profile_for
from tadqiq.model import Article, Document, Span
from tadqiq.text import segment


def every_rule() -> list[Rule]:
    rules = {rule.code: rule for code in (*codes(), "en") for rule in load(code).rules}
    return list(rules.values())


def document(text: str, lang: str) -> Document:
    return segment(Article(id="example", text=text, lang=lang), profile_for)


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without ⟦ ⟧, and the spans that stood between them."""
    spans: list[Span] = []
    plain = ""
    start = 0
    for part in re.split("([⟦⟧])", text):
        if part == "⟦":
            start = len(plain)
        elif part == "⟧":
            spans.append(Span(start, len(plain)))
        else:
            plain += part
    return plain, spans


RULES = every_rule()
# What a language model alone sees is tried with it, in tests/fluency.
BY_RULE = [rule for rule in RULES if not rule.reads_marks]
FLAGS = [
    pytest.param(r, text, id=f"{r.code}-{n}") for r in BY_RULE for n, text in enumerate(r.flags)
]
PASSES = [
    pytest.param(r, text, id=f"{r.code}-{n}") for r in RULES for n, text in enumerate(r.passes)
]


@pytest.mark.parametrize(("rule", "marked"), FLAGS)
def test_a_rule_finds_exactly_what_its_examples_mark(rule: Rule, marked: str) -> None:
    text, spans = unmarked(marked)
    doc, context = document(text, rule.lang), Context(terms=rule.terms)
    # As in a document that gives itself away otherwise: with one sentence no rate is told.
    found = [one.span for one in detect(doc, [rule], context, likelihood=lambda _, __: 1.0)]
    assert [span.of(text) for span in found] == [span.of(text) for span in spans]
    assert found == spans


@pytest.mark.parametrize(("rule", "text"), PASSES)
def test_a_rule_is_quiet_on_the_examples_it_must_pass(rule: Rule, text: str) -> None:
    assert detect(document(text, rule.lang), [rule], Context(terms=rule.terms)) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
    assert rule.flags
    assert rule.passes
    assert 0 < rule.confidence <= 1
    for message in (rule.title, rule.reason):
        assert message.en
        assert re.search("[\u0621-\u064a]", message.ar), "an Arabic editor reads Arabic"


def test_codes_belong_to_their_kinds() -> None:
    families = {
        "latin": "L",
        "agreement": "A",
        "calque": "C",
        "word-form": "W",
        "spelling": "W",
        "syntax": "S",
        "grammar": "S",
        "name": "N",
        "duplication": "D",
        "punctuation": "P",
        "boilerplate": "B",
        "encoding": "E",
        "style": "T",
        "wording": "F",
    }
    for rule in RULES:
        assert families[rule.kind.partition(".")[0]] == rule.code[0], rule.code


def test_arabic_has_a_rule_of_every_family() -> None:
    assert {rule.code[0] for rule in load("ar").rules} >= set("LACWSNDPBETF")
