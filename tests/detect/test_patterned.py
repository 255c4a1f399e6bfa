"""Rules written as data do what their files say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tadqiq.detect import Analysed, Context, Form, PatternRule, form_of, load_rules
from tadqiq.errors import PackError
from tadqiq.languages import profile_for
from tadqiq.model import Article, Document, Pos, Reading, Token
from tadqiq.text import segment

RULE = """
[words]
talk = "محادثة|لقاء"
[[rule]]
code = "C999"
kind = "calque"
severity = "minor"
title = {{ en = "t", ar = "ت" }}
reason = {{ en = "Why.", ar = "لماذا." }}
flags = []
passes = []
[[rule.match]]
{match}
"""


def analyse(doc: Document) -> Sequence[Analysed]:
    return [Analysed(sentence, tuple(map(noun, sentence.tokens))) for sentence in doc.sentences]


def noun(token: Token) -> Form:
    read = (Reading(pos=Pos.NOUN, lemma=token.folded),)
    return form_of(token.text, token.folded, token.kind, token.script, read)


def inflect(token: Token, lemma: str) -> str | None:
    return f"{lemma}+{token.text}" if lemma == "عقد" else None


def rule(tmp_path: Path, match: str) -> PatternRule:
    file = tmp_path / "rules.toml"
    file.write_text(RULE.format(match=match), "utf-8")
    (loaded,) = load_rules(
        [file], lang="ar", analyse=analyse, inflect=inflect, proclitics=["و", "ال"]
    )
    return loaded


def document(text: str) -> Document:
    return segment(Article(id="t", text=text, lang="ar"), profile_for)


@pytest.mark.parametrize(
    ("match", "text", "quote", "suggested"),
    [
        ('pattern = "كانا <lemma:@talk>"', "كانا لقاء طويلا", "كانا لقاء", []),
        ('pattern = "~خزان تفكير"', "هذا والخزان وخزان تفكير", "وخزان تفكير", []),
        ('pattern = "<form:~خزان|بئر> تفكير"', "بئر تفكير", "بئر تفكير", []),
        ('pattern = "v=كانا n=لقاء"\nsuggest = ["{v>عقد} {n}"]', "كانا لقاء", "كانا لقاء", ["عقد+كانا لقاء"]),
        ('pattern = "v=كانا"\nsuggest = ["{v>أجرى}", "عقدا"]', "كانا لقاء", "كانا", ["عقدا"]),
        ('pattern = "v=كانا s=طويلا? n=لقاء"\nsuggest = ["{n} {s?} تم"]', "كانا لقاء", "كانا لقاء", ["لقاء تم"]),
        ('pattern = "v=كانا s=معا? n=لقاء"\nsuggest = ["{n} {s?} تم"]', "كانا معا لقاء", "كانا معا لقاء", ["لقاء معا تم"]),
        ('pattern = "w=أنه"\nsuggest = ["{w/^أ/إ}"]', "قال أنه هنا", "أنه", ["إنه"]),
    ],
)  # fmt: skip
def test_a_construction_finds_and_corrects(
    tmp_path: Path, match: str, text: str, quote: str, suggested: list[str]
) -> None:
    (finding,) = rule(tmp_path, match).check(document(text), Context())
    assert finding.quote == quote
    assert [one.replacement for one in finding.suggestions] == suggested


def test_the_message_names_the_words_of_the_source(tmp_path: Path) -> None:
    held = rule(tmp_path, 'pattern = "كانا لقاء"\nsource = "had a meeting"')
    (finding,) = held.check(document("كانا لقاء"), Context())
    assert finding.message.en == "Why. Here: “had a meeting”."
    assert "had a meeting" in finding.message.ar


def test_a_match_is_dropped_where_an_exception_overlaps_it(tmp_path: Path) -> None:
    held = rule(tmp_path, 'pattern = "كانا لقاء"\nunless = ["لقاء عابر"]')
    assert not list(held.check(document("كانا لقاء عابر"), Context()))


@pytest.mark.parametrize(
    ("match", "says"),
    [
        ('pattern = "كانا @nothing"', "@nothing"),
        ('pattern = "كانا"\ncolour = "red"', "colour"),
        ('suggest = ["كانا"]', "pattern"),
    ],
)
def test_a_broken_rule_is_refused_by_file_and_code(tmp_path: Path, match: str, says: str) -> None:
    with pytest.raises(PackError, match=rf"rules\.toml, rule C999.*{says}"):
        rule(tmp_path, match)
