"""We judge Arabic, so our own is judged alike: every message that an editor reads."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.model import Article, Span
from tadqiq.pipeline import Auditor

SOURCE = Path(__file__).parents[3] / "src" / "tadqiq"
QUOTED = re.compile("«[^«»]*»|“[^“”]*”")
TYPED = frozenset(  # commands and header names, which have no Arabic
    {"tadqiq archive prune", "damaged", "archive", "Allow", "Authorization", "localhost"}
)
PAGE = "B1"  # a label of a page is what some of them are


def in_code(tree: ast.AST) -> Iterator[str]:
    """The Arabic of every ``Message(english, arabic)``, its placeholders left in."""
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message"
        if called and len(node.args) == 2:  # type: ignore[attr-defined]
            arabic = node.args[1]  # type: ignore[attr-defined]
            if isinstance(arabic, ast.Constant):
                yield str(arabic.value)
            elif isinstance(arabic, ast.JoinedStr):
                parts = (
                    part.value if isinstance(part, ast.Constant) else "{x}"
                    for part in arabic.values
                )
                yield "".join(map(str, parts))


def in_data(value: object) -> Iterator[str]:
    """The Arabic of every ``{ en = …, ar = … }``."""
    if isinstance(value, dict):
        if {"en", "ar"} <= set(value) and isinstance(value["ar"], str):
            yield value["ar"]
        else:
            for inner in value.values():
                yield from in_data(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from in_data(inner)


def messages() -> dict[str, str]:
    """Every message and the file it stands in."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for text in in_code(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, path.name)
    for path in sorted(SOURCE.rglob("*.toml")):
        for text in in_data(tomllib.loads(path.read_text("utf-8"))):
            found.setdefault(text, path.name)
    return {text: name for text, name in found.items() if re.search("[ء-ي]", text)}


@pytest.fixture(scope="module")
def audited() -> list[tuple[str, str, object]]:
    """Each message with its file and what our rules find in it outside of what it quotes."""
    auditor = Auditor(Config(drift=False, allow=TYPED, ignore=(PAGE,)))
    found = []
    for text, name in messages().items():
        names = iter(("كذا", "ذاك", "هذا", "تلك", "أولئك", "هؤلاء"))
        said = re.sub(r"\{\w+\}", lambda _, names=names: next(names), text)
        quotations = [Span(*match.span()) for match in QUOTED.finditer(said)]
        audit = auditor.check(Article(id="a", text=said, lang="ar"))
        assert not audit.rejections, audit.rejections
        (one,) = audit.articles
        found += [
            (name, text, f"{finding.code} {finding.quote}")
            for finding in one.findings
            if not any(finding.span.overlap(quotation) for quotation in quotations)
        ]
    return found


def test_there_are_messages_to_judge() -> None:
    assert len(messages()) > 400


def test_our_rules_find_nothing_in_our_own_messages(audited) -> None:
    assert audited == []


def test_the_accusative_is_written_alike_everywhere() -> None:
    """With its sign: «حرفيًا», not «حرفيا»; a desk that minds spelling sees both side by side."""
    bare = re.compile(
        r"(?<![\w«])(?:حرفيا|أيضا|أولا|معا|مصدرا|مجردا|ظرفا|اسما|قائما|قرارا|اجتماعا|خاما|مصاحبا|مثلا|بدلا)(?!\w)"
    )
    wrong = {text: bare.findall(QUOTED.sub("", text)) for text in messages()}
    assert {text for text, found in wrong.items() if found} == set()
